//! No union is one of its own variants.
//!
//! A union reads a value by trying its variants on the same value. If one of them is a union that tries the first one again, directly
//! or through other names, reading never ends. Every other type reads the parts of a value, so that recursion through it follows the
//! data. After this pass the uses that read the same value again, those of aliases and of the variants of unions, have no cycle:
//! unions in a cycle get each other's variants, which is what they mean, in place of each other.

use super::components::Components;
use crate::diag::{Diagnostics, Problem};
use crate::ir::{Api, Foreign, Owner, Shape, Tagging, Type, TypeDef, TypeId, TypeRef, Union, Variant};

pub(super) fn run(api: &mut Api, diags: &mut Diagnostics) {
    let components = Components::of(&api.types, same_value);
    let within = |api: &Api, id: TypeId| match &api.types[id].shape {
        Shape::Union(union) => union
            .variants
            .iter()
            .any(|variant| inner(api, &components, id, variant).is_some()),
        Shape::Struct(_) | Shape::Enum(_) | Shape::Newtype(_) | Shape::Tuple(_) | Shape::Alias(_) => false,
    };
    let cyclic: Vec<TypeId> = api.types.ids().filter(|&id| within(api, id)).collect();
    let flat: Vec<(TypeId, Union)> = cyclic.iter().map(|&id| (id, Flat::of(api, &components, id))).collect();
    for (id, union) in flat {
        let def = &mut api.types[id];
        if union.variants.is_empty() {
            diags.push(Problem::EndlessAlias {}, super::location(def));
            def.shape = Shape::Alias(TypeRef::new(Type::Any));
        } else {
            def.shape = Shape::Union(union);
        }
    }
}

/// The types that read the value that a type reads.
fn same_value(def: &TypeDef) -> Vec<TypeId> {
    let named = |ty: &TypeRef| match ty.ty {
        Type::Named { id, .. } => Some(id),
        _ => None,
    };
    match &def.shape {
        Shape::Alias(target) => named(target).into_iter().collect(),
        Shape::Union(union) => union.variants.iter().filter_map(|variant| named(&variant.ty)).collect(),
        Shape::Struct(_) | Shape::Enum(_) | Shape::Newtype(_) | Shape::Tuple(_) => Vec::new(),
    }
}

/// The union that a variant is, if that leads back to `outer`.
fn inner(api: &Api, components: &Components, outer: TypeId, variant: &Variant) -> Option<TypeId> {
    let Type::Named { mut id, .. } = variant.ty.ty else {
        return None;
    };
    if !components.together(outer, id) {
        return None;
    }
    // Aliases have no cycle of their own, so this ends.
    while let Shape::Alias(target) = &api.types[id].shape {
        let Type::Named { id: next, .. } = target.ty else {
            return None;
        };
        id = next;
    }
    Some(id)
}

/// The variants of a union with those of the unions that it makes a cycle with.
struct Flat<'a> {
    api: &'a Api,
    components: &'a Components,
    seen: Vec<TypeId>,
    variants: Vec<Variant>,
    /// The order in which variants are tried, where that decides.
    order: Vec<usize>,
    fallback: Option<usize>,
    /// Whether the same property tells the variants of all the unions apart.
    same_tag: bool,
}

impl Flat<'_> {
    fn of(api: &Api, components: &Components, id: TypeId) -> Union {
        let mut flat = Flat {
            api,
            components,
            seen: vec![id],
            variants: Vec::new(),
            order: Vec::new(),
            fallback: None,
            same_tag: true,
        };
        let Shape::Union(union) = &api.types[id].shape else {
            return Union {
                variants: Vec::new(),
                tagging: Tagging::Kind,
            };
        };
        flat.add(id, union, union);
        flat.tell_apart();
        let tagging = match &union.tagging {
            Tagging::Kind => Tagging::Kind,
            Tagging::Tag { property, declared, .. } if flat.same_tag => Tagging::Tag {
                property: property.clone(),
                declared: *declared,
                fallback: flat.fallback,
            },
            Tagging::Tag { .. } | Tagging::Order(_) => Tagging::Order(flat.order),
        };
        let variants = flat.variants;
        Union { variants, tagging }
    }

    fn add(&mut self, id: TypeId, union: &Union, outermost: &Union) {
        self.same_tag &= union.discriminator().map(|(tag, _)| tag) == outermost.discriminator().map(|(tag, _)| tag);
        let order: Vec<usize> = match &union.tagging {
            Tagging::Order(order) => order.clone(),
            Tagging::Tag { .. } | Tagging::Kind => (0..union.variants.len()).collect(),
        };
        let fallback = union.discriminator().and_then(|(_, fallback)| fallback);
        for index in order {
            let Some(variant) = union.variants.get(index) else {
                continue;
            };
            match inner(self.api, self.components, id, variant) {
                None => {
                    let place = self.place(variant);
                    if fallback == Some(index) && std::ptr::eq(union, outermost) {
                        self.fallback = Some(place);
                    }
                }
                Some(next) if self.seen.contains(&next) => {}
                Some(next) => {
                    self.seen.push(next);
                    if let Shape::Union(union) = &self.api.types[next].shape {
                        self.add(next, union, outermost);
                    }
                }
            }
        }
    }

    /// Names that variants of different unions share are nobody's: each of them is called after what holds its type, too.
    fn tell_apart(&mut self) {
        let names: Vec<String> = self
            .variants
            .iter()
            .map(|variant| variant.name.to_lowercase())
            .collect();
        for (variant, name) in self.variants.iter_mut().zip(&names) {
            let shared = names.iter().filter(|other| *other == name).count() > 1;
            if let Type::Named { id, .. } = variant.ty.ty
                && shared
                && let Owner::Schema(name) | Owner::Foreign(Foreign { name, .. }) = &self.api.types[id].path.owner
            {
                variant.name = format!("{name} {}", variant.name);
            }
        }
    }

    /// The place of a variant: that of the same type, if one of the other unions had it.
    fn place(&mut self, variant: &Variant) -> usize {
        if let Some(known) = self.variants.iter().position(|known| known.ty == variant.ty) {
            if let Some(known) = self.variants.get_mut(known) {
                let new = variant.tags.iter().filter(|tag| !known.tags.contains(tag)).cloned();
                let new: Vec<_> = new.collect();
                known.tags.extend(new);
            }
            return known;
        }
        self.order.push(self.variants.len());
        self.variants.push(variant.clone());
        self.variants.len() - 1
    }
}
