//! What the integration tests of the readers share.
#![allow(dead_code, reason = "each test crate uses a part of it")]

use specwright::diag::{Diagnostics, Style};
use specwright::import;
use specwright::source::{Loader, SourceMap};
use specwright::tree::{NodeId, Tree, Value};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// Files in memory.
#[derive(Default)]
pub(crate) struct Memory(pub(crate) BTreeMap<PathBuf, Vec<u8>>);

impl Memory {
    pub(crate) fn new(files: &[(&str, &str)]) -> Memory {
        Memory(
            files
                .iter()
                .map(|(path, text)| (PathBuf::from(path), text.as_bytes().to_vec()))
                .collect(),
        )
    }
}

impl Loader for Memory {
    fn load(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.0.get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

/// One reading and what came of it.
pub(crate) struct Reading {
    pub(crate) sources: SourceMap,
    pub(crate) diags: Diagnostics,
    pub(crate) tree: Option<Tree>,
}

impl Reading {
    pub(crate) fn of(files: &[(&str, &str)]) -> Reading {
        Reading::with(files, Diagnostics::new())
    }

    pub(crate) fn with(files: &[(&str, &str)], mut diags: Diagnostics) -> Reading {
        let mut sources = SourceMap::new();
        let tree = import::load(&mut sources, &Memory::new(files), Path::new(files[0].0), &mut diags);
        Reading { sources, diags, tree }
    }

    pub(crate) fn yaml(text: &str) -> Reading {
        Reading::of(&[("a.yaml", text)])
    }

    pub(crate) fn json(text: &str) -> Reading {
        Reading::of(&[("a.json", text)])
    }

    pub(crate) fn tree(&self) -> &Tree {
        match &self.tree {
            Some(tree) => tree,
            None => panic!("nothing was read:\n{}", self.rendered()),
        }
    }

    pub(crate) fn root(&self) -> NodeId {
        self.tree().document().expect("a document")
    }

    pub(crate) fn at(&self, pointer: &str) -> NodeId {
        self.tree()
            .lookup(self.root(), pointer)
            .unwrap_or_else(|| panic!("no {pointer}"))
    }

    /// The document as JSON text.
    pub(crate) fn shown(&self) -> String {
        to_json(self.tree(), self.root()).to_string()
    }

    /// Each problem as `CODE line:column`.
    pub(crate) fn problems(&self) -> Vec<String> {
        let place = |diagnostic: &specwright::diag::Diagnostic| match diagnostic.location.span {
            Some(span) => {
                let position = self.sources.position(span);
                format!("{} {}:{}", diagnostic.problem.code(), position.line, position.column)
            }
            None => diagnostic.problem.code().to_owned(),
        };
        self.diags.iter().map(place).collect()
    }

    pub(crate) fn rendered(&self) -> String {
        self.diags.render(&self.sources, Style::Plain)
    }

    /// The source text of a node's span.
    pub(crate) fn text_of(&self, node: NodeId) -> &str {
        let span = self.tree().span(node);
        &self.sources.file(span.file).text()[span.start as usize..span.end as usize]
    }
}

/// A node as a value of `serde_json`; numbers that it cannot hold are strings.
pub(crate) fn to_json(tree: &Tree, node: NodeId) -> serde_json::Value {
    match tree.value(node) {
        Value::Null => serde_json::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::Number(number) => serde_json::from_str(number.as_str()).unwrap_or_else(|_| number.as_str().into()),
        Value::String(text) => (&**text).into(),
        Value::Array(items) => items.iter().map(|item| to_json(tree, *item)).collect(),
        Value::Object(entries) => entries
            .iter()
            .map(|entry| (entry.key.to_string(), to_json(tree, entry.value)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
    }
}

/// All files below a folder whose names end so, in order.
pub(crate) fn files_below(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(&next).expect("a folder that may be read") {
            let path = entry.expect("a folder that may be read").path();
            if path.is_dir() {
                open.push(path);
            } else if endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)) {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}
