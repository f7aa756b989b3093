//! Whether a response holds what the caller may send back: then the runtime leaves nothing out of it when it reads it.

use crate::ir::{Api, Operation, Shape, TypeId, each_use, mentioned};
use std::collections::{BTreeMap, BTreeSet};

/// The types that hold a struct that any operation sends, or are one.
pub(super) struct SentBack(BTreeSet<TypeId>);

impl SentBack {
    pub(super) fn of(api: &Api) -> SentBack {
        let mut users: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
        for (id, def) in api.types.entries() {
            each_use(&def.shape, &mut |ty| {
                if let Some(used) = mentioned(ty) {
                    users.entry(used).or_default().push(id);
                }
            });
        }
        let sent = api
            .types
            .entries()
            .filter(|(_, def)| def.usage.sent && matches!(def.shape, Shape::Struct(_)));
        let mut open: Vec<TypeId> = sent.map(|(id, _)| id).collect();
        let mut found = BTreeSet::new();
        while let Some(id) = open.pop() {
            if found.insert(id) {
                open.extend(users.get(&id).into_iter().flatten());
            }
        }
        SentBack(found)
    }

    /// Whether one of them is in a response of the operation.
    pub(super) fn is_in(&self, operation: &Operation) -> bool {
        let contents = operation.responses.iter().flat_map(|response| &response.contents);
        let mut ids = contents.filter_map(|content| mentioned(content.ty.as_ref()?));
        ids.any(|id| self.0.contains(&id))
    }
}
