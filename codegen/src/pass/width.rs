//! How wide types are: as wide as the compiler takes them.
//!
//! `rustc` needs a minute for a struct of some thousand fields, and dies of one of some more. What is wider is any value of its kind.

use crate::diag::{Diagnostics, Location, Problem};
use crate::ir::{
    Api, EnumKind, FloatKind, IntegerKind, Operation, ParamLocation, Server, Shape, StringKind, Type, TypeRef,
};
use std::collections::BTreeSet;

/// The fields of a struct, and the parameters of an operation.
const MAX_FIELDS: usize = 3_000;
/// The elements of a tuple. Each may be missing or wrong, and the compiler plans for those before it to be dropped then: its memory
/// grows with their square.
const MAX_ELEMENTS: usize = 500;
/// The variants of a union.
const MAX_VARIANTS: usize = 2_000;
/// The values of an enumeration.
pub(super) const MAX_VALUES: usize = 30_000;
/// The servers of a client, and the values of a variable in a URL: the compiler's memory grows with their square.
const MAX_SERVERS: usize = 3_000;
/// The headers that the responses of an operation have together, which are read like the elements of a tuple: three thousand take
/// more than 20 GB.
const MAX_HEADERS: usize = 500;

pub(super) fn run(api: &mut Api, diags: &mut Diagnostics) {
    servers(&mut api.servers, diags);
    for operation in api.operations.iter_mut() {
        parameters(operation, diags);
        headers(operation, diags);
    }
    for id in api.types.ids() {
        let def = &mut api.types[id];
        let (what, count, limit, wide) = match &def.shape {
            Shape::Struct(object) => ("properties", object.fields.len(), MAX_FIELDS, Type::Any),
            Shape::Union(union) => ("alternatives", union.variants.len(), MAX_VARIANTS, Type::Any),
            Shape::Tuple(tuple) => ("items", tuple.elements.len(), MAX_ELEMENTS, Type::Any),
            Shape::Enum(list) => ("values", list.values.len(), MAX_VALUES, any_of(list.kind)),
            Shape::Newtype(_) | Shape::Alias(_) => continue,
        };
        if count > limit {
            diags.push(Problem::WideType { what, limit }, super::location(def));
            let def = &mut api.types[id];
            def.shape = Shape::Alias(TypeRef::new(wide));
        }
    }
}

/// Servers are an enumeration, and so are the values of a variable in a URL; the variables are a struct.
fn servers(servers: &mut Vec<Server>, diags: &mut Diagnostics) {
    let mut report = |what, limit, server: &Server| {
        let location = Location::at(server.origin.span, &server.origin.pointer);
        diags.push(Problem::WideServers { what, limit }, location);
    };
    if let Some(first) = servers.get(MAX_SERVERS) {
        report("servers", MAX_SERVERS, first);
        servers.truncate(MAX_SERVERS);
    }
    servers.retain(|server| {
        let is_wide = server.variables.len() > MAX_FIELDS;
        if is_wide {
            report("variables", MAX_FIELDS, server);
        }
        !is_wide
    });
    for server in servers {
        if server
            .variables
            .iter()
            .any(|variable| variable.values.len() > MAX_SERVERS)
        {
            report("values of a variable", MAX_SERVERS, server);
        }
        let wide = server
            .variables
            .iter_mut()
            .filter(|variable| variable.values.len() > MAX_SERVERS);
        wide.for_each(|variable| variable.values.clear());
    }
}

/// Parameters are fields of the call. Those of the path stay, since it has a place for each.
fn parameters(operation: &mut Operation, diags: &mut Diagnostics) {
    let mut left = MAX_FIELDS;
    let mut first = None;
    operation.params.retain(|param| {
        let is_kept = param.location == ParamLocation::Path || left > 0;
        left = left.saturating_sub(1);
        if !is_kept && first.is_none() {
            first = Some(Location::at(param.origin.span, &param.origin.pointer));
        }
        is_kept
    });
    if let Some(location) = first {
        let (what, limit) = ("parameters", MAX_FIELDS);
        diags.push(Problem::WideOperation { what, limit }, location);
    }
}

/// Headers are fields of one struct, in which a header that several responses have is once.
fn headers(operation: &mut Operation, diags: &mut Diagnostics) {
    let mut known = BTreeSet::new();
    let mut is_reported = false;
    for response in &mut operation.responses {
        response.headers.retain(|header| {
            let name = header.name.to_ascii_lowercase();
            let is_kept = known.contains(&name) || known.len() < MAX_HEADERS;
            if is_kept {
                known.insert(name);
            } else if !std::mem::replace(&mut is_reported, true) {
                let location = Location::at(header.origin.span, &header.origin.pointer);
                let (what, limit) = ("headers of responses", MAX_HEADERS);
                diags.push(Problem::WideOperation { what, limit }, location);
            }
            is_kept
        });
    }
}

/// Any value of the kind that an enumeration has.
fn any_of(kind: EnumKind) -> Type {
    match kind {
        EnumKind::String => Type::String(StringKind::Text),
        EnumKind::Integer => Type::Integer(IntegerKind::I64),
        EnumKind::Number => Type::Number(FloatKind::F64),
        EnumKind::Bool => Type::Bool,
        EnumKind::Mixed => Type::Any,
    }
}
