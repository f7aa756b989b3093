//! The files that the references of a document name, and those that they name.

use super::file::add_file;
use super::format::parse;
use crate::config::Located;
use crate::diag::{Diagnostics, Problem};
use crate::source::{self, FileId, Loader, MAX_FILE_BYTES, SourceMap};
use crate::text::percent_decode;
use crate::tree::{LinkError, Names, NodeId, Step, Tree, Value, is_remote, split_reference};
use crate::uri::join;
use indexmap::IndexMap;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// A document may be in this many files, several times as many as any known one is in.
pub const MAX_FILES: usize = 5_000;

/// Reads every file that a `$ref` of a tree names, and those that they name. Files that are known are not read again.
///
/// References to files that cannot be read, and URLs, are reported where they are. `None` if an error was reported.
///
/// `locations`: local copies of what URLs name.
pub fn follow(
    tree: &mut Tree,
    sources: &mut SourceMap,
    loader: &dyn Loader,
    locations: &Locations,
    diags: &mut Diagnostics,
) -> Option<()> {
    let mut follower = Follower {
        tree,
        sources,
        loader,
        locations,
        names: Names::default(),
        identifiers: BTreeSet::new(),
        reported: BTreeSet::new(),
        failed: Vec::new(),
    };
    let mut next = 0;
    while let Some((file, root)) = follower.tree.roots().get(next).copied() {
        next += 1;
        // What an overlay inserted is found in the document; the rest of it is not part of the document.
        if follower.tree.base_file(file) == file {
            let found = members(follower.tree, root);
            follower.identifiers.extend(found.identifiers);
            for reference in found.references {
                follower.reference(reference, is_literal(follower.tree, reference), diags);
            }
            for target in found.mapped {
                // What names no file may name a component: whoever reads the mapping decides.
                follower.reference(target, true, diags);
            }
        }
    }
    follower.report(diags);
    diags.gate().ok()
}

/// What URLs begin with, and the file or directory that has a copy.
pub type Locations = IndexMap<String, Located<PathBuf>>;

struct Follower<'a> {
    tree: &'a mut Tree,
    sources: &'a mut SourceMap,
    loader: &'a dyn Loader,
    locations: &'a Locations,
    names: Names,
    /// The last segments of what `$id` and `$self` say. A reference that ends so may name a part of a file that was read
    /// (JSON Schema Core section 8.2.1); whoever knows identifiers decides, and reports it where it names nothing.
    identifiers: BTreeSet<String>,
    /// Links that cannot be followed are reported at the first reference.
    reported: BTreeSet<(FileId, String)>,
    /// References that name no file, and perhaps a part of one that is read later.
    failed: Vec<(NodeId, LinkError)>,
}

impl Follower<'_> {
    /// `literal`: the node may be something else; only whoever takes it for one hears that it has no file.
    fn reference(&mut self, node: NodeId, literal: bool, diags: &mut Diagnostics) {
        let Some(reference) = self.tree.str(node).map(str::to_owned) else {
            return;
        };
        let (file, _) = split_reference(&reference);
        if file.is_empty() {
            return;
        }
        let literal = literal || self.is_prose(node);
        let base = self.tree.base_file(self.tree.span(node).file);
        let link = match self.tree.link(base, file) {
            Some(link) => link.clone(),
            None => {
                let mut found = diags.fork();
                let link = self.open(node, base, file, &mut found);
                if link.is_ok() || !literal {
                    diags.append(found);
                }
                self.tree.set_link(base, file, link.clone());
                link
            }
        };
        if let (Err(error), false) = (link, literal) {
            self.failed.push((node, error));
        }
    }

    /// Reports the references that name neither a file nor, by its identifier, a part of one that was read.
    fn report(mut self, diags: &mut Diagnostics) {
        for (node, error) in std::mem::take(&mut self.failed) {
            let reference = self.tree.str(node).unwrap_or_default().to_owned();
            let (file, _) = split_reference(&reference);
            let base = self.tree.base_file(self.tree.span(node).file);
            if self.identifiers.contains(last_segment(file)) || !self.reported.insert((base, file.to_owned())) {
                continue;
            }
            let problem = match error {
                LinkError::Unreadable(reason) => Problem::MissingFile {
                    file: file.to_owned(),
                    reason,
                },
                LinkError::Remote => Problem::RemoteReference { reference },
            };
            diags.push(problem, self.tree.location(node));
        }
    }

    fn open(&mut self, node: NodeId, base: FileId, file: &str, diags: &mut Diagnostics) -> Result<FileId, LinkError> {
        let unreadable = |reason: &str| LinkError::Unreadable(reason.to_owned());
        let path = match self.copy(&self.absolute(node, file)) {
            Some(copy) => copy,
            None if is_remote(file) => match self.beside_itself(base, file) {
                Some(path) => path,
                None => return Err(LinkError::Remote),
            },
            None => match self.sources.file(base).path() {
                Some(document) => source::join(document, &percent_decode(file)),
                None => return Err(unreadable("the document has no directory")),
            },
        };
        let known = self.sources.files().find(|(_, file)| file.path() == Some(&path));
        if let Some((id, _)) = known {
            return match self.tree.root(id) {
                Some(_) => Ok(id),
                None => Err(unreadable("it is not a JSON or YAML document")),
            };
        }
        if self.sources.files().count() >= MAX_FILES {
            return Err(unreadable(&format!("more than {MAX_FILES} files are read already")));
        }
        let bytes = self.loader.load(&path).map_err(|error| {
            self.sources.add_missing(path.clone());
            LinkError::Unreadable(source::reason(&error))
        })?;
        if bytes.len() > MAX_FILE_BYTES {
            return Err(unreadable(source::TOO_LARGE));
        }
        // What does not need this file does not suffer from its faults.
        let mut found = diags.fork();
        let read = add_file(self.sources, &path, bytes, &mut found)
            .and_then(|(id, text)| parse(self.tree, &mut self.names, id, &path, &text, &mut found).map(|_| id));
        diags.append_as_faults(found);
        read.ok_or_else(|| unreadable("it is not a JSON or YAML document"))
    }
}

impl Follower<'_> {
    /// Whether a reference is in place of prose, which whoever reads that reports. A property may be called `description` too.
    fn is_prose(&self, reference: NodeId) -> bool {
        let key = |node: NodeId| {
            let entries = self.tree.entries(self.tree.parent(node)?);
            entries
                .iter()
                .find(|entry| entry.value == node)
                .map(|entry| &*entry.key)
        };
        let object = self.tree.parent(reference);
        let around = object.and_then(|object| self.tree.parent(object));
        let names_schemas = around.and_then(key).is_some_and(|key| {
            matches!(
                key,
                "properties" | "patternProperties" | "dependentSchemas" | "$defs" | "definitions" | "schemas"
            )
        });
        !names_schemas
            && object
                .and_then(key)
                .is_some_and(|key| matches!(key, "description" | "summary" | "title"))
    }

    /// What a reference means by the `$id`s around it (JSON Schema Core section 8.2.1).
    fn absolute(&self, node: NodeId, file: &str) -> String {
        let around = std::iter::successors(Some(node), |&node| self.tree.parent(node));
        let ids = around.filter_map(|node| self.tree.get(node, "$id").and_then(|id| self.tree.str(id)));
        let ids: Vec<&str> = ids.collect();
        let base = ids.iter().rev().fold(String::new(), |base, id| join(&base, id));
        join(&base, file)
    }

    /// The file that a URL names as one beside the document, by the URL that the document has by its own account: `$self` is what its
    /// relative references are relative to (OpenAPI 3.2 section 4.1.1).
    fn beside_itself(&self, base: FileId, url: &str) -> Option<PathBuf> {
        let own = self.tree.str(self.tree.get(self.tree.root(base)?, "$self")?)?;
        let (directory, _) = own.rsplit_once('/').filter(|_| is_remote(own))?;
        let rest = url
            .strip_prefix(directory)?
            .strip_prefix('/')
            .filter(|rest| !rest.is_empty())?;
        Some(source::join(self.sources.file(base).path()?, &percent_decode(rest)))
    }

    /// The local copy of what a URL names: by the longest beginning that the settings have a copy of.
    fn copy(&self, url: &str) -> Option<PathBuf> {
        let known = self
            .locations
            .iter()
            .filter(|(begin, _)| url.starts_with(begin.as_str()));
        let (begin, copy) = known.max_by_key(|(begin, _)| begin.len())?;
        let rest = url.get(begin.len()..).unwrap_or_default();
        Some(match rest {
            "" => copy.value.clone(),
            rest => source::join(&copy.value.join("copy"), &percent_decode(rest.trim_start_matches('/'))),
        })
    }
}

/// What a file says of names: its own, and those it refers to.
#[derive(Default)]
struct Members {
    /// The values of all members named `$ref` that are strings, in document order.
    references: Vec<NodeId>,
    /// What the mappings of discriminators name, unless it is written like the name of a component (OpenAPI 3.1 section 4.8.25).
    mapped: Vec<NodeId>,
    /// The last segments of all members named `$id` and `$self`.
    identifiers: Vec<String>,
}

fn members(tree: &Tree, root: NodeId) -> Members {
    let mut found = Members::default();
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        match tree.value(node) {
            Value::Array(items) => open.extend(items.iter().rev()),
            Value::Object(entries) => {
                for entry in entries {
                    match (&*entry.key, tree.str(entry.value)) {
                        ("$ref", Some(_)) => found.references.push(entry.value),
                        ("$id" | "$self", Some(name)) => found.identifiers.push(last_segment(name).to_owned()),
                        ("discriminator", None) => found.mapped.extend(mapped(tree, entry.value)),
                        _ => {}
                    }
                }
                open.extend(entries.iter().rev().map(|entry| entry.value));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    found
}

fn mapped(tree: &Tree, discriminator: NodeId) -> impl Iterator<Item = NodeId> + '_ {
    let targets = tree
        .get(discriminator, "mapping")
        .map_or(&[][..], |mapping| tree.entries(mapping));
    let targets = targets
        .iter()
        .map(|entry| entry.value)
        .chain(tree.get(discriminator, "defaultMapping"));
    targets.filter(|&target| tree.str(target).is_some_and(|text| text.contains(['/', '#', '.'])))
}

/// What is behind the last `/` or, in a URN, the last `:` of a URI reference without its fragment.
fn last_segment(uri: &str) -> &str {
    let (uri, _) = split_reference(uri);
    uri.rsplit(['/', ':']).next().unwrap_or(uri)
}

/// Whether the key of a node is a name, such as that of a header, and so no extension although it begins with `x-`.
fn is_name(tree: &Tree, node: NodeId) -> bool {
    const MAPS: &[&str] = &[
        "headers",
        "properties",
        "schemas",
        "securitySchemes",
        "parameters",
        "requestBodies",
        "mapping",
    ];
    let around = tree.parent(node).map(|around| tree.step(around));
    matches!(around, Some(Step::Key(key)) if MAPS.contains(&&**key))
}

/// Whether a node may be in a value that is given literally, such as an example: there `$ref` may be meant as it is written.
fn is_literal(tree: &Tree, node: NodeId) -> bool {
    let mut current = tree.parent(node);
    while let Some(node) = current {
        if let Step::Key(key) = tree.step(node) {
            let literal = ["example", "examples", "default", "const", "enum", "value"];
            let is_extension = key.starts_with("x-") && !is_name(tree, node);
            if literal.contains(&&**key) || is_extension {
                return true;
            }
        }
        current = tree.parent(node);
    }
    false
}
