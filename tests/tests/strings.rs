//! Where lengths, patterns, a format and an enumeration meet on one string, one type checks all of them.

use specwright_compiled::constraints::meeting::add_link::Request;
use specwright_compiled::constraints::meeting::types::{Link, Size};
use specwright_runtime::Validate as _;

/// All rules of the type hold, and the compiler has looked.
const LINK: Link = Link::from_static("https://example.com");

#[test]
fn one_error_lists_all_rules_that_are_broken() {
    let error = Link::new("ftp é").expect_err("four rules are broken");
    assert_eq!(
        error.to_string(),
        "must have at least 12 characters; must match the pattern `^[!-~]+$`; must match the pattern `^https://`; \
         must be in the format `uri`"
    );
    let error = Link::new("https://example.com/a/long/path").expect_err("too long");
    assert_eq!(error.to_string(), "must have at most 24 characters");
}

#[test]
#[should_panic(expected = "must have at least 12 characters; must match the pattern `^https://`")]
fn a_bad_constant_is_told_all_of_them() {
    let _ = Link::from_static("http:a");
}

#[test]
fn values_of_an_enumeration_keep_its_other_rules() {
    assert_eq!(Size::VALUES.len(), 4);
    assert_eq!("XL".parse::<Size>(), Ok(Size::Xl));
    let error = "XXL".parse::<Size>().expect_err("not listed");
    assert_eq!(error.to_string(), "must be one of the values of `Size`");
}

#[test]
fn a_pattern_holds_beside_what_only_the_interpreter_checks() {
    let violations = |code: &str| {
        let request = Request::new(LINK, Size::S).code(code);
        request.check().err().map(|violations| violations.to_string())
    };
    assert_eq!(violations("some"), None);
    assert!(violations("Some").is_some_and(|text| text.contains("must match the pattern `^[a-z]+$`")));
    assert!(violations("none").is_some_and(|text| text.contains("not")));
}
