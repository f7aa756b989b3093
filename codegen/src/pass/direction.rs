//! Which way the values of each type travel. A type that travels no way is not reachable, and nothing is emitted for it.
//!
//! Read-only properties are not sent, unless a request must have them, and write-only properties not received (OpenAPI 3.1 section 4.8.24.2), so what only they use
//! does not travel that way either.

use crate::config::Select;
use crate::ir::{Access, Api, Field, Owner, Rest, Shape, TypeId, TypeRef, Usage, each_use, mentioned};
use crate::text::glob_matches;

#[derive(Clone, Copy, PartialEq)]
enum Way {
    Sent,
    Received,
}

/// Which types of other crates count.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum SharedTypes {
    /// All that their files have, as where they are defined: passes come to the same there and here.
    All,
    /// Those that something uses.
    Used,
}

pub(super) fn run(api: &mut Api, select: &Select, shared: SharedTypes) {
    api.types.iter_mut().for_each(|def| def.usage = Usage::default());
    let mut open: Vec<(TypeId, Way)> = Vec::new();
    for operation in &api.operations {
        for param in &operation.params {
            named(&param.ty, Way::Sent, &mut open);
        }
        for content in operation.body.iter().flat_map(|body| &body.contents) {
            content.ty.iter().for_each(|ty| named(ty, Way::Sent, &mut open));
            let headers = content.encodings.iter().flat_map(|encoding| &encoding.headers);
            headers.for_each(|header| named(&header.ty, Way::Sent, &mut open));
        }
        for response in &operation.responses {
            response
                .headers
                .iter()
                .for_each(|header| named(&header.ty, Way::Received, &mut open));
            let types = response.contents.iter().filter_map(|content| content.ty.as_ref());
            types.for_each(|ty| named(ty, Way::Received, &mut open));
        }
    }
    // What a program does with them is not known.
    open.extend(kept(api, select).flat_map(|id| [(id, Way::Sent), (id, Way::Received)]));
    spread(api, std::mem::take(&mut open));
    spread_shared(api, shared);
    for def in &mut api.types {
        def.usage.called = def.usage.sent || def.usage.received;
    }
    for content in api.events.iter().flat_map(|event| &event.contents) {
        content.ty.iter().for_each(|ty| named(ty, Way::Received, &mut open));
    }
    if api.operations.is_empty() && api.events.is_empty() {
        open.extend(components(api).flat_map(|id| [(id, Way::Sent), (id, Way::Received)]));
    }
    spread(api, open);
    spread_shared(api, shared);
}

/// A type of another crate is both sent and received there, whatever becomes of it here.
fn spread_shared(api: &mut Api, shared: SharedTypes) {
    let is_used = |usage: Usage| shared == SharedTypes::All || usage.sent || usage.received;
    let types = api.types.entries();
    let types = types.filter(|(_, def)| def.shared.is_some() && is_used(def.usage));
    let open = types
        .flat_map(|(id, _)| [(id, Way::Sent), (id, Way::Received)])
        .collect();
    spread(api, open);
}

/// Named schemas: a document without operations is a library of types.
fn components(api: &Api) -> impl Iterator<Item = TypeId> + '_ {
    let named = api.types.entries();
    named.filter(|(_, def)| def.path.is_schema()).map(|(id, _)| id)
}

/// Named schemas that the settings ask for by name.
fn kept<'a>(api: &'a Api, select: &'a Select) -> impl Iterator<Item = TypeId> + 'a {
    let entries = api.types.entries().filter(|_| !select.types.is_empty());
    let is_kept = |name: &str| select.types.iter().any(|selector| glob_matches(&selector.value, name));
    let named = entries.filter(move |(_, def)| {
        let Owner::Schema(name) = &def.path.owner else {
            return false;
        };
        def.path.is_schema() && is_kept(name)
    });
    named.map(|(id, _)| id)
}

fn spread(api: &mut Api, mut open: Vec<(TypeId, Way)>) {
    while let Some((id, way)) = open.pop() {
        let Some(def) = api.types.get_mut(id) else {
            continue;
        };
        if !std::mem::replace(flag(&mut def.usage, way), true) {
            uses(&def.shape, way, &mut open);
        }
    }
}

fn flag(usage: &mut Usage, way: Way) -> &mut bool {
    match way {
        Way::Sent => &mut usage.sent,
        Way::Received => &mut usage.received,
    }
}

fn uses(shape: &Shape, way: Way, open: &mut Vec<(TypeId, Way)>) {
    if let Shape::Struct(object) = shape {
        let travels = |field: &Field| match field.access {
            Access::Both => true,
            // What a request must have can be set.
            Access::ReadOnly => way == Way::Received || field.required,
            // A server may respond with a write-only property all the same; it is then read and kept.
            Access::WriteOnly => true,
        };
        for field in object.fields.iter().filter(|field| travels(field)) {
            named(&field.ty, way, open);
        }
        if let Rest::Kept(kept) = &object.rest {
            named(kept, way, open);
        }
        return;
    }
    each_use(shape, &mut |ty| named(ty, way, open));
}

fn named(ty: &TypeRef, way: Way, open: &mut Vec<(TypeId, Way)>) {
    open.extend(mentioned(ty).map(|id| (id, way)));
}
