//! What other dialects of regular expressions write and ECMA-262 does not know: delimiters, flags, anchors, POSIX classes.
//!
//! By the letter of ECMA-262 such a pattern would mean something that nobody meant: `\A` is an `A`, and `/a/` has slashes. What
//! has an equal there is read as its author meant it, and noted; what has none makes the pattern an error, so that it is not checked.

use super::CharSet;
use std::fmt;

/// The first construct of another dialect that a pattern has.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Foreign {
    /// Slashes around the pattern, perhaps with flags behind them: `/^a$/i`.
    Delimiters,
    /// An anchor such as `\A` or `\z`.
    Anchor(char),
    /// An escape such as `\h`, `\R` or `\e`.
    Escape(char),
    /// `\x{1F600}`: a code point.
    CodePoint,
    /// `\pL`, `\p{Punct}`: a class of characters as Java, Perl and Go write it.
    Property(String),
    /// `[:alpha:]` inside a class.
    PosixClass(String),
    /// Flags inside the pattern: `(?i)`.
    Flags(String),
    /// `(?P<name>…)`.
    NamedGroup,
    /// `(?#…)`.
    Comment,
    /// `{,3}`: at most so many.
    Quantifier(u32),
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Foreign::Delimiters => f.write_str("the slashes around it are delimiters"),
            Foreign::Anchor(c) => write!(f, "`\\{c}` is an anchor"),
            Foreign::Escape(c) => write!(f, "`\\{c}` is an escape of another dialect"),
            Foreign::CodePoint => f.write_str("`\\x{…}` is a code point"),
            Foreign::Property(name) => write!(f, "`\\p{name}` is a class of characters"),
            Foreign::PosixClass(name) => write!(f, "`[:{name}:]` is a class of POSIX"),
            Foreign::Flags(flags) => write!(f, "`(?{flags})` sets flags"),
            Foreign::NamedGroup => f.write_str("`(?P<…>…)` is a named group"),
            Foreign::Comment => f.write_str("`(?#…)` is a comment"),
            Foreign::Quantifier(most) => write!(f, "`{{,{most}}}` is a quantifier"),
        }
    }
}

/// How letters, dots and anchors are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flags {
    /// `i`: letters mean both of their cases.
    pub(super) insensitive: bool,
    /// `s`: a dot is any character.
    pub(super) dot_all: bool,
    /// `m`: `^` and `$` are ends of lines, which nothing here can check.
    pub(super) multi_line: bool,
}

impl Flags {
    /// These flags with those of a text such as `im-s`. `None`: one of them has no equal.
    pub(super) fn with(mut self, text: &str) -> Option<Flags> {
        let mut on = true;
        for flag in text.chars() {
            match flag {
                '-' if on => on = false,
                'i' => self.insensitive = on,
                's' => self.dot_all = on,
                'm' => self.multi_line = on,
                // Which match is found first, and what is done with it, is all the same to a check.
                'u' | 'g' | 'd' | 'U' | 'J' => {}
                _ => return None,
            }
        }
        Some(self)
    }
}

/// The pattern and the flags of one that is written as in JavaScript source. Without an anchor inside, the slashes may be meant: a
/// path is written like that.
pub(super) fn delimited(pattern: &str) -> Option<(&str, &str)> {
    let (body, flags) = pattern.strip_prefix('/')?.rsplit_once('/')?;
    let anchored =
        body.starts_with('^') || body.starts_with("\\A") || ["$", "\\z", "\\Z"].iter().any(|end| body.ends_with(end));
    let are_flags = flags.len() <= 4 && flags.bytes().all(|flag| b"dgimsuvxy".contains(&flag));
    (anchored && are_flags).then_some((body, flags))
}

/// The characters of a class of POSIX, by its name (IEEE Std 1003.1, section 9.3.5), in the C locale.
pub(super) fn posix_class(name: &str) -> Option<CharSet> {
    let ranges: &[(char, char)] = match name {
        "alnum" => &[('0', '9'), ('A', 'Z'), ('a', 'z')],
        "alpha" => &[('A', 'Z'), ('a', 'z')],
        "ascii" => &[('\0', '\x7f')],
        "blank" => &[(' ', ' '), ('\t', '\t')],
        "cntrl" => &[('\0', '\x1f'), ('\x7f', '\x7f')],
        "digit" => &[('0', '9')],
        "graph" => &[('!', '~')],
        "lower" => &[('a', 'z')],
        "print" => &[(' ', '~')],
        "punct" => &[('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
        "space" => &[('\t', '\r'), (' ', ' ')],
        "upper" => &[('A', 'Z')],
        "word" => &[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')],
        "xdigit" => &[('0', '9'), ('A', 'F'), ('a', 'f')],
        _ => return None,
    };
    let ranges = ranges.iter().map(|&(low, high)| (u32::from(low), u32::from(high)));
    Some(CharSet::new(ranges.collect()))
}

/// The characters of a class of Java (`\p{Punct}`), which is one of POSIX; those that ECMA-262 knows by another meaning, too.
pub(super) fn java_class(name: &str) -> Option<CharSet> {
    match name {
        "Alnum" | "Blank" | "Graph" | "Print" | "Punct" | "XDigit" => posix_class(&name.to_ascii_lowercase()),
        _ => None,
    }
}

/// Whether a pattern is a form of dates and times, such as `yyyy-MM-dd` or `HH:mm:ss`: as a regular expression it matches itself only.
pub(super) fn is_date_form(pattern: &str) -> bool {
    let lower = pattern.to_ascii_lowercase();
    let has = |part: &str| lower.contains(part);
    let names_parts = has("yyyy") || has("yy-mm") || has("%y") || (has("hh") && has("mm"));
    let mut quoted = false;
    names_parts
        && pattern.chars().all(|c| {
            quoted ^= c == '\'';
            quoted || matches!(c, '\'' | '%' | '-' | '/' | '.' | ':' | ',' | ' ' | '[' | ']') || is_date_letter(c)
        })
}

/// The letters of Unicode's date format patterns (UTS #35 part 4) and of `strftime` that documents use, and the `T` between them.
fn is_date_letter(c: char) -> bool {
    "yYmMdDhHsSfFaAzZTXxnE".contains(c)
}

/// The set of `\h` (Perl): blanks that stay on a line.
pub(super) fn horizontal_space() -> CharSet {
    let singles = [0x09, 0x20, 0xA0, 0x1680, 0x180E, 0x202F, 0x205F, 0x3000];
    let singles = singles.into_iter().map(|c| (c, c));
    CharSet::new(singles.chain([(0x2000, 0x200A)]).collect())
}

#[cfg(test)]
mod tests {
    use super::super::compile;

    /// What matches a pattern, and what does not.
    fn check(pattern: &str, matching: &[&str], others: &[&str]) {
        let compiled = compile(pattern).unwrap_or_else(|error| panic!("{pattern}: {error}"));
        assert!(compiled.facts.foreign.is_some(), "{pattern}");
        for text in matching {
            assert_eq!(compiled.is_match(text), Some(true), "{pattern} {text:?}");
        }
        for text in others {
            assert_eq!(compiled.is_match(text), Some(false), "{pattern} {text:?}");
        }
    }

    #[test]
    fn what_has_an_equal_is_read_as_it_was_meant() {
        check("/^[a-z]+$/", &["ab"], &["/ab/", "A", ""]);
        check("/^[a-z]+$/i", &["aB"], &["a1"]);
        check(r"\Aab\z", &["ab"], &["ab\n", "xab", "Aabz"]);
        check(r"^ab\Z", &["ab", "ab\n"], &["ab\n\n", "abZ"]);
        check("^[[:alpha:]_][[:alnum:]]*$", &["_a1", "Z"], &["1a", ":"]);
        check("^[^[:space:][:^ascii:]]+$", &["ab"], &["a b", "\u{e9}"]);
        check("(?i)^caf\u{c9}$", &["CAF\u{e9}", "caf\u{c9}"], &["cafe"]);
        check("^(?i:a)b$(?s)", &["ab", "Ab"], &["aB"]);
        check("(?s)^a.b$", &["a\nb"], &["ab"]);
        check("(?i)^[^a]$", &["b"], &["a", "A"]);
        check("^(?P<year>[0-9]{2})$", &["26"], &["2"]);
        check(r"^a\hb\Rc$", &["a b\r\nc", "a\tb\nc"], &["ahbRc"]);
        check(r"^\Qa.b\E$", &["a.b"], &["acb"]);
        check("^a(?#one letter)$", &["a"], &["b"]);
        check(r"^a[\hx]b$", &["a b", "axb"], &["ahb"]);
        check("^a{,2}$", &["", "a", "aa"], &["aaa", "a{,2}"]);
        check(r"^\x{41}[\x{1F600}]$", &["A\u{1F600}"], &["A", "x{41}"]);
        check(r"^\e[\a]$", &["\x1b\x07"], &["ea"]);
        check(r"^\pL\PN[\pLu]$", &["aaA", "a.u"], &["1aA", "a1A"]);
        check(r"^\p{Punct}\p{Alnum}$", &["$a", "_1"], &["aa", "\u{ab}a"]);
    }

    #[test]
    fn what_has_no_equal_is_an_error() {
        for pattern in [
            "(?m)^a$",
            "(?x) a b",
            "/^a$/x",
            "/^a$/m",
            r"a\Kb",
            r"\Ga",
            "(?i)(a)\\1",
            "(?>a)b",
            "a++b",
            "[[:vowel:]]",
            "[a-z&&[^aeiou]]",
            "^[a-z-[aeiou]]+$",
            r"^\i\c*$",
            r"^[\i:]$",
        ] {
            assert!(compile(pattern).is_err(), "{pattern}");
        }
    }

    #[test]
    fn a_form_of_dates_is_no_regular_expression() {
        for pattern in [
            "yyyy-MM-dd",
            "YYYY-MM-DDThh:mm:ssZ",
            "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
            "dd/MM/yyyy",
            "HH:mm",
            "%Y-%m-%d",
        ] {
            assert!(compile(pattern).is_err(), "{pattern}");
        }
        for pattern in ["^[0-9]{4}-[0-9]{2}$", "yyy", "mm", "^yyyy-MM-dd$", "hammer"] {
            assert!(compile(pattern).is_ok(), "{pattern}");
        }
    }

    #[test]
    fn a_path_between_slashes_is_a_path() {
        assert_eq!(compile("/pets/").unwrap().is_match("/pets/1"), Some(true));
        assert_eq!(compile("^/pets/$").unwrap().facts.foreign, None);
    }
}
