//! Patterns: what we say of a text is what an engine for ECMA-262 says.

use super::Verdict;
use specwright::pattern::{MAX_TABLE_BYTES, Matcher, compile};
use specwright_tests::mutate::Random;

/// The engine backtracks: on longer texts it may take exponential time.
const MAX_TEXT: usize = 16;

/// What patterns are made of.
const PIECES: &[&str] = &[
    "a",
    "b",
    "A",
    "1",
    " ",
    "é",
    "🐲",
    "\\d",
    "\\w",
    "\\s",
    "\\D",
    "\\W",
    "\\S",
    "\\b",
    "\\B",
    ".",
    "^",
    "$",
    "|",
    "(",
    ")",
    "(?:",
    "(?=",
    "(?!",
    "(?<=",
    "(?<n>",
    "[",
    "]",
    "[^",
    "[a-z]",
    "[^a]",
    "[\\d-]",
    "-",
    "*",
    "+",
    "?",
    "*?",
    "{2}",
    "{0}",
    "{1,3}",
    "{2,}",
    "{,3}",
    "{",
    "}",
    "\\.",
    "\\/",
    "\\-",
    "\\x41",
    "\\u0041",
    "\\u{1F432}",
    "\\p{L}",
    "\\P{Lu}",
    "\\p{Nd}",
    "\\1",
    "\\k<n>",
    "\\n",
    "\\0",
    "\\cA",
    "\\Z",
    "\\A",
    "(?i)",
    "[[:alpha:]]",
    "\\",
    "\\Q",
];

/// A pattern, a line feed, and a text.
pub(super) fn make(random: &mut Random) -> Vec<u8> {
    let mut pattern = String::new();
    for _ in 0..=random.below(9) {
        let piece = *random.pick(PIECES);
        pattern.push_str(piece);
    }
    // Half of the groups and classes are closed.
    for (open, close) in [('(', ")"), ('[', "]")] {
        let unclosed = pattern
            .matches(open)
            .count()
            .saturating_sub(pattern.matches(close).count());
        if random.once_in(2) {
            pattern.push_str(&close.repeat(unclosed));
        }
    }
    let mut text = match compile(&pattern) {
        Ok(compiled) if !random.once_in(3) => compiled.sample(random.below(1 << 20) as u64),
        Ok(_) | Err(_) => String::new(),
    };
    for _ in 0..random.below(4) {
        let at = text
            .char_indices()
            .map(|(at, _)| at)
            .nth(random.below(text.chars().count() + 1));
        let at = at.unwrap_or(text.len());
        text.insert(at, *random.pick(&['a', 'b', 'A', '1', ' ', '\n', 'é', '🐲', '-', '_']));
    }
    let text: String = text.chars().take(MAX_TEXT).collect();
    format!("{}\n{text}", pattern.replace('\n', "")).into_bytes()
}

/// The pattern is refused, or our answer is the engine's.
pub(super) fn check(bytes: &[u8]) -> Result<Verdict, String> {
    let input = String::from_utf8_lossy(bytes);
    let (source, text) = input.split_once('\n').unwrap_or((&input, ""));
    let Ok(pattern) = compile(source) else {
        return Ok(Verdict::Refused);
    };
    if let Matcher::Table(table) = &pattern.matcher
        && table.bytes() > MAX_TABLE_BYTES
    {
        return Err(format!("a table of {} bytes", table.bytes()));
    }
    let Some(ours) = pattern.is_match(text) else {
        return Ok(Verdict::Accepted);
    };
    let strict = pattern.strict_source();
    if let Some(strict) = &strict
        && let Err(error) = regress::Regex::with_flags(strict, "u")
    {
        return Err(format!("the strict spelling {strict:?} is not read: {error}"));
    }
    // By the letter, a pattern of another dialect means what nobody meant; versions of Unicode differ.
    let is_comparable = pattern.facts.foreign.is_none() && !source.contains("\\p") && !source.contains("\\P");
    let written = Some(source.to_owned()).filter(|_| is_comparable);
    for spelling in [strict, written].into_iter().flatten() {
        let Ok(engine) = regress::Regex::with_flags(&spelling, "u") else {
            continue;
        };
        if engine.find(text).is_some() != ours {
            return Err(format!(
                "we say {ours} of {text:?}, and the engine does not, for {spelling:?}"
            ));
        }
    }
    Ok(Verdict::Accepted)
}
