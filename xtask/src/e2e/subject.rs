//! What is known of a server: one value for each, in a file below `servers`.

use super::install::{Installed, Origin};
use std::error::Error;
use std::path::Path;
use std::process::Command;

/// Commands, in their order.
pub type Commands = Result<Vec<Command>, Box<dyn Error>>;

/// A server that we did not write. The program that calls it is `xtask/e2e/NAME.rs`.
pub struct Subject {
    /// What the server is called here and on the command line.
    pub name: &'static str,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether it runs only if it is named, or all are asked for: it takes minutes to install or to compile.
    pub is_heavy: bool,
    /// The commands that prepare an empty directory of data, and at last the one that serves.
    pub start: fn(&Place<'_>) -> Commands,
    /// Where it has its document.
    pub document: Document,
    /// The Cargo features of its client that the program needs: those of tags.
    pub features: &'static [&'static str],
}

/// Where a server has its document.
pub enum Document {
    /// It serves it, at this path, to a request with these headers.
    Served(&'static str, &'static [&'static str]),
    /// It is JSON in a file of the program, and the first that begins so.
    Embedded(&'static str, &'static str),
}

/// What a command of a server is made from.
pub struct Place<'a> {
    /// The program.
    pub installed: &'a Installed,
    /// The directory of this repository's own files for servers.
    pub files: &'a Path,
    /// An empty directory, in which the commands run.
    pub data: &'a Path,
    /// The port at which it serves.
    pub port: u16,
}
