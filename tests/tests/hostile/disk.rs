//! References to files that are none of the document's business, and output that stays where it belongs.

use super::{Outcome, generate_input, generate_text};
use specwright::Input;
use specwright::config::Layout;
use specwright::output::{Mode, apply};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of its own for each test, empty.
fn folder(name: &str) -> std::io::Result<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("hostile").join(name);
    match fs::remove_dir_all(&folder) {
        Ok(()) => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// A schema that would be read if a reference could reach it.
const SECRET: &str = "{type: object, properties: {taken_from_outside: {type: string}}}";

/// A document that refers to a file.
fn referring(reference: &str) -> String {
    let reference = serde_json::to_string(reference).unwrap_or_default();
    format!(
        "openapi: 3.1.0\ninfo: {{title: a, version: '1'}}\ncomponents:\n  schemas:\n    A: {{type: object, properties: {{b: {{$ref: {reference}}}}}}}\n"
    )
}

fn all_code(outcome: &Outcome) -> String {
    let files = outcome.files.iter().flat_map(|files| files.iter());
    files.map(|(_, text)| text).collect()
}

#[test]
fn references_stay_in_the_folder_of_the_document() -> Result<(), Box<dyn Error>> {
    let root = folder("references")?;
    let inside = root.join("inside");
    fs::create_dir_all(inside.join("below"))?;
    fs::write(root.join("secret.yaml"), SECRET)?;
    fs::write(
        inside.join("below/own.yaml"),
        "{type: object, properties: {own: {type: string}}}",
    )?;
    let absolute = root.join("secret.yaml").to_string_lossy().into_owned();
    let document = inside.join("openapi.yaml");
    let outside = [
        "../secret.yaml",
        "below/../../secret.yaml",
        "./.././secret.yaml",
        "%2e%2e/secret.yaml",
        "..%2Fsecret.yaml",
        "below/%2E%2E/%2e%2e/secret.yaml#/properties",
        &absolute,
        &format!("file://{absolute}"),
        &format!("file:{absolute}"),
        "..\\secret.yaml",
        "http://127.0.0.1:1/secret.yaml",
        "//127.0.0.1/secret.yaml",
        "/etc/passwd",
        "/dev/zero",
        "../../../../../../../../../../etc/passwd",
    ];
    for reference in outside {
        fs::write(&document, referring(reference))?;
        let outcome = generate_input(&Input::Path(document.clone()), Layout::Crate);
        outcome.check(reference);
        assert!(
            !outcome.codes.is_empty(),
            "{reference}: nobody says that it was not read"
        );
        assert!(
            !all_code(&outcome).contains("taken_from_outside"),
            "{reference} was read"
        );
        assert!(!outcome.report.contains("root:"), "{reference} is shown in a message");
    }
    // What is below the folder is read: the test would notice if nothing was.
    fs::write(&document, referring("below/own.yaml"))?;
    let outcome = generate_input(&Input::Path(document), Layout::Crate);
    assert!(
        outcome.codes.is_empty() && all_code(&outcome).contains("pub own:"),
        "{}",
        outcome.report
    );
    Ok(())
}

#[cfg(unix)]
#[test]
fn links_do_not_lead_out_of_the_folder() -> Result<(), Box<dyn Error>> {
    use std::os::unix::fs::symlink;
    let root = folder("links")?;
    let inside = root.join("inside");
    fs::create_dir_all(&inside)?;
    fs::create_dir_all(root.join("private"))?;
    fs::write(root.join("private/secret.yaml"), SECRET)?;
    symlink("../private/secret.yaml", inside.join("file.yaml"))?;
    symlink("../private", inside.join("folder"))?;
    symlink("loop.yaml", inside.join("loop.yaml"))?;
    let document = inside.join("openapi.yaml");
    for reference in [
        "file.yaml",
        "folder/secret.yaml",
        "folder/../private/secret.yaml",
        "loop.yaml",
    ] {
        fs::write(&document, referring(reference))?;
        let outcome = generate_input(&Input::Path(document.clone()), Layout::Crate);
        outcome.check(reference);
        assert!(
            !outcome.codes.is_empty(),
            "{reference}: nobody says that it was not read"
        );
        assert!(
            !all_code(&outcome).contains("taken_from_outside"),
            "{reference} was read"
        );
    }
    Ok(())
}

/// Whoever reads a pipe waits for whoever writes it.
#[cfg(unix)]
#[test]
fn pipes_are_not_read() -> Result<(), Box<dyn Error>> {
    let root = folder("pipes")?;
    let made = std::process::Command::new("mkfifo")
        .arg(root.join("pipe.yaml"))
        .status()?;
    assert!(made.success());
    let document = root.join("openapi.yaml");
    fs::write(&document, referring("pipe.yaml"))?;
    for path in [document, root.join("pipe.yaml")] {
        let outcome = generate_input(&Input::Path(path), Layout::Crate);
        assert!(
            outcome.report.contains("it is not a regular file"),
            "{}",
            outcome.report
        );
    }
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_document_that_is_a_link_is_read_with_what_is_beside_its_target() -> Result<(), Box<dyn Error>> {
    use std::os::unix::fs::symlink;
    let root = folder("linked")?;
    fs::create_dir_all(root.join("store"))?;
    fs::create_dir_all(root.join("project"))?;
    fs::write(root.join("store/openapi.yaml"), referring("part.yaml"))?;
    fs::write(root.join("store/part.yaml"), SECRET)?;
    for file in ["openapi.yaml", "part.yaml"] {
        symlink(format!("../store/{file}"), root.join("project").join(file))?;
    }
    let outcome = generate_input(&Input::Path(root.join("project/openapi.yaml")), Layout::Crate);
    assert!(outcome.codes.is_empty(), "{}", outcome.report);
    assert!(all_code(&outcome).contains("taken_from_outside"));
    Ok(())
}

#[test]
fn a_broken_file_costs_only_what_needs_it() -> Result<(), Box<dyn Error>> {
    let root = folder("neighbour")?;
    let document = root.join("openapi.yaml");
    let whole = "paths:\n  /whole: {get: {operationId: whole, responses: {'204': {description: d}}}}\n";
    fs::write(
        &document,
        referring("broken.yaml").replace("components:\n", &format!("{whole}components:\n")),
    )?;
    fs::write(root.join("broken.yaml"), "type: object\n# fine\nproperties: {a: [}\n")?;
    let input = Input::Path(document);
    let outcome = generate_input(&input, Layout::Crate);
    assert!(outcome.codes.contains(&"SW0104"), "{}", outcome.report);
    let code = all_code(&outcome);
    assert!(code.contains("fn whole("), "{}", outcome.report);
    Ok(())
}

/// Every file below a folder with its text.
fn files_below(folder: &Path) -> std::io::Result<BTreeMap<PathBuf, String>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(current) = open.pop() {
        for entry in fs::read_dir(current)? {
            let path = entry?.path();
            match path.is_dir() {
                true => open.push(path),
                false => {
                    files.insert(path.clone(), fs::read_to_string(&path)?);
                }
            }
        }
    }
    Ok(files)
}

#[test]
fn only_the_output_folder_is_written_to() -> Result<(), Box<dyn Error>> {
    let root = folder("output")?;
    fs::write(root.join("neighbour.rs"), "// Mine.\n")?;
    fs::create_dir_all(root.join("client/examples"))?;
    fs::write(root.join("client/examples/mine.rs"), "// Mine too.\n")?;
    let before = files_below(&root)?;
    let names = [
        "../../pwned",
        "..",
        "/etc/pwned",
        "a/b/../../../c",
        "C:\\pwned",
        "nul",
        "con.rs",
        ".",
        "src/lib",
        "mod",
        "\0",
        "a\nb",
    ];
    let quoted = |name: &&str| serde_json::to_string(name).unwrap_or_default();
    let paths = names.iter().map(quoted).map(|name| {
        let path = serde_json::to_string(&format!("/x/{}", name.len())).unwrap_or_default();
        format!("{path}: {{get: {{operationId: {name}, tags: [{name}], responses: {{'200': {{description: d}}}}}}}}")
    });
    let schemas = names
        .iter()
        .map(quoted)
        .map(|name| format!("{name}: {{type: object, properties: {{a: {{type: string}}}}}}"));
    let text = format!(
        "{{openapi: 3.1.0, info: {{title: ../../pwned, version: ../1}}, paths: {{{}}}, components: {{schemas: {{{}}}}}}}",
        paths.collect::<Vec<_>>().join(", "),
        schemas.collect::<Vec<_>>().join(", "),
    );
    let outcome = generate_text("hostile.yaml", &text, Layout::Crate);
    outcome.check("names of files");
    let files = outcome.files.ok_or(outcome.report)?;
    apply(&files, &root.join("client"), Mode::Write)?;
    let after = files_below(&root)?;
    for (path, text) in &before {
        assert_eq!(after.get(path), Some(text), "{} was touched", path.display());
    }
    for path in after.keys().filter(|path| !before.contains_key(*path)) {
        assert!(path.starts_with(root.join("client")), "{} was written", path.display());
    }
    assert!(after.len() > before.len() + 3);
    Ok(())
}

/// Device names of Windows, whatever the extension ("Naming Files, Paths, and Namespaces").
const DEVICES: &[&str] = &["aux", "com1", "con", "lpt1", "nul", "prn"];

#[test]
fn the_obstacle_course_of_names_is_a_package_that_every_file_system_holds() {
    let text = specwright_tests::obstacles::document();
    let outcome = generate_text("everywhere.yaml", &text, Layout::Crate);
    outcome.check("the obstacle course");
    let files = outcome.files.expect("it has no faults");
    let mut seen = BTreeSet::new();
    for (path, _) in files.iter() {
        assert!(path.is_ascii() && seen.insert(path.to_lowercase()), "{path}");
        let stems = path.split('/').filter_map(|part| part.split('.').next());
        assert!(stems.into_iter().all(|stem| !DEVICES.contains(&stem)), "{path}");
    }
}
