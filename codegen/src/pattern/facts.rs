//! What is known about a pattern besides how to check it, and why some cannot be compiled.

use super::dialect::Foreign;
use super::effort::Effort;
use std::fmt;

/// Facts that a caller may want to report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Facts {
    /// Every text matches, so the pattern says nothing (`.*`).
    pub always_matches: bool,
    /// No text matches (`a^`, `[]`).
    pub never_matches: bool,
    /// The first place where the pattern is not valid with the `u` flag and was read by the rules of Annex B.
    pub lenient: Option<Leniency>,
    /// What the pattern has of another dialect; it is read as its author meant it.
    pub foreign: Option<Foreign>,
    /// What it took to look for a table; nothing where code was found first.
    pub effort: Effort,
}

/// A deviation from the strict syntax, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Leniency {
    /// What was tolerated.
    pub kind: LeniencyKind,
    /// Byte offset in the pattern.
    pub offset: usize,
}

/// What the lenient syntax allows and the `u` flag refuses (ECMA-262, B.1.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LeniencyKind {
    /// A needless backslash (`\-`, `\@`): the character means itself.
    IdentityEscape(char),
    /// `{`, `}` or `]` that opens or closes nothing: the character means itself.
    Bracket(char),
    /// A class escape at the end of a range (`[\w-.]`): the hyphen means itself.
    ClassEscapeInRange,
    /// A look-ahead with a quantifier.
    QuantifiedLookahead,
    /// An octal escape (`\07`, or `\1` without a group 1).
    OctalEscape,
    /// `\c`, `\x` or `\u` that is not followed by what it needs.
    IncompleteEscape(char),
    /// A property that ECMA-262 spells differently, as `\p{Greek}` for `\p{Script=Greek}`.
    PropertyName,
}

impl fmt::Display for LeniencyKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::IdentityEscape(c) => write!(f, "`\\{c}` is read as `{c}`"),
            Self::Bracket(c) => write!(f, "`{c}` is read literally; write `\\{c}`"),
            Self::ClassEscapeInRange => {
                f.write_str("a class escape cannot begin or end a range; the `-` is read literally")
            }
            Self::QuantifiedLookahead => f.write_str("a look-ahead takes no quantifier"),
            Self::OctalEscape => f.write_str("an octal escape; write `\\x` and two hexadecimal digits"),
            Self::IncompleteEscape(c) => write!(f, "`\\{c}` is incomplete and read literally"),
            Self::PropertyName => f.write_str("a property name that ECMA-262 spells differently"),
        }
    }
}

/// Why a pattern is left to the engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EngineReason {
    /// `\1` or `\k<name>`: no finite automaton can check it.
    BackReference,
    /// A look-around within a look-around.
    NestedLook,
    /// A look-behind that holds `$` or a word boundary.
    LookbehindAssertion,
    /// Building the automaton would take too many states or too much time.
    TooLarge,
    /// The smallest table has this many bytes, more than [`super::MAX_TABLE_BYTES`].
    TableTooLarge(usize),
}

impl fmt::Display for EngineReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BackReference => f.write_str("it has a back-reference"),
            Self::NestedLook => f.write_str("it has a look-around within a look-around"),
            Self::LookbehindAssertion => f.write_str("a look-behind contains `$` or a word boundary"),
            Self::TooLarge => f.write_str("its automaton is too large to build"),
            Self::TableTooLarge(bytes) => {
                write!(f, "its table takes {bytes} bytes, more than {}", super::MAX_TABLE_BYTES)
            }
        }
    }
}

/// A pattern that is not a regular expression of ECMA-262, or is too long to be taken on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// What is wrong, in lower case and without a full stop.
    pub message: String,
    /// Byte offset in the pattern.
    pub offset: usize,
}

impl PatternError {
    pub(crate) fn new(message: impl Into<String>, offset: usize) -> Self {
        Self {
            message: message.into(),
            offset,
        }
    }
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (at byte {} of the pattern)", self.message, self.offset)
    }
}

impl std::error::Error for PatternError {}
