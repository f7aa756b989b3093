//! What was repaired, for the caller.

use std::sync::Arc;

use super::engine::Repaired;
use crate::data::fault::Deviation;
use crate::transport::head::Head;

/// How many deviations of a response are kept.
const MAX_DEVIATIONS: usize = 1000;

/// Keeps the deviations in the head.
pub(super) fn deviations(head: &mut Head, repaired: Vec<Repaired>) {
    let media_type: Arc<str> = head.content_type().unwrap_or_default().into();
    let (operation, status) = (head.operation.id, head.status);
    head.deviations = repaired
        .into_iter()
        .take(MAX_DEVIATIONS)
        .map(|Repaired { fault, repair }| Deviation {
            operation,
            status,
            media_type: Arc::clone(&media_type),
            fault,
            repair,
        })
        .collect();
}
