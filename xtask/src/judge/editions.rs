//! Changes between neighbouring editions of real documents: a sample of what `diff` says of them, with a program for each.
//!
//! A package for each edition, one for the programs with the old clients, one for them with the new ones.

use super::names::Names;
use super::program::{Program, program};
use super::uses::Sides;
use super::{Case, agreement, features, rounds};
use crate::scratch::Scratch;
use specwright::compat::{self, Change, Rule, Source};
use specwright::config::Config;
use specwright::diag::{Diagnostics, Style};
use specwright::output::{self, Mode};
use specwright::source::SourceMap;
use specwright::surface::Surface;
use specwright::{Input, generate, surface};
use specwright_cli::{CommandResult, Status};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// An edition of a document.
struct Edition {
    path: PathBuf,
    /// Its directory and its file.
    name: String,
    /// The name of its package.
    package: String,
    surface: Surface,
}

/// Two neighbours, and what changes.
struct Pair<'e> {
    old: &'e Edition,
    new: &'e Edition,
    changes: Vec<Change>,
}

impl Pair<'_> {
    fn name(&self) -> String {
        format!("{} {}", self.old.name, self.new.name)
    }

    fn sides(&self) -> Sides<'_> {
        Sides {
            old: &self.old.surface,
            new: &self.new.surface,
        }
    }
}

/// A change that is compared.
struct Sampled<'p> {
    case: Case,
    pair: &'p Pair<'p>,
    program: Program,
}

/// Compares the verdicts of a sample.
pub fn run(directory: &Path, count: usize) -> CommandResult {
    let series = read(directory)?;
    let neighbours = series.iter().flat_map(|editions| editions.windows(2));
    let pairs: Vec<Pair<'_>> = neighbours
        .filter_map(|pair| match pair {
            [old, new] => Some(Pair {
                old,
                new,
                changes: compat::compare(&old.surface, &new.surface),
            }),
            _ => None,
        })
        .collect();
    let mut names = Names::default();
    for pair in &pairs {
        names.compare(&pair.name(), &pair.old.surface, &pair.new.surface);
    }
    let names_stay = names.print();
    let sampled = sample(&pairs, count);
    let scratch = Scratch::new("judge")?;
    let used: BTreeMap<&str, &Edition> = sampled
        .iter()
        .flat_map(|one| [one.pair.old, one.pair.new])
        .map(|edition| (edition.package.as_str(), edition))
        .collect();
    for edition in used.values() {
        client(&scratch, edition)?;
    }
    let modules: Vec<&str> = sampled.iter().map(|one| one.case.module.as_str()).collect();
    let complaints = |package: &str, edition: for<'p> fn(&'p Pair<'p>) -> &'p Edition| {
        rounds::complaints(&scratch, package, &modules, |rest| {
            let rest = sampled.iter().filter(|one| rest.contains(&&*one.case.module));
            write(&scratch, package, rest.map(|one| (one, edition(one.pair))))
        })
    };
    let old = complaints("judge-editions-old", |pair| pair.old)?;
    let new = complaints("judge-editions-new", |pair| pair.new)?;
    let all: usize = pairs.iter().map(|pair| pair.changes.len()).sum();
    println!(
        "{} of {all} changes between {} pairs of editions",
        sampled.len(),
        pairs.len()
    );
    let cases: Vec<Case> = sampled.into_iter().map(|one| one.case).collect();
    let head = [("editions", false), ("rule", false), ("what changes", false)];
    Ok(agreement(&head, &cases, &old, &new).and(Status::done_if(names_stay)))
}

/// The editions in each directory of a directory, in the order of their names.
fn read(directory: &Path) -> Result<Vec<Vec<Edition>>, Box<dyn Error>> {
    let mut series = Vec::new();
    for (index, directory) in entries(directory)?.into_iter().filter(|path| path.is_dir()).enumerate() {
        let is_document = |path: &PathBuf| {
            let extension = path.extension().and_then(|extension| extension.to_str());
            matches!(extension, Some("json" | "yaml" | "yml"))
        };
        let mut editions = Vec::new();
        for (edition, path) in entries(&directory)?.into_iter().filter(is_document).enumerate() {
            let own = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let (mut sources, mut problems) = (SourceMap::new(), Diagnostics::tolerant());
            let input = Input::Path(path.clone());
            let surface = surface(&mut sources, &input, &Config::default(), &mut problems);
            editions.push(Edition {
                name: format!("{}/{}", own(&directory), own(&path)),
                package: format!("edition-{index}-{edition}"),
                surface: surface.ok_or_else(|| problems.render(&sources, Style::Plain))?,
                path,
            });
        }
        series.push(editions);
    }
    Ok(series)
}

fn entries(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(directory)?.map(|entry| Ok(entry?.path()));
    let mut entries: Vec<PathBuf> = entries.collect::<io::Result<_>>()?;
    entries.sort();
    Ok(entries)
}

/// The same sample each time: changes of each rule in turn, of another pair each time, from all over the reports.
fn sample<'p>(pairs: &'p [Pair<'p>], count: usize) -> Vec<Sampled<'p>> {
    let mut by_place: BTreeMap<(Rule, usize), Vec<(u64, &Change)>> = BTreeMap::new();
    for (index, pair) in pairs.iter().enumerate() {
        for change in &pair.changes {
            let place = (change.rule, index);
            by_place
                .entry(place)
                .or_default()
                .push((hash(&change.sentence), change));
        }
    }
    let mut by_rule: BTreeMap<Rule, Vec<(usize, usize, &Change)>> = BTreeMap::new();
    for ((rule, index), mut changes) in by_place {
        changes.sort_by_key(|(hash, _)| *hash);
        // Rules begin with different pairs, so that a few rounds have all pairs.
        let turn = (index + hash(rule.row().id) as usize % pairs.len()) % pairs.len();
        let ranked = changes.into_iter().enumerate();
        let ranked = ranked.map(|(rank, (_, change))| (rank * pairs.len() + turn, index, change));
        by_rule.entry(rule).or_default().extend(ranked);
    }
    let mut turns = Vec::new();
    for (rule, mut changes) in by_rule {
        changes.sort_by_key(|(turn, _, _)| *turn);
        turns.extend(
            changes
                .into_iter()
                .enumerate()
                .map(|(round, (_, index, change))| (round, rule, index, change)),
        );
    }
    turns.sort_by_key(|(round, rule, index, _)| (*round, *rule, *index));
    let programs = turns.into_iter().filter_map(|(_, _, index, change)| {
        let pair = pairs.get(index)?;
        Some((pair, change, program(&pair.sides(), change)?))
    });
    let programs = programs.take(count).enumerate();
    programs
        .map(|(index, (pair, change, program))| sampled(index, pair, change, program))
        .collect()
}

fn sampled<'p>(index: usize, pair: &'p Pair<'p>, change: &Change, program: Program) -> Sampled<'p> {
    let sides = pair.sides();
    let is_used = |other: &Change| program.uses.iter().any(|used| sides.concerns(other, used));
    // What a report says of a program is what it says of all that the program uses.
    let breaks = |other: &Change| other.source == Source::Breaks && is_used(other);
    Sampled {
        case: Case {
            name: vec![pair.name(), change.rule.row().id.to_owned(), change.sentence.clone()],
            module: format!("p{index}"),
            breaks: change.source == Source::Breaks || pair.changes.iter().any(breaks),
        },
        pair,
        program,
    }
}

/// FNV-1a, which is the same everywhere.
fn hash(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

/// Writes the package of an edition.
fn client(scratch: &Scratch, edition: &Edition) -> Result<(), Box<dyn Error>> {
    let (mut sources, mut problems) = (SourceMap::new(), Diagnostics::tolerant());
    let mut config = Config::default();
    config.package.name = Some(edition.package.clone());
    config.examples = false;
    let input = Input::Path(edition.path.clone());
    let generated = generate(&mut sources, &input, &config, &mut problems);
    let generated = generated.ok_or_else(|| problems.render(&sources, Style::Plain))?;
    output::apply(&generated.files, &scratch.package(&edition.package), Mode::Write)?;
    Ok(())
}

/// Writes the package of the programs, each with its edition.
fn write<'p>(
    scratch: &Scratch,
    package: &str,
    programs: impl Iterator<Item = (&'p Sampled<'p>, &'p Edition)>,
) -> io::Result<()> {
    let root = scratch.package(package);
    fs::create_dir_all(root.join("src"))?;
    let mut lib = String::from("//! Programs, each with a client.\n\n#![allow(warnings)]\n\n");
    let mut dependencies = BTreeSet::new();
    for (one, edition) in programs {
        let Edition { package, surface, .. } = edition;
        let features: Vec<String> = features(surface).map(|name| format!("{name:?}")).collect();
        dependencies.insert(format!(
            "{package} = {{ path = \"../{package}\", default-features = false, features = [{}] }}\n",
            features.join(", ")
        ));
        let text = format!("use {} as api;\n\n{}", package.replace('-', "_"), one.program.text);
        fs::write(root.join("src").join(format!("{}.rs", one.case.module)), text)?;
        lib.push_str(&format!("mod {};\n", one.case.module));
    }
    let dependencies: String = dependencies.into_iter().collect();
    let manifest = format!(
        "[package]\nname = \"{package}\"\nversion = \"1.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [dependencies]\nspecwright-runtime = {{ version = \"*\", default-features = false }}\n{dependencies}"
    );
    fs::write(root.join("src/lib.rs"), lib)?;
    fs::write(root.join("Cargo.toml"), manifest)
}
