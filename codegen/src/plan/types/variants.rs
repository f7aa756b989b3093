//! The variants of enumerations and unions.

use super::rust_type::RustType;
use crate::ir::{Enum, EnumValue, Json, Union, Usage};
use crate::plan::names::{Case, Claim, Ident, Scope};

/// An enumeration of scalars.
pub struct EnumPlan<'a> {
    /// The enumeration.
    pub source: &'a Enum,
    /// A variant for each value.
    pub variants: Vec<Ident>,
    /// Whether values that are not listed are read.
    pub open: bool,
}

/// A union.
pub struct UnionPlan<'a> {
    /// The union.
    pub source: &'a Union,
    /// A variant for each type.
    pub variants: Vec<VariantPlan>,
}

/// A variant of a union.
pub struct VariantPlan {
    /// Its name.
    pub name: Ident,
    /// What it holds.
    pub ty: RustType,
}

pub(super) fn enumeration<'a>(source: &'a Enum, usage: Usage) -> EnumPlan<'a> {
    EnumPlan {
        source,
        variants: enum_variants(source),
        open: source.open || usage.received,
    }
}

pub(super) fn union(source: &Union) -> UnionPlan<'_> {
    let types = source.variants.iter().map(|member| RustType::of(&member.ty));
    let variants = union_variants(source).into_iter().zip(types);
    UnionPlan {
        source,
        variants: variants.map(|(name, ty)| VariantPlan { name, ty }).collect(),
    }
}

/// `Unknown` is the variant for values that are not listed.
fn enum_variants(enumeration: &Enum) -> Vec<Ident> {
    let claims = enumeration.values.iter().map(|value| {
        let word = value_word(value);
        match &value.name {
            Some(name) => Claim::new(name).or(&word),
            None => Claim::new(&word),
        }
        .chosen_by(value.rename.as_deref())
    });
    Scope::new(&["Unknown"]).claim_each(&claims.collect::<Vec<_>>(), Case::Variant)
}

fn union_variants(union: &Union) -> Vec<Ident> {
    let members = union.variants.iter();
    let claims: Vec<Claim> = members
        .map(|member| Claim::new(&member.name).chosen_by(member.rename.as_deref()))
        .collect();
    Scope::new(&["Unknown"]).claim_each(&claims, Case::Variant)
}

fn value_word(value: &EnumValue) -> String {
    match &value.value {
        Json::Array(_) => format!("list {}", words(&value.value)),
        Json::Object(_) => format!("object {}", words(&value.value)),
        scalar => words(scalar),
    }
}

/// The keys and scalars of a value.
fn words(json: &Json) -> String {
    match json {
        Json::String(text) => text.to_string(),
        Json::Number(text) => text.to_string(),
        Json::Bool(value) => value.to_string(),
        Json::Null => "null".to_owned(),
        Json::Array(items) => items.iter().map(words).collect::<Vec<_>>().join(" "),
        Json::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| format!("{key} {}", words(value)));
            entries.collect::<Vec<_>>().join(" ")
        }
    }
}
