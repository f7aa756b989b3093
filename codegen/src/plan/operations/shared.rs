//! What the bodies of failures share: properties that can be asked for whatever the status is.

use super::contents::ResponseBody;
use super::responses::ResponseVariant;
use crate::plan::names::Ident;
use crate::plan::types::Types;
use crate::plan::types::rust_type::RustType;
use indexmap::IndexMap;

/// A property of the bodies of failures. Documenting one more failure never takes it away: it is there if any body has it.
pub struct SharedProperty {
    /// The field, and the method that reads it.
    pub name: Ident,
    /// The property, as the first of the bodies spells it.
    pub property: String,
    /// Its type, without `Option`: a scalar.
    pub ty: RustType,
    /// The variants whose bodies have it.
    pub variants: Vec<Ident>,
}

/// The scalar properties of all bodies, in the order in which they are documented. Where bodies do not agree on a type, what most
/// of them have counts, and among equals the string.
pub(super) fn shared_properties(types: &Types<'_>, variants: &[ResponseVariant]) -> Vec<SharedProperty> {
    let mut found: IndexMap<&Ident, Found<'_>> = IndexMap::new();
    for variant in variants {
        let ResponseBody::Json(body) = &variant.body else {
            continue;
        };
        for field in types.structure(body).iter().flat_map(|structure| &structure.fields) {
            let ty = types.unaliased(&field.ty);
            if field.declared().is_some() && is_scalar(ty) {
                let found = found.entry(&field.name).or_insert_with(|| Found {
                    property: &field.source.name,
                    variants: IndexMap::new(),
                });
                found.variants.entry(ty).or_default().push(variant.name.clone());
            }
        }
    }
    let shared = found.into_iter().filter_map(|(name, Found { property, variants })| {
        // The first of the heaviest.
        let alike = variants.into_iter().rev();
        let (ty, variants) = alike.max_by_key(|(ty, variants)| (variants.len(), **ty == RustType::String))?;
        Some(SharedProperty {
            name: name.clone(),
            property: property.to_owned(),
            ty: ty.clone(),
            variants,
        })
    });
    shared.collect()
}

struct Found<'a> {
    property: &'a str,
    /// The variants of each type.
    variants: IndexMap<&'a RustType, Vec<Ident>>,
}

/// What has no names of its own, so that the bodies of two failures can agree on it.
fn is_scalar(ty: &RustType) -> bool {
    match ty {
        RustType::Bool | RustType::Integer(_) | RustType::F32 | RustType::F64 | RustType::String => true,
        RustType::Runtime(_) => ty.is_moment(),
        RustType::Value
        | RustType::Unit
        | RustType::Bytes
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
