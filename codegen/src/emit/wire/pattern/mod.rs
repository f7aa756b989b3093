//! Functions that match patterns.

mod class;
mod code;
mod table;

use crate::emit::writer::{Lines, Str, code};
use crate::pattern::{Code, Matcher, Pattern};
use crate::plan::names::Ident;

/// Characters of a pattern that its documentation shows.
const MAX_SHOWN: usize = 160;

/// A function `NAME(text: &str) -> bool` that tells whether the pattern is found in the text.
///
/// It is a `const fn` where [`Pattern::is_const`]. Otherwise it asks the engine of the runtime, which accepts every text
/// without its cargo feature.
#[must_use]
pub fn matcher_fn(name: &Ident, pattern: &Pattern) -> String {
    matcher(name, pattern).print()
}

/// The lines of a matcher.
pub(super) fn matcher(name: &Ident, pattern: &Pattern) -> Lines {
    let mut lines = Lines::new();
    lines.comment(
        "///",
        &format!("Whether the pattern {} is found in the text.", shown(&pattern.source)),
    );
    match &pattern.matcher {
        Matcher::Code(code @ Code::Constant(_)) => {
            let head = code!("pub(crate) const fn $(_text: &str) -> bool", name);
            lines.block(head, code::body(code), "");
        }
        Matcher::Code(code) => {
            let head = code!("pub(crate) const fn $(text: &str) -> bool", name);
            lines.block(head, code::body(code), "");
        }
        Matcher::Table(table) => {
            let head = code!("pub(crate) const fn $(text: &str) -> bool", name);
            lines.block(head, table::body(table), "");
        }
        Matcher::Engine(reason) => {
            let why =
                format!("An engine checks it, since {reason}; without the feature `regress` every string passes.");
            lines.comment("///", "");
            lines.comment("///", &why);
            let source = pattern.strict_source().unwrap_or_default();
            let mut body = Lines::of(code!("use ::specwright_runtime::v1::pattern::Engine;"));
            body.line(code!("static ENGINE: Engine = Engine::new($);", Str(source)));
            body.line(code!("ENGINE.is_match(text)"));
            lines.block(code!("pub(crate) fn $(text: &str) -> bool", name), body, "");
        }
    }
    lines
}

/// The pattern as Markdown code that no pattern can break out of.
fn shown(source: &str) -> String {
    let mut visible = String::new();
    for (index, c) in source.chars().enumerate() {
        if index == MAX_SHOWN {
            visible.push('…');
            break;
        }
        // Control, bidirectional and invisible characters are written as escapes.
        if c == '\\' || c == '"' || c == '\'' {
            visible.push(c);
        } else {
            visible.extend(c.escape_debug());
        }
    }
    let longest = visible.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    // Spaces inside keep a backtick at the edge, or a pattern of nothing, apart from the fence.
    let needs_space = visible.is_empty() || visible.starts_with(['`', ' ']) || visible.ends_with(['`', ' ']);
    let space = if needs_space { " " } else { "" };
    format!("{fence}{space}{visible}{space}{fence}")
}
