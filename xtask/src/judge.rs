//! `judge`: what the rules of `diff` say of programs, against the compiler.
//!
//! Each pair of documents in `tests/cases/compat` has a program that uses what changes. All programs are compiled with the clients of
//! the old documents, where they must compile, and with those of the new ones, which decides: a crate for each, a module for each pair.
//! Errors of one kind hide those of a later one, so that modules with errors are taken out and the rest is compiled again.

use crate::project;
use crate::scratch::{Complaint, Scratch};
use specwright::compat::{self, Rule, Source};
use specwright::config::Layout;
use specwright::diag::{Diagnostics, Style};
use specwright::source::SourceMap;
use specwright::surface::{Kind, Surface, own_name};
use specwright_cli::{CommandResult, Status, report};
use specwright_tests::compat as pairs;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;

/// The share of equal verdicts below which the command fails, in percent.
const LEAST: usize = 95;
/// Kinds of errors that hide one another are fewer.
const MAX_ROUNDS: usize = 8;

/// What is compared.
#[derive(clap::Args)]
pub struct Args {
    /// Compare only these rules
    #[arg(value_name = "RULE")]
    rules: Vec<String>,
}

/// A pair of documents with a program.
struct Pair {
    rule: Rule,
    /// The module of the program.
    module: String,
    program: String,
    /// The code of both clients.
    clients: [String; 2],
    features: BTreeSet<String>,
    /// Whether the rules say that the program does not compile with the new client.
    breaks: bool,
}

/// Runs the command.
pub fn run(args: &Args) -> CommandResult {
    project::enter_root()?;
    let mut judged = Vec::new();
    for rule in Rule::ALL {
        let is_asked_for = args.rules.is_empty() || args.rules.iter().any(|id| id == rule.row().id);
        if is_asked_for && let Some(pair) = pair(*rule)? {
            judged.push(pair);
        }
    }
    let scratch = Scratch::new("judge")?;
    let old = complaints(&scratch, "judge-old", 0, &judged)?;
    let new = complaints(&scratch, "judge-new", 1, &judged)?;
    let mut agreed = 0;
    let mut rows = Vec::new();
    for pair in &judged {
        let said = if pair.breaks { "breaks" } else { "compiles" };
        let found = match (old.get(&pair.module), new.get(&pair.module)) {
            (Some(complaint), _) => format!("does not compile with the old client: {}", complaint.text),
            (None, Some(complaint)) => format!("breaks: {}", complaint.text),
            (None, None) => "compiles".to_owned(),
        };
        match found.split(':').next() == Some(said) {
            true => agreed += 1,
            false => rows.push(vec![pair.rule.row().id.to_owned(), said.to_owned(), found]),
        }
    }
    if !rows.is_empty() {
        let head = [("rule", false), ("says", false), ("the compiler", false)];
        print!("{}", report::table(&head, &rows));
    }
    println!("agreement: {agreed} of {} pairs have the same verdict", judged.len());
    Ok(Status::done_if(agreed * 100 >= judged.len() * LEAST))
}

/// The pair of a rule; `None` if it has no program, as what is a matter of Cargo's features.
fn pair(rule: Rule) -> Result<Option<Pair>, Box<dyn Error>> {
    let directory = pairs::directory(rule);
    let program = directory.join("program.rs");
    if !program.exists() {
        return Ok(None);
    }
    let (old, old_code) = client(rule, "old.yaml")?;
    let (new, new_code) = client(rule, "new.yaml")?;
    let features = |surface: &Surface| {
        let items = surface.items.iter().filter(|(_, item)| item.kind == Kind::Feature);
        let names = items.map(|(name, item)| own_name(name, item.kind).to_owned());
        names.collect::<BTreeSet<String>>()
    };
    // A change can have another one behind it, which has a rule of its own. Where a name means something else, programs compile.
    let changes = compat::compare(&old, &new);
    Ok(Some(Pair {
        rule,
        module: rule.row().id.replace('-', "_"),
        program: fs::read_to_string(program)?,
        breaks: changes.iter().any(|change| change.source == Source::Breaks)
            && !changes.iter().any(|change| change.source == Source::MeansOther),
        features: features(&old).union(&features(&new)).cloned().collect(),
        clients: [old_code, new_code],
    }))
}

/// A client as one module, and its surface.
fn client(rule: Rule, which: &str) -> Result<(Surface, String), Box<dyn Error>> {
    let (mut sources, mut problems) = (SourceMap::new(), Diagnostics::new());
    let (input, mut config) = pairs::document(&pairs::directory(rule), which, &mut sources, &mut problems);
    config.output.layout = Layout::File;
    config.output.surface = true;
    config.examples = false;
    let generated = specwright::generate(&mut sources, &input, &config, &mut problems);
    let report = || problems.render(&sources, Style::Plain);
    let generated = generated.ok_or_else(report)?;
    let code = generated.files.iter().next().map(|(_, text)| text.to_owned());
    match (generated.surface, code) {
        (Some(surface), Some(code)) => Ok((surface, code)),
        (_, _) => Err(report().into()),
    }
}

/// What the compiler says against the modules of one edition: the first error of each.
fn complaints(
    scratch: &Scratch,
    package: &str,
    edition: usize,
    pairs: &[Pair],
) -> Result<BTreeMap<String, Complaint>, Box<dyn Error>> {
    let mut found: BTreeMap<String, Complaint> = BTreeMap::new();
    for _ in 0..MAX_ROUNDS {
        let rest: Vec<&Pair> = pairs.iter().filter(|pair| !found.contains_key(&pair.module)).collect();
        write(scratch, package, edition, &rest)?;
        let verdicts = scratch.run(&[package], &["check"])?;
        let errors = verdicts.get(package).map_or(&[][..], |verdict| &verdict.errors);
        if errors.is_empty() {
            return Ok(found);
        }
        for error in errors {
            // `src/<module>/program.rs`; what is elsewhere is an error of a client.
            let module = error
                .file
                .trim_start_matches("src/")
                .split('/')
                .next()
                .unwrap_or_default();
            if !rest.iter().any(|pair| pair.module == module) {
                return Err(error.text.clone().into());
            }
            found.entry(module.to_owned()).or_insert_with(|| error.clone());
        }
    }
    Err(format!("{package}: after {MAX_ROUNDS} rounds there are still errors").into())
}

fn write(scratch: &Scratch, package: &str, edition: usize, pairs: &[&Pair]) -> std::io::Result<()> {
    let root = scratch.package(package);
    let features: BTreeSet<&String> = pairs.iter().flat_map(|pair| &pair.features).collect();
    let names: Vec<String> = features.iter().map(|feature| format!("{feature:?}")).collect();
    let lines: String = features.iter().map(|feature| format!("{feature} = []\n")).collect();
    let manifest = format!(
        "[package]\nname = \"{package}\"\nversion = \"1.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [features]\ndefault = [{}]\n{lines}\n\
         [dependencies]\nspecwright-runtime = {{ version = \"*\", default-features = false }}\n",
        names.join(", ")
    );
    let mut lib = String::from("//! Programs, each with a client.\n\n#![allow(warnings)]\n\n");
    for pair in pairs {
        let directory = root.join("src").join(&pair.module);
        fs::create_dir_all(&directory)?;
        fs::write(directory.join("api.rs"), &pair.clients[edition])?;
        fs::write(directory.join("program.rs"), &pair.program)?;
        lib.push_str(&format!(
            "pub mod {} {{\n    pub mod api;\n    pub mod program;\n}}\n",
            pair.module
        ));
    }
    fs::write(root.join("src/lib.rs"), lib)?;
    fs::write(root.join("Cargo.toml"), manifest)
}
