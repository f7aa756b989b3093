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
        _ => return greek(c).map_or_else(|| format!("u{:04x}", u32::from(c)), str::to_owned),
    };
    word.to_owned()
}

/// The name of a Greek letter, which is what people call a symbol.
fn greek(c: char) -> Option<&'static str> {
    const NAMES: [&str; 25] = [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    ];
    let lower = match c {
        // The micro sign is another character.
        '\u{b5}' => 'μ',
        c => c.to_lowercase().next()?,
    };
    let index = u32::from(lower).checked_sub(u32::from('α'))?;
    NAMES.get(index as usize).copied()
}

/// Whether the character stays in an identifier as it is. `ascii`: only ASCII does.
///
/// Beyond ASCII these are letters that rustc takes as they are, and that no lint of it is about. Identifiers are compared in
/// normalisation form C, so letters that this form would change or merge are spelled out instead, as are those whose other
/// case is not a single letter of the same kind.
pub(super) fn is_letter(c: char, ascii: bool) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    !ascii
        && script(c).is_some()
        && c.to_lowercase()
            .chain(c.to_uppercase())
            .all(|c| c.is_ascii_alphabetic() || script(c).is_some())
}

/// A letter can be taken for one of another script: `а` is Cyrillic. Where nothing but such letters is in a name, they are
/// spelled out (rustc's `mixed_script_confusables`; Unicode Technical Standard 39, section 5).
pub(super) fn is_in_disguise(c: char, chars: &[char]) -> bool {
    let own = script(c).filter(|script| *script != Script::Latin);
    own.is_some_and(|own| {
        let tells = |&other: &char| script(other) == Some(own) && !can_be_taken_for_another(other);
        !chars.iter().any(tells)
    })
}

fn can_be_taken_for_another(c: char) -> bool {
    c.to_lowercase().any(|c| CONFUSABLE.contains(c))
}

/// The letters, in lower case, that Unicode calls confusable with one of another script, in either case.
const CONFUSABLE: &str = "αβγδεζηθικλμνξοπρστυφχ\
     абвгезклмнопрстуфхчшыюєіґғүһәө\
     וטיןסاةهจบปฝพฟยへイエカタトニネノハヒヘムメヨロ\
     一丅丫丿乄二亻八力匕卜厶口囗夕工彐礻";

/// Scripts whose letters are kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Thai,
    Kana,
    Han,
    Hangul,
}

/// The script of a letter that identifiers may have (Unicode Standard Annex 31, section 3.1: those that are recommended).
fn script(c: char) -> Option<Script> {
    let is_rare = "ĔĕĬĭıĲĳĸĿŀŉŎŏŖŗŢţſ".contains(c);
    let script = match c {
        '\u{c0}'..='\u{17f}' if !is_rare => Script::Latin,
        'Ə' | 'ə' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'Ș' | 'ș' | 'Ț' | 'ț' => Script::Latin,
        '\u{1ea0}'..='\u{1ef9}' => Script::Latin,
        '\u{386}' | '\u{388}'..='\u{3ce}' => Script::Greek,
        '\u{410}'..='\u{44f}' => Script::Cyrillic,
        'Ё' | 'ё' | 'Є' | 'є' | 'І' | 'і' | 'Ї' | 'ї' | 'Ў' | 'ў' | 'Ґ' | 'ґ' => Script::Cyrillic,
        'Ғ' | 'ғ' | 'Қ' | 'қ' | 'Ң' | 'ң' | 'Ү' | 'ү' | 'Ұ' | 'ұ' | 'Һ' | 'һ' | 'Ә' | 'ә' | 'Ө' | 'ө' => {
            Script::Cyrillic
        }
        '\u{5d0}'..='\u{5ea}' => Script::Hebrew,
        '\u{620}'..='\u{63a}' | '\u{641}'..='\u{64a}' => Script::Arabic,
        '\u{e01}'..='\u{e30}' => Script::Thai,
        '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' => Script::Kana,
        '\u{4e00}'..='\u{9fff}' => Script::Han,
        '\u{ac00}'..='\u{d7a3}' => Script::Hangul,
        _ => return None,
    };
    c.is_alphabetic().then_some(script)
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

/// Whether `<` and `>` are around something, as in `List<Pet>`.
pub(super) fn angles_are_brackets(chars: &[char]) -> bool {
    let Some(open) = chars.iter().position(|&c| c == '<') else {
        return false;
    };
    let inside = chars.iter().skip(open + 1).take_while(|&&c| c != '>');
    chars.iter().skip(open).any(|&c| c == '>') && inside.into_iter().any(|c| c.is_alphanumeric())
}
