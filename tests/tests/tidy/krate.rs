//! The files of a crate as a graph: which file names what of which other one.

use crate::paths::{self, Mentions, Path};
use crate::tokens::{self, Token};
use std::collections::{BTreeMap, BTreeSet};

/// How many re-exports are followed.
const MAX_HOPS: usize = 8;

/// A crate: its files without tests.
pub struct Krate<'a> {
    files: Vec<File<'a>>,
    /// The file of each module, by its path from the root.
    modules: BTreeMap<Vec<String>, usize>,
    /// The file of each macro that is exported, and therefore named as if it were in the root.
    macros: BTreeMap<String, usize>,
}

/// A file of a crate.
pub struct File<'a> {
    /// The name of the file, from the workspace.
    pub name: &'a str,
    /// Its module from the root of the crate; empty for the root itself.
    pub module: Vec<String>,
    mentions: Mentions,
}

impl File<'_> {
    /// The module below the root that it belongs to, or the name of the root: `emit`, `lib`.
    pub fn top(&self) -> &str {
        let root = self.name.rsplit(['/', '.']).nth(1).unwrap_or_default();
        self.module.first().map_or(root, String::as_str)
    }
}

/// That a file names something of another one.
pub struct Edge<'a> {
    pub from: &'a File<'a>,
    pub to: &'a File<'a>,
    pub line: usize,
}

/// That a file names something of another crate.
pub struct Foreign<'a> {
    pub from: &'a File<'a>,
    /// `std::fs::read`.
    pub path: String,
    pub line: usize,
}

impl<'a> Krate<'a> {
    /// The crate whose root is in this directory, of these files: names from the workspace, and texts.
    pub fn new(root: &str, files: &'a [(String, String)]) -> Krate<'a> {
        // Beside a library, the program is a crate of its own.
        let library = format!("{root}/lib.rs");
        let has_library = files.iter().any(|(name, _)| *name == library);
        let program = format!("{root}/main.rs");
        let read: Vec<(&str, Vec<String>, Vec<Token<'_>>)> = files
            .iter()
            .filter(|(name, _)| !has_library || *name != program)
            .filter_map(|(name, text)| Some((name.as_str(), module_of(root, name)?, tokens::read(text))))
            .collect();
        let mut tests = BTreeSet::new();
        for (_, module, tokens) in &read {
            for name in tokens::test_modules(tokens) {
                tests.insert([module.as_slice(), &[name.to_owned()]].concat());
            }
        }
        let is_test = |module: &[String]| (1..=module.len()).any(|length| tests.contains(&module[..length]));
        let read: Vec<_> = read.into_iter().filter(|(_, module, _)| !is_test(module)).collect();
        let macros = read.iter().enumerate().flat_map(|(index, (_, _, tokens))| {
            let names = tokens::exported_macros(tokens).into_iter();
            names.map(move |name| (name.to_owned(), index))
        });
        let macros = macros.collect();
        let files: Vec<File<'_>> = read
            .into_iter()
            .map(|(name, module, tokens)| File {
                name,
                mentions: paths::mentions(&tokens::own(&tokens), &module),
                module,
            })
            .collect();
        let modules = files.iter().enumerate();
        let modules = modules.map(|(index, file)| (file.module.clone(), index)).collect();
        Krate { files, modules, macros }
    }

    pub fn files(&self) -> &[File<'a>] {
        &self.files
    }

    /// Everything that one file names of another one, through re-exports.
    pub fn edges(&self) -> Vec<Edge<'_>> {
        let mut edges = Vec::new();
        for from in &self.files {
            for named in &from.mentions.paths {
                let path = self.expanded(from, &named.path, named.is_import);
                let to = self.owner(from, &path, MAX_HOPS).map(|to| &self.files[to]);
                edges.extend(to.filter(|to| to.name != from.name).map(|to| Edge {
                    from,
                    to,
                    line: named.line,
                }));
            }
        }
        edges
    }

    /// Everything that the files name of other crates.
    pub fn foreign(&self) -> Vec<Foreign<'_>> {
        let mut found = Vec::new();
        for from in &self.files {
            for named in &from.mentions.paths {
                let path = self.expanded(from, &named.path, named.is_import);
                if let (None, Path::Open(words)) = (self.owner(from, &path, MAX_HOPS), path) {
                    found.push(Foreign {
                        from,
                        path: words.join("::"),
                        line: named.line,
                    });
                }
            }
        }
        found
    }

    /// The path with an imported first name replaced by what it is.
    fn expanded(&self, file: &File<'_>, path: &Path, is_import: bool) -> Path {
        let Path::Open(words) = path else { return path.clone() };
        match words.split_first() {
            Some((first, rest)) if !is_import => match file.mentions.imported.get(first) {
                Some(known) => joined(known, rest),
                None => path.clone(),
            },
            Some(_) | None => path.clone(),
        }
    }

    /// The file that what a path of this file names is written in; `None` if that is in another crate.
    fn owner(&self, file: &File<'_>, path: &Path, hops: usize) -> Option<usize> {
        let path = match path {
            Path::Inside(path) => path.clone(),
            Path::Open(path) => {
                let below = [file.module.as_slice(), path].concat();
                let first = below.get(..=file.module.len())?;
                self.modules.contains_key(first).then_some(below)?
            }
        };
        if let [name] = path.as_slice()
            && let Some(index) = self.macros.get(name)
        {
            return Some(*index);
        }
        let length = (0..=path.len())
            .rev()
            .find(|length| self.modules.contains_key(&path[..*length]))?;
        let index = self.modules[&path[..length]];
        let target = &self.files[index];
        let exported = path[length..].split_first().and_then(|(first, rest)| {
            let known = target.mentions.imported.get(first)?;
            Some(joined(known, rest))
        });
        match exported.filter(|_| hops > 0) {
            // Something of another crate is as good as the module's own.
            Some(path) => self.owner(target, &path, hops - 1).or(Some(index)),
            None => Some(index),
        }
    }
}

fn joined(path: &Path, rest: &[String]) -> Path {
    match path {
        Path::Inside(first) => Path::Inside([first.as_slice(), rest].concat()),
        Path::Open(first) => Path::Open([first.as_slice(), rest].concat()),
    }
}

/// The module of a file of the crate; `None` for other files and for tests.
fn module_of(root: &str, name: &str) -> Option<Vec<String>> {
    let path = name.strip_prefix(root)?.strip_prefix('/')?.strip_suffix(".rs")?;
    let mut module: Vec<String> = path.split('/').map(str::to_owned).collect();
    let last = module.last().map(String::as_str);
    if last.is_some_and(|last| last == "mod" || module.len() == 1 && matches!(last, "lib" | "main")) {
        module.pop();
    }
    let is_test = module.iter().any(|word| word == "tests" || word.ends_with("_tests"));
    (!is_test).then_some(module)
}
