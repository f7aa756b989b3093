//! From a document's spelling to lower-case words.

use super::symbols::{angles_are_brackets, is_glue, is_in_disguise, is_letter, is_telling, word};
use heck::ToSnakeCase as _;

/// Letters of a document's name that are looked at: those in front, and those at the end.
const LOOKED_AT: (usize, usize) = (300, 100);
/// Letters of a name that are kept.
const KEPT: usize = 96;

/// How much of the document's spelling the words show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    /// Separators part words and are gone.
    Plain,
    /// Every character that is not a letter is a word.
    Full,
}

/// The words of `raw`, in lower case and never none. `ascii` spells out other letters.
pub(super) fn words(raw: &str, spelling: Spelling, ascii: bool) -> Vec<String> {
    let plain = (spelling == Spelling::Plain).then(|| plain_words(raw)).flatten();
    plain.unwrap_or_else(|| spelled_words(raw, spelling, ascii))
}

/// The same for any name.
fn spelled_words(raw: &str, spelling: Spelling, ascii: bool) -> Vec<String> {
    let chars = looked_at(raw);
    let spelling = if chars.iter().any(|c| c.is_alphanumeric()) {
        spelling
    } else {
        Spelling::Full
    };
    let text = one_word_acronyms(&spelled(&chars, spelling, ascii));
    let mut words: Vec<String> = text
        .to_snake_case()
        .split('_')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    if words.is_empty() {
        words.push("empty".to_owned());
    }
    words
}

/// The words of what nearly all names are: letters and digits of ASCII, capitals, and what parts words. `None`: it is not one of
/// them. A name is asked for its words often, and most of the time that naming takes is spent here.
fn plain_words(raw: &str) -> Option<Vec<String>> {
    let bytes = raw.as_bytes();
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"_ ./-{}:".contains(byte);
    let is_acronym = |three: &[u8]| matches!(three, [first, second, b's' | b'v'] if first.is_ascii_uppercase() && second.is_ascii_uppercase());
    let is_other = bytes.len() > LOOKED_AT.0
        || bytes.first() == Some(&b'-')
        || !bytes.iter().all(is_plain)
        || !bytes.iter().any(u8::is_ascii_alphanumeric)
        || bytes.windows(3).any(is_acronym);
    if is_other {
        return None;
    }
    let mut words = Vec::new();
    for part in raw.split(|c: char| !c.is_ascii_alphanumeric()) {
        part_at_capitals(part, &mut words);
    }
    Some(words)
}

/// Parts what has no separators: a capital begins a word after a small letter, and in front of one.
fn part_at_capitals(part: &str, words: &mut Vec<String>) {
    let mut start = 0;
    // Whether the letter before, in the same word, is a capital.
    let mut capital_before = None;
    for (at, byte) in part.bytes().enumerate() {
        let begins = byte.is_ascii_uppercase()
            && match capital_before {
                None => false,
                Some(false) => true,
                Some(true) => part.as_bytes().get(at + 1).is_some_and(u8::is_ascii_lowercase),
            };
        if begins {
            words.push(part[start..at].to_ascii_lowercase());
            start = at;
        }
        if byte.is_ascii_alphabetic() {
            capital_before = Some(byte.is_ascii_uppercase());
        }
    }
    if start < part.len() {
        words.push(part[start..].to_ascii_lowercase());
    }
}

fn looked_at(raw: &str) -> Vec<char> {
    let (front, end) = LOOKED_AT;
    let all = raw.chars().count();
    let mut chars: Vec<char> = raw.chars().take(front).collect();
    if all > front + end {
        chars.push('_');
    }
    chars.extend(raw.chars().skip(front.max(all.saturating_sub(end))));
    chars
}

/// The letters of the name, everything else replaced by a word, by an underscore or by nothing.
fn spelled(chars: &[char], spelling: Spelling, ascii: bool) -> Vec<char> {
    let brackets = angles_are_brackets(chars);
    let mut out = Vec::with_capacity(chars.len());
    for (at, &c) in chars.iter().enumerate() {
        let word = if is_letter(c, ascii) && !is_in_disguise(c, chars) {
            out.push(c);
            continue;
        } else if c == '-' && at == 0 && (spelling == Spelling::Full || is_telling(chars, at, brackets)) {
            "minus".to_owned()
        } else if spelling == Spelling::Full {
            word(c)
        } else if is_glue(c) {
            continue;
        } else if is_telling(chars, at, brackets) || (c.is_alphanumeric() && !c.is_ascii()) {
            word(c)
        } else {
            String::new()
        };
        out.push('_');
        out.extend(word.chars());
        out.push('_');
    }
    out
}

/// Makes `IDs`, `URLs` and `IPv4` one word each: capitals, the plural's `s` and a version's `v` belong together.
fn one_word_acronyms(chars: &[char]) -> String {
    let mut out = String::with_capacity(chars.len());
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let capitals = chars.iter().skip(at).take_while(|c| c.is_uppercase()).count();
        let next = chars.get(at + capitals);
        let after = chars.get(at + capitals + 1);
        let plural = next == Some(&'s') && !after.is_some_and(|c| c.is_lowercase());
        let version = next == Some(&'v') && after.is_some_and(char::is_ascii_digit);
        if capitals >= 2 && (plural || version) {
            out.push(c);
            out.extend(
                chars
                    .iter()
                    .skip(at + 1)
                    .take(capitals - 1)
                    .flat_map(|c| c.to_lowercase()),
            );
            at += capitals;
        } else {
            out.extend(chars.iter().skip(at).take(capitals.max(1)));
            at += capitals.max(1);
        }
    }
    out
}

/// Whether a name has more letters than are kept.
pub(super) fn is_long(raw: &str) -> bool {
    // The words of nearly all names are no longer than their letters and what is put between them.
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let is_short = raw.len() <= KEPT / 2 && raw.bytes().all(is_plain);
    !is_short && (raw.chars().count() > LOOKED_AT.0 + LOOKED_AT.1 || exceeds(&words(raw, Spelling::Plain, false)))
}

/// Whether words joined would have more letters than are kept.
fn exceeds(words: &[String]) -> bool {
    words.iter().map(|word| word.chars().count() + 1).sum::<usize>() > KEPT + 1
}

/// Shortens what nobody could read: the words in front say what it is about, those at the end tell the most.
pub(super) fn cut(words: Vec<String>) -> Vec<String> {
    if !exceeds(&words) {
        return words;
    }
    let within = |room: usize, lengths: &mut dyn Iterator<Item = usize>| {
        let sums = lengths.scan(0, |sum, length| {
            *sum += length + 1;
            Some(*sum)
        });
        sums.take_while(|sum| *sum <= room).count()
    };
    let lengths: Vec<usize> = words.iter().map(|word| word.chars().count()).collect();
    let front = within(KEPT / 4, &mut lengths.iter().copied());
    let end = within(KEPT - KEPT / 4, &mut lengths.iter().rev().copied());
    if front + end == 0 {
        let first = words.first().map(|word| word.chars().take(KEPT).collect());
        return first.into_iter().collect();
    }
    let mut short = words;
    let end = short.split_off(short.len() - end);
    short.truncate(front);
    short.extend(end);
    short
}

/// What tells a spelling from others of the same words: its case, and what is between the words. `None`: there are symbols
/// that say more.
pub(super) fn own_way(raw: &str) -> Option<Vec<&'static str>> {
    let between = raw.trim_matches(|c: char| c.is_alphanumeric());
    let ends_in_letters = |c: Option<char>| c.is_none_or(char::is_alphanumeric);
    let symbol = raw.chars().find(|&c| !c.is_alphanumeric());
    let separator = match symbol {
        None => None,
        Some('_') => Some("snake"),
        Some('-') => Some("kebab"),
        Some('.') => Some("dotted"),
        Some(' ') => Some("spaced"),
        Some('/') => Some("slashed"),
        Some(_) => return None,
    };
    let is_plain = ends_in_letters(raw.chars().next())
        && ends_in_letters(raw.chars().next_back())
        && between.chars().all(|c| c.is_alphanumeric() || Some(c) == symbol)
        && symbol.is_none_or(|symbol| !raw.contains(&format!("{symbol}{symbol}")));
    if !is_plain {
        return None;
    }
    let mut way = letters(raw);
    // `snake` says that it is in lower case, too.
    way.retain(|word| *word != "lower" || separator.is_none());
    way.extend(separator);
    if way.is_empty() {
        way.push(if raw.is_empty() { "string" } else { "digits" });
    }
    Some(way)
}

/// Words for what tells a spelling from others of the same words.
pub(super) fn distinction(raw: &str) -> String {
    match own_way(raw) {
        Some(way) => way.join(" "),
        None => words(raw, Spelling::Full, false).join(" "),
    }
}

/// The words for the way a name is capitalised.
fn letters(raw: &str) -> Vec<&'static str> {
    let letters = raw.chars().filter(|c| c.is_alphabetic());
    let upper: Vec<bool> = letters.map(char::is_uppercase).collect();
    match (upper.first(), upper.contains(&true), upper.contains(&false)) {
        (None, _, _) => Vec::new(),
        (_, false, _) => vec!["lower"],
        (_, true, false) => vec!["upper"],
        (Some(first), true, true) => {
            let acronym = upper.windows(2).any(|pair| pair == [true, true]);
            let style = if *first { "pascal" } else { "camel" };
            [style].into_iter().chain(acronym.then_some("upper")).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_names_have_the_words_that_any_name_has() {
        let letters = ["a", "B", "1", "_", "s", "v", "/"];
        let mut names = vec![String::new()];
        for _ in 0..6 {
            let longer = names
                .iter()
                .flat_map(|name| letters.map(|letter| format!("{name}{letter}")));
            names = longer.collect();
            for name in &names {
                if let Some(words) = plain_words(name) {
                    assert_eq!(words, spelled_words(name, Spelling::Plain, false), "{name}");
                }
            }
        }
        for name in ["get /v1/{id}", "a.b-c", "GetAccountsID", "HTTPServer2XX", "x:y z", "A-"] {
            assert_eq!(
                plain_words(name),
                Some(spelled_words(name, Spelling::Plain, true)),
                "{name}"
            );
        }
        for name in ["-a", "IDs", "IPv4", "a+", "é", "", "__"] {
            assert_eq!(plain_words(name), None, "{name}");
        }
    }
}
