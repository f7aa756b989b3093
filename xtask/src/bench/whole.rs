//! Whole runs of the command, of the same command again, of the other generator, and of the compiler.

use super::{Row, median, name};
use crate::scratch::Scratch;
use specwright_tests::costs::children_time;
use std::error::Error;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// The other generator.
const PEER: &str = "oas3-gen";
/// What a run may take that has nothing to do.
const UNCHANGED: Duration = Duration::from_millis(150);

/// The rows of a document.
pub(super) fn rows(document: &Path, rounds: usize, compile: bool, scratch: &Path) -> Result<Vec<Row>, Box<dyn Error>> {
    let name = name(document);
    let peer = median(rounds, || peer(document, scratch)).ok();
    if peer.is_none() {
        println!("skipped: {PEER} is not on PATH, or refuses {name}");
    }
    let mut rows = vec![
        Row {
            what: format!("generate {name}"),
            ours: generation(document, rounds, scratch)?,
            budget: peer.map(|peer| peer / 2),
            peer,
        },
        Row {
            what: format!("again, unchanged: {name}"),
            ours: median(rounds, || ours(document, scratch))?,
            budget: Some(UNCHANGED),
            peer: None,
        },
    ];
    if compile {
        rows.push(Row {
            what: format!("cargo check of {name}"),
            ours: checked(document)?,
            budget: None,
            peer: None,
        });
    }
    Ok(rows)
}

/// The time of a generation into a new directory.
pub(super) fn generation(document: &Path, rounds: usize, scratch: &Path) -> Result<Duration, Box<dyn Error>> {
    median(rounds, || {
        let output = scratch.join("ours");
        if output.exists() {
            std::fs::remove_dir_all(&output)?;
        }
        ours(document, scratch)
    })
}

fn ours(document: &Path, scratch: &Path) -> Result<Duration, Box<dyn Error>> {
    let program = std::env::current_exe()?.with_file_name("specwright");
    let mut command = Command::new(program);
    command
        .arg("generate")
        .arg(document)
        .arg("--output")
        .arg(scratch.join("ours"));
    timed(command.args(["--allow-faults", "--quiet"]))
}

fn peer(document: &Path, scratch: &Path) -> Result<Duration, Box<dyn Error>> {
    let output = scratch.join("peer");
    if output.exists() {
        std::fs::remove_dir_all(&output)?;
    }
    let mut command = Command::new(PEER);
    timed(
        command
            .args(["generate", "client-mod", "-i"])
            .arg(document)
            .arg("-o")
            .arg(output),
    )
}

/// The processor time of a command that succeeds.
fn timed(command: &mut Command) -> Result<Duration, Box<dyn Error>> {
    let before = children_time();
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    match status.success() {
        true => Ok(children_time().saturating_sub(before)),
        false => Err(format!("{command:?}: {status}").into()),
    }
}

/// The time that the compiler takes for a generated package, once its dependencies are there.
fn checked(document: &Path) -> Result<Duration, Box<dyn Error>> {
    let packages = Scratch::new("bench/compile")?;
    let package = packages.package("measured");
    if package.exists() {
        std::fs::remove_dir_all(&package)?;
    }
    let mut generate = Command::new(std::env::current_exe()?.with_file_name("specwright"));
    generate.arg("generate").arg(document).arg("--output").arg(&package);
    timed(generate.args(["--allow-faults", "--quiet"]))?;
    let manifest = std::fs::read_to_string(package.join("Cargo.toml"))?;
    let named = manifest.lines().find_map(|line| line.strip_prefix("name = \""));
    let named = named
        .and_then(|name| name.strip_suffix('"'))
        .ok_or("a package without a name")?;
    let home = packages.package(named);
    if home.exists() {
        std::fs::remove_dir_all(&home)?;
    }
    std::fs::rename(&package, &home)?;
    packages.run(&[named], &["check"])?;
    let library = home.join("src/lib.rs");
    std::fs::write(&library, std::fs::read_to_string(&library)? + "\n")?;
    let before = children_time();
    let verdicts = packages.run(&[named], &["check"])?;
    match verdicts
        .get(named)
        .is_some_and(|verdict| verdict.built && verdict.errors.is_empty())
    {
        true => Ok(children_time().saturating_sub(before)),
        false => Err(format!("{} does not compile", document.display()).into()),
    }
}
