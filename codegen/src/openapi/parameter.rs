//! Parameters, headers and encodings (OpenAPI 3.1 sections 4.8.12, 4.8.15 and 4.8.21).

use super::Reader;
use super::document::{Encoding, Parameter};
use crate::diag::{Hint, Problem};
use crate::tree::NodeId;
use crate::tree::print::to_json;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

const PARAMETER: &[&str] = &[
    "name",
    "in",
    "description",
    "required",
    "deprecated",
    "allowEmptyValue",
    "style",
    "explode",
    "allowReserved",
    "schema",
    "example",
    "examples",
    "content",
];

const HEADER: &[&str] = &[
    "description",
    "required",
    "deprecated",
    "style",
    "explode",
    "schema",
    "example",
    "examples",
    "content",
];

impl Reader<'_, '_> {
    /// Reads a list of parameters; one that has no name or place is reported and left out. Of two with the same name and
    /// place the later one counts.
    pub(super) fn parameters(&mut self, list: NodeId) -> Vec<Parameter> {
        let mut out: Vec<Parameter> = Vec::new();
        let mut places: BTreeMap<(Arc<str>, Arc<str>), usize> = BTreeMap::new();
        for &node in self.array(list, "parameters") {
            let Some(parameter) = self.parameter(node) else {
                continue;
            };
            match places.entry(parameter.key()) {
                Entry::Occupied(twin) => {
                    let name = parameter.name.to_string();
                    let later = (self.tree.location(node), "it is declared again here".to_owned());
                    let twin = &mut out[*twin.get()];
                    let location = self.tree.location(twin.place);
                    let problem = Problem::DuplicateParameter { name };
                    self.diags.push_related(problem, location, vec![later]);
                    *twin = parameter;
                }
                Entry::Vacant(place) => {
                    place.insert(out.len());
                    out.push(parameter);
                }
            }
        }
        out
    }

    fn parameter(&mut self, node: NodeId) -> Option<Parameter> {
        let target = self.described(node)?;
        let (name, location) = (self.get_string(target, "name"), self.get_string(target, "in"));
        let (Some(name), Some(location)) = (name, location) else {
            self.report(node, Problem::IncompleteParameter {});
            return None;
        };
        if !matches!(&*location, "path" | "query" | "querystring" | "header" | "cookie") {
            let hint = Hint::new(&location, ["path", "query", "header", "cookie"]);
            let location = location.to_string();
            let problem = Problem::UnknownParameterLocation { location, hint };
            self.diags.push(problem, self.tree.member_location(target, "in"));
            return None;
        }
        self.known(target, "parameter", PARAMETER);
        if &*location == "path" && self.get_boolean(target, "required") != Some(true) {
            let name = name.to_string();
            self.report(target, Problem::OptionalPathParameter { name });
        }
        Some(self.parameter_like(node, target, name, location))
    }

    /// Reads the `headers` of a response or an encoding.
    pub(super) fn headers(&mut self, object: NodeId) -> Vec<Parameter> {
        let Some(headers) = self.tree.get(object, "headers") else {
            return Vec::new();
        };
        let mut out = Vec::new();
        for entry in self.map(headers, "headers") {
            let Some(target) = self.described(entry.value) else {
                continue;
            };
            self.known(target, "header", HEADER);
            let name = Arc::clone(&entry.key);
            out.push(self.parameter_like(entry.value, target, name, "header".into()));
        }
        out
    }

    fn parameter_like(&mut self, node: NodeId, target: NodeId, name: Arc<str>, location: Arc<str>) -> Parameter {
        let mut contents = self.contents(target).into_iter();
        let content = contents.next();
        let schema = self.tree.get(target, "schema");
        for other in contents {
            let (name, media_type) = (name.to_string(), other.name.to_string());
            self.report(other.node, Problem::SeveralContents { name, media_type });
        }
        if let Some(inner) = content.as_ref().and_then(|content| content.schema)
            && schema.is_some()
        {
            let name = name.to_string();
            self.report(inner, Problem::SchemaBesideContent { name });
        }
        self.idle_direction(schema);
        Parameter {
            place: node,
            node: target,
            name,
            location,
            required: self.get_boolean(target, "required").unwrap_or(false),
            deprecated: self.get_boolean(target, "deprecated").unwrap_or(false),
            description: self.said(node, target, "description"),
            allow_empty: self.get_boolean(target, "allowEmptyValue").unwrap_or(false),
            style: self.get_string(target, "style"),
            explode: self.get_boolean(target, "explode"),
            allow_reserved: self.get_boolean(target, "allowReserved").unwrap_or(false),
            schema,
            content,
            examples: self.examples(target),
            rust_name: self.get_text(target, "x-rust-name"),
        }
    }

    /// Reports encodings of parts that have no property in the client: those of a list of parts, and of parts in parts (OpenAPI 3.2
    /// section 4.15).
    pub(super) fn unread_encodings(&mut self, node: NodeId, keywords: &[&'static str]) {
        for &keyword in keywords {
            if let Some(value) = self.tree.get(node, keyword) {
                let encoding = to_json(self.tree, value);
                self.report(value, Problem::PartEncoding { keyword, encoding });
            }
        }
    }

    pub(super) fn encoding(&mut self, node: NodeId) -> Encoding {
        const KNOWN: &[&str] = &[
            "contentType",
            "headers",
            "style",
            "explode",
            "allowReserved",
            "encoding",
            "prefixEncoding",
            "itemEncoding",
        ];
        let node = self.in_place(node, "encoding");
        self.known(node, "encoding", KNOWN);
        self.unread_encodings(node, &["encoding", "prefixEncoding", "itemEncoding"]);
        Encoding {
            node,
            content_type: self.get_string(node, "contentType"),
            style: self.get_string(node, "style"),
            explode: self.get_boolean(node, "explode"),
            allow_reserved: self.get_boolean(node, "allowReserved"),
            headers: self.headers(node),
        }
    }
}
