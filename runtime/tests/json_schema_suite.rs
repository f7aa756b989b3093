//! The official JSON Schema test suite (draft 2020-12), run against schemas that are built here from JSON.
//!
//! The folder with the suite's `*.json` files comes from the environment variable `SPECWRIGHT_CONFORMANCE`; without
//! it the test says so and passes. Left out: remote documents, `$dynamicRef`, `$vocabulary`, `format` as an
//! assertion, and numbers beyond 64 bits with a fraction (serde_json reads those as `f64`).

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use serde_json::{Map, Value};

use specwright_runtime::v1::{Const, Number, Pattern, Ref, Schema, Types};

fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn leak_all<T>(values: Vec<T>) -> &'static [T] {
    Vec::leak(values)
}

fn leak_str(text: &str) -> &'static str {
    String::leak(text.to_owned())
}

/// Builds schemas out of one document. References are resolved by URI without fragment, then by anchor or pointer.
struct Builder<'d> {
    /// The schema resources by absolute URI.
    resources: BTreeMap<String, &'d Value>,
    anchors: BTreeMap<(String, String), (&'d Value, String)>,
    /// What has been referred to, by the address of its JSON, since that is one object per schema.
    built: BTreeMap<usize, &'static OnceLock<Schema>>,
    /// Why the schema cannot be built, if so.
    unsupported: Option<String>,
}

impl<'d> Builder<'d> {
    const ROOT: &'static str = "test:/root";

    fn new(document: &'d Value) -> Self {
        let mut builder = Self {
            resources: BTreeMap::new(),
            anchors: BTreeMap::new(),
            built: BTreeMap::new(),
            unsupported: None,
        };
        builder.resources.insert(Self::ROOT.to_owned(), document);
        builder.index(document, Self::ROOT);
        builder
    }

    /// Finds `$id` and `$anchor` wherever a schema can be.
    fn index(&mut self, value: &'d Value, base: &str) {
        let Value::Object(members) = value else { return };
        let base = match members.get("$id").and_then(Value::as_str) {
            Some(id) => join(base, id),
            None => base.to_owned(),
        };
        if members.contains_key("$id") {
            self.resources.insert(base.clone(), value);
        }
        for keyword in ["$anchor", "$dynamicAnchor"] {
            if let Some(anchor) = members.get(keyword).and_then(Value::as_str) {
                let key = (base.clone(), anchor.to_owned());
                self.anchors.insert(key, (value, base.clone()));
            }
        }
        for (keyword, value) in members {
            match (keyword.as_str(), value) {
                ("enum" | "const", _) => {}
                (
                    "properties" | "patternProperties" | "$defs" | "definitions" | "dependentSchemas" | "dependencies",
                    Value::Object(schemas),
                ) => schemas.values().for_each(|schema| self.index(schema, &base)),
                ("allOf" | "anyOf" | "oneOf" | "prefixItems", Value::Array(schemas)) => {
                    schemas.iter().for_each(|schema| self.index(schema, &base));
                }
                (
                    "items"
                    | "additionalProperties"
                    | "propertyNames"
                    | "contains"
                    | "not"
                    | "if"
                    | "then"
                    | "else"
                    | "unevaluatedItems"
                    | "unevaluatedProperties",
                    _,
                ) => self.index(value, &base),
                _ => {}
            }
        }
    }

    fn resolve(&mut self, base: &str, reference: &str) -> Option<&'static OnceLock<Schema>> {
        let (path, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let uri = if path.is_empty() {
            base.to_owned()
        } else {
            join(base, path)
        };
        let root = *self.resources.get(&uri)?;
        let fragment = percent_decode(fragment);
        let (target, base) = if fragment.is_empty() {
            (root, uri)
        } else if fragment.starts_with('/') {
            self.walk(root, uri, &fragment)?
        } else {
            self.anchors.get(&(uri, fragment)).cloned()?
        };
        let key = std::ptr::from_ref(target).addr();
        if let Some(cell) = self.built.get(&key) {
            return Some(cell);
        }
        let cell: &'static OnceLock<Schema> = leak(OnceLock::new());
        self.built.insert(key, cell);
        let schema = self.schema(target, &base);
        cell.get_or_init(|| schema);
        Some(cell)
    }

    /// Follows a JSON pointer, changing the base at every `$id` on the way.
    fn walk(&self, root: &'d Value, base: String, pointer: &str) -> Option<(&'d Value, String)> {
        let (mut value, mut base) = (root, base);
        for token in pointer.split('/').skip(1) {
            let token = token.replace("~1", "/").replace("~0", "~");
            value = match value {
                Value::Array(items) => items.get(token.parse::<usize>().ok()?)?,
                other => other.get(&token)?,
            };
            if let Some(id) = value.get("$id").and_then(Value::as_str) {
                base = join(&base, id);
            }
        }
        // `schema` joins the `$id` of the target itself, which is the same again.
        Some((value, base))
    }

    fn schema(&mut self, value: &'d Value, base: &str) -> Schema {
        let members = match value {
            Value::Bool(true) => return Schema::ANY,
            Value::Bool(false) => return Schema::NONE,
            Value::Object(members) => members,
            other => {
                self.unsupported = Some(format!("a schema that is {other}"));
                return Schema::ANY;
            }
        };
        let base = match members.get("$id").and_then(Value::as_str) {
            Some(id) => join(base, id),
            None => base.to_owned(),
        };
        let mut schema = Schema::ANY;
        for (keyword, value) in members {
            self.assertion(&mut schema, keyword, value);
            self.applicator(&mut schema, keyword, value, &base);
            self.dependency(&mut schema, keyword, value, &base);
        }
        schema
    }

    fn assertion(&mut self, schema: &mut Schema, keyword: &str, value: &'d Value) {
        let number = || value.as_number().map(Number::from);
        // `2.0` is a legal limit.
        let count = || value.as_f64().map(|count| count as u64);
        match keyword {
            "type" => schema.types = Some(types(value)),
            "enum" => schema.enumeration = value.as_array().map(|all| constants(all)),
            "const" => schema.constant = Some(Const::Value(leak(value.clone()))),
            "multipleOf" => schema.multiple_of = number(),
            "maximum" => schema.maximum = number(),
            "exclusiveMaximum" => schema.exclusive_maximum = number(),
            "minimum" => schema.minimum = number(),
            "exclusiveMinimum" => schema.exclusive_minimum = number(),
            "maxLength" => schema.max_length = count(),
            "minLength" => schema.min_length = count(),
            "pattern" => schema.pattern = Some(self.pattern(value.as_str().unwrap_or_default())),
            "maxItems" => schema.max_items = count(),
            "minItems" => schema.min_items = count(),
            "uniqueItems" => schema.unique_items = value == &Value::Bool(true),
            "maxContains" => schema.max_contains = count(),
            "minContains" => schema.min_contains = count(),
            "maxProperties" => schema.max_properties = count(),
            "minProperties" => schema.min_properties = count(),
            "required" => schema.required = names(value),
            "dependentRequired" => {
                let entries = value.as_object().into_iter().flatten();
                schema.dependent_required = leak_all(entries.map(|(name, all)| (leak_str(name), names(all))).collect());
            }
            _ => {}
        }
    }

    fn applicator(&mut self, schema: &mut Schema, keyword: &str, value: &'d Value, base: &str) {
        match keyword {
            "$ref" => {
                let reference = value.as_str().unwrap_or_default();
                match self.resolve(base, reference) {
                    Some(target) => schema.reference = Some(Ref::Late(target)),
                    None => self.unsupported = Some(format!("remote reference {reference}")),
                }
            }
            "$dynamicRef" => self.unsupported = Some("$dynamicRef".to_owned()),
            "allOf" => schema.all_of = self.list(value, base),
            "anyOf" => schema.any_of = self.list(value, base),
            "oneOf" => schema.one_of = self.list(value, base),
            "not" => schema.not = Some(self.one(value, base)),
            "if" => schema.if_ = Some(self.one(value, base)),
            "then" => schema.then = Some(self.one(value, base)),
            "else" => schema.else_ = Some(self.one(value, base)),
            "dependentSchemas" => schema.dependent_schemas = self.named(value, base),
            "prefixItems" => schema.prefix_items = self.list(value, base),
            "items" => schema.items = Some(self.one(value, base)),
            "contains" => schema.contains = Some(self.one(value, base)),
            "properties" => schema.properties = self.named(value, base),
            "patternProperties" => {
                let named = self.named(value, base);
                let all = named.iter().map(|(source, schema)| (self.pattern(source), *schema));
                schema.pattern_properties = leak_all(all.collect());
            }
            "additionalProperties" => schema.additional_properties = Some(self.one(value, base)),
            "propertyNames" => schema.property_names = Some(self.one(value, base)),
            "unevaluatedItems" => schema.unevaluated_items = Some(self.one(value, base)),
            "unevaluatedProperties" => {
                schema.unevaluated_properties = Some(self.one(value, base));
            }
            _ => {}
        }
    }

    /// `dependencies` of earlier drafts: both kinds of dependency in one.
    fn dependency(&mut self, schema: &mut Schema, keyword: &str, value: &'d Value, base: &str) {
        if keyword != "dependencies" {
            return;
        }
        let (mut required, mut schemas) = (Vec::new(), Vec::new());
        for (name, value) in value.as_object().into_iter().flatten() {
            match value {
                Value::Array(_) => required.push((leak_str(name), names(value))),
                _ => schemas.push((leak_str(name), self.schema(value, base))),
            }
        }
        schema.dependent_required = leak_all(required);
        schema.dependent_schemas = leak_all(schemas);
    }

    fn one(&mut self, value: &'d Value, base: &str) -> &'static Schema {
        leak(self.schema(value, base))
    }

    fn list(&mut self, value: &'d Value, base: &str) -> &'static [Schema] {
        let schemas = value.as_array().into_iter().flatten();
        leak_all(schemas.map(|schema| self.schema(schema, base)).collect())
    }

    fn named(&mut self, value: &'d Value, base: &str) -> &'static [(&'static str, Schema)] {
        let schemas = value.as_object().into_iter().flatten();
        leak_all(
            schemas
                .map(|(name, schema)| (leak_str(name), self.schema(schema, base)))
                .collect(),
        )
    }

    fn pattern(&mut self, source: &str) -> Pattern {
        // As JSON Schema recommends: with the flag `u`.
        match regress::Regex::with_flags(source, "u") {
            Ok(regex) => {
                let matches = leak(move |text: &str| regex.find(text).is_some());
                Pattern::new(leak_str(source), matches)
            }
            Err(error) => {
                self.unsupported = Some(format!("pattern {source}: {error}"));
                Pattern::new("", &|_| true)
            }
        }
    }
}

fn types(value: &Value) -> Types {
    let named = |value: &Value| {
        value
            .as_str()
            .and_then(Types::named)
            .expect("the suite uses standard types only")
    };
    match value {
        Value::Array(all) => all.iter().map(named).reduce(Types::or).expect("at least one type"),
        one => named(one),
    }
}

fn constants(values: &[Value]) -> &'static [Const<'static>] {
    leak_all(values.iter().map(|value| Const::Value(leak(value.clone()))).collect())
}

fn names(value: &Value) -> &'static [&'static str] {
    let names = value.as_array().into_iter().flatten().filter_map(Value::as_str);
    leak_all(names.map(leak_str).collect())
}

/// RFC 3986, section 5.2, as far as the suite needs it.
fn join(base: &str, reference: &str) -> String {
    let reference = reference.split('#').next().unwrap_or_default().trim_start_matches("./");
    let scheme = |uri: &str| {
        let (scheme, _) = uri.split_once(':')?;
        scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
            .then_some(())
    };
    if reference.is_empty() {
        return base.to_owned();
    }
    if scheme(reference).is_some() {
        return reference.to_owned();
    }
    let path_start = match base.split_once("://") {
        Some((scheme, rest)) => scheme.len() + 3 + rest.find('/').unwrap_or(rest.len()),
        None => base.find(':').map_or(0, |colon| colon + 1),
    };
    let (authority, path) = base.split_at(path_start);
    if reference.starts_with('/') {
        return format!("{authority}{reference}");
    }
    let folder = path.rfind('/').map_or("/", |slash| &path[..=slash]);
    format!("{authority}{folder}{reference}")
}

fn percent_decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match (first, hex.and_then(|hex| u8::from_str_radix(hex, 16).ok())) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).expect("the suite's references are UTF-8")
}

/// What this interpreter does not claim to do.
fn left_out(file: &str, group: &str, schema: &Value) -> Option<&'static str> {
    match file {
        "refRemote.json" => return Some("remote documents"),
        "dynamicRef.json" => return Some("$dynamicRef"),
        "vocabulary.json" => return Some("$vocabulary"),
        "format-assertion.json" => return Some("format"),
        "cross-draft.json" => return Some("other drafts"),
        "bignum.json" if group.contains("float comparison") => {
            return Some("more digits than f64 has");
        }
        _ => {}
    }
    let text = schema.to_string();
    text.contains("$dynamicRef").then_some("$dynamicRef")
}

#[derive(Default)]
struct Totals {
    passed: usize,
    skipped: BTreeMap<String, usize>,
    failed: Vec<String>,
}

fn run_group(file: &str, group: &Map<String, Value>, totals: &mut Totals) {
    let text = |members: &Map<String, Value>, name: &str| {
        members.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let description = text(group, "description");
    let document = &group["schema"];
    let tests = group["tests"].as_array().expect("a list of tests");
    let mut skip = left_out(file, &description, document).map(str::to_owned);
    let mut schema = Schema::ANY;
    if skip.is_none() {
        let mut builder = Builder::new(document);
        schema = builder.schema(document, Builder::ROOT);
        skip = builder.unsupported;
    }
    if let Some(reason) = skip {
        *totals.skipped.entry(reason).or_default() += tests.len();
        return;
    }
    for test in tests {
        let members = test.as_object().expect("a test is an object");
        let valid = schema.check(&members["data"]).is_ok();
        if valid == (members["valid"] == Value::Bool(true)) {
            totals.passed += 1;
        } else {
            let test = text(members, "description");
            totals.failed.push(format!("{file}: {description}: {test}"));
        }
    }
}

fn run_folder(folder: &Path, totals: &mut Totals) {
    let entries = std::fs::read_dir(folder).expect("the folder of the suite can be read");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    for path in paths {
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let name = path.file_name().expect("a file").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).expect("a file of the suite can be read");
        let groups: Vec<Value> = serde_json::from_str(&text).expect("the suite is JSON");
        for group in &groups {
            run_group(&name, group.as_object().expect("a group is an object"), totals);
        }
    }
}

#[test]
#[allow(clippy::print_stdout, reason = "a test that was skipped has to say so")]
fn json_schema_test_suite() {
    let Some(folder) = std::env::var_os("SPECWRIGHT_CONFORMANCE") else {
        println!("skipped: SPECWRIGHT_CONFORMANCE does not name the folder of the JSON Schema test suite");
        return;
    };
    let folder = Path::new(&folder);
    let mut totals = Totals::default();
    run_folder(folder, &mut totals);
    if folder.join("optional").is_dir() {
        run_folder(&folder.join("optional"), &mut totals);
    }
    println!("{} passed, {} failed", totals.passed, totals.failed.len());
    for (reason, count) in &totals.skipped {
        println!("{count} skipped: {reason}");
    }
    assert!(totals.failed.is_empty(), "{}", totals.failed.join("\n"));
    assert!(totals.passed > 0, "no test found");
}

#[test]
fn references_are_joined() {
    assert_eq!(join("http://a/b/c.json", "d.json"), "http://a/b/d.json");
    assert_eq!(join("http://a/b/c.json", "/d.json"), "http://a/d.json");
    assert_eq!(join("http://a", "d"), "http://a/d");
    assert_eq!(join("http://a/b", "urn:x:y"), "urn:x:y");
    assert_eq!(join("test:/root", "d"), "test:/d");
}
