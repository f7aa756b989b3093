//! Where the server says what went wrong: what errors repeat in their own words.

use crate::ir::{Api, ContentKind, Response, Shape, Status, Struct, Type, TypeId, TypeRef};
use crate::plan::types::resolved;
use std::collections::BTreeSet;

/// Names of such properties, without separators and in lower case: the most telling first. `title` of RFC 9457 says the same
/// every time, `detail` what happened this time.
const NAMES: &[&str] = &[
    "message",
    "detail",
    "errordescription",
    "errormessage",
    "msg",
    "title",
    "error",
    "description",
    "reason",
];

/// Properties that hold an object, or a list of objects, with such a property.
const HOLDERS: &[&str] = &["error", "errors", "fault"];

/// Finds them by their names in the JSON bodies of all documented failures: paths of names, the most telling first.
pub(in crate::plan) fn find(api: &Api) -> Vec<Vec<String>> {
    let mut found: Vec<(usize, Vec<String>)> = Vec::new();
    let responses = api.operations.iter().flat_map(|operation| &operation.responses);
    let contents = responses.filter(|one| is_failure(one)).flat_map(|one| &one.contents);
    let json = contents.filter(|content| content.kind == ContentKind::Json);
    // Most operations fail alike.
    let bodies: BTreeSet<TypeId> = json.filter_map(|content| named(api, content.ty.as_ref()?)).collect();
    for body in bodies.into_iter().filter_map(|id| structure(api, id)) {
        found.extend(texts(api, body, &[]));
        let holders = body
            .fields
            .iter()
            .filter(|field| HOLDERS.contains(&&*letters(&field.name)));
        for field in holders {
            let inner = match resolved(api, &field.ty).0 {
                Type::Array(item) => object(api, item),
                _ => object(api, &field.ty),
            };
            let path = [field.name.clone()];
            found.extend(inner.into_iter().flat_map(|inner| texts(api, inner, &path)));
        }
    }
    found.sort();
    found.dedup();
    found.into_iter().map(|(_, path)| path).collect()
}

fn is_failure(response: &Response) -> bool {
    match response.status {
        Status::Code(code) => code >= 400,
        Status::Range(hundreds) => hundreds >= 4,
        Status::Default => true,
    }
}

fn object<'a>(api: &'a Api, ty: &'a TypeRef) -> Option<&'a Struct> {
    structure(api, named(api, ty)?)
}

fn named(api: &Api, ty: &TypeRef) -> Option<TypeId> {
    let Type::Named { id, .. } = resolved(api, ty).0 else {
        return None;
    };
    Some(*id)
}

fn structure(api: &Api, id: TypeId) -> Option<&Struct> {
    match &api.types.get(id)?.shape {
        Shape::Struct(object) => Some(object),
        Shape::Enum(_) | Shape::Union(_) | Shape::Newtype(_) | Shape::Tuple(_) | Shape::Alias(_) => None,
    }
}

/// The properties of an object that say it, with how telling they are and the path to them.
fn texts(api: &Api, object: &Struct, path: &[String]) -> Vec<(usize, Vec<String>)> {
    let texts = object.fields.iter();
    let texts = texts.filter(|field| matches!(resolved(api, &field.ty).0, Type::String(_)));
    let ranked = texts.filter_map(|field| {
        let rank = NAMES.iter().position(|name| *name == letters(&field.name))?;
        Some((rank, [path, std::slice::from_ref(&field.name)].concat()))
    });
    ranked.collect()
}

fn letters(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_ascii_alphanumeric());
    letters.map(|letter| letter.to_ascii_lowercase()).collect()
}
