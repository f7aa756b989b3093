//! Runs the examples of the documents, which the generator has made into tests of their packages.
//!
//! The contract: `tests/examples.rs` prints one line for each example, `specwright-example <pointer> <word>`, where the
//! word is `round-tripped` (what was read is written back the same), `declared` (the same but for properties that the schema
//! does not declare), `read` (it is read, and written back otherwise) or `mismatch` (it is not read). Nothing is expected of examples that contradict their own schema: they are not tests, and
//! the generator counts them.

use super::compile::batches;
use super::outcome::Outcome;
use crate::scratch::Scratch;
use specwright_cli::progress::Progress;
use std::io;
use std::process::{Command, Stdio};

/// Builds and runs `tests/examples.rs` of every package that has one.
pub fn run(scratch: &Scratch, outcomes: &mut [Outcome]) -> io::Result<()> {
    let mut progress = Progress::new(outcomes.iter().filter(|outcome| outcome.generated).count());
    for batch in batches(outcomes) {
        let has_tests = |index: &usize| {
            scratch
                .package(&outcomes[*index].package)
                .join("tests/examples.rs")
                .exists()
        };
        let batch: Vec<_> = batch.into_iter().filter(has_tests).collect();
        let packages: Vec<_> = batch.iter().map(|index| outcomes[*index].package.clone()).collect();
        let packages: Vec<_> = packages.iter().map(String::as_str).collect();
        if packages.is_empty() {
            continue;
        }
        let verdicts = scratch.run(&packages, &["build", "--test=examples", "--all-features"])?;
        for index in batch {
            let outcome = &mut outcomes[index];
            progress.step(&outcome.name);
            let verdict = verdicts.get(&outcome.package);
            match verdict.and_then(|verdict| verdict.executables.get("examples")) {
                Some(program) => {
                    let mut command = Command::new(program);
                    command
                        .args(["--nocapture", "--test-threads=1"])
                        .env("RUST_MIN_STACK", "67108864");
                    let output = command.stdin(Stdio::null()).output()?;
                    outcome.examples.hear(&String::from_utf8_lossy(&output.stdout));
                    if !output.status.success() && outcome.examples.total() == 0 {
                        outcome
                            .first_error
                            .get_or_insert_with(|| "the example tests broke off".to_owned());
                    }
                }
                None => {
                    let first = verdict.and_then(|verdict| verdict.errors.first());
                    let text = first.map_or("the example tests were not built", |first| &first.text);
                    outcome.first_error.get_or_insert_with(|| text.to_owned());
                }
            }
        }
    }
    progress.finish();
    Ok(())
}
