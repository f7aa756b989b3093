//! Which plain YAML scalars are something other than strings: the core schema, YAML 1.2.2 section 10.3.2.

use crate::number::Number;

/// What a plain scalar is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Resolved {
    Null,
    Bool(bool),
    Number(Number),
    String,
    /// `.inf` and `.nan`, which JSON does not have.
    NotFinite,
}

impl Resolved {
    /// Whether the value is of the type that a tag of the core schema names.
    pub(super) fn has_tag(&self, suffix: &str) -> bool {
        match self {
            Resolved::Null => suffix == "null",
            Resolved::Bool(_) => suffix == "bool",
            Resolved::Number(number) => suffix == "float" || (suffix == "int" && number.is_integer()),
            Resolved::String => suffix == "str",
            Resolved::NotFinite => suffix == "float",
        }
    }
}

/// What a plain scalar is by its looks. `NO`, `on` and `y` are strings: YAML 1.2 knows `true` and `false` only.
pub(super) fn plain(text: &str) -> Resolved {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Resolved::Null,
        "true" | "True" | "TRUE" => return Resolved::Bool(true),
        "false" | "False" | "FALSE" => return Resolved::Bool(false),
        ".nan" | ".NaN" | ".NAN" => return Resolved::NotFinite,
        _ => {}
    }
    let (sign, digits) = match text.as_bytes() {
        [b'-', ..] => ("-", &text[1..]),
        [b'+', ..] => ("", &text[1..]),
        [b'0'..=b'9' | b'.', ..] => ("", text),
        _ => return Resolved::String,
    };
    if matches!(digits, ".inf" | ".Inf" | ".INF") {
        return Resolved::NotFinite;
    }
    match number(sign, digits).or_else(|| radix(text)) {
        Some(number) => Resolved::Number(number),
        None => Resolved::String,
    }
}

/// `0o17` and `0xff` in decimal. Beyond 128 bits they are left as strings.
fn radix(text: &str) -> Option<Number> {
    let (digits, radix) = match (text.strip_prefix("0o"), text.strip_prefix("0x")) {
        (Some(digits), _) => (digits, 8),
        (None, Some(digits)) => (digits, 16),
        (None, None) => return None,
    };
    // `from_str_radix` would take a sign.
    let all_digits = digits.chars().all(|digit| digit.is_digit(radix));
    let value = all_digits.then(|| u128::from_str_radix(digits, radix).ok()).flatten()?;
    Some(Number::new(value.to_string()))
}

/// A decimal number in the grammar of JSON, whose integers have no leading zeros and whose fractions have digits on
/// both sides.
fn number(sign: &str, text: &str) -> Option<Number> {
    let (whole, rest) = split_digits(text);
    let (fraction, rest) = match rest.strip_prefix('.') {
        Some(rest) => {
            let (digits, rest) = split_digits(rest);
            (Some(digits), rest)
        }
        None => (None, rest),
    };
    if whole.is_empty() && fraction.is_none_or(str::is_empty) {
        return None;
    }
    let exponent = match rest.strip_prefix(['e', 'E']) {
        Some(after) => {
            let (digits, end) = split_digits(after.strip_prefix(['+', '-']).unwrap_or(after));
            if digits.is_empty() || !end.is_empty() {
                return None;
            }
            rest
        }
        None if rest.is_empty() => "",
        None => return None,
    };
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    let fraction = match fraction {
        None => String::new(),
        Some("") => ".0".to_owned(),
        Some(digits) => format!(".{digits}"),
    };
    Some(Number::new(format!("{sign}{whole}{fraction}{exponent}")))
}

fn split_digits(text: &str) -> (&str, &str) {
    let end = text
        .bytes()
        .position(|byte| !byte.is_ascii_digit())
        .unwrap_or(text.len());
    text.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        match plain(text) {
            Resolved::Null => "null".to_owned(),
            Resolved::Bool(value) => value.to_string(),
            Resolved::Number(number) => number.as_str().to_owned(),
            Resolved::String => format!("{text:?}"),
            Resolved::NotFinite => "not finite".to_owned(),
        }
    }

    #[test]
    fn only_the_core_schema_is_special() {
        for text in [
            "NO",
            "no",
            "y",
            "on",
            "OFF",
            "Yes",
            "nUll",
            "tRue",
            "-",
            "+",
            ".",
            "1_000",
            "12:30",
            "0b1",
            "0x",
            "0o8",
            "-0x1",
            "1e",
            "1.2.3",
            "2024-01-01",
            "١",
            "--1",
            "0x+1",
        ] {
            assert_eq!(shown(text), format!("{text:?}"));
        }
        for (text, read) in [
            ("", "null"),
            ("~", "null"),
            ("NULL", "null"),
            ("True", "true"),
            ("FALSE", "false"),
            ("0x1F", "31"),
            ("0o17", "15"),
            ("007", "7"),
            ("-007", "-7"),
            ("+5", "5"),
            ("1.10", "1.10"),
            (".5", "0.5"),
            ("5.", "5.0"),
            ("-.5e-3", "-0.5e-3"),
            ("5.e3", "5.0e3"),
            ("1E+2", "1E+2"),
            ("0", "0"),
            ("00", "0"),
            ("-9223372036854776000", "-9223372036854776000"),
            ("123456789012345678901234567890", "123456789012345678901234567890"),
            (".inf", "not finite"),
            ("-.INF", "not finite"),
            (".NaN", "not finite"),
        ] {
            assert_eq!(shown(text), read, "{text}");
        }
    }
}
