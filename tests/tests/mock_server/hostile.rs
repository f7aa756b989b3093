//! Bytes that are not requests, and requests that are too much.

use crate::{Served, served, served_file};

const PETS: &str = "tests/cases/ok/operations/bodies.yaml";

fn status(mock: &Served, bytes: &[u8]) -> String {
    let response = mock.send(bytes);
    response.split(' ').nth(1).unwrap_or_default().to_owned()
}

#[test]
fn what_is_no_request_is_answered_with_an_error() {
    let mock = served_file(PETS);
    for (bytes, expected) in [
        ("\0\0\0\0\r\n\r\n", "400"),
        ("GET\r\n\r\n", "400"),
        ("GET / HTTP/9\r\n\r\n", "505"),
        ("GET http HTTP/1.1\r\n\r\n", "400"),
        ("G(T / HTTP/1.1\r\n\r\n", "400"),
        ("GET / HTTP/1.1\r\nno header\r\n\r\n", "400"),
        ("GET / HTTP/1.1\r\n: empty\r\n\r\n", "400"),
        ("POST / HTTP/1.1\r\ncontent-length: -1\r\n\r\n", "400"),
        ("POST / HTTP/1.1\r\ncontent-length: 99999999999999999999\r\n\r\n", "413"),
        (
            "POST / HTTP/1.1\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n",
            "400",
        ),
        ("POST / HTTP/1.1\r\ntransfer-encoding: gzip\r\n\r\n", "501"),
        ("POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n", "400"),
        (
            "POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n",
            "413",
        ),
        ("POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n1\r\nabc", "400"),
        (
            "GET /%ff%00%zz?%=%&[=]&a[[=1 HTTP/1.1\r\nconnection: close\r\n\r\n",
            "404",
        ),
        // The connection ends too early: nothing can be said.
        ("GET / HTTP/1.1\r\nhost: a\r\n", ""),
        ("POST / HTTP/1.1\r\ncontent-length: 5\r\n\r\nabc", ""),
        ("", ""),
    ] {
        assert_eq!(status(&mock, bytes.as_bytes()), expected, "{bytes:?}");
    }
    let endless = vec![b'a'; 1 << 20];
    assert_eq!(status(&mock, &endless), "431");
    let many = format!("GET / HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(1_000));
    assert_eq!(status(&mock, many.as_bytes()), "431");
    assert_eq!(status(&mock, b"GET /\xff HTTP/1.1\r\n\r\n"), "400");
    // It still answers.
    assert_eq!(mock.get("/nowhere", "").0, 404);
}

#[test]
fn a_line_of_the_log_cannot_change_the_terminal() {
    let mock = served_file(PETS);
    mock.get("/\u{1b}[2J", "");
    mock.get(&format!("/{}", "x".repeat(10_000)), "");
    let lines = mock.lines();
    assert_eq!(lines.len(), 2);
    assert!(
        lines
            .iter()
            .all(|line| line.chars().count() <= 301 && !line.contains('\u{1b}')),
        "{lines:?}"
    );
}

#[test]
fn bodies_that_cannot_be_read_are_refused() {
    let mock = served_file("tests/cases/ok/operations/multipart.yaml");
    let paths = ["/upload", "/mixed", "/covers"];
    for path in paths {
        for (media_type, body) in [
            ("multipart/form-data", "--a\r\n\r\n\r\n--a--"),
            ("multipart/form-data; boundary=a", "no boundary"),
            (
                "multipart/form-data; boundary=a",
                "--a\r\ncontent-disposition: form-data; name=x\r\n\r\nx",
            ),
            ("multipart/form-data; boundary=a", "--a\r\n\r\nx\r\n--a--"),
            ("multipart/form-data; boundary=\"\"", "--"),
            ("application/json", "[[[[[[[["),
            ("application/json", "\u{0}"),
            ("\u{1}", "x"),
        ] {
            let headers = format!("content-type: {media_type}\r\n");
            let (status, answer) = mock.ask("POST", path, &headers, body.as_bytes());
            assert!(
                (400..500).contains(&status),
                "{path} {media_type} {body:?}: {status} {answer}"
            );
        }
    }
    let deep = "[".repeat(1 << 20);
    let (status, _) = mock.ask("POST", "/upload", "content-type: application/json\r\n", deep.as_bytes());
    assert!((400..500).contains(&status));
}

/// What a schema asks for is a product: of properties at each level, of items, of the bytes of an example that each item repeats.
#[test]
fn values_that_are_too_large_are_not_made() {
    let row = |count: usize, schema: &dyn Fn(&str) -> String| -> String {
        let next = |index: usize| format!("{{\"$ref\": \"#/components/schemas/S{}\"}}", index + 1);
        let schemas = (0..count).map(|index| format!("\"S{index}\": {}", schema(&next(index))));
        schemas.collect::<Vec<_>>().join(", ")
    };
    let wide = |next: &str| {
        format!(
            "{{\"type\": \"object\", \"required\": [\"a\", \"b\"], \"properties\": {{\"a\": {next}, \"b\": {next}, \"c\": {next}}}}}"
        )
    };
    let list = |next: &str| format!("{{\"type\": \"array\", \"minItems\": 150, \"items\": {next}}}");
    let optional = |next: &str| {
        format!(
            "{{\"type\": \"object\", \"properties\": {{\"a\": {{\"type\": \"array\", \"minItems\": 150, \"items\": {next}}}}}}}"
        )
    };
    let text = "{\"type\": \"string\"}".to_owned();
    let long = format!(
        "{{\"type\": \"object\", \"examples\": [{{\"a\": \"{}\"}}]}}",
        "a".repeat(1 << 20)
    );
    type Grown<'g> = (&'g str, usize, &'g dyn Fn(&str) -> String, &'g str, &'g str);
    let kinds: [Grown<'_>; 5] = [
        ("required properties, few", 4, &wide, &text, "made from the schema"),
        ("required properties", 40, &wide, &text, "is small enough"),
        ("items", 5, &list, &text, "is small enough"),
        ("long items", 2, &list, &long, "is small enough"),
        ("optional items", 5, &optional, &text, "made from the schema"),
    ];
    for (what, count, schema, last, said) in kinds {
        let mock = served(&format!(
            "{{\"openapi\": \"3.1.0\", \"info\": {{\"title\": \"a\", \"version\": \"1\"}}, \"paths\": {{\"/a\": {{\"get\": {{\"responses\": \
             {{\"200\": {{\"description\": \"d\", \"content\": {{\"application/json\": {{\"schema\": {{\"$ref\": \"#/components/schemas/S0\"}}}}}}}}}}}}}}}}, \
             \"components\": {{\"schemas\": {{{}, \"S{count}\": {last}}}}}}}",
            row(count, schema)
        ));
        let (status, body) = mock.get("/a", "");
        assert_eq!(status, 200, "{what}");
        assert!(body.len() < 16 << 20, "{what}: {} bytes", body.len());
        let lines = mock.lines();
        assert!(lines.iter().any(|line| line.contains(said)), "{what}: {lines:?}");
    }
}
