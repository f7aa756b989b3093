//! Patterns: compiled once each, and named after the first type that they constrain.

use super::constraints::Checked;
use crate::diag::{Diagnostics, Location, Problem};
use crate::ir::{Check, Origin};
use crate::pattern::{Matcher, Pattern, compile};
use crate::plan::Plan;
use crate::plan::names::{Case, Ident, Scope};

pub(in crate::plan) fn plan(plan: &mut Plan<'_>, diags: &mut Diagnostics) {
    let api = plan.api;
    let mut scope = Scope::new(&[]);
    for Checked {
        checks, name, origin, ..
    } in super::constraints::all(plan)
    {
        for check in checks {
            if let Check::Pattern(source) = check {
                add(plan, &mut scope, source, &name, Some(origin), diags);
            }
        }
    }
    for id in plan.assertions.clone() {
        let assertion = &api.assertions[id];
        let origin = assertion.origin.as_ref();
        let hint = origin.and_then(|origin| origin.pointer.rsplit('/').next());
        for source in assertion.patterns() {
            add(plan, &mut scope, source, hint.unwrap_or("pattern"), origin, diags);
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
            // In its final case already, so that a second pattern of the same type is told apart by a number.
            let hint = Scope::new(&[]).claim(hint, Case::Field);
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
