//! Values of received types, which have no constructors: a server makes them, and it may send more tomorrow.

use std::collections::BTreeMap;
use std::fmt;

use http::StatusCode;
use serde_core::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::data::fault::{Fault, Kind, Reading};
use crate::error::Mismatch;
use crate::response::repair;
use crate::transport::head::Head;

/// Each pass adds the properties of one level, or tries another value.
const MAX_PASSES: usize = 256;

/// Items of a tuple.
const MAX_ITEMS: usize = 16;

/// A value of a type that is received, with as little in it as the type requires: `"string"`, 1, `true`, empty lists, and nothing that
/// is optional. Its fields are public, so a test sets those that matter to it; a field that the document adds later changes no test.
///
/// ```
/// # use specwright_runtime::mock::value;
/// let mut pets: Vec<(String, i64)> = value()?;
/// assert!(pets.is_empty());
/// pets.push(value()?);
/// assert_eq!(pets, [("string".to_owned(), 1)]);
/// # Ok::<(), specwright_runtime::mock::ValueError>(())
/// ```
///
/// # Errors
///
/// Returns what the type asks for that cannot be guessed, such as the form of a date of another crate: `serde_json::from_str` reads
/// such a value from text.
pub fn value<T: DeserializeOwned>() -> Result<T, ValueError> {
    let mut draft = Draft::default();
    let mut head = Head::mocked(StatusCode::OK);
    head.reading = Reading::Strict;
    for _ in 0..MAX_PASSES {
        let text = draft.value.to_string();
        let read = repair::read(&mut head, &text, |text| serde_json::from_str::<T>(text));
        match read {
            Ok(value) => return Ok(value),
            Err(Mismatch::Json { faults }) if faults.is_empty() => return Err(ValueError { fault: None }),
            Err(Mismatch::Json { faults }) => {
                for fault in faults {
                    draft.mend(fault)?;
                }
            }
            Err(_) => break,
        }
    }
    Err(ValueError { fault: None })
}

/// JSON that becomes a value.
#[derive(Default)]
struct Draft {
    value: Value,
    /// How many values were tried in a place.
    tried: BTreeMap<String, usize>,
}

impl Draft {
    fn mend(&mut self, fault: Fault) -> Result<(), ValueError> {
        let tried = self.tried.entry(fault.pointer.clone()).or_default();
        let place = self.value.pointer_mut(&fault.pointer);
        let Some(place) = place else {
            return Err(ValueError { fault: Some(fault) });
        };
        match (&fault.missing, place) {
            (Some(name), Value::Object(properties)) if !properties.contains_key(name) => {
                properties.insert(name.clone(), Value::Null);
            }
            // A tuple is an array that is too short.
            (None, Value::Array(items)) if fault.expected == Kind::Other && items.len() < MAX_ITEMS => {
                items.push(Value::Null);
            }
            (_, place) => {
                let Some(value) = guess(fault.expected, *tried) else {
                    return Err(ValueError { fault: Some(fault) });
                };
                *tried += 1;
                *place = value;
            }
        }
        Ok(())
    }
}

/// A value of a kind; another one each time.
fn guess(kind: Kind, tried: usize) -> Option<Value> {
    let first = match kind {
        Kind::Null => Some(Value::Null),
        Kind::Boolean => Some(json!(true)),
        Kind::Integer | Kind::Number => Some(json!(1)),
        Kind::String => Some(json!("string")),
        Kind::Array => Some(json!([])),
        Kind::Object => Some(Value::Object(Map::new())),
        Kind::Nothing | Kind::Unreadable | Kind::Other => None,
    };
    let others = [
        json!({}),
        json!("string"),
        json!(1),
        json!([]),
        json!(true),
        json!(["string"]),
    ];
    first.into_iter().chain(others).nth(tried)
}

/// A value of a type that cannot be guessed.
#[derive(Debug)]
pub struct ValueError {
    fault: Option<Fault>,
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.fault {
            Some(fault) => write!(f, "the type asks for more than can be guessed: {fault}"),
            None => f.write_str("the type asks for more than can be guessed"),
        }
    }
}

impl std::error::Error for ValueError {}
