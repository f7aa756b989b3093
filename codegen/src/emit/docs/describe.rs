//! What the document says of types, fields and parameters, as documentation of items. Where it says nothing there is none.

use super::doc::Doc;
use super::inline_code;
use super::inner::{of_type, paragraphs};
use super::limits::{facts, forms, held, said, sentence};
use super::places::{place, place_in_words};
use crate::ir::{Access, Api, Docs, EnumValue, Field, Header, Json, Param, ParamLocation, Shape, TypeDef, Variant};
use crate::plan::names::Ident;
use crate::tokens::{TokenStream, quote};

/// The documentation of a type: title and description, what must hold of it, and where its schema is written.
pub(crate) fn type_docs(api: &Api, def: &TypeDef, name: &Ident) -> TokenStream {
    let mut known: Vec<String> = forms(&def.docs).collect();
    known.extend(held(&def.checks));
    match &def.shape {
        Shape::Newtype(newtype) => known.extend(held(&newtype.checks)),
        Shape::Alias(target) => known.extend(facts(target, None)),
        Shape::Struct(_) | Shape::Enum(_) | Shape::Union(_) | Shape::Tuple(_) => {}
    }
    known.dedup();
    let said = Doc::named(&def.docs, name)
        .paragraphs(&of_type(def))
        .own(sentence(&known));
    let place = match said.is_empty() {
        true => place_in_words(api, def),
        false => place(api, def),
    };
    let doc = said.own(place);
    with_deprecation(&doc, &def.docs)
}

/// The documentation of a field: its prose, its name on the wire where that is another one, and what must hold of it.
pub(crate) fn field_docs(field: &Field, name: &Ident, multipart: bool, received: bool) -> TokenStream {
    let word = if multipart { "Part" } else { "JSON" };
    let wire = (field.name != name.as_str()).then(|| named(word, &field.name));
    let facts = sentence(&said(&field.docs, &field.ty, field.default.as_ref()));
    // Where it is only sent nobody expects it in a response.
    let sent_only = (received && field.access == Access::WriteOnly).then_some("Write-only: it is in no response.");
    let doc = Doc::of(&field.docs).remark(&sentences([wire.as_deref(), Some(&facts), sent_only]));
    with_deprecation(&doc.paragraphs(&paragraphs(&field.docs)), &field.docs)
}

/// The documentation of a field's setter; what is said of parts of its value is said at the field.
pub(crate) fn setter_docs(field: &Field) -> TokenStream {
    let doc = Doc::of(&field.docs).remark(&sentence(&said(&field.docs, &field.ty, field.default.as_ref())));
    with_deprecation(&doc, &field.docs)
}

/// The documentation of the setter of a read-only property.
pub(crate) fn read_only_setter_docs(field: &Field) -> TokenStream {
    let facts = sentence(&said(&field.docs, &field.ty, field.default.as_ref()));
    let read_only = "Read-only: what was received is not sent back, only what is set here.";
    let doc = Doc::of(&field.docs).own(sentences([Some(&facts), Some(read_only)]));
    with_deprecation(&doc, &field.docs)
}

/// The documentation of a parameter's setter.
pub(crate) fn param_docs(param: &Param, name: &Ident, required: bool) -> TokenStream {
    let word = match param.location {
        ParamLocation::Path => "Path",
        ParamLocation::Query | ParamLocation::QueryString => "Query",
        ParamLocation::Header => "Header",
        ParamLocation::Cookie => "Cookie",
    };
    let same = match param.location {
        ParamLocation::Header => is_header(&param.name, name),
        ParamLocation::Path | ParamLocation::Query | ParamLocation::QueryString | ParamLocation::Cookie => {
            param.name == name.as_str()
        }
    };
    let wire = (!same).then(|| named(word, &param.name));
    let facts = sentence(&said(&param.docs, &param.ty, param.default.as_ref()));
    let required = match (required, param.required) {
        (true, _) => Some("Required."),
        // The client makes one.
        (false, true) => Some("The server requires one."),
        (false, false) => None,
    };
    let doc = Doc::of(&param.docs).remark(&sentences([required, wire.as_deref(), Some(&facts)]));
    with_deprecation(&doc.paragraphs(&paragraphs(&param.docs)), &param.docs)
}

/// The documentation of a field that holds a header of a response.
pub(crate) fn header_docs(header: &Header, name: &Ident) -> TokenStream {
    let wire = (!is_header(&header.name, name)).then(|| named("Header", &header.name));
    let facts = sentence(&said(&header.docs, &header.ty, None));
    let doc = Doc::of(&header.docs).remark(&sentences([wire.as_deref(), Some(&facts)]));
    with_deprecation(&doc.paragraphs(&paragraphs(&header.docs)), &header.docs)
}

/// The documentation of a variant of a union.
pub(crate) fn variant_docs(variant: &Variant, name: &Ident) -> TokenStream {
    let doc = Doc::named(&variant.docs, name).remark(&sentence(&said(&variant.docs, &variant.ty, None)));
    doc.paragraphs(&paragraphs(&variant.docs)).attrs()
}

/// The documentation of a value of an enumeration. A variant says what its value is, up to the usual change of case.
pub(crate) fn value_docs(value: &EnumValue, variant: &Ident) -> TokenStream {
    let same = match &value.value {
        Json::String(text) => is_variant(text, variant.as_str()),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Array(_) | Json::Object(_) => false,
    };
    let wire = (!same).then(|| named("JSON", &value.value.text()));
    let doc = Doc::default().prose(value.description.as_deref().unwrap_or_default());
    doc.remark(&wire.unwrap_or_default()).attrs()
}

/// Documentation, and `#[deprecated]` where the document says so.
pub(crate) fn with_deprecation(doc: &Doc, docs: &Docs) -> TokenStream {
    let (attrs, deprecated) = (doc.attrs(), docs.deprecated.then(|| quote!(#[deprecated])));
    quote!(#attrs #deprecated)
}

fn named(word: &str, name: &str) -> String {
    format!("{word}: {}.", inline_code(name))
}

fn sentences<const N: usize>(sentences: [Option<&str>; N]) -> String {
    let said: Vec<&str> = sentences.into_iter().flatten().filter(|one| !one.is_empty()).collect();
    said.join(" ")
}

/// Whether a name in Rust says what the header is called: names of headers have no case (RFC 9110 section 5.1).
fn is_header(header: &str, name: &Ident) -> bool {
    header.to_ascii_lowercase().replace('-', "_") == name.as_str()
}

/// Whether a variant says what its value is: `InProgress` is `in_progress` or `InProgress`.
fn is_variant(value: &str, variant: &str) -> bool {
    let is_snake = value
        .chars()
        .all(|letter| letter == '_' || letter.is_ascii_digit() || letter.is_ascii_lowercase());
    value == variant || (is_snake && value.replace('_', "") == variant.to_ascii_lowercase())
}
