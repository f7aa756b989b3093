//! Types: the second stage of a plan. Their fields, variants and targets, and what of them is checked.

pub mod constraints;
pub mod derives;
pub mod patterns;
pub mod rust_type;
pub mod schemas;
pub mod structs;
pub mod variants;

use crate::arena::Arena;
use crate::diag::Diagnostics;
use crate::ir::{Api, AssertionId, Newtype, Shape, Tuple, Type, TypeDef, TypeId, TypeRef, Usage};
use crate::plan::names::{Case, Ident, Module, ModuleId, Names, Scope};
use derives::Extras;
use patterns::Patterns;
use rust_type::RustType;
use schemas::Schemas;
use std::collections::{BTreeMap, BTreeSet};
use structs::{Role, StructPlan};
use variants::{EnumPlan, UnionPlan};

/// The types that are emitted.
pub struct Types<'a> {
    pub(in crate::plan) api: &'a Api,
    /// `None`: nothing reaches it, so nothing is emitted.
    plans: Arena<TypeId, Option<TypePlan<'a>>>,
    /// Types with anything to check before they are sent.
    validated: BTreeSet<TypeId>,
    /// What named schemas are called: their names are called without a path wherever they are used.
    named_schemas: BTreeSet<String>,
    /// The assertions that emitted code uses, in order.
    pub(in crate::plan) assertions: Vec<AssertionId>,
    /// The schemas that have names, by the module that checks with them.
    schemas: BTreeMap<ModuleId, Schemas>,
    /// The patterns that emitted code matches.
    pub patterns: Patterns<'a>,
}

/// A type definition with its names.
pub struct TypePlan<'a> {
    /// Which one.
    pub id: TypeId,
    /// What the document says.
    pub def: &'a TypeDef,
    /// The module where it is defined.
    pub module: ModuleId,
    /// What it is called.
    pub name: Ident,
    /// Which way it travels.
    pub usage: Usage,
    /// Whether there is anything to check before it is sent: by itself, or in what it holds.
    pub validated: bool,
    /// What it is made of.
    pub shape: ShapePlan<'a>,
    /// The struct of all required properties that the constructor takes, where a list of arguments would be confusing. A name for a
    /// struct has a name for that one too.
    pub required_struct: Option<Ident>,
    /// What the settings add to its definition.
    pub extras: Extras,
}

/// What a type is made of.
pub enum ShapePlan<'a> {
    /// A struct.
    Struct(StructPlan<'a>),
    /// An enumeration of scalars.
    Enum(EnumPlan<'a>),
    /// A union.
    Union(UnionPlan<'a>),
    /// A string that is checked when it is made.
    Newtype(&'a Newtype),
    /// An array whose first elements have types of their own.
    Tuple(TuplePlan<'a>),
    /// Another name for this.
    Alias(RustType),
}

impl<'a> TypePlan<'a> {
    /// The struct, if it is one.
    pub fn structure(&self) -> Option<&StructPlan<'a>> {
        match &self.shape {
            ShapePlan::Struct(structure) => Some(structure),
            ShapePlan::Enum(_)
            | ShapePlan::Union(_)
            | ShapePlan::Newtype(_)
            | ShapePlan::Tuple(_)
            | ShapePlan::Alias(_) => None,
        }
    }

    /// Whether it is the body of a multipart request, which its call puts together.
    pub fn is_multipart(&self) -> bool {
        self.structure().is_some_and(|structure| structure.multipart)
    }

    /// The type that it is a name for, if that is an equal one that is inline in another place.
    pub fn joined_with(&self) -> Option<TypeId> {
        match &self.shape {
            ShapePlan::Alias(RustType::Named(first)) if !self.def.path.is_schema() => Some(*first),
            ShapePlan::Alias(_)
            | ShapePlan::Struct(_)
            | ShapePlan::Enum(_)
            | ShapePlan::Union(_)
            | ShapePlan::Newtype(_)
            | ShapePlan::Tuple(_) => None,
        }
    }

    /// Whether it is only another name.
    pub fn is_alias(&self) -> bool {
        matches!(self.shape, ShapePlan::Alias(_))
    }
}

/// A tuple.
pub struct TuplePlan<'a> {
    /// The array.
    pub source: &'a Tuple,
    /// The types of its first elements.
    pub elements: Vec<RustType>,
    /// The type of all others, if there can be any.
    pub rest: Option<RustType>,
}

impl<'a> Types<'a> {
    /// Plans all types that have a name.
    pub(super) fn plan(api: &'a Api, names: &Names, diags: &mut Diagnostics) -> Types<'a> {
        let multipart = structs::multipart_bodies(api);
        let listed = structs::listed(api, names);
        let role = |id: &TypeId| Role {
            multipart: multipart.contains(id),
            listed: listed.contains(id),
        };
        let validated = constraints::validated(api, names);
        let mut plans: Arena<TypeId, Option<TypePlan<'a>>> = Arena::new();
        for (id, def) in api.types.entries() {
            plans.push(names.ty(id).map(|home| TypePlan {
                id,
                def,
                module: home.module,
                name: home.name.clone(),
                usage: def.usage,
                validated: validated.contains(&id),
                shape: shape(api, def, role(&id)),
                required_struct: None,
                extras: Extras::default(),
            }));
        }
        name_required_structs(names, &mut plans);
        let checked = constraints::all(api, names);
        let assertions = schemas::used(api, &checked);
        let type_names: Vec<&str> = plans.iter().flatten().map(|ty| ty.name.as_str()).collect();
        let named = plans.iter().flatten().filter(|ty| ty.def.path.is_schema());
        Types {
            api,
            named_schemas: named.map(|ty| ty.name.as_str().to_owned()).collect(),
            patterns: patterns::compile_all(api, &checked, &assertions, diags),
            schemas: schemas::named(api, &checked, &type_names),
            plans,
            validated,
            assertions,
        }
    }

    /// The types that are emitted, in order.
    pub fn iter(&self) -> impl Iterator<Item = &TypePlan<'a>> {
        self.plans.iter().flatten()
    }

    /// The plan of a type that is emitted.
    pub fn get(&self, id: TypeId) -> Option<&TypePlan<'a>> {
        self.plans.get(id)?.as_ref()
    }

    /// Whether a named schema is called like this.
    pub fn has_schema(&self, name: &str) -> bool {
        self.named_schemas.contains(name)
    }

    /// The names that the types of a module have in it.
    pub fn names_in<'t>(&'t self, module: &'t Module) -> impl Iterator<Item = &'t Ident> {
        let types = module.types.iter().filter_map(|id| self.get(*id));
        types.flat_map(|ty| std::iter::once(&ty.name).chain(&ty.required_struct))
    }

    /// Whether a use has anything to check before it is sent.
    pub fn is_checked(&self, ty: &TypeRef) -> bool {
        constraints::is_checked(ty, &self.validated)
    }

    /// The schemas that have names in a module.
    pub fn schemas(&self, module: ModuleId) -> Option<&Schemas> {
        self.schemas.get(&module)
    }

    /// What a use means after all aliases: its type, and the checks of every alias on the way.
    pub fn resolved<'t>(&'t self, ty: &'t TypeRef) -> (&'t Type, Vec<&'t TypeRef>) {
        resolved(self.api, ty)
    }

    /// The struct that a use means, if it does.
    pub fn structure(&self, ty: &RustType) -> Option<&StructPlan<'a>> {
        let RustType::Named(id) = self.unaliased(ty) else {
            return None;
        };
        self.get(*id)?.structure()
    }
}

fn shape<'a>(api: &'a Api, def: &'a TypeDef, role: Role) -> ShapePlan<'a> {
    match &def.shape {
        Shape::Struct(source) => ShapePlan::Struct(structs::plan(api, source, def.usage, role)),
        Shape::Enum(source) => ShapePlan::Enum(variants::enumeration(source, def.usage)),
        Shape::Union(source) => ShapePlan::Union(variants::union(source)),
        Shape::Newtype(source) => ShapePlan::Newtype(source),
        Shape::Tuple(source) => ShapePlan::Tuple(TuplePlan {
            source,
            elements: source.elements.iter().map(RustType::of).collect(),
            rest: source.rest.as_ref().map(RustType::of),
        }),
        Shape::Alias(target) => ShapePlan::Alias(RustType::of(target)),
    }
}

/// Names the structs of required properties after the structs that they belong to, and after the names of these.
fn name_required_structs(names: &Names, plans: &mut Arena<TypeId, Option<TypePlan<'_>>>) {
    let takes_one = |ty: &TypePlan<'_>| ty.structure().is_some_and(StructPlan::needs_required_struct);
    let asking: BTreeSet<TypeId> = plans
        .iter()
        .flatten()
        .filter(|ty| takes_one(ty))
        .map(|ty| ty.id)
        .collect();
    let mut scopes: BTreeMap<ModuleId, Scope> = BTreeMap::new();
    for ty in plans.iter_mut().flatten() {
        if asking.contains(&ty.joined_with().unwrap_or(ty.id)) {
            let scope = scopes.entry(ty.module).or_insert_with(|| {
                let types = names.module(ty.module).types.iter();
                let taken = types.filter_map(|id| names.ty(*id).map(|home| home.name.as_str()));
                Scope::new(&taken.collect::<Vec<_>>())
            });
            let raw = format!("{} Required", ty.name.as_str());
            ty.required_struct = Some(scope.claim(&raw, Case::Type));
        }
    }
}

/// What a use means after all aliases: its type, and the uses on the way.
pub(super) fn resolved<'a>(api: &'a Api, ty: &'a TypeRef) -> (&'a Type, Vec<&'a TypeRef>) {
    let mut passed = vec![ty];
    let mut current = ty;
    // A pass has broken cycles of aliases; the bound only guards the loop.
    for _ in 0..256 {
        let Type::Named { id, .. } = current.ty else { break };
        let Some(Shape::Alias(target)) = api.types.get(id).map(|def| &def.shape) else {
            break;
        };
        passed.push(target);
        current = target;
    }
    (&current.ty, passed)
}
