//! The quick starts of README.md, followed to the letter in empty directories: every command and every file is taken out of its text.
//!
//! The maintainers' one is followed in `xtask/tests/maintainer.rs`, that of a package in `cli/tests/command/main.rs`, with the programs
//! themselves.

use specwright_tests::foreign::{Walk, succeeded, warnings};
use specwright_tests::markdown::marked;
use specwright_tests::server::{Answer, Server};
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// An empty directory, and the page.
fn start(name: &str) -> Outcome<(Walk, String)> {
    let walk = Walk::new(Path::new(env!("CARGO_TARGET_TMPDIR")), name)?;
    Ok((walk, fs::read_to_string("README.md")?))
}

/// Runs a command that has nothing to warn of, and gives what it printed.
fn quiet(mut command: Command) -> Outcome<String> {
    let output = command.output()?;
    let said = String::from_utf8(output.stderr.clone())?;
    let printed = succeeded(output)?;
    assert_eq!(warnings(&said), Vec::<&str>::new(), "{said}");
    Ok(printed)
}

#[test]
fn a_consumer_starts_a_session() -> Outcome {
    let (walk, page) = start("consumer")?;
    let text = |marker: &str| marked(&page, marker).map(|block| block.text);
    let program = text("quick start: consumer program")?;
    quiet(walk.shell("", &text("quick start: consumer commands")?))?;
    walk.lock("sessions")?;
    walk.write("sessions/src/main.rs", &program)?;
    quiet(walk.shell("sessions", "cargo build"))?;

    let shown = String::from_utf8(walk.shell("sessions", "cargo run --quiet").output()?.stderr)?;
    assert!(
        shown.contains("set SANDBOX_AUTHORIZATION to"),
        "it says what is missing: {shown}"
    );

    // The program says what to write in place of the vendor's server.
    let (server, other) = (".server(Server::Test) // or ", ".base_url(\"http://127.0.0.1:4010\")");
    assert!(program.contains(&format!("{server}{other}")), "{program}");
    let recorder = Server::start()?;
    let url = "https://digilocker.example/authorize";
    let body = format!(
        r#"{{"code":200,"timestamp":1751975600361,"transaction_id":"t","data":{{"@entity":"e","authorization_url":"{url}","session_id":"s"}}}}"#
    );
    recorder.answer(Answer::json(200, &body));
    let program = program
        .replace(server, "")
        .replace("http://127.0.0.1:4010", &recorder.url())
        .replace(
            "use sandbox_kyc_client::{Client, Server};",
            "use sandbox_kyc_client::Client;",
        );
    walk.write("sessions/src/main.rs", &program)?;
    let run = text("quick start: consumer run")?;
    assert_eq!(quiet(walk.shell("sessions", &run))?.trim(), url);
    let request = recorder.request();
    assert_eq!(request.target, "/kyc/digilocker/sessions/init");
    let headers = ["authorization", "x-api-key", "x-api-version"].map(|name| request.header(name));
    assert_eq!(headers, [Some("eyJhbGciOi"), Some("key_test_1"), Some("1.0.0")]);
    no_connection(&walk, &run, &recorder.url(), &program)?;

    // What the comment in it promises.
    let wrong = program.replace("https://example.com/callback", "http://example.com/callback");
    walk.write("sessions/src/main.rs", &wrong)?;
    let shown = String::from_utf8(walk.shell("sessions", "cargo build").output()?.stderr)?;
    assert!(shown.contains("src/main.rs:5:31"), "the constant is shown: {shown}");
    assert!(shown.contains("pattern"), "the rule is named: {shown}");
    Ok(())
}

/// What a first failure looks like: one line that says what happened and why.
fn no_connection(walk: &Walk, run: &str, url: &str, program: &str) -> Outcome {
    // Nothing listens on the port that is reserved for discarding.
    walk.write("sessions/src/main.rs", &program.replace(url, "http://127.0.0.1:9"))?;
    let output = walk
        .shell("sessions", &run.replace("cargo run", "cargo run --quiet"))
        .output()?;
    let shown = String::from_utf8(output.stderr)?;
    assert_eq!(output.status.code(), Some(1));
    assert!(
        shown.lines().count() == 1 && shown.contains("initiateSession"),
        "{shown}"
    );
    assert!(shown.to_lowercase().contains("refused"), "{shown}");
    Ok(())
}

#[test]
fn a_build_script_generates_a_client() -> Outcome {
    let (walk, page) = start("builder")?;
    let text = |marker: &str| marked(&page, marker).map(|block| block.text);
    quiet(walk.shell("", &text("quick start: build commands")?))?;
    walk.lock("pets")?;
    let manifest = fs::read_to_string(walk.folder.join("pets/Cargo.toml"))?;
    walk.write(
        "pets/Cargo.toml",
        &format!("{manifest}\n{}", text("quick start: build profile")?),
    )?;
    walk.write("pets/build.rs", &text("quick start: build script")?)?;
    walk.write("pets/src/main.rs", &text("quick start: build program")?)?;
    // "Your own document": any will do.
    walk.write("pets/openapi.yaml", &fs::read_to_string("spec/openapi.yaml")?)?;
    quiet(walk.shell("pets", "cargo build"))?;
    assert_eq!(quiet(walk.shell("pets", "cargo run --quiet"))?.trim(), "true");
    let again = walk.shell("pets", "cargo build -v").output()?;
    let said = String::from_utf8(again.stderr)?;
    assert!(said.contains("Fresh pets"), "the second build does nothing: {said}");
    strict_lints(&walk, &text("quick start: build program")?)
}

/// The lints of a crate are for what its authors write: private in a program, twice in it, in a library, and where two packages of a
/// workspace use that.
fn strict_lints(walk: &Walk, program: &str) -> Outcome {
    let lints =
        "#![deny(warnings, missing_docs, unreachable_pub, clippy::pedantic, clippy::nursery)]\n//! A program.\n";
    walk.write("pets/build.rs", "//! Generates two clients.\nfn main() {\n    specwright::Build::new(\"openapi.yaml\").generate();\n    specwright::Build::new(\"openapi.yaml\").name(\"again\").generate();\n}\n")?;
    walk.write(
        "pets/src/main.rs",
        &format!("{lints}mod again {{\n    specwright_runtime::include_client!(\"again\");\n}}\n{program}"),
    )?;
    walk.write(
        "pets/src/lib.rs",
        &format!("{lints}/// The API.\npub mod api {{\n    specwright_runtime::include_client!(\"openapi\");\n}}\n"),
    )?;
    let manifest = fs::read_to_string(walk.folder.join("pets/Cargo.toml"))?;
    let workspace = "\n[workspace]\nmembers = [\"one\", \"two\"]\n";
    walk.write("pets/Cargo.toml", &format!("{manifest}{workspace}"))?;
    for name in ["one", "two"] {
        let path = format!("pets/{name}");
        walk.write(
            &format!("{path}/Cargo.toml"),
            &format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\npets = {{ path = \"..\" }}\n"),
        )?;
        walk.write(
            &format!("{path}/src/main.rs"),
            &format!(
                "{lints}fn main() {{\n    println!(\"{{}}\", pets::api::Client::builder().build().is_ok());\n}}\n"
            ),
        )?;
    }
    quiet(walk.shell("pets", "cargo clippy --workspace --all-targets"))?;
    Ok(())
}

#[test]
fn two_services_share_the_crate_of_their_models() -> Outcome {
    let walk = Walk::new(Path::new(env!("CARGO_TARGET_TMPDIR")), "sharing")?;
    let page = fs::read_to_string("docs/guide/sharing.md")?;
    let text = |marker: &str| marked(&page, marker).map(|block| block.text);
    for name in [
        "common.yaml",
        "orders.yaml",
        "billing.yaml",
        "common.toml",
        "orders.toml",
    ] {
        walk.write(name, &text(&format!("sharing: {name}"))?)?;
    }
    walk.write(
        "billing.toml",
        &text("sharing: orders.toml")?.replace("orders", "billing"),
    )?;
    for name in ["common", "orders", "billing"] {
        client_of(&walk.folder.join(format!("{name}.toml")))?;
    }
    let runtime = std::env::current_dir()?.join("runtime");
    let runtime = format!("specwright-runtime = {{ path = {runtime:?} }}\n");
    let manifest = text("sharing: Cargo.toml")?.replace("specwright-runtime = \"0.1\"\n", &runtime);
    let packages = "[workspace]\nmembers = [\"common-models\", \"orders-client\", \"billing-client\", \"app\"]\nresolver = \"3\"\n";
    walk.write(
        "Cargo.toml",
        &format!("{packages}\n{manifest}\n[profile.dev]\ndebug = false\n"),
    )?;
    let dependency = |name: &str, features: &str| {
        format!("{name} = {{ path = \"../{name}\", default-features = false{features} }}\n")
    };
    let manifest = format!(
        "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n{}{}{}tokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}\n",
        dependency("common-models", ""),
        dependency("orders-client", ", features = [\"mock\"]"),
        dependency("billing-client", ", features = [\"mock\"]")
    );
    walk.write("app/Cargo.toml", &manifest)?;
    walk.write("app/src/main.rs", &format!("{}{SHARING}", text("sharing: program")?))?;
    walk.lock("")?;
    // A type of the models that breaks its own rules is refused by the client that sends it.
    let printed = quiet(walk.shell("", "cargo run --quiet -p app"))?;
    assert_eq!(printed, "/body/street minLength\nMain Street\n");
    definitions_are_not_copied(&walk)?;
    a_stale_crate_is_an_error(&walk)
}

/// What runs the program of the page.
const SHARING: &str = r##"
use orders_client::transport::mock::{MockResponse, MockTransport};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mock = MockTransport::new();
    for street in ["", "Main Street"] {
        let order = format!(r#"{{"ship_to": {{"street": "{street}", "country": "IN"}}}}"#);
        let order = MockResponse::status(200).header("content-type", "application/json").body(order);
        mock.expect("getOrder", order);
    }
    mock.always("addInvoice", MockResponse::status(204));
    let orders = Orders::builder().transport(mock.clone()).build().expect("a client");
    let billing = Billing::builder().transport(mock.clone()).build().expect("a client");
    let error = bill(&orders, &billing, "1").await.expect_err("no street");
    let violation = &error.violations()[0];
    println!("{} {}", violation.pointer, violation.keyword);
    bill(&orders, &billing, "2").await.expect("billed");
    let sent = mock.received().pop().and_then(|sent| sent.json()).expect("JSON");
    println!("{}", sent["street"].as_str().expect("a street"));
}
"##;

/// Writes the package that settings describe.
fn client_of(settings: &Path) -> Outcome {
    let (files, report, directory) = generated(settings);
    let files = files.ok_or(report)?;
    specwright::output::apply(&files, &directory, specwright::output::Mode::Write)?;
    Ok(())
}

/// The package that settings describe, what is wrong with it, and its directory.
fn generated(settings: &Path) -> (Option<specwright::output::FileSet>, String, std::path::PathBuf) {
    let mut sources = specwright::source::SourceMap::new();
    let mut problems = specwright::diag::Diagnostics::new();
    let config = specwright::config::read(&mut sources, settings, &mut problems);
    let input = specwright::Input::Path(config.document.path.value.clone());
    let client = specwright::generate(&mut sources, &input, &config, &mut problems);
    let report = problems.render(&sources, specwright::diag::Style::Plain);
    (client.map(|client| client.files), report, config.output.path)
}

/// The clients have names for the types of the models, and nothing that reads, writes or checks them.
fn definitions_are_not_copied(walk: &Walk) -> Outcome {
    let client = walk.folder.join("orders-client");
    for (path, text) in specwright_tests::foreign::files(&client.join("src"))? {
        let text = String::from_utf8(text)?;
        assert!(
            !text.contains("struct Address") && !text.contains("[A-Z]{2}"),
            "{}",
            path.display()
        );
    }
    let types = fs::read_to_string(client.join("src/types/address.rs"))?;
    assert!(types.contains("pub use ::common_models::types::Address;"), "{types}");
    Ok(())
}

/// The models were not generated again after their file was edited.
fn a_stale_crate_is_an_error(walk: &Walk) -> Outcome {
    let common = fs::read_to_string(walk.folder.join("common.yaml"))?;
    let settings = walk.folder.join("orders.toml");
    for (from, to, expected) in [
        ("required: [street, country]", "required: [street]", "error[SW0710]"),
        ("code: {type: integer}", "code: {type: string}", "error[SW0710]"),
        ("    Problem: ", "    Failing: ", "error"),
    ] {
        walk.write("common.yaml", &common.replace(from, to))?;
        let (client, report, _) = generated(&settings);
        assert!(client.is_none() && report.contains(expected), "{to}:\n{report}");
        assert!(
            report.contains("common.yaml:") || expected == "error",
            "the place is shown:\n{report}"
        );
    }
    fs::remove_file(walk.folder.join("common-models/surface.json"))?;
    walk.write("common.yaml", &common)?;
    let (client, report, _) = generated(&settings);
    assert!(client.is_none() && report.contains("output.surface = true"), "{report}");
    Ok(())
}
