//! Patterns that are simple enough for code that a person would have written.

mod expand;

use super::CharSet;
use super::ast::Ast;
use expand::{Branch, Item, expand, has_prefixes};

/// More branches than these are a table's work, unless they are plain texts.
const MAX_BRANCHES: usize = 4;
/// Steps of all branches; more are no longer readable.
const MAX_STEPS: usize = 32;
/// Texts that a value is looked for within.
const MAX_SEARCHED: usize = 4;
/// Ranges of a class that is written out.
const MAX_RANGES: usize = 16;

/// A straight-line program.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Code {
    /// The same answer for every text.
    Constant(bool),
    /// The text is one of these; sorted.
    Equals(Vec<String>),
    /// The text starts with one of these.
    StartsWith(Vec<String>),
    /// The text ends with one of these.
    EndsWith(Vec<String>),
    /// The text contains one of these.
    Contains(Vec<String>),
    /// The text contains a character of the set.
    ContainsAny(CharSet),
    /// The text follows one of these lists of steps.
    Steps(Vec<Sequence>),
}

/// Steps that are taken one after the other, without ever going back.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sequence {
    /// The steps.
    pub steps: Vec<Step>,
    /// Whether they are taken from the start of the text. Otherwise they begin where exactly enough is left for all
    /// of them; their length is always the same.
    pub from_start: bool,
    /// Whether the text must end after the last step.
    pub to_end: bool,
}

/// A step of a [`Sequence`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Step {
    /// Exactly this text.
    Literal(String),
    /// One of these texts; none of them begins with another.
    OneOf(Vec<String>),
    /// This text or nothing.
    Optional(String),
    /// As many characters of the set as there are, but at most `max`; fails if there are fewer than `min`.
    Run {
        /// The set.
        set: CharSet,
        /// The least number of characters (code points).
        min: u32,
        /// The greatest number of characters, if there is one.
        max: Option<u32>,
    },
}

/// The straight code for a pattern, if it is simple enough.
pub(super) fn straight(ast: &Ast) -> Option<Code> {
    let branches = expand(ast)?;
    if let [only] = branches.as_slice()
        && let Some(code) = single(only)
    {
        return Some(code);
    }
    if let Some(code) = literals(&branches) {
        return Some(code);
    }
    if branches.len() > MAX_BRANCHES {
        return None;
    }
    let sequences = branches.iter().map(sequence).collect::<Option<Vec<_>>>()?;
    let steps: usize = sequences.iter().map(|sequence| sequence.steps.len()).sum();
    (steps <= MAX_STEPS).then_some(Code::Steps(sequences))
}

/// The forms for a single branch.
fn single(branch: &Branch) -> Option<Code> {
    let (start, end) = (branch.start, branch.end);
    match branch.items.as_slice() {
        [] if !(start && end) => Some(Code::Constant(true)),
        [Item::Run { set, min: 0, max: None }] if set.is_full() => Some(Code::Constant(true)),
        [
            Item::Run {
                set,
                min: 1,
                max: Some(1),
            },
        ] if !start && !end && is_readable(set) => Some(Code::ContainsAny(set.clone())),
        _ => None,
    }
}

/// The forms for branches that are texts only, all anchored alike.
fn literals(branches: &[Branch]) -> Option<Code> {
    let anchors = branches.first().map(|branch| (branch.start, branch.end))?;
    let mut texts = Vec::new();
    for branch in branches {
        if (branch.start, branch.end) != anchors {
            return None;
        }
        texts.extend(branch.literals()?);
    }
    texts.sort_unstable();
    texts.dedup();
    match anchors {
        (true, true) => Some(Code::Equals(texts)),
        (true, false) if texts.len() <= MAX_SEARCHED => Some(Code::StartsWith(texts)),
        (false, true) if texts.len() <= MAX_SEARCHED => Some(Code::EndsWith(texts)),
        (false, false) if texts.len() <= MAX_SEARCHED => Some(Code::Contains(texts)),
        (_, _) => None,
    }
}

/// The steps of a branch, if taking as much as possible at each step is always right.
fn sequence(branch: &Branch) -> Option<Sequence> {
    for (index, item) in branch.items.iter().enumerate() {
        let followers = branch.items.get(index + 1..).unwrap_or_default();
        let ambiguous = match item {
            Item::Literal(_) => false,
            Item::OneOf(texts) => has_prefixes(texts),
            Item::Optional(_) | Item::Run { .. } if item.is_variable() => meets(&item.first(), followers),
            Item::Optional(_) | Item::Run { .. } => false,
        };
        let readable = match item {
            Item::Run { set, .. } => is_readable(set),
            Item::Literal(_) | Item::OneOf(_) | Item::Optional(_) => true,
        };
        if ambiguous || !readable {
            return None;
        }
    }
    let steps = branch.items.iter().map(|item| match item {
        Item::Literal(text) => Step::Literal(text.clone()),
        Item::OneOf(texts) => Step::OneOf(texts.clone()),
        Item::Optional(text) => Step::Optional(text.clone()),
        Item::Run { set, min, max } => Step::Run {
            set: set.clone(),
            min: *min,
            max: *max,
        },
    });
    let sequence = Sequence {
        steps: steps.collect(),
        from_start: branch.start,
        to_end: branch.end,
    };
    // Without a start there is one place only where the steps can begin, if their length is always the same.
    (sequence.from_start || sequence.fixed_bytes().is_some()).then_some(sequence)
}

/// Whether what may follow can begin with a character of the set.
fn meets(set: &CharSet, followers: &[Item]) -> bool {
    for follower in followers {
        if !set.is_disjoint(&follower.first()) {
            return true;
        }
        if !follower.is_nullable() {
            return false;
        }
    }
    false
}

fn is_readable(set: &CharSet) -> bool {
    !set.is_empty() && (set.ranges().len() <= MAX_RANGES || set.negated().ranges().len() <= MAX_RANGES)
}

impl Code {
    /// Runs the program as the generated code does.
    pub(super) fn is_match(&self, text: &str) -> bool {
        match self {
            Self::Constant(answer) => *answer,
            Self::Equals(texts) => texts.iter().any(|expected| expected == text),
            Self::StartsWith(texts) => texts.iter().any(|start| text.starts_with(start.as_str())),
            Self::EndsWith(texts) => texts.iter().any(|end| text.ends_with(end.as_str())),
            Self::Contains(texts) => texts.iter().any(|part| text.contains(part.as_str())),
            Self::ContainsAny(set) => text.chars().any(|c| set.contains(u32::from(c))),
            Self::Steps(sequences) => sequences.iter().any(|sequence| sequence.is_match(text)),
        }
    }
}

impl Sequence {
    /// The length in bytes of every text that follows the steps to its end, if it is always the same.
    #[must_use]
    pub fn fixed_bytes(&self) -> Option<usize> {
        if !self.to_end {
            return None;
        }
        self.steps.iter().try_fold(0usize, |sum, step| {
            let length = match step {
                Step::Literal(text) => text.len(),
                Step::OneOf(texts) => {
                    let length = texts.first()?.len();
                    texts.iter().all(|text| text.len() == length).then_some(length)?
                }
                Step::Run { set, min, max } if *max == Some(*min) && set.is_ascii() => *min as usize,
                Step::Run { .. } | Step::Optional(_) => return None,
            };
            sum.checked_add(length)
        })
    }

    fn is_match(&self, text: &str) -> bool {
        let start = match self.fixed_bytes() {
            Some(length) if !self.from_start => text.len().checked_sub(length),
            _ => Some(0),
        };
        let Some(mut rest) = start.and_then(|start| text.get(start..)) else {
            return false;
        };
        for step in &self.steps {
            let after = match step {
                Step::Literal(literal) => rest.strip_prefix(literal.as_str()),
                Step::OneOf(texts) => texts.iter().find_map(|text| rest.strip_prefix(text.as_str())),
                Step::Optional(literal) => Some(rest.strip_prefix(literal.as_str()).unwrap_or(rest)),
                Step::Run { set, min, max } => run(rest, set, *min, *max),
            };
            match after {
                Some(after) => rest = after,
                None => return false,
            }
        }
        !self.to_end || rest.is_empty()
    }
}

fn run<'a>(text: &'a str, set: &CharSet, min: u32, max: Option<u32>) -> Option<&'a str> {
    let most = max.map_or(usize::MAX, |max| max as usize);
    let taken: Vec<char> = text
        .chars()
        .take(most)
        .take_while(|c| set.contains(u32::from(*c)))
        .collect();
    let length: usize = taken.iter().map(|c| c.len_utf8()).sum();
    (taken.len() >= min as usize).then(|| text.get(length..)).flatten()
}
