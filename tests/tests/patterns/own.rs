//! Our own list of patterns: the constructs of the language and the habits of API documents.

use specwright::pattern::{Code, EngineReason, Matcher, compile};

use crate::inputs::texts;
use crate::oracle::Oracle;
use crate::{own_patterns, texts_per_pattern};

#[test]
fn every_answer_is_the_oracles() {
    let (mut patterns, mut answers, mut one_sided) = (0, 0, Vec::new());
    for source in own_patterns() {
        let pattern = compile(source).unwrap_or_else(|error| panic!("{source}: {error}"));
        if !pattern.is_const() {
            continue;
        }
        let oracle = Oracle::new(&pattern).unwrap_or_else(|| panic!("{source} cannot be compared"));
        let texts = texts(&pattern, texts_per_pattern(2_000));
        let mut seen = [false; 2];
        for text in &texts {
            seen[usize::from(pattern.is_match(text) == Some(true))] = true;
        }
        if seen != [true; 2] && !pattern.facts.always_matches && !pattern.facts.never_matches {
            one_sided.push(source);
        }
        answers += oracle.check(&pattern, &texts, |text| pattern.is_match(text) == Some(true));
        patterns += 1;
    }
    assert!(patterns > 400, "{patterns} patterns compared");
    assert!(answers > patterns * 1_000, "{answers} answers compared");
    // Texts that all match, or none of them, would tell little.
    assert_eq!(one_sided, [""; 0]);
}

#[test]
fn samples_mostly_match() {
    let (mut matching, mut all) = (0, 0);
    for source in own_patterns() {
        let Ok(pattern) = compile(source) else { continue };
        let answers = (0..20).filter_map(|seed| pattern.is_match(&pattern.sample(seed)));
        for answer in answers {
            all += 1;
            matching += usize::from(answer);
        }
    }
    assert!(matching * 10 > all * 8, "{matching} of {all}");
}

#[test]
fn simple_patterns_are_code() {
    for source in [
        "^https://",
        "^[6-9][0-9]{9}$",
        "^[A-Z]{5}[0-9]{4}[A-Z]$",
        "^(GET|POST)$",
        "\\.json$",
        "^[a-z][a-z0-9_]*$",
        "^.{1,2000}$",
        "^\\d{5}(-\\d{4})?$",
        "^.+$",
        "\\S",
        "^[a-zA-Z0-9]{1,5000}$",
        "^(user|org)_\\w{27}$",
    ] {
        let pattern = compile(source).unwrap();
        assert!(
            matches!(pattern.matcher, Matcher::Code(_)),
            "{source}: {:?}",
            pattern.matcher
        );
    }
}

#[test]
fn constants_are_found() {
    for source in ["", ".*", "^.*", "a*", "(|a)", "^[\\s\\S]*$", "(?=a*)", "a?|b$"] {
        let pattern = compile(source).unwrap();
        assert_eq!(pattern.matcher, Matcher::Code(Code::Constant(true)), "{source}");
        assert!(pattern.facts.always_matches && !pattern.facts.never_matches, "{source}");
    }
    for source in ["[]", "a^", "$a", "\\uD800", "a\\bb", "(?=a)b", "^(?!a)a"] {
        let pattern = compile(source).unwrap();
        assert_eq!(pattern.matcher, Matcher::Code(Code::Constant(false)), "{source}");
        assert!(pattern.facts.never_matches && !pattern.facts.always_matches, "{source}");
    }
}

#[test]
fn engines_are_named_with_their_reason() {
    for (source, reason) in [
        ("(a)\\1", EngineReason::BackReference),
        ("(?=a(?!b))a", EngineReason::NestedLook),
        ("(?<=a\\b)b", EngineReason::LookbehindAssertion),
        ("(?:a{1,100}){1,100}b{1,99}c", EngineReason::TooLarge),
    ] {
        assert_eq!(compile(source).unwrap().matcher, Matcher::Engine(reason), "{source}");
    }
    let large = compile("^(a|b)*a(a|b){10}$").unwrap();
    assert!(
        matches!(large.matcher, Matcher::Engine(EngineReason::TableTooLarge(_))),
        "{:?}",
        large.matcher
    );
}
