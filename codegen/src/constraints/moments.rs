//! Numbers that are moments: integers of `format: unixtime` (OpenAPI Format Registry) and of its usual form in milliseconds.

/// What a moment is counted in, from 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MomentUnit {
    /// `unixtime`.
    Seconds,
    /// `unixtime-ms`, which no registry has.
    Milliseconds,
}

impl MomentUnit {
    /// The unit of a format; `None` if it does not mean a moment. Documents write the words with and without hyphens.
    pub fn of(format: &str) -> Option<MomentUnit> {
        let letters = format.chars().filter(char::is_ascii_alphanumeric);
        let letters: String = letters.map(|letter| letter.to_ascii_lowercase()).collect();
        match letters.as_str() {
            "unixtime" | "unixtimestamp" | "epochseconds" => Some(MomentUnit::Seconds),
            "unixtimems" | "unixtimemillis" | "unixtimestampms" | "epochmillis" | "epochmilliseconds" => {
                Some(MomentUnit::Milliseconds)
            }
            _ => None,
        }
    }
}
