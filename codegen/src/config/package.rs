//! `[package]`: what the generated `Cargo.toml` says.

use super::file::is_package_name;
use super::table::Table;
use crate::diag::Diagnostics;
use std::fmt;

/// `[package]`: what the generated `Cargo.toml` says. What is `None` or empty is left out, unless a default is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Package {
    /// Name of the package; by default made from the title of the document.
    pub name: Option<String>,
    /// Version of the package (Semantic Versioning 2.0); by default made from `info.version`.
    pub version: Option<String>,
    /// One line for registries; by default made from the title of the document.
    pub description: Option<String>,
    /// SPDX expression.
    pub license: Option<String>,
    /// File with the terms, relative to the package, where no SPDX expression says them.
    pub license_file: Option<String>,
    /// URL of the repository.
    pub repository: Option<String>,
    /// URL of a page about the package.
    pub homepage: Option<String>,
    /// URL of the documentation, where the registry's own is not meant.
    pub documentation: Option<String>,
    /// Who made the package.
    pub authors: Vec<String>,
    /// Keywords for registries: at most five.
    pub keywords: Vec<String>,
    /// Categories of the registry: at most five.
    pub categories: Vec<String>,
    /// The first version of Rust that the package declares; by default the one that generated code needs.
    pub rust_version: Option<String>,
    /// The registries that it may be published in, nowhere if there is none; by default everywhere.
    pub publish: Option<Vec<String>>,
    /// The files that are published, as patterns of Cargo.
    pub include: Vec<String>,
    /// The files that are not published, as patterns of Cargo; by default what only maintainers need.
    pub exclude: Option<Vec<String>>,
    /// The keys whose values the workspace around the package has (`key.workspace = true`).
    pub workspace: Vec<String>,
    /// The tables of `package.metadata`: the name of each, and its value as TOML.
    pub metadata: Vec<(String, String)>,
    /// Where the runtime crate comes from; by default the registry.
    pub runtime: Option<Runtime>,
}

/// Where the runtime crate comes from, in the words of a dependency in `Cargo.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Runtime {
    /// The version that is required; by default that of the generator.
    pub version: Option<String>,
    /// Whether the workspace around the package says all of it.
    pub workspace: bool,
    /// Where it is, by the key: `path`, `git` (with `branch`, `tag` or `rev`), `registry`; and `package`, its name if it is another one.
    pub keys: Vec<(&'static str, String)>,
}

impl Runtime {
    /// The keys of a dependency that say where it is.
    const KEYS: [&'static str; 7] = ["path", "git", "branch", "tag", "rev", "registry", "package"];

    /// The directory of the crate, relative to the package.
    pub fn path(directory: impl Into<String>) -> Runtime {
        Runtime {
            keys: vec![("path", directory.into())],
            ..Runtime::default()
        }
    }

    fn has(&self, key: &str) -> bool {
        self.keys.iter().any(|(known, _)| *known == key)
    }

    /// Why Cargo would not take it.
    fn fault(&self) -> Option<&'static str> {
        let places = ["path", "git", "registry"].iter().filter(|key| self.has(key)).count();
        let revisions = ["branch", "tag", "rev"].iter().filter(|key| self.has(key)).count();
        let alone = self.keys.is_empty() && self.version.is_none();
        match (self.workspace, places, revisions) {
            (true, _, _) if !alone => Some("with `workspace = true` the workspace says the rest"),
            (_, 2.., _) => Some("it has one of `path`, `git` and `registry`"),
            (_, _, 2..) => Some("it has one of `branch`, `tag` and `rev`"),
            (_, _, 1) if !self.has("git") => Some("`branch`, `tag` and `rev` belong to `git`"),
            (_, _, _) => None,
        }
    }
}

impl fmt::Display for Runtime {
    /// As in a sentence: the directory, or whatever else says where it is.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.keys.first().map(|(_, value)| value);
        let version = self.version.as_ref();
        formatter.write_str(place.or(version).map_or("the workspace", String::as_str))
    }
}

/// The keys that a workspace can have for its packages, of those that are settings.
const INHERITED: [&str; 15] = [
    "authors",
    "categories",
    "description",
    "documentation",
    "edition",
    "exclude",
    "homepage",
    "include",
    "keywords",
    "license",
    "license-file",
    "publish",
    "repository",
    "rust-version",
    "version",
];

/// Reads the table.
pub(super) fn read(mut table: Table<'_>, diags: &mut Diagnostics) -> Package {
    let name = checked(&mut table, "name", is_package_name, NAME, diags);
    let version = checked(&mut table, "version", is_semver, VERSION, diags);
    let rust_version = checked(&mut table, "rust-version", is_rust_version, RUST_VERSION, diags);
    let workspace = table.strings("workspace", diags).filter(|keys| {
        let known = |key: &String| INHERITED.contains(&key.as_str());
        let reason = format!("a workspace has these keys: {}", INHERITED.join(", "));
        table.check("workspace", keys, keys.value.iter().all(known), &reason, diags)
    });
    let mut text = |key| table.string(key, diags).map(|text| text.value);
    let package = Package {
        name,
        version,
        rust_version,
        description: text("description"),
        license: text("license"),
        license_file: text("license-file"),
        repository: text("repository"),
        homepage: text("homepage"),
        documentation: text("documentation"),
        ..Package::default()
    };
    let package = Package {
        authors: list(&mut table, "authors", usize::MAX, diags).unwrap_or_default(),
        keywords: list(&mut table, "keywords", 5, diags).unwrap_or_default(),
        categories: list(&mut table, "categories", 5, diags).unwrap_or_default(),
        publish: publish(&mut table, diags),
        include: list(&mut table, "include", usize::MAX, diags).unwrap_or_default(),
        exclude: list(&mut table, "exclude", usize::MAX, diags),
        workspace: workspace.map(|keys| keys.value).unwrap_or_default(),
        metadata: table.inline_map("metadata", diags),
        runtime: runtime(&mut table, diags),
        ..package
    };
    table.finish(diags);
    package
}

const NAME: &str = "a package name is made of ASCII letters, digits, `-` and `_`, and starts with a letter";
const VERSION: &str = "it must be a semantic version, such as 1.2.0";
const RUST_VERSION: &str = "it must be a version of Rust, such as 1.90";

/// A string that is valid.
fn checked(
    table: &mut Table<'_>,
    key: &'static str,
    is_valid: fn(&str) -> bool,
    reason: &str,
    diags: &mut Diagnostics,
) -> Option<String> {
    let text = table.string(key, diags)?;
    let valid = is_valid(&text.value);
    table.check(key, &text, valid, reason, diags).then_some(text.value)
}

/// A list that registries take.
fn list(table: &mut Table<'_>, key: &'static str, most: usize, diags: &mut Diagnostics) -> Option<Vec<String>> {
    let list = table.strings(key, diags)?;
    let reason = format!("registries take at most {most} {key}");
    let few = list.value.len() <= most;
    table.check(key, &list, few, &reason, diags).then_some(list.value)
}

fn publish(table: &mut Table<'_>, diags: &mut Diagnostics) -> Option<Vec<String>> {
    match table.bool_or_strings("publish", diags)? {
        Ok(true) => None,
        Ok(false) => Some(Vec::new()),
        Err(registries) => Some(registries),
    }
}

fn runtime(table: &mut Table<'_>, diags: &mut Diagnostics) -> Option<Runtime> {
    let (span, setting) = table.string_or_table("runtime", diags)?;
    let mut table = match setting {
        Ok(directory) => return Some(Runtime::path(directory)),
        Err(table) => table,
    };
    let version = table.string("version", diags).map(|version| version.value);
    let workspace = table.bool("workspace", diags).unwrap_or(false);
    let keys = Runtime::KEYS.into_iter();
    let keys = keys.filter_map(|key| Some((key, table.string(key, diags)?.value)));
    let runtime = Runtime {
        version,
        workspace,
        keys: keys.collect(),
    };
    let fault = runtime.fault();
    if let Some(reason) = fault {
        table.invalid_whole(reason, span, diags);
    }
    table.finish(diags);
    fault.is_none().then_some(runtime)
}

/// A version as Cargo takes it for `rust-version`: two or three numbers.
fn is_rust_version(version: &str) -> bool {
    let parts: Vec<&str> = version.split('.').collect();
    matches!(parts.len(), 2 | 3) && parts.iter().all(|part| is_number(part))
}

/// A number without leading zeros that fits 64 bits.
fn is_number(part: &str) -> bool {
    let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    digits && (part == "0" || !part.starts_with('0')) && part.parse::<u64>().is_ok()
}

/// The grammar of Semantic Versioning 2.0.0, section "Backus–Naur Form".
fn is_semver(version: &str) -> bool {
    let (version, build) = version.split_once('+').map_or((version, None), |(a, b)| (a, Some(b)));
    let (core, pre) = version.split_once('-').map_or((version, None), |(a, b)| (a, Some(b)));
    let word = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let pre_word = |part: &str| word(part) && (!part.bytes().all(|byte| byte.is_ascii_digit()) || is_number(part));
    let parts: Vec<_> = core.split('.').collect();
    parts.len() == 3
        && parts.into_iter().all(is_number)
        && pre.is_none_or(|pre| pre.split('.').all(pre_word))
        && build.is_none_or(|build| build.split('.').all(word))
}
