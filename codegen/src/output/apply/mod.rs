//! Compares a [`FileSet`] with a directory, and writes what differs: all of it or nothing.
//!
//! The manifest of the directory lists the files that the generator owns. Files that it no longer makes are deleted; files that
//! it does not own are never touched.

use crate::output::changes::{Change, Changes, MANIFEST};
use crate::output::transaction::{self, Transaction, create, named};
use crate::output::{FileSet, MARK, has_header, is_safe};
use crate::source;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What becomes of the differences between a [`FileSet`] and a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// They are written.
    Write,
    /// They are reported; a file that is not ours is one of them.
    Check,
    /// They are reported, and what [`Mode::Write`] would refuse is refused.
    DryRun,
}

/// Compares `files` with the folder `root` and, in [`Mode::Write`], makes the folder hold them.
///
/// Only bytes that differ are written, so the time of an unchanged file stays what it was. The files go to their places
/// by renaming; if anything fails, what was done before is undone.
///
/// # Errors
/// What the file system reports; [`ErrorKind::AlreadyExists`] where a file that the generator does not own, or a link, is in the
/// way; [`ErrorKind::WouldBlock`] while another generator writes the directory; [`ErrorKind::InvalidData`] for a manifest with a
/// path that leaves the directory.
pub fn apply(files: &FileSet, root: &Path, mode: Mode) -> io::Result<Changes> {
    directory_is_possible(root)?;
    let is_there = source::exists(root);
    let changes = compare(files, root, is_there, mode)?;
    if mode != Mode::Write {
        return Ok(changes);
    }
    if changes.is_empty() {
        transaction::clear(root);
        return Ok(changes);
    }
    let transaction = Transaction::begin(root)?;
    // What was not there is still new. Another generator may have written what was.
    if !is_there && transaction.is_new() {
        transaction.run(&changes.files, "")?;
        return Ok(changes);
    }
    let before = read_manifest(root)?;
    drop(changes);
    let changes = compare(files, root, true, mode)?;
    let after = files.iter().map(|(path, _)| path);
    let both: BTreeSet<&str> = before.iter().map(String::as_str).chain(after).collect();
    transaction.run(&changes.files, &manifest(files.command(), both))?;
    Ok(changes)
}

/// Whether a directory is there or can be made, which a dry run says too: no file has its name or that of one around it.
fn directory_is_possible(path: &Path) -> io::Result<()> {
    match path.ancestors().find(|ancestor| ancestor.is_file()) {
        None => Ok(()),
        Some(file) => {
            let file = source::display_name(file);
            let message = format!("`{file}` is a file, and the output needs a directory");
            Err(io::Error::new(ErrorKind::NotADirectory, message))
        }
    }
}

/// Writes one file of a folder that others own too, such as `OUT_DIR`; says whether its content was another one.
///
/// # Errors
/// What the disk says.
pub fn write_one(path: &Path, text: &str) -> io::Result<bool> {
    if read_if_there(path)?.as_deref() == Some(text.as_bytes()) {
        return Ok(false);
    }
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.specwright-new", std::process::id()));
    let staged = path.with_file_name(name);
    // Left by a process that had the same number.
    let _ = fs::remove_file(&staged);
    let written = create(&staged, text).and_then(|()| fs::rename(&staged, path).map_err(|error| named(path, error)));
    if written.is_err() {
        let _ = fs::remove_file(&staged);
    }
    written.map(|()| true)
}

/// [`write_one`] for several files: all of them or none. Which of them had another content.
///
/// # Errors
/// What the disk says; then the files are what they were.
pub fn write_each(files: &[(PathBuf, String)]) -> io::Result<Vec<bool>> {
    let mut before = Vec::new();
    for (path, _) in files {
        before.push(read_if_there(path)?);
    }
    let mut changed = Vec::new();
    for (path, text) in files {
        match write_one(path, text) {
            Ok(is_changed) => changed.push(is_changed),
            Err(error) => {
                let done = files
                    .iter()
                    .zip(&before)
                    .zip(&changed)
                    .filter(|(_, is_changed)| **is_changed);
                for (((path, _), old), _) in done {
                    // That nothing more can be written has been said already.
                    let _ = match old {
                        Some(old) => fs::write(path, old),
                        None => fs::remove_file(path),
                    };
                }
                return Err(error);
            }
        }
    }
    Ok(changed)
}

/// Compares one file outside of any manifest with its text and, in [`Mode::Write`], writes it.
///
/// # Errors
/// What the file system reports; [`ErrorKind::AlreadyExists`] where the file is not a generated one.
pub fn apply_one(path: &Path, text: &str, mode: Mode) -> io::Result<Changes> {
    directory_is_possible(path.parent().unwrap_or(Path::new("")))?;
    let old = read_if_there(path)?;
    let mut changes = Changes::default();
    if old.as_deref().is_some_and(|old| is_same(old, text)) {
        changes.unchanged = 1;
        return Ok(changes);
    }
    if mode != Mode::Check && old.as_ref().is_some_and(|old| !has_header(old)) {
        return Err(not_ours(&source::display_name(path)));
    }
    if mode == Mode::Write {
        let directory = path.parent().unwrap_or(Path::new(""));
        fs::create_dir_all(directory).map_err(|error| named(directory, error))?;
        write_one(path, text)?;
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    changes.files.push(Change {
        path: name,
        old,
        new: Some(text.to_owned()),
    });
    Ok(changes)
}

/// What differs from a directory, of which nothing is read unless it is there.
fn compare(files: &FileSet, root: &Path, is_there: bool, mode: Mode) -> io::Result<Changes> {
    let read = |path: &str| match is_there {
        true => read_if_there(&root.join(path)),
        false => Ok(None),
    };
    let owned = match is_there {
        true => read_manifest(root)?,
        false => BTreeSet::new(),
    };
    let list = manifest(files.command(), files.iter().map(|(path, _)| path));
    let mut changes = Changes::default();
    for (path, new) in files.iter().chain([(MANIFEST, list.as_str())]) {
        let old = read(path)?;
        if old.as_deref().is_some_and(|old| is_same(old, new)) {
            changes.unchanged += 1;
            continue;
        }
        let foreign = |old: &Vec<u8>| !owned.contains(path) && !has_header(old);
        if mode != Mode::Check && old.as_ref().is_some_and(foreign) {
            return Err(not_ours(path));
        }
        changes.files.push(Change {
            path: path.to_owned(),
            old,
            new: Some(new.to_owned()),
        });
    }
    for path in owned.iter().filter(|path| files.get(path).is_none()) {
        if let Some(old) = read(path)? {
            changes.files.push(Change {
                path: path.clone(),
                old: Some(old),
                new: None,
            });
        }
    }
    changes.files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(changes)
}

/// Whether a file has this text, with whatever line ends a checkout has given it.
fn is_same(old: &[u8], new: &str) -> bool {
    let is_end = |pair: &[u8]| pair == b"\r\n";
    match old.len() == new.len() || !old.windows(2).any(is_end) {
        true => old == new.as_bytes(),
        false => String::from_utf8_lossy(old).replace("\r\n", "\n") == new,
    }
}

fn not_ours(path: &str) -> io::Error {
    let message =
        format!("`{path}` is in the way: the generator does not own it; move it, or write into another directory");
    io::Error::new(ErrorKind::AlreadyExists, message)
}

pub(super) fn manifest<'a>(command: &str, paths: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = format!("# {MARK} The files that `{command}` owns in this directory.\n");
    for path in paths {
        text.push_str(path);
        text.push('\n');
    }
    text
}

pub(super) fn read_manifest(root: &Path) -> io::Result<BTreeSet<String>> {
    let Some(bytes) = read_if_there(&root.join(MANIFEST))? else {
        return Ok(BTreeSet::new());
    };
    let text = String::from_utf8_lossy(&bytes);
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let check = |line: &str| match is_safe(line) {
        true => Ok(line.to_owned()),
        false => {
            let message = format!("the manifest `{MANIFEST}` lists `{line}`, which is not a path of a generated file");
            Err(io::Error::new(ErrorKind::InvalidData, message))
        }
    };
    lines.map(check).collect()
}

/// A link to nothing is there, and is empty: it is of others like any file. What is neither a file nor a directory is not read, as a
/// pipe would be waited for.
fn read_if_there(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let is_special = |known: &fs::Metadata| !known.is_file() && !known.is_dir();
    let read = match fs::metadata(path) {
        Ok(known) if is_special(&known) => Err(io::Error::new(ErrorKind::AlreadyExists, "it is not a regular file")),
        Err(error) if error.kind() == ErrorKind::NotFound && fs::symlink_metadata(path).is_ok() => Ok(Vec::new()),
        _ => source::read(path),
    };
    match read {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(named(path, error)),
    }
}

#[cfg(test)]
mod tests;
