//! Files are short, begin with what they are for, and say nothing of the machine that they were written on.

use crate::rules::{CLOCKS, LONG_FILES, MAX_LINES};
use crate::tokens;
use crate::{Result, SOURCES, rust_files};
use std::fs;
use std::process::Command;

/// What is wrong with a file as a whole.
pub fn problems(name: &str, text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    if !text.starts_with("//! ") {
        wrong.push(format!("{name}: begins without `//!`"));
    }
    let lines = without_tests(text).lines().count();
    let allowed = LONG_FILES.iter().any(|(known, _)| *known == name);
    if lines > MAX_LINES && !allowed && !is_test_file(name) {
        wrong.push(format!("{name}: {lines} lines"));
    }
    if lines <= MAX_LINES && allowed {
        wrong.push(format!("{name}: needs no exception any more"));
    }
    wrong
}

/// The file without its tests, which are at its end.
fn without_tests(text: &str) -> &str {
    text.find("\n#[cfg(test)]\nmod ").map_or(text, |at| &text[..at])
}

/// Whether the whole file is a test module of another one.
fn is_test_file(name: &str) -> bool {
    name.contains("/tests/") || name.ends_with("/tests.rs")
}

#[test]
fn every_file_says_what_it_is_for_and_is_short() -> Result {
    specwright_tests::enter_workspace()?;
    let files = rust_files(SOURCES)?;
    let wrong: Vec<_> = files.iter().flat_map(|(name, text)| problems(name, text)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    for (name, _) in LONG_FILES {
        assert!(files.iter().any(|(known, _)| known == name), "there is no {name}");
    }
    Ok(())
}

/// How long something takes says more about the machine than about the code: tests bound steps instead.
#[test]
fn no_test_asserts_how_long_something_takes() -> Result {
    specwright_tests::enter_workspace()?;
    let files = rust_files(&["codegen/tests", "runtime/tests", "tests/tests", "xtask/tests"])?;
    let reads_clock = |text: &str| tokens::read(text).iter().any(|token| token.is_word("Instant"));
    let found: Vec<_> = files
        .iter()
        .filter(|(_, text)| reads_clock(text))
        .map(|(name, _)| name.as_str())
        .collect();
    let known: Vec<_> = CLOCKS.iter().map(|(name, _)| *name).collect();
    assert_eq!(found, known);
    Ok(())
}

#[test]
fn no_file_of_the_repository_holds_a_path_of_a_machine() -> Result {
    specwright_tests::enter_workspace()?;
    let output = Command::new("git").args(["ls-files", "-z"]).output();
    // A package from a registry is not a repository.
    let Some(output) = output.ok().filter(|output| output.status.success()) else {
        eprintln!("skipped: this is no git repository");
        return Ok(());
    };
    let here = std::env::current_dir()?.to_string_lossy().into_owned();
    let homes = ["/home/", "/Users/", "C:\\Users\\"].map(|home| format!("{home}{}", "runner"));
    for name in String::from_utf8(output.stdout)?
        .split('\0')
        .filter(|name| !name.is_empty())
    {
        let Ok(text) = fs::read_to_string(name) else { continue };
        for path in homes.iter().chain([&here]) {
            assert!(!text.contains(path.as_str()), "{name} holds {path}");
        }
    }
    Ok(())
}
