//! Documentation and attributes.

use super::flat::{self, Place};
use super::line::Line;
use proc_macro2::{Group, TokenTree};

/// The attributes before an item, and the item.
pub(super) fn attributes(tokens: &[TokenTree]) -> (&[TokenTree], &[TokenTree]) {
    let mut at = 0;
    while let Some([TokenTree::Punct(hash), TokenTree::Group(_), ..]) = tokens.get(at..)
        && hash.as_char() == '#'
    {
        at += 2;
    }
    tokens.split_at(at)
}

/// The attribute of the file or of the block that the tokens begin with, and what is behind it.
pub(super) fn inner_attribute(tokens: &[TokenTree]) -> Option<(&Group, &[TokenTree])> {
    match tokens {
        [
            TokenTree::Punct(hash),
            TokenTree::Punct(bang),
            TokenTree::Group(group),
            rest @ ..,
        ] if hash.as_char() == '#' && bang.as_char() == '!' => Some((group, rest)),
        _ => None,
    }
}

/// A line for each of the attributes before an item.
pub(super) fn outer_attributes(out: &mut String, attributes: &[TokenTree], depth: usize) -> Option<()> {
    attributes.iter().try_for_each(|token| match token {
        TokenTree::Group(group) => attribute(out, "///", "#", group, depth),
        TokenTree::Punct(_) | TokenTree::Ident(_) | TokenTree::Literal(_) => Some(()),
    })
}

/// A line of documentation, or an attribute.
pub(super) fn attribute(out: &mut String, doc: &str, hash: &str, group: &Group, depth: usize) -> Option<()> {
    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
    let line = Line::begin(out, depth);
    if let [TokenTree::Ident(word), TokenTree::Punct(_), TokenTree::Literal(text)] = inner.as_slice()
        && word == "doc"
    {
        out.push_str(doc);
        let text = text.to_string();
        match text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
            Some(plain) if !plain.contains('\\') => push_doc(out, plain)?,
            _ => push_doc(out, &syn::parse_str::<syn::LitStr>(&text).ok()?.value())?,
        }
        out.push('\n');
        return Some(());
    }
    out.push_str(hash);
    out.push('[');
    flat::write(out, &inner, Place::Type)?;
    out.push(']');
    line.end(out)
}

fn push_doc(out: &mut String, text: &str) -> Option<()> {
    // A comment that begins with four slashes documents nothing.
    let is_line = !text.contains('\n') && !text.starts_with('/');
    is_line.then(|| out.push_str(text))
}
