//! What an error of a reader says, without the values that it quotes.
//!
//! Readers say what they expect in a fixed phrase at the end of their message (`…, expected a string`), or the name of
//! the property that is missing. That is all that is taken from an error.

use serde_json::Error;

use crate::data::fault::Kind;

/// Why reading failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// A required property is missing.
    Missing(String),
    /// A value that is not of this kind, or cannot be represented in it.
    Expected(Kind),
}

impl Problem {
    pub(super) fn of(error: &Error) -> Self {
        let message = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        let message = message.strip_suffix(&place).unwrap_or(&message);
        let missing = message.strip_prefix("missing field `");
        if let Some(name) = missing.and_then(|rest| rest.strip_suffix('`')) {
            return Self::Missing(name.to_owned());
        }
        let phrase = message.rsplit_once(", expected ").map_or("", |(_, phrase)| phrase);
        Self::Expected(match phrase {
            "unit" | "null" => Kind::Null,
            "a boolean" => Kind::Boolean,
            "an integer" | "i8" | "i16" | "i32" | "i64" | "i128" | "u8" | "u16" | "u32" | "u64" | "u128" => {
                Kind::Integer
            }
            "f32" | "f64" => Kind::Number,
            "a string" | "a borrowed string" => Kind::String,
            "an array" | "a sequence" => Kind::Array,
            "an object" | "a map" => Kind::Object,
            _ => Kind::Other,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_core::de::DeserializeOwned;

    use super::*;
    use crate::v1;

    fn of<T: DeserializeOwned>(json: &str) -> Problem {
        match serde_json::from_str::<T>(json) {
            Ok(_) => panic!("{json} is read"),
            Err(error) => Problem::of(&error),
        }
    }

    /// The phrases are those of serde and of this crate: when one changes, this fails.
    #[test]
    fn every_reader_says_what_it_expects() {
        use Problem::Expected;
        assert_eq!(of::<String>("1"), Expected(Kind::String));
        assert_eq!(of::<Box<str>>("1"), Expected(Kind::String));
        assert_eq!(of::<crate::Base64>("1"), Expected(Kind::String));
        assert_eq!(of::<crate::DateTime>("1"), Expected(Kind::String));
        assert_eq!(of::<bool>("\", expected a string\""), Expected(Kind::Boolean));
        assert_eq!(of::<f64>("\"1\""), Expected(Kind::Number));
        assert_eq!(of::<f32>("\"1\""), Expected(Kind::Number));
        assert_eq!(of::<Vec<String>>("{}"), Expected(Kind::Array));
        assert_eq!(of::<BTreeMap<String, String>>("[]"), Expected(Kind::Object));
        assert_eq!(of::<()>("1"), Expected(Kind::Null));
        let integer = |json: &str| {
            let mut reader = serde_json::Deserializer::from_str(json);
            Problem::of(&<i64 as v1::Integer>::read(&mut reader).expect_err("no integer"))
        };
        assert_eq!(integer("\"1\""), Expected(Kind::Integer));
        assert_eq!(integer("1.5"), Expected(Kind::Integer));
        assert_eq!(integer("9223372036854775808"), Expected(Kind::Integer));
        assert_eq!(integer("1e40"), Expected(Kind::Integer));
        assert_eq!(of::<String>("\"\\ud800\""), Expected(Kind::Other));
        let missing = <Error as serde_core::de::Error>::missing_field("a`b");
        assert_eq!(Problem::of(&missing), Problem::Missing("a`b".to_owned()));
    }
}
