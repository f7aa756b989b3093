//! The commands, a file for each.

pub mod check;
pub mod completions;
pub mod diff;
pub mod effective;
pub mod explain;
pub mod generate;
pub mod import;
pub mod init;
pub mod learn;
pub mod lint;
pub mod lock;
pub mod mock;
pub mod overlay;
