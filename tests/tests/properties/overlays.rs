//! Overlays that are written: applied, they do what they are for, and no action of them is needless.

use super::CASES;
use proptest::prelude::*;
use serde_json::{Value, json};
use specwright::diag::Diagnostics;
use specwright::source::SourceMap;
use specwright::tree::{self, NodeId, Tree};
use specwright::{import, overlay, share};
use specwright_tests::mutate::to_json;
use std::path::Path;

/// Elements of arrays, of which some are the same thing with other properties.
pub(super) const ITEMS: &[&str] = &[
    r#""a""#,
    r#""b""#,
    "1",
    "1.0",
    "null",
    "[1]",
    "[1, 2]",
    r#"{"x": 1}"#,
    r#"{"name": "a", "in": "query"}"#,
    r#"{"name": "a", "in": "path"}"#,
    r#"{"name": "b", "in": "query", "schema": {"type": "string", "enum": ["a", "b"]}}"#,
    r#"{"name": "b", "in": "query", "schema": {"type": "string", "enum": ["b", "c"]}}"#,
    r##"{"$ref": "#/a"}"##,
];

pub(super) fn list(items: &[&str]) -> Value {
    Value::Array(
        items
            .iter()
            .filter_map(|item| serde_json::from_str(item).ok())
            .collect(),
    )
}

/// Documents in one tree.
#[derive(Clone, Default)]
struct Documents {
    tree: Tree,
    sources: SourceMap,
}

impl Documents {
    fn read(&mut self, name: &str, text: &str) -> Result<NodeId, TestCaseError> {
        let mut problems = Diagnostics::new();
        let path = Path::new(name);
        let root = import::read_text(&mut self.tree, &mut self.sources, path, text, &mut problems);
        root.ok_or_else(|| TestCaseError::fail(format!("{name} is not read: {text}")))
    }

    /// Applies an overlay; the codes of its problems.
    fn apply(&mut self, document: NodeId, overlay: NodeId) -> Vec<&'static str> {
        let mut problems = Diagnostics::new();
        overlay::apply(&mut self.tree, &self.sources, document, overlay, &mut problems);
        problems.iter().map(|problem| problem.problem.code()).collect()
    }
}

/// The overlay that is written for two documents makes the second one of the first one, and needs each of its actions.
pub(super) fn turns(old: &Value, new: &Value) -> Result<(), TestCaseError> {
    let mut documents = Documents::default();
    let left = documents.read("old.json", &old.to_string())?;
    let right = documents.read("new.json", &new.to_string())?;
    let difference = overlay::diff(&documents.tree, left, right);
    let Some(difference) = difference else {
        prop_assert!(!old.is_object() || !new.is_object());
        return Ok(());
    };
    if difference.is_empty() {
        prop_assert!(documents.tree.equal(left, right), "{old}\n{new}");
        return Ok(());
    }
    let text = difference.text("difference");
    let again = overlay::diff(&documents.tree, left, right).map(|again| again.text("difference"));
    prop_assert_eq!(Some(&text), again.as_ref());
    let overlay = documents.read("overlay.yaml", &text)?;
    let mut applied = documents.clone();
    let problems = applied.apply(left, overlay);
    prop_assert!(problems.is_empty(), "{:?}\n{}", problems, text);
    prop_assert!(applied.tree.equal(left, right), "{old}\n{new}\n{text}");
    let actions = documents.tree.get(overlay, "actions").unwrap_or(overlay);
    let items = documents.tree.items(actions).to_vec();
    for left_out in 0..items.len().min(8) {
        let mut fewer = documents.clone();
        let mut rest = items.clone();
        rest.remove(left_out);
        fewer.tree.set_value(actions, tree::Value::Array(rest));
        let problems = fewer.apply(left, overlay);
        // Without its only action an overlay is empty, which is a problem of its own.
        let is_done = fewer.tree.equal(left, right) && problems.iter().all(|code| *code == "SW0215");
        prop_assert!(!is_done, "action {left_out} is needless:\n{text}");
    }
    Ok(())
}

/// With the overlay that is proposed a document means the same, and repeats nothing more.
pub(super) fn shares(document: &Value) -> Result<(), TestCaseError> {
    let mut documents = Documents::default();
    let root = documents.read("case.json", &document.to_string())?;
    let shared = share::share(&documents.tree, root);
    if shared.proposal.is_empty() {
        return Ok(());
    }
    let text = shared.proposal.text("shared");
    let overlay = documents.read("overlay.yaml", &text)?;
    let problems = documents.apply(root, overlay);
    prop_assert!(problems.is_empty(), "{:?}\n{}", problems, text);
    let after = to_json(&documents.tree, root);
    let names: Vec<&str> = shared.components.iter().map(|(name, _)| name.as_str()).collect();
    for section in ["/components/schemas", "/definitions"] {
        let schemas = after.pointer(section).and_then(Value::as_object);
        let inlined = |name: &str| schemas.is_some_and(|schemas| schemas.contains_key(name));
        prop_assert!(schemas.is_none() || names.iter().all(|name| inlined(name)), "{text}");
    }
    let kept = without_added(&after, document);
    let mut comparison = Comparison {
        documents: [document, &after],
        names: &names,
        begun: Vec::new(),
    };
    prop_assert!(comparison.agree([document, &kept]), "{document}\n{after}\n{text}");
    prop_assert!(share::share(&documents.tree, root).proposal.is_empty(), "{text}");
    Ok(())
}

/// A document without what it has more than another: components, and the sections that they are in.
fn without_added(document: &Value, before: &Value) -> Value {
    let mut out = document.clone();
    for section in ["/components/schemas", "/definitions"] {
        let known = before.pointer(section).and_then(Value::as_object);
        if let Some(schemas) = out.pointer_mut(section).and_then(Value::as_object_mut) {
            schemas.retain(|name, _| known.is_some_and(|known| known.contains_key(name)));
        }
    }
    if before.pointer("/components/schemas").is_none()
        && let Some(components) = out.get_mut("components").and_then(Value::as_object_mut)
    {
        components.remove("schemas");
    }
    if let Value::Object(members) = &mut out {
        members
            .retain(|key, value| before.get(key).is_some() || value.as_object().is_none_or(|value| !value.is_empty()));
    }
    out
}

/// Compares what two documents mean, with these components where references to them are.
struct Comparison<'a> {
    documents: [&'a Value; 2],
    names: &'a [&'a str],
    /// Values that agree unless something in them differs, as schemas may contain themselves.
    begun: Vec<[&'a Value; 2]>,
}

impl<'a> Comparison<'a> {
    fn agree(&mut self, [before, after]: [&'a Value; 2]) -> bool {
        let [old, new] = self.documents;
        let pair = [self.target(old, before), self.target(new, after)];
        if self
            .begun
            .iter()
            .any(|begun| std::ptr::eq(begun[0], pair[0]) && std::ptr::eq(begun[1], pair[1]))
        {
            return true;
        }
        self.begun.push(pair);
        match pair {
            [Value::Object(before), Value::Object(after)] => {
                let [mut old, mut new] = [before, after].map(|members| {
                    members
                        .iter()
                        .map(|(key, value)| (key.as_str(), value))
                        .filter(|(key, _)| !ANNOTATIONS.contains(key))
                });
                loop {
                    match (old.next(), new.next()) {
                        (Some(before), Some(after)) if self.properties_agree(before, after) => {}
                        (None, None) => return true,
                        _ => return false,
                    }
                }
            }
            [Value::Array(before), Value::Array(after)] => {
                before.len() == after.len()
                    && before
                        .iter()
                        .zip(after)
                        .all(|(before, after)| self.agree([before, after]))
            }
            [before, after] => before == after,
        }
    }

    fn properties_agree(&mut self, (key, before): (&str, &'a Value), (other, after): (&str, &'a Value)) -> bool {
        let unordered = matches!(key, "required" | "enum");
        key == other
            && match (before.as_array(), after.as_array()) {
                (Some(before), Some(after)) if unordered => sorted(before) == sorted(after),
                _ => self.agree([before, after]),
            }
    }

    /// What a value refers to, if it is one of the components.
    fn target(&self, document: &'a Value, value: &'a Value) -> &'a Value {
        let mut value = value;
        for _ in self.names {
            let reference = value.get("$ref").and_then(Value::as_str);
            let reference =
                reference.filter(|text| text.rsplit('/').next().is_some_and(|name| self.names.contains(&name)));
            let target = reference.and_then(|text| document.pointer(text.strip_prefix('#')?));
            match target {
                Some(target) => value = target,
                None => break,
            }
        }
        value
    }
}

fn sorted(items: &[Value]) -> Vec<String> {
    let mut texts: Vec<String> = items.iter().map(Value::to_string).collect();
    texts.sort();
    texts
}

/// What may differ. Properties of these names are left out on both sides.
const ANNOTATIONS: &[&str] = &[
    "$comment",
    "description",
    "example",
    "examples",
    "externalDocs",
    "summary",
    "title",
];

/// The cases one after the other, and what they repeat.
#[test]
fn an_overlay_makes_each_case_of_the_one_before_and_shares_what_it_repeats() -> Result<(), TestCaseError> {
    for pair in CASES.windows(2) {
        turns(&pair[0], &pair[1])?;
        shares(&pair[1])?;
    }
    Ok(())
}

#[test]
fn what_differs_in_more_than_annotations_is_not_shared() -> Result<(), TestCaseError> {
    let schema = |format: &str| json!({"type": "object", "properties": {"at": {"type": "string", "format": format}}});
    let body =
        |format: &str| json!({"post": {"requestBody": {"content": {"application/json": {"schema": schema(format)}}}}});
    let document = json!({"openapi": "3.1.0", "paths": {"/a": body("date"), "/b": body("date-time")}});
    let mut documents = Documents::default();
    let root = documents.read("case.json", &document.to_string())?;
    prop_assert!(share::share(&documents.tree, root).proposal.is_empty());
    Ok(())
}
