//! What schemas say for people: prose, and what no type expresses.
//!
//! Most parts of a value have an item of their own in Rust, whose documentation this becomes: a type, a field, a variant. What is said
//! of the others, such as the items of a list of strings, goes to the item around them.

use crate::ir::{Docs, Example, InnerDocs, InnerPlace, Shape, Type};
use crate::lower::Lower;
use crate::lower::schema::Inner;
use crate::lower::types::{content_words, is_expressed};
use crate::openapi::schema::{JsonType, Schema};
use crate::tree::print::{string_to_json, to_json};
use crate::tree::{NodeId, Value};
use std::sync::Arc;

/// Letters of the rules of a schema that are carried over.
const LONGEST: usize = 600;

impl Lower<'_, '_> {
    /// What a schema says of its value by itself.
    pub(in crate::lower) fn schema_docs(&mut self, node: NodeId) -> Docs {
        let schema = self.schemas.read(node);
        let prose = [&schema.title, &schema.description, &schema.external_docs];
        let bytes = prose.iter().filter_map(|text| text.as_deref()).map(str::len).sum();
        // What a component says is said at each of its uses.
        if !self.schemas.reader.take(node, 1, bytes) {
            return Docs::default();
        }
        let text = |text: &Option<Arc<str>>| {
            text.as_deref()
                .filter(|text| !text.trim().is_empty())
                .map(str::to_owned)
        };
        let examples = schema.examples.iter().map(|&node| Example {
            name: None,
            summary: None,
            value: self.json(node),
            origin: self.origin(node),
        });
        let examples = examples.collect();
        Docs {
            title: text(&schema.title),
            description: text(&schema.description),
            deprecated: schema.deprecated,
            examples,
            external_docs: text(&schema.external_docs),
            formats: self.formats(&schema),
            content: content_words(&schema),
            content_schema: schema.content_schema.map(|node| to_json(self.schemas.tree(), node)),
            rules: self.rules(node, &schema),
            inner: Vec::new(),
        }
    }

    /// The format, where the type does not say it. A choice between formats of one JSON type is that type.
    fn formats(&mut self, schema: &Schema) -> Vec<String> {
        let own = schema
            .format
            .as_deref()
            .map(str::trim)
            .filter(|format| !format.is_empty());
        if let Some(own) = own {
            let is_said = is_expressed(schema.types, own, self.config.float);
            return if is_said { Vec::new() } else { vec![own.to_owned()] };
        }
        let mut found: Vec<(JsonType, String)> = Vec::new();
        for &member in schema.any_of.iter().chain(&schema.one_of) {
            if self.schemas.is_null(member) {
                continue;
            }
            let Some(inner) = self.schemas.unwrap(member) else {
                continue;
            };
            let member = self.schemas.read(inner.node());
            let kind = member.types.without(JsonType::Null).single();
            let format = member.format.as_deref().filter(|_| member.values.is_none());
            let Some((kind, format)) = kind.zip(format) else {
                return Vec::new();
            };
            found.push((kind, format.to_owned()));
        }
        let is_number = |kind: JsonType| matches!(kind, JsonType::Integer | JsonType::Number);
        let is_one = |kind: JsonType, other: JsonType| kind == other || is_number(kind) && is_number(other);
        let first = found.first().map(|(kind, _)| *kind);
        let is_choice = first.is_some_and(|first| found.iter().all(|(kind, _)| is_one(*kind, first)));
        match is_choice && found.len() > 1 {
            true => found.into_iter().map(|(_, format)| format).collect(),
            false => Vec::new(),
        }
    }

    /// The keywords of a schema that no type expresses, as a schema.
    fn rules(&mut self, node: NodeId, schema: &Schema) -> Option<String> {
        let any_of = self.schemas.is_validation_only(&schema.any_of);
        let one_of = self.schemas.is_validation_only(&schema.one_of);
        let is_untyped = schema.types.is_empty()
            && schema.reference.is_none()
            && schema.all_of.is_empty()
            && schema.values.is_none()
            && schema.constant.is_none();
        let numbers = [JsonType::Integer, JsonType::Number];
        let is_mixed = schema.types.has(JsonType::String) && numbers.iter().any(|kind| schema.types.has(*kind));
        let closes = schema
            .unevaluated_properties
            .is_some_and(|node| self.schemas.is_false(node));
        let tree = self.schemas.tree();
        let is_rule = |keyword: &str| match keyword {
            "anyOf" => any_of,
            "oneOf" => one_of,
            "unevaluatedProperties" => !closes,
            "minLength" | "maxLength" | "pattern" | "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum"
            | "multipleOf" => is_untyped || is_mixed,
            "not" | "if" | "then" | "else" | "contains" | "minContains" | "maxContains" | "propertyNames"
            | "dependentRequired" | "dependentSchemas" | "patternProperties" | "unevaluatedItems" => true,
            _ => false,
        };
        let rules = tree.entries(node).iter().filter(|entry| is_rule(&entry.key));
        let rules = rules.map(|entry| format!("{}:{}", string_to_json(&entry.key), to_json(tree, entry.value)));
        let rules: Vec<String> = rules.collect();
        if rules.is_empty() {
            return None;
        }
        let text = format!("{{{}}}", rules.join(","));
        Some(match text.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
            None => text,
        })
    }

    /// What the schema of a body says where its type is not one of its own.
    pub(in crate::lower) fn value_docs(&mut self, schema: NodeId) -> Docs {
        let layers = self.schemas.layers(schema);
        let layers: Vec<NodeId> = layers.into_iter().filter(|&node| !self.has_item(node)).collect();
        let docs = self.docs_of(&layers);
        Docs {
            examples: Vec::new(),
            ..docs
        }
    }

    /// What the schema of text or bytes says, or the one that it refers to.
    pub(in crate::lower) fn raw_docs(&mut self, schema: NodeId) -> Docs {
        let inner = self.schemas.unwrap(schema);
        let docs = self.docs_of(&[inner.map_or(schema, Inner::node)]);
        Docs {
            examples: Vec::new(),
            ..docs
        }
    }

    /// What is said of a parameter or a header: its own description before what its schema says.
    pub(in crate::lower) fn described_docs(&mut self, description: Option<&str>, schema: Option<NodeId>) -> Docs {
        let layers = schema.map(|schema| self.schemas.layers(schema));
        let mut docs = self.docs_of(&layers.unwrap_or_default());
        let Some(own) = description else { return docs };
        let of_schema = Docs {
            title: docs.title.take(),
            description: docs.description.replace(own.to_owned()),
            ..Docs::default()
        };
        let repeats = of_schema
            .description
            .as_deref()
            .is_none_or(|text| text.trim() == own.trim());
        let has_item = schema.is_some_and(|schema| self.has_item(schema));
        let adds = !repeats || of_schema.title.is_some();
        if adds && !has_item {
            docs.inner.insert(0, InnerDocs::of_whole(of_schema));
        }
        docs
    }

    /// What schemas that apply to one value together say of it: what the first of them says, and what the others add.
    pub(in crate::lower) fn docs_of(&mut self, nodes: &[NodeId]) -> Docs {
        let mut docs = Docs::default();
        let mut added = Vec::new();
        for &node in nodes {
            let own = self.schema_docs(node);
            added.extend(own.description.clone().filter(|_| docs.description.is_some()));
            docs.title = docs.title.or(own.title);
            docs.description = docs.description.or(own.description);
            docs.deprecated |= own.deprecated;
            docs.external_docs = docs.external_docs.or(own.external_docs);
            if docs.formats.is_empty() {
                docs.formats = own.formats;
            }
            docs.content = docs.content.or(own.content);
            docs.content_schema = docs.content_schema.or(own.content_schema);
            docs.rules = docs.rules.or(own.rules);
            docs.examples.extend(own.examples);
        }
        docs.inner = self.inner_docs(nodes);
        let first = docs.description.clone().unwrap_or_default();
        for description in added.into_iter().filter(|added| added.trim() != first.trim()) {
            let description = Some(description);
            docs.inner.push(InnerDocs::of_whole(Docs {
                description,
                ..Docs::default()
            }));
        }
        docs
    }

    /// What schemas that apply to a value together say of its parts. Of the first one, or of that which speaks first, everything else
    /// is said already.
    pub(in crate::lower) fn inner_docs(&mut self, schemas: &[NodeId]) -> Vec<InnerDocs> {
        let mut found = Vec::new();
        for &node in schemas {
            if !self.has_item(node) {
                self.parts_of(node, schemas, &mut found);
            }
        }
        found
    }

    /// The same of the type that a schema has by itself.
    pub(in crate::lower) fn type_inner_docs(&mut self, node: NodeId) -> Vec<InnerDocs> {
        let mut found = Vec::new();
        self.parts_of(node, &[node], &mut found);
        found
    }

    /// Says what each documentation of a type says of parts without an item, now that all items are known.
    pub(in crate::lower) fn finish_docs(&mut self) {
        for (id, node) in self.described.clone() {
            let inner = self.type_inner_docs(node);
            self.api.types[id].docs.inner = inner;
        }
    }

    fn parts_of(&mut self, node: NodeId, known: &[NodeId], found: &mut Vec<InnerDocs>) {
        let schema = self.schemas.read(node);
        for &member in schema.all_of.iter().filter(|member| !known.contains(member)) {
            self.part(InnerPlace::Whole, member, found);
        }
        for (index, &element) in schema.prefix_items.iter().enumerate() {
            self.part(InnerPlace::Element(index), element, found);
        }
        if let Some(items) = schema.items {
            let place = match schema.prefix_items.is_empty() {
                true => InnerPlace::Item,
                false => InnerPlace::Further,
            };
            self.part(place, items, found);
        }
        if let Some(values) = schema.additional_properties {
            let place = match schema.properties.is_empty() {
                true => InnerPlace::Value,
                false => InnerPlace::Undeclared,
            };
            self.part(place, values, found);
        }
        let has_variants = self.has_variants(node);
        for &member in schema.any_of.iter().chain(&schema.one_of) {
            if !known.contains(&member) && (!has_variants || self.schemas.is_null(member)) {
                let place = self.kind_words(member);
                self.part(place, member, found);
            }
        }
    }

    fn part(&mut self, place: InnerPlace, node: NodeId, found: &mut Vec<InnerDocs>) {
        if self.has_item(node) {
            return;
        }
        let schema = self.schemas.read(node);
        let mut docs = self.schema_docs(node);
        docs.examples.clear();
        if matches!(place, InnerPlace::Kind(_)) {
            // The choice says the formats of its members together.
            docs.formats.clear();
            // A value by itself is a variant, which says it.
            if schema.constant.is_some() || schema.values.as_ref().is_some_and(|values| values.len() == 1) {
                (docs.title, docs.description) = (None, None);
            }
        }
        if schema.reference.is_none() {
            self.parts_of(node, &[], &mut docs.inner);
        }
        let default = schema.default.filter(|_| place != InnerPlace::Whole);
        let default = default.filter(|&default| *self.schemas.tree().value(default) != Value::Null);
        let default = default.map(|default| self.json(default));
        if !docs.is_empty() || default.is_some() {
            found.push(InnerDocs { place, docs, default });
        }
    }

    /// Whether a schema has a type of its own, whose documentation says what the schema does.
    fn has_item(&self, node: NodeId) -> bool {
        self.type_of(node).is_some()
    }

    /// Whether a schema is a choice whose variants say what its alternatives do.
    fn has_variants(&self, node: NodeId) -> bool {
        let id = self.type_of(node);
        id.is_some_and(|id| matches!(self.api.types[id].shape, Shape::Union(_)))
    }

    fn type_of(&self, node: NodeId) -> Option<crate::ir::TypeId> {
        match self.types.get(&vec![node])?.ty {
            Type::Named { id, .. } => (self.described.get(&id) == Some(&node)).then_some(id),
            _ => None,
        }
    }

    /// Which values an alternative allows.
    fn kind_words(&mut self, node: NodeId) -> InnerPlace {
        let schema = self.schemas.read(node);
        let values = schema.values.iter().flatten().chain(&schema.constant);
        let values: Vec<String> = values.map(|&value| self.json(value).text()).collect();
        if !values.is_empty() {
            return InnerPlace::Kind(values);
        }
        let kinds = self.schemas.kinds(node);
        InnerPlace::Kind(kinds.iter().map(|kind| kind.as_str().to_owned()).collect())
    }
}
