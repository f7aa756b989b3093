//! JSONPath (RFC 9535) on the node tree.
//!
//! Queries run on the tree itself, so that what they select keeps its place in the file; libraries for JSONPath want
//! the document once more as their own value, and each brings about fifteen crates.
//!
//! Beyond the standard, a hyphen is taken in `.x-name`, as the examples of the Overlay standard write it.

mod effort;
mod eval;
mod parse;

pub use effort::Effort;
pub use eval::Found;

use crate::number::Number;
use crate::pattern::Pattern;

/// A query, such as `$.paths.*.get`.
#[derive(Clone, Debug)]
pub struct Query {
    segments: Vec<Segment>,
}

/// Why a text is not a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathError {
    /// What is wrong.
    pub reason: String,
    /// The byte where it is.
    pub offset: usize,
}

#[derive(Clone, Debug)]
struct Segment {
    /// `..`: the selectors apply to the node and everything below it.
    descendant: bool,
    selectors: Vec<Selector>,
}

#[derive(Clone, Debug)]
enum Selector {
    Name(String),
    Wildcard,
    Index(i64),
    Slice {
        start: Option<i64>,
        end: Option<i64>,
        step: i64,
    },
    Filter(Logical),
}

/// A logical expression (section 2.3.5.1).
#[derive(Clone, Debug)]
enum Logical {
    Or(Vec<Logical>),
    And(Vec<Logical>),
    Not(Box<Logical>),
    Exists(Path),
    Compare(Comparable, Comparison, Comparable),
    Matches {
        text: Comparable,
        pattern: Regexp,
        whole: bool,
    },
}

/// A query inside of a filter.
#[derive(Clone, Debug)]
struct Path {
    /// Whether it begins at the document (`$`) or at the node that is filtered (`@`).
    absolute: bool,
    query: Query,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

#[derive(Clone, Debug)]
enum Comparable {
    Null,
    Bool(bool),
    Number(Number),
    String(String),
    /// A query that selects at most one node.
    Singular(Path),
    Length(Box<Comparable>),
    Count(Path),
    Value(Path),
}

/// The pattern of `match` and `search`.
#[derive(Clone, Debug)]
enum Regexp {
    Fixed(Box<Pattern>),
    /// A pattern that comes from the document.
    Dynamic(Comparable),
}

impl Query {
    fn is_singular(&self) -> bool {
        self.segments.iter().all(|segment| {
            let single = matches!(segment.selectors.as_slice(), [Selector::Name(_) | Selector::Index(_)]);
            single && !segment.descendant
        })
    }
}

/// The pattern as `match` (the whole text) or `search` (some part of it) takes it. I-Regexp (RFC 9485) is a subset of
/// ECMA-262's patterns, apart from the anchors.
fn regexp(source: &str, whole: bool) -> Option<Pattern> {
    let source = match whole {
        true => format!("^(?:{source})$"),
        false => source.to_owned(),
    };
    crate::pattern::compile(&source).ok()
}
