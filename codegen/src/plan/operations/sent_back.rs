//! Whether a response holds what the caller may send back: then the runtime leaves nothing out of it when it reads it.

use crate::ir::{Api, Operation, Shape, Type, TypeId, TypeRef, each_use, parts};
use std::collections::BTreeSet;

/// Whether a struct that any operation sends is in a response of this one.
pub(super) fn sent_back(api: &Api, operation: &Operation) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = Vec::new();
    let contents = operation.responses.iter().flat_map(|response| &response.contents);
    contents
        .filter_map(|content| content.ty.as_ref())
        .for_each(|ty| named(ty, &mut open));
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        let def = &api.types[id];
        if def.usage.sent && matches!(def.shape, Shape::Struct(_)) {
            return true;
        }
        each_use(&def.shape, &mut |ty| named(ty, &mut open));
    }
    false
}

fn named(ty: &TypeRef, open: &mut Vec<TypeId>) {
    parts(ty, &mut |part| {
        if let Type::Named { id, .. } = part.ty {
            open.push(id);
        }
    });
}
