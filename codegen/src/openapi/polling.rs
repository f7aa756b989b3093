//! `x-polling` of an operation: which property of its response says that something has ended, and which values are ends.

use super::Reader;
use super::document::{Ends, Polling};
use crate::diag::Problem;
use crate::tree::{NodeId, unescape_pointer};

const KEYS: &[&str] = &["status", "done", "failed"];

impl Reader<'_, '_> {
    /// `x-polling: {status: JSON pointer, done: [value], failed: [value]}`.
    pub(super) fn polling(&mut self, operation: NodeId) -> Option<Polling> {
        let node = self.tree.get(operation, "x-polling")?;
        if self.object(node, "x-polling").is_empty() {
            return None;
        }
        self.known(node, "x-polling", KEYS);
        let unusable = |reader: &mut Self, reason: &str| {
            let reason = reason.to_owned();
            reader.report(node, Problem::UnusablePolling { reason });
            None
        };
        let Some(place) = self.tree.get(node, "status") else {
            return unusable(self, "it does not name a property as `status`");
        };
        let pointer = self.string(place, "status")?;
        let Some(names) = pointer.strip_prefix('/') else {
            return unusable(self, "`status` is not a JSON pointer such as `/data/status`");
        };
        let status = names.split('/').map(|name| unescape_pointer(name).into_owned());
        let (done, failed) = (self.ends(node, "done"), self.ends(node, "failed"));
        if done.is_empty() {
            return unusable(self, "it lists no value as `done`");
        }
        if let Some((both, _)) = done
            .iter()
            .find(|(done, _)| failed.iter().any(|(failed, _)| failed == done))
        {
            return unusable(self, &format!("`{both}` is both `done` and `failed`"));
        }
        Some(Polling {
            place,
            status: status.collect(),
            done,
            failed,
        })
    }

    fn ends(&mut self, node: NodeId, key: &str) -> Ends {
        let Some(list) = self.tree.get(node, key) else {
            return Ends::new();
        };
        let items = self.array(list, key);
        let ends = items.iter().filter_map(|&item| Some((self.string(item, key)?, item)));
        ends.collect()
    }
}
