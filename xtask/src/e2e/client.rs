//! The client of a server: from the document that the server serves, and from what `learn` finds out.

use super::server::get;
use super::subject::Document;
use super::trial::{Pass, Trial};
use crate::scratch::Scratch;
use serde_json::value::RawValue;
use specwright::source;
use specwright_cli::commands::{generate, learn};
use specwright_cli::view::View;
use specwright_cli::{Status, project};
use std::error::Error;
use std::fs;

const DOCUMENT: &str = "document.json";
const OVERLAY: &str = "learned.yaml";
/// What the program has received.
pub const RECORDING: &str = "recording.jsonl";

type Outcome = Result<(), Box<dyn Error>>;

/// The name of the package.
pub fn name(trial: &Trial<'_>) -> String {
    format!("{}-client", trial.subject.name)
}

/// Takes the document from the server.
pub fn fetch(trial: &Trial<'_>, port: u16) -> Outcome {
    let text = match trial.subject.document {
        Document::Served(path, headers) => match get(port, path, headers)? {
            (200, text) => text,
            (status, _) => return Err(format!("no document at {path}: {status}").into()),
        },
        Document::Embedded(file, beginning) => {
            let program = source::read(&trial.installed.file(file))?;
            let mut places = program.windows(beginning.len());
            let start = places.position(|place| place == beginning.as_bytes());
            let start = start.ok_or_else(|| format!("no document in {file}"))?;
            let mut values = serde_json::Deserializer::from_slice(&program[start..]).into_iter::<Box<RawValue>>();
            values.next().ok_or("no JSON")??.get().to_owned()
        }
    };
    Ok(fs::write(trial.file(DOCUMENT), text)?)
}

/// Writes the overlay that makes the document true to the recording. A second run has to find nothing more.
pub fn learn(trial: &Trial<'_>) -> Outcome {
    let overlay = trial.file(OVERLAY);
    let _ = fs::remove_file(&overlay);
    let mut arguments = learn::Args {
        files: vec![trial.file(DOCUMENT), trial.file(RECORDING)],
        output: Some(overlay.clone()),
        ..learn::Args::default()
    };
    finished(learn::run(&arguments)?)?;
    let learned = source::read(&overlay).unwrap_or_default();
    arguments.view = quiet();
    finished(learn::run(&arguments)?)?;
    match source::read(&overlay).unwrap_or_default() == learned {
        true => Ok(()),
        false => Err("a second run of `learn` finds more".into()),
    }
}

/// Writes the package.
pub fn generate(trial: &Trial<'_>, pass: Pass, scratch: &Scratch) -> Outcome {
    let overlays = match pass {
        // Nothing was learned if there is no overlay.
        Pass::Learned if trial.file(OVERLAY).exists() => format!("{OVERLAY:?}"),
        Pass::Published | Pass::Learned => String::new(),
    };
    let name = name(trial);
    let settings = trial.file("specwright.toml");
    let text = format!(
        "examples = false\n\n\
         [document]\npath = {DOCUMENT:?}\noverlays = [{overlays}]\n\n\
         [package]\nname = {name:?}\n\n\
         [output]\npath = {:?}\n",
        scratch.package(&name),
    );
    fs::write(&settings, text)?;
    finished(generate::run(&generate::Args {
        project: project::Args {
            settings: Some(settings),
            view: quiet(),
            ..project::Args::default()
        },
        ..generate::Args::default()
    })?)
}

fn quiet() -> View {
    View {
        quiet: true,
        ..View::default()
    }
}

fn finished(status: Status) -> Outcome {
    match status {
        Status::Done => Ok(()),
        Status::Failed => Err("the document has errors".into()),
    }
}
