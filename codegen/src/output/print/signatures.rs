//! Items of a line, aliases and functions. `None`: the form is not known.

use super::flat::{self, Place, sign};
use super::line::{Line, STEP, commas, indent};
use super::values::statements;
use crate::tokens::{Delimiter, Group, TokenTree};

/// An item of one line.
pub(super) fn line(out: &mut String, item: &[TokenTree<'_>], depth: usize, place: Place) -> Option<()> {
    let line = Line::begin(out, depth);
    flat::write(out, item, place)?;
    line.end_unless_breakable(out, item)
}

/// The name of a type, on a line or with a line for each generic argument.
pub(super) fn alias(out: &mut String, item: &[TokenTree<'_>], depth: usize) -> Option<()> {
    let start = out.len();
    if line(out, item, depth, Place::Type).is_some() {
        return Some(());
    }
    out.truncate(start);
    let open = item
        .iter()
        .position(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '<'))?;
    let (head, rest) = item.split_at(open);
    let [_, arguments @ .., TokenTree::Punct(close), TokenTree::Punct(_)] = rest else {
        return None;
    };
    // The brackets are one pair, and the only one that ends there.
    let arguments = commas(arguments);
    let is_balanced = |tokens: &&[TokenTree<'_>]| {
        let count = |sign: char| {
            let is = |token: &&TokenTree<'_>| matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign);
            tokens.iter().filter(is).count()
        };
        count('<') == count('>')
    };
    if close.as_char() != '>' || !arguments.iter().all(is_balanced) {
        return None;
    }
    let line = Line::begin(out, depth);
    flat::write(out, head, Place::Type)?;
    out.push('<');
    line.end(out)?;
    let last = arguments.len().saturating_sub(1);
    for (index, argument) in arguments.into_iter().enumerate() {
        let line = Line::begin(out, depth + STEP);
        flat::write(out, argument, Place::Type)?;
        line.end_with_comma(out, argument, index == last)?;
    }
    indent(out, depth);
    out.push_str(">;\n");
    Some(())
}

/// `PATH!(TOKENS);` on a line, or with the tokens on lines of their own.
pub(super) fn macro_call(out: &mut String, path: &[TokenTree<'_>], list: &Group<'_>, depth: usize) -> Option<()> {
    if list.delimiter() != Delimiter::Parenthesis {
        return None;
    }
    let tokens = list.tokens();
    let line = Line::begin(out, depth);
    flat::write(out, path, Place::Type)?;
    out.push_str("!(");
    let open = out.len();
    flat::write(out, &tokens, Place::Expression)?;
    out.push_str(");");
    if line.end(out).is_some() {
        return Some(());
    }
    out.truncate(open);
    out.push('\n');
    filled(out, &tokens, depth + STEP)?;
    indent(out, depth);
    out.push_str(");\n");
    Some(())
}

/// Tokens of a macro, as many on a line as it has room for.
fn filled(out: &mut String, tokens: &[TokenTree<'_>], depth: usize) -> Option<()> {
    let start = out.len();
    let mut line = Line::begin(out, depth);
    flat::write(out, tokens, Place::Expression)?;
    if line.fits(out) {
        return line.end(out);
    }
    // A line can end at each space; what is in brackets and in literals must have none.
    let has_spaces = |token: &TokenTree<'_>| match token {
        TokenTree::Group(group) => group.tokens().len() > 1,
        TokenTree::Literal(_) => true,
        TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Doc(_) | TokenTree::InnerDoc(_) => false,
    };
    if tokens.iter().any(has_spaces) {
        return None;
    }
    let words = out.split_off(start);
    line = Line::begin(out, depth);
    for (index, word) in words.trim_start().split(' ').enumerate() {
        let end = out.len();
        out.push_str(if index == 0 { "" } else { " " });
        out.push_str(word);
        if index > 0 && !line.fits(out) {
            out.truncate(end);
            out.push('\n');
            line = Line::begin(out, depth);
            out.push_str(word);
        }
    }
    line.end(out)
}

/// A function: its signature on a line, or with a line for each parameter, and its body.
pub(super) fn function(out: &mut String, item: &[TokenTree<'_>], depth: usize) -> Option<()> {
    let [signature @ .., TokenTree::Group(body)] = item else {
        return None;
    };
    let has_bounds = signature.iter().any(|token| matches!(token, TokenTree::Ident("where")));
    if body.delimiter() != Delimiter::Brace || has_bounds {
        return None;
    }
    let body = &body.tokens();
    let open = if body.is_empty() { " {}" } else { " {" };
    let start = out.len();
    let line = Line::begin(out, depth);
    flat::write(out, signature, Place::Type)?;
    out.push_str(open);
    if line.end(out).is_none() {
        out.truncate(start);
        parameters(out, signature, depth, open)?;
    }
    if !body.is_empty() {
        statements(out, body, depth + STEP)?;
        indent(out, depth);
        out.push_str("}\n");
    }
    Some(())
}

/// A signature with a line for each parameter.
fn parameters(out: &mut String, signature: &[TokenTree<'_>], depth: usize, open: &str) -> Option<()> {
    let name = signature
        .iter()
        .position(|token| matches!(token, TokenTree::Ident("fn")))?
        + 1;
    // The list of parameters is behind the name: generic ones could hold parentheses, too.
    let at = name + 1;
    let (head, rest) = signature.split_at_checked(at)?;
    let [TokenTree::Group(list), rest @ ..] = rest else {
        return None;
    };
    let inner = &list.tokens();
    if list.delimiter() != Delimiter::Parenthesis || inner.is_empty() {
        return None;
    }
    let line = Line::begin(out, depth);
    flat::write(out, head, Place::Type)?;
    out.push('(');
    line.end(out)?;
    let all = commas(inner);
    let last = all.len().saturating_sub(1);
    for (index, parameter) in all.into_iter().enumerate() {
        let line = Line::begin(out, depth + STEP);
        flat::write(out, parameter, Place::Type)?;
        line.end_with_comma(out, parameter, index == last)?;
    }
    let line = Line::begin(out, depth);
    out.push(')');
    let ("->", result) = sign(rest) else {
        out.push_str(open);
        return rest.is_empty().then(|| line.end(out)).flatten();
    };
    out.push_str(" -> ");
    flat::write(out, result, Place::Type)?;
    out.push_str(open);
    line.end_unless_breakable(out, result)
}
