//! `browser`: calls of a generated client in Chromium, to a server of another origin.

use crate::{chromium, project};
use specwright::source;
use specwright_cli::{CommandResult, Status};
use specwright_tests::server::{Answer, Nobody, Recorded, Server};
use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::Duration;

/// Where what the page loads is written.
const DIRECTORY: &str = "target/browser";
const PACKAGE: &str = "specwright-browser";
const PAGE: &str = "tests/browser/page/index.html";
/// A pet, compressed with gzip.
const COMPRESSED: &[u8] = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xabV\xcaLQ\xb22\xd7Q\xcaK\xccMU\xb2R\nJ\xadP\xaa\x05\x00\x85\x81\xa5 \x15\x00\x00\x00";
const PET: &str = r#"{"id":7,"name":"Rex"}"#;

/// Make calls of a generated client in Chromium
///
/// Compiles the client of the guides to WebAssembly (tests/browser), opens it in a page, and lets it
/// call a server of another origin on this machine. Skipped where there is no Chromium.
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {}

/// Makes the calls.
///
/// # Errors
/// What cannot be built or read; a browser that does not use the page.
pub fn run(_: &Args) -> CommandResult {
    project::enter_root()?;
    let Some(browser) = chromium::find() else {
        println!("skipped: there is no Chromium to make calls in");
        return Ok(Status::Done);
    };
    build()?;
    let (api, page) = (Server::start()?, Server::start()?);
    answer(&api);
    let nobody = Nobody::start();
    serve(&page, &[("{base}", &api.url()), ("{nowhere}", &nobody.url())])?;
    let directory = std::path::absolute(DIRECTORY)?.join("profile");
    let reported = chromium::report(browser, &format!("{}/", page.url()), &directory)?;
    let wrong = received(&api.requests());
    for problem in &wrong {
        println!("wrong: {problem}");
    }
    Ok(match wrong.is_empty() {
        true => reported,
        false => Status::done_if(false),
    })
}

/// Builds what the page loads.
fn build() -> Result<(), Box<dyn Error>> {
    project::has_wasm()?;
    let cargo = |arguments: &[&str]| match project::cargo().args(arguments).status()?.success() {
        true => Ok(()),
        false => Err(Box::<dyn Error>::from("the calls could not be built for a page")),
    };
    let library = [
        "rustc",
        "--locked",
        "--package",
        PACKAGE,
        "--lib",
        "--crate-type",
        "cdylib",
    ];
    cargo(&[&library[..], &["--target", project::WASM]].concat())?;
    let made = format!("target/{}/debug/specwright_browser.wasm", project::WASM);
    let bindgen = [
        "run",
        "--locked",
        "--package",
        PACKAGE,
        "--features",
        "bindgen",
        "--bin",
        "bindgen",
    ];
    cargo(&[&bindgen[..], &["--", &made, DIRECTORY]].concat())
}

/// Serves the page and what it loads.
fn serve(server: &Server, places: &[(&str, &str)]) -> Result<(), Box<dyn Error>> {
    let file = |name: &str, media_type: &str| -> Result<Answer, Box<dyn Error>> {
        let bytes = source::read(&Path::new(DIRECTORY).join(name))?;
        Ok(Answer::status(200).header("Content-Type", media_type).body(bytes))
    };
    let mut page = fs::read_to_string(PAGE)?;
    for (place, text) in places {
        page = page.replace(place, text);
    }
    server
        .always("/calls.js", file("calls.js", "text/javascript")?)
        .always("/calls_bg.wasm", file("calls_bg.wasm", "application/wasm")?)
        .always("/", Answer::status(200).header("Content-Type", "text/html").body(page));
    Ok(())
}

/// The responses of the server, which are open to pages of any origin.
fn answer(server: &Server) {
    let open = |answer: Answer| {
        let exposed = "content-encoding, content-length, retry-after, x-request-id";
        answer
            .header("Access-Control-Allow-Origin", "*")
            .header("Access-Control-Expose-Headers", exposed)
    };
    let json = |status: u16, text: &str| open(Answer::json(status, text));
    let moved = |status: u16, to: &str| open(Answer::status(status)).header("Location", to);
    let events = Answer::status(200)
        .header("Content-Type", "text/event-stream")
        .body("data: {\"text\": \"born\"}\n\n")
        .body("data: {\"text\": \"sold\"}\n\n")
        .chunked(Duration::from_millis(100))
        .hang();
    let photo = Answer::status(200).header("Content-Type", "image/jpeg");
    let photo = (0..3).fold(photo, |photo, _| photo.body(vec![b'x'; 100_000]));
    let allowed = open(Answer::status(204))
        .header("Access-Control-Allow-Methods", "GET, POST")
        .header("Access-Control-Allow-Headers", "*, authorization");
    let compressed = Answer::status(200)
        .header("Content-Type", "application/json")
        .header("Content-Encoding", "gzip")
        .body(COMPRESSED);
    server
        .always("OPTIONS /", allowed)
        .always("/pets/404", json(404, r#"{"message":"no such pet"}"#))
        .always("/pets/40", open(compressed))
        .always("/pets/60", json(200, PET).delay(Duration::from_secs(20)))
        .always("POST /pets/30/photo", moved(307, "/pets/9/photo"))
        .always("/pets/30", moved(302, "/pets/7"))
        .always("/pets/7/photo", open(photo))
        .always("/pets/7", json(200, PET).header("X-Request-Id", "r-7"))
        .always("POST /pets", json(201, r#"{"id":8,"name":"Tom"}"#))
        .always("/news", open(events))
        .answer(json(503, "{}").header("Retry-After", "1"))
        .answer(json(200, PET));
}

/// What is wrong with what the server has received.
fn received(requests: &[Recorded]) -> Vec<String> {
    let sent: Vec<&Recorded> = requests.iter().filter(|request| request.method != "OPTIONS").collect();
    let of = |target: &str| -> Vec<&Recorded> {
        let those = sent.iter().filter(|request| request.target == target);
        those.copied().collect()
    };
    let (added, uploads) = (of("/pets"), of("/pets/30/photo"));
    let json = added
        .iter()
        .filter(|request| request.header("content-type") == Some("application/json"));
    let json: Vec<String> = json.map(|request| request.text()).collect();
    let keys: BTreeSet<_> = added
        .iter()
        .filter_map(|request| request.header("idempotency-key"))
        .collect();
    let has_file = |request: &&Recorded| request.body.windows(3).any(|part| part == [1, 2, 3]);
    let expectations = [
        (
            "each request has the credential",
            sent.iter()
                .all(|request| request.header("authorization") == Some("Bearer token")),
        ),
        (
            "a body arrives as JSON, and one that is not valid never",
            added.len() == 2 && json == [r#"{"name":"Tom"}"#; 2],
        ),
        ("each call has a key of its own", keys.len() == 2),
        (
            "a file is uploaded once",
            uploads.len() == 1 && uploads.iter().all(has_file),
        ),
        ("a body does not go elsewhere", of("/pets/9/photo").is_empty()),
        ("a call is repeated once", of("/pets/503").len() == 2),
    ];
    let lines: Vec<String> = sent
        .iter()
        .map(|request| format!("{} {}", request.method, request.target))
        .collect();
    let wrong = expectations.into_iter().filter(|(_, holds)| !holds);
    wrong
        .map(|(what, _)| format!("{what}; the server has received {}", lines.join(", ")))
        .collect()
}
