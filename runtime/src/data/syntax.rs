//! Formats of strings that are checked where the settings ask for it (`formats = "assert"`): JSON Schema Validation section 7.3.

use std::net::{Ipv4Addr, Ipv6Addr};
use std::str::Chars;

/// `format: ipv4`: RFC 2673 section 3.2.
pub fn is_ipv4(text: &str) -> bool {
    text.parse::<Ipv4Addr>().is_ok()
}

/// `format: ipv6`: RFC 4291 section 2.2.
pub fn is_ipv6(text: &str) -> bool {
    text.parse::<Ipv6Addr>().is_ok()
}

/// `format: hostname`: RFC 1123 section 2.1, in ASCII.
pub fn is_hostname(text: &str) -> bool {
    let is_label = |label: &str| {
        let inner = |c: char| c.is_ascii_alphanumeric() || c == '-';
        (1..=63).contains(&label.len())
            && label.chars().all(inner)
            && !label.starts_with('-')
            && !label.ends_with('-')
            // Only names in Unicode have these, after `xn`.
            && (label.get(2..4) != Some("--") || label.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("xn")))
    };
    text.len() <= 253 && text.split('.').all(is_label)
}

/// `format: email`: RFC 5321 section 4.1.2, `Mailbox`.
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let literal = domain.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let is_domain = match literal {
        Some(address) => match address.strip_prefix("IPv6:") {
            Some(address) => is_ipv6(address),
            None => is_ipv4(address),
        },
        None => is_hostname(domain),
    };
    let quoted = local.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    is_domain
        && match quoted {
            Some(inner) => is_quoted(inner),
            None => local
                .split('.')
                .all(|atom| !atom.is_empty() && atom.chars().all(is_atom)),
        }
}

/// RFC 5322 section 3.2.3, `atext`.
fn is_atom(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c)
}

/// RFC 5321 section 4.1.2, `QcontentSMTP`.
fn is_quoted(inner: &str) -> bool {
    let mut letters = inner.chars();
    while let Some(letter) = letters.next() {
        let shown = |c: char| (' '..='~').contains(&c);
        let legal = match letter {
            '\\' => letters.next().is_some_and(shown),
            '"' => false,
            other => shown(other),
        };
        if !legal {
            return false;
        }
    }
    true
}

/// `format: json-pointer`: RFC 6901 section 5.
pub fn is_json_pointer(text: &str) -> bool {
    let mut escapes = text.split('~').skip(1);
    (text.is_empty() || text.starts_with('/')) && escapes.all(|rest| rest.starts_with(['0', '1']))
}

/// `format: relative-json-pointer`: Relative JSON Pointers section 3.
pub fn is_relative_json_pointer(text: &str) -> bool {
    let Some(rest) = after_number(text) else {
        return false;
    };
    let moved = rest.strip_prefix(['+', '-']).map(after_positive);
    let rest = match moved {
        Some(Some(rest)) => rest,
        Some(None) => return false,
        None => rest,
    };
    rest == "#" || is_json_pointer(rest)
}

fn after_number(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    (digits == 1 || (digits > 1 && !number.starts_with('0'))).then_some(rest)
}

fn after_positive(text: &str) -> Option<&str> {
    after_number(text).filter(|_| !text.starts_with('0'))
}

/// `format: uri`: RFC 3986 section 3.
pub fn is_absolute_uri(text: &str) -> bool {
    scheme(text).is_some() && is_reference(text, false)
}

/// `format: uri-reference`: RFC 3986 section 4.1.
pub fn is_uri_reference(text: &str) -> bool {
    is_reference(text, false)
}

/// `format: iri`: RFC 3987 section 2.2.
pub fn is_iri(text: &str) -> bool {
    scheme(text).is_some() && is_reference(text, true)
}

/// `format: iri-reference`: RFC 3987 section 2.2.
pub fn is_iri_reference(text: &str) -> bool {
    is_reference(text, true)
}

/// What is behind the scheme and its colon, if there is one.
fn scheme(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_once(':')?;
    let mut letters = scheme.chars();
    let first = letters.next().is_some_and(|c| c.is_ascii_alphabetic());
    (first && letters.all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))).then_some(rest)
}

fn is_reference(text: &str, unicode: bool) -> bool {
    let (rest, fragment) = text.split_once('#').unwrap_or((text, ""));
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let hierarchy = scheme(rest);
    let (authority, path) = match hierarchy.unwrap_or(rest).strip_prefix("//") {
        Some(after) => {
            let end = after.find('/').unwrap_or(after.len());
            let (authority, path) = after.split_at(end);
            (Some(authority), path)
        }
        None => (None, hierarchy.unwrap_or(rest)),
    };
    // The first segment of a relative path would be a scheme.
    let ambiguous = hierarchy.is_none() && authority.is_none() && path.split('/').next().unwrap_or("").contains(':');
    !ambiguous
        && authority.is_none_or(|authority| is_authority(authority, unicode))
        && is_part(path, ":@/", unicode)
        && is_part(query, ":@/?", unicode)
        && is_part(fragment, ":@/?", unicode)
}

/// RFC 3986 section 3.2.
fn is_authority(text: &str, unicode: bool) -> bool {
    let (user, place) = text.rsplit_once('@').unwrap_or(("", text));
    let (host, port) = match place.strip_prefix('[') {
        Some(literal) => match literal.split_once(']') {
            Some((address, rest)) => (is_ipv6(address) || is_future_address(address), rest),
            None => return false,
        },
        None => {
            let end = place.find(':').unwrap_or(place.len());
            let (name, rest) = place.split_at(end);
            (is_part(name, "", unicode), rest)
        }
    };
    let port = port.is_empty()
        || port
            .strip_prefix(':')
            .is_some_and(|port| port.bytes().all(|c| c.is_ascii_digit()));
    host && port && is_part(user, ":", unicode)
}

/// RFC 3986 section 3.2.2, `IPvFuture`.
fn is_future_address(text: &str) -> bool {
    let version = text.strip_prefix(['v', 'V']).and_then(|rest| rest.split_once('.'));
    version.is_some_and(|(version, rest)| {
        let hex = !version.is_empty() && version.chars().all(|c| c.is_ascii_hexdigit());
        hex && !rest.is_empty() && !rest.contains('%') && is_part(rest, ":", false)
    })
}

/// Unreserved characters, `sub-delims`, percent-encoded octets, and what else the part may have (RFC 3986 section 2).
fn is_part(text: &str, more: &str, unicode: bool) -> bool {
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let legal = match letter {
            '%' => is_octet(&mut letters),
            letter if letter.is_ascii() => {
                letter.is_ascii_alphanumeric() || "-._~!$&'()*+,;=".contains(letter) || more.contains(letter)
            }
            letter => {
                unicode && !letter.is_control() && !matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..='\u{ffff}')
            }
        };
        if !legal {
            return false;
        }
    }
    true
}

/// Two hexadecimal digits, which come after `%` (RFC 3986 section 2.1).
fn is_octet(letters: &mut Chars<'_>) -> bool {
    let mut digit = || letters.next().is_some_and(|c| c.is_ascii_hexdigit());
    digit() && digit()
}

/// `format: uri-template`: RFC 6570 section 2.
pub fn is_uri_template(text: &str) -> bool {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((expression, behind)) = after.split_once('}') else {
            return false;
        };
        if !is_literal(before) || !is_expression(expression) {
            return false;
        }
        rest = behind;
    }
    is_literal(rest)
}

/// RFC 6570 section 2.1.
fn is_literal(text: &str) -> bool {
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let legal = match letter {
            '%' => is_octet(&mut letters),
            '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | ' ' => false,
            letter => !letter.is_control(),
        };
        if !legal {
            return false;
        }
    }
    true
}

/// RFC 6570 section 2.2.
fn is_expression(text: &str) -> bool {
    let list = text.strip_prefix(['+', '#', '.', '/', ';', '?', '&']).unwrap_or(text);
    list.split(',').all(|variable| {
        let (name, modifier) = match (variable.strip_suffix('*'), variable.split_once(':')) {
            (Some(name), _) => (name, true),
            (None, Some((name, length))) => {
                let digits = length.len() <= 4 && length.bytes().all(|c| c.is_ascii_digit());
                (name, digits && !length.is_empty() && !length.starts_with('0'))
            }
            (None, None) => (variable, true),
        };
        modifier && name.split('.').all(is_variable)
    })
}

/// RFC 6570 section 2.3, `varname` without its dots.
fn is_variable(text: &str) -> bool {
    let mut letters = text.chars();
    let mut any = false;
    while let Some(letter) = letters.next() {
        let legal = match letter {
            '%' => is_octet(&mut letters),
            letter => letter.is_ascii_alphanumeric() || letter == '_',
        };
        if !legal {
            return false;
        }
        any = true;
    }
    any
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_tells_what_keeps_it_from_what_nearly_does() {
        type Row = (fn(&str) -> bool, &'static [&'static str], &'static [&'static str]);
        let table: &[Row] = &[
            (
                is_ipv4,
                &["192.0.2.1"],
                &["192.0.2", "192.0.2.01", "256.0.0.1", "１.2.3.4"],
            ),
            (
                is_ipv6,
                &["::", "2001:db8::1", "::ffff:192.0.2.1"],
                &["1::2::3", "::1%eth0", "12345::"],
            ),
            (
                is_hostname,
                &["a", "a-b.example", "xn--bcher-kva"],
                &["", "a_b", "-a", "a-", "a..b", "a.", "ab--c"],
            ),
            (
                is_email,
                &["a@b.example", "\"a @ b\"@b.example", "a@[192.0.2.1]", "a@[IPv6:::1]"],
                &["a", "a@", "@b", "a..b@c", ".a@b", "\"a\"b@c", "a@[300.0.0.1]"],
            ),
            (is_json_pointer, &["", "/a~1b/~0", "/"], &["a", "/~", "/~2"]),
            (
                is_relative_json_pointer,
                &["0", "1/a", "2#", "0+1/b"],
                &["", "/a", "01", "-1", "0+0"],
            ),
            (
                is_absolute_uri,
                &["a:b", "http://u:p@[::1]:80/p?q#f", "urn:x"],
                &["", "/a", "a b:c", "http://[::1", "x:%zz", "h://a:b"],
            ),
            (
                is_uri_reference,
                &["", "/a", "?q", "#f", "//h"],
                &["a b", "1:2", "\\", "ä"],
            ),
            (is_iri, &["http://ä.example/ö?ü"], &["/ä", "http://ä b"]),
            (is_iri_reference, &["ä"], &["a b"]),
            (
                is_uri_template,
                &["/a{?b*,c:3}", "{+d.e}", "it's"],
                &["{", "}", "{a", "{}", "{a:0}", "{!a}"],
            ),
        ];
        for (index, (rule, kept, broken)) in table.iter().enumerate() {
            for text in *kept {
                assert!(rule(text), "{index}: {text}");
            }
            for text in *broken {
                assert!(!rule(text), "{index}: {text}");
            }
        }
    }
}
