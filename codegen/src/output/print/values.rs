//! Statements and values.

use super::attributes::{attributes, outer_attributes};
use super::flat::{self, Place};
use super::generics::generic_arguments;
use super::line::{Line, STEP, commas, is_unbreakable};
use crate::tokens::{Delimiter, Group, TokenTree};

/// Columns of a structure on one line, with a space and without its closing brace.
const SHORT_STRUCTURE: usize = 34;

/// The statements of a block.
pub(super) fn statements(out: &mut String, body: &[TokenTree<'_>], depth: usize) -> Option<()> {
    let mut rest = body;
    while !rest.is_empty() {
        let (before, behind) = attributes(rest);
        if behind.first().is_none_or(is_attribute) || before.iter().any(|token| matches!(token, TokenTree::Doc(_))) {
            return None;
        }
        rest = behind;
        let end = rest
            .iter()
            .position(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';'));
        let (statement, behind) = rest.split_at(end.map_or(rest.len(), |end| end + 1));
        rest = behind;
        let (statement, tail) = match end {
            Some(_) => (statement.get(..statement.len() - 1)?, ";"),
            None => (statement, ""),
        };
        let is_let = matches!(statement.first(), Some(TokenTree::Ident("let")));
        let is_done = match before {
            [] => false,
            _ if is_let => false,
            [TokenTree::Punct(_), TokenTree::Group(attribute)] => {
                beside(out, attribute, statement, tail, depth).is_some()
            }
            _ => return None,
        };
        if !is_done {
            outer_attributes(out, before, depth)?;
            let line = Line::begin(out, depth);
            value(out, &line, statement, tail)?;
        }
        out.push('\n');
    }
    Some(())
}

/// An attribute and the value behind it on one line; without one, nothing is written.
fn beside(
    out: &mut String,
    attribute: &Group<'_>,
    statement: &[TokenTree<'_>],
    tail: &str,
    depth: usize,
) -> Option<()> {
    let start = out.len();
    let line = Line::begin(out, depth);
    out.push_str("#[");
    let written = flat::write(out, &attribute.tokens(), Place::Type).and_then(|()| {
        out.push_str("] ");
        flat::write(out, statement, Place::Expression)
    });
    out.push_str(tail);
    let fits = written.is_some() && line.fits(out);
    if !fits {
        out.truncate(start);
    }
    fits.then_some(())
}

fn is_attribute(first: &TokenTree<'_>) -> bool {
    match first {
        TokenTree::Punct(hash) => hash.as_char() == '#',
        TokenTree::Doc(_) | TokenTree::InnerDoc(_) => true,
        TokenTree::Ident(_) | TokenTree::Literal(_) | TokenTree::Group(_) => false,
    }
}

/// A value that begins on a line, and what is behind it on its last one.
fn value(out: &mut String, line: &Line, tokens: &[TokenTree<'_>], tail: &str) -> Option<()> {
    let start = out.len();
    match tokens {
        [TokenTree::Ident("match"), head @ .., TokenTree::Group(arms)] if arms.delimiter() == Delimiter::Brace => {
            out.push_str("match ");
            flat::write(out, head, Place::Expression)?;
            return braces(out, line, arms, tail, |out, line, arm, _| {
                flat::write(out, arm, Place::Expression)?;
                out.push(',');
                line.fits(out).then_some(())
            });
        }
        [head @ .., TokenTree::Group(fields)] if fields.delimiter() == Delimiter::Brace && !fields.is_empty() => {
            if !is_path(head) {
                return None;
            }
            flat::write(out, head, Place::Expression)?;
            let path = out.len();
            if short_structure(out, line, start, fields, tail).is_some() {
                return Some(());
            }
            out.truncate(path);
            return braces(out, line, fields, tail, |out, line, field, is_last| {
                value(out, line, field, if is_last { "" } else { "," })?;
                out.push_str(if is_last { "," } else { "" });
                Some(())
            });
        }
        _ => {}
    }
    flat::write(out, tokens, Place::Expression)?;
    out.push_str(tail);
    if line.fits(out) {
        return Some(());
    }
    if is_unbreakable(tokens) {
        return Some(());
    }
    [call, list, chain].into_iter().find_map(|form| {
        out.truncate(start);
        form(out, line, tokens, tail)
    })
}

/// What is set, with its `=`, and what it is set to: `self.field = …`.
fn target<'a, 't>(tokens: &'a [TokenTree<'t>]) -> (&'a [TokenTree<'t>], &'a [TokenTree<'t>]) {
    match tokens {
        [
            TokenTree::Ident("self"),
            TokenTree::Punct(dot),
            TokenTree::Ident(_),
            TokenTree::Punct(equals),
            ..,
        ] if dot.as_char() == '.' && equals.as_char() == '=' && !equals.is_joint() => tokens.split_at(4),
        tokens => tokens.split_at(0),
    }
}

/// A list or a tuple with a line for each item, perhaps behind a `let`.
fn list(out: &mut String, line: &Line, tokens: &[TokenTree<'_>], tail: &str) -> Option<()> {
    let [head @ .., TokenTree::Group(items)] = tokens else {
        return None;
    };
    let is_let = match head {
        [TokenTree::Ident("let"), .., TokenTree::Punct(last)] => matches!(last.as_char(), '&' | '='),
        [] => true,
        [TokenTree::Punct(only)] => only.as_char() == '&',
        _ => false,
    };
    let inner = &items.tokens();
    let (open, close) = match items.delimiter() {
        Delimiter::Bracket => ('[', ']'),
        // One item in parentheses is not a tuple.
        Delimiter::Parenthesis if commas(inner).len() > 1 => ('(', ')'),
        Delimiter::Parenthesis | Delimiter::Brace => return None,
    };
    if !is_let || inner.is_empty() {
        return None;
    }
    flat::write(out, head, Place::Expression)?;
    out.push_str(
        if matches!(head.last(), Some(TokenTree::Punct(last)) if last.as_char() == '=') {
            " "
        } else {
            ""
        },
    );
    out.push(open);
    line.fits(out).then_some(())?;
    out.push('\n');
    arguments(out, line, inner)?;
    line.indent(out);
    out.push(close);
    out.push_str(tail);
    Some(())
}

/// A line for each item between commas.
fn arguments(out: &mut String, line: &Line, inner: &[TokenTree<'_>]) -> Option<()> {
    let all = commas(inner);
    let last = all.len().saturating_sub(1);
    for (index, argument) in all.into_iter().enumerate() {
        let is_closure = match argument.first() {
            Some(TokenTree::Punct(punct)) => punct.as_char() == '|',
            Some(TokenTree::Ident(word)) => ["move", "match"].contains(word),
            Some(_) | None => false,
        };
        if is_closure {
            return None;
        }
        let line = Line::begin(out, line.depth + STEP);
        // The comma behind the last one may be in the margin.
        value(out, &line, argument, if index == last { "" } else { "," })?;
        out.push_str(if index == last { ",\n" } else { "\n" });
    }
    Some(())
}

/// A call, and a line for each method that is called on what it gives.
fn chain(out: &mut String, line: &Line, tokens: &[TokenTree<'_>], tail: &str) -> Option<()> {
    let (target, tokens) = target(tokens);
    let mut links = tokens.split(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '.'));
    let head = links.next()?;
    match head {
        [.., TokenTree::Ident(_), TokenTree::Group(_)] => {}
        // The first method is on the line of a name that begins it and is shorter than the indentation.
        [TokenTree::Ident(name)] if name.len() > STEP || !target.is_empty() => {}
        _ => return None,
    }
    flat::write(out, target, Place::Expression)?;
    out.push_str(if target.is_empty() { "" } else { " " });
    flat::write(out, head, Place::Expression)?;
    if !line.fits(out) {
        return None;
    }
    let links: Vec<&[TokenTree<'_>]> = links.collect();
    for (index, link) in links.iter().enumerate() {
        out.push('\n');
        let tail = if index + 1 == links.len() { tail } else { "" };
        self::link(out, line.depth + STEP, link, tail)?;
    }
    (!links.is_empty()).then_some(())
}

/// A field or a method of a chain (`.name`, `.name(…)`, `.name::<…>(…)`), with a line for each of its generic arguments where they are too wide.
fn link(out: &mut String, depth: usize, link: &[TokenTree<'_>], tail: &str) -> Option<()> {
    let generic = match link {
        [TokenTree::Ident(_)] | [TokenTree::Ident(_), TokenTree::Group(_)] => None,
        [
            TokenTree::Ident(_),
            TokenTree::Punct(first),
            TokenTree::Punct(second),
            TokenTree::Punct(open),
            generic @ ..,
            TokenTree::Punct(close),
            TokenTree::Group(_),
        ] if [first, second, open, close].map(|punct| punct.as_char()) == [':', ':', '<', '>'] => Some(generic),
        _ => return None,
    };
    let start = out.len();
    let line = Line::begin(out, depth);
    out.push('.');
    flat::write(out, link, Place::Expression)?;
    out.push_str(tail);
    if line.fits(out) {
        return Some(());
    }
    out.truncate(start);
    let generic = generic?;
    let (head, rest) = link.split_at(link.len() - generic.len() - 2);
    let line = Line::begin(out, depth);
    out.push('.');
    flat::write(out, head, Place::Expression)?;
    line.end(out)?;
    generic_arguments(out, generic, depth + STEP)?;
    let line = Line::begin(out, depth);
    out.push('>');
    flat::write(out, rest.get(rest.len() - 1..)?, Place::Expression)?;
    out.push_str(tail);
    line.fits(out).then_some(())
}

/// ` { FIELDS }` behind the path of a structure: on the line only if it is short.
fn short_structure(out: &mut String, line: &Line, start: usize, fields: &Group<'_>, tail: &str) -> Option<()> {
    out.push_str(" {");
    for (index, field) in commas(&fields.tokens()).into_iter().enumerate() {
        out.push_str(if index == 0 { " " } else { ", " });
        flat::write(out, field, Place::Expression)?;
    }
    // What is set to the structure does not count.
    let written = out.get(start..)?;
    let structure = written
        .find(" = ")
        .map_or(written, |at| written.get(at + 3..).unwrap_or_default());
    let is_short = structure.chars().count() < SHORT_STRUCTURE;
    out.push_str(" }");
    out.push_str(tail);
    (is_short && line.fits(out)).then_some(())
}

/// Whether tokens are the path of a structure, perhaps behind the name of what is set to it.
fn is_path(tokens: &[TokenTree<'_>]) -> bool {
    !tokens.is_empty()
        && tokens.iter().all(|token| match token {
            TokenTree::Ident(word) => !["if", "else", "for", "while", "unsafe", "move", "async"].contains(word),
            TokenTree::Punct(punct) => matches!(punct.as_char(), ':' | '='),
            TokenTree::Group(_) | TokenTree::Literal(_) | TokenTree::Doc(_) | TokenTree::InnerDoc(_) => false,
        })
}

/// `{`, a line for each item between commas, and `}`.
fn braces(
    out: &mut String,
    line: &Line,
    group: &Group<'_>,
    tail: &str,
    item: impl Fn(&mut String, &Line, &[TokenTree<'_>], bool) -> Option<()>,
) -> Option<()> {
    let inner = &group.tokens();
    out.push_str(" {");
    if inner.is_empty() || !line.fits(out) {
        return None;
    }
    out.push('\n');
    let all = commas(inner);
    let last = all.len().saturating_sub(1);
    for (index, tokens) in all.into_iter().enumerate() {
        if tokens.first().is_some_and(is_attribute) {
            return None;
        }
        let line = Line::begin(out, line.depth + STEP);
        item(out, &line, tokens, index == last)?;
        out.push('\n');
    }
    line.indent(out);
    out.push('}');
    out.push_str(tail);
    Some(())
}

/// A call with a line for each argument.
fn call(out: &mut String, line: &Line, tokens: &[TokenTree<'_>], tail: &str) -> Option<()> {
    let [head @ .., TokenTree::Group(list)] = tokens else {
        return None;
    };
    let (target, head) = target(head);
    let breaks_elsewhere = |token: &TokenTree<'_>| match token {
        TokenTree::Punct(punct) => matches!(punct.as_char(), '.' | '|' | '&' | '*' | '?' | '<' | '>'),
        TokenTree::Group(_) | TokenTree::Literal(_) => true,
        TokenTree::Ident(_) | TokenTree::Doc(_) | TokenTree::InnerDoc(_) => false,
    };
    let inner = &list.tokens();
    let is_call = list.delimiter() == Delimiter::Parenthesis && matches!(head.last(), Some(TokenTree::Ident(_)));
    if !is_call || inner.is_empty() || head.iter().any(breaks_elsewhere) {
        return None;
    }
    flat::write(out, target, Place::Expression)?;
    out.push_str(if target.is_empty() { "" } else { " " });
    flat::write(out, head, Place::Expression)?;
    out.push('(');
    if !target.is_empty() && !line.fits(out) {
        return None;
    }
    out.push('\n');
    arguments(out, line, inner)?;
    line.indent(out);
    out.push(')');
    out.push_str(tail);
    Some(())
}
