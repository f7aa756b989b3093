//! What counts as a change, without a generator around it.

use super::*;
use crate::output::{Mode, apply};

/// A directory of its own, removed at the end.
struct Directory(PathBuf);

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn directory(name: &str) -> Directory {
    let path = std::env::temp_dir().join(format!("specwright-stamp-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    // As in a directory of Cargo, so that nothing is written elsewhere.
    fs::create_dir_all(path.join("target")).expect("created");
    fs::write(path.join("target/CACHEDIR.TAG"), "").expect("written");
    Directory(path)
}

#[test]
fn a_stamp_is_a_fact_about_request_inputs_and_outputs() {
    let here = directory("facts");
    let (input, root) = (here.0.join("in.yaml"), here.0.join("out"));
    fs::write(&input, "\u{feff}a: 1\r\n").expect("written");
    let mut sources = SourceMap::new();
    sources.add("in.yaml", Some(input.clone()), "a: 1\r\n");
    let missing = here.0.join("missing.yaml");
    sources.add_missing(missing.clone());
    let mut files = FileSet::new();
    files.insert("src/a.rs", "a\nb\n").expect("a safe path");
    let files = files.with_headers("make");
    apply(&files, &root, Mode::Write).expect("written");
    let stamp = |request| Stamp::of(Written::Directory(&root), request).expect("a place");
    stamp("x").write(&sources, Made::Files(&files), "said\n\nmore");
    let said = |request| stamp(request).unchanged();
    assert_eq!(said("x").as_deref(), Some("said\n\nmore"));
    assert_eq!(said("y"), None);

    let changes: [(&Path, &str, bool); 6] = [
        (&input, "a: 1\n", false),
        (&input, "a: 1\r\n", true),
        (&missing, "", false),
        (&root.join("src/b.rs"), "of others", true),
        (&root.join("src/a.rs"), "a\nB\n", false),
        // Others are writing, or were killed.
        (&root.join(".specwright-new"), "", false),
    ];
    for (path, text, is_same) in changes {
        let before = source::read(path).ok();
        fs::write(path, text).expect("written");
        assert_eq!(said("x").is_some(), is_same, "{}", path.display());
        let _ = before.map_or_else(|| fs::remove_file(path), |bytes| fs::write(path, bytes));
        assert!(said("x").is_some(), "{}", path.display());
    }
    // A checkout on another system.
    let library = root.join("src/a.rs");
    let text = fs::read_to_string(&library).expect("there").replace('\n', "\r\n");
    fs::write(&library, text).expect("written");
    assert!(said("x").is_some());
    fs::remove_file(root.join(MANIFEST)).expect("removed");
    assert_eq!(said("x"), None);
}

#[test]
fn what_is_no_stamp_says_nothing() {
    let here = directory("broken");
    let file = here.0.join("a.rs");
    fs::write(&file, "a").expect("written");
    let stamp = Stamp::beside(&file, "x").expect("a place");
    stamp.write(&SourceMap::new(), Made::Text("a"), "");
    let whole = source::read(&here.0.join("a.stamp")).expect("written");
    assert_eq!(stamp.unchanged().as_deref(), Some(""));
    for end in 0..whole.len() {
        fs::write(here.0.join("a.stamp"), &whole[..end]).expect("written");
        assert_eq!(stamp.unchanged(), None, "{end}");
    }
}
