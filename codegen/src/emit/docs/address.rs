//! Addresses in text and in links.

/// Where the first address of a text begins.
pub(super) fn address_start(text: &str) -> Option<usize> {
    text.match_indices("http").map(|(at, _)| at).find(|&at| {
        let rest = text.get(at..).unwrap_or_default();
        rest.starts_with("http://") || rest.starts_with("https://")
    })
}

/// The length of an address that begins a text, without the punctuation of the sentence around it.
pub(super) fn address_len(text: &str) -> usize {
    let end = text
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`'))
        .unwrap_or(text.len());
    let mut address = text.get(..end).unwrap_or_default();
    let count = |c: char| address.matches(c).count();
    let mut unopened =
        [('(', ')'), ('[', ']'), ('{', '}')].map(|(open, close)| count(close).saturating_sub(count(open)));
    while let Some(last) = address.chars().last() {
        let is_punctuation = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | '|' | '\\' | '’' | '”' => true,
            ')' => take(&mut unopened[0]),
            ']' => take(&mut unopened[1]),
            '}' => take(&mut unopened[2]),
            _ => false,
        };
        if !is_punctuation {
            break;
        }
        address = address.get(..address.len() - last.len_utf8()).unwrap_or_default();
    }
    address.len()
}

/// Counts one down, and says whether there was one.
fn take(count: &mut usize) -> bool {
    let had = *count > 0;
    *count = count.saturating_sub(1);
    had
}

/// Whether an address can be followed: it names a host and has no place for a parameter.
pub(super) fn is_real(address: &str) -> bool {
    let host = address.split_once("://").map_or("", |(_, rest)| rest);
    host.starts_with(char::is_alphanumeric) && !address.contains(['{', '}', '[', ']', '*', '$', '\\', '|', '^'])
}

/// `<target>`.
pub(super) fn autolink(target: &str) -> String {
    let mut out = String::from("<");
    target.trim().chars().for_each(|c| push(&mut out, c, false));
    out.push('>');
    out
}

/// The target of a link, as it is written between its parentheses.
pub(super) fn encoded(target: &str) -> String {
    let mut out = String::new();
    for (at, c) in target.trim().char_indices() {
        let rest = target.trim().get(at + c.len_utf8()..).unwrap_or_default();
        let is_reference = rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '#').next();
        if c == '&' && is_reference.is_some_and(|name| rest.get(name.len()..).is_some_and(|rest| rest.starts_with(';')))
        {
            out.push_str("&amp;");
        } else {
            push(&mut out, c, true);
        }
    }
    out
}

fn push(out: &mut String, c: char, in_parentheses: bool) {
    let is_markup = match c {
        '<' | '>' | '"' | '\\' | '`' | '|' => true,
        '(' | ')' => in_parentheses,
        c => c.is_ascii() && (c.is_whitespace() || c.is_control()),
    };
    if is_markup {
        out.push_str(&format!("%{:02X}", u32::from(c)));
    } else if !c.is_whitespace() && !crate::text::is_invisible(c) {
        out.push(c);
    }
}
