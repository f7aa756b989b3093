//! The rules of ARCHITECTURE.md that a compiler does not check.

use specwright::diag::Problem;
use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

type Result = std::result::Result<(), Box<dyn Error>>;

/// What a module of the generator may import from the others. Nothing else knows about what is not listed.
const IMPORTS: &[(&str, &[&str])] = &[
    ("build_script", &["config", "diag", "output", "source"]),
    ("config", &["diag", "ir", "source"]),
    ("diag", &["source"]),
    ("emit", &["ir", "number", "pattern", "plan", "text"]),
    ("import", &["diag", "source", "tree"]),
    ("ir", &["source"]),
    (
        "lower",
        &[
            "config", "diag", "ir", "number", "openapi", "pattern", "source", "text", "tree",
        ],
    ),
    ("number", &[]),
    ("openapi", &["diag", "number", "tree"]),
    ("output", &["source"]),
    ("overlay", &["diag", "number", "pattern", "source", "tree"]),
    ("pass", &["diag", "ir"]),
    ("pattern", &[]),
    ("plan", &["config", "diag", "ir", "pattern", "source", "text"]),
    ("source", &[]),
    ("stack", &[]),
    ("text", &[]),
    ("tree", &["diag", "number", "source"]),
    ("upgrade", &["diag", "source", "tree"]),
];

/// Files that may be longer than [`MAX_LINES`], and why.
const LONG_FILES: &[(&str, &str)] = &[
    (
        "codegen/src/diag/catalog.rs",
        "one catalogue of all diagnostics is the point of it",
    ),
    (
        "codegen/src/openapi/schema.rs",
        "every keyword of a schema, with how it is read",
    ),
];

/// Lines of a file and of a function, tests not counted.
const MAX_LINES: usize = 480;
const MAX_FUNCTION: usize = 80;

/// Diagnostics that no document under `tests/cases/bad` can show, and the test that does.
const SHOWN_ELSEWHERE: &[(&str, &str)] = &[
    ("SW0101", "codegen/src/build_script.rs"),
    // A document beyond 4 GiB.
    ("SW0107", "codegen/src/import/file.rs"),
    // The upgrade has replaced or dropped every other word before schemas are read.
    ("SW0501", "codegen/src/openapi/schema.rs"),
    // A defect of the generator.
    ("SW0690", "codegen/src/lib.rs"),
];

/// Functions that may be longer than [`MAX_FUNCTION`], and why.
const LONG_FUNCTIONS: &[(&str, &str)] = &[
    ("builder", "one quotation of the whole builder"),
    ("query_styles", "the table of the standard"),
];

/// Folders with hand-written Rust.
const SOURCES: &[&str] = &["codegen/src", "runtime/src", "xtask/src", "tests/src", "tests/tests"];

fn rust_files(folders: &[&str]) -> std::io::Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    for folder in folders {
        for path in specwright_tests::files_below(Path::new(folder), &["rs"])? {
            let name = path.to_string_lossy().replace('\\', "/");
            found.push((name, fs::read_to_string(&path)?));
        }
    }
    found.sort();
    Ok(found)
}

/// The file without its tests, which stand at its end.
fn without_tests(text: &str) -> &str {
    text.find("\n#[cfg(test)]\nmod ").map_or(text, |at| &text[..at])
}

/// Whether the whole file is a test module of another one.
fn is_test_file(name: &str) -> bool {
    name.contains("/tests/") || name.ends_with("/tests.rs")
}

#[test]
fn modules_import_only_what_the_table_allows() -> Result {
    specwright_tests::enter_workspace()?;
    let mut wrong = Vec::new();
    for (name, text) in rust_files(&["codegen/src"])? {
        let Some(path) = name.strip_prefix("codegen/src/") else {
            continue;
        };
        let module = path.split(['/', '.']).next().unwrap_or_default();
        if path == "lib.rs" || is_test_file(&name) {
            continue;
        }
        let Some((_, allowed)) = IMPORTS.iter().find(|(known, _)| *known == module) else {
            wrong.push(format!("{name}: `{module}` is not in the table"));
            continue;
        };
        for import in imports(without_tests(&text)) {
            // The front end for build scripts calls `generate`; `lib.rs` holds nothing else.
            let facade = module == "build_script" && matches!(&*import, "Input" | "generate");
            if import != module && !allowed.contains(&&*import) && !facade {
                wrong.push(format!("{name}: `{module}` may not know `{import}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

/// The first names after `crate::`, also within braces, outside comments.
fn imports(text: &str) -> BTreeSet<String> {
    let code: Vec<_> = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    let code = code.join("\n");
    let mut found = BTreeSet::new();
    let mut add = |text: &str| {
        let name: String = text
            .trim()
            .chars()
            .take_while(|char| char.is_alphanumeric() || *char == '_')
            .collect();
        if !name.is_empty() {
            found.insert(name);
        }
    };
    for (at, _) in code.match_indices("crate::") {
        // `$crate::` belongs to a macro, and `super_crate::` to another name.
        let before = code[..at].chars().next_back();
        if before.is_some_and(|char| char == '$' || char == '_' || char.is_alphanumeric()) {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            None => add(rest),
            Some(list) => {
                let mut depth = 0;
                let mut start = 0;
                for (index, char) in list.char_indices() {
                    match char {
                        '{' => depth += 1,
                        '}' if depth == 0 => {
                            add(&list[start..index]);
                            break;
                        }
                        '}' => depth -= 1,
                        ',' if depth == 0 => {
                            add(&list[start..index]);
                            start = index + 1;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    found
}

#[test]
fn imports_are_found_however_they_are_written() {
    let text = "use crate::a::B;\nuse crate::{c::{D, E}, f};\n// crate::g\nfn x() { crate::h::i(); $crate::j; }\n";
    let found = imports(text);
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["a", "c", "f", "h"]);
}

#[test]
fn only_source_reads_and_only_output_writes() -> Result {
    specwright_tests::enter_workspace()?;
    for (name, text) in rust_files(&["codegen/src"])? {
        let owner = name.ends_with("/source.rs") || name.contains("/output/");
        let code = without_tests(&text);
        assert!(
            owner || !code.contains("std::fs") && !code.contains("fs::write"),
            "{name} touches the disk"
        );
        assert!(
            !code.contains("std::net") && !code.contains("SystemTime"),
            "{name} depends on the world"
        );
    }
    Ok(())
}

#[test]
fn every_file_says_what_it_is_for_and_is_short() -> Result {
    specwright_tests::enter_workspace()?;
    let mut wrong = Vec::new();
    for (name, text) in rust_files(SOURCES)? {
        if !text.starts_with("//! ") {
            wrong.push(format!("{name}: begins without `//!`"));
        }
        let lines = without_tests(&text).lines().count();
        let allowed = LONG_FILES.iter().any(|(known, _)| *known == name);
        if lines > MAX_LINES && !allowed && !is_test_file(&name) {
            wrong.push(format!("{name}: {lines} lines"));
        }
        if lines <= MAX_LINES && allowed {
            wrong.push(format!("{name}: needs no exception any more"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

#[test]
fn functions_are_short() -> Result {
    specwright_tests::enter_workspace()?;
    let mut wrong = Vec::new();
    for (name, text) in rust_files(SOURCES)? {
        for (function, lines) in functions(without_tests(&text)) {
            let allowed = LONG_FUNCTIONS.iter().any(|(known, _)| *known == function);
            if lines > MAX_FUNCTION && !allowed {
                wrong.push(format!("{name}: `{function}` has {lines} lines"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

/// Name and lines of each function: rustfmt puts the closing brace under the `fn`.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<_> = text.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let words = [
            "fn ",
            "pub fn ",
            "pub(super) fn ",
            "pub(crate) fn ",
            "const fn ",
            "pub const fn ",
            "async fn ",
        ];
        let Some(name) = words.iter().find_map(|word| code.strip_prefix(word)) else {
            continue;
        };
        let indent = line.len() - code.len();
        // Deeper ones are quotations of generated code; others are complete on their line.
        if indent > 4 || line.ends_with('}') {
            continue;
        }
        let end = format!("{}}}", " ".repeat(indent));
        let length = lines[start..].iter().position(|line| *line == end);
        let name: String = name
            .chars()
            .take_while(|char| char.is_alphanumeric() || *char == '_')
            .collect();
        found.extend(length.map(|length| (name, length + 1)));
    }
    found
}

#[test]
fn every_diagnostic_has_a_case() -> Result {
    specwright_tests::enter_workspace()?;
    let cases: Vec<_> = specwright_tests::bad_cases()?
        .into_iter()
        .map(|case| case.name)
        .collect();
    let mut missing = Vec::new();
    for (code, _) in Problem::CATALOG {
        let shown = cases.iter().any(|name| name.split('_').any(|part| part == *code));
        let elsewhere = SHOWN_ELSEWHERE.iter().find(|(known, _)| known == code);
        match (shown, elsewhere) {
            (false, None) => missing.push(*code),
            (true, Some(_)) => missing.push("a code that has a case needs no other test"),
            (false, Some((_, file))) => assert!(Path::new(file).exists(), "{file}"),
            (true, None) => {}
        }
    }
    assert!(
        missing.is_empty(),
        "no case under {} shows {missing:?}",
        specwright_tests::BAD
    );
    let known: BTreeSet<_> = Problem::CATALOG.iter().map(|(code, _)| *code).collect();
    assert_eq!(known.len(), Problem::CATALOG.len(), "a code stands for one diagnostic");
    Ok(())
}

#[test]
fn no_file_of_the_repository_holds_a_path_of_a_machine() -> Result {
    specwright_tests::enter_workspace()?;
    let output = Command::new("git").args(["ls-files", "-z"]).output();
    // A package from a registry is no repository.
    let Some(output) = output.ok().filter(|output| output.status.success()) else {
        eprintln!("skipped: this is no git repository");
        return Ok(());
    };
    let here = std::env::current_dir()?.to_string_lossy().into_owned();
    let homes = ["/home/", "/Users/", "C:\\Users\\"].map(|home| format!("{home}{}", "runner"));
    for name in String::from_utf8(output.stdout)?
        .split('\0')
        .filter(|name| !name.is_empty())
    {
        let Ok(text) = fs::read_to_string(name) else { continue };
        for path in homes.iter().chain([&here]) {
            assert!(!text.contains(path.as_str()), "{name} holds {path}");
        }
    }
    Ok(())
}
