//! Any text is a pattern or an error: no panic, no hang, and a strict spelling that means the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use specwright::pattern::{MAX_TABLE_BYTES, Matcher, compile};

fuzz_target!(|source: &str| {
    let Ok(pattern) = compile(source) else { return };
    if let Matcher::Table(table) = &pattern.matcher {
        assert!(table.bytes() <= MAX_TABLE_BYTES);
    }
    let sample = pattern.sample(source.len() as u64);
    let Some(strict) = pattern.strict_source() else { return };
    // Classes are written out, so the strict spelling may be too long to be taken on.
    if let Ok(again) = compile(&strict) {
        assert!(again.facts.lenient.is_none(), "{source:?} became {strict:?}");
        assert_eq!(
            pattern.is_match(&sample),
            again.is_match(&sample),
            "{source:?} became {strict:?}"
        );
    }
});
