//! Checking values before they are sent: [`Validate`] says what a type requires, a [`Validator`] collects
//! everything that is broken.

use std::collections::BTreeMap;

use serde_core::Serialize;
use serde_json::Value;

use super::constraint::{ConstraintError, Rule, code_points};
use super::field::Field;
use super::json::{Const, duplicates};
use super::number::Number;
use super::violation::{Violation, Violations, push_token};

/// A value whose rules can be checked. Runs by itself before a request leaves.
///
/// The generator prints one for each type that has rules or holds one that has:
///
/// ```
/// use specwright_runtime::v1::{Validate, Validator};
///
/// struct Owner { name: String }
/// struct Pet { age: i64, tags: Option<Vec<String>>, owner: Owner }
///
/// impl Validate for Owner {
///     fn validate(&self, v: &mut Validator) {
///         v.field("name", |v| v.min_length(&self.name, 2));
///     }
/// }
///
/// impl Validate for Pet {
///     fn validate(&self, v: &mut Validator) {
///         v.field("age", |v| v.minimum(self.age, 0i64));
///         if let Some(tags) = &self.tags {
///             v.field("tags", |v| {
///                 v.min_items(tags.len(), 1);
///                 v.unique_items(tags);
///                 v.each(tags, |v, tag| v.max_length(tag, 10));
///             });
///         }
///         v.nested("owner", &self.owner);
///     }
/// }
///
/// let pet = Pet { age: -1, tags: Some(vec!["a".into(), "a".into()]), owner: Owner { name: "X".into() } };
/// let violations = pet.check().unwrap_err();
/// let found: Vec<_> = violations.iter().map(|v| (v.pointer.as_str(), v.keyword)).collect();
/// assert_eq!(found, [("/age", "minimum"), ("/tags", "uniqueItems"), ("/owner/name", "minLength")]);
/// ```
pub trait Validate {
    /// Adds everything that is broken to `v`.
    fn validate(&self, v: &mut Validator);

    /// Checks the whole value.
    ///
    /// # Errors
    ///
    /// All violations, each with the JSON pointer from this value on.
    fn check(&self) -> Result<(), Violations> {
        let mut v = Validator::new();
        self.validate(&mut v);
        v.finish()
    }
}

/// Collects violations and knows where in the value the check is.
#[derive(Debug, Default)]
pub struct Validator {
    /// Grows and shrinks with the place; no allocation per member.
    pointer: String,
    depth: usize,
    violations: Vec<Violation>,
}

impl Validator {
    /// Deeper values are refused instead of overflowing the stack.
    pub const MAX_DEPTH: usize = 256;

    /// A validator at the root.
    pub fn new() -> Self {
        Self::default()
    }

    /// The result of the check.
    ///
    /// # Errors
    ///
    /// All violations in the order in which they were found.
    pub fn finish(self) -> Result<(), Violations> {
        match Violations::from_vec(self.violations) {
            Some(violations) => Err(violations),
            None => Ok(()),
        }
    }

    /// Adds a violation at the current place.
    pub fn violation(&mut self, keyword: &'static str, message: impl Into<String>) {
        let pointer = self.pointer.clone();
        self.violations.push(Violation::new(pointer, keyword, message));
    }

    /// Adds a violation whose pointer starts at the current place.
    pub(crate) fn violation_below(&mut self, below: Violation) {
        let pointer = format!("{}{}", self.pointer, below.pointer);
        self.violations.push(Violation { pointer, ..below });
    }

    /// Adds a violation unless the rule holds. The message is only made when it is needed.
    fn rule(&mut self, holds: bool, keyword: &'static str, message: impl FnOnce() -> String) {
        if !holds {
            self.violation(keyword, message());
        }
    }

    /// Checks a member of an object.
    pub fn field(&mut self, name: &str, check: impl FnOnce(&mut Self)) {
        let length = self.pointer.len();
        push_token(&mut self.pointer, name);
        check(self);
        self.pointer.truncate(length);
    }

    /// Checks an item of an array.
    pub fn item(&mut self, index: usize, check: impl FnOnce(&mut Self)) {
        self.field(&index.to_string(), check);
    }

    /// Checks every item of an array.
    pub fn each<'a, T: 'a>(&mut self, items: impl IntoIterator<Item = &'a T>, check: impl Fn(&mut Self, &'a T)) {
        for (index, item) in items.into_iter().enumerate() {
            self.item(index, |v| check(v, item));
        }
    }

    /// Checks the value of every member of a map.
    pub fn entries<'a, T>(&mut self, map: &'a BTreeMap<String, T>, check: impl Fn(&mut Self, &'a T)) {
        for (name, value) in map {
            self.field(name, |v| check(v, value));
        }
    }

    /// Checks a member whose type has its own rules. Not generic: one copy for all types.
    pub fn nested(&mut self, name: &str, value: &dyn Validate) {
        self.field(name, |v| v.descend(value));
    }

    /// Checks a value of another type at the current place.
    pub fn descend(&mut self, value: &dyn Validate) {
        if self.depth >= Self::MAX_DEPTH {
            let limit = Self::MAX_DEPTH;
            self.violation("depth", format!("must not be nested deeper than {limit} levels"));
            return;
        }
        self.depth += 1;
        value.validate(self);
        self.depth -= 1;
    }

    /// Adds what a string type found out about its own text.
    pub fn constraint(&mut self, result: Result<(), ConstraintError>) {
        if let Err(error) = result {
            self.violation(error.keyword(), error.to_string());
        }
    }

    fn text_rule(&mut self, holds: bool, rule: Rule) {
        if !holds {
            self.constraint(Err(ConstraintError::new(rule)));
        }
    }

    /// `minLength`, in code points.
    pub fn min_length(&mut self, text: impl AsRef<str>, limit: u64) {
        self.text_rule(code_points(text.as_ref()) >= limit, Rule::MinLength(limit));
    }

    /// `maxLength`, in code points.
    pub fn max_length(&mut self, text: impl AsRef<str>, limit: u64) {
        self.text_rule(code_points(text.as_ref()) <= limit, Rule::MaxLength(limit));
    }

    /// `pattern`: `matches` is the compiled form of `source`.
    pub fn pattern(&mut self, text: impl AsRef<str>, source: &'static str, matches: impl Fn(&str) -> bool) {
        self.text_rule(matches(text.as_ref()), Rule::Pattern(source));
    }

    /// `minimum`.
    pub fn minimum(&mut self, value: impl Into<Number>, limit: impl Into<Number>) {
        let limit = limit.into();
        self.rule(value.into() >= limit, "minimum", || format!("must be at least {limit}"));
    }

    /// `maximum`.
    pub fn maximum(&mut self, value: impl Into<Number>, limit: impl Into<Number>) {
        let limit = limit.into();
        self.rule(value.into() <= limit, "maximum", || format!("must be at most {limit}"));
    }

    /// `exclusiveMinimum`.
    pub fn exclusive_minimum(&mut self, value: impl Into<Number>, limit: impl Into<Number>) {
        let limit = limit.into();
        self.rule(value.into() > limit, "exclusiveMinimum", || {
            format!("must be greater than {limit}")
        });
    }

    /// `exclusiveMaximum`.
    pub fn exclusive_maximum(&mut self, value: impl Into<Number>, limit: impl Into<Number>) {
        let limit = limit.into();
        self.rule(value.into() < limit, "exclusiveMaximum", || {
            format!("must be less than {limit}")
        });
    }

    /// `multipleOf`, computed in decimal.
    pub fn multiple_of(&mut self, value: impl Into<Number>, divisor: impl Into<Number>) {
        let divisor = divisor.into();
        self.rule(value.into().is_multiple_of(divisor), "multipleOf", || {
            format!("must be a multiple of {divisor}")
        });
    }

    /// `minItems`.
    pub fn min_items(&mut self, count: usize, limit: u64) {
        self.rule(count as u64 >= limit, "minItems", || {
            format!("must have at least {limit} items")
        });
    }

    /// `maxItems`.
    pub fn max_items(&mut self, count: usize, limit: u64) {
        self.rule(count as u64 <= limit, "maxItems", || {
            format!("must have at most {limit} items")
        });
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

    /// A value that has no JSON form, e.g. a map whose keys are no strings.
    pub(crate) fn unwritable(&mut self, error: &serde_json::Error) {
        self.violation("type", format!("cannot be written as JSON: {error}"));
    }

    /// `minProperties`.
    pub fn min_properties(&mut self, count: usize, limit: u64) {
        self.rule(count as u64 >= limit, "minProperties", || {
            format!("must have at least {limit} members")
        });
    }

    /// `maxProperties`.
    pub fn max_properties(&mut self, count: usize, limit: u64) {
        self.rule(count as u64 <= limit, "maxProperties", || {
            format!("must have at most {limit} members")
        });
    }

    /// `propertyNames`: checks every name; what is broken is reported at the object.
    pub fn property_names<'a>(
        &mut self,
        names: impl IntoIterator<Item = &'a String>,
        check: impl Fn(&mut Self, &'a str),
    ) {
        for name in names {
            let mut v = Self::new();
            check(&mut v, name);
            for violation in v.violations {
                let message = format!("the name `{name}` {}", violation.message);
                self.violation("propertyNames", message);
            }
        }
    }

    /// `required`, for members that the type leaves optional.
    pub fn required(&mut self, present: bool, name: &str) {
        self.rule(present, "required", || format!("must have the member `{name}`"));
    }

    /// `dependentRequired`: if the member `when` is there, so must be `name`.
    pub fn dependent_required(&mut self, when: (bool, &str), name: (bool, &str)) {
        self.rule(!when.0 || name.0, "dependentRequired", || {
            format!("must have the member `{}` since it has `{}`", name.1, when.1)
        });
    }

    /// `enum` and `const`, for types that are wider than their values.
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

impl<T: Validate + ?Sized> Validate for &T {
    fn validate(&self, v: &mut Validator) {
        (**self).validate(v);
    }
}

impl<T: Validate + ?Sized> Validate for Box<T> {
    fn validate(&self, v: &mut Validator) {
        (**self).validate(v);
    }
}

impl<T: Validate> Validate for Option<T> {
    fn validate(&self, v: &mut Validator) {
        if let Some(value) = self {
            value.validate(v);
        }
    }
}

impl<T: Validate> Validate for Field<T> {
    fn validate(&self, v: &mut Validator) {
        if let Some(value) = self.value() {
            value.validate(v);
        }
    }
}

impl<T: Validate> Validate for [T] {
    fn validate(&self, v: &mut Validator) {
        v.each(self, |v, item| v.descend(item));
    }
}

impl<T: Validate> Validate for Vec<T> {
    fn validate(&self, v: &mut Validator) {
        self.as_slice().validate(v);
    }
}

impl<T: Validate> Validate for BTreeMap<String, T> {
    fn validate(&self, v: &mut Validator) {
        v.entries(self, |v, value| v.descend(value));
    }
}

macro_rules! no_rules {
    ($($ty:ty)*) => { $(
        impl Validate for $ty {
            fn validate(&self, _: &mut Validator) {}
        }
    )* };
}

// Types without rules of their own, so that a list of them can be checked like any other list.
no_rules!(() bool i8 i16 i32 i64 i128 u8 u16 u32 u64 f32 f64 str String Value);

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn found(check: impl FnOnce(&mut Validator)) -> Vec<(String, &'static str)> {
        let mut v = Validator::new();
        check(&mut v);
        match v.finish() {
            Ok(()) => Vec::new(),
            Err(violations) => violations
                .into_iter()
                .map(|violation| (violation.pointer, violation.keyword))
                .collect(),
        }
    }

    fn keywords(check: impl FnOnce(&mut Validator)) -> Vec<&'static str> {
        found(check).into_iter().map(|(_, keyword)| keyword).collect()
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
    fn pointers_follow_the_value() {
        struct Short(&'static str);
        impl Validate for Short {
            fn validate(&self, v: &mut Validator) {
                v.min_length(self.0, 2);
            }
        }
        let map = BTreeMap::from([("a/b".to_owned(), vec![Short("xx"), Short("x")])]);
        let boxed = Some(Box::new(Short("y")));
        let all = found(|v| {
            v.nested("map", &map);
            v.nested("boxed", &boxed);
            v.nested("field", &Field::Value(Short("")));
            v.nested("none", &None::<Short>);
        });
        assert_eq!(
            all,
            [
                ("/map/a~1b/1".to_owned(), "minLength"),
                ("/boxed".to_owned(), "minLength"),
                ("/field".to_owned(), "minLength"),
            ]
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

    #[test]
    fn a_deep_value_is_refused() {
        struct Chain(Option<Box<Chain>>);
        impl Validate for Chain {
            fn validate(&self, v: &mut Validator) {
                v.nested("next", &self.0);
            }
        }
        let mut chain = Chain(None);
        for _ in 0..1000 {
            chain = Chain(Some(Box::new(chain)));
        }
        let violations = chain.check().expect_err("too deep");
        assert_eq!(violations.as_slice().len(), 1);
        assert_eq!(violations.iter().next().map(|v| v.keyword), Some("depth"));
    }
}
