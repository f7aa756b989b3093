//! Which examples of the document become tests, by the type that reads them.

use super::{ModuleId, Plan, RustType};
use crate::ir::{Trial, TypeId};
use indexmap::IndexMap;

/// The examples of one type.
#[derive(Debug)]
pub struct ExampleGroup<'a> {
    /// The type.
    pub ty: RustType,
    /// The module that holds it, if it is a generated one.
    pub home: Option<ModuleId>,
    /// Whether they have members that their schemas do not declare: those are not kept.
    pub undeclared: bool,
    /// Pointer and value of each.
    pub examples: Vec<&'a Trial>,
}

/// What is known of the examples of the document.
#[derive(Debug, Default)]
pub struct Examples<'a> {
    /// Those that are tests.
    pub groups: Vec<ExampleGroup<'a>>,
    /// How many contradict their own schema, so that nothing can be expected of them.
    pub contradicting: usize,
}

impl Examples<'_> {
    /// How many examples are tests.
    pub fn len(&self) -> usize {
        self.groups.iter().map(|group| group.examples.len()).sum()
    }

    /// Whether no example is a test.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }
}

pub(super) fn plan<'a>(plan: &Plan<'a>) -> Examples<'a> {
    let mut groups: IndexMap<(RustType, bool), Vec<&'a Trial>> = IndexMap::new();
    let mut contradicting = 0;
    for trial in &plan.api.trials {
        let ty = plan.rust_type(&trial.ty);
        if !is_testable(plan, &ty) {
            continue;
        }
        let Some(undeclared) = &trial.fits else {
            contradicting += 1;
            continue;
        };
        let group = groups.entry((ty, !undeclared.is_empty())).or_default();
        // One Example Object can be referred to from several places.
        if !group.iter().any(|known| known.origin == trial.origin) {
            group.push(trial);
        }
    }
    Examples {
        groups: groups
            .into_iter()
            .map(|((ty, undeclared), examples)| ExampleGroup {
                home: home(plan, &ty),
                ty,
                undeclared,
                examples,
            })
            .collect(),
        contradicting,
    }
}

/// Whether values of a type are read and written as JSON by code of the client. Any JSON value is, but that tests nothing.
fn is_testable(plan: &Plan<'_>, ty: &RustType) -> bool {
    match plan.unaliased(ty) {
        RustType::Value | RustType::Unit => false,
        RustType::Vec(inner)
        | RustType::Map(inner)
        | RustType::Option(inner)
        | RustType::Field(inner)
        | RustType::Box(inner) => is_testable(plan, inner),
        RustType::Named(id) => is_read(plan, *id),
        RustType::Bool
        | RustType::Integer(_)
        | RustType::F32
        | RustType::F64
        | RustType::String
        | RustType::Runtime(_) => true,
    }
}

/// What nothing reaches is not emitted, and the parts of a multipart body are no JSON.
fn is_read(plan: &Plan<'_>, id: TypeId) -> bool {
    plan.ty(id).is_some_and(|ty| !ty.multipart)
}

fn home(plan: &Plan<'_>, ty: &RustType) -> Option<ModuleId> {
    match ty {
        RustType::Named(id) => plan.ty(*id).map(|ty| ty.module),
        RustType::Vec(inner)
        | RustType::Map(inner)
        | RustType::Option(inner)
        | RustType::Field(inner)
        | RustType::Box(inner) => home(plan, inner),
        RustType::Value
        | RustType::Unit
        | RustType::Bool
        | RustType::Integer(_)
        | RustType::F32
        | RustType::F64
        | RustType::String
        | RustType::Runtime(_) => None,
    }
}
