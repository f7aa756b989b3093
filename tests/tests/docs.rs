//! Every code block of our pages is true: Rust compiles, TOML is read by what it is for, commands exist.
//!
//! Rust blocks are documentation tests of this crate (`pages` in `src/lib.rs`); commands of `cargo xtask` are checked
//! against the program itself in `xtask/tests/documented_commands.rs`.

use specwright::config;
use specwright::diag::{Diagnostics, Style};
use specwright::source::SourceMap;
use specwright_tests::markdown::{Block, blocks, commands, marked};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::Path;
use toml::de::{DeTable, DeValue};

type Outcome = Result<(), Box<dyn Error>>;

/// The pages; `src/lib.rs` includes each of them.
const PAGES: &[&str] = specwright_tests::PAGES;

/// Rust blocks that a documentation test cannot compile, by their markers, and what compiles them.
const COMPILED_ELSEWHERE: &[(&str, &str)] = &[
    // It includes what a build script has generated.
    ("quick start: build program", "tests/tests/quick_start.rs"),
    // It needs a workspace.
    ("sharing: program", "tests/tests/quick_start.rs"),
    // It needs a client of two documents.
    ("a token of the API itself", "tests/tests/wire/vendor.rs"),
];

/// A command that is not of `cargo xtask`.
struct NotRun {
    command: &'static str,
    /// Why no test runs it.
    _why: &'static str,
    /// The file that shows that it exists, by this word.
    file: &'static str,
    word: &'static str,
}

const fn not_run(command: &'static str, why: &'static str, file: &'static str, word: &'static str) -> NotRun {
    NotRun {
        command,
        _why: why,
        file,
        word,
    }
}

/// Blocks of commands that a test runs as they are, and the test.
const RUN: &[(&str, &str)] = &[
    ("quick start: consumer commands", "tests/tests/quick_start.rs"),
    ("quick start: consumer run", "tests/tests/quick_start.rs"),
    ("quick start: build commands", "tests/tests/quick_start.rs"),
    ("quick start: command", "cli/tests/command/main.rs"),
    ("maintaining: an edition", "cli/tests/diff.rs"),
    ("maintaining: checks", "cli/tests/diff.rs"),
];

const NOT_RUN: &[NotRun] = &[
    not_run(
        "cargo test --workspace",
        "it runs this test",
        ".ci/run",
        "cargo test --workspace",
    ),
    not_run(
        "cargo clippy --workspace --all-targets -- -D warnings",
        "it compiles everything again",
        ".ci/run",
        "cargo clippy --workspace --all-targets",
    ),
    not_run(
        "cargo run --release -p specwright-benches --bin bench-patterns -- --check --costs",
        "it measures for minutes",
        "benches/src/main.rs",
        "\"--costs\"",
    ),
    not_run(
        "SPECWRIGHT_CORPUS=DIR cargo test --release -p specwright-tests --test patterns corpus -- --nocapture",
        "the documents are not part of the repository",
        "tests/tests/patterns/corpus.rs",
        "SPECWRIGHT_CORPUS",
    ),
    not_run(
        "SPECWRIGHT_CONFORMANCE=DIR cargo test -p specwright-tests --test patterns suite",
        "the suite is not part of the repository",
        "tests/tests/patterns/suite.rs",
        "SPECWRIGHT_CONFORMANCE",
    ),
    not_run(
        "SPECWRIGHT_PATTERN_TEXTS=20000 cargo test --release -p specwright-tests --test patterns",
        "it takes minutes",
        "tests/tests/patterns/main.rs",
        "SPECWRIGHT_PATTERN_TEXTS",
    ),
    not_run(
        "specwright learn pets.yaml calls.jsonl -o learned.yaml",
        "another test runs it",
        "cli/tests/command/main.rs",
        "learn pets.yaml calls.jsonl -o learned.yaml",
    ),
    not_run(
        "cargo publish --workspace --dry-run",
        "it compiles everything again",
        ".ci/run",
        "cargo publish --workspace --dry-run",
    ),
    not_run(
        ".ci/release",
        "it compiles everything again, optimised",
        ".github/workflows/release.yml",
        ".ci/release",
    ),
    not_run(
        "specwright overlay diff vendor.yaml corrected.yaml -o overlay.yaml",
        "another test runs it",
        "cli/tests/command/main.rs",
        "overlay diff pets.yaml mine.yaml -o overlay.yaml",
    ),
    not_run(
        "specwright overlay apply vendor.yaml overlay.yaml",
        "another test runs it",
        "cli/tests/command/main.rs",
        "overlay apply pets.yaml overlay.yaml",
    ),
    not_run(
        "specwright overlay share vendor.yaml -o shared.yaml",
        "another test runs it",
        "cli/tests/command/main.rs",
        "overlay share twice.yaml -o shared.yaml",
    ),
    not_run(
        "specwright mock pets.yaml -- cargo test",
        "another test runs it",
        "cli/tests/command/main.rs",
        "mock pets.yaml -- ",
    ),
    not_run(
        "specwright mock pets.yaml --port 4010",
        "another test runs it",
        "cli/tests/command/main.rs",
        "\"mock\", \"pets.yaml\", \"--port\"",
    ),
    not_run(
        "cd codegen/fuzz",
        "it only leads there",
        "codegen/fuzz/Cargo.toml",
        "specwright-fuzz",
    ),
    not_run(
        "cargo +nightly fuzz run pattern_parse -- -max_total_time=60",
        "it needs a program that is not part of Rust",
        "codegen/fuzz/Cargo.toml",
        "pattern_parse",
    ),
    not_run(
        "RUSTC_BOOTSTRAP=1 cargo fuzz run pattern_match --sanitizer none -- -max_total_time=60",
        "it needs a program that is not part of Rust",
        "codegen/fuzz/Cargo.toml",
        "pattern_match",
    ),
];

fn each_block(mut check: impl FnMut(&str, &Block) -> Outcome) -> Outcome {
    specwright_tests::enter_workspace()?;
    for page in PAGES {
        for block in blocks(&fs::read_to_string(page)?)? {
            check(page, &block).map_err(|error| format!("{page}:{}: {error}", block.line))?;
        }
    }
    Ok(())
}

#[test]
fn every_block_is_of_a_language_that_is_checked() -> Outcome {
    let mut seen = BTreeMap::new();
    each_block(|_, block| {
        *seen.entry(block.language().to_owned()).or_insert(0) += 1;
        match block.language() {
            "rust" | "toml" | "sh" | "text" => Ok(()),
            other => Err(format!("nothing checks blocks of the language `{other}`").into()),
        }
    })?;
    for language in ["rust", "toml", "sh"] {
        assert!(seen.contains_key(language), "{seen:?}");
    }
    Ok(())
}

#[test]
fn rust_blocks_are_documentation_tests() -> Outcome {
    specwright_tests::enter_workspace()?;
    let library = fs::read_to_string("tests/src/lib.rs")?;
    for page in PAGES {
        let include = format!("#[doc = include_str!(\"../../{page}\")]");
        assert!(library.contains(&include), "{page} is not a documentation test");
    }
    let mut left: BTreeSet<_> = COMPILED_ELSEWHERE.iter().map(|(marker, _)| *marker).collect();
    each_block(|_, block| match block.info.as_str() {
        "rust" | "rust,no_run" => Ok(()),
        info if block.language() == "rust" => {
            let marker = block.marker.as_deref().unwrap_or_default();
            let elsewhere = COMPILED_ELSEWHERE.iter().find(|(known, _)| *known == marker);
            let (marker, file) = elsewhere.ok_or_else(|| format!("`{info}` is not compiled"))?;
            assert!(fs::read_to_string(file)?.contains(marker), "{file} does not compile it");
            left.remove(marker);
            Ok(())
        }
        _ => Ok(()),
    })?;
    assert!(left.is_empty(), "these need no exception any more: {left:?}");
    Ok(())
}

#[test]
fn toml_blocks_are_manifests_or_settings() -> Outcome {
    each_block(|page, block| match block.language() {
        "toml" if block.text.contains("[profile.") => parsed(&block.text).map(|_| ()),
        "toml" if block.text.contains("dependencies]") => manifest(&block.text),
        "toml" => settings(page, &block.text),
        _ => Ok(()),
    })
}

/// A TOML file or block.
fn parsed(text: &str) -> Result<DeTable<'_>, Box<dyn Error>> {
    Ok(DeTable::parse(text)?.into_inner())
}

/// A table within a table.
fn table<'a>(outer: &'a DeTable<'a>, name: &str) -> Result<&'a DeTable<'a>, Box<dyn Error>> {
    let inner = outer.get(name).and_then(|value| value.get_ref().as_table());
    inner.ok_or_else(|| format!("there is no table `{name}`").into())
}

/// Dependencies: our crates in the versions that they have, with features that they have.
fn manifest(text: &str) -> Outcome {
    let tables = parsed(text)?;
    for name in tables.keys() {
        let name: &str = name.get_ref();
        assert!(matches!(name, "dependencies" | "build-dependencies"), "{name}");
        for (package, requirement) in table(&tables, name)? {
            requirement_holds(package.get_ref(), requirement.get_ref())
                .map_err(|error| format!("{package:?}: {error}"))?;
        }
    }
    Ok(())
}

fn requirement_holds(package: &str, requirement: &DeValue<'_>) -> Outcome {
    let folders = [
        ("sandbox-kyc-client", "generated-client"),
        ("specwright", "codegen"),
        ("specwright-runtime", "runtime"),
    ];
    let Some((_, folder)) = folders.into_iter().find(|(name, _)| *name == package) else {
        return Ok(());
    };
    let manifest = fs::read_to_string(format!("{folder}/Cargo.toml"))?;
    let manifest = parsed(&manifest)?;
    let member = |key| {
        requirement
            .as_table()
            .and_then(|table| table.get(key))
            .map(|value| value.get_ref())
    };
    let version = requirement
        .as_str()
        .or_else(|| member("version").and_then(DeValue::as_str));
    assert_eq!(version.ok_or("no version")?, version_of(&manifest)?);
    let features = member("features").and_then(DeValue::as_array).into_iter().flatten();
    for feature in features.filter_map(|feature| feature.get_ref().as_str()) {
        assert!(
            table(&manifest, "features")?.contains_key(feature),
            "no feature {feature}"
        );
    }
    Ok(())
}

fn version_of(manifest: &DeTable<'_>) -> Result<String, Box<dyn Error>> {
    let own = table(manifest, "package")?
        .get("version")
        .and_then(|version| version.get_ref().as_str());
    if let Some(version) = own {
        return Ok(version.to_owned());
    }
    let workspace = fs::read_to_string("Cargo.toml")?;
    let workspace = parsed(&workspace)?;
    let package = table(table(&workspace, "workspace")?, "package")?;
    let version = package.get("version").and_then(|version| version.get_ref().as_str());
    Ok(version.ok_or("no version")?.to_owned())
}

fn settings(page: &str, text: &str) -> Outcome {
    let (problems, report) = read_settings(page, text);
    assert!(problems.is_empty(), "{report}");
    Ok(())
}

fn read_settings(name: &str, text: &str) -> (Vec<(&'static str, String)>, String) {
    let mut sources = SourceMap::new();
    let file = sources.add(name, None, text);
    let mut problems = Diagnostics::new();
    config::parse(&sources, file, &mut problems);
    let facts = |one: &specwright::diag::Diagnostic| (one.problem.code(), one.problem.help());
    let found = problems.iter().map(facts).collect();
    (found, problems.render(&sources, Style::Plain))
}

#[test]
fn shell_blocks_are_commands_that_exist() -> Outcome {
    let mut left: BTreeSet<_> = NOT_RUN.iter().map(|known| known.command).collect();
    each_block(|_, block| {
        let marker = block.marker.as_deref().unwrap_or_default();
        if let Some((_, file)) = RUN.iter().find(|(known, _)| *known == marker) {
            assert!(fs::read_to_string(file)?.contains(marker), "{file} does not run it");
            return Ok(());
        }
        if block.language() != "sh" {
            return Ok(());
        }
        for command in commands(&block.text) {
            if command.starts_with("cargo xtask ") {
                continue;
            }
            let known = NOT_RUN.iter().find(|known| known.command == command);
            let NotRun {
                command, file, word, ..
            } = known.ok_or_else(|| format!("`{command}` is not in the list"))?;
            let text = fs::read_to_string(file)?;
            assert!(text.contains(word), "{file} does not know `{command}`");
            left.remove(command);
        }
        Ok(())
    })?;
    assert!(left.is_empty(), "these are not in the pages any more: {left:?}");
    Ok(())
}

/// The settings in the table of the guide.
fn documented() -> Result<BTreeSet<String>, Box<dyn Error>> {
    let page = fs::read_to_string("docs/guide/settings.md")?;
    let (_, rest) = page.split_once("<!-- settings -->\n").ok_or("no table of settings")?;
    let rows = rest.lines().take_while(|line| line.starts_with('|')).skip(2);
    let name = |row: &str| row.split('`').nth(1).map(str::to_owned);
    Ok(rows.filter_map(name).collect())
}

/// The settings that the reader knows: it lists them when it meets one that it does not know.
fn known(table: &str, settings: &mut BTreeSet<String>) {
    let header = if table.is_empty() {
        String::new()
    } else {
        format!("[{table}]\n")
    };
    let (problems, report) = read_settings("probe.toml", &format!("{header}no_such_setting = 1\n"));
    let Some((_, help)) = problems.iter().find(|(code, _)| *code == "SW0701") else {
        // Its value is not a table, or the keys of the table are data.
        assert!(problems.iter().all(|(code, _)| *code == "SW0702"), "{table}: {report}");
        settings.insert(table.to_owned());
        return;
    };
    let names = help.strip_prefix("known settings: ").unwrap_or_default();
    for name in names.split(", ") {
        let qualified = if table.is_empty() {
            name.to_owned()
        } else {
            format!("{table}.{name}")
        };
        // What can be a string is one setting, though it may be a table too.
        let (problems, _) = read_settings("probe.toml", &format!("{header}{name} = \"x\"\n"));
        match problems.iter().any(|(code, _)| *code == "SW0702") {
            true => known(&qualified, settings),
            false => {
                settings.insert(qualified);
            }
        }
    }
}

#[test]
fn the_guide_lists_exactly_the_settings_that_are_read() -> Outcome {
    specwright_tests::enter_workspace()?;
    let mut read = BTreeSet::new();
    known("", &mut read);
    assert!(read.contains("document.path"), "{read:?}");
    assert_eq!(documented()?, read);
    Ok(())
}

#[test]
fn links_lead_somewhere() -> Outcome {
    specwright_tests::enter_workspace()?;
    for page in PAGES {
        let text = fs::read_to_string(page)?;
        let folder = Path::new(page).parent().unwrap_or(Path::new(""));
        // Code is not a link, whatever it looks like.
        let prose: String = text.split('`').step_by(2).collect();
        for link in prose.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let local = !link.contains("://") && !link.starts_with('#');
            let file = link.split('#').next().unwrap_or_default();
            assert!(!local || folder.join(file).exists(), "{page} links to {link}");
            let Some((_, heading)) = link.split_once('#').filter(|_| !link.contains("://")) else {
                continue;
            };
            let there = if file.is_empty() {
                text.clone()
            } else {
                fs::read_to_string(folder.join(file))?
            };
            assert!(headings(&there).contains(heading), "{page} links to {link}");
        }
    }
    Ok(())
}

/// The headings of a page as the fragments of links name them.
fn headings(page: &str) -> BTreeSet<String> {
    let is_kept = |char: &char| char.is_alphanumeric() || " -_".contains(*char);
    let fragment = |title: &str| -> String { title.to_lowercase().chars().filter(is_kept).collect() };
    let titles = page.lines().filter(|line| line.starts_with('#'));
    titles
        .map(|line| fragment(line.trim_start_matches('#').trim()).replace(' ', "-"))
        .collect()
}

/// Files and directories of this repository, between backticks.
#[test]
fn paths_in_pages_exist() -> Outcome {
    specwright_tests::enter_workspace()?;
    let is_path = |text: &&str| {
        let first = text.split('/').next().unwrap_or_default();
        let is_plain = |char: char| char.is_ascii_alphanumeric() || "_-./".contains(char);
        // What a command makes is there only where it was run.
        let is_kept = !first.is_empty() && first != "target" && Path::new(first).exists();
        text.contains('/') && text.chars().all(is_plain) && is_kept
    };
    let mut seen = 0;
    for page in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"] {
        let text = fs::read_to_string(page)?;
        // Blocks are commands and code.
        let prose: String = text.split("```").step_by(2).collect();
        for path in prose.split('`').skip(1).step_by(2).filter(is_path) {
            let in_client = Path::new("generated-client").join(path);
            assert!(Path::new(path).exists() || in_client.exists(), "{page} names {path}");
            seen += 1;
        }
    }
    assert!(seen > 30, "{seen} paths");
    Ok(())
}

#[test]
fn the_features_of_the_client_are_those_of_the_readme() -> Outcome {
    specwright_tests::enter_workspace()?;
    let page = fs::read_to_string("README.md")?;
    let rows = page
        .lines()
        .skip_while(|line| !line.starts_with("| feature | default |"));
    let rows = rows.skip(2).take_while(|line| line.starts_with('|'));
    let first_column = rows.filter_map(|row| row.split('|').nth(1));
    let documented: BTreeSet<_> = first_column
        .flat_map(|names| names.split('`').skip(1).step_by(2))
        .collect();
    let manifest = fs::read_to_string("generated-client/Cargo.toml")?;
    let manifest = parsed(&manifest)?;
    let features = table(&manifest, "features")?
        .keys()
        .map(|name| -> &str { name.get_ref() });
    let features: BTreeSet<_> = features.filter(|name| *name != "default").collect();
    assert_eq!(documented, features);
    Ok(())
}

/// What is written anew where `SPECWRIGHT_UPDATE` is set, and compared otherwise.
fn committed(path: &str, text: &str) -> Outcome {
    if std::env::var_os("SPECWRIGHT_UPDATE").is_some() {
        fs::write(path, text)?;
    }
    let written = fs::read_to_string(path)?;
    assert!(
        written == text,
        "{path} is out of date: SPECWRIGHT_UPDATE=1 cargo test -p specwright-tests --test docs"
    );
    Ok(())
}

#[test]
fn the_page_of_all_diagnostics_is_what_the_catalogue_says() -> Outcome {
    specwright_tests::enter_workspace()?;
    committed("docs/diagnostics.md", &specwright_tests::catalogue::page())
}

/// The overlay of the guide fits the document of the guides, and does what the page says.
#[test]
fn the_overlay_of_the_guide_applies() -> Outcome {
    specwright_tests::enter_workspace()?;
    let block = marked(&fs::read_to_string("docs/guide/overlays.md")?, "overlay")?;
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guide-overlay.yaml");
    fs::write(&path, block.text)?;
    let mut config = config::Config::default();
    config.document.overlays.push(path.into());
    let mut sources = SourceMap::new();
    let mut problems = Diagnostics::new();
    let input = specwright::Input::Path("tests/cases/ok/guide/pets.yaml".into());
    let generated = specwright::generate(&mut sources, &input, &config, &mut problems);
    let files = generated.ok_or_else(|| problems.render(&sources, Style::Plain))?.files;
    let code: String = files.iter().map(|(_, text)| text).collect();
    assert!(code.contains("Sold,") && !code.contains("watch_news"));
    Ok(())
}

/// Registries show what is inside of a package.
#[test]
fn every_package_has_the_terms() -> Outcome {
    specwright_tests::enter_workspace()?;
    for package in ["codegen", "runtime", "cli", "generated-client"] {
        for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
            let copy = fs::read_to_string(format!("{package}/{name}"))?;
            assert!(copy == fs::read_to_string(name)?, "{package}/{name} is another text");
        }
    }
    Ok(())
}
