//! The settings about Rust types of other crates: what they replace, and where they come from.

use super::file::is_package_name;
use super::table::Table;
use super::{Dependency, Located, RustPath};
use crate::diag::{Diagnostics, Location, Problem};
use indexmap::IndexMap;

/// `[types]`.
#[derive(Default)]
pub(super) struct Replacements {
    /// By component name or JSON pointer.
    pub(super) schemas: IndexMap<String, Located<RustPath>>,
    /// By `format`.
    pub(super) formats: IndexMap<String, Located<RustPath>>,
}

/// `[types]`: a path for each schema, and the table `formats`.
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
            let reason =
                "a Rust type is a full path that begins with its crate, such as ::rust_decimal::Decimal".to_owned();
            diags.push(Problem::InvalidSetting { key, reason }, setting.location());
        }
    }
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
                features: Vec::new(),
            },
            Err(mut table) => {
                let version = table.string("version", diags).map(|version| version.value);
                if version.is_none() {
                    table.missing("version", span, diags);
                }
                let features = table.strings("features", diags).map(|features| features.value);
                table.finish(diags);
                Dependency {
                    version: version.unwrap_or_default(),
                    features: features.unwrap_or_default(),
                }
            }
        };
        map.insert(name, dependency);
    }
    map
}
