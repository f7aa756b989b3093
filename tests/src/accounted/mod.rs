//! Nodes without effect: which parts of a document change neither what is generated nor what is said about it.
//!
//! Each node of a document is deleted in turn, and the client is generated again. If output and diagnostics are then the same, the node
//! was dropped without a trace. Where something is, and how many there are, does not count as a trace: positions, indices
//! in JSON pointers and hashes in names are not compared.
//!
//! What changes nothing may still have been read: a limit that a stricter one includes. Such a node changes something as soon as it says
//! something else, so another value is put in its place.

mod edit;
mod listed;

pub use listed::IDLE;

use edit::{Edit, json, other_values};
use listed::{Known, nodes};
use specwright::config::{self, Config, Layout};
use specwright::diag::Diagnostics;
use specwright::import;
use specwright::ir::Api;
use specwright::output::{Text, Unprinted};
use specwright::source::{DiskLoader, SourceMap};
use specwright::tree::{NodeId, Tree};
use specwright::{emit, plan};
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::Path;

/// Reading deep documents takes stack.
const STACK: usize = 256 << 20;

/// So many parts of a node without effect are changed.
const PARTS: usize = 40;

/// What the deletions in one document showed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// How many nodes the document has.
    pub nodes: usize,
    /// How many of them were deleted, one at a time.
    pub tried: usize,
    /// The JSON pointers of those that changed nothing, and would not if they said something else.
    pub idle: Vec<String>,
    /// The JSON pointers of those that changed nothing because another part implies them.
    pub implied: Vec<String>,
}

/// Deletes at most `limit` nodes of a document, spread evenly over it, one at a time. `None`: the document has no client.
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
    let work = Work {
        document,
        loader: &loader,
        config: &config,
        tree: &tree,
        root,
    };
    let nodes = nodes(&tree, root, &work.known()?);
    let tried = limit.min(nodes.len());
    let chosen = (0..tried).filter_map(|index| nodes.get(index * nodes.len() / tried).copied());
    let whole = work.trace(Edit::Keep);
    let without_effect = chosen.filter(|&node| work.trace(Edit::Delete(node)) == whole);
    let (implied, idle): (Vec<NodeId>, Vec<NodeId>) = without_effect.partition(|&node| work.is_read(node, whole));
    let pointers = |nodes: Vec<NodeId>| nodes.into_iter().map(|node| tree.pointer(node)).collect();
    Some(Account {
        nodes: nodes.len(),
        tried,
        idle: pointers(idle),
        implied: pointers(implied),
    })
}

/// A document, and what it is generated with.
struct Work<'a> {
    document: &'a Path,
    loader: &'a DiskLoader,
    config: &'a Config,
    tree: &'a Tree,
    root: NodeId,
}

impl Work<'_> {
    /// What the whole document shows; `None`: it has no client.
    fn known(&self) -> Option<Known> {
        let mut problems = Diagnostics::tolerant();
        let api = self.generate(Edit::Keep, &mut problems, &mut DefaultHasher::new())?;
        Some(Known::new(&problems, &api, self.config))
    }

    /// Whether a node without effect would have one if it, or a part of it, said something else.
    fn is_read(&self, node: NodeId, whole: u64) -> bool {
        let mut open = vec![node];
        for _ in 0..PARTS {
            let Some(part) = open.pop() else { return false };
            open.extend(self.tree.entries(part).iter().rev().map(|entry| entry.value));
            open.extend(self.tree.items(part).iter().rev());
            let is_read = |value: &String| self.trace(Edit::Change(part, value)) != whole;
            if other_values(self.tree, part).iter().any(is_read) {
                return true;
            }
        }
        false
    }

    /// What is generated and what is said, as one number.
    fn trace(&self, edit: Edit<'_>) -> u64 {
        let mut problems = Diagnostics::tolerant();
        let mut hasher = DefaultHasher::new();
        self.generate(edit, &mut problems, &mut hasher);
        let mut said: Vec<String> = problems
            .iter()
            .map(|diagnostic| {
                let pointer = diagnostic.location.pointer.as_deref().unwrap_or_default();
                let problem = &diagnostic.problem;
                comparable(&format!("{} {pointer} {}", problem.code(), problem.message()))
            })
            .collect();
        // Places lose their indices, so that several diagnostics can look alike: each counts.
        said.sort_unstable();
        said.hash(&mut hasher);
        hasher.finish()
    }

    /// The stages of the generator up to the text of each file, which formatting would only make slower to compare.
    fn generate(&self, edit: Edit<'_>, problems: &mut Diagnostics, hasher: &mut DefaultHasher) -> Option<Api> {
        let (mut tree, mut sources) = (Tree::new(), SourceMap::new());
        let text = json(self.tree, self.root, edit);
        let root = import::read_text(&mut tree, &mut sources, self.document, &text, problems)?;
        let locations = &self.config.document.locations;
        import::follow(&mut tree, &mut sources, self.loader, locations, problems)?;
        let api = specwright::api(&mut tree, root, self.config, problems)?;
        let plan = plan::plan(&api, self.config, problems)?;
        for file in emit::files(&plan) {
            comparable(file.path()).hash(hasher);
            match file.text() {
                Text::Rust(tokens, text) => comparable(&format!("{tokens}{text}")).hash(hasher),
                Text::Other(text) => comparable(&text).hash(hasher),
            }
        }
        drop(plan);
        Some(api)
    }
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
            // Statuses are not indices.
            '/' if !out.ends_with("/responses/") => at += run(u8::is_ascii_digit),
            'x' | 'X' if run(u8::is_ascii_hexdigit) == 8 => at += 8,
            _ => {}
        }
    }
    out
}
