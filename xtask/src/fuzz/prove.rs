//! `fuzz --prove`: faults that were mended are put back into a copy of the workspace, behind a switch each, and the fuzzer looks for them.
//!
//! One build has all faults, since a build takes longer than most of them are hidden. A switch is a variable of the environment, which the
//! processes of the fuzzer have too.

use crate::{project, values};
use serde_json::Value;
use specwright::source;
use specwright_cli::{CommandResult, Status};
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The faults.
const FAULTS: &str = "fuzz/faults.yaml";
/// The variable that names the fault which is turned on.
const SWITCH: &str = "SPECWRIGHT_FAULT";

/// A fault that was mended.
#[derive(Debug)]
struct Fault {
    name: String,
    edits: Vec<Edit>,
}

/// An expression or a statement, and the one that has the fault.
#[derive(Debug)]
struct Edit {
    file: String,
    now: String,
    before: String,
}

impl Edit {
    /// The text of its file with both, of which the switch chooses one.
    ///
    /// # Errors
    /// What is there now is not there, or not once.
    fn put_into(&self, text: &str, fault: &str) -> Result<String, String> {
        let Edit { file, now, before } = self;
        let count = text.matches(now.as_str()).count();
        if count != 1 {
            return Err(format!("{fault}: {now:?} is {count} times in {file}"));
        }
        let is_on = format!("::std::env::var({SWITCH:?}).is_ok_and(|fault| fault == {fault:?})");
        let lock = "::std::sync::LazyLock";
        let switch = format!("static IS_ON: {lock}<bool> = {lock}::new(|| {is_on});");
        Ok(text.replace(
            now.as_str(),
            &format!("{{ {switch} if *IS_ON {{ {before} }} else {{ {now} }} }}"),
        ))
    }
}

/// All faults, in the order of the file.
fn faults(root: &Path) -> Result<Vec<Fault>, Box<dyn Error>> {
    let read = values::read_value(&root.join(FAULTS))?;
    let all = read.as_array().into_iter().flatten().map(fault);
    Ok(all.collect::<Option<_>>().ok_or("a fault without a name or edits")?)
}

fn fault(read: &Value) -> Option<Fault> {
    let mut edits = Vec::new();
    for (file, places) in read.as_object()?.iter().filter(|(key, _)| *key != "fault") {
        for (now, before) in places.as_object()? {
            edits.push(Edit {
                file: file.clone(),
                now: now.clone(),
                before: before.as_str()?.to_owned(),
            });
        }
    }
    let name = read["fault"].as_str()?.to_owned();
    Some(Fault { name, edits }).filter(|fault| !fault.edits.is_empty())
}

/// The files that faults are in, with all of them.
///
/// # Errors
/// A file that cannot be read, or a place that is not there once.
fn changed(root: &Path, faults: &[Fault]) -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let mut files = BTreeMap::new();
    for fault in faults {
        for edit in &fault.edits {
            let text = match files.remove(&edit.file) {
                Some(text) => text,
                None => fs::read_to_string(root.join(&edit.file))?,
            };
            files.insert(edit.file.clone(), edit.put_into(&text, &fault.name)?);
        }
    }
    Ok(files)
}

/// Turns the faults on whose names contain one of these words, or all, and says of each when the fuzzer has found it. Without words
/// nothing is turned on first, and there must be nothing to find.
pub fn run(words: &[String], seconds: u64, seed: u64) -> CommandResult {
    let root = project::root()?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let work = std::path::absolute(target)?.join("prove");
    let all = faults(&root)?;
    copy(&root, &work.join("workspace"), &changed(&root, &all)?)?;
    let program = build(&root, &work)?;
    let numbers = [seconds, seed].map(|number| number.to_string());
    let look = |name: &str| look(&program, name, &numbers);
    println!("| fault | after | what the fuzzer says |\n| --- | ---: | --- |");
    let mut is_proven = !words.is_empty() || !look("none")?;
    let is_wanted = |name: &str| words.is_empty() || words.iter().any(|word| name.contains(word));
    for fault in all.iter().filter(|fault| is_wanted(&fault.name)) {
        is_proven &= look(&fault.name)?;
    }
    Ok(if is_proven { Status::Done } else { Status::Failed })
}

/// Makes a copy of the files that Git knows. What is the same is not written, so that Cargo does not build it again.
fn copy(root: &Path, copy: &Path, changed: &BTreeMap<String, String>) -> Result<(), Box<dyn Error>> {
    let listed = Command::new("git")
        .args(["ls-files", "-z"])
        .current_dir(root)
        .output()?;
    let listed = String::from_utf8(listed.stdout)?;
    for path in listed.split_terminator('\0') {
        let bytes = match changed.get(path) {
            Some(text) => text.clone().into_bytes(),
            // What is deleted and not yet committed is listed too.
            None => match source::read(&root.join(path)) {
                Ok(bytes) => bytes,
                Err(_) => continue,
            },
        };
        let to = copy.join(path);
        if source::read(&to).is_ok_and(|there| there == bytes) {
            continue;
        }
        to.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(to, bytes)?;
    }
    Ok(())
}

/// Builds the fuzzer of the copy.
fn build(root: &Path, work: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let target = work.join("target");
    let mut build = project::cargo();
    build.args(["build", "--quiet", "--profile", "fuzz", "--target-dir"]);
    build.arg(&target).arg("--manifest-path");
    build.arg(work.join("workspace/fuzz/Cargo.toml"));
    // Warnings are of what puts the faults back.
    let built = build.current_dir(root).output()?;
    if !built.status.success() {
        let said = String::from_utf8_lossy(&built.stderr);
        return Err(format!("with the faults the fuzzer cannot be built:\n{said}").into());
    }
    Ok(target.join("fuzz/specwright-fuzz"))
}

/// Runs the fuzzer until it has found something, and prints a row of the table. Whether it has found something.
fn look(program: &Path, fault: &str, [seconds, seed]: &[String; 2]) -> Result<bool, Box<dyn Error>> {
    let mut fuzzer = Command::new(program);
    fuzzer.args(["--first", "--seconds", seconds, "--seed", seed]);
    let output = fuzzer.env(SWITCH, fault).output()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let found = said
        .lines()
        .find_map(|line| line.strip_prefix("after ")?.split_once(": "));
    let (after, what) = found.unwrap_or(("not found", said.lines().last().unwrap_or_default()));
    println!("| {fault} | {after} | {} |", what.replace('|', "\\|"));
    Ok(found.is_some())
}

#[cfg(test)]
mod tests {
    use super::{changed, faults, project};
    use std::collections::BTreeSet;

    #[test]
    fn every_fault_can_be_put_back() {
        let root = project::root().expect("the workspace");
        let all = faults(&root).expect("the faults are read");
        assert!(all.len() > 20);
        let names: BTreeSet<&str> = all.iter().map(|fault| fault.name.as_str()).collect();
        assert_eq!(names.len(), all.len());
        let files = changed(&root, &all).expect("each place is there once");
        for fault in &all {
            let text: String = fault.edits.iter().map(|edit| files[&edit.file].as_str()).collect();
            assert!(text.contains(&format!("{:?}", fault.name)), "{}", fault.name);
        }
    }
}
