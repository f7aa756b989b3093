//! Character classes: `[a-z]`, `[^\s]`.

use super::{CharSet, LeniencyKind, Parser, PatternError};

/// One end of a range, or a class by itself.
enum ClassAtom {
    One(u32),
    Many(CharSet),
}

impl ClassAtom {
    fn into_set(self) -> CharSet {
        match self {
            Self::One(code_point) => CharSet::single(code_point),
            Self::Many(set) => set,
        }
    }
}

impl Parser<'_> {
    /// Reads a class whose `[` has been read; `start` is its offset.
    pub(super) fn class(&mut self, start: usize) -> Result<CharSet, PatternError> {
        let negated = self.eat("^");
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        loop {
            if self.eat("]") {
                break;
            }
            let at = self.at;
            if self.rest().starts_with("&&[") {
                return Err(PatternError::new(
                    "an intersection of classes has no equal in ECMA-262",
                    at,
                ));
            }
            if self.rest().starts_with("-[") && !ranges.is_empty() && !self.rest().starts_with("-[:") {
                return Err(PatternError::new(
                    "a difference of classes has no equal in ECMA-262",
                    at,
                ));
            }
            let first = self.class_atom(start)?;
            if self.rest().starts_with('-') && !self.rest().starts_with("-]") {
                self.bump();
                let second = self.class_atom(start)?;
                match (first, second) {
                    (ClassAtom::One(low), ClassAtom::One(high)) if low <= high => ranges.push((low, high)),
                    (ClassAtom::One(_), ClassAtom::One(_)) => {
                        return Err(PatternError::new("the range's ends are out of order", at));
                    }
                    (first, second) => {
                        self.note(LeniencyKind::ClassEscapeInRange, at);
                        let hyphen = CharSet::single(u32::from('-'));
                        for set in [first.into_set(), hyphen, second.into_set()] {
                            ranges.extend_from_slice(set.ranges());
                        }
                    }
                }
            } else {
                match first {
                    ClassAtom::One(code_point) => ranges.push((code_point, code_point)),
                    ClassAtom::Many(set) => ranges.extend_from_slice(set.ranges()),
                }
            }
        }
        let set = self.folded(CharSet::new(ranges));
        Ok(if negated { set.negated() } else { set })
    }

    fn class_atom(&mut self, class_start: usize) -> Result<ClassAtom, PatternError> {
        let start = self.at;
        match self.bump() {
            None => Err(PatternError::new("`[` is never closed", class_start)),
            Some('\\') => self.class_escape(start),
            Some('[') => Ok(match self.posix(start)? {
                Some(set) => ClassAtom::Many(set),
                None => ClassAtom::One(u32::from('[')),
            }),
            Some(c) => Ok(ClassAtom::One(u32::from(c))),
        }
    }

    fn class_escape(&mut self, start: usize) -> Result<ClassAtom, PatternError> {
        let Some(c) = self.peek() else {
            return Err(PatternError::new("the pattern ends with `\\`", start));
        };
        if let Some(set) = self.class_escape_set(c, start)? {
            return Ok(ClassAtom::Many(set));
        }
        if let Some(set) = self.foreign_class_escape(c) {
            return Ok(ClassAtom::Many(set));
        }
        match c {
            'b' => {
                self.bump();
                Ok(ClassAtom::One(8))
            }
            '-' => {
                self.bump();
                Ok(ClassAtom::One(u32::from('-')))
            }
            _ => self.character_escape(start, true).map(ClassAtom::One),
        }
    }
}
