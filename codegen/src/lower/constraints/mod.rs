//! What must hold of a value beyond its type: limits become checks, and what only the assertion interpreter can say becomes an
//! assertion.

mod schemas;

use crate::constraints::Constraints;
use crate::ir::{AssertionId, Checks, IntegerKind, StringFormat, StringKind, Type};
use crate::lower::{Lower, Merged};
use crate::number::Number;

impl Lower<'_, '_> {
    pub(in crate::lower) fn string_checks(&mut self, merged: &Merged, kind: StringKind) -> Checks {
        let mut strings = merged.constraints.strings.clone().telling();
        // Lengths of binary strings count something else than code points of what is sent.
        if kind == StringKind::Binary {
            (strings.min_length, strings.max_length) = (None, None);
        }
        Checks {
            constraints: Constraints {
                strings,
                ..Constraints::default()
            }
            .into(),
            format: self.checked_format(merged).filter(|_| !self.is_unchecked(merged)),
            assertions: Vec::new(),
            unchecked: merged.unchecked.clone().into(),
        }
    }

    /// The limits of a number, without those that every value of the Rust type keeps.
    pub(in crate::lower) fn number_checks(&mut self, merged: &Merged, ty: &Type) -> Checks {
        let integer = match ty {
            Type::Integer(kind) => Some(*kind),
            _ => None,
        };
        let mut numbers = merged.constraints.numbers.clone();
        // A moment that is too wide for its type is an integer like others.
        numbers.min_ahead = numbers
            .min_ahead
            .filter(|_| integer.is_some_and(IntegerKind::is_moment));
        numbers.minimum = numbers.minimum.filter(|minimum| !always_above(integer, minimum));
        numbers.maximum = numbers.maximum.filter(|maximum| !always_below(integer, maximum));
        let constraints = Constraints {
            numbers,
            ..Constraints::default()
        };
        self.checks(merged, constraints)
    }

    pub(in crate::lower) fn array_checks(&mut self, merged: &Merged) -> Checks {
        let arrays = merged.constraints.arrays.clone().telling();
        let constraints = Constraints {
            arrays,
            ..Constraints::default()
        };
        self.checks(merged, constraints)
    }

    pub(in crate::lower) fn object_checks(&mut self, merged: &Merged) -> Checks {
        let objects = merged.constraints.objects.clone().telling();
        let constraints = Constraints {
            objects,
            ..Constraints::default()
        };
        self.checks(merged, constraints)
    }

    /// These limits, and what no type expresses.
    fn checks(&mut self, merged: &Merged, constraints: Constraints) -> Checks {
        Checks {
            constraints: constraints.into(),
            format: None,
            assertions: self.special_checks(merged),
            unchecked: merged.unchecked.clone().into(),
        }
    }

    /// A format that is a rule for what is sent.
    fn checked_format(&self, merged: &Merged) -> Option<StringFormat> {
        match merged.format.as_deref()? {
            "uri" if !self.config.formats => Some(StringFormat::Uri).filter(|_| !self.config.exact),
            // These have types of their own.
            "date-time" | "date" | "time" | "duration" | "uuid" => None,
            word => self.asserted_format(Some(word)),
        }
    }

    /// A format that is a rule by the settings.
    pub(in crate::lower) fn asserted_format(&self, word: Option<&str>) -> Option<StringFormat> {
        word.filter(|_| self.config.formats).and_then(StringFormat::asserted)
    }

    /// Whether the settings turn off what must hold of a value.
    pub(in crate::lower) fn is_unchecked(&self, merged: &Merged) -> bool {
        merged.sources.iter().any(|node| self.schemas.unchecked.contains(node))
    }

    /// Assertions for keywords that no type expresses. In exact mode a merged schema is checked as a whole.
    pub(in crate::lower) fn special_checks(&mut self, merged: &Merged) -> Vec<AssertionId> {
        if self.config.exact && (merged.sources.len() > 1 || !merged.special.is_empty()) {
            let whole = merged.sources.first().copied();
            return whole.map(|node| self.assertion(node)).into_iter().collect();
        }
        let special = merged.special.clone();
        special.into_iter().map(|node| self.special_assertion(node)).collect()
    }
}

/// Whether every value of the Rust type is at least the bound.
fn always_above(kind: Option<IntegerKind>, bound: &Number) -> bool {
    let lowest = match kind {
        Some(IntegerKind::I32) => i128::from(i32::MIN),
        Some(IntegerKind::I64 | IntegerKind::UnixTime | IntegerKind::UnixMillis) => i128::from(i64::MIN),
        Some(IntegerKind::U32 | IntegerKind::U64) => 0,
        Some(IntegerKind::I128) | None => return false,
    };
    bound.as_i128().is_some_and(|bound| bound <= lowest)
}

/// Whether every value of the Rust type is at most the bound.
fn always_below(kind: Option<IntegerKind>, bound: &Number) -> bool {
    let highest = match kind {
        Some(IntegerKind::I32) => i128::from(i32::MAX),
        Some(IntegerKind::I64 | IntegerKind::UnixTime | IntegerKind::UnixMillis) => i128::from(i64::MAX),
        Some(IntegerKind::U32) => i128::from(u32::MAX),
        Some(IntegerKind::U64) => i128::from(u64::MAX),
        Some(IntegerKind::I128) | None => return false,
    };
    bound.as_i128().is_some_and(|bound| bound >= highest)
}
