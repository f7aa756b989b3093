//! Changes of documents at random, for tests and for `fuzz`: the words that mean something, and what can be done to a tree.

use serde_json::{Map, Value, json};
use specwright::diag::Diagnostics;
use specwright::import;
use specwright::source::SourceMap;
use specwright::tree::{self, NodeId, Tree};
use std::path::Path;

/// A small random number generator (xorshift64*): the same numbers for the same seed, on every machine.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// The numbers of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// The next number, from 0 to one less than `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % bound.max(1)
    }

    /// Whether something happens that happens once in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of several.
    ///
    /// # Panics
    /// If there is none.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// Words that mean something as names of members.
pub const KEYS: &[&str] = &[
    "$ref",
    "$id",
    "$anchor",
    "$defs",
    "$dynamicRef",
    "$self",
    "additionalItems",
    "additionalOperations",
    "additionalProperties",
    "allOf",
    "allowEmptyValue",
    "allowReserved",
    "anyOf",
    "application/json",
    "bearerFormat",
    "callbacks",
    "components",
    "const",
    "contains",
    "content",
    "contentEncoding",
    "contentMediaType",
    "default",
    "definitions",
    "dependentRequired",
    "dependentSchemas",
    "deprecated",
    "description",
    "discriminator",
    "else",
    "encoding",
    "enum",
    "example",
    "examples",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "explode",
    "externalDocs",
    "flows",
    "format",
    "get",
    "headers",
    "if",
    "in",
    "info",
    "itemSchema",
    "items",
    "links",
    "mapping",
    "maxContains",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipart/form-data",
    "multipleOf",
    "name",
    "not",
    "nullable",
    "oneOf",
    "openapi",
    "operationId",
    "parameters",
    "pathItems",
    "paths",
    "pattern",
    "patternProperties",
    "post",
    "prefixItems",
    "properties",
    "propertyName",
    "propertyNames",
    "readOnly",
    "requestBodies",
    "requestBody",
    "required",
    "responses",
    "schema",
    "schemas",
    "schemes",
    "scopes",
    "security",
    "securitySchemes",
    "servers",
    "style",
    "summary",
    "swagger",
    "tags",
    "text/event-stream",
    "then",
    "title",
    "tokenUrl",
    "type",
    "unevaluatedItems",
    "unevaluatedProperties",
    "uniqueItems",
    "url",
    "variables",
    "version",
    "webhooks",
    "writeOnly",
    "x-enum-varnames",
    "x-rust-name",
    "x-rust-type",
    "xml",
    "200",
    "2XX",
    "default",
    "/a",
    "/a/{b}",
    "A",
    "B",
    "a",
    "b",
    "",
];

/// Words that mean something as values.
pub const TEXTS: &[&str] = &[
    "",
    "a",
    "A",
    "#",
    "#/components/schemas/A",
    "#/components/schemas/B",
    "#/components/schemas/A/properties/a",
    "#/components/parameters/A",
    "#/components/responses/A",
    "#/paths/~1a",
    "#/paths/~1a/get/responses/200",
    "#a",
    "other.yaml#/A",
    "string",
    "number",
    "integer",
    "boolean",
    "array",
    "object",
    "null",
    "file",
    "query",
    "path",
    "header",
    "cookie",
    "body",
    "formData",
    "form",
    "simple",
    "label",
    "matrix",
    "deepObject",
    "pipeDelimited",
    "spaceDelimited",
    "date-time",
    "int32",
    "int64",
    "binary",
    "byte",
    "^a",
    "(",
    "^(?!a)",
    "\\p{L}+",
    "application/json",
    "text/plain",
    "*/*",
    "apiKey",
    "http",
    "bearer",
    "basic",
    "oauth2",
    "openIdConnect",
    "Authorization",
    "x-api-key",
    "https://example.com/{a}",
    "{",
    "self",
    "\u{202e}",
    "\0",
    "3.1.0",
    "3.0.3",
    "2.0",
    "1.0",
    "*/",
    "type",
    "true",
    "1",
];

/// A document as JSON; `None` if it cannot be read.
pub fn read(text: &str) -> Option<Value> {
    let mut tree = Tree::new();
    let mut problems = Diagnostics::new();
    let root = import::read_text(
        &mut tree,
        &mut SourceMap::new(),
        Path::new("case.yaml"),
        text,
        &mut problems,
    )?;
    Some(to_json(&tree, root))
}

/// A node as JSON.
pub fn to_json(tree: &Tree, node: NodeId) -> Value {
    match tree.value(node) {
        tree::Value::Null => Value::Null,
        tree::Value::Bool(value) => json!(value),
        tree::Value::Number(number) => serde_json::from_str(number.as_str()).unwrap_or(json!(0)),
        tree::Value::String(text) => json!(&**text),
        tree::Value::Array(items) => items.iter().map(|&item| to_json(tree, item)).collect(),
        tree::Value::Object(entries) => {
            let members = entries
                .iter()
                .map(|entry| (entry.key.to_string(), to_json(tree, entry.value)));
            Value::Object(members.collect::<Map<_, _>>())
        }
    }
}

/// One change of a document.
#[derive(Clone, Debug)]
pub enum Change {
    /// The node is gone.
    Delete,
    /// The value of another node takes the place of this one.
    Copy,
    /// Two nodes take each other's place.
    Swap,
    /// It has another value.
    Retype(Value),
    /// Its key is another one.
    Rename(&'static str),
    /// It has one member more, if it is an object.
    Insert(&'static str, Value),
}

/// The pointers of all nodes below the root.
pub fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut child = |step: &str, value: &Value| {
        let path = format!("{at}/{}", step.replace('~', "~0").replace('/', "~1"));
        found.push(path.clone());
        pointers(value, &path, found);
    };
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(index, item)| child(&index.to_string(), item)),
        Value::Object(members) => members.iter().for_each(|(key, value)| child(key, value)),
        _ => {}
    }
}

/// Changes a document. `first` and `second` choose the node that is changed, and the one that it is changed by.
pub fn apply(document: &mut Value, change: &Change, first: usize, second: usize) {
    let mut all = Vec::new();
    pointers(document, "", &mut all);
    let Some(place) = all.get(first % all.len().max(1)).cloned() else {
        return;
    };
    let other = all[second % all.len()].clone();
    let taken = document.pointer(&other).cloned().unwrap_or_default();
    match change {
        Change::Delete => drop(remove(document, &place)),
        Change::Copy => put(document, &place, taken),
        Change::Swap => {
            let here = document.pointer(&place).cloned().unwrap_or_default();
            put(document, &place, taken);
            put(document, &other, here);
        }
        Change::Retype(value) => put(document, &place, value.clone()),
        Change::Rename(key) => {
            let parent = place.rsplit_once('/').map_or("", |(parent, _)| parent).to_owned();
            if let Some(value) = remove(document, &place)
                && let Some(Value::Object(members)) = document.pointer_mut(&parent)
            {
                members.insert((*key).to_owned(), value);
            }
        }
        Change::Insert(key, value) => {
            if let Some(Value::Object(members)) = document.pointer_mut(&place) {
                members.insert((*key).to_owned(), value.clone());
            }
        }
    }
}

/// Puts a value in the place of another one.
pub fn put(document: &mut Value, place: &str, value: Value) {
    if let Some(slot) = document.pointer_mut(place) {
        *slot = value;
    }
}

/// Takes a node away.
pub fn remove(document: &mut Value, place: &str) -> Option<Value> {
    let (parent, step) = place.rsplit_once('/')?;
    match document.pointer_mut(parent)? {
        Value::Object(members) => members.remove(&step.replace("~1", "/").replace("~0", "~")),
        Value::Array(items) => {
            let index: usize = step.parse().ok()?;
            (index < items.len()).then(|| items.remove(index))
        }
        _ => None,
    }
}

/// A value with words that mean something anywhere in it.
pub fn value(random: &mut Random, depth: usize) -> Value {
    let below = |random: &mut Random| value(random, depth.saturating_sub(1));
    match random.below(if depth == 0 { 8 } else { 16 }) {
        0 => Value::Null,
        1 => json!(random.once_in(2)),
        2 => json!(random.below(70) as i64 - 3),
        3 => random
            .pick(&[json!(1e300), json!(-0.5), json!(u64::MAX), json!(i64::MIN)])
            .clone(),
        4..8 => json!(random.pick(TEXTS)),
        8..10 => (0..random.below(4)).map(|_| below(random)).collect(),
        _ => {
            let members = (0..random.below(6)).map(|_| ((*random.pick(KEYS)).to_owned(), below(random)));
            Value::Object(members.collect())
        }
    }
}

/// A change of any kind.
pub fn change(random: &mut Random) -> Change {
    let key = *random.pick(KEYS);
    match random.below(6) {
        0 => Change::Delete,
        1 => Change::Copy,
        2 => Change::Swap,
        3 => Change::Retype(value(random, 3)),
        4 => Change::Rename(key),
        _ => Change::Insert(key, value(random, 3)),
    }
}

/// Bytes at which readers of text tend to differ.
const PIECES: &[&str] = &[
    "\0",
    "\u{feff}",
    "\r",
    "\r\n",
    "\t",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    ": ",
    "- ",
    "? ",
    "&a ",
    "*a",
    "<<: *a",
    "!!str ",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "|\n ",
    ">-\n ",
    "#",
    "\"",
    "'",
    "\\",
    "\\u0000",
    "\\ud800",
    "1e999",
    "-0",
    "0x1f",
    ".nan",
    "null",
    "~",
    "```yaml\n",
    "```\n",
    "~~~\n",
    "<!--",
    "-->",
    "\u{85}",
    "\u{2028}",
    "\u{202e}",
    "é",
    "\u{10ffff}",
];

/// Changes text byte by byte and piece by piece; it may not be UTF-8 any more.
pub fn change_bytes(bytes: &mut Vec<u8>, random: &mut Random) {
    let at = random.below(bytes.len() + 1);
    let end = at + random.below(20.min(bytes.len() - at + 1));
    match random.below(8) {
        0 => drop(bytes.drain(at..end)),
        1 => {
            let again = bytes[at..end].to_vec();
            bytes.splice(at..at, again);
        }
        2 => {
            let count = [2, 20, 300, 3_000][random.below(4)];
            let again = bytes[at..end].repeat(count);
            bytes.splice(at..end, again);
        }
        3 => bytes.insert(at, random.below(256) as u8),
        4 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
        5 => bytes.truncate(at.max(bytes.len() / 2)),
        6 => {
            let from = random.below(bytes.len() + 1);
            let taken = bytes[from..bytes.len().min(from + 200)].to_vec();
            bytes.splice(at..end, taken);
        }
        _ => {
            let piece = random.pick(PIECES).bytes();
            bytes.splice(at..end, piece);
        }
    }
}
