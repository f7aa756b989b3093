//! Programs from registries, in versions that are named, installed below `target/` unless they are there.

use std::error::Error;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The registry that a program comes from, and its packages there.
pub enum Origin {
    /// Packages of Python, into a virtual environment.
    PyPi(&'static [&'static str]),
    /// Packages of Node.
    Npm(&'static [&'static str]),
    /// Packages of Debian with what they depend on, unpacked and not installed: the system stays what it is.
    Debian(&'static [&'static str]),
}

/// What has been installed.
pub struct Installed(PathBuf);

impl Installed {
    /// A file of it. It is named absolutely, since servers run in a directory of their own.
    pub fn file(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    /// The command of a program of a Debian package, which finds its libraries beside it.
    pub fn debian(&self, program: &str) -> Command {
        let mut command = Command::new(self.file(program));
        let libraries = self.libraries().into_iter();
        let libraries: Vec<String> = libraries.map(|path| path.to_string_lossy().into_owned()).collect();
        command.env("LD_LIBRARY_PATH", libraries.join(":"));
        command
    }

    /// The directories of its libraries, which Debian names after the processor.
    pub fn libraries(&self) -> Vec<PathBuf> {
        let lib = self.file("usr/lib");
        let entries = fs::read_dir(&lib).into_iter().flatten().flatten();
        let directories = entries.map(|entry| entry.path()).filter(|path| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            name.ends_with("-linux-gnu")
        });
        directories.collect()
    }
}

/// Installs the packages into a directory. The error says why they cannot be installed.
pub fn install(origin: &Origin, directory: &Path) -> Result<Installed, Box<dyn Error>> {
    let (Origin::PyPi(packages) | Origin::Npm(packages) | Origin::Debian(packages)) = origin;
    let (mark, text) = (directory.join("installed"), packages.join("\n"));
    let directory = std::path::absolute(directory)?;
    if fs::read_to_string(&mark).is_ok_and(|installed| installed == text) {
        return Ok(Installed(directory));
    }
    if directory.exists() {
        fs::remove_dir_all(&directory)?;
    }
    fs::create_dir_all(&directory)?;
    match origin {
        Origin::PyPi(packages) => pypi(&directory, packages)?,
        Origin::Npm(packages) => npm(&directory, packages)?,
        Origin::Debian(packages) => debian(&directory, packages)?,
    }
    fs::write(mark, text)?;
    Ok(Installed(directory))
}

fn pypi(directory: &Path, packages: &[&str]) -> io::Result<()> {
    run(Command::new("python3").args(["-m", "venv"]).arg(directory))?;
    let mut pip = Command::new(directory.join("bin/pip"));
    run(pip.args(["install", "--quiet", "--no-compile"]).args(packages))
}

fn npm(directory: &Path, packages: &[&str]) -> io::Result<()> {
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--silent", "--prefix"]);
    run(npm.arg(directory).args(packages))
}

fn debian(directory: &Path, packages: &[&str]) -> io::Result<()> {
    let archives = directory.join("archives");
    fs::create_dir_all(archives.join("partial"))?;
    let apt = |lists: Option<&Path>| {
        let mut apt = Command::new("apt-get");
        // Nothing is installed, so that neither a lock nor a privilege is needed.
        apt.args(["--quiet=2", "-o", "Debug::NoLocking=true", "-o"])
            .arg(format!("Dir::Cache::archives={}", archives.display()));
        if let Some(lists) = lists {
            apt.arg("-o").arg(format!("Dir::State::lists={}", lists.display()));
        }
        apt
    };
    let download = |lists| {
        let mut apt = apt(lists);
        apt.args(["install", "--yes", "--download-only", "--no-install-recommends"]);
        run(apt.args(packages))
    };
    // The lists of the system may be missing or old.
    if download(None).is_err() {
        let lists = directory.join("lists");
        fs::create_dir_all(lists.join("partial"))?;
        run(apt(Some(&lists)).arg("update"))?;
        download(Some(&lists))?;
    }
    for entry in fs::read_dir(&archives)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "deb") {
            run(Command::new("dpkg-deb").arg("--extract").arg(path).arg(directory))?;
        }
    }
    fs::remove_dir_all(archives)
}

/// Runs a command. What it prints is shown only if it fails.
fn run(command: &mut Command) -> io::Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.stdin(Stdio::null()).output();
    let output = output.map_err(|error| io::Error::new(error.kind(), format!("{program}: {error}")))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let last = said.lines().rfind(|line| !line.trim().is_empty());
    Err(io::Error::other(format!("{program}: {}", last.unwrap_or("it failed"))))
}
