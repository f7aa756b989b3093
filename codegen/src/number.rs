//! Numbers as they were written: documents hold integers beyond 64 bits and decimals that must not change.

/// A JSON number, kept as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    text: Box<str>,
}

impl Number {
    /// A number from text that the reader has checked against the grammar of RFC 8259 section 6.
    pub fn new(text: impl Into<Box<str>>) -> Number {
        Number { text: text.into() }
    }

    /// The text as written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The value, if it is an integer that fits: `1.0` and `1e3` are integers (JSON Schema Core section 4.2.3).
    pub fn as_i128(&self) -> Option<i128> {
        if let Ok(value) = self.text.parse() {
            return Some(value);
        }
        let value = self.as_f64()?;
        // Beyond 2^53 a decimal no longer says which integer is meant; documents write bounds such as 1e18 all the same.
        (value.fract() == 0.0 && value.abs() < 1e38).then_some(value as i128)
    }

    /// The value, if it is an integer that fits.
    pub fn as_i64(&self) -> Option<i64> {
        self.as_i128().and_then(|value| value.try_into().ok())
    }

    /// The value, if it is a non-negative integer that fits.
    pub fn as_u64(&self) -> Option<u64> {
        self.as_i128().and_then(|value| value.try_into().ok())
    }

    /// The nearest double, if it is finite.
    pub fn as_f64(&self) -> Option<f64> {
        self.text.parse().ok().filter(|value: &f64| value.is_finite())
    }

    /// Whether two numbers have the same value, however they are written.
    pub fn equals(&self, other: &Number) -> bool {
        match (self.as_i128(), other.as_i128()) {
            (Some(left), Some(right)) => left == right,
            _ => self.text == other.text || self.as_f64().is_some_and(|value| Some(value) == other.as_f64()),
        }
    }

    /// Whether the number is mathematically an integer.
    pub fn is_integer(&self) -> bool {
        self.text.parse::<i128>().is_ok() || self.as_f64().is_some_and(|value| value.fract() == 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_in_any_spelling() {
        assert_eq!(Number::new("1.0").as_i64(), Some(1));
        assert_eq!(Number::new("1e3").as_i64(), Some(1000));
        assert_eq!(Number::new("1.5").as_i64(), None);
        assert_eq!(Number::new("18446744073709551616").as_i128(), Some(1 << 64));
        assert_eq!(Number::new("18446744073709551616").as_u64(), None);
        assert!(!Number::new("1e400").is_integer());
        assert!(Number::new("1.0").equals(&Number::new("1")));
        assert!(!Number::new("9007199254740993").equals(&Number::new("9007199254740992")));
    }
}
