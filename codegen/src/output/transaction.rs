//! Replaces files of a directory: all of them, or none.
//!
//! 1. A directory of its own inside the output directory, [`STAGE`], is created and locked. Two generators never write at once, and
//!    the lock ends with the process, however it ends: what a killed one has left is removed by the next.
//! 2. Every text is written there first, so that a full disk shows while nothing has happened yet.
//! 3. A manifest that lists the old files and the new ones is put in place, so that a run after a crash knows all of them.
//! 4. Files go to their places by renaming. If anything fails, what was done is undone.
//! 5. The manifest of the new files comes last.
//!
//! Into a directory that was not there, what is staged moves as a whole: a few names in place of each file.
//!
//! No symbolic link inside the output directory is followed.

use super::changes::{Change, MANIFEST};
use crate::source;
use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, UNIX_EPOCH};

/// The directory with what is not in its place yet.
const STAGE: &str = ".specwright-new";
/// The file in it that is locked, and that shows whose directory it is.
const LOCK: &str = "lock";
/// What is staged for a directory that was not there, as it will be in it. The name is one of those that are staged otherwise.
const WHOLE: &str = "0";
/// How often the lock is tried while others finish and remove it.
const TRIES: usize = 100;

/// The exclusive right to write a directory; given back when it is dropped.
pub(super) struct Transaction<'r> {
    root: &'r Path,
    stage: PathBuf,
    done: Vec<Step>,
    /// Given back once: what has the name of the staging directory then is of others.
    lock: Option<File>,
}

/// What has been done, so that it can be undone.
enum Step {
    Directory(PathBuf),
    /// A file is as this change wants it.
    Replaced(usize),
    /// The manifest lists old and new files.
    Manifest,
    /// Something is there, with all that is in it, where nothing was before.
    Moved(PathBuf),
}

/// Whether a generator is writing the directory, or was killed while it did.
pub(super) fn has_begun(root: &Path) -> bool {
    source::exists(&root.join(STAGE))
}

/// Removes what a generator has left that was killed when all files were in their places. What another one is writing now, and what
/// is not a generator's, stays.
pub(super) fn clear(root: &Path) {
    if has_begun(root) {
        drop(Transaction::begin(root));
    }
}

impl<'r> Transaction<'r> {
    /// Locks a directory, which is created if it is not there.
    ///
    /// # Errors
    /// [`ErrorKind::WouldBlock`] while another generator writes there; [`ErrorKind::AlreadyExists`] if something else has the name
    /// of the staging directory; otherwise what the file system reports.
    pub(super) fn begin(root: &'r Path) -> io::Result<Transaction<'r>> {
        let mut done = Vec::new();
        make_directories(Path::new(""), root, &mut done)?;
        let stage = root.join(STAGE);
        match lock(&stage) {
            Ok(lock) => Ok(Transaction {
                root,
                stage,
                done,
                lock: Some(lock),
            }),
            Err(error) => {
                remove_directories(&done);
                Err(named(&stage, error))
            }
        }
    }

    /// Whether the directory was not there before: nobody has written it since.
    pub(super) fn is_new(&self) -> bool {
        let is_root = |step: &Step| matches!(step, Step::Directory(made) if made == self.root);
        self.done.iter().any(is_root)
    }

    /// Makes all changes. `both` is a manifest of the files before and after.
    ///
    /// # Errors
    /// What the file system reports; the directory is as it was then.
    pub(super) fn run(mut self, changes: &[Change], both: &str) -> io::Result<()> {
        let result = match self.is_new() {
            true => self.fill(changes),
            false => self.stage(changes, both).and_then(|()| self.replace(changes)),
        };
        if result.is_err() {
            self.undo(changes);
            return result;
        }
        for change in changes.iter().filter(|change| change.new.is_none()) {
            remove_empty_directories(self.root, &change.path);
        }
        Ok(())
    }

    /// Makes all files of a directory that was not there. The manifest comes first, so that a run after a crash knows all of them.
    fn fill(&mut self, changes: &[Change]) -> io::Result<()> {
        let whole = self.stage.join(WHOLE);
        fs::create_dir(&whole).map_err(|error| named(&whole, error))?;
        let mut made = BTreeSet::new();
        let mut names = BTreeSet::new();
        for change in changes {
            let (Some(text), path) = (&change.new, whole.join(&change.path)) else {
                continue;
            };
            if let Some(directory) = path.parent()
                && made.insert(directory.to_path_buf())
            {
                fs::create_dir_all(directory).map_err(|error| named(directory, error))?;
            }
            create(&path, text)?;
            let name = change.path.split('/').next().unwrap_or_default();
            names.insert((name != MANIFEST, name));
        }
        for (_, name) in names {
            let path = self.root.join(name);
            fs::rename(whole.join(name), &path).map_err(|error| named(&path, error))?;
            self.done.push(Step::Moved(path));
        }
        Ok(())
    }

    fn stage(&mut self, changes: &[Change], both: &str) -> io::Result<()> {
        let mut checked = PathBuf::new();
        for (index, change) in changes.iter().enumerate() {
            let path = self.root.join(&change.path);
            let directory = path.parent().unwrap_or(self.root);
            // Changes are sorted, so those of one directory follow each other. A deletion behind a link is refused too.
            if directory != checked {
                make_directories(self.root, directory, &mut self.done)?;
                checked = directory.to_path_buf();
            }
            if let Some(text) = &change.new {
                create(&self.staged(index), text)?;
            }
        }
        create(&self.stage.join(MANIFEST), both)
    }

    fn replace(&mut self, changes: &[Change]) -> io::Result<()> {
        if changes.iter().any(is_manifest) {
            let manifest = self.root.join(MANIFEST);
            fs::rename(self.stage.join(MANIFEST), &manifest).map_err(|error| named(&manifest, error))?;
            self.done.push(Step::Manifest);
        }
        for index in order(changes) {
            let change = &changes[index];
            let path = self.root.join(&change.path);
            match change.new {
                Some(_) => fs::rename(self.staged(index), &path),
                None => fs::remove_file(&path),
            }
            .map_err(|error| named(&path, error))?;
            self.done.push(Step::Replaced(index));
        }
        Ok(())
    }

    fn staged(&self, index: usize) -> PathBuf {
        self.stage.join(index.to_string())
    }

    /// Removes what is staged, then the lock, then the directory if nobody else has locked it by then. What cannot be removed now is
    /// removed by the next run.
    fn unlock(&mut self) {
        if self.lock.is_some() {
            let _ = empty(&self.stage);
            let _ = fs::remove_file(self.stage.join(LOCK));
            let _ = fs::remove_dir(&self.stage);
        }
        self.lock = None;
    }

    /// Best effort: the error that led here is the one to report.
    fn undo(&mut self, changes: &[Change]) {
        let manifest = changes.iter().find(|change| change.path == MANIFEST);
        while let Some(step) = self.done.pop() {
            let change = match &step {
                Step::Directory(directory) => {
                    // The staging directory is in the outermost one.
                    if directory.as_path() == self.root {
                        self.unlock();
                    }
                    let _ = fs::remove_dir(directory);
                    continue;
                }
                Step::Moved(path) => {
                    let _ = remove(path);
                    continue;
                }
                Step::Replaced(index) => changes.get(*index),
                Step::Manifest => manifest,
            };
            let Some(change) = change else { continue };
            let path = self.root.join(&change.path);
            let _ = match &change.old {
                Some(old) => fs::write(path, old),
                None => fs::remove_file(path),
            };
        }
    }
}

fn is_manifest(change: &Change) -> bool {
    change.path == MANIFEST
}

/// The order in which changes are made: what is deleted, what is written, the manifest. Where the file system takes `Pet.rs` and
/// `pet.rs` for one name, the new file would be deleted otherwise.
pub(super) fn order(changes: &[Change]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..changes.len()).collect();
    order.sort_by_key(|&index| (is_manifest(&changes[index]), changes[index].new.is_some()));
    order
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        self.unlock();
    }
}

/// Creates and locks the staging directory, and empties what a killed generator has left in it.
fn lock(stage: &Path) -> io::Result<File> {
    let path = stage.join(LOCK);
    for _ in 0..TRIES {
        let is_there = match fs::create_dir(stage) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => true,
            other => other.map(|()| false)?,
        };
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let looked_at = if is_there { is_ours(stage) } else { Ok(()) };
        let file = match looked_at.and_then(|()| options.open(&path)) {
            // Another generator has just finished and removed it.
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            other => other?,
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let message = "another generator is writing this directory";
                return Err(io::Error::new(ErrorKind::WouldBlock, message));
            }
            Err(TryLockError::Error(error)) => return Err(error),
        }
        // The lock counts only if the file is still the one of that name.
        let mark = UNIX_EPOCH + mark();
        file.set_modified(mark)?;
        if fs::metadata(&path)
            .and_then(|named| named.modified())
            .is_ok_and(|time| time == mark)
        {
            empty(stage)?;
            return Ok(file);
        }
    }
    Err(io::Error::new(
        ErrorKind::WouldBlock,
        "other generators keep writing this directory",
    ))
}

/// A time by which a process knows its own lock again: its content cannot be read on every system while it is locked. It is a
/// number of the process and of the attempt, in steps that every file system can hold.
fn mark() -> Duration {
    static ATTEMPTS: AtomicU64 = AtomicU64::new(0);
    const YEAR_2000: u64 = 946_684_800;
    let attempt = ATTEMPTS.fetch_add(1, Ordering::Relaxed) % 64;
    Duration::from_secs(YEAR_2000 + 2 * (u64::from(std::process::id()) * 64 + attempt))
}

/// A directory of this name is the generator's only if it is not a link and has nothing but the files that it writes.
fn is_ours(stage: &Path) -> io::Result<()> {
    let plain = fs::symlink_metadata(stage)?.is_dir();
    let ours = |name: &str| name == LOCK || name == MANIFEST || name.bytes().all(|byte| byte.is_ascii_digit());
    let mut foreign = !plain;
    if plain {
        for entry in fs::read_dir(stage)? {
            let entry = entry?;
            // A link would be followed, and a pipe waited for.
            let is_no_lock = entry.file_name() == LOCK && !entry.file_type()?.is_file();
            foreign |= is_no_lock || !entry.file_name().to_str().is_some_and(ours);
        }
    }
    match foreign {
        false => Ok(()),
        true => Err(io::Error::new(
            ErrorKind::AlreadyExists,
            "the generator does not own it; move it, or write into another directory",
        )),
    }
}

fn empty(stage: &Path) -> io::Result<()> {
    for entry in fs::read_dir(stage)? {
        let entry = entry?;
        if entry.file_name() != LOCK {
            remove(&entry.path())?;
        }
    }
    Ok(())
}

/// Removes a file, or a directory with all that is in it; links in it are removed and not followed.
fn remove(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path)?.is_dir() {
        true => fs::remove_dir_all(path),
        false => fs::remove_file(path),
    }
}

/// Writes a file that is not there.
pub(super) fn create(path: &Path, text: &str) -> io::Result<()> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    file.and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(|error| named(path, error))
}

/// Creates the missing directories on the way from `root` to `directory`, and refuses links on it: nothing outside is written.
fn make_directories(root: &Path, directory: &Path, done: &mut Vec<Step>) -> io::Result<()> {
    let outside = root.as_os_str().is_empty();
    let mut path = root.to_path_buf();
    for part in directory.strip_prefix(root).unwrap_or(directory).components() {
        path.push(part);
        // The way to the output directory is the user's: it may have links.
        let known = if outside {
            fs::metadata(&path)
        } else {
            fs::symlink_metadata(&path)
        };
        match known {
            Ok(known) if known.is_dir() => {}
            Ok(_) => {
                let message = format!("`{}` is in the way: it is not a directory", path.display());
                return Err(io::Error::new(ErrorKind::AlreadyExists, message));
            }
            Err(error) if error.kind() == ErrorKind::NotFound && matches!(part, Component::Normal(_)) => {
                match fs::create_dir(&path) {
                    // Another generator was faster.
                    Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                    Err(error) => return Err(named(&path, error)),
                    Ok(()) => done.push(Step::Directory(path.clone())),
                }
            }
            Err(error) => return Err(named(&path, error)),
        }
    }
    Ok(())
}

fn remove_directories(done: &[Step]) {
    for step in done.iter().rev() {
        if let Step::Directory(directory) = step {
            let _ = fs::remove_dir(directory);
        }
    }
}

/// Removes the directories of a deleted file that hold nothing any more; `remove_dir` refuses those that do.
fn remove_empty_directories(root: &Path, path: &str) {
    let mut directory = Path::new(path).parent();
    while let Some(name) = directory.filter(|name| !name.as_os_str().is_empty()) {
        if fs::remove_dir(root.join(name)).is_err() {
            return;
        }
        directory = name.parent();
    }
}

/// An error of the file system, with the path that it is about.
pub(super) fn named(path: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", source::display_name(path)))
}
