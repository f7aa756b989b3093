//! From words to a spelling, legal by construction.

use super::{Case, reserved};
use std::borrow::Cow;

impl Case {
    /// Whether only ASCII is used: names of files must be the same everywhere.
    pub(super) fn is_ascii(self) -> bool {
        match self {
            Case::Module | Case::Feature | Case::Crate => true,
            Case::Type | Case::Variant | Case::Field | Case::Method | Case::Const => false,
        }
    }

    /// The words joined, with everything that the language or a file system forbids avoided.
    pub(super) fn join(self, words: &[String]) -> String {
        let text = match self {
            Case::Type | Case::Variant => pascal(words),
            Case::Field | Case::Method | Case::Module => lead("_", one_word_auth(words).join("_")),
            Case::Const => lead("_", one_word_auth(words).join("_").to_uppercase()),
            Case::Feature | Case::Crate => lead("n", one_word_auth(words).join("-")),
        };
        if reserved::is_forbidden(&text, self) {
            self.escape(&text)
        } else {
            text
        }
    }

    /// The name to use instead of a reserved one.
    pub(crate) fn escape(self, text: &str) -> String {
        let suffix = match self {
            Case::Type if text.ends_with("Value") => "Schema",
            Case::Type | Case::Variant => "Value",
            Case::Field | Case::Method | Case::Module | Case::Const => "_",
            Case::Feature => "-tag",
            Case::Crate => "-client",
        };
        format!("{text}{suffix}")
    }
}

/// An identifier can't begin with a digit.
fn lead(prefix: &str, text: String) -> String {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        format!("{prefix}{text}")
    } else {
        text
    }
}

pub(super) fn pascal(words: &[String]) -> String {
    let mut out = String::with_capacity(words.iter().map(|word| word.len() + 1).sum());
    for word in words {
        let mut chars = word.chars();
        let Some(first) = chars.next() else { continue };
        if first.is_ascii_digit() && out.ends_with(|c: char| c.is_ascii_digit()) {
            out.push('_');
        }
        match first.is_ascii() {
            true => out.push(first.to_ascii_uppercase()),
            false => out.extend(first.to_uppercase()),
        }
        out.push_str(chars.as_str());
    }
    lead("N", out)
}

/// `OAuth` is one word in snake case and keeps its two capitals otherwise.
fn one_word_auth(words: &[String]) -> Cow<'_, [String]> {
    if !words.iter().any(|word| word == "o") {
        return Cow::Borrowed(words);
    }
    let mut out: Vec<String> = Vec::with_capacity(words.len());
    for word in words {
        match out.last_mut() {
            Some(last) if last == "o" && word.starts_with("auth") => last.push_str(word),
            _ => out.push(word.clone()),
        }
    }
    Cow::Owned(out)
}

/// Whether the word is a version or a number: `3`, `v1`.
pub(super) fn is_number_like(word: &str) -> bool {
    let digits = word.strip_prefix('v').unwrap_or(word);
    !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
}
