//! Chroma, a database of vectors in Rust (utoipa).

use super::super::install::Origin;
use super::super::subject::{Commands, Document, Place, Subject};
use std::process::Command;

pub const SUBJECT: Subject = Subject {
    name: "chroma",
    origin: Origin::PyPi(&["chromadb==1.5.9"]),
    is_heavy: false,
    start,
    document: Document::Served("/openapi.json", &[]),
    features: &[],
};

fn start(place: &Place<'_>) -> Commands {
    let mut serve = Command::new(place.installed.file("bin/chroma"));
    serve.args(["run", "--host", "127.0.0.1", "--path", ".", "--port"]);
    serve.arg(place.port.to_string()).env("ANONYMIZED_TELEMETRY", "False");
    Ok(vec![serve])
}
