//! Where the server puts its id of a request: what support asks for first.

use crate::ir::{Api, ContentKind, Shape, Type};
use crate::plan::types::resolved;
use std::collections::BTreeSet;

/// Headers and properties of JSON responses that hold the id, each sorted.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct RequestIds {
    /// Names of headers, in lower case.
    pub headers: BTreeSet<String>,
    /// Names of properties at the top of responses.
    pub members: BTreeSet<String>,
}

/// What names the id, without separators and in lower case.
const NAMES: &[&str] = &["requestid", "transactionid", "traceid", "correlationid"];

/// Finds them by their names: in the documented headers of all responses, and at the top of documented JSON bodies.
pub(in crate::plan) fn find(api: &Api) -> RequestIds {
    let mut ids = RequestIds::default();
    let responses = api.operations.iter().flat_map(|operation| &operation.responses);
    for response in responses {
        let headers = response.headers.iter().map(|header| header.name.to_ascii_lowercase());
        ids.headers.extend(headers.filter(|name| is_id(name)));
        let bodies = response
            .contents
            .iter()
            .filter(|content| content.kind == ContentKind::Json);
        for ty in bodies.filter_map(|content| content.ty.as_ref()) {
            members(api, resolved(api, ty).0, &mut ids.members);
        }
    }
    ids
}

fn members(api: &Api, ty: &Type, out: &mut BTreeSet<String>) {
    let Type::Named { id, .. } = ty else { return };
    let Some(Shape::Struct(object)) = api.types.get(*id).map(|def| &def.shape) else {
        return;
    };
    let texts = object
        .fields
        .iter()
        .filter(|field| matches!(field.ty.ty, Type::String(_)));
    out.extend(texts.map(|field| field.name.clone()).filter(|name| is_id(name)));
}

fn is_id(name: &str) -> bool {
    let letters: String = name
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric())
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    NAMES.contains(&letters.strip_prefix('x').unwrap_or(&letters))
}
