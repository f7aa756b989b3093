//! Multipart bodies: each member of a struct becomes parts (OpenAPI 3.1 section 4.8.14.4).

use super::literals::serializable;
use crate::emit::cx::Cx;
use crate::ir::{Content, Encoding, Shape, StringKind, Type, TypeId, TypeRef};
use crate::plan::{FieldPlan, Presence, RestPlan, RustType, part_headers};
use proc_macro2::TokenStream;
use quote::quote;

/// Statements that fill `form` from `body`, an expression of the struct's type.
pub(crate) fn fill(cx: &Cx<'_>, id: TypeId, content: &Content, body: &TokenStream) -> TokenStream {
    let Some(structure) = cx.plan.types.structure(&RustType::Named(id)) else {
        return TokenStream::new();
    };
    let fields = structure.fields.iter();
    let statements = fields.map(|field| member(cx, field, content, body));
    let rest = structure.rest.iter().map(
        |RestPlan { name: rest, .. }| quote!(for (name, value) in &#body.#rest { form.value(name.clone(), "", value); }),
    );
    quote!(#(#statements)* #(#rest)*)
}

fn member(cx: &Cx<'_>, field: &FieldPlan<'_>, content: &Content, body: &TokenStream) -> TokenStream {
    let (source, name) = (field.source, &field.name);
    let wire = &source.name;
    let encoding = content.encodings.iter().find(|encoding| encoding.property == *wire);
    // A list of media types is what the server takes: the sender takes the first one that is no range.
    let declared = encoding.and_then(|encoding| encoding.content_type.as_deref());
    let declared = declared.and_then(|list| list.split(',').map(str::trim).find(|media| !media.contains('*')));
    let media = declared.unwrap_or(default_media(cx, &source.ty));
    let some = cx.std("Some");
    let part = RustType::Runtime("Part");
    let file = file(wire, media, encoding);
    match (&field.ty, &field.presence) {
        (_, Presence::Constant(value)) => {
            let value = serializable(value);
            quote!(form.value(#wire, #media, #value);)
        }
        (ty, Presence::Required) if *ty == part => quote!(let part = ::std::mem::take(&mut #body.#name); #file),
        (ty, Presence::ThreeState) if *ty == part => {
            quote!(if let #some(part) = ::std::mem::take(&mut #body.#name).into_value() { #file })
        }
        (ty, _) if *ty == part => quote!(if let #some(part) = #body.#name.take() { #file }),
        (RustType::Vec(item), Presence::Required) if **item == part => {
            quote!(for part in ::std::mem::take(&mut #body.#name) { #file })
        }
        (RustType::Vec(item), Presence::ThreeState) if **item == part => {
            quote!(for part in ::std::mem::take(&mut #body.#name).into_value().into_iter().flatten() { #file })
        }
        (RustType::Vec(item), _) if **item == part => {
            quote!(for part in #body.#name.take().into_iter().flatten() { #file })
        }
        // A list that is declared to be JSON is one part; other lists are a part for each item.
        (RustType::Vec(_), Presence::Required) if declared.is_some_and(is_json) => {
            quote!(form.json(#wire, #media, &#body.#name);)
        }
        (RustType::Vec(_), Presence::Optional) if declared.is_some_and(is_json) => {
            quote!(if let #some(list) = &#body.#name { form.json(#wire, #media, list); })
        }
        _ => quote!(form.value(#wire, #media, &#body.#name);),
    }
}

/// Adds `part`, which must have the headers that are declared to be always there.
fn file(wire: &str, media: &str, encoding: Option<&Encoding>) -> TokenStream {
    let headers = encoding.into_iter().flat_map(part_headers);
    let required: Vec<&str> = headers
        .filter(|header| header.required)
        .map(|header| header.name.as_str())
        .collect();
    match required.is_empty() {
        true => quote!(form.file(#wire, #media, part);),
        false => quote!(form.file_with(#wire, #media, &[#(#required),*], part);),
    }
}

/// The media type of a part whose encoding is not declared (OpenAPI 3.1.1 section 4.8.15.1.1): objects are JSON, files and
/// what has no type are bytes, scalars text.
fn default_media(cx: &Cx<'_>, ty: &TypeRef) -> &'static str {
    match cx.plan.types.resolved(ty).0 {
        Type::Map(_) => "application/json",
        Type::Array(item) => default_media(cx, item),
        Type::Named { id, .. } => match &cx.plan.api.types[*id].shape {
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
pub(crate) fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.ends_with("/json") || essence.ends_with("+json")
}
