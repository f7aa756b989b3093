//! Items in the forms that most generated code has, printed straight from their tokens.
//!
//! A form that is not known here is printed by `syn` and `prettyplease`, whose layout this is: the tests compare the two over
//! all cases.

use super::attributes::{attribute, attributes, inner_attribute, outer_attributes};
use super::flat::{self, Place};
use super::line::{Line, STEP, commas, indent};
use super::{imports, signatures, slow};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// What decides whether two neighbours have no blank line between them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Together {
    Use,
    Module,
    /// A constant or alias of one line, without comments.
    Line,
    Never,
}

/// Writes a file.
///
/// # Errors
/// What `syn` says about tokens that are not Rust.
pub(super) fn file(tokens: TokenStream) -> syn::Result<String> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut out = String::with_capacity(tokens.len() * 8);
    let mut rest = tokens.as_slice();
    while let Some((group, behind)) = inner_attribute(rest) {
        if attribute(&mut out, "//!", "#!", group, 0).is_none() {
            return slow::file(tokens.into_iter().collect());
        }
        rest = behind;
    }
    let head = !out.is_empty();
    items(&mut out, rest, 0, head)?;
    Ok(out)
}

/// Writes the items of a file or of a module. `head`: something is before them.
fn items(out: &mut String, tokens: &[TokenTree], depth: usize, head: bool) -> syn::Result<()> {
    let mut before = head.then_some(Together::Never);
    let mut rest = tokens;
    while !rest.is_empty() {
        let (item, behind) = split(rest);
        rest = behind;
        let together = together(item);
        if before.is_some_and(|before| before != together || together == Together::Never) {
            out.push('\n');
        }
        before = Some(together);
        let start = out.len();
        match quick(out, item, depth) {
            Some(done) => done?,
            None => {
                out.truncate(start);
                slow::items(out, item, depth)?;
            }
        }
    }
    Ok(())
}

/// The word that says what an item is, behind its attributes and its visibility.
fn keyword(item: &[TokenTree]) -> Option<(String, &[TokenTree])> {
    let (_, rest) = attributes(item);
    let rest = match rest {
        [TokenTree::Ident(word), TokenTree::Group(group), rest @ ..]
            if word == "pub" && group.delimiter() == Delimiter::Parenthesis =>
        {
            rest
        }
        [TokenTree::Ident(word), rest @ ..] if word == "pub" => rest,
        _ => rest,
    };
    match rest {
        [TokenTree::Ident(word), behind @ ..] => Some((word.to_string(), behind)),
        _ => None,
    }
}

/// The first item, and what is behind it.
fn split(tokens: &[TokenTree]) -> (&[TokenTree], &[TokenTree]) {
    let ends_with_brace = match keyword(tokens) {
        Some((word, rest)) => match (word.as_str(), rest.first()) {
            ("const", Some(TokenTree::Ident(next))) => next == "fn",
            (word, _) => !matches!(word, "use" | "const" | "static" | "type"),
        },
        None => true,
    };
    let at = attributes(tokens).0.len();
    let end = tokens.iter().skip(at).position(|token| match token {
        TokenTree::Punct(punct) => punct.as_char() == ';',
        TokenTree::Group(group) => ends_with_brace && group.delimiter() == Delimiter::Brace,
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    });
    let end = end.map_or(tokens.len(), |end| at + end + 1);
    tokens.split_at(end)
}

fn together(item: &[TokenTree]) -> Together {
    let has_attributes = matches!(item.first(), Some(TokenTree::Punct(_)));
    let Some((word, rest)) = keyword(item) else {
        return Together::Never;
    };
    match word.as_str() {
        "use" => Together::Use,
        "mod" if !has_attributes && matches!(rest, [_, TokenTree::Punct(_)]) => Together::Module,
        "const" | "type" if !has_attributes => Together::Line,
        _ => Together::Never,
    }
}

/// Writes an item of a known form.
fn quick(out: &mut String, item: &[TokenTree], depth: usize) -> Option<syn::Result<()>> {
    let (before, item) = attributes(item);
    outer_attributes(out, before, depth)?;
    let (word, _) = keyword(item)?;
    match (word.as_str(), item) {
        ("use", _) => {
            imports::line(out, item, depth)?;
            Some(Ok(()))
        }
        ("type", _) => {
            signatures::alias(out, item, depth)?;
            Some(Ok(()))
        }
        ("const" | "static", _) => {
            signatures::line(out, item, depth, Place::Expression)?;
            Some(Ok(()))
        }
        ("mod" | "struct", [.., TokenTree::Punct(_)]) => {
            signatures::line(out, item, depth, Place::Type)?;
            Some(Ok(()))
        }
        (
            _,
            [
                path @ ..,
                TokenTree::Punct(bang),
                TokenTree::Group(list),
                TokenTree::Punct(_),
            ],
        ) if bang.as_char() == '!' => {
            signatures::macro_call(out, path, list, depth)?;
            Some(Ok(()))
        }
        ("mod", [head @ .., TokenTree::Group(body)]) => {
            open(out, head, depth)?;
            let body: Vec<TokenTree> = body.stream().into_iter().collect();
            if body.is_empty() || inner_attribute(&body).is_some() {
                return None;
            }
            if let Err(error) = items(out, &body, depth + STEP, false) {
                return Some(Err(error));
            }
            close(out, depth);
            Some(Ok(()))
        }
        ("struct" | "enum", [head @ .., TokenTree::Group(body)]) => {
            list(out, head, &body.stream().into_iter().collect::<Vec<_>>(), depth)?;
            Some(Ok(()))
        }
        ("impl", [head @ .., TokenTree::Group(body)]) => Some(block(out, head, body.stream(), depth)?),
        ("fn", _) => {
            signatures::function(out, item, depth)?;
            Some(Ok(()))
        }
        _ => None,
    }
}

/// `HEAD {` on a line.
fn open(out: &mut String, head: &[TokenTree], depth: usize) -> Option<()> {
    // Bounds behind the head have lines of their own.
    let has_bounds = head
        .iter()
        .any(|token| matches!(token, TokenTree::Ident(word) if word == "where"));
    if has_bounds {
        return None;
    }
    let line = Line::begin(out, depth);
    flat::write(out, head, Place::Type)?;
    out.push_str(" {");
    line.end(out)
}

fn close(out: &mut String, depth: usize) {
    indent(out, depth);
    out.push_str("}\n");
}

/// The fields of a structure, or the variants of an enumeration: a line for each.
fn list(out: &mut String, head: &[TokenTree], body: &[TokenTree], depth: usize) -> Option<()> {
    open(out, head, depth)?;
    if body.is_empty() {
        out.truncate(out.len() - 1);
        out.push_str("}\n");
        return Some(());
    }
    for item in commas(body) {
        let (before, item) = attributes(item);
        outer_attributes(out, before, depth + STEP)?;
        let line = Line::begin(out, depth + STEP);
        flat::write(out, item, Place::Type)?;
        out.push(',');
        line.end_unless_breakable(out, item)?;
    }
    close(out, depth);
    Some(())
}

/// The functions, constants and types of an `impl`.
fn block(out: &mut String, head: &[TokenTree], body: TokenStream, depth: usize) -> Option<syn::Result<()>> {
    let body: Vec<TokenTree> = body.into_iter().collect();
    if body.is_empty() || inner_attribute(&body).is_some() {
        return None;
    }
    open(out, head, depth)?;
    let mut before = None;
    let mut rest = body.as_slice();
    while !rest.is_empty() {
        let (item, behind) = split(rest);
        rest = behind;
        let together = together(item);
        if before.is_some_and(|before| before != together || together == Together::Never) {
            out.push('\n');
        }
        before = Some(together);
        let start = out.len();
        if associated(out, item, depth + STEP).is_none() {
            out.truncate(start);
            if let Err(error) = slow::associated(out, item, depth + STEP) {
                return Some(Err(error));
            }
        }
    }
    close(out, depth);
    Some(Ok(()))
}

fn associated(out: &mut String, item: &[TokenTree], depth: usize) -> Option<()> {
    let (before, item) = attributes(item);
    outer_attributes(out, before, depth)?;
    let (word, rest) = keyword(item)?;
    match word.as_str() {
        "type" => signatures::alias(out, item, depth),
        "const" if !matches!(rest.first(), Some(TokenTree::Ident(word)) if word == "fn") => {
            signatures::line(out, item, depth, Place::Expression)
        }
        "fn" | "const" | "async" => signatures::function(out, item, depth),
        _ => None,
    }
}
