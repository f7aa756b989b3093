//! Directories before, during and after they are written.

use super::*;
use crate::output::transaction::order;
use std::path::PathBuf;

/// A folder of its own for each test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("specwright-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        Folder(path)
    }

    /// What is in it, sorted.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("there").flatten();
        let mut names: Vec<_> = entries
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
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
        files.insert(*path, *text).expect("a safe path");
    }
    files.with_headers("make client")
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
    let header = crate::output::header("a.rs", "make client");
    fs::write(folder.0.join("src/a.rs"), format!("{header}old")).expect("written");
    apply(&set, &folder.0, Mode::Write).expect("a file with our header is ours");
    assert_eq!(folder.text("src/b.rs").as_deref(), Some("mine"));
}

#[test]
fn a_failure_leaves_everything_as_it_was() {
    let folder = Folder::new("failure");
    apply(&files(&[("a.rs", "1"), ("z.rs", "1")]), &folder.0, Mode::Write).expect("written");
    let before = (folder.text("a.rs"), folder.text(MANIFEST));
    // A directory is where a file must go, so the last rename fails.
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
    Transaction::begin(root)?.run(&changes, "")
}

#[test]
fn old_files_are_deleted_before_new_ones_of_the_same_letters_are_there() {
    let change = |path: &str, is_new: bool| Change {
        path: path.to_owned(),
        old: None,
        new: is_new.then(String::new),
    };
    let changes = [
        change(MANIFEST, true),
        change("a.rs", true),
        change("Pet.rs", true),
        change("pet.rs", false),
        change("z.rs", false),
    ];
    assert_eq!(order(&changes), [3, 4, 1, 2, 0]);
}

#[test]
fn a_manifest_cannot_name_other_folders() {
    let folder = Folder::new("manifest");
    fs::create_dir_all(&folder.0).expect("made");
    fs::write(folder.0.join(MANIFEST), "../victim\n").expect("written");
    let error = apply(&FileSet::new(), &folder.0, Mode::Write).expect_err("refused");
    assert_eq!(error.kind(), ErrorKind::InvalidData);
}

#[test]
fn a_run_after_a_crash_knows_the_files_before_and_after_it() {
    let folder = Folder::new("crash");
    apply(&files(&[("old.rs", "1"), ("kept.rs", "1")]), &folder.0, Mode::Write).expect("written");
    // Killed between the renames: the manifest lists both, one file is new, one not deleted yet, the others are staged.
    fs::create_dir(folder.0.join(".specwright-new")).expect("made");
    for (path, text) in [
        (
            MANIFEST,
            manifest("make client", ["kept.rs", "new.rs", "old.rs"]).as_str(),
        ),
        ("new.rs", "2"),
        (".specwright-new/0", "2"),
        (".specwright-new/lock", "1-0"),
    ] {
        fs::write(folder.0.join(path), text).expect("written");
    }
    let set = files(&[("new.rs", "2"), ("kept.rs", "2")]);
    apply(&set, &folder.0, Mode::Write).expect("written");
    assert!(apply(&set, &folder.0, Mode::Check).expect("compared").is_empty());
    assert_eq!(folder.names(), [MANIFEST, "kept.rs", "new.rs"]);
}

#[test]
fn what_a_crash_after_the_last_file_has_left_is_removed() {
    let folder = Folder::new("left");
    let set = files(&[("a.rs", "")]);
    apply(&set, &folder.0, Mode::Write).expect("written");
    fs::create_dir(folder.0.join(".specwright-new")).expect("made");
    fs::write(folder.0.join(".specwright-new/lock"), "").expect("written");
    assert!(apply(&set, &folder.0, Mode::Check).expect("compared").is_empty());
    assert_eq!(folder.names(), [MANIFEST, ".specwright-new", "a.rs"]);
    assert!(apply(&set, &folder.0, Mode::Write).expect("compared").is_empty());
    assert_eq!(folder.names(), [MANIFEST, "a.rs"]);
}

#[test]
fn one_generator_writes_at_a_time() {
    let folder = Folder::new("lock");
    let first = Transaction::begin(&folder.0).expect("locked");
    let error = apply(&files(&[("a.rs", "")]), &folder.0, Mode::Write).expect_err("refused");
    assert_eq!(error.kind(), ErrorKind::WouldBlock);
    drop(first);
    apply(&files(&[("a.rs", "")]), &folder.0, Mode::Write).expect("written");
    assert_eq!(folder.names(), [MANIFEST, "a.rs"]);
}

#[test]
fn writers_at_once_leave_one_whole_result() {
    let folder = Folder::new("writers");
    let sets: Vec<FileSet> = (0..4)
        .map(|set| {
            let list: Vec<_> = (0..20)
                .map(|file| (format!("src/s{set}_{file}.rs"), format!("{set}")))
                .collect();
            let list: Vec<_> = list.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
            files(&list)
        })
        .collect();
    std::thread::scope(|scope| {
        for set in &sets {
            scope.spawn(|| {
                for _ in 0..10 {
                    if let Err(error) = apply(set, &folder.0, Mode::Write) {
                        assert_eq!(error.kind(), ErrorKind::WouldBlock, "{error}");
                    }
                }
            });
        }
    });
    let whole = |set: &&FileSet| apply(set, &folder.0, Mode::Check).is_ok_and(|changes| changes.is_empty());
    assert_eq!(sets.iter().filter(whole).count(), 1);
}

#[test]
fn a_directory_that_has_the_name_of_the_staged_files_is_not_touched() {
    let folder = Folder::new("foreign");
    fs::create_dir_all(folder.0.join(".specwright-new")).expect("made");
    fs::write(folder.0.join(".specwright-new/mine"), "mine").expect("written");
    let error = apply(&files(&[("a.rs", "")]), &folder.0, Mode::Write).expect_err("refused");
    assert_eq!(error.kind(), ErrorKind::AlreadyExists);
    assert_eq!(folder.text(".specwright-new/mine").as_deref(), Some("mine"));
}

#[cfg(unix)]
#[test]
fn links_inside_the_directory_are_not_followed() {
    let (folder, other) = (Folder::new("links"), Folder::new("links-target"));
    fs::create_dir_all(&other.0).expect("made");
    fs::create_dir_all(&folder.0).expect("made");
    std::os::unix::fs::symlink(&other.0, folder.0.join("src")).expect("linked");
    let set = files(&[("src/a.rs", "1"), ("b.rs", "1")]);
    let error = apply(&set, &folder.0, Mode::Write).expect_err("refused");
    assert_eq!(error.kind(), ErrorKind::AlreadyExists);
    assert_eq!((other.names(), folder.names()), (vec![], vec!["src".to_owned()]));
    // Nor is a file deleted behind a link.
    fs::remove_file(folder.0.join("src")).expect("removed");
    apply(&set, &folder.0, Mode::Write).expect("written");
    fs::rename(folder.0.join("src/a.rs"), other.0.join("a.rs")).expect("moved");
    fs::remove_dir(folder.0.join("src")).expect("removed");
    std::os::unix::fs::symlink(&other.0, folder.0.join("src")).expect("linked");
    assert!(apply(&files(&[("b.rs", "1")]), &folder.0, Mode::Write).is_err());
    assert_eq!(other.names(), ["a.rs"]);
    fs::remove_file(other.0.join("a.rs")).expect("removed");
    // A link with the name of the staging directory neither.
    fs::remove_file(folder.0.join("src")).expect("removed");
    std::os::unix::fs::symlink(&other.0, folder.0.join(".specwright-new")).expect("linked");
    assert!(apply(&set, &folder.0, Mode::Write).is_err());
    assert_eq!(other.names(), Vec::<String>::new());
}

/// Neither what a link of another file's name leads to, nor the link, is the generator's; and nothing waits for a pipe.
#[cfg(unix)]
#[test]
fn links_to_nothing_and_pipes_are_files_of_others() {
    let other = Folder::new("pipes-target");
    fs::create_dir_all(&other.0).expect("made");
    let pipe = |path: &Path| {
        let made = std::process::Command::new("mkfifo").arg(path).status();
        assert!(made.expect("mkfifo").success());
    };
    let link = |path: &Path| std::os::unix::fs::symlink(other.0.join("made"), path).expect("linked");
    let kinds: [&dyn Fn(&Path); 2] = [&pipe, &link];
    for make in kinds {
        for name in ["a.rs", MANIFEST, ".specwright-new/lock"] {
            let folder = Folder::new("pipes");
            let at = folder.0.join(name);
            fs::create_dir_all(at.parent().expect("a folder")).expect("made");
            make(&at);
            let error = apply(&files(&[("a.rs", "1")]), &folder.0, Mode::Write).expect_err(name);
            assert_eq!(error.kind(), ErrorKind::AlreadyExists, "{name}: {error}");
            assert!(!fs::symlink_metadata(&at).expect(name).is_file(), "{name} was replaced");
            assert_eq!(other.names(), Vec::<String>::new(), "{name} was followed");
        }
    }
}
