//! Packages outside the workspace, as the users of this project have them, built and run by Cargo.
//!
//! Dependencies on our crates lead to the workspace, everything else comes from what is on the disk already: Cargo runs
//! offline, with the versions of the workspace. All packages share a folder for what is built, so that dependencies are
//! compiled once.

use std::error::Error;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Our crates, and their folders.
const CRATES: &[(&str, &str)] = &[
    ("sandbox-kyc-client", "generated-client"),
    ("specwright", "codegen"),
    ("specwright-runtime", "runtime"),
];

/// A package in a folder of its own.
#[derive(Clone, Debug)]
pub struct Foreign {
    /// Its folder.
    pub folder: PathBuf,
    name: String,
    target: PathBuf,
}

impl Foreign {
    /// An empty folder for a package of that name, below `scratch`.
    ///
    /// # Errors
    /// What the disk says.
    pub fn new(scratch: &Path, name: &str) -> io::Result<Foreign> {
        crate::enter_workspace()?;
        let folder = scratch.join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        fs::copy("Cargo.lock", folder.join("Cargo.lock"))?;
        Ok(Foreign {
            folder,
            name: name.to_owned(),
            target: scratch.join("foreign"),
        })
    }

    /// Writes a file.
    ///
    /// # Errors
    /// What the disk says.
    pub fn write(&self, path: &str, text: &str) -> io::Result<()> {
        let path = self.folder.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, text)
    }

    /// Writes the manifest: what `cargo new` says, then `text`; our crates are those of the workspace.
    ///
    /// # Errors
    /// What the disk says.
    pub fn write_manifest(&self, text: &str) -> io::Result<()> {
        let workspace = std::env::current_dir()?;
        let name = &self.name;
        let mut manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n{text}\n\
             [workspace]\n\n[profile.dev]\ndebug = false\n\n[patch.crates-io]\n"
        );
        for (name, folder) in CRATES {
            let path = workspace.join(folder).to_string_lossy().replace('\\', "/");
            manifest.push_str(&format!("{name} = {{ path = {path:?} }}\n"));
        }
        self.write("Cargo.toml", &manifest)
    }

    /// Cargo in the folder of the package.
    pub fn cargo<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Command {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        // Whoever reads what Cargo says reads it without colours.
        command.env("CARGO_TERM_COLOR", "never");
        command.args(arguments).arg("--offline").current_dir(&self.folder);
        command
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_INCREMENTAL", "0")
            .env_remove("RUSTFLAGS");
        command
    }

    /// Builds the package, and answers whether the package itself had to be compiled.
    ///
    /// # Errors
    /// What the compiler or the build script says.
    pub fn build(&self) -> Result<bool, Box<dyn Error>> {
        let output = self
            .cargo(&["build", "--quiet", "--message-format=json-render-diagnostics"])
            .output()?;
        let text = succeeded(output)?;
        for line in text.lines() {
            let message: serde_json::Value = serde_json::from_str(line)?;
            if message["reason"] == "compiler-artifact" && message["target"]["kind"][0] == "bin" {
                return Ok(message["fresh"] == false);
            }
        }
        Err("the package was not built".into())
    }

    /// Why the package does not build: what people see.
    ///
    /// # Errors
    /// It does build.
    pub fn build_error(&self) -> Result<String, Box<dyn Error>> {
        let output = self.cargo(&["build"]).output()?;
        match output.status.success() {
            true => Err("the package builds".into()),
            false => Ok(String::from_utf8(output.stderr)?),
        }
    }

    /// Every file of the package but those that Cargo owns.
    ///
    /// # Errors
    /// What the disk says.
    pub fn files(&self) -> io::Result<Vec<(PathBuf, Vec<u8>)>> {
        let mut files = files(&self.folder)?;
        files.retain(|(path, _)| path != Path::new("Cargo.lock"));
        Ok(files)
    }

    /// The file of that name that the build script has put into `OUT_DIR`.
    ///
    /// # Errors
    /// There is none.
    pub fn generated(&self, name: &str) -> io::Result<PathBuf> {
        for entry in fs::read_dir(self.target.join("debug/build"))? {
            let entry = entry?;
            let path = entry.path().join("out").join(name);
            let folder = entry.file_name().to_string_lossy().into_owned();
            let package = folder.rsplit_once('-').map_or("", |(package, _)| package);
            if package == self.name && path.exists() {
                return Ok(path);
            }
        }
        Err(io::Error::new(io::ErrorKind::NotFound, "nothing is in OUT_DIR"))
    }
}

/// An empty directory outside of this workspace, with the workspace in it as `specwright`: where the quick starts begin.
#[derive(Debug)]
pub struct Walk {
    /// The directory. Others may be made in it.
    pub folder: PathBuf,
    target: PathBuf,
    lock: PathBuf,
}

impl Walk {
    /// An empty directory of that name; what is built goes to a directory that all of them share, below `scratch`.
    ///
    /// # Errors
    /// What the disk says.
    pub fn new(scratch: &Path, name: &str) -> io::Result<Walk> {
        crate::enter_workspace()?;
        let workspace = std::env::current_dir()?;
        let folder = std::env::temp_dir().join(format!("specwright-{name}-{}", std::process::id()));
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        link(&workspace, &folder.join("specwright"))?;
        Ok(Walk {
            folder,
            target: scratch.join("foreign"),
            lock: workspace.join("Cargo.lock"),
        })
    }

    /// Writes a file.
    ///
    /// # Errors
    /// What the disk says.
    pub fn write(&self, path: &str, text: &str) -> io::Result<()> {
        let path = self.folder.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, text)
    }

    /// Takes the versions of the workspace for a package: others may not be on this machine.
    ///
    /// # Errors
    /// What the disk says.
    pub fn lock(&self, package: &str) -> io::Result<()> {
        fs::copy(&self.lock, self.folder.join(package).join("Cargo.lock")).map(|_| ())
    }

    /// Lines for a shell, in a directory of this one. The shell stops at the first that fails.
    pub fn shell(&self, folder: &str, lines: &str) -> Command {
        let mut command = Command::new("sh");
        command.arg("-ec").arg(lines).current_dir(self.folder.join(folder));
        command
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_NET_OFFLINE", "true")
            .env("XDG_CACHE_HOME", self.folder.join(".cache"))
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_TERM_COLOR", "never")
            .env_remove("RUSTFLAGS");
        command
    }
}

impl Drop for Walk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

#[cfg(unix)]
fn link(target: &Path, name: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, name)
}

#[cfg(windows)]
fn link(target: &Path, name: &Path) -> io::Result<()> {
    std::os::windows::fs::symlink_dir(target, name)
}

/// What compilers and Cargo warn of. That a patch of the manifest is not needed is the business of its test alone.
pub fn warnings(said: &str) -> Vec<&str> {
    let lines = said.lines().filter(|line| line.starts_with("warning"));
    lines.filter(|line| !line.starts_with("warning: patch ")).collect()
}

/// What a command printed.
///
/// # Errors
/// What it complained about, if it failed.
pub fn succeeded(output: Output) -> Result<String, Box<dyn Error>> {
    match output.status.success() {
        true => Ok(String::from_utf8(output.stdout)?),
        false => Err(String::from_utf8(output.stderr)?.into()),
    }
}

/// All files below a folder with their text, by their paths in it.
///
/// # Errors
/// What the disk says.
pub fn files(root: &Path) -> io::Result<Vec<(PathBuf, Vec<u8>)>> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = fs::read_to_string(&path)?.into_bytes();
            files.push((path.strip_prefix(root).map_or(path.clone(), Path::to_path_buf), bytes));
        }
    }
    files.sort();
    Ok(files)
}
