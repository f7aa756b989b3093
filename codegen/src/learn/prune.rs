//! Which learned actions another edition of the document still needs.

use super::actions::{ANOTHER_OBJECT, Cure};
use super::compare::Comparison;
use super::overlay_text::{self, Listed, MARK, actions};
use crate::diag::Diagnostics;
use crate::openapi;
use crate::openapi::schema::JsonType;
use crate::overlay;
use crate::source::SourceMap;
use crate::tree::{Entry, NodeId, Step, Tree, Value};
use crate::upgrade;

/// The learned actions of an overlay, and whether the document needs them. The tree is the document with what it refers to, after
/// the overlays before this one, and the overlay.
pub fn still_needed(tree: &Tree, root: NodeId, overlay: NodeId) -> Vec<Listed> {
    let text = |node: NodeId, key: &str| {
        tree.get(node, key)
            .and_then(|node| tree.str(node))
            .unwrap_or_default()
            .to_owned()
    };
    let judged = judge(tree, root, overlay);
    let listed = judged.into_iter().filter_map(|(action, needed)| {
        Some(Listed {
            target: text(action, "target"),
            description: text(action, "description"),
            needed: needed?,
        })
    });
    listed.collect()
}

/// The text of an overlay without the learned actions that the document does not need, and how many they were.
pub fn prune(tree: &Tree, root: NodeId, overlay: NodeId, text: &str) -> (String, usize) {
    let judged = judge(tree, root, overlay);
    let dropped = judged
        .iter()
        .enumerate()
        .filter(|(_, (_, needed))| *needed == Some(false));
    let dropped: Vec<usize> = dropped.map(|(index, _)| index).collect();
    let pruned = overlay_text::without(text, tree, &actions(tree, overlay), &dropped);
    (if dropped.is_empty() { text.to_owned() } else { pruned }, dropped.len())
}

/// All actions in order; `None`: not a learned one. Each is judged where those before it that are needed have been applied.
fn judge(tree: &Tree, root: NodeId, overlay: NodeId) -> Vec<(NodeId, Option<bool>)> {
    let mut tree = tree.clone();
    let mut judged = Vec::new();
    let mut before: Option<(Cure, bool)> = None;
    for action in actions(&tree, overlay) {
        let cure = tree.get(action, MARK).and_then(|mark| Cure::read(&tree, mark));
        let needed = match (&cure, &before) {
            (None, _) => None,
            // Two actions can be one change: what is removed is written anew.
            (Some(cure), Some((other, needed))) if cure == other => Some(*needed),
            (Some(cure), _) => Some(is_needed(&tree, root, cure)),
        };
        if needed != Some(false) {
            apply_one(&mut tree, root, overlay, action);
        }
        before = cure.zip(needed);
        judged.push((action, needed));
    }
    judged
}

/// Applies one action of an overlay.
fn apply_one(tree: &mut Tree, root: NodeId, overlay: NodeId, action: NodeId) {
    let list = tree.derive(overlay, Value::Array(vec![action]));
    // What it extends was looked at where the overlay was read.
    let is_kept = |entry: &&Entry| !matches!(&*entry.key, "actions" | "extends");
    let kept = tree.entries(overlay).iter().filter(is_kept);
    let mut entries: Vec<Entry> = kept.cloned().collect();
    entries.push(Entry {
        key: "actions".into(),
        key_span: tree.span(overlay),
        value: list,
    });
    let alone = tree.add(tree.span(overlay), overlay, Step::Root, Value::Object(entries));
    overlay::apply(tree, &SourceMap::new(), root, alone, &mut Diagnostics::tolerant());
}

/// Whether what an action cures is in the document.
fn is_needed(tree: &Tree, root: NodeId, cure: &Cure) -> bool {
    let at = |pointer: &str| tree.lookup(root, pointer.strip_prefix('#')?);
    match cure {
        Cure::Missing { schema, name } => at(schema).is_some_and(|schema| requires(tree, schema, name)),
        Cure::Found { schema, types } => at(schema).is_some_and(|schema| !accepts(tree, root, schema, types)),
        Cure::Value { schema, value } => at(schema)
            .and_then(|schema| tree.get(schema, "enum"))
            .is_some_and(|values| !tree.items(values).iter().any(|&listed| is_value(tree, listed, value))),
        Cure::Blank { schema } => at(schema).is_some_and(|schema| is_blank(tree, schema)),
        Cure::Response {
            responses,
            status,
            media: None,
        } => {
            let operation = responses.strip_suffix("/responses").and_then(at);
            let responses = at(responses);
            operation.is_some() && responses.is_none_or(|responses| tree.get(responses, status).is_none())
        }
        Cure::Response {
            responses,
            status,
            media: Some(media),
        } => {
            let response = at(responses).and_then(|responses| tree.get(responses, status));
            let response = response.map(|response| follow(tree, response));
            response.is_some_and(|response| !has_media(tree, root, response, responses, media))
        }
        Cure::Empty { response } => at(response)
            .is_some_and(|response| tree.get(response, "content").is_some() || tree.get(response, "schema").is_some()),
    }
}

/// What a Reference Object leads to.
fn follow(tree: &Tree, node: NodeId) -> NodeId {
    let reference = tree
        .get(node, "$ref")
        .and_then(|reference| Some((reference, tree.str(reference)?)));
    let target = reference.and_then(|(reference, text)| tree.resolve(reference, text).ok());
    target.unwrap_or(node)
}

fn requires(tree: &Tree, schema: NodeId, name: &str) -> bool {
    let listed = tree
        .get(schema, "required")
        .map(|list| tree.items(list))
        .unwrap_or_default();
    let property = tree
        .get(schema, "properties")
        .and_then(|properties| tree.get(properties, name));
    let marked = property.and_then(|property| tree.bool(tree.get(property, "required")?));
    listed.iter().any(|&listed| tree.str(listed) == Some(name)) || marked == Some(true)
}

fn accepts(tree: &Tree, root: NodeId, schema: NodeId, types: &[String]) -> bool {
    let mut upgraded = tree.clone();
    let (mut problems, mut schema_problems) = (Diagnostics::tolerant(), Diagnostics::tolerant());
    if upgrade::to_latest(&mut upgraded, root, &mut problems).is_none() {
        return false;
    }
    let document = openapi::read(&upgraded, root, &mut problems);
    let mut comparison = Comparison::new(document.reader(&mut schema_problems));
    // What it looks like is not known here: a union may have it.
    let is_union = ["anyOf", "oneOf"]
        .iter()
        .any(|keyword| tree.get(schema, keyword).is_some());
    if types.iter().any(|word| word == ANOTHER_OBJECT) && !is_union {
        return false;
    }
    let kinds = JsonType::ALL.into_iter();
    let mut kinds = kinds.filter(|kind| types.iter().any(|word| *word == kind.as_str()));
    kinds.all(|kind| comparison.accepts(schema, kind, 0))
}

fn is_value(tree: &Tree, listed: NodeId, value: &str) -> bool {
    match tree.value(listed) {
        Value::String(text) => **text == *value,
        Value::Number(number) => number.as_str() == value,
        Value::Bool(bool) => bool.to_string() == value,
        Value::Null | Value::Array(_) | Value::Object(_) => false,
    }
}

/// A Media Type Object without a schema, or a schema that says nothing but its type.
fn is_blank(tree: &Tree, schema: NodeId) -> bool {
    let says_nothing = |entry: &Entry| match &*entry.key {
        "type" | "title" | "description" | "example" | "examples" | "nullable" => true,
        "properties" | "schema" => tree.entries(entry.value).is_empty(),
        key => key.starts_with("x-"),
    };
    tree.entries(schema).iter().all(says_nothing)
}

fn has_media(tree: &Tree, root: NodeId, response: NodeId, responses: &str, media: &str) -> bool {
    let listed = |list: NodeId| tree.items(list).iter().any(|&name| tree.str(name) == Some(media));
    if let Some(content) = tree.get(response, "content") {
        return tree.get(content, media).is_some();
    }
    let operation = responses
        .strip_suffix("/responses")
        .and_then(|pointer| tree.lookup(root, pointer.strip_prefix('#')?));
    let own = operation.and_then(|operation| tree.get(operation, "produces"));
    tree.get(response, "schema").is_some() && own.or_else(|| tree.get(root, "produces")).is_some_and(listed)
}
