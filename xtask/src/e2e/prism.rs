//! The committed client against Prism, which responds as the document says and refuses what the document forbids.

use super::server::{Server, answers, free_port};
use crate::project;
use specwright_cli::{CommandResult, Status};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The mock server, from npm.
const PACKAGE: &str = "@stoplight/prism-cli@5";

pub fn run() -> CommandResult {
    let Some(prism) = install()? else {
        println!("skipped: Node and npm are needed to run Prism, and are not here");
        return Ok(Status::Done);
    };
    let port = free_port()?;
    let port_text = port.to_string();
    let mut command = Command::new("node");
    command.arg(&prism).args(["mock", "--errors", "--host", "127.0.0.1"]);
    command.args(["--port", port_text.as_str(), project::DOCUMENT]);
    let _server = Server::start(&mut command, port)?;
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
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).env("SANDBOX_BASE_URL", base);
    command
        .env("SANDBOX_AUTHORIZATION", "token")
        .env("SANDBOX_API_KEY", "key");
    Ok(command.status()?.success())
}

/// The entry point of Prism, installed below `target/` unless it is there. `None` without Node.
fn install() -> Result<Option<PathBuf>, Box<dyn std::error::Error>> {
    if !answers("node") || !answers("npm") {
        return Ok(None);
    }
    let folder = Path::new("target/prism");
    let program = folder.join("node_modules/@stoplight/prism-cli/dist/index.js");
    if !program.exists() {
        std::fs::create_dir_all(folder)?;
        let mut command = Command::new("npm");
        command
            .args(["install", "--no-audit", "--no-fund", "--silent", "--prefix"])
            .arg(folder)
            .arg(PACKAGE);
        if !command.status()?.success() {
            return Err(format!("npm could not install {PACKAGE}").into());
        }
    }
    Ok(Some(program))
}
