//! Enumerations of one value that nobody has to choose become constants.
//!
//! A required property with one possible value is written by the client; nobody types it. An optional one stays an enumeration,
//! because whether it is sent is a choice.

use crate::arena::Arena;
use crate::ir::{Access, Api, Json, Shape, Type, TypeId, TypeRef};

pub(super) fn run(api: &mut Api) {
    let only: Arena<TypeId, Option<Json>> = api.types.iter().map(|def| only_value(&def.shape)).collect();
    let constant = |ty: &mut TypeRef, required: bool| {
        if let Type::Named { id, .. } = ty.ty
            && let Some(Some(value)) = only.get(id)
            && required
            && !ty.nullable
        {
            ty.ty = Type::Const(value.clone());
        }
    };
    for def in &mut api.types {
        if let Shape::Struct(object) = &mut def.shape {
            for field in &mut object.fields {
                constant(&mut field.ty, field.required && field.access == Access::Both);
            }
        }
    }
    for param in api.operations.iter_mut().flat_map(|operation| &mut operation.params) {
        constant(&mut param.ty, param.required);
    }
}

fn only_value(shape: &Shape) -> Option<Json> {
    match shape {
        Shape::Enum(enumeration) if !enumeration.open => match enumeration.values.as_slice() {
            [only] => Some(only.value.clone()),
            _ => None,
        },
        Shape::Enum(_) | Shape::Struct(_) | Shape::Union(_) | Shape::Newtype(_) | Shape::Tuple(_) | Shape::Alias(_) => {
            None
        }
    }
}
