//! Multipart bodies: each member of a struct becomes parts (OpenAPI 3.1 section 4.8.14.4).

use super::cx::Cx;
use crate::ir::{Content, Field, Shape, Type, TypeId};
use crate::plan::{FieldPlan, Member, RustType, TypePlan};
use proc_macro2::TokenStream;
use quote::quote;

/// Wire code of a struct that is a multipart body: none, since its call puts it together.
pub(super) fn parts(_: &Cx<'_>, _: TypeId, _: &TypePlan) -> TokenStream {
    TokenStream::new()
}

/// Statements that fill `form` from `body`, an expression of the struct's type.
pub(super) fn fill(cx: &Cx<'_>, id: TypeId, content: &Content, body: &TokenStream) -> TokenStream {
    let (Some(ty), Shape::Struct(object)) = (cx.plan.ty(id), &cx.plan.api.types[id.index()].shape) else {
        return TokenStream::new();
    };
    let statements = ty
        .fields
        .iter()
        .map(|field| member(cx, &object.fields[field.index], field, content, body));
    let rest = ty
        .rest
        .iter()
        .map(|(rest, _)| quote!(for (name, value) in &#body.#rest { form.value(name.clone(), "", value); }));
    quote!(#(#statements)* #(#rest)*)
}

fn member(cx: &Cx<'_>, source: &Field, field: &FieldPlan, content: &Content, body: &TokenStream) -> TokenStream {
    let (wire, name) = (&source.name, &field.name);
    let encoding = content.encodings.iter().find(|encoding| encoding.property == *wire);
    // A list of media types is what the server takes: the sender takes the first one that is no range.
    let declared = encoding.and_then(|encoding| encoding.content_type.as_deref());
    let declared = declared.and_then(|list| list.split(',').map(str::trim).find(|media| !media.contains('*')));
    let media = declared.unwrap_or(default_media(cx, &source.ty.ty));
    let some = cx.std("Some");
    match (&field.ty, &field.member) {
        (_, Member::Constant(value)) => {
            let value = super::literals::serializable(value);
            quote!(form.value(#wire, #media, #value);)
        }
        (RustType::Runtime("Part"), Member::Required) => {
            quote!(form.file(#wire, #media, ::std::mem::take(&mut #body.#name));)
        }
        (RustType::Runtime("Part"), Member::ThreeState) => {
            quote!(if let #some(part) = ::std::mem::take(&mut #body.#name).into_value() { form.file(#wire, #media, part); })
        }
        (RustType::Runtime("Part"), _) => {
            quote!(if let #some(part) = #body.#name.take() { form.file(#wire, #media, part); })
        }
        (RustType::Vec(item), Member::Required) if **item == RustType::Runtime("Part") => {
            quote!(for part in ::std::mem::take(&mut #body.#name) { form.file(#wire, #media, part); })
        }
        (RustType::Vec(item), Member::ThreeState) if **item == RustType::Runtime("Part") => {
            quote!(for part in ::std::mem::take(&mut #body.#name).into_value().into_iter().flatten() { form.file(#wire, #media, part); })
        }
        (RustType::Vec(item), _) if **item == RustType::Runtime("Part") => {
            quote!(for part in #body.#name.take().into_iter().flatten() { form.file(#wire, #media, part); })
        }
        _ => quote!(form.value(#wire, #media, &#body.#name);),
    }
}

/// The media type of a part whose encoding is not declared: objects are JSON, scalars text.
fn default_media(cx: &Cx<'_>, ty: &Type) -> &'static str {
    match ty {
        Type::Map(_) => "application/json",
        Type::Array(item) => default_media(cx, &item.ty),
        Type::Named { id, .. } => match &cx.plan.api.types[id.index()].shape {
            Shape::Struct(_) | Shape::Tuple(_) => "application/json",
            Shape::Alias(target) => default_media(cx, &target.ty),
            Shape::Union(_) | Shape::Enum(_) | Shape::Newtype(_) => "",
        },
        Type::Any | Type::Null | Type::Bool | Type::Integer(_) | Type::Number(_) | Type::String(_) | Type::Const(_) => {
            ""
        }
    }
}
