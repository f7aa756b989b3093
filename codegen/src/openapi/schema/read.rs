//! How a Schema Object is read, keyword by keyword.

use super::{Discriminator, JsonType, Schema, Types};
use crate::constraints::{ArrayConstraints, Constraints, NumberConstraints, ObjectConstraints, StringConstraints};
use crate::diag::{Hint, Problem};
use crate::number::Number;
use crate::openapi::Reader;
use crate::tree::print::to_json;
use crate::tree::{Entry, NodeId, Step, Value};
use std::sync::Arc;

/// What a schema can say, for "did you mean".
const KEYWORDS: &[&str] = &[
    "$ref",
    "$dynamicRef",
    "$id",
    "$anchor",
    "$dynamicAnchor",
    "$schema",
    "$comment",
    "$defs",
    "properties",
    "patternProperties",
    "dependentSchemas",
    "additionalProperties",
    "unevaluatedProperties",
    "propertyNames",
    "items",
    "prefixItems",
    "unevaluatedItems",
    "contains",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
    "then",
    "else",
    "discriminator",
    "type",
    "enum",
    "const",
    "required",
    "dependentRequired",
    "minContains",
    "maxContains",
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
    "title",
    "description",
    "format",
    "default",
    "examples",
    "example",
    "readOnly",
    "writeOnly",
    "deprecated",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "externalDocs",
    "xml",
    "nullable",
];

impl Reader<'_, '_> {
    /// Reads one schema. Anything that is neither an object nor a boolean is reported and read as `true`.
    pub fn schema(&mut self, node: NodeId) -> Schema {
        let mut schema = Schema::default();
        let mut constraints = Constraints::default();
        let tree = self.tree;
        match tree.value(node) {
            Value::Bool(_) | Value::String(_) if tree.bool(node).is_some() => schema.boolean = tree.bool(node),
            Value::Object(entries) => {
                for entry in entries {
                    if !self.applicator(&mut schema, &entry.key, entry.value)
                        && !self.assertion(&mut schema, &entry.key, entry.value)
                        && !self.constraint(&mut constraints, &entry.key, entry.value)
                        && !self.annotation(&mut schema, &entry.key, entry.value)
                    {
                        self.unknown_schema_keyword(node, entry);
                    }
                }
                self.enum_extensions(&mut schema, node);
                self.impossible_limits(&mut constraints, node);
                schema.constraints = constraints.into();
                self.idle_ahead(&mut schema, node);
                int_or_string(&mut schema);
                self.idle_keywords(node, schema.types);
                self.implied_type(node, &schema);
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
                self.not_a_schema(node);
            }
        }
        schema
    }

    fn unknown_schema_keyword(&mut self, node: NodeId, entry: &Entry) {
        if !entry.key.starts_with("x-") {
            self.unknown(node, "schema", entry, KEYWORDS);
        }
    }

    /// A schema that is neither an object nor a boolean; `legs: integer` was meant to be `legs: {type: integer}`, and `'no'` the
    /// boolean.
    fn not_a_schema(&mut self, node: NodeId) {
        let keyword = match self.tree.step(node) {
            Step::Key(key) => key.to_string(),
            Step::Root | Step::Index(_) => "schema".to_owned(),
        };
        let meant = self.tree.str(node).and_then(|word| match word {
            "true" | "yes" => Some("true".to_owned()),
            "false" | "no" => Some("false".to_owned()),
            word => JsonType::from_str(word).map(|ty| format!("{{type: {}}}", ty.as_str())),
        });
        let problem = Problem::IllTyped {
            keyword,
            expected: "an object or a boolean",
            found: self.tree.kind(node),
            hint: meant.map_or_else(Hint::default, Hint::from),
        };
        self.report(node, problem);
    }

    fn applicator(&mut self, schema: &mut Schema, key: &str, node: NodeId) -> bool {
        match key {
            "$ref" | "$dynamicRef" | "$recursiveRef" => match self.tree.value(node) {
                Value::String(_) => schema.reference = Some(node),
                _ => self.ill_typed(node, key, "a string"),
            },
            "properties" => schema.properties = self.schemas(node, key),
            "patternProperties" => schema.pattern_properties = self.schemas(node, key),
            "dependentSchemas" => schema.dependent_schemas = self.schemas(node, key),
            "additionalProperties" => schema.additional_properties = Some(node),
            "unevaluatedProperties" => schema.unevaluated_properties = Some(node),
            "propertyNames" => schema.property_names = Some(node),
            "items" => schema.items = Some(node),
            "prefixItems" => schema.prefix_items = self.array(node, key).to_vec(),
            "unevaluatedItems" => schema.unevaluated_items = Some(node),
            "contains" => schema.contains = Some(node),
            "allOf" => schema.all_of = self.array(node, key).to_vec(),
            "anyOf" => schema.any_of = self.alternatives(node, key),
            "oneOf" => schema.one_of = self.alternatives(node, key),
            "not" => schema.not = Some(node),
            "if" => schema.condition = Some(node),
            "then" => schema.consequence = Some(node),
            "else" => schema.alternative = Some(node),
            "discriminator" => schema.discriminator = self.discriminator(node),
            _ => return false,
        }
        true
    }

    /// A map of schemas: every key is a name, `x-…` included.
    fn schemas(&mut self, node: NodeId, key: &str) -> Vec<(Arc<str>, NodeId)> {
        let entries = self.object(node, key).iter();
        entries.map(|entry| (Arc::clone(&entry.key), entry.value)).collect()
    }

    fn assertion(&mut self, schema: &mut Schema, key: &str, node: NodeId) -> bool {
        match key {
            "type" => schema.types = self.types(node),
            "enum" => schema.values = Some(self.array(node, key).to_vec()),
            "const" => schema.constant = Some(node),
            "required" => schema.required = self.strings(node, key),
            "dependentRequired" => {
                let entries = self.object(node, key);
                schema.dependent_required = entries
                    .iter()
                    .map(|entry| (Arc::clone(&entry.key), self.strings(entry.value, key)))
                    .collect();
            }
            "minContains" => schema.min_contains = self.count(node, key),
            "maxContains" => schema.max_contains = self.count(node, key),
            _ => return false,
        }
        true
    }

    fn constraint(&mut self, constraints: &mut Constraints, key: &str, node: NodeId) -> bool {
        let Constraints {
            strings:
                StringConstraints {
                    min_length,
                    max_length,
                    patterns,
                },
            numbers:
                NumberConstraints {
                    minimum,
                    maximum,
                    exclusive_minimum,
                    exclusive_maximum,
                    multiple_of,
                    min_ahead,
                },
            arrays:
                ArrayConstraints {
                    min_items,
                    max_items,
                    unique_items,
                },
            objects: ObjectConstraints {
                min_properties,
                max_properties,
            },
        } = constraints;
        match key {
            "minLength" => *min_length = self.count(node, key),
            "maxLength" => *max_length = self.count(node, key),
            "pattern" => *patterns = self.string(node, key).into_iter().collect(),
            "minimum" => *minimum = self.numeric(node, key),
            "maximum" => *maximum = self.numeric(node, key),
            "exclusiveMinimum" => *exclusive_minimum = self.numeric(node, key),
            "exclusiveMaximum" => *exclusive_maximum = self.numeric(node, key),
            "multipleOf" => {
                let number = self.numeric(node, key);
                let positive = number.filter(|number| number.as_f64().is_some_and(|value| value > 0.0));
                if positive.is_none() {
                    self.ill_typed(node, key, "a number above zero");
                }
                *multiple_of = positive.into_iter().collect();
            }
            "x-min-ahead" => *min_ahead = self.count(node, key),
            "minItems" => *min_items = self.count(node, key),
            "maxItems" => *max_items = self.count(node, key),
            "uniqueItems" => *unique_items = self.boolean(node, key).unwrap_or(false),
            "minProperties" => *min_properties = self.count(node, key),
            "maxProperties" => *max_properties = self.count(node, key),
            _ => return false,
        }
        true
    }

    fn numeric(&mut self, node: NodeId, key: &str) -> Option<Number> {
        let number = match self.tree.value(node) {
            Value::Number(number) => Some(number.clone()),
            // Quoted numbers are a frequent slip.
            Value::String(text) if is_json_number(text) => Some(Number::new(text.trim())),
            Value::Null => return None,
            Value::Bool(_) | Value::String(_) | Value::Array(_) | Value::Object(_) => None,
        };
        if number.is_none() {
            self.ill_typed(node, key, "a number");
        }
        number
    }

    fn alternatives(&mut self, node: NodeId, key: &str) -> Vec<NodeId> {
        let alternatives = self.array(node, key).to_vec();
        if alternatives.is_empty() && matches!(self.tree.value(node), Value::Array(_)) {
            let reason = format!("`{key}` has no alternatives");
            self.report(node, Problem::NeverValid { reason });
        }
        alternatives
    }

    fn types(&mut self, node: NodeId) -> Types {
        let words = match self.tree.value(node) {
            Value::Array(items) => items.clone(),
            Value::String(_) => vec![node],
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => {
                self.ill_typed(node, "type", "a string or an array of strings");
                return Types::default();
            }
        };
        if words.is_empty() {
            let reason = "`type` names no type".to_owned();
            self.report(node, Problem::NeverValid { reason });
        }
        let mut types = Types::default();
        for word in words {
            let text = self.string(word, "type").unwrap_or_default();
            match JsonType::from_str(&text) {
                Some(ty) => types = types.with(ty),
                None => self.report(word, Problem::UnknownType { word: text.to_string() }),
            }
        }
        types
    }

    fn annotation(&mut self, schema: &mut Schema, key: &str, node: NodeId) -> bool {
        match key {
            "title" => schema.title = self.string(node, key),
            "description" => schema.description = self.string(node, key),
            "format" => schema.format = self.string(node, key),
            "default" => schema.default = Some(node),
            "examples" => schema.examples = self.example_nodes(node),
            "readOnly" => schema.read_only = self.boolean(node, key).unwrap_or(false),
            "writeOnly" => schema.write_only = self.boolean(node, key).unwrap_or(false),
            "deprecated" => schema.deprecated = self.boolean(node, key).unwrap_or(false),
            "contentEncoding" => schema.content_encoding = self.string(node, key),
            "contentMediaType" => schema.content_media_type = self.string(node, key),
            "contentSchema" => schema.content_schema = Some(node),
            "externalDocs" => schema.external_docs = self.external_docs(node).map(Arc::from),
            "xml" => {
                let xml = to_json(self.tree, node);
                self.report(node, Problem::XmlUnused { xml });
            }
            "x-rust-name" => schema.extensions.rust_name = self.string(node, key),
            "x-rust-type" => schema.extensions.rust_type = self.string(node, key),
            "x-discriminator-value" | "x-ms-discriminator-value" => {
                schema.extensions.discriminator_value = self.string(node, key);
            }
            "x-kubernetes-preserve-unknown-fields" => {
                schema.extensions.preserve_unknown = self.boolean(node, key).unwrap_or(false);
            }
            "x-kubernetes-int-or-string" | "x-int-or-string" => {
                schema.extensions.int_or_string = self.boolean(node, key).unwrap_or(false);
            }
            "$defs" | "definitions" => self.definitions(node, key),
            "$id" | "$anchor" | "$dynamicAnchor" | "$recursiveAnchor" | "$schema" | "$vocabulary" | "$comment"
            | "example" => {}
            _ => return false,
        }
        true
    }

    /// `examples` is an array (JSON Schema Validation section 9.5); some documents write the map of OpenAPI's media types.
    fn example_nodes(&mut self, node: NodeId) -> Vec<NodeId> {
        match self.tree.value(node) {
            Value::Array(items) => items.clone(),
            Value::Object(entries) => {
                let values = entries
                    .iter()
                    .map(|entry| self.tree.get(entry.value, "value").unwrap_or(entry.value));
                values.collect()
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => vec![node],
        }
    }

    fn discriminator(&mut self, node: NodeId) -> Option<Arc<Discriminator>> {
        let node = self.in_place(node, "discriminator");
        self.known(node, "discriminator", &["propertyName", "mapping", "defaultMapping"]);
        let property = self.get_string(node, "propertyName");
        let Some(property) = property else {
            self.report(node, Problem::DiscriminatorWithoutProperty {});
            return None;
        };
        let mut mapping = Vec::new();
        if let Some(entries) = self.tree.get(node, "mapping") {
            for entry in self.map(entries, "mapping") {
                if let Some(target) = self.string(entry.value, "mapping") {
                    mapping.push((Arc::clone(&entry.key), target, entry.value));
                }
            }
        }
        let default_node = self.tree.get(node, "defaultMapping");
        let default_mapping =
            default_node.and_then(|default| self.string(default, "defaultMapping").map(|target| (target, default)));
        Some(Arc::new(Discriminator {
            property,
            mapping,
            default_mapping,
        }))
    }

    fn enum_extensions(&mut self, schema: &mut Schema, node: NodeId) {
        let Some(values) = schema.values.clone() else { return };
        for key in ["x-enum-varnames", "x-enumNames", "x-enum-names"] {
            if let Some(names) = self.tree.get(node, key) {
                schema.extensions.enum_names = self.by_value(names, &values);
            }
        }
        for key in ["x-enum-descriptions", "x-enumDescriptions"] {
            if let Some(texts) = self.tree.get(node, key) {
                schema.extensions.enum_descriptions = self.by_value(texts, &values);
            }
        }
        let named = self
            .tree
            .get(node, "x-ms-enum")
            .and_then(|ms| self.tree.get(ms, "values"));
        let Some(named) = named else { return };
        let tree = self.tree;
        for key in ["name", "description"] {
            let found = values.iter().map(|&value| {
                let wanted = tree.value(value);
                let item = tree.items(named).iter().find(|&&item| {
                    tree.get(item, "value")
                        .is_some_and(|candidate| tree.value(candidate) == wanted)
                })?;
                tree.get(*item, key).and_then(|text| tree.str(text)).map(Arc::from)
            });
            match key {
                "name" => schema.extensions.enum_names = found.collect(),
                _ => schema.extensions.enum_descriptions = found.collect(),
            }
        }
    }

    /// Texts for enum values: a list in the order of the values, or a map by value.
    fn by_value(&mut self, node: NodeId, values: &[NodeId]) -> Vec<Option<Arc<str>>> {
        let tree = self.tree;
        match tree.value(node) {
            Value::Array(items) => items.iter().map(|&item| tree.str(item).map(Arc::from)).collect(),
            Value::Object(_) => values
                .iter()
                .map(|&value| {
                    let key = tree.str(value).map(str::to_owned);
                    let key = key.or_else(|| tree.number(value).map(|number| number.as_str().to_owned()))?;
                    tree.get(node, &key).and_then(|text| tree.str(text)).map(Arc::from)
                })
                .collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
        }
    }
}

/// Kubernetes says that a value is an integer or a string by a format, because Swagger 2.0 has no other way to say it.
fn int_or_string(schema: &mut Schema) {
    let by_format = schema.format.as_deref() == Some("int-or-string");
    if !by_format && !schema.extensions.int_or_string {
        return;
    }
    schema.format = schema.format.take().filter(|_| !by_format);
    let says_it_itself = !schema.any_of.is_empty() || !schema.one_of.is_empty() || schema.reference.is_some();
    if !says_it_itself {
        schema.types = schema.types.with(JsonType::Integer).with(JsonType::String);
    }
}

/// The grammar of RFC 8259 section 6, loosely: a sign, digits, a fraction, an exponent.
fn is_json_number(text: &str) -> bool {
    let text = text.trim();
    text.parse::<f64>().is_ok_and(f64::is_finite) && text.starts_with(|c: char| c == '-' || c.is_ascii_digit())
}
