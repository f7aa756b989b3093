//! A package that is compiled by itself, into a target directory of its own: what a clean checkout of a user pays.

use crate::project;
use specwright_tests::costs::children_time;
use std::collections::BTreeSet;
use std::error::Error;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

/// The package.
pub(super) struct Package {
    root: PathBuf,
}

/// What compiling everything has cost.
pub(super) struct Cost {
    pub(super) time: Duration,
    /// How many crates the package depends on.
    pub(super) crates: usize,
}

impl Package {
    /// The package whose manifest and sources are there. It becomes a workspace, and has the versions of this one.
    ///
    /// # Errors
    ///
    /// What Cargo says of its dependencies.
    pub(super) fn new(root: PathBuf) -> Result<Self, Box<dyn Error>> {
        let manifest = root.join("Cargo.toml");
        let text = std::fs::read_to_string(&manifest)?;
        std::fs::write(&manifest, text + "\n[workspace]\n")?;
        std::fs::copy(project::root()?.join("Cargo.lock"), root.join("Cargo.lock"))?;
        let package = Self { root };
        // Downloading is not building.
        package.cargo(&["fetch"])?;
        Ok(package)
    }

    /// Compiles it and all that it depends on; `command` is one of Cargo.
    ///
    /// # Errors
    ///
    /// What the compiler says.
    pub(super) fn cold(&self, command: &str) -> Result<Cost, Box<dyn Error>> {
        let target = self.root.join("target");
        if target.exists() {
            std::fs::remove_dir_all(target)?;
        }
        let (time, said) = self.cargo(&[command])?;
        // The package itself is none of them.
        let crates = compiled(&said).len().saturating_sub(1);
        Ok(Cost { time, crates })
    }

    /// Compiles it alone, once what it depends on is there.
    ///
    /// # Errors
    ///
    /// What the compiler says.
    pub(super) fn again(&self, command: &str) -> Result<Duration, Box<dyn Error>> {
        let library = self.root.join("src/lib.rs");
        std::fs::write(&library, std::fs::read_to_string(&library)? + "\n")?;
        Ok(self.cargo(&[command])?.0)
    }

    /// Removes it, as its target directory is large.
    pub(super) fn remove(self) -> Result<(), Box<dyn Error>> {
        Ok(std::fs::remove_dir_all(self.root)?)
    }

    /// Runs Cargo: its processor time, and what it says.
    fn cargo(&self, arguments: &[&str]) -> Result<(Duration, String), Box<dyn Error>> {
        let mut command = project::cargo();
        command.args(arguments).current_dir(&self.root);
        command.env("CARGO_TARGET_DIR", self.root.join("target"));
        command.env_remove("CARGO_MANIFEST_DIR").env_remove("RUSTFLAGS");
        command.env("CARGO_INCREMENTAL", "0").stdin(Stdio::null());
        let before = children_time();
        let output = command.output()?;
        let time = children_time().saturating_sub(before);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        match output.status.success() {
            true => Ok((time, said)),
            false => {
                let error = said.lines().find(|line| line.starts_with("error"));
                Err(error.unwrap_or("Cargo failed").to_owned().into())
            }
        }
    }
}

/// The crates that Cargo says it compiles. One with a build script may be compiled for that and checked too.
fn compiled(said: &str) -> BTreeSet<&str> {
    let named = |line| {
        ["Compiling ", "Checking "]
            .iter()
            .find_map(|verb| str::strip_prefix(line, verb))
    };
    said.lines().map(str::trim_start).filter_map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_is_counted_once_whatever_is_done_with_it() {
        let said = "   Compiling serde v1.0.0\n    Checking serde v1.0.0\n    Checking pets v0.1.0\n    Finished `dev` profile\n";
        assert_eq!(compiled(said), BTreeSet::from(["pets v0.1.0", "serde v1.0.0"]));
    }
}
