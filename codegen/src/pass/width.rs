//! How wide types are: as wide as the compiler takes them.
//!
//! `rustc` needs a minute for a struct of some thousand fields, and dies of one of some more. What is wider is any value of its kind.

use crate::diag::{Diagnostics, Problem};
use crate::ir::{Api, EnumKind, FloatKind, IntegerKind, Shape, StringKind, Type, TypeRef};

/// The fields of a struct.
const MAX_FIELDS: usize = 3_000;
/// The variants of a union.
const MAX_VARIANTS: usize = 2_000;
/// The values of an enumeration.
const MAX_VALUES: usize = 30_000;

pub(super) fn run(api: &mut Api, diags: &mut Diagnostics) {
    for id in api.types.ids() {
        let def = &mut api.types[id];
        let (what, count, limit, wide) = match &def.shape {
            Shape::Struct(object) => ("properties", object.fields.len(), MAX_FIELDS, Type::Any),
            Shape::Union(union) => ("alternatives", union.variants.len(), MAX_VARIANTS, Type::Any),
            Shape::Tuple(tuple) => ("items", tuple.elements.len(), MAX_FIELDS, Type::Any),
            Shape::Enum(list) => ("values", list.values.len(), MAX_VALUES, any_of(list.kind)),
            Shape::Newtype(_) | Shape::Alias(_) => continue,
        };
        if count > limit {
            diags.push(Problem::WideType { what, limit }, super::location(def));
            let def = &mut api.types[id];
            def.shape = Shape::Alias(TypeRef::new(wide));
        }
    }
}

/// Any value of the kind that an enumeration has.
fn any_of(kind: EnumKind) -> Type {
    match kind {
        EnumKind::String => Type::String(StringKind::Text),
        EnumKind::Integer => Type::Integer(IntegerKind::I64),
        EnumKind::Number => Type::Number(FloatKind::F64),
        EnumKind::Bool => Type::Bool,
        EnumKind::Mixed => Type::Any,
    }
}
