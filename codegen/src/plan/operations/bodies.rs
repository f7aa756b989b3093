//! Request bodies: the representations that a server takes, and what is sent as each of them.

use super::responses::is_markup;
use crate::ir::{Api, Body, Content, ContentKind, Shape, Type, TypeId};
use crate::plan::names::http_words::media_word;
use crate::plan::names::{Case, Ident, Scope};
use crate::plan::{Plan, RustType};
use std::collections::BTreeSet;

/// A request body.
pub struct BodyPlan {
    /// The representations that the server takes; with several, the body is an enumeration of them.
    pub variants: Vec<BodyVariant>,
}

/// A representation of a request body.
pub struct BodyVariant {
    /// The variant, if there are several.
    pub name: Ident,
    /// Index in [`Body::contents`].
    pub content: usize,
    /// What is sent.
    pub kind: BodyKind,
}

/// What is sent as a body.
#[derive(Clone, Debug, PartialEq)]
pub enum BodyKind {
    /// A JSON document.
    Json(RustType),
    /// A form.
    Form(RustType),
    /// A multipart body made of the members of a struct.
    Multipart(TypeId),
    /// A multipart body that the caller puts together.
    Parts,
    /// Text.
    Text,
    /// Bytes, or a stream of them.
    Bytes,
}

/// Structs that are bodies of multipart requests and nothing else: their files are parts.
pub(in crate::plan) fn multipart_bodies(api: &Api) -> BTreeSet<TypeId> {
    let mut bodies = BTreeSet::new();
    let mut others = BTreeSet::new();
    let mut note = |content: &Content, sent: bool| {
        let Some(Type::Named { id, .. }) = content.ty.as_ref().map(|ty| &ty.ty) else {
            return;
        };
        if sent && content.kind == ContentKind::Multipart {
            bodies.insert(*id)
        } else {
            others.insert(*id)
        };
    };
    for operation in &api.operations {
        operation
            .body
            .iter()
            .flat_map(|body| &body.contents)
            .for_each(|content| note(content, true));
        operation
            .responses
            .iter()
            .flat_map(|response| &response.contents)
            .for_each(|content| note(content, false));
    }
    for def in &api.types {
        crate::ir::each_use(&def.shape, &mut |ty| {
            let mut part = ty;
            while let Type::Array(inner) | Type::Map(inner) = &part.ty {
                part = inner;
            }
            if let Type::Named { id, .. } = part.ty {
                others.insert(id);
            }
        });
    }
    bodies.retain(|id| {
        let def = &api.types[id.index()];
        !others.contains(id) && !def.usage.received && matches!(def.shape, Shape::Struct(_))
    });
    bodies
}

/// The type of the body argument. With several representations it is the enumeration `Body` of the module, which the emitter names.
pub(super) fn body_type(body: &BodyPlan) -> RustType {
    match body.variants.as_slice() {
        [only] => match &only.kind {
            BodyKind::Json(ty) | BodyKind::Form(ty) => ty.clone(),
            BodyKind::Multipart(id) => RustType::Named(*id),
            BodyKind::Parts => RustType::Runtime("Multipart"),
            BodyKind::Text => RustType::String,
            BodyKind::Bytes => RustType::Runtime("Body"),
        },
        _ => RustType::Runtime("Body"),
    }
}

pub(super) fn body_plan(plan: &Plan<'_>, body: &Body) -> Option<BodyPlan> {
    let mut kinds: Vec<(usize, BodyKind)> = Vec::new();
    for (index, content) in body.contents.iter().enumerate() {
        let kind = kind(plan, content);
        // `text/json` beside `application/json` says the same thing twice; XML beside JSON too.
        let json = kinds.iter().any(|(_, known)| matches!(known, BodyKind::Json(_)));
        if kinds
            .iter()
            .any(|(_, known)| *known == kind && matches!(known, BodyKind::Json(_)))
            || (json && is_markup(&content.media_type))
        {
            continue;
        }
        kinds.push((index, kind));
    }
    let raws: Vec<String> = kinds
        .iter()
        .map(|(index, _)| media_word(&body.contents[*index].media_type))
        .collect();
    let names = Scope::new(&[]).claim_all(&raws, Case::Variant);
    let variants: Vec<BodyVariant> = kinds
        .into_iter()
        .zip(names)
        .map(|((content, kind), name)| BodyVariant { name, content, kind })
        .collect();
    (!variants.is_empty()).then_some(BodyPlan { variants })
}

fn kind(plan: &Plan<'_>, content: &Content) -> BodyKind {
    let ty = content.ty.as_ref();
    match content.kind {
        ContentKind::Json => BodyKind::Json(ty.map_or(RustType::Value, |ty| plan.rust_type(ty))),
        ContentKind::Form => BodyKind::Form(ty.map_or(RustType::Value, |ty| plan.rust_type(ty))),
        ContentKind::Multipart => match ty.map(|ty| &ty.ty) {
            Some(Type::Named { id, .. }) if matches!(plan.api.types[id.index()].shape, Shape::Struct(_)) => {
                BodyKind::Multipart(*id)
            }
            _ => BodyKind::Parts,
        },
        ContentKind::Text => BodyKind::Text,
        ContentKind::Binary | ContentKind::EventStream | ContentKind::JsonLines => BodyKind::Bytes,
    }
}
