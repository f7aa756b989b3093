//! What became of a document: what each step of `corpus` notes, and what the table shows.

use serde_json::{Value, json};
use specwright_tests::accounted::Account;
use std::time::Duration;

/// A document of the corpus and what became of it.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Its path in the corpus, without the extension.
    pub name: String,
    /// The package that is generated for it.
    pub package: String,
    /// `openapi` or `swagger`.
    pub version: String,
    /// Operations that the document declares.
    pub declared: usize,
    /// Operations that the client has.
    pub covered: usize,
    /// Types that the client has.
    pub types: usize,
    /// Errors, warnings and notes.
    pub problems: [usize; 3],
    /// Time to read, decide and print.
    pub time: Duration,
    /// Lines that are generated.
    pub lines: usize,
    /// Whether there is a client.
    pub generated: bool,
    /// Whether it compiles; `None` if it was not tried.
    pub compiled: Option<bool>,
    /// Warnings of the compiler.
    pub warnings: usize,
    /// The first thing that went wrong.
    pub first_error: Option<String>,
    /// What became of its examples.
    pub examples: Tally,
    /// Which of its nodes have no effect, if that was tried.
    pub account: Option<Account>,
}

impl Outcome {
    /// What a worker knows.
    pub fn report(&self) -> Value {
        json!({
            "covered": self.covered,
            "types": self.types,
            "problems": self.problems,
            "microseconds": self.time.as_micros(),
            "lines": self.lines,
            "generated": self.generated,
            "contradicting": self.examples.contradicting,
            "firstError": self.first_error,
            "accounted": super::accounted::as_json(self.account.as_ref()),
        })
    }

    /// Takes the report of a worker in.
    pub fn take(&mut self, report: &Value) {
        let number = |value: &Value| {
            value
                .as_u64()
                .and_then(|value| usize::try_from(value).ok())
                .unwrap_or(0)
        };
        self.covered = number(&report["covered"]);
        self.types = number(&report["types"]);
        self.problems = [0, 1, 2].map(|index: usize| number(&report["problems"][index]));
        self.time = Duration::from_micros(report["microseconds"].as_u64().unwrap_or(0));
        self.lines = number(&report["lines"]);
        self.generated = report["generated"] == true;
        self.examples.contradicting = number(&report["contradicting"]);
        self.account = super::accounted::read(&report["accounted"]);
        self.first_error = report["firstError"]
            .as_str()
            .map(str::to_owned)
            .or(self.first_error.take());
    }
}

/// How many examples there are of each kind.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Read and written back the same.
    pub round_tripped: usize,
    /// Read and written back the same, but for properties that the schema does not declare.
    pub declared: usize,
    /// Read, and written back otherwise.
    pub read: usize,
    /// Not read.
    pub mismatch: usize,
    /// Not valid by their own schema.
    pub contradicting: usize,
    /// The pointers of the first examples that fall short.
    pub short: Vec<String>,
}

impl Tally {
    /// Examples that agree with their schema.
    pub fn total(&self) -> usize {
        self.round_tripped + self.declared + self.read + self.mismatch
    }

    /// Takes the output of one test program in.
    pub fn hear(&mut self, output: &str) {
        for line in output.lines() {
            let Some((_, rest)) = line.split_once("specwright-example ") else {
                continue;
            };
            let Some((pointer, word)) = rest.rsplit_once(' ') else {
                continue;
            };
            let count = match word.trim() {
                "round-tripped" => &mut self.round_tripped,
                "declared" => &mut self.declared,
                "read" => &mut self.read,
                "mismatch" => &mut self.mismatch,
                _ => continue,
            };
            *count += 1;
            if matches!(word.trim(), "read" | "mismatch") && self.short.len() < 5 {
                self.short.push(format!("{pointer} ({})", word.trim()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_tests_are_tallied() {
        let mut tally = Tally::default();
        tally.hear("running 1 test\nspecwright-example #/a b/c round-tripped\ntest x ... specwright-example #/d read\nspecwright-example #/e mismatch\nspecwright-example #/f declared\nok");
        assert_eq!(
            (tally.round_tripped, tally.declared, tally.read, tally.mismatch),
            (1, 1, 1, 1)
        );
        assert_eq!(tally.short, ["#/d (read)", "#/e (mismatch)"]);
    }
}
