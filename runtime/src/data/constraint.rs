//! The constraints of a string type: one error for all of them, which a `const fn` can also raise.

use std::fmt;

/// Why a string is not a value of its type: all constraints that it violates, but never the string, so that the error
/// can be logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConstraintError {
    rules: Rules,
    /// A bit for each of the rules, the lowest one for the first.
    broken: u64,
}

/// The rules of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rules {
    One(Rule),
    All(&'static [Rule]),
}

/// A constraint of a string type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rule {
    /// `minLength`: fewer code points than this.
    MinLength(u64),
    /// `maxLength`: more code points than this.
    MaxLength(u64),
    /// `pattern`: not matched by this ECMA-262 regular expression.
    Pattern(&'static str),
    /// `format`: not in this format.
    Format(&'static str),
    /// `enum`: none of the values of the type of this name.
    Enum(&'static str),
}

/// The words of a rule: before and after its limit.
struct Words(&'static str, &'static str);

impl Rule {
    const fn words(&self) -> Words {
        match self {
            Self::MinLength(1) => Words("must have at least ", " character"),
            Self::MaxLength(1) => Words("must have at most ", " character"),
            Self::MinLength(_) => Words("must have at least ", " characters"),
            Self::MaxLength(_) => Words("must have at most ", " characters"),
            Self::Pattern(_) => Words("must match the pattern `", "`"),
            Self::Format(_) => Words("must be in the format `", "`"),
            Self::Enum(_) => Words("must be one of the values of `", "`"),
        }
    }
}

impl Rule {
    /// The JSON Schema keyword of the rule, in its own spelling.
    pub const fn keyword(&self) -> &'static str {
        match self {
            Self::MinLength(_) => "minLength",
            Self::MaxLength(_) => "maxLength",
            Self::Pattern(_) => "pattern",
            Self::Format(_) => "format",
            Self::Enum(_) => "enum",
        }
    }

    const fn push_to(&self, text: Line) -> Line {
        let Words(before, after) = self.words();
        let text = text.push(before);
        let text = match self {
            Self::MinLength(limit) | Self::MaxLength(limit) => text.push_number(*limit),
            Self::Pattern(name) | Self::Format(name) | Self::Enum(name) => text.push(name),
        };
        text.push(after)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Words(before, after) = self.words();
        match self {
            Self::MinLength(limit) | Self::MaxLength(limit) => write!(f, "{before}{limit}{after}"),
            Self::Pattern(name) | Self::Format(name) | Self::Enum(name) => write!(f, "{before}{name}{after}"),
        }
    }
}

impl ConstraintError {
    /// The error of one rule.
    pub const fn new(rule: Rule) -> Self {
        Self {
            rules: Rules::One(rule),
            broken: 1,
        }
    }

    /// Checks that all rules of a type hold, given for each whether it does.
    ///
    /// # Errors
    ///
    /// Returns the rules that do not hold. Beyond 64 rules, the 64th represents the rest.
    pub const fn check(rules: &'static [Rule], holds: &[bool]) -> Result<(), Self> {
        let mut broken = 0;
        let mut index = 0;
        while index < holds.len() {
            if !holds[index] {
                broken |= 1 << if index < 64 { index } else { 63 };
            }
            index += 1;
        }
        match broken {
            0 => Ok(()),
            _ => Err(Self {
                rules: Rules::All(rules),
                broken,
            }),
        }
    }

    const fn declared(&self) -> &[Rule] {
        match &self.rules {
            Rules::One(rule) => std::slice::from_ref(rule),
            Rules::All(rules) => rules,
        }
    }

    const fn breaks(&self, index: usize) -> bool {
        index < 64 && self.broken & (1 << index) != 0
    }

    /// All violated rules, in the order of their declaration; at least one.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        let declared = self.declared().iter().enumerate();
        declared.filter(|(index, _)| self.breaks(*index)).map(|(_, rule)| rule)
    }

    /// Panics with the message of [`Display`](fmt::Display). Used by `from_static` of generated types, where it becomes
    /// a compile error.
    ///
    /// # Panics
    ///
    /// Always panics. A long pattern is truncated in the message.
    #[track_caller]
    pub const fn panic(self) -> ! {
        let declared = self.declared();
        let mut text = Line::new();
        let mut index = 0;
        while index < declared.len() {
            if self.breaks(index) {
                let between = if text.length == 0 { "" } else { "; " };
                text = declared[index].push_to(text.push(between));
            }
            index += 1;
        }
        panic!("{}", text.as_str())
    }
}

impl fmt::Display for ConstraintError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, rule) in self.rules().enumerate() {
            let between = if index == 0 { "" } else { "; " };
            write!(f, "{between}{rule}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ConstraintError {}

/// The number of code points, which is what `minLength` and `maxLength` count (JSON Schema Validation 2020-12,
/// section 6.3).
pub const fn code_points(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let (mut index, mut count) = (0, 0);
    while index < bytes.len() {
        // Every byte but the continuation bytes of UTF-8 begins a code point.
        if bytes[index] & 0b1100_0000 != 0b1000_0000 {
            count += 1;
        }
        index += 1;
    }
    count
}

/// A line that a `const fn` builds, where `format!` is not available.
struct Line {
    bytes: [u8; Self::CAPACITY],
    length: usize,
}

impl Line {
    const CAPACITY: usize = 512;

    const fn new() -> Self {
        Self {
            bytes: [0; Self::CAPACITY],
            length: 0,
        }
    }

    const fn push(mut self, text: &str) -> Self {
        let text = text.as_bytes();
        let mut index = 0;
        while index < text.len() && self.length < Self::CAPACITY {
            self.bytes[self.length] = text[index];
            self.length += 1;
            index += 1;
        }
        self
    }

    const fn push_number(self, number: u64) -> Self {
        let line = if number >= 10 {
            self.push_number(number / 10)
        } else {
            self
        };
        let digit = [b'0' + (number % 10) as u8];
        match std::str::from_utf8(&digit) {
            Ok(digit) => line.push(digit),
            Err(_) => line,
        }
    }

    const fn as_str(&self) -> &str {
        let mut length = self.length;
        // Truncation may have left part of a code point.
        loop {
            match std::str::from_utf8(self.bytes.split_at(length).0) {
                Ok(text) => return text,
                Err(error) => length = error.valid_up_to(),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ERROR: ConstraintError = ConstraintError::new(Rule::Pattern("^https://"));

    #[test]
    fn names_the_rule() {
        assert_eq!(ERROR.to_string(), "must match the pattern `^https://`");
        assert_eq!(ERROR.rules().map(Rule::keyword).collect::<Vec<_>>(), ["pattern"]);
        let short = ConstraintError::new(Rule::MinLength(2));
        assert_eq!(short.to_string(), "must have at least 2 characters");
        let empty = ConstraintError::new(Rule::MinLength(1));
        assert_eq!(empty.to_string(), "must have at least 1 character");
    }

    #[test]
    #[should_panic(expected = "must match the pattern `^https://`")]
    fn panics_with_the_pattern() {
        ERROR.panic()
    }

    #[test]
    #[should_panic(expected = "must have at most 1207 characters")]
    fn panics_with_the_limit() {
        ConstraintError::new(Rule::MaxLength(1207)).panic()
    }

    #[test]
    fn a_long_line_is_cut_between_code_points() {
        let text: &'static str = Box::leak("é".repeat(400).into_boxed_str());
        let line = Line::new().push("a").push(text);
        assert_eq!(line.as_str().len(), 511);
    }

    #[test]
    fn code_points_are_not_bytes() {
        const LENGTH: u64 = code_points("aé💩");
        assert_eq!(LENGTH, 3);
        assert_eq!(code_points(""), 0);
    }

    #[test]
    fn all_broken_rules_are_told() {
        const RULES: &[Rule] = &[Rule::MinLength(3), Rule::Pattern("a"), Rule::Format("uri")];
        let error = ConstraintError::check(RULES, &[false, true, false]).expect_err("two rules are broken");
        assert_eq!(
            error.to_string(),
            "must have at least 3 characters; must be in the format `uri`"
        );
        assert_eq!(ConstraintError::check(RULES, &[true; 3]), Ok(()));
    }

    #[test]
    #[should_panic(expected = "must match the pattern `a`; must be in the format `uri`")]
    fn panics_with_all_broken_rules() {
        const RULES: &[Rule] = &[Rule::MinLength(3), Rule::Pattern("a"), Rule::Format("uri")];
        if let Err(error) = ConstraintError::check(RULES, &[true, false, false]) {
            error.panic()
        }
    }

    #[test]
    fn no_rule_is_overlooked_however_many_there_are() {
        static MANY: [Rule; 70] = [Rule::Format("x"); 70];
        let mut holds = [true; 70];
        holds[69] = false;
        let error = ConstraintError::check(&MANY, &holds).expect_err("the last rule is broken");
        assert_eq!(error.rules().count(), 1);
    }
}
