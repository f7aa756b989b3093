//! `specwright.toml` to [`Config`]: every problem of the file is reported, and reading goes on with the default.

use super::file::{load, tables};
use super::lock::{Lock, Named, names};
use super::package;
use super::replacements;
use super::table::Table;
use super::{
    Config, Diff, Document, Faults, Features, Join, Layout, Located, Output, Reading, Rename, ResponseExamples, Select,
    TagFeatures,
};
use super::{behavior, credentials, decorations};
use crate::diag::{Action, Advice, Diagnostics, Problem, Rule, Rules};
use crate::ir::{FloatKind, NextPage, Pagination};
use crate::source::{self, FileId, SourceMap, Span};
use indexmap::IndexMap;
use std::path::{Path, PathBuf};

/// Reads the settings file at `path`; paths in it are relative to its folder.
///
/// Problems go to `diags`; what is wrong has its default in the result.
pub fn read(sources: &mut SourceMap, path: &Path, diags: &mut Diagnostics) -> Config {
    let Some(file) = load(sources, path, diags) else {
        return Config::default();
    };
    let mut config = parse(sources, file, diags);
    let document = &mut config.document;
    let inputs = document.overlays.iter_mut().chain([&mut document.path]);
    let inputs = inputs
        .chain(&mut document.also)
        .chain(&mut document.pages)
        .chain(document.locations.values_mut());
    let inputs = inputs.chain(&mut config.rename.lock);
    for shared in config.types_of_files.values_mut().map(|shared| &mut shared.value) {
        shared.path = relative_to(sources, file, &shared.path);
        // Paths of dependencies are seen from the package that has them.
        let package = match config.output.layout {
            Layout::Crate => config.output.path.join(&shared.directory),
            Layout::File => shared.directory.clone(),
        };
        shared.directory = relative_to(sources, file, &package);
    }
    if let Some(root) = &mut document.root {
        *root = relative_to(sources, file, root);
    }
    for path in inputs.map(|path| &mut path.value).chain([&mut config.output.path]) {
        *path = relative_to(sources, file, path);
    }
    if let Some(lock) = &config.rename.lock {
        config.lock = Lock::read(sources, &lock.value, diags);
    }
    config
}

fn relative_to(sources: &SourceMap, file: FileId, path: &Path) -> PathBuf {
    match (sources.file(file).path(), path.to_str()) {
        (Some(base), Some(text)) => source::join(base, text),
        (_, _) => path.to_path_buf(),
    }
}

/// Reads settings that are already in `sources`; paths stay as they are written.
pub fn parse(sources: &SourceMap, file: FileId, diags: &mut Diagnostics) -> Config {
    let mut problems = Diagnostics::new();
    let Some(values) = tables(sources, file, &mut problems) else {
        if is_document(sources.file(file).text()) {
            let (format, reason) = ("TOML", "this is an OpenAPI document, and settings are TOML".to_owned());
            let advice = Advice::new(
                "name the document as an argument, without `--settings`; in settings it is `path` under `[document]`",
            );
            diags.push(Problem::Syntax { format, reason, advice }, Span::new(file, 0, 1));
        } else {
            diags.append(problems);
        }
        return Config::default();
    };
    let mut root = Table::root(file, values.get_ref());
    let types = replacements::read(root.table("types", diags), diags);
    let dependencies = replacements::dependencies(root.table("dependencies", diags), diags);
    let shared = replacements::shared_files(types.files, &dependencies, diags);
    let faults = [("deny", Faults::Deny), ("allow", Faults::Allow)];
    let faults = root.word("faults", &faults, diags);
    let formats = [("annotate", false), ("assert", true)];
    let floats = [("f32", FloatKind::F32), ("f64", FloatKind::F64)];
    let examples = root.bool("examples", diags);
    let mut config = Config {
        faults: faults.unwrap_or(Faults::Deny),
        reading: reading(root.table("reading", diags), diags),
        rules: rules(root.table("diagnostics", diags), diags),
        examples: false,
        formats: root.word("formats", &formats, diags).unwrap_or(false),
        float: root.word("float", &floats, diags).unwrap_or(FloatKind::F64),
        exact: root.bool("exact", diags).unwrap_or(false),
        join: join(&mut root, diags),
        document: document(root.table("document", diags), diags),
        package: package::read(root.table("package", diags), diags),
        credentials: credentials::read(root.table("credentials", diags), diags),
        select: select(root.table("select", diags), diags),
        rename: rename(root.table("rename", diags), diags),
        lock: Lock::default(),
        types: types.schemas,
        types_of_formats: types.formats,
        types_of_files: shared,
        derives: decorations::derives(root.table("derive", diags), diags),
        attributes: decorations::attributes(root.table("attributes", diags), diags),
        dependencies,
        features: features(root.table("features", diags), diags),
        output: output(root.table("output", diags), diags),
        diff: diff(root.table("diff", diags), diags),
        pagination: pagination(root.table("pagination", diags), diags),
        retry: behavior::retry(root.table("retry", diags), diags),
        required: root.table("required", diags).bool_map(diags),
        nullable: root.table("nullable", diags).bool_map(diags),
        unchecked: behavior::unchecked(root.table("checks", diags), diags),
    };
    // Only a package has tests.
    config.examples = examples.unwrap_or(config.output.layout == Layout::Crate);
    root.finish(diags);
    config
}

fn reading(mut table: Table<'_>, diags: &mut Diagnostics) -> Reading {
    let words = [
        ("illustration", ResponseExamples::Illustration),
        ("evidence", ResponseExamples::Evidence),
    ];
    let examples = table.word("examples", &words, diags).unwrap_or_default();
    table.finish(diags);
    Reading { examples }
}

/// Whether text that is no TOML looks like the document that somebody meant to give in place of settings.
fn is_document(text: &str) -> bool {
    let is_version = |line: &str| {
        let key = line.trim_start_matches(['{', ' ', '"']);
        key.starts_with("openapi") || key.starts_with("swagger")
    };
    text.trim_start().starts_with('{') || text.lines().take(100).any(is_version)
}

fn rules(mut table: Table<'_>, diags: &mut Diagnostics) -> Rules {
    let mut rules = Rules::default();
    for action in [Action::Allow, Action::Warn, Action::Deny] {
        let key = action.as_str();
        for line in table.string_items(key, diags) {
            match Rule::parse(action, &line.value) {
                Ok(rule) => rules.add(Rule {
                    span: line.span,
                    ..rule
                }),
                Err(reason) => table.invalid(key, reason, line.span, diags),
            }
        }
    }
    table.finish(diags);
    rules
}

fn document(mut table: Table<'_>, diags: &mut Diagnostics) -> Document {
    let path = table.string("path", diags).map(|path| located(path.value, path.span));
    let overlays = table.strings("overlays", diags).map(|paths| {
        let span = paths.span;
        paths.value.into_iter().map(|path| located(path, span)).collect()
    });
    let mut paths = |key| {
        let paths = table.string_items(key, diags).into_iter();
        paths.map(|path| located(path.value, path.span)).collect()
    };
    let (also, pages) = (paths("also"), paths("pages"));
    let root = table.string("root", diags).map(|root| PathBuf::from(root.value));
    let locations = table.table("locations", diags).string_map(diags).into_iter();
    let locations = locations
        .map(|(url, path)| (url, located(path.value, path.span)))
        .collect();
    table.finish(diags);
    Document {
        path: path.unwrap_or_else(|| Document::default().path),
        also,
        overlays: overlays.unwrap_or_default(),
        pages,
        root,
        locations,
    }
}

fn located(path: String, span: Option<Span>) -> Located<PathBuf> {
    let value = PathBuf::from(path);
    Located { value, span }
}

fn select(mut table: Table<'_>, diags: &mut Diagnostics) -> Select {
    let select = Select {
        tags: table.string_items("tags", diags),
        paths: table.string_items("paths", diags),
        operations: table.string_items("operations", diags),
        types: table.string_items("types", diags),
    };
    table.finish(diags);
    select
}

fn rename(mut table: Table<'_>, diags: &mut Diagnostics) -> Rename {
    let mut all = |what: Named| names(table.table(what.as_str(), diags), what, diags).collect();
    let rename = Rename {
        types: all(Named::Types),
        operations: all(Named::Operations),
        fields: all(Named::Fields),
        variants: all(Named::Variants),
        modules: all(Named::Modules),
        tags: all(Named::Tags),
        servers: all(Named::Servers),
        lock: None,
    };
    let lock = table.string("lock", diags).map(|path| located(path.value, path.span));
    table.finish(diags);
    Rename { lock, ..rename }
}

fn join(root: &mut Table<'_>, diags: &mut Diagnostics) -> Join {
    let words = [("auto", Join::Auto), ("always", Join::Always), ("never", Join::Never)];
    root.word("join", &words, diags).unwrap_or_default()
}

fn features(mut table: Table<'_>, diags: &mut Diagnostics) -> Features {
    let words = [
        ("auto", TagFeatures::Auto),
        ("always", TagFeatures::Always),
        ("never", TagFeatures::Never),
    ];
    let tags = table.word("tags", &words, diags).unwrap_or_default();
    table.finish(diags);
    Features { tags }
}

fn output(mut table: Table<'_>, diags: &mut Diagnostics) -> Output {
    let default = Output::default();
    let path = table.string("path", diags).map(|path| path.value.into());
    let layouts = [("crate", Layout::Crate), ("file", Layout::File)];
    let layout = table.word("layout", &layouts, diags);
    let command = table.string("command", diags).filter(|command| {
        // It is written into comments of Rust, TOML and Markdown.
        let is_plain = command.value.chars().all(|char| !char.is_control() && char != '>');
        if !is_plain {
            let reason = "it must be one line without `>`".to_owned();
            table.invalid("command", reason, command.span, diags);
        }
        is_plain
    });
    let surface = table.bool("surface", diags);
    let mock = table.bool("mock", diags);
    table.finish(diags);
    Output {
        path: path.unwrap_or(default.path),
        layout: layout.unwrap_or(default.layout),
        embedded: layout == Some(Layout::File),
        command: command.map_or(default.command, |command| command.value),
        surface: surface.unwrap_or(default.surface),
        mock: mock.unwrap_or(default.mock),
    }
}

fn diff(mut table: Table<'_>, diags: &mut Diagnostics) -> Diff {
    let allow = table.table("allow", diags).string_map(diags);
    table.finish(diags);
    Diff { allow }
}

fn pagination(table: Table<'_>, diags: &mut Diagnostics) -> IndexMap<String, Located<Pagination>> {
    let mut map = IndexMap::new();
    for (operation, span, table) in table.table_map(diags) {
        if let Some(value) = operation_pagination(table, span, diags) {
            map.insert(operation, Located { value, span });
        }
    }
    map
}

/// The words of `kind`, which say how the next page is asked for.
#[derive(Clone, Copy)]
enum PageKind {
    Cursor,
    Page,
    Offset,
    Url,
    Link,
}

fn operation_pagination(mut table: Table<'_>, span: Option<Span>, diags: &mut Diagnostics) -> Option<Pagination> {
    let kinds = [
        ("cursor", PageKind::Cursor),
        ("page", PageKind::Page),
        ("offset", PageKind::Offset),
        ("url", PageKind::Url),
        ("link", PageKind::Link),
    ];
    let has_kind = table.string("kind", &mut Diagnostics::new()).is_some();
    let kind = table.word("kind", &kinds, diags);
    if !has_kind && kind.is_none() {
        table.missing("kind", span, diags);
    }
    let items = table
        .string("items", diags)
        .map_or_else(Vec::new, |items| path(&items.value));
    let mut required = |key| {
        let found = table.string(key, diags).map(|found| found.value);
        if found.is_none() {
            table.missing(key, span, diags);
        }
        found
    };
    let next = match kind {
        None => None,
        Some(PageKind::Cursor) => match (required("param"), required("token")) {
            (Some(param), Some(token)) => Some(NextPage::Cursor {
                param,
                token: path(&token),
            }),
            (_, _) => None,
        },
        Some(PageKind::Page) => required("param").map(|param| NextPage::Page {
            param,
            first: table.integer("first", diags).unwrap_or(1),
        }),
        Some(PageKind::Offset) => required("param").map(|param| NextPage::Offset { param }),
        Some(PageKind::Url) => required("field").map(|field| NextPage::Url { field: path(&field) }),
        Some(PageKind::Link) => Some(NextPage::LinkHeader),
    };
    if kind.is_some() {
        table.finish(diags);
    }
    next.map(|next| Pagination {
        items,
        next,
        more: None,
        span,
    })
}

/// A path of property names, written with dots.
fn path(text: &str) -> Vec<String> {
    let parts = text.split('.').filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Environment, Package, Retry};
    use super::*;

    fn settings(text: &str) -> (Config, Vec<String>) {
        let mut sources = SourceMap::new();
        let file = sources.add("specwright.toml", None, text);
        let mut diags = Diagnostics::new();
        let config = parse(&sources, file, &mut diags);
        let show = |diagnostic: &crate::diag::Diagnostic| {
            let place = diagnostic.location.span.map(|span| sources.position(span));
            let line = place.map_or(0, |place| place.line);
            format!("{line}: {}", diagnostic.problem.message())
        };
        (config, diags.iter().map(show).collect())
    }

    #[test]
    fn nothing_is_all_defaults() {
        assert_eq!(settings(""), (Config::default(), Vec::new()));
    }

    #[test]
    fn every_setting_is_read() {
        let (config, problems) = settings(
            r##"
            faults = "allow"
            examples = true
            [document]
            path = "api.yaml"
            overlays = ["a.yaml", "b.yaml"]
            [package]
            name = "pets-client"
            version = "1.0.0-rc.1+5"
            keywords = ["pets"]
            [credentials]
            headers = ["x-pet"]
            environment = "PETS"
            [rename.types]
            "#/components/schemas/Pet" = "Animal"
            [rename.fields]
            "#/components/schemas/Pet/properties/a" = "b"
            [features]
            tags = "never"
            [output]
            command = "make client"
            path = "../client"
            layout = "file"
            [diagnostics]
            allow = ["SW0520", "SW0350 #/paths"]
            deny = ["warnings"]
            [retry]
            "GET /pay" = "never"
            [checks]
            off = ["#/components/schemas/Pan", "Gstin"]
            [pagination.list_pets]
            kind = "cursor"
            items = "data.items"
            param = "after"
            token = "data.next"
            [pagination."GET /owners"]
            kind = "page"
            param = "page"
            first = 0
            "##,
        );
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(config.faults, Faults::Allow);
        assert!(config.examples);
        assert_eq!(config.document.overlays.len(), 2);
        assert_eq!(config.package.version.as_deref(), Some("1.0.0-rc.1+5"));
        assert_eq!(config.credentials.environment, Environment::Prefix("PETS".into()));
        assert_eq!(config.rename.types["#/components/schemas/Pet"].value, "Animal");
        assert_eq!(config.output.layout, Layout::File);
        assert_eq!(config.output.command, "make client");
        let cursor = NextPage::Cursor {
            param: "after".into(),
            token: path("data.next"),
        };
        assert_eq!(config.pagination["list_pets"].value.next, cursor);
        assert_eq!(config.retry["GET /pay"].value, Retry::Never);
        let unchecked: Vec<&String> = config.unchecked.keys().collect();
        assert_eq!(unchecked, ["#/components/schemas/Pan", "Gstin"]);
        assert_eq!(config.pagination["GET /owners"].value.items, Vec::<String>::new());
    }

    #[test]
    fn examples_are_tests_of_packages() {
        for (text, expected) in [
            ("", true),
            ("examples = false", false),
            ("[output]\nlayout = 'file'", false),
        ] {
            assert_eq!(settings(text).0.examples, expected, "{text}");
        }
    }

    #[test]
    fn all_problems_are_reported_with_their_lines() {
        let (config, problems) = settings(
            "faults = 'maybe'\nexamples = 1\ncolour = 'red'\n[package]\nname = '1x'\nversion = '1.0'\n\
             [rename.types]\nPet = 'a b'\n[pagination.p]\nitems = 'x'\n[pagination.q]\nkind = 'url'\n",
        );
        let lines: Vec<_> = problems
            .iter()
            .filter_map(|problem| problem.split_once(':'))
            .map(|(line, _)| line)
            .collect();
        assert_eq!(lines, ["1", "2", "5", "6", "8", "9", "11", "3"], "{problems:#?}");
        assert_eq!(config.package, Package::default());
    }

    #[test]
    fn broken_toml_is_located() {
        let (_, problems) = settings("a = \n[package]\nname = 'pets\n");
        assert!(problems.len() >= 2, "{problems:#?}");
        assert!(problems[0].starts_with("1: invalid TOML"), "{problems:#?}");
    }
}
