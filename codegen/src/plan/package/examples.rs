//! Which examples of the document become tests, by the type that reads them.

use crate::ir::{ExampleTest, TypeId};
use crate::plan::{ModuleId, Plan, RustType};
use crate::source::Span;
use indexmap::IndexMap;

/// The examples of one type.
#[derive(Debug)]
pub struct ExampleGroup<'a> {
    /// The type.
    pub ty: RustType,
    /// The module that holds it, if it is a generated one.
    pub home: Option<ModuleId>,
    /// Whether they have members that need not be kept, as their schemas do not declare them or only as read-only.
    pub undeclared: bool,
    /// Pointer and value of each.
    pub examples: Vec<&'a ExampleTest>,
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

pub(in crate::plan) fn plan<'a>(plan: &Plan<'a>) -> Examples<'a> {
    let mut all: IndexMap<RustType, IndexMap<(&'a str, Span), &'a ExampleTest>> = IndexMap::new();
    let mut contradicting = 0;
    for trial in &plan.api.example_tests {
        let ty = plan.rust_type(&trial.ty);
        if !is_testable(plan, &ty) {
            continue;
        }
        if trial.fits.is_none() {
            contradicting += 1;
            continue;
        }
        // One Example Object can be referred to from several places: the strictest reading counts.
        let place = (&*trial.origin.pointer, trial.origin.span);
        let known = all.entry(ty).or_default().entry(place).or_insert(trial);
        if !has_undeclared(trial) {
            *known = trial;
        }
    }
    let mut groups = Vec::new();
    for (ty, example_tests) in all {
        for undeclared in [false, true] {
            let examples = example_tests.values().copied();
            let examples: Vec<&ExampleTest> = examples.filter(|trial| has_undeclared(trial) == undeclared).collect();
            if !examples.is_empty() {
                groups.push(ExampleGroup {
                    home: home(plan, &ty),
                    ty: ty.clone(),
                    undeclared,
                    examples,
                });
            }
        }
    }
    Examples { groups, contradicting }
}

fn has_undeclared(trial: &ExampleTest) -> bool {
    trial.fits.as_ref().is_some_and(|undeclared| !undeclared.is_empty())
}

/// Whether values of a type are read and written as JSON by code of the client. Any JSON value is, but that tests nothing.
fn is_testable(plan: &Plan<'_>, ty: &RustType) -> bool {
    match plan.unaliased(ty) {
        // A type of another crate may read and write itself in one direction only.
        RustType::Value | RustType::Unit | RustType::Foreign(_) => false,
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
        | RustType::Foreign(_)
        | RustType::Runtime(_) => None,
    }
}
