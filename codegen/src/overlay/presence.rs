//! The settings that say whether something is required, and whether it may be `null`: short forms of actions of an overlay.
//!
//! Like a target of an overlay, a setting that changes nothing is an error: the document has changed under it.

use crate::config::{Config, Located};
use crate::diag::{Diagnostics, Hint, Problem};
use crate::tree::{NodeId, Tree, Value, unescape_pointer};
use indexmap::IndexMap;

/// Changes documents, in any version, as `required` and `nullable` of the settings say: the first that has what they name.
pub fn settle(tree: &mut Tree, roots: &[NodeId], config: &Config, diags: &mut Diagnostics) {
    each(tree, roots, "required", &config.required, require, diags);
    each(tree, roots, "nullable", &config.nullable, admit_null, diags);
}

/// Where a setting applies.
struct Place<'s> {
    root: NodeId,
    /// The pointer, without `#`.
    pointer: &'s str,
    node: NodeId,
}

/// Applies the settings of a table. Why one has no effect is the error of `change`.
fn each(
    tree: &mut Tree,
    roots: &[NodeId],
    table: &str,
    settings: &IndexMap<String, Located<bool>>,
    change: fn(&mut Tree, &Place<'_>, bool) -> Result<(), &'static str>,
    diags: &mut Diagnostics,
) {
    let mut known: Option<Vec<String>> = None;
    for (key, setting) in settings {
        let found = key.strip_prefix('#').and_then(|pointer| {
            let mut places = roots.iter().map(|&root| (root, tree.lookup(root, pointer)));
            places.find_map(|(root, node)| {
                let node = node?;
                Some(Place { root, pointer, node })
            })
        });
        let name = format!("{table}.{key}");
        let problem = match found {
            None => {
                let known = known.get_or_insert_with(|| roots.iter().flat_map(|&root| pointers(tree, root)).collect());
                let hint = Hint::new(key, known.iter().map(String::as_str));
                Problem::UnmatchedSetting { key: name, hint }
            }
            Some(place) => match change(tree, &place, setting.value) {
                Ok(()) => continue,
                Err(reason) => {
                    let reason = reason.to_owned();
                    Problem::InvalidSetting { key: name, reason }
                }
            },
        };
        diags.push(problem, setting.location());
    }
}

/// What the settings can name: all properties, parameters and request bodies.
fn pointers(tree: &Tree, root: NodeId) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(root, String::from("#"))];
    while let Some((node, pointer)) = open.pop() {
        let holds = ["/properties", "/parameters", "/requestBodies"];
        let is_listed = holds.iter().any(|end| pointer.ends_with(end));
        let items = tree.items(node).iter().enumerate();
        let items = items.map(|(index, &item)| (item, index.to_string()));
        let entries = tree.entries(node).iter();
        let entries = entries.map(|entry| (entry.value, crate::tree::escape_pointer(&entry.key)));
        for (child, step) in items.chain(entries) {
            let pointer = format!("{pointer}/{step}");
            if is_listed || step == "requestBody" {
                found.push(pointer.clone());
            }
            open.push((child, pointer));
        }
    }
    found.sort();
    found
}

/// Makes a property, a parameter or a request body required, or not.
fn require(tree: &mut Tree, place: &Place<'_>, required: bool) -> Result<(), &'static str> {
    let (parent, name) = place.pointer.rsplit_once('/').unwrap_or(("", ""));
    let holder = parent.strip_suffix("/properties");
    if let Some(schema) = holder.and_then(|pointer| tree.lookup(place.root, pointer)) {
        return require_property(tree, schema, place.node, &unescape_pointer(name), required);
    }
    let is_body = name == "requestBody" || parent.ends_with("/requestBodies");
    if !is_body && tree.get(place.node, "in").is_none() {
        return Err("it names neither a property, a parameter nor a request body");
    }
    if tree.get(place.node, "$ref").is_some() {
        return Err("it names a reference: name what that refers to");
    }
    let is_required = tree.get(place.node, "required").and_then(|flag| tree.bool(flag)) == Some(true);
    if is_required == required {
        return Err("the document says so too");
    }
    set_flag(tree, place.node, "required", required);
    Ok(())
}

fn set_flag(tree: &mut Tree, node: NodeId, key: &str, flag: bool) {
    let value = tree.derive(node, Value::Bool(flag));
    tree.set(node, key, value);
}

/// A property is in the list of the schema that has it, or has the flag of older versions.
fn require_property(
    tree: &mut Tree,
    schema: NodeId,
    property: NodeId,
    name: &str,
    required: bool,
) -> Result<(), &'static str> {
    let flag = tree.get(property, "required").filter(|&flag| tree.bool(flag).is_some());
    let flagged = flag.is_some_and(|flag| tree.bool(flag) == Some(true));
    let list = tree
        .get(schema, "required")
        .filter(|&list| matches!(tree.value(list), Value::Array(_)));
    let names = list.map(|list| tree.items(list).to_vec()).unwrap_or_default();
    let rest: Vec<NodeId> = names
        .iter()
        .copied()
        .filter(|&item| tree.str(item) != Some(name))
        .collect();
    let is_listed = rest.len() < names.len();
    if (is_listed || flagged) == required {
        return Err("the document says so too");
    }
    match (required, list) {
        (true, Some(list)) => {
            let item = tree.derive_str(property, name);
            tree.push(list, item);
        }
        (true, None) => {
            let item = tree.derive_str(property, name);
            let list = tree.derive(property, Value::Array(vec![item]));
            tree.set(schema, "required", list);
        }
        (false, list) => {
            if flagged {
                tree.remove(property, "required");
            }
            if let Some(list) = list.filter(|_| is_listed) {
                tree.set_value(list, Value::Array(rest));
            }
        }
    }
    Ok(())
}

/// Lets a schema admit `null`, or not, in the words of any version.
fn admit_null(tree: &mut Tree, place: &Place<'_>, nullable: bool) -> Result<(), &'static str> {
    let node = place.node;
    if !tree.is_object(node) {
        return Err("it does not name a schema that is an object");
    }
    match nullable {
        true if admits_null(tree, node) => Err("the document says so too"),
        true => {
            set_flag(tree, node, "nullable", true);
            Ok(())
        }
        false => forbid_null(tree, node),
    }
}

fn admits_null(tree: &Tree, node: NodeId) -> bool {
    let flag = |key: &str| tree.get(node, key).and_then(|flag| tree.bool(flag)) == Some(true);
    let types = tree.get(node, "type");
    let has_type = types.is_some_and(|types| {
        let words = tree.items(types).iter().chain([&types]);
        words.into_iter().any(|&word| tree.str(word) == Some("null"))
    });
    let has_member = ["anyOf", "oneOf"].iter().any(|key| {
        let members = tree.get(node, key).map(|members| tree.items(members));
        members.is_some_and(|members| members.iter().any(|&member| is_null(tree, member)))
    });
    flag("nullable") || flag("x-nullable") || has_type || has_member
}

/// Whether a schema is that of `null` only.
fn is_null(tree: &Tree, node: NodeId) -> bool {
    let is = |key: &str, holds: &dyn Fn(NodeId) -> bool| tree.get(node, key).is_some_and(holds);
    is("type", &|word| tree.str(word) == Some("null")) || is("const", &|value| *tree.value(value) == Value::Null)
}

fn forbid_null(tree: &mut Tree, node: NodeId) -> Result<(), &'static str> {
    if !admits_null(tree, node) {
        return Err("this schema does not admit `null` itself: name the one that does");
    }
    tree.remove(node, "nullable");
    tree.remove(node, "x-nullable");
    let is_word = |tree: &Tree, word| tree.str(word) == Some("null");
    let is_value = |tree: &Tree, value| *tree.value(value) == Value::Null;
    without(tree, node, "type", is_word);
    without(tree, node, "enum", is_value);
    without(tree, node, "anyOf", is_null);
    without(tree, node, "oneOf", is_null);
    Ok(())
}

/// Takes elements out of a list, if there is one.
fn without(tree: &mut Tree, node: NodeId, key: &str, is_one: impl Fn(&Tree, NodeId) -> bool) {
    let Some(list) = tree.get(node, key) else { return };
    let items = tree.items(list).to_vec();
    let rest: Vec<NodeId> = items.iter().copied().filter(|&item| !is_one(tree, item)).collect();
    if rest.len() < items.len() {
        tree.set_value(list, Value::Array(rest));
    }
}
