//! Checking values before they are sent: [`Validate`] has the constraints of a type, a [`Validator`] collects
//! violations.

use std::collections::BTreeMap;

use serde_json::Value;

use super::field::Field;
use super::violation::{Violation, Violations, push_token};

/// A value with constraints. It is validated automatically before a request is sent.
///
/// The generator implements it for each type that has constraints or contains a type that has:
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
    /// Adds all violations to `v`.
    fn validate(&self, v: &mut Validator);

    /// Checks the whole value.
    ///
    /// # Errors
    ///
    /// Returns all violations, each with the JSON pointer from this value on.
    fn check(&self) -> Result<(), Violations> {
        let mut v = Validator::new();
        self.validate(&mut v);
        v.finish()
    }
}

/// Collects violations and tracks the location in the value.
#[derive(Debug, Default)]
pub struct Validator {
    /// Grows and shrinks with the location; no allocation per property.
    pointer: String,
    depth: usize,
    violations: Vec<Violation>,
}

impl Validator {
    /// Deeper values are rejected instead of overflowing the stack.
    pub const MAX_DEPTH: usize = 256;

    /// A validator at the root.
    pub fn new() -> Self {
        Self::default()
    }

    /// The result of the check.
    ///
    /// # Errors
    ///
    /// Returns all violations in the order in which they were found.
    pub fn finish(self) -> Result<(), Violations> {
        match Violations::from_vec(self.violations) {
            Some(violations) => Err(violations),
            None => Ok(()),
        }
    }

    /// Adds a violation at the current location.
    pub fn violation(&mut self, keyword: &'static str, message: impl Into<String>) {
        let pointer = self.pointer.clone();
        self.violations.push(Violation::new(pointer, keyword, message));
    }

    /// Adds a violation whose pointer starts at the current location.
    pub(crate) fn violation_below(&mut self, below: Violation) {
        let pointer = format!("{}{}", self.pointer, below.pointer);
        self.violations.push(Violation { pointer, ..below });
    }

    /// Checks a property of an object.
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

    /// Checks the value of every property of a map.
    pub fn entries<'a, T>(&mut self, map: &'a BTreeMap<String, T>, check: impl Fn(&mut Self, &'a T)) {
        for (name, value) in map {
            self.field(name, |v| check(v, value));
        }
    }

    /// Checks a property whose type has its own constraints. Not generic: one copy for all types.
    pub fn nested(&mut self, name: &str, value: &dyn Validate) {
        self.field(name, |v| v.descend(value));
    }

    /// Checks a value of another type at the current location.
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

// Types without constraints, so that a list of them can be checked like any other list.
no_rules!(() bool i8 i16 i32 i64 i128 u8 u16 u32 u64 f32 f64 str String Value);

#[cfg(test)]
mod tests {
    use super::*;

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
