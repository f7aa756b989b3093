//! The engine for patterns that have no automaton.

#[cfg(feature = "regress")]
use std::sync::OnceLock;

/// A pattern for the `regress` engine, compiled when it is first used. Without the feature of that name it matches
/// every string: a pattern that cannot be checked rejects nothing.
///
/// The engine backtracks: on some patterns its time grows exponentially with the length of the string.
#[derive(Debug)]
pub struct Engine {
    #[cfg_attr(not(feature = "regress"), expect(dead_code, reason = "only the engine reads it"))]
    pattern: &'static str,
    /// `None` if the engine rejects the pattern.
    #[cfg(feature = "regress")]
    compiled: OnceLock<Option<regress::Regex>>,
}

impl Engine {
    /// An engine for a pattern that is valid with the `u` flag.
    #[must_use]
    pub const fn new(pattern: &'static str) -> Self {
        Self {
            pattern,
            #[cfg(feature = "regress")]
            compiled: OnceLock::new(),
        }
    }

    /// Whether the string matches the pattern. A pattern that the engine rejects matches every string.
    #[cfg(feature = "regress")]
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        let compiled = self
            .compiled
            .get_or_init(|| regress::Regex::with_flags(self.pattern, "u").ok());
        compiled.as_ref().is_none_or(|regex| regex.find(text).is_some())
    }

    /// Matches every string, since there is no engine.
    #[cfg(not(feature = "regress"))]
    #[must_use]
    pub fn is_match(&self, _text: &str) -> bool {
        true
    }
}
