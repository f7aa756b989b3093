//! Dates, times and UUIDs as strings: [`DateTime`], [`Date`], [`Time`], [`Duration`], [`Uuid`].
//!
//! They keep the string as it was received, since servers send dates in many forms and a response must not fail because
//! of one. Values that are sent are checked against the standard; the checks are `const fn`s, so the compiler checks
//! constants. Conversions to the types of `jiff`, `chrono`, `time` and `uuid` are behind features of these names.

use std::borrow::Cow;

use super::exports::text;

macro_rules! format_type {
    ($(#[$doc:meta])* $name:ident, $format:literal, $matches:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Cow<'static, str>);
        text! {
            both const $name {
                format: $format => $matches,
            }
        }
    };
}

format_type! {
    /// A point in time (`format: date-time`), e.g. `2026-11-23T08:30:00Z`; RFC 3339, section 5.6.
    ///
    /// ```
    /// # use specwright_runtime::DateTime;
    /// const START: DateTime = DateTime::from_static("2026-11-23T08:30:00+05:30");
    /// assert!(DateTime::new("23.11.2026").is_err());
    /// ```
    DateTime, "date-time", is_date_time
}

format_type! {
    /// A day (`format: date`), e.g. `2026-11-23`; RFC 3339, section 5.6.
    Date, "date", is_date
}

format_type! {
    /// A time of day with its offset (`format: time`), e.g. `08:30:00Z`; RFC 3339, section 5.6.
    Time, "time", is_time
}

format_type! {
    /// A duration (`format: duration`), e.g. `PT1H30M`; RFC 3339, appendix A. That is narrower than ISO 8601: no
    /// fractions, no unit left out in between.
    Duration, "duration", is_duration
}

format_type! {
    /// A UUID (`format: uuid`), e.g. `2eb8aa08-aa98-11ea-b4aa-73b441d16380`; RFC 9562, section 4.
    Uuid, "uuid", is_uuid
}

/// Whether a string is an absolute URI (`format: uri`): a scheme, and only characters that RFC 3986 allows (section 2
/// and 3.1). The rules of the scheme itself are not checked.
///
/// ```
/// use specwright_runtime::v1::is_uri;
///
/// assert!(is_uri("https://example.com/a?b=%20#c"));
/// assert!(!is_uri("https:// bad space"));
/// assert!(!is_uri("/relative"));
/// ```
pub const fn is_uri(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.is_empty() || !bytes[0].is_ascii_alphabetic() {
        return false;
    }
    let mut at = 1;
    while at < bytes.len() && (bytes[at].is_ascii_alphanumeric() || matches!(bytes[at], b'+' | b'-' | b'.')) {
        at += 1;
    }
    if at >= bytes.len() || bytes[at] != b':' {
        return false;
    }
    let mut fragments = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'%' => {
                if at + 2 >= bytes.len() || !bytes[at + 1].is_ascii_hexdigit() || !bytes[at + 2].is_ascii_hexdigit() {
                    return false;
                }
            }
            b'#' => fragments += 1,
            b' ' | b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' => return false,
            byte if byte.is_ascii_graphic() => {}
            _ => return false,
        }
        at += 1;
    }
    fragments <= 1
}

/// Whether the bytes from `at` on are `length` digits.
const fn has_digits(bytes: &[u8], at: usize, length: usize) -> bool {
    let mut index = at;
    while index < at + length {
        if index >= bytes.len() || !bytes[index].is_ascii_digit() {
            return false;
        }
        index += 1;
    }
    true
}

const fn has(bytes: &[u8], at: usize, byte: u8) -> bool {
    at < bytes.len() && bytes[at].eq_ignore_ascii_case(&byte)
}

/// The number of two digits, which must be present.
const fn two(bytes: &[u8], at: usize) -> u32 {
    (bytes[at] - b'0') as u32 * 10 + (bytes[at + 1] - b'0') as u32
}

/// RFC 3339 `full-date` in the first ten bytes.
const fn begins_with_date(bytes: &[u8]) -> bool {
    if !(has_digits(bytes, 0, 4)
        && has(bytes, 4, b'-')
        && has_digits(bytes, 5, 2)
        && has(bytes, 7, b'-')
        && has_digits(bytes, 8, 2))
    {
        return false;
    }
    let year = two(bytes, 0) * 100 + two(bytes, 2);
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match two(bytes, 5) {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return false,
    };
    let day = two(bytes, 8);
    1 <= day && day <= days
}

/// RFC 3339 `full-time` from `at` to the end.
const fn ends_with_time(bytes: &[u8], at: usize) -> bool {
    if !(has_digits(bytes, at, 2)
        && has(bytes, at + 2, b':')
        && has_digits(bytes, at + 3, 2)
        && has(bytes, at + 5, b':')
        && has_digits(bytes, at + 6, 2))
    {
        return false;
    }
    let (hour, minute, second) = (two(bytes, at), two(bytes, at + 3), two(bytes, at + 6));
    let mut end = at + 8;
    if has(bytes, end, b'.') {
        if !has_digits(bytes, end + 1, 1) {
            return false;
        }
        end += 2;
        while has_digits(bytes, end, 1) {
            end += 1;
        }
    }
    let Some(offset) = offset_minutes(bytes, end) else {
        return false;
    };
    // A leap second is the last one of a day in UTC.
    let utc = ((hour * 60 + minute) as i32 - offset).rem_euclid(24 * 60);
    let leap = second == 60 && utc == 24 * 60 - 1;
    hour < 24 && minute < 60 && (second < 60 || leap)
}

/// RFC 3339 `time-offset` from `at` to the end, in minutes.
const fn offset_minutes(bytes: &[u8], at: usize) -> Option<i32> {
    if has(bytes, at, b'z') && bytes.len() == at + 1 {
        return Some(0);
    }
    let positive = has(bytes, at, b'+');
    if !(positive || has(bytes, at, b'-'))
        || !has_digits(bytes, at + 1, 2)
        || !has(bytes, at + 3, b':')
        || !has_digits(bytes, at + 4, 2)
        || bytes.len() != at + 6
    {
        return None;
    }
    let (hours, minutes) = (two(bytes, at + 1), two(bytes, at + 4));
    if hours > 23 || minutes > 59 {
        return None;
    }
    let offset = (hours * 60 + minutes) as i32;
    Some(if positive { offset } else { -offset })
}

/// `format: date-time`.
pub const fn is_date_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    begins_with_date(bytes) && has(bytes, 10, b't') && ends_with_time(bytes, 11)
}

/// `format: date`.
pub const fn is_date(text: &str) -> bool {
    text.len() == 10 && begins_with_date(text.as_bytes())
}

/// `format: time`.
pub const fn is_time(text: &str) -> bool {
    ends_with_time(text.as_bytes(), 0)
}

/// `format: duration`.
pub const fn is_duration(text: &str) -> bool {
    let bytes = text.as_bytes();
    if !has_upper(bytes, 0, b'P') {
        return false;
    }
    let weeks = units(bytes, 1, b"W");
    if weeks > 1 {
        return weeks == bytes.len();
    }
    let days = units(bytes, 1, b"YMD");
    if !has_upper(bytes, days, b'T') {
        return days > 1 && days == bytes.len();
    }
    let end = units(bytes, days + 1, b"HMS");
    end > days + 1 && end == bytes.len()
}

const fn has_upper(bytes: &[u8], at: usize, byte: u8) -> bool {
    at < bytes.len() && bytes[at] == byte
}

/// Skips numbers with these units, in this order and without gaps.
const fn units(bytes: &[u8], at: usize, units: &[u8]) -> usize {
    let mut position = at;
    let mut unit = 0;
    loop {
        let mut end = position;
        while has_digits(bytes, end, 1) {
            end += 1;
        }
        if end == position {
            return position;
        }
        // Only the first unit may be any one of the list.
        while position == at && unit < units.len() && !has_upper(bytes, end, units[unit]) {
            unit += 1;
        }
        if unit >= units.len() || !has_upper(bytes, end, units[unit]) {
            return position;
        }
        position = end + 1;
        unit += 1;
    }
}

/// `format: uuid`.
pub const fn is_uuid(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut index = 0;
    while index < bytes.len() {
        let valid = match index {
            8 | 13 | 18 | 23 => bytes[index] == b'-',
            _ => bytes[index].is_ascii_hexdigit(),
        };
        if !valid {
            return false;
        }
        index += 1;
    }
    bytes.len() == 36
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::validate::Validate as _;

    /// The `format` part of the JSON Schema test suite, if it is available.
    #[test]
    #[allow(clippy::print_stdout, reason = "a test that was skipped has to say so")]
    fn json_schema_test_suite() {
        let Some(folder) = std::env::var_os("SPECWRIGHT_CONFORMANCE") else {
            println!("skipped: SPECWRIGHT_CONFORMANCE does not name the folder of the JSON Schema test suite");
            return;
        };
        type Check = fn(&str) -> bool;
        let checks: [(&str, Check); 5] = [
            ("date-time", is_date_time),
            ("date", is_date),
            ("time", is_time),
            ("duration", is_duration),
            ("uuid", is_uuid),
        ];
        for (format, check) in checks {
            let path = std::path::Path::new(&folder).join(format!("optional/format/{format}.json"));
            let text = std::fs::read_to_string(path).expect("the file of the format");
            let groups: serde_json::Value = serde_json::from_str(&text).expect("the suite is JSON");
            for test in groups[0]["tests"].as_array().expect("a list of tests") {
                if let Some(text) = test["data"].as_str() {
                    let valid = test["valid"].as_bool().expect("true or false");
                    assert_eq!(check(text), valid, "{format}: {text}");
                }
            }
        }
    }

    #[test]
    fn dates_and_times() {
        for (text, valid) in [
            ("2026-11-23T08:30:00Z", true),
            ("2026-11-23t08:30:00.123456789z", true),
            ("2026-11-23T08:30:00+05:30", true),
            ("1998-12-31T15:59:60.123-08:00", true),
            ("2026-11-23T08:30:00", false),
            ("2026-11-23 08:30:00Z", false),
            ("2026-02-29T08:30:00Z", false),
            ("2026-11-23T24:00:00Z", false),
            ("2026-11-23T08:30:00.Z", false),
            ("1998-12-31T22:59:60Z", false),
            ("", false),
            ("é", false),
        ] {
            assert_eq!(is_date_time(text), valid, "{text}");
        }
        assert!(is_date("2024-02-29") && !is_date("2024-2-29") && !is_date("2024-02-29Z"));
        assert!(is_time("23:59:60Z") && !is_time("23:59:61Z") && !is_time("12:00:00"));
    }

    #[test]
    fn durations_and_uuids() {
        for (text, valid) in [
            ("P4DT12H30M5S", true),
            ("P2W", true),
            ("PT36H", true),
            ("P1Y2M", true),
            ("P", false),
            ("P1YT", false),
            ("P1Y2D", false),
            ("P1Y2W", false),
            ("PT0.5S", false),
            ("P2D1Y", false),
            ("p1D", false),
        ] {
            assert_eq!(is_duration(text), valid, "{text}");
        }
        assert!(is_uuid("2EB8AA08-aa98-11ea-b4aa-73b441d16380"));
        assert!(!is_uuid("2eb8aa08aa98-11ea-b4aa73b441d16380"));
        assert!(!is_uuid("2eb8aa08-aa98-11ea-b4aa-73b441d1638g"));
    }

    #[test]
    fn liberal_in_strict_out() {
        const START: DateTime = DateTime::from_static("2026-11-23T08:30:00Z");
        assert!(START.check().is_ok());
        let received: DateTime = serde_json::from_str("\"yesterday\"").expect("kept");
        assert_eq!(received.as_str(), "yesterday");
        let violations = received.check().expect_err("not a date");
        assert_eq!(violations.to_string(), "must be in the format `date-time` (format)");
        assert!("yesterday".parse::<DateTime>().is_err());
    }
}
