//! Prints classes of characters: by their names in the runtime, or written like the inside of `[…]`.

use std::collections::BTreeSet;

use crate::emit::writer::{Code, Fixed, Lines, Str, code};
use crate::pattern::CharSet;

/// The classes that a function uses: those of the runtime by name, the others as `CLASS`, `CLASS_2`, ….
#[derive(Default)]
pub(super) struct Classes {
    own: Vec<CharSet>,
    named: BTreeSet<&'static str>,
}

impl Classes {
    /// A reference to the class.
    pub(super) fn class(&mut self, set: &CharSet) -> Code {
        if let Some(name) = well_known(set) {
            self.named.insert(name);
            return code!("&$", Fixed(name));
        }
        let index = self.own.iter().position(|own| own == set).unwrap_or_else(|| {
            self.own.push(set.clone());
            self.own.len() - 1
        });
        code!("&$", own_name(index))
    }

    /// The imports, of this name and the classes, and the function's own classes.
    pub(super) fn finish(mut self, function: &'static str) -> Lines {
        self.named.insert(function);
        if !self.own.is_empty() {
            self.named.insert("Class");
        }
        let named = Code::list(self.named.iter().map(|name| Fixed(name)));
        let mut lines = Lines::of(match self.named.len() {
            1 => code!("use ::specwright_runtime::v1::pattern::$;", named),
            _ => code!("use ::specwright_runtime::v1::pattern::{$};", named),
        });
        for (index, set) in self.own.iter().enumerate() {
            let name = own_name(index);
            // Of a class and its complement the shorter one is easier to read.
            lines.line(match set.contains(0x10_FFFF) {
                true => code!("const $: Class = Class::not($);", name, Str(class_text(&set.negated()))),
                false => code!("const $: Class = Class::of($);", name, Str(class_text(set))),
            });
        }
        lines
    }
}

fn own_name(index: usize) -> Code {
    match index {
        0 => code!("CLASS"),
        _ => code!("CLASS_$", index + 1),
    }
}

/// The classes that the runtime has a name for.
fn well_known(set: &CharSet) -> Option<&'static str> {
    let ascii =
        |ranges: &[(u8, u8)]| CharSet::new(ranges.iter().map(|range| (range.0.into(), range.1.into())).collect());
    let (digit, upper, lower) = ((b'0', b'9'), (b'A', b'Z'), (b'a', b'z'));
    let known = [
        ("DIGIT", CharSet::digits()),
        ("UPPER", ascii(&[upper])),
        ("LOWER", ascii(&[lower])),
        ("LETTER", ascii(&[upper, lower])),
        ("ALPHANUMERIC", ascii(&[digit, upper, lower])),
        ("WORD", CharSet::word()),
        ("HEX", ascii(&[digit, (b'A', b'F'), (b'a', b'f')])),
        ("LOWER_HEX", ascii(&[digit, (b'a', b'f')])),
        ("ANY", CharSet::full()),
        ("NOT_LINE_END", CharSet::dot()),
        ("SPACE", CharSet::space()),
        ("NOT_SPACE", CharSet::space().negated()),
    ];
    known.into_iter().find(|(_, known)| known == set).map(|(name, _)| name)
}

/// The text of a class as the runtime's `Class` reads it: a hyphen means itself only at the end.
pub(super) fn class_text(set: &CharSet) -> String {
    let hyphen = u32::from('-');
    let mut text = String::new();
    let mut push = |start: u32, end: u32| {
        text.extend(char::from_u32(start));
        if end > start + 1 {
            text.push('-');
        }
        if end > start {
            text.extend(char::from_u32(end));
        }
    };
    for &(start, end) in set.ranges() {
        // A hyphen that begins or ends a range would be misread: it is written apart.
        let start = if start == hyphen { start + 1 } else { start };
        let end = if end == hyphen { end.saturating_sub(1) } else { end };
        if start <= end {
            push(start, end);
        }
    }
    let at_edge = set.ranges().iter().any(|range| range.0 == hyphen || range.1 == hyphen);
    if at_edge {
        text.push('-');
    }
    text
}
