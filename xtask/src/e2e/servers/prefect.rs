//! Prefect, which runs workflows, in Python (FastAPI).

use super::super::install::Origin;
use super::super::subject::{Commands, Document, Place, Subject};
use std::process::Command;

pub const SUBJECT: Subject = Subject {
    name: "prefect",
    origin: Origin::PyPi(&["prefect==3.9.1"]),
    is_heavy: true,
    start,
    document: Document::Served("/openapi.json", &[]),
    features: &[
        "root",
        "flows",
        "flow-runs",
        "flow-run-states",
        "deployments",
        "artifacts",
        "variables",
        "logs",
        "work-pools",
        "concurrency-limits-v2",
        "admin",
        "task-runs",
        "block-types",
    ],
};

fn start(place: &Place<'_>) -> Commands {
    // The command `prefect server start` has children, which would outlive it.
    let mut serve = Command::new(place.installed.file("bin/python"));
    serve.args([
        "-m",
        "uvicorn",
        "--factory",
        "prefect.server.api.server:create_app",
        "--host",
        "127.0.0.1",
        "--port",
    ]);
    serve.arg(place.port.to_string());
    serve
        .env("PREFECT_HOME", place.data)
        .env("PREFECT_SERVER_ANALYTICS_ENABLED", "false");
    Ok(vec![serve])
}
