//! The engine for what has no automaton.

use std::sync::OnceLock;

/// A pattern for the `regress` engine, compiled when it is first used.
///
/// The engine backtracks: on some patterns its time grows exponentially with the length of the text.
#[derive(Debug)]
pub struct Engine {
    pattern: &'static str,
    /// `None` if the engine refuses the pattern.
    compiled: OnceLock<Option<regress::Regex>>,
}

impl Engine {
    /// An engine for a pattern that is valid with the `u` flag.
    #[must_use]
    pub const fn new(pattern: &'static str) -> Self {
        Self {
            pattern,
            compiled: OnceLock::new(),
        }
    }

    /// Whether the pattern is found in the text. A pattern that the engine refuses forbids nothing.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        let compiled = self
            .compiled
            .get_or_init(|| regress::Regex::with_flags(self.pattern, "u").ok());
        compiled.as_ref().is_none_or(|regex| regex.find(text).is_some())
    }
}
