//! A tokenizer for the HTML that people write into descriptions.

/// A piece of HTML.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// Text, entities not yet decoded.
    Text(&'a str),
    /// A tag.
    Tag(Tag<'a>),
}

/// A start or end tag.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tag<'a> {
    /// The name in lower case.
    pub(super) name: String,
    /// `</name>`.
    pub(super) is_end: bool,
    /// As it is written, with its angle brackets.
    pub(super) source: &'a str,
}

/// Longest tag and comment that is looked for, so that a text full of `<` costs no more than its length.
const LONGEST_TAG: usize = 4096;

/// The pieces of `text`, in order; comments, declarations and processing instructions are left out.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('<')) {
        let open = at + found;
        let rest = text.get(open..).unwrap_or_default();
        let (len, tag) = match (ignored(rest), tag(rest)) {
            (Some(len), _) => (len, None),
            (None, Some(tag)) => (tag.source.len(), Some(tag)),
            (None, None) => {
                at = open + 1;
                continue;
            }
        };
        push_text(&mut out, text.get(from..open));
        out.extend(tag.map(Token::Tag));
        at = open + len;
        from = at;
    }
    push_text(&mut out, text.get(from..));
    out
}

fn push_text<'a>(out: &mut Vec<Token<'a>>, text: Option<&'a str>) {
    out.extend(text.filter(|text| !text.is_empty()).map(Token::Text));
}

/// The length of a comment (or the like) at the start of `text`.
fn ignored(text: &str) -> Option<usize> {
    let end = if text.starts_with("<!--") {
        "-->"
    } else if text.starts_with("<!") || text.starts_with("<?") {
        ">"
    } else {
        return None;
    };
    head(text).find(end).map(|at| at + end.len())
}

fn head(text: &str) -> &str {
    let mut end = text.len().min(LONGEST_TAG);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

fn tag(text: &str) -> Option<Tag<'_>> {
    let inner = text.strip_prefix('<')?;
    let (is_end, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
    let name: String = inner
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '_'))
        .collect();
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let after = inner.chars().nth(name.len())?;
    if !(after.is_whitespace() || matches!(after, '>' | '/')) {
        return None;
    }
    let mut quote = None;
    for (at, c) in head(text).char_indices().skip(1) {
        match (quote, c) {
            (Some(q), c) if q == c => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '<') => return None,
            (None, '>') => {
                return Some(Tag {
                    name: name.to_ascii_lowercase(),
                    is_end,
                    source: text.get(..=at)?,
                });
            }
            (None, _) => {}
        }
    }
    None
}

impl Tag<'_> {
    /// The value of an attribute, entities decoded.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let lower = self.source.to_ascii_lowercase();
        let mut from = 0;
        while let Some(found) = lower.get(from..).and_then(|rest| rest.find(name)) {
            let start = from + found;
            from = start + name.len();
            let begins = lower
                .get(..start)
                .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_whitespace()));
            let Some(value) = self
                .source
                .get(from..)
                .and_then(|rest| rest.trim_start().strip_prefix('='))
            else {
                continue;
            };
            if begins {
                return Some(decode(unquoted(value.trim_start())));
            }
        }
        None
    }
}

fn unquoted(value: &str) -> &str {
    for quote in ['"', '\''] {
        if let Some(rest) = value.strip_prefix(quote) {
            return rest.split(quote).next().unwrap_or_default();
        }
    }
    value
        .split(|c: char| c.is_whitespace() || c == '>')
        .next()
        .unwrap_or_default()
}

/// The text with its character references (HTML, section 13.5; the common ones) replaced.
pub(super) fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let name: String = after
            .chars()
            .take(9)
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '#')
            .collect();
        let tail = after.get(name.len()..).unwrap_or_default();
        match (reference(&name), tail.strip_prefix(';')) {
            (Some(c), Some(tail)) => {
                out.push(c);
                rest = tail;
            }
            _ => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn reference(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "mdash" => '—',
        "ndash" => '–',
        "hellip" => '…',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "laquo" => '«',
        "raquo" => '»',
        "copy" => '©',
        "reg" => '®',
        "trade" => '™',
        "times" => '×',
        "deg" => '°',
        "bull" => '•',
        "middot" => '·',
        "rarr" => '→',
        "larr" => '←',
        "ge" => '≥',
        "le" => '≤',
        "ne" => '≠',
        _ => return None,
    })
}
