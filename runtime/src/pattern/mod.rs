//! Functions that generated pattern checks call. All of them work at compile time, except [`Engine`], the only regex
//! engine here, which does nothing without the feature `regress`.
//!
//! ```
//! use specwright_runtime::v1::pattern::{Class, DIGIT, Scan};
//!
//! const fn is_part_number(text: &str) -> bool {
//!     const LETTER: Class = Class::of("A-Z");
//!     let mut scan = Scan::new(text);
//!     scan.exactly(2, &LETTER) && scan.literal("-") && scan.at_least(1, &DIGIT) && scan.is_at_end()
//! }
//! const _: () = assert!(is_part_number("AB-1") && !is_part_number("AB-"));
//! ```
//!
//! A constant that does not match its pattern does not compile:
//!
//! ```compile_fail,E0080
//! use specwright_runtime::v1::pattern::starts_with;
//!
//! const fn from_static(text: &'static str) -> &'static str {
//!     assert!(starts_with(text, "https://"));
//!     text
//! }
//! const CALLBACK: &str = from_static("http://example.com");
//! ```

mod class;
mod dfa;
mod engine;
mod scan;
mod utf8;

pub use class::{
    ALPHANUMERIC, ANY, Class, DIGIT, HEX, LETTER, LOWER, LOWER_HEX, NOT_LINE_END, NOT_SPACE, SPACE, UPPER, WORD,
};
pub use dfa::{Dfa, Next, classes};
pub use engine::Engine;
pub use scan::{Scan, contains, contains_any, ends_with, starts_with};
