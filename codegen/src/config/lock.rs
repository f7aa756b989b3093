//! `names.toml`: names that a client keeps though the rules of names would give others. It is read like settings, and
//! `specwright generate` writes it.

use super::file::{is_identifier, is_package_name, load, tables};
use super::table::Table;
use super::{Located, Rename, TagFeatures};
use crate::diag::{Diagnostics, Problem};
use crate::source::{self, FileId, SourceMap};
use crate::text::toml_string;
use indexmap::IndexMap;
use std::collections::BTreeMap;
use std::path::Path;

/// The name of the file where the settings do not say another.
pub const LOCK_FILE: &str = "names.toml";

/// What begins the file.
const ABOUT: &str = "\
# Names that this client keeps, though the document has changed: what had them is still there.
# `specwright generate` adds to this file and takes out what is gone. A name in the settings goes before one here.
";

/// What has names that are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Named {
    /// Operations, by `METHOD /path`.
    Operations,
    /// Types, by JSON pointer.
    Types,
    /// Modules of components, by JSON pointer.
    Modules,
    /// Properties by JSON pointer, parameters by [`Lock::parameter`].
    Fields,
    /// Values of enumerations, by the JSON pointer of the schema and the value.
    Variants,
    /// Cargo features, by tag.
    Tags,
    /// Variants of `Server`, by URL.
    Servers,
}

impl Named {
    /// All of them, in the order of the file.
    pub const ALL: [Named; 7] = [
        Named::Operations,
        Named::Types,
        Named::Modules,
        Named::Fields,
        Named::Variants,
        Named::Tags,
        Named::Servers,
    ];

    /// The name of the table.
    pub const fn as_str(self) -> &'static str {
        match self {
            Named::Operations => "operations",
            Named::Types => "types",
            Named::Modules => "modules",
            Named::Fields => "fields",
            Named::Variants => "variants",
            Named::Tags => "tags",
            Named::Servers => "servers",
        }
    }
}

/// The names that are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    /// Whether tags are Cargo features.
    pub tags: TagFeatures,
    /// The file that it was read from.
    pub file: Option<FileId>,
    names: BTreeMap<Named, BTreeMap<String, String>>,
}

impl Lock {
    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.tags == TagFeatures::Auto && self.names.values().all(BTreeMap::is_empty)
    }

    /// The name that something keeps.
    pub fn name(&self, what: Named, key: &str) -> Option<&str> {
        self.names.get(&what)?.get(key).map(String::as_str)
    }

    /// The key of a parameter: its operation, where it goes, and its name there. Its place in the list of parameters tells nothing.
    pub fn parameter(operation: &str, location: &str, name: &str) -> String {
        format!("{operation} {location} {name}")
    }

    /// Keeps a name. Whether that is new.
    pub fn keep(&mut self, what: Named, key: &str, name: &str) -> bool {
        let names = self.names.entry(what).or_default();
        names.insert(key.to_owned(), name.to_owned()).as_deref() != Some(name)
    }

    /// Takes out the names for which `is_kept` is false.
    pub fn retain(&mut self, is_kept: impl Fn(Named, &str, &str) -> bool) {
        for (what, names) in &mut self.names {
            names.retain(|key, name| is_kept(*what, key, name));
        }
    }

    /// What the file says.
    pub fn text(&self) -> String {
        let mut out = ABOUT.to_owned();
        let tags = match self.tags {
            TagFeatures::Auto => None,
            TagFeatures::Always => Some("always"),
            TagFeatures::Never => Some("never"),
        };
        if let Some(tags) = tags {
            out.push_str(&format!("\n[features]\ntags = \"{tags}\"\n"));
        }
        for (what, names) in self.names.iter().filter(|(_, names)| !names.is_empty()) {
            out.push_str(&format!("\n[{}]\n", what.as_str()));
            for (key, name) in names {
                out.push_str(&format!("{} = {}\n", toml_string(key), toml_string(name)));
            }
        }
        out
    }

    /// Reads the file at `path`; nothing is kept if there is none. Problems go to `diags`.
    pub fn read(sources: &mut SourceMap, path: &Path, diags: &mut Diagnostics) -> Lock {
        if !source::exists(path) {
            return Lock::default();
        }
        let file = load(sources, path, diags);
        file.map_or_else(Lock::default, |file| Lock::parse(sources, file, diags))
    }

    /// Reads a file that is already in `sources`.
    pub fn parse(sources: &SourceMap, file: FileId, diags: &mut Diagnostics) -> Lock {
        let mut lock = Lock {
            file: Some(file),
            ..Lock::default()
        };
        let Some(values) = tables(sources, file, diags) else {
            return lock;
        };
        let mut root = Table::root(file, values.get_ref());
        let mut features = root.table("features", diags);
        let words = [("always", TagFeatures::Always), ("never", TagFeatures::Never)];
        lock.tags = features.word("tags", &words, diags).unwrap_or_default();
        features.finish(diags);
        for what in Named::ALL {
            for (key, name) in names(root.table(what.as_str(), diags), what, diags) {
                lock.keep(what, &key, &name.value);
            }
        }
        root.finish(diags);
        lock
    }
}

/// The names of a table. What cannot be one is reported.
pub(super) fn names(
    table: Table<'_>,
    what: Named,
    diags: &mut Diagnostics,
) -> impl Iterator<Item = (String, Located<String>)> + use<> {
    let prefix = table.qualified("");
    let mut all = table.string_map(diags);
    retain_names(&prefix, what, &mut all, diags);
    all.into_iter()
}

impl Rename {
    /// Takes out what cannot be a name, which is reported: for settings that are made in memory.
    pub(crate) fn check_names(&mut self, diags: &mut Diagnostics) {
        let tables = [
            (Named::Operations, &mut self.operations),
            (Named::Types, &mut self.types),
            (Named::Modules, &mut self.modules),
            (Named::Fields, &mut self.fields),
            (Named::Variants, &mut self.variants),
            (Named::Tags, &mut self.tags),
        ];
        for (what, names) in tables {
            retain_names(&format!("rename.{}.", what.as_str()), what, names, diags);
        }
    }
}

/// Takes out what cannot be a name, which is reported.
fn retain_names(prefix: &str, what: Named, names: &mut IndexMap<String, Located<String>>, diags: &mut Diagnostics) {
    names.retain(|key, name| {
        let (is_name, reason) = match what {
            Named::Tags => (
                is_package_name(&name.value),
                "a Cargo feature is made of ASCII letters, digits, `-` and `_`, and starts with a letter",
            ),
            Named::Operations | Named::Types | Named::Modules | Named::Fields | Named::Variants | Named::Servers => (
                is_identifier(&name.value),
                "a name is made of letters, digits and `_`, and starts with a letter",
            ),
        };
        if !is_name {
            let key = format!("{prefix}{key}");
            let reason = reason.to_owned();
            diags.push(Problem::InvalidSetting { key, reason }, name.location());
        }
        is_name
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Lock, Vec<String>) {
        let mut sources = SourceMap::new();
        let file = sources.add(LOCK_FILE, None, text);
        let mut diags = Diagnostics::new();
        let lock = Lock::parse(&sources, file, &mut diags);
        (lock, diags.iter().map(|problem| problem.problem.message()).collect())
    }

    #[test]
    fn what_is_written_is_read() {
        let mut lock = Lock {
            tags: TagFeatures::Never,
            ..Lock::default()
        };
        assert!(lock.keep(Named::Operations, "GET /pets/{id}", "find_pet"));
        assert!(!lock.keep(Named::Operations, "GET /pets/{id}", "find_pet"));
        lock.keep(Named::Variants, "#/a \"b\"\\ \u{202e}\n", "B");
        lock.keep(Named::Tags, "Pet store", "pet-store");
        let (read, problems) = read(&lock.text());
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(read.text(), lock.text());
        assert_eq!(read.name(Named::Variants, "#/a \"b\"\\ \u{202e}\n"), Some("B"));
        assert!(
            lock.text().contains("[features]\ntags = \"never\"\n"),
            "{}",
            lock.text()
        );
    }

    #[test]
    fn what_is_not_a_name_is_reported() {
        let (lock, problems) =
            read("[types]\nPet = 'a b'\n[tags]\nPet = 'a b'\n[colours]\n[operations]\n'GET /' = 'get'\n");
        assert_eq!(problems.len(), 3, "{problems:#?}");
        assert_eq!(lock.name(Named::Operations, "GET /"), Some("get"));
        assert_eq!(lock.name(Named::Types, "Pet"), None);
    }
}
