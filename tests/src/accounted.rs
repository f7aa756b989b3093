//! Nodes without effect: which parts of a document change neither what is generated nor what is said about it.
//!
//! Each node of a document is deleted in turn, and the client is generated again. If output and diagnostics are then the same, the node
//! was dropped without a trace. Where something is, and how many there are, is no trace: positions, indices in JSON pointers and hashes in
//! names are not compared.

use specwright::config::{self, Config, Layout};
use specwright::diag::Diagnostics;
use specwright::import;
use specwright::output::{Text, Unprinted};
use specwright::source::{DiskLoader, SourceMap};
use specwright::tree::{NodeId, Step, Tree, Value};
use specwright::{emit, lower, openapi, pass, plan, upgrade};
use std::collections::BTreeSet;
use std::collections::hash_map::DefaultHasher;
use std::fmt::Write;
use std::hash::{Hash, Hasher};
use std::path::Path;

/// Keywords that mean nothing to a client, with what may hold them; the reasons are in CONTRIBUTING.md ("Nodes without effect").
pub const IDLE: &[&str] = &["x-", "$comment", "$schema", "$vocabulary", "jsonSchemaDialect"];

/// Reading deep documents takes stack.
const STACK: usize = 256 << 20;

/// What the deletions in one document showed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// How many nodes the document has.
    pub nodes: usize,
    /// How many of them were deleted, one at a time.
    pub tried: usize,
    /// The JSON pointers of those that changed nothing.
    pub idle: Vec<String>,
}

/// Deletes at most `limit` nodes of a document, spread evenly over it, one at a time. `None`: the document cannot be read.
///
/// # Panics
/// If the generator does.
pub fn account(document: &Path, settings: Option<&Path>, limit: usize) -> Option<Account> {
    let (document, settings) = (document.to_owned(), settings.map(Path::to_owned));
    let thread = std::thread::Builder::new().stack_size(STACK);
    let thread = thread.spawn(move || account_here(&document, settings.as_deref(), limit));
    match thread.ok()?.join() {
        Ok(account) => account,
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

fn account_here(document: &Path, settings: Option<&Path>, limit: usize) -> Option<Account> {
    let mut sources = SourceMap::new();
    let mut problems = Diagnostics::tolerant();
    let mut config = match settings {
        Some(path) => config::read(&mut sources, path, &mut problems),
        None => Config::default(),
    };
    config.output.layout = Layout::Crate;
    let loader = import::loader_beside(document);
    let mut tree = Tree::new();
    let root = import::read(&mut tree, &mut sources, &loader, document, &mut problems)?;
    let nodes = nodes(&tree, root);
    let tried = limit.min(nodes.len());
    let chosen = (0..tried).filter_map(|index| nodes.get(index * nodes.len() / tried).copied());
    let whole = trace(&json(&tree, root, None), document, &loader, &config);
    let idle = chosen.filter(|&node| trace(&json(&tree, root, Some(node)), document, &loader, &config) == whole);
    Some(Account {
        nodes: nodes.len(),
        tried,
        idle: idle.map(|node| tree.pointer(node)).collect(),
    })
}

/// Everything that can be deleted: all but the root, and what is below a keyword that means nothing.
fn nodes(tree: &Tree, root: NodeId) -> Vec<NodeId> {
    let mut found = Vec::new();
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        if node != root {
            found.push(node);
        }
        let members = tree.entries(node).iter();
        let members = members.filter(|entry| names(tree, node) || !is_idle(&entry.key));
        let mut inside: Vec<NodeId> = members.map(|entry| entry.value).collect();
        inside.extend(tree.items(node));
        open.extend(inside.into_iter().rev());
    }
    found
}

/// Whether the keys of an object are names, and no keywords.
fn names(tree: &Tree, node: NodeId) -> bool {
    match tree.step(node) {
        Step::Key(key) => matches!(
            &**key,
            "properties" | "schemas" | "headers" | "patternProperties" | "$defs"
        ),
        Step::Root | Step::Index(_) => false,
    }
}

fn is_idle(key: &str) -> bool {
    IDLE.iter()
        .any(|idle| *idle == key || *idle == "x-" && key.starts_with("x-"))
}

/// What is generated and what is said, as one number.
fn trace(text: &str, document: &Path, loader: &DiskLoader, config: &Config) -> u64 {
    let mut sources = SourceMap::new();
    let mut problems = Diagnostics::tolerant();
    let mut hasher = DefaultHasher::new();
    generate(text, document, loader, config, &mut sources, &mut problems, &mut hasher);
    let said: BTreeSet<String> = problems
        .iter()
        .map(|diagnostic| {
            let pointer = diagnostic.location.pointer.as_deref().unwrap_or_default();
            let line = format!(
                "{} {pointer} {}",
                diagnostic.problem.code(),
                diagnostic.problem.message()
            );
            comparable(&line)
        })
        .collect();
    said.hash(&mut hasher);
    hasher.finish()
}

/// The stages of the generator up to the text of each file, which formatting would only make slower to compare.
fn generate(
    text: &str,
    document: &Path,
    loader: &DiskLoader,
    config: &Config,
    sources: &mut SourceMap,
    problems: &mut Diagnostics,
    hasher: &mut DefaultHasher,
) -> Option<()> {
    let mut tree = Tree::new();
    let root = import::read_text(&mut tree, sources, document, text, problems)?;
    import::follow(&mut tree, sources, loader, &config.document.locations, problems)?;
    upgrade::to_latest(&mut tree, root, problems)?;
    let document = openapi::read(&tree, root, problems);
    let mut api = lower::lower(&document, config, problems)?;
    pass::run(&mut api, problems);
    let plan = plan::plan(&api, config, problems)?;
    for file in emit::files(&plan) {
        comparable(file.path()).hash(hasher);
        match file.text() {
            Text::Rust(tokens, text) => comparable(&format!("{tokens}{text}")).hash(hasher),
            Text::Other(text) => comparable(&text).hash(hasher),
        }
    }
    Some(())
}

/// A text without what only says where something is or what it is made of: indices in JSON pointers, hashes in names.
fn comparable(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(letter) = text.get(at..).and_then(|rest| rest.chars().next()) {
        out.push(letter);
        at += letter.len_utf8();
        let run = |wanted: fn(&u8) -> bool| bytes.iter().skip(at).take_while(|byte| wanted(byte)).count();
        match letter {
            '/' => at += run(u8::is_ascii_digit),
            'x' | 'X' if run(u8::is_ascii_hexdigit) == 8 => at += 8,
            _ => {}
        }
    }
    out
}

/// A document as JSON, without one of its nodes.
fn json(tree: &Tree, root: NodeId, without: Option<NodeId>) -> String {
    let mut out = String::new();
    write(tree, root, without, &mut out);
    out
}

fn write(tree: &Tree, node: NodeId, without: Option<NodeId>, out: &mut String) {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    match tree.value(node) {
        Value::Null => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(number) => out.push_str(number.as_str()),
        Value::String(text) => out.push_str(&quoted(text)),
        Value::Array(items) => {
            out.push('[');
            let items = items.iter().filter(|item| Some(**item) != without);
            for (index, &item) in items.enumerate() {
                out.push_str(if index == 0 { "" } else { "," });
                write(tree, item, without, out);
            }
            out.push(']');
        }
        Value::Object(entries) => {
            out.push('{');
            let entries = entries.iter().filter(|entry| Some(entry.value) != without);
            for (index, entry) in entries.enumerate() {
                out.push_str(if index == 0 { "" } else { "," });
                let _ = write!(out, "{}:", quoted(&entry.key));
                write(tree, entry.value, without, out);
            }
            out.push('}');
        }
    }
}
