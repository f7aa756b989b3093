//! What the user wants to hear: rules that silence a problem, make it a warning or make it an error, by code and by place.

use super::{Level, Location, Problem, Severity};
use crate::source::Span;
use std::collections::BTreeSet;

/// What a rule makes of a problem. Of two rules that say as much about its place, the stricter one holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// It is not reported. A faulty part of the document is left out.
    Allow,
    /// It is a warning. A faulty part of the document is left out.
    Warn,
    /// It is an error: nothing is generated.
    Deny,
}

impl Action {
    /// The word of the settings.
    pub fn as_str(self) -> &'static str {
        match self {
            Action::Allow => "allow",
            Action::Warn => "warn",
            Action::Deny => "deny",
        }
    }
}

/// Which problems a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// All of them.
    All,
    /// All that would be of this severity.
    Severity(Severity),
    /// Those of a code of the catalogue.
    Code(&'static str),
}

/// One line of the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What becomes of the problems.
    pub action: Action,
    /// Which problems.
    pub subject: Subject,
    /// Only at or below this JSON pointer, such as `#/components/schemas/Pet`; everywhere without one.
    pub pointer: Option<String>,
    /// Where the rule was written.
    pub span: Option<Span>,
}

impl Rule {
    /// Reads `SW0350`, `warnings`, `#/paths/~1pets`, or one of the first two with a pointer behind it. The error is part of a
    /// sentence.
    pub fn parse(action: Action, text: &str) -> Result<Rule, String> {
        let text = text.trim();
        let (subject, pointer) = match text.split_once(char::is_whitespace) {
            Some((subject, pointer)) => (subject, Some(pointer.trim())),
            None if text.starts_with('#') => ("", Some(text)),
            None => (text, None),
        };
        let pointer = pointer.map(|pointer| pointer.trim_end_matches('/').to_owned());
        if let Some(pointer) = pointer.as_deref().filter(|pointer| !is_pointer(pointer)) {
            return Err(format!(
                "`{pointer}` is not a JSON pointer such as `#/components/schemas/Pet`"
            ));
        }
        let subject = match subject {
            "" if pointer.is_none() => return Err("a rule names a code, a JSON pointer, or both".to_owned()),
            "" => Subject::All,
            "warnings" => Subject::Severity(Severity::Warning),
            "notes" => Subject::Severity(Severity::Note),
            code => {
                let known = Problem::CATALOG.iter().find(|(known, _)| *known == code);
                let (code, level) = known
                    .ok_or_else(|| format!("`{code}` is neither a code such as `SW0350` nor `warnings` nor `notes`"))?;
                if *level == Level::Error && action != Action::Deny {
                    return Err(format!(
                        "without what {code} reports nothing can be generated: it is always an error"
                    ));
                }
                Subject::Code(code)
            }
        };
        Ok(Rule {
            action,
            subject,
            pointer,
            span: None,
        })
    }

    fn matches(&self, code: &str, severity: Severity, pointer: Option<&str>) -> bool {
        let subject = match self.subject {
            Subject::All => true,
            Subject::Severity(wanted) => wanted == severity,
            Subject::Code(wanted) => wanted == code,
        };
        let below = |rule: &str| {
            let rest = pointer.and_then(|pointer| pointer.strip_prefix(rule));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        subject && self.pointer.as_deref().is_none_or(below)
    }

    /// A rule for a place goes before one for all places, one for a code before one for a kind.
    fn precision(&self) -> (usize, bool, Action) {
        let depth = self.pointer.as_ref().map_or(0, String::len);
        (depth, matches!(self.subject, Subject::Code(_)), self.action)
    }
}

fn is_pointer(text: &str) -> bool {
    text == "#" || text.starts_with("#/")
}

/// All rules of a generation, and which of them were needed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    list: Vec<Rule>,
    used: BTreeSet<usize>,
}

impl Rules {
    /// Adds a rule.
    pub fn add(&mut self, rule: Rule) {
        self.list.push(rule);
    }

    /// What becomes of a problem that is of this severity by itself; `None`: nobody hears of it.
    pub(super) fn decide(&mut self, problem: &Problem, severity: Severity, location: &Location) -> Option<Severity> {
        let (code, pointer) = (problem.code(), location.pointer.as_deref());
        let matching = self.list.iter().enumerate();
        let matching = matching.filter(|(_, rule)| rule.matches(code, severity, pointer));
        let Some((index, rule)) = matching.max_by_key(|(_, rule)| rule.precision()) else {
            return Some(severity);
        };
        self.used.insert(index);
        match rule.action {
            Action::Deny => Some(Severity::Error),
            // Without what these problems report nothing can be generated, whatever a rule for all of them says.
            Action::Allow | Action::Warn if problem.level() == Level::Error => Some(severity),
            Action::Warn => Some(Severity::Warning),
            Action::Allow => None,
        }
    }

    /// Takes over which rules an attempt with the same rules has needed.
    pub(super) fn take_used(&mut self, other: Rules) {
        self.used.extend(other.used);
    }

    /// The allowances that no problem has needed.
    pub(super) fn idle(&self) -> impl Iterator<Item = &Rule> {
        let idle = |(index, rule): &(usize, &Rule)| rule.action == Action::Allow && !self.used.contains(index);
        self.list.iter().enumerate().filter(idle).map(|(_, rule)| rule)
    }
}

impl std::fmt::Display for Rule {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let subject = match self.subject {
            Subject::All => "",
            Subject::Severity(Severity::Error) => "errors",
            Subject::Severity(Severity::Warning) => "warnings",
            Subject::Severity(Severity::Note) => "notes",
            Subject::Code(code) => code,
        };
        match (subject, &self.pointer) {
            ("", Some(pointer)) => formatter.write_str(pointer),
            (subject, Some(pointer)) => write!(formatter, "{subject} {pointer}"),
            (subject, None) => formatter.write_str(subject),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(lines: &[(Action, &str)]) -> Rules {
        let mut rules = Rules::default();
        for (action, text) in lines {
            rules.add(Rule::parse(*action, text).expect("a rule"));
        }
        rules
    }

    fn decide(rules: &mut Rules, pointer: &str) -> Option<Severity> {
        let problem = Problem::EmptyEnum {};
        let location = Location {
            span: None,
            pointer: Some(pointer.to_owned()),
        };
        rules.decide(&problem, Severity::Warning, &location)
    }

    #[test]
    fn the_rule_that_says_most_about_a_place_holds() {
        let mut rules = rules(&[
            (Action::Deny, "warnings"),
            (Action::Allow, "SW0505"),
            (Action::Warn, "SW0505 #/paths"),
            (Action::Deny, "#/paths/~1pets"),
        ]);
        assert_eq!(decide(&mut rules, "#/components"), None);
        assert_eq!(decide(&mut rules, "#/paths/~1owners"), Some(Severity::Warning));
        assert_eq!(decide(&mut rules, "#/paths/~1pets"), Some(Severity::Error));
        assert_eq!(decide(&mut rules, "#/paths/~1pets/get"), Some(Severity::Error));
        assert_eq!(decide(&mut rules, "#/paths/~1pets2"), Some(Severity::Warning));
    }

    #[test]
    fn the_stricter_of_two_equal_rules_holds() {
        let mut rules = rules(&[(Action::Deny, "SW0505"), (Action::Allow, "SW0505")]);
        assert_eq!(decide(&mut rules, "#"), Some(Severity::Error));
        assert_eq!(rules.idle().count(), 1, "the other one was not needed");
    }

    #[test]
    fn what_is_no_rule_is_refused_with_the_reason() {
        for text in ["SW9999", "warning", "SW0505 components", "", "SW0505 #x"] {
            let result = Rule::parse(Action::Deny, text);
            assert!(result.is_err(), "{text}: {result:?}");
        }
        assert!(
            Rule::parse(Action::Allow, "SW0104").is_err(),
            "a syntax error cannot be allowed"
        );
    }
}
