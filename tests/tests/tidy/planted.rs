//! The checks find what is planted: each violation as a small crate or file.

use crate::krate::Krate;
use crate::rules::{CRATES, MAX_FUNCTION, MAX_LINES, Module, Rules};
use crate::{circles, files, functions, imports};

const fn row(name: &'static str, imports: &'static [&'static str]) -> Module {
    Module {
        name,
        does: "",
        imports,
        unaware_of: "",
    }
}

/// A small generator: `emit` prints what `plan` says, `lower` asks `openapi`, and `diag` is for some of them.
const RULES: Rules = Rules {
    root: "g/src",
    marker: "",
    modules: &[
        row("diag", &[]),
        row("emit", &["ir", "plan"]),
        row("ir", &[]),
        row("lower", &["diag", "ir", "openapi"]),
        row("openapi", &["diag"]),
        row("plan", &["ir"]),
    ],
};

const CLEAN: &[(&str, &str)] = &[
    ("diag", "pub struct Problem;"),
    ("emit/mod", "mod structs;\nuse crate::plan::Plan;"),
    ("emit/structs", "use crate::ir;\nuse super::helper;"),
    ("ir", "pub struct Api;"),
    ("lib", "mod emit;"),
    ("lower", "use crate::{diag::Problem, ir::Api, openapi::Schema};"),
    ("openapi", "use crate::diag::Problem;"),
    ("plan/mod", "mod pages;\nuse super::ir::Api;"),
    ("plan/pages", ""),
];

/// The clean crate with a line more in one of its files, or with one more file.
fn with(file: &str, line: &str) -> Vec<(String, String)> {
    let mut files: Vec<_> = CLEAN
        .iter()
        .map(|(name, text)| (format!("g/src/{name}.rs"), (*text).to_owned()))
        .collect();
    let name = format!("g/src/{file}.rs");
    match files.iter_mut().find(|(known, _)| *known == name) {
        Some((_, text)) => *text = format!("{text}\n{line}\n"),
        None => files.push((name, line.to_owned())),
    }
    files
}

fn imports_found(file: &str, line: &str) -> Vec<String> {
    imports::violations(&RULES, &Krate::new(RULES.root, &with(file, line)))
}

fn world_found(file: &str, line: &str) -> usize {
    imports::worldly(&Krate::new(RULES.root, &with(file, line))).len()
}

#[test]
fn a_clean_crate_is_clean() {
    let files = with("diag", "");
    let krate = Krate::new(RULES.root, &files);
    assert_eq!(imports::violations(&RULES, &krate), [""; 0]);
    assert_eq!(imports::worldly(&krate), [""; 0]);
    assert_eq!(circles::circles(&krate), []);
}

#[test]
fn imports_are_found_in_every_spelling() {
    for (file, line) in [
        ("emit/structs", "use crate::diag::Problem;"),
        ("emit/structs", "use super::super::diag::Problem;"),
        ("emit/structs", "fn f(problem: &super::super::diag::Problem) {}"),
        ("emit/structs", "use crate::{ir::Api as _, diag as d};"),
        ("emit/mod", "use super::diag;"),
        ("emit/mod", "pub(crate) mod inner { use super::super::diag; }"),
        ("ir", "use super::diag::Problem;"),
        ("ir", "use self::super::diag::*;"),
    ] {
        let module = file.split('/').next().unwrap_or_default();
        let found = imports_found(file, line);
        assert_eq!(found.len(), 1, "{line}: {found:?}");
        assert!(
            found[0].contains(&format!("`{module}` may not know `diag`")),
            "{found:?}"
        );
    }
}

/// The real tables, each with an import that none of its modules may have.
#[test]
fn the_tables_of_all_crates_are_enforced() {
    for (root, file, other) in [
        ("codegen/src", "emit/types/structs.rs", "lower"),
        ("runtime/src", "data/number.rs", "transport"),
        ("cli/src", "report.rs", "project"),
        ("xtask/src", "project.rs", "corpus"),
    ] {
        let rules = CRATES.iter().find(|rules| rules.root == root).expect("a table");
        let importing = format!("use crate::{other}::Thing;");
        let files = [(file, importing.as_str()), (&format!("{other}.rs"), "")];
        let files: Vec<_> = files
            .map(|(name, text)| (format!("{root}/{name}"), text.to_owned()))
            .into();
        let found = imports::violations(rules, &Krate::new(root, &files));
        let expected = format!("{root}/{file}: `");
        let is_it = |line: &String| line.starts_with(&expected) && line.contains(&format!("may not know `{other}`"));
        assert!(found.iter().any(is_it), "{found:#?}");
    }
}

#[test]
fn a_re_export_hides_nothing() {
    let mut files = with("plan/mod", "pub use crate::diag::Problem;");
    files.push(("g/src/emit/enums.rs".to_owned(), "use crate::plan::Problem;".to_owned()));
    let found = imports::violations(&RULES, &Krate::new(RULES.root, &files));
    assert!(
        found.iter().any(|line| line.contains("`emit` may not know `diag`")),
        "{found:?}"
    );
}

#[test]
fn the_table_is_neither_too_short_nor_too_long() {
    assert!(imports_found("surface", "")[0].contains("`surface` is not in the table"));
    let files: Vec<_> = with("diag", "")
        .into_iter()
        .filter(|(name, _)| !name.ends_with("lower.rs"))
        .collect();
    let found = imports::violations(&RULES, &Krate::new(RULES.root, &files));
    assert!(found.iter().any(|line| line.contains("a row `lower`")), "{found:?}");
    assert!(
        found.iter().any(|line| line.contains("lets `lower` know `ir`")),
        "{found:?}"
    );
}

#[test]
fn the_disk_and_the_clock_are_found_in_every_spelling() {
    for line in [
        "use std::fs;",
        "use std::{fs, io};",
        "use std::{io, fs::{self, File}};",
        "use std::fs as disk;",
        "fn f() { ::std::fs::read_to_string(\"x\"); }",
        "fn f() { std::net::TcpStream::connect(\"x\"); }",
        "use std::time::{Duration, SystemTime};",
    ] {
        assert!(world_found("plan/pages", line) > 0, "{line}");
    }
    for line in [
        "// use std::fs;",
        "const TEXT: &str = \"use std::fs;\";",
        "#[cfg(test)]\nmod tests { use std::fs; }",
        "use std::fmt;",
        "fn f() { quote! { ::std::time::Duration } }",
    ] {
        assert_eq!(world_found("plan/pages", line), 0, "{line}");
    }
}

#[test]
fn circles_are_found_through_modules_and_re_exports() {
    let found = |lines: &[(&str, &str)]| {
        let mut files = with("diag", "");
        for (file, line) in lines {
            files.push((format!("g/src/{file}.rs"), (*line).to_owned()));
        }
        circles::circles(&Krate::new(RULES.root, &files))
            .into_iter()
            .map(|(circle, _)| circle)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        found(&[("a/x", "use super::y::Y;"), ("a/y", "fn f() { crate::a::x::f() }")]),
        [["g/src/a/x.rs", "g/src/a/y.rs"]]
    );
    let exported = [
        ("a/mod", "pub use x::X;"),
        ("a/x", "use super::y::Y;"),
        ("a/y", "use super::X;"),
    ];
    assert_eq!(found(&exported), [["g/src/a/x.rs", "g/src/a/y.rs"]]);
    let long = [
        ("a/x", "use super::y::Y;"),
        ("a/y", "use super::z::Z;"),
        ("a/z", "use super::x::X;"),
    ];
    assert_eq!(found(&long), [["g/src/a/x.rs", "g/src/a/y.rs", "g/src/a/z.rs"]]);
    // A module and its parts are one thing.
    let parts = [("a/mod", "use x::X; pub struct A;"), ("a/x", "use super::A;")];
    assert_eq!(found(&parts), [[""; 0]; 0]);
}

#[test]
fn long_functions_are_found_with_every_modifier() {
    let body = "\n".repeat(MAX_FUNCTION);
    for head in [
        "fn",
        "pub fn",
        "pub(crate) async fn",
        "pub(in crate::a) const unsafe extern \"C\" fn",
    ] {
        let text = format!("mod m {{\n    impl M {{\n        {head} f<T>(t: T) where T: Copy {{{body}}}\n    }}\n}}");
        assert_eq!(functions::long("x.rs", &text).len(), 1, "{head}");
        assert!(
            functions::long("x.rs", &text.replacen('\n', "", 3)).is_empty(),
            "{head}"
        );
    }
}

#[test]
fn files_without_a_purpose_and_long_files_are_found() {
    assert_eq!(files::problems("a.rs", "fn f() {}\n").len(), 1);
    assert_eq!(files::problems("a.rs", "//! What it is for.\n"), [""; 0]);
    let long = format!("//! What it is for.\n{}", "\n".repeat(MAX_LINES));
    assert_eq!(files::problems("a.rs", &long).len(), 1);
    let tests = format!(
        "//! What it is for.\n\n#[cfg(test)]\nmod tests {{{}}}\n",
        "\n".repeat(MAX_LINES)
    );
    assert_eq!(files::problems("a.rs", &tests), [""; 0]);
}
