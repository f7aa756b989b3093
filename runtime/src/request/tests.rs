//! Requests as they are made.

use super::*;

static AFFIXED: Operation = Operation::new("affixed", "GET", "/a/{id}.json/b:{x}-{y}/");
static PLAIN: Operation = Operation::new("plain", "GET", "/a/{id}/b");
static PAIR: Operation = Operation::new("pair", "GET", "/a/{x}{y}/b");
static FIXED: Operation = Operation::new("fixed", "GET", "/a b/é?Action={id}&Version=2#Fragment");

fn target(operation: &'static Operation, values: &[(&'static str, &str)]) -> Result<String, Vec<String>> {
    let mut request = Request::new(operation);
    for (name, value) in values {
        request.path(name, Style::SIMPLE, value);
    }
    request.query("q", Style::FORM_EXPLODE, &None::<String>);
    match request.finish() {
        Ok(request) => Ok(request.target),
        Err(invalid) => Err(invalid.violations.iter().map(|v| v.pointer.clone()).collect()),
    }
}

#[test]
fn templates_mix_text_and_parameters() {
    assert_eq!(
        target(&AFFIXED, &[("id", "7"), ("x", "a/b"), ("y", "c-d")]).as_deref(),
        Ok("/a/7.json/b:a%2Fb-c-d/")
    );
    assert_eq!(
        target(&FIXED, &[("id", "x&y")]).as_deref(),
        Ok("/a%20b/%C3%A9?Action=x%26y&Version=2")
    );
}

#[test]
fn no_value_changes_the_endpoint() {
    for (value, expected) in [
        ("a/b ?#%é", "/a/a%2Fb%20%3F%23%25%C3%A9/b"),
        ("..\\..\\admin", "/a/..%5C..%5Cadmin/b"),
        ("../admin", "/a/..%2Fadmin/b"),
        ("%2e%2e", "/a/%252e%252e/b"),
        ("...", "/a/.../b"),
        ("a+b", "/a/a%2Bb/b"),
        ("x\r\nHost: y\0\t", "/a/x%0D%0AHost%3A%20y%00%09/b"),
        ("\u{202e}\u{ff0f}", "/a/%E2%80%AE%EF%BC%8F/b"),
        ("{id}", "/a/%7Bid%7D/b"),
    ] {
        assert_eq!(target(&PLAIN, &[("id", value)]).as_deref(), Ok(expected), "{value:?}");
    }
    for value in [".", "..", ""] {
        assert!(target(&PLAIN, &[("id", value)]).is_err(), "{value:?}");
    }
    assert_eq!(
        target(&PAIR, &[("x", "."), ("y", ".")]),
        Err(vec!["/path/x".to_owned()])
    );
    assert_eq!(
        target(&PLAIN, &[]),
        Err(vec!["/path/id".to_owned(), "/path/id".to_owned()])
    );
    let mut request = Request::new(&PLAIN);
    request.path("id", Style::LABEL, ".");
    assert!(request.finish().is_err(), "a label dot and a dot make `..`");
    let mut request = Request::new(&PLAIN);
    request.path("id", Style::SIMPLE.reserved(), "%2e%2E");
    assert_eq!(request.finish().expect("encoded").target, "/a/%252e%252E/b");
}

#[test]
fn headers_cannot_be_split() {
    for value in ["a\r\nX: y", "a\nb", "a\rb", "a\0b"] {
        let mut request = Request::new(&FIXED);
        request.path("id", Style::SIMPLE, "1");
        request.header("x-name", Style::SIMPLE, value);
        request.header("content-length", Style::SIMPLE, &7);
        request.cookie("c", Style::COOKIE, "a;b");
        let invalid = request.finish().expect_err("refused");
        let pointers: Vec<_> = invalid.violations.iter().map(|v| v.pointer.as_str()).collect();
        assert_eq!(pointers, ["/header/x-name", "/header/content-length", "/cookie/c"]);
        assert!(!invalid.violations.to_string().contains(value));
    }
}
