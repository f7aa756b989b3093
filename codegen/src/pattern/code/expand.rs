//! Writes a pattern as alternatives of flat lists of items, as far as that stays small.

use super::super::ast::{Assertion, Ast, Node, NodeId};
use super::CharSet;

/// Alternatives that are not plain texts.
const MAX_BRANCHES: usize = 8;
/// Characters of the literals of a pattern.
const MAX_LITERAL: usize = 8_192;
/// Parts of one alternative.
const MAX_PARTS: usize = 64;
/// Copies of a character that are written one after the other.
const MAX_COPIES: u32 = 8;
/// Nested constructs; what nests deeper is not simple.
const MAX_DEPTH: usize = 24;

/// One alternative of a pattern.
#[derive(Clone, Debug, Default)]
pub(super) struct Branch {
    /// Whether it begins where the text begins.
    pub(super) start: bool,
    /// Whether it ends where the text ends.
    pub(super) end: bool,
    pub(super) items: Vec<Item>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Item {
    Literal(String),
    /// At least two texts.
    OneOf(Vec<String>),
    Optional(String),
    Run {
        set: CharSet,
        min: u32,
        max: Option<u32>,
    },
}

/// A part of an alternative, before anchors have found their places.
#[derive(Clone, Debug, PartialEq)]
enum Part {
    Item(Item),
    Start,
    End,
}

/// The alternatives of a pattern in their simplest form; `None` if they are too many or not flat.
pub(super) fn expand(ast: &Ast) -> Option<Vec<Branch>> {
    let mut branches = Vec::new();
    for parts in alternatives(ast, ast.root, 0)? {
        let branch = Branch::new(parts)?;
        branches.push(branch);
    }
    // One open alternative of nothing at all makes the others pointless.
    let is_open = |branch: &Branch| branch.items.is_empty() && !(branch.start && branch.end);
    if branches.iter().any(is_open) {
        return Some(vec![Branch::default()]);
    }
    Some(branches)
}

fn alternatives(ast: &Ast, id: NodeId, depth: usize) -> Option<Vec<Vec<Part>>> {
    if depth > MAX_DEPTH {
        return None;
    }
    match ast.nodes.get(id)? {
        Node::Empty => Some(vec![Vec::new()]),
        Node::Set(set) => Some(vec![vec![Part::Item(item_of(set, 1, Some(1)))]]),
        Node::Capture(body) => alternatives(ast, *body, depth + 1),
        Node::Assert(Assertion::Start) => Some(vec![vec![Part::Start]]),
        Node::Assert(Assertion::End) => Some(vec![vec![Part::End]]),
        Node::Assert(Assertion::WordBoundary | Assertion::NotWordBoundary)
        | Node::Look { .. }
        | Node::BackReference(_) => None,
        Node::Concat(children) => concat(ast, children, depth),
        Node::Alternate(children) => alternate(ast, id, children, depth),
        Node::Repeat { node, min, max, .. } => repeat(ast, *node, *min, *max, depth),
    }
}

fn concat(ast: &Ast, children: &[NodeId], depth: usize) -> Option<Vec<Vec<Part>>> {
    let mut joined: Vec<Vec<Part>> = vec![Vec::new()];
    for child in children {
        let tails = alternatives(ast, *child, depth + 1)?;
        if joined.len().saturating_mul(tails.len()) > MAX_BRANCHES {
            return None;
        }
        if let [tail] = tails.as_slice() {
            joined.iter_mut().for_each(|head| append(head, tail));
        } else {
            joined = joined
                .iter()
                .flat_map(|head| tails.iter().map(move |tail| join(head, tail)))
                .collect();
        }
        if joined.iter().any(|parts| parts.len() > MAX_PARTS) {
            return None;
        }
    }
    Some(joined)
}

fn join(head: &[Part], tail: &[Part]) -> Vec<Part> {
    let mut joined = head.to_vec();
    append(&mut joined, tail);
    joined
}

/// One list after the other; neighbouring texts become one.
fn append(head: &mut Vec<Part>, tail: &[Part]) {
    for part in tail {
        match (head.last_mut(), part) {
            (Some(Part::Item(Item::Literal(text))), Part::Item(Item::Literal(more))) => text.push_str(more),
            _ => head.push(part.clone()),
        }
    }
}

fn alternate(ast: &Ast, id: NodeId, children: &[NodeId], depth: usize) -> Option<Vec<Vec<Part>>> {
    if let Some(set) = as_set(ast, id, depth) {
        return Some(vec![vec![Part::Item(item_of(&set, 1, Some(1)))]]);
    }
    let mut all: Vec<Vec<Part>> = Vec::new();
    for child in children {
        all.extend(alternatives(ast, *child, depth + 1)?);
    }
    let texts: Option<Vec<String>> = all.iter().map(|parts| text_of(parts)).collect();
    match texts {
        Some(mut texts) if texts.iter().all(|text| !text.is_empty()) => {
            let mut seen = std::collections::BTreeSet::new();
            texts.retain(|text| seen.insert(text.clone()));
            if texts.iter().map(String::len).sum::<usize>() > MAX_LITERAL {
                return None;
            }
            Some(vec![vec![Part::Item(one_of(texts))]])
        }
        _ => (all.len() <= MAX_BRANCHES).then_some(all),
    }
}

fn text_of(parts: &[Part]) -> Option<String> {
    match parts {
        [] => Some(String::new()),
        [Part::Item(Item::Literal(text))] => Some(text.clone()),
        _ => None,
    }
}

fn one_of(mut texts: Vec<String>) -> Item {
    if texts.len() == 1 {
        Item::Literal(texts.remove(0))
    } else {
        Item::OneOf(texts)
    }
}

fn repeat(ast: &Ast, node: NodeId, min: u32, max: Option<u32>, depth: usize) -> Option<Vec<Vec<Part>>> {
    if max == Some(0) {
        return Some(vec![Vec::new()]);
    }
    if let Some(set) = as_set(ast, node, depth) {
        return Some(vec![vec![Part::Item(item_of(&set, min, max))]]);
    }
    let body = alternatives(ast, node, depth + 1)?;
    match (min, max) {
        (1, Some(1)) => Some(body),
        (0, Some(1)) => match body.as_slice() {
            [parts] if parts.is_empty() => Some(body),
            [parts] if text_of(parts).is_some() => Some(vec![vec![Part::Item(Item::Optional(
                text_of(parts).unwrap_or_default(),
            ))]]),
            _ => {
                let mut with_nothing = body;
                with_nothing.push(Vec::new());
                Some(with_nothing)
            }
        },
        // A few copies of one list, as in `([0-9]{2}:){5}`.
        (copies @ 2..=6, Some(most)) if copies == most => match body.as_slice() {
            [parts] => Some(vec![(0..copies).fold(Vec::new(), |joined, _| join(&joined, parts))]),
            _ => None,
        },
        (_, _) => None,
    }
}

/// The set of the characters that a node matches, if it matches exactly one character.
fn as_set(ast: &Ast, id: NodeId, depth: usize) -> Option<CharSet> {
    if depth > MAX_DEPTH {
        return None;
    }
    match ast.nodes.get(id)? {
        Node::Set(set) => Some(set.clone()),
        Node::Capture(body) => as_set(ast, *body, depth + 1),
        Node::Alternate(children) => {
            let mut ranges = Vec::new();
            for child in children {
                ranges.extend_from_slice(as_set(ast, *child, depth + 1)?.ranges());
            }
            Some(CharSet::new(ranges))
        }
        Node::Empty
        | Node::Concat(_)
        | Node::Repeat { .. }
        | Node::Assert(_)
        | Node::Look { .. }
        | Node::BackReference(_) => None,
    }
}

/// A single character is a text.
fn item_of(set: &CharSet, min: u32, max: Option<u32>) -> Item {
    match (set.only(), min, max) {
        (Some(c), 1, Some(1)) => Item::Literal(c.to_string()),
        (Some(c), 0, Some(1)) => Item::Optional(c.to_string()),
        _ => Item::Run {
            set: set.clone(),
            min,
            max,
        },
    }
}

/// Whether one of the texts begins with another.
pub(super) fn has_prefixes(texts: &[String]) -> bool {
    // Among sorted texts, what begins with a text follows it directly.
    let mut sorted: Vec<&String> = texts.iter().collect();
    sorted.sort_unstable();
    sorted
        .iter()
        .zip(sorted.iter().skip(1))
        .any(|(text, next)| next.starts_with(text.as_str()))
}

impl Branch {
    fn new(parts: Vec<Part>) -> Option<Self> {
        let mut branch = Self::default();
        let mut parts = parts.into_iter().peekable();
        while parts.next_if_eq(&Part::Start).is_some() {
            branch.start = true;
        }
        for part in parts {
            match part {
                Part::Start => return None,
                Part::End => branch.end = true,
                // Something after the end: leave it to the automaton, which finds that it never matches.
                Part::Item(_) if branch.end => return None,
                Part::Item(item) => branch.push(item),
            }
        }
        branch.trim();
        branch.spell_out();
        Some(branch)
    }

    /// Few copies of one character are a text: `#{2}` is `##`.
    fn spell_out(&mut self) {
        let mut items: Vec<Item> = Vec::with_capacity(self.items.len());
        for item in self.items.drain(..) {
            let text = match &item {
                Item::Literal(text) => Some(text.clone()),
                Item::Run { set, min, max } if *max == Some(*min) && *min <= MAX_COPIES => {
                    set.only().map(|c| c.to_string().repeat(*min as usize))
                }
                Item::Run { .. } | Item::OneOf(_) | Item::Optional(_) => None,
            };
            match (items.last_mut(), text) {
                (Some(Item::Literal(before)), Some(text)) => before.push_str(&text),
                (_, Some(text)) => items.push(Item::Literal(text)),
                (_, None) => items.push(item),
            }
        }
        self.items = items;
    }

    /// Adds an item; two runs of the same set become one.
    fn push(&mut self, item: Item) {
        if let Some(Item::Run { set: last, min, max }) = self.items.last_mut()
            && let Some((set, more_min, more_max)) = item.as_run()
            && *last == set
        {
            *min = min.saturating_add(more_min);
            *max = max.zip(more_max).and_then(|(max, more)| max.checked_add(more));
            return;
        }
        // With what follows them, texts that begin with one another (`size`, `size_max`) may be told apart.
        if let (Some(Item::OneOf(texts)), Item::Literal(more)) = (self.items.last_mut(), &item)
            && has_prefixes(texts)
        {
            texts.iter_mut().for_each(|text| text.push_str(more));
            return;
        }
        self.items.push(item);
    }

    /// At an open side only the least of what must be there matters: `x+` is `x`, and `x*` is nothing.
    fn trim(&mut self) {
        if !self.end {
            while let Some(last) = self.items.pop() {
                if let Some(item) = last.least() {
                    self.items.push(item);
                    break;
                }
            }
        }
        if !self.start {
            self.items.reverse();
            while let Some(first) = self.items.pop() {
                if let Some(item) = first.least() {
                    self.items.push(item);
                    break;
                }
            }
            self.items.reverse();
        }
    }

    /// The texts that the branch consists of, if it consists of texts only.
    pub(super) fn literals(&self) -> Option<Vec<String>> {
        match self.items.as_slice() {
            [] => Some(vec![String::new()]),
            [Item::Literal(text)] => Some(vec![text.clone()]),
            [Item::OneOf(texts)] => Some(texts.clone()),
            _ => None,
        }
    }
}

impl Item {
    fn as_run(&self) -> Option<(CharSet, u32, Option<u32>)> {
        let single = |text: &str| {
            let mut chars = text.chars();
            chars
                .next()
                .filter(|_| chars.next().is_none())
                .map(|c| CharSet::single(u32::from(c)))
        };
        match self {
            Self::Literal(text) => single(text).map(|set| (set, 1, Some(1))),
            Self::Optional(text) => single(text).map(|set| (set, 0, Some(1))),
            Self::Run { set, min, max } => Some((set.clone(), *min, *max)),
            Self::OneOf(_) => None,
        }
    }

    /// The least that an item at an open side needs; `None` if that is nothing.
    fn least(self) -> Option<Self> {
        match self {
            Self::Literal(_) | Self::OneOf(_) => Some(self),
            Self::Optional(_) | Self::Run { min: 0, .. } => None,
            Self::Run { set, min, .. } => Some(item_of(&set, min, Some(min))),
        }
    }

    /// Whether the item can match texts of different lengths.
    pub(super) fn is_variable(&self) -> bool {
        match self {
            Self::Literal(_) => false,
            Self::OneOf(_) | Self::Optional(_) => true,
            Self::Run { min, max, .. } => Some(*min) != *max,
        }
    }

    pub(super) fn is_nullable(&self) -> bool {
        match self {
            Self::Literal(_) | Self::OneOf(_) => false,
            Self::Optional(_) => true,
            Self::Run { min, .. } => *min == 0,
        }
    }

    /// The characters that the item can begin with.
    pub(super) fn first(&self) -> CharSet {
        let start = |text: &str| {
            text.chars()
                .next()
                .map_or_else(CharSet::default, |c| CharSet::single(u32::from(c)))
        };
        match self {
            Self::Literal(text) | Self::Optional(text) => start(text),
            Self::OneOf(texts) => texts
                .iter()
                .fold(CharSet::default(), |set, text| set.union(&start(text))),
            Self::Run { set, .. } => set.clone(),
        }
    }
}
