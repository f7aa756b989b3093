//! Choices between scalars of one kind: one scalar, or one enumeration.

use super::candidate::Candidate;
use super::enums::enum_kind;
use crate::ir::{Enum, EnumValue, FloatKind, IntegerKind, Json, Shape, StringKind, Type, TypeRef};
use crate::lower::types::Lowered;
use crate::lower::{Group, Lower};
use crate::openapi::schema::JsonType;
use crate::tree::NodeId;
use std::collections::BTreeSet;
use std::sync::Arc;

impl Lower<'_, '_> {
    /// Members that are scalars of one kind are one scalar: enumerations unite, an enumeration beside a plain string is open.
    pub(in crate::lower) fn scalar_union(&mut self, candidates: &[Candidate]) -> Option<Lowered> {
        let inline = candidates
            .iter()
            .all(|candidate| !self.schemas.is_union(candidate.node));
        if !inline {
            return None;
        }
        let kind = |candidate: &Candidate| candidate.kinds.single();
        let all = |wanted: JsonType| candidates.iter().all(|candidate| kind(candidate) == Some(wanted));
        if candidates.iter().all(|candidate| {
            matches!(kind(candidate), Some(JsonType::Integer | JsonType::Number))
                && candidate.merged.values.is_none()
                && candidate.merged.constant.is_none()
        }) {
            let number = candidates
                .iter()
                .any(|candidate| kind(candidate) == Some(JsonType::Number));
            let ty = if number {
                Type::Number(FloatKind::F64)
            } else {
                Type::Integer(IntegerKind::I64)
            };
            return Some(Lowered::Use(TypeRef::new(ty)));
        }
        if !all(JsonType::String) && !all(JsonType::Integer) && !all(JsonType::Number) && !all(JsonType::Boolean) {
            return None;
        }
        let (closed, open): (Vec<&Candidate>, Vec<&Candidate>) = candidates
            .iter()
            .partition(|candidate| candidate.merged.values.is_some() || candidate.merged.constant.is_some());
        let values = self.united_values(&closed);
        match (values.len(), open.len()) {
            (0 | 1, 0) => None,
            (_, 0) => Some(enumeration(values, false)),
            (0, _) if all(JsonType::String) => Some(Lowered::Use(TypeRef::new(Type::String(StringKind::Text)))),
            (1.., _) if all(JsonType::String) => Some(enumeration(values, true)),
            _ => None,
        }
    }

    /// Alternatives that became one scalar keep what they say about it. Formats are annotations, so two of them that only those tell
    /// apart both hold: it is enough that one does.
    pub(in crate::lower) fn with_limits(
        &mut self,
        lowered: Lowered,
        group: &Group,
        candidates: &[Candidate],
    ) -> Lowered {
        let limited =
            |candidate: &Candidate| !candidate.merged.constraints.is_empty() || !candidate.merged.special.is_empty();
        let listed = |candidate: &Candidate| candidate.merged.values.is_some() || candidate.merged.constant.is_some();
        let says_something = candidates
            .iter()
            .all(|candidate| limited(candidate) || listed(candidate));
        if !says_something || !candidates.iter().any(limited) {
            return lowered;
        }
        let assertion = self.any_of_assertion(group);
        match lowered {
            Lowered::Use(mut type_ref) => {
                type_ref.checks.assertions.push(assertion);
                Lowered::Use(type_ref)
            }
            Lowered::Def(shape, mut checks) => {
                checks.assertions.push(assertion);
                Lowered::Def(shape, checks)
            }
        }
    }

    fn united_values(&mut self, closed: &[&Candidate]) -> Vec<EnumValue> {
        let mut values: Vec<EnumValue> = Vec::new();
        let mut known = BTreeSet::new();
        for candidate in closed {
            let schema = self.schemas.read(candidate.node);
            let text = |text: &Option<Arc<str>>| text.as_deref().map(str::to_owned);
            let listed = match (&candidate.merged.constant, &candidate.merged.values) {
                (Some(constant), _) => vec![EnumValue {
                    value: self.json(*constant),
                    name: text(&schema.title),
                    rename: None,
                    description: text(&schema.description),
                }],
                (None, Some((_, nodes))) => {
                    let value = |&node: &NodeId| EnumValue {
                        value: self.json(node),
                        name: None,
                        rename: None,
                        description: text(&schema.description).filter(|_| nodes.len() == 1),
                    };
                    nodes.iter().map(value).collect()
                }
                (None, None) => Vec::new(),
            };
            for value in listed {
                if value.value != Json::Null && known.insert(value.value.clone()) {
                    values.push(value);
                }
            }
        }
        values
    }
}

fn enumeration(values: Vec<EnumValue>, open: bool) -> Lowered {
    let kind = enum_kind(&values);
    Lowered::def(Shape::Enum(Enum { kind, values, open }))
}
