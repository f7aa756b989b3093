//! The code that is printed for our own list of patterns: it is committed, compiled, and run against the oracle.
//!
//! `SPECWRIGHT_UPDATE=1` writes it anew.

use specwright::emit::pattern::matcher_fn;
use specwright::pattern::compile;
use specwright::plan::names::{Case, Scope};

use crate::inputs::texts;
use crate::oracle::Oracle;
use crate::{own_patterns, texts_per_pattern};

#[path = "../../compiled/patterns.rs"]
mod compiled;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/compiled/patterns.rs");

#[test]
fn the_committed_code_is_fresh() {
    let printed = print();
    if std::env::var_os("SPECWRIGHT_UPDATE").is_some() {
        std::fs::write(FILE, &printed).unwrap();
    }
    let committed = std::fs::read_to_string(FILE).unwrap();
    assert!(
        committed == printed,
        "compiled/patterns.rs is stale; run the test with SPECWRIGHT_UPDATE=1"
    );
}

#[test]
fn compiled_answers_are_the_oracles() {
    assert_eq!(compiled::MATCHERS.len(), own_patterns().len());
    for (source, is_match) in compiled::MATCHERS {
        let pattern = compile(source).unwrap();
        if let Some(oracle) = Oracle::new(&pattern) {
            oracle.check(&pattern, &texts(&pattern, texts_per_pattern(400)), is_match);
        }
    }
}

/// All functions, and a list of them with their patterns.
fn print() -> String {
    let mut functions = String::new();
    let mut rows = String::new();
    for (index, source) in own_patterns().into_iter().enumerate() {
        let name = Scope::default().claim(&format!("pattern_{index}"), Case::Field);
        let pattern = compile(source).unwrap();
        functions.push('\n');
        functions.push_str(&matcher_fn(&name, &pattern));
        rows.push_str(&format!("    ({source:?}, {name}),\n"));
    }
    format!(
        "//! What is printed for the patterns of our own list.\n\
        // @generated\n\
        #![cfg_attr(rustfmt, rustfmt_skip)]\n\n\
        pub(crate) type Matcher = fn(&str) -> bool;\n\
        pub(crate) const MATCHERS: &[(&str, Matcher)] = &[\n{rows}];\n{functions}"
    )
}
