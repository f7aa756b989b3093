//! The Schema Object: JSON Schema 2020-12 with OpenAPI's vocabulary (OpenAPI 3.1 section 4.8.24).

mod implied;
mod read;

use crate::constraints::Constraints;
use crate::rare::{Rare, Usual};
use crate::tree::NodeId;
use std::sync::{Arc, LazyLock};

/// The JSON types that a schema names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Types(u8);

/// A JSON type (JSON Schema Validation section 6.1.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum JsonType {
    /// `null`.
    Null,
    /// `boolean`.
    Boolean,
    /// `integer`.
    Integer,
    /// `number`.
    Number,
    /// `string`.
    String,
    /// `array`.
    Array,
    /// `object`.
    Object,
}

impl JsonType {
    /// All types, in a fixed order.
    pub const ALL: [JsonType; 7] = [
        JsonType::Null,
        JsonType::Boolean,
        JsonType::Integer,
        JsonType::Number,
        JsonType::String,
        JsonType::Array,
        JsonType::Object,
    ];

    /// The word of JSON Schema.
    pub fn as_str(self) -> &'static str {
        match self {
            JsonType::Null => "null",
            JsonType::Boolean => "boolean",
            JsonType::Integer => "integer",
            JsonType::Number => "number",
            JsonType::String => "string",
            JsonType::Array => "array",
            JsonType::Object => "object",
        }
    }

    fn from_str(word: &str) -> Option<JsonType> {
        JsonType::ALL.into_iter().find(|ty| ty.as_str() == word)
    }
}

impl Types {
    /// The set of one type.
    pub fn of(ty: JsonType) -> Types {
        Types(1 << ty as u8)
    }

    /// Whether no type is named: any is allowed.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a type is named.
    pub fn has(self, ty: JsonType) -> bool {
        self.0 & (1 << ty as u8) != 0
    }

    /// This set and one type more.
    #[must_use]
    pub fn with(self, ty: JsonType) -> Types {
        Types(self.0 | 1 << ty as u8)
    }

    /// This set without a type.
    #[must_use]
    pub fn without(self, ty: JsonType) -> Types {
        Types(self.0 & !(1 << ty as u8))
    }

    /// The named types, in a fixed order.
    pub fn iter(self) -> impl Iterator<Item = JsonType> {
        JsonType::ALL.into_iter().filter(move |ty| self.has(*ty))
    }

    /// The only type named, if it is one.
    pub fn single(self) -> Option<JsonType> {
        let mut types = self.iter();
        types.next().filter(|_| types.next().is_none())
    }

    /// The types that both sets allow; an empty set allows all. `None`: nothing is allowed by both.
    pub fn intersect(self, other: Types) -> Option<Types> {
        if self.is_empty() {
            return Some(other);
        }
        if other.is_empty() {
            return Some(self);
        }
        let mut both = self.0 & other.0;
        // Every integer is a number.
        let integer = 1 << JsonType::Integer as u8;
        let number = 1 << JsonType::Number as u8;
        if (self.0 & integer != 0 && other.0 & number != 0) || (self.0 & number != 0 && other.0 & integer != 0) {
            both |= integer;
        }
        (both != 0).then_some(Types(both))
    }
}

/// A schema, as written. Nodes of subschemas are read when they are needed.
#[derive(Clone, Debug, Default)]
pub struct Schema {
    /// `true` or `false` instead of an object.
    pub boolean: Option<bool>,
    /// `$ref` (the node of its string); `$dynamicRef` is read as `$ref`.
    pub reference: Option<NodeId>,
    /// `type`.
    pub types: Types,
    /// `title`.
    pub title: Option<Arc<str>>,
    /// `description`.
    pub description: Option<Arc<str>>,
    /// `format`.
    pub format: Option<Arc<str>>,
    /// `enum`.
    pub values: Option<Vec<NodeId>>,
    /// `const`.
    pub constant: Option<NodeId>,
    /// `default`.
    pub default: Option<NodeId>,
    /// `examples`.
    pub examples: Vec<NodeId>,
    /// `readOnly`.
    pub read_only: bool,
    /// `writeOnly`.
    pub write_only: bool,
    /// `deprecated`.
    pub deprecated: bool,
    /// `externalDocs.url`.
    pub external_docs: Option<Arc<str>>,
    /// `properties`.
    pub properties: Vec<(Arc<str>, NodeId)>,
    /// `required`.
    pub required: Vec<Arc<str>>,
    /// `additionalProperties`.
    pub additional_properties: Option<NodeId>,
    /// `patternProperties`.
    pub pattern_properties: Vec<(Arc<str>, NodeId)>,
    /// `propertyNames`.
    pub property_names: Option<NodeId>,
    /// `unevaluatedProperties`.
    pub unevaluated_properties: Option<NodeId>,
    /// `dependentRequired`.
    pub dependent_required: Vec<(Arc<str>, Vec<Arc<str>>)>,
    /// `dependentSchemas`.
    pub dependent_schemas: Vec<(Arc<str>, NodeId)>,
    /// `items`.
    pub items: Option<NodeId>,
    /// `prefixItems`.
    pub prefix_items: Vec<NodeId>,
    /// `unevaluatedItems`.
    pub unevaluated_items: Option<NodeId>,
    /// `contains`.
    pub contains: Option<NodeId>,
    /// `minContains`.
    pub min_contains: Option<u64>,
    /// `maxContains`.
    pub max_contains: Option<u64>,
    /// `allOf`.
    pub all_of: Vec<NodeId>,
    /// `anyOf`.
    pub any_of: Vec<NodeId>,
    /// `oneOf`.
    pub one_of: Vec<NodeId>,
    /// `not`.
    pub not: Option<NodeId>,
    /// `if`.
    pub condition: Option<NodeId>,
    /// `then`.
    pub consequence: Option<NodeId>,
    /// `else`.
    pub alternative: Option<NodeId>,
    /// Limits of strings, numbers, arrays and objects.
    pub constraints: Rare<Constraints>,
    /// `contentEncoding`.
    pub content_encoding: Option<Arc<str>>,
    /// `contentMediaType`.
    pub content_media_type: Option<Arc<str>>,
    /// `contentSchema`.
    pub content_schema: Option<NodeId>,
    /// `discriminator`.
    pub discriminator: Option<Arc<Discriminator>>,
    /// Extensions that are honoured.
    pub extensions: Rare<Extensions>,
}

impl Schema {
    /// Whether a schema that refers to others by `$ref`, `allOf`, `anyOf` or `oneOf` says no more about a value than they do, but for
    /// its `type` and what is never part of a type. Each keyword is here by name: one that was forgotten would be dropped in
    /// silence wherever it is written beside a reference.
    pub fn is_bare(&self) -> bool {
        let Schema {
            boolean: _,
            // What it refers to, and its type.
            reference: _,
            all_of: _,
            any_of: _,
            one_of: _,
            types: _,
            // Annotations.
            title: _,
            description: _,
            default: _,
            examples: _,
            read_only: _,
            write_only: _,
            deprecated: _,
            external_docs: _,
            content_encoding: _,
            content_media_type: _,
            content_schema: _,
            discriminator: _,
            extensions: _,
            // What no type expresses is asked for by itself.
            not: _,
            condition: _,
            consequence: _,
            alternative: _,
            contains: _,
            min_contains: _,
            max_contains: _,
            property_names: _,
            dependent_required: _,
            dependent_schemas: _,
            unevaluated_items: _,
            unevaluated_properties: _,
            // Assertions.
            format,
            values,
            constant,
            properties,
            required,
            additional_properties,
            pattern_properties,
            items,
            prefix_items,
            constraints,
        } = self;
        format.is_none()
            && values.is_none()
            && constant.is_none()
            && properties.is_empty()
            && required.is_empty()
            && additional_properties.is_none()
            && pattern_properties.is_empty()
            && items.is_none()
            && prefix_items.is_empty()
            && constraints.is_empty()
    }
}

/// The Discriminator Object (OpenAPI 3.1 section 4.8.25).
#[derive(Clone, Debug)]
pub struct Discriminator {
    /// `propertyName`.
    pub property: Arc<str>,
    /// `mapping`: the tag, what it names, and the node of that text.
    pub mapping: Vec<(Arc<str>, Arc<str>, NodeId)>,
    /// `defaultMapping` (3.2).
    pub default_mapping: Option<(Arc<str>, NodeId)>,
}

/// Extensions that are honoured in schemas.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extensions {
    /// `x-enum-varnames`, `x-enumNames`, `x-enum-names`, or the names of `x-ms-enum`.
    pub enum_names: Vec<Option<Arc<str>>>,
    /// `x-enum-descriptions`, `x-enumDescriptions`, by position.
    pub enum_descriptions: Vec<Option<Arc<str>>>,
    /// `x-rust-type`.
    pub rust_type: Option<Arc<str>>,
    /// `x-rust-name`.
    pub rust_name: Option<Arc<str>>,
    /// `x-discriminator-value` or `x-ms-discriminator-value`.
    pub discriminator_value: Option<Arc<str>>,
    /// `x-kubernetes-preserve-unknown-fields`: properties that are not declared are data.
    pub preserve_unknown: bool,
    /// `x-kubernetes-int-or-string` or `x-int-or-string`, which say what `format: int-or-string` does.
    int_or_string: bool,
}

impl Usual for Extensions {
    fn usual() -> &'static Extensions {
        static USUAL: LazyLock<Extensions> = LazyLock::new(Extensions::default);
        &USUAL
    }
}
