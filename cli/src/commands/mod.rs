//! The commands, a file for each.

pub mod check;
pub mod generate;
pub mod import;
pub mod learn;
