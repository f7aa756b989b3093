//! Documented headers: those of successful responses are the struct `Headers` of an operation, those of parts are the parts' own.

use super::bodies::{BodyKind, BodyPlan};
use super::contents::succeeds;
use crate::diag::{Diagnostics, Location, Problem};
use crate::ir::{Encoding, Header, Operation, TypeId};
use crate::plan::names::{Case, Ident, Scope};
use crate::plan::types::Types;
use crate::plan::types::rust_type::RustType;

/// A documented header.
pub struct HeaderPlan {
    /// The response in [`Operation::responses`] that documents it, and its index there.
    pub source: (usize, usize),
    /// The name of its field.
    pub name: Ident,
    /// Its type, without `Option`.
    pub ty: RustType,
    /// Whether every documented success has it.
    pub required: bool,
}

/// The headers of all documented successes, each once.
pub(super) fn plan(operation: &Operation) -> Vec<HeaderPlan> {
    let successes = || {
        let all = operation.responses.iter().enumerate();
        all.filter(|(_, response)| succeeds(operation, response.status) != Some(false))
    };
    let mut found: Vec<((usize, usize), &Header)> = Vec::new();
    for (at, response) in successes() {
        for (index, header) in response.headers.iter().enumerate() {
            // "If a response header is defined with the name Content-Type, it shall be ignored" (OpenAPI 3.1 section 4.8.17).
            if !same(header, "content-type") && !found.iter().any(|(_, known)| same(header, &known.name)) {
                found.push(((at, index), header));
            }
        }
    }
    let raws: Vec<&str> = found.iter().map(|(_, header)| header.name.as_str()).collect();
    let names = Scope::new(&[]).claim_all(&raws, Case::Field);
    let planned = found.into_iter().zip(names).map(|((source, header), name)| {
        let alike = || successes().map(|(_, response)| response.headers.iter().find(|other| same(other, &header.name)));
        let ty = RustType::plain(&header.ty);
        let agreed = alike().flatten().all(|other| RustType::plain(&other.ty) == ty);
        HeaderPlan {
            source,
            name,
            required: alike().all(|other| other.is_some_and(|other| other.required)),
            // Responses that do not agree on a header agree that it is a string.
            ty: if agreed { ty } else { RustType::String },
        }
    });
    planned.collect()
}

/// Names of headers have no case (RFC 9110 section 5.1).
fn same(header: &Header, name: &str) -> bool {
    header.name.eq_ignore_ascii_case(name)
}

/// The headers of a part that the document asks for. `Content-Type` is not one of them (OpenAPI 3.1 section 4.8.15.1).
pub fn part_headers(encoding: &Encoding) -> impl Iterator<Item = &Header> {
    let headers = encoding.headers.iter();
    headers.filter(|header| !same(header, "content-type") && !same(header, "content-disposition"))
}

/// Reports headers of parts that are no files: nobody can set them.
pub(super) fn check_parts(types: &Types<'_>, operation: &Operation, body: Option<&BodyPlan>, diags: &mut Diagnostics) {
    let (Some(body), Some(source)) = (body, &operation.body) else {
        return;
    };
    for variant in &body.variants {
        let BodyKind::Multipart(id) = variant.kind else {
            continue;
        };
        let content = &source.contents[variant.content];
        let encodings = content.encodings.iter();
        for encoding in encodings.filter(|one| part_headers(one).next().is_some()) {
            if !is_file(types, id, &encoding.property) {
                let property = encoding.property.clone();
                let location = Location {
                    span: Some(content.origin.span),
                    pointer: Some(content.origin.pointer.to_string()),
                };
                diags.push(Problem::PartHeaders { property }, location);
            }
        }
    }
}

fn is_file(types: &Types<'_>, id: TypeId, property: &str) -> bool {
    let Some(structure) = types.structure(&RustType::Named(id)) else {
        return false;
    };
    let field = structure.fields.iter().find(|field| field.source.name == property);
    let part = RustType::Runtime("Part");
    field.is_some_and(|field| match &field.ty {
        RustType::Vec(item) => **item == part,
        other => *other == part,
    })
}
