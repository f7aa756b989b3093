//! The JSON Schema suite: each group becomes a type that is sent, and each instance is read and validated by it.

use super::{Args, document};
use crate::project;
use crate::scratch::Scratch;
use crate::values::parse;
use serde_json::Value;
use serde_json::value::RawValue;
use specwright::config::{Config, Faults, Layout, Located};
use specwright::diag::Diagnostics;
use specwright::source::SourceMap;
use specwright::{Input, generate};
use specwright_cli::progress::Progress;
use specwright_cli::report;
use specwright_cli::{CommandResult, Status};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Groups that are compiled together.
const BATCH: usize = 80;

/// A schema with its instances.
struct Group {
    file: String,
    description: String,
    document: String,
    tests: Vec<Test>,
    skip: Option<&'static str>,
    failure: Option<String>,
}

/// An instance: is it valid?
struct Test {
    description: String,
    instance: String,
    valid: bool,
    verdict: Option<bool>,
}

type Error = Box<dyn std::error::Error>;

/// Runs the suite of a directory.
pub fn run(dir: &Path, args: &Args) -> CommandResult {
    let mut groups = read(dir, args)?;
    let scratch = Scratch::new("conformance")?;
    scratch.clear()?;
    let run: Vec<usize> = (0..groups.len())
        .filter(|index| groups[*index].skip.is_none())
        .collect();
    let mut progress = Progress::new(run.len());
    for (number, batch) in run.chunks(BATCH).enumerate() {
        let package = format!("batch-{number}");
        run_batch(&scratch, &package, batch, &mut groups)?;
        for index in batch {
            progress.step(&groups[*index].file);
        }
    }
    progress.finish();
    Ok(Status::done_if(summary(&groups, args.list)))
}

fn read(dir: &Path, args: &Args) -> Result<Vec<Group>, Error> {
    let mut groups = Vec::new();
    for path in specwright_tests::files_below(dir, &["json"])? {
        let name = path.strip_prefix(dir).unwrap_or(&path).with_extension("");
        let file = name.to_string_lossy().replace('\\', "/");
        if args.only.as_ref().is_some_and(|part| !file.contains(part.as_str())) {
            continue;
        }
        let text = fs::read_to_string(&path).map_err(|error| project::named(&path, &error))?;
        let list: Vec<BTreeMap<String, Box<RawValue>>> =
            serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))?;
        for group in list {
            groups.push(read_group(&file, &group).map_err(|error| format!("{file}: {error}"))?);
        }
    }
    match groups.is_empty() {
        true => Err(format!("there are no tests in {}", dir.display()).into()),
        false => Ok(groups),
    }
}

fn member<'a>(object: &'a BTreeMap<String, Box<RawValue>>, key: &str) -> Result<&'a str, Error> {
    let value = object.get(key).ok_or_else(|| format!("`{key}` is missing"))?;
    Ok(value.get())
}

fn read_group(file: &str, group: &BTreeMap<String, Box<RawValue>>) -> Result<Group, Error> {
    let text = member(group, "schema")?;
    let schema = parse(text)?;
    let list: Vec<BTreeMap<String, Box<RawValue>>> = serde_json::from_str(member(group, "tests")?)?;
    let test = |test: &BTreeMap<String, Box<RawValue>>| -> Result<Test, Error> {
        Ok(Test {
            description: serde_json::from_str(member(test, "description")?)?,
            instance: member(test, "data")?.to_owned(),
            valid: serde_json::from_str(member(test, "valid")?)?,
            verdict: None,
        })
    };
    let tests = list.iter().map(test).collect::<Result<Vec<Test>, _>>()?;
    let valid = tests.iter().filter(|test| test.valid).map(|test| parse(&test.instance));
    let valid = valid.collect::<Result<Vec<_>, _>>()?;
    Ok(Group {
        file: file.to_owned(),
        description: serde_json::from_str(member(group, "description")?)?,
        document: document::document(text, &schema),
        tests,
        skip: document::skip_reason(file, &schema, &valid),
        failure: None,
    })
}

/// The type of a group as the text of a module.
fn module(document: &str, remotes: &Path, formats: bool) -> Result<String, String> {
    let document = document.to_owned();
    let remotes = remotes.to_owned();
    let work = move || {
        let mut sources = SourceMap::new();
        let mut problems = Diagnostics::tolerant();
        let mut config = Config::default();
        config.output.layout = Layout::File;
        config.faults = Faults::Allow;
        // The suite takes schemas at their word: one without `type` admits values of every type.
        config.exact = true;
        config.examples = false;
        config.formats = formats;
        let copies = Located::from(remotes);
        config.document.locations.insert(document::HOST.to_owned(), copies);
        let input = Input::Text {
            name: "openapi.json".to_owned(),
            text: document,
        };
        let generated = generate(&mut sources, &input, &config, &mut problems);
        let text = generated.and_then(|generated| generated.files.iter().next().map(|(_, text)| text.to_owned()));
        text.ok_or_else(|| {
            let messages: Vec<_> = problems.iter().map(|problem| problem.problem.message()).collect();
            format!("not generated: {}", messages.join("; "))
        })
    };
    let thread = std::thread::Builder::new().stack_size(256 << 20).spawn(work);
    let joined = thread.map_err(|error| error.to_string())?.join();
    joined.unwrap_or_else(|_| Err("the generator panicked".to_owned()))
}

fn run_batch(scratch: &Scratch, package: &str, batch: &[usize], groups: &mut [Group]) -> Result<(), Error> {
    let folder = scratch.package(package);
    fs::create_dir_all(folder.join("src"))?;
    let remotes = folder.join("remotes");
    for (path, schema) in serde_json::from_str::<BTreeMap<String, Value>>(document::REMOTES)? {
        let path = remotes.join(path);
        fs::create_dir_all(path.parent().unwrap_or(&remotes))?;
        fs::write(path, schema.to_string())?;
    }
    fs::write(folder.join("Cargo.toml"), manifest(package))?;
    let mut left = Vec::new();
    for index in batch {
        let group = &groups[*index];
        match module(&group.document, &remotes, document::asserts_formats(&group.file)) {
            Ok(text) => {
                fs::write(folder.join(format!("src/g{index}.rs")), text)?;
                left.push(*index);
            }
            Err(error) => groups[*index].failure = Some(error),
        }
    }
    // An error in one group hides those of later phases in others, so this goes round until all that is left compiles.
    while !left.is_empty() {
        fs::write(folder.join("src/main.rs"), program(&left, groups))?;
        let verdicts = scratch.run(&[package], &["build"])?;
        let verdict = verdicts.get(package).cloned().unwrap_or_default();
        if let Some(program) = verdict.executables.get(package).filter(|_| verdict.errors.is_empty()) {
            return run_program(program, &left, groups);
        }
        let before = left.len();
        left.retain(|index| {
            let file = format!("src/g{index}.rs");
            let error = verdict.errors.iter().find(|error| error.file == file);
            groups[*index].failure = error.map(|error| error.text.clone());
            error.is_none()
        });
        if left.len() == before {
            let first = verdict
                .errors
                .first()
                .map_or("no error was reported", |error| &error.text);
            for index in &left {
                groups[*index].failure = Some(format!("the batch does not compile: {first}"));
            }
            return Ok(());
        }
    }
    Ok(())
}

fn manifest(package: &str) -> String {
    format!(
        "[package]\nname = \"{package}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [features]\ndefault = [\"serde-all\"]\nserde-all = []\n\n\
         [dependencies]\nserde_json = \"1\"\nspecwright-runtime = \"0.1\"\n"
    )
}

/// A program that judges every instance, from the group given as its argument on.
fn program(left: &[usize], groups: &[Group]) -> String {
    let mut text = String::from(
        r#"#![allow(warnings)]
use specwright_runtime::Validate;

/// A type that nothing has to be checked of has no `Validate`: then the second trait, one reference away, is found.
struct Probe<'a, T>(&'a T);

trait Checked {
    fn passes(&self) -> bool;
}

impl<T: Validate> Checked for Probe<'_, T> {
    fn passes(&self) -> bool {
        self.0.check().is_ok()
    }
}

trait Unchecked {
    fn passes(&self) -> bool;
}

impl<T> Unchecked for &Probe<'_, T> {
    fn passes(&self) -> bool {
        true
    }
}

macro_rules! judge {
    ($type:ty) => {
        |text| serde_json::from_str::<$type>(text).is_ok_and(|value| (&Probe(&value)).passes())
    };
}

fn report(group: usize, start: usize, judge: fn(&str) -> bool, instances: &[&str]) {
    if group < start {
        return;
    }
    println!("group {group}");
    for (index, instance) in instances.iter().enumerate() {
        match std::panic::catch_unwind(|| judge(instance)) {
            Ok(valid) => println!("{index} {valid}"),
            Err(_) => println!("{index} panicked"),
        }
    }
}

fn main() {
    let start = std::env::args().nth(1).and_then(|start| start.parse().ok()).unwrap_or(0);
    std::panic::set_hook(Box::new(|_| {}));
    std::thread::Builder::new().stack_size(64 << 20).spawn(move || all(start)).unwrap().join().unwrap();
}

"#,
    );
    for index in left {
        let _ = writeln!(text, "mod g{index};");
    }
    text.push_str("\nfn all(start: usize) {\n");
    for index in left {
        let instances = groups[*index]
            .tests
            .iter()
            .map(|test| format!("{{\"value\":{}}}", test.instance));
        let list: Vec<_> = instances.map(|instance| format!("{instance:?}")).collect();
        let list = list.join(", ");
        let _ = writeln!(
            text,
            "    report({index}, start, judge!(g{index}::types::Holder), &[{list}]);"
        );
    }
    text.push_str("}\n");
    text
}

/// Runs the program. Where it dies within a group, that group has failed and it continues with the next one.
fn run_program(program: &Path, left: &[usize], groups: &mut [Group]) -> Result<(), Error> {
    let mut start = 0;
    loop {
        let output = Command::new(program)
            .arg(start.to_string())
            .stdin(Stdio::null())
            .output()?;
        let mut group = None;
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            let mut words = line.split(' ');
            match (words.next(), words.next()) {
                (Some("group"), Some(index)) => group = index.parse::<usize>().ok(),
                (Some(test), Some(verdict)) => {
                    let test = test.parse::<usize>().ok();
                    let test = group
                        .zip(test)
                        .and_then(|(group, test)| groups.get_mut(group)?.tests.get_mut(test));
                    if let Some(test) = test {
                        test.verdict = verdict.parse().ok();
                    }
                }
                (_, _) => {}
            }
        }
        let next = group.and_then(|group| left.iter().find(|index| **index > group));
        match (output.status.success(), group, next) {
            (false, Some(group), Some(next)) => {
                groups[group].failure = Some("the program died".to_owned());
                start = *next;
            }
            (_, _, _) => return Ok(()),
        }
    }
}

/// Prints what agrees; says whether all does.
fn summary(groups: &[Group], list: bool) -> bool {
    let mut rows: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for group in groups {
        let row = rows.entry(&group.file).or_default();
        if let Some(reason) = group.skip {
            row[3] += 1;
            *reasons.entry(reason).or_default() += 1;
            continue;
        }
        row[2] += 1;
        row[1] += group.tests.len();
        for test in &group.tests {
            let agreed = group.failure.is_none() && test.verdict == Some(test.valid);
            row[0] += usize::from(agreed);
            if list && !agreed {
                let verdict = match (&group.failure, test.verdict) {
                    (Some(failure), _) => failure.clone(),
                    (None, Some(true)) => "accepted".to_owned(),
                    (None, Some(false)) => "refused".to_owned(),
                    (None, None) => "panicked".to_owned(),
                };
                let right = if test.valid { "valid" } else { "invalid" };
                println!(
                    "{}: {}: {} is {right}, but: {verdict}",
                    group.file, group.description, test.description
                );
            }
        }
    }
    let head = [("file", false), ("agreed", true), ("groups", true), ("skipped", true)];
    let row = |(file, [agreed, total, run, skipped]): (&&str, &[usize; 4])| {
        vec![
            (*file).to_owned(),
            format!("{agreed}/{total}"),
            run.to_string(),
            skipped.to_string(),
        ]
    };
    print!("{}", report::table(&head, &rows.iter().map(row).collect::<Vec<_>>()));
    let sum = |column: usize| rows.values().map(|row| row[column]).sum::<usize>();
    let reasons: Vec<_> = reasons
        .iter()
        .map(|(reason, count)| format!("{reason}: {count}"))
        .collect();
    println!(
        "agreed {}/{} groups {} skipped {} ({})",
        sum(0),
        sum(1),
        sum(2),
        sum(3),
        reasons.join(", ")
    );
    sum(0) == sum(1)
}
