//! The tests of the workspace.

pub mod server;
