//! The settings of `specwright.toml` as plain data; [`read`] fills it.
//!
//! Everything has a default, so no file is needed. Settings that name a part of the document keep the place where they
//! are ([`Located`]), so that one that matches nothing can be reported.

mod behavior;
mod credentials;
mod decorations;
mod file;
mod lock;
mod package;
mod read;
mod replacements;
mod table;

pub use crate::output::Layout;
pub use credentials::{Credentials, Environment};
pub use decorations::{ByType, Trait, TypeKind};
pub use lock::{LOCK_FILE, Lock, Named};
pub use package::{Package, Runtime};
pub use read::{parse, read};

use crate::diag::{Diagnostics, Location, Rules};
use crate::ir::{FloatKind, Pagination};
use crate::source::Span;
use indexmap::IndexMap;
use std::path::PathBuf;

/// All settings.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// What is read.
    pub document: Document,
    /// What the generated package says about itself.
    pub package: Package,
    /// Which header parameters are credentials.
    pub credentials: Credentials,
    /// Which operations the client has.
    pub select: Select,
    /// Names chosen by hand.
    pub rename: Rename,
    /// Names that are kept: what the file that `rename.lock` names says.
    pub lock: Lock,
    /// Cargo features of the generated package.
    pub features: Features,
    /// What is written, and where.
    pub output: Output,
    /// Rust types that stand in for schemas, by component name or JSON pointer.
    pub types: IndexMap<String, Located<RustPath>>,
    /// Rust types that stand in for strings and numbers of a `format`.
    pub types_of_formats: IndexMap<String, Located<RustPath>>,
    /// Files whose schemas are types of other generated crates.
    pub types_of_files: IndexMap<String, Located<SharedFile>>,
    /// Traits that are derived besides.
    pub derives: ByType<Trait>,
    /// Attributes of definitions, as they are written in Rust.
    pub attributes: ByType<String>,
    /// Crates that these types, and those that the document names by `x-rust-type`, come from.
    pub dependencies: IndexMap<String, Dependency>,
    /// What is said of a new edition.
    pub diff: Diff,
    /// What becomes of parts of the document that have no meaning.
    pub faults: Faults,
    /// What responses are read by, beside their schemas.
    pub reading: Reading,
    /// Which problems are silenced, warnings or errors, whatever they are by themselves.
    pub rules: Rules,
    /// How the results of operations go on, by `operationId` (or `METHOD /path`).
    pub pagination: IndexMap<String, Located<Pagination>>,
    /// When requests of operations are repeated, by `operationId` (or `METHOD /path`).
    pub retry: IndexMap<String, Located<Retry>>,
    /// Whether properties, parameters and request bodies are required, by JSON pointer, whatever the document says.
    pub required: IndexMap<String, Located<bool>>,
    /// Whether schemas admit `null`, by JSON pointer, whatever the document says.
    pub nullable: IndexMap<String, Located<bool>>,
    /// Schemas whose constraints are not checked, by JSON pointer or component name.
    pub unchecked: IndexMap<String, Located<()>>,
    /// Whether the examples of the document are checked against their schemas and become tests of the generated package. By
    /// default they are for a package, and not for one file.
    pub examples: bool,
    /// What a number of `format: float` is: `f64` by default, since most servers write more digits than an `f32` keeps.
    pub float: FloatKind,
    /// Whether every `format` of JSON Schema is checked in what is sent (JSON Schema Validation section 7.2.2). By default those are that
    /// have types of their own, and `uri`.
    pub formats: bool,
    /// Whether schemas mean exactly what JSON Schema says: a schema without `type` then admits values of every type, whatever
    /// other keywords it has. Documents rarely mean that.
    pub exact: bool,
    /// Which equal inline schemas, and which equal failures of operations, are one type with several names.
    pub join: Join,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            document: Document::default(),
            package: Package::default(),
            credentials: Credentials::default(),
            select: Select::default(),
            rename: Rename::default(),
            lock: Lock::default(),
            features: Features::default(),
            output: Output::default(),
            types: IndexMap::new(),
            types_of_formats: IndexMap::new(),
            types_of_files: IndexMap::new(),
            derives: ByType::default(),
            attributes: ByType::default(),
            dependencies: IndexMap::new(),
            diff: Diff::default(),
            faults: Faults::Deny,
            reading: Reading::default(),
            rules: Rules::default(),
            pagination: IndexMap::new(),
            retry: IndexMap::new(),
            required: IndexMap::new(),
            nullable: IndexMap::new(),
            unchecked: IndexMap::new(),
            examples: true,
            float: FloatKind::F64,
            formats: false,
            exact: false,
            join: Join::default(),
        }
    }
}

/// What responses are read by, beside their schemas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// What the examples of responses mean.
    pub examples: ResponseExamples,
}

/// What the examples of responses mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ResponseExamples {
    /// They illustrate the schemas.
    #[default]
    Illustration,
    /// They are what servers send: where a schema contradicts them, the schema is wrong.
    Evidence,
}

impl Config {
    /// No problems yet; those that will be met are as bad as these settings say.
    pub fn diagnostics(&self) -> Diagnostics {
        let diags = match self.faults {
            Faults::Deny => Diagnostics::new(),
            Faults::Allow => Diagnostics::tolerant(),
        };
        diags.with_rules(self.rules.clone())
    }
}

/// A setting and where it is; no place for one that was made in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The setting.
    pub value: T,
    /// The bytes of the setting in its file.
    pub span: Option<Span>,
}

impl<T> Located<T> {
    /// The place of the setting, for a diagnostic.
    pub fn location(&self) -> Location {
        self.span.map(Location::from).unwrap_or_default()
    }
}

impl<T> From<T> for Located<T> {
    fn from(value: T) -> Located<T> {
        Located { value, span: None }
    }
}

/// The path of a Rust type in another crate, `::rust_decimal::Decimal`, or, where the output is one file of somebody's crate,
/// in that: `crate::Money`. It is made of names only, so that no text becomes code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RustPath(Vec<String>);

impl RustPath {
    /// What [`RustPath::new`] takes.
    pub(crate) const EXPECTED: &str =
        "a Rust type is a full path that begins with its crate, such as ::rust_decimal::Decimal";

    /// Takes a path; the leading `::` may be left out. `None` unless it names a crate and an item of it.
    ///
    /// ```
    /// use specwright::config::RustPath;
    ///
    /// assert_eq!(RustPath::new("rust_decimal::Decimal").map(|path| path.krate().to_owned()), Some("rust_decimal".into()));
    /// assert_eq!(RustPath::new("String; panic!()"), None);
    /// ```
    pub fn new(text: &str) -> Option<RustPath> {
        let text = text.trim();
        let parts = text.strip_prefix("::").unwrap_or(text).split("::");
        let parts: Vec<String> = parts.map(str::to_owned).collect();
        let plain = |(index, part): (usize, &String)| {
            let names = part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
            let is_root = index == 0 && part == "crate";
            names && (is_root || syn::parse_str::<proc_macro2::Ident>(part).is_ok())
        };
        (parts.len() >= 2 && parts.iter().enumerate().all(plain)).then_some(RustPath(parts))
    }

    /// The crate, as code spells it.
    pub fn krate(&self) -> &str {
        self.0.first().map_or("", String::as_str)
    }

    /// The names of the path.
    pub fn parts(&self) -> &[String] {
        &self.0
    }
}

/// A crate that a stand-in type comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dependency {
    /// The requirement, as Cargo reads it; empty: any version that is at the path.
    pub version: String,
    /// The directory of the package, as seen from the generated one.
    pub path: Option<String>,
    /// Features that are turned on.
    pub features: Vec<String>,
}

/// A file whose schemas are types of another generated crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedFile {
    /// The file, as references lead to it.
    pub path: PathBuf,
    /// The crate, as code spells it: `common_models`.
    pub krate: String,
    /// The directory of its package, which has its `surface.json`.
    pub directory: PathBuf,
}

impl SharedFile {
    /// What [`SharedFile::crate_name`] takes.
    pub(crate) const EXPECTED: &str = "it must be the name of a generated crate, such as ::common_models";

    /// The name of a crate, with or without `::` in front of it; `None` if it is none.
    pub(crate) fn crate_name(text: &str) -> Option<String> {
        let name = text.trim();
        let name = name.strip_prefix("::").unwrap_or(name);
        let is_name = name != "crate" && syn::parse_str::<proc_macro2::Ident>(name).is_ok();
        is_name.then(|| name.to_owned())
    }
}

/// `[document]`: what is read. Paths are relative to the settings file when they are read from one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The OpenAPI document.
    pub path: Located<PathBuf>,
    /// Other documents of the API, whose operations the client has too. Each keeps its own servers and security.
    pub also: Vec<Located<PathBuf>>,
    /// Overlays, applied in this order: each to the document that it `extends`, or else to the first one.
    pub overlays: Vec<Located<PathBuf>>,
    /// The pages and documents that `import` makes the document of: files, directories, and patterns with `*` and `**`.
    pub pages: Vec<Located<PathBuf>>,
    /// The directory that references may lead to; by default that of the document.
    pub root: Option<PathBuf>,
    /// Local copies of what URLs name: what a reference begins with, and the file or directory in its place. Nothing is fetched.
    pub locations: IndexMap<String, Located<PathBuf>>,
}

impl Default for Document {
    fn default() -> Document {
        Document {
            path: PathBuf::from("openapi.yaml").into(),
            also: Vec::new(),
            overlays: Vec::new(),
            pages: Vec::new(),
            root: None,
            locations: IndexMap::new(),
        }
    }
}

/// `[select]`: the operations that a client has, with what they reach. In each, `*` is any string.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Select {
    /// Tags of operations.
    pub tags: Vec<Located<String>>,
    /// Path templates.
    pub paths: Vec<Located<String>>,
    /// Operations, by `operationId` or `METHOD /path`.
    pub operations: Vec<Located<String>>,
    /// Component schemas that have a type also where no operation reaches them, by name.
    pub types: Vec<Located<String>>,
}

impl Select {
    /// Whether no operation is left out.
    pub fn is_all(&self) -> bool {
        self.tags.is_empty() && self.paths.is_empty() && self.operations.is_empty()
    }
}

/// `[rename]`: Rust names chosen by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rename {
    /// Types, by component name or JSON pointer (`#/components/schemas/Pet`).
    pub types: IndexMap<String, Located<String>>,
    /// Operations, by `operationId` or `METHOD /path`.
    pub operations: IndexMap<String, Located<String>>,
    /// Properties and parameters, by JSON pointer (`#/components/schemas/Pet/properties/type`).
    pub fields: IndexMap<String, Located<String>>,
    /// Variants, by the component name or JSON pointer of the enumeration or union, a space, and the value or the variant's schema.
    pub variants: IndexMap<String, Located<String>>,
    /// Modules of components, by component name or JSON pointer.
    pub modules: IndexMap<String, Located<String>>,
    /// Cargo features, by tag.
    pub tags: IndexMap<String, Located<String>>,
    /// Variants of `Server`, by URL.
    pub servers: IndexMap<String, Located<String>>,
    /// The file of names that are kept ([`Lock`]).
    pub lock: Option<Located<PathBuf>>,
}

/// `[features]`: Cargo features of the generated package.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Features {
    /// Whether each tag has a feature of its own.
    pub tags: TagFeatures,
}

/// When each tag has a Cargo feature of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TagFeatures {
    /// Where the document has so many operations that the build time of all of them is felt.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Which equal inline schemas are one type with several names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Join {
    /// Those of one operation or component; in a client with many operations as with [`Join::Always`], since the compiler checks a
    /// shared type once. In a small client the definition of an operation changes only when the operation does.
    #[default]
    Auto,
    /// Those of components, and of operations with the same tags.
    Always,
    /// None.
    Never,
}

/// `[output]`: what is written, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// The folder of the package, or the folder that holds the one file.
    pub path: PathBuf,
    /// What is written.
    pub layout: Layout,
    /// Whether the one file is for a crate that people write: then its code allows what their lints would ask of it. The settings
    /// cannot change that.
    pub embedded: bool,
    /// The command that writes it again: generated files name it.
    pub command: String,
    /// Whether a package has `surface.json` beside it: what it offers and what that is on the wire, to be compared with the next
    /// edition. One file for another crate has none.
    pub surface: bool,
    /// Whether a package has a module `mock` with a method for each operation, behind its feature `mock`. One file for another
    /// crate has none.
    pub mock: bool,
}

impl Default for Output {
    fn default() -> Output {
        Output {
            path: PathBuf::from("."),
            layout: Layout::Crate,
            embedded: false,
            command: "specwright generate".to_owned(),
            surface: false,
            mock: false,
        }
    }
}

/// `[diff]`: what is said of a new edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// Changes that are accepted: a rule and the name of an item, in which `*` means any text, and why.
    pub allow: IndexMap<String, Located<String>>,
}

impl Diff {
    /// The changes that are accepted, each with the reason.
    pub fn allowances(&self) -> Vec<(String, String)> {
        let entries = self.allow.iter();
        entries
            .map(|(key, reason)| (key.clone(), reason.value.clone()))
            .collect()
    }
}

/// `[retry]`: when the requests of an operation are repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// Never, whatever the policy of the client is.
    Never,
}

/// What becomes of parts of the document that have no meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Faults {
    /// They are errors.
    Deny,
    /// They are warnings, and the parts are left out.
    Allow,
}
