//! The members of structs: their names, their types, and how they come into being.

use crate::ir::{Access, Field, Json, Rest, Shape, StringKind, Struct, Type, TypeId, TypeRef, Usage};
use crate::plan::names::{
    Case, Claim, Ident, Scope,
    reserved::{ADDITIONAL_PROPERTIES, STRUCT_ITEMS},
};
use crate::plan::{Plan, RustType};
use std::collections::BTreeSet;

/// A member of a struct.
pub struct FieldPlan {
    /// Index of the property in [`Struct::fields`].
    pub index: usize,
    /// Its name in Rust.
    pub name: Ident,
    /// The type of its value, without what presence adds.
    pub ty: RustType,
    /// How it is held.
    pub presence: Presence,
}

/// How a member is held, read and written.
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
    /// `Option<T>`: must be sent, and is not expected in answers.
    WriteOnlyRequired,
}

/// A list of arguments with this many of one type is confusing.
const MANY_ALIKE: usize = 4;
/// A longer list of arguments is confusing by itself.
const MANY_ARGUMENTS: usize = 7;

impl FieldPlan {
    /// The type that the struct declares; `None` for a constant.
    pub fn declared(&self) -> Option<RustType> {
        Some(match self.presence {
            Presence::Constant(_) => return None,
            Presence::Required => self.ty.clone(),
            Presence::Nullable | Presence::Optional | Presence::ReadOnly | Presence::WriteOnlyRequired => {
                self.ty.clone().optional()
            }
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

/// Plans the members of all structs, and the variants of enumerations.
pub(in crate::plan) fn plan(plan: &mut Plan<'_>, multipart: &BTreeSet<TypeId>) {
    let api = plan.api;
    for (index, def) in api.types.iter().enumerate() {
        let id = TypeId(index as u32);
        let Some(usage) = plan.ty(id).map(|ty| ty.usage) else {
            continue;
        };
        match &def.shape {
            Shape::Struct(object) => {
                let parts = multipart.contains(&id);
                let fields = fields(plan, object, usage, parts);
                let rest = rest(plan, object);
                let required_struct = required_struct(plan, id, &fields);
                if let Some(ty) = plan.types[index].as_mut() {
                    ty.fields = fields;
                    ty.rest = rest;
                    ty.multipart = parts;
                    ty.required_struct = required_struct;
                }
            }
            Shape::Alias(target) => {
                let target = plan.rust_type(target);
                if let Some(ty) = plan.types[index].as_mut() {
                    ty.target = Some(target);
                }
            }
            Shape::Enum(_) | Shape::Union(_) | Shape::Newtype(_) | Shape::Tuple(_) => {}
        }
    }
}

fn fields(plan: &Plan<'_>, object: &Struct, usage: Usage, multipart: bool) -> Vec<FieldPlan> {
    let claims = object.fields.iter();
    let claims: Vec<Claim> = claims
        .map(|field| Claim::new(&field.name).chosen_by(field.rename.as_deref()))
        .collect();
    let names = Scope::new(STRUCT_ITEMS).claim_each(&claims, Case::Field);
    let all = object.fields.iter().zip(names).enumerate();
    all.filter(|(_, (field, _))| usage.received || field.access != Access::ReadOnly)
        .map(|(index, (field, name))| {
            let ty = plan.plain_type(&field.ty);
            FieldPlan {
                index,
                name,
                ty: if multipart { part_type(plan, &field.ty, ty) } else { ty },
                presence: presence(field, usage),
            }
        })
        .collect()
}

/// Files of a multipart body are parts; what has no type is bytes too (OpenAPI 3.1.1 section 4.8.15.1.1).
fn part_type(plan: &Plan<'_>, ty: &TypeRef, plain: RustType) -> RustType {
    let is_file = |ty: &Type| matches!(ty, Type::String(StringKind::Binary) | Type::Any);
    match plan.resolved(ty).0 {
        ty if is_file(ty) => RustType::Runtime("Part"),
        Type::Array(item) if is_file(plan.resolved(item).0) => RustType::Vec(Box::new(RustType::Runtime("Part"))),
        _ => plain,
    }
}

fn presence(field: &Field, usage: Usage) -> Presence {
    let nullable = field.ty.nullable || matches!(field.ty.ty, Type::Null);
    match (&field.ty.ty, field.access) {
        (Type::Const(value), Access::Both) if field.required && !field.ty.nullable => Presence::Constant(value.clone()),
        (_, Access::ReadOnly) if usage.sent => Presence::ReadOnly,
        (_, Access::WriteOnly) if usage.received && field.required && usage.sent => Presence::WriteOnlyRequired,
        (_, Access::WriteOnly) if usage.received => Presence::Optional,
        _ => match (field.required, nullable) {
            (true, false) => Presence::Required,
            (true, true) => Presence::Nullable,
            // Only a sender needs to say null and nothing apart.
            (false, true) if usage.sent && !usage.received => Presence::ThreeState,
            (false, _) => Presence::Optional,
        },
    }
}

fn rest(plan: &Plan<'_>, object: &Struct) -> Option<(Ident, RustType)> {
    let Rest::Kept(kept) = &object.rest else { return None };
    let name = Scope::default().claim(ADDITIONAL_PROPERTIES, Case::Field);
    Some((name, plan.rust_type(kept)))
}

fn required_struct(plan: &mut Plan<'_>, id: TypeId, fields: &[FieldPlan]) -> Option<Ident> {
    let asked: Vec<&FieldPlan> = fields.iter().filter(|field| field.is_asked_for()).collect();
    let alike = asked
        .iter()
        .any(|one| asked.iter().filter(|other| other.ty == one.ty).count() >= MANY_ALIKE);
    if !alike && asked.len() <= MANY_ARGUMENTS {
        return None;
    }
    let ty = plan.ty(id)?;
    let raw = format!("{} Required", ty.name.as_str());
    let module = ty.module;
    let taken: Vec<String> = plan.modules[module.index()].taken.iter().cloned().collect();
    let reserved: Vec<&str> = taken.iter().map(String::as_str).collect();
    let name = Scope::new(&reserved).claim(&raw, Case::Type);
    plan.modules[module.index()].taken.insert(name.as_str().to_owned());
    Some(name)
}
