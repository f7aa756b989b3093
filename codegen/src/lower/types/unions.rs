//! `oneOf`, `anyOf` and lists of types: one of several types, and how a reader tells them apart.
//!
//! First match is wrong for many real unions, so the order is: a declared discriminator, an implied tag (constants that differ),
//! the JSON kind, and only then the most specific alternative first.

use super::candidate::Candidate;
use super::variant_names::VariantName;
use crate::diag::Problem;
use crate::ir::{Docs, Json, Tagging, Type, TypePath, TypeRef, Union, Variant};
use crate::lower::schema::Inner;
use crate::lower::types::Lowered;
use crate::lower::{Declared, Group, Lower, Merged};
use crate::openapi::schema::{JsonType, Types};
use crate::tree::NodeId;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

/// Choices inside choices, each with properties of its own, multiply: deeper ones are read as any value.
const MAX_NESTED_UNIONS: usize = 16;
/// … and so are choices that would be made more often than this.
const MAX_MULTIPLIED: usize = 64;
/// Schemas that extend a choice which they are not part of are a choice each, with all its alternatives. All of them together have so many.
const MAX_EXTENDED: usize = 2_000;

impl Lower<'_, '_> {
    /// The type of merged keywords with at least one `oneOf` or `anyOf` of several alternatives.
    pub(in crate::lower) fn union(&mut self, merged: &Merged, node: NodeId, path: &TypePath) -> Lowered {
        if self.depth > MAX_NESTED_UNIONS {
            self.report(node, Problem::SeveralUnions {});
            return Lowered::Use(self.any_checked(node));
        }
        self.depth += 1;
        let lowered = self.union_within(merged, node, path);
        self.depth -= 1;
        lowered
    }

    fn union_within(&mut self, merged: &Merged, node: NodeId, path: &TypePath) -> Lowered {
        let [group] = merged.unions.as_slice() else {
            self.report(node, Problem::SeveralUnions {});
            return Lowered::Use(self.any_checked(node));
        };
        let group = group.clone();
        if group.node != node {
            let extended = self.extended + group.alternatives.len();
            if extended > MAX_EXTENDED {
                self.report(node, Problem::SeveralUnions {});
                return Lowered::Use(self.any_checked(node));
            }
            self.extended = extended;
        }
        if !merged.properties.is_empty() || !merged.additional.is_empty() {
            let around = self.multiplicity;
            if around > 1 && around * group.alternatives.len() > MAX_MULTIPLIED {
                self.report(node, Problem::SeveralUnions {});
                return Lowered::Use(self.any_checked(node));
            }
            self.multiplicity = around * group.alternatives.len();
            let lowered = self.distributed(merged, &group, node, path);
            self.multiplicity = around;
            return lowered;
        }
        let candidates = self.candidates(&group);
        if let Some(lowered) = self.scalar_union(&candidates) {
            return self.with_limits(lowered, &group, &candidates);
        }
        let wholly_objects = candidates
            .iter()
            .all(|candidate| candidate.kinds == Types::of(JsonType::Object));
        let tagging = self.tagging(&group, &candidates);
        if !group.exclusive
            && wholly_objects
            && matches!(tagging, Tagging::Order(_))
            && group.discriminator.is_none()
            && let Some(lowered) = self.combined(&group, node)
        {
            return lowered;
        }
        let variants = self.variants(&group, &candidates, &tagging);
        let mut lowered = Lower::make_union(Union { variants, tagging });
        if self.config.exact
            && let Lowered::Def(_, checks) = &mut lowered
        {
            checks.assertions.push(self.assertion(node));
        }
        lowered
    }

    fn candidates(&mut self, group: &Group) -> Vec<Candidate> {
        let alternatives = Rc::clone(&group.alternatives);
        let candidate = |lower: &mut Self, node: NodeId| {
            let base = group.base.clone();
            let merged = lower.schemas.merge(&[Declared { node, base }]);
            Candidate {
                node,
                kinds: lower.schemas.kinds(node).without(JsonType::Null),
                merged,
            }
        };
        alternatives.iter().map(|&node| candidate(self, node)).collect()
    }

    /// How a reader tells the alternatives apart.
    fn tagging(&mut self, group: &Group, candidates: &[Candidate]) -> Tagging {
        let objects = candidates
            .iter()
            .all(|candidate| candidate.kinds.has(JsonType::Object) || candidate.kinds.is_empty());
        if let Some(discriminator) = &group.discriminator
            && objects
        {
            let fallback = discriminator.default_mapping.clone().and_then(|(target, node)| {
                let target = self.schemas.mapping_target(&target, node)?;
                candidates
                    .iter()
                    .position(|candidate| self.names(candidate.node, target))
            });
            return Tagging::Tag {
                property: discriminator.property.to_string(),
                declared: true,
                fallback,
            };
        }
        if have_distinct_kinds(candidates) {
            return Tagging::Kind;
        }
        if objects && let Some(property) = self.implied_tag(candidates) {
            return Tagging::Tag {
                property,
                declared: false,
                fallback: None,
            };
        }
        Tagging::Order(most_specific_first(candidates))
    }

    /// Whether an alternative is, or refers to, a schema.
    fn names(&mut self, alternative: NodeId, target: NodeId) -> bool {
        let inner = self.schemas.unwrap(alternative);
        alternative == target || inner.is_some_and(|inner| self.schemas.meaning(inner.node()) == target)
    }

    /// A property whose constants differ from alternative to alternative.
    fn implied_tag(&mut self, candidates: &[Candidate]) -> Option<String> {
        let first = candidates.first()?;
        let names: Vec<String> = first.merged.properties.keys().map(|name| name.to_string()).collect();
        let required = |name: &String| {
            candidates
                .iter()
                .all(|candidate| candidate.merged.required.contains(name.as_str()))
        };
        let (sure, maybe): (Vec<String>, Vec<String>) = names.into_iter().partition(required);
        sure.into_iter().chain(maybe).find(|name| {
            let mut seen: BTreeSet<Json> = BTreeSet::new();
            candidates.iter().all(|candidate| {
                let Some(values) = self.property_values(candidate.node, name) else {
                    return false;
                };
                let fresh = !values.is_empty() && values.iter().all(|value| !seen.contains(value));
                seen.extend(values);
                fresh
            })
        })
    }

    fn variants(&mut self, group: &Group, candidates: &[Candidate], tagging: &Tagging) -> Vec<Variant> {
        let tags = self.all_tags(group, candidates, tagging);
        let names = self.variant_names(candidates, &tags, &self.path_at(&group.base));
        let variants = candidates.iter().zip(tags.into_iter().zip(names));
        let variants = variants.map(|(candidate, (tags, VariantName { name, step }))| {
            let ty = self.use_schema(candidate.node, self.path_in(&group.base, step));
            Variant {
                ty,
                name,
                rename: None,
                tags,
                required: candidate.merged.required.iter().map(|name| name.to_string()).collect(),
                docs: Docs {
                    inner: self.inner_docs(&[candidate.node]),
                    ..self.schema_docs(candidate.node)
                },
            }
        });
        variants.collect()
    }

    fn all_tags(&mut self, group: &Group, candidates: &[Candidate], tagging: &Tagging) -> Vec<Vec<Json>> {
        let candidates = candidates.iter();
        candidates
            .map(|candidate| self.variant_tags(group, candidate, tagging))
            .collect()
    }

    fn variant_tags(&mut self, group: &Group, candidate: &Candidate, tagging: &Tagging) -> Vec<Json> {
        match (tagging, &group.discriminator) {
            (Tagging::Tag { declared: true, .. }, Some(discriminator)) => {
                let inner = self.schemas.unwrap(candidate.node);
                let node = inner.map_or(candidate.node, Inner::node);
                self.tags_of(node, discriminator)
            }
            (Tagging::Tag { property, .. }, _) => self.property_values(candidate.node, property).unwrap_or_default(),
            (Tagging::Kind | Tagging::Order(_), _) => Vec::new(),
        }
    }

    /// Properties beside a choice belong to every alternative.
    fn distributed(&mut self, merged: &Merged, group: &Group, node: NodeId, path: &TypePath) -> Lowered {
        let mut candidates = self.candidates(group);
        if candidates
            .iter()
            .any(|candidate| !candidate.kinds.is_empty() && !candidate.kinds.has(JsonType::Object))
        {
            self.report(node, Problem::SeveralUnions {});
            return Lowered::Use(self.any_checked(node));
        }
        // The names that the alternatives have where the choice is by itself: what they declare is named after those.
        let tagging = self.tagging(group, &candidates);
        let tags = self.all_tags(group, &candidates, &tagging);
        let names = self.variant_names(&candidates, &tags, &self.path_at(&group.base));
        for candidate in &mut candidates {
            distribute(merged, group, &mut candidate.merged);
            candidate.kinds = Types::of(JsonType::Object);
        }
        let tagging = self.tagging(group, &candidates);
        let tags = self.all_tags(group, &candidates, &tagging);
        let mut variants = Vec::new();
        for (candidate, (tags, VariantName { name, step })) in candidates.iter().zip(tags.into_iter().zip(names)) {
            let alternative = Declared {
                node: candidate.node,
                base: self.path_in(&group.base, step.clone()).into(),
            };
            let ty = self.distributed_variant(merged, group, &alternative, &path.then(step));
            variants.push(Variant {
                ty,
                name,
                rename: None,
                tags,
                required: candidate.merged.required.iter().map(|name| name.to_string()).collect(),
                docs: Docs::default(),
            });
        }
        Lower::make_union(Union { variants, tagging })
    }

    /// The type of an alternative with the properties beside the choice.
    fn distributed_variant(
        &mut self,
        outer: &Merged,
        group: &Group,
        alternative: &Declared,
        path: &TypePath,
    ) -> TypeRef {
        let node = alternative.node;
        let mut merged = self.schemas.merge(std::slice::from_ref(alternative));
        distribute(outer, group, &mut merged);
        match self.classify(&merged, node, path) {
            Lowered::Use(type_ref) => type_ref,
            Lowered::Def(shape, checks) => {
                let id = self.define(node, path.clone(), *shape);
                self.api.types[id].checks = checks;
                TypeRef::new(Type::Named { id, boxed: false })
            }
        }
    }

    /// `anyOf` of objects that nothing tells apart: a value can be several of them at once, so they become one object. `None`: a
    /// property means different things in different alternatives.
    fn combined(&mut self, group: &Group, node: NodeId) -> Option<Lowered> {
        let mut all = Merged::new();
        for &alternative in group.alternatives.iter() {
            let declared = Declared {
                node: alternative,
                base: group.base.clone(),
            };
            let merged = self.schemas.merge(&[declared]);
            if merged.impossible
                || !merged.unions.is_empty()
                || merged.properties.is_empty()
                || !merged.additional.is_empty()
            {
                return None;
            }
            for (name, declared) in merged.properties {
                let known = all.properties.entry(name).or_default();
                match known.first() {
                    None => known.extend(declared),
                    Some(first) if self.same(first.node, declared.first()?.node) => {}
                    Some(_) => return None,
                }
            }
            all.sources.push(alternative);
        }
        all.types = Types::of(JsonType::Object);
        let lowered = self.object(&all, node, &self.path_at(&group.base));
        match lowered {
            Lowered::Def(shape, mut checks) => {
                checks.assertions.push(self.any_of_assertion(group));
                Some(Lowered::Def(shape, checks))
            }
            Lowered::Use(_) => None,
        }
    }

    fn same(&mut self, a: NodeId, b: NodeId) -> bool {
        match (self.schemas.unwrap(a), self.schemas.unwrap(b)) {
            (Some(Inner::Named(a)), Some(Inner::Named(b))) if a == b => true,
            (Some(Inner::Inline(a)), Some(Inner::Inline(b))) => self.json(a) == self.json(b),
            _ => false,
        }
    }

    /// A union of the JSON types that one schema names.
    pub(in crate::lower) fn union_of_kinds(
        &mut self,
        merged: &Merged,
        kinds: Types,
        node: NodeId,
        path: &TypePath,
    ) -> Lowered {
        let mut variants = Vec::new();
        for kind in kinds.iter() {
            let name = match kind {
                JsonType::Array => self.list_name(&merged.items),
                _ => kind.as_str().to_owned(),
            };
            let VariantName { name, step } = VariantName::of_kind(kind, name);
            let variant_path = path.then(step);
            let ty = match self.classify_kind(merged, kind, node, &variant_path) {
                Lowered::Use(type_ref) => type_ref,
                Lowered::Def(shape, checks) => {
                    let id = self.define(node, variant_path, *shape);
                    self.api.types[id].checks = checks;
                    self.api.types[id].docs = Docs::default();
                    self.described.remove(&id);
                    TypeRef::new(Type::Named { id, boxed: false })
                }
            };
            variants.push(Variant {
                ty,
                name,
                rename: None,
                tags: Vec::new(),
                required: Vec::new(),
                docs: Docs::default(),
            });
        }
        Lower::make_union(Union {
            variants,
            tagging: Tagging::Kind,
        })
    }
}

/// Adds what is said beside a choice to one of its alternatives.
fn distribute(outer: &Merged, group: &Group, alternative: &mut Merged) {
    // The choice itself is made by being this alternative.
    alternative.unions.retain(|other| other.node != group.node);
    for (name, declared) in outer.properties.iter().rev() {
        let own = alternative.properties.shift_remove(name).unwrap_or_default();
        let all = declared.iter().cloned().chain(own).collect();
        alternative.properties.shift_insert(0, Arc::clone(name), all);
    }
    alternative.required.extend(outer.required.iter().cloned());
    alternative.additional.extend(outer.additional.iter().cloned());
    alternative.types = Types::of(JsonType::Object);
}

/// Whether every alternative has JSON types that no other alternative has.
fn have_distinct_kinds(candidates: &[Candidate]) -> bool {
    let mut seen = Types::default();
    for candidate in candidates {
        let mut kinds = candidate.kinds;
        if kinds.has(JsonType::Integer) {
            kinds = kinds.without(JsonType::Integer).with(JsonType::Number);
        }
        if kinds.is_empty() || kinds.iter().any(|kind| seen.has(kind)) {
            return false;
        }
        seen = kinds.iter().fold(seen, Types::with);
    }
    true
}

/// An order in which no alternative takes what belongs to a later one, as far as that can be told: constants before patterns before
/// plain scalars, integers before numbers, more required properties before fewer, anything last.
fn most_specific_first(candidates: &[Candidate]) -> Vec<usize> {
    let rank = |candidate: &Candidate| {
        let merged = &candidate.merged;
        let constant = merged.constant.is_some();
        let values = merged.values.is_some();
        let narrowed = merged.format.is_some() || !merged.constraints.strings.patterns.is_empty();
        let integer = candidate.kinds == Types::of(JsonType::Integer);
        let any = candidate.kinds.is_empty();
        let required = merged.required.len();
        let properties = merged.properties.len();
        (
            any,
            !constant,
            !values,
            !narrowed,
            !integer,
            usize::MAX - required,
            usize::MAX - properties,
        )
    };
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by_key(|&index| candidates.get(index).map(rank));
    order
}
