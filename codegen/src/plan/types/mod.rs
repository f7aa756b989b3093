//! Types: their fields, variants and targets, and what of them is checked.

pub mod constraints;
pub mod patterns;
pub mod rust_type;
pub mod schemas;
pub mod structs;
pub mod variants;

use crate::ir::{Api, Owner, Shape, Type, TypeId, TypeRef, Usage};
use crate::plan::Plan;
use crate::plan::names::Ident;
use crate::plan::names::modules::ModuleId;
use rust_type::RustType;
use std::collections::BTreeMap;
use structs::FieldPlan;

/// A type definition with its names.
pub struct TypePlan {
    /// Where it stands.
    pub module: ModuleId,
    /// What it is called.
    pub name: Ident,
    /// Its members, if it is a struct, in document order.
    pub fields: Vec<FieldPlan>,
    /// The field for members that are not declared, if it keeps them.
    pub rest: Option<(Ident, RustType)>,
    /// Variants, if it is an enumeration or a union, in the order of values or members.
    pub variants: Vec<Ident>,
    /// The types of the variants of a union, or of the elements of a tuple; `None`: the variant holds nothing.
    pub payloads: Vec<Option<RustType>>,
    /// What an alias stands for.
    pub target: Option<RustType>,
    /// Which way it travels.
    pub usage: Usage,
    /// Whether there is anything to check before it is sent.
    pub validated: bool,
    /// Whether it is the body of a multipart request, so that its files are parts.
    pub multipart: bool,
    /// Whether its constructor takes a struct with all required members, because a list of arguments would be confusing.
    pub required_struct: Option<Ident>,
}

/// What a use stands for after all aliases: its type, and the uses on the way.
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

pub(super) fn place_types(plan: &mut Plan<'_>, owners: &BTreeMap<Owner, ModuleId>, names: Vec<Ident>) {
    for (index, (def, name)) in plan.api.types.iter().zip(names).enumerate() {
        let Some(&module) = owners.get(&def.path.owner) else {
            continue;
        };
        if !def.usage.sent && !def.usage.received {
            continue;
        }
        plan.modules[module.index()].types.push(TypeId(index as u32));
        plan.types[index] = Some(TypePlan {
            module,
            name,
            fields: Vec::new(),
            rest: None,
            variants: Vec::new(),
            payloads: Vec::new(),
            target: None,
            usage: def.usage,
            validated: false,
            multipart: false,
            required_struct: None,
        });
    }
    for module in &mut plan.modules {
        let api = plan.api;
        // The owner's own types first, then what is inside them, each in document order.
        module
            .types
            .sort_by_key(|id| (api.types[*id].path.steps.len() > 1, *id));
    }
}
