//! Swagger 2.0 (OpenAPI 2.0) to OpenAPI 3, object by object.
//!
//! The rules run on every document: mixtures exist, and an object of 2.0 is recognised by its shape. In an OpenAPI 3
//! document each such object is reported.

mod bodies;
mod document;
mod media;
mod parameters;
mod responses;
mod security;
mod servers;

use std::collections::BTreeSet;

use crate::tree::{NodeId, Value};

use super::Upgrade;
use super::walk::Kind;

use bodies::Places;
use media::MediaTypes;

/// Rewrites everything of 2.0 that is not inside a schema.
pub(super) fn upgrade(up: &mut Upgrade<'_>) {
    document::merge_ms_paths(up);
    let consumes = MediaTypes::read(up, up.root, "consumes");
    let produces = MediaTypes::read(up, up.root, "produces");
    let mut places = Places::of(up);
    let operations = operations(up);
    // A shared response or body is converted once, with the document's media types. Operations with media types of
    // their own get a copy first, while it is still unconverted.
    let mut copied = BTreeSet::new();
    for operation in &operations {
        copied.extend(bodies::own_copies(up, &mut places, operation, &consumes));
        copied.extend(responses::own_copies(up, operation.node, &produces));
    }
    let replaced = replaced(up, &operations, copied);
    for operation in &operations {
        bodies::upgrade_operation(up, &places, operation, &consumes);
        responses::upgrade_operation(up, operation.node, &produces);
        servers::upgrade_operation(up, operation.node);
    }
    let path_items: Vec<NodeId> = up.walk.of(Kind::PathItem).collect();
    for holder in path_items
        .into_iter()
        .chain(operations.iter().map(|operation| operation.node))
    {
        bodies::remove_parameters(up, &places, holder);
    }
    document::remove_replaced(up, &replaced);
    remaining(up, &places, &consumes, &produces);
    servers::upgrade_document(up);
    document::upgrade_components(up, &places);
    security::upgrade(up);
    for key in ["consumes", "produces"] {
        if up.tree.get(up.root, key).is_some() {
            up.report_old(up.root, key, "`content`");
        }
        up.tree.remove(up.root, key);
    }
}

/// An operation and the path item whose parameters it shares.
struct Operation {
    node: NodeId,
    path_item: NodeId,
}

fn operations(up: &Upgrade<'_>) -> Vec<Operation> {
    let mut operations = Vec::new();
    for path_item in up.walk.of(Kind::PathItem) {
        for entry in up.tree.entries(path_item) {
            let additional = &*entry.key == "additionalOperations";
            let nodes = match additional {
                true => up.tree.entries(entry.value).iter().map(|entry| entry.value).collect(),
                false if super::is_method(&entry.key) => vec![entry.value],
                false => continue,
            };
            let objects = nodes.into_iter().filter(|&node| up.tree.is_object(node));
            operations.extend(objects.map(|node| Operation { node, path_item }));
        }
    }
    operations
}

/// Of the shared parameters and responses that operations have copies of, those that no operation refers to any more.
fn replaced(up: &Upgrade<'_>, operations: &[Operation], mut copied: BTreeSet<NodeId>) -> BTreeSet<NodeId> {
    for operation in operations {
        let lists = [operation.node, operation.path_item].map(|holder| up.tree.get(holder, "parameters"));
        let listed = lists
            .into_iter()
            .flatten()
            .flat_map(|list| up.tree.items(list).to_vec());
        let responses = up.tree.get(operation.node, "responses");
        let responses = responses.map(|map| up.tree.entries(map)).unwrap_or_default();
        for item in listed.chain(responses.iter().map(|entry| entry.value)) {
            copied.remove(&up.walk.refs.follow(up.tree, item));
        }
    }
    copied
}

/// What no operation holds itself: shared parameters, bodies, responses and headers.
fn remaining(up: &mut Upgrade<'_>, places: &Places, consumes: &MediaTypes, produces: &MediaTypes) {
    for (node, kind) in up.walk.nodes.clone() {
        match kind {
            Kind::Parameter => match places.get(node) {
                Some(bodies::Place::Body) => bodies::to_request_body(up, node, consumes),
                Some(bodies::Place::Form) => {}
                None => parameters::upgrade_parameter(up, node),
            },
            Kind::Header => parameters::upgrade_header(up, node),
            Kind::Response => responses::upgrade_response(up, node, produces),
            Kind::Document
            | Kind::Components
            | Kind::PathItem
            | Kind::Operation
            | Kind::RequestBody
            | Kind::MediaType
            | Kind::Encoding
            | Kind::Callback
            | Kind::Schema
            | Kind::Discriminator
            | Kind::Other => {}
        }
    }
}

/// The strings of an array, with their nodes.
fn strings(up: &Upgrade<'_>, list: NodeId) -> Vec<(std::sync::Arc<str>, NodeId)> {
    let strings = up
        .tree
        .items(list)
        .iter()
        .filter_map(|&item| match up.tree.value(item) {
            Value::String(text) => Some((text.clone(), item)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => None,
        });
    strings.collect()
}
