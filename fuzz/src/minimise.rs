//! From an input that shows a fault to a small one that shows the same.

use crate::child::{Fault, Worker};
use crate::targets::Target;
use serde_json::Value;
use specwright_tests::mutate::{pointers, put, remove};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// How long it is worth while.
const PATIENCE: Duration = Duration::from_secs(60);

/// Tries one input in a process of its own.
pub fn try_one(target: Target, bytes: &[u8], directory: &Path) -> Option<Fault> {
    let path = directory
        .join(format!("candidate-{:?}", std::thread::current().id()))
        .with_extension(target.extension());
    fs::create_dir_all(directory).ok()?;
    fs::write(&path, bytes).ok()?;
    let words = [target.as_str().to_owned(), path.to_string_lossy().into_owned()];
    let event = Worker::start(&words, &[]).ok()?.next();
    let _ = fs::remove_file(path);
    event?.outcome.err()
}

/// Makes an input small: as a tree where it is one, and then byte by byte.
pub fn minimise(target: Target, bytes: Vec<u8>, fault: &Fault, directory: &Path) -> Vec<u8> {
    let end = Instant::now() + PATIENCE;
    let kind = fault.kind();
    let shows = |bytes: &[u8]| match Instant::now() < end {
        true => Some(try_one(target, bytes, directory).is_some_and(|found| found.kind() == kind)),
        false => None,
    };
    match serde_json::from_slice::<Value>(&bytes) {
        Ok(mut tree) => {
            // Where time is up, what has become of it is small enough.
            let _ = small_tree(&mut tree, shows);
            tree.to_string().into_bytes()
        }
        Err(_) => {
            let mut bytes = bytes;
            let _ = small_bytes(&mut bytes, shows);
            bytes
        }
    }
}

/// Takes nodes away as long as the fault stays, large ones first. `shows`: whether the fault is there, until time is up.
fn small_tree(tree: &mut Value, shows: impl Fn(&[u8]) -> Option<bool>) -> Option<()> {
    let mut changed = true;
    while changed {
        changed = false;
        let mut all = Vec::new();
        pointers(tree, "", &mut all);
        all.sort_by_key(|pointer| pointer.matches('/').count());
        for pointer in all {
            let mut without = tree.clone();
            let Some(taken) = remove(&mut without, &pointer) else {
                continue;
            };
            if shows(without.to_string().as_bytes())? {
                (*tree, changed) = (without, true);
                continue;
            }
            // What is needed may be needed as a name only.
            let is_large = taken.is_object() || taken.is_array();
            let mut emptied = tree.clone();
            put(&mut emptied, &pointer, Value::Object(serde_json::Map::new()));
            if is_large && emptied != *tree && shows(emptied.to_string().as_bytes())? {
                (*tree, changed) = (emptied, true);
            }
        }
    }
    Some(())
}

/// Takes pieces away as long as the fault stays, large ones first.
fn small_bytes(bytes: &mut Vec<u8>, shows: impl Fn(&[u8]) -> Option<bool>) -> Option<()> {
    let mut size = bytes.len() / 2;
    while size > 0 {
        let mut at = 0;
        while at < bytes.len() {
            let mut without = bytes.clone();
            without.drain(at..bytes.len().min(at + size));
            match shows(&without)? {
                true => *bytes = without,
                false => at += size,
            }
        }
        size /= 2;
    }
    Some(())
}
