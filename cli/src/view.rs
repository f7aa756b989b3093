//! How problems are shown, and where: the options that all commands share.

use crate::out::{err, errln, out, outln};
use crate::progress::Waiting;
use clap::ValueEnum;
use specwright::diag::{Diagnostic, Diagnostics, Severity, Style, sarif};
use specwright::output;
use specwright::source::{self, SourceMap};
use std::io::{self, IsTerminal};
use std::path::Path;

const HEADING: &str = "What is shown";

/// What can be typed about what is shown.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct View {
    /// Show every problem with its source line, also those that are alike
    #[arg(long, help_heading = HEADING)]
    pub all: bool,
    /// Show errors only, and nothing about success
    #[arg(short, long, help_heading = HEADING)]
    pub quiet: bool,
    /// Colours: on a terminal unless NO_COLOR is set (auto), always or never
    #[arg(long, value_name = "WHEN", value_enum, default_value_t, hide_possible_values = true, help_heading = HEADING)]
    pub color: Color,
    /// How problems are printed: text, or on standard output json (a line each) or sarif (2.1.0)
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t, hide_possible_values = true, help_heading = HEADING)]
    pub format: Format,
}

/// When output has colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless the environment variable NO_COLOR is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How problems are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// An object of JSON in each line.
    Json,
    /// The Static Analysis Results Interchange Format (OASIS, 2.1.0).
    Sarif,
}

impl View {
    /// Shows problems. Where there are any, a line at the end counts them and says what to do next.
    pub fn problems(&self, sources: &SourceMap, problems: &Diagnostics) {
        self.show(&self.shown(sources, problems));
    }

    /// What [`View::problems`] shows.
    pub fn shown(&self, sources: &SourceMap, problems: &Diagnostics) -> String {
        match self.format {
            Format::Text => self.text(sources, problems),
            Format::Json => {
                let all = problems.by_place();
                all.iter().map(|problem| problem.to_json(sources) + "\n").collect()
            }
            Format::Sarif => sarif(sources, problems) + "\n",
        }
    }

    /// Shows problems again.
    pub fn show(&self, shown: &str) {
        match self.format {
            Format::Text => err!("{shown}"),
            Format::Json | Format::Sarif => out!("{shown}"),
        }
    }

    /// All that decides how problems are shown.
    pub fn decided(&self) -> String {
        format!("{} {} {:?} {:?}", self.all, self.quiet, self.format, self.style())
    }

    /// Shows problems of what comes before the document; where there are none, nothing is printed in any format.
    pub fn problems_if_any(&self, sources: &SourceMap, problems: &Diagnostics) {
        if !problems.is_empty() {
            self.problems(sources, problems);
        }
    }

    fn text(&self, sources: &SourceMap, problems: &Diagnostics) -> String {
        let style = self.style();
        if self.quiet {
            let is_error = |diagnostic: &&&Diagnostic| diagnostic.severity == Severity::Error;
            let all = problems.by_place();
            let errors = all.iter().filter(is_error);
            return errors.map(|error| error.render(sources, style) + "\n").collect();
        }
        if problems.is_empty() {
            return String::new();
        }
        let mut text = match self.all {
            true => problems.render(sources, style),
            false => problems.render_folded(sources, style),
        };
        let folded = !self.all && problems.folded().len() < problems.iter().len();
        let all = if folded { "--all shows each, " } else { "" };
        // What is worst is what one wants to know more of.
        let by_place = problems.by_place();
        let worst = by_place.iter().min_by_key(|diagnostic| diagnostic.severity);
        let code = worst.map_or("", |worst| worst.problem.code());
        text.push_str(&format!(
            "{}: {all}`specwright explain {code}` says more\n",
            problems.summary()
        ));
        text
    }

    /// Says on standard error that nothing was written, and what would help.
    pub fn nothing_written(&self, what: &str, problems: &Diagnostics) {
        match (self.format, self.quiet) {
            // The line above it has counted them.
            (Format::Text, false) => errln!("{what}"),
            (_, _) => errln!("{what}: {}", problems.summary()),
        }
        if problems.are_faults() {
            errln!(
                "--allow-faults, or `faults = \"allow\"` in the settings, leaves the faulty parts out with a warning"
            );
        }
    }

    /// A line about success: to standard output, unless that is for problems.
    pub fn say(&self, line: &str) {
        match (self.quiet, self.format) {
            (true, _) => {}
            (false, Format::Text) => outln!("{line}"),
            (false, Format::Json | Format::Sarif) => errln!("{line}"),
        }
    }

    /// Writes the result of a command to a file, or prints it.
    ///
    /// # Errors
    /// Returns an error if the file cannot be written.
    pub fn put(&self, path: Option<&Path>, text: &str) -> io::Result<()> {
        let Some(path) = path else {
            out!("{text}");
            return Ok(());
        };
        let changed = output::write_one(path, text)?;
        let word = if changed { "written" } else { "unchanged" };
        self.say(&format!("{} {word}", source::display_name(path)));
        Ok(())
    }

    /// Something to know beside success, on standard error.
    pub fn note(&self, line: &str) {
        if !self.quiet {
            errln!("{line}");
        }
    }

    /// Shows that something is going on as long as the result lives, if it takes more than a second and standard error is a terminal.
    pub fn waiting(&self, what: &'static str) -> Option<Waiting> {
        let is_watched = !self.quiet && std::io::stderr().is_terminal();
        is_watched.then(|| Waiting::new(what))
    }

    /// Whether problems have colours.
    fn style(&self) -> Style {
        let has_colours = match self.color {
            Color::Always => true,
            Color::Never => false,
            // https://no-color.org: whatever the value, unless it is empty.
            Color::Auto => {
                std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()) && std::io::stderr().is_terminal()
            }
        };
        match has_colours {
            true => Style::Colored,
            false => Style::Plain,
        }
    }
}
