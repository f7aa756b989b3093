//! The other generators: given in a directory, on PATH, or installed below `target/`.

use crate::project;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The fastest other generator, and the version that is installed.
pub(super) const FASTEST: Peer = Peer {
    name: "oas3-gen",
    version: "0.29.0",
};

/// A generator that a registry has.
pub(super) struct Peer {
    pub(super) name: &'static str,
    version: &'static str,
}

impl Peer {
    /// Its program; it is installed below `scratch` if neither `directory` nor PATH has it.
    ///
    /// # Errors
    ///
    /// Why it cannot be installed.
    pub(super) fn program(&self, directory: Option<&Path>, scratch: &Path) -> Result<PathBuf, String> {
        let file = format!("{}{}", self.name, std::env::consts::EXE_SUFFIX);
        let root = scratch.join("peers");
        let given = directory
            .map(|directory| directory.join(&file))
            .filter(|path| path.is_file());
        let on_path = || {
            let directories = std::env::var_os("PATH").unwrap_or_default();
            std::env::split_paths(&directories)
                .map(|path| path.join(&file))
                .find(|path| path.is_file())
        };
        let installed = root.join("bin").join(&file);
        match given.or_else(on_path) {
            Some(program) => Ok(program),
            None if installed.is_file() => Ok(installed),
            None => self.install(&root).map(|()| installed),
        }
    }

    fn install(&self, root: &Path) -> Result<(), String> {
        println!("installing {} {} below {}", self.name, self.version, root.display());
        let mut cargo: Command = project::cargo();
        cargo.args(["install", "--quiet", "--locked", "--root"]).arg(root);
        cargo.args(["--version", self.version, self.name]);
        let output = cargo.stdin(Stdio::null()).output().map_err(|error| error.to_string())?;
        if output.status.success() {
            return Ok(());
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let last = said.lines().find(|line| line.starts_with("error"));
        Err(last.unwrap_or("it cannot be installed").to_owned())
    }
}
