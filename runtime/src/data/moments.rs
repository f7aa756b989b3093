//! Dates and times in other forms than that of RFC 3339 which say the same, as it is written there: what is received keeps its string, and
//! is read liberally where it is converted.

use std::borrow::Cow;

use super::formats::{is_date, is_date_time};

/// A point in time by RFC 3339 section 5.6: also of a string with a space for `T`, without seconds, with a comma for the point, and with an offset
/// like `+0000`, `+00` or ` UTC` (ISO 8601). One without an offset is none, and stays as it is.
pub(super) fn date_time(text: &str) -> Cow<'_, str> {
    if is_date_time(text) {
        return Cow::Borrowed(text);
    }
    match rewritten(text.trim()) {
        Some(rewritten) if is_date_time(&rewritten) => Cow::Owned(rewritten),
        Some(_) | None => Cow::Borrowed(text),
    }
}

fn rewritten(text: &str) -> Option<String> {
    let (date, rest) = text.split_at_checked(10)?;
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let is_of_time = |letter: char| letter.is_ascii_digit() || matches!(letter, ':' | '.' | ',');
    let (time, zone) = rest.split_at_checked(rest.find(|letter| !is_of_time(letter))?)?;
    let seconds = if time.len() == 5 { ":00" } else { "" };
    let time = time.replace(',', ".");
    Some(format!("{date}T{time}{seconds}{}", offset(zone.trim())?))
}

fn offset(zone: &str) -> Option<Cow<'_, str>> {
    if ["z", "utc", "gmt"].iter().any(|name| zone.eq_ignore_ascii_case(name)) {
        return Some(Cow::Borrowed("Z"));
    }
    match zone.len() {
        3 => Some(Cow::Owned(format!("{zone}:00"))),
        5 => {
            let (hours, minutes) = zone.split_at_checked(3)?;
            Some(Cow::Owned(format!("{hours}:{minutes}")))
        }
        _ => Some(Cow::Borrowed(zone)),
    }
}

/// The day of a date, also where a time comes after it.
pub(super) fn date(text: &str) -> &str {
    match text.trim().split_at_checked(10) {
        Some((day, rest)) if is_date(day) && rest.starts_with(['T', 't', ' ']) => day,
        Some(_) | None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_forms_of_one_moment_are_that_moment() {
        for text in [
            "2026-11-23T08:30:00Z",
            "2026-11-23 08:30:00Z",
            "2026-11-23 08:30Z",
            "2026-11-23 08:30:00 UTC",
            " 2026-11-23t08:30:00 gmt\n",
        ] {
            assert_eq!(date_time(text), "2026-11-23T08:30:00Z", "{text}");
        }
        for text in [
            "2026-11-23T08:30:00.5+05:30",
            "2026-11-23 08:30:00,5 +0530",
            "2026-11-23T08:30:00.5+0530",
        ] {
            assert_eq!(date_time(text), "2026-11-23T08:30:00.5+05:30", "{text}");
        }
        assert_eq!(date_time("2026-11-23T08:30:00-08"), "2026-11-23T08:30:00-08:00");
        for text in [
            "2026-11-23T08:30:00",
            "2026-02-30 08:30:00Z",
            "1700000000",
            "2026-11-23",
            "",
            "soon",
            "2026-11-2é 08:30Z",
            "2026-11-23 08:30:00+é0",
        ] {
            assert_eq!(date_time(text), text);
        }
    }

    #[test]
    fn a_date_may_have_a_time() {
        assert_eq!(date("2026-11-23T00:00:00"), "2026-11-23");
        assert_eq!(date("2026-11-23 00:00:00+02"), "2026-11-23");
        for text in ["2026-11-23", "2026-11-23x", "2026-02-30T00:00:00", "é"] {
            assert_eq!(date(text), text);
        }
    }
}
