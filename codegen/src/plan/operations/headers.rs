//! Documented headers: those of successful responses are the struct `Headers` of an operation, those of parts are the parts' own.

use super::bodies::{BodyKind, BodyPlan};
use super::contents::succeeds;
use crate::diag::{Diagnostics, Location, Problem};
use crate::ir::{Body, Encoding, Header, Operation, TypeId};
use crate::plan::names::reserved::UNREAD;
use crate::plan::names::{Case, Ident, Scope};
use crate::plan::types::Types;
use crate::plan::types::rust_type::RustType;
use std::collections::{BTreeMap, BTreeSet};

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
    // What each success says of a header.
    let mut alike: BTreeMap<String, Vec<&Header>> = BTreeMap::new();
    for (at, response) in successes() {
        let mut own = BTreeSet::new();
        for (index, header) in response.headers.iter().enumerate() {
            let name = header.name.to_ascii_lowercase();
            // "If a response header is defined with the name Content-Type, it shall be ignored" (OpenAPI 3.1 section 4.8.17).
            if name == "content-type" || !own.insert(name.clone()) {
                continue;
            }
            let known = alike.entry(name).or_default();
            if known.is_empty() {
                found.push(((at, index), header));
            }
            known.push(header);
        }
    }
    let count = successes().count();
    let raws: Vec<&str> = found.iter().map(|(_, header)| header.name.as_str()).collect();
    let names = Scope::new(&[UNREAD]).claim_all(&raws, Case::Field);
    let planned = found.into_iter().zip(names).map(|((source, header), name)| {
        let alike = alike
            .get(&header.name.to_ascii_lowercase())
            .map_or(&[][..], Vec::as_slice);
        let ty = RustType::plain(&header.ty);
        let agreed = alike.iter().all(|other| RustType::plain(&other.ty) == ty);
        HeaderPlan {
            source,
            name,
            required: alike.len() == count && alike.iter().all(|other| other.required),
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

/// Which parts of a multipart body can have any header: files, and all parts that the caller puts together.
pub fn is_free_part(types: &Types<'_>, kind: &BodyKind, encoding: &Encoding) -> bool {
    match kind {
        BodyKind::Multipart(id) => is_file(types, *id, &encoding.property),
        BodyKind::Parts => true,
        BodyKind::Json(_) | BodyKind::Form(_) | BodyKind::Text | BodyKind::Bytes | BodyKind::Typed => false,
    }
}

/// What the document says of the parts of a multipart body, each with what the body is.
pub fn part_encodings<'o>(body: &'o BodyPlan, source: &'o Body) -> impl Iterator<Item = (&'o BodyKind, &'o Encoding)> {
    let multipart = |kind: &BodyKind| matches!(kind, BodyKind::Multipart(_) | BodyKind::Parts);
    let variants = body.variants.iter().filter(move |variant| multipart(&variant.kind));
    variants.flat_map(|variant| {
        let encodings = source.contents.get(variant.content).map(|content| &content.encodings);
        encodings
            .into_iter()
            .flatten()
            .map(|encoding| (&variant.kind, encoding))
    })
}

/// Reports headers of parts that are not files: nobody can set them.
pub(super) fn check_parts(types: &Types<'_>, operation: &Operation, body: Option<&BodyPlan>, diags: &mut Diagnostics) {
    let (Some(body), Some(source)) = (body, &operation.body) else {
        return;
    };
    let fixed = part_encodings(body, source).filter(|(kind, encoding)| !is_free_part(types, kind, encoding));
    for (_, encoding) in fixed {
        for header in part_headers(encoding) {
            let location = Location::at(header.origin.span, &header.origin.pointer);
            let (header, property) = (header.name.clone(), encoding.property.clone());
            diags.push(Problem::PartHeader { header, property }, location);
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
