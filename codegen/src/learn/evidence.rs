//! The examples of a document as evidence: what a response example contradicts is not true.
//!
//! With the setting `reading.examples = "evidence"` the document is changed as a recording would change it: a received property that
//! an example omits is optional, a type that an example contradicts is wider, and an object without properties has those of its
//! examples. What was changed says so in its description, which becomes documentation.

use super::actions::{Action, Cure, Writer};
use super::compare::{Comparison, Untrue};
use super::findings::{self, Evidence, Finding, Findings};
use super::response::{Body, Of, Response, Responses};
use super::schema::Style;
use super::shape::{Allowed, Shape};
use super::{Learned, Version, recording, rounds};
use crate::config::{Config, ResponseExamples};
use crate::diag::{Diagnostics, Problem};
use crate::openapi::document::{Document, MediaType};
use crate::overlay::Json;
use crate::tree::{NodeId, Tree, Value};
use crate::{openapi, upgrade};
use std::collections::{BTreeMap, BTreeSet};

/// How many actions a diagnostic names.
const MAX_NAMED: usize = 3;

/// Changes a document so that it describes its response examples, if the settings say so. Returns the version that it is written in.
pub fn examples(tree: &mut Tree, root: NodeId, config: &Config) -> SpecVersion {
    match config.reading.examples {
        ResponseExamples::Illustration => {}
        ResponseExamples::Evidence => _ = from_examples(tree, root),
    }
    SpecVersion(Version::of(tree, root))
}

fn from_examples(tree: &mut Tree, root: NodeId) -> Learned {
    let mut problems = Diagnostics::tolerant();
    let mut upgraded = tree.clone();
    if upgrade::to_latest(&mut upgraded, root, &mut problems).is_none() {
        return Learned::default();
    }
    let document = openapi::read(&upgraded, root, &mut problems);
    let mut responses = Responses::default();
    for (media, value) in response_examples(&document) {
        let json = inner_json(&upgraded, value);
        if let Some(json) = &json {
            replace(tree, value, json);
        }
        let shape = shape(&upgraded, value, json.as_ref(), &Allowed::default());
        responses.add(example(&document, media, shape));
    }
    let style = Style {
        version: Version::of(tree, root),
        required: true,
    };
    let learned = rounds(tree, root, &responses, style, "example");
    mark(tree, root, &learned.actions);
    learned
}

/// Warns of response examples that a client cannot read, where examples are looked at.
pub fn check_examples(document: &mut Document<'_>, version: SpecVersion, config: &Config, diags: &mut Diagnostics) {
    if config.examples {
        let unreadable = unreadable_examples(document, version, diags);
        document.unreadable = unreadable;
    }
}

fn unreadable_examples(document: &Document<'_>, version: SpecVersion, diags: &mut Diagnostics) -> BTreeSet<NodeId> {
    let tree = document.tree;
    let mut schema_problems = Diagnostics::tolerant();
    let mut comparison = Comparison::new(document.reader(&mut schema_problems));
    let mut unreadable = BTreeSet::new();
    for (media, value) in response_examples(document) {
        let Some(schema) = media.schema.filter(|_| findings::is_json(&media.name)) else {
            continue;
        };
        let json = inner_json(tree, value);
        let shape = shape(tree, value, json.as_ref(), &Allowed::everything());
        let faults = comparison.body(schema, &shape);
        let fatal: Vec<_> = faults.into_iter().filter(|fault| fault.fatal).collect();
        let Some(first) = fatal.first() else { continue };
        let reason = match &first.untrue {
            Untrue::Required(name) => format!("the required property `{name}` is missing"),
            Untrue::Type(kind) => format!("a value is of the type `{}`", kind.as_str()),
            Untrue::Value(..) | Untrue::Blank => continue,
        };
        let more = match fatal.len() - 1 {
            0 => String::new(),
            1 => ", and 1 more".to_owned(),
            more => format!(", and {more} more"),
        };
        let mut findings = Findings::default();
        for fault in fatal {
            let mut evidence = Evidence::default();
            let shape = fault.shape;
            evidence.bodies.insert(Body::Json { media: None, shape });
            findings
                .list
                .insert(Finding::Schema(fault.schema, fault.untrue), evidence);
        }
        let actions = cures(document, &mut comparison, version.0, &findings);
        let problem = Problem::UnreadableExample {
            reason: format!("{reason}{more}"),
            actions,
        };
        diags.push(problem, tree.location(value));
        unreadable.insert(value);
    }
    unreadable
}

/// The version in which a document is written, for what is said about it after it was upgraded.
#[derive(Clone, Copy, Debug)]
pub struct SpecVersion(Version);

/// Actions in one line.
fn cures<'t>(
    document: &Document<'t>,
    comparison: &mut Comparison<'t, '_>,
    version: Version,
    findings: &Findings,
) -> String {
    let style = Style {
        version,
        required: true,
    };
    let mut writer = Writer {
        tree: document.tree,
        root: document.node,
        document,
        comparison,
        style,
        noun: "example",
        actions: Vec::new(),
        notes: Vec::new(),
    };
    writer.write(findings);
    let named = writer
        .actions
        .iter()
        .take(MAX_NAMED)
        .map(|action| action.plain().flow());
    let mut out: Vec<String> = named.collect();
    if writer.actions.len() > MAX_NAMED {
        out.push(format!("and {} more", writer.actions.len() - MAX_NAMED));
    }
    out.join(", ")
}

/// The examples of responses, with their media types.
fn response_examples<'d>(document: &'d Document<'_>) -> Vec<(&'d MediaType, NodeId)> {
    let responses = document.operations.iter().flat_map(|operation| &operation.responses);
    let contents = responses.flat_map(|(_, response)| &response.content);
    let mut found: BTreeMap<NodeId, (&MediaType, NodeId)> = BTreeMap::new();
    for media in contents.filter(|media| findings::is_json(&media.name)) {
        for example in &media.examples {
            // A component that several operations refer to is one response.
            found.entry(example.value).or_insert((media, example.value));
        }
    }
    found.into_values().collect()
}

fn example(document: &Document<'_>, media: &MediaType, shape: Shape) -> Response {
    Response {
        of: Of::Example(document.tree.pointer(media.node)),
        body: Body::Json {
            media: findings::media_of(media),
            shape,
        },
    }
}

/// A string example that is the text of an object or an array: authors paste what they saw.
fn inner_json(tree: &Tree, value: NodeId) -> Option<Tree> {
    let text = tree.str(value)?;
    let mut inner = Tree::new();
    text.trim_start().starts_with(['{', '[']).then_some(())?;
    recording::json(&mut inner, text)?;
    Some(inner)
}

fn shape(tree: &Tree, value: NodeId, json: Option<&Tree>, allowed: &Allowed) -> Shape {
    match json.and_then(|json| Some((json, json.document()?))) {
        Some((json, root)) => Shape::of(json, root, allowed),
        None => Shape::of(tree, value, allowed),
    }
}

/// Puts the value of a text in its place.
fn replace(tree: &mut Tree, text: NodeId, json: &Tree) {
    if let Some(root) = json.document() {
        let value = Json::of(json, root).node(tree, text);
        tree.replace(text, value);
    }
}

/// Says in descriptions what comes from examples.
fn mark(tree: &mut Tree, root: NodeId, actions: &[Action]) {
    let mut done: Vec<&Cure> = Vec::new();
    for action in actions.iter().map(|action| &action.cure) {
        if done.contains(&action) {
            continue;
        }
        done.push(action);
        let (pointer, says) = match action {
            Cure::Missing { schema, name } => {
                let name = crate::tree::escape_pointer(name);
                (
                    format!("{schema}/properties/{name}"),
                    "Optional, since an example of the document omits it.".to_owned(),
                )
            }
            Cure::Found { schema, types } => {
                let types = types.join("`, `");
                (schema.clone(), format!("Examples of the document have `{types}` here."))
            }
            Cure::Blank { schema } => (
                schema.clone(),
                "Its type is that of the document's examples.".to_owned(),
            ),
            Cure::Value { .. } | Cure::Response { .. } | Cure::Empty { .. } => continue,
        };
        let node = pointer.strip_prefix('#').and_then(|pointer| tree.lookup(root, pointer));
        if let Some(node) = node.filter(|&node| tree.is_object(node)) {
            describe(tree, node, &says);
        }
    }
}

fn describe(tree: &mut Tree, schema: NodeId, says: &str) {
    let known = tree.get(schema, "description").and_then(|text| tree.str(text));
    let text = match known.map(str::trim_end).filter(|text| !text.is_empty()) {
        Some(text) => format!("{text}\n\n{says}"),
        None => says.to_owned(),
    };
    let value = tree.derive(schema, Value::String(text.into()));
    tree.set(schema, "description", value);
}
