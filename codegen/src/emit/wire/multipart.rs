//! Multipart bodies: each property of a struct becomes parts (OpenAPI 3.1 section 4.8.14.4).

use super::literals::serializable;
use super::scope::Scope;
use super::style::style_constant;
use crate::emit::writer::{Code, Lines, Str, code};
use crate::ir::{Content, Encoding, Shape, StringKind, Type, TypeId, TypeRef};
use crate::plan::{FieldPlan, Presence, RestPlan, RustType, StructPlan, part_headers};

/// Statements that fill `form` from `body`, a reference to a struct.
pub(super) fn fill(scope: &Scope<'_>, id: TypeId, content: &Content) -> Lines {
    let mut lines = Lines::new();
    let Some(structure) = scope.plan.types.structure(&RustType::Named(id)) else {
        return lines;
    };
    for field in structure.fields.iter().filter(|field| is_sent(field)) {
        lines.extend(property(scope, field, content));
    }
    if let Some(RestPlan { name, .. }) = &structure.rest {
        let value = Lines::of(code!("form.value(name.clone(), \"\", value);"));
        lines.block(code!("for (name, value) in &body.$", name), value, "");
    }
    lines
}

/// Read-only properties are left out (OpenAPI 3.1 section 4.8.24.2).
fn is_sent(field: &FieldPlan<'_>) -> bool {
    field.presence != Presence::ReadOnly
}

/// Statements that make `properties`, the JSON form of `self`, a struct with files.
pub(super) fn properties(structure: &StructPlan<'_>) -> Lines {
    let mut lines = Lines::of(code!("let mut properties = v1::FormProperties::new();"));
    let part = RustType::Runtime("Part");
    for field in structure.fields.iter().filter(|field| is_sent(field)) {
        let (wire, name) = (Str(&field.source.name), &field.name);
        lines.line(match (&field.ty, &field.presence) {
            (_, Presence::Constant(value)) => code!("properties.value($, $);", wire, serializable(value)),
            (ty, Presence::Required) if *ty == part => code!("properties.file($, true);", wire),
            (ty, Presence::ThreeState) if *ty == part => code!("properties.file($, self.$.is_value());", wire, name),
            (ty, _) if *ty == part => code!("properties.file($, self.$.is_some());", wire, name),
            (RustType::Vec(item), Presence::Required) if **item == part => {
                code!("properties.files($, self.$.len());", wire, name)
            }
            (RustType::Vec(item), Presence::ThreeState) if **item == part => {
                code!("properties.files($, self.$.value().map_or(0, Vec::len));", wire, name)
            }
            (RustType::Vec(item), _) if **item == part => {
                code!("properties.files($, self.$.as_ref().map_or(0, Vec::len));", wire, name)
            }
            _ => code!("properties.value($, &self.$);", wire, name),
        });
    }
    if let Some(RestPlan { name, .. }) = &structure.rest {
        let value = Lines::of(code!("properties.value(name, value);"));
        lines.block(code!("for (name, value) in &self.$", name), value, "");
    }
    lines
}

fn property(scope: &Scope<'_>, field: &FieldPlan<'_>, content: &Content) -> Lines {
    let (source, name) = (field.source, &field.name);
    let wire = Str(&source.name);
    let encoding = content
        .encodings
        .iter()
        .find(|encoding| encoding.property == source.name);
    // A list of media types is what the server takes: the sender takes the first one that is not a range.
    let declared = encoding.and_then(|encoding| encoding.content_type.as_deref());
    let declared = declared.and_then(|list| list.split(',').map(str::trim).find(|media| !media.contains('*')));
    let media = Str(declared.unwrap_or(default_media(scope, &source.ty)));
    let is_json = declared.is_some_and(is_json);
    let style = encoding.and_then(|encoding| encoding.style);
    let style = style.map(|(style, explode, _)| style_constant(style, explode));
    let part = RustType::Runtime("Part");
    let files = |head: Code| Lines::of_block(head, file(&source.name, media.0, encoding), "");
    match (&field.ty, &field.presence) {
        (_, Presence::Constant(value)) => Lines::of(code!("form.value($, $, $);", wire, media, serializable(value))),
        (ty, Presence::Required) if *ty == part => {
            let mut lines = Lines::of(code!("let part = ::std::mem::take(&mut body.$);", name));
            lines.extend(file(&source.name, media.0, encoding));
            lines
        }
        (ty, Presence::ThreeState) if *ty == part => files(code!(
            "if let Some(part) = ::std::mem::take(&mut body.$).into_value()",
            name
        )),
        (ty, _) if *ty == part => files(code!("if let Some(part) = body.$.take()", name)),
        (RustType::Vec(item), Presence::Required) if **item == part => {
            files(code!("for part in ::std::mem::take(&mut body.$)", name))
        }
        (RustType::Vec(item), Presence::ThreeState) if **item == part => files(code!(
            "for part in ::std::mem::take(&mut body.$).into_value().into_iter().flatten()",
            name
        )),
        (RustType::Vec(item), _) if **item == part => {
            files(code!("for part in body.$.take().into_iter().flatten()", name))
        }
        // A style that is written out is for text: a file has none.
        _ if style.is_some() => Lines::of(code!("form.styled($, $, &body.$);", wire, style, name)),
        // A list that is declared to be JSON is one part; other lists are a part for each item.
        (RustType::Vec(_), Presence::Required) if is_json => {
            Lines::of(code!("form.json($, $, &body.$);", wire, media, name))
        }
        (RustType::Vec(_), Presence::Optional) if is_json => {
            let list = Lines::of(code!("form.json($, $, list);", wire, media));
            Lines::of_block(code!("if let Some(list) = &body.$", name), list, "")
        }
        _ => Lines::of(code!("form.value($, $, &body.$);", wire, media, name)),
    }
}

/// Adds `part`, which must have the headers that are declared to be always there.
fn file(wire: &str, media: &str, encoding: Option<&Encoding>) -> Lines {
    let headers = encoding.into_iter().flat_map(part_headers);
    let required = headers.filter(|header| header.required).map(|header| Str(&header.name));
    let required = Code::list(required);
    Lines::of(match required.is_empty() {
        true => code!("form.file($, $, part);", Str(wire), Str(media)),
        false => code!("form.file_with($, $, &[$], part);", Str(wire), Str(media), required),
    })
}

/// The media type of a part whose encoding is not declared (OpenAPI 3.1.1 section 4.8.15.1.1): objects are JSON, files and
/// what has no type are bytes, scalars text.
fn default_media(scope: &Scope<'_>, ty: &TypeRef) -> &'static str {
    match scope.plan.types.resolved(ty).0 {
        Type::Map(_) => "application/json",
        Type::Array(item) => default_media(scope, item),
        Type::Named { id, .. } => match &scope.plan.api.types[*id].shape {
            Shape::Struct(_) | Shape::Tuple(_) => "application/json",
            Shape::Union(_) | Shape::Enum(_) | Shape::Newtype(_) | Shape::Alias(_) => "",
        },
        Type::Any | Type::String(StringKind::Binary) => "application/octet-stream",
        Type::Null
        | Type::Bool
        | Type::Integer(_)
        | Type::Number(_)
        | Type::String(_)
        | Type::Const(_)
        | Type::Foreign(_) => "",
    }
}

/// Whether a media type is JSON.
pub(super) fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.ends_with("/json") || essence.ends_with("+json")
}
