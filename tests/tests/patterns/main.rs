//! Patterns: our answer is that of an engine for ECMA-262, whatever the pattern and the text.

mod corpus;
mod emitted;
mod generated;
mod inputs;
mod limits;
mod oracle;
mod own;
mod suite;

/// The patterns of our own list, one per line.
fn own_patterns() -> Vec<&'static str> {
    include_str!("patterns.txt").lines().collect()
}

/// How many texts are tried per pattern; `SPECWRIGHT_PATTERN_TEXTS` overrides it.
fn texts_per_pattern(default: usize) -> usize {
    std::env::var("SPECWRIGHT_PATTERN_TEXTS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(default)
}
