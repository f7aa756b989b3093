//! The patterns of real documents; `SPECWRIGHT_CORPUS` names a directory of OpenAPI documents. The times that are printed
//! say something in an optimised build: `cargo test --release -p specwright-tests --test patterns corpus -- --nocapture`.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use specwright::diag::Diagnostics;
use specwright::pattern::{Matcher, Pattern, PatternError, compile};
use specwright::source::SourceMap;
use specwright::tree::{Tree, Value};

use crate::inputs::texts;
use crate::oracle::Oracle;
use crate::texts_per_pattern;

#[test]
#[expect(clippy::print_stderr, reason = "says what was tested")]
fn answers_are_the_oracles() {
    let Ok(folder) = std::env::var("SPECWRIGHT_CORPUS") else {
        eprintln!("skipped: SPECWRIGHT_CORPUS is not set");
        return;
    };
    let sources = patterns_below(Path::new(&folder));
    assert!(!sources.is_empty(), "no patterns below {folder}");
    let start = Instant::now();
    let compiled: Vec<Timed> = sources.iter().map(|source| timed(source)).collect();
    let total = start.elapsed();
    report(&compiled, total);
    let mut compared = 0;
    for pattern in compiled
        .iter()
        .filter_map(|timed| timed.result.as_ref().ok())
        .filter(|pattern| pattern.is_const())
    {
        let oracle = Oracle::new(pattern).unwrap_or_else(|| panic!("{} cannot be compared", pattern.source));
        let texts = texts(pattern, texts_per_pattern(2_000));
        compared += oracle.check(pattern, &texts, |text| pattern.is_match(text) == Some(true));
    }
    eprintln!("{compared} answers compared with the oracle's: all agree");
}

struct Timed {
    source: String,
    result: Result<Pattern, PatternError>,
    taken: Duration,
}

fn timed(source: &str) -> Timed {
    let start = Instant::now();
    let result = compile(source);
    Timed {
        source: source.to_owned(),
        result,
        taken: start.elapsed(),
    }
}

#[expect(clippy::print_stderr, reason = "the figures are what this is for")]
fn report(compiled: &[Timed], total: Duration) {
    let (mut code, mut table, mut other) = (0, 0, Vec::new());
    for timed in compiled {
        match &timed.result {
            Ok(pattern) => match &pattern.matcher {
                Matcher::Code(_) => code += 1,
                Matcher::Table(_) => table += 1,
                Matcher::Engine(reason) => other.push(format!("{:?}: {reason}", timed.source)),
            },
            Err(error) => other.push(format!("{:?}: {error}", timed.source)),
        }
    }
    let all = compiled.len();
    let share = |count: usize| format!("{count} ({:.1} %)", 100.0 * count as f64 / all as f64);
    eprintln!(
        "{all} distinct patterns: {} code, {} tables, {} others",
        share(code),
        share(table),
        share(other.len())
    );
    other.iter().for_each(|line| eprintln!("  {line}"));
    if let Some(slowest) = compiled.iter().max_by_key(|timed| timed.taken) {
        eprintln!(
            "all were built in {total:?}, the slowest in {:?}: {:?}",
            slowest.taken, slowest.source
        );
    }
    assert!((code + table) * 100 >= all * 93, "too many patterns need an engine");
}

/// The distinct values of `pattern` and the keys of `patternProperties`, wherever they are.
fn patterns_below(folder: &Path) -> BTreeSet<String> {
    let files = specwright_tests::files_below(folder, &["json", "yaml", "yml"]);
    let mut patterns = BTreeSet::new();
    for file in files.unwrap_or_default() {
        let Ok(text) = std::fs::read_to_string(&file) else {
            continue;
        };
        if !text.contains("pattern") {
            continue;
        }
        let mut tree = Tree::new();
        let read = specwright::import::read_text(
            &mut tree,
            &mut SourceMap::new(),
            &file,
            &text,
            &mut Diagnostics::tolerant(),
        );
        let mut pending: Vec<_> = read.into_iter().collect();
        while let Some(node) = pending.pop() {
            match tree.value(node) {
                Value::Object(entries) => {
                    for entry in entries {
                        if &*entry.key == "pattern" {
                            patterns.extend(tree.str(entry.value).map(str::to_owned));
                        }
                        if &*entry.key == "patternProperties" {
                            patterns.extend(
                                tree.entries(entry.value)
                                    .iter()
                                    .map(|property| property.key.to_string()),
                            );
                        }
                        pending.push(entry.value);
                    }
                }
                Value::Array(items) => pending.extend(items),
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
            }
        }
    }
    patterns
}
