//! The items of streams. Documents describe those of event streams in two ways: as the data of an event, or as the event (OpenAPI
//! 3.2 section 4.14.4).

use crate::diag::Problem;
use crate::lower::Lower;
use crate::lower::schema::Inner;
use crate::openapi::document::MediaType;
use crate::openapi::schema::{JsonType, Schema};
use crate::tree::NodeId;
use std::rc::Rc;

/// What an event has.
const PARTS: [&str; 4] = ["data", "event", "id", "retry"];

impl Lower<'_, '_> {
    /// The schema of each value of a stream. A schema of the whole content is one of the array of all values (OpenAPI 3.2,
    /// "Sequential Media Types"); one that is not an array can only mean each value.
    pub(super) fn item_schema(&mut self, media: &MediaType) -> Option<NodeId> {
        let Some(whole) = media.schema.filter(|_| media.item_schema.is_none()) else {
            return media.item_schema;
        };
        let inner = self.schemas.unwrap(whole).map_or(whole, Inner::node);
        let is_list = self.schemas.kinds(inner).single() == Some(JsonType::Array);
        let said = self.schemas.read(inner);
        match (is_list && said.prefix_items.is_empty(), said.items) {
            (true, Some(items)) => Some(items),
            (true, None) | (false, _) => Some(whole),
        }
    }

    /// The schema of the data of an event; `None`: they are a string. A schema that does not describe an event is that of the data.
    pub(super) fn event_data(&mut self, schema: NodeId) -> Option<NodeId> {
        let Some(event) = self.said(schema) else {
            return Some(schema);
        };
        let data = event.properties.iter().find(|(name, _)| &**name == "data");
        let Some(&(_, data)) = data.filter(|_| is_event(&event)) else {
            return Some(schema);
        };
        let data = self.said(data)?;
        if !is_string(&data, event.properties.len()) {
            return Some(schema);
        }
        if event.one_of.is_empty() && event.any_of.is_empty() {
            return json_of(&data);
        }
        // Each kind of event has data of its own: only what is the same for all of them has a type.
        let mut kinds = Vec::new();
        for &kind in event.one_of.iter().chain(&event.any_of) {
            let kind = self.said(kind)?;
            let own = kind.properties.iter().find(|(name, _)| &**name == "data");
            kinds.push(match own {
                Some(&(_, own)) => json_of(&*self.said(own)?).or(json_of(&data)),
                None => json_of(&data),
            });
        }
        let tree = self.schemas.tree();
        let first = kinds.first().copied().flatten();
        let same = |kind: &Option<NodeId>| kind.zip(first).is_some_and(|(kind, first)| tree.equal(kind, first));
        let is_one = kinds.iter().all(same);
        if !is_one && kinds.iter().any(Option::is_some) {
            self.report(schema, Problem::MixedEvents {});
        }
        first.filter(|_| is_one)
    }

    fn said(&mut self, node: NodeId) -> Option<Rc<Schema>> {
        let inner = self.schemas.unwrap(node)?.node();
        Some(self.schemas.read(inner))
    }
}

fn is_event(schema: &Schema) -> bool {
    let object = schema.types.is_empty() || schema.types.single() == Some(JsonType::Object);
    object && schema.properties.iter().all(|(name, _)| PARTS.contains(&&**name))
}

/// Whether the data of an event are the string that the stream has. Data without a type are, where the event has other parts too.
fn is_string(data: &Schema, parts: usize) -> bool {
    let untyped =
        data.types.is_empty() && data.properties.is_empty() && data.one_of.is_empty() && data.any_of.is_empty();
    let described = data.content_schema.is_some() || data.content_media_type.is_some();
    data.types.has(JsonType::String) || (untyped && (parts > 1 || described))
}

/// The schema of the JSON that a string has (JSON Schema Validation section 8.5).
fn json_of(data: &Schema) -> Option<NodeId> {
    let json = |media: &str| {
        let essence = crate::text::essence(media).to_ascii_lowercase();
        essence == "application/json" || essence.ends_with("+json")
    };
    data.content_schema
        .filter(|_| data.content_media_type.as_deref().is_none_or(json))
}
