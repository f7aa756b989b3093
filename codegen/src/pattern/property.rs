//! `\p{…}`: the code points of a Unicode property.

use regex_syntax::hir::{Class, HirKind};

use super::CharSet;

/// A property's code points, and whether ECMA-262 would have spelled it differently.
pub(super) struct Property {
    pub(super) set: CharSet,
    pub(super) misspelled: bool,
}

/// Looks up what is between the braces of `\p{…}` (ECMA-262, 22.2.2.9 and tables 66 to 70).
///
/// Accepts a little more than the standard: names whatever their case, and a script without `Script=`.
pub(super) fn lookup(text: &str) -> Option<Property> {
    let (name, value) = match text.split_once('=') {
        Some((name, value)) => (Some(name), value),
        None => (None, text),
    };
    let is_name = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    if !is_name(value) || !name.is_none_or(is_name) {
        return None;
    }
    match name {
        Some("General_Category" | "gc" | "Script" | "sc" | "Script_Extensions" | "scx") => Some(Property {
            set: class(text)?,
            misspelled: false,
        }),
        Some(_) => None,
        None => {
            let set = class(text)?;
            // A lone name is a general category or a binary property; a script needs `Script=`.
            let script = class(&format!("sc={text}")).is_some_and(|script| script == set);
            Some(Property {
                set,
                misspelled: script && class(&format!("gc={text}")).is_none(),
            })
        }
    }
}

fn class(property: &str) -> Option<CharSet> {
    let hir = regex_syntax::Parser::new().parse(&format!("\\p{{{property}}}")).ok()?;
    match hir.kind() {
        HirKind::Class(Class::Unicode(class)) => Some(CharSet::new(
            class
                .iter()
                .map(|range| (u32::from(range.start()), u32::from(range.end())))
                .collect(),
        )),
        // A class of one character is reduced to a literal.
        HirKind::Literal(literal) => {
            let only = std::str::from_utf8(&literal.0).ok()?.chars().next()?;
            Some(CharSet::single(u32::from(only)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::lookup;

    #[test]
    fn knows_the_forms_of_ecma_262() {
        for name in [
            "L",
            "Letter",
            "Lu",
            "gc=Lu",
            "digit",
            "Any",
            "ASCII",
            "Alphabetic",
            "Script=Greek",
            "scx=Grek",
        ] {
            assert!(lookup(name).is_some_and(|property| !property.misspelled), "{name}");
        }
        assert!(lookup("Greek").is_some_and(|property| property.misspelled));
        for name in ["", "Print", "InGreek", "L=", "=L", "^L", "Block=Greek", "age=6.0"] {
            assert!(lookup(name).is_none(), "{name}");
        }
    }
}
