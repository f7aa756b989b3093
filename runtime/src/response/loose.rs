//! Text that is JSON but for what is around it, or for what programs write that JSON does not have (RFC 8259). Only what can be meant
//! in one way is read; all else stays an error.

use serde_core::de::IgnoredAny;

/// JSON that was made of other text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Loose {
    pub(super) text: String,
    /// There is `null` for numbers that JSON does not have.
    pub(super) numbers: bool,
    /// Something else was changed, or left out around it.
    pub(super) syntax: bool,
}

/// Lines before JSON that keep a page from running it as a script.
const GUARDS: [&str; 5] = [")]}',", ")]}'", "while(1);", "while (1);", "for(;;);"];

/// The JSON; `None` if there is another fault, or none.
pub(super) fn of(text: &str) -> Option<Loose> {
    let inner = inner(text);
    let Rewritten {
        text: out,
        numbers,
        others,
    } = rewritten(inner);
    let syntax = others || inner.len() != text.trim_ascii().len();
    // A scalar without what is around it may be any text.
    let is_clear = inner.len() == text.trim_ascii().len() || inner.starts_with(['{', '[']);
    let is_json = (numbers || syntax) && is_clear && serde_json::from_str::<IgnoredAny>(&out).is_ok();
    is_json.then_some(Loose {
        text: out,
        numbers,
        syntax,
    })
}

/// The text without what is around it: byte order marks, the NUL bytes of a buffer, the end of a statement, what keeps pages from running it,
/// and the call of a function that is to get it (JSONP).
fn inner(text: &str) -> &str {
    let is_around = |letter: char| letter.is_ascii_whitespace() || matches!(letter, '\0' | '\u{feff}');
    let mut text = text.trim_matches(is_around);
    for guard in GUARDS {
        if let Some(rest) = text.strip_prefix(guard) {
            text = rest.trim_start_matches(is_around);
            break;
        }
    }
    let text = text.trim_end_matches(|letter| is_around(letter) || matches!(letter, ';' | ','));
    argument(text).unwrap_or(text)
}

/// What a function is called with, if the text is such a call.
fn argument(text: &str) -> Option<&str> {
    let text = text.strip_prefix("/**/").unwrap_or(text).trim_ascii_start();
    let (function, rest) = text.split_once('(')?;
    let is_of_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '$' | '.');
    let is_name = !function.is_empty() && function.trim_ascii_end().chars().all(is_of_name);
    rest.strip_suffix(')').filter(|_| is_name).map(str::trim_ascii)
}

struct Rewritten {
    text: String,
    numbers: bool,
    others: bool,
}

/// The text with `null` for the numbers of Python and JavaScript that JSON does not have (section 6), with escapes for control characters
/// in strings (section 7), with `'` for `\'`, and without a comma behind a last item.
fn rewritten(text: &str) -> Rewritten {
    let (mut numbers, mut others) = (false, false);
    let (mut out, mut rest, mut in_string) = (String::with_capacity(text.len()), text, false);
    while let Some(first) = rest.chars().next() {
        let mut after = rest.get(first.len_utf8()..).unwrap_or_default();
        match first {
            '\\' if in_string => {
                let escaped = after.chars().next();
                after = after.get(escaped.map_or(0, char::len_utf8)..).unwrap_or_default();
                let is_quote = escaped == Some('\'');
                others |= is_quote;
                out.extend((!is_quote).then_some(first).into_iter().chain(escaped));
            }
            '\0'..'\u{20}' if in_string => {
                others = true;
                out.push_str(&format!("\\u{:04x}", u32::from(first)));
            }
            ',' if !in_string && after.trim_ascii_start().starts_with(['}', ']']) && ends_with_value(&out) => {
                others = true;
            }
            _ => match ["NaN", "Infinity", "-Infinity"]
                .iter()
                .find(|name| rest.starts_with(**name))
            {
                Some(name) if !in_string => {
                    numbers = true;
                    after = rest.get(name.len()..).unwrap_or_default();
                    out.push_str("null");
                }
                Some(_) | None => {
                    in_string ^= first == '"';
                    out.push(first);
                }
            },
        }
        rest = after;
    }
    Rewritten {
        text: out,
        numbers,
        others,
    }
}

/// Whether a value is what comes before.
fn ends_with_value(before: &str) -> bool {
    !before.trim_ascii_end().ends_with(['[', '{', ',', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> Option<String> {
        of(text).map(|loose| loose.text)
    }

    #[test]
    fn numbers_that_json_does_not_have_are_null() {
        let text = r#"{"a": NaN, "NaN\\\"NaN": [-Infinity, Infinity, -1, "\\"]}"#;
        let loose = of(text).expect("JSON");
        assert_eq!(loose.text, r#"{"a": null, "NaN\\\"NaN": [null, null, -1, "\\"]}"#);
        assert!(loose.numbers && !loose.syntax);
        for text in [r#"{"a": "NaN"}"#, "{\"a\": NaN", "banNaN", ""] {
            assert_eq!(json(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_around_is_left_out() {
        for text in [
            ")]}'\n{\"a\":1}",
            ")]}',\n{\"a\":1}\n",
            "for(;;);{\"a\":1}",
            "while(1); {\"a\":1}",
            "{\"a\":1}\0\0\0",
            "\u{feff}\u{feff}{\"a\":1}",
            "{\"a\":1};",
            "{\"a\":1},\n",
            "/**/ jQuery.cb_1$({\"a\":1});\n",
            "callback({\"a\":1})",
        ] {
            let loose = of(text);
            assert_eq!(
                loose.as_ref().map(|loose| loose.text.as_str()),
                Some("{\"a\":1}"),
                "{text}"
            );
            assert!(loose.is_some_and(|loose| loose.syntax && !loose.numbers));
        }
        for text in [
            "{\"a\":1} {\"a\":2}",
            "{\"a\":1}}",
            "Warning: {\"a\":1}",
            "f(1)",
            "1;",
            "a b({\"a\":1})",
            "({\"a\":1})",
            "<p>)]}'{}",
        ] {
            assert_eq!(json(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_written_by_hand_is_read_where_it_is_clear() {
        assert_eq!(
            json("{\"a\":[1,2, ],\"b\":\"x,]\",}").as_deref(),
            Some("{\"a\":[1,2 ],\"b\":\"x,]\"}")
        );
        assert_eq!(
            json("{\"a\":\"one\n\ttwo\"}").as_deref(),
            Some("{\"a\":\"one\\u000a\\u0009two\"}")
        );
        assert_eq!(
            json(r#"{"a":"it\'s \\\"it\""}"#).as_deref(),
            Some(r#"{"a":"it's \\\"it\""}"#)
        );
        for text in [
            "{'a':1}",
            "{a:1}",
            "[1,,2]",
            "[,]",
            "{\"a\":undefined}",
            "[007]",
            "{\"a\":\"",
            "{\"a\":1 \"b\":2}",
        ] {
            assert_eq!(json(text), None, "{text}");
        }
    }
}
