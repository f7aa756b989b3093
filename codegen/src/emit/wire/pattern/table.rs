//! Prints the table of an automaton: a row per state.

use super::class::class_text;
use crate::emit::writer::{Code, Fixed, Hex, Lines, Str, code};
use crate::pattern::{CharSet, Table};

/// The body of a matcher.
pub(super) fn body(table: &Table) -> Lines {
    let classes = 1..=table.ascii.iter().copied().max().unwrap_or_default();
    let texts = Code::list(classes.map(|class| Str(ascii_text(table, class))));
    let others = table.others.iter();
    let others = Code::list(others.map(|&(start, class)| hex(u32::from(class) << 24 | start)));
    let width = Fixed(if table.is_narrow() { "Narrow" } else { "Wide" });
    let rows = table.next.chunks(table.classes.max(1));
    let rows = rows.map(|row| code!("[$]", Code::list(row)));
    let fields: Lines = [
        code!("ascii: &classes(&[$])", texts),
        code!("others: &[$]", others),
        code!("start: $", table.start),
        code!("accepting: $", table.accepting),
        code!("next: Next::$(&[$])", width, Code::each(rows)),
    ]
    .into_iter()
    .collect();
    let mut lines = Lines::of(code!("use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};"));
    let count = table.classes;
    lines.block(code!("static DFA: Dfa<$> = Dfa", count), fields, ";");
    lines.line(code!("DFA.is_match(text)"));
    lines
}

/// The ASCII characters of a class.
fn ascii_text(table: &Table, class: u8) -> String {
    let members = (0..).zip(&table.ascii).filter(|(_, of)| **of == class);
    class_text(&CharSet::new(
        members.map(|(code_point, _)| (code_point, code_point)).collect(),
    ))
}

/// A number with its class and its code point apart: `0x01_000080`.
fn hex(interval: u32) -> Code {
    let (class, start) = (interval >> 24, interval & 0x00FF_FFFF);
    code!("0x$_$", Hex(class, 2), Hex(start, 6))
}
