//! Documentation and attributes.

use super::flat::{self, Place};
use super::line::{Line, STEP, commas, indent};
use crate::tokens::{Group, TokenTree};

/// An attribute of a file or of a block.
pub(super) enum Attribute<'t> {
    /// A line of documentation.
    Doc(&'t str),
    /// What is between the brackets.
    Group(&'t Group<'t>),
}

/// The attributes before an item, and the item.
pub(super) fn attributes<'a, 't>(tokens: &'a [TokenTree<'t>]) -> (&'a [TokenTree<'t>], &'a [TokenTree<'t>]) {
    let mut at = 0;
    loop {
        at += match tokens.get(at..) {
            Some([TokenTree::Doc(_), ..]) => 1,
            Some([TokenTree::Punct(hash), TokenTree::Group(_), ..]) if hash.as_char() == '#' => 2,
            _ => return tokens.split_at(at),
        };
    }
}

/// The attribute of the file or of the block that the tokens begin with, and what is behind it.
pub(super) fn inner_attribute<'a, 't>(tokens: &'a [TokenTree<'t>]) -> Option<(Attribute<'a>, &'a [TokenTree<'t>])> {
    match tokens {
        [TokenTree::InnerDoc(line), rest @ ..] => Some((Attribute::Doc(line), rest)),
        [
            TokenTree::Punct(hash),
            TokenTree::Punct(bang),
            TokenTree::Group(group),
            rest @ ..,
        ] if hash.as_char() == '#' && bang.as_char() == '!' => Some((Attribute::Group(group), rest)),
        _ => None,
    }
}

/// A line for each of the attributes before an item.
pub(super) fn outer_attributes(out: &mut String, attributes: &[TokenTree<'_>], depth: usize) -> Option<()> {
    attributes.iter().try_for_each(|token| match token {
        TokenTree::Doc(line) => attribute(out, "///", "#", &Attribute::Doc(line), depth),
        TokenTree::Group(group) => attribute(out, "///", "#", &Attribute::Group(group), depth),
        TokenTree::Punct(_) | TokenTree::Ident(_) | TokenTree::Literal(_) | TokenTree::InnerDoc(_) => Some(()),
    })
}

/// A line of documentation, or an attribute.
pub(super) fn attribute(
    out: &mut String,
    doc: &str,
    hash: &str,
    attribute: &Attribute<'_>,
    depth: usize,
) -> Option<()> {
    let line = Line::begin(out, depth);
    let inner = match attribute {
        Attribute::Doc(text) => {
            out.push_str(doc);
            push_doc(out, text)?;
            out.push('\n');
            return Some(());
        }
        // An attribute of the settings, perhaps: its text is a literal.
        Attribute::Group(group) => group.tokens(),
    };
    if matches!(inner.as_slice(), [TokenTree::Ident("doc"), TokenTree::Punct(_), ..]) {
        return None;
    }
    let start = out.len();
    out.push_str(hash);
    out.push('[');
    flat::write(out, &inner, Place::Type)?;
    out.push(']');
    if line.end(out).is_some() {
        return Some(());
    }
    out.truncate(start);
    wide(out, hash, &inner, depth)
}

/// An attribute with a line for each item of its list.
fn wide(out: &mut String, hash: &str, inner: &[TokenTree<'_>], depth: usize) -> Option<()> {
    let [path @ .., TokenTree::Group(list)] = inner else {
        return None;
    };
    out.push_str(hash);
    out.push('[');
    flat::write(out, path, Place::Type)?;
    out.push_str("(\n");
    let inner = list.tokens();
    let all = commas(&inner);
    let last = all.len().saturating_sub(1);
    for (index, item) in all.into_iter().enumerate() {
        let line = Line::begin(out, depth + STEP);
        flat::write(out, item, Place::Type)?;
        out.push_str(if index == last { "" } else { "," });
        line.end(out)?;
    }
    indent(out, depth);
    out.push_str(")]\n");
    Some(())
}

fn push_doc(out: &mut String, text: &str) -> Option<()> {
    // A comment that begins with four slashes documents nothing.
    let is_line = !text.contains('\n') && !text.starts_with('/');
    is_line.then(|| out.push_str(text))
}
