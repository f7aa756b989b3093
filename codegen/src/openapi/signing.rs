//! What the document says of the signatures of all webhooks and callbacks.

use super::Reader;
use super::document::Operation;
use super::signature::Signed;
use crate::diag::Problem;
use crate::tree::NodeId;
use std::sync::Arc;

impl Reader<'_, '_> {
    /// Gives webhooks and callbacks what the document says for all of them. What an operation of `paths` says is of no use: the server
    /// signs what it sends by itself.
    pub(super) fn sign_all(
        &mut self,
        document: NodeId,
        operations: &mut [Operation],
        webhooks: &mut [(Arc<str>, Operation)],
    ) {
        let all = self.signed(document);
        let mut is_any = !webhooks.is_empty();
        sign(webhooks, &all);
        for operation in operations {
            if let Signed::By(own) = &operation.signature {
                let reason = "an operation of `paths` is not sent by the server".to_owned();
                self.report(own.node, Problem::UnusableSignature { reason });
            }
            is_any |= !operation.callbacks.is_empty();
            sign(&mut operation.callbacks, &all);
        }
        if let (Signed::By(all), false) = (&all, is_any) {
            let reason = "the document has neither webhooks nor callbacks".to_owned();
            self.report(all.node, Problem::UnusableSignature { reason });
        }
    }
}

/// Gives what says nothing itself what is said of all.
fn sign(events: &mut [(Arc<str>, Operation)], all: &Signed) {
    for (_, event) in events {
        if !event.signature.is_said() {
            event.signature = all.clone();
        }
        sign(&mut event.callbacks, all);
    }
}
