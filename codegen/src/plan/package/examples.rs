//! Which examples of the document become tests, by the type that reads them.

use crate::ir::{Api, ExampleTest, TypeId};
use crate::plan::names::ModuleId;
use crate::plan::types::Types;
use crate::plan::types::rust_type::RustType;
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

pub(super) fn plan<'a>(api: &'a Api, types: &Types<'a>) -> Examples<'a> {
    let mut all: IndexMap<RustType, IndexMap<(&'a str, Span), &'a ExampleTest>> = IndexMap::new();
    let mut contradicting = 0;
    for trial in &api.example_tests {
        let ty = RustType::of(&trial.ty);
        if !is_testable(types, &ty) {
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
                    home: home(types, &ty),
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
fn is_testable(types: &Types<'_>, ty: &RustType) -> bool {
    match types.unaliased(ty) {
        // A type of another crate may read and write itself in one direction only.
        RustType::Value
        | RustType::Unit
        | RustType::Bytes
        | RustType::Stream(..)
        | RustType::Item(..)
        | RustType::Foreign(_) => false,
        RustType::Vec(inner)
        | RustType::Map(inner)
        | RustType::Option(inner)
        | RustType::Field(inner)
        | RustType::Box(inner) => is_testable(types, inner),
        RustType::Named(id) => is_read(types, *id),
        RustType::Bool
        | RustType::Integer(_)
        | RustType::F32
        | RustType::F64
        | RustType::String
        | RustType::Runtime(_) => true,
    }
}

/// What nothing reaches is not emitted, and the parts of a multipart body are no JSON.
fn is_read(types: &Types<'_>, id: TypeId) -> bool {
    types.get(id).is_some_and(|ty| !ty.is_multipart())
}

fn home(types: &Types<'_>, ty: &RustType) -> Option<ModuleId> {
    match ty {
        RustType::Named(id) => types.get(*id).map(|ty| ty.module),
        RustType::Vec(inner)
        | RustType::Map(inner)
        | RustType::Option(inner)
        | RustType::Field(inner)
        | RustType::Box(inner) => home(types, inner),
        RustType::Value
        | RustType::Unit
        | RustType::Bool
        | RustType::Integer(_)
        | RustType::F32
        | RustType::F64
        | RustType::String
        | RustType::Foreign(_)
        | RustType::Bytes
        | RustType::Stream(..)
        | RustType::Item(..)
        | RustType::Runtime(_) => None,
    }
}
