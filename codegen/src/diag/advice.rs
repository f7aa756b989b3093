//! What to do about text that a format does not admit.

use std::fmt;

/// What to do at the marked position; as text a phrase, by itself one that is true of any format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Advice(&'static str);

impl Advice {
    /// What is to be done in this case.
    pub const fn new(text: &'static str) -> Advice {
        Advice(text)
    }
}

impl Default for Advice {
    fn default() -> Advice {
        Advice("correct the syntax at the marked position")
    }
}

impl fmt::Display for Advice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}
