//! Figures that programs of `benches/` print with `--rows`: calls at run time, and patterns.

use super::table::{Row, Unit};
use crate::project;
use std::error::Error;

/// Builds and runs one of the programs, and reads the lines that it prints: name, unit, figure, budget, peer and its figure, with
/// tabs between them.
pub(super) fn rows(program: &str) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut cargo = project::cargo();
    cargo.args([
        "run",
        "--quiet",
        "--release",
        "--package",
        "specwright-benches",
        "--bin",
        program,
    ]);
    cargo.arg("--manifest-path").arg(project::root()?.join("Cargo.toml"));
    // The variables that Cargo sets for the command that runs now are none of the business of the inner one.
    cargo
        .env_remove("CARGO_MANIFEST_DIR")
        .stderr(std::process::Stdio::inherit());
    let output = cargo.args(["--", "--rows"]).output()?;
    let printed = String::from_utf8(output.stdout)?;
    match output.status.success() {
        true => printed
            .lines()
            .map(|line| row(line).ok_or_else(|| line.into()))
            .collect(),
        false => Err(format!("`{program}` failed: {}", printed.trim_end()).into()),
    }
}

fn row(line: &str) -> Option<Row> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [what, unit, ours, budget, peer, figure] = cells.as_slice() else {
        return None;
    };
    Some(Row {
        what: (*what).to_owned(),
        unit: Unit::named(unit)?,
        ours: ours.parse().ok()?,
        budget: budget.parse().ok(),
        peer: Some(((*peer).to_owned(), figure.parse().ok()?)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_program_is_a_row() {
        let read = row("a GET\tCPU µs\t20.5\t21\treqwest\t20").expect("a row");
        assert_eq!(
            (read.what.as_str(), read.unit, read.budget),
            ("a GET", Unit::Microseconds, Some(21.0))
        );
        assert_eq!(row("a GET\tkB\t20.5\t\treqwest\t20").expect("a row").budget, None);
        assert!(row("a GET\tparsecs\t20.5\t21\treqwest\t20").is_none());
        assert!(row("the server could not be started").is_none());
    }
}
