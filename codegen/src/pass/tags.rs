//! Tags that a value would lose.
//!
//! A variant that does not declare the discriminator's property is written with its tag. Where it has several, a value has one of
//! them, which its type must keep: the variant gets the property.

use crate::ir::{
    Access, Api, Docs, Field, Json, Rest, Shape, StringKind, Struct, Type, TypeId, TypeRef, Union, Variant,
};

pub(super) fn run(api: &mut Api) {
    let unions = api.types.iter().filter_map(|def| match &def.shape {
        Shape::Union(union) => Some(union),
        Shape::Struct(_) | Shape::Enum(_) | Shape::Newtype(_) | Shape::Tuple(_) | Shape::Alias(_) => None,
    });
    let kept: Vec<(TypeId, String, TypeRef)> = unions.flat_map(|union| lost(api, union)).collect();
    for (id, property, ty) in kept {
        let def = &mut api.types[id];
        let origin = def.origin.clone();
        if let Shape::Struct(object) = &mut def.shape
            && !has(object, &property)
        {
            object.fields.push(Field {
                name: property,
                ty,
                required: false,
                rank: usize::MAX,
                access: Access::Both,
                default: None,
                docs: Docs::default(),
                origin,
                rename: None,
            });
        }
    }
}

/// The structs that do not keep which of their tags a value has, with the property and its type.
fn lost(api: &Api, union: &Union) -> Vec<(TypeId, String, TypeRef)> {
    let Some((property, _)) = union.discriminator() else {
        return Vec::new();
    };
    let several = union.variants.iter().filter(|variant| variant.tags.len() > 1);
    let structs = several.filter_map(|variant| {
        let (id, object) = structure(api, variant)?;
        let keeps = has(object, property) || matches!(object.rest, Rest::Kept(_));
        (!keeps).then(|| (id, property.to_owned(), TypeRef::new(tag_type(&variant.tags))))
    });
    structs.collect()
}

fn structure<'a>(api: &'a Api, variant: &Variant) -> Option<(TypeId, &'a Struct)> {
    let mut ty = &variant.ty;
    // Aliases have no cycles: the pass before this one removed them.
    while let Type::Named { id, .. } = ty.ty {
        match &api.types[id].shape {
            Shape::Struct(object) => return Some((id, object)),
            Shape::Alias(target) => ty = target,
            Shape::Enum(_) | Shape::Union(_) | Shape::Newtype(_) | Shape::Tuple(_) => return None,
        }
    }
    None
}

fn has(object: &Struct, property: &str) -> bool {
    object.fields.iter().any(|field| field.name == property)
}

fn tag_type(tags: &[Json]) -> Type {
    if tags.iter().all(|tag| matches!(tag, Json::String(_))) {
        Type::String(StringKind::Text)
    } else {
        Type::Any
    }
}
