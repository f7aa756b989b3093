//! From findings to the actions of an overlay that make the document true.

use super::Version;
use super::compare::{Comparison, Untrue};
use super::findings::{Evidence, Finding, Findings, is_json};
use super::response::Body;
use super::schema::{Style, schema};
use super::shape::Shape;
use crate::openapi::document::Document;
use crate::openapi::schema::JsonType;
use crate::overlay::{Change, Json, path as target};
use crate::tree::{NodeId, Tree};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// An action of an overlay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Action {
    pub(super) target: String,
    pub(super) change: Change,
    /// Why it is there.
    pub(super) description: String,
    /// What it cures, so that another edition of the document can be asked whether that is still there.
    pub(super) cure: Cure,
}

/// What is found where a schema describes objects, and this is not one of them.
pub(super) const ANOTHER_OBJECT: &str = "another object";

/// What an action cures: the mark of learned actions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cure {
    /// A required property of a schema may be missing.
    Missing { schema: String, name: String },
    /// A schema has values of these types too.
    Found { schema: String, types: Vec<String> },
    /// A value of an enumeration.
    Value { schema: String, value: String },
    /// A schema, or a media type without one, is given content.
    Blank { schema: String },
    /// A response has these properties: `status`, and `media` for one of its media types.
    Response {
        responses: String,
        status: String,
        media: Option<String>,
    },
    /// A response has no body.
    Empty { response: String },
}

/// The keywords of a schema that say nothing about its values: they stay where they are.
fn is_annotation(keyword: &str) -> bool {
    matches!(
        keyword,
        "title"
            | "description"
            | "default"
            | "deprecated"
            | "readOnly"
            | "writeOnly"
            | "example"
            | "examples"
            | "externalDocs"
            | "xml"
            | "nullable"
            | "x-nullable"
    ) || keyword.starts_with("x-")
}

/// What the actions are made from.
pub(super) struct Writer<'a, 't, 'd> {
    /// The document as it is written.
    pub(super) tree: &'a Tree,
    pub(super) root: NodeId,
    /// The same document in the shape of the latest version.
    pub(super) document: &'a Document<'t>,
    pub(super) comparison: &'a mut Comparison<'t, 'd>,
    pub(super) style: Style,
    /// What the evidence is called: `recorded response`, `example`.
    pub(super) noun: &'static str,
    pub(super) actions: Vec<Action>,
    /// What no action can say.
    pub(super) notes: Vec<String>,
}

impl Writer<'_, '_, '_> {
    /// Makes the actions of one round. What is inside of a schema that is rewritten waits for the next.
    pub(super) fn write(&mut self, findings: &Findings) {
        let mut types: BTreeMap<NodeId, Vec<(JsonType, &Evidence)>> = BTreeMap::new();
        for (finding, evidence) in &findings.list {
            if let Finding::Schema(node, Untrue::Type(kind)) = finding {
                types.entry(*node).or_default().push((*kind, evidence));
            }
        }
        let mut rewritten: Vec<String> = Vec::new();
        for (node, found) in &types {
            if !self.inside(*node, &rewritten) {
                rewritten.extend(self.admit(*node, found));
            }
        }
        for (finding, evidence) in &findings.list {
            match finding {
                Finding::Schema(_, Untrue::Type(_)) => {}
                Finding::Schema(node, untrue) => {
                    if !self.inside(*node, &rewritten) {
                        self.schema(*node, untrue, evidence);
                    }
                }
                Finding::NoSchema(media) => self.no_schema(*media, evidence),
                Finding::Status { operation, status } => self.status(*operation, *status, evidence),
                Finding::Content {
                    response,
                    key,
                    operation,
                } => self.content(*operation, *response, key, evidence),
                Finding::Media {
                    response,
                    key,
                    media,
                    operation,
                } => {
                    self.media(*operation, *response, (key, media), evidence, findings);
                }
                Finding::Empty { response, key, .. } => self.empty(*response, key, evidence, findings),
            }
        }
    }

    /// Whether a schema is in one of these places.
    fn inside(&self, node: NodeId, places: &[String]) -> bool {
        let pointer = self.document.tree.pointer(node);
        places.iter().any(|place| {
            let rest = pointer.strip_prefix(&**place);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }

    /// The node as it is written, with its JSONPath; what cannot be reached is noted.
    pub(super) fn reach(&mut self, node: NodeId) -> Option<(NodeId, String)> {
        let upgraded = self.document.tree;
        let written = target::written(self.tree, self.root, upgraded, node);
        let reached = written.and_then(|node| Some((node, target::path(self.tree, self.root, node)?)));
        if reached.is_none() {
            let pointer = upgraded.pointer(node);
            self.notes
                .push(format!("`{pointer}` is in another file: an overlay does not reach it"));
        }
        reached
    }

    pub(super) fn push(&mut self, target: String, change: Change, description: &str, cure: &Cure) {
        self.actions.push(Action {
            target,
            change,
            description: description.to_owned(),
            cure: cure.clone(),
        });
    }

    /// `Missing in 3 recorded responses of GET /zones/{id}.`
    pub(super) fn say(&self, what: &str, evidence: &Evidence) -> String {
        let count = evidence.responses;
        let s = if count == 1 { "" } else { "s" };
        let mut operations = evidence.operations.iter();
        let first = operations.next().map(String::as_str).unwrap_or_default();
        let more = match operations.len() {
            0 => String::new(),
            1 => " and 1 other operation".to_owned(),
            more => format!(" and {more} other operations"),
        };
        format!("{what} in {count} {}{s} of {first}{more}", self.noun)
    }

    fn schema(&mut self, node: NodeId, untrue: &Untrue, evidence: &Evidence) {
        let Some((written, path)) = self.reach(node) else {
            return;
        };
        let pointer = self.tree.pointer(written);
        match untrue {
            Untrue::Required(name) => self.required(written, &path, name, evidence),
            Untrue::Value(kind, value) => {
                let says = self.say("Value", evidence);
                let cure = Cure::Value {
                    schema: pointer,
                    value: value.to_string(),
                };
                let json = match kind {
                    JsonType::String => Json::text(&**value),
                    JsonType::Boolean => Json::Bool(&**value == "true"),
                    JsonType::Null => Json::Null,
                    JsonType::Integer | JsonType::Number => Json::Number(value.to_string()),
                    JsonType::Array | JsonType::Object => return,
                };
                self.push(format!("{path}.enum"), Change::Update(json), &says, &cure);
            }
            Untrue::Blank => {
                let says = self.say("Content", evidence);
                let json = schema(&shapes(evidence), self.style);
                self.push(path, Change::Update(json), &says, &Cure::Blank { schema: pointer });
            }
            Untrue::Type(_) => {}
        }
    }

    fn required(&mut self, written: NodeId, path: &str, name: &Arc<str>, evidence: &Evidence) {
        let pointer = self.tree.pointer(written);
        let cure = Cure::Missing {
            schema: pointer,
            name: name.to_string(),
        };
        let says = self.say("Missing", evidence);
        let list = self.tree.get(written, "required").map(|list| self.tree.items(list));
        match list {
            Some([_]) => self.push(format!("{path}.required"), Change::Remove, &says, &cure),
            Some([_, ..]) => {
                let target = format!("{path}.required[?@ == {}]", target::quoted(name));
                self.push(target, Change::Remove, &says, &cure);
            }
            // `required: true` of a property, as JSON Schema had it once.
            Some([]) | None => {
                let target = format!("{path}.properties{}.required", target::name(name));
                self.push(target, Change::Remove, &says, &cure);
            }
        }
    }

    /// Lets a schema admit more types. Returns its pointer if it was written anew, so that pointers into it changed.
    fn admit(&mut self, node: NodeId, found: &[(JsonType, &Evidence)]) -> Option<String> {
        let (written, path) = self.reach(node)?;
        let pointer = self.tree.pointer(written);
        let mut evidence = Evidence::default();
        for (_, other) in found {
            evidence.responses += other.responses;
            evidence.operations.extend(other.operations.iter().cloned());
            evidence.bodies.extend(other.bodies.iter().cloned());
        }
        let words = found.iter().map(|(kind, _)| match kind {
            JsonType::Object if self.comparison.accepts(node, *kind, 0) => ANOTHER_OBJECT,
            kind => kind.as_str(),
        });
        let words: Vec<&str> = words.collect();
        let says = self.say(&format!("Found {}", words.join(", ")), &evidence);
        let types: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let cure = Cure::Found {
            schema: pointer.clone(),
            types,
        };
        let kinds: BTreeSet<JsonType> = found.iter().map(|(kind, _)| *kind).collect();
        if self.admit_null(&path, &kinds, &says, &cure) {
            return None;
        }
        if self.add_alternatives(written, &path, &shapes(&evidence), &says, &cure)
            || self.add_types(written, &path, &kinds, &says, &cure)
        {
            return None;
        }
        self.wrap(written, &path, &shapes(&evidence), &says, &cure);
        Some(pointer)
    }

    /// Before 3.1 there is a keyword for `null`.
    fn admit_null(&mut self, path: &str, kinds: &BTreeSet<JsonType>, says: &str, cure: &Cure) -> bool {
        let only_null = kinds.len() == 1 && kinds.contains(&JsonType::Null);
        if !only_null || self.style.version == Version::V31 {
            return false;
        }
        let mark = Json::Map(vec![(self.style.version.nullable().to_owned(), Json::Bool(true))]);
        self.push(path.to_owned(), Change::Update(mark), says, cure);
        true
    }

    /// A union gets one more alternative.
    fn add_alternatives(
        &mut self,
        written: NodeId,
        path: &str,
        shapes: &BTreeSet<Shape>,
        says: &str,
        cure: &Cure,
    ) -> bool {
        let tree = self.tree;
        let has = |keyword: &str| tree.get(written, keyword).is_some();
        let keyword = match (has("anyOf"), has("oneOf")) {
            (true, false) => "anyOf",
            (false, true) => "oneOf",
            (true, true) | (false, false) => return false,
        };
        let others = tree.entries(written).iter();
        let mut others = others.filter(|entry| !is_annotation(&entry.key) && *entry.key != *keyword);
        if others.any(|entry| &*entry.key != "discriminator") {
            return false;
        }
        let alternative = schema(shapes, self.style);
        self.push(format!("{path}.{keyword}"), Change::Update(alternative), says, cure);
        true
    }

    /// In 3.1 `type` is a list. `enum` and `const` would still forbid the value.
    fn add_types(&mut self, written: NodeId, path: &str, kinds: &BTreeSet<JsonType>, says: &str, cure: &Cure) -> bool {
        let tree = self.tree;
        let simple = kinds
            .iter()
            .all(|kind| !matches!(kind, JsonType::Array | JsonType::Object));
        let closed = ["enum", "const", "$ref", "allOf", "anyOf", "oneOf"]
            .into_iter()
            .any(|keyword| tree.get(written, keyword).is_some());
        let types = tree.get(written, "type");
        let (Some(types), true, false, Version::V31) = (types, simple, closed, self.style.version) else {
            return false;
        };
        let mut words: Vec<Json> = match tree.str(types) {
            Some(word) => vec![Json::text(word)],
            None => tree.items(types).iter().map(|&word| Json::of(tree, word)).collect(),
        };
        words.extend(kinds.iter().map(|kind| Json::text(kind.as_str())));
        // Of both, `number` has the integers.
        if words.contains(&Json::text("number")) {
            words.retain(|word| *word != Json::text("integer"));
        }
        self.push(format!("{path}.type"), Change::Remove, says, cure);
        let update = match <[Json; 1]>::try_from(words) {
            Ok([word]) => Json::map([("type", word)]),
            Err(words) => Json::map([("type", Json::List(words))]),
        };
        self.push(path.to_owned(), Change::Update(update), says, cure);
        true
    }

    /// What the schema says becomes one of two alternatives.
    fn wrap(&mut self, written: NodeId, path: &str, shapes: &BTreeSet<Shape>, says: &str, cure: &Cure) {
        let tree = self.tree;
        let assertions = tree.entries(written).iter().filter(|entry| !is_annotation(&entry.key));
        let assertions: Vec<(String, Json)> = assertions
            .map(|entry| (entry.key.to_string(), Json::of(tree, entry.value)))
            .collect();
        let keys: Vec<&String> = assertions.iter().map(|(key, _)| key).collect();
        let selector = target::names(&keys);
        self.push(format!("{path}{selector}"), Change::Remove, says, cure);
        let mut alternatives = vec![Json::Map(assertions)];
        match schema(shapes, self.style) {
            Json::Map(entries) => match entries.as_slice() {
                [(keyword, Json::List(several))] if keyword == "anyOf" => alternatives.extend(several.clone()),
                _ => alternatives.push(Json::Map(entries)),
            },
            other => alternatives.push(other),
        }
        let update = Json::map([("anyOf", Json::List(alternatives))]);
        self.push(path.to_owned(), Change::Update(update), says, cure);
    }

    fn no_schema(&mut self, media: NodeId, evidence: &Evidence) {
        let Some((written, path)) = self.reach(media) else {
            return;
        };
        let says = self.say("Content", evidence);
        let cure = Cure::Blank {
            schema: self.tree.pointer(written),
        };
        let update = Json::map([("schema", schema(&shapes(evidence), self.style))]);
        self.push(path, Change::Update(update), &says, &cure);
    }
}

/// The JSON that was seen.
pub(super) fn shapes(evidence: &Evidence) -> BTreeSet<Shape> {
    let json = evidence.bodies.iter().filter_map(|body| match body {
        Body::Json { shape, .. } => Some(shape.clone()),
        Body::Empty | Body::Opaque { .. } => None,
    });
    json.collect()
}

/// The schema of a body that is not JSON: a string, or bytes.
pub(super) fn opaque(media: &str, version: Version) -> Json {
    let is_text = media.starts_with("text/") || media.ends_with("xml") || media.ends_with("yaml");
    match (is_text || is_json(media), version) {
        (true, _) => Json::map([("type", Json::text("string"))]),
        (false, Version::V31) => Json::Map(Vec::new()),
        (false, _) => Json::map([("type", Json::text("string")), ("format", Json::text("binary"))]),
    }
}
