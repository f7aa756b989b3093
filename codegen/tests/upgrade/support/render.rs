//! Trees and diagnostics as text.

use specwright::diag::Diagnostics;
use specwright::tree::{NodeId, Tree, Value};
use std::fmt::Write as _;

/// Every diagnostic on a line.
pub(crate) fn diagnostics(diags: &Diagnostics) -> String {
    let mut text = String::new();
    for found in diags.iter() {
        let pointer = found.location.pointer.as_deref().unwrap_or("-");
        let (severity, code) = (found.severity.as_str(), found.problem.code());
        let _ = writeln!(text, "{severity}[{code}] {pointer}: {}", found.problem.message());
    }
    text
}

/// A node as YAML: containers of scalars on one line, others as blocks.
pub(crate) fn render(tree: &Tree, node: NodeId) -> String {
    let mut out = String::new();
    block(tree, node, 0, &mut out);
    out
}

fn block(tree: &Tree, node: NodeId, indent: usize, out: &mut String) {
    let pad = "  ".repeat(indent);
    match tree.value(node) {
        Value::Object(entries) if !entries.is_empty() => {
            for entry in entries {
                let _ = write!(out, "{pad}{}:", key(&entry.key));
                nested(tree, entry.value, indent + 1, out);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                let _ = write!(out, "{pad}-");
                nested(tree, *item, indent + 1, out);
            }
        }
        _ => {
            let _ = writeln!(out, "{pad}{}", flow(tree, node));
        }
    }
}

fn nested(tree: &Tree, node: NodeId, indent: usize, out: &mut String) {
    if is_shallow(tree, node) {
        let _ = writeln!(out, " {}", flow(tree, node));
    } else {
        out.push('\n');
        block(tree, node, indent, out);
    }
}

/// Whether a container holds at most four scalars or lists of them.
fn is_shallow(tree: &Tree, node: NodeId) -> bool {
    let scalar = |node: NodeId| !matches!(tree.value(node), Value::Object(_) | Value::Array(_));
    let list = |node: NodeId| !tree.is_object(node) && tree.items(node).iter().all(|&item| scalar(item));
    match tree.value(node) {
        Value::Object(entries) => entries.len() <= 4 && entries.iter().all(|entry| list(entry.value)),
        _ => list(node),
    }
}

fn flow(tree: &Tree, node: NodeId) -> String {
    match tree.value(node) {
        Value::Null => "null".into(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => number.as_str().into(),
        Value::String(text) => scalar(text),
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(|&item| flow(tree, item)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(entries) => {
            let entries = entries.iter();
            let entries: Vec<_> = entries
                .map(|entry| format!("{}: {}", key(&entry.key), flow(tree, entry.value)))
                .collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

fn key(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '$' | '/' | '.');
    match !text.is_empty() && text.chars().all(plain) {
        true => text.to_owned(),
        false => format!("{text:?}"),
    }
}

fn scalar(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ' ' | '.' | '/');
    let ambiguous = matches!(text, "null" | "true" | "false") || text.starts_with(|c: char| !c.is_ascii_alphabetic());
    match !ambiguous && text.chars().all(plain) {
        true => text.to_owned(),
        false => format!("{text:?}"),
    }
}
