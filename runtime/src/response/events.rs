//! Events of `tracing` for what in a response differs from the document. Without the feature `tracing` nothing happens.

use std::collections::{BTreeMap, BTreeSet};

use crate::data::fault::{Kind, Repair};
use crate::transport::head::Head;

/// What is the same about deviations that are told together: what was expected, what was found and what was done.
type Same = (Kind, Kind, Repair);

/// The deviations of a response that were told. Of a kind only the first one is.
#[derive(Debug, Default)]
pub(super) struct Told(BTreeSet<Same>);

impl Told {
    /// Tells of the deviations in the head, with an event for each kind that is new.
    pub(super) fn deviations(&mut self, head: &Head) {
        let mut counts: BTreeMap<Same, usize> = BTreeMap::new();
        for one in &head.deviations {
            *counts.entry((one.expected(), one.found(), one.repair())).or_default() += 1;
        }
        for (same, count) in counts {
            if self.0.insert(same) {
                deviation(head, same, count);
            }
        }
    }
}

#[cfg(feature = "tracing")]
fn deviation(head: &Head, (expected, found, repair): Same, count: usize) {
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
fn deviation(_: &Head, _: Same, _: usize) {}

/// Tells that the document does not have the status.
#[cfg(feature = "tracing")]
pub(super) fn undocumented_status(head: &Head) {
    tracing::warn!(
        openapi.operation = head.operation.id,
        http.response.status_code = head.status.as_u16(),
        "the status is not documented"
    );
}

#[cfg(not(feature = "tracing"))]
pub(super) fn undocumented_status(_: &Head) {}
