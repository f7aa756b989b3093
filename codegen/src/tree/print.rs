//! A tree as YAML text: block style, two spaces, lines of up to 80 columns, quotes only where they are needed.
//!
//! This is how JavaScript's YAML writers, and with them the vendor's site, print documents; so a merged document
//! differs from the published ones only where its content does.

use super::{Entry, NodeId, Tree, Value, scalar};
use crate::text::quoted;
use std::fmt::Write;

/// Lines of folded text end before this column.
const COLUMNS: usize = 80;

/// Deeply indented text still gets this many columns.
const MIN_WIDTH: usize = 40;

/// A node as a YAML document. The same tree gives the same text, and reading it gives equal values.
pub fn to_yaml(tree: &Tree, node: NodeId) -> String {
    let mut out = String::new();
    match tree.value(node) {
        Value::Array(items) if !items.is_empty() => array(tree, items, 0, &mut out),
        Value::Object(entries) if !entries.is_empty() => object(tree, node, 0, &mut out),
        Value::Array(_) | Value::Object(_) | Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            inline(tree, node, 0, &mut out);
        }
    }
    out
}

/// A node as JSON on one line.
pub fn to_json(tree: &Tree, node: NodeId) -> String {
    match tree.value(node) {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => number.as_str().to_owned(),
        Value::String(text) => quoted(text),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|&item| to_json(tree, item)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(entries) => {
            let member = |entry: &Entry| format!("{}: {}", quoted(&entry.key), to_json(tree, entry.value));
            format!("{{{}}}", entries.iter().map(member).collect::<Vec<_>>().join(", "))
        }
    }
}

/// A node as a JSON document: two spaces for each level.
pub fn to_json_lines(tree: &Tree, node: NodeId) -> String {
    let mut out = String::new();
    json_lines(tree, node, 0, &mut out);
    out.push('\n');
    out
}

fn json_lines(tree: &Tree, node: NodeId, indent: usize, out: &mut String) {
    let names = tree.entries(node).iter().map(|entry| Some(&entry.key));
    let names = names.chain(tree.items(node).iter().map(|_| None));
    let values = tree.entries(node).iter().map(|entry| entry.value);
    let values = values.chain(tree.items(node).iter().copied());
    let brackets = match tree.value(node) {
        Value::Object(entries) if !entries.is_empty() => ('{', '}'),
        Value::Array(items) if !items.is_empty() => ('[', ']'),
        Value::Array(_) | Value::Object(_) | Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            return out.push_str(&to_json(tree, node));
        }
    };
    out.push(brackets.0);
    for (index, (name, value)) in names.zip(values).enumerate() {
        out.push_str(if index > 0 { ",\n" } else { "\n" });
        pad(indent + 2, out);
        if let Some(name) = name {
            let _ = write!(out, "{}: ", quoted(name));
        }
        json_lines(tree, value, indent + 2, out);
    }
    out.push('\n');
    pad(indent, out);
    out.push(brackets.1);
}

/// A string as JSON.
pub fn string_to_json(text: &str) -> String {
    quoted(text)
}

/// The members of an object, each in a line of its own from column `indent`; the first line is indented already.
fn object(tree: &Tree, node: NodeId, indent: usize, out: &mut String) {
    for (index, entry) in tree.entries(node).iter().enumerate() {
        if index > 0 {
            pad(indent, out);
        }
        let key = one_line(&entry.key);
        // A name beyond this length must be announced (YAML 1.2.2 section 8.2.2).
        let explicit = key.chars().count() > 1000;
        if explicit {
            let _ = write!(out, "? {key}\n{:indent$}:", "");
        } else {
            let _ = write!(out, "{key}:");
        }
        match tree.value(entry.value) {
            Value::Array(items) if !items.is_empty() => {
                out.push('\n');
                pad(indent + 2, out);
                array(tree, items, indent + 2, out);
            }
            Value::Object(entries) if !entries.is_empty() => {
                out.push('\n');
                pad(indent + 2, out);
                object(tree, entry.value, indent + 2, out);
            }
            Value::Array(_) | Value::Object(_) | Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                out.push(' ');
                inline(tree, entry.value, indent + 2, out);
            }
        }
    }
}

/// The elements of an array, each behind a dash in column `indent`; the first line is indented already.
fn array(tree: &Tree, items: &[NodeId], indent: usize, out: &mut String) {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            pad(indent, out);
        }
        out.push_str("- ");
        match tree.value(*item) {
            Value::Array(inner) if !inner.is_empty() => array(tree, inner, indent + 2, out),
            Value::Object(entries) if !entries.is_empty() => object(tree, *item, indent + 2, out),
            Value::Array(_) | Value::Object(_) | Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                inline(tree, *item, indent + 2, out);
            }
        }
    }
}

/// A value that begins in the line of its name or dash, with its line end; `indent` is where more lines of it begin.
fn inline(tree: &Tree, node: NodeId, indent: usize, out: &mut String) {
    match tree.value(node) {
        Value::Null => out.push_str("null"),
        Value::Bool(value) => {
            let _ = write!(out, "{value}");
        }
        Value::Number(number) => out.push_str(number.as_str()),
        Value::String(value) => return text(value, indent, out),
        Value::Array(_) => out.push_str("[]"),
        Value::Object(_) => out.push_str("{}"),
    }
    out.push('\n');
}

fn pad(indent: usize, out: &mut String) {
    let _ = write!(out, "{:indent$}", "");
}

/// A string: in one line if it fits, literal if it has lines, folded if it has lines that are too long.
fn text(value: &str, indent: usize, out: &mut String) {
    // At the root, block text must still be indented.
    let indent = indent.max(2);
    let width = COLUMNS.saturating_sub(indent).max(MIN_WIDTH);
    let too_long = |line: &str| !line.starts_with(' ') && line.chars().count() > width;
    let folds = value.lines().any(too_long);
    // Characters beside the printable ones can be written in double quotes only.
    let block = value
        .chars()
        .all(|character| character == '\n' || is_printable(character));
    if !block || !(folds || value.contains('\n')) {
        let _ = writeln!(out, "{}", one_line(value));
        return;
    }
    let body = if folds { fold(value, width) } else { value.to_owned() };
    let indicator = match value.trim_start_matches('\n').starts_with(' ') {
        // The indentation cannot be seen from the first line.
        true => "2",
        false => "",
    };
    let body_end = value.trim_end_matches('\n');
    let chomp = match value.len() - body_end.len() {
        0 => "-",
        1 if !body_end.is_empty() => "",
        _ => "+",
    };
    let _ = writeln!(out, "{}{indicator}{chomp}", if folds { '>' } else { '|' });
    for line in body.strip_suffix('\n').unwrap_or(&body).split('\n') {
        if !line.is_empty() {
            pad(indent, out);
            out.push_str(line);
        }
        out.push('\n');
    }
}

/// Breaks the long lines of a text at spaces, such that a reader that folds it gets the text back (YAML 1.2.2 section
/// 8.1.3): line ends between lines of text are doubled, those beside lines that begin with a space are not.
fn fold(value: &str, width: usize) -> String {
    let mut out = String::new();
    let mut lines = value.split('\n');
    let first = lines.next().unwrap_or("");
    fold_line(first, width, &mut out);
    // Line ends at the beginning are never folded.
    let mut previous_folds = !first.is_empty() && !first.starts_with(' ');
    let mut seen_text = !first.is_empty();
    for line in lines {
        out.push('\n');
        if line.is_empty() {
            continue;
        }
        let folds = !line.starts_with(' ');
        if folds && previous_folds && seen_text {
            out.push('\n');
        }
        fold_line(line, width, &mut out);
        previous_folds = folds;
        seen_text = true;
    }
    out
}

fn fold_line(line: &str, width: usize, out: &mut String) {
    if line.starts_with(' ') {
        out.push_str(line);
        return;
    }
    // A break means one space, so only a space between two other characters can become one.
    let bytes = line.as_bytes();
    let is_break =
        |at: usize| at > 0 && bytes.get(at - 1) != Some(&b' ') && bytes.get(at + 1).is_some_and(|next| *next != b' ');
    let mut start = 0;
    let mut last: Option<usize> = None;
    let breaks = line.match_indices(' ').map(|(at, _)| at).filter(|at| is_break(*at));
    for end in breaks.chain([line.len()]) {
        if let Some(at) = last
            && line[start..end].chars().count() > width
        {
            out.push_str(&line[start..at]);
            out.push('\n');
            start = at + 1;
        }
        last = Some(end);
    }
    out.push_str(&line[start..]);
}

/// A string in one line: plain where that is safe, else in single quotes, else in double quotes with escapes.
fn one_line(value: &str) -> String {
    if is_plain(value) {
        return value.to_owned();
    }
    if value.chars().all(is_printable) {
        return format!("'{}'", value.replace('\'', "''"));
    }
    let mut out = String::from("\"");
    for character in value.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            other if is_printable(other) => out.push(other),
            other => {
                let code = u32::from(other);
                let _ = match code {
                    0..=0xff => write!(out, "\\x{code:02X}"),
                    0x100..=0xffff => write!(out, "\\u{code:04X}"),
                    _ => write!(out, "\\U{code:08X}"),
                };
            }
        }
    }
    out.push('"');
    out
}

/// What YAML allows as it is (YAML 1.2.2 section 5.1), without what turns the direction of text or is invisible: a
/// merged document is reviewed.
fn is_printable(character: char) -> bool {
    match character {
        ' '..='~' => true,
        '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => false,
        '\u{e0000}'..='\u{e0fff}' => false,
        other => other >= '\u{a1}',
    }
}

/// Whether a string may be written without quotes and is read as this string, even by readers of YAML 1.1.
fn is_plain(value: &str) -> bool {
    let (Some(first), Some(last)) = (value.chars().next(), value.chars().last()) else {
        return false;
    };
    if "-?:,[]{}#&*!|=>'\"%@` ".contains(first) || matches!(last, ' ' | ':') || value.starts_with("<<") {
        return false;
    }
    let bytes = value.as_bytes();
    let breaks = |(at, byte): (usize, &u8)| match byte {
        b':' => bytes.get(at + 1) == Some(&b' '),
        b'#' => at > 0 && bytes.get(at - 1) == Some(&b' '),
        _ => false,
    };
    let ambiguous = ["y", "n", "yes", "no", "on", "off"]
        .iter()
        .any(|word| value.eq_ignore_ascii_case(word));
    let number_like = value.starts_with(|c: char| c.is_ascii_digit() || "+.".contains(c));
    // `1_000`, `12:30:00`, `0b1` and dates are numbers and times to YAML 1.1.
    let of_yaml_1_1 = number_like && (is_date(value) || is_sexagesimal(value) || is_number_with_underscores(value));
    value.chars().all(is_printable)
        && !bytes.iter().enumerate().any(breaks)
        && !ambiguous
        && !of_yaml_1_1
        && !value.starts_with("...")
        && scalar::plain(value) == scalar::Resolved::String
}

fn is_date(value: &str) -> bool {
    let mut parts = value.splitn(3, '-');
    let digits = |part: Option<&str>, lengths: &[usize]| {
        part.is_some_and(|part| lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let starts_with_digit =
        |part: Option<&str>| part.is_some_and(|part| part.starts_with(|c: char| c.is_ascii_digit()));
    digits(parts.next(), &[4]) && digits(parts.next(), &[1, 2]) && starts_with_digit(parts.next())
}

fn is_sexagesimal(value: &str) -> bool {
    value.contains(':')
        && value
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'_' | b'+'))
}

fn is_number_with_underscores(value: &str) -> bool {
    let digits = value.replace('_', "");
    let binary = digits.trim_start_matches('+').strip_prefix("0b");
    let is_binary =
        binary.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| matches!(byte, b'0' | b'1')));
    is_binary || (digits.len() < value.len() && scalar::plain(&digits) != scalar::Resolved::String)
}
