//! The commands, a file for each.

pub mod check;
pub mod diff;
pub mod generate;
pub mod import;
