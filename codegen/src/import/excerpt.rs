//! What a file contributes to a document: the OpenAPI blocks of a page, the operation that its front matter names, or all of it.

use super::file::{add_file, read_file};
use super::files::Candidate;
use super::format::{parse, read_block};
use super::markdown::{self, Named};
use super::part::{self, Place};
use crate::diag::{Diagnostics, Location, Problem};
use crate::source::{self, FileId, Loader, SourceMap, Span};
use crate::tree::{Format, Names, NodeId, Part, Tree, read_part};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A document, or a part of one, that a file contributes.
#[derive(Clone, Debug)]
pub(super) struct Excerpt {
    /// The root of it.
    pub(super) root: NodeId,
    /// The document that it is a part of, if the file says so.
    pub(super) source: Option<String>,
    /// Where the file says what it contributes.
    pub(super) named: Location,
    /// Its own text, if it is one, and whether that is JSON.
    pub(super) text: Option<(FileId, Range<usize>, bool)>,
}

/// Reads what files contribute.
pub(super) struct Reader<'a> {
    pub(super) tree: &'a mut Tree,
    pub(super) sources: &'a mut SourceMap,
    pub(super) loader: &'a dyn Loader,
    /// Documents that front matter named, by path.
    pub(super) known: BTreeMap<PathBuf, Option<NodeId>>,
}

impl Reader<'_> {
    /// What a file contributes; nothing if it was not named itself and has nothing to contribute.
    pub(super) fn read(&mut self, candidate: &Candidate, named: &Location, diags: &mut Diagnostics) -> Vec<Excerpt> {
        let path = &candidate.path;
        let Some((file, text)) = read_file(self.sources, self.loader, path, named, diags) else {
            return Vec::new();
        };
        if is_data(path) || (!is_page(path) && markdown::blocks(&text).is_empty()) {
            return match candidate.is_named || has_version(&text) {
                true => self.document(file, candidate, &text, diags).into_iter().collect(),
                false => Vec::new(),
            };
        }
        self.tree.set_path(file, path);
        let page = Part::new(file, 0, &text);
        let front = self.front_matter(page);
        let blocks = markdown::blocks(&text);
        if !blocks.is_empty() {
            let source = front.and_then(|(named, _)| named.source);
            return self.blocks(page, blocks, source.as_deref(), diags);
        }
        match front {
            Some((named, span)) if named.source.is_some() => {
                self.named(path, &named, span, diags).into_iter().collect()
            }
            Some(_) | None => {
                if candidate.is_named {
                    diags.push(Problem::NoBlock {}, page.span(0, 0));
                }
                Vec::new()
            }
        }
    }

    fn document(
        &mut self,
        file: FileId,
        candidate: &Candidate,
        text: &Arc<str>,
        diags: &mut Diagnostics,
    ) -> Option<Excerpt> {
        let path = &candidate.path;
        let root = parse(self.tree, &mut Names::default(), file, path, text, diags)?;
        let has_version = ["openapi", "swagger"]
            .iter()
            .any(|key| self.tree.get(root, key).is_some());
        if !has_version {
            if candidate.is_named {
                let pattern = source::display_name(path);
                diags.push(Problem::NoPages { pattern }, self.tree.location(root));
            }
            return None;
        }
        Some(Excerpt {
            root,
            source: None,
            named: self.tree.location(root),
            text: Some((file, 0..text.len(), text.trim_start().starts_with('{'))),
        })
    }

    /// All OpenAPI blocks of a page, each as a document of its own.
    fn blocks(
        &mut self,
        page: Part<'_>,
        blocks: Vec<markdown::Block>,
        source: Option<&str>,
        diags: &mut Diagnostics,
    ) -> Vec<Excerpt> {
        let mut names = Names::default();
        let read = blocks.into_iter().filter_map(|block| {
            let root = read_block(self.tree, &mut names, page, &block, diags)?;
            Some(Excerpt {
                root,
                named: page.span(block.info.start, block.info.end).into(),
                text: Some((page.file, block.text, block.language.eq_ignore_ascii_case("json"))),
                source: block.source.or_else(|| source.map(str::to_owned)),
            })
        });
        read.collect()
    }

    /// What the front matter of a page says under `openapi`, and where. What else is wrong with it is not our concern.
    fn front_matter(&mut self, page: Part<'_>) -> Option<(Named, Span)> {
        let range = markdown::front_matter(page.text)?;
        let part = Part {
            base: page.base + range.start,
            text: page.text.get(range)?,
            ..page
        };
        let mut tree = Tree::new();
        let root = read_part(
            &mut tree,
            &mut Names::default(),
            part,
            Format::Yaml,
            &mut Diagnostics::new(),
        )?;
        let node = tree.get(root, "openapi")?;
        Some((Named::parse(tree.str(node)?), tree.span(node)))
    }

    /// The operation that front matter names, with what it needs; the whole document if it names none.
    fn named(&mut self, page: &Path, named: &Named, span: Span, diags: &mut Diagnostics) -> Option<Excerpt> {
        let document = named.source.clone()?;
        let Some(root) = self.find(page, &document, diags) else {
            diags.push(Problem::PageDocumentMissing { document }, span);
            return None;
        };
        let root = match (&named.method, &named.path) {
            (Some(method), Some(path)) => {
                let places = part::operations(self.tree, root);
                let kept: Vec<Place> = places.into_iter().filter(|place| place.is(method, path)).collect();
                if kept.is_empty() {
                    let operation = format!("{method} {path}");
                    diags.push(Problem::PageOperationMissing { document, operation }, span);
                    return None;
                }
                part::of(self.tree, root, &kept)
            }
            (_, _) => root,
        };
        Some(Excerpt {
            root,
            source: Some(document),
            named: span.into(),
            text: None,
        })
    }

    /// The document that a page names: sites name it from their root, which is a directory above the page.
    fn find(&mut self, page: &Path, document: &str, diags: &mut Diagnostics) -> Option<NodeId> {
        let relative = document.trim_start_matches('/');
        let page = match page.is_absolute() {
            true => page.to_path_buf(),
            false => Path::new(".").join(page),
        };
        for directory in page.ancestors().skip(1) {
            let path = directory.join(relative);
            if let Some(known) = self.known.get(&path) {
                return *known;
            }
            let Ok(bytes) = self.loader.load(&path) else { continue };
            let read = add_file(self.sources, &path, bytes, diags);
            let root = read.and_then(|(file, text)| parse(self.tree, &mut Names::default(), file, &path, &text, diags));
            self.known.insert(path, root);
            return root;
        }
        None
    }
}

fn has_extension(path: &Path, wanted: &[&str]) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| wanted.iter().any(|wanted| extension.eq_ignore_ascii_case(wanted)))
}

fn is_data(path: &Path) -> bool {
    has_extension(path, &["json", "yaml", "yml"])
}

fn is_page(path: &Path) -> bool {
    has_extension(path, &["md", "mdx", "markdown"])
}

/// Whether text may be a document, and not something else that is JSON or YAML: in YAML, the key of the version is at the margin.
fn has_version(text: &str) -> bool {
    let keys = ["openapi", "swagger"];
    if text.trim_start().starts_with('{') {
        return keys.iter().any(|key| text.contains(&format!("\"{key}\"")));
    }
    text.lines().any(|line| {
        let line = line.trim_start_matches(['"', '\'']);
        keys.iter().any(|key| line.starts_with(key))
    })
}
