//! The strict spelling of a pattern, for an engine that knows the `u` flag.

use std::fmt::Write as _;

use super::CharSet;
use super::ast::{Assertion, Ast, Node, NodeId};

/// Parsers of engines are recursive: what nests deeper is not given to them.
const MAX_DEPTH: usize = 100;
/// Classes are written out, so a short pattern may become long.
const MAX_BYTES: usize = 512 * 1024;

/// Writes the pattern so that it is valid, and means the same, with the `u` flag. `None` if it nests too deep
/// or becomes too long.
///
/// Classes are written out as ranges, so the engine's own Unicode tables do not matter.
pub(super) fn strict_source(ast: &Ast) -> Option<String> {
    let mut depths: Vec<usize> = Vec::with_capacity(ast.nodes.len());
    for node in &ast.nodes {
        let deepest = children(node).iter().filter_map(|id| depths.get(*id)).max();
        depths.push(deepest.map_or(0, |depth| depth + 1));
    }
    if depths.get(ast.root).is_none_or(|depth| *depth > MAX_DEPTH) {
        return None;
    }
    let mut out = String::new();
    write_node(ast, ast.root, &mut out);
    (out.len() <= MAX_BYTES).then_some(out)
}

pub(super) fn children(node: &Node) -> &[NodeId] {
    match node {
        Node::Empty | Node::Set(_) | Node::Assert(_) | Node::BackReference(_) => &[],
        Node::Concat(ids) | Node::Alternate(ids) => ids,
        Node::Repeat { node, .. } | Node::Look { node, .. } | Node::Capture(node) => std::slice::from_ref(node),
    }
}

/// Recursive, no deeper than [`MAX_DEPTH`].
fn write_node(ast: &Ast, id: NodeId, out: &mut String) {
    let Some(node) = ast.nodes.get(id).filter(|_| out.len() <= MAX_BYTES) else {
        return;
    };
    match node {
        Node::Empty => out.push_str("(?:)"),
        Node::Set(set) => write_set(set, out),
        Node::Concat(ids) => {
            for id in ids {
                if matches!(ast.nodes.get(*id), Some(Node::Alternate(_))) {
                    write_wrapped(ast, *id, out);
                } else {
                    write_node(ast, *id, out);
                }
            }
        }
        Node::Alternate(ids) => {
            for (index, id) in ids.iter().enumerate() {
                if index > 0 {
                    out.push('|');
                }
                write_node(ast, *id, out);
            }
        }
        Node::Repeat { node, min, max, lazy } => {
            write_wrapped(ast, *node, out);
            write_quantifier(*min, *max, out);
            if *lazy {
                out.push('?');
            }
        }
        Node::Assert(assertion) => out.push_str(match assertion {
            Assertion::Start => "^",
            Assertion::End => "$",
            Assertion::WordBoundary => "\\b",
            Assertion::NotWordBoundary => "\\B",
        }),
        Node::Look { node, behind, negative } => {
            out.push_str(match (behind, negative) {
                (false, false) => "(?=",
                (false, true) => "(?!",
                (true, false) => "(?<=",
                (true, true) => "(?<!",
            });
            write_node(ast, *node, out);
            out.push(')');
        }
        Node::Capture(node) => {
            out.push('(');
            write_node(ast, *node, out);
            out.push(')');
        }
        Node::BackReference(number) => {
            // In a group, so that a digit that follows does not belong to the number.
            let _ = write!(out, "(?:\\{number})");
        }
    }
}

/// Writes a part, in parentheses unless it is one term already.
fn write_wrapped(ast: &Ast, id: NodeId, out: &mut String) {
    let is_term = ast.nodes.get(id).is_some_and(|node| match node {
        Node::Empty | Node::Set(_) | Node::Capture(_) | Node::BackReference(_) => true,
        // An assertion takes no quantifier with the `u` flag, nor does a quantifier.
        Node::Assert(_) | Node::Look { .. } | Node::Repeat { .. } | Node::Concat(_) | Node::Alternate(_) => false,
    });
    if is_term {
        write_node(ast, id, out);
    } else {
        out.push_str("(?:");
        write_node(ast, id, out);
        out.push(')');
    }
}

fn write_quantifier(min: u32, max: Option<u32>, out: &mut String) {
    let _ = match (min, max) {
        (0, None) => write!(out, "*"),
        (1, None) => write!(out, "+"),
        (0, Some(1)) => write!(out, "?"),
        (min, None) => write!(out, "{{{min},}}"),
        (min, Some(max)) if min == max => write!(out, "{{{min}}}"),
        (min, Some(max)) => write!(out, "{{{min},{max}}}"),
    };
}

fn write_set(set: &CharSet, out: &mut String) {
    if let Some(c) = set.only()
        && (c.is_ascii_alphanumeric() || !c.is_ascii())
        && !c.is_control()
    {
        out.push(c);
        return;
    }
    // The shorter one of the class and its complement.
    let negated = set.negated();
    let ranges = if negated.ranges().len() < set.ranges().len() {
        out.push_str("[^");
        negated.ranges().to_vec()
    } else {
        out.push('[');
        set.ranges().to_vec()
    };
    for (start, end) in ranges {
        write_code_point(start, out);
        if end > start {
            out.push('-');
            write_code_point(end, out);
        }
    }
    out.push(']');
}

fn write_code_point(code_point: u32, out: &mut String) {
    match char::from_u32(code_point) {
        Some(c) if c.is_ascii_alphanumeric() => out.push(c),
        _ => {
            let _ = write!(out, "\\u{{{code_point:x}}}");
        }
    }
}
