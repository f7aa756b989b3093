//! What is derived for a type, and which attributes its definition has.
//!
//! Beside what every type of its kind has, the settings can ask for `Eq`, `PartialOrd`, `Ord` and `Hash`: for all types of a kind that
//! can have them, or for one, and then for what it holds too. Whether a type can have a trait follows from its fields; types of
//! other crates are taken to have all of them.

use super::rust_type::RustType;
use super::{ShapePlan, TypePlan, Types};
use crate::config::{Config, Trait, TypeKind};
use crate::diag::{Diagnostics, Problem};
use crate::ir::{EnumKind, Origin, Owner, StringKind, TypeId};
use std::collections::{BTreeMap, BTreeSet};

/// What comes before a definition.
#[derive(Clone, Debug, Default)]
pub struct Extras {
    /// Traits that the settings ask for.
    traits: BTreeSet<Trait>,
    /// Attributes of the settings, as they are written.
    pub attributes: Vec<String>,
}

/// Why a type cannot have a trait.
struct Hindrance {
    /// The JSON pointer of the schema that is in the way.
    pointer: String,
    what: &'static str,
}

impl TypePlan<'_> {
    /// The traits that are derived, in their usual order.
    pub fn derives(&self) -> Vec<&'static str> {
        let always: &[&str] = match &self.shape {
            ShapePlan::Struct(structure) => {
                match (structure.multipart, self.usage.sent && structure.asked().is_empty()) {
                    // Files can't be cloned or compared.
                    (true, true) => &["Debug", "Default"],
                    (true, false) => &["Debug"],
                    (false, true) => &["Clone", "Debug", "Default", "PartialEq"],
                    (false, false) => &["Clone", "Debug", "PartialEq"],
                }
            }
            ShapePlan::Enum(plan) => match plan.source.kind {
                EnumKind::String | EnumKind::Integer => &["Clone", "Debug", "PartialEq", "Eq", "Hash"],
                EnumKind::Number | EnumKind::Bool | EnumKind::Mixed => &["Clone", "Debug", "PartialEq"],
            },
            ShapePlan::Union(_) | ShapePlan::Tuple(_) => &["Clone", "Debug", "PartialEq"],
            // A password is not shown, so its `Debug` is not derived.
            ShapePlan::Newtype(newtype) if newtype.kind == StringKind::Secret => {
                &["Clone", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"]
            }
            ShapePlan::Newtype(_) => &["Clone", "Debug", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"],
            ShapePlan::Alias(_) => return Vec::new(),
        };
        let asked = Trait::ALL.into_iter().filter(|one| self.extras.traits.contains(one));
        let asked = asked.map(Trait::as_str).filter(|one| !always.contains(one));
        let mut all: Vec<&str> = always.iter().copied().chain(asked).collect();
        let usual = [
            "Clone",
            "Debug",
            "Default",
            "PartialEq",
            "Eq",
            "PartialOrd",
            "Ord",
            "Hash",
        ];
        all.sort_by_key(|name| usual.iter().position(|other| other == name));
        all
    }

    fn kind(&self) -> Option<TypeKind> {
        match &self.shape {
            ShapePlan::Struct(_) => Some(TypeKind::Struct),
            ShapePlan::Enum(_) => Some(TypeKind::Enum),
            ShapePlan::Union(_) => Some(TypeKind::Union),
            ShapePlan::Newtype(_) => Some(TypeKind::Newtype),
            ShapePlan::Tuple(_) => Some(TypeKind::Tuple),
            ShapePlan::Alias(_) => None,
        }
    }

    /// What a setting for this type is called.
    fn keys(&self) -> Vec<String> {
        let mut keys = vec![self.def.origin.pointer.to_string()];
        if let (Owner::Schema(name), []) = (&self.def.path.owner, self.def.path.steps.as_slice()) {
            keys.push(name.clone());
        }
        keys
    }

    /// The types that a value of this type holds, each with where the document says it.
    fn held(&self) -> Vec<(&RustType, &Origin)> {
        let own = &self.def.origin;
        match &self.shape {
            ShapePlan::Struct(structure) => {
                let fields = structure.fields.iter().filter(|field| field.declared().is_some());
                let fields = fields.map(|field| (&field.ty, &field.source.origin));
                fields
                    .chain(structure.rest.iter().map(|rest| (&rest.ty, own)))
                    .collect()
            }
            ShapePlan::Union(union) => union.variants.iter().map(|variant| (&variant.ty, own)).collect(),
            ShapePlan::Tuple(tuple) => tuple.elements.iter().chain(&tuple.rest).map(|ty| (ty, own)).collect(),
            ShapePlan::Alias(target) => vec![(target, own)],
            ShapePlan::Enum(_) | ShapePlan::Newtype(_) => Vec::new(),
        }
    }
}

impl Types<'_> {
    /// Gives the types what the settings ask for. What a type cannot have is reported, where the settings name that type.
    pub(in crate::plan) fn decorate(&mut self, config: &Config, diags: &mut Diagnostics) {
        if config.derives.is_empty() && config.attributes.is_empty() {
            return;
        }
        let mut extras: BTreeMap<TypeId, Extras> = BTreeMap::new();
        for ty in self.iter() {
            let kind = ty.kind();
            let of_kind = kind.and_then(|kind| config.derives.kinds.get(&kind));
            for one in of_kind.into_iter().flatten().flat_map(|one| one.with()) {
                if self.hindrance(ty.id, *one, &mut BTreeSet::new()).is_none() {
                    self.give(ty.id, *one, &mut extras);
                }
            }
            let attributes = kind.and_then(|kind| config.attributes.kinds.get(&kind));
            let mut attributes: Vec<String> = attributes.into_iter().flatten().cloned().collect();
            for key in ty.keys() {
                match (config.attributes.types.get(&key), &ty.def.shared) {
                    (Some(own), None) => attributes.extend(own.value.iter().cloned()),
                    (Some(own), Some(shared)) => {
                        let reason = format!(
                            "the type is defined in the crate `{}`, with its attributes",
                            shared.krate
                        );
                        let key = format!("attributes.{key}");
                        diags.push(Problem::InvalidSetting { key, reason }, own.location());
                    }
                    (None, _) => {}
                }
                let Some(setting) = config.derives.types.get(&key) else {
                    continue;
                };
                for one in &setting.value {
                    let mut all = one.with().iter();
                    match all.find_map(|each| self.hindrance(ty.id, *each, &mut BTreeSet::new())) {
                        None => one.with().iter().for_each(|each| self.give(ty.id, *each, &mut extras)),
                        Some(Hindrance { pointer, what }) => {
                            let (name, ty) = (one.as_str(), key.clone());
                            let problem = Problem::Underivable {
                                name,
                                ty,
                                pointer,
                                what,
                            };
                            diags.push(problem, setting.location());
                        }
                    }
                }
            }
            extras.entry(ty.id).or_default().attributes = attributes;
        }
        for (id, extras) in extras {
            if let Some(plan) = self.plans.get_mut(id).and_then(Option::as_mut) {
                plan.extras = extras;
            }
        }
    }

    /// A type has a trait only if what it holds has it.
    fn give(&self, id: TypeId, one: Trait, extras: &mut BTreeMap<TypeId, Extras>) {
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            if let Some(ty) = self.get(id)
                && extras.entry(id).or_default().traits.insert(one)
            {
                open.extend(ty.held().into_iter().filter_map(|(ty, _)| named(ty)));
            }
        }
    }

    /// What keeps a type from having a trait. A type that holds itself does not hinder itself.
    fn hindrance(&self, id: TypeId, one: Trait, open: &mut BTreeSet<TypeId>) -> Option<Hindrance> {
        let ty = self.get(id)?;
        if !open.insert(id) {
            return None;
        }
        let hindered = |what, origin: &Origin| {
            let pointer = origin.pointer.to_string();
            Some(Hindrance { pointer, what })
        };
        let has_order = matches!(one, Trait::PartialOrd | Trait::Ord);
        let own = &ty.def.origin;
        match &ty.shape {
            ShapePlan::Struct(structure) if structure.multipart => return hindered("a body with files", own),
            ShapePlan::Struct(structure) if structure.keeps && has_order => {
                return hindered(
                    "an object with a constant or a read-only property, which keeps what has no order",
                    own,
                );
            }
            ShapePlan::Union(_) if ty.usage.received && has_order => {
                return hindered("a union that keeps any JSON, which has no order", own);
            }
            ShapePlan::Enum(plan) if has_order && keeps_json(plan.source.kind) => {
                return hindered("an enumeration that keeps any JSON, which has no order", own);
            }
            ShapePlan::Struct(_)
            | ShapePlan::Enum(_)
            | ShapePlan::Union(_)
            | ShapePlan::Newtype(_)
            | ShapePlan::Tuple(_)
            | ShapePlan::Alias(_) => {}
        }
        ty.held().into_iter().find_map(|(held, origin)| match plain(held) {
            RustType::Named(inner) => self.hindrance(*inner, one, open),
            other => lacks(other, one).and_then(|what| hindered(what, origin)),
        })
    }
}

/// Whether values that are not listed are kept as JSON.
fn keeps_json(kind: EnumKind) -> bool {
    match kind {
        EnumKind::String | EnumKind::Integer => false,
        EnumKind::Number | EnumKind::Bool | EnumKind::Mixed => true,
    }
}

/// The type inside of what has every trait that its content has.
fn plain(ty: &RustType) -> &RustType {
    match ty {
        RustType::Vec(inner)
        | RustType::Map(inner)
        | RustType::Option(inner)
        | RustType::Field(inner)
        | RustType::Box(inner) => plain(inner),
        RustType::Value
        | RustType::Unit
        | RustType::Bool
        | RustType::Integer(_)
        | RustType::F32
        | RustType::F64
        | RustType::String
        | RustType::Bytes
        | RustType::Runtime(_)
        | RustType::Stream(..)
        | RustType::Named(_)
        | RustType::Item(..)
        | RustType::Foreign(_) => ty,
    }
}

fn named(ty: &RustType) -> Option<TypeId> {
    match plain(ty) {
        RustType::Named(id) => Some(*id),
        _ => None,
    }
}

/// What a type is that does not have a trait.
fn lacks(ty: &RustType, one: Trait) -> Option<&'static str> {
    match (ty, one) {
        (RustType::F32 | RustType::F64, Trait::Eq | Trait::Ord | Trait::Hash) => Some("a number with decimals"),
        (RustType::Value, Trait::PartialOrd | Trait::Ord) => Some("any JSON, which has no order"),
        (RustType::Runtime("Secret"), Trait::PartialOrd | Trait::Ord | Trait::Hash) => Some("a password"),
        (RustType::Runtime("Part" | "Multipart" | "Body" | "TypedBody" | "PartStream" | "ByteStream"), _) => {
            Some("a file")
        }
        (RustType::Stream(..) | RustType::Item(..), _) => Some("a stream"),
        (
            RustType::F32
            | RustType::F64
            | RustType::Value
            | RustType::Unit
            | RustType::Bool
            | RustType::Integer(_)
            | RustType::String
            | RustType::Bytes
            | RustType::Runtime(_)
            | RustType::Vec(_)
            | RustType::Map(_)
            | RustType::Option(_)
            | RustType::Field(_)
            | RustType::Box(_)
            | RustType::Named(_)
            | RustType::Foreign(_),
            _,
        ) => None,
    }
}
