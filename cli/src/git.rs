//! A revision of a git repository as a directory: the files that a client can be made from.

use std::error::Error;
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// What a client is made from, and what it is compared with.
const FILES: &[&str] = &["*.yaml", "*.yml", "*.json", "*.md", "*.mdx", "*.markdown", "*.toml"];

/// The files of a revision in a directory of their own, which is removed with this value.
pub struct Checkout {
    root: PathBuf,
    /// The directory of the repository.
    top: PathBuf,
}

impl Checkout {
    /// Writes the files of a revision. Neither the index nor the files of the repository are touched.
    ///
    /// # Errors
    /// Returns what git says, such as that there is no such revision.
    pub fn new(revision: &str) -> Result<Checkout, Box<dyn Error>> {
        // A revision that begins like an option would be one.
        if revision.starts_with('-') {
            return Err(format!("`{revision}` is not a revision").into());
        }
        let top = PathBuf::from(text(git(Path::new("."), &[]).args(["rev-parse", "--show-toplevel"]))?);
        let root = std::env::temp_dir().join(format!("specwright-{}", std::process::id()));
        fs::create_dir_all(&root)?;
        let checkout = Checkout { root, top };
        let index = checkout.root.join(".index");
        let environment = [("GIT_INDEX_FILE", index.as_os_str())];
        let git = || git(&checkout.top, &environment);
        text(git().args(["read-tree", revision]))?;
        let names = bytes(git().args(["ls-files", "-z", "--"]).args(FILES))?;
        let mut prefix = checkout.root.join("files").into_os_string();
        prefix.push("/");
        let mut to = std::ffi::OsString::from("--prefix=");
        to.push(prefix);
        feed(git().args(["checkout-index", "-q", "-z", "--stdin"]).arg(to), &names)?;
        Ok(checkout)
    }

    /// The file of the revision at a path of the working tree.
    ///
    /// # Errors
    /// Returns an error for a path outside of the repository.
    pub fn path(&self, path: &Path) -> Result<PathBuf, Box<dyn Error>> {
        let absolute = path.canonicalize().or_else(|_| std::path::absolute(path))?;
        let top = self.top.canonicalize()?;
        let inside = absolute.strip_prefix(&top);
        let inside = inside.map_err(|_| format!("{} is not in the repository {}", path.display(), top.display()))?;
        Ok(self.files().join(inside))
    }

    /// The directory of the files.
    pub fn files(&self) -> PathBuf {
        self.root.join("files")
    }
}

impl Drop for Checkout {
    fn drop(&mut self) {
        // What is left in a directory for temporary files does no harm.
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// A file as it is in a revision; `None` if there is no repository, or the revision does not have it.
pub fn file(revision: &str, path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let directory = path.parent().filter(|directory| !directory.as_os_str().is_empty());
    let directory = directory.unwrap_or(Path::new("."));
    if revision.starts_with('-') || !directory.is_dir() {
        return None;
    }
    let found = bytes(git(directory, &[]).args(["show", &format!("{revision}:./{name}")]));
    String::from_utf8(found.ok()?).ok()
}

/// The files of the index below the current directory that are called so.
///
/// # Errors
/// Returns what git says, such as that there is no repository.
pub fn files_called(name: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let pathspecs = [name.to_owned(), format!("*/{name}")];
    let found = bytes(git(Path::new("."), &[]).args(["ls-files", "-z", "--"]).args(pathspecs))?;
    let names = String::from_utf8(found)?;
    let names = names.split('\0').filter(|name| !name.is_empty());
    Ok(names.map(PathBuf::from).collect())
}

fn git(directory: &Path, environment: &[(&str, &OsStr)]) -> Command {
    let mut command = Command::new("git");
    command.current_dir(directory).envs(environment.iter().copied());
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn bytes(command: &mut Command) -> Result<Vec<u8>, Box<dyn Error>> {
    done(command.output().map_err(|error| format!("git: {error}"))?)
}

/// What git printed, or what it says against it.
fn done(output: Output) -> Result<Vec<u8>, Box<dyn Error>> {
    match output.status.success() {
        true => Ok(output.stdout),
        false => Err(format!("git: {}", String::from_utf8_lossy(&output.stderr).trim()).into()),
    }
}

fn text(command: &mut Command) -> Result<String, Box<dyn Error>> {
    Ok(String::from_utf8(bytes(command)?)?.trim_end().to_owned())
}

fn feed(command: &mut Command, input: &[u8]) -> Result<(), Box<dyn Error>> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input)?;
    }
    done(child.wait_with_output()?).map(drop)
}
