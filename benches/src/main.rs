//! Pattern checks against three engines, as a Markdown table.
//!
//! `cargo run --release -p specwright-benches --bin bench-patterns [-- --check] [--costs] [--rows]`
//!
//! `--rows` prints the checks that have a budget, as `cargo xtask bench` reads them.
//! `--check` fails if a budget is missed. `--costs` also builds a small program per method, to tell what a method adds
//! to the size of a program and to the time of its build.
#![expect(clippy::print_stdout, reason = "the table is what this program is for")]

mod costs;
mod measure;

use std::process::ExitCode;

use measure::nanoseconds;

/// A pattern with a text that matches and one that does not.
struct Case {
    source: &'static str,
    good: &'static str,
    bad: &'static str,
    kind: Kind,
    is_match: fn(&str) -> bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Code,
    Table,
}

/// The checks that the build script has printed.
mod generated {
    use super::{Case, Kind};
    include!(concat!(env!("OUT_DIR"), "/patterns.rs"));

    pub(super) fn cases() -> &'static [Case] {
        CASES
    }
}

/// Nanoseconds that a check of the first two patterns, DigiLocker's, may take.
const BUDGET: f64 = 3.0;
const BUDGETED: usize = 2;

/// Nanoseconds per check, for the text that matches and the one that does not.
type Pair = [f64; 2];

struct Row {
    ours: Pair,
    regex: Pair,
    regex_lite: Pair,
    regress: Pair,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |flag: &str| arguments.iter().any(|argument| argument == flag);
    if has("--rows") {
        return print_rows();
    }
    println!("ns per check, best of several runs: a text that matches / one that does not\n");
    println!("| pattern | kind | specwright | regex | regex-lite | regress |");
    println!("| --- | --- | --- | --- | --- | --- |");
    let mut missed = Vec::new();
    for (index, case) in generated::cases().iter().enumerate() {
        let row = match measure_case(case) {
            Ok(row) => row,
            Err(error) => {
                println!("{}: {error}", case.source);
                return ExitCode::FAILURE;
            }
        };
        print_row(case, &row);
        missed.extend(missed_budgets(index, case, &row));
    }
    if has("--costs") {
        costs::print();
    }
    for miss in &missed {
        println!("\nbudget missed: {miss}");
    }
    if has("--check") && !missed.is_empty() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

/// Name, unit, figure, budget, peer and its figure, with tabs between them.
fn print_rows() -> ExitCode {
    for case in generated::cases().iter().take(BUDGETED) {
        let row = match measure_case(case) {
            Ok(row) => row,
            Err(error) => {
                println!("{}: {error}", case.source);
                return ExitCode::FAILURE;
            }
        };
        println!(
            "a match of `{}`\tns\t{}\t{BUDGET}\tregex\t{}",
            case.source, row.ours[0], row.regex[0]
        );
    }
    ExitCode::SUCCESS
}

fn measure_case(case: &Case) -> Result<Row, String> {
    let regex = regex::Regex::new(case.source).map_err(|error| error.to_string())?;
    let lite = regex_lite::Regex::new(case.source).map_err(|error| error.to_string())?;
    let regress = regress::Regex::with_flags(case.source, "u").map_err(|error| error.to_string())?;
    let pair = |is_match: &dyn Fn(&str) -> bool| -> Result<Pair, String> {
        if !is_match(case.good) || is_match(case.bad) {
            return Err("a wrong answer".to_owned());
        }
        Ok([nanoseconds(case.good, is_match), nanoseconds(case.bad, is_match)])
    };
    Ok(Row {
        ours: pair(&case.is_match)?,
        regex: pair(&|text| regex.is_match(text))?,
        regex_lite: pair(&|text| lite.is_match(text))?,
        regress: pair(&|text| regress.find(text).is_some())?,
    })
}

fn print_row(case: &Case, row: &Row) {
    let kind = match case.kind {
        Kind::Code => "code",
        Kind::Table => "table",
    };
    let cell = |pair: &Pair| format!("{:.1} / {:.1}", pair[0], pair[1]);
    let source = case.source.replace('|', "\\|");
    let [ours, regex, lite, regress] = [&row.ours, &row.regex, &row.regex_lite, &row.regress].map(cell);
    println!("| `{source}` | {kind} | {ours} | {regex} | {lite} | {regress} |");
}

fn missed_budgets(index: usize, case: &Case, row: &Row) -> Vec<String> {
    let mut missed = Vec::new();
    for (ours, regex) in row.ours.iter().zip(row.regex) {
        if index < BUDGETED && *ours > BUDGET {
            missed.push(format!("`{}` took {ours:.1} ns, more than {BUDGET}", case.source));
        }
        if case.kind == Kind::Code && *ours > regex {
            missed.push(format!("`{}` took {ours:.1} ns, `regex` {regex:.1}", case.source));
        }
    }
    missed
}
