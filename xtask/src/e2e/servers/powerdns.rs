//! PowerDNS' authoritative server, in C++. People have written its document.

use super::super::install::Origin;
use super::super::subject::{Commands, Document, Place, Subject};
use std::fs;
use std::process::Command;

pub const SUBJECT: Subject = Subject {
    name: "powerdns",
    origin: Origin::Debian(&["pdns-server=4.7.*", "pdns-backend-sqlite3=4.7.*"]),
    is_heavy: false,
    start,
    document: Document::Served("/api/docs", &["Accept: application/json", "X-API-Key: key"]),
    features: &[],
};

const SCHEMA: &str = "usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql";

fn start(place: &Place<'_>) -> Commands {
    let modules = place.installed.libraries().into_iter().map(|path| path.join("pdns"));
    let modules = modules
        .into_iter()
        .find(|path| path.is_dir())
        .ok_or("no modules of PowerDNS")?;
    // It answers questions about names too, at a port of which nothing is asked.
    let names = super::super::server::free_port()?;
    let settings = format!(
        "module-dir={}\nlaunch=gsqlite3\ngsqlite3-database=zones.db\ngsqlite3-dnssec=yes\nsocket-dir=.\n\
         local-address=127.0.0.1\nlocal-port={names}\n\
         api=yes\napi-key=key\nwebserver=yes\nwebserver-address=127.0.0.1\nwebserver-port={}\n",
        modules.display(),
        place.port,
    );
    fs::write(place.data.join("pdns.conf"), settings)?;
    let mut create = Command::new("python3");
    create.args([
        "-c",
        "import sqlite3, sys; sqlite3.connect('zones.db').executescript(open(sys.argv[1]).read())",
    ]);
    create.arg(place.installed.file(SCHEMA));
    let mut serve = place.installed.debian("usr/sbin/pdns_server");
    serve.args(["--config-dir=.", "--guardian=no", "--daemon=no"]);
    Ok(vec![create, serve])
}
