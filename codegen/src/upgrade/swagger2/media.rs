//! `consumes` and `produces` (OpenAPI 2.0 "Swagger Object", "Operation Object") to the keys of `content`.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diag::Problem;
use crate::source::Span;
use crate::tree::{Entry, NodeId, Value};

use super::super::{Upgrade, edit};
use super::strings;

/// Media types, each with the place where it is. Empty if the document names none.
#[derive(Clone, Debug, Default)]
pub(super) struct MediaTypes {
    list: Vec<(Arc<str>, Span)>,
}

impl MediaTypes {
    /// Reads the list `keyword` of a document or an operation, without repetitions.
    pub(super) fn read(up: &Upgrade<'_>, object: NodeId, keyword: &str) -> MediaTypes {
        let mut types = MediaTypes::default();
        let Some(node) = up.tree.get(object, keyword) else {
            return types;
        };
        // A single string instead of a list is a common slip.
        if let Value::String(text) = up.tree.value(node) {
            types.list.push((text.clone(), up.tree.span(node)));
        }
        for (text, item) in strings(up, node) {
            types.list.push((text, up.tree.span(item)));
        }
        let mut known = BTreeSet::new();
        types
            .list
            .retain(|(text, _)| !text.is_empty() && known.insert(text.clone()));
        types
    }

    /// The list of an operation, which replaces the document's: even an empty one ("An empty value MAY be used to
    /// clear the global definition").
    pub(super) fn of_operation(up: &Upgrade<'_>, operation: NodeId, keyword: &str) -> Option<MediaTypes> {
        up.tree.get(operation, keyword)?;
        Some(MediaTypes::read(up, operation, keyword))
    }

    /// Whether no media type is named.
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether both name the same media types in the same order.
    pub(super) fn same(&self, other: &MediaTypes) -> bool {
        let texts = |types: &MediaTypes| types.list.iter().map(|(text, _)| text.clone()).collect::<Vec<_>>();
        texts(self) == texts(other)
    }

    /// Only the media types that `wanted` accepts.
    pub(super) fn only(&self, wanted: impl Fn(&str) -> bool) -> MediaTypes {
        MediaTypes {
            list: self.list.iter().filter(|(text, _)| wanted(text)).cloned().collect(),
        }
    }

    /// The media types, or `fallback` if the document names none. One note says so for the whole document.
    pub(super) fn or(&self, up: &mut Upgrade<'_>, node: NodeId, fallback: &'static str) -> MediaTypes {
        if !self.list.is_empty() {
            return self.clone();
        }
        up.report(Problem::AssumedMediaType { media_type: fallback }, up.root);
        MediaTypes::one(fallback, up.tree.span(node))
    }

    /// One media type.
    pub(super) fn one(text: &str, span: Span) -> MediaTypes {
        MediaTypes {
            list: vec![(text.into(), span)],
        }
    }

    /// A `content` map in which every media type has the members `members`, made at the place of `like`.
    pub(super) fn content(&self, up: &mut Upgrade<'_>, like: NodeId, members: &[Entry]) -> NodeId {
        let has_room = up.has_room_for(self.list.len() * (1 + members.len()), like);
        let list = self.list.iter().filter(|_| has_room);
        let entries = list.map(|(text, span)| {
            let media_type = up.tree.derive(like, Value::Object(members.to_vec()));
            edit::member(text, *span, media_type)
        });
        let entries = entries.collect();
        up.tree.derive(like, Value::Object(entries))
    }
}
