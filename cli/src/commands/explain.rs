//! `explain`: what a diagnostic means.

use crate::out::outln;
use crate::{CommandResult, Status};
use specwright::diag::{Entry, Level, Problem};

/// Say what a diagnostic means, with an example
///
/// Without a code: the list of all diagnostics.
/// Example: `specwright explain SW0350`.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The code, such as SW0350
    #[arg(value_name = "CODE")]
    pub codes: Vec<String>,
}

/// Runs the command.
///
/// # Errors
/// Returns an error for a code that is not in the catalogue.
pub fn run(args: &Args) -> CommandResult {
    if args.codes.is_empty() {
        for entry in Problem::ENTRIES {
            outln!("{} {:<7} {}", entry.code, word(entry.level), entry.summary());
        }
    }
    for code in &args.codes {
        let entry = Entry::find(code);
        let entry = entry.ok_or_else(|| format!("there is no diagnostic `{code}`: `specwright explain` lists all"))?;
        outln!("{}", text(entry));
    }
    Ok(Status::Done)
}

fn text(entry: &Entry) -> String {
    let example = entry.example().map_or_else(String::new, |example| {
        let place = example.kind.place();
        let place = place.map_or_else(String::new, |place| format!(", in {place}"));
        format!(
            "\nWrong{place}:\n\n{}\nRight:\n\n{}",
            indented(example.wrong),
            indented(example.right)
        )
    });
    format!(
        "{} ({}): {}\n\n    {}\n\n{}\n{example}",
        entry.code,
        meaning(entry.level),
        entry.summary(),
        entry.message(),
        capital(&entry.help())
    )
}

fn indented(text: &str) -> String {
    let line = |line: &str| match line {
        "" => "\n".to_owned(),
        line => format!("    {line}\n"),
    };
    text.lines().map(line).collect()
}

fn word(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Fault => "fault",
        Level::Warning => "warning",
        Level::Note => "note",
    }
}

fn meaning(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Fault => "error; with --allow-faults a warning, and the faulty part is left out",
        Level::Warning => "warning",
        Level::Note => "note",
    }
}

/// A sentence of its own.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), chars.as_str())
}
