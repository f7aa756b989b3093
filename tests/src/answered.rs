//! What holds for whatever is given to the generator: code or diagnostics, in proportion, and the same every time.

use specwright::config::{Config, Faults, Layout};
use specwright::output::FileSet;
use specwright::source::SourceMap;
use specwright::{Input, generate};

/// Bytes of code for each byte of a document, at most: a keyword of three letters can be a type with all that belongs to it.
const RATIO: usize = 2_000;
/// What a client has whatever its document.
const BASE: usize = 64 << 10;

/// The settings that documents are tried with: faults are left out, so that more is generated.
pub fn settings() -> Config {
    let mut config = Config::default();
    config.output.layout = Layout::File;
    config.faults = Faults::Allow;
    config
}

/// Generates a client of a document in memory. `twice`: whether it is the same the second time.
///
/// # Errors
/// What should hold and does not.
pub fn holds(name: &str, text: &str, twice: bool) -> Result<Option<FileSet>, String> {
    let input = Input::Text {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    holds_with(&input, &settings(), text.len(), twice)
}

/// [`holds`], with other settings; `length` is how much was read.
///
/// # Errors
/// What should hold and does not.
pub fn holds_with(input: &Input, config: &Config, length: usize, twice: bool) -> Result<Option<FileSet>, String> {
    let (files, codes) = run(input, config);
    // The printer parses what it prints: this diagnostic means that it could not.
    if codes.contains(&"SW0690") {
        return Err("the output is not Rust".to_owned());
    }
    if files.is_none() && codes.is_empty() {
        return Err("nobody says why there is no output".to_owned());
    }
    let written: usize = files.iter().flat_map(FileSet::iter).map(|(_, text)| text.len()).sum();
    if written > BASE + RATIO * length {
        return Err(format!("{written} bytes of output for {length} bytes of input"));
    }
    if twice && (run(input, config) != (files.clone(), codes)) {
        return Err("the second run gives something else".to_owned());
    }
    Ok(files)
}

fn run(input: &Input, config: &Config) -> (Option<FileSet>, Vec<&'static str>) {
    let mut problems = config.diagnostics();
    let generated = generate(&mut SourceMap::new(), input, config, &mut problems);
    let codes = problems.iter().map(|problem| problem.problem.code()).collect();
    (generated.map(|generated| generated.files), codes)
}
