//! What a query selects.

use super::{Comparable, Comparison, Effort, Logical, Path, Query, Regexp, Selector, regexp};
use crate::number::Number;
use crate::pattern::Pattern;
use crate::tree::{NodeId, Tree, Value};
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The steps of a query whose caller has no limit of its own.
const MAX_STEPS: usize = 100_000_000;
/// The steps that compiling a pattern of the document counts as, which takes a while at most.
const COMPILED: usize = 100_000;

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
        self.select_within(tree, root, &Effort::new(MAX_STEPS))
    }

    /// The same with a limit of its steps: once those are spent, what was found is not all.
    pub fn select_within(&self, tree: &Tree, root: NodeId, effort: &Effort) -> Vec<Found> {
        let root = Found {
            node: root,
            container: None,
        };
        let known = Known::default();
        let scope = Scope {
            tree,
            root,
            effort,
            known: &known,
        };
        scope.select(self, root)
    }
}

/// A pattern as it is written, and whether it is of the whole text.
type Source = (String, bool);

/// What is the same for every node that is filtered.
#[derive(Default)]
struct Known {
    /// What queries select that begin at the document.
    absolute: RefCell<BTreeMap<*const Path, Rc<[Found]>>>,
    /// Patterns of the document.
    patterns: RefCell<BTreeMap<Source, Option<Rc<Pattern>>>>,
}

#[derive(Clone, Copy)]
struct Scope<'t> {
    tree: &'t Tree,
    root: Found,
    effort: &'t Effort,
    known: &'t Known,
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
            let mut limit = self.tree.len();
            for node in found {
                for selector in &segment.selectors {
                    self.children(selector, node.node, &mut next);
                    // More than there are: some of them often, and `[*, *][*, *]` would grow without bounds.
                    if next.len() > limit {
                        once(&mut next);
                        limit = self.tree.len() + next.len();
                    }
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
                // Below one node everything is once.
                if starts.len() > 1 && !seen.insert(next.node) {
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
        let first = out.len();
        if self.effort.is_spent() {
            return;
        }
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
        self.effort.take(1 + out.len() - first);
    }

    fn test(self, logical: &Logical, current: Found) -> bool {
        if !self.effort.take(1) {
            return false;
        }
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
                let pattern = match pattern {
                    Regexp::Fixed(pattern) => return self.matches(pattern, text),
                    Regexp::Dynamic(source) => self.operand(source, current),
                };
                match pattern {
                    Operand::String(source) => {
                        let pattern = self.pattern(source, *whole);
                        pattern.is_some_and(|pattern| self.matches(&pattern, text))
                    }
                    Operand::Nothing
                    | Operand::Null
                    | Operand::Bool(_)
                    | Operand::Number(_)
                    | Operand::Container(_) => false,
                }
            }
        }
    }

    fn matches(self, pattern: &Pattern, text: &str) -> bool {
        self.effort.take(text.len()) && pattern.is_match(text).unwrap_or(false)
    }

    /// A pattern of the document, which is compiled once.
    fn pattern(self, source: &str, whole: bool) -> Option<Rc<Pattern>> {
        let key = (source.to_owned(), whole);
        if let Some(known) = self.known.patterns.borrow().get(&key) {
            return known.clone();
        }
        let compiled = self.effort.take(COMPILED).then(|| regexp(source, whole)).flatten();
        let compiled = compiled.map(Rc::new);
        self.known.patterns.borrow_mut().insert(key, compiled.clone());
        compiled
    }

    /// What a query of a filter selects. One that begins at the document selects the same for every node.
    fn path(self, path: &Path, current: Found) -> Rc<[Found]> {
        if !path.absolute {
            return self.select(&path.query, current).into();
        }
        let key = std::ptr::from_ref(path);
        if let Some(known) = self.known.absolute.borrow().get(&key) {
            return Rc::clone(known);
        }
        let found: Rc<[Found]> = self.select(&path.query, self.root).into();
        self.known.absolute.borrow_mut().insert(key, Rc::clone(&found));
        found
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
            Comparable::Singular(path) | Comparable::Value(path) => match &*self.path(path, current) {
                [only] => self.value(only.node),
                _ => Operand::Nothing,
            },
            Comparable::Count(path) => count(self.path(path, current).len()),
            Comparable::Length(inner) => match self.operand(inner, current) {
                Operand::String(text) => {
                    self.effort.take(text.len());
                    count(text.chars().count())
                }
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

/// Each of the nodes once.
fn once(found: &mut Vec<Found>) {
    let mut seen = BTreeSet::new();
    found.retain(|found| seen.insert(found.node));
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
