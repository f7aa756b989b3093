//! Our answer is that of an engine for ECMA-262. The input is a pattern, a line feed, and a text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use specwright::pattern::compile;

/// The engine backtracks: on longer texts it may take exponential time.
const MAX_TEXT: usize = 16;
const MAX_PATTERN: usize = 48;

fuzz_target!(|input: &str| {
    let Some((source, text)) = input.split_once('\n') else {
        return;
    };
    if source.len() > MAX_PATTERN || text.len() > MAX_TEXT {
        return;
    }
    let Ok(pattern) = compile(source) else { return };
    let Some(ours) = pattern.is_match(text) else { return };
    let strict = pattern
        .strict_source()
        .and_then(|strict| regress::Regex::with_flags(&strict, "u").ok());
    // Unicode versions differ, so only the strict spelling, which has no properties, is compared.
    let written = regress::Regex::with_flags(source, "u")
        .ok()
        .filter(|_| !source.contains("\\p") && !source.contains("\\P"));
    for regex in [strict, written].into_iter().flatten() {
        assert_eq!(
            ours,
            regex.find(text).is_some(),
            "pattern {source:?}, text {text:?}, our answer first"
        );
    }
});
