//! What follows a backslash.

use std::collections::{BTreeMap, BTreeSet};

use super::super::property;
use super::{Assertion, CharSet, LeniencyKind, Node, Parser, PatternError, Quantifiable};

/// The capturing groups of a pattern: `\2` is a reference only if there is a second group, wherever it is.
pub(super) struct Groups {
    count: u32,
    /// Name to number, of the whole pattern.
    names: BTreeMap<String, u32>,
    declared: BTreeSet<String>,
}

impl Groups {
    /// Finds the groups without parsing the rest.
    pub(super) fn scan(source: &str) -> Self {
        let mut groups = Self {
            count: 0,
            names: BTreeMap::new(),
            declared: BTreeSet::new(),
        };
        let mut in_class = false;
        let mut rest = source;
        while let Some(c) = rest.chars().next() {
            let mut skip = c.len_utf8();
            match c {
                '\\' => {
                    skip += rest
                        .get(skip..)
                        .and_then(|after| after.chars().next())
                        .map_or(0, char::len_utf8)
                }
                '[' => in_class = true,
                ']' => in_class = false,
                '(' if !in_class => groups.scan_group(rest.get(skip..).unwrap_or_default()),
                _ => {}
            }
            rest = rest.get(skip..).unwrap_or_default();
        }
        groups
    }

    fn scan_group(&mut self, after: &str) {
        let Some(inside) = after.strip_prefix('?') else {
            self.count += 1;
            return;
        };
        let inside = inside.strip_prefix('P').unwrap_or(inside);
        let named = inside.strip_prefix('<').filter(|name| !name.starts_with(['=', '!']));
        if let Some((name, _)) = named.and_then(|name| name.split_once('>')) {
            self.count += 1;
            self.names.entry(name.to_owned()).or_insert(self.count);
        }
    }

    /// Notes that a named group has been opened; false if the name is taken.
    pub(super) fn declare(&mut self, name: String) -> bool {
        self.declared.insert(name)
    }
}

impl Parser<'_> {
    /// Reads the escape after a backslash outside a class.
    pub(super) fn atom_escape(&mut self, start: usize) -> Result<(Node, Quantifiable), PatternError> {
        let Some(c) = self.peek() else {
            return Err(PatternError::new("the pattern ends with `\\`", start));
        };
        if let Some(set) = self.class_escape_set(c, start)? {
            return Ok((Node::Set(self.folded(set)), Quantifiable::Yes));
        }
        if let Some(found) = self.foreign_escape(c, start)? {
            return Ok(found);
        }
        match c {
            'b' | 'B' => {
                self.bump();
                let assertion = if c == 'b' {
                    Assertion::WordBoundary
                } else {
                    Assertion::NotWordBoundary
                };
                return Ok((Node::Assert(assertion), Quantifiable::No));
            }
            '1'..='9' => {
                if let Some(number) = self.back_reference() {
                    if self.flags.insensitive {
                        let message = "a back-reference that does not regard case cannot be checked";
                        return Err(PatternError::new(message, start));
                    }
                    return Ok((Node::BackReference(number), Quantifiable::Yes));
                }
            }
            'k' if !self.groups.names.is_empty() => {
                self.bump();
                if !self.eat("<") {
                    return Err(PatternError::new("`\\k` is not followed by `<name>`", start));
                }
                let name = self.group_name(start)?;
                return match self.groups.names.get(&name) {
                    Some(&number) => Ok((Node::BackReference(number), Quantifiable::Yes)),
                    None => Err(PatternError::new(format!("there is no group `{name}`"), start)),
                };
            }
            _ => {}
        }
        let code_point = self.character_escape(start, false)?;
        Ok((Node::Set(self.character(code_point)), Quantifiable::Yes))
    }

    fn back_reference(&mut self) -> Option<u32> {
        let start = self.at;
        let number = self.number().filter(|number| *number <= self.groups.count);
        if number.is_none() {
            self.at = start;
        }
        number
    }

    /// The name of a group, whose `<` has been read.
    pub(super) fn group_name(&mut self, start: usize) -> Result<String, PatternError> {
        let Some((name, _)) = self.rest().split_once('>') else {
            return Err(PatternError::new("the group's name is never closed", start));
        };
        let mut chars = name.chars();
        let first = chars.next().is_some_and(|c| c.is_alphabetic() || c == '_' || c == '$');
        if !first || !chars.all(|c| c.is_alphanumeric() || matches!(c, '_' | '$' | '\u{200C}' | '\u{200D}')) {
            return Err(PatternError::new("the group's name is not an identifier", start));
        }
        let name = name.to_owned();
        self.at += name.len() + 1;
        Ok(name)
    }

    /// `\d \D \w \W \s \S \p{…} \P{…}`; reads nothing if the next character is none of them.
    pub(super) fn class_escape_set(&mut self, c: char, start: usize) -> Result<Option<CharSet>, PatternError> {
        let set = match c {
            'd' | 'D' => CharSet::digits(),
            'w' | 'W' => CharSet::word(),
            's' | 'S' => CharSet::space(),
            'p' | 'P' => {
                self.bump();
                let set = self.property(start)?;
                return Ok(Some(if c == 'P' { set.negated() } else { set }));
            }
            _ => return Ok(None),
        };
        self.bump();
        Ok(Some(if c.is_ascii_uppercase() { set.negated() } else { set }))
    }

    fn property(&mut self, start: usize) -> Result<CharSet, PatternError> {
        if let Some(set) = self.foreign_property() {
            return Ok(set);
        }
        let name = self
            .rest()
            .strip_prefix('{')
            .and_then(|rest| rest.split_once('}'))
            .map(|split| split.0.to_owned());
        let Some(name) = name else {
            return Err(PatternError::new(
                "`\\p` is not followed by a property in braces",
                start,
            ));
        };
        self.at += name.len() + 2;
        let (set, misspelled) = match self.properties.get(&name) {
            Some(property) => (property.set.clone(), property.misspelled),
            None => {
                let Some(property) = property::lookup(&name) else {
                    return Err(PatternError::new(format!("unknown Unicode property `{name}`"), start));
                };
                let found = (property.set.clone(), property.misspelled);
                self.properties.insert(name, property);
                found
            }
        };
        if misspelled {
            self.note(LeniencyKind::PropertyName, start);
        }
        Ok(set)
    }

    /// An escape that means one character.
    pub(super) fn character_escape(&mut self, start: usize, in_class: bool) -> Result<u32, PatternError> {
        let Some(c) = self.bump() else {
            return Err(PatternError::new("the pattern ends with `\\`", start));
        };
        let code_point = match c {
            't' => 9,
            'n' => 10,
            'v' => 11,
            'f' => 12,
            'r' => 13,
            '0' if !self.peek().is_some_and(|next| next.is_ascii_digit()) => 0,
            '0'..='7' => {
                self.note(LeniencyKind::OctalEscape, start);
                self.octal(c)
            }
            'c' => return Ok(self.control(start, in_class)),
            'x' => {
                let found = self.hex(2).or_else(|| self.foreign_code_point());
                return Ok(found.unwrap_or_else(|| self.incomplete(c, start)));
            }
            'e' | 'a' => self.foreign_control(c),
            'i' | 'I' => return Err(PatternError::new(format!("`\\{c}` has no equal in ECMA-262"), start)),
            'u' => return self.unicode(start),
            '^' | '$' | '\\' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '/' => u32::from(c),
            'k' if !self.groups.names.is_empty() => {
                return Err(PatternError::new("`\\k` is not followed by `<name>`", start));
            }
            _ => {
                self.note(LeniencyKind::IdentityEscape(c), start);
                u32::from(c)
            }
        };
        Ok(code_point)
    }

    /// LegacyOctalEscapeSequence: up to three digits, at most `\377`.
    fn octal(&mut self, first: char) -> u32 {
        let mut value = first.to_digit(8).unwrap_or_default();
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(8)) {
            if value * 8 + digit > 0o377 {
                break;
            }
            value = value * 8 + digit;
            self.bump();
        }
        value
    }

    fn control(&mut self, start: usize, in_class: bool) -> u32 {
        match self.peek() {
            Some(c) if c.is_ascii_alphabetic() => {
                self.bump();
                u32::from(c) % 32
            }
            Some(c) if in_class && (c.is_ascii_digit() || c == '_') => {
                self.note(LeniencyKind::IncompleteEscape('c'), start);
                self.bump();
                u32::from(c) % 32
            }
            // Annex B: the backslash means itself and the `c` is read again.
            _ => {
                self.note(LeniencyKind::IncompleteEscape('c'), start);
                self.at = start + 1;
                u32::from('\\')
            }
        }
    }

    fn incomplete(&mut self, c: char, start: usize) -> u32 {
        self.note(LeniencyKind::IncompleteEscape(c), start);
        u32::from(c)
    }

    fn unicode(&mut self, start: usize) -> Result<u32, PatternError> {
        if self.rest().starts_with('{') {
            let digits = self
                .rest()
                .get(1..)
                .and_then(|rest| rest.split_once('}'))
                .map(|split| split.0.to_owned());
            let value = digits.as_deref().and_then(hex_number);
            return match (digits, value) {
                (Some(digits), Some(value)) => {
                    self.at += digits.len() + 2;
                    Ok(value)
                }
                _ => Err(PatternError::new(
                    "`\\u{` is not followed by a code point and `}`",
                    start,
                )),
            };
        }
        let Some(lead) = self.hex(4) else {
            return Ok(self.incomplete('u', start));
        };
        if (0xD800..=0xDBFF).contains(&lead) && self.rest().starts_with("\\u") {
            let after_lead = self.at;
            self.at += 2;
            match self.hex(4) {
                Some(trail @ 0xDC00..=0xDFFF) => return Ok(0x1_0000 + ((lead - 0xD800) << 10) + (trail - 0xDC00)),
                _ => self.at = after_lead,
            }
        }
        Ok(lead)
    }

    /// Exactly so many hexadecimal digits; reads nothing if there are fewer.
    fn hex(&mut self, length: usize) -> Option<u32> {
        let value = self.rest().get(..length).and_then(hex_number)?;
        self.at += length;
        Some(value)
    }
}

/// A hexadecimal number of digits only, up to the last code point.
pub(super) fn hex_number(digits: &str) -> Option<u32> {
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    digits
        .chars()
        .filter_map(|c| c.to_digit(16))
        .try_fold(0u32, |value, digit| {
            let value = value.checked_mul(16)?.checked_add(digit)?;
            (value <= 0x10_FFFF).then_some(value)
        })
}
