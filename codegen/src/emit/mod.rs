//! Prints a plan as Rust: free functions from plan to tokens, total, one file per construct.

pub mod docs;
pub mod pattern;
