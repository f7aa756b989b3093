//! `completions` and `man`: what shells and manual pages are told of the arguments.

use crate::out::out;
use crate::{CommandResult, Status};
use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;

/// Print completions for a shell
///
/// Example: `specwright completions bash > ~/.local/share/bash-completion/completions/specwright`.
#[derive(Clone, Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// bash, elvish, fish, powershell or zsh
    #[arg(value_name = "SHELL", hide_possible_values = true)]
    pub shell: Shell,
}

/// Print the manual in roff
///
/// The page of `specwright` itself, or of one of its commands.
/// Example: `specwright man generate | man -l -`.
#[derive(Clone, Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct ManArgs {
    /// The command that the page is about
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}

/// Prints completions of a program.
///
/// # Errors
/// Never.
pub fn run(args: &Args, mut program: Command) -> CommandResult {
    let mut text = Vec::new();
    let name = program.get_name().to_owned();
    clap_complete::generate(args.shell, &mut program, name, &mut text);
    out!("{}", String::from_utf8_lossy(&text));
    Ok(Status::Done)
}

/// Prints a page of the manual of a program.
///
/// # Errors
/// Returns an error for a command that the program does not have.
pub fn man(args: &ManArgs, mut program: Command) -> CommandResult {
    program.build();
    let page = match &args.command {
        None => program,
        Some(name) => {
            let found = program.find_subcommand(name).cloned();
            found.ok_or_else(|| format!("there is no command `{name}`"))?
        }
    };
    let mut text = Vec::new();
    Man::new(page).render(&mut text)?;
    out!("{}", String::from_utf8_lossy(&text));
    Ok(Status::Done)
}
