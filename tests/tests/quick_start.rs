//! The quick starts of README.md, followed to the letter in empty folders: every file is taken out of its text.
//!
//! The maintainers' one is followed in `xtask/tests/maintainer.rs`, with the program itself.

use specwright_tests::foreign::{Foreign, succeeded};
use specwright_tests::markdown::marked;
use specwright_tests::server::{Answer, Server};
use std::error::Error;
use std::fs;
use std::path::Path;

type Outcome = Result<(), Box<dyn Error>>;

/// An empty folder, and the page.
fn start(name: &str) -> Result<(Foreign, String), Box<dyn Error>> {
    let package = Foreign::new(Path::new(env!("CARGO_TARGET_TMPDIR")), name)?;
    Ok((package, fs::read_to_string("README.md")?))
}

#[test]
fn a_consumer_starts_a_session() -> Outcome {
    let (package, page) = start("consumer")?;
    let program = marked(&page, "quick start: consumer program")?.text;
    package.write_manifest(&marked(&page, "quick start: consumer manifest")?.text)?;
    package.write("src/main.rs", &program)?;
    assert!(package.build()?);

    let shown = String::from_utf8(package.cargo(&["run", "--quiet"]).output()?.stderr)?;
    assert!(
        shown.contains("SANDBOX_AUTHORIZATION"),
        "it says what is missing: {shown}"
    );

    // The program says what to write in place of the vendor's server.
    let (server, text) = (".server(Server::Test) // or ", ".base_url(\"http://127.0.0.1:4010\")");
    assert!(program.contains(&format!("{server}{text}")), "{program}");
    let recorder = Server::start()?;
    let url = "https://digilocker.example/authorize";
    let body = format!(
        r#"{{"code":200,"timestamp":1751975600361,"transaction_id":"t","data":{{"@entity":"e","authorization_url":"{url}","session_id":"s"}}}}"#
    );
    recorder.answer(Answer::json(200, &body));
    let program = program
        .replace(server, "")
        .replace("http://127.0.0.1:4010", &recorder.url());
    package.write("src/main.rs", &program)?;
    let mut command = package.cargo(&["run", "--quiet"]);
    command
        .env("SANDBOX_AUTHORIZATION", "token")
        .env("SANDBOX_API_KEY", "key");
    assert_eq!(succeeded(command.output()?)?.trim(), url);
    let request = recorder.request();
    assert_eq!(request.target, "/kyc/digilocker/sessions/init");
    let headers = ["authorization", "x-api-key", "x-api-version"].map(|name| request.header(name));
    assert_eq!(headers, [Some("token"), Some("key"), Some("1.0.0")]);

    // What the comment in it promises.
    let wrong = program.replace("https://example.com/callback", "http://example.com/callback");
    package.write("src/main.rs", &wrong)?;
    let shown = package.build_error()?;
    assert!(shown.contains("src/main.rs:5:31"), "the constant is shown: {shown}");
    assert!(shown.contains("pattern"), "the rule is named: {shown}");
    Ok(())
}

/// What compilers warn of. That a patch of the manifest is not needed is the business of this test alone.
fn warnings(said: &str) -> Vec<&str> {
    let lines = said.lines().filter(|line| line.starts_with("warning"));
    lines.filter(|line| !line.starts_with("warning: patch ")).collect()
}

#[test]
fn a_build_script_generates_a_client() -> Outcome {
    let (package, page) = start("builder")?;
    package.write_manifest(&marked(&page, "quick start: build manifest")?.text)?;
    package.write("build.rs", &marked(&page, "quick start: build script")?.text)?;
    package.write("src/main.rs", &marked(&page, "quick start: build program")?.text)?;
    // "With your own document": any will do.
    package.write("openapi.yaml", &fs::read_to_string("spec/openapi.yaml")?)?;
    let before = package.files()?;
    let first = package.cargo(&["build"]).output()?;
    let said = String::from_utf8(first.stderr.clone())?;
    succeeded(first)?;
    assert_eq!(warnings(&said), Vec::<&str>::new(), "{said}");
    assert!(!package.build()?, "the second one does nothing");
    let shown = succeeded(package.cargo(&["run", "--quiet"]).output()?)?;
    assert_eq!(shown.trim(), "true");
    assert_eq!(package.files()?, before, "nothing is written outside OUT_DIR");

    // The lints of the crate are for what its authors write: private in a program, twice in it, and in a library.
    let program = marked(&page, "quick start: build program")?.text;
    let lints =
        "#![deny(warnings, missing_docs, unreachable_pub, clippy::pedantic, clippy::nursery)]\n//! A program.\n";
    package.write("build.rs", "//! Generates two clients.\nfn main() {\n    specwright::Build::new(\"openapi.yaml\").generate();\n    specwright::Build::new(\"openapi.yaml\").name(\"again\").generate();\n}\n")?;
    package.write(
        "src/main.rs",
        &format!("{lints}mod again {{\n    specwright_runtime::include_client!(\"again\");\n}}\n{program}"),
    )?;
    package.write(
        "src/lib.rs",
        &format!("{lints}/// The API.\npub mod api {{\n    specwright_runtime::include_client!(\"openapi\");\n}}\n"),
    )?;
    let clippy = package.cargo(&["clippy", "--all-targets"]).output()?;
    let said = String::from_utf8(clippy.stderr.clone())?;
    succeeded(clippy)?;
    assert_eq!(warnings(&said), Vec::<&str>::new(), "{said}");
    Ok(())
}
