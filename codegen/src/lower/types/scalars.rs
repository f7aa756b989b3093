//! Strings, numbers and enumerations.

use crate::constraints::{Constraints, NumberConstraints};
use crate::ir::{ContentKind, FloatKind, IntegerKind, Newtype, Shape, StringKind, Type, TypeRef};
use crate::lower::types::Lowered;
use crate::lower::{Lower, Merged};
use crate::number::Number;
use crate::openapi::schema::{JsonType, Schema, Types};
use crate::tree::NodeId;
use std::sync::Arc;

impl Lower<'_, '_> {
    /// An integer. Without a format it is as wide as a JSON integer usually is; bounds can ask for more.
    pub(in crate::lower) fn integer(&mut self, merged: &Merged) -> TypeRef {
        let format = merged.format.as_deref().unwrap_or_default().to_ascii_lowercase();
        let kind = match format.as_str() {
            "int32" | "int16" | "int8" | "uint8" | "uint16" | "byte" | "short" => IntegerKind::I32,
            "uint32" => IntegerKind::U32,
            // `uint` is how Rust servers spell `usize`: 64 bits.
            "uint64" | "uint" | "ulong" | "usize" => IntegerKind::U64,
            "int128" | "uint128" | "bigint" => IntegerKind::I128,
            _ => IntegerKind::I64,
        };
        let ty = Type::Integer(widen(kind, merged, &self.defaults(merged)));
        let mut checks = self.number_checks(merged, &ty);
        if !self.config.exact && !self.is_unchecked(merged) {
            checks.constraints.tighten(&range(&format));
        }
        TypeRef::checked(ty, checks)
    }

    /// The JSON type of a number that may also be sent as a string of its digits, as some servers declare each of theirs:
    /// `type: [integer, string]` with a pattern of digits or a format of numbers, or without `type` both of them.
    pub(in crate::lower) fn number_or_digits(&mut self, merged: &Merged, kinds: Types) -> Option<JsonType> {
        let format = merged.format.as_deref().unwrap_or_default().to_ascii_lowercase();
        let is_integer = is_sized_integer(&format);
        let is_numeric = is_integer || matches!(format.as_str(), "float" | "double" | "decimal");
        let patterns = &merged.constraints.strings.patterns;
        let of_digits = !patterns.is_empty() && patterns.iter().all(|pattern| self.asks_for_digits(pattern));
        let numbers = [JsonType::Integer, JsonType::Number].into_iter();
        let beside_string = |kind: &JsonType| kinds == Types::of(*kind).with(JsonType::String);
        match numbers.clone().find(beside_string) {
            _ if self.config.exact => None,
            Some(kind) => (is_numeric || of_digits).then_some(kind),
            None if kinds.is_empty() && is_numeric && of_digits => {
                numbers.clone().find(|kind| is_integer == (*kind == JsonType::Integer))
            }
            None => None,
        }
    }

    /// Whether only numbers match a pattern, as far as a few strings can tell.
    fn asks_for_digits(&mut self, pattern: &Arc<str>) -> bool {
        let mut matches = |text: &&str| self.schemas.matches(pattern, text);
        ["0", "7", "10"].iter().all(&mut matches)
            && !["", "x", "1x", "x1", "-", ".", "e", "1 2", "one", "\u{e9}"]
                .iter()
                .any(&mut matches)
    }

    /// The defaults of schemas that apply together, as far as they are integers.
    fn defaults(&mut self, merged: &Merged) -> Vec<i128> {
        let default = |&node: &NodeId| {
            let default = self.schemas.read(node).default?;
            self.schemas.tree().number(default)?.as_i128()
        };
        merged.sources.iter().filter_map(default).collect()
    }

    /// A number. `format: int64` and the like make an integer of it.
    pub(in crate::lower) fn number(&mut self, merged: &Merged) -> TypeRef {
        let format = merged.format.as_deref().unwrap_or_default().to_ascii_lowercase();
        let ty = match format.as_str() {
            "integer" | "int" | "long" | "short" | "ulong" => return self.integer(merged),
            format if is_sized_integer(format) => return self.integer(merged),
            "float" | "float32" => Type::Number(self.config.float),
            _ => Type::Number(FloatKind::F64),
        };
        let checks = self.number_checks(merged, &ty);
        TypeRef::checked(ty, checks)
    }

    /// A string: plain, with a meaning, or a type of its own where a pattern constrains it.
    pub(in crate::lower) fn string(&mut self, merged: &Merged) -> Lowered {
        let kind = string_kind(merged);
        let mut checks = self.string_checks(merged, kind);
        // What only the interpreter can check stays with the use: a checked string checks itself.
        let special = self.special_checks(merged);
        let has_pattern = !checks.constraints.strings.patterns.is_empty();
        if has_pattern && special.is_empty() && kind != StringKind::Binary {
            return Lowered::def(Shape::Newtype(Newtype { kind, checks }));
        }
        checks.assertions = special;
        Lowered::Use(TypeRef::checked(Type::String(kind), checks))
    }
}

/// Formats that say how wide an integer is.
fn is_sized_integer(format: &str) -> bool {
    let digits = format.trim_start_matches('u').strip_prefix("int");
    digits.is_some_and(|digits| matches!(digits, "8" | "16" | "32" | "64" | "128"))
}

/// The limits that a format implies where no Rust type keeps them (OpenAPI Format Registry).
fn range(format: &str) -> Constraints {
    let (low, high) = match format {
        "int8" => ("-128", Some("127")),
        "uint8" => ("0", Some("255")),
        "int16" => ("-32768", Some("32767")),
        "uint16" => ("0", Some("65535")),
        "uint128" => ("0", None),
        _ => return Constraints::default(),
    };
    let numbers = NumberConstraints {
        minimum: Some(Number::new(low)),
        maximum: high.map(Number::new),
        ..NumberConstraints::default()
    };
    Constraints {
        numbers,
        ..Constraints::default()
    }
}

/// Widens an integer until its bounds and its defaults fit.
fn widen(kind: IntegerKind, merged: &Merged, defaults: &[i128]) -> IntegerKind {
    let numbers = &merged.constraints.numbers;
    let low = numbers.minimum.as_ref().or(numbers.exclusive_minimum.as_ref());
    let high = numbers.maximum.as_ref().or(numbers.exclusive_maximum.as_ref());
    let (low, high) = (low.and_then(Number::as_i128), high.and_then(Number::as_i128));
    let fits = |kind: IntegerKind, value: i128| match kind {
        IntegerKind::I32 => i32::try_from(value).is_ok(),
        IntegerKind::I64 => i64::try_from(value).is_ok(),
        IntegerKind::U32 => u32::try_from(value).is_ok(),
        IntegerKind::U64 => u64::try_from(value).is_ok(),
        IntegerKind::I128 => true,
    };
    // A bound such as 9223372036854776000 is i64::MAX after a trip through a double: it does not ask for more.
    let rounded = |value: i128| matches!(value, 9_223_372_036_854_775_808..=9_223_372_036_854_776_000 | -9_223_372_036_854_776_000..=-9_223_372_036_854_775_809);
    let needed: Vec<i128> = low.into_iter().chain(high).filter(|value| !rounded(*value)).collect();
    let order = [IntegerKind::I64, IntegerKind::U64, IntegerKind::I128];
    let default_fits = |kind: IntegerKind| defaults.iter().all(|&value| fits(kind, value));
    if default_fits(kind)
        && needed
            .iter()
            .all(|&value| fits(kind, value) || (value < 0 && matches!(kind, IntegerKind::U32 | IntegerKind::U64)))
    {
        return kind;
    }
    let wide = order
        .into_iter()
        .find(|&wide| default_fits(wide) && needed.iter().all(|&value| fits(wide, value)));
    let is_unsigned = matches!(kind, IntegerKind::U32 | IntegerKind::U64);
    match wide {
        Some(IntegerKind::U64) if low.is_none() && !is_unsigned => IntegerKind::I128,
        Some(wide) => wide,
        None => IntegerKind::I128,
    }
}

/// What a string means, by `format`, `contentEncoding` and `contentMediaType`.
fn string_kind(merged: &Merged) -> StringKind {
    let encoding = merged.content_encoding.as_deref().unwrap_or_default();
    if encoding.eq_ignore_ascii_case("base64") {
        return StringKind::Base64;
    }
    // A media type without an encoding is the 3.1 spelling of `format: binary` (OpenAPI 3.1.1 section 4.8.24.5.1).
    let media = merged.content_media_type.as_deref().unwrap_or_default();
    let bytes = !media.is_empty() && crate::lower::media::content_kind(media) == ContentKind::Binary;
    if bytes && matches!(encoding, "" | "binary") {
        return StringKind::Binary;
    }
    kind_of_format(merged.format.as_deref().unwrap_or_default())
}

/// What a string holds, where its type does not say it: `contentMediaType` and `contentEncoding`.
pub(in crate::lower) fn content_words(schema: &Schema) -> Option<String> {
    let encoding = schema.content_encoding.as_deref();
    let encoding = encoding.filter(|word| {
        !["base64", "binary"]
            .iter()
            .any(|known| word.eq_ignore_ascii_case(known))
    });
    let words = [schema.content_media_type.as_deref(), encoding];
    let words: Vec<&str> = words
        .into_iter()
        .flatten()
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// Real documents spell the formats of dates in two dozen ways.
fn kind_of_format(format: &str) -> StringKind {
    let letters = format.chars().filter(char::is_ascii_alphanumeric);
    let format: String = letters.map(|letter| letter.to_ascii_lowercase()).collect();
    match format.as_str() {
        "datetime" | "isodatetime" | "iso8601" | "googledatetime" | "rfc3339" | "datetimeiso8601" => {
            StringKind::DateTime
        }
        "date" | "isodate" | "fulldate" | "googledate" => StringKind::Date,
        "time" | "isotime" | "fulltime" => StringKind::Time,
        "duration" | "isoduration" => StringKind::Duration,
        "uuid" | "guid" | "uuid4" | "uuid1" | "uuid3" | "uuid5" | "uuid7" => StringKind::Uuid,
        "byte" | "base64" => StringKind::Base64,
        "binary" | "file" => StringKind::Binary,
        "password" => StringKind::Secret,
        _ => StringKind::Text,
    }
}

/// Whether the type of a value says what a format says: of other formats only documentation can speak. `int64` and `double` are what an
/// integer and a number are anyway.
pub(in crate::lower) fn is_expressed(types: Types, format: &str, float: FloatKind) -> bool {
    let lower = format.to_ascii_lowercase();
    let of_integer =
        is_sized_integer(&lower) || matches!(lower.as_str(), "byte" | "short" | "uint" | "ulong" | "usize" | "bigint");
    let of_number = match lower.as_str() {
        "double" => true,
        "float" | "float32" => float == FloatKind::F32,
        "integer" | "int" | "long" | "short" | "ulong" => true,
        sized => is_sized_integer(sized),
    };
    (types.has(JsonType::Integer) && of_integer)
        || (types.has(JsonType::Number) && of_number)
        || (types.has(JsonType::String) && kind_of_format(format) != StringKind::Text)
}
