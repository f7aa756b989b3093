//! Layout, and that no text gets out of a literal or a comment.

use super::{Bytes, Code, Fixed, Float, Lines, Str, code};

fn printed(code: Code) -> String {
    Lines::of(code).print()
}

#[test]
fn what_fits_is_one_line() {
    let code = code!("let x = f($, $);", Str("a"), 1_u64);
    assert_eq!(printed(code), "let x = f(\"a\", 1);\n");
    assert_eq!(
        printed(code!("$::new($)$", Fixed("A"), Float(1.0), None::<Code>)),
        "A::new(1.0)\n"
    );
}

#[test]
fn what_is_too_wide_has_a_line_for_each_item() {
    let long = "x".repeat(60);
    let code = code!("f(&[$, $]);", Str(&long), Str(&long));
    assert_eq!(printed(code), format!("f(&[\n    \"{long}\",\n    \"{long}\",\n]);\n"));
    let code = code!("let a = f($, g($));", Str(&long), Str(&long));
    assert_eq!(
        printed(code),
        format!("let a = f(\n    \"{long}\",\n    g(\"{long}\"),\n);\n")
    );
    let code = code!(
        "a: Some(&Schema { b: $, c: $, ..Schema::ANY }),",
        Str(&long),
        Str(&long)
    );
    let expected = format!("a: Some(&Schema {{\n    b: \"{long}\",\n    c: \"{long}\",\n    ..Schema::ANY\n}}),\n");
    assert_eq!(printed(code), expected);
}

#[test]
fn chains_and_conditions_are_broken_where_they_are_joined() {
    let long = "x".repeat(70);
    let long = &long[..60];
    let code = code!("static A: B = B::new($).c(&[$]).d();", Str(&long), Str(&long));
    let expected = format!("static A: B = B::new(\"{long}\")\n    .c(&[\"{long}\"])\n    .d();\n");
    assert_eq!(printed(code), expected);
    let code = code!("static A: B = B::new($, $).c();", Str(&long), Str(&long[..20]));
    let expected = format!(
        "static A: B =\n    B::new(\"{long}\", \"{}\")\n        .c();\n",
        &long[..20]
    );
    assert_eq!(printed(code), expected);
    let code = Code::joined([code!("a.b($)", Str(&long)), code!("a.c($)", Str(&long))], " && ");
    assert_eq!(printed(code), format!("a.b(\"{long}\")\n    && a.c(\"{long}\")\n"));
}

#[test]
fn a_list_of_the_document_has_a_line_for_each_item() {
    let code = code!("a(&[$]);", Code::each([code!("b"), code!("c")]));
    assert_eq!(printed(code), "a(&[\n    b,\n    c,\n]);\n");
    assert_eq!(printed(code!("a(&[$]);", Code::each(Vec::<Code>::new()))), "a(&[]);\n");
    let chain = code!("$.d(&[$]);", code!("x(1)"), Code::each([code!("b")]));
    assert_eq!(printed(chain), "x(1)\n    .d(&[\n        b,\n    ]);\n");
}

#[test]
fn short_items_share_lines() {
    let numbers = Code::list((0..40_u64).map(|number| number * 1000));
    let text = printed(code!("let a = [$];", numbers));
    assert!(text.lines().count() < 8, "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    let names = Code::filled((0..20_u64).map(|number| code!("AnImportedName$", number)));
    let text = printed(code!("use crate::types::{$};", names));
    assert!(text.lines().count() < 8, "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
}

#[test]
fn blocks_are_indented_and_items_stand_apart() {
    let mut body = Lines::new();
    body.blank();
    body.line(code!("a();"));
    body.block(code!("if b"), Lines::of(code!("c();")), ";");
    body.blank();
    let mut lines = Lines::of_block(code!("fn f()"), body, "");
    lines.items(Lines::of_block(code!("fn g()"), Lines::new(), ""));
    lines.items(Lines::new());
    let expected = "fn f() {\n    a();\n    if b {\n        c();\n    };\n}\n\nfn g() {}\n";
    assert_eq!(lines.print(), expected);
}

/// Texts that would be code if anything let them through.
const HOSTILE: &[&str] = &[
    "\"); panic!(); (\"",
    "\\",
    "\n}\nfn x() {}",
    "*/ fn x() {}",
    "\r\u{2028}\u{202E}\u{0}$",
    "a, b.c(&[",
    "' && ' || {",
];

#[test]
fn no_text_gets_out_of_its_literal() {
    for text in HOSTILE {
        let wide = text.repeat(30);
        for text in [*text, wide.as_str()] {
            let code = printed(code!("const A: &[&str] = &[$, $];", Str(text), Str("b")));
            let syn::Item::Const(constant) = syn::parse_str(&code).expect("one item") else {
                panic!("{code}");
            };
            let syn::Expr::Reference(list) = *constant.expr else {
                panic!("{code}");
            };
            let syn::Expr::Array(list) = *list.expr else {
                panic!("{code}");
            };
            let first = list.elems.first();
            let literal: syn::LitStr = syn::parse_quote!(#first);
            assert_eq!((literal.value().as_str(), list.elems.len()), (text, 2));
            assert!(code.bytes().filter(|byte| *byte == b'\n').count() <= 4, "{code}");
            let bytes = printed(code!("const A: &Bytes = $;", Bytes(text)));
            assert!(syn::parse_str::<syn::File>(&bytes).is_ok(), "{bytes}");
        }
    }
}

#[test]
fn no_text_gets_out_of_its_comment() {
    for text in HOSTILE {
        let mut lines = Lines::new();
        lines.comment("///", text);
        lines.line(code!("struct A;"));
        let printed = lines.print();
        let file: syn::File = syn::parse_str(&printed).expect("it is Rust");
        assert_eq!(file.items.len(), 1, "{printed}");
    }
}

#[test]
fn numbers_are_read_back() {
    for number in [0.1, -2.5, 1e300, 5e-324, f64::MAX, f64::INFINITY, f64::NAN] {
        let text = printed(code!("$", Float(number)));
        let read: f64 = text.trim().parse().expect("a number");
        assert!(read == number || !number.is_finite(), "{text}");
    }
}
