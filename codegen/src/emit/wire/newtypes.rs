//! Wire code of checked strings: a line for each constraint.

use super::scope::Scope;
use crate::emit::writer::{Fixed, Lines, Str, code};
use crate::ir::{Newtype, StringFormat, StringKind};
use crate::pattern::Pattern;
use crate::plan::TypePlan;
use crate::plan::names::Ident;

/// The constraints of a checked string, and how it is read and written.
pub(super) fn newtype_code(scope: &Scope<'_>, ty: &TypePlan<'_>, newtype: &Newtype) -> Lines {
    let patterns = &scope.plan.types.patterns;
    let strings = &newtype.checks.constraints.strings;
    let mut matched = Vec::new();
    // What is not a regular expression has no matcher.
    for source in &strings.patterns {
        matched.extend(patterns.get(&**source).map(|found| (&**source, found)));
    }
    let format = newtype.checks.format;
    let is_const =
        matched.iter().all(|(_, (_, pattern))| pattern.is_const()) && format.is_none_or(StringFormat::is_const);
    let mut rules = Vec::new();
    rules.extend(strings.min_length.map(|limit| code!("min_length: $", limit)));
    rules.extend(strings.max_length.map(|limit| code!("max_length: $", limit)));
    let pattern =
        |(source, (name, _)): (&str, &(Ident, Pattern))| code!("pattern: $ => $", Str(source), scope.matcher(name));
    rules.extend(matched.into_iter().map(pattern));
    rules.extend(format.map(|format| {
        let (name, rule) = format.names();
        code!("format: $ => v1::$", Str(name), Fixed(rule))
    }));
    let mut lines = Lines::new();
    if newtype.kind == StringKind::Secret {
        lines.line(code!("v1::redact!($);", scope.own(ty)));
        lines.blank();
    }
    let head = code!(
        "$ $$$",
        scope.direction(ty),
        is_const.then_some(Fixed("const ")),
        scope.own(ty),
        (!ty.usage.received).then_some(Fixed(" strict")),
    );
    lines.extend(Lines::of_macro("text", head, rules.into_iter().collect()));
    lines
}
