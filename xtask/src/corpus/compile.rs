//! Compiles the generated packages in batches, so that memory stays bounded and an error hits one document only.

use super::outcome::Outcome;
use crate::scratch::Scratch;
use specwright_cli::progress::Progress;
use std::io;

/// A batch ends before it holds more lines than this, or more packages than [`BATCH_PACKAGES`].
const BATCH_LINES: usize = 400_000;
const BATCH_PACKAGES: usize = 24;

/// Indices of documents, in batches.
pub fn batches(outcomes: &[Outcome]) -> Vec<Vec<usize>> {
    let mut batches: Vec<Vec<usize>> = Vec::new();
    let mut lines = 0;
    for (index, outcome) in outcomes.iter().enumerate().filter(|(_, outcome)| outcome.generated) {
        lines += outcome.lines;
        match batches.last_mut() {
            Some(batch) if lines <= BATCH_LINES && batch.len() < BATCH_PACKAGES => batch.push(index),
            Some(_) | None => {
                lines = outcome.lines;
                batches.push(vec![index]);
            }
        }
    }
    batches
}

/// Runs `cargo check` on every package and notes what the compiler says.
pub fn check(scratch: &Scratch, outcomes: &mut [Outcome], all_features: bool) -> io::Result<()> {
    let batches = batches(outcomes);
    let mut progress = Progress::new(outcomes.iter().filter(|outcome| outcome.generated).count());
    let mut arguments = vec!["check"];
    if all_features {
        arguments.push("--all-features");
    }
    for batch in batches {
        let packages: Vec<_> = batch.iter().map(|index| outcomes[*index].package.clone()).collect();
        let packages: Vec<_> = packages.iter().map(String::as_str).collect();
        let verdicts = scratch.run(&packages, &arguments)?;
        for index in batch {
            let outcome = &mut outcomes[index];
            progress.step(&outcome.name);
            let verdict = verdicts.get(&outcome.package).cloned().unwrap_or_default();
            outcome.compiled = Some(verdict.built && verdict.errors.is_empty());
            outcome.warnings = verdict.warnings;
            let first = verdict.errors.first().or(verdict.first_warning.as_ref());
            if let Some(complaint) = first {
                outcome.first_error = Some(complaint.text.clone());
            }
        }
    }
    progress.finish();
    Ok(())
}
