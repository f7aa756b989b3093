//! Items in the forms that most generated code has, printed straight from their tokens.
//!
//! A form that is not known here is printed by `syn` and `prettyplease`, whose layout this is: the tests compare the two over
//! all cases.

use super::attributes::{attribute, attributes, inner_attribute, outer_attributes};
use super::flat::{self, Place};
use super::line::{Line, STEP, commas, indent};
use super::{imports, signatures, slow};
use crate::tokens::{Delimiter, Group, TokenStream, TokenTree};

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
pub(super) fn file(tokens: &TokenStream) -> syn::Result<String> {
    let tokens = tokens.tree();
    let mut out = String::new();
    let mut rest = tokens.as_slice();
    while let Some((inner, behind)) = inner_attribute(rest) {
        if attribute(&mut out, "//!", "#!", &inner, 0).is_none() {
            return slow::file(&crate::tokens::text(&tokens));
        }
        rest = behind;
    }
    let head = !out.is_empty();
    each(&mut out, rest, head, |out, one| item(out, one, 0))?;
    Ok(out)
}

/// An item of a file, of a module or of an `impl`.
struct Item<'a, 't> {
    /// All of it.
    tokens: &'a [TokenTree<'t>],
    attributes: &'a [TokenTree<'t>],
    /// What is behind the attributes.
    code: &'a [TokenTree<'t>],
    /// The word that says what it is, behind its visibility; empty if it begins with something else.
    word: &'t str,
    /// What is behind the word.
    behind: &'a [TokenTree<'t>],
}

impl<'a, 't> Item<'a, 't> {
    /// The first item, and what is behind it.
    fn first(tokens: &'a [TokenTree<'t>]) -> (Self, &'a [TokenTree<'t>]) {
        let (attributes, rest) = attributes(tokens);
        let ends_with_brace = match word(rest) {
            Some(("const", behind)) => is_word(behind.first(), "fn"),
            Some((word, _)) => !["use", "static", "type"].contains(&word),
            None => true,
        };
        let end = rest.iter().position(|token| match token {
            TokenTree::Punct(punct) => punct.as_char() == ';',
            TokenTree::Group(group) => ends_with_brace && group.delimiter() == Delimiter::Brace,
            TokenTree::Ident(_) | TokenTree::Literal(_) | TokenTree::Doc(_) | TokenTree::InnerDoc(_) => false,
        });
        let (code, others) = rest.split_at(end.map_or(rest.len(), |end| end + 1));
        let (word, behind) = word(code).unwrap_or(("", code));
        let item = Item {
            tokens: tokens.get(..attributes.len() + code.len()).unwrap_or(tokens),
            attributes,
            code,
            word,
            behind,
        };
        (item, others)
    }

    fn together(&self) -> Together {
        match self.word {
            "use" => Together::Use,
            "mod" if self.attributes.is_empty() && matches!(self.behind, [_, TokenTree::Punct(_)]) => Together::Module,
            "const" | "type" if self.attributes.is_empty() => Together::Line,
            _ => Together::Never,
        }
    }
}

/// The word that says what an item is, behind its visibility, and what is behind that.
fn word<'a, 't>(item: &'a [TokenTree<'t>]) -> Option<(&'t str, &'a [TokenTree<'t>])> {
    let item = match item {
        [TokenTree::Ident("pub"), TokenTree::Group(group), rest @ ..]
            if group.delimiter() == Delimiter::Parenthesis =>
        {
            rest
        }
        [TokenTree::Ident("pub"), rest @ ..] => rest,
        _ => item,
    };
    match item {
        [TokenTree::Ident(word), behind @ ..] => Some((word, behind)),
        _ => None,
    }
}

fn is_word(token: Option<&TokenTree<'_>>, wanted: &str) -> bool {
    matches!(token, Some(TokenTree::Ident(word)) if *word == wanted)
}

/// Writes items, with blank lines between those that are not together. `head`: something is before them.
fn each(
    out: &mut String,
    tokens: &[TokenTree<'_>],
    head: bool,
    mut write: impl FnMut(&mut String, &Item<'_, '_>) -> syn::Result<()>,
) -> syn::Result<()> {
    let mut before = head.then_some(Together::Never);
    let mut rest = tokens;
    while !rest.is_empty() {
        let (item, behind) = Item::first(rest);
        rest = behind;
        let together = item.together();
        if before.is_some_and(|before| before != together || together == Together::Never) {
            out.push('\n');
        }
        before = Some(together);
        write(out, &item)?;
    }
    Ok(())
}

/// Writes an item of a file or of a module.
fn item(out: &mut String, item: &Item<'_, '_>, depth: usize) -> syn::Result<()> {
    let start = out.len();
    if quick(out, item, depth)?.is_none() {
        out.truncate(start);
        slow::items(out, item.tokens, depth)?;
    }
    Ok(())
}

/// Writes an item of an `impl`.
fn associated(out: &mut String, item: &Item<'_, '_>, depth: usize) -> syn::Result<()> {
    let start = out.len();
    if quick_associated(out, item, depth).is_none() {
        out.truncate(start);
        slow::associated(out, item.tokens, depth)?;
    }
    Ok(())
}

/// Writes an item of a known form.
fn quick(out: &mut String, item: &Item<'_, '_>, depth: usize) -> syn::Result<Option<()>> {
    if outer_attributes(out, item.attributes, depth).is_none() {
        return Ok(None);
    }
    Ok(match (item.word, item.code) {
        ("use", code) => imports::line(out, code, depth),
        ("type", code) => signatures::alias(out, code, depth),
        ("const" | "static", code) => signatures::line(out, code, depth, Place::Expression),
        ("mod" | "struct", code @ [.., TokenTree::Punct(_)]) => signatures::line(out, code, depth, Place::Type),
        (
            _,
            [
                path @ ..,
                TokenTree::Punct(bang),
                TokenTree::Group(list),
                TokenTree::Punct(_),
            ],
        ) if bang.as_char() == '!' => signatures::macro_call(out, path, list, depth),
        ("struct" | "enum", [head @ .., TokenTree::Group(body)]) => list(out, head, body, depth),
        ("mod", [head @ .., TokenTree::Group(body)]) => return block(out, head, body, depth, self::item),
        ("impl", [head @ .., TokenTree::Group(body)]) => return block(out, head, body, depth, associated),
        ("fn", code) => signatures::function(out, code, depth),
        _ => None,
    })
}

fn quick_associated(out: &mut String, item: &Item<'_, '_>, depth: usize) -> Option<()> {
    outer_attributes(out, item.attributes, depth)?;
    match item.word {
        "type" => signatures::alias(out, item.code, depth),
        "const" if !is_word(item.behind.first(), "fn") => signatures::line(out, item.code, depth, Place::Expression),
        "fn" | "const" | "async" => signatures::function(out, item.code, depth),
        _ => None,
    }
}

/// `HEAD {` on a line.
fn open(out: &mut String, head: &[TokenTree<'_>], depth: usize) -> Option<()> {
    // Bounds behind the head have lines of their own.
    let has_bounds = head.iter().any(|token| matches!(token, TokenTree::Ident("where")));
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
fn list(out: &mut String, head: &[TokenTree<'_>], body: &Group<'_>, depth: usize) -> Option<()> {
    let body = &body.tokens();
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

/// The items of a module or of an `impl` between braces, each written by `write`.
fn block(
    out: &mut String,
    head: &[TokenTree<'_>],
    body: &Group<'_>,
    depth: usize,
    write: fn(&mut String, &Item<'_, '_>, usize) -> syn::Result<()>,
) -> syn::Result<Option<()>> {
    let body = body.tokens();
    if body.is_empty() || open(out, head, depth).is_none() {
        return Ok(None);
    }
    let mut rest = body.as_slice();
    while let Some((inner, behind)) = inner_attribute(rest) {
        if attribute(out, "//!", "#!", &inner, depth + STEP).is_none() {
            return Ok(None);
        }
        rest = behind;
    }
    let head = rest.len() < body.len();
    each(out, rest, head, |out, item| write(out, item, depth + STEP))?;
    close(out, depth);
    Ok(Some(()))
}
