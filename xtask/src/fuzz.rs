//! `fuzz`: builds the fuzzer, which needs all that is generated, and runs it.

mod prove;

use crate::project;
use specwright_cli::{CommandResult, Status};
use std::path::PathBuf;

/// Try the generator, and what it generates, with documents, texts and responses at random
///
/// Everything runs in child processes: panics, aborts, exhausted stacks, memory and time count as
/// faults. What is found is made small and written to tests/cases/fuzz, which every run of the tests
/// tries again.
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// How long to look [default: 60, and 120 for each fault of --prove]
    #[arg(long, value_name = "N")]
    seconds: Option<u64>,
    /// Try exactly so many inputs, however long it takes
    #[arg(long, value_name = "N")]
    inputs: Option<u64>,
    /// Where to begin [default: another one each time, and 1 for --prove]
    #[arg(long, value_name = "S")]
    seed: Option<u64>,
    /// Try only this kind of input
    ///
    /// document, names, text, page, overlay, settings, response or pattern
    #[arg(long, value_name = "KIND")]
    only: Option<String>,
    /// Compile N clients of accepted documents, with warnings as errors
    #[arg(long, value_name = "N")]
    compile: Option<usize>,
    /// How many processes try at the same time
    #[arg(long, value_name = "N", default_value_t = 2)]
    threads: usize,
    /// Try what was found before, and nothing else
    #[arg(long)]
    cases: bool,
    /// Put faults back that were mended, and look whether they are found
    ///
    /// Prints a table of the faults in fuzz/faults.yaml whose names contain one of the words,
    /// or of all. They are put into a copy of the workspace below target/, and for each the
    /// fuzzer looks until it has found something.
    #[arg(long, verbatim_doc_comment, value_name = "WORD", num_args = 0.., conflicts_with_all = ["inputs", "only", "compile", "cases", "corpus"])]
    prove: Option<Vec<String>>,
    /// Directories of documents to begin with, beside the test cases
    #[arg(value_name = "CORPUS")]
    corpus: Vec<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args) -> CommandResult {
    if let Some(words) = &args.prove {
        return prove::run(words, args.seconds.unwrap_or(120), args.seed.unwrap_or(1));
    }
    let manifest = project::root()?.join("fuzz/Cargo.toml");
    let mut cargo = project::cargo();
    cargo.args(["run", "--quiet", "--profile", "fuzz", "--manifest-path"]);
    cargo.arg(manifest).arg("--").args(&args.corpus);
    let numbers = [
        ("--seconds", args.seconds.map(|number| number.to_string())),
        ("--threads", Some(args.threads.to_string())),
        ("--inputs", args.inputs.map(|number| number.to_string())),
        ("--seed", args.seed.map(|number| number.to_string())),
        ("--compile", args.compile.map(|number| number.to_string())),
        ("--only", args.only.clone()),
    ];
    for (name, value) in numbers {
        cargo.args(value.map(|value| [name.to_owned(), value]).into_iter().flatten());
    }
    cargo.args(args.cases.then_some("--cases"));
    match cargo.status()?.code() {
        Some(0) => Ok(Status::Done),
        Some(1) => Ok(Status::Failed),
        Some(_) | None => Err("the fuzzer could not be built or run".into()),
    }
}
