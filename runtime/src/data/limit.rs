//! Limits of numbers, strings, arrays and objects (JSON Schema Validation 2020-12, sections 6.2 to 6.5): when each is kept, and
//! what is said where it is not.

use super::number::Number;
use super::violation::counted;

/// A limit of how much something has.
#[derive(Clone, Copy, Debug)]
pub(super) enum CountLimit {
    /// `minLength`, in code points.
    MinLength(u64),
    /// `maxLength`, in code points.
    MaxLength(u64),
    /// `minItems`.
    MinItems(u64),
    /// `maxItems`.
    MaxItems(u64),
    /// `minProperties`.
    MinProperties(u64),
    /// `maxProperties`.
    MaxProperties(u64),
}

/// Which end a limit is.
#[derive(Clone, Copy, Debug)]
enum End {
    Least,
    Most,
}

impl CountLimit {
    /// The keyword, which end it limits, how much of what.
    fn parts(self) -> (&'static str, End, u64, &'static str) {
        match self {
            Self::MinLength(limit) => ("minLength", End::Least, limit, "character"),
            Self::MaxLength(limit) => ("maxLength", End::Most, limit, "character"),
            Self::MinItems(limit) => ("minItems", End::Least, limit, "item"),
            Self::MaxItems(limit) => ("maxItems", End::Most, limit, "item"),
            Self::MinProperties(limit) => ("minProperties", End::Least, limit, "property"),
            Self::MaxProperties(limit) => ("maxProperties", End::Most, limit, "property"),
        }
    }

    pub(super) fn keyword(self) -> &'static str {
        self.parts().0
    }

    pub(super) fn is_kept(self, count: u64) -> bool {
        match self.parts() {
            (_, End::Least, limit, _) => count >= limit,
            (_, End::Most, limit, _) => count <= limit,
        }
    }

    pub(super) fn message(self) -> String {
        let (_, end, limit, what) = self.parts();
        let what = counted(limit, what);
        match end {
            End::Least => format!("must have at least {what}"),
            End::Most => format!("must have at most {what}"),
        }
    }
}

/// A limit of a number.
#[derive(Clone, Copy, Debug)]
pub(super) enum NumberLimit {
    /// `minimum`.
    Minimum(Number),
    /// `maximum`.
    Maximum(Number),
    /// `exclusiveMinimum`.
    ExclusiveMinimum(Number),
    /// `exclusiveMaximum`.
    ExclusiveMaximum(Number),
    /// `multipleOf`, computed in decimal.
    MultipleOf(Number),
}

impl NumberLimit {
    pub(super) fn keyword(self) -> &'static str {
        match self {
            Self::Minimum(_) => "minimum",
            Self::Maximum(_) => "maximum",
            Self::ExclusiveMinimum(_) => "exclusiveMinimum",
            Self::ExclusiveMaximum(_) => "exclusiveMaximum",
            Self::MultipleOf(_) => "multipleOf",
        }
    }

    pub(super) fn is_kept(self, value: Number) -> bool {
        match self {
            Self::Minimum(limit) => value >= limit,
            Self::Maximum(limit) => value <= limit,
            Self::ExclusiveMinimum(limit) => value > limit,
            Self::ExclusiveMaximum(limit) => value < limit,
            Self::MultipleOf(divisor) => value.is_multiple_of(divisor),
        }
    }

    pub(super) fn message(self) -> String {
        match self {
            Self::Minimum(limit) => format!("must be at least {limit}"),
            Self::Maximum(limit) => format!("must be at most {limit}"),
            Self::ExclusiveMinimum(limit) => format!("must be greater than {limit}"),
            Self::ExclusiveMaximum(limit) => format!("must be less than {limit}"),
            Self::MultipleOf(divisor) => format!("must be a multiple of {divisor}"),
        }
    }
}
