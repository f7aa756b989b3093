//! Whole runs of the command, of the same command again, of the other generator, and of the compiler.

use super::peers::FASTEST;
use super::table::{Row, Unit};
use super::{median, name};
use crate::scratch::Scratch;
use specwright_tests::costs::children_time;
use std::error::Error;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Seconds that a run may take that has nothing to do.
const UNCHANGED: f64 = 0.15;

/// Generation of a document, beside that of the other generator if there is one, and the same again.
pub(super) fn generations(
    document: &Path,
    peer: Option<&Path>,
    rounds: usize,
    scratch: &Path,
) -> Result<Vec<Row>, Box<dyn Error>> {
    let name = name(document);
    let time = peer.map(|program| median(rounds, || generated_by(program, document, scratch)));
    let time = time.and_then(|time| {
        let refused = |error| println!("skipped: {} of {name}: {error}", FASTEST.name);
        time.map_err(refused).ok()
    });
    let row = |what, ours: Duration, budget, peer| Row {
        what,
        unit: Unit::Seconds,
        ours: ours.as_secs_f64(),
        budget,
        peer,
    };
    let ours = generation(document, rounds, scratch)?;
    let again = median(rounds, || generate(document, scratch))?;
    let time = time.map(|time| time.as_secs_f64());
    let peer = time.map(|time| (FASTEST.name.to_owned(), time));
    Ok(vec![
        row(format!("generate {name}"), ours, time.map(|time| time / 2.0), peer),
        row(format!("again, unchanged: {name}"), again, Some(UNCHANGED), None),
    ])
}

/// `cargo check` of a generated package.
pub(super) fn compilation(document: &Path) -> Result<Row, Box<dyn Error>> {
    Ok(Row {
        what: format!("`cargo check` of {}", name(document)),
        unit: Unit::Seconds,
        ours: checked(document)?.as_secs_f64(),
        budget: None,
        peer: None,
    })
}

/// The time of a generation into a new directory.
pub(super) fn generation(document: &Path, rounds: usize, scratch: &Path) -> Result<Duration, Box<dyn Error>> {
    median(rounds, || {
        let output = scratch.join("ours");
        if output.exists() {
            std::fs::remove_dir_all(&output)?;
        }
        generate(document, scratch)
    })
}

fn generate(document: &Path, scratch: &Path) -> Result<Duration, Box<dyn Error>> {
    let program = std::env::current_exe()?.with_file_name("specwright");
    let mut command = Command::new(program);
    command
        .arg("generate")
        .arg(document)
        .arg("--output")
        .arg(scratch.join("ours"));
    timed(command.args(["--allow-faults", "--quiet"]))
}

fn generated_by(program: &Path, document: &Path, scratch: &Path) -> Result<Duration, Box<dyn Error>> {
    let output = scratch.join("peer");
    if output.exists() {
        std::fs::remove_dir_all(&output)?;
    }
    let mut command = Command::new(program);
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
