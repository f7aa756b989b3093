//! Strings, numbers and enumerations.

use super::Lower;
use super::enum_rules::TextRules;
use super::merge::Merged;
use super::schema::Lowered;
use crate::diag::Problem;
use crate::ir::{
    Check, ContentKind, Enum, EnumKind, EnumValue, FloatKind, IntegerKind, Json, Newtype, Shape, StringFormat,
    StringKind, Type, TypeRef,
};
use crate::openapi::schema::{JsonType, Types};
use crate::tree::{NodeId, Number, Value};

impl Lower<'_> {
    /// An integer. Without a format it is as wide as a JSON integer usually is; bounds can ask for more.
    pub(super) fn integer(&mut self, merged: &Merged) -> TypeRef {
        let format = merged.format.as_deref().unwrap_or_default().to_ascii_lowercase();
        let kind = match format.as_str() {
            "int32" | "int16" | "int8" | "uint8" | "uint16" | "byte" | "short" => IntegerKind::I32,
            "uint32" | "uint" => IntegerKind::U32,
            "uint64" | "ulong" => IntegerKind::U64,
            _ => IntegerKind::I64,
        };
        let ty = Type::Integer(widen(kind, merged));
        let checks = self.number_checks(merged, ty.clone());
        self.with_special(
            TypeRef {
                ty,
                nullable: false,
                checks,
            },
            merged,
        )
    }

    /// A number. `format: int64` and the like make an integer of it.
    pub(super) fn number(&mut self, merged: &Merged) -> TypeRef {
        let format = merged.format.as_deref().unwrap_or_default().to_ascii_lowercase();
        let ty = match format.as_str() {
            "integer" | "int" | "int32" | "int64" | "uint32" | "uint64" | "long" => return self.integer(merged),
            "float" => Type::Number(FloatKind::F32),
            _ => Type::Number(FloatKind::F64),
        };
        let checks = self.number_checks(merged, ty.clone());
        self.with_special(
            TypeRef {
                ty,
                nullable: false,
                checks,
            },
            merged,
        )
    }

    /// A string: plain, with a meaning, or a type of its own where a pattern constrains it.
    pub(super) fn string(&mut self, merged: &Merged) -> Lowered {
        let kind = string_kind(merged);
        let mut checks = self.string_checks(merged, kind);
        let has_pattern = checks.iter().any(|check| matches!(check, Check::Pattern(_)));
        // What only the interpreter can check stays with the use: a checked string checks itself.
        let special = self.special_checks(merged);
        let plain = special.is_empty();
        checks.extend(special);
        if has_pattern && plain && kind != StringKind::Binary {
            return Lowered::Def(Shape::Newtype(Newtype { kind, checks }), Vec::new());
        }
        Lowered::Use(TypeRef {
            ty: Type::String(kind),
            nullable: false,
            checks,
        })
    }

    /// `const`: an enumeration of one value; a pass makes constants of those that nobody has to choose.
    pub(super) fn constant(&mut self, node: NodeId) -> Lowered {
        match self.json(node) {
            Json::Null => Lowered::Use(TypeRef::new(Type::Null)),
            value @ (Json::Array(_) | Json::Object(_)) => Lowered::Use(TypeRef::new(Type::Const(value))),
            value @ (Json::Bool(_) | Json::Number(_) | Json::String(_)) => {
                let values = vec![EnumValue {
                    value,
                    name: None,
                    description: None,
                }];
                let shape = Shape::Enum(Enum {
                    kind: enum_kind(&values),
                    values,
                    open: false,
                });
                Lowered::Def(shape, Vec::new())
            }
        }
    }

    /// `enum` without its duplicates, `null`, and what breaks another rule of the same schema. `None`: the list is empty,
    /// so it is ignored.
    pub(super) fn enumeration(&mut self, merged: &Merged, whole: NodeId) -> Option<Lowered> {
        let (source, values) = merged.values.as_ref()?;
        let source = *source;
        let mut kept: Vec<EnumValue> = Vec::new();
        let schema = self.read(source);
        let rules = TextRules::new(&merged.limits);
        let (mut null, mut broken) = (false, false);
        for (index, &node) in values.iter().enumerate() {
            let value = self.enum_value(node, merged.types);
            if value == Json::Null {
                null = true;
                continue;
            }
            if let Json::String(text) = &value
                && let Some(rule) = rules.broken_by(text)
            {
                broken = true;
                self.report(
                    node,
                    Problem::EnumValueRule {
                        value: text.to_string(),
                        rule,
                    },
                );
                continue;
            }
            if kept.iter().any(|known| known.value == value) {
                self.report(node, Problem::DuplicateEnumValue {});
                continue;
            }
            let text =
                |list: &[Option<std::sync::Arc<str>>]| list.get(index).cloned().flatten().map(|text| text.to_string());
            kept.push(EnumValue {
                value,
                name: text(&schema.extensions.enum_names),
                description: text(&schema.extensions.enum_descriptions),
            });
        }
        match kept.as_slice() {
            [] if null => Some(Lowered::Use(TypeRef::new(Type::Null))),
            [] if broken => {
                self.report(source, Problem::ContradictoryTypes {});
                Some(Lowered::Use(self.any_checked(whole)))
            }
            [] => {
                self.report(source, Problem::EmptyEnum {});
                None
            }
            _ => {
                let kind = enum_kind(&kept);
                let shape = Shape::Enum(Enum {
                    kind,
                    values: kept,
                    open: false,
                });
                Some(Lowered::Def(shape, Vec::new()))
            }
        }
    }

    /// A value of `enum`, in the type that the schema names: YAML reads `on` and `1` as it likes.
    fn enum_value(&mut self, node: NodeId, types: Types) -> Json {
        let json = self.json(node);
        let named = types.without(JsonType::Null).single();
        let coerced = match (&json, named) {
            (Json::Number(text), Some(JsonType::String)) => Some(Json::String(text.to_string().into())),
            (Json::Bool(value), Some(JsonType::String)) => Some(Json::String(value.to_string().into())),
            (Json::String(text), Some(JsonType::Integer)) => text
                .trim()
                .parse::<i64>()
                .ok()
                .map(|value| Json::Number(value.to_string().into())),
            (Json::String(text), Some(JsonType::Number)) => text
                .trim()
                .parse::<f64>()
                .ok()
                .filter(|value| value.is_finite())
                .map(|_| Json::Number(text.trim().into())),
            (Json::String(text), Some(JsonType::Boolean)) => text.parse().ok().map(Json::Bool),
            _ => None,
        };
        if let Some(coerced) = coerced {
            let value = match self.reader.tree.value(node) {
                Value::String(text) => format!("\"{text}\""),
                Value::Number(number) => number.as_str().to_owned(),
                Value::Bool(value) => value.to_string(),
                Value::Null | Value::Array(_) | Value::Object(_) => String::new(),
            };
            let ty = named.map_or("", JsonType::as_str);
            self.report(node, Problem::EnumValueType { value, ty });
            return coerced;
        }
        json
    }
}

/// The JSON type that all values have.
pub(super) fn enum_kind(values: &[EnumValue]) -> EnumKind {
    let kind = |value: &EnumValue| match &value.value {
        Json::String(_) => EnumKind::String,
        Json::Bool(_) => EnumKind::Bool,
        Json::Number(text) if Number::new(text.clone()).as_i64().is_some() => EnumKind::Integer,
        Json::Number(_) => EnumKind::Number,
        Json::Null | Json::Array(_) | Json::Object(_) => EnumKind::Mixed,
    };
    let mut kinds = values.iter().map(kind);
    let first = kinds.next().unwrap_or(EnumKind::String);
    kinds.fold(first, |all, kind| match (all, kind) {
        (all, kind) if all == kind => all,
        (EnumKind::Integer, EnumKind::Number) | (EnumKind::Number, EnumKind::Integer) => EnumKind::Number,
        _ => EnumKind::Mixed,
    })
}

/// Widens an integer until its bounds fit.
fn widen(kind: IntegerKind, merged: &Merged) -> IntegerKind {
    let limits = &merged.limits;
    let low = limits
        .minimum
        .as_ref()
        .or(limits.exclusive_minimum.as_ref())
        .and_then(Number::as_i128);
    let high = limits
        .maximum
        .as_ref()
        .or(limits.exclusive_maximum.as_ref())
        .and_then(Number::as_i128);
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
    if needed
        .iter()
        .all(|&value| fits(kind, value) || (value < 0 && matches!(kind, IntegerKind::U32 | IntegerKind::U64)))
    {
        return kind;
    }
    let wide = order
        .into_iter()
        .find(|&wide| needed.iter().all(|&value| fits(wide, value)));
    match wide {
        Some(IntegerKind::U64) if low.is_none() => IntegerKind::I128,
        Some(wide) => wide,
        None => IntegerKind::I128,
    }
}

/// What a string stands for, by `format`, `contentEncoding` and `contentMediaType`. Real documents spell date formats in two
/// dozen ways.
fn string_kind(merged: &Merged) -> StringKind {
    let encoding = merged.content_encoding.as_deref().unwrap_or_default();
    if encoding.eq_ignore_ascii_case("base64") {
        return StringKind::Base64;
    }
    // A media type without an encoding is the 3.1 spelling of `format: binary` (OpenAPI 3.1.1 section 4.8.24.5.1).
    let media = merged.content_media_type.as_deref().unwrap_or_default();
    let bytes = !media.is_empty() && super::operation::content_kind(media) == ContentKind::Binary;
    if bytes && matches!(encoding, "" | "binary") {
        return StringKind::Binary;
    }
    let format: String = merged
        .format
        .as_deref()
        .unwrap_or_default()
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
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

/// Formats that are rules for what is sent.
pub(super) fn checked_format(merged: &Merged) -> Option<StringFormat> {
    match merged.format.as_deref() {
        Some("uri") => Some(StringFormat::Uri),
        _ => None,
    }
}
