//! `fuzz --prove`: faults that were mended are put back into a copy of the workspace, one at a time, and the fuzzer looks for them.

use crate::{project, values};
use serde_json::Value;
use specwright::source;
use specwright_cli::{CommandResult, Status};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The faults.
const FAULTS: &str = "fuzz/faults.yaml";

/// A fault that was mended.
#[derive(Debug)]
struct Fault {
    name: String,
    file: PathBuf,
    /// What is in the file now, once, and what was there.
    edits: Vec<(String, String)>,
}

impl Fault {
    /// The text of its file with the fault in it.
    ///
    /// # Errors
    /// A place that is not there exactly once.
    fn put_into(&self, text: &str) -> Result<String, String> {
        let mut text = text.to_owned();
        for (now, before) in &self.edits {
            let count = text.matches(now.as_str()).count();
            if count != 1 {
                return Err(format!(
                    "{}: {now:?} is {count} times in {}",
                    self.name,
                    self.file.display()
                ));
            }
            text = text.replace(now.as_str(), before);
        }
        Ok(text)
    }
}

/// All faults, in the order of the file.
fn faults(root: &Path) -> Result<Vec<Fault>, Box<dyn Error>> {
    let read = values::read_value(&root.join(FAULTS))?;
    let all = read.as_array().into_iter().flatten();
    Ok(all
        .map(fault)
        .collect::<Option<_>>()
        .ok_or("a fault without a name, a file or edits")?)
}

fn fault(read: &Value) -> Option<Fault> {
    let edits = read["edits"].as_object()?.iter();
    Some(Fault {
        name: read["fault"].as_str()?.to_owned(),
        file: read["file"].as_str()?.into(),
        edits: edits
            .map(|(now, before)| Some((now.clone(), before.as_str()?.to_owned())))
            .collect::<Option<_>>()?,
    })
}

/// Puts back the faults whose names contain one of these words, or all, and says of each when the fuzzer has found it. Without words the
/// workspace as it is comes first, in which there must be nothing to find.
pub fn run(words: &[String], seconds: u64, seed: u64) -> CommandResult {
    let root = project::root()?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let work = std::path::absolute(target)?.join("prove");
    let copy = work.join("workspace");
    let is_wanted = |fault: &Fault| words.is_empty() || words.iter().any(|word| fault.name.contains(word));
    let all = faults(&root)?;
    let wanted: Vec<&Fault> = all.iter().filter(|fault| is_wanted(fault)).collect();
    println!("| fault | after | what the fuzzer says |\n| --- | ---: | --- |");
    let mut is_proven = true;
    if words.is_empty() {
        copy_tracked(&root, &copy)?;
        is_proven &= look("none", &root, &work, seconds, seed)?.is_none();
    }
    for fault in wanted {
        copy_tracked(&root, &copy)?;
        let file = copy.join(&fault.file);
        let text = fs::read_to_string(&file).map_err(|error| project::named(&file, &error))?;
        fs::write(&file, fault.put_into(&text)?)?;
        is_proven &= look(&fault.name, &root, &work, seconds, seed)?.is_some();
    }
    copy_tracked(&root, &copy)?;
    Ok(if is_proven { Status::Done } else { Status::Failed })
}

/// Makes the copy what the workspace is. What is the same is not written, so that Cargo does not build it again.
fn copy_tracked(root: &Path, copy: &Path) -> Result<(), Box<dyn Error>> {
    let listed = Command::new("git")
        .args(["ls-files", "-z"])
        .current_dir(root)
        .output()?;
    let listed = String::from_utf8(listed.stdout)?;
    for path in listed.split_terminator('\0') {
        // What is deleted and not yet committed is listed too.
        let Ok(bytes) = source::read(&root.join(path)) else {
            continue;
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

/// Builds the fuzzer of the copy and runs it until it has found something; prints a row of the table, and returns what it has found.
fn look(name: &str, root: &Path, work: &Path, seconds: u64, seed: u64) -> Result<Option<String>, Box<dyn Error>> {
    let target = work.join("target");
    let mut build = project::cargo();
    build.args(["build", "--quiet", "--profile", "fuzz", "--target-dir"]);
    build
        .arg(&target)
        .arg("--manifest-path")
        .arg(work.join("workspace/fuzz/Cargo.toml"));
    // Warnings are of the fault: nothing uses what mended it.
    let built = build.current_dir(root).output()?;
    if !built.status.success() {
        let said = String::from_utf8_lossy(&built.stderr);
        return Err(format!("with the fault \"{name}\" the fuzzer cannot be built:\n{said}").into());
    }
    let mut fuzzer = Command::new(target.join("fuzz/specwright-fuzz"));
    fuzzer.args([
        "--first",
        "--seconds",
        &seconds.to_string(),
        "--seed",
        &seed.to_string(),
    ]);
    let said = fuzzer.current_dir(root).output()?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let found = said
        .lines()
        .find_map(|line| line.strip_prefix("after ")?.split_once(": "));
    match found {
        Some((after, what)) => println!("| {name} | {after} | {} |", what.replace('|', "\\|")),
        None => println!("| {name} | not found | {} |", said.lines().last().unwrap_or_default()),
    }
    Ok(found.map(|(_, what)| what.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{faults, project};
    use std::collections::BTreeSet;

    #[test]
    fn every_fault_can_be_put_back() {
        let root = project::root().expect("the workspace");
        let all = faults(&root).expect("the faults are read");
        assert!(all.len() > 20);
        let names: BTreeSet<&str> = all.iter().map(|fault| fault.name.as_str()).collect();
        assert_eq!(names.len(), all.len());
        for fault in &all {
            let text = std::fs::read_to_string(root.join(&fault.file)).expect("its file");
            let changed = fault.put_into(&text).expect("each place is there once");
            assert_ne!(changed, text, "{}", fault.name);
        }
    }
}
