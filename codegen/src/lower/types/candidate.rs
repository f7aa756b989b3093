//! An alternative of a choice while it is looked at.

use crate::lower::Merged;
use crate::openapi::schema::Types;
use crate::tree::NodeId;

/// An alternative while it is looked at.
pub(in crate::lower) struct Candidate {
    pub(in crate::lower) node: NodeId,
    pub(in crate::lower) kinds: Types,
    pub(in crate::lower) merged: Merged,
}
