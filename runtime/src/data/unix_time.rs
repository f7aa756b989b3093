//! Moments that are sent as numbers since 1970-01-01T00:00:00Z: [`UnixTime`] in seconds, [`UnixMillis`] in milliseconds.
//!
//! They keep the number as it was received; conversions to `SystemTime` and, behind the features of these names, to the types of
//! `jiff`, `chrono` and `time` can fail only for moments that those types do not have.

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;
use std::time::{Duration, SystemTime};

use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use super::field::Field;
use super::integer::Integer;
use super::number::Number;
use super::validate::{Validate, Validator};

const NANOS_PER_SECOND: i128 = 1_000_000_000;

/// The nanoseconds from 1970 to a moment.
fn nanos_of(time: SystemTime) -> i128 {
    match time.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(after) => after.as_nanos().try_into().unwrap_or(i128::MAX),
        Err(before) => i128::try_from(before.duration().as_nanos()).map_or(i128::MIN, |nanos| -nanos),
    }
}

/// The moment of so many nanoseconds from 1970; `None` if the platform does not have it.
fn moment_of(nanos: i128) -> Option<SystemTime> {
    let seconds = u64::try_from((nanos.abs() / NANOS_PER_SECOND).unsigned_abs()).ok()?;
    let rest = u32::try_from(nanos.abs() % NANOS_PER_SECOND).ok()?;
    let distance = Duration::new(seconds, rest);
    match nanos < 0 {
        true => SystemTime::UNIX_EPOCH.checked_sub(distance),
        false => SystemTime::UNIX_EPOCH.checked_add(distance),
    }
}

macro_rules! unix_time {
    ($(#[$doc:meta])* $name:ident, $units:literal per second) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(i64);

        impl $name {
            const NANOS: i128 = NANOS_PER_SECOND / $units;

            /// The moment of this number.
            pub const fn new(number: i64) -> Self {
                Self(number)
            }

            /// The number.
            pub const fn get(self) -> i64 {
                self.0
            }

            /// The moment; `None` if the platform does not have it.
            pub fn to_system_time(self) -> Option<SystemTime> {
                moment_of(self.nanos())
            }

            /// The last moment of the unit that is not after these nanoseconds, as far as 64 bits have it.
            fn at_nanos(nanos: i128) -> Self {
                let units = nanos.div_euclid(Self::NANOS);
                Self(units.try_into().unwrap_or(if units < 0 { i64::MIN } else { i64::MAX }))
            }

            fn nanos(self) -> i128 {
                i128::from(self.0) * Self::NANOS
            }
        }

        impl From<i64> for $name {
            fn from(number: i64) -> Self {
                Self(number)
            }
        }

        impl From<$name> for i64 {
            fn from(moment: $name) -> Self {
                moment.0
            }
        }

        impl From<SystemTime> for $name {
            /// Leaves out what is smaller than the unit.
            fn from(time: SystemTime) -> Self {
                Self::at_nanos(nanos_of(time))
            }
        }

        impl From<i64> for Field<$name> {
            fn from(number: i64) -> Self {
                Self::Value($name(number))
            }
        }

        impl From<SystemTime> for Field<$name> {
            fn from(time: SystemTime) -> Self {
                Self::Value(time.into())
            }
        }

        impl From<$name> for Option<SystemTime> {
            fn from(moment: $name) -> Self {
                moment.to_system_time()
            }
        }

        impl From<$name> for Number {
            fn from(moment: $name) -> Self {
                Self::from(moment.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = ParseIntError;

            fn from_str(text: &str) -> Result<Self, ParseIntError> {
                text.parse().map(Self)
            }
        }

        impl Integer for $name {
            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                i64::read(deserializer).map(Self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::read(deserializer)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.0)
            }
        }

        impl Validate for $name {
            fn validate(&self, _: &mut Validator) {}
        }

        #[cfg(feature = "jiff")]
        impl From<jiff::Timestamp> for $name {
            /// Leaves out what is smaller than the unit.
            fn from(value: jiff::Timestamp) -> Self {
                Self::at_nanos(value.as_nanosecond())
            }
        }

        #[cfg(feature = "jiff")]
        impl TryFrom<$name> for jiff::Timestamp {
            type Error = jiff::Error;

            fn try_from(value: $name) -> Result<Self, Self::Error> {
                Self::from_nanosecond(value.nanos())
            }
        }

        #[cfg(feature = "chrono")]
        impl<Tz: chrono::TimeZone> From<chrono::DateTime<Tz>> for $name {
            /// Leaves out what is smaller than the unit.
            fn from(value: chrono::DateTime<Tz>) -> Self {
                let seconds = i128::from(value.timestamp()) * NANOS_PER_SECOND;
                Self::at_nanos(seconds + i128::from(value.timestamp_subsec_nanos()))
            }
        }

        #[cfg(feature = "chrono")]
        impl From<$name> for Option<chrono::DateTime<chrono::Utc>> {
            fn from(value: $name) -> Self {
                let seconds = value.nanos().div_euclid(NANOS_PER_SECOND).try_into().ok()?;
                let rest = value.nanos().rem_euclid(NANOS_PER_SECOND).try_into().ok()?;
                chrono::DateTime::from_timestamp(seconds, rest)
            }
        }

        #[cfg(feature = "time")]
        impl From<time::OffsetDateTime> for $name {
            /// Leaves out what is smaller than the unit.
            fn from(value: time::OffsetDateTime) -> Self {
                Self::at_nanos(value.unix_timestamp_nanos())
            }
        }

        #[cfg(feature = "time")]
        impl TryFrom<$name> for time::OffsetDateTime {
            type Error = time::error::ComponentRange;

            fn try_from(value: $name) -> Result<Self, Self::Error> {
                Self::from_unix_timestamp_nanos(value.nanos())
            }
        }
    };
}

unix_time! {
    /// A moment in seconds since 1970-01-01T00:00:00Z (`format: unixtime`, OpenAPI Format Registry).
    ///
    /// ```
    /// # use specwright_runtime::UnixTime;
    /// use std::time::{Duration, SystemTime};
    ///
    /// let moment = UnixTime::from(SystemTime::UNIX_EPOCH + Duration::from_millis(1_500));
    /// assert_eq!(moment, UnixTime::new(1));
    /// ```
    UnixTime, 1 per second
}

unix_time! {
    /// A moment in milliseconds since 1970-01-01T00:00:00Z (`format: unixtime-ms`).
    ///
    /// ```
    /// # use specwright_runtime::UnixMillis;
    /// use std::time::{Duration, SystemTime};
    ///
    /// let tomorrow = SystemTime::now() + Duration::from_secs(24 * 60 * 60);
    /// assert!(UnixMillis::from(tomorrow).get() > 1_700_000_000_000);
    /// ```
    UnixMillis, 1_000 per second
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_come_back_in_their_unit() {
        let half = Duration::from_micros(1_500_999);
        let (after, before) = (SystemTime::UNIX_EPOCH + half, SystemTime::UNIX_EPOCH - half);
        assert_eq!((UnixTime::from(after).get(), UnixMillis::from(after).get()), (1, 1_500));
        assert_eq!(
            (UnixTime::from(before).get(), UnixMillis::from(before).get()),
            (-2, -1_501)
        );
        for number in [0, 1, -1, 999, -1_001, 1_751_975_600_361] {
            let moment = UnixMillis::new(number);
            assert_eq!(moment.to_system_time().map(UnixMillis::from), Some(moment));
        }
        let end = UnixTime::new(i64::MAX).to_system_time();
        assert_eq!(end.map_or(i64::MAX, |end| UnixTime::from(end).get()), i64::MAX);
    }

    #[test]
    fn they_are_integers_on_the_wire() {
        let read = |text| serde_json::from_str::<UnixMillis>(text).map(UnixMillis::get);
        assert_eq!(read("1751975600361").ok(), Some(1_751_975_600_361));
        assert_eq!(read("1.0").ok(), Some(1));
        assert!(read("\"1\"").is_err() && read("1.5").is_err());
        assert_eq!(serde_json::to_string(&UnixTime::new(-3)).ok().as_deref(), Some("-3"));
        assert_eq!("12".parse(), Ok(UnixTime::new(12)));
    }

    #[cfg(all(feature = "jiff", feature = "chrono", feature = "time"))]
    #[test]
    fn other_crates_have_the_same_moment() {
        let moment = UnixMillis::new(-1_500);
        assert_eq!(
            jiff::Timestamp::try_from(moment).map(UnixMillis::from).ok(),
            Some(moment)
        );
        let utc = Option::<chrono::DateTime<chrono::Utc>>::from(moment);
        assert_eq!(utc.map(UnixMillis::from), Some(moment));
        assert_eq!(
            time::OffsetDateTime::try_from(moment).map(UnixMillis::from).ok(),
            Some(moment)
        );
        assert!(jiff::Timestamp::try_from(UnixTime::new(i64::MAX)).is_err());
    }
}
