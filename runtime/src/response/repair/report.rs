//! What was repaired, for the caller and for `tracing`.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::engine::Repaired;
use crate::data::fault::{Deviation, Kind, Repair};
use crate::transport::head::Head;

/// How many deviations of a response are kept.
const MAX_DEVIATIONS: usize = 1000;

/// Keeps the deviations in the head, and writes an event for each kind of them.
pub(super) fn deviations(head: &mut Head, repaired: Vec<Repaired>) {
    let mut counts: BTreeMap<(Kind, Kind, Repair), usize> = BTreeMap::new();
    for Repaired { fault, repair } in &repaired {
        *counts.entry((fault.expected, fault.found, *repair)).or_default() += 1;
    }
    counts.into_iter().for_each(|(kind, count)| event(head, kind, count));
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

#[cfg(feature = "tracing")]
fn event(head: &Head, (expected, found, repair): (Kind, Kind, Repair), count: usize) {
    tracing::warn!(
        openapi.operation = head.operation.id,
        http.response.status_code = head.status.as_u16(),
        expected = %expected,
        found = %found,
        repair = ?repair,
        count,
        "the response differs from the document"
    );
}

#[cfg(not(feature = "tracing"))]
fn event(_: &Head, _: (Kind, Kind, Repair), _: usize) {}
