//! What must hold of a value beyond its type: limits become checks, and what only the assertion interpreter can say becomes an
//! assertion.

mod schemas;

use crate::ir::{Check, IntegerKind, StringFormat, StringKind, Type, TypeRef};
use crate::lower::Lower;
use crate::lower::schema::Merged;
use crate::number::Number;

impl Lower<'_, '_> {
    pub(in crate::lower) fn string_checks(&mut self, merged: &Merged, kind: StringKind) -> Vec<Check> {
        let limits = &merged.limits;
        let mut checks = Vec::new();
        // Lengths of binary strings count something else than code points of what is sent.
        if kind != StringKind::Binary {
            checks.extend(limits.min_length.filter(|&length| length > 0).map(Check::MinLength));
            checks.extend(limits.max_length.map(Check::MaxLength));
        }
        checks.extend(
            limits
                .patterns
                .iter()
                .map(|(pattern, _)| Check::Pattern(pattern.to_string())),
        );
        if !self.config.exact {
            checks.extend(checked_format(merged).map(Check::Format));
        }
        checks
    }

    pub(in crate::lower) fn number_checks(&mut self, merged: &Merged, ty: Type) -> Vec<Check> {
        let limits = &merged.limits;
        let integer = match ty {
            Type::Integer(kind) => Some(kind),
            _ => None,
        };
        let mut checks = Vec::new();
        let text = |number: &Number| Box::from(number.as_str());
        if let Some(minimum) = limits
            .minimum
            .as_ref()
            .filter(|minimum| !always_above(integer, minimum))
        {
            checks.push(Check::Minimum(text(minimum)));
        }
        if let Some(maximum) = limits
            .maximum
            .as_ref()
            .filter(|maximum| !always_below(integer, maximum))
        {
            checks.push(Check::Maximum(text(maximum)));
        }
        checks.extend(limits.exclusive_minimum.as_ref().map(text).map(Check::ExclusiveMinimum));
        checks.extend(limits.exclusive_maximum.as_ref().map(text).map(Check::ExclusiveMaximum));
        checks.extend(limits.multiple_of.iter().map(text).map(Check::MultipleOf));
        checks
    }

    pub(in crate::lower) fn array_checks(&mut self, merged: &Merged) -> Vec<Check> {
        let limits = &merged.limits;
        let mut checks = Vec::new();
        checks.extend(limits.min_items.filter(|&count| count > 0).map(Check::MinItems));
        checks.extend(limits.max_items.map(Check::MaxItems));
        if limits.unique_items {
            checks.push(Check::UniqueItems);
        }
        checks.extend(self.special_checks(merged));
        checks
    }

    pub(in crate::lower) fn object_checks(&mut self, merged: &Merged) -> Vec<Check> {
        let limits = &merged.limits;
        let mut checks = Vec::new();
        checks.extend(
            limits
                .min_properties
                .filter(|&count| count > 0)
                .map(Check::MinProperties),
        );
        checks.extend(limits.max_properties.map(Check::MaxProperties));
        checks.extend(self.special_checks(merged));
        checks
    }

    /// Assertions for keywords that no type expresses. In exact mode a merged schema is checked as a whole.
    pub(in crate::lower) fn special_checks(&mut self, merged: &Merged) -> Vec<Check> {
        if self.config.exact && (merged.sources.len() > 1 || !merged.special.is_empty()) {
            let whole = merged.sources.first().copied();
            return whole
                .map(|node| Check::Assert(self.assertion(node)))
                .into_iter()
                .collect();
        }
        let special = merged.special.clone();
        special
            .into_iter()
            .map(|node| Check::Assert(self.special_assertion(node)))
            .collect()
    }

    pub(in crate::lower) fn with_special(&mut self, mut type_ref: TypeRef, merged: &Merged) -> TypeRef {
        let special = self.special_checks(merged);
        type_ref.checks.extend(special);
        type_ref
    }
}

/// Whether every value of the Rust type is at least the bound.
fn always_above(kind: Option<IntegerKind>, bound: &Number) -> bool {
    let lowest = match kind {
        Some(IntegerKind::I32) => i128::from(i32::MIN),
        Some(IntegerKind::I64) => i128::from(i64::MIN),
        Some(IntegerKind::U32 | IntegerKind::U64) => 0,
        Some(IntegerKind::I128) | None => return false,
    };
    bound.as_i128().is_some_and(|bound| bound <= lowest)
}

/// Whether every value of the Rust type is at most the bound.
fn always_below(kind: Option<IntegerKind>, bound: &Number) -> bool {
    let highest = match kind {
        Some(IntegerKind::I32) => i128::from(i32::MAX),
        Some(IntegerKind::I64) => i128::from(i64::MAX),
        Some(IntegerKind::U32) => i128::from(u32::MAX),
        Some(IntegerKind::U64) => i128::from(u64::MAX),
        Some(IntegerKind::I128) | None => return false,
    };
    bound.as_i128().is_some_and(|bound| bound >= highest)
}

/// Formats that are rules for what is sent.
fn checked_format(merged: &Merged) -> Option<StringFormat> {
    match merged.format.as_deref() {
        Some("uri") => Some(StringFormat::Uri),
        _ => None,
    }
}
