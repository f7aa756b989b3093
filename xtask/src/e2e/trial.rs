//! A server that is installed, and its directory.

use super::install::{Installed, install};
use super::server::{Server, free_port};
use super::subject::{Place, Subject};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// What the servers have below `target`.
const SERVERS: &str = "target/servers";
/// The programs, and what servers of our own are made of.
pub const FILES: &str = "xtask/e2e";

/// Which client a run is with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Pass {
    /// That of the document as it is published.
    Published,
    /// That of the document with what the first run has taught.
    Learned,
}

/// A server that is installed.
pub struct Trial<'s> {
    pub subject: &'s Subject,
    pub installed: Installed,
    /// Its own directory.
    directory: PathBuf,
}

impl<'s> Trial<'s> {
    /// `None` if the server cannot be installed, which is printed.
    pub fn new(subject: &'s Subject) -> Option<Trial<'s>> {
        let directory = Path::new(SERVERS).join(subject.name);
        match install(&subject.origin, &directory.join("installed")) {
            Ok(installed) => Some(Trial {
                subject,
                installed,
                directory,
            }),
            Err(error) => {
                println!("skipped: {} cannot be installed: {error}", subject.name);
                None
            }
        }
    }

    /// A file in its own directory.
    pub fn file(&self, name: &str) -> PathBuf {
        self.directory.join(name)
    }

    /// Starts the server with nothing in it.
    pub fn serve(&self) -> Result<(Server, u16), Box<dyn Error>> {
        let data = std::path::absolute(self.file("data"))?;
        let _ = fs::remove_dir_all(&data);
        fs::create_dir_all(&data)?;
        let port = free_port()?;
        let files = std::path::absolute(FILES)?;
        let mut commands = (self.subject.start)(&Place {
            installed: &self.installed,
            files: &files,
            data: &data,
            port,
        })?;
        let mut serve = commands.pop().ok_or("no command serves")?;
        for mut command in commands {
            let output = command.current_dir(&data).output()?;
            if !output.status.success() {
                return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
            }
        }
        let server = Server::start(serve.current_dir(&data), port, &self.file("log.txt"))?;
        Ok((server, port))
    }
}
