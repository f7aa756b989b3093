//! What prose becomes.

use super::tree::{Block, plain};
use super::{WIDTH, doc_item, doc_lines, inline_code, line_attrs, summary};
use crate::text::is_invisible;
use proptest::prelude::*;

fn doc(text: &str) -> String {
    doc_lines(text).join("\n")
}

fn check(table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(doc(text), *expected, "{text:?}");
    }
}

#[test]
fn text() {
    check(&[
        ("", ""),
        (" \n\t\n ", ""),
        ("A pet.", "A pet."),
        ("One\r\ntwo\rthree\u{2028}four", "One two three four"),
        ("One\n\n\n\nTwo", "One\n\nTwo"),
        ("    indented as a whole", "indented as a whole"),
        (
            "safe\u{202e}text\u{2066} zero\u{200b}width nul\0 bell\u{7} bom\u{feff}",
            "safetext zerowidth nul bell bom",
        ),
        ("&#8238;bidi by reference &lt;b&gt;", "bidi by reference \\<b>"),
        (
            "a [Pet] and [`Pet`] and [a][b] and [x](Pet)",
            "a \\[Pet\\] and \\[`Pet`\\] and \\[a\\]\\[b\\] and x",
        ),
        (
            "snake_case stays, _this_ and 2 * 3 and *that*",
            "snake_case stays, *this* and 2 * 3 and *that*",
        ),
        ("an odd ` backtick, a \\* star", "an odd \\` backtick, a * star"),
        ("*/ a comment /*, x", "*/ a comment /*, x"),
        ("*/ a comment", "\\*/ a comment"),
        ("AT&T; R&D &amp;lt; &unknown;", "AT\\&T; R&D \\&lt; \\&unknown;"),
        ("x < 3 <= y, ~5", "x < 3 <= y, \\~5"),
        ("1986\\. A great year", "1986\\. A great year"),
        (
            "line\n\\- not a list\n\\# not a heading",
            "line - not a list # not a heading",
        ),
        ("\\- not a list", "\\- not a list"),
        ("\\# 1", "\\# 1"),
        ("\\> quote", "\\> quote"),
        ("foo\\\nbar  \nbaz", "foo\\\nbar\\\nbaz"),
        ("***", "***"),
        (">*#\n:*", "> *# :*"),
        ("`a`<code>b</code>", "`a` `b`"),
    ]);
}

#[test]
fn links() {
    check(&[
        (
            "see https://example.com/a_b?c=d&e.",
            "see <https://example.com/a_b?c=d&e>.",
        ),
        ("(https://example.com/Foo_(bar))", "(<https://example.com/Foo_(bar)>)"),
        (
            "https://{region}.example.com/{id}",
            "`https://{region}.example.com/{id}`",
        ),
        ("`https://example.com`", "`https://example.com`"),
        (
            "[the *docs*](https://example.com \"title\")!",
            "[the *docs*](https://example.com)!",
        ),
        (
            "[docs](/relative), [s](#section/Auth), [j](javascript:alert(1))",
            "docs, s, j",
        ),
        (
            "[docs][1]\n\n[1]: https://example.com/1",
            "[docs](https://example.com/1)",
        ),
        (
            "<https://example.com> <me@example.com>",
            "<https://example.com> [me@example.com](mailto:me@example.com)",
        ),
        (
            "![logo](https://example.com/logo.png)",
            "[logo](https://example.com/logo.png)",
        ),
        (
            "![logo](https://example.com/logo.png =100x20), ![l](https://example.com/l =50%x) and `![l](x =1x1)`",
            "[logo](https://example.com/logo.png), [l](https://example.com/l) and `![l](x =1x1)`",
        ),
        ("![logo](/logo.png =x20)", "logo"),
        (
            "[![Run it](https://example.com/run.svg =128pxx32px)](https://example.com/run)",
            "[Run it](https://example.com/run)",
        ),
        ("![a](b =1ptx2pt)", "!\\[a\\](b =1ptx2pt)"),
        ("![a](b =c)", "!\\[a\\](b =c)"),
        (
            "[a](<https://example.com/x (y)>)",
            "[a](https://example.com/x%20%28y%29)",
        ),
        (
            "Look\\![here](https://example.com)",
            "Look\\![here](https://example.com)",
        ),
        ("text[^1]\n\n[^1]: the note", "text\\[1\\]\n\n\\[1\\]:\n\nthe note"),
        ("http:// and https://", "`http://` and `https://`"),
    ]);
}

#[test]
fn html() {
    check(&[
        (
            "<p>One <b>two</b><br>three</p><p>Four &mdash; &quot;five&quot;</p>",
            "One **two**\\\nthree\n\nFour — \"five\"",
        ),
        ("a<br/><br/>b", "a\n\nb"),
        (
            "<ul><li>One</li><li><p>Two <code>x[0]</code></p></li></ul>",
            "- One\n- Two `x[0]`",
        ),
        (
            "<ul>\n <li>One\n <li>Two\n  <ul><li>Inner</ul>\n</ul>",
            "- One\n- Two\n  - Inner",
        ),
        ("<ol><li>One<li>Two</ol>", "1. One\n2. Two"),
        (
            "<a href=\"https://example.com/?a=1&amp;b=2\">here</a>",
            "[here](https://example.com/?a=1&b=2)",
        ),
        ("<a href='page.html'>there</a>", "there"),
        (
            "<pre><code>a\n  &lt;b&gt; <i>c</i>\n</code></pre>",
            "```text\na\n  <b> c\n```",
        ),
        (
            "Use <petId> or </pet> or <T as U>",
            "Use \\<petId> or \\</pet> or \\<T as U>",
        ),
        ("<fullname>Amazon</fullname> EC2", "Amazon EC2"),
        ("<div class=\"x\">**not bold**</div>", "\\*\\*not bold\\*\\*"),
        ("<!-- secret -->shown<script>alert(1)</script>", "shown"),
        (
            "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>x|y</td></tr></table>",
            "| A | B |\n| --- | --- |\n| 1 | x\\|y |",
        ),
        ("<h3>Head</h3>Text", "Head\n\nText"),
        ("Text<h3>Head</h3>more", "Text\n\n#### Head\n\nmore"),
        ("<b>Note:</b>text", "Note:text"),
        ("<i>unclosed", "*unclosed*"),
        ("</b></ul></td>closed", "closed"),
        ("Vec<Option<u8>>", "Vec\\<Option\\<u8>>"),
    ]);
}

#[test]
fn blocks() {
    check(&[
        ("```\nlet x = 1;\n```", "```text\nlet x = 1;\n```"),
        ("```rust,ignore\nfn main() {}\n```", "```text\nfn main() {}\n```"),
        ("~~~json\n{\"a\": [1]}\t\n~~~", "```json\n{\"a\": [1]}\n```"),
        ("````\n```\ninner\n```\n````", "````text\n```\ninner\n```\n````"),
        (
            "Example:\n\n    assert!(false);\n\nend",
            "Example:\n\n```text\nassert!(false);\n```\n\nend",
        ),
        ("```\nunclosed", "```text\nunclosed\n```"),
        ("```\n\n```", ""),
        (
            "# Title\n\nText\n\n# Second\n\n##### Fifth",
            "Title\n\nText\n\n## Second\n\n**Fifth**",
        ),
        ("Text\n\n## C #\\#", "Text\n\n### C #\\#"),
        ("* a\n* b\n\n  c", "- a\n\n- b\n\n  c"),
        ("- a\n- b\n\n* c", "- a\n- b\n\n* c"),
        ("3) a\n4) b", "3. a\n4. b"),
        ("- [x] done\n- [ ] open", "- [x] done\n- [ ] open"),
        ("> quote\n> more\n\nafter", "> quote more\n\nafter"),
        ("> [!NOTE]\n> Careful.", "> **Note:**\n>\n> Careful."),
        (
            "| a | b |\n|---|:-:|\n| `x\\|y` | [Pet] |",
            "| a | b |\n| --- | --- |\n| `x\\|y` | \\[Pet\\] |",
        ),
        ("- a\n\n  ```\n  code\n  ```", "- a\n\n  ```text\n  code\n  ```"),
        ("a | b\n\\--- | ---", "a | b --- | ---"),
    ]);
}

#[test]
fn prose_is_wrapped_and_nothing_else() {
    let text = "word ".repeat(60);
    let lines = doc_lines(&text);
    assert!(
        lines.len() == 3 && lines.iter().all(|line| line.len() <= WIDTH),
        "{lines:?}"
    );
    // A line must not begin with what would be a list, a heading, or a quote.
    for mark in ["-", "+", "#", "##", "1.", "2)", "===", "---", ">", ">x", "|", "*"] {
        let lines = doc_lines(&format!("{}{mark} x", "y".repeat(WIDTH - 1) + " "));
        assert!(lines.len() == 2 && lines[1].contains('\\'), "{mark}: {lines:?}");
    }
    let code = format!("`{}`", "x y ".repeat(50));
    assert_eq!(doc_lines(&code).len(), 1);
    let table = format!("| a |\n| --- |\n| {} |", "x y ".repeat(50).trim());
    assert_eq!(doc(&table), table);
}

#[test]
fn long_texts_end_with_a_note() {
    let lines = doc_lines(&"All work and no play.\n\n".repeat(50_000));
    assert!(lines.len() < 10_000);
    assert_eq!(
        lines.last().map(String::as_str),
        Some("*The description continues in the document; the rest is left out here.*")
    );
    for nasty in [
        "[", "<", "<a ", "`", "> ", "- ", "* a\n *", "<!--", "&", "**a ", "|a\n|-\n", "<b>", "<td>", "![](", "<x>",
        "https://", "<ul><li>",
    ] {
        let _ = doc_lines(&nasty.repeat(1_000_000 / nasty.len()));
    }
}

#[test]
fn code_spans() {
    let table = [
        ("a", "`a`"),
        ("", "`\"\"`"),
        ("a`b", "``a`b``"),
        ("`", "`` ` ``"),
        (" x ", "`  x  `"),
        ("a\nb\u{202e}", "`a\\nb\\u{202e}`"),
        ("[Pet]", "`[Pet]`"),
    ];
    for (text, expected) in table {
        assert_eq!(inline_code(text), expected, "{text:?}");
    }
}

#[test]
fn summaries() {
    let table = [
        ("", ""),
        ("One pet. Another.", "One pet."),
        ("# Pets\n\nMore", "Pets"),
        (
            "A **bold** [Pet] e.g. `x` is here. Next",
            "A bold \\[Pet\\] e.g. x is here.",
        ),
        ("```\ncode\n```", ""),
        ("<p>First</p><p>second</p>", "First"),
    ];
    for (text, expected) in table {
        assert_eq!(summary(text), expected, "{text:?}");
    }
    let long = summary(&"word ".repeat(100));
    assert!(long.ends_with("word…") && long.len() <= 165, "{long}");
}

#[test]
fn attributes_are_printed_as_comments() {
    let attrs = line_attrs(&["One \\*/ two", "", "```text", "//! x", "```"]);
    let file: syn::File = syn::parse_str(&format!("{attrs} pub struct S;")).expect("doc attributes parse");
    let expected = "/// One \\*/ two\n///\n/// ```text\n/// //! x\n/// ```\npub struct S;\n";
    assert_eq!(prettyplease::unparse(&file), expected);
}

#[test]
fn items_of_lists_begin_with_what_they_are_about() {
    let table: [(&str, &[&str]); 6] = [
        ("One *pet*.", &["* `a`: One *pet*."]),
        ("One.\n\nTwo:\n- x", &["* `a`: One.", "", "  Two:", "", "  - x"]),
        ("# Pets\n\nMore", &["* `a`: Pets", "", "  More"]),
        ("- x\n- y", &["* `a`", "", "  - x", "  - y"]),
        ("```\nx\n```", &["* `a`", "", "  ```text", "  x", "  ```"]),
        ("<br />", &["* `a`"]),
    ];
    for (text, expected) in table {
        assert_eq!(doc_item("`a`", text), expected, "{text:?}");
    }
    let long = doc_item("`a`", &"word ".repeat(60));
    assert!(
        long.iter().all(|line| line.len() <= WIDTH) && long[1].starts_with("  word"),
        "{long:?}"
    );
}

fn prose() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "word",
        " ",
        "\n",
        "\n\n",
        "`",
        "```",
        "~~~",
        "    ",
        "\t",
        "*",
        "**",
        "_",
        "[",
        "]",
        "(",
        ")",
        "[Pet]",
        "](x)",
        "<",
        ">",
        "<b>",
        "</b>",
        "<p>",
        "<ul>",
        "<li>",
        "</ul>",
        "<pre>",
        "</pre>",
        "<code>",
        "</code>",
        "<table>",
        "<tr>",
        "<td>",
        "&lt;",
        "\\",
        "|",
        "| a |\n| --- |\n",
        "- ",
        "1. ",
        "> ",
        "# ",
        "#",
        "---",
        "===",
        "https://a.bc",
        "http://",
        "\u{202e}",
        "\r",
        "\0",
        "!",
        "~~",
        "<x>",
        "</x>",
        "<br>",
        "&#x202e;",
        "[^1]",
        "[^1]: ",
        "[a]: /b\n",
        "*/",
        "/*",
        "fn main() {}",
    ]);
    prop_oneof![
        any::<String>(),
        prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
    ]
}

/// Whether rustdoc would see a block of Rust, or a link that it would resolve as a path.
fn dangers(markdown: &str) -> Vec<String> {
    use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut found = Vec::new();
    let mut broken =
        |link: pulldown_cmark::BrokenLink<'_>| Some((link.reference.into_string().into(), String::new().into()));
    for event in Parser::new_with_broken_link_callback(markdown, options, Some(&mut broken)) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => found.push("indented code".to_owned()),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if info.is_empty() || info.contains("rust") => {
                found.push(format!("code block {info:?}"));
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. })
                if !["http://", "https://", "mailto:"]
                    .iter()
                    .any(|s| dest_url.to_lowercase().starts_with(s)) =>
            {
                found.push(format!("link {dest_url:?}"));
            }
            Event::Html(html) | Event::InlineHtml(html) => found.push(format!("html {html:?}")),
            _ => {}
        }
    }
    found
}

proptest! {
    #[test]
    fn always_safe(text in prose()) {
        let lines = doc_lines(&text);
        prop_assert!(lines.iter().all(|line| !line.contains(['\n', '\t']) && !line.chars().any(is_invisible)), "{:?}", lines);
        prop_assert!(lines.first().is_none_or(|line| !line.is_empty()) && lines.last().is_none_or(|line| !line.is_empty()));
        prop_assert_eq!(dangers(&lines.join("\n")), Vec::<String>::new(), "{:?}", lines);
        let item = doc_item("`a`", &text);
        prop_assert_eq!(dangers(&item.join("\n")), Vec::<String>::new(), "{:?}", item);
        let attrs = line_attrs(&item);
        let code = format!("{attrs} struct S;");
        prop_assert!(syn::parse_str::<syn::File>(&code).is_ok());
        prop_assert_eq!(dangers(&summary(&text)), Vec::<String>::new());
        prop_assert_eq!(dangers(&inline_code(&text)), Vec::<String>::new());
    }

    #[test]
    fn words_are_kept(words in prop::collection::vec("[a-z]{1,8}[.,;:!?]?", 1..80)) {
        let text = words.join(" ");
        prop_assert_eq!(doc_lines(&text).join(" "), text);
    }

    #[test]
    fn plain_text_takes_a_short_cut_to_the_same_place(text in "[a-zA-Z][a-c0-1 .,;:'\"()?/%=$@-]{0,200}") {
        prop_assert!(super::is_plain(&text));
        prop_assert_eq!(doc_lines(&text), super::print::lines(&super::read::blocks(&text)));
    }

    #[test]
    fn what_is_read_is_shown(text in "[a-z *_`\\[\\]<>#.1:/&;|!\n-]{0,60}") {
        let blocks = super::read::blocks(&text);
        prop_assert_eq!(shown(&super::read::blocks(&doc(&text))), shown(&blocks));
    }
}

/// All that a reader sees, without its markup.
fn shown(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            Block::Paragraph(text) | Block::Heading(_, text) => out.push_str(&plain(text)),
            Block::Code { text, .. } => out.push_str(text),
            Block::Quote(blocks) => out.push_str(&shown(blocks)),
            Block::List { items, .. } => items.iter().for_each(|item| out.push_str(&shown(item))),
            Block::Table(rows) => rows.iter().flatten().for_each(|cell| out.push_str(&plain(cell))),
            Block::Rule => {}
        }
        out.push(' ');
    }
    out.split_whitespace().collect()
}
