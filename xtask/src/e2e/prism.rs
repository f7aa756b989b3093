//! The committed client against Prism, which responds as the document says and refuses what the document forbids.

use super::install::{Origin, install};
use super::server::{Server, free_port};
use crate::project;
use specwright_cli::{CommandResult, Status};
use std::path::Path;
use std::process::Command;

const ORIGIN: Origin = Origin::Npm(&["@stoplight/prism-cli@5.16.0"]);
/// What it is installed below.
const DIRECTORY: &str = "target/servers/prism";

pub fn run() -> CommandResult {
    let directory = Path::new(DIRECTORY);
    let installed = match install(&ORIGIN, &directory.join("installed")) {
        Ok(installed) => installed,
        Err(error) => {
            println!("skipped: Prism cannot be installed: {error}");
            return Ok(Status::Done);
        }
    };
    let port = free_port()?;
    let port_text = port.to_string();
    let mut command = Command::new("node");
    command.arg(installed.file("node_modules/@stoplight/prism-cli/dist/index.js"));
    command.args(["mock", "--errors", "--host", "127.0.0.1"]);
    command.args(["--port", port_text.as_str(), project::DOCUMENT]);
    let _server = Server::start(&mut command, port, &directory.join("log.txt"))?;
    let base = format!("http://127.0.0.1:{port}");
    println!("Prism responds as {} says, at {base}", project::DOCUMENT);
    let tests = cargo(&base, &["test", "-p", "specwright-tests", "--test", "prism"])?;
    let example = cargo(
        &base,
        &["run", "-p", "sandbox-kyc-client", "--example", "initiate_session"],
    )?;
    Ok(Status::done_if(tests && example))
}

fn cargo(base: &str, arguments: &[&str]) -> std::io::Result<bool> {
    let mut command = project::cargo();
    command.args(arguments).env("SANDBOX_BASE_URL", base);
    command
        .env("SANDBOX_AUTHORIZATION", "token")
        .env("SANDBOX_API_KEY", "key");
    Ok(command.status()?.success())
}
