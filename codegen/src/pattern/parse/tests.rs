//! Tests of the parser: what is accepted, with which leniency, and what is refused where.

use super::super::facts::LeniencyKind;
use super::parse;

fn leniency(source: &str) -> Option<LeniencyKind> {
    parse(source)
        .unwrap_or_else(|error| panic!("{source}: {error}"))
        .leniency
        .map(|leniency| leniency.kind)
}

#[test]
fn strict_syntax_needs_no_leniency() {
    for source in [
        "",
        "a|b",
        "^a$",
        "a*?b+?c??",
        "a{2}b{2,}c{2,3}",
        "(a)(?:b)(?<n>c)\\1\\k<n>",
        "(?=a)(?!b)(?<=c)(?<!d)",
        "[]",
        "[^]",
        "[a-z\\d\\-]",
        "\\^\\$\\/",
        "\\u{1F432}\\uD83D\\uDC32\\x41\\cA\\0",
        "\\p{L}\\P{gc=Nd}",
        "[\\b]",
        "[-a]",
        "[a-]",
        "[[]",
        "\\2(a)(b)",
    ] {
        assert_eq!(leniency(source), None, "{source}");
    }
}

#[test]
fn annex_b_is_recorded() {
    use LeniencyKind::{
        Bracket, ClassEscapeInRange, IdentityEscape, IncompleteEscape, OctalEscape, PropertyName, QuantifiedLookahead,
    };
    for (source, expected) in [
        ("\\-", IdentityEscape('-')),
        ("a\\@", IdentityEscape('@')),
        ("[\\_]", IdentityEscape('_')),
        ("\\Y", IdentityEscape('Y')),
        ("\\k", IdentityEscape('k')),
        ("a{1-20}", Bracket('{')),
        ("a{,x}", Bracket('{')),
        ("a]", Bracket(']')),
        ("[\\w-.]", ClassEscapeInRange),
        ("[.-\\w]", ClassEscapeInRange),
        ("(?=a)*", QuantifiedLookahead),
        ("\\07", OctalEscape),
        ("\\1", OctalEscape),
        ("\\c", IncompleteEscape('c')),
        ("\\xg", IncompleteEscape('x')),
        ("\\u12", IncompleteEscape('u')),
        ("\\p{Greek}", PropertyName),
    ] {
        assert_eq!(leniency(source), Some(expected), "{source}");
    }
}

#[test]
fn errors_name_the_place() {
    for (source, offset) in [
        ("(", 0),
        ("a)", 1),
        ("a(b", 1),
        ("*", 0),
        ("a**", 2),
        ("é+*", 3),
        ("{1}", 0),
        ("^*", 1),
        ("(?<=a)*", 6),
        ("a{3,2}", 1),
        ("[z-a]", 1),
        ("x[a", 1),
        ("a\\", 1),
        ("(?x)a", 0),
        ("(?P=n)a", 0),
        ("(?<1>a)", 0),
        ("(?<n>a)(?<n>b)", 7),
        ("\\k<m>(?<n>a)", 0),
        ("\\p{NoSuch}", 0),
        ("\\u{110000}", 0),
    ] {
        assert_eq!(
            parse(source).map(|_| ()).map_err(|error| error.offset),
            Err(offset),
            "{source}"
        );
    }
}

#[test]
fn depth_and_length_cost_no_stack() {
    let deep = format!("{}a{}", "(".repeat(10_000), ")".repeat(10_000));
    assert!(parse(&deep).is_ok());
    assert!(parse(&"(".repeat(50_000)).is_err());
    assert!(parse(&"[a]".repeat(20_000)).is_ok());
}
