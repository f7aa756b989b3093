//! What the readers share: they report events, and this puts the nodes together.
//!
//! Nothing here recurses over open containers, so nesting costs heap and not stack. Names are interned, since a
//! document repeats few of them very often, and every container is allocated once, at its final size.

use super::{Entry, NodeId, Step, Tree, Value};
use crate::diag::{Diagnostics, Location, Problem};
use crate::source::{FileId, Span};
use indexmap::IndexSet;
use std::sync::Arc;

/// Containers may be nested this deep. Later phases recurse over the tree, and 128 is the most that was ever met.
pub const MAX_DEPTH: usize = 256;

/// One file may hold this many nodes, some fifty times what the largest known document has.
pub const MAX_NODES: usize = 50_000_000;

/// YAML aliases may add this many nodes to a document.
pub const MAX_COPIES: usize = 500_000;

/// Strings up to this many bytes are shared: `string`, `object`, media types, short references.
const SHARED_LENGTH: usize = 40;

/// The reader has reported why it cannot go on.
#[derive(Debug)]
pub(super) struct Halt;

/// A part of a file that holds one document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part<'t> {
    pub(crate) file: FileId,
    /// Where `text` begins in the file: a Markdown page holds documents in its middle.
    pub(crate) base: usize,
    pub(crate) text: &'t str,
    /// How many values the document may have.
    pub(crate) limit: usize,
}

impl<'t> Part<'t> {
    /// A part that may have as many values as any file.
    pub(crate) fn new(file: FileId, base: usize, text: &'t str) -> Self {
        let limit = MAX_NODES;
        Self {
            file,
            base,
            text,
            limit,
        }
    }

    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, self.base + start, self.base + end)
    }

    /// The span of the character at an offset, for syntax errors.
    pub(crate) fn char_at(&self, offset: usize) -> Span {
        let mut start = offset.min(self.text.len());
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        let length = self.text[start..].chars().next().map_or(0, char::len_utf8);
        self.span(start, start + length)
    }
}

/// Every name met so far, each stored once.
#[derive(Debug, Default)]
pub(crate) struct Names {
    names: IndexSet<Arc<str>>,
    /// Names that were met lately, by a few of their letters: most are met again soon, and found without hashing.
    recent: Vec<usize>,
    /// For each name the object that had it last and the index of its member there: finds duplicates without hashing.
    seen: Vec<(u32, u32)>,
    objects: u32,
}

impl Names {
    fn intern(&mut self, text: &str) -> (usize, Arc<str>) {
        self.recent.resize(RECENT, 0);
        let slot = slot(text);
        let recent = self.recent[slot];
        if let Some(name) = self.names.get_index(recent).filter(|name| ***name == *text) {
            return (recent, Arc::clone(name));
        }
        let (index, name) = match self.names.get_full(text) {
            Some((index, name)) => (index, Arc::clone(name)),
            None => {
                let name: Arc<str> = text.into();
                let (index, _) = self.names.insert_full(Arc::clone(&name));
                self.seen.push((0, 0));
                (index, name)
            }
        };
        self.recent[slot] = index;
        (index, name)
    }

    fn begin_object(&mut self) {
        self.objects = self.objects.wrapping_add(1);
    }

    /// The index of the member that had this name before in the current object; otherwise notes that `index` has it.
    fn note(&mut self, name: usize, index: usize) -> Option<usize> {
        let seen = self.seen.get_mut(name)?;
        if seen.0 == self.objects {
            return Some(seen.1 as usize);
        }
        *seen = (self.objects, u32::try_from(index).unwrap_or(u32::MAX));
        None
    }
}

/// How many names are remembered as recent.
const RECENT: usize = 512;

/// Where a name is remembered.
fn slot(text: &str) -> usize {
    let bytes = text.as_bytes();
    let letter = |at: usize| bytes.get(at).map_or(0, |byte| usize::from(*byte));
    let length = bytes.len();
    (length * 67 + letter(0) * 31 + letter(length / 2) * 7 + letter(length.saturating_sub(1)) * 3) % RECENT
}

struct Member {
    name: usize,
    /// `<<: *other` in YAML: the members of the value replace this one.
    merge: bool,
    entry: Entry,
}

struct Name {
    index: usize,
    key: Arc<str>,
    span: Span,
    merge: bool,
}

/// A container whose end has not been read.
struct Open {
    node: NodeId,
    /// Where its elements begin in `items`, or its members in `members`.
    start: usize,
    is_object: bool,
    /// The name whose value comes next.
    name: Option<Name>,
}

/// What the innermost open container expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expects {
    /// No container is open.
    Nothing,
    Item,
    Name,
    Member,
}

/// Puts the nodes of one document together.
pub(super) struct Builder<'a> {
    pub(super) diags: &'a mut Diagnostics,
    tree: &'a mut Tree,
    names: &'a mut Names,
    file: FileId,
    open: Vec<Open>,
    members: Vec<Member>,
    items: Vec<NodeId>,
    first: usize,
    limit: usize,
    copies: usize,
    root: Option<NodeId>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(part: Part<'_>, tree: &'a mut Tree, names: &'a mut Names, diags: &'a mut Diagnostics) -> Self {
        let first = tree.nodes.len();
        // Documents have a node for some 25 bytes; pages that are never touched cost nothing.
        tree.nodes.reserve(part.text.len() / 25);
        Builder {
            diags,
            tree,
            names,
            file: part.file,
            open: Vec::new(),
            members: Vec::new(),
            items: Vec::new(),
            first,
            limit: part.limit,
            copies: 0,
            root: None,
        }
    }

    /// What may come next.
    pub(super) fn expects(&self) -> Expects {
        match self.open.last() {
            None => Expects::Nothing,
            Some(open) if !open.is_object => Expects::Item,
            Some(open) if open.name.is_none() => Expects::Name,
            Some(_) => Expects::Member,
        }
    }

    pub(super) fn root(&self) -> Option<NodeId> {
        self.root
    }

    pub(super) fn value(&self, node: NodeId) -> &Value {
        self.tree.value(node)
    }

    pub(super) fn is_open(&self, node: NodeId) -> bool {
        self.open.iter().any(|open| open.node == node)
    }

    /// Forgets everything that was read, when the document turns out to be broken.
    pub(super) fn discard(self) {
        self.tree.nodes.truncate(self.first);
        let first = self.first;
        self.tree.roots.retain(|(_, root)| root.index() < first);
        self.tree.large.retain(|object, _| object.index() < first);
    }

    /// A string value; short ones are shared.
    pub(super) fn string(&mut self, text: &str) -> Value {
        Value::String(match text.len() {
            0..=SHARED_LENGTH => self.names.intern(text).1,
            _ => text.into(),
        })
    }

    pub(super) fn scalar(&mut self, span: Span, value: Value) -> Result<NodeId, Halt> {
        self.place(span, value)
    }

    /// The name of the next member.
    pub(super) fn name(&mut self, text: &str, span: Span, merge: bool) {
        let (index, key) = self.names.intern(text);
        if let Some(open) = self.open.last_mut() {
            open.name = Some(Name {
                index,
                key,
                span,
                merge,
            });
        }
    }

    pub(super) fn begin(&mut self, span: Span, is_object: bool) -> Result<NodeId, Halt> {
        if self.open.len() >= MAX_DEPTH {
            return Err(self.halt(Problem::TooDeep { limit: MAX_DEPTH }, span));
        }
        let node = self.place(span, Value::Null)?;
        self.open.push(Open {
            node,
            start: if is_object {
                self.members.len()
            } else {
                self.items.len()
            },
            is_object,
            name: None,
        });
        Ok(node)
    }

    /// Closes the innermost container; `end` is one past its last byte in the file.
    pub(super) fn end(&mut self, end: u32) {
        let Some(open) = self.open.pop() else { return };
        if let Some(node) = self.tree.nodes.get_mut(open.node.index()) {
            node.span.end = end.max(node.span.start);
        }
        if open.is_object {
            let entries = self.entries(open.node, open.start);
            self.tree.fill_object(open.node, entries);
        } else {
            let items: Vec<NodeId> = self.items.drain(open.start..).collect();
            self.tree.set_value(open.node, Value::Array(items));
        }
    }

    /// A copy of a node that was read before, for a YAML alias. Copies keep their lines and get pointers of their own.
    pub(super) fn copy(&mut self, original: NodeId, alias: Span) -> Result<(), Halt> {
        let (parent, step) = self.next_step();
        let copies = &mut self.copies;
        let mut admit = |depth| {
            *copies += 1;
            match () {
                () if depth > MAX_DEPTH => Err(Problem::TooDeep { limit: MAX_DEPTH }),
                () if *copies > MAX_COPIES => Err(Problem::AliasBudget { limit: MAX_COPIES }),
                () => Ok(()),
            }
        };
        match self
            .tree
            .graft_checked(original, parent, step, self.open.len(), &mut admit)
        {
            Ok(copy) => self.attach(copy),
            Err(problem) => return Err(self.halt(problem, alias)),
        }
        Ok(())
    }

    /// Reports a problem that ends the reading.
    pub(super) fn halt(&mut self, problem: Problem, location: impl Into<Location>) -> Halt {
        self.diags.push(problem, location);
        Halt
    }

    fn next_step(&self) -> (NodeId, Step) {
        match self.open.last() {
            None => (NodeId(0), Step::Root),
            Some(open) => match &open.name {
                Some(name) => (open.node, Step::Key(Arc::clone(&name.key))),
                None => {
                    let index = self.items.len().saturating_sub(open.start);
                    (open.node, Step::Index(u32::try_from(index).unwrap_or(u32::MAX)))
                }
            },
        }
    }

    fn place(&mut self, span: Span, value: Value) -> Result<NodeId, Halt> {
        if self.tree.nodes.len() - self.first >= self.limit {
            return Err(self.halt(Problem::TooLarge { limit: self.limit }, span));
        }
        if self.open.is_empty() {
            let root = self.tree.add_root(self.file, span, value);
            self.root = Some(root);
            return Ok(root);
        }
        let (parent, step) = self.next_step();
        let node = self.tree.add(span, parent, step, value);
        self.attach(node);
        Ok(node)
    }

    fn attach(&mut self, node: NodeId) {
        let Some(open) = self.open.last_mut() else { return };
        match open.name.take() {
            Some(name) => self.members.push(Member {
                name: name.index,
                merge: name.merge,
                entry: Entry {
                    key: name.key,
                    key_span: name.span,
                    value: node,
                },
            }),
            None => self.items.push(node),
        }
    }

    /// The members of a completed object: each name once, merge keys replaced by what they merge.
    fn entries(&mut self, object: NodeId, start: usize) -> Vec<Entry> {
        let members: Vec<Member> = self.members.drain(start..).collect();
        let merges = members.iter().any(|member| member.merge);
        self.names.begin_object();
        let mut entries: Vec<Entry> = Vec::with_capacity(members.len());
        // Own members win over merged ones, whichever comes first (YAML merge key, "Merge" section).
        for member in members.iter().filter(|member| !member.merge) {
            match self.names.note(member.name, entries.len()) {
                None => entries.push(member.entry.clone()),
                Some(first) => self.replace_duplicate(&mut entries, first, &member.entry),
            }
        }
        if merges {
            self.merge(object, &members, &mut entries);
        }
        entries
    }

    fn replace_duplicate(&mut self, entries: &mut [Entry], first: usize, entry: &Entry) {
        let Some(kept) = entries.get_mut(first) else { return };
        let location = Location {
            span: Some(entry.key_span),
            pointer: Some(self.tree.pointer(entry.value)),
        };
        self.diags.push_related(
            Problem::DuplicateKey {
                key: entry.key.to_string(),
            },
            location,
            vec![(kept.key_span.into(), "first defined here".to_owned())],
        );
        *kept = entry.clone();
    }

    fn merge(&mut self, object: NodeId, members: &[Member], entries: &mut Vec<Entry>) {
        for member in members.iter().filter(|member| member.merge) {
            let source = member.entry.value;
            let sources = match self.tree.value(source) {
                Value::Array(items) => items.clone(),
                _ => vec![source],
            };
            for source in sources {
                if !self.tree.is_object(source) {
                    let kind = self.tree.kind(source);
                    self.diags
                        .push(Problem::MergeNotMapping { kind }, self.tree.location(source));
                    continue;
                }
                for entry in self.tree.entries(source).to_vec() {
                    let (name, _) = self.names.intern(&entry.key);
                    if self.names.note(name, entries.len()).is_none() {
                        self.tree.nodes[entry.value.index()].parent = object;
                        entries.push(entry);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceMap;
    use crate::tree::{json, yaml};

    /// The codes of a document that may have so many values, and whether it was read.
    fn read(name: &str, text: &str, limit: usize) -> (bool, Vec<&'static str>) {
        let mut sources = SourceMap::new();
        let file = sources.add(name, None, text);
        let (mut tree, mut names, mut diags) = (Tree::new(), Names::default(), Diagnostics::new());
        let part = Part {
            limit,
            ..Part::new(file, 0, text)
        };
        let root = match name {
            "a.json" => json::read(part, &mut tree, &mut names, &mut diags),
            _ => yaml::read(part, &mut tree, &mut names, &mut diags),
        };
        let codes = diags.iter().map(|diagnostic| diagnostic.problem.code()).collect();
        assert_eq!(root.is_none(), tree.is_empty(), "what is refused leaves nothing");
        (root.is_some(), codes)
    }

    #[test]
    fn a_document_of_more_values_than_the_limit_is_refused() {
        // An array, an object, and eleven values in them.
        let text = "[1, 2, 3, 4, 5, 6, 7, 8, 9, {\"a\": true, \"b\": null}]";
        for name in ["a.json", "a.yaml"] {
            assert_eq!(read(name, text, 13), (true, vec![]), "{name}");
            assert_eq!(read(name, text, 12), (false, vec!["SW0107"]), "{name}");
        }
    }

    #[test]
    fn aliases_may_add_as_many_values_as_the_limit_says() {
        let items = vec!["x"; 999].join(", ");
        for (times, more, expected) in [(500, "1", (true, vec![])), (500, "[*b]", (false, vec!["SW0108"]))] {
            let aliases = vec!["*a"; times].join(", ");
            let text = format!("a: &a [{items}]\nb: &b 1\nc: [{aliases}]\nd: {more}\n");
            assert_eq!(read("a.yaml", &text, MAX_NODES), expected, "{times} and {more}");
        }
    }
}
