//! Documents with one node less, or with another value in its place.

use specwright::tree::{NodeId, Step, Tree, Value};
use std::fmt::Write;

/// What is done to a document.
#[derive(Clone, Copy)]
pub(super) enum Edit<'a> {
    /// Nothing.
    Keep,
    /// This node is deleted.
    Delete(NodeId),
    /// This node has another value, as JSON.
    Change(NodeId, &'a str),
}

/// A document as JSON, after an edit.
pub(super) fn json(tree: &Tree, root: NodeId, edit: Edit<'_>) -> String {
    let mut out = String::new();
    write(tree, root, edit, &mut out);
    out
}

/// Other values for what is not a list or an object, as JSON. A reference has none: wherever it led, it would say something else.
pub(super) fn other_values(tree: &Tree, node: NodeId) -> Vec<String> {
    let strings = |texts: &[&str]| texts.iter().map(|text| quoted(text)).collect();
    match tree.value(node) {
        Value::Null => strings(&["changed"]),
        Value::Bool(value) => vec![(!value).to_string()],
        Value::Number(_) => ["0", "1000003", "-1000003"].map(str::to_owned).into(),
        Value::String(text) => match keyword(tree, node).as_deref() {
            Some("$ref") => Vec::new(),
            Some("type") => strings(&["integer", "string", "object"]),
            Some("format") => strings(&["date-time", "int32"]),
            _ => vec![quoted(&format!("{text}-changed"))],
        },
        Value::Array(_) | Value::Object(_) => Vec::new(),
    }
}

/// The keyword that a value belongs to, through lists.
fn keyword(tree: &Tree, node: NodeId) -> Option<String> {
    match tree.step(node) {
        Step::Key(key) => Some(key.to_string()),
        Step::Index(_) => keyword(tree, tree.parent(node)?),
        Step::Root => None,
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn write(tree: &Tree, node: NodeId, edit: Edit<'_>, out: &mut String) {
    let is_kept = |value: NodeId| !matches!(edit, Edit::Delete(deleted) if deleted == value);
    if let Edit::Change(changed, value) = edit
        && changed == node
    {
        return out.push_str(value);
    }
    match tree.value(node) {
        Value::Null => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(number) => out.push_str(number.as_str()),
        Value::String(text) => out.push_str(&quoted(text)),
        Value::Array(items) => {
            out.push('[');
            let items = items.iter().filter(|item| is_kept(**item));
            for (index, &item) in items.enumerate() {
                out.push_str(if index == 0 { "" } else { "," });
                write(tree, item, edit, out);
            }
            out.push(']');
        }
        Value::Object(entries) => {
            out.push('{');
            let entries = entries.iter().filter(|entry| is_kept(entry.value));
            for (index, entry) in entries.enumerate() {
                out.push_str(if index == 0 { "" } else { "," });
                let _ = write!(out, "{}:", quoted(&entry.key));
                write(tree, entry.value, edit, out);
            }
            out.push('}');
        }
    }
}
