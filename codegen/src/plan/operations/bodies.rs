//! Request bodies: the representations that a server takes, and what is sent as each of them.

use super::contents::is_markup;
use crate::ir::{Body, Content, ContentKind, StringKind, Type, TypeId, TypeRef};
use crate::plan::names::http_words::media_word;
use crate::plan::names::{Case, Ident, Item, ModuleId, Scope};
use crate::plan::types::rust_type::RustType;
use crate::plan::types::{TypePlan, Types};
use crate::text::essence;

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
    /// Whether its media type is `application/json`.
    pub is_plain_json: bool,
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
    /// The same of a range of media types, of which the caller says which one it is.
    Typed,
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
            BodyKind::Parts | BodyKind::Bytes | BodyKind::Typed => false,
        };
        self.variants.iter().all(|variant| is_fixed(&variant.kind))
    }

    /// The variants that a value of their type becomes by itself. Of several that hold the same type it is the JSON one, whatever
    /// else the server takes, and then the first.
    pub fn converted<'b>(&'b self, types: &'b Types<'_>) -> impl Iterator<Item = &'b BodyVariant> {
        let held = |variant: &BodyVariant| types.unaliased(&variant.kind.rust_type()).clone();
        let rank = |variant: &BodyVariant| match (&variant.kind, variant.is_plain_json) {
            (BodyKind::Json(_), true) => 0,
            (BodyKind::Json(_), false) => 1,
            (_, _) => 2,
        };
        self.variants.iter().filter(move |variant| {
            let same = self.variants.iter().filter(|other| held(other) == held(variant));
            same.min_by_key(|other| rank(other))
                .is_some_and(|chosen| std::ptr::eq(chosen, *variant))
        })
    }

    /// Whether the body is moved out of the call when it is sent.
    pub fn is_moved(&self) -> bool {
        self.variants.iter().any(|variant| match variant.kind {
            BodyKind::Multipart(_) | BodyKind::Parts | BodyKind::Bytes | BodyKind::Typed => true,
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
            BodyKind::Typed => RustType::Runtime("TypedBody"),
        }
    }
}

/// The representations of a body, if there is any.
pub(super) fn body_plan(types: &Types<'_>, module: ModuleId, body: &Body) -> Option<BodyPlan> {
    let json = body.contents.iter().any(|content| content.kind == ContentKind::Json);
    let mut kinds: Vec<(usize, BodyKind)> = Vec::new();
    for (index, content) in body.contents.iter().enumerate() {
        // `text/json` beside `application/json` says the same thing twice; XML beside JSON too.
        if json && is_markup(&content.media_type) {
            continue;
        }
        let kind = kind(types, content);
        let twice = |known: &&mut (usize, BodyKind)| known.1 == kind && matches!(kind, BodyKind::Json(_));
        match kinds.iter_mut().find(twice) {
            Some(known) if is_plain_json(content) => known.0 = index,
            Some(_) => {}
            None => kinds.push((index, kind)),
        }
    }
    let raws: Vec<String> = kinds
        .iter()
        .map(|(index, _)| media_word(&body.contents[*index].media_type))
        .collect();
    let names = Scope::new(&[]).claim_all(&raws, Case::Variant);
    let variants = kinds.into_iter().zip(names);
    let variants = variants.map(|((content, kind), name)| BodyVariant {
        name,
        content,
        is_plain_json: is_plain_json(&body.contents[content]),
        kind,
    });
    let variants: Vec<BodyVariant> = variants.collect();
    let ty = match variants.as_slice() {
        [] => return None,
        [only] => only.kind.rust_type(),
        _ => RustType::Item(module, Item::Body),
    };
    Some(BodyPlan { ty, variants })
}

/// `image/*`; bytes of no type are in `*/*` and `application/*`.
fn is_range(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence.ends_with("/*") && !matches!(essence.as_str(), "*/*" | "application/*")
}

fn is_plain_json(content: &Content) -> bool {
    essence(&content.media_type) == "application/json"
}

/// Whether a multipart body is made of the fields of a struct: not if JSON has the same struct, in which no field holds bytes.
fn is_filled_in(types: &Types<'_>, id: TypeId) -> bool {
    let is_bytes = |ty: &TypeRef| matches!(types.resolved(ty).0, Type::String(StringKind::Binary));
    let is_file = |ty: &TypeRef| match types.resolved(ty).0 {
        Type::Array(item) => is_bytes(item),
        _ => is_bytes(ty),
    };
    let structure = types.get(id).and_then(TypePlan::structure);
    structure
        .is_some_and(|structure| structure.multipart || !structure.fields.iter().any(|field| is_file(&field.source.ty)))
}

fn kind(types: &Types<'_>, content: &Content) -> BodyKind {
    let ty = content.ty.as_ref();
    match content.kind {
        ContentKind::Json => BodyKind::Json(ty.map_or(RustType::Value, RustType::of)),
        ContentKind::Form => BodyKind::Form(ty.map_or(RustType::Value, RustType::of)),
        ContentKind::Multipart => match ty.map(|ty| &ty.ty) {
            Some(Type::Named { id, .. }) if is_filled_in(types, *id) => BodyKind::Multipart(*id),
            _ => BodyKind::Parts,
        },
        ContentKind::Text => BodyKind::Text,
        // `application/octet-stream` is in no other range.
        ContentKind::Binary if is_range(&content.media_type) => BodyKind::Typed,
        ContentKind::Binary | ContentKind::EventStream | ContentKind::JsonLines => BodyKind::Bytes,
    }
}
