//! Request bodies: the representations that a server takes, and what is sent as each of them.

use super::contents::is_markup;
use crate::ir::{Api, Body, Content, ContentKind, Shape, Type, TypeId};
use crate::plan::names::http_words::media_word;
use crate::plan::names::{Case, Ident, Item, ModuleId, Scope};
use crate::plan::types::Types;
use crate::plan::types::rust_type::RustType;

/// A request body.
pub struct BodyPlan {
    /// The type of the argument.
    pub ty: RustType,
    /// The representations that the server takes; with several, the type is the enumeration `Body` of the operation's module.
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

impl BodyPlan {
    /// Whether it is an enumeration of several representations.
    pub fn is_enum(&self) -> bool {
        matches!(self.ty, RustType::Item(..))
    }

    /// Whether a call with this body can be repeated: bodies that are streams can't.
    pub fn is_repeatable(&self, types: &Types<'_>) -> bool {
        let is_fixed = |kind: &BodyKind| match kind {
            BodyKind::Json(_) | BodyKind::Form(_) | BodyKind::Text => true,
            BodyKind::Multipart(id) => {
                let structure = types.structure(&RustType::Named(*id));
                structure.is_some_and(|structure| !structure.multipart)
            }
            BodyKind::Parts | BodyKind::Bytes => false,
        };
        self.variants.iter().all(|variant| is_fixed(&variant.kind))
    }

    /// Whether the body is moved out of the call when it is sent.
    pub fn is_moved(&self) -> bool {
        self.variants.iter().any(|variant| match variant.kind {
            BodyKind::Multipart(_) | BodyKind::Parts | BodyKind::Bytes => true,
            BodyKind::Json(_) | BodyKind::Form(_) | BodyKind::Text => false,
        })
    }
}

impl BodyKind {
    /// The type that a caller gives.
    pub fn rust_type(&self) -> RustType {
        match self {
            BodyKind::Json(ty) | BodyKind::Form(ty) => ty.clone(),
            BodyKind::Multipart(id) => RustType::Named(*id),
            BodyKind::Parts => RustType::Runtime("Multipart"),
            BodyKind::Text => RustType::String,
            BodyKind::Bytes => RustType::Runtime("Body"),
        }
    }
}

/// The representations of a body, if there is any.
pub(super) fn body_plan(api: &Api, module: ModuleId, body: &Body) -> Option<BodyPlan> {
    let mut kinds: Vec<(usize, BodyKind)> = Vec::new();
    for (index, content) in body.contents.iter().enumerate() {
        let kind = kind(api, content);
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
    let ty = match variants.as_slice() {
        [] => return None,
        [only] => only.kind.rust_type(),
        _ => RustType::Item(module, Item::Body),
    };
    Some(BodyPlan { ty, variants })
}

fn kind(api: &Api, content: &Content) -> BodyKind {
    let ty = content.ty.as_ref();
    match content.kind {
        ContentKind::Json => BodyKind::Json(ty.map_or(RustType::Value, RustType::of)),
        ContentKind::Form => BodyKind::Form(ty.map_or(RustType::Value, RustType::of)),
        ContentKind::Multipart => match ty.map(|ty| &ty.ty) {
            Some(Type::Named { id, .. }) if matches!(api.types[*id].shape, Shape::Struct(_)) => {
                BodyKind::Multipart(*id)
            }
            _ => BodyKind::Parts,
        },
        ContentKind::Text => BodyKind::Text,
        ContentKind::Binary | ContentKind::EventStream | ContentKind::JsonLines => BodyKind::Bytes,
    }
}
