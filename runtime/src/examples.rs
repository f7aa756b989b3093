//! The examples of a document as tests of the client that is generated for it.

use serde_core::Serialize;
use serde_core::de::DeserializeOwned;
use serde_json::Value;

use crate::data::exports::Integer;
use crate::data::json_pointer;

/// Reads examples as their types, writes them back and compares. Called from the generated `tests/examples.rs`:
///
/// ```
/// use specwright_runtime::v1::Examples;
///
/// let mut examples = Examples::new();
/// examples.values::<Vec<String>>(&[("#/components/schemas/Tags/examples/0", r#"["new", "red"]"#)]);
/// examples.integers::<i64>(&[("#/components/schemas/Count/examples/0", "1.0")]);
/// examples.finish();
/// ```
///
/// Every example prints a line `specwright-example <pointer> <word>` on standard output. The word is `round-tripped`,
/// `declared` (round-tripped except for properties that the schema does not declare), `read` (it was read, but was
/// written back differently) or `mismatch` (it was not read).
#[derive(Debug, Default)]
pub struct Examples {
    short: Vec<String>,
}

/// Pointer and JSON text of each example.
type Rows<'a> = &'a [(&'a str, &'a str)];

impl Examples {
    /// No examples yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Examples of one type.
    pub fn values<T: DeserializeOwned + Serialize>(&mut self, rows: Rows<'_>) {
        for (pointer, text) in rows {
            let value = serde_json::from_slice::<T>(text.as_bytes());
            self.judge(pointer, text, &[], value.and_then(|value| serde_json::to_vec(&value)));
        }
    }

    /// Examples of one type, each with the JSON pointers of properties that need not be kept: the schema does not
    /// declare them, or declares them as read-only.
    pub fn with_undeclared<T: DeserializeOwned + Serialize>(&mut self, rows: &[(&str, &str, &[&str])]) {
        for (pointer, text, undeclared) in rows {
            let value = serde_json::from_slice::<T>(text.as_bytes());
            let written = value.and_then(|value| serde_json::to_vec(&value));
            self.judge(pointer, text, undeclared, written);
        }
    }

    /// Examples of an integer, or of a type made of integers.
    pub fn integers<T: Integer + Serialize>(&mut self, rows: Rows<'_>) {
        for (pointer, text) in rows {
            let value = T::read(&mut serde_json::Deserializer::from_slice(text.as_bytes()));
            self.judge(pointer, text, &[], value.and_then(|value| serde_json::to_vec(&value)));
        }
    }

    #[expect(clippy::print_stdout, reason = "the output of a test")]
    fn judge(&mut self, pointer: &str, text: &str, undeclared: &[&str], written: serde_json::Result<Vec<u8>>) {
        let mut complete = true;
        let difference = match &written {
            Ok(written) => match (serde_json::from_str(text), serde_json::from_slice(written)) {
                (Ok(expected), Ok(found)) => {
                    complete = difference(&expected, &found, "", &[]).is_none();
                    difference(&expected, &found, "", undeclared).map(|place| ("read", place))
                }
                (Err(error), _) | (_, Err(error)) => Some(("mismatch", error.to_string())),
            },
            Err(error) => {
                let place = json_pointer::locate(text.as_bytes(), error.line(), error.column());
                Some(("mismatch", format!("`{place}`: {error}")))
            }
        };
        let whole = if complete { "round-tripped" } else { "declared" };
        let word = difference.as_ref().map_or(whole, |(word, _)| word);
        // A line for each example, whatever is in its pointer.
        let pointer = pointer.replace(char::is_control, " ");
        println!("specwright-example {pointer} {word}");
        if let Some((word, reason)) = difference {
            self.short.push(format!("{pointer}: {word}: {reason}"));
        }
    }

    /// Ends the test.
    ///
    /// # Panics
    ///
    /// Panics if an example was not written back unchanged.
    pub fn finish(self) {
        let count = self.short.len();
        assert!(
            count == 0,
            "{count} examples do not round-trip:\n{}",
            self.short.join("\n")
        );
    }
}

/// The location where two values differ. A property that is `null` equals an absent one, one that is not `undeclared`
/// must be present, and numbers are compared by value.
fn difference(expected: &Value, found: &Value, place: &str, undeclared: &[&str]) -> Option<String> {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            let added = found.keys().filter(|name| !expected.contains_key(*name));
            expected.keys().chain(added).find_map(|name| {
                let place = format!("{place}/{}", name.replace('~', "~0").replace('/', "~1"));
                let (expected, found) = (expected.get(name), found.get(name));
                if found.is_none() && undeclared.contains(&&*place) {
                    return None;
                }
                let null = &Value::Null;
                difference(expected.unwrap_or(null), found.unwrap_or(null), &place, undeclared)
            })
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            let mut pairs = expected.iter().zip(found).enumerate();
            pairs.find_map(|(index, (expected, found))| {
                difference(expected, found, &format!("{place}/{index}"), undeclared)
            })
        }
        (Value::Number(expected), Value::Number(found)) if same_number(expected, found) => None,
        _ if expected == found => None,
        _ => Some(format!("`{place}` is {}, not {}", short(found), short(expected))),
    }
}

/// Whether two numbers are equal. A fraction may have been rounded to single precision, for `format: float`.
#[expect(clippy::cast_possible_truncation, reason = "that is what a single does")]
fn same_number(left: &serde_json::Number, right: &serde_json::Number) -> bool {
    let is_integer = |number: &serde_json::Number| number.is_i64() || number.is_u64();
    match (is_integer(left), is_integer(right), left.as_f64(), right.as_f64()) {
        (false, false, Some(left), Some(right)) => left as f32 == right as f32,
        (true, false, Some(left), Some(right)) | (false, true, Some(left), Some(right)) => left == right,
        _ => left == right,
    }
}

/// The beginning of a JSON text.
fn short(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_null_and_the_spelling_of_numbers_may_differ() {
        let same = [
            (json!({"a": null, "b": 1.0}), json!({"b": 1})),
            (json!([{"a": 1}]), json!([{"a": 1, "b": null}])),
            (json!(null), json!(null)),
            (json!(0.000_193_528_482), json!(0.000_193_528_48)),
        ];
        for (expected, found) in same {
            assert_eq!(difference(&expected, &found, "", &[]), None, "{expected} {found}");
        }
        let different = [
            (json!({"a": 1}), json!({}), "`/a` is null, not 1"),
            (json!({}), json!({"a": 1}), "`/a` is 1, not null"),
            (json!([1]), json!([1, null]), "`` is [1,null], not [1]"),
            (json!({"a": [1, 2]}), json!({"a": [1, 3]}), "`/a/1` is 3, not 2"),
            (json!(1), json!("1"), "`` is \"1\", not 1"),
            (json!(16_777_217), json!(16_777_216), "`` is 16777216, not 16777217"),
        ];
        for (expected, found, reason) in different {
            assert_eq!(difference(&expected, &found, "", &[]).as_deref(), Some(reason));
        }
    }

    #[test]
    fn what_is_not_declared_may_be_left_out_but_not_changed() {
        let expected = json!({"a": {"b/c": 1, "d": 2}});
        let undeclared = ["/a/b~1c"];
        assert_eq!(difference(&expected, &json!({"a": {"d": 2}}), "", &undeclared), None);
        assert_eq!(difference(&expected, &expected, "", &undeclared), None);
        let reason = "`/a/b~1c` is 2, not 1".to_owned();
        assert_eq!(
            difference(&expected, &json!({"a": {"b/c": 2, "d": 2}}), "", &undeclared),
            Some(reason)
        );
        assert!(difference(&expected, &json!({"a": {"b/c": 1}}), "", &undeclared).is_some());
    }

    #[test]
    #[should_panic(expected = "2 examples do not round-trip:\n#/a: mismatch: `/0`")]
    fn what_is_not_read_fails_by_its_pointer() {
        let mut examples = Examples::new();
        examples.values::<Vec<bool>>(&[("#/a", "[1]"), ("#/b", "[true]")]);
        examples.integers::<Option<i64>>(&[("#/c", "1.5"), ("#/d", "2.0"), ("#/e", "null")]);
        examples.finish();
    }
}
