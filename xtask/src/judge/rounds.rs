//! Compiles many programs at once: a module for each. Errors of one kind hide those of a later one, so that modules with errors are
//! taken out and the rest is compiled again.

use crate::scratch::{Complaint, Scratch, Verdict};
use std::collections::BTreeMap;
use std::error::Error;
use std::io;

/// Kinds of errors that hide one another are fewer.
const MAX_ROUNDS: usize = 8;

/// The first error of each module that has one.
pub type Complaints = BTreeMap<String, Complaint>;

/// What the compiler says against the modules of a package, which `write` writes for those that are left. What depends on the package is
/// compiled, too.
///
/// # Errors
/// Returns an error if something else than a module does not compile, or Cargo cannot be run.
pub fn complaints(
    scratch: &Scratch,
    package: &str,
    modules: &[&str],
    write: impl Fn(&[&str]) -> io::Result<()>,
) -> Result<Complaints, Box<dyn Error>> {
    let mut found = Complaints::new();
    for _ in 0..MAX_ROUNDS {
        let rest: Vec<&str> = modules
            .iter()
            .copied()
            .filter(|module| !found.contains_key(*module))
            .collect();
        write(&rest)?;
        let mut verdicts = scratch.run(&[package], &["check"])?;
        let own = verdicts.remove(package).unwrap_or_default();
        if own.built && own.errors.is_empty() {
            return Ok(found);
        }
        let others = verdicts.into_values().flat_map(|verdict: Verdict| verdict.errors);
        if let Some(error) = others.into_iter().next() {
            return Err(error.text.into());
        }
        if own.errors.is_empty() {
            return Err(format!("{package}: Cargo failed").into());
        }
        for error in own.errors {
            // `src/<module>.rs`, or a file below `src/<module>`.
            let inside = error.file.trim_start_matches("src/");
            let module = inside.split(['/', '.']).next().unwrap_or_default().to_owned();
            if !rest.contains(&&*module) {
                return Err(error.text.into());
            }
            found.entry(module).or_insert(error);
        }
    }
    Err(format!("{package}: after {MAX_ROUNDS} rounds there are still errors").into())
}
