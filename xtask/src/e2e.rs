//! `e2e`: the committed client against Prism, which answers from the document and refuses what the document forbids.

use crate::{Answer, project};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The mock server, from npm.
const PACKAGE: &str = "@stoplight/prism-cli@5";

/// A server that is stopped when its time is over.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Runs the command. Without Node there is nothing to run, which is said and is no failure.
pub fn run() -> Answer {
    project::enter_root()?;
    let Some(prism) = prism()? else {
        println!("skipped: Node and npm are needed to run Prism, and are not here");
        return Ok(true);
    };
    let port = free_port()?;
    let mut command = Command::new("node");
    command.arg(&prism).args([
        "mock",
        "--errors",
        "--host",
        "127.0.0.1",
        "--port",
        &port.to_string(),
        project::DOCUMENT,
    ]);
    let mut server = Server(command.stdout(Stdio::null()).stdin(Stdio::null()).spawn()?);
    wait_for(port, &mut server)?;
    let base = format!("http://127.0.0.1:{port}");
    println!("Prism answers from {} at {base}", project::DOCUMENT);
    let tests = cargo(&base, &["test", "-p", "specwright-tests", "--test", "prism"])?;
    let example = cargo(
        &base,
        &["run", "-p", "sandbox-kyc-client", "--example", "initiate_session"],
    )?;
    Ok(tests && example)
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
fn prism() -> Result<Option<PathBuf>, Box<dyn std::error::Error>> {
    let answers = |program: &str| {
        let status = Command::new(program).arg("--version").stdout(Stdio::null()).status();
        status.is_ok_and(|status| status.success())
    };
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

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

fn wait_for(port: u16, server: &mut Server) -> Result<(), Box<dyn std::error::Error>> {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(60) {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return Ok(());
        }
        if let Some(status) = server.0.try_wait()? {
            return Err(format!("Prism ended by itself: {status}").into());
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    Err("Prism did not come up within a minute".into())
}
