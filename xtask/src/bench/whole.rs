//! Whole runs of the command, of the same command again, and of the other generator.

use super::peers::FASTEST;
use super::table::{Row, Unit};
use super::{median, name};
use specwright_tests::costs::children_time;
use std::error::Error;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// Seconds that a run may take that has nothing to do.
const UNCHANGED: f64 = 0.15;

/// New directories below one. None is deleted between two measurements: file systems take a while for that afterwards.
struct Outputs {
    root: PathBuf,
    count: usize,
}

impl Outputs {
    /// Below a directory; what former runs have left there is removed.
    fn new(scratch: &Path) -> io::Result<Self> {
        let root = scratch.join("specwright-bench");
        if root.exists() {
            std::fs::remove_dir_all(&root)?;
        }
        std::fs::create_dir_all(&root)?;
        Ok(Self { root, count: 0 })
    }

    /// One that is not there yet.
    fn another(&mut self) -> PathBuf {
        self.count += 1;
        self.latest()
    }

    fn latest(&self) -> PathBuf {
        self.root.join(self.count.to_string())
    }
}

/// Generation of a document, beside that of the other generator if there is one, and the same again.
pub(super) fn generations(
    document: &Path,
    peer: Option<&Path>,
    rounds: usize,
    scratch: &Path,
) -> Result<Vec<Row>, Box<dyn Error>> {
    let name = name(document);
    let mut outputs = Outputs::new(scratch)?;
    let time = peer.map(|program| median(rounds, || generate_by(program, document, &outputs.another(), &[])));
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
    let ours = median(rounds, || generate(document, &outputs.another()))?;
    let again = median(rounds, || generate(document, &outputs.latest()))?;
    let time = time.map(|time| time.as_secs_f64());
    let peer = time.map(|time| (FASTEST.name.to_owned(), time));
    Ok(vec![
        row(format!("generate {name}"), ours, time.map(|time| time / 2.0), peer),
        row(format!("again, unchanged: {name}"), again, Some(UNCHANGED), None),
    ])
}

/// The time of a generation into a new directory.
pub(super) fn generation(document: &Path, rounds: usize, scratch: &Path) -> Result<Duration, Box<dyn Error>> {
    let mut outputs = Outputs::new(scratch)?;
    median(rounds, || generate(document, &outputs.another()))
}

/// Generates our client into a directory: its processor time.
pub(super) fn generate(document: &Path, output: &Path) -> Result<Duration, Box<dyn Error>> {
    let mut command = Command::new(std::env::current_exe()?.with_file_name("specwright"));
    command.arg("generate").arg(document).arg("--output").arg(output);
    timed(command.args(["--allow-faults", "--quiet"]))
}

/// Generates the client of the other generator into a directory: its processor time.
pub(super) fn generate_by(
    program: &Path,
    document: &Path,
    output: &Path,
    options: &[&str],
) -> Result<Duration, Box<dyn Error>> {
    let mut command = Command::new(program);
    command.args(["generate", "client-mod"]).args(options);
    timed(command.arg("-i").arg(document).arg("-o").arg(output))
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
