//! Names for schemas that had none: after what all their places have in common.

use super::places::Place;
use crate::plan::names::{singular, status_phrase};
use crate::tree::{NodeId, Tree};
use heck::ToUpperCamelCase as _;
use std::collections::BTreeSet;

/// What a place calls its schema.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Role {
    /// After a property, a parameter, a header or a component.
    Named(String),
    /// The body of a request.
    Request,
    /// The body of a response that says success.
    Response,
    /// The body of any other response.
    Error,
}

impl Role {
    fn word(&self) -> &str {
        match self {
            Role::Named(name) => name,
            Role::Request => "Request",
            Role::Response => "Response",
            Role::Error => "Error",
        }
    }
}

/// A name that no other component has. It is added to `taken`, which has names in lower case.
pub(super) fn propose(tree: &Tree, root: NodeId, places: &[Place], taken: &mut BTreeSet<String>) -> String {
    let role = common(tree, root, places);
    let word = role.word().to_owned();
    let mut proposals = Vec::new();
    proposals.extend(title(tree, places));
    match role {
        Role::Named(_) => proposals.push(word.clone()),
        Role::Error => {
            proposals.push(word.clone());
            proposals.extend(status(places));
        }
        // By themselves they say nothing in a list of all schemas.
        Role::Request | Role::Response => {}
    }
    let around = places
        .first()
        .and_then(|place| around(tree, root, &strings(&place.steps)));
    proposals.extend(around.map(|around| format!("{around}{word}")));
    let numbered = (2..).map(|number| format!("{word}{number}"));
    let mut all = proposals.into_iter().chain(numbered);
    let found = all.find(|name| taken.insert(name.to_lowercase()));
    found.unwrap_or(word)
}

fn strings(steps: &[String]) -> Vec<&str> {
    steps.iter().map(String::as_str).collect()
}

/// What most places call it; of those that are as many the first.
fn common(tree: &Tree, root: NodeId, places: &[Place]) -> Role {
    let mut counted: Vec<(Role, usize)> = Vec::new();
    for place in places {
        let role = role(tree, root, &strings(&place.steps));
        match counted.iter_mut().find(|(known, _)| *known == role) {
            Some((_, count)) => *count += 1,
            None => counted.push((role, 1)),
        }
    }
    let most = counted.iter().map(|(_, count)| *count).max();
    let first = counted.into_iter().find(|(_, count)| Some(*count) == most);
    first.map_or_else(|| Role::Named("Schema".to_owned()), |(role, _)| role)
}

/// The title that all places have.
fn title(tree: &Tree, places: &[Place]) -> Option<String> {
    let title = |place: &Place| tree.str(tree.get(place.node, "title")?);
    let first = places.first().and_then(title)?;
    let same = places.iter().all(|place| title(place) == Some(first));
    same.then(|| camel(first))
}

/// `ServiceUnavailableError`, where all places are of one status.
fn status(places: &[Place]) -> Option<String> {
    let status = |place: &Place| {
        let at = place.steps.iter().rposition(|step| step == "responses")?;
        place.steps.get(at + 1).cloned()
    };
    let first = places.first().and_then(status)?;
    let same = places.iter().all(|place| status(place).as_deref() == Some(&*first));
    let phrase = camel(status_phrase(first.parse().ok()?)?);
    let ending = if phrase.ends_with("Error") { "" } else { "Error" };
    same.then(|| format!("{phrase}{ending}"))
}

fn role(tree: &Tree, root: NodeId, steps: &[&str]) -> Role {
    let named = |name: &str| Role::Named(camel(name));
    let with = |rest: &[&str], ending: &str| Role::Named(format!("{}{ending}", role(tree, root, rest).word()));
    match steps {
        [.., "properties", name] | ["components", "schemas", name] | ["definitions", name] => named(name),
        [.., "properties", name, "items"] => match singular(name) {
            Some(one) => named(&one),
            None => Role::Named(format!("{}Item", camel(name))),
        },
        [rest @ .., "items" | "itemSchema"] => with(rest, "Item"),
        [rest @ .., "additionalProperties"] => with(rest, "Value"),
        [rest @ .., "oneOf" | "anyOf", _] => with(rest, "Variant"),
        [.., "headers", name, "schema"] => named(name),
        ["components", _, name, "content", _, "schema"]
        | ["components", _, name, "schema"]
        | ["responses" | "parameters", name, "schema"] => named(name),
        [.., "responses", status, "content", _, "schema"] | [.., "responses", status, "schema"] => {
            match status.starts_with(['1', '2', '3']) {
                true => Role::Response,
                false => Role::Error,
            }
        }
        [.., "requestBody", "content", _, "schema"] => Role::Request,
        [.., "parameters", _, "schema"] => parameter(tree, root, steps),
        _ => Role::Named("Schema".to_owned()),
    }
}

/// The name of a parameter; a body of Swagger 2.0 is a request.
fn parameter(tree: &Tree, root: NodeId, steps: &[&str]) -> Role {
    let mut node = Some(root);
    for step in &steps[..steps.len() - 1] {
        node = node.and_then(|node| {
            let item = step
                .parse()
                .ok()
                .and_then(|index: usize| tree.items(node).get(index).copied());
            tree.get(node, step).or(item)
        });
    }
    let text = |key: &str| node.and_then(|node| tree.str(tree.get(node, key)?));
    match (text("in"), text("name")) {
        (Some("body"), _) | (_, None) => Role::Request,
        (_, Some(name)) => Role::Named(camel(name)),
    }
}

/// What a place is part of: the schema that has the property, or the path of the operation.
fn around(tree: &Tree, root: NodeId, steps: &[&str]) -> Option<String> {
    match steps {
        [rest @ .., "properties", _] | [rest @ .., "properties", _, "items"] => match role(tree, root, rest) {
            Role::Named(name) => Some(name),
            Role::Request | Role::Response | Role::Error => around(tree, root, rest),
        },
        ["paths", path, ..] => {
            let mut parts = path.rsplit('/');
            parts.find(|part| !part.is_empty() && !part.contains('{')).map(camel)
        }
        _ => None,
    }
}

fn camel(text: &str) -> String {
    let name = text.to_upper_camel_case();
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    match plain.is_empty() {
        true => "Schema".to_owned(),
        false => plain,
    }
}
