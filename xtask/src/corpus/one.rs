//! One document: generated in a process of its own, so that neither a panic nor an exhausted stack ends the run.

use super::declared;
use super::outcome::Outcome;
use crate::scratch::Scratch;
use serde_json::Value;
use specwright::config::{Config, Faults};
use specwright::diag::{Diagnostics, Severity};
use specwright::output::{self, Mode};
use specwright::source::SourceMap;
use specwright::{Input, generate};
use specwright_cli::{CommandResult, Status};
use std::io;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A document to be generated.
#[derive(Clone, Debug)]
pub struct Job {
    /// Where it is.
    pub path: PathBuf,
    /// Its path in the corpus, without the extension.
    pub name: String,
    /// The name of its package.
    pub package: String,
    /// Whether its examples become tests.
    pub examples: bool,
    /// How many of its nodes are deleted, if any are.
    pub accounted: Option<usize>,
}

/// Longer than any document should take by far: something is stuck.
const PATIENCE: Duration = Duration::from_secs(180);

/// Deep documents are read by recursion.
const STACK: usize = 512 << 20;

/// Generates a document in a process of its own, and writes the package into the scratch workspace if there is one.
pub fn run(job: &Job, scratch: Option<&Scratch>) -> Outcome {
    let mut outcome = Outcome {
        name: job.name.clone(),
        package: job.package.clone(),
        ..Outcome::default()
    };
    match declared::read(&job.path) {
        Ok(declared) => {
            outcome.version = declared.version.unwrap_or_default();
            outcome.declared = declared.operations;
        }
        Err(error) => outcome.first_error = Some(format!("cannot count operations: {error}")),
    }
    let folder = scratch.map(|scratch| scratch.package(&job.package));
    match worker(job, folder) {
        Ok(report) => outcome.take(&report),
        Err(error) => outcome.first_error = Some(error),
    }
    outcome
}

/// Starts the process and waits for its report. An error is what is known of its end.
fn worker(job: &Job, folder: Option<PathBuf>) -> Result<Value, String> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut command = Command::new(program);
    command.arg("corpus-worker").arg(&job.path).arg(&job.package);
    if job.examples {
        command.arg("--examples");
    }
    if let Some(nodes) = job.accounted {
        command.arg("--accounted").arg(nodes.to_string());
    }
    if let Some(folder) = folder {
        command.arg("--out").arg(folder);
    }
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| error.to_string())?;
    let stdout = child
        .stdout
        .take()
        .map(|stream| thread::spawn(|| io::read_to_string(stream)));
    let stderr = child
        .stderr
        .take()
        .map(|stream| thread::spawn(|| io::read_to_string(stream)));
    let text = |thread: Option<thread::JoinHandle<io::Result<String>>>| {
        let joined = thread.and_then(|thread| thread.join().ok());
        joined.and_then(Result::ok).unwrap_or_default()
    };
    let start = Instant::now();
    let patience = PATIENCE
        * job
            .accounted
            .map_or(1, |nodes| 1 + u32::try_from(nodes / 10).unwrap_or(u32::MAX - 1));
    let status = loop {
        match child.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) if start.elapsed() > patience => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("gave up after {} seconds", patience.as_secs()));
            }
            Ok(None) => thread::sleep(Duration::from_millis(5)),
            Err(error) => return Err(error.to_string()),
        }
    };
    let (stdout, stderr) = (text(stdout), text(stderr));
    serde_json::from_str(&stdout).map_err(|_| {
        let lines: Vec<_> = stderr.lines().filter(|line| !line.is_empty()).take(2).collect();
        format!("died ({status}): {}", lines.join(" "))
    })
}

/// What `corpus-worker` is told.
#[derive(clap::Args)]
pub struct WorkerArgs {
    document: PathBuf,
    package: String,
    #[arg(long)]
    out: Option<PathBuf>,
    #[arg(long)]
    examples: bool,
    #[arg(long)]
    accounted: Option<usize>,
}

/// Generates one document and prints what became of it as JSON.
pub fn work(args: WorkerArgs) -> CommandResult {
    let job = Job {
        name: args.package.clone(),
        path: args.document,
        package: args.package,
        examples: args.examples,
        accounted: args.accounted,
    };
    let thread = thread::Builder::new().stack_size(STACK);
    let thread = thread.spawn(move || generate_one(&job, Outcome::default(), args.out))?;
    let Ok(outcome) = thread.join() else {
        return Ok(Status::Failed);
    };
    println!("{}", outcome.report());
    Ok(Status::Done)
}

fn generate_one(job: &Job, mut outcome: Outcome, folder: Option<PathBuf>) -> Outcome {
    let start = Instant::now();
    let mut sources = SourceMap::new();
    let mut problems = Diagnostics::tolerant();
    let mut config = Config::default();
    config.package.name = Some(job.package.clone());
    config.faults = Faults::Allow;
    config.examples = job.examples;
    let generated = generate(&mut sources, &Input::Path(job.path.clone()), &config, &mut problems);
    outcome.time = start.elapsed();
    outcome.problems = [Severity::Error, Severity::Warning, Severity::Note].map(|severity| problems.count(severity));
    let error = problems.iter().find(|problem| problem.severity == Severity::Error);
    if let Some(error) = error {
        let place = error.location.span.map(|span| sources.position(span));
        let line = place.map_or(String::new(), |place| format!("{}:{}: ", place.line, place.column));
        outcome.first_error = Some(format!("{line}{} {}", error.problem.code(), error.problem.message()));
    }
    let Some(generated) = generated else {
        outcome
            .first_error
            .get_or_insert_with(|| "no client, and no error says why".to_owned());
        return outcome;
    };
    outcome.generated = true;
    outcome.covered = generated.summary.operations;
    outcome.types = generated.summary.types;
    outcome.examples.contradicting = generated.summary.contradicting_examples;
    outcome.lines = generated.files.lines();
    if let Some(nodes) = job.accounted {
        outcome.account = specwright_tests::accounted::account(&job.path, None, nodes);
    }
    if let Some(folder) = folder
        && let Err(error) = output::apply(&generated.files, &folder, Mode::Write)
    {
        outcome.generated = false;
        outcome.first_error = Some(error.to_string());
    }
    outcome
}
