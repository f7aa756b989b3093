//! Wire code of unions: a line for each variant, with what tells it from the others.

use super::literals::constant;
use super::scope::Scope;
use crate::emit::writer::{Code, Fixed, Lines, Str, code};
use crate::ir::{EnumKind, Json, Shape, Struct, Tagging, Type, TypeId, TypeRef, Union, Variant};
use crate::plan::names::Ident;
use crate::plan::{Plan, Presence, RustType, StructPlan, TypePlan, UnionPlan, VariantPlan};

/// The wire code of a union.
pub(super) fn union_code(scope: &Scope<'_>, ty: &TypePlan<'_>, plan: &UnionPlan<'_>) -> Lines {
    let variants = plan.source.variants.iter().zip(&plan.variants);
    let (tag, mut lines) = match plan.source.discriminator() {
        Some((property, fallback)) => {
            let rows = variants.enumerate().map(|(index, (variant, planned))| {
                let others = (fallback == Some(index)).then_some(Fixed(".or_untagged()"));
                code!("$$", tagged(scope, plan.source, variant, planned), others)
            });
            (Some(code!(" by $", Str(property))), rows.collect::<Lines>())
        }
        None => {
            let order: Vec<usize> = match &plan.source.tagging {
                Tagging::Order(order) => order.clone(),
                Tagging::Tag { .. } | Tagging::Kind => (0..plan.source.variants.len()).collect(),
            };
            let variants: Vec<_> = variants.collect();
            let ordered = order.into_iter().filter_map(|index| variants.get(index));
            let rows = ordered.map(|(variant, planned)| recognised(scope, plan.source, variant, planned));
            (None, rows.collect())
        }
    };
    if ty.usage.received {
        lines.line(code!("_ => Unknown,"));
    }
    let head = code!("$ $$", scope.direction(ty), scope.own(ty), tag);
    Lines::of_macro("union", head, lines)
}

/// The struct that a variant is.
fn object<'p>(plan: &'p Plan<'_>, ty: &TypeRef) -> Option<(TypeId, &'p Struct)> {
    let Type::Named { id, .. } = plan.types.resolved(ty).0 else {
        return None;
    };
    match &plan.api.types[*id].shape {
        Shape::Struct(object) => Some((*id, object)),
        Shape::Enum(_) | Shape::Union(_) | Shape::Newtype(_) | Shape::Tuple(_) | Shape::Alias(_) => None,
    }
}

// With a declared discriminator.

/// A variant with its values of the discriminator; of variants with the same value the first is meant.
fn tagged(scope: &Scope<'_>, union: &Union, variant: &Variant, planned: &VariantPlan) -> Code {
    let kind = match tagging(scope, union, variant) {
        Written::AsItIs => code!("$", held(scope, planned)),
        Written::Tagged => code!("tagged"),
        Written::TaggedWithout(field) => code!("tagged($)", field),
    };
    let texts: Option<Vec<&str>> = variant.tags.iter().map(text).collect();
    let is = match texts {
        Some(texts) => code!("tagged(&[$])", Code::list(texts.into_iter().map(Str))),
        None => code!("valued(&[$])", Code::list(variant.tags.iter().map(constant))),
    };
    code!("$: $ if v1::Is::$", planned.name, kind, is)
}

fn text(tag: &Json) -> Option<&str> {
    match tag {
        Json::String(text) => Some(text),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Array(_) | Json::Object(_) => None,
    }
}

/// How a variant is written.
enum Written {
    /// As it is.
    AsItIs,
    /// With its tag, which it does not declare itself.
    Tagged,
    /// With its tag, unless this field of it has one: without it nobody could tell what was sent.
    TaggedWithout(Ident),
}

fn tagging(scope: &Scope<'_>, union: &Union, variant: &Variant) -> Written {
    let found = union.discriminator().zip(object(scope.plan, &variant.ty));
    let (Some(((property, _), (id, object))), Some(_)) = (found, variant.tags.first()) else {
        return Written::AsItIs;
    };
    let Some(structure) = scope.plan.ty(id).and_then(TypePlan::structure) else {
        return Written::AsItIs;
    };
    let is_declared = object.fields.iter().any(|field| field.name == property);
    match optional_tag(structure, property) {
        Some(field) => Written::TaggedWithout(field.clone()),
        None if !is_declared && structure.rest.is_none() => Written::Tagged,
        None => Written::AsItIs,
    }
}

/// The field of a variant that is its tag and need not have a value.
fn optional_tag<'p>(structure: &'p StructPlan<'_>, property: &str) -> Option<&'p Ident> {
    let field = structure.fields.iter().find(|field| field.source.name == property)?;
    let is_optional = matches!(field.presence, Presence::Optional | Presence::ThreeState);
    is_optional.then_some(&field.name)
}

fn held(scope: &Scope<'_>, planned: &VariantPlan) -> Fixed {
    Fixed(match scope.plan.types.is_integer(&planned.ty) {
        true => "integer",
        false => "value",
    })
}

// Without one.

/// A variant that is a union is asked itself.
fn union_or_held(scope: &Scope<'_>, planned: &VariantPlan) -> Fixed {
    let is_union = |ty: &RustType| match ty {
        RustType::Named(id) => matches!(scope.plan.api.types[*id].shape, Shape::Union(_)),
        _ => false,
    };
    match scope.plan.types.unaliased(&planned.ty) {
        RustType::Box(ty) if is_union(scope.plan.types.unaliased(ty)) => Fixed("boxed"),
        ty if is_union(ty) => Fixed("union"),
        _ => held(scope, planned),
    }
}

/// A variant with what tells it from the others.
fn recognised(scope: &Scope<'_>, union: &Union, variant: &Variant, planned: &VariantPlan) -> Code {
    let Some((id, object)) = object(scope.plan, &variant.ty) else {
        let values = values(scope, &variant.ty).map(|values| code!(".values(&[$])", Code::list(values)));
        let types = types(scope, &variant.ty);
        let keeps_all = matches!(scope.plan.types.resolved(&variant.ty).0, Type::Any | Type::Map(_));
        return code!(
            "$: $ if v1::Is::of($)$$",
            planned.name,
            union_or_held(scope, planned),
            types,
            values,
            keeps_all.then_some(Fixed(".keeps_all()"))
        );
    };
    let (required, tags) = object_facts(scope, union, variant, object);
    let required = (!required.is_empty()).then(|| code!(".required(&[$])", Code::list(required)));
    let tags = (!tags.is_empty()).then(|| code!(".tags(&[$])", Code::list(tags)));
    let structure = scope.plan.ty(id).and_then(TypePlan::structure);
    let tag = match &union.tagging {
        Tagging::Tag { property, .. } if !variant.tags.is_empty() => structure
            .and_then(|structure| optional_tag(structure, property))
            .map(|field| code!("($ $)", field, Str(property))),
        Tagging::Tag { .. } | Tagging::Kind | Tagging::Order(_) => None,
    };
    code!("$: object$ if v1::Is::object()$$", planned.name, tag, required, tags)
}

/// Required names and tags of a variant that is a struct.
fn object_facts<'o>(
    scope: &Scope<'_>,
    union: &Union,
    variant: &Variant,
    object: &'o Struct,
) -> (Vec<Str<&'o str>>, Vec<Code>) {
    let (mut required, mut tags) = (Vec::new(), Vec::new());
    for field in &object.fields {
        let declared = match &union.tagging {
            Tagging::Tag { property, .. } if *property == field.name => variant.tags.clone(),
            Tagging::Tag { .. } | Tagging::Kind | Tagging::Order(_) => constants(scope, &field.ty),
        };
        if !declared.is_empty() {
            let values = Code::list(declared.iter().map(constant));
            tags.push(code!("($, &[$])", Str(&field.name), values));
        } else if field.required {
            // A tag already says that it must be there.
            required.push(Str(field.name.as_str()));
        }
    }
    (required, tags)
}

/// The values of a variant that can only have these.
fn constants(scope: &Scope<'_>, ty: &TypeRef) -> Vec<Json> {
    match scope.plan.types.resolved(ty).0 {
        Type::Const(value) => vec![value.clone()],
        Type::Named { id, .. } => match &scope.plan.api.types[*id].shape {
            Shape::Enum(enumeration) if !enumeration.open && enumeration.values.len() == 1 && !ty.nullable => {
                enumeration.values.iter().map(|value| value.value.clone()).collect()
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// The values of a scalar variant that can only have these.
fn values(scope: &Scope<'_>, ty: &TypeRef) -> Option<Vec<Code>> {
    match scope.plan.types.resolved(ty).0 {
        Type::Const(value) => Some(vec![constant(value)]),
        Type::Named { id, .. } => match &scope.plan.api.types[*id].shape {
            Shape::Enum(enumeration) if !enumeration.open => {
                Some(enumeration.values.iter().map(|value| constant(&value.value)).collect())
            }
            _ => None,
        },
        _ => None,
    }
}

/// The JSON types of a variant, as `v1::Types`.
fn types(scope: &Scope<'_>, ty: &TypeRef) -> Code {
    let plain = match scope.plan.types.resolved(ty).0 {
        Type::Any | Type::Foreign(_) => return code!("v1::Types::ANY"),
        Type::Const(value) => return json_type(value),
        Type::Null => code!("v1::Types::NULL"),
        Type::Bool => code!("v1::Types::BOOLEAN"),
        Type::Integer(_) => code!("v1::Types::INTEGER"),
        Type::Number(_) => code!("v1::Types::NUMBER"),
        Type::String(_) => code!("v1::Types::STRING"),
        Type::Array(_) => code!("v1::Types::ARRAY"),
        Type::Map(_) => code!("v1::Types::OBJECT"),
        Type::Named { id, .. } => match &scope.plan.api.types[*id].shape {
            Shape::Struct(_) => code!("v1::Types::OBJECT"),
            Shape::Newtype(_) => code!("v1::Types::STRING"),
            Shape::Tuple(_) => code!("v1::Types::ARRAY"),
            Shape::Enum(enumeration) => match enumeration.kind {
                EnumKind::String => code!("v1::Types::STRING"),
                EnumKind::Integer => code!("v1::Types::INTEGER"),
                EnumKind::Number => code!("v1::Types::NUMBER"),
                EnumKind::Bool => code!("v1::Types::BOOLEAN"),
                EnumKind::Mixed => return code!("v1::Types::ANY"),
            },
            // The variant decides by itself.
            Shape::Union(_) | Shape::Alias(_) => return code!("v1::Types::ANY"),
        },
    };
    if ty.nullable {
        code!("$.or(v1::Types::NULL)", plain)
    } else {
        plain
    }
}

fn json_type(json: &Json) -> Code {
    match json {
        Json::Null => code!("v1::Types::NULL"),
        Json::Bool(_) => code!("v1::Types::BOOLEAN"),
        Json::Number(_) => code!("v1::Types::NUMBER"),
        Json::String(_) => code!("v1::Types::STRING"),
        Json::Array(_) => code!("v1::Types::ARRAY"),
        Json::Object(_) => code!("v1::Types::OBJECT"),
    }
}
