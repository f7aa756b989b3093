//! Prose of the document as documentation of items.

use super::{doc_attrs, inline_code};
use crate::ir::{Docs, Foreign, Json, Operation, Owner, PathStep, Status, TypeDef};
use crate::text::json_string;
use proc_macro2::TokenStream;
use quote::quote;

/// The documentation of a type: its title and description, and where it stands in the document.
pub(crate) fn type_docs(def: &TypeDef) -> TokenStream {
    let paragraphs = prose(&def.docs);
    let place = format!("Schema: {}", inline_code(&def.origin.pointer));
    let own = if paragraphs.is_empty() {
        vec![role(def), place]
    } else {
        vec![place]
    };
    let attrs = attrs(&paragraphs, &own);
    let deprecated = deprecated(&def.docs);
    quote!(#attrs #deprecated)
}

/// What a type without prose is, by its place.
fn role(def: &TypeDef) -> String {
    match def.path.steps.last() {
        None => match &def.path.owner {
            Owner::Schema(name) | Owner::Component(_, name) | Owner::Foreign(Foreign { name, .. }) => {
                format!("{}.", inline_code(name))
            }
            Owner::Operation(_) | Owner::Event(_) => "A value.".to_owned(),
        },
        Some(PathStep::Request(_)) => "The body of the request.".to_owned(),
        Some(PathStep::Response(status, _)) => match status {
            Status::Code(code) => format!("The body of the answer with status {code}."),
            Status::Range(hundreds) => format!("The body of answers with a status from {hundreds}00 to {hundreds}99."),
            Status::Default => "The body of the answer.".to_owned(),
        },
        Some(PathStep::Header(_, name)) => format!("The header {}.", inline_code(name)),
        Some(PathStep::Parameter(_, name)) => format!("The parameter {}.", inline_code(name)),
        Some(PathStep::Property(name)) => format!("The member {}.", inline_code(name)),
        Some(PathStep::Item) => "One item of the list.".to_owned(),
        Some(PathStep::Element(index)) => format!("Element {} of the list.", index + 1),
        Some(PathStep::MapValue) => "The value of an entry.".to_owned(),
        Some(PathStep::Variant(_) | PathStep::Kind(_)) => "One of several types.".to_owned(),
    }
}

/// The documentation of a member.
pub(crate) fn member_docs(docs: &Docs, default: Option<&Json>, wire_name: &str) -> TokenStream {
    let mut paragraphs = prose(docs);
    let mut extra = Vec::new();
    if paragraphs.is_empty() {
        extra.push(inline_code(wire_name));
    }
    if let Some(default) = default {
        extra.push(format!("Default: {}", inline_code(&json_text(default))));
    }
    let attrs = attrs(&std::mem::take(&mut paragraphs), &extra);
    let deprecated = deprecated(docs);
    quote!(#attrs #deprecated)
}

/// Title and description; one of them if they say the same.
pub(crate) fn prose(docs: &Docs) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for text in [&docs.title, &docs.description].into_iter().flatten() {
        if !out
            .iter()
            .any(|known| known.trim().trim_end_matches('.') == text.trim().trim_end_matches('.'))
        {
            out.push(text.clone());
        }
    }
    if let Some(url) = &docs.external_docs
        && url.starts_with("http")
    {
        out.push(format!("See <{url}>."));
    }
    out
}

/// Documentation out of prose of the document, which is made safe, and lines of ours, which are.
pub(crate) fn attrs(prose: &[String], own: &[String]) -> TokenStream {
    let prose: Vec<&str> = prose.iter().map(String::as_str).collect();
    let first = doc_attrs(&prose);
    let mut lines: Vec<String> = Vec::new();
    for line in own {
        if !lines.is_empty() || !prose.is_empty() {
            lines.push(String::new());
        }
        lines.push(format!(" {line}"));
    }
    quote!(#first #(#[doc = #lines])*)
}

/// `#[deprecated]`, where the document says so.
pub(crate) fn deprecated(docs: &Docs) -> TokenStream {
    if docs.deprecated {
        quote!(#[deprecated])
    } else {
        TokenStream::new()
    }
}

/// JSON text of a value, for people.
pub(crate) fn json_text(json: &Json) -> String {
    match json {
        Json::Null => "null".to_owned(),
        Json::Bool(value) => value.to_string(),
        Json::Number(text) => text.to_string(),
        Json::String(text) => quoted(text),
        Json::Array(items) => format!("[{}]", items.iter().map(json_text).collect::<Vec<_>>().join(", ")),
        Json::Object(members) => {
            let members = members
                .iter()
                .map(|(name, value)| format!("{}: {}", quoted(name), json_text(value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
        }
    }
}

fn quoted(text: &str) -> String {
    let mut out = String::new();
    json_string(&mut out, text);
    out
}

/// The documentation of an operation: its prose, method and path.
pub(crate) fn operation_docs(operation: &Operation) -> TokenStream {
    let own = vec![inline_code(&format!("{} {}", operation.method, operation.path))];
    let attrs = attrs(&prose(&operation.docs), &own);
    let deprecated = deprecated(&operation.docs);
    quote!(#attrs #deprecated)
}
