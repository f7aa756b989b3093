//! The tables of the standard, row by row.

use super::*;

fn text(value: &str) -> Value {
    Value::String(value.to_owned())
}

fn list() -> Value {
    Value::List(vec![text("blue"), text("black"), text("brown")])
}

fn object() -> Value {
    Value::Object(vec![
        ("R".to_owned(), text("100")),
        ("G".to_owned(), text("200")),
        ("B".to_owned(), text("150")),
    ])
}

#[test]
fn path_styles() {
    let rows: [(Style, [&str; 4]); 6] = [
        (Style::SIMPLE, ["", "blue", "blue,black,brown", "R,100,G,200,B,150"]),
        (
            Style::SIMPLE_EXPLODE,
            ["", "blue", "blue,black,brown", "R=100,G=200,B=150"],
        ),
        (Style::LABEL, [".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"]),
        (
            Style::LABEL_EXPLODE,
            [".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
        ),
        (
            Style::MATRIX,
            [
                ";color",
                ";color=blue",
                ";color=blue,black,brown",
                ";color=R,100,G,200,B,150",
            ],
        ),
        (
            Style::MATRIX_EXPLODE,
            [
                ";color",
                ";color=blue",
                ";color=blue;color=black;color=brown",
                ";R=100;G=200;B=150",
            ],
        ),
    ];
    for (style, expected) in rows {
        let got = [text(""), text("blue"), list(), object()].map(|value| path("color", style, value));
        assert_eq!(got, expected, "{style:?}");
    }
}

#[test]
fn query_styles() {
    let rows: [(Style, [&str; 4]); 8] = [
        (
            Style::FORM,
            [
                "color=",
                "color=blue",
                "color=blue,black,brown",
                "color=R,100,G,200,B,150",
            ],
        ),
        (
            Style::FORM_EXPLODE,
            [
                "color=",
                "color=blue",
                "color=blue&color=black&color=brown",
                "R=100&G=200&B=150",
            ],
        ),
        (
            Style::SPACE,
            [
                "color=",
                "color=blue",
                "color=blue%20black%20brown",
                "color=R%20100%20G%20200%20B%20150",
            ],
        ),
        (
            Style::SPACE_EXPLODE,
            [
                "color=",
                "color=blue",
                "color=blue&color=black&color=brown",
                "R=100&G=200&B=150",
            ],
        ),
        (
            Style::PIPE,
            [
                "color=",
                "color=blue",
                "color=blue%7Cblack%7Cbrown",
                "color=R%7C100%7CG%7C200%7CB%7C150",
            ],
        ),
        (
            Style::PIPE_EXPLODE,
            [
                "color=",
                "color=blue",
                "color=blue&color=black&color=brown",
                "R=100&G=200&B=150",
            ],
        ),
        (
            Style::DEEP_OBJECT,
            [
                "color=",
                "color=blue",
                "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown",
                "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
            ],
        ),
        (
            Style::FORM.reserved(),
            [
                "color=",
                "color=blue",
                "color=blue,black,brown",
                "color=R,100,G,200,B,150",
            ],
        ),
    ];
    for (style, expected) in rows {
        let got =
            [text(""), text("blue"), list(), object()].map(|value| query("color", style, &value, false).join("&"));
        assert_eq!(got, expected, "{style:?}");
    }
}

#[test]
fn delimiters_inside_values_are_encoded_and_those_between_them_are_not() {
    let values = Value::List(vec![text("a b"), text("c&d"), text("é,")]);
    assert_eq!(query("q", Style::FORM, &values, false), ["q=a%20b,c%26d,%C3%A9%2C"]);
    assert_eq!(query("q", Style::FORM, &values, true), ["q=a+b,c%26d,%C3%A9%2C"]);
    assert_eq!(
        query("q", Style::FORM_EXPLODE.reserved(), &text("a/b?c&d"), false),
        ["q=a/b?c&d"]
    );
    assert_eq!(path("p", Style::SIMPLE, values), "a%20b,c%26d,%C3%A9%2C");
}

#[test]
fn nothing_is_sent_for_nothing() {
    let empty = Value::List(Vec::new());
    for style in [
        Style::FORM,
        Style::FORM_EXPLODE,
        Style::SPACE,
        Style::PIPE,
        Style::DEEP_OBJECT,
    ] {
        for value in [
            Value::Null,
            empty.clone(),
            Value::Object(Vec::new()),
            Value::List(vec![Value::Null]),
        ] {
            assert!(query("q", style, &value, false).is_empty(), "{style:?} {value:?}");
            let empty: &[&str] = if value == Value::Null { &[] } else { &["q="] };
            assert_eq!(query("q", style.allow_empty(), &value, false), empty);
        }
    }
    assert_eq!(header(Style::SIMPLE, &empty), None);
}

#[test]
fn deep_objects_nest() {
    let value = Value::Object(vec![
        ("b".into(), Value::Object(vec![("c".into(), text("1"))])),
        (
            "d".into(),
            Value::List(vec![text("2"), Value::Object(vec![("e".into(), text("3"))])]),
        ),
    ]);
    assert_eq!(
        query("a", Style::DEEP_OBJECT, &value, false),
        ["a%5Bb%5D%5Bc%5D=1", "a%5Bd%5D%5B0%5D=2", "a%5Bd%5D%5B1%5D%5Be%5D=3"]
    );
}

#[test]
fn headers_and_cookies() {
    assert_eq!(header(Style::SIMPLE, &list()).as_deref(), Some("blue,black,brown"));
    assert_eq!(header(Style::SIMPLE, &object()).as_deref(), Some("R,100,G,200,B,150"));
    assert_eq!(
        header(Style::SIMPLE_EXPLODE, &object()).as_deref(),
        Some("R=100,G=200,B=150")
    );
    assert_eq!(header(Style::SIMPLE, &text("a b;c")).as_deref(), Some("a b;c"));
    assert_eq!(cookie("sid", Style::FORM_EXPLODE, &text("a b;c")), ["sid=a%20b%3Bc"]);
    assert_eq!(
        cookie("c", Style::FORM_EXPLODE, &list()),
        ["c=blue", "c=black", "c=brown"]
    );
    assert_eq!(cookie("c", Style::FORM, &list()), ["c=blue,black,brown"]);
    assert_eq!(cookie("c", Style::COOKIE, &text("a=b")), ["c=a=b"]);
    assert_eq!(cookie("c", Style::COOKIE, &list()), ["c=blue,black,brown"]);
    assert_eq!(cookie("c", Style::COOKIE, &object()), ["c=R,100,G,200,B,150"]);
    assert_eq!(
        cookie("c", Style::COOKIE_EXPLODE, &list()),
        ["c=blue", "c=black", "c=brown"]
    );
    assert_eq!(
        cookie("c", Style::COOKIE_EXPLODE, &object()),
        ["R=100", "G=200", "B=150"]
    );
}
