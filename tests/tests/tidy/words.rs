//! What users read is in the words of the standards: the table of terms in CONTRIBUTING.md, whose left column is refused.

use crate::tokens::{self, Kind, Token};
use crate::{Result, rust_files};
use std::fs;

const PAGE: &str = "CONTRIBUTING.md";
/// The line before the table.
const MARKER: &str = "<!-- terms -->";

/// Words one after the other, in lower case.
type Phrase = Vec<String>;

/// The phrases of the left column: what is between backticks.
fn refused(page: &str) -> Vec<Phrase> {
    let (_, table) = page.split_once(MARKER).unwrap_or_default();
    let rows = table.lines().skip(1).take_while(|line| line.starts_with('|')).skip(2);
    let left = rows.filter_map(|row| row.split('|').nth(1));
    left.flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .map(words)
        .collect()
}

/// The words of a text; those of an identifier are words too.
fn words(text: &str) -> Phrase {
    let mut found = Vec::new();
    let mut word = String::new();
    let mut last = ' ';
    for char in text.chars() {
        let is_hump = char.is_uppercase() && last.is_lowercase();
        if (is_hump || !char.is_alphanumeric()) && !word.is_empty() {
            found.push(std::mem::take(&mut word));
        }
        if char.is_alphanumeric() {
            word.extend(char.to_lowercase());
        }
        last = char;
    }
    found.extend((!word.is_empty()).then_some(word));
    found
}

/// The refused phrases in a text.
fn found_in<'a>(text: &str, refused: &'a [Phrase]) -> Vec<&'a Phrase> {
    let words = words(text);
    // "There is no group" and "this is no longer a group" are good English, "this is no group" is not.
    let is_good = |phrase: &Phrase, at: usize| {
        let before = at.checked_sub(1).map(|at| words[at].as_str());
        let after = words.get(at + phrase.len()).map(String::as_str);
        phrase.last().is_some_and(|word| word == "no") && (before == Some("there") || after == Some("longer"))
    };
    let is_at = |phrase: &Phrase, at: usize| words[at..].starts_with(phrase) && !is_good(phrase, at);
    let is_found = |phrase: &&Phrase| (0..words.len()).any(|at| is_at(phrase, at));
    refused.iter().filter(is_found).collect()
}

/// What of a Rust file users read.
#[derive(Clone, Copy)]
enum Read {
    /// Documentation, names and strings: a library that people use.
    Everything,
    /// Documentation and strings: help texts and messages.
    Texts,
    /// Strings, and what is quoted of generated code.
    Output,
}

fn is_read(token: &Token<'_>, read: Read, is_own: bool) -> bool {
    match (token.kind, read) {
        (Kind::Literal, _) => true,
        (Kind::Doc, Read::Everything | Read::Texts) => true,
        (Kind::Doc, Read::Output) => !is_own,
        (Kind::Word, Read::Everything) => true,
        (Kind::Word, Read::Output) => !is_own,
        (Kind::Word, Read::Texts) | (Kind::Sign | Kind::Open | Kind::Close, _) => false,
    }
}

/// The refused phrases in what users read of a Rust file.
fn in_rust(name: &str, text: &str, read: Read, refused: &[Phrase]) -> Vec<String> {
    let all = tokens::without_tests(&tokens::read(text));
    let own = tokens::own(&all);
    let is_own = |token: &Token<'_>| own.iter().any(|other| std::ptr::eq(other.text, token.text));
    // `#name` in a quotation is a name of the generator.
    let is_hole = |at: usize| at > 0 && all[at - 1].is_sign("#");
    let shown = all.iter().enumerate();
    let shown = shown.filter(|(at, token)| is_read(token, read, is_own(token)) && !is_hole(*at));
    let found = shown.flat_map(|(_, token)| {
        let phrases = found_in(token.text, refused).into_iter();
        phrases.map(|phrase| format!("{name}:{}: {}", token.line, phrase.join(" ")))
    });
    found.collect()
}

/// How the files of the repository are read by users.
fn read_of(name: &str) -> Option<Read> {
    match name {
        "codegen/src/diag/catalog.rs" => Some(Read::Texts),
        _ if name.starts_with("cli/src/") || name.starts_with("xtask/src/") => Some(Read::Texts),
        _ if name.starts_with("runtime/src/") => Some(Read::Everything),
        _ if name.starts_with("codegen/src/") => Some(Read::Output),
        _ => None,
    }
}

#[test]
fn users_read_the_words_of_the_standards() -> Result {
    specwright_tests::enter_workspace()?;
    let refused = refused(&fs::read_to_string(PAGE)?);
    assert!(refused.len() > 5, "{PAGE} has no table behind {MARKER}");
    let mut wrong = Vec::new();
    for (name, text) in rust_files(&["codegen/src", "runtime/src", "cli/src", "xtask/src"])? {
        let is_test = name.ends_with("tests.rs") || name.contains("/tests/");
        if let Some(read) = read_of(&name).filter(|_| !is_test) {
            wrong.extend(in_rust(&name, &text, read, &refused));
        }
    }
    let guides = specwright_tests::PAGES.iter().filter(|name| name.starts_with("docs/"));
    for name in ["README.md", "ARCHITECTURE.md", "generated-client/README.md"]
        .iter()
        .chain(guides)
    {
        for (index, line) in fs::read_to_string(name)?.lines().enumerate() {
            let phrases = found_in(line, &refused).into_iter();
            wrong.extend(phrases.map(|phrase| format!("{name}:{}: {}", index + 1, phrase.join(" "))));
        }
    }
    assert!(
        wrong.is_empty(),
        "{PAGE} says which words to use instead:\n{}",
        wrong.join("\n")
    );
    Ok(())
}

#[test]
fn refused_words_are_found_where_users_read_them() {
    let page = format!(
        "{MARKER}\n| not | but |\n| --- | --- |\n| `answer`, `answers` | response |\n| `is no` | is not a |\n\nanswer\n"
    );
    let refused = refused(&page);
    assert_eq!(refused, [words("answer"), words("answers"), words("is no")]);
    let count = |text: &str, read| in_rust("x.rs", text, read, &refused).len();
    let text = "/// An answer.\nfn last_answer() { say(\"This is no answer.\"); quote! { /// Answers.\n struct Answer(#answer); } }\n// answer";
    assert_eq!(count(text, Read::Everything), 6);
    assert_eq!(count(text, Read::Texts), 4);
    assert_eq!(count("/// There is no reply.", Read::Texts), 0);
    assert_eq!(count(text, Read::Output), 4);
    assert_eq!(count("#[cfg(test)]\nmod tests { fn answer() {} }", Read::Everything), 0);
}

/// Whether a line of documentation shows an import of the runtime: whoever reads it in a generated package has no such crate. What generated
/// code alone uses (`v1`) is not in a package's documentation.
fn shows_the_runtime(line: &str) -> bool {
    let line = line.trim_start();
    let shown = line.strip_prefix("///").or_else(|| line.strip_prefix("//!"));
    let import = shown.and_then(|shown| shown.trim_start().strip_prefix("use specwright_runtime::"));
    import.is_some_and(|import| !import.contains("v1"))
}

#[test]
fn examples_of_the_runtime_are_those_of_every_client() -> Result {
    specwright_tests::enter_workspace()?;
    let files = rust_files(&["runtime/src"])?;
    let wrong: Vec<_> = files
        .iter()
        .flat_map(|(name, text)| {
            text.lines()
                .filter(|line| shows_the_runtime(line))
                .map(move |line| (name, line))
        })
        .collect();
    assert!(wrong.is_empty(), "hide these behind `# `: {wrong:#?}");
    assert!(shows_the_runtime("    /// use specwright_runtime::Error;"));
    assert!(!shows_the_runtime("/// # use specwright_runtime::Error;"));
    Ok(())
}
