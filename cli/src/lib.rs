//! The commands of `specwright` as functions: the program calls them with what was typed, `xtask` with the paths of this repository.
//!
//! A command is one file in `commands/`: its arguments and a function `run`. It decides nothing about clients, which the library
//! `specwright` does; it knows nothing of any repository, so every path comes from its arguments.

pub mod commands;
pub mod edition;
pub mod git;
pub mod input;
pub mod last;
pub mod memory;
pub mod mock;
mod out;
pub mod program;
pub mod progress;
pub mod project;
pub mod report;
mod runtime;
pub mod view;

use crate::out::errln;
use std::error::Error;
use std::process::ExitCode;

/// How a command that was carried out has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// All is well.
    Done,
    /// There is something to do for the user: the input has errors, or the output is stale. It has been shown.
    Failed,
}

impl Status {
    /// [`Status::Done`] if both are.
    pub fn and(self, other: Status) -> Status {
        Status::done_if(self == Status::Done && other == Status::Done)
    }

    /// [`Status::Done`] if the condition is true.
    pub fn done_if(condition: bool) -> Status {
        match condition {
            true => Status::Done,
            false => Status::Failed,
        }
    }
}

/// What a command returns. The error is for what could not be carried out at all.
pub type CommandResult = Result<Status, Box<dyn Error>>;

/// What every help text says about the exit code.
pub const EXIT_CODES: &str = "\
Exit codes: 0 success; 1 the input has errors, or the output is out of date; 2 the command could not
be carried out (wrong arguments, a file that cannot be written).";

/// Shows the error, if there is one, and returns the exit code of the process: 0, 1 or 2, as [`EXIT_CODES`] says.
pub fn finish(outcome: CommandResult) -> ExitCode {
    match outcome {
        Ok(Status::Done) => ExitCode::SUCCESS,
        Ok(Status::Failed) => ExitCode::from(1),
        Err(error) => {
            errln!("error: {error}");
            ExitCode::from(2)
        }
    }
}
