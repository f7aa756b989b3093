//! The rules of ARCHITECTURE.md that a compiler does not check.

mod architecture;
mod catalogue;
mod ci;
mod circles;
mod files;
mod functions;
mod imports;
mod krate;
mod paths;
mod planted;
mod rules;
mod tokens;
mod words;

use std::error::Error;
use std::fs;
use std::path::Path;

type Result = std::result::Result<(), Box<dyn Error>>;

/// Directories with hand-written Rust.
const SOURCES: &[&str] = &[
    "codegen/src",
    "runtime/src",
    "cli/src",
    "xtask/src",
    "playground/src",
    "tests/src",
    "tests/tests",
];

/// All Rust files below these directories, sorted: names from the workspace, and texts.
fn rust_files(directories: &[&str]) -> std::io::Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    for directory in directories {
        for path in specwright_tests::files_below(Path::new(directory), &["rs"])? {
            let name = path.to_string_lossy().replace('\\', "/");
            found.push((name, fs::read_to_string(&path)?));
        }
    }
    found.sort();
    Ok(found)
}
