//! Patterns: compiled once each, and named after the first type that they constrain.

use super::Plan;
use super::names::{Case, Ident, Scope};
use crate::diag::{Diagnostics, Location, Problem};
use crate::ir::{Check, Origin, Shape, TypeId};
use crate::pass::{each_use, parts};
use crate::pattern::{Matcher, Pattern, compile};

pub(super) fn plan(plan: &mut Plan<'_>, diags: &mut Diagnostics) {
    let mut scope = Scope::new(&[]);
    for use_ in uses(plan) {
        add(plan, &mut scope, use_, diags);
    }
}

/// A pattern where emitted code matches it.
struct Use<'a> {
    source: &'a str,
    /// What its function is called after.
    hint: String,
    origin: Option<&'a Origin>,
}

/// The patterns of checked strings, of strings that are checked where they are used, and of assertions.
fn uses<'a>(plan: &Plan<'a>) -> Vec<Use<'a>> {
    let api = plan.api;
    let mut uses = Vec::new();
    for (index, def) in api.types.iter().enumerate() {
        let Some(ty) = plan.ty(TypeId(index as u32)) else {
            continue;
        };
        let origin = Some(&def.origin);
        let mut note = |checks: &'a [Check]| {
            let hint = || ty.name.as_str().to_owned();
            let found = sources(checks);
            uses.extend(found.map(|source| Use {
                source,
                hint: hint(),
                origin,
            }));
        };
        if let Shape::Newtype(newtype) = &def.shape {
            note(&newtype.checks);
        }
        if ty.usage.sent {
            each_use(&def.shape, &mut |ty| parts(ty, &mut |part| note(&part.checks)));
        }
    }
    for operation in &api.operations {
        let origin = Some(&operation.origin);
        let contents = operation.body.iter().flat_map(|body| &body.contents);
        let bodies = contents.filter_map(|content| content.ty.as_ref().map(|ty| ("body", ty)));
        let params = operation.params.iter().map(|param| (param.name.as_str(), &param.ty));
        for (hint, ty) in params.chain(bodies) {
            parts(ty, &mut |part| {
                let hint = || hint.to_owned();
                uses.extend(sources(&part.checks).map(|source| Use {
                    source,
                    hint: hint(),
                    origin,
                }));
            });
        }
    }
    for id in &plan.assertions {
        let assertion = &api.assertions[id.index()];
        let origin = assertion.origin.as_ref();
        let hint = origin.and_then(|origin| origin.pointer.rsplit('/').next());
        let hint = || hint.unwrap_or("pattern").to_owned();
        let names = assertion.pattern_properties.iter().map(|(source, _)| source.as_str());
        let found = sources(&assertion.checks).chain(names);
        uses.extend(found.map(|source| Use {
            source,
            hint: hint(),
            origin,
        }));
    }
    uses
}

fn sources(checks: &[Check]) -> impl Iterator<Item = &str> {
    checks.iter().filter_map(|check| match check {
        Check::Pattern(source) => Some(source.as_str()),
        _ => None,
    })
}

fn add<'a>(plan: &mut Plan<'a>, scope: &mut Scope, Use { source, hint, origin }: Use<'a>, diags: &mut Diagnostics) {
    if plan.patterns.contains_key(source) {
        return;
    }
    let location = origin.map(|origin| Location {
        span: Some(origin.span),
        pointer: Some(origin.pointer.to_string()),
    });
    let location = location.unwrap_or_default();
    match compile(source) {
        Ok(pattern) => {
            report(source, &pattern, &location, diags);
            // In its final case already, so that a second pattern of the same type is told apart by a number.
            let hint = Scope::new(&[]).claim(&hint, Case::Field);
            let name: Ident = scope.claim(hint.as_str(), Case::Field);
            plan.patterns.insert(source, (name, pattern));
        }
        Err(error) => {
            let problem = Problem::InvalidPattern {
                pattern: source.to_owned(),
                reason: error.to_string(),
            };
            diags.push(problem, location);
        }
    }
}

fn report(source: &str, pattern: &Pattern, location: &Location, diags: &mut Diagnostics) {
    let pattern_text = || source.to_owned();
    let facts = &pattern.facts;
    if facts.never_matches {
        let problem = match facts.delimited {
            true => Problem::DelimitedPattern {
                pattern: pattern_text(),
            },
            false => Problem::ImpossiblePattern {
                pattern: pattern_text(),
            },
        };
        diags.push(problem, location.clone());
    }
    if facts.always_matches {
        diags.push(
            Problem::IdlePattern {
                pattern: pattern_text(),
            },
            location.clone(),
        );
    }
    if let Matcher::Engine(reason) = &pattern.matcher {
        let problem = Problem::EnginePattern {
            pattern: pattern_text(),
            reason: reason.to_string(),
        };
        diags.push(problem, location.clone());
    }
}
