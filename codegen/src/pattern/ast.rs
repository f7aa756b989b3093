//! What a pattern says: a tree whose nodes live in one list, children before parents.
//!
//! Since a parent always follows its children, each later step is a plain loop over the list: no recursion, so
//! ten thousand nested groups are nothing special.

use super::CharSet;
use super::dialect::Foreign;
use super::facts::Leniency;

/// The place of a node in [`Ast::nodes`].
pub(crate) type NodeId = usize;

/// A parsed pattern.
#[derive(Clone, Debug)]
pub(crate) struct Ast {
    /// Post-order: the nodes of a subtree are contiguous and end with its root.
    pub(crate) nodes: Vec<Node>,
    pub(crate) root: NodeId,
    /// The first place that only the lenient syntax of ECMA-262's Annex B allows.
    pub(crate) leniency: Option<Leniency>,
    /// The first construct of another dialect.
    pub(crate) foreign: Option<Foreign>,
}

/// One construct of a pattern.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    /// Matches the empty string.
    Empty,
    /// Matches one code point.
    Set(CharSet),
    Concat(Vec<NodeId>),
    Alternate(Vec<NodeId>),
    Repeat {
        node: NodeId,
        min: u32,
        /// `None` has no upper bound.
        max: Option<u32>,
        lazy: bool,
    },
    Assert(Assertion),
    Look {
        node: NodeId,
        behind: bool,
        negative: bool,
    },
    /// A capturing group; what does not capture leaves no node.
    Capture(NodeId),
    /// A reference to the text of the capturing group of this number, counted from 1.
    BackReference(u32),
}

/// An assertion about the place between two characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Assertion {
    /// `^`
    Start,
    /// `$`, which in ECMA-262 is the end of the text only, not the place before a last line feed.
    End,
    /// `\b`
    WordBoundary,
    /// `\B`
    NotWordBoundary,
}
