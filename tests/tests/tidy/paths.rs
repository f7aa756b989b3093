//! The paths that a file names, however they are written, and the names that it imports.

use crate::tokens::{Kind, Token, group};
use std::collections::BTreeMap;

/// A path, as far as the file itself tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Path {
    /// From the root of the crate: `crate::`, `self::` and `super::` are resolved.
    Inside(Vec<String>),
    /// From another crate, a module below or a name in scope.
    Open(Vec<String>),
}

/// A path and where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub path: Path,
    pub line: usize,
    /// Whether it is in a `use`.
    pub is_import: bool,
}

/// What a file says about others.
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    pub paths: Vec<Named>,
    /// The names that `use` brings into scope, with what they are.
    pub imported: BTreeMap<String, Path>,
}

/// Everything that a file of this module mentions.
pub fn mentions(tokens: &[Token<'_>], module: &[String]) -> Mentions {
    let mut reader = Reader {
        tokens,
        at: 0,
        modules: vec![module.to_vec()],
        ends: Vec::new(),
        found: Mentions::default(),
    };
    while reader.at < tokens.len() {
        reader.step();
    }
    reader.found
}

struct Reader<'a> {
    tokens: &'a [Token<'a>],
    at: usize,
    /// The module of the file, and those that are written in it around this token.
    modules: Vec<Vec<String>>,
    /// Where the latter end.
    ends: Vec<usize>,
    found: Mentions,
}

impl Reader<'_> {
    fn is_sign(&self, at: usize, sign: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_sign(sign))
    }

    fn word(&self, at: usize) -> Option<&str> {
        let token = self.tokens.get(at)?;
        (token.kind == Kind::Word).then_some(token.text)
    }

    fn step(&mut self) {
        if self.ends.last() == Some(&self.at) {
            self.ends.pop();
            self.modules.pop();
        }
        match self.word(self.at) {
            Some("mod") if self.is_sign(self.at + 2, "{") => self.inner_module(),
            Some("use") if !self.is_sign(self.at + 1, "<") => {
                self.at += 1;
                self.import(Vec::new());
            }
            Some(_) if self.begins_path() && self.is_sign(self.at + 1, "::") => self.expression(),
            Some(_) | None => self.at += 1,
        }
    }

    /// Whether the word here is the first one of a path: neither a later one, nor part of a macro or of a call.
    fn begins_path(&self) -> bool {
        let before = |steps: usize| self.tokens.get(self.at.wrapping_sub(steps));
        let ends_path = |token: &Token<'_>| matches!(token.kind, Kind::Word | Kind::Close) || token.is_sign(">");
        match before(1) {
            // `::std::fs` is a path of its own.
            Some(token) if token.is_sign("::") => !before(2).is_some_and(ends_path),
            Some(token) => !token.is_sign("$") && !token.is_sign("."),
            None => true,
        }
    }

    fn inner_module(&mut self) {
        let mut module = self.modules.last().cloned().unwrap_or_default();
        module.extend(self.word(self.at + 1).map(str::to_owned));
        self.modules.push(module);
        self.ends.push(self.at + 2 + group(&self.tokens[self.at + 2..]) - 1);
        self.at += 3;
    }

    /// A path among other code: names with `::` between them.
    fn expression(&mut self) {
        let line = self.tokens[self.at].line;
        let mut words = Vec::new();
        while let Some(word) = self.word(self.at) {
            words.push(word.to_owned());
            self.at += 1;
            if !self.is_sign(self.at, "::") {
                break;
            }
            self.at += 1;
        }
        let path = self.resolve(words);
        self.found.paths.push(Named {
            path,
            line,
            is_import: false,
        });
    }

    /// The rest of a `use`, behind the words that are given.
    fn import(&mut self, mut words: Vec<String>) {
        loop {
            let line = self.tokens.get(self.at).map_or(0, |token| token.line);
            if self.is_sign(self.at, "::") {
                self.at += 1;
            } else if self.is_sign(self.at, "{") {
                let end = self.at + group(&self.tokens[self.at..]);
                self.at += 1;
                while self.at + 1 < end {
                    self.import(words.clone());
                    self.at += usize::from(self.is_sign(self.at, ","));
                }
                self.at = end;
                return;
            } else if self.is_sign(self.at, "*") {
                self.at += 1;
                return self.leaf(words, None, line);
            } else if let Some(word) = self.word(self.at).map(str::to_owned) {
                words.push(word.clone());
                self.at += 1;
                if self.word(self.at) == Some("as") {
                    let alias = self.word(self.at + 1).map(str::to_owned);
                    self.at += 2;
                    return self.leaf(words, alias, line);
                }
                if !self.is_sign(self.at, "::") {
                    return self.leaf(words, Some(word), line);
                }
            } else {
                self.at += 1;
                return;
            }
        }
    }

    fn leaf(&mut self, mut words: Vec<String>, mut name: Option<String>, line: usize) {
        // `{self}` is what is before the braces.
        if words.len() > 1 && words.last().is_some_and(|word| word == "self") {
            words.pop();
            name = name.filter(|name| name != "self").or_else(|| words.last().cloned());
        }
        let path = self.resolve(words);
        if let Some(name) = name {
            self.found.imported.insert(name, path.clone());
        }
        self.found.paths.push(Named {
            path,
            line,
            is_import: true,
        });
    }

    fn resolve(&self, words: Vec<String>) -> Path {
        let here = || self.modules.last().cloned().unwrap_or_default();
        let mut words = words.into_iter().peekable();
        let mut base = match words.peek().map(String::as_str) {
            Some("crate") => {
                words.next();
                return Path::Inside(words.collect());
            }
            Some("self") => {
                words.next();
                here()
            }
            Some("super") => here(),
            Some(_) | None => return Path::Open(words.collect()),
        };
        while words.next_if(|word| word == "super").is_some() {
            base.pop();
        }
        base.extend(words);
        Path::Inside(base)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens;

    fn found(text: &str) -> Vec<String> {
        let module = ["a".to_owned(), "b".to_owned()];
        let tokens = tokens::read(text);
        let show = |named: &Named| match &named.path {
            Path::Inside(path) => format!("/{}", path.join("/")),
            Path::Open(path) => path.join("/"),
        };
        mentions(&tokens, &module).paths.iter().map(show).collect()
    }

    #[test]
    fn paths_are_found_however_they_are_written() {
        assert_eq!(
            found("use crate::c::D; fn f() { crate::h::i(); $crate::j; }"),
            ["/c/D", "/h/i"]
        );
        assert_eq!(found("use crate::{c::{D, E as F}, g};"), ["/c/D", "/c/E", "/g"]);
        assert_eq!(
            found("use super::c; use super::super::d::E; use self::f;"),
            ["/a/c", "/d/E", "/a/b/f"]
        );
        assert_eq!(found("mod m { use super::c; } use super::c;"), ["/a/b/c", "/a/c"]);
        assert_eq!(
            found("use std::{fs, io::{self, Read}}; x::<T>::y(z::w);"),
            ["std/fs", "std/io", "std/io/Read", "x", "z/w"]
        );
        assert_eq!(
            found("pub(in crate::a) use c::*; fn f() -> impl Fn() + use<'a> {}"),
            ["/a", "c"]
        );
    }

    #[test]
    fn imported_names_are_known_by_what_they_are() {
        let tokens = tokens::read("use crate::c::{self, D as E, F as _}; use g::*;");
        let found = mentions(&tokens, &[]).imported;
        let inside = |path: &[&str]| Path::Inside(path.iter().map(|word| (*word).to_owned()).collect());
        assert_eq!(found.get("c"), Some(&inside(&["c"])));
        assert_eq!(found.get("E"), Some(&inside(&["c", "D"])));
        assert_eq!(found.len(), 3);
    }
}
