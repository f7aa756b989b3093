//! Where an enumeration meets a length or a pattern: which of its texts keep the other rules of the string.
//!
//! All assertions of a schema hold together (JSON Schema Core 2020-12, section 7.6.1), so a listed value that breaks one
//! of them is no value. What is left keeps all rules, and its type needs no further check.

use super::merge::Limits;
use crate::pattern::{Pattern, compile};

/// The rules of a string besides its enumeration.
pub(super) struct TextRules {
    min_length: Option<u64>,
    max_length: Option<u64>,
    patterns: Vec<Pattern>,
}

impl TextRules {
    pub(super) fn new(limits: &Limits) -> Self {
        let patterns = limits.patterns.iter();
        Self {
            min_length: limits.min_length,
            max_length: limits.max_length,
            // What is no regular expression forbids nothing; its own diagnostic says so.
            patterns: patterns.filter_map(|(source, _)| compile(source).ok()).collect(),
        }
    }

    /// The rule that a text breaks, as a document writes it. What only an engine can tell is taken to hold.
    pub(super) fn broken_by(&self, text: &str) -> Option<String> {
        let length = text.chars().count() as u64;
        if let Some(limit) = self.min_length.filter(|limit| length < *limit) {
            return Some(format!("minLength: {limit}"));
        }
        if let Some(limit) = self.max_length.filter(|limit| length > *limit) {
            return Some(format!("maxLength: {limit}"));
        }
        let broken = self
            .patterns
            .iter()
            .find(|pattern| pattern.is_match(text) == Some(false));
        broken.map(|pattern| format!("pattern: {}", pattern.source))
    }
}
