//! Documents that want to harm: nothing of their text becomes code, nothing outside the output folder is touched, and
//! whatever is generated is Rust.
//!
//! That no code comes through is shown by counting tokens. A document is generated twice, once with a harmless text at some
//! place and once with a hostile one: names, literals and documentation may differ, but keywords, punctuation and brackets
//! must be the same, however often and wherever the text was used.

mod depth;
mod disk;
mod editions;
mod operations;
mod places;
mod size;
mod texts;
mod tokens;

use specwright::config::{Config, Faults, Layout};
use specwright::diag::{Diagnostics, Severity, Style};
use specwright::output::FileSet;
use specwright::source::SourceMap;
use specwright::{Input, generate};

/// What became of a document.
struct Outcome {
    files: Option<FileSet>,
    report: String,
    codes: Vec<&'static str>,
}

impl Outcome {
    /// All that was generated.
    fn code(&self) -> String {
        let files = self.files.iter().flat_map(FileSet::iter);
        files.map(|(_, text)| text).collect()
    }

    /// Whatever happens, it is either code that parses or a report that says why there is none, and never a defect of the
    /// generator itself.
    fn check(&self, what: &str) {
        assert!(!self.codes.contains(&"SW0690"), "{what}:\n{}", self.report);
        match &self.files {
            // The parser descends with the code, and so do the types of deep documents.
            Some(files) => on_a_large_stack(|| {
                files
                    .iter()
                    .for_each(|(path, text)| tokens::check_file(what, path, text))
            }),
            None => assert!(
                !self.codes.is_empty(),
                "{what}: nothing was generated and nobody says why"
            ),
        }
    }
}

/// Generates a document that is given as text, with its faults tolerated.
fn generate_text(name: &str, text: &str, layout: Layout) -> Outcome {
    let input = Input::Text {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    generate_input(&input, layout)
}

fn generate_input(input: &Input, layout: Layout) -> Outcome {
    let mut config = Config::default();
    config.output.layout = layout;
    config.faults = Faults::Allow;
    let mut sources = SourceMap::new();
    let mut problems = Diagnostics::tolerant();
    let generated = generate(&mut sources, input, &config, &mut problems);
    let serious = problems.iter().filter(|problem| problem.severity != Severity::Note);
    Outcome {
        files: generated.map(|generated| generated.files),
        codes: serious.map(|problem| problem.problem.code()).collect(),
        report: problems.render(&sources, Style::Plain),
    }
}

/// The stack of a test is small: this is for what a test does with the result.
fn on_a_large_stack(work: impl FnOnce() + Send) {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .stack_size(256 << 20)
            .spawn_scoped(scope, work);
        let done = thread.map(|thread| thread.join());
        if let Ok(Err(panic)) = done {
            std::panic::resume_unwind(panic);
        }
    });
}
