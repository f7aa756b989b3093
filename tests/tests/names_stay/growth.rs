//! Changes that an API makes while it grows: something is added, in front, in the middle or at the end, or put in another order.

use super::document::{Document, Node, Shape, Step, quoted};

/// What can grow at a place of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    Properties,
    Schemas,
    Values,
    Members,
    Parameters,
    Paths,
    Contents,
    Responses,
    Servers,
    Tags,
}

/// Choices that are the same in every run (SplitMix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % count.max(1) as u64) as usize
    }

    fn one_of<'t, T>(&mut self, all: &'t [T]) -> Option<&'t T> {
        let at = self.below(all.len());
        all.get(at)
    }
}

/// All places that can grow.
pub fn sites(document: &Document) -> Vec<(Site, Vec<Step>)> {
    let mut found = Vec::new();
    collect(&document.root, &mut Vec::new(), &mut found);
    found
}

fn collect(node: &Node, way: &mut Vec<Step>, found: &mut Vec<(Site, Vec<Step>)>) {
    let key = |back: usize| match way.len().checked_sub(back).and_then(|at| way.get(at)) {
        Some(Step::Key(key)) => key.as_str(),
        _ => "",
    };
    let site = match (&node.value, key(2), key(1)) {
        (Shape::Object(_), _, "properties") => Some(Site::Properties),
        (Shape::Object(_), "components", "schemas") => Some(Site::Schemas),
        (Shape::Object(_), "", "paths") => Some(Site::Paths),
        // A parameter has exactly one.
        (Shape::Object(_), parent, "content") if parent == "requestBody" || key(3) == "responses" => {
            Some(Site::Contents)
        }
        (Shape::Object(_), parent, "responses") if parent != "components" => Some(Site::Responses),
        (Shape::Array(_), _, "enum") => Some(Site::Values),
        (Shape::Array(_), _, "oneOf" | "anyOf") => Some(Site::Members),
        (Shape::Array(_), _, "parameters") => Some(Site::Parameters),
        (Shape::Array(_), "", "servers") => Some(Site::Servers),
        (Shape::Array(_), "", "tags") => Some(Site::Tags),
        _ => None,
    };
    found.extend(site.map(|site| (site, way.clone())));
    // Examples and defaults are data.
    if matches!(key(1), "example" | "examples" | "default" | "const" | "mapping") {
        return;
    }
    let mut inside = |step: Step, node: &Node| {
        way.push(step);
        collect(node, way, found);
        way.pop();
    };
    match &node.value {
        Shape::Scalar(_) => {}
        Shape::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(at, item)| inside(Step::Index(at), item)),
        Shape::Object(entries) => {
            // Names of values are a list beside them: neither grows alone.
            let are_named = entries.iter().any(|(key, _)| key.starts_with("x-"));
            let grown = entries.iter().filter(|(key, _)| !are_named || key != "enum");
            grown.for_each(|(key, entry)| inside(Step::Key(key.clone()), entry));
        }
    }
}

/// Adds something somewhere. `None`: nothing can be added there.
pub fn grow(document: &mut Document, dice: &mut Dice) -> Option<String> {
    let (site, way) = dice.one_of(&sites(document))?.clone();
    let names = names(&document.root);
    let near = near(document.at(&way)?, site);
    let raw = match (dice.one_of(&near).cloned(), dice.one_of(&names).cloned()) {
        (Some(near), _) if dice.below(4) > 0 => near,
        (_, Some(any)) => any,
        _ => return None,
    };
    let raw = varied(&raw, dice.below(16));
    let schema = schema(document, &raw, dice);
    let what = format!("{site:?} {raw:?} at {way:?}");
    let place = dice.below(3);
    let text = document.fresh(&quoted(&raw));
    let entry: (String, Node) = match site {
        Site::Properties | Site::Schemas => (raw, schema),
        Site::Values => (String::new(), text),
        Site::Members => (String::new(), schema),
        Site::Parameters => (String::new(), parameter(document, &raw, schema, dice)),
        Site::Paths => path(document, &raw, schema, dice),
        Site::Contents => {
            let media = [
                "application/json",
                "multipart/form-data",
                "application/x-www-form-urlencoded",
                "text/csv",
            ];
            let more = [
                "application/merge-patch+json",
                "application/problem+json",
                "application/vnd.a.b+json",
            ];
            let all: Vec<&str> = media.into_iter().chain(more).collect();
            let media = dice.one_of(&all)?;
            ((*media).to_owned(), object(document, "schema", schema))
        }
        Site::Responses => {
            let status = *dice.one_of(&["200", "201", "202", "2XX", "400", "404", "4XX", "default"])?;
            (status.to_owned(), response(document, schema))
        }
        Site::Servers => (
            String::new(),
            document.fresh(&format!("{{\"url\": \"https://{}.example.com/v2\"}}", place)),
        ),
        Site::Tags => (
            String::new(),
            document.fresh(&format!("{{\"name\": {}}}", quoted(&raw))),
        ),
    };
    insert(document.at(&way)?, entry, place)?;
    Some(what)
}

/// Puts the entries of some places in another order.
pub fn shuffle(document: &mut Document, dice: &mut Dice) {
    for (site, way) in sites(document) {
        let turn = dice.below(3);
        let Some(node) = document.at(&way) else { continue };
        match (&mut node.value, site) {
            // The order of parameters is that of the arguments, and means nothing to their names.
            (Shape::Object(entries), _) if turn == 1 => entries.reverse(),
            (Shape::Object(entries), _) if turn == 2 && !entries.is_empty() => entries.rotate_left(1),
            (Shape::Array(items), _) if turn > 0 => items.reverse(),
            _ => {}
        }
    }
}

fn insert(node: &mut Node, (key, entry): (String, Node), place: usize) -> Option<()> {
    match &mut node.value {
        Shape::Scalar(_) => return None,
        Shape::Array(items) => {
            // Names of headers have no case, so one in another case would be the same parameter again.
            let name = |node: &Node| node.text().or_else(|| Some(node.get("name")?.text()?.to_lowercase()));
            if name(&entry).is_some_and(|own| items.iter().any(|item| name(item).as_ref() == Some(&own))) {
                return None;
            }
            items.insert(at(items.len(), place), entry);
        }
        Shape::Object(entries) => {
            if entries.iter().any(|(known, _)| *known == key) {
                return None;
            }
            entries.insert(at(entries.len(), place), (key, entry));
        }
    }
    Some(())
}

fn at(count: usize, place: usize) -> usize {
    match place {
        0 => 0,
        1 => count / 2,
        _ => count,
    }
}

/// The names beside which something new would be.
fn near(node: &Node, site: Site) -> Vec<String> {
    match &node.value {
        Shape::Scalar(_) => Vec::new(),
        Shape::Array(items) => {
            let own = |item: &Node| item.text().or_else(|| item.get("name").and_then(Node::text));
            items.iter().filter_map(own).collect()
        }
        Shape::Object(entries) if site == Site::Paths => {
            let operations = entries.iter().filter_map(|(_, path)| match &path.value {
                Shape::Object(methods) => Some(methods),
                Shape::Scalar(_) | Shape::Array(_) => None,
            });
            let ids = operations
                .flatten()
                .filter_map(|(_, operation)| operation.get("operationId"));
            ids.filter_map(Node::text).collect()
        }
        Shape::Object(entries) => entries.iter().map(|(key, _)| key.clone()).collect(),
    }
}

/// Names of every kind, and some that generated code has for itself.
fn names(root: &Node) -> Vec<String> {
    let mut found: Vec<String> = [
        "body", "Request", "Response", "value", "Option", "type", "id", "data", "status", "object",
    ]
    .map(str::to_owned)
    .into();
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        match &node.value {
            Shape::Scalar(_) => {}
            Shape::Array(items) => open.extend(items),
            Shape::Object(entries) => {
                found.extend(
                    entries
                        .iter()
                        .map(|(key, _)| key.clone())
                        .filter(|key| !key.starts_with(['/', '$'])),
                );
                open.extend(entries.iter().map(|(_, entry)| entry));
            }
        }
    }
    found
}

/// The same letters in another spelling, or what Rust names have in common with them.
fn varied(raw: &str, way: usize) -> String {
    let words: Vec<&str> = raw
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let spaced = |separator: &str| words.join(separator);
    let first = |upper: bool| {
        let mut chars = raw.chars();
        let first = chars.next().map(|c| {
            if upper {
                c.to_ascii_uppercase()
            } else {
                c.to_ascii_lowercase()
            }
        });
        first.into_iter().chain(chars).collect::<String>()
    };
    match way {
        0 => raw.to_lowercase(),
        1 => raw.to_uppercase(),
        2 => spaced("_"),
        3 => spaced("-"),
        4 => spaced("."),
        5 => first(true),
        6 => first(false),
        7 => format!("@{raw}"),
        8 => format!("_{raw}"),
        9 => format!("{raw}s"),
        10 => format!("{raw} lower"),
        11 => format!("{raw}_snake"),
        12 => format!("{raw} value"),
        13 => format!("{raw}Item"),
        _ => raw.to_owned(),
    }
}

fn object(document: &mut Document, key: &str, value: Node) -> Node {
    let mut node = document.fresh("{}");
    node.value = Shape::Object(vec![(key.to_owned(), value)]);
    node
}

/// A schema, most often one that becomes a type.
fn schema(document: &mut Document, raw: &str, dice: &mut Dice) -> Node {
    let name = quoted(raw);
    let json = match dice.below(8) {
        0 => "{\"type\": \"string\"}".to_owned(),
        1 => format!("{{\"type\": \"string\", \"enum\": [{name}, \"x\"]}}"),
        2 => format!("{{\"type\": \"object\", \"properties\": {{{name}: {{\"type\": \"integer\"}}}}}}"),
        3 => format!(
            "{{\"type\": \"object\", \"required\": [{name}], \"properties\": {{{name}: {{\"type\": \"string\", \"enum\": [\"u\", \"v\"]}}, \"status\": {{\"enum\": [\"w\"]}}}}}}"
        ),
        4 => format!("{{\"type\": \"array\", \"items\": {{\"type\": \"object\", \"properties\": {{{name}: {{\"enum\": [\"k\"]}}}}}}}}"),
        5 => format!("{{\"title\": {name}, \"type\": \"object\", \"properties\": {{\"t\": {{\"type\": \"object\", \"properties\": {{{name}: {{}}}}}}}}}}"),
        6 => format!("{{\"oneOf\": [{{\"type\": \"string\", \"enum\": [\"q\"]}}, {{\"type\": \"object\", \"properties\": {{{name}: {{\"enum\": [\"r\"]}}}}}}, {{\"type\": \"integer\"}}]}}"),
        _ => "{\"type\": \"object\", \"additionalProperties\": {\"type\": \"object\", \"properties\": {\"m\": {}}}, \"properties\": {\"n\": {}}}".to_owned(),
    };
    document.fresh(&json)
}

fn parameter(document: &mut Document, raw: &str, schema: Node, dice: &mut Dice) -> Node {
    let location = if dice.below(2) == 0 { "query" } else { "header" };
    let mut node = document.fresh(&format!("{{\"name\": {}, \"in\": \"{location}\"}}", quoted(raw)));
    if let Shape::Object(entries) = &mut node.value {
        entries.push(("schema".to_owned(), schema));
    }
    node
}

fn response(document: &mut Document, schema: Node) -> Node {
    let media = object(document, "schema", schema);
    let content = object(document, "application/json", media);
    let mut node = document.fresh("{\"description\": \"d\"}");
    if let Shape::Object(entries) = &mut node.value {
        entries.push(("content".to_owned(), content));
    }
    node
}

fn path(document: &mut Document, raw: &str, schema: Node, dice: &mut Dice) -> (String, Node) {
    let response = response(document, schema);
    let responses = object(document, "200", response);
    let tag = *dice.one_of(&["one", "two", "Three"]).unwrap_or(&"one");
    let mut operation = document.fresh(&format!("{{\"operationId\": {}, \"tags\": [\"{tag}\"]}}", quoted(raw)));
    if let Shape::Object(entries) = &mut operation.value {
        entries.push(("responses".to_owned(), responses));
    }
    let path = ["/added", "/added/more", "/other"][dice.below(3)];
    (path.to_owned(), object(document, "get", operation))
}
