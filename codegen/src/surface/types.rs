//! Types: structs with their fields, enumerations and unions with their variants, and what is one value.

use super::{Fact, Item, Items, Kind, spell};
use crate::ir::{Access, Json, Rest, Tagging, Usage, Variant};
use crate::plan::names::Ident;
use crate::plan::{FieldPlan, Plan, Presence, RustType, ShapePlan, StructPlan, TuplePlan, TypePlan, UnionPlan};

pub(super) fn items(plan: &Plan<'_>, items: &mut Items) {
    for ty in plan.types.iter() {
        one(plan, ty, items);
    }
}

fn one(plan: &Plan<'_>, named: &TypePlan<'_>, items: &mut Items) {
    let name = spell::ty(plan, &RustType::Named(named.id));
    let ty = meant(plan, named);
    let derives = ty.derives().join(", ");
    let mut item = Item::at(Kind::Type, &named.def.origin)
        .with(Fact::Shape, shape(&ty.shape))
        .maybe(Fact::Derives, (!derives.is_empty()).then_some(derives))
        .with(Fact::Travels, travels(ty.usage))
        .flag(Fact::Deprecated, named.def.docs.deprecated);
    spell::checks(plan, &ty.def.checks, "", &mut item.limits);
    let item = match &ty.shape {
        ShapePlan::Struct(structure) => {
            fields(plan, &name, ty, structure, items);
            of_struct(plan, item, named, structure)
        }
        ShapePlan::Enum(enumeration) => {
            for (value, variant) in enumeration.source.values.iter().zip(&enumeration.variants) {
                let value = Item::at(Kind::Variant, &ty.def.origin).with(Fact::Wire, value.value.text());
                items.add(format!("{name}::{variant}"), value);
            }
            item.flag(Fact::Open, true)
        }
        ShapePlan::Union(union) => {
            variants(plan, &name, ty, union, items);
            item.with(Fact::Tag, tag(&union.source.tagging))
                .flag(Fact::Open, ty.usage.received)
        }
        ShapePlan::Newtype(newtype) => {
            spell::checks(plan, &newtype.checks, "", &mut item.limits);
            item
        }
        ShapePlan::Tuple(tuple) => item.with(Fact::Type, elements(plan, tuple)),
        ShapePlan::Alias(target) => item.with(Fact::Type, spell::ty(plan, target)),
    };
    items.add(name, item);
}

/// The type that a name of an inline type means. Which of several equal ones is defined, and which are
/// names for it, makes no difference to anybody.
fn meant<'p, 'a>(plan: &'p Plan<'a>, ty: &'p TypePlan<'a>) -> &'p TypePlan<'a> {
    ty.joined_with().and_then(|first| plan.ty(first)).unwrap_or(ty)
}

const fn shape(shape: &ShapePlan<'_>) -> &'static str {
    match shape {
        ShapePlan::Struct(_) => "struct",
        ShapePlan::Enum(_) => "enum",
        ShapePlan::Union(_) => "union",
        ShapePlan::Newtype(_) => "newtype",
        ShapePlan::Tuple(_) => "tuple",
        ShapePlan::Alias(_) => "alias",
    }
}

const fn travels(usage: Usage) -> &'static str {
    match (usage.sent, usage.received) {
        (true, true) => "both",
        (true, false) => "sent",
        (false, _) => "received",
    }
}

fn of_struct(plan: &Plan<'_>, item: Item, ty: &TypePlan<'_>, structure: &StructPlan<'_>) -> Item {
    let asked = structure.asked();
    let asked: Vec<String> = asked.iter().map(|field| field.name.to_string()).collect();
    let takes = match &ty.required_struct {
        Some(required) => format!("{required} {{ {} }}", asked.join(", ")),
        None => asked.join(", "),
    };
    let rest = match &structure.source.rest {
        Rest::Ignored => None,
        Rest::Denied => Some("denied".to_owned()),
        Rest::Kept(kept) => Some(spell::ty(plan, &RustType::of(kept))),
    };
    item.maybe(Fact::Takes, ty.usage.sent.then_some(takes))
        .maybe(Fact::Rest, rest)
}

fn fields(plan: &Plan<'_>, owner: &str, ty: &TypePlan<'_>, structure: &StructPlan<'_>, items: &mut Items) {
    let given = |word| ty.usage.sent.then_some(word);
    for field in &structure.fields {
        let item = self::field(plan, field).maybe(Fact::Given, given(self::given(&field.presence)));
        items.add(format!("{owner}.{}", field.name), item);
    }
    if let Some(rest) = &structure.rest {
        let map = RustType::Map(Box::new(rest.ty.clone()));
        let rest_item = Item::new(Kind::Field)
            .with(Fact::Type, spell::ty(plan, &map))
            .with(Fact::Wire, "all undeclared properties")
            .maybe(Fact::Given, given("setter"));
        items.add(format!("{owner}.{}", rest.name), rest_item);
    }
}

fn field(plan: &Plan<'_>, field: &FieldPlan<'_>) -> Item {
    let source = field.source;
    let constant = match &field.presence {
        Presence::Constant(value) => Some(value.text()),
        Presence::Required
        | Presence::Nullable
        | Presence::Optional
        | Presence::ThreeState
        | Presence::ReadOnly
        | Presence::ReadOnlyRequired
        | Presence::WriteOnlyRequired => None,
    };
    let access = match source.access {
        Access::Both => None,
        Access::ReadOnly => Some("readOnly"),
        Access::WriteOnly => Some("writeOnly"),
    };
    let mut item = Item::at(Kind::Field, &source.origin)
        .with(Fact::Wire, &source.name)
        .maybe(Fact::Type, field.declared().map(|declared| spell::ty(plan, &declared)))
        .flag(Fact::Required, source.required)
        .flag(Fact::Nullable, source.ty.nullable)
        .maybe(Fact::Access, access)
        .maybe(Fact::Constant, constant)
        .maybe(Fact::Default, source.default.as_ref().map(Json::text))
        .flag(Fact::Deprecated, source.docs.deprecated);
    item.limits = spell::limits(plan, &source.ty);
    item
}

/// How the value of a field comes into a struct that is sent.
const fn given(presence: &Presence) -> &'static str {
    match presence {
        Presence::Required | Presence::Nullable | Presence::WriteOnlyRequired => "argument",
        Presence::Optional | Presence::ThreeState | Presence::ReadOnlyRequired => "setter",
        Presence::Constant(_) | Presence::ReadOnly => "not",
    }
}

fn variants(plan: &Plan<'_>, owner: &str, ty: &TypePlan<'_>, union: &UnionPlan<'_>, items: &mut Items) {
    let types = union.variants.iter().map(|variant| plan.types.canonical(&variant.ty));
    let types: Vec<RustType> = types.collect();
    let members = union.source.variants.iter().zip(&union.variants).zip(&types);
    for ((source, variant), canonical) in members {
        let alone = types.iter().filter(|other| *other == canonical).count() == 1;
        let item = Item::at(Kind::Variant, &ty.def.origin)
            .with(Fact::Type, spell::ty(plan, &variant.ty))
            .maybe(Fact::Wire, tags(source))
            .flag(Fact::From, alone && *canonical != RustType::Value)
            .flag(Fact::Deprecated, source.docs.deprecated);
        items.add(variant_name(owner, &variant.name), item);
    }
}

pub(super) fn variant_name(owner: &str, name: &Ident) -> String {
    format!("{owner}::{name}")
}

/// The tag values that choose a variant.
fn tags(variant: &Variant) -> Option<String> {
    let tags: Vec<String> = variant.tags.iter().map(Json::text).collect();
    (!tags.is_empty()).then(|| tags.join(", "))
}

fn tag(tagging: &Tagging) -> String {
    match tagging {
        Tagging::Tag { property, .. } => format!("property {property}"),
        Tagging::Kind => "JSON type".to_owned(),
        Tagging::Order(_) => "what fits".to_owned(),
    }
}

fn elements(plan: &Plan<'_>, tuple: &TuplePlan<'_>) -> String {
    let elements = tuple.elements.iter().enumerate();
    let elements = elements.map(|(index, element)| match index < tuple.source.required {
        true => spell::ty(plan, element),
        false => spell::ty(plan, &element.clone().optional()),
    });
    let rest = tuple.rest.iter();
    let rest = rest.map(|rest| spell::ty(plan, &RustType::Vec(Box::new(rest.clone()))));
    format!("({})", elements.chain(rest).collect::<Vec<_>>().join(", "))
}
