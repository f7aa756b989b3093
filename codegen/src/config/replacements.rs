//! The settings about Rust types of other crates: what they replace, and where they come from.

use super::file::is_package_name;
use super::table::Table;
use super::{Dependency, Located, RustPath, SharedFile};
use crate::diag::{Diagnostics, Location, Problem};
use indexmap::IndexMap;
use std::path::PathBuf;

/// `[types]`.
#[derive(Default)]
pub(super) struct Replacements {
    /// By component name or JSON pointer.
    pub(super) schemas: IndexMap<String, Located<RustPath>>,
    /// By `format`.
    pub(super) formats: IndexMap<String, Located<RustPath>>,
    /// By file: the crate.
    pub(super) files: IndexMap<String, Located<String>>,
}

/// `[types]`: a path for each schema, and the tables `formats` and `files`.
pub(super) fn read(table: Table<'_>, diags: &mut Diagnostics) -> Replacements {
    let mut types = Replacements::default();
    for (key, span, setting) in table.string_or_table_map(diags) {
        match setting {
            Ok(text) => add(&mut types.schemas, "types", key, text, diags),
            Err(table) if key == "formats" => {
                for (format, text) in table.string_map(diags) {
                    add(&mut types.formats, "types.formats", format, text, diags);
                }
            }
            Err(table) if key == "files" => types.files = table.string_map(diags),
            Err(_) => {
                let problem = Problem::SettingType {
                    key: format!("types.{key}"),
                    expected: "a string",
                    found: "a table".to_owned(),
                };
                diags.push(problem, span.map(Location::from).unwrap_or_default());
            }
        }
    }
    types
}

fn add(
    map: &mut IndexMap<String, Located<RustPath>>,
    table: &str,
    key: String,
    setting: Located<String>,
    diags: &mut Diagnostics,
) {
    let span = setting.span;
    match RustPath::new(&setting.value) {
        Some(value) => {
            map.insert(key, Located { value, span });
        }
        None => {
            let key = format!("{table}.{key}");
            let reason = RustPath::EXPECTED.to_owned();
            diags.push(Problem::InvalidSetting { key, reason }, setting.location());
        }
    }
}

/// `[types.files]`: the crate of each file. Where its package is, `dependencies` says: its surface is read there.
pub(super) fn shared_files(
    files: IndexMap<String, Located<String>>,
    dependencies: &IndexMap<String, Dependency>,
    diags: &mut Diagnostics,
) -> IndexMap<String, Located<SharedFile>> {
    let mut map = IndexMap::new();
    for (key, setting) in files {
        let krate = SharedFile::crate_name(&setting.value).ok_or_else(|| SharedFile::EXPECTED.to_owned());
        let shared = krate.and_then(|krate| {
            let mut packages = dependencies.iter();
            let package = packages.find(|(name, _)| name.replace('-', "_") == krate);
            let path = package.and_then(|(_, package)| package.path.as_deref());
            let path = path.ok_or_else(|| format!("`dependencies` must list `{krate}` with its `path`"))?;
            let directory = PathBuf::from(path);
            let path = PathBuf::from(&key);
            Ok(SharedFile { path, krate, directory })
        });
        match shared {
            Ok(value) => drop(map.insert(
                key,
                Located {
                    value,
                    span: setting.span,
                },
            )),
            Err(reason) => {
                let key = format!("types.files.{key}");
                diags.push(Problem::InvalidSetting { key, reason }, setting.location());
            }
        }
    }
    map
}

/// `[dependencies]`: a version for each crate, or a table.
pub(super) fn dependencies(table: Table<'_>, diags: &mut Diagnostics) -> IndexMap<String, Dependency> {
    let mut map = IndexMap::new();
    for (name, span, setting) in table.string_or_table_map(diags) {
        if !is_package_name(&name) {
            let key = format!("dependencies.{name}");
            let reason = "it is not the name of a package".to_owned();
            let location = span.map(Location::from).unwrap_or_default();
            diags.push(Problem::InvalidSetting { key, reason }, location);
            continue;
        }
        let dependency = match setting {
            Ok(version) => Dependency {
                version: version.value,
                ..Dependency::default()
            },
            Err(mut table) => {
                let version = table.string("version", diags).map(|version| version.value);
                let path = table.string("path", diags).map(|path| path.value);
                if version.is_none() && path.is_none() {
                    table.missing("version", span, diags);
                }
                let features = table.strings("features", diags).map(|features| features.value);
                table.finish(diags);
                Dependency {
                    version: version.unwrap_or_default(),
                    path,
                    features: features.unwrap_or_default(),
                }
            }
        };
        map.insert(name, dependency);
    }
    map
}
