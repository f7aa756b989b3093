//! `judge`: what `diff` says of programs, against the compiler.
//!
//! Programs that use what changes are compiled with an old client, where they must compile, and with the new one, which decides. They
//! are written by hand for each rule ([`rules`]), or by this command for changes between editions of real documents ([`editions`]).
//! [`semver`] asks `cargo semver-checks` in place of programs.

mod editions;
mod names;
mod program;
mod rounds;
mod rules;
mod semver;
mod uses;

use crate::project;
use rounds::Complaints;
use specwright::surface::{Kind, Surface, own_name};
use specwright_cli::{CommandResult, Status, report};
use std::path::PathBuf;

/// The share of equal verdicts below which the command fails, in percent.
const LEAST: usize = 95;

/// What is compared.
#[derive(clap::Args)]
pub struct Args {
    /// Compare only these rules
    #[arg(value_name = "RULE")]
    rules: Vec<String>,
    /// Compare changes of neighbouring editions, those in each directory of DIR
    #[arg(long, value_name = "DIR", conflicts_with = "rules")]
    editions: Option<PathBuf>,
    /// How many changes are compared
    #[arg(long, value_name = "N", default_value_t = 40, requires = "editions")]
    sample: usize,
    /// Compare with what `cargo semver-checks` says; it is installed below target/
    #[arg(long, conflicts_with = "editions")]
    semver_checks: bool,
}

/// A program and what is said of it.
struct Case {
    /// What is printed of it: where it comes from, and what changes.
    name: Vec<String>,
    /// Its module.
    module: String,
    /// Whether the rules say that it does not compile with the new client.
    breaks: bool,
}

/// Runs the command.
pub fn run(args: &Args) -> CommandResult {
    let editions = args.editions.as_deref().map(std::path::absolute).transpose()?;
    project::enter_root()?;
    match editions {
        Some(editions) => editions::run(&editions, args.sample),
        None if args.semver_checks => semver::run(&args.rules),
        None => rules::run(&args.rules),
    }
}

/// The Cargo features of a client.
fn features(surface: &Surface) -> impl Iterator<Item = &str> {
    let items = surface.items.iter().filter(|(_, item)| item.kind == Kind::Feature);
    items.map(|(name, item)| own_name(name, item.kind))
}

/// Prints the verdicts that differ, and the share of those that do not.
fn agreement(head: &[(&str, bool)], cases: &[Case], old: &Complaints, new: &Complaints) -> Status {
    let mut rows = Vec::new();
    for case in cases {
        let said = if case.breaks { "breaks" } else { "compiles" };
        let found = match (old.get(&case.module), new.get(&case.module)) {
            (Some(complaint), _) => format!("does not compile with the old client: {}", complaint.text),
            (None, Some(complaint)) => format!("breaks: {}", complaint.text),
            (None, None) => "compiles".to_owned(),
        };
        if found.split(':').next() != Some(said) {
            rows.push([case.name.clone(), vec![said.to_owned(), found]].concat());
        }
    }
    let agreed = cases.len() - rows.len();
    if !rows.is_empty() {
        let head = [head, &[("says", false), ("the compiler", false)]].concat();
        print!("{}", report::table(&head, &rows));
    }
    let broken = cases.iter().filter(|case| case.breaks).count();
    println!(
        "agreement: {agreed} of {} programs have the same verdict, of which {broken} are said to break",
        cases.len()
    );
    Status::done_if(agreed * 100 >= cases.len() * LEAST)
}
