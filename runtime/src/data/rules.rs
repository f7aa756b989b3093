//! The keywords of JSON Schema Validation 2020-12 as methods of a [`Validator`].
//!
//! Each adds a violation at the current location unless its rule holds. Numbers are taken as [`Number`]s, so that a
//! limit may be an integer or a float, whatever the type of the value is.

use std::time::{Duration, SystemTime};

use serde_core::Serialize;
use serde_json::Value;

use super::constraint::{ConstraintError, Rule, code_points};
use super::formats::is_uri;
use super::json::{Const, duplicates};
use super::limit::{CountLimit, NumberLimit};
use super::number::Number;
use super::validate::Validator;
use super::violation::counted;

impl Validator {
    /// Adds a violation unless the rule holds. The message is only built if it is needed.
    fn rule(&mut self, holds: bool, keyword: &'static str, message: impl FnOnce() -> String) {
        if !holds {
            self.violation(keyword, message());
        }
    }

    /// Adds the violations that a string type has found in its own value.
    pub fn constraint(&mut self, result: Result<(), ConstraintError>) {
        if let Err(error) = result {
            for rule in error.rules() {
                self.violation(rule.keyword(), rule.to_string());
            }
        }
    }

    fn text_rule(&mut self, holds: bool, rule: Rule) {
        if !holds {
            self.constraint(Err(ConstraintError::new(rule)));
        }
    }

    fn count(&mut self, count: u64, limit: CountLimit) {
        self.rule(limit.is_kept(count), limit.keyword(), || limit.message());
    }

    fn number(&mut self, value: Number, limit: NumberLimit) {
        self.rule(limit.is_kept(value), limit.keyword(), || limit.message());
    }

    /// `minLength`, in code points.
    pub fn min_length(&mut self, text: impl AsRef<str>, limit: u64) {
        self.count(code_points(text.as_ref()), CountLimit::MinLength(limit));
    }

    /// `maxLength`, in code points.
    pub fn max_length(&mut self, text: impl AsRef<str>, limit: u64) {
        self.count(code_points(text.as_ref()), CountLimit::MaxLength(limit));
    }

    /// `pattern`: `matches` is the compiled form of `source`.
    pub fn pattern(&mut self, text: impl AsRef<str>, source: &'static str, matches: impl Fn(&str) -> bool) {
        self.text_rule(matches(text.as_ref()), Rule::Pattern(source));
    }

    /// `format: uri`.
    pub fn uri(&mut self, text: impl AsRef<str>) {
        self.text_rule(is_uri(text.as_ref()), Rule::Format("uri"));
    }

    /// Another `format`: `matches` is its rule.
    pub fn format(&mut self, text: impl AsRef<str>, name: &'static str, matches: impl Fn(&str) -> bool) {
        self.text_rule(matches(text.as_ref()), Rule::Format(name));
    }

    /// `minimum`.
    pub fn minimum(&mut self, value: impl Into<Number>, limit: impl Into<Number>) {
        self.number(value.into(), NumberLimit::Minimum(limit.into()));
    }

    /// `maximum`.
    pub fn maximum(&mut self, value: impl Into<Number>, limit: impl Into<Number>) {
        self.number(value.into(), NumberLimit::Maximum(limit.into()));
    }

    /// `exclusiveMinimum`.
    pub fn exclusive_minimum(&mut self, value: impl Into<Number>, limit: impl Into<Number>) {
        self.number(value.into(), NumberLimit::ExclusiveMinimum(limit.into()));
    }

    /// `exclusiveMaximum`.
    pub fn exclusive_maximum(&mut self, value: impl Into<Number>, limit: impl Into<Number>) {
        self.number(value.into(), NumberLimit::ExclusiveMaximum(limit.into()));
    }

    /// `multipleOf`, computed in decimal.
    pub fn multiple_of(&mut self, value: impl Into<Number>, divisor: impl Into<Number>) {
        self.number(value.into(), NumberLimit::MultipleOf(divisor.into()));
    }

    /// `x-min-ahead`: a moment is at least so many seconds after now. One that the platform does not have is as far ahead as can be.
    /// WebAssembly without a system has no clock to ask, so nothing is checked there.
    pub fn min_ahead(&mut self, moment: impl Into<Option<SystemTime>>, seconds: u64) {
        if cfg!(all(target_family = "wasm", target_os = "unknown")) {
            return;
        }
        let earliest = SystemTime::now().checked_add(Duration::from_secs(seconds));
        let is_kept = moment
            .into()
            .zip(earliest)
            .is_none_or(|(moment, earliest)| moment >= earliest);
        self.rule(is_kept, "x-min-ahead", || {
            format!("must be at least {} ahead", span(seconds))
        });
    }

    /// `minItems`.
    pub fn min_items(&mut self, count: usize, limit: u64) {
        self.count(count as u64, CountLimit::MinItems(limit));
    }

    /// `maxItems`.
    pub fn max_items(&mut self, count: usize, limit: u64) {
        self.count(count as u64, CountLimit::MaxItems(limit));
    }

    /// `uniqueItems`: no two items that are equal as JSON.
    pub fn unique_items<T: Serialize>(&mut self, items: &[T]) {
        match items
            .iter()
            .map(serde_json::to_value)
            .collect::<Result<Vec<Value>, _>>()
        {
            Ok(values) => self.unique_values(&values),
            Err(error) => self.unwritable(&error),
        }
    }

    fn unique_values(&mut self, values: &[Value]) {
        if let Some((a, b)) = duplicates(values) {
            self.violation("uniqueItems", format!("items {a} and {b} must not be equal"));
        }
    }

    /// A value that has no JSON form, e.g. a map whose keys are not strings.
    pub(crate) fn unwritable(&mut self, error: &serde_json::Error) {
        self.violation("type", format!("cannot be written as JSON: {error}"));
    }

    /// `minProperties`.
    pub fn min_properties(&mut self, count: usize, limit: u64) {
        self.count(count as u64, CountLimit::MinProperties(limit));
    }

    /// `maxProperties`.
    pub fn max_properties(&mut self, count: usize, limit: u64) {
        self.count(count as u64, CountLimit::MaxProperties(limit));
    }

    /// `propertyNames`: checks every name; violations are reported at the object.
    pub fn property_names<'a>(
        &mut self,
        names: impl IntoIterator<Item = &'a String>,
        check: impl Fn(&mut Self, &'a str),
    ) {
        for name in names {
            let mut v = Self::new();
            check(&mut v, name);
            for violation in v.finish().err().into_iter().flatten() {
                let message = format!("the name `{name}` {}", violation.message);
                self.violation("propertyNames", message);
            }
        }
    }

    /// `required`, for properties that the type leaves optional.
    pub fn required(&mut self, present: bool, name: &str) {
        self.rule(present, "required", || format!("must have the property `{name}`"));
    }

    /// `dependentRequired`: if the property `when` is present, `name` must be too.
    pub fn dependent_required(&mut self, when: (bool, &str), name: (bool, &str)) {
        self.rule(!when.0 || name.0, "dependentRequired", || {
            format!("must have the property `{}` since it has `{}`", name.1, when.1)
        });
    }

    /// `enum` and `const`, for types that allow more values.
    pub fn enumeration<T: Serialize + ?Sized>(&mut self, value: &T, allowed: &[Const<'_>]) {
        match serde_json::to_value(value) {
            Ok(value) => {
                let listed = allowed.iter().any(|one| one.equals(&value));
                self.rule(listed, "enum", || "must be one of the listed values".to_owned());
            }
            Err(error) => self.unwritable(&error),
        }
    }
}

/// Seconds in the largest unit that leaves no rest.
fn span(seconds: u64) -> String {
    let units = [(86_400, "day"), (3_600, "hour"), (60, "minute")];
    let whole = units
        .iter()
        .find(|(unit, _)| seconds > 0 && seconds.is_multiple_of(*unit));
    whole.map_or_else(
        || counted(seconds, "second"),
        |(unit, name)| counted(seconds / unit, name),
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn keywords(check: impl FnOnce(&mut Validator)) -> Vec<&'static str> {
        let mut v = Validator::new();
        check(&mut v);
        match v.finish() {
            Ok(()) => Vec::new(),
            Err(violations) => violations.into_iter().map(|violation| violation.keyword).collect(),
        }
    }

    #[test]
    fn every_keyword_can_break() {
        let all = keywords(|v| {
            v.min_length("é", 2);
            v.max_length("ab", 1);
            v.pattern("x", "^y", |text| text.starts_with('y'));
            v.minimum(1i64, 2i64);
            v.maximum(2.5, 2i64);
            v.exclusive_minimum(2i64, 2.0);
            v.exclusive_maximum(2u64, 2i64);
            v.multiple_of(0.3, 0.2);
            v.min_ahead(SystemTime::now(), 60);
            v.min_items(0, 1);
            v.max_items(2, 1);
            v.unique_items(&[json!(1), json!(1.0)]);
            v.min_properties(0, 1);
            v.max_properties(2, 1);
            v.required(false, "a");
            v.dependent_required((true, "a"), (false, "b"));
            v.enumeration("c", &[Const::Str("a"), Const::Str("b")]);
        });
        assert_eq!(
            all,
            [
                "minLength",
                "maxLength",
                "pattern",
                "minimum",
                "maximum",
                "exclusiveMinimum",
                "exclusiveMaximum",
                "multipleOf",
                "x-min-ahead",
                "minItems",
                "maxItems",
                "uniqueItems",
                "minProperties",
                "maxProperties",
                "required",
                "dependentRequired",
                "enum",
            ]
        );
    }

    #[test]
    fn every_keyword_can_hold() {
        let none = keywords(|v| {
            v.min_length("éa", 2);
            v.max_length("é", 1);
            v.pattern(String::from("y"), "^y", |text| text.starts_with('y'));
            v.minimum(2i64, 2i64);
            v.maximum(2.0, 2i64);
            v.exclusive_minimum(3i64, 2.0);
            v.exclusive_maximum(1u64, 2i64);
            v.multiple_of(0.3, 0.1);
            v.min_ahead(SystemTime::now() + Duration::from_secs(90), 60);
            v.min_items(1, 1);
            v.max_items(1, 1);
            v.unique_items(&["a", "b"]);
            v.min_properties(1, 1);
            v.max_properties(1, 1);
            v.required(true, "a");
            v.dependent_required((false, "a"), (false, "b"));
            v.enumeration(&1.0, &[Const::Int(1)]);
        });
        assert!(none.is_empty(), "{none:?}");
    }

    #[test]
    fn how_far_ahead_is_said_in_whole_units() {
        let said = [1, 60, 90, 7_200, 86_400, 0].map(span);
        assert_eq!(
            said,
            ["1 second", "1 minute", "90 seconds", "2 hours", "1 day", "0 seconds"]
        );
    }

    #[test]
    fn names_are_reported_at_the_object() {
        let mut v = Validator::new();
        v.property_names(&["ab".to_owned(), "c".to_owned()], |v, name| v.min_length(name, 2));
        let violations = v.finish().expect_err("one name is too short");
        assert_eq!(
            violations.to_string(),
            "the name `c` must have at least 2 characters (propertyNames)"
        );
    }
}
