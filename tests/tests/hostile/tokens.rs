//! Generated files as tokens.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::BTreeMap;

/// A generated file holds no character that hides, and a Rust file parses.
pub(crate) fn check_file(what: &str, path: &str, text: &str) {
    let hidden = text.chars().find(|&letter| hides(letter));
    assert_eq!(hidden, None, "{what}: {path} holds a character that nobody sees");
    if path.ends_with(".rs") {
        let parsed = syn::parse_file(text);
        assert!(parsed.is_ok(), "{what}: {path} is not Rust: {:?}", parsed.err());
    }
}

/// Whether a character is a control, or changes how its neighbours are shown.
fn hides(letter: char) -> bool {
    let marks = ['\u{ad}', '\u{61c}', '\u{feff}', '\u{2028}', '\u{2029}'];
    let shown = letter == '\n' || letter == '\t';
    (letter.is_control() && !shown)
        || marks.contains(&letter)
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

/// How often each keyword, each sign and each bracket occurs. Names and literals count as one kind each. Documentation does
/// not count, and neither does what the printer adds to long lines: commas at their ends, and braces around the arms of `match`.
pub(crate) fn histogram(text: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    if let Ok(tokens) = text.parse::<TokenStream>() {
        count(tokens, &mut counts);
    }
    counts
}

fn count(tokens: TokenStream, counts: &mut BTreeMap<String, usize>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        index += 1;
        if let Some(length) = documentation(&tokens[index - 1..]) {
            index += length - 1;
            continue;
        }
        let kind = match token {
            TokenTree::Group(group) => {
                count(group.stream(), counts);
                let arm = index > 2 && is_sign(&tokens[index - 3], '=') && is_sign(&tokens[index - 2], '>');
                if arm && group.delimiter() == Delimiter::Brace {
                    continue;
                }
                format!("{:?}", group.delimiter())
            }
            TokenTree::Punct(sign) if sign.as_char() == ',' => continue,
            TokenTree::Ident(name) => word(&name.to_string()),
            TokenTree::Punct(sign) => sign.as_char().to_string(),
            TokenTree::Literal(_) => "literal".to_owned(),
        };
        *counts.entry(kind).or_default() += 1;
    }
}

/// The number of tokens of the documentation that begins here: `#[doc = "…"]` or `#![doc = "…"]`.
fn documentation(tokens: &[TokenTree]) -> Option<usize> {
    let sign = |index: usize, wanted: char| tokens.get(index).is_some_and(|token| is_sign(token, wanted));
    let group = if sign(0, '#') && sign(1, '!') { 2 } else { 1 };
    match tokens.get(group) {
        Some(TokenTree::Group(attribute)) if sign(0, '#') => {
            let mut inner = attribute.stream().into_iter();
            let name = matches!(inner.next(), Some(TokenTree::Ident(name)) if name == "doc");
            let value = matches!(inner.next(), Some(TokenTree::Punct(sign)) if sign.as_char() == '=');
            let literal = matches!(inner.next(), Some(TokenTree::Literal(_)));
            (name && value && literal && inner.next().is_none()).then_some(group + 1)
        }
        _ => None,
    }
}

fn is_sign(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(sign) if sign.as_char() == wanted)
}

/// Keywords count by themselves; all other words are names. A raw identifier is a name.
fn word(text: &str) -> String {
    match syn::parse_str::<syn::Ident>(text) {
        Ok(_) => "name".to_owned(),
        Err(_) => text.to_owned(),
    }
}

#[test]
fn code_counts_and_names_do_not() {
    let harmless = histogram("/// About.\nfn a() { b(\"c\") }");
    assert_eq!(
        harmless,
        histogram("/// } fn x() {\nfn other() { r#fn(\"fn evil() {}\") }")
    );
    assert_ne!(harmless, histogram("fn a() { b(\"c\") } fn evil() {}"));
    assert_ne!(harmless, histogram("fn a() { b!(\"c\") }"));
    assert_ne!(harmless, histogram("#[inline] fn a() { b(\"c\") }"));
}
