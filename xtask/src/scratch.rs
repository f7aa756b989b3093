//! A workspace below `target/` in which generated packages are compiled: dependencies once, packages in batches.

use crate::project;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// The workspace.
pub struct Scratch {
    root: PathBuf,
}

/// What the compiler says about one package.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    /// Whether its library, or its program, was built.
    pub built: bool,
    /// Errors, each in one line with its place.
    pub errors: Vec<Complaint>,
    /// How many warnings there are.
    pub warnings: usize,
    /// The first of them.
    pub first_warning: Option<Complaint>,
    /// Programs and tests that were built, by the name of their target.
    pub executables: BTreeMap<String, PathBuf>,
}

/// A message of the compiler.
#[derive(Clone, Debug)]
pub struct Complaint {
    /// The file it is about, relative to the workspace or the package.
    pub file: String,
    /// Place, code and text in one line.
    pub text: String,
}

impl Scratch {
    /// The workspace of this name; it is kept between runs, so that dependencies stay compiled.
    pub fn new(name: &str) -> io::Result<Scratch> {
        let workspace = project::root()?;
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace.join("target"), PathBuf::from);
        let root = std::path::absolute(target)?.join(name);
        fs::create_dir_all(root.join("crates"))?;
        let lock = root.join("Cargo.lock");
        if !lock.exists() {
            fs::copy(workspace.join("Cargo.lock"), lock)?;
        }
        Ok(Scratch { root })
    }

    /// The directory of a package.
    pub fn package(&self, name: &str) -> PathBuf {
        self.root.join("crates").join(name)
    }

    /// Removes the packages of former runs.
    pub fn clear(&self) -> io::Result<()> {
        fs::remove_dir_all(self.root.join("crates"))?;
        fs::create_dir_all(self.root.join("crates"))
    }

    /// Runs Cargo on a few packages; `arguments` name the command. What it says is sorted by package.
    ///
    /// Where Cargo cannot even begin, as one manifest of the batch is wrong, the packages are tried one by one.
    pub fn run(&self, packages: &[&str], arguments: &[&str]) -> io::Result<BTreeMap<String, Verdict>> {
        let (mut verdicts, began, stderr) = self.run_batch(packages, arguments)?;
        match packages {
            _ if began => {}
            [package] => {
                let text = stderr
                    .lines()
                    .find(|line| line.starts_with("error"))
                    .unwrap_or("Cargo failed");
                let file = "Cargo.toml".to_owned();
                let text = text.to_owned();
                verdicts
                    .entry((*package).to_owned())
                    .or_default()
                    .errors
                    .push(Complaint { file, text });
            }
            packages => {
                for package in packages {
                    verdicts.extend(self.run(&[package], arguments)?);
                }
            }
        }
        Ok(verdicts)
    }

    fn run_batch(
        &self,
        packages: &[&str],
        arguments: &[&str],
    ) -> io::Result<(BTreeMap<String, Verdict>, bool, String)> {
        self.write_manifest(packages)?;
        let mut command = project::cargo();
        command.args(arguments);
        command.args(["--message-format=json", "--keep-going", "--quiet", "--jobs=2"]);
        // What they depend on is in the workspace too, and has the features that they ask for.
        command.args(packages.iter().flat_map(|package| ["--package", package]));
        command
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", self.root.join("target"));
        // The variables that Cargo sets for the command that runs now are none of the business of the inner one.
        command
            .env_remove("CARGO_MANIFEST_DIR")
            .env_remove("RUSTFLAGS")
            .env("CARGO_INCREMENTAL", "0");
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn()?;
        let stderr = child
            .stderr
            .take()
            .map(|stderr| std::thread::spawn(|| io::read_to_string(stderr)));
        let mut verdicts: BTreeMap<String, Verdict> = BTreeMap::new();
        let mut began = false;
        if let Some(stdout) = child.stdout.take() {
            for line in BufReader::new(stdout).lines() {
                let Ok(message) = serde_json::from_str::<Value>(&line?) else {
                    continue;
                };
                began |= message["reason"] != "build-finished";
                self.hear(&message, &mut verdicts);
            }
        }
        let success = child.wait()?.success();
        let stderr = stderr
            .and_then(|thread| thread.join().ok())
            .transpose()?
            .unwrap_or_default();
        Ok((verdicts, began || success, stderr))
    }

    fn write_manifest(&self, packages: &[&str]) -> io::Result<()> {
        let members: Vec<_> = packages.iter().map(|package| format!("\"crates/{package}\"")).collect();
        let runtime = project::root()?.join("runtime");
        let text = format!(
            "[workspace]\nresolver = \"3\"\nmembers = [{}]\n\n\
             [patch.crates-io]\nspecwright-runtime = {{ path = {:?} }}\n\n\
             [profile.dev]\ndebug = false\n",
            members.join(", "),
            runtime.to_string_lossy(),
        );
        fs::write(self.root.join("Cargo.toml"), text)
    }

    /// Takes one message of Cargo in. Packages elsewhere, the dependencies, do not matter.
    fn hear(&self, message: &Value, verdicts: &mut BTreeMap<String, Verdict>) {
        let Some(manifest) = message["manifest_path"].as_str().map(Path::new) else {
            return;
        };
        let Ok(place) = manifest.strip_prefix(self.root.join("crates")) else {
            return;
        };
        let Some(package) = place.iter().next().and_then(|name| name.to_str()) else {
            return;
        };
        let verdict = verdicts.entry(package.to_owned()).or_default();
        match message["reason"].as_str() {
            Some("compiler-artifact") => {
                verdict.built = true;
                if let (Some(path), Some(name)) = (message["executable"].as_str(), message["target"]["name"].as_str()) {
                    verdict.executables.insert(name.to_owned(), PathBuf::from(path));
                }
            }
            Some("compiler-message") => {
                let message = &message["message"];
                // Summaries such as "3 warnings emitted" have neither a place nor a code.
                let spans = message["spans"].as_array().map_or(&[][..], Vec::as_slice);
                if spans.is_empty() && message["code"].is_null() {
                    return;
                }
                match message["level"].as_str() {
                    Some("error" | "error: internal compiler error") => verdict.errors.push(complaint(message, spans)),
                    Some("warning") => {
                        verdict.warnings += 1;
                        verdict.first_warning.get_or_insert_with(|| complaint(message, spans));
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

fn complaint(message: &Value, spans: &[Value]) -> Complaint {
    let primary = spans.iter().find(|span| span["is_primary"] == true).or(spans.first());
    let file = primary.and_then(|span| span["file_name"].as_str()).unwrap_or("?");
    let line = primary.and_then(|span| span["line_start"].as_u64()).unwrap_or(0);
    let code = message["code"]["code"].as_str().unwrap_or("");
    let text = message["message"].as_str().unwrap_or("").replace('\n', " ");
    // `crates/<package>/` says nothing that the row of the table does not say.
    let short = file
        .splitn(3, '/')
        .nth(2)
        .filter(|_| file.starts_with("crates/"))
        .unwrap_or(file);
    Complaint {
        file: short.to_owned(),
        text: format!("{short}:{line}: {code} {text}"),
    }
}
