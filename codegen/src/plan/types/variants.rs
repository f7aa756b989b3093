//! The variants of enumerations and unions, and the elements of tuples.

use crate::ir::{Enum, EnumValue, Json, Shape, TypeId, TypeRef, Union};
use crate::plan::names::{Case, Claim, Ident, Scope};
use crate::plan::{Plan, RustType};

pub(in crate::plan) fn plan(plan: &mut Plan<'_>) {
    let api = plan.api;
    for (index, def) in api.types.iter().enumerate() {
        if plan.ty(TypeId(index as u32)).is_none() {
            continue;
        }
        let (variants, payloads) = match &def.shape {
            Shape::Enum(enumeration) => (enum_variants(enumeration), Vec::new()),
            Shape::Union(union) => (
                union_variants(union),
                payloads(plan, union.variants.iter().map(|member| &member.ty)),
            ),
            Shape::Tuple(tuple) => (Vec::new(), payloads(plan, tuple.elements.iter().chain(&tuple.rest))),
            Shape::Struct(_) | Shape::Newtype(_) | Shape::Alias(_) => continue,
        };
        if let Some(ty) = plan.types[index].as_mut() {
            ty.variants = variants;
            ty.payloads = payloads;
        }
    }
}

fn payloads<'t>(plan: &Plan<'_>, types: impl Iterator<Item = &'t TypeRef>) -> Vec<Option<RustType>> {
    types.map(|ty| Some(plan.rust_type(ty))).collect()
}

/// `Unknown` is the variant for values that are not listed.
fn enum_variants(enumeration: &Enum) -> Vec<Ident> {
    let claims = enumeration.values.iter().map(|value| {
        let word = value_word(value);
        match &value.name {
            Some(name) => Claim::new(name).or(&word),
            None => Claim::new(&word),
        }
    });
    Scope::new(&["Unknown"]).claim_each(&claims.collect::<Vec<_>>(), Case::Variant)
}

fn union_variants(union: &Union) -> Vec<Ident> {
    let raws: Vec<&str> = union.variants.iter().map(|member| member.name.as_str()).collect();
    Scope::new(&["Unknown"]).claim_all(&raws, Case::Variant)
}

fn value_word(value: &EnumValue) -> String {
    match &value.value {
        Json::String(text) => text.to_string(),
        Json::Number(text) => text.to_string(),
        Json::Bool(value) => value.to_string(),
        Json::Null => "null".to_owned(),
        Json::Array(_) => "List".to_owned(),
        Json::Object(_) => "Object".to_owned(),
    }
}
