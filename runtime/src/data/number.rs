//! Numbers as JSON Schema defines them: `1` and `1.0` are equal, and comparisons and divisions are exact.

use std::cmp::Ordering;

/// A JSON number that can be compared with any other one without rounding.
///
/// Used for the numeric keywords (JSON Schema Validation 2020-12, section 6.2). An `f64` represents its shortest
/// decimal form, since that is what the document and the response contain: `0.0075` is a multiple of `0.0001`, although
/// the two nearest binary fractions are not.
#[derive(Clone, Copy, Debug)]
pub enum Number {
    /// A whole number.
    Int(i128),
    /// Any other number, or a whole one beyond 128 bits.
    Float(f64),
}

macro_rules! from_integers {
    ($($integer:ty)*) => { $(
        impl From<$integer> for Number {
            fn from(value: $integer) -> Self {
                Self::Int(i128::from(value))
            }
        }
    )* };
}

from_integers!(i8 i16 i32 i64 i128 u8 u16 u32 u64);

impl From<f64> for Number {
    fn from(value: f64) -> Self {
        Self::Float(value)
    }
}

impl From<f32> for Number {
    fn from(value: f32) -> Self {
        // By the shortest decimal form: `0.1_f32` is written as 0.1 and means 0.1.
        Self::Float(value.to_string().parse().unwrap_or_else(|_| f64::from(value)))
    }
}

impl From<&serde_json::Number> for Number {
    fn from(value: &serde_json::Number) -> Self {
        match value.as_i128() {
            Some(integer) => Self::Int(integer),
            None => Self::Float(value.as_f64().unwrap_or(f64::NAN)),
        }
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (*self, *other) {
            (Self::Int(a), Self::Int(b)) => Some(a.cmp(&b)),
            (Self::Float(a), Self::Float(b)) => a.partial_cmp(&b),
            (Self::Int(a), Self::Float(b)) => compare(a, b),
            (Self::Float(a), Self::Int(b)) => compare(b, a).map(Ordering::reverse),
        }
    }
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Int(value) => value.fmt(f),
            Self::Float(value) => value.fmt(f),
        }
    }
}

impl Number {
    /// Whether this is a whole number, which is what JSON Schema calls an integer: `1.0` is one.
    pub fn is_integer(self) -> bool {
        match self {
            Self::Int(_) => true,
            Self::Float(value) => value.is_finite() && value.fract() == 0.0,
        }
    }

    /// Whether this divided by `divisor` is a whole number (`multipleOf`), computed in decimal.
    ///
    /// A divisor that is not above zero is not a valid `multipleOf`; everything is a multiple of it.
    pub fn is_multiple_of(self, divisor: Self) -> bool {
        let (Some(value), Some(divisor)) = (self.decimal(), divisor.decimal()) else {
            return false;
        };
        if value.digits == 0 || divisor.digits == 0 {
            return true;
        }
        // Neither mantissa ends in a zero, so a smaller exponent means digits that no multiple of the divisor has.
        let Ok(shift) = u32::try_from(value.exponent.saturating_sub(divisor.exponent)) else {
            return false;
        };
        let remainder = modulo_product(value.digits, modulo_power_of_ten(shift, divisor.digits), divisor.digits);
        remainder == 0
    }

    /// The absolute value as `digits * 10^exponent`, with as few digits as possible.
    fn decimal(self) -> Option<Decimal> {
        let (mut digits, mut exponent) = match self {
            Self::Int(value) => (value.unsigned_abs(), 0),
            Self::Float(value) if value.is_finite() => {
                let text = format!("{:e}", value.abs());
                let (mantissa, exponent) = text.split_once('e')?;
                let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
                let exponent: i32 = exponent.parse().ok()?;
                let digits = format!("{whole}{fraction}").parse().ok()?;
                (digits, exponent - i32::try_from(fraction.len()).ok()?)
            }
            Self::Float(_) => return None,
        };
        while digits != 0 && digits % 10 == 0 {
            digits /= 10;
            exponent += 1;
        }
        Some(Decimal { digits, exponent })
    }
}

struct Decimal {
    digits: u128,
    exponent: i32,
}

/// Compares without rounding the integer to a float.
fn compare(integer: i128, float: f64) -> Option<Ordering> {
    /// 2^127: every float of at least this size is beyond `i128`.
    const LIMIT: f64 = 170_141_183_460_469_231_731_687_303_715_884_105_728.0;
    if float.is_nan() {
        return None;
    }
    if float >= LIMIT {
        return Some(Ordering::Less);
    }
    if float < -LIMIT {
        return Some(Ordering::Greater);
    }
    let whole = float.trunc();
    // In range by the two tests above, so the conversion is exact.
    let ordering = integer.cmp(&(whole as i128));
    Some(ordering.then_with(|| whole.partial_cmp(&float).unwrap_or(Ordering::Equal)))
}

fn modulo_power_of_ten(exponent: u32, modulus: u128) -> u128 {
    let mut result = 1 % modulus;
    for _ in 0..exponent {
        result = modulo_product(result, 10, modulus);
    }
    result
}

/// `a * b % modulus` by doubling, so that nothing overflows.
fn modulo_product(a: u128, b: u128, modulus: u128) -> u128 {
    let (mut a, mut b) = (a % modulus, b % modulus);
    if let Some(product) = a.checked_mul(b) {
        return product % modulus;
    }
    let add = |x: u128, y: u128| {
        if x >= modulus - y { x - (modulus - y) } else { x + y }
    };
    let mut result = 0;
    while b > 0 {
        if b & 1 == 1 {
            result = add(result, a);
        }
        a = add(a, a);
        b >>= 1;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_and_floats_compare_exactly() {
        assert_eq!(Number::from(1), Number::from(1.0));
        assert!(Number::from(9_007_199_254_740_993_i64) > Number::from(9_007_199_254_740_992.0));
        assert!(Number::from(-1) > Number::from(-1.5));
        assert!(Number::from(-2) < Number::from(-1.5));
        assert!(Number::from(2) > Number::from(1.5));
        assert!(Number::Int(i128::MAX) < Number::from(1e300));
        assert!(Number::Int(i128::MIN) > Number::from(-1e300));
        assert!(Number::from(1e300) > Number::Int(i128::MAX));
        assert_eq!(Number::from(1).partial_cmp(&Number::from(f64::NAN)), None);
        assert_eq!(Number::from(0.1_f32), Number::from(0.1));
    }

    #[test]
    fn multiples_are_decimal() {
        let multiple = |a: f64, b: f64| Number::from(a).is_multiple_of(Number::from(b));
        assert!(multiple(0.0075, 0.0001));
        assert!(!multiple(0.00751, 0.0001));
        assert!(multiple(1e308, 0.5));
        assert!(!multiple(1e308, 0.123_456_789));
        assert!(multiple(12_391_239_123.0, 1e-8));
        assert!(multiple(4.35, 0.01));
        assert!(multiple(0.0, 3.0));
        assert!(multiple(-4.5, 1.5));
        assert!(!multiple(f64::INFINITY, 1.0));
        assert!(Number::from(i64::MIN).is_multiple_of(Number::from(2)));
        assert!(!Number::from(7).is_multiple_of(Number::from(2)));
        assert!(Number::Int(i128::MAX).is_multiple_of(Number::Int(i128::MAX)));
        assert!(!Number::Int(i128::MAX - 1).is_multiple_of(Number::Int(i128::MAX)));
        assert!(Number::from(5).is_multiple_of(Number::from(0)));
    }

    #[test]
    fn products_beyond_128_bits_are_reduced() {
        let modulus = u128::MAX - 158; // a prime
        assert_eq!(modulo_product(modulus - 1, modulus - 1, modulus), 1);
    }

    #[test]
    fn whole_floats_are_integers() {
        assert!(Number::from(1.0).is_integer());
        assert!(Number::from(1e300).is_integer());
        assert!(!Number::from(1.5).is_integer());
        assert!(!Number::from(f64::NAN).is_integer());
    }
}
