//! Prometheus' Alertmanager, in Go. go-swagger has made the server from the document.

use super::super::install::Origin;
use super::super::subject::{Commands, Document, Place, Subject};
use std::fs;
use std::process::Command;

pub const SUBJECT: Subject = Subject {
    name: "alertmanager",
    origin: Origin::Debian(&["prometheus-alertmanager=0.25.*"]),
    is_heavy: false,
    start,
    document: Document::Embedded(PROGRAM, "{\n  \"consumes\""),
    features: &[],
};

const PROGRAM: &str = "usr/bin/prometheus-alertmanager";

/// Its templates have to be where Debian installs them: they are, for this process.
const IN_PLACE: &str = "mount --bind \"$0\" /usr/share && exec \"$@\"";

const SETTINGS: &str = "\
route: {receiver: default, group_by: [team], routes: [{receiver: etl, matchers: ['team=\"etl\"']}]}
receivers: [{name: default}, {name: etl}]
";

fn start(place: &Place<'_>) -> Commands {
    fs::write(place.data.join("alertmanager.yml"), SETTINGS)?;
    let mut serve = Command::new("unshare");
    serve.args(["--map-root-user", "--mount", "sh", "-c", IN_PLACE]);
    serve.args([place.installed.file("usr/share"), place.installed.file(PROGRAM)]);
    serve.args([
        "--config.file=alertmanager.yml",
        "--storage.path=.",
        "--cluster.listen-address=",
    ]);
    serve.arg(format!("--web.listen-address=127.0.0.1:{}", place.port));
    Ok(vec![serve])
}
