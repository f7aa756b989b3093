//! `corpus`: a client for every document of a directory, and a report of failures.

mod accounted;
mod compile;
mod declared;
mod examples;
mod one;
mod outcome;

pub use one::{WorkerArgs, work};

use crate::project;
use crate::scratch::Scratch;
use one::Job;
use outcome::{Outcome, Tally};
use serde_json::json;
use specwright_cli::progress::Progress;
use specwright_cli::report;
use specwright_cli::{CommandResult, Status};
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Generate a client for every document of a directory, and report failures
///
/// Faults of documents are allowed: faulty parts are left out with a diagnostic. The last line has the totals; the exit code
/// is 1 if a document has no client, or not a complete one.
#[derive(clap::Args)]
pub struct Args {
    /// The directory, searched with all its subdirectories
    dir: PathBuf,
    /// Compile every generated client, and count its warnings
    #[arg(long)]
    check: bool,
    /// Compile with all Cargo features of the clients instead of the default ones
    #[arg(long, requires = "check")]
    all_features: bool,
    /// Run the examples of the documents as round-trip tests
    #[arg(long)]
    examples: bool,
    /// Take only N documents, spread evenly over the directory
    #[arg(long, value_name = "N")]
    sample: Option<usize>,
    /// Take only documents whose name contains TEXT
    #[arg(long, value_name = "TEXT")]
    only: Option<String>,
    /// Delete up to N nodes of each document, and name those without effect
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "100")]
    accounted: Option<usize>,
    /// Write the report as JSON
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// How many documents are generated at the same time
    #[arg(long, default_value_t = 2, value_name = "N")]
    threads: usize,
}

/// Runs the command.
pub fn run(args: &Args) -> CommandResult {
    let jobs = jobs(args)?;
    let scratch = match args.check || args.examples {
        true => Some(Scratch::new("corpus")?),
        false => None,
    };
    let mut outcomes = generate_all(&jobs, scratch.as_ref(), args.threads.max(1));
    if let Some(scratch) = &scratch {
        if args.check {
            compile::check(scratch, &mut outcomes, args.all_features)?;
        }
        if args.examples {
            examples::run(scratch, &mut outcomes)?;
        }
    }
    print!("{}", table(&outcomes));
    if args.examples {
        print_examples(&outcomes);
    }
    if args.accounted.is_some() {
        let accounts = outcomes.iter();
        accounted::print(accounts.filter_map(|outcome| Some((outcome.name.as_str(), outcome.account.as_ref()?))));
    }
    println!("{}", totals(&outcomes, args.check));
    if let Some(path) = &args.json {
        let text = serde_json::to_string_pretty(&as_json(&outcomes))?;
        std::fs::write(path, text).map_err(|error| project::named(path, &error))?;
    }
    let is_complete = |outcome| is_complete(outcome, args.check);
    Ok(Status::done_if(outcomes.iter().all(is_complete)))
}

/// The documents of the directory. Files that are not documents, such as parts of one, are left out.
fn jobs(args: &Args) -> Result<Vec<Job>, Box<dyn std::error::Error>> {
    let mut jobs: Vec<Job> = Vec::new();
    for path in specwright_tests::files_below(&args.dir, &["json", "yaml", "yml"])? {
        if declared::read(&path).is_ok_and(|declared| declared.version.is_none()) {
            continue;
        }
        let name = path.strip_prefix(&args.dir).unwrap_or(&path).with_extension("");
        let name = name.to_string_lossy().replace('\\', "/");
        if args.only.as_ref().is_some_and(|part| !name.contains(part.as_str())) {
            continue;
        }
        let taken = |package: &str| jobs.iter().any(|job| job.package == package);
        let mut package = package_name(&name);
        while taken(&package) {
            package.push_str("-2");
        }
        jobs.push(Job {
            path,
            name,
            package,
            examples: args.examples,
            accounted: args.accounted,
        });
    }
    if jobs.is_empty() {
        return Err(format!("there is no document in {}", args.dir.display()).into());
    }
    Ok(match args.sample {
        Some(count) if count < jobs.len() => spread(&jobs, count),
        Some(_) | None => jobs,
    })
}

/// `count` jobs, evenly spread.
fn spread(jobs: &[Job], count: usize) -> Vec<Job> {
    (0..count)
        .filter_map(|index| jobs.get(index * jobs.len() / count))
        .cloned()
        .collect()
}

/// A name for the package: letters, digits and single dashes, so that the crate has a good name too.
fn package_name(name: &str) -> String {
    let name = name.to_ascii_lowercase();
    let words = name.split(|char: char| !char.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let name: String = words.join("-").chars().take(50).collect();
    format!("c-{}", name.trim_end_matches('-'))
}

fn generate_all(jobs: &[Job], scratch: Option<&Scratch>, threads: usize) -> Vec<Outcome> {
    let next = AtomicUsize::new(0);
    let progress = Mutex::new(Progress::new(jobs.len()));
    let work = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(job) = jobs.get(index) else { return done };
            done.push((index, one::run(job, scratch)));
            if let Ok(mut progress) = progress.lock() {
                progress.step(&job.name);
            }
        }
    };
    let mut outcomes: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads
            .into_iter()
            .filter_map(|thread| thread.join().ok())
            .flatten()
            .collect()
    });
    if let Ok(progress) = progress.lock() {
        progress.finish();
    }
    outcomes.sort_by_key(|(index, _)| *index);
    outcomes.into_iter().map(|(_, outcome)| outcome).collect()
}

fn is_complete(outcome: &Outcome, check: bool) -> bool {
    let compiled = !check || (outcome.compiled == Some(true) && outcome.warnings == 0);
    outcome.generated && outcome.covered == outcome.declared && compiled
}

fn compile_word(outcome: &Outcome) -> String {
    match (outcome.compiled, outcome.warnings) {
        (None, _) => "-".to_owned(),
        (Some(true), 0) => "ok".to_owned(),
        (Some(true), warnings) => report::plural(warnings, "warning"),
        (Some(false), _) => "failed".to_owned(),
    }
}

fn table(outcomes: &[Outcome]) -> String {
    let head = [
        ("document", false),
        ("version", false),
        ("operations", true),
        ("types", true),
        ("e/w/n", true),
        ("seconds", true),
        ("lines", true),
        ("compile", false),
        ("first error", false),
    ];
    let row = |outcome: &Outcome| {
        let [errors, warnings, notes] = outcome.problems;
        let first: String = outcome
            .first_error
            .iter()
            .flat_map(|text| text.chars())
            .take(120)
            .collect();
        vec![
            outcome.name.clone(),
            outcome.version.clone(),
            format!("{}/{}", outcome.covered, outcome.declared),
            outcome.types.to_string(),
            format!("{errors}/{warnings}/{notes}"),
            format!("{:.2}", outcome.time.as_secs_f64()),
            outcome.lines.to_string(),
            compile_word(outcome),
            first,
        ]
    };
    report::table(&head, &outcomes.iter().map(row).collect::<Vec<_>>())
}

fn print_examples(outcomes: &[Outcome]) {
    for outcome in outcomes {
        for pointer in &outcome.examples.short {
            println!("example {} {pointer}", outcome.name);
        }
    }
    let sum = |count: fn(&Tally) -> usize| outcomes.iter().map(|outcome| count(&outcome.examples)).sum::<usize>();
    let (total, contradicting) = (sum(Tally::total), sum(|tally| tally.contradicting));
    let declared = sum(|tally| tally.declared);
    let round = sum(|tally| tally.round_tripped) + declared;
    let read = sum(|tally| tally.read) + round;
    println!("{contradicting} examples contradict their own schema");
    println!("{declared} examples have properties that their schema does not declare, which are left out");
    println!("examples {total}, read {read}, round-tripped {round}");
}

fn totals(outcomes: &[Outcome], check: bool) -> String {
    let all = outcomes.len();
    let count = |test: fn(&Outcome) -> bool| outcomes.iter().filter(|outcome| test(outcome)).count();
    let sum = |value: fn(&Outcome) -> usize| outcomes.iter().map(value).sum::<usize>();
    let generated = count(|outcome| outcome.generated);
    let compiled = match check {
        true => {
            let compiled = count(|outcome| outcome.compiled == Some(true));
            format!(
                "compiled {compiled}/{all}, warnings {}, ",
                sum(|outcome| outcome.warnings)
            )
        }
        false => String::new(),
    };
    let covered = sum(|outcome| outcome.covered.min(outcome.declared));
    format!(
        "generated {generated}/{all}, {compiled}operations {covered}/{}",
        sum(|outcome| outcome.declared)
    )
}

fn as_json(outcomes: &[Outcome]) -> serde_json::Value {
    let document = |outcome: &Outcome| {
        let [errors, warnings, notes] = outcome.problems;
        json!({
            "document": outcome.name,
            "version": outcome.version,
            "declared": outcome.declared,
            "covered": outcome.covered,
            "types": outcome.types,
            "errors": errors,
            "warnings": warnings,
            "notes": notes,
            "seconds": outcome.time.as_secs_f64(),
            "lines": outcome.lines,
            "generated": outcome.generated,
            "compiled": outcome.compiled,
            "compilerWarnings": outcome.warnings,
            "firstError": outcome.first_error,
            "accounted": accounted::as_json(outcome.account.as_ref()),
            "examples": {
                "roundTripped": outcome.examples.round_tripped,
                "declared": outcome.examples.declared,
                "read": outcome.examples.read,
                "mismatch": outcome.examples.mismatch,
                "contradicting": outcome.examples.contradicting,
            },
        })
    };
    outcomes.iter().map(document).collect()
}
