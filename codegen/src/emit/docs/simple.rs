//! Prose that is paragraphs of words and code spans, as most descriptions are: read without a reader of Markdown, which costs most of
//! the time of documentation.
//!
//! What is found here is what Markdown's reader finds; tests compare the two over many strings.

use super::build::Builder;
use super::tree::Block;

/// The blocks of a description, if it is so simple: lines that begin with a letter, of characters that mean nothing in Markdown where
/// they are, and code spans within a line.
pub(super) fn blocks(text: &str) -> Option<Vec<Block>> {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let mut builder = Builder::default();
    let mut is_within = false;
    for (index, line) in text.split('\n').enumerate() {
        if line.is_empty() && index > 0 {
            builder.paragraph();
            is_within = false;
            continue;
        }
        // What begins otherwise may be any block, and spaces at the end can be a line break.
        if !line.starts_with(|c: char| c.is_ascii_alphabetic()) || line.ends_with(' ') {
            return None;
        }
        if is_within {
            builder.text("\n");
        }
        is_within = true;
        spans(&mut builder, line)?;
    }
    Some(builder.finish())
}

/// Adds the words and the code spans of a line.
fn spans(builder: &mut Builder, line: &str) -> Option<()> {
    let mut rest = line;
    while let Some((words, behind)) = rest.split_once('`') {
        if !is_words(words) {
            return None;
        }
        builder.text(words);
        let (code, behind) = behind.split_once('`')?;
        let is_plain = !code.is_empty()
            && code.bytes().all(|byte| matches!(byte, b' '..=b'~'))
            && !code.starts_with(' ')
            && !code.ends_with(' ')
            && !behind.starts_with('`');
        if !is_plain {
            return None;
        }
        builder.code(code);
        rest = behind;
    }
    if !is_words(rest) {
        return None;
    }
    if !rest.is_empty() {
        builder.text(rest);
    }
    Some(())
}

/// Whether nothing in a part of a line means anything: `_` only within words (CommonMark, section 6.2).
fn is_words(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_letter = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    bytes.iter().enumerate().all(|(at, byte)| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b' ' => true,
        b'.' | b',' | b';' | b':' | b'\'' | b'"' | b'(' | b')' | b'?' | b'!' => true,
        b'/' | b'%' | b'=' | b'$' | b'@' | b'-' | b'+' | b'{' | b'}' | b'>' | b'#' => true,
        b'_' => is_letter(at.checked_sub(1)) && is_letter(Some(at + 1)),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::super::read::marked;
    use super::*;

    /// Pieces of which every string of a few is read both ways.
    const PIECES: [&str; 17] = [
        "a", "B2", " ", "\n", "_", "`", "-", "=", "1.", ">", "#", "!", "http://x", "*", "[", "<", "&amp;",
    ];

    #[test]
    fn simple_prose_is_what_markdown_reads() {
        let mut texts: Vec<String> = vec![String::new()];
        let mut simple = 0;
        for _ in 0..3 {
            let longer = |text: &String| PIECES.map(|piece| format!("{text}{piece}"));
            texts = texts.iter().flat_map(longer).collect();
            for text in &texts {
                for text in [
                    text.clone(),
                    format!("a{text}b"),
                    format!("a `b{text}` c"),
                    format!("a b\n\na{text}"),
                ] {
                    if let Some(found) = blocks(&text) {
                        assert_eq!(found, marked(&text), "{text:?}");
                        simple += 1;
                    }
                }
            }
        }
        assert!(simple > 2_000, "only {simple} were simple");
    }

    #[test]
    fn most_descriptions_are_simple() {
        for text in [
            "The ID of a pet.",
            "Either `on` or `off_line`.\nThe default is `on`.\n\nSee https://example.com/a_b#c for more!\n",
            "A path such as {owner}/{repo}, 100% of it (a+b=c > d).",
        ] {
            assert_eq!(blocks(text), Some(marked(text)), "{text}");
        }
        for text in [
            "a *b*", "1. a", "a  \nb", "a\n- b", "a `` b", "_a_", "a `b", "a\n===", " a", "a [b](c)", "a &amp;",
        ] {
            assert_eq!(blocks(text), None, "{text}");
        }
    }
}
