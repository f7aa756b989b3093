//! Wire code of enumerations: a line for each value.

use super::literals::constant;
use super::scope::Scope;
use crate::emit::writer::{Code, Fixed, Lines, Str, code};
use crate::ir::{EnumKind, Json};
use crate::number::Number;
use crate::plan::{EnumPlan, TypePlan};

/// The wire code of an enumeration.
pub(super) fn enum_code(scope: &Scope<'_>, ty: &TypePlan<'_>, plan: &EnumPlan<'_>) -> Lines {
    let kind = plan.source.kind;
    let values = plan.source.values.iter().zip(&plan.variants);
    let mut lines: Lines = values
        .map(|(value, variant)| code!("$ => $", variant, literal(kind, &value.value)))
        .collect();
    lines.line(code!("_ => Unknown,"));
    let name = match kind {
        EnumKind::String => "string_enum",
        EnumKind::Integer => "integer_enum",
        EnumKind::Number | EnumKind::Bool | EnumKind::Mixed => "value_enum",
    };
    let strict = (!plan.open).then_some(Fixed(" strict"));
    let head = code!("$ $$", scope.direction(ty), scope.own(ty), strict);
    Lines::of_macro(name, head, lines)
}

fn literal(kind: EnumKind, value: &Json) -> Code {
    match (kind, value) {
        (EnumKind::String, Json::String(text)) => code!("$", Str(text)),
        (EnumKind::String, other) => code!("$", Str(other.text())),
        (EnumKind::Integer, Json::Number(text)) => code!("$", Number::new(text.clone()).as_i64().unwrap_or_default()),
        (EnumKind::Integer, _) => code!("0"),
        (EnumKind::Number | EnumKind::Bool | EnumKind::Mixed, value) => constant(value),
    }
}
