//! From the vendor's pages and documents to one document for each API: what files say of the same one is merged.
//!
//! Each page documents one operation with an excerpt of the API's document. Put together, the excerpts are that
//! document, as far as it is published.

use super::excerpt::{Excerpt, Reader};
use super::files::candidates;
use super::former;
use super::left_behind;
use crate::config::Located;
use crate::diag::{Diagnostics, Problem};
use crate::source::{self, Loader, SourceMap};
use crate::tree::{Entry, NodeId, Tree, Value, print};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Reads Markdown pages and documents, and gives the document that they are parts of, as YAML.
///
/// A single YAML text is given as it is, byte for byte. Several are merged in the order of the files: members of
/// objects are joined, and what two of them both have must be equal, or it is reported with both places.
/// `None` if nothing can be read.
pub fn import(
    pages: &[PathBuf],
    loader: &dyn Loader,
    sources: &mut SourceMap,
    diags: &mut Diagnostics,
) -> Option<String> {
    let names: Vec<Located<PathBuf>> = pages.iter().cloned().map(Located::from).collect();
    let mut pages = Pages::read(&names, &[], loader, sources, diags)?;
    pages.expect_one(sources, diags);
    pages.merge(0, diags);
    Some(pages.text(0, pages.root(0)?, false, sources))
}

/// What files say, by the document that it is about.
pub struct Pages {
    tree: Tree,
    sets: Vec<Set>,
    passed: Vec<PathBuf>,
}

/// The excerpts of one document; there is at least one.
struct Set {
    excerpts: Vec<Excerpt>,
    /// How many files they are from.
    files: usize,
}

/// A document that was imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The document: JSON if the file it is written to is called so, else YAML.
    pub text: String,
    /// The operations that only the former document has, which are kept: `GET /pets`.
    pub kept: Vec<String>,
}

impl Pages {
    /// Reads files: what is named, what is in and below the directories that are named, and what patterns match, in which `*` is any
    /// string within a name and `**` any directories. What is in `except` is passed over unless it is named itself.
    ///
    /// `None` if nothing can be read. All problems are in `diags`.
    pub fn read(
        names: &[Located<PathBuf>],
        except: &[PathBuf],
        loader: &dyn Loader,
        sources: &mut SourceMap,
        diags: &mut Diagnostics,
    ) -> Option<Pages> {
        let mut pages = Pages {
            tree: Tree::new(),
            sets: Vec::new(),
            passed: Vec::new(),
        };
        let mut reader = Reader {
            tree: &mut pages.tree,
            sources,
            loader,
            known: BTreeMap::new(),
        };
        let mut has_some = vec![false; names.len()];
        let mut read = Vec::new();
        for candidate in candidates(names, except) {
            let named = names.get(candidate.name);
            let location = named.map(Located::location).unwrap_or_default();
            let excerpts = reader.read(&candidate, &location, diags);
            match has_some.get_mut(candidate.name) {
                Some(has_some) if candidate.is_named || !excerpts.is_empty() => *has_some = true,
                Some(_) | None => pages.passed.push(candidate.path),
            }
            read.push(excerpts);
        }
        for (name, _) in names.iter().zip(has_some).filter(|(_, has_some)| !has_some) {
            let pattern = source::display_name(&name.value);
            diags.push(Problem::NoPages { pattern }, name.location());
        }
        read.into_iter().for_each(|excerpts| pages.sort(excerpts));
        (!pages.sets.is_empty()).then_some(pages)
    }

    /// How many documents the files are about.
    pub fn count(&self) -> usize {
        self.sets.len()
    }

    /// How many files are about the document of that index.
    pub fn files(&self, index: usize) -> usize {
        self.sets.get(index).map_or(0, |set| set.files)
    }

    /// The files that a pattern or a directory named and that have nothing of an OpenAPI document in them.
    pub fn passed(&self) -> &[PathBuf] {
        &self.passed
    }

    /// What to call the document of that index: the word by which the files, or its title, tell it from others.
    pub fn name(&self, index: usize) -> String {
        let first = self.sets.get(index).and_then(|set| set.excerpts.first());
        let source = first.and_then(|first| first.source.as_deref());
        match (source, first) {
            (Some(source), _) => telling_word(source),
            (None, Some(first)) => {
                let title = title(&self.tree, first.root).unwrap_or("openapi").to_lowercase();
                let words = title.split(|char: char| !char.is_alphanumeric());
                words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
            }
            (None, None) => String::new(),
        }
    }

    /// Reports every document but the first.
    pub fn expect_one(&self, sources: &SourceMap, diags: &mut Diagnostics) {
        let mut firsts = self.sets.iter().filter_map(|set| set.excerpts.first());
        let Some(first) = firsts.next() else { return };
        for other in firsts {
            let problem = Problem::PagesOfSeveralSources {
                first: self.called(first, sources),
                other: self.called(other, sources),
            };
            let related = vec![(first.named.clone(), "the first one".to_owned())];
            diags.push_related(problem, other.named.clone(), related);
        }
    }

    /// The document of that index. With a `former` one at the path that it will be written to, what only that has is kept: its
    /// operations that no file has, with what they need. `None` if an error was reported.
    pub fn document(
        &mut self,
        index: usize,
        target: &Path,
        is_kept: bool,
        loader: &dyn Loader,
        sources: &mut SourceMap,
        diags: &mut Diagnostics,
    ) -> Option<Imported> {
        self.merge(index, diags);
        let root = self.root(index)?;
        left_behind::report(&self.tree, sources, root, target, diags);
        let (root, kept) = match is_kept && source::exists(target) {
            true => former::put_over(&mut self.tree, sources, loader, target, root, diags)?,
            false => (root, Vec::new()),
        };
        diags.gate().ok()?;
        let is_json = target
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
        let text = self.text(index, root, is_json, sources);
        Some(Imported { text, kept })
    }

    /// Adds what one file contributes to the document that it is a part of.
    fn sort(&mut self, excerpts: Vec<Excerpt>) {
        let mut touched = Vec::new();
        for excerpt in excerpts {
            let same = self.sets.iter().position(|set| {
                let first = set.excerpts.first();
                first.is_some_and(|first| is_of_one_document(&self.tree, first, &excerpt))
            });
            let index = same.unwrap_or(self.sets.len());
            if index == self.sets.len() {
                let (excerpts, files) = (Vec::new(), 0);
                self.sets.push(Set { excerpts, files });
            }
            let Some(set) = self.sets.get_mut(index) else { continue };
            set.excerpts.push(excerpt);
            if !touched.contains(&index) {
                set.files += 1;
                touched.push(index);
            }
        }
    }

    fn root(&self, index: usize) -> Option<NodeId> {
        let first = self.sets.get(index)?.excerpts.first()?;
        Some(first.root)
    }

    /// Adds to the first excerpt of a document what the others have.
    fn merge(&mut self, index: usize, diags: &mut Diagnostics) {
        let Some(set) = self.sets.get(index) else { return };
        let roots: Vec<NodeId> = set.excerpts.iter().map(|excerpt| excerpt.root).collect();
        let Some((&first, others)) = roots.split_first() else {
            return;
        };
        for &other in others {
            merge(&mut self.tree, first, other, diags);
        }
    }

    /// The text of a document: that of its only excerpt, byte for byte, unless something was added to it.
    fn text(&self, index: usize, root: NodeId, is_json: bool, sources: &SourceMap) -> String {
        let only = match self.sets.get(index).map(|set| set.excerpts.as_slice()) {
            Some([only]) if only.root == root => only.text.as_ref(),
            Some(_) | None => None,
        };
        let only = only.filter(|(.., own_is_json)| *own_is_json == is_json);
        let text = only.and_then(|(file, range, _)| sources.file(*file).text().get(range.clone()));
        match (text, is_json) {
            (Some(text), _) => format!("{}\n", text.trim_end()),
            (None, false) => print::to_yaml(&self.tree, root),
            (None, true) => print::to_json_lines(&self.tree, root),
        }
    }

    fn called(&self, excerpt: &Excerpt, sources: &SourceMap) -> String {
        let title = title(&self.tree, excerpt.root).map(str::to_owned);
        let file = || sources.file(self.tree.span(excerpt.root).file).name().to_owned();
        excerpt.source.clone().or(title).unwrap_or_else(file)
    }
}

/// Whether two excerpts are of one document: they name it, or they have the same title.
fn is_of_one_document(tree: &Tree, one: &Excerpt, other: &Excerpt) -> bool {
    match (&one.source, &other.source) {
        (Some(one), Some(other)) => {
            // Sites name a document from their root, and files from where they are.
            let (one, other) = (Path::new(one.trim_matches('/')), Path::new(other.trim_matches('/')));
            one.ends_with(other) || other.ends_with(one)
        }
        (_, _) => title(tree, one.root) == title(tree, other.root),
    }
}

fn title(tree: &Tree, root: NodeId) -> Option<&str> {
    let title = tree.get(tree.get(root, "info")?, "title")?;
    tree.str(title)
}

/// The last word of a path that is not the name of every document.
fn telling_word(source: &str) -> String {
    let path = Path::new(source).with_extension("");
    let words = path.iter().map(|word| word.to_string_lossy().into_owned());
    let words: Vec<String> = words.filter(|word| word != "/").collect();
    let is_telling = |word: &&String| !["openapi", "swagger", "index"].contains(&&*word.to_lowercase());
    let telling = words.iter().rev().find(is_telling);
    telling.or(words.last()).cloned().unwrap_or_default()
}

/// Adds to `target` what only `other` has. On a conflict the first page is right.
fn merge(tree: &mut Tree, target: NodeId, other: NodeId, diags: &mut Diagnostics) {
    if tree.equal(target, other) {
        return;
    }
    match (tree.value(target), tree.value(other)) {
        (Value::Object(_), Value::Object(entries)) => {
            let entries: Vec<Entry> = entries.clone();
            for entry in entries {
                match tree.get(target, &entry.key) {
                    Some(existing) => merge(tree, existing, entry.value, diags),
                    None => tree.insert(target, entry),
                }
            }
        }
        // Each page lists the tags that it knows of.
        (Value::Array(_), Value::Array(items)) if tree.pointer(target) == "#/tags" => {
            for item in items.clone() {
                let name = tree.get(item, "name").and_then(|name| tree.str(name));
                let same = |known: &NodeId| {
                    let known = tree.get(*known, "name").and_then(|known| tree.str(known));
                    known.is_some() && known == name
                };
                match tree.items(target).iter().copied().find(same) {
                    Some(known) => merge(tree, known, item, diags),
                    None => tree.push(target, item),
                }
            }
        }
        _ => {
            let pointer = tree.pointer(target);
            let related = vec![(tree.location(target), "the other page".to_owned())];
            diags.push_related(Problem::PagesDisagree { pointer }, tree.location(other), related);
        }
    }
}
