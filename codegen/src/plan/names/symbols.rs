//! Characters: which ones are letters of a name, which are spelled out, and which only separate words.

use crate::text::is_invisible;

/// The word of a character that is spelled out. ASCII has English words; everything else its code point.
pub(super) fn word(c: char) -> String {
    let word = match c {
        ' ' => "space",
        '\t' => "tab",
        '\n' => "newline",
        '!' => "not",
        '"' => "quote",
        '#' => "hash",
        '$' => "dollar",
        '%' => "percent",
        '&' => "and",
        '\'' => "apostrophe",
        '(' => "open_paren",
        ')' => "close_paren",
        '*' => "asterisk",
        '+' => "plus",
        ',' => "comma",
        '-' => "dash",
        '.' => "dot",
        '/' => "slash",
        ':' => "colon",
        ';' => "semicolon",
        '<' => "less",
        '=' => "equal",
        '>' => "greater",
        '?' => "question",
        '@' => "at",
        '[' => "open_bracket",
        '\\' => "backslash",
        ']' => "close_bracket",
        '^' => "caret",
        '_' => "underscore",
        '`' => "backtick",
        '{' => "open_brace",
        '|' => "pipe",
        '}' => "close_brace",
        '~' => "tilde",
        _ => return format!("u{:04x}", u32::from(c)),
    };
    word.to_owned()
}

/// Whether the character stays in an identifier as it is.
///
/// Beyond ASCII these are the letters that rustc takes as they are: identifiers are compared in normalisation form C,
/// so letters that this form would change or merge are spelled out instead, as are those whose other case is not a
/// single letter of the same kind.
pub(super) fn is_letter(c: char, ascii: bool) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    !ascii
        && stable(c)
        && c.to_lowercase()
            .chain(c.to_uppercase())
            .all(|c| c.is_ascii_alphabetic() || stable(c))
}

fn stable(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c,
            '\u{c0}'..='\u{24f}'                            // Latin
            | '\u{386}' | '\u{388}'..='\u{3ce}'             // Greek
            | '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' // Cyrillic
            | '\u{5d0}'..='\u{5ea}'                         // Hebrew
            | '\u{620}'..='\u{64a}'                         // Arabic
            | '\u{e01}'..='\u{e30}'                         // Thai
            | '\u{1e02}'..='\u{1e99}' | '\u{1ea0}'..='\u{1ef9}' // Latin, more
            | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' // Japanese
            | '\u{4e00}'..='\u{9fff}'                       // Chinese, Japanese, Korean
            | '\u{ac00}'..='\u{d7a3}'                       // Korean
        )
}

/// Whether the character disappears without parting the word: apostrophes, accents written as characters of their own,
/// and what nobody can see.
pub(super) fn is_glue(c: char) -> bool {
    is_invisible(c) || matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{2b9}'..='\u{2c1}' | '\u{300}'..='\u{36f}')
}

/// Whether the character at `at` tells names apart, so that it is spelled out although the name has letters.
pub(super) fn is_telling(chars: &[char], at: usize, angles_are_brackets: bool) -> bool {
    let alphanumeric = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric());
    let before = at.checked_sub(1).and_then(|i| chars.get(i));
    let after = chars.get(at + 1);
    match chars.get(at) {
        Some('&' | '%' | '*') => true,
        Some('+') => before.is_none() || !alphanumeric(after) || after.is_some_and(char::is_ascii_digit),
        Some('-' | '!') => (before.is_none() && alphanumeric(after)) || matches!((before, after), (_, Some('='))),
        Some('=') => !(alphanumeric(before) && alphanumeric(after)) && after != Some(&'>'),
        Some('<') => !angles_are_brackets,
        Some('>') => !angles_are_brackets && !matches!(before, Some('-' | '=')),
        _ => false,
    }
}

/// Whether `<` and `>` stand around something, as in `List<Pet>`.
pub(super) fn angles_are_brackets(chars: &[char]) -> bool {
    let Some(open) = chars.iter().position(|&c| c == '<') else {
        return false;
    };
    let inside = chars.iter().skip(open + 1).take_while(|&&c| c != '>');
    chars.iter().skip(open).any(|&c| c == '>') && inside.into_iter().any(|c| c.is_alphanumeric())
}
