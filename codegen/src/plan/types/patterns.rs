//! Patterns: compiled once each, and named after the first type that they constrain.

use super::constraints::Checked;
use crate::diag::{Diagnostics, Location, Problem};
use crate::ir::{Api, AssertionId, Origin};
use crate::pattern::{Matcher, Pattern, compile};
use crate::plan::names::{Case, Ident, Scope};
use indexmap::IndexMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The patterns that emitted code matches, in order, each with the name of its function.
pub type Patterns<'a> = IndexMap<&'a str, (Ident, Pattern)>;

/// Compiles the patterns of all checks and assertions.
pub(super) fn compile_all<'a>(
    api: &'a Api,
    checked: &[Checked<'a>],
    assertions: &[AssertionId],
    diags: &mut Diagnostics,
) -> Patterns<'a> {
    let mut compiler = Compiler {
        places: &api.patterns,
        patterns: Patterns::new(),
        scope: Scope::new(&[]),
        diags,
    };
    for Checked {
        checks, name, origin, ..
    } in checked
    {
        for source in &checks.constraints.strings.patterns {
            compiler.add(source, name, Some(origin));
        }
    }
    for id in assertions {
        let assertion = &api.assertions[*id];
        let origin = assertion.origin.as_ref();
        let hint = origin.and_then(|origin| origin.pointer.rsplit('/').next());
        for source in assertion.patterns() {
            compiler.add(source, hint.unwrap_or("pattern"), origin);
        }
    }
    compiler.patterns
}

struct Compiler<'a, 'd> {
    /// Where each pattern is written.
    places: &'a BTreeMap<Arc<str>, Origin>,
    patterns: Patterns<'a>,
    scope: Scope,
    diags: &'d mut Diagnostics,
}

impl<'a> Compiler<'a, '_> {
    fn add(&mut self, source: &'a str, hint: &str, origin: Option<&Origin>) {
        if self.patterns.contains_key(source) {
            return;
        }
        let place = self.places.get(source).or(origin);
        let location = place.map_or_else(Location::default, |origin| Location::at(origin.span, &origin.pointer));
        match compile(source) {
            Ok(pattern) => {
                report(source, &pattern, &location, self.diags);
                // A check that no string passes refuses what the author meant, whatever that was.
                if pattern.facts.never_matches {
                    return;
                }
                // In its final case already, so that a second pattern of the same type is told apart by a number.
                let hint = Scope::new(&[]).claim(hint, Case::Field);
                let name = self.scope.claim(hint.as_str(), Case::Field);
                self.patterns.insert(source, (name, pattern));
            }
            Err(error) => {
                let problem = Problem::InvalidPattern {
                    pattern: source.to_owned(),
                    reason: error.to_string(),
                };
                self.diags.push(problem, location);
            }
        }
    }
}

fn report(source: &str, pattern: &Pattern, location: &Location, diags: &mut Diagnostics) {
    let pattern_text = || source.to_owned();
    let facts = &pattern.facts;
    if facts.never_matches {
        let problem = Problem::ImpossiblePattern {
            pattern: pattern_text(),
        };
        diags.push(problem, location.clone());
    }
    if let Some(foreign) = &facts.foreign {
        let problem = Problem::ForeignPattern {
            pattern: pattern_text(),
            construct: foreign.to_string(),
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
