//! The examples of a document become tests of its package: generated, built and run as its author would.

use specwright::Input;
use specwright::config::{self, Config, Layout};
use specwright::diag::{Diagnostics, Severity};
use specwright::source::SourceMap;
use specwright_tests::OK;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// The document with examples in all places.
fn document() -> Result<String> {
    specwright_tests::enter_workspace()?;
    Ok(fs::read_to_string(Path::new(OK).join("examples/everywhere.yaml"))?)
}

fn generate(text: String, config: &Config) -> Result<(specwright::Generated, Diagnostics)> {
    let name = "openapi.yaml".to_owned();
    let mut problems = Diagnostics::new();
    let input = Input::Text { name, text };
    let generated = specwright::generate(&mut SourceMap::new(), &input, config, &mut problems);
    Ok((generated.ok_or("the document has errors")?, problems))
}

fn settings() -> Result<Config> {
    let mut config = Config::default();
    config.package.name = Some("examples".to_owned());
    let runtime = std::env::current_dir()?.join("runtime");
    config.package.runtime = Some(specwright::config::Runtime::path(runtime.to_string_lossy()));
    Ok(config)
}

/// Writes the package of a document, which is not a member of this workspace.
fn write(generated: &specwright::Generated, name: &str) -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    for (path, text) in generated.files.iter() {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().ok_or("no folder")?)?;
        fs::write(path, text)?;
    }
    let manifest = generated.files.get("Cargo.toml").ok_or("no manifest")?;
    fs::write(folder.join("Cargo.toml"), format!("{manifest}\n[workspace]\n"))?;
    fs::copy("Cargo.lock", folder.join("Cargo.lock"))?;
    Ok(folder)
}

/// Runs the tests of a package; no feature has to be named for them.
fn run(package: &Path) -> Result<(bool, String)> {
    let output = Command::new(env!("CARGO"))
        .args([
            "test",
            "--quiet",
            "--offline",
            "--no-default-features",
            "--test=examples",
        ])
        .args(["--", "--nocapture"])
        .current_dir(package)
        .env("CARGO_TARGET_DIR", package.join("target"))
        .env("RUSTFLAGS", "-Dwarnings")
        .output()?;
    let text = [output.stdout, output.stderr].concat();
    Ok((output.status.success(), String::from_utf8_lossy(&text).into_owned()))
}

/// The word of each example, by its pointer.
fn words(said: &str) -> BTreeMap<&str, &str> {
    let rest = said.lines().filter_map(|line| line.split_once("specwright-example "));
    rest.filter_map(|(_, rest)| rest.trim().rsplit_once(' ')).collect()
}

#[test]
fn every_example_is_read_and_written_back() -> Result {
    let (generated, problems) = generate(document()?, &settings()?)?;
    let (passed, said) = run(&write(&generated, "examples")?)?;
    let words = words(&said);
    assert!(passed, "{said}");
    assert_eq!(words.len(), generated.summary.examples, "{words:#?}");
    let listed: String = words
        .iter()
        .map(|(pointer, word)| format!("{word}: {pointer}\n"))
        .collect();
    let mut snapshots = insta::Settings::clone_current();
    snapshots.set_snapshot_path("../snapshots/examples");
    snapshots.set_prepend_module_to_snapshot(false);
    snapshots.set_omit_expression(true);
    snapshots.bind(|| insta::assert_snapshot!("everywhere", listed));

    assert_eq!(generated.summary.contradicting_examples, 1);
    let contradictions = problems.iter().filter(|one| one.problem.code() == "SW0520");
    let notes: Vec<_> = contradictions
        .map(|one| (one.problem.message(), one.location.pointer.clone()))
        .collect();
    let message = "the example contradicts its schema: it is a number, but the type is `string`".to_owned();
    let pointer = "#/paths/~1pets~1{id}/put/responses/200/content/application~1json/examples/contradicting/value/name";
    assert_eq!(notes, [(message, Some(pointer.to_owned()))]);

    // What a type does not read fails by the pointer of the example.
    let tests = generated.files.get("tests/examples.rs").ok_or("no tests")?;
    let folder = write(&generated, "examples")?;
    fs::write(folder.join("tests/examples.rs"), tests.replace("1.5", "\"1.5\""))?;
    let (passed, said) = run(&folder)?;
    assert!(!passed, "{said}");
    let reason = "#/paths/~1pets~1{id}/put/parameters/2/content/application~1json/example: mismatch: `/above`";
    assert!(
        said.contains("examples do not round-trip") && said.contains(reason),
        "{said}"
    );
    Ok(())
}

#[test]
fn examples_are_tests_only_where_they_are_asked_for() -> Result {
    let without = Config {
        examples: false,
        ..settings()?
    };
    let (generated, problems) = generate(document()?, &without)?;
    assert_eq!(generated.summary.examples, 0);
    assert!(problems.iter().all(|one| one.problem.code() != "SW0520"));
    assert!(generated.files.get("tests/examples.rs").is_none());
    let manifest = generated.files.get("Cargo.toml").ok_or("no manifest")?;
    assert!(!manifest.contains("examples = {"), "{manifest}");

    // One file for somebody else's crate has no tests of its own.
    let mut file = settings()?;
    file.output.layout = Layout::File;
    let (generated, _) = generate(document()?, &file)?;
    assert_eq!(generated.summary.examples, 0);
    assert_eq!(
        generated.files.iter().map(|(path, _)| path).collect::<Vec<_>>(),
        ["client.rs"]
    );
    Ok(())
}

/// `spec/whole-api` with the newest edition of the vendor's whole document, which is not in this repository.
#[test]
fn every_response_example_of_the_whole_api_is_read() -> Result {
    let Some(document) = std::env::var_os("SPECWRIGHT_WHOLE_API") else {
        println!("skipped: SPECWRIGHT_WHOLE_API does not name the document of the whole API");
        return Ok(());
    };
    specwright_tests::enter_workspace()?;
    let document = PathBuf::from(document);
    let mut sources = SourceMap::new();
    let mut problems = Diagnostics::new();
    let mut config = config::read(&mut sources, Path::new("spec/whole-api/specwright.toml"), &mut problems);
    config.package.runtime = settings()?.package.runtime;
    config.document.path = document.clone().into();
    let input = Input::Path(document.clone());
    let generated = specwright::generate(&mut sources, &input, &config, &mut problems).ok_or("it has errors")?;

    let worse: Vec<_> = problems.iter().filter(|one| one.severity != Severity::Note).collect();
    assert!(worse.is_empty(), "{worse:#?}");
    let contradicting = problems.iter().filter(|one| one.problem.code() == "SW0520");
    let pointers = contradicting.filter_map(|one| one.location.pointer.as_deref());
    let of_responses: Vec<&str> = pointers.filter(|pointer| pointer.contains("/responses/")).collect();
    assert!(of_responses.is_empty(), "{of_responses:#?}");

    assert_eq!(generated.summary.operations, 26);
    let client = generated.files.get("src/client.rs").ok_or("no client")?;
    let groups: Vec<&str> = client
        .lines()
        .filter_map(|line| line.trim().strip_prefix("/// # "))
        // Of the builder.
        .filter(|title| *title != "Errors")
        .collect();
    let products = [
        "digilocker-sdk",
        "digilocker",
        "aadhaar",
        "bank",
        "pan",
        "mca",
        "entitylocker",
        "entitylocker-sdk",
    ];
    assert_eq!(groups, products);
    let methods = client
        .lines()
        .filter_map(|line| line.trim().strip_prefix("pub fn ")?.split('(').next());
    let long: Vec<&str> = methods.filter(|name| name.len() > 40).collect();
    assert!(long.is_empty(), "{long:?}");

    let wire = |operation: &str| generated.files.get(&format!("src/wire/operations/{operation}.rs"));
    let penny_drop = wire("verify_bank_using_penny_drop").ok_or("no penny drop")?;
    assert!(penny_drop.contains(".never_repeated()"));
    let failures: Vec<(&str, &str)> = generated
        .files
        .iter()
        .filter(|(path, _)| path.starts_with("src/operations/"))
        .filter_map(|(path, text)| Some((path, text.split("pub enum Failure {").nth(1)?.split_once('}')?.0)))
        .collect();
    assert_eq!(failures.len(), 26);
    for (path, variants) in failures {
        let lines = variants.lines().map(str::trim);
        let mut variants = lines.filter(|line| !line.is_empty() && !line.starts_with("///"));
        assert!(
            variants.all(|line| line.ends_with("(crate::types::Failure),")),
            "{path}"
        );
    }

    let (passed, said) = run(&write(&generated, "whole-api")?)?;
    assert!(passed, "{said}");
    assert_eq!(words(&said).len(), generated.summary.examples);
    Ok(())
}

/// The README of a package has a call of each operation, the other sections that apply, and compiles.
#[test]
fn the_readme_has_what_applies_and_compiles() -> Result {
    specwright_tests::enter_workspace()?;
    let text = fs::read_to_string(Path::new(OK).join("guide/pets.yaml"))?;
    let (generated, _) = generate(text, &settings()?)?;
    let page = generated.files.get("README.md").ok_or("no README")?;
    for part in [
        "## Operations\n\n* `list_pets`: All pets, page by page\n",
        "async fn add_pet(client: &Client)",
        "async fn get_photo(client: &Client)",
        "## Credentials\n\nThe builder takes `login`: ",
        "## Pages\n\nThe results of `list_pets` come in pages.",
        "The response of `watch_news` is a stream",
        "## Uploads\n\nFiles of `add_photo` are sent",
        "`transport::mock::MockTransport`",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    let (without, _) = generate(
        "openapi: 3.1.0\ninfo: {title: Pets, version: 1.0.0}\npaths: {/pets: {get: {operationId: listPets, responses: {'204': {description: None}}}}}\n".to_owned(),
        &settings()?,
    )?;
    let plain = without.files.get("README.md").ok_or("no README")?;
    for heading in ["## Credentials", "## Pages", "## Streams", "## Uploads"] {
        assert!(!plain.contains(heading), "{heading}\n{plain}");
    }

    let package = write(&generated, "readme")?;
    let library = fs::read_to_string(package.join("src/lib.rs"))?;
    let tested = "\n#[cfg(doctest)]\n#[doc = include_str!(\"../README.md\")]\npub struct Readme;\n";
    fs::write(package.join("src/lib.rs"), library + tested)?;
    let output = Command::new(env!("CARGO"))
        .args(["test", "--quiet", "--offline", "--no-default-features", "--doc"])
        .current_dir(&package)
        .env("CARGO_TARGET_DIR", package.join("target"))
        .env("RUSTFLAGS", "-Dwarnings")
        .output()?;
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success(), "{said}");
    Ok(())
}
