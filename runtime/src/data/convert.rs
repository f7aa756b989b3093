//! Conversions between the string types of [`formats`](super::formats) and the types of `jiff`, `chrono`, `time` and
//! `uuid`, each behind the feature of that name. From strings they can fail, though not for a form of a date or time that only RFC 3339 does
//! not have; to strings they are exact to the nanosecond.

#[cfg(feature = "jiff")]
mod jiff {
    use crate::data::formats::{Date, DateTime, Duration};
    use crate::data::moments;

    impl From<jiff::Timestamp> for DateTime {
        fn from(value: jiff::Timestamp) -> Self {
            Self::from_unchecked(value.to_string())
        }
    }

    impl From<&jiff::Zoned> for DateTime {
        /// Keeps the offset but not the name of the time zone, which RFC 3339 does not have.
        fn from(value: &jiff::Zoned) -> Self {
            Self::from_unchecked(value.strftime("%Y-%m-%dT%H:%M:%S%.f%:z").to_string())
        }
    }

    impl TryFrom<&DateTime> for jiff::Timestamp {
        type Error = jiff::Error;

        fn try_from(value: &DateTime) -> Result<Self, Self::Error> {
            moments::date_time(value.as_str()).parse()
        }
    }

    impl From<jiff::civil::Date> for Date {
        fn from(value: jiff::civil::Date) -> Self {
            Self::from_unchecked(value.to_string())
        }
    }

    impl TryFrom<&Date> for jiff::civil::Date {
        type Error = jiff::Error;

        fn try_from(value: &Date) -> Result<Self, Self::Error> {
            moments::date(value.as_str()).parse()
        }
    }

    impl TryFrom<&Duration> for jiff::Span {
        type Error = jiff::Error;

        fn try_from(value: &Duration) -> Result<Self, Self::Error> {
            value.as_str().parse()
        }
    }

    #[test]
    fn round_trips() {
        let text = DateTime::from_static("2026-11-23T08:30:00.5+05:30");
        let instant = jiff::Timestamp::try_from(&text).expect("valid");
        assert_eq!(DateTime::from(instant), DateTime::from_static("2026-11-23T03:00:00.5Z"));
        let zoned = instant.to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(-8)));
        assert_eq!(
            DateTime::from(&zoned),
            DateTime::from_static("2026-11-22T19:00:00.5-08:00")
        );
        let date = jiff::civil::Date::try_from(&Date::from_static("2026-11-23")).expect("valid");
        assert_eq!(Date::from(date), Date::from_static("2026-11-23"));
        let span = jiff::Span::try_from(&Duration::from_static("PT1H30M")).expect("valid");
        assert_eq!(span.get_minutes(), 30);
    }
}

#[cfg(feature = "chrono")]
mod chrono {
    use crate::data::formats::{Date, DateTime};
    use crate::data::moments;

    impl<Tz: chrono::TimeZone<Offset: std::fmt::Display>> From<chrono::DateTime<Tz>> for DateTime {
        fn from(value: chrono::DateTime<Tz>) -> Self {
            Self::from_unchecked(value.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true))
        }
    }

    impl TryFrom<&DateTime> for chrono::DateTime<chrono::FixedOffset> {
        type Error = chrono::ParseError;

        fn try_from(value: &DateTime) -> Result<Self, Self::Error> {
            Self::parse_from_rfc3339(&moments::date_time(value.as_str()))
        }
    }

    impl TryFrom<&DateTime> for chrono::DateTime<chrono::Utc> {
        type Error = chrono::ParseError;

        fn try_from(value: &DateTime) -> Result<Self, Self::Error> {
            chrono::DateTime::<chrono::FixedOffset>::try_from(value).map(|value| value.to_utc())
        }
    }

    impl From<chrono::NaiveDate> for Date {
        fn from(value: chrono::NaiveDate) -> Self {
            Self::from_unchecked(value.to_string())
        }
    }

    impl TryFrom<&Date> for chrono::NaiveDate {
        type Error = chrono::ParseError;

        fn try_from(value: &Date) -> Result<Self, Self::Error> {
            moments::date(value.as_str()).parse()
        }
    }

    #[test]
    fn round_trips() {
        let text = DateTime::from_static("2026-11-23T08:30:00.500+05:30");
        let local = chrono::DateTime::<chrono::FixedOffset>::try_from(&text).expect("valid");
        assert_eq!(DateTime::from(local), text);
        let utc = chrono::DateTime::<chrono::Utc>::try_from(&text).expect("valid");
        assert_eq!(DateTime::from(utc), DateTime::from_static("2026-11-23T03:00:00.500Z"));
        let spaced = DateTime::from_unchecked("2026-11-23 08:30:00.5 +0530");
        let spaced = chrono::DateTime::<chrono::Utc>::try_from(&spaced).expect("it says the same");
        assert_eq!(spaced, utc);
        let date = chrono::NaiveDate::try_from(&Date::from_static("2026-11-23")).expect("valid");
        assert_eq!(Date::from(date), Date::from_static("2026-11-23"));
        assert!(chrono::NaiveDate::try_from(&Date::from_unchecked("soon")).is_err());
    }
}

#[cfg(feature = "time")]
mod time {
    use time::format_description::well_known::{Iso8601, Rfc3339};

    use crate::data::formats::{Date, DateTime};
    use crate::data::moments;

    impl TryFrom<time::OffsetDateTime> for DateTime {
        type Error = time::error::Format;

        /// Fails for years beyond 9999 and offsets with seconds, which RFC 3339 cannot write.
        fn try_from(value: time::OffsetDateTime) -> Result<Self, Self::Error> {
            value.format(&Rfc3339).map(Self::from_unchecked)
        }
    }

    impl TryFrom<&DateTime> for time::OffsetDateTime {
        type Error = time::error::Parse;

        fn try_from(value: &DateTime) -> Result<Self, Self::Error> {
            Self::parse(&moments::date_time(value.as_str()), &Rfc3339)
        }
    }

    impl From<time::Date> for Date {
        fn from(value: time::Date) -> Self {
            Self::from_unchecked(value.to_string())
        }
    }

    impl TryFrom<&Date> for time::Date {
        type Error = time::error::Parse;

        fn try_from(value: &Date) -> Result<Self, Self::Error> {
            Self::parse(moments::date(value.as_str()), &Iso8601::DATE)
        }
    }

    #[test]
    fn round_trips() {
        let text = DateTime::from_static("2026-11-23T08:30:00.5+05:30");
        let value = time::OffsetDateTime::try_from(&text).expect("valid");
        assert_eq!(DateTime::try_from(value).ok(), Some(text));
        let date = time::Date::try_from(&Date::from_static("2026-11-23")).expect("valid");
        assert_eq!(Date::from(date), Date::from_static("2026-11-23"));
    }
}

#[cfg(feature = "uuid")]
mod uuid {
    use crate::data::formats::Uuid;

    impl From<uuid::Uuid> for Uuid {
        fn from(value: uuid::Uuid) -> Self {
            Self::from_unchecked(value.to_string())
        }
    }

    impl TryFrom<&Uuid> for uuid::Uuid {
        type Error = uuid::Error;

        fn try_from(value: &Uuid) -> Result<Self, Self::Error> {
            Self::parse_str(value.as_str())
        }
    }

    #[test]
    fn round_trips() {
        let text = Uuid::from_static("2eb8aa08-aa98-11ea-b4aa-73b441d16380");
        let value = uuid::Uuid::try_from(&text).expect("valid");
        assert_eq!(Uuid::from(value), text);
        assert!(uuid::Uuid::try_from(&Uuid::from_unchecked("no")).is_err());
    }
}
