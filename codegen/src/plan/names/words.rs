//! From a document's spelling to lower-case words.

use super::symbols::{angles_are_brackets, is_glue, is_letter, is_telling, word};
use heck::ToSnakeCase as _;

/// Letters of a document's name that are looked at; the rest is only hashed.
const LOOKED_AT: usize = 400;
/// Letters of a name that are kept.
const KEPT: usize = 72;

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
    let mut rest = raw.chars();
    let chars: Vec<char> = rest.by_ref().take(LOOKED_AT).collect();
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
    let is_cut = rest.next().is_some();
    cut(&mut words, raw, is_cut);
    words
}

/// The letters of the name, everything else replaced by a word, by an underscore or by nothing.
fn spelled(chars: &[char], spelling: Spelling, ascii: bool) -> Vec<char> {
    let brackets = angles_are_brackets(chars);
    let mut out = Vec::with_capacity(chars.len());
    for (at, &c) in chars.iter().enumerate() {
        let word = if is_letter(c, ascii) {
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

/// Shortens what nobody could read; the hash is of the whole name, so that names stay apart and stay the same.
fn cut(words: &mut Vec<String>, raw: &str, is_cut: bool) {
    let mut room = KEPT;
    let mut short = Vec::new();
    for word in words.iter() {
        let kept: String = word.chars().take(room).collect();
        let count = kept.chars().count();
        if count > 0 {
            short.push(kept);
        }
        room = room.saturating_sub(count + 1);
    }
    let letters: usize = words.iter().map(|word| word.chars().count() + 1).sum();
    if is_cut || letters > KEPT + 1 {
        short.push(format!("x{:08x}", fingerprint(raw)));
        *words = short;
    }
}

/// FNV-1a, folded to 32 bits.
fn fingerprint(text: &str) -> u32 {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    (hash >> 32) as u32 ^ (hash & 0xffff_ffff) as u32
}

/// The word for the way a name is capitalised.
pub(super) fn style(raw: &str) -> &'static str {
    let upper: Vec<bool> = raw
        .chars()
        .filter(|c| c.is_alphabetic())
        .map(char::is_uppercase)
        .collect();
    let twice = upper.windows(2).any(|pair| pair == [true, true]);
    match (upper.first(), upper.contains(&true)) {
        (None, _) => "string",
        (_, false) => "lower",
        _ if twice || !upper.contains(&false) => "upper",
        (Some(true), true) => "pascal",
        (_, true) => "camel",
    }
}
