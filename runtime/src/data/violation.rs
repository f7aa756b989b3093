//! One [`Violation`] per violated constraint, and all of one value as [`Violations`].

use std::fmt;

/// A constraint of the API description that a value violates.
///
/// The message has the constraint and its limit but never the value, so that it can be logged.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The location of the value: a JSON pointer (RFC 6901) into what was checked; empty for the whole.
    pub pointer: String,
    /// The JSON Schema keyword that is violated, in its own spelling, e.g. `minLength`.
    pub keyword: &'static str,
    /// The requirement, e.g. `must have at least 2 characters`.
    pub message: String,
}

impl Violation {
    /// A violation of `keyword` at `pointer`.
    pub fn new(pointer: impl Into<String>, keyword: &'static str, message: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            keyword,
            message: message.into(),
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.pointer.is_empty() {
            write!(f, "{} ({})", self.message, self.keyword)
        } else {
            write!(f, "{}: {} ({})", self.pointer, self.message, self.keyword)
        }
    }
}

impl std::error::Error for Violation {}

/// All violations of a value. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violations(Vec<Violation>);

impl Violations {
    /// The violations as an error; `Ok` if there are none.
    pub fn from_vec(violations: Vec<Violation>) -> Option<Self> {
        (!violations.is_empty()).then_some(Self(violations))
    }

    /// These violations, and others after them.
    pub(crate) fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    /// Those whose pointer is not at or below this one; `None` if none is left.
    pub(crate) fn outside(self, pointer: &str) -> Option<Self> {
        let is_outside = |one: &Violation| match one.pointer.strip_prefix(pointer) {
            Some(rest) => !(rest.is_empty() || rest.starts_with('/')),
            None => true,
        };
        Self::from_vec(self.0.into_iter().filter(is_outside).collect())
    }

    /// The violations in the order in which they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }

    /// The violations as a slice with at least one item.
    pub fn as_slice(&self) -> &[Violation] {
        &self.0
    }
}

impl From<Violation> for Violations {
    fn from(violation: Violation) -> Self {
        Self(vec![violation])
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl fmt::Display for Violations {
    /// One line: the violations, separated by semicolons.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            write!(f, "{violation}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}

/// `1 item`, `2 items`, `2 properties`.
pub(crate) fn counted(count: u64, noun: &str) -> String {
    match noun.strip_suffix('y') {
        _ if count == 1 => format!("1 {noun}"),
        Some(stem) => format!("{count} {stem}ies"),
        None => format!("{count} {noun}s"),
    }
}

/// Appends one reference token to a JSON pointer, escaped (RFC 6901, section 3).
pub(crate) fn push_token(pointer: &mut String, token: &str) {
    pointer.push('/');
    for character in token.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// A reference token without its escapes (RFC 6901, section 4).
pub(crate) fn unescaped(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_are_escaped() {
        let mut pointer = String::new();
        push_token(&mut pointer, "a/b");
        push_token(&mut pointer, "m~n");
        push_token(&mut pointer, "");
        assert_eq!(pointer, "/a~1b/m~0n/");
    }

    #[test]
    fn all_violations_are_on_one_line() {
        let violations = Violations::from_vec(vec![
            Violation::new("/name", "minLength", "must have at least 2 characters"),
            Violation::new("", "required", "must have the property `id`"),
        ])
        .expect("two violations");
        assert_eq!(
            violations.to_string(),
            "/name: must have at least 2 characters (minLength); must have the property `id` (required)"
        );
        assert_eq!(violations.iter().len(), 2);
        assert!(Violations::from_vec(Vec::new()).is_none());
    }
}
