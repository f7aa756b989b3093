//! Compares a [`FileSet`] with a folder, and writes what differs: all of it or nothing.
//!
//! The folder's manifest lists the files that the generator owns. Files that it no longer makes are deleted; files that
//! it does not own are never touched.

use super::{COMMAND, FileSet, MARK, has_header, is_safe};
use crate::source;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Name of the file that lists what the generator owns in a folder.
pub const MANIFEST: &str = ".specwright";

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

/// One file that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its path in the folder.
    pub path: String,
    /// What it held; `None` if it is new.
    pub old: Option<Vec<u8>>,
    /// What it holds now; `None` if it is deleted.
    pub new: Option<String>,
}

/// All files that differ, sorted by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The files.
    pub files: Vec<Change>,
    /// How many files were as they should be.
    pub unchanged: usize,
}

impl Changes {
    /// Whether everything was as it should be.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// How many files are new, changed and deleted.
    pub fn counts(&self) -> (usize, usize, usize) {
        let count = |old: bool, new: bool| {
            let matches = |change: &&Change| change.old.is_some() == old && change.new.is_some() == new;
            self.files.iter().filter(matches).count()
        };
        (count(false, true), count(true, true), count(true, false))
    }
}

/// Compares `files` with the folder `root` and, in [`Mode::Write`], makes the folder hold them.
///
/// Only bytes that differ are written, so the time of an unchanged file stays what it was. The files go to their places
/// by renaming; if anything fails, what was done before is undone.
///
/// # Errors
/// What the disk says; [`ErrorKind::AlreadyExists`] where a file that the generator does not own is in the way;
/// [`ErrorKind::InvalidData`] for a manifest with a path that leaves the folder.
pub fn apply(files: &FileSet, root: &Path, mode: Mode) -> io::Result<Changes> {
    let changes = compare(files, root, mode)?;
    if mode == Mode::Write && !changes.is_empty() {
        write(&changes.files, root)?;
    }
    Ok(changes)
}

/// Writes one file of a folder that others own too, such as `OUT_DIR`; answers whether its content was another one.
///
/// # Errors
/// What the disk says.
pub fn write_one(path: &Path, text: &str) -> io::Result<bool> {
    if read_if_there(path)?.as_deref() == Some(text.as_bytes()) {
        return Ok(false);
    }
    let staged = staged_name(path);
    let written = fs::write(&staged, text).and_then(|()| fs::rename(&staged, path));
    if let Err(error) = written {
        undo(Step::Staged(staged));
        return Err(named(path, error));
    }
    Ok(true)
}

fn compare(files: &FileSet, root: &Path, mode: Mode) -> io::Result<Changes> {
    let owned = read_manifest(root)?;
    let mut wanted: BTreeMap<&str, String> = files.iter().map(|(path, text)| (path, text.to_owned())).collect();
    wanted.insert(MANIFEST, manifest(files));
    let mut changes = Changes::default();
    for (path, new) in wanted {
        let old = read_if_there(&root.join(path))?;
        if old.as_deref() == Some(new.as_bytes()) {
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
            new: Some(new),
        });
    }
    for path in owned.iter().filter(|path| files.get(path).is_none()) {
        if let Some(old) = read_if_there(&root.join(path))? {
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

fn not_ours(path: &str) -> io::Error {
    let message = format!("`{path}` is in the way: the generator does not own it; move it or delete it");
    io::Error::new(ErrorKind::AlreadyExists, message)
}

fn manifest(files: &FileSet) -> String {
    let mut text = format!("# {MARK} The files that `{COMMAND}` owns in this directory.\n");
    for (path, _) in files.iter() {
        text.push_str(path);
        text.push('\n');
    }
    text
}

fn read_manifest(root: &Path) -> io::Result<BTreeSet<String>> {
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

fn read_if_there(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match source::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(named(path, error)),
    }
}

/// An error of the disk, with the path that it is about.
fn named(path: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", source::display_name(path)))
}

/// What has been done, so that it can be undone.
enum Step<'a> {
    Folder(PathBuf),
    Staged(PathBuf),
    Replaced(PathBuf, &'a Change),
}

fn write(changes: &[Change], root: &Path) -> io::Result<()> {
    let mut done = Vec::new();
    let result = try_write(changes, root, &mut done);
    if result.is_err() {
        for step in done.into_iter().rev() {
            undo(step);
        }
        return result;
    }
    for change in changes.iter().filter(|change| change.new.is_none()) {
        remove_empty_folders(root, &change.path);
    }
    Ok(())
}

/// Every text is on the disk under another name before the first file is replaced: a full disk or a missing permission
/// shows while nothing has happened yet.
fn try_write<'a>(changes: &'a [Change], root: &Path, done: &mut Vec<Step<'a>>) -> io::Result<()> {
    for change in changes {
        let Some(text) = &change.new else { continue };
        let path = root.join(&change.path);
        make_folders(path.parent().unwrap_or(root), done)?;
        let staged = staged_name(&path);
        done.push(Step::Staged(staged.clone()));
        fs::write(&staged, text).map_err(|error| named(&staged, error))?;
    }
    for change in changes {
        let path = root.join(&change.path);
        match change.new {
            Some(_) => fs::rename(staged_name(&path), &path),
            None => fs::remove_file(&path),
        }
        .map_err(|error| named(&path, error))?;
        done.push(Step::Replaced(path, change));
    }
    Ok(())
}

fn staged_name(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".specwright-new");
    path.with_file_name(name)
}

fn make_folders(folder: &Path, done: &mut Vec<Step<'_>>) -> io::Result<()> {
    let missing: Vec<_> = folder
        .ancestors()
        .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
        .collect();
    for folder in missing.into_iter().rev() {
        fs::create_dir(folder).map_err(|error| named(folder, error))?;
        done.push(Step::Folder(folder.to_path_buf()));
    }
    Ok(())
}

/// Undoes one step. Best effort: the error that led here is the one to report.
fn undo(step: Step<'_>) {
    let _ = match step {
        Step::Folder(folder) => fs::remove_dir(folder),
        Step::Staged(staged) => fs::remove_file(staged),
        Step::Replaced(path, change) => match &change.old {
            Some(old) => fs::write(path, old),
            None => fs::remove_file(path),
        },
    };
}

/// Removes the folders of a deleted file that hold nothing any more; `remove_dir` refuses those that do.
fn remove_empty_folders(root: &Path, path: &str) {
    let mut folder = Path::new(path).parent();
    while let Some(name) = folder.filter(|name| !name.as_os_str().is_empty()) {
        if fs::remove_dir(root.join(name)).is_err() {
            return;
        }
        folder = name.parent();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of its own for each test, removed at the end.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Folder {
            let path = std::env::temp_dir().join(format!("specwright-{}-{name}", std::process::id()));
            let _ = fs::remove_dir_all(&path);
            Folder(path)
        }

        fn text(&self, path: &str) -> Option<String> {
            fs::read_to_string(self.0.join(path)).ok()
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn files(list: &[(&str, &str)]) -> FileSet {
        let mut files = FileSet::new();
        for (path, text) in list {
            files.insert(*path, text).expect("a safe path");
        }
        files
    }

    #[test]
    fn only_differences_are_written_and_orphans_deleted() {
        let folder = Folder::new("differences");
        let first = files(&[("src/a.rs", "fn a() {}\n"), ("src/old/b.rs", ""), ("c.json", "{}")]);
        let changes = apply(&first, &folder.0, Mode::Write).expect("written");
        assert_eq!(changes.counts(), (4, 0, 0));
        let time = |path| {
            fs::metadata(folder.0.join(path))
                .and_then(|data| data.modified())
                .expect("there")
        };
        let before = time("src/a.rs");
        assert!(apply(&first, &folder.0, Mode::Check).expect("compared").is_empty());
        let second = files(&[("src/a.rs", "fn a() {}\n"), ("c.json", "{\"x\":1}")]);
        assert_eq!(
            apply(&second, &folder.0, Mode::DryRun).expect("compared").counts(),
            (0, 2, 1)
        );
        assert!(folder.text("src/old/b.rs").is_some());
        apply(&second, &folder.0, Mode::Write).expect("written");
        assert_eq!(folder.text("c.json").as_deref(), Some("{\"x\":1}"));
        assert!(!folder.0.join("src/old").exists());
        assert_eq!(time("src/a.rs"), before);
    }

    #[test]
    fn files_of_others_are_never_touched() {
        let folder = Folder::new("others");
        fs::create_dir_all(folder.0.join("src")).expect("made");
        fs::write(folder.0.join("src/a.rs"), "mine").expect("written");
        fs::write(folder.0.join("src/b.rs"), "mine").expect("written");
        let set = files(&[("src/a.rs", "")]);
        let error = apply(&set, &folder.0, Mode::Write).expect_err("refused");
        assert_eq!(error.kind(), ErrorKind::AlreadyExists);
        assert_eq!(apply(&set, &folder.0, Mode::Check).expect("compared").files.len(), 2);
        assert_eq!(folder.text("src/a.rs").as_deref(), Some("mine"));
        let header = super::super::header("a.rs");
        fs::write(folder.0.join("src/a.rs"), format!("{header}old")).expect("written");
        apply(&set, &folder.0, Mode::Write).expect("a file with our header is ours");
        assert_eq!(folder.text("src/b.rs").as_deref(), Some("mine"));
    }

    #[test]
    fn a_failure_leaves_everything_as_it_was() {
        let folder = Folder::new("failure");
        apply(&files(&[("a.rs", "1"), ("z.rs", "1")]), &folder.0, Mode::Write).expect("written");
        let before = (folder.text("a.rs"), folder.text(MANIFEST));
        // A folder stands where a file must go, so the last rename fails.
        fs::create_dir_all(folder.0.join("zz.rs/x")).expect("made");
        let set = files(&[("a.rs", "2"), ("new/b.rs", "2"), ("zz.rs", "2")]);
        assert!(write_unchecked(&set, &folder.0).is_err());
        assert_eq!((folder.text("a.rs"), folder.text(MANIFEST)), before);
        assert!(!folder.0.join("new").exists());
        let left = fs::read_dir(&folder.0).expect("there").count();
        assert_eq!(left, 4, "a.rs, z.rs, zz.rs and the manifest");
    }

    /// Writes without looking at what is there, as if it had changed in between.
    fn write_unchecked(set: &FileSet, root: &Path) -> io::Result<()> {
        let change = |(path, text): (&str, &str)| Change {
            path: path.to_owned(),
            old: read_if_there(&root.join(path)).ok().flatten(),
            new: Some(text.to_owned()),
        };
        let changes: Vec<_> = set.iter().map(change).collect();
        write(&changes, root)
    }

    #[test]
    fn a_manifest_cannot_name_other_folders() {
        let folder = Folder::new("manifest");
        fs::create_dir_all(&folder.0).expect("made");
        fs::write(folder.0.join(MANIFEST), "../victim\n").expect("written");
        let error = apply(&FileSet::new(), &folder.0, Mode::Write).expect_err("refused");
        assert_eq!(error.kind(), ErrorKind::InvalidData);
    }
}
