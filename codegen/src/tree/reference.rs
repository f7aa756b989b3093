//! References between nodes: which file a reference names, and which node in it (RFC 3986 section 4.2, RFC 6901).

use super::{NodeId, Tree, Value, unescape_pointer};
use crate::source::FileId;
use crate::text::percent_decode;
use indexmap::IndexMap;
use std::collections::BTreeMap;
use std::fmt;

/// How many other references one may pass.
const MAX_PASSED: usize = 32;

/// Which files the references of each file name.
#[derive(Clone, Debug, Default)]
pub(super) struct Links {
    /// For each file: the file part of a reference, as written, and the file or why there is none.
    targets: BTreeMap<FileId, IndexMap<String, Result<FileId, LinkError>>>,
    /// Overlay files, whose references are those of the document they are laid over.
    bases: BTreeMap<FileId, FileId>,
}

/// Why there is no file for a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LinkError {
    Remote,
    Unreadable(String),
}

/// Why a reference names no node.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RefError {
    /// It is a URL, and nothing is fetched.
    Remote {
        /// The reference without its fragment.
        url: String,
    },
    /// The file it names was not read.
    File {
        /// The file part of the reference, as written.
        file: String,
        /// Why not.
        reason: String,
    },
    /// Its fragment is the name of an anchor, not a JSON pointer. Whoever knows anchors must find it.
    Anchor {
        /// The root of the file that the reference names.
        root: NodeId,
        /// The fragment, decoded.
        name: String,
    },
    /// The file holds no such node.
    Missing {
        /// The deepest node on the way that exists.
        parent: NodeId,
        /// The pointer of that node, such as `#/components/schemas`.
        pointer: String,
        /// The step that it does not have.
        step: String,
    },
}

impl fmt::Display for RefError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RefError::Remote { url } => write!(f, "`{url}` is a URL, and nothing is fetched while generating"),
            RefError::File { file, reason } => write!(f, "cannot read `{file}`: {reason}"),
            RefError::Anchor { name, .. } => write!(f, "there is no anchor `{name}`"),
            RefError::Missing { pointer, step, .. } => write!(f, "`{pointer}` has no `{step}`"),
        }
    }
}

impl std::error::Error for RefError {}

impl Tree {
    /// The node that the reference `reference`, met at the node `from`, names. The file part is relative to the file
    /// that `from` was read in; the fragment is a JSON pointer. A step that an object does not have is looked for where its `$ref`
    /// leads, as many tools do.
    ///
    /// # Errors
    /// What is missing on the way.
    pub fn resolve(&self, from: NodeId, reference: &str) -> Result<NodeId, RefError> {
        self.resolve_through(from, reference, &mut MAX_PASSED.to_owned())
    }

    /// The first `$ref` on the way to what a reference names. A JSON Pointer is evaluated in the document as it is written (RFC 6901
    /// section 4), where nothing is behind a `$ref`.
    pub(crate) fn passed(&self, from: NodeId, reference: &str) -> Option<NodeId> {
        match self.resolve_through(from, reference, &mut 0) {
            Err(RefError::Missing { parent, .. }) if self.resolve(from, reference).is_ok() => self.get(parent, "$ref"),
            Ok(_) | Err(_) => None,
        }
    }

    fn resolve_through(&self, from: NodeId, reference: &str, left: &mut usize) -> Result<NodeId, RefError> {
        let (file, fragment) = split_reference(reference);
        let root = self.target_root(from, file)?;
        let decoded = percent_decode(fragment);
        match self.walk(root, &decoded, left) {
            Ok(node) => Ok(node),
            // Some documents write names that hold `%` as they are.
            Err(error) => self.walk(root, fragment, left).map_err(|_| error),
        }
    }

    /// Lets a reference name a node, whatever its string says: `reference` is the node of the string.
    pub(crate) fn pin(&mut self, reference: NodeId, target: NodeId) {
        self.pins.insert(reference, target);
    }

    /// What a reference names whatever its string says.
    pub(crate) fn pinned(&self, reference: NodeId) -> Option<NodeId> {
        self.pins.get(&reference).copied()
    }

    /// The file that holds the document which references in `file` are relative to: `file` itself, or for an overlay
    /// the document it is laid over.
    pub fn base_file(&self, file: FileId) -> FileId {
        self.links.bases.get(&file).copied().unwrap_or(file)
    }

    /// Makes references of nodes that were read in `file` relative to `base` from now on: what an overlay inserts
    /// belongs to the document it is laid over.
    pub fn set_base(&mut self, file: FileId, base: FileId) {
        self.links.bases.insert(file, base);
    }

    /// The file that `file`, the file part of a reference, names in `base`; `None` if nobody has looked for it.
    pub(crate) fn link(&self, base: FileId, file: &str) -> Option<&Result<FileId, LinkError>> {
        self.links.targets.get(&base)?.get(file)
    }

    pub(crate) fn set_link(&mut self, base: FileId, file: &str, link: Result<FileId, LinkError>) {
        let links = self.links.targets.entry(base).or_default();
        links.insert(file.to_owned(), link);
    }

    fn target_root(&self, from: NodeId, file: &str) -> Result<NodeId, RefError> {
        let base = self.base_file(self.span(from).file);
        let missing = |reason: &str| RefError::File {
            file: file.to_owned(),
            reason: reason.to_owned(),
        };
        let target = match file {
            "" => base,
            _ => match self.link(base, file) {
                Some(Ok(target)) => *target,
                Some(Err(LinkError::Remote)) => return Err(RefError::Remote { url: file.to_owned() }),
                Some(Err(LinkError::Unreadable(reason))) => return Err(missing(reason)),
                None if is_remote(file) => return Err(RefError::Remote { url: file.to_owned() }),
                None => return Err(missing("it was not loaded")),
            },
        };
        self.root(target).ok_or_else(|| missing("it is empty"))
    }

    fn walk(&self, root: NodeId, pointer: &str, left: &mut usize) -> Result<NodeId, RefError> {
        if pointer.is_empty() {
            return Ok(root);
        }
        let Some(steps) = pointer.strip_prefix('/') else {
            return Err(RefError::Anchor {
                root,
                name: pointer.to_owned(),
            });
        };
        let mut node = root;
        for step in steps.split('/') {
            let next = self.child(node, step).or_else(|| self.child_through(node, step, left));
            node = next.ok_or_else(|| RefError::Missing {
                parent: node,
                pointer: self.pointer(node),
                step: unescape_pointer(step).into_owned(),
            })?;
        }
        Ok(node)
    }

    /// A child of what the `$ref` of a node names, if so many may still be passed.
    fn child_through(&self, node: NodeId, step: &str, left: &mut usize) -> Option<NodeId> {
        let reference = self.get(node, "$ref")?;
        *left = left.checked_sub(1)?;
        let target = self.resolve_through(reference, self.str(reference)?, left).ok()?;
        self.child(target, step)
            .or_else(|| self.child_through(target, step, left))
    }

    pub(super) fn child(&self, node: NodeId, step: &str) -> Option<NodeId> {
        let step = unescape_pointer(step);
        match self.value(node) {
            Value::Object(_) => self.get(node, &step),
            Value::Array(items) => items.get(step.parse::<usize>().ok()?).copied(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
        }
    }
}

/// The file part and the fragment of a reference, without the `#`.
pub(crate) fn split_reference(reference: &str) -> (&str, &str) {
    reference.split_once('#').unwrap_or((reference, ""))
}

/// Whether a reference has a scheme or an authority: `https://…`, `urn:…`, `//host/…`. One letter is a drive.
pub(crate) fn is_remote(file: &str) -> bool {
    let scheme = file.split_once(':').map_or("", |(scheme, _)| scheme);
    let mut letters = scheme.chars();
    let is_scheme = letters.next().is_some_and(|letter| letter.is_ascii_alphabetic())
        && letters.all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.'));
    file.starts_with("//") || (is_scheme && scheme.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remote_references_have_a_scheme_or_a_host() {
        for remote in ["https://a.b/c.json", "urn:x:y", "//host/x", "file:///etc/passwd"] {
            assert!(is_remote(remote), "{remote}");
        }
        for local in ["a.yaml", "./a:b.yaml", "../x", "C:/x.yaml", "", "a/b:c"] {
            assert!(!is_remote(local), "{local}");
        }
    }
}
