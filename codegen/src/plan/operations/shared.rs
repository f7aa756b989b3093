//! What the bodies of failures share: properties that can be asked for whatever the status is.

use super::responses::{ResponseBody, ResponseVariant};
use crate::plan::names::reserved::STRUCT_METHODS;
use crate::plan::names::{Case, Ident, Scope};
use crate::plan::types::Types;
use crate::plan::types::rust_type::RustType;
use crate::plan::types::structs::FieldPlan;
use indexmap::IndexMap;

/// A property of the bodies of failures. Documenting one more failure never takes it away: it is there if any body has it.
pub struct SharedProperty {
    /// The method.
    pub name: Ident,
    /// The property.
    pub property: String,
    /// Its type, without `Option`: a scalar.
    pub ty: RustType,
    /// The variants whose bodies have it.
    pub holders: Vec<Holder>,
}

/// A variant whose body has a property.
pub struct Holder {
    /// The variant.
    pub variant: Ident,
    /// The field of its body.
    pub field: Ident,
    /// Whether the field is an `Option`.
    pub optional: bool,
}

/// The scalar properties of all bodies, in the order in which they are documented. Where bodies do not agree on a type, what most
/// of them have counts, and among equals the string.
pub(super) fn shared_properties(types: &Types<'_>, variants: &[ResponseVariant]) -> Vec<SharedProperty> {
    let mut found: IndexMap<&str, IndexMap<RustType, Vec<Holder>>> = IndexMap::new();
    for variant in variants {
        let ResponseBody::Json(body) = &variant.body else {
            continue;
        };
        for field in types.structure(body).iter().flat_map(|structure| &structure.fields) {
            if let Some((ty, optional)) = scalar(types, field) {
                let alike = found.entry(&field.source.name).or_default();
                alike.entry(ty).or_default().push(Holder {
                    variant: variant.name.clone(),
                    field: field.name.clone(),
                    optional,
                });
            }
        }
    }
    let raws: Vec<&str> = found.keys().copied().collect();
    let names = Scope::new(STRUCT_METHODS).claim_all(&raws, Case::Method);
    let shared = found.into_iter().zip(names).filter_map(|((property, alike), name)| {
        let weight = |ty: &RustType, holders: &[Holder]| (holders.len(), *ty == RustType::String);
        // The first of the heaviest.
        let chosen = alike.into_iter().rev();
        let (ty, holders) = chosen.max_by_key(|(ty, holders)| weight(ty, holders))?;
        Some(SharedProperty {
            name,
            property: property.to_owned(),
            ty,
            holders,
        })
    });
    shared.collect()
}

/// The type of a field if that is a scalar, and whether it is optional.
fn scalar(types: &Types<'_>, field: &FieldPlan<'_>) -> Option<(RustType, bool)> {
    let (optional, declared) = match field.declared()? {
        RustType::Option(inner) => (true, *inner),
        other => (false, other),
    };
    let ty = types.unaliased(&declared);
    is_scalar(ty).then(|| (ty.clone(), optional))
}

/// What has no names of its own, so that the bodies of two failures can agree on it.
fn is_scalar(ty: &RustType) -> bool {
    match ty {
        RustType::Bool | RustType::Integer(_) | RustType::F32 | RustType::F64 | RustType::String => true,
        RustType::Value
        | RustType::Unit
        | RustType::Bytes
        | RustType::Runtime(_)
        | RustType::Vec(_)
        | RustType::Map(_)
        | RustType::Option(_)
        | RustType::Field(_)
        | RustType::Box(_)
        | RustType::Stream(..)
        | RustType::Named(_)
        | RustType::Item(..)
        | RustType::Foreign(_) => false,
    }
}
