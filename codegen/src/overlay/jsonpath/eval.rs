//! What a query selects.

use super::{Comparable, Comparison, Logical, Path, Query, Regexp, Selector, regexp};
use crate::number::Number;
use crate::pattern::Pattern;
use crate::tree::{NodeId, Tree, Value};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// A node that a query selects, and the container it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// The node.
    pub node: NodeId,
    /// The object or array that holds it now; `None` for the root.
    pub container: Option<NodeId>,
}

impl Query {
    /// The nodes that the query selects in the document `root`, in document order.
    pub fn select(&self, tree: &Tree, root: NodeId) -> Vec<Found> {
        let root = Found {
            node: root,
            container: None,
        };
        Scope { tree, root }.select(self, root)
    }
}

#[derive(Clone, Copy)]
struct Scope<'t> {
    tree: &'t Tree,
    root: Found,
}

/// A value of a comparison; arrays and objects are compared where they are.
enum Operand<'t> {
    Nothing,
    Null,
    Bool(bool),
    Number(Number),
    String(&'t str),
    Container(NodeId),
}

impl<'t> Scope<'t> {
    fn select(self, query: &Query, start: Found) -> Vec<Found> {
        let mut found = vec![start];
        for segment in &query.segments {
            if segment.descendant {
                found = self.descendants(&found);
            }
            let mut next = Vec::new();
            for node in found {
                for selector in &segment.selectors {
                    self.children(selector, node.node, &mut next);
                }
            }
            found = next;
        }
        found
    }

    /// The nodes and everything below them, each once: otherwise `$..*..*..*` would grow without bounds.
    fn descendants(self, starts: &[Found]) -> Vec<Found> {
        let mut seen = BTreeSet::new();
        let mut found = Vec::new();
        for start in starts {
            let mut open = vec![*start];
            while let Some(next) = open.pop() {
                if !seen.insert(next.node) {
                    continue;
                }
                found.push(next);
                let first = open.len();
                self.children(&Selector::Wildcard, next.node, &mut open);
                open[first..].reverse();
            }
        }
        found
    }

    fn children(self, selector: &Selector, container: NodeId, out: &mut Vec<Found>) {
        let tree = self.tree;
        let found = |node| Found {
            node,
            container: Some(container),
        };
        let items = tree.items(container);
        match selector {
            Selector::Name(name) => out.extend(tree.get(container, name).map(found)),
            Selector::Wildcard => {
                out.extend(tree.entries(container).iter().map(|entry| found(entry.value)));
                out.extend(items.iter().copied().map(found));
            }
            Selector::Index(index) => out.extend(at(items, *index).map(found)),
            Selector::Slice { start, end, step } => {
                out.extend(
                    slice(items.len(), *start, *end, *step)
                        .filter_map(|index| at(items, index))
                        .map(found),
                );
            }
            Selector::Filter(logical) => {
                let mut children = Vec::new();
                self.children(&Selector::Wildcard, container, &mut children);
                out.extend(children.into_iter().filter(|child| self.test(logical, *child)));
            }
        }
    }

    fn test(self, logical: &Logical, current: Found) -> bool {
        match logical {
            Logical::Or(any) => any.iter().any(|inner| self.test(inner, current)),
            Logical::And(all) => all.iter().all(|inner| self.test(inner, current)),
            Logical::Not(inner) => !self.test(inner, current),
            Logical::Exists(path) => !self.path(path, current).is_empty(),
            Logical::Compare(left, comparison, right) => {
                self.compare(&self.operand(left, current), *comparison, &self.operand(right, current))
            }
            Logical::Matches { text, pattern, whole } => {
                let Operand::String(text) = self.operand(text, current) else {
                    return false;
                };
                let matches = |pattern: &Pattern| pattern.is_match(text).unwrap_or(false);
                match pattern {
                    Regexp::Fixed(pattern) => matches(pattern),
                    Regexp::Dynamic(source) => match self.operand(source, current) {
                        Operand::String(source) => regexp(source, *whole).is_some_and(|pattern| matches(&pattern)),
                        Operand::Nothing
                        | Operand::Null
                        | Operand::Bool(_)
                        | Operand::Number(_)
                        | Operand::Container(_) => false,
                    },
                }
            }
        }
    }

    fn path(self, path: &Path, current: Found) -> Vec<Found> {
        self.select(&path.query, if path.absolute { self.root } else { current })
    }

    fn operand<'q>(self, comparable: &'q Comparable, current: Found) -> Operand<'q>
    where
        't: 'q,
    {
        match comparable {
            Comparable::Null => Operand::Null,
            Comparable::Bool(value) => Operand::Bool(*value),
            Comparable::Number(number) => Operand::Number(number.clone()),
            Comparable::String(text) => Operand::String(text),
            Comparable::Singular(path) | Comparable::Value(path) => match self.path(path, current).as_slice() {
                [only] => self.value(only.node),
                _ => Operand::Nothing,
            },
            Comparable::Count(path) => count(self.path(path, current).len()),
            Comparable::Length(inner) => match self.operand(inner, current) {
                Operand::String(text) => count(text.chars().count()),
                Operand::Container(node) => count(self.tree.items(node).len() + self.tree.entries(node).len()),
                Operand::Nothing | Operand::Null | Operand::Bool(_) | Operand::Number(_) => Operand::Nothing,
            },
        }
    }

    fn value(self, node: NodeId) -> Operand<'t> {
        match self.tree.value(node) {
            Value::Null => Operand::Null,
            Value::Bool(value) => Operand::Bool(*value),
            Value::Number(number) => Operand::Number(number.clone()),
            Value::String(text) => Operand::String(text),
            Value::Array(_) | Value::Object(_) => Operand::Container(node),
        }
    }

    /// Section 2.3.5.2.2: only numbers and strings have an order, and what is equal is also `<=` and `>=`.
    fn compare(self, left: &Operand<'_>, comparison: Comparison, right: &Operand<'_>) -> bool {
        let equal = self.equal(left, right);
        let order = match (left, right) {
            (Operand::Number(left), Operand::Number(right)) => order(left, right),
            (Operand::String(left), Operand::String(right)) => Some(left.cmp(right)),
            _ => None,
        };
        match comparison {
            Comparison::Equal => equal,
            Comparison::NotEqual => !equal,
            Comparison::Less => order == Some(Ordering::Less),
            Comparison::LessOrEqual => equal || order == Some(Ordering::Less),
            Comparison::Greater => order == Some(Ordering::Greater),
            Comparison::GreaterOrEqual => equal || order == Some(Ordering::Greater),
        }
    }

    fn equal(self, left: &Operand<'_>, right: &Operand<'_>) -> bool {
        match (left, right) {
            (Operand::Nothing, Operand::Nothing) | (Operand::Null, Operand::Null) => true,
            (Operand::Bool(left), Operand::Bool(right)) => left == right,
            (Operand::Number(left), Operand::Number(right)) => order(left, right) == Some(Ordering::Equal),
            (Operand::String(left), Operand::String(right)) => left == right,
            (Operand::Container(left), Operand::Container(right)) => self.tree.equal(*left, *right),
            _ => false,
        }
    }
}

fn count<'t>(count: usize) -> Operand<'t> {
    Operand::Number(Number::new(count.to_string()))
}

fn order(left: &Number, right: &Number) -> Option<Ordering> {
    match (left.as_i128(), right.as_i128()) {
        (Some(left), Some(right)) => Some(left.cmp(&right)),
        _ => left.as_f64()?.partial_cmp(&right.as_f64()?),
    }
}

fn at(items: &[NodeId], index: i64) -> Option<NodeId> {
    let length = i64::try_from(items.len()).ok()?;
    let index = if index < 0 { index + length } else { index };
    items.get(usize::try_from(index).ok()?).copied()
}

/// The indices of a slice, section 2.3.4.2.2.
fn slice(length: usize, start: Option<i64>, end: Option<i64>, step: i64) -> impl Iterator<Item = i64> {
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    let normal = |index: i64| if index < 0 { index + length } else { index };
    let (first, last) = match step {
        0.. => {
            let bound = |index: i64| normal(index).clamp(0, length);
            (start.map_or(0, bound), end.map_or(length, bound))
        }
        _ => {
            let bound = |index: i64| normal(index).clamp(-1, length - 1);
            (start.map_or(length - 1, bound), end.map_or(-1, bound))
        }
    };
    let inside = move |index: &i64| match step {
        0 => false,
        1.. => *index < last,
        _ => *index > last,
    };
    std::iter::successors(Some(first), move |index| index.checked_add(step)).take_while(inside)
}
