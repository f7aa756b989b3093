//! Response Object of 2.0: `schema`, `examples` and the media types of `produces` to `content`.

use crate::diag::Problem;
use crate::tree::{Entry, NodeId};

use super::super::{Upgrade, edit};
use super::bodies::{JSON, shallow_copy};
use super::media::MediaTypes;

/// Copies shared responses that the operation must convert with media types of its own: which they are.
pub(super) fn own_copies(up: &mut Upgrade<'_>, operation: NodeId, produces: &MediaTypes) -> Vec<NodeId> {
    let mut copied = Vec::new();
    let Some(types) = MediaTypes::of_operation(up, operation, "produces") else {
        return copied;
    };
    if types.same(produces) {
        return copied;
    }
    let Some(responses) = up.tree.get(operation, "responses") else {
        return copied;
    };
    for Entry { key, value: item, .. } in up.tree.entries(responses).to_vec() {
        let response = up.walk.refs.follow(up.tree, item);
        if response != item && is_old(up, response) {
            let copy = shallow_copy(up, response);
            up.tree.set(responses, &key, copy);
            copied.push(response);
        }
    }
    copied
}

/// Converts the responses that the operation holds itself.
pub(super) fn upgrade_operation(up: &mut Upgrade<'_>, operation: NodeId, produces: &MediaTypes) {
    let own = MediaTypes::of_operation(up, operation, "produces");
    let produces = own.as_ref().unwrap_or(produces);
    if let Some(responses) = up.tree.get(operation, "responses") {
        for Entry {
            key, value: response, ..
        } in up.tree.entries(responses).to_vec()
        {
            if !key.starts_with("x-") {
                upgrade_response(up, response, produces);
            }
        }
    }
    up.tree.remove(operation, "produces");
}

fn is_old(up: &Upgrade<'_>, response: NodeId) -> bool {
    let has = |key| up.tree.get(response, key).is_some();
    !has("content") && !has("$ref") && (has("schema") || has("examples"))
}

/// Gives a response its `content`.
pub(super) fn upgrade_response(up: &mut Upgrade<'_>, response: NodeId, produces: &MediaTypes) {
    if !is_old(up, response) {
        return;
    }
    let key = match up.tree.get(response, "schema") {
        Some(_) => "schema",
        None => "examples",
    };
    up.report_old(response, key, "`content`");
    let schema = edit::take(up.tree, response, "schema");
    let examples = edit::take(up.tree, response, "examples");
    let Some(from) = schema.as_ref().or(examples.as_ref()).map(|entry| entry.key_span) else {
        return;
    };
    let content = match &schema {
        Some(entry) => {
            let types = match is_file(up, entry.value) {
                true => produces.or(up, response, "*/*"),
                false => produces.or(up, response, JSON),
            };
            types.content(up, response, std::slice::from_ref(entry))
        }
        None => MediaTypes::default().content(up, response, &[]),
    };
    if let Some(examples) = examples {
        add_examples(up, content, examples.value);
    }
    if !up.tree.entries(content).is_empty() {
        edit::set_from(up.tree, response, "content", content, from);
    }
}

/// "Example Object" of 2.0: media type to example.
fn add_examples(up: &mut Upgrade<'_>, content: NodeId, examples: NodeId) {
    for Entry { key, key_span, value } in up.tree.entries(examples).to_vec() {
        if !key.contains('/') {
            up.report_key(
                Problem::ExampleWithoutMediaType { key: key.to_string() },
                examples,
                &key,
            );
            continue;
        }
        let media_type = up.tree.get(content, &key);
        let media_type = media_type.or_else(|| edit::object_at(up.tree, content, &key));
        if let Some(media_type) = media_type {
            edit::set_from(up.tree, media_type, "example", value, key_span);
        }
    }
}

fn is_file(up: &Upgrade<'_>, schema: NodeId) -> bool {
    let word = |key| up.tree.get(schema, key).and_then(|node| up.tree.str(node));
    word("type") == Some("file") || word("format") == Some("binary")
}
