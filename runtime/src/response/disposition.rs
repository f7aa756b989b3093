//! The name that a server gives to a file (`Content-Disposition`, RFC 6266), as one that is safe in a directory.

use http::{HeaderMap, header};

use super::charset;

/// The longest name of a file that all usual file systems take, in bytes.
const MAX_NAME: usize = 255;

/// What no file may be called on Windows, whatever comes after a dot.
const DEVICES: &[&str] = &[
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// The name of the file, if the server gives it one. It is never a path, hidden, or the name of a device (RFC 6266 section 4.3).
pub(super) fn file_name(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::CONTENT_DISPOSITION)?;
    let text = charset::header(value.as_bytes());
    let named = |wanted: &str| {
        parameters(&text)
            .into_iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(wanted))
    };
    // The one that names its charset is preferred (section 4.3).
    let extended = named("filename*").and_then(|(_, value)| extended(&value));
    let plain = || named("filename").map(|(_, value)| value);
    safe(&extended.or_else(plain)?)
}

/// The value of a parameter, such as the name of a part.
pub(super) fn parameter(text: &str, wanted: &str) -> Option<String> {
    let mut all = parameters(text).into_iter();
    all.find(|(name, _)| name.eq_ignore_ascii_case(wanted))
        .map(|(_, value)| value)
}

/// The parameters: tokens, or strings in quotes.
fn parameters(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = text.split_once(';').map_or("", |(_, rest)| rest);
    while let Some((name, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let (value, left) = match after.strip_prefix('"') {
            Some(quoted) => unquoted(quoted),
            None => {
                let (value, left) = after.split_once(';').unwrap_or((after, ""));
                (value.trim().to_owned(), left)
            }
        };
        found.push((name.trim_matches([' ', '\t', ';']).to_owned(), value));
        rest = left.trim_start_matches([' ', '\t', ';']);
    }
    found
}

/// A string up to its closing quote, and what comes after it. A backslash before anything but a quote is what servers on Windows
/// write in paths, and stays.
fn unquoted(text: &str) -> (String, &str) {
    let mut value = String::new();
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return (value, text.get(at + 1..).unwrap_or_default()),
            '\\' => match letters.next_if(|(_, next)| matches!(next, '"' | '\\')) {
                Some((_, next)) => value.push(next),
                None => value.push('\\'),
            },
            other => value.push(other),
        }
    }
    (value, "")
}

/// `UTF-8'en'%e2%82%ac` (RFC 8187 section 3.2).
fn extended(value: &str) -> Option<String> {
    let (charset, rest) = value.split_once('\'')?;
    let (_, encoded) = rest.split_once('\'')?;
    let bytes = super::form::percent_decoded(encoded.as_bytes());
    charset::text(&bytes, Some(&format!("text/plain; charset={charset}"))).ok()
}

/// The last part of a path, without what a file system could take for something else; `None` if nothing is left.
fn safe(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let letters = last.chars().map(|letter| match letter {
        '<' | '>' | ':' | '"' | '|' | '?' | '*' => '_',
        other => other,
    });
    let plain: String = letters
        .filter(|letter| !letter.is_control() && !is_invisible(*letter))
        .collect();
    let plain = plain.trim_matches([' ', '.']);
    let mut end = plain.len().min(MAX_NAME);
    while !plain.is_char_boundary(end) {
        end -= 1;
    }
    let plain = plain.get(..end).unwrap_or_default().trim_end_matches([' ', '.']);
    let stem = plain
        .split('.')
        .next()
        .unwrap_or_default()
        .trim_end()
        .to_ascii_lowercase();
    match plain.is_empty() {
        true => None,
        false if DEVICES.contains(&stem.as_str()) => Some(format!("_{plain}")),
        false => Some(plain.to_owned()),
    }
}

/// Marks that make `cod.exe` look like `exe.doc`.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(value: &[u8]) -> Option<String> {
        let mut headers = HeaderMap::new();
        let value = http::HeaderValue::from_bytes(value).expect("a value");
        headers.insert(header::CONTENT_DISPOSITION, value);
        file_name(&headers)
    }

    #[test]
    fn every_legal_form_is_read() {
        for (value, expected) in [
            (r#"attachment; filename="report.pdf""#, "report.pdf"),
            ("attachment;filename=report.pdf", "report.pdf"),
            (r#"INLINE; FileName = "a; b.txt"; size=3"#, "a; b.txt"),
            (r#"attachment; filename="a \"b\".txt""#, "a _b_.txt"),
            (
                "attachment; filename=plain.txt; filename*=UTF-8''%e2%82%ac%20rates.txt",
                "€ rates.txt",
            ),
            ("attachment; filename*=iso-8859-1'en'%A3%20rates", "£ rates"),
            ("attachment; filename=\"é.txt\"", "é.txt"),
        ] {
            assert_eq!(name(value.as_bytes()).as_deref(), Some(expected), "{value}");
        }
        assert_eq!(name(b"attachment; filename=\"caf\xE9\"").as_deref(), Some("café"));
        for none in ["attachment", "attachment; filename=\"\"", "attachment; filename*=x", ""] {
            assert_eq!(name(none.as_bytes()), None, "{none}");
        }
    }

    #[test]
    fn a_name_is_never_a_path() {
        for (value, expected) in [
            ("../../etc/passwd", Some("passwd")),
            (r"C:\Windows\win.ini", Some("win.ini")),
            ("/", None),
            ("..", None),
            (".bashrc", Some("bashrc")),
            ("nul.txt", Some("_nul.txt")),
            ("a:b", Some("a_b")),
            ("end. ", Some("end")),
            ("cod\u{202E}exe.doc", Some("codexe.doc")),
        ] {
            let value = format!("attachment; filename=\"{value}\"");
            assert_eq!(name(value.as_bytes()).as_deref(), expected, "{value}");
        }
        let encoded = name(b"attachment; filename*=UTF-8''..%2F..%2Fx%00y");
        assert_eq!(encoded.as_deref(), Some("xy"));
        let long = name(format!("attachment; filename={}", "é".repeat(300)).as_bytes()).expect("a name");
        assert_eq!(long.len(), 254);
    }
}
