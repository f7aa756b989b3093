//! The fields of structs: their names, their types, and how they come into being.

use super::resolved;
use super::rust_type::RustType;
use crate::ir::{
    Access, Api, Content, ContentKind, Field, Json, Rest, Shape, StringKind, Struct, Type, TypeId, TypeRef, Usage,
};
use crate::plan::names::reserved::{ADDITIONAL_PROPERTIES, BESIDE, STRUCT_METHODS};
use crate::plan::names::{Case, Claim, Ident, Names, Scope};
use std::collections::BTreeSet;

/// A struct with its fields.
pub struct StructPlan<'a> {
    /// The object that it means.
    pub source: &'a Struct,
    /// Its fields, in document order.
    pub fields: Vec<FieldPlan<'a>>,
    /// The field for properties that are not declared, if it keeps them.
    pub rest: Option<RestPlan>,
    /// Whether it keeps what is known beside its fields: constants with another value, read-only properties that the caller has set.
    pub keeps: bool,
    /// Whether it is the body of a multipart request, so that its files are parts.
    pub multipart: bool,
    /// Whether its names tell it from other variants of a union.
    pub listed: bool,
}

/// The field for properties that are not declared.
pub struct RestPlan {
    /// Its name.
    pub name: Ident,
    /// The type of the properties.
    pub ty: RustType,
}

/// A field of a struct.
pub struct FieldPlan<'a> {
    /// The property.
    pub source: &'a Field,
    /// Its name in Rust.
    pub name: Ident,
    /// The type of its value, without what presence adds.
    pub ty: RustType,
    /// How it is held.
    pub presence: Presence,
}

/// How a field is held, read and written.
#[derive(Clone, Debug, PartialEq)]
pub enum Presence {
    /// Always written, never held.
    Constant(Json),
    /// `T`: must be there and is never null.
    Required,
    /// `Option<T>`: must be there, may be null.
    Nullable,
    /// `Option<T>`: may be absent; null counts as absent.
    Optional,
    /// `Field<T>`: absent, null or a value, all different.
    ThreeState,
    /// `Option<T>`: read, and never sent.
    ReadOnly,
    /// `Option<T>`: read, and sent if the caller has set it, since requests must have it.
    ReadOnlyRequired,
    /// `Option<T>`: must be sent, and is not expected in responses.
    WriteOnlyRequired,
}

impl Presence {
    /// Whether a setter gives it to a value that is made.
    pub const fn has_setter(&self) -> bool {
        match self {
            Presence::Optional | Presence::ThreeState | Presence::ReadOnlyRequired => true,
            Presence::Constant(_)
            | Presence::Required
            | Presence::Nullable
            | Presence::ReadOnly
            | Presence::WriteOnlyRequired => false,
        }
    }
}

/// A list of arguments with this many of one type is confusing, and so are two beside each other.
const MANY_ALIKE: usize = 4;
/// A longer list of arguments is confusing by itself.
const MANY_ARGUMENTS: usize = 7;

impl<'a> StructPlan<'a> {
    /// The fields that the constructor asks for, in the order of the schema's `required`: whoever wrote that list had an order in
    /// mind, while properties are often sorted by name.
    pub fn asked(&self) -> Vec<&FieldPlan<'a>> {
        let mut asked: Vec<_> = self.fields.iter().filter(|field| field.is_asked_for()).collect();
        asked.sort_by_key(|field| field.source.rank);
        asked
    }

    /// Whether a list of arguments for all required properties would be confusing.
    pub(super) fn needs_required_struct(&self) -> bool {
        let asked = self.asked();
        let alike = |one: &FieldPlan<'_>| asked.iter().filter(|other| other.ty == one.ty).count();
        let neighbours = || asked.iter().zip(asked.iter().skip(1));
        asked.len() > MANY_ARGUMENTS
            || neighbours().any(|(one, next)| one.ty == next.ty)
            || asked.iter().any(|one| alike(one) >= MANY_ALIKE)
    }
}

impl FieldPlan<'_> {
    /// The type that the struct declares; `None` for a constant.
    pub fn declared(&self) -> Option<RustType> {
        Some(match self.presence {
            Presence::Constant(_) => return None,
            Presence::Required => self.ty.clone(),
            Presence::Nullable
            | Presence::Optional
            | Presence::ReadOnly
            | Presence::ReadOnlyRequired
            | Presence::WriteOnlyRequired => self.ty.clone().optional(),
            Presence::ThreeState => RustType::Field(Box::new(self.ty.clone())),
        })
    }

    /// Whether the constructor asks for it.
    pub fn is_asked_for(&self) -> bool {
        matches!(
            self.presence,
            Presence::Required | Presence::Nullable | Presence::WriteOnlyRequired
        )
    }
}

/// Structs that are bodies of multipart requests and nothing else: their files are parts.
pub(super) fn multipart_bodies(api: &Api) -> BTreeSet<TypeId> {
    let mut bodies = BTreeSet::new();
    let mut others = BTreeSet::new();
    let mut note = |content: &Content, sent: bool| {
        let Some(Type::Named { id, .. }) = content.ty.as_ref().map(|ty| &ty.ty) else {
            return;
        };
        if sent && content.kind == ContentKind::Multipart {
            bodies.insert(*id)
        } else {
            others.insert(*id)
        };
    };
    for operation in &api.operations {
        operation
            .body
            .iter()
            .flat_map(|body| &body.contents)
            .for_each(|content| note(content, true));
        operation
            .responses
            .iter()
            .flat_map(|response| &response.contents)
            .for_each(|content| note(content, false));
    }
    for def in &api.types {
        crate::ir::each_use(&def.shape, &mut |ty| {
            others.extend(crate::ir::mentioned(ty));
        });
    }
    bodies.retain(|id| {
        let def = &api.types[*id];
        !others.contains(id) && !def.usage.received && matches!(def.shape, Shape::Struct(_))
    });
    bodies
}

/// Structs whose names tell them from other variants of a union, since the document declares no discriminator.
pub(super) fn listed(api: &Api, names: &Names) -> BTreeSet<TypeId> {
    // Unions of other crates can have the types of a library.
    if api.operations.is_empty() && api.events.is_empty() {
        return api.types.ids().collect();
    }
    let emitted = api.types.entries().filter(|(id, _)| names.ty(*id).is_some());
    let unions = emitted.filter_map(|(_, def)| match &def.shape {
        Shape::Union(union) if union.discriminator().is_none() => Some(union),
        _ => None,
    });
    let variants = unions.flat_map(|union| &union.variants);
    let ids = variants.filter_map(|variant| match resolved(api, &variant.ty).0 {
        Type::Named { id, .. } => Some(*id),
        _ => None,
    });
    ids.collect()
}

/// What is known of a struct from outside it.
#[derive(Clone, Copy)]
pub(super) struct Role {
    /// Whether it is the body of a multipart request.
    pub(super) multipart: bool,
    /// Whether its names tell it from other variants of a union.
    pub(super) listed: bool,
}

/// Plans the fields of a struct.
pub(super) fn plan<'a>(api: &'a Api, source: &'a Struct, usage: Usage, role: Role) -> StructPlan<'a> {
    let Role { multipart, listed } = role;
    // A struct can come to keep what its schema does not declare.
    let reserved = [STRUCT_METHODS, &[ADDITIONAL_PROPERTIES, BESIDE]].concat();
    let claims = source.fields.iter();
    let claims: Vec<Claim> = claims
        .map(|field| Claim::new(&field.name).chosen_by(field.rename.as_deref()))
        .collect();
    let names = Scope::new(&reserved).claim_each(&claims, Case::Field);
    let all = source.fields.iter().zip(names);
    let fields = all.filter(|(field, _)| usage.received || field.required || field.access != Access::ReadOnly);
    let fields = fields.map(|(field, name)| FieldPlan {
        source: field,
        name,
        ty: match multipart {
            true => part_type(api, &field.ty),
            false => RustType::plain(&field.ty),
        },
        presence: presence(field, usage),
    });
    let fields: Vec<FieldPlan<'_>> = fields.collect();
    let keeps = |field: &FieldPlan<'_>| match field.presence {
        Presence::Constant(_) => usage.received,
        Presence::ReadOnlyRequired => true,
        Presence::Required
        | Presence::Nullable
        | Presence::Optional
        | Presence::ThreeState
        | Presence::ReadOnly
        | Presence::WriteOnlyRequired => false,
    };
    StructPlan {
        source,
        rest: rest(source),
        keeps: fields.iter().any(keeps),
        fields,
        multipart,
        listed,
    }
}

/// Files of a multipart body are parts; what has no type is bytes too (OpenAPI 3.1.1 section 4.8.15.1.1).
fn part_type(api: &Api, ty: &TypeRef) -> RustType {
    let is_file = |ty: &Type| matches!(ty, Type::String(StringKind::Binary) | Type::Any);
    match resolved(api, ty).0 {
        found if is_file(found) => RustType::Runtime("Part"),
        Type::Array(item) if is_file(resolved(api, item).0) => RustType::Vec(Box::new(RustType::Runtime("Part"))),
        _ => RustType::plain(ty),
    }
}

pub(super) fn presence(field: &Field, usage: Usage) -> Presence {
    // A JSON value holds null by itself.
    let nullable = match field.ty.ty {
        Type::Any => field.required && field.ty.nullable,
        Type::Null => true,
        _ => field.ty.nullable,
    };
    match (&field.ty.ty, field.access) {
        (Type::Const(value), Access::Both) if field.required && !field.ty.nullable => Presence::Constant(value.clone()),
        (_, Access::ReadOnly) if usage.sent && usage.received => match field.required {
            true => Presence::ReadOnlyRequired,
            false => Presence::ReadOnly,
        },
        (_, Access::ReadOnly) if usage.sent => Presence::Optional,
        (_, Access::WriteOnly) if usage.received && field.required && usage.sent => Presence::WriteOnlyRequired,
        (_, Access::WriteOnly) if usage.received && !usage.sent => Presence::Optional,
        _ => match (field.required, nullable) {
            (true, false) => Presence::Required,
            (true, true) => Presence::Nullable,
            // A sender needs to say null and nothing apart, also of what was received.
            (false, true) if usage.sent => Presence::ThreeState,
            (false, _) => Presence::Optional,
        },
    }
}

fn rest(source: &Struct) -> Option<RestPlan> {
    let Rest::Kept(kept) = &source.rest else { return None };
    Some(RestPlan {
        name: Scope::default().claim(ADDITIONAL_PROPERTIES, Case::Field),
        ty: RustType::of(kept),
    })
}
