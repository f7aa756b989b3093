//! `e2e`: generated clients against servers that we did not write.
//!
//! A trial is a server, the client of its document, and a program that calls one through the other, twice: first with the client
//! of the document as the server publishes it, then with that of the document and the overlay that `learn` writes from what
//! the first run has recorded.

mod client;
mod install;
mod prism;
mod program;
mod server;
mod servers;
mod subject;
mod trial;

use crate::project;
use crate::scratch::Scratch;
use server::Server;
use servers::SUBJECTS;
use specwright_cli::{CommandResult, Status};
use std::error::Error;
use subject::Subject;
use trial::{Pass, Trial};

/// The mock server, which is not a subject: its client is the committed one.
const PRISM: &str = "prism";

/// Which servers.
#[derive(clap::Args)]
pub struct Args {
    /// The servers; without names all that are quick to install and to compile
    #[arg(value_name = "SERVER", value_parser = names())]
    servers: Vec<String>,
    /// All servers, also those that take minutes
    #[arg(long, conflicts_with = "servers")]
    all: bool,
}

impl Args {
    fn wants(&self, name: &str, is_heavy: bool) -> bool {
        match self.servers.as_slice() {
            [] => self.all || !is_heavy,
            names => names.iter().any(|known| known == name),
        }
    }
}

fn names() -> Vec<&'static str> {
    let subjects = SUBJECTS.iter().map(|subject| subject.name);
    [PRISM].into_iter().chain(subjects).collect()
}

/// Runs the clients. A server that cannot be installed is skipped with a message.
pub fn run(args: &Args) -> CommandResult {
    project::enter_root()?;
    let mock = match args.wants(PRISM, false) {
        true => prism::run()?,
        false => Status::Done,
    };
    let subjects = SUBJECTS.iter().copied();
    let subjects: Vec<&Subject> = subjects
        .filter(|subject| args.wants(subject.name, subject.is_heavy))
        .collect();
    Ok(mock.and(trials(&subjects)?))
}

/// Runs the trials. All programs are compiled at once, so that no processor waits.
fn trials(subjects: &[&Subject]) -> CommandResult {
    let mut trials: Vec<Trial<'_>> = subjects.iter().filter_map(|subject| Trial::new(subject)).collect();
    let scratch = Scratch::new("e2e")?;
    let mut status = Status::Done;
    for pass in [Pass::Published, Pass::Learned] {
        let mut running = Vec::new();
        for trial in &trials {
            match begin(trial, pass, &scratch) {
                Ok((server, port)) => running.push((trial, server, port)),
                Err(error) => {
                    println!("{}: {error}", trial.subject.name);
                    status = Status::Failed;
                }
            }
        }
        let names: Vec<String> = running.iter().map(|(trial, ..)| program::name(trial)).collect();
        let programs = program::build(&scratch, &names)?;
        let mut succeeded = Vec::new();
        for (trial, _server, port) in running {
            match programs.get(&program::name(trial)) {
                Some(program) if program::run(trial, program, port)? => succeeded.push(trial.subject.name),
                Some(_) | None => status = Status::Failed,
            }
        }
        // What has failed has nothing to teach.
        trials.retain(|trial| succeeded.contains(&trial.subject.name));
    }
    Ok(status)
}

/// Starts the server, and writes the client and the program.
fn begin(trial: &Trial<'_>, pass: Pass, scratch: &Scratch) -> Result<(Server, u16), Box<dyn Error>> {
    let (server, port) = trial.serve()?;
    match pass {
        Pass::Published => client::fetch(trial, port)?,
        Pass::Learned => client::learn(trial)?,
    }
    client::generate(trial, pass, scratch)?;
    program::write(trial, pass, scratch)?;
    Ok((server, port))
}
