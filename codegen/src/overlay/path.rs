//! Where an action that is written applies: JSON pointers of the document as its author wrote it, and the JSONPath (RFC 9535) that
//! selects the same.

use crate::tree::{NodeId, Step, Tree};
use std::fmt::Write as _;

/// A node of the document: its JSONPath. `None` for what is in another file, which an overlay does not reach.
pub(crate) fn path(tree: &Tree, root: NodeId, node: NodeId) -> Option<String> {
    let mut steps = Vec::new();
    let mut current = node;
    while let Some(parent) = tree.parent(current) {
        steps.push(tree.step(current));
        current = parent;
    }
    // What an earlier action inserted was read elsewhere and has its pointer here.
    let pointer = tree.pointer(node);
    let here = tree.lookup(root, pointer.strip_prefix('#')?);
    (current == root && here.is_some()).then_some(())?;
    let mut out = String::from("$");
    for step in steps.into_iter().rev() {
        match step {
            Step::Root => {}
            Step::Index(index) => _ = write!(out, "[{index}]"),
            Step::Key(key) => out.push_str(&name(key)),
        }
    }
    Some(out)
}

/// The node of the document as it was written for a node of the upgraded one.
pub(crate) fn written(tree: &Tree, root: NodeId, upgraded: &Tree, node: NodeId) -> Option<NodeId> {
    let pointer = upgraded.pointer(node);
    tree.lookup(root, pointer.strip_prefix('#')?)
}

/// A name selector: `.name` where that can be written, else `['name']`.
pub(crate) fn name(key: &str) -> String {
    let mut letters = key.chars();
    let plain = letters
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
        && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    match plain {
        true => format!(".{key}"),
        false => format!("[{}]", quoted(key)),
    }
}

/// A selector of several names: `.name`, or `['one','two']`.
pub(crate) fn names<S: AsRef<str>>(keys: &[S]) -> String {
    match keys {
        [only] => name(only.as_ref()),
        several => {
            let names: Vec<String> = several.iter().map(|key| quoted(key.as_ref())).collect();
            format!("[{}]", names.join(","))
        }
    }
}

/// A string literal of JSONPath (RFC 9535 section 2.3.1.1).
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("'");
    for letter in text.chars() {
        match letter {
            '\'' => out.push_str("\\'"),
            '\\' => out.push_str("\\\\"),
            letter if letter.is_control() => _ = write!(out, "\\u{:04x}", u32::from(letter)),
            letter => out.push(letter),
        }
    }
    out.push('\'');
    out
}

/// A pointer as the text of a `$ref`: what a URI must not contain is percent-encoded (RFC 6901 section 6).
pub(crate) fn reference(pointer: &str) -> String {
    let mut out = String::new();
    for byte in pointer.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => out.push(char::from(byte)),
            b'-' | b'.' | b'_' | b'~' | b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+' | b',' | b';' | b'='
            | b':' | b'@' | b'/' | b'?' | b'#' => out.push(char::from(byte)),
            byte => _ = write!(out, "%{byte:02X}"),
        }
    }
    out
}
