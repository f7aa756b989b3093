//! What is said of parts of a value that have no item of their own, such as the items of a list of strings: paragraphs of the item
//! around them.

use super::limits::{capitalized, facts, forms, sentence};
use super::{inline_code, says_nothing};
use crate::ir::{Docs, Field, InnerDocs, InnerPlace, Json, Shape, Type, TypeDef};

/// The paragraphs, as CommonMark.
pub(crate) fn paragraphs(docs: &Docs) -> Vec<String> {
    let mut out = Vec::new();
    for inner in &docs.inner {
        add(inner, "", &mut out);
    }
    out
}

/// What is said of parts of a type: by the document, and by the limits of what it holds.
pub(crate) fn of_type(def: &TypeDef) -> Vec<String> {
    let mut out = paragraphs(&def.docs);
    match &def.shape {
        Shape::Struct(object) => out.extend(object.fields.iter().filter_map(constant)),
        Shape::Tuple(tuple) => {
            let further = tuple.rest.iter().map(|rest| (InnerPlace::Further, rest));
            let elements = tuple.elements.iter().enumerate();
            let elements = elements.map(|(index, element)| (InnerPlace::Element(index), element));
            out.extend(elements.chain(further).filter_map(|(place, element)| {
                let facts = facts(element, None);
                (!facts.is_empty()).then(|| format!("{}: {}.", capitalized(&words(&place)), facts.join(", ")))
            }));
        }
        Shape::Enum(_) | Shape::Union(_) | Shape::Newtype(_) | Shape::Alias(_) => {}
    }
    out
}

fn constant(field: &Field) -> Option<String> {
    match &field.ty.ty {
        Type::Const(value) => constant_paragraph(&field.name, value, &field.docs),
        _ => None,
    }
}

/// What is said of something that the client fills in, so that it has no item, as CommonMark.
pub(crate) fn constant_paragraph(name: &str, value: &Json, docs: &Docs) -> Option<String> {
    let said = text(docs).filter(|text| !says_nothing(text))?;
    let (name, value) = (inline_code(name), inline_code(&value.text()));
    Some(labelled(&format!("{name} is always {value}"), &said))
}

fn add(inner: &InnerDocs, around: &str, out: &mut Vec<String>) {
    let InnerDocs { place, docs, default } = inner;
    let label = match (words(place), around) {
        (own, "") => own,
        (own, around) if own.is_empty() => around.to_owned(),
        (own, around) => format!("{own} of {around}"),
    };
    let default = default
        .iter()
        .map(|value| format!("default {}", inline_code(&value.text())));
    let deprecated = docs.deprecated.then(|| "deprecated".to_owned());
    let facts: Vec<String> = default.chain(forms(docs)).chain(deprecated).collect();
    let text = text(docs).filter(|text| !says_nothing(text));
    let head = capitalized(&label);
    out.extend(match (text, facts.is_empty()) {
        (None, true) => None,
        (None, false) if label.is_empty() => Some(sentence(&facts)),
        (None, false) => Some(format!("{head}: {}.", facts.join(", "))),
        (Some(text), true) if label.is_empty() => Some(text),
        (Some(text), false) if label.is_empty() => Some(format!("{text}\n\n{}", sentence(&facts))),
        (Some(text), true) => Some(labelled(&head, &text)),
        (Some(text), false) => Some(labelled(&format!("{head} ({})", facts.join(", ")), &text)),
    });
    for inner in &docs.inner {
        add(inner, &label, out);
    }
}

/// Title, description and further documentation, as CommonMark.
fn text(docs: &Docs) -> Option<String> {
    let title = docs
        .title
        .as_ref()
        .filter(|title| docs.description.as_ref() != Some(title));
    let said = title.into_iter().chain(&docs.description).chain(&docs.external_docs);
    let said: Vec<&str> = said.map(|text| text.trim()).collect();
    (!said.is_empty()).then(|| said.join("\n\n"))
}

/// A description after what it is about. What begins with a list or the like begins a line.
fn labelled(label: &str, text: &str) -> String {
    let is_prose = text.starts_with(|first: char| first.is_alphabetic() || matches!(first, '`' | '"' | '[' | '('));
    let gap = if is_prose { " " } else { "\n\n" };
    format!("{label}:{gap}{text}")
}

/// A part in words; nothing for the whole.
fn words(place: &InnerPlace) -> String {
    match place {
        InnerPlace::Whole => String::new(),
        InnerPlace::Item => "each item".to_owned(),
        InnerPlace::Element(index) => format!("item {}", index + 1),
        InnerPlace::Further => "each further item".to_owned(),
        InnerPlace::Value => "each value".to_owned(),
        InnerPlace::Undeclared => "each property that is not declared".to_owned(),
        InnerPlace::Kind(kinds) => {
            let kinds: Vec<String> = kinds.iter().map(|kind| inline_code(kind)).collect();
            kinds.join(", ")
        }
    }
}
