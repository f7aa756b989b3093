//! What is said at a reference, in place of what its target says (OpenAPI 3.1 section 4.8.23: a description there "SHOULD override
//! that of the referenced component").

use super::Reader;
use crate::diag::Problem;
use crate::tree::NodeId;

impl Reader<'_, '_> {
    /// What `keyword` says at a reference, or else at what it leads to. The two are the same node where there is no reference.
    pub(super) fn said(&mut self, reference: NodeId, target: NodeId, keyword: &'static str) -> Option<String> {
        let own = self.get_text(reference, keyword).filter(|_| reference != target);
        *self.seen.entry((target, keyword)).or_default() |= own.is_none();
        own.or_else(|| self.get_text(target, keyword))
    }

    /// Reports prose that every reference overrides, when all operations have been read.
    pub(super) fn overridden_prose(&mut self) {
        for ((target, keyword), is_seen) in std::mem::take(&mut self.seen) {
            if !is_seen && self.tree.get(target, keyword).is_some() {
                let location = self.tree.key_location(target, keyword);
                self.diags.push(Problem::OverriddenProse { keyword }, location);
            }
        }
    }
}
