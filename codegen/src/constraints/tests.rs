//! What schemas that apply together say, and which values keep it.

use super::{ArrayConstraints, Constraints, NumberConstraints, ObjectConstraints, StringConstraints};
use crate::number::Number;

fn wide() -> Constraints {
    Constraints {
        strings: StringConstraints {
            min_length: Some(1),
            max_length: Some(9),
            patterns: vec!["^a".into()],
        },
        numbers: NumberConstraints {
            minimum: Some(Number::new("1")),
            exclusive_maximum: Some(Number::new("10.5")),
            multiple_of: vec![Number::new("0.5")],
            ..NumberConstraints::default()
        },
        arrays: ArrayConstraints {
            max_items: Some(3),
            ..ArrayConstraints::default()
        },
        objects: ObjectConstraints {
            min_properties: Some(1),
            ..ObjectConstraints::default()
        },
    }
}

fn narrow() -> Constraints {
    Constraints {
        strings: StringConstraints {
            min_length: Some(2),
            max_length: Some(10),
            patterns: vec!["^a".into(), "z$".into()],
        },
        numbers: NumberConstraints {
            minimum: Some(Number::new("1.0")),
            exclusive_maximum: Some(Number::new("10")),
            ..NumberConstraints::default()
        },
        arrays: ArrayConstraints {
            unique_items: true,
            ..ArrayConstraints::default()
        },
        objects: ObjectConstraints {
            max_properties: Some(2),
            ..ObjectConstraints::default()
        },
    }
}

#[test]
fn the_narrower_limit_is_left_in_any_order() {
    let (mut one, mut other) = (wide(), narrow());
    one.tighten(&narrow());
    other.tighten(&wide());
    for both in [&one, &other] {
        assert_eq!((both.strings.min_length, both.strings.max_length), (Some(2), Some(9)));
        assert_eq!(both.strings.patterns.len(), 2);
        assert_eq!(both.numbers.exclusive_maximum, Some(Number::new("10")));
        assert_eq!(both.numbers.multiple_of.len(), 1);
        assert_eq!((both.arrays.max_items, both.arrays.unique_items), (Some(3), true));
        assert_eq!(
            (both.objects.min_properties, both.objects.max_properties),
            (Some(1), Some(2))
        );
    }
    // Equal bounds: the first spelling stays.
    assert_eq!(one.numbers.minimum, Some(Number::new("1")));
    assert!(!one.is_empty() && Constraints::default().is_empty());
}

#[test]
fn what_does_not_keep_a_limit_hears_which() {
    let rules = wide();
    let text = |text: &str, matches: bool| rules.strings.violation(text, |_| matches).map(|found| found.rule);
    assert_eq!(text("", true).as_deref(), Some("minLength: 1"));
    assert_eq!(text("ä".repeat(9).as_str(), true), None);
    assert_eq!(text("b", false).as_deref(), Some("pattern: ^a"));
    let number = |number: &str| rules.numbers.violation(&Number::new(number)).map(|found| found.rule);
    assert_eq!(number("0").as_deref(), Some("minimum: 1"));
    assert_eq!(number("10.5").as_deref(), Some("exclusiveMaximum: 10.5"));
    assert_eq!(number("1.25").as_deref(), Some("multipleOf: 0.5"));
    assert_eq!(number("10"), None);
    assert!(rules.arrays.violation(4, || false).is_some() && rules.arrays.violation(3, || true).is_none());
    assert!(narrow().arrays.violation(9, || true).is_some());
    let object = rules.objects.violation(0).map(|found| found.reason);
    assert_eq!(
        object.as_deref(),
        Some("it has 0 properties, but at least 1 are required")
    );
}
