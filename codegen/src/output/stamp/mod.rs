//! What a run depended on and what came of it: where nothing has changed since, the next run has nothing to do.
//!
//! A stamp is about one output. It is in the `target` directory around the output, or else in the cache of the user, and never among
//! what is generated: without it there is a full run, and nothing else is different. It has the paths of all files that were read, one
//! hash, and what was said. The hash is of the program, of what it was asked for, and of every file that was read and written, so
//! whatever has another content means a full run; times of files decide nothing.

use super::apply::{manifest, read_manifest};
use super::transaction::has_begun;
use super::{FileSet, MANIFEST, write_one};
use crate::source::{self, SourceMap};
use std::borrow::Cow;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// What a stamp begins with; the path of the output follows.
const HEAD: &str = "specwright stamp of ";
const EXTENSION: &str = "stamp";

/// Where generated files are.
#[derive(Clone, Copy, Debug)]
pub enum Written<'p> {
    /// In this directory, with a manifest that lists them.
    Directory(&'p Path),
    /// It is only this one.
    File(&'p Path),
}

/// The stamp of an output, for runs that are asked for the same.
#[derive(Debug)]
pub struct Stamp<'p> {
    path: PathBuf,
    output: String,
    written: Written<'p>,
    /// The program and what it was asked for.
    begun: DefaultHasher,
}

impl<'p> Stamp<'p> {
    /// The stamp of an output. `request` is all that decides what is generated and said, beside the content of files. `None` where the
    /// output is not there, where there is no place for a stamp, or where the program does not know its own file.
    pub fn of(written: Written<'p>, request: &str) -> Option<Stamp<'p>> {
        let output = source::canonical(written.path()).ok()?;
        let mut name = DefaultHasher::new();
        name.write(output.to_str()?.as_bytes());
        let path = directory(&output)?.join(format!("{:016x}.{EXTENSION}", name.finish()));
        Stamp::new(path, &output, written, request)
    }

    /// The stamp of a file, beside it: for a directory of files that are made anew anyway, such as `OUT_DIR`.
    pub fn beside(file: &'p Path, request: &str) -> Option<Stamp<'p>> {
        Stamp::new(file.with_extension(EXTENSION), file, Written::File(file), request)
    }

    fn new(path: PathBuf, output: &Path, written: Written<'p>, request: &str) -> Option<Stamp<'p>> {
        let mut begun = DefaultHasher::new();
        part(&mut begun, &program()?, Some(request.as_bytes()));
        Some(Stamp {
            path,
            output: output.to_str()?.to_owned(),
            written,
            begun,
        })
    }

    /// What the last run said, if it was asked for the same and nothing has changed since.
    pub fn unchanged(&self) -> Option<String> {
        let text = String::from_utf8(source::read(&self.path).ok()?).ok()?;
        let (_, text) = text.strip_prefix(HEAD)?.split_once('\n')?;
        let (facts, said) = text.split_once("\n\n")?;
        let mut facts = facts.lines();
        let noted = facts.next()?;
        let mut hasher = self.begun.clone();
        for path in facts {
            let bytes = source::read(Path::new(path)).ok();
            let text = bytes.as_deref().map(|bytes| bytes.strip_prefix(BOM).unwrap_or(bytes));
            part(&mut hasher, path, text);
        }
        self.written.hash(&mut hasher).ok()?;
        (noted == hex(&hasher)).then(|| said.to_owned())
    }

    /// Notes a run: the files that it has read and those that it has written (or found as they should be), and what it said. A stamp
    /// that cannot be written only costs the next run its time, so that is not an error.
    pub fn write(&self, sources: &SourceMap, files: Made<'_>, said: &str) {
        let mut hasher = self.begun.clone();
        let mut paths = String::new();
        let read = sources
            .files()
            .filter_map(|(_, file)| Some((file.path()?, Some(file.text()))));
        for (path, text) in read.chain(sources.missing().map(|path| (path, None))) {
            let Some(path) = path.to_str().filter(|path| !path.contains(['\n', '\r'])) else {
                return;
            };
            part(&mut hasher, path, text.map(str::as_bytes));
            paths.push_str(path);
            paths.push('\n');
        }
        files.hash(&mut hasher);
        let text = format!("{HEAD}{}\n{}\n{paths}\n{said}", self.output, hex(&hasher));
        let Some(directory) = self.path.parent() else { return };
        if fs::create_dir_all(directory).is_ok() && write_one(&self.path, &text).is_ok() {
            forget(directory);
        }
    }
}

/// What was generated.
#[derive(Clone, Copy, Debug)]
pub enum Made<'f> {
    /// All files of a directory.
    Files(&'f FileSet),
    /// The text of one file.
    Text(&'f str),
}

impl Made<'_> {
    fn hash(self, hasher: &mut DefaultHasher) {
        match self {
            Made::Files(files) => {
                let list = manifest(files.command(), files.iter().map(|(path, _)| path));
                generated(hasher, MANIFEST, list.as_bytes());
                files
                    .iter()
                    .for_each(|(path, text)| generated(hasher, path, text.as_bytes()));
            }
            Made::Text(text) => generated(hasher, "", text.as_bytes()),
        }
    }
}

impl<'p> Written<'p> {
    fn path(self) -> &'p Path {
        match self {
            Written::Directory(path) | Written::File(path) => path,
        }
    }

    /// As [`Made::hash`], of what is on the disk.
    fn hash(self, hasher: &mut DefaultHasher) -> io::Result<()> {
        match self {
            // What a killed generator has left is for a run that writes.
            Written::Directory(root) if has_begun(root) => return Err(io::ErrorKind::WouldBlock.into()),
            Written::Directory(root) => {
                generated(hasher, MANIFEST, &source::read(&root.join(MANIFEST))?);
                for path in read_manifest(root)? {
                    generated(hasher, &path, &source::read(&root.join(&path))?);
                }
            }
            Written::File(path) => generated(hasher, "", &source::read(path)?),
        }
        Ok(())
    }
}

/// A byte order mark, which is not part of a text.
const BOM: &[u8] = "\u{feff}".as_bytes();

/// Hashes a name and what it has, so that no other list of parts has the same bytes.
fn part(hasher: &mut DefaultHasher, name: &str, content: Option<&[u8]>) {
    hasher.write_usize(name.len());
    hasher.write(name.as_bytes());
    hasher.write_usize(content.map_or(usize::MAX, <[u8]>::len));
    hasher.write(content.unwrap_or_default());
}

/// Hashes a generated file. A checkout may have given it other line ends.
fn generated(hasher: &mut DefaultHasher, path: &str, bytes: &[u8]) {
    let text = match bytes.contains(&b'\r') {
        true => Cow::Owned(String::from_utf8_lossy(bytes).replace("\r\n", "\n").into_bytes()),
        false => Cow::Borrowed(bytes),
    };
    part(hasher, path, Some(&text));
}

fn hex(hasher: &DefaultHasher) -> String {
    format!("{:016x}", hasher.finish())
}

/// The running program as it is now, and where paths begin.
fn program() -> Option<String> {
    let program = std::env::current_exe().ok()?;
    let file = fs::metadata(&program).ok()?;
    let (size, time) = (file.len(), file.modified().ok()?);
    let here = std::env::current_dir().ok()?;
    let version = env!("CARGO_PKG_VERSION");
    Some(format!("{version} {program:?} {size} {time:?} {here:?}"))
}

/// Where stamps are kept: in the directory of Cargo around the output, or in the cache of the user.
fn directory(output: &Path) -> Option<PathBuf> {
    // Cargo marks its directory; others of this name may be committed.
    let is_of_cargo = |target: &PathBuf| target.join("CACHEDIR.TAG").is_file();
    let target = output.ancestors().map(|around| around.join("target")).find(is_of_cargo);
    Some(target.or_else(cache)?.join("specwright"))
}

/// The directory for what programs of this user can make again.
fn cache() -> Option<PathBuf> {
    let variable = |name| {
        std::env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    let below_home = |path| Some(variable("HOME")?.join(path));
    if cfg!(windows) {
        variable("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        below_home("Library/Caches")
    } else {
        variable("XDG_CACHE_HOME").or_else(|| below_home(".cache"))
    }
}

/// Removes the stamps of outputs that are gone.
fn forget(directory: &Path) {
    let Ok(entries) = fs::read_dir(directory) else { return };
    let stamps = entries.flatten().map(|entry| entry.path());
    for path in stamps.filter(|path| path.extension().is_some_and(|extension| extension == EXTENSION)) {
        let bytes = source::read(&path).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let output = text.strip_prefix(HEAD).and_then(|text| text.split_once('\n'));
        if output.is_some_and(|(output, _)| !source::exists(Path::new(output))) {
            let _ = fs::remove_file(path);
        }
    }
}

#[cfg(test)]
mod tests;
