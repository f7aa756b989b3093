//! Attributes, lines, signatures and bodies of the forms that most generated code has. `None`: the form is another one.

use super::flat::{self, Place, sign};
use super::items::STEP;
use proc_macro2::{Delimiter, Group, TokenTree};

/// Columns that `prettyplease` fills.
const MARGIN: usize = 89;
/// Columns that it fills at least behind a deep indentation.
const ROOM: usize = 60;
/// Columns of a structure on one line, with a space and without its closing brace.
const SHORT_STRUCTURE: usize = 34;

/// A line that is being written.
pub(super) struct Line {
    start: usize,
    depth: usize,
}

impl Line {
    /// A line with its indentation.
    pub(super) fn begin(out: &mut String, depth: usize) -> Line {
        let start = out.len();
        indent(out, depth);
        Line { start, depth }
    }

    /// As many columns as the line begins with.
    pub(super) fn indent(&self, out: &mut String) {
        indent(out, self.depth);
    }

    /// Whether what was written since is not too wide for a line.
    pub(super) fn fits(&self, out: &str) -> bool {
        let line = out.get(self.start..).unwrap_or_default();
        let room = MARGIN.max(self.depth + ROOM);
        line.len() <= room || line.chars().count() <= room
    }

    /// Ends the line, if it is not too wide, or if nothing in it could be put on another one.
    pub(super) fn end_unless_breakable(self, out: &mut String, tokens: &[TokenTree]) -> Option<()> {
        (self.fits(out) || is_unbreakable(tokens)).then(|| out.push('\n'))
    }

    /// Ends a line of a list. The comma behind the last item may be in the margin.
    fn end_with_comma(self, out: &mut String, item: &[TokenTree], is_last: bool) -> Option<()> {
        let fits = is_last && self.fits(out);
        out.push(',');
        (fits || self.fits(out) || is_unbreakable(item)).then(|| out.push('\n'))
    }

    /// Ends the line, if it is not too wide.
    pub(super) fn end(self, out: &mut String) -> Option<()> {
        self.fits(out).then(|| out.push('\n'))
    }
}

pub(super) fn indent(out: &mut String, depth: usize) {
    out.extend(std::iter::repeat_n(' ', depth));
}

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

/// Whether no line can end within the tokens: a path, its type.
fn is_unbreakable(tokens: &[TokenTree]) -> bool {
    let is_list = |token: &TokenTree| match token {
        TokenTree::Group(_) => true,
        TokenTree::Punct(punct) => !matches!(punct.as_char(), ':' | ';' | '=' | '&' | '\''),
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    };
    match tokens {
        // `pub(crate)`
        [TokenTree::Ident(word), TokenTree::Group(_), rest @ ..] if word == "pub" => !rest.iter().any(is_list),
        tokens => !tokens.iter().any(is_list),
    }
}

/// An item of one line.
pub(super) fn line(out: &mut String, item: &[TokenTree], depth: usize, place: Place) -> Option<()> {
    let line = Line::begin(out, depth);
    flat::write(out, item, place)?;
    line.end_unless_breakable(out, item)
}

/// The name of a type, on a line or with a line for each generic argument.
pub(super) fn alias(out: &mut String, item: &[TokenTree], depth: usize) -> Option<()> {
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
    let is_balanced = |tokens: &&[TokenTree]| {
        let count = |sign: char| {
            let is = |token: &&TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign);
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

/// `PATH!(TOKENS);` on a line.
pub(super) fn macro_call(out: &mut String, path: &[TokenTree], list: &Group, depth: usize) -> Option<()> {
    if list.delimiter() != Delimiter::Parenthesis {
        return None;
    }
    let line = Line::begin(out, depth);
    flat::write(out, path, Place::Type)?;
    out.push_str("!(");
    flat::write(out, &list.stream().into_iter().collect::<Vec<_>>(), Place::Expression)?;
    out.push_str(");");
    line.end(out)
}

/// The items between commas.
pub(super) fn commas(tokens: &[TokenTree]) -> Vec<&[TokenTree]> {
    let mut items = Vec::new();
    let (mut angles, mut from) = (0_usize, 0);
    let mut rest = tokens;
    while !rest.is_empty() {
        let at = tokens.len() - rest.len();
        let (sign, behind) = match rest {
            [TokenTree::Punct(_), ..] => sign(rest),
            _ => ("", rest.get(1..).unwrap_or_default()),
        };
        match sign {
            "<" => angles += 1,
            ">" => angles = angles.saturating_sub(1),
            "," if angles == 0 => {
                items.extend(tokens.get(from..at));
                from = at + 1;
            }
            _ => {}
        }
        rest = behind;
    }
    items.extend(tokens.get(from..).filter(|last| !last.is_empty()));
    items
}

/// A function: its signature on a line, or with a line for each parameter, and its body.
pub(super) fn function(out: &mut String, item: &[TokenTree], depth: usize) -> Option<()> {
    let [signature @ .., TokenTree::Group(body)] = item else {
        return None;
    };
    let has_bounds = signature
        .iter()
        .any(|token| matches!(token, TokenTree::Ident(word) if word == "where"));
    if body.delimiter() != Delimiter::Brace || has_bounds {
        return None;
    }
    let body: Vec<TokenTree> = body.stream().into_iter().collect();
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
        statements(out, &body, depth + STEP)?;
        indent(out, depth);
        out.push_str("}\n");
    }
    Some(())
}

/// A signature with a line for each parameter.
fn parameters(out: &mut String, signature: &[TokenTree], depth: usize, open: &str) -> Option<()> {
    let name = signature
        .iter()
        .position(|token| matches!(token, TokenTree::Ident(word) if word == "fn"))?
        + 1;
    // The list of parameters is behind the name: generic ones could hold parentheses, too.
    let at = name + 1;
    let (head, rest) = signature.split_at_checked(at)?;
    let [TokenTree::Group(list), rest @ ..] = rest else {
        return None;
    };
    let inner: Vec<TokenTree> = list.stream().into_iter().collect();
    if list.delimiter() != Delimiter::Parenthesis || inner.is_empty() {
        return None;
    }
    let line = Line::begin(out, depth);
    flat::write(out, head, Place::Type)?;
    out.push('(');
    line.end(out)?;
    let all = commas(&inner);
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

/// The statements of a block.
fn statements(out: &mut String, body: &[TokenTree], depth: usize) -> Option<()> {
    let mut rest = body;
    while let Some(first) = rest.first() {
        if matches!(first, TokenTree::Punct(hash) if hash.as_char() == '#') {
            return None;
        }
        let end = rest
            .iter()
            .position(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';'));
        let (statement, behind) = rest.split_at(end.map_or(rest.len(), |end| end + 1));
        rest = behind;
        let (statement, tail) = match end {
            Some(_) => (statement.get(..statement.len() - 1)?, ";"),
            None => (statement, ""),
        };
        let line = Line::begin(out, depth);
        value(out, &line, statement, tail)?;
        out.push('\n');
    }
    Some(())
}

/// A value that begins on a line, and what is behind it on its last one.
fn value(out: &mut String, line: &Line, tokens: &[TokenTree], tail: &str) -> Option<()> {
    let start = out.len();
    match tokens {
        [TokenTree::Ident(word), head @ .., TokenTree::Group(arms)]
            if word == "match" && arms.delimiter() == Delimiter::Brace =>
        {
            out.push_str("match ");
            flat::write(out, head, Place::Expression)?;
            return braces(out, line, arms, tail, |out, line, arm, _| {
                flat::write(out, arm, Place::Expression)?;
                out.push(',');
                line.fits(out).then_some(())
            });
        }
        [head @ .., TokenTree::Group(fields)]
            if fields.delimiter() == Delimiter::Brace && !fields.stream().is_empty() =>
        {
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
    out.truncate(start);
    if call(out, line, tokens, tail).is_some() {
        return Some(());
    }
    out.truncate(start);
    chain(out, line, tokens, tail)
}

/// A call, and a line for each method that is called on what it gives.
fn chain(out: &mut String, line: &Line, tokens: &[TokenTree], tail: &str) -> Option<()> {
    let mut links = tokens.split(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '.'));
    let head = links.next()?;
    if !matches!(head, [.., TokenTree::Ident(_), TokenTree::Group(_)]) {
        return None;
    }
    flat::write(out, head, Place::Expression)?;
    if !line.fits(out) {
        return None;
    }
    let links: Vec<&[TokenTree]> = links.collect();
    for (index, link) in links.iter().enumerate() {
        let [TokenTree::Ident(_), TokenTree::Group(_)] = link else {
            return None;
        };
        out.push('\n');
        let line = Line::begin(out, line.depth + STEP);
        out.push('.');
        flat::write(out, link, Place::Expression)?;
        if index + 1 == links.len() {
            out.push_str(tail);
        }
        if !line.fits(out) {
            return None;
        }
    }
    (!links.is_empty()).then_some(())
}

/// ` { FIELDS }` behind the path of a structure: on the line only if it is short.
fn short_structure(out: &mut String, line: &Line, start: usize, fields: &Group, tail: &str) -> Option<()> {
    let fields: Vec<TokenTree> = fields.stream().into_iter().collect();
    out.push_str(" {");
    for (index, field) in commas(&fields).into_iter().enumerate() {
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
fn is_path(tokens: &[TokenTree]) -> bool {
    !tokens.is_empty()
        && tokens.iter().all(|token| match token {
            TokenTree::Ident(word) => !["if", "else", "for", "while", "unsafe", "move", "async"]
                .iter()
                .any(|key| word == key),
            TokenTree::Punct(punct) => matches!(punct.as_char(), ':' | '='),
            TokenTree::Group(_) | TokenTree::Literal(_) => false,
        })
}

/// `{`, a line for each item between commas, and `}`.
fn braces(
    out: &mut String,
    line: &Line,
    group: &Group,
    tail: &str,
    item: impl Fn(&mut String, &Line, &[TokenTree], bool) -> Option<()>,
) -> Option<()> {
    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
    out.push_str(" {");
    if inner.is_empty() || !line.fits(out) {
        return None;
    }
    out.push('\n');
    let all = commas(&inner);
    let last = all.len().saturating_sub(1);
    for (index, tokens) in all.into_iter().enumerate() {
        if matches!(tokens.first(), Some(TokenTree::Punct(hash)) if hash.as_char() == '#') {
            return None;
        }
        let line = Line::begin(out, line.depth + STEP);
        item(out, &line, tokens, index == last)?;
        out.push('\n');
    }
    indent(out, line.depth);
    out.push('}');
    out.push_str(tail);
    Some(())
}

/// A call with a line for each argument.
fn call(out: &mut String, line: &Line, tokens: &[TokenTree], tail: &str) -> Option<()> {
    let [head @ .., TokenTree::Group(arguments)] = tokens else {
        return None;
    };
    let breaks_elsewhere = |token: &TokenTree| match token {
        TokenTree::Punct(punct) => matches!(punct.as_char(), '.' | '|' | '&' | '*' | '?' | '<' | '>'),
        TokenTree::Group(_) | TokenTree::Literal(_) => true,
        TokenTree::Ident(_) => false,
    };
    let inner: Vec<TokenTree> = arguments.stream().into_iter().collect();
    let is_call = arguments.delimiter() == Delimiter::Parenthesis && matches!(head.last(), Some(TokenTree::Ident(_)));
    if !is_call || inner.is_empty() || head.iter().any(breaks_elsewhere) {
        return None;
    }
    flat::write(out, head, Place::Expression)?;
    out.push_str("(\n");
    let all = commas(&inner);
    let last = all.len().saturating_sub(1);
    for (index, argument) in all.into_iter().enumerate() {
        let is_closure = match argument.first() {
            Some(TokenTree::Punct(punct)) => punct.as_char() == '|',
            Some(TokenTree::Ident(word)) => word == "move" || word == "match",
            Some(TokenTree::Group(_) | TokenTree::Literal(_)) | None => false,
        };
        if is_closure {
            return None;
        }
        let line = Line::begin(out, line.depth + STEP);
        // The comma behind the last one may be in the margin.
        value(out, &line, argument, if index == last { "" } else { "," })?;
        out.push_str(if index == last { ",\n" } else { "\n" });
    }
    indent(out, line.depth);
    out.push(')');
    out.push_str(tail);
    Some(())
}
