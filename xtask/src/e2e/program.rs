//! The program that calls a server through its client: a package of its own, as that of any user.

use super::client;
use super::trial::{FILES, Pass, Trial};
use crate::project;
use crate::scratch::Scratch;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What all programs share.
const SHARED: &str = "run.rs";

/// The name of the package.
pub fn name(trial: &Trial<'_>) -> String {
    format!("{}-program", trial.subject.name)
}

/// Writes the package. With the feature `learned` the program expects the client of the learned document.
pub fn write(trial: &Trial<'_>, pass: Pass, scratch: &Scratch) -> Result<(), Box<dyn Error>> {
    let (name, client) = (name(trial), client::name(trial));
    let default = match pass {
        Pass::Published => "",
        Pass::Learned => "\"learned\"",
    };
    let tags = trial.subject.features.iter();
    let tags: String = tags.map(|tag| format!(", {tag:?}")).collect();
    let manifest = format!(
        "[package]\nname = {name:?}\nedition = \"2024\"\n\n\
         [features]\ndefault = [{default}]\nlearned = []\n\n\
         [dependencies]\n\
         {client} = {{ path = \"../{client}\", default-features = false, features = [\"reqwest\", \"record\"{tags}] }}\n\
         specwright-runtime = {{ path = {:?} }}\n\
         serde_json = \"1\"\n\
         tokio = {{ version = \"1\", features = [\"rt\"] }}\n",
        project::root()?.join("runtime"),
    );
    let package = scratch.package(&name);
    fs::create_dir_all(package.join("src"))?;
    fs::write(package.join("Cargo.toml"), manifest)?;
    let main = format!("{}.rs", trial.subject.name);
    for (from, to) in [(&*main, "main.rs"), (SHARED, SHARED)] {
        let from = Path::new(FILES).join(from);
        fs::copy(&from, package.join("src").join(to)).map_err(|error| project::named(&from, &error))?;
    }
    Ok(())
}

/// Compiles packages. What cannot be compiled is missing, and what the compiler says is printed.
pub fn build(scratch: &Scratch, names: &[String]) -> io::Result<BTreeMap<String, PathBuf>> {
    let packages: Vec<&str> = names.iter().map(String::as_str).collect();
    let verdicts = scratch.run(&packages, &["build"])?;
    for (name, verdict) in &verdicts {
        verdict
            .errors
            .iter()
            .for_each(|error| println!("{name}: error: {}", error.text));
    }
    let programs = verdicts.into_iter();
    let programs = programs.filter_map(|(name, mut verdict)| {
        let program = verdict.executables.remove(&name)?;
        Some((name, program))
    });
    Ok(programs.collect())
}

/// Runs a program, which prints and judges what it sees.
pub fn run(trial: &Trial<'_>, program: &Path, port: u16) -> io::Result<bool> {
    let mut command = Command::new(program);
    command.env("E2E_URL", format!("http://127.0.0.1:{port}"));
    command.env("E2E_RECORDING", trial.file(client::RECORDING));
    Ok(command.status()?.success())
}
