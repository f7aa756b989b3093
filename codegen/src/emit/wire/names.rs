//! The names of properties that the server can send: a recording keeps these and no others.
//!
//! In the order of the types, so that what the document gains stays together.

use crate::emit::writer::{Code, Lines, Str, code};
use crate::ir::{Api, Shape};
use std::collections::BTreeSet;

/// The list, if it has names.
pub(super) fn names(api: &Api) -> Option<Lines> {
    let names = received(api);
    let lines = names.iter().map(|name| code!("$,", Str(name)));
    let mut body = Lines::new();
    lines.for_each(|line: Code| body.line(line));
    let head = code!("pub(crate) const NAMES: &[&str] = ::specwright_runtime::v1::names!");
    // Without operations there is no client.
    (!names.is_empty() && !api.operations.is_empty()).then(|| Lines::of_block(head, body, ";"))
}

/// The names, each once.
pub(crate) fn received(api: &Api) -> Vec<&str> {
    let mut known = BTreeSet::new();
    let types = api.types.entries().map(|(_, def)| def).filter(|def| def.usage.received);
    let fields = types.flat_map(|def| match &def.shape {
        Shape::Struct(structure) => structure.fields.as_slice(),
        Shape::Enum(_) | Shape::Union(_) | Shape::Newtype(_) | Shape::Tuple(_) | Shape::Alias(_) => &[],
    });
    fields
        .map(|field| field.name.as_str())
        .filter(|name| known.insert(*name))
        .collect()
}
