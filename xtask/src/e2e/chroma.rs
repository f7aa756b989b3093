//! A client that is generated for a real server, Chroma, from the document that the server itself serves.

use super::server::{Server, answers, free_port};
use crate::project;
use crate::scratch::Scratch;
use specwright::config::Config;
use specwright::diag::Diagnostics;
use specwright::output::{self, Mode};
use specwright::source::SourceMap;
use specwright::{Input, generate};
use specwright_cli::view::View;
use specwright_cli::{CommandResult, Status};
use std::error::Error;
use std::fs;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The server, from PyPI.
const PACKAGE: &str = "chromadb==1.5.9";
/// The name of the generated package.
const CLIENT: &str = "chroma-client";
/// The program that calls the client.
const PROGRAM: &str = "xtask/e2e/chroma.rs";

pub fn run() -> CommandResult {
    let Some(chroma) = install()? else {
        println!("skipped: Python 3 is needed to run Chroma, and is not here");
        return Ok(Status::Done);
    };
    let port = free_port()?;
    let data = temporary_directory(port)?;
    let mut command = Command::new(&chroma);
    command.args(["run", "--host", "127.0.0.1", "--port", &port.to_string(), "--path"]);
    let _server = Server::start(command.arg(&data).env("ANONYMIZED_TELEMETRY", "False"), port)?;
    println!("Chroma runs at http://127.0.0.1:{port}");
    let document = get(port, "/openapi.json")?;
    let Some(program) = build(document)? else {
        return Ok(Status::Failed);
    };
    let status = Command::new(program)
        .env("CHROMA_URL", format!("http://127.0.0.1:{port}"))
        .status()?;
    let _ = fs::remove_dir_all(data);
    Ok(Status::done_if(status.success()))
}

/// Generates the client below `target/` and builds the program that calls it.
fn build(document: String) -> Result<Option<PathBuf>, Box<dyn Error>> {
    let mut sources = SourceMap::new();
    let mut problems = Diagnostics::new();
    let mut config = Config::default();
    config.package.name = Some(CLIENT.to_owned());
    let name = "chroma.json".to_owned();
    let input = Input::Text { name, text: document };
    let generated = generate(&mut sources, &input, &config, &mut problems);
    View::default().problems(&sources, &problems);
    let Some(generated) = generated else { return Ok(None) };
    let scratch = Scratch::new("e2e")?;
    let package = scratch.package(CLIENT);
    output::apply(&generated.files, &package, Mode::Write)?;
    fs::create_dir_all(package.join("examples"))?;
    fs::copy(PROGRAM, package.join("examples/chroma.rs"))
        .map_err(|error| project::named(Path::new(PROGRAM), &error))?;
    let verdicts = scratch.run(&[CLIENT], &["build", "--example=chroma"])?;
    let verdict = verdicts.get(CLIENT).cloned().unwrap_or_default();
    for error in &verdict.errors {
        eprintln!("error: {}", error.text);
    }
    Ok(verdict.executables.get("chroma").cloned())
}

/// The program `chroma`, installed below `target/` unless it is there. `None` without Python.
fn install() -> Result<Option<PathBuf>, Box<dyn Error>> {
    if !answers("python3") {
        return Ok(None);
    }
    let folder = Path::new("target/chroma");
    let program = folder.join("bin/chroma");
    if !program.exists() {
        let run = |command: &mut Command| -> Result<(), Box<dyn Error>> {
            match command.status()?.success() {
                true => Ok(()),
                false => Err(format!("{PACKAGE} could not be installed").into()),
            }
        };
        run(Command::new("python3").args(["-m", "venv"]).arg(folder))?;
        run(Command::new(folder.join("bin/pip")).args(["install", "--quiet", PACKAGE]))?;
    }
    Ok(Some(program))
}

/// An empty directory for the data of the server.
fn temporary_directory(port: u16) -> io::Result<PathBuf> {
    let folder = Path::new("target").join(format!("chroma-data-{port}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The body of a response. HTTP/1.0, so that the body ends with the connection.
fn get(port: u16, path: &str) -> Result<String, Box<dyn Error>> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    write!(stream, "GET {path} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    match answer.split_once("\r\n\r\n") {
        Some((head, body)) if head.split(' ').nth(1) == Some("200") => Ok(body.to_owned()),
        _ => Err(format!("no document at {path}: {}", answer.lines().next().unwrap_or("nothing")).into()),
    }
}
