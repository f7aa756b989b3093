//! No pattern takes long or much memory, however large or odd: steps are counted, since time says more about the machine.

use specwright::pattern::{Effort, MAX_PATTERN_BYTES, Matcher, compile};

/// Compiles a pattern within the limits of all its steps; what that took.
fn check(source: &str) -> Effort {
    let Ok(pattern) = compile(source) else {
        return Effort::default();
    };
    if let Matcher::Table(table) = &pattern.matcher {
        assert!(table.bytes() <= specwright::pattern::MAX_TABLE_BYTES);
    }
    let _ = (pattern.is_match("a"), pattern.sample(1), pattern.strict_source());
    let effort = pattern.facts.effort;
    let shown: String = source.chars().take(60).collect();
    assert!(effort.is_within_limit(), "{shown} took {effort:?}");
    effort
}

#[test]
fn nesting_costs_no_stack() {
    for depth in [10, 1_000, 10_000, 30_000] {
        for (open, close) in [
            ("(", ")"),
            ("(?:", ")"),
            ("(?=", ")"),
            ("(a|", ")"),
            ("(", ")*"),
            ("(?:", "){2}"),
            ("(?:a", ")?b"),
        ] {
            if depth * (open.len() + close.len()) < MAX_PATTERN_BYTES {
                check(&format!("{}a{}", open.repeat(depth), close.repeat(depth)));
                check(&format!("^{}a{}\\1$", open.repeat(depth), close.repeat(depth)));
            }
        }
        check(&"(".repeat(depth));
        check(&"[".repeat(depth));
        check(&")".repeat(depth));
    }
}

#[test]
fn length_is_bounded() {
    let million = "a".repeat(1_000_000);
    assert!(compile(&million).is_err());
    for part in [
        "a",
        "ab|",
        "[a-c]",
        "a?",
        "a*",
        "a+b",
        ".",
        "\\p{L}",
        "(?=a)",
        "(?<=b)",
        "\\b",
        "\\u{1F600}",
        "é",
        "(?:a|b)*",
        "a{9}",
        "(a)",
        "\\1",
        "$",
        "^",
    ] {
        check(&part.repeat(60_000 / part.len()));
        check(&part.repeat(1_000 / part.len()));
    }
}

#[test]
fn repetition_is_bounded() {
    for source in [
        "a{4294967295}",
        "a{99999999999999999999}b",
        "(a{1000}){1000}",
        "(?:(?:(?:a{99}){99}){99}){99}",
        "(a{0,65535}){0,65535}b",
        "(?:){4294967295}",
        "(?:a?){1000}b",
        "(a|b)*a(a|b){30}",
        ".*a.{60}b",
        "(?:.{1,500},)+x",
        "(?:(?:a|b)*c){200}d",
        "(?:\\p{L}\\p{N}){50}x",
        "(?=.*a)(?=.*b)(?=.*c)(?=.*d)(?=.*e)(?=.*f)(?=.*g)(?=.*h)x",
        "(?:(?!a.{9}b).)*",
        "(?:(?=.*a.{3})b)*c",
        "(?<=a.{12})b",
        "(?:\\b\\w+\\b\\W*){30}",
        "[^a]{500}.{500}[^b]{500}c",
        "\\p{L}*\\p{Lu}\\p{Ll}*\\p{Script=Greek}",
    ] {
        check(source);
    }
}

#[test]
fn look_arounds_are_bounded_together() {
    // Each is small, and all are large.
    let many = check(&"(?=a{999}b)".repeat(1_000));
    assert!(many.states > Effort::LIMIT.states / 2 && many.threads == 0, "{many:?}");
    // What is owed at one place is any choice of the look-aheads.
    let letters = ('a'..='z').map(|letter| format!("(?=.*{letter})"));
    let any = check(&format!("^(?:{})*x", letters.collect::<Vec<_>>().join("|")));
    assert!(any.threads > Effort::LIMIT.threads / 2, "{any:?}");
}

#[test]
fn refused_patterns_say_where() {
    for (source, part) in [
        ("a(b", "never closed"),
        ("(?>a)", "not followed"),
        ("(?x)a", "no equal"),
        ("[b-a]", "out of order"),
        ("\\p{Nothing}", "Nothing"),
    ] {
        let error = compile(source).unwrap_err();
        assert!(error.message.contains(part), "{error}");
    }
}
