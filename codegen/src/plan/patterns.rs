//! Patterns: compiled once each, and named after the first type that they constrain.

use super::Plan;
use super::names::{Case, Ident, Scope};
use crate::diag::{Diagnostics, Location, Problem};
use crate::ir::{Check, Origin, Shape, TypeId};
use crate::pattern::{Pattern, compile};

pub(super) fn plan(plan: &mut Plan<'_>, diags: &mut Diagnostics) {
    let api = plan.api;
    let mut scope = Scope::new(&[]);
    for (index, def) in api.types.iter().enumerate() {
        let (Shape::Newtype(newtype), Some(name)) =
            (&def.shape, plan.ty(TypeId(index as u32)).map(|ty| ty.name.clone()))
        else {
            continue;
        };
        for check in &newtype.checks {
            if let Check::Pattern(source) = check {
                add(plan, &mut scope, source, name.as_str(), Some(&def.origin), diags);
            }
        }
    }
    for id in plan.assertions.clone() {
        let assertion = &api.assertions[id.index()];
        let origin = assertion.origin.as_ref();
        for source in assertion.patterns() {
            let hint = origin
                .and_then(|origin| origin.pointer.rsplit('/').next())
                .unwrap_or("pattern");
            add(plan, &mut scope, source, hint, origin, diags);
        }
    }
}

fn add<'a>(
    plan: &mut Plan<'a>,
    scope: &mut Scope,
    source: &'a str,
    hint: &str,
    origin: Option<&Origin>,
    diags: &mut Diagnostics,
) {
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
            let name: Ident = scope.claim(hint, Case::Field);
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
    let text = source.to_owned();
    if pattern.facts.never_matches {
        diags.push(Problem::ImpossiblePattern { pattern: text.clone() }, location.clone());
    }
    if let crate::pattern::Matcher::Engine(reason) = &pattern.matcher {
        let problem = Problem::EnginePattern {
            pattern: text,
            reason: reason.to_string(),
        };
        diags.push(problem, location.clone());
    }
}
