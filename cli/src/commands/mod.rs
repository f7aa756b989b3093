//! The commands, a file for each.

pub mod check;
pub mod diff;
pub mod effective;
pub mod explain;
pub mod generate;
pub mod import;
pub mod learn;
pub mod lint;
