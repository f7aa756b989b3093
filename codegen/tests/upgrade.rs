//! The upgrade of all versions to one shape: what each rule does, and that no document can break it.

use specwright::diag::Diagnostics;
use specwright::import;
use specwright::source::{DiskLoader, SourceMap};
use specwright::tree::{NodeId, Tree, Value};
use specwright::upgrade;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[path = "upgrade/support/mod.rs"]
mod support;

use support::invariants;
use support::mutate::Mutator;
use support::render::{diagnostics, render};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/upgrade")
}

fn documents(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder can be listed");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<PathBuf> = paths
        .filter(|path| {
            matches!(
                path.extension().and_then(|end| end.to_str()),
                Some("yaml" | "yml" | "json")
            )
        })
        .collect();
    paths.sort();
    paths
}

fn load(path: &Path) -> Option<(SourceMap, Tree, NodeId)> {
    let mut sources = SourceMap::new();
    let loader = DiskLoader::new(path.parent().unwrap_or(Path::new(".")));
    let tree = import::load(&mut sources, &loader, path, &mut Diagnostics::new())?;
    let root = tree.document()?;
    Some((sources, tree, root))
}

fn check(path: &Path) {
    let (_, mut tree, root) = load(path).expect("a case can be read");
    let meanings = invariants::meanings(&tree);
    let mut diags = Diagnostics::new();
    let done = upgrade::to_latest(&mut tree, root, &mut diags);
    let mut text = diagnostics(&diags);
    if done.is_some() {
        for (_, root) in tree.roots() {
            let _ = write!(text, "---\n{}", render(&tree, *root));
        }
        let faults = invariants::faults(&tree, root, &meanings).expect("a case is consistent");
        assert!(faults.is_empty(), "{}: {faults:#?}", path.display());
    }
    let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    insta::with_settings!({
        snapshot_path => folder().join("snapshots"),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, { insta::assert_snapshot!(name, text) });
}

#[test]
fn each_rule_has_its_case() {
    documents(&folder()).iter().for_each(|path| check(path));
}

#[test]
fn other_documents_are_refused() {
    documents(&folder().join("bad")).iter().for_each(|path| check(path));
}

/// What a second upgrade makes of the first one's outcome.
fn assert_idempotent(tree: &mut Tree, root: NodeId, what: &str) {
    let all = |tree: &Tree| -> String { tree.roots().iter().map(|(_, root)| render(tree, *root)).collect() };
    let once = all(tree);
    let again = upgrade::to_latest(tree, root, &mut Diagnostics::new());
    assert!(again.is_some(), "{what}: an upgraded document is one of OpenAPI");
    similar(&once, &all(tree), what);
}

fn similar(once: &str, twice: &str, what: &str) {
    let differs = once.lines().zip(twice.lines()).enumerate().find(|(_, (a, b))| a != b);
    assert!(
        once == twice,
        "{what}: a second upgrade changes the document, first at {differs:?}\n{once}"
    );
}

#[test]
fn a_second_upgrade_changes_nothing() {
    for path in documents(&folder()) {
        let (_, mut tree, root) = load(&path).expect("a case can be read");
        upgrade::to_latest(&mut tree, root, &mut Diagnostics::new()).expect("a case can be upgraded");
        assert_idempotent(&mut tree, root, &path.display().to_string());
    }
}

/// Documents made of our cases by random changes: members dropped, moved, renamed, replaced by something of another
/// type. The seed is printed, so a failure can be repeated.
#[test]
fn no_document_breaks_the_upgrade() {
    let rounds = std::env::var("SPECWRIGHT_ROUNDS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(60);
    for (index, path) in documents(&folder()).iter().enumerate() {
        for round in 0..rounds {
            let seed = index as u64 * 1_000_003 + round;
            let (_, mut tree, root) = load(path).expect("a case can be read");
            Mutator::new(seed).mutate(&mut tree, root);
            let what = format!("{} with seed {seed}", path.display());
            let before = render(&tree, root);
            let meanings = invariants::meanings(&tree);
            if upgrade::to_latest(&mut tree, root, &mut Diagnostics::new()).is_some() {
                // A node that two references take for two kinds of objects has no shape to promise. With the parts
                // of a document in several files that happens too often to tell; they must only not panic.
                let faults = invariants::faults(&tree, root, &meanings).filter(|_| tree.roots().len() == 1);
                let Some(faults) = faults else { continue };
                assert!(faults.is_empty(), "{what}: {faults:#?}\n{before}");
                assert_idempotent(&mut tree, root, &format!("{what}\n{before}\n---\n"));
            }
        }
    }
}

/// The documents of a corpus: no panic, and the promised shape.
#[test]
fn real_documents_get_the_shape() {
    let Ok(corpus) = std::env::var("SPECWRIGHT_CORPUS") else {
        #[expect(clippy::print_stderr, reason = "a skipped test says so")]
        {
            eprintln!("skipped: SPECWRIGHT_CORPUS names no folder of documents");
        }
        return;
    };
    let mut faults = Vec::new();
    let mut count = 0;
    for path in corpus_documents(Path::new(&corpus)) {
        let Some((_, mut tree, root)) = load(&path) else {
            continue;
        };
        count += 1;
        let meanings = invariants::meanings(&tree);
        if upgrade::to_latest(&mut tree, root, &mut Diagnostics::new()).is_some() {
            let found = invariants::faults(&tree, root, &meanings).unwrap_or_default();
            faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", path.display())));
            assert_idempotent(&mut tree, root, &path.display().to_string());
        }
    }
    assert!(count > 0, "the corpus holds documents");
    assert!(faults.is_empty(), "{faults:#?}");
}

fn corpus_documents(folder: &Path) -> Vec<PathBuf> {
    let mut found = documents(folder);
    let entries = std::fs::read_dir(folder).expect("the corpus can be listed");
    let mut folders: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    for folder in folders {
        found.extend(corpus_documents(&folder));
    }
    found
}

#[test]
fn a_diagnostic_of_a_moved_node_points_to_its_line() {
    let text = "swagger: '2.0'\npaths:\n  /a:\n    post:\n      parameters:\n      - name: b\n        in: body\n        schema: {type: Int}\n";
    let mut sources = SourceMap::new();
    let mut diags = Diagnostics::new();
    let loader = DiskLoader::new(".");
    let mut tree =
        import::load_text(&mut sources, &loader, Path::new("a.yaml"), text, &mut diags).expect("it can be read");
    let root = tree.document().expect("it has a root");
    upgrade::to_latest(&mut tree, root, &mut diags).expect("it can be upgraded");
    let found = diags
        .iter()
        .find(|found| found.problem.code() == "SW0320")
        .expect("a diagnostic");
    let span = found.location.span.expect("a place");
    assert_eq!(sources.position(span).line, 8);
    assert_eq!(
        found.location.pointer.as_deref(),
        Some("#/paths/~1a/post/parameters/0/schema/type")
    );
    let body = tree.lookup(root, "/paths/~1a/post/requestBody").expect("the body");
    assert!(matches!(tree.value(body), Value::Object(_)));
    assert_eq!(tree.pointer(body), "#/paths/~1a/post/parameters/0");
}
