//! Reads an OpenAPI document and writes a Rust client.

pub mod config;
pub mod diag;
pub mod emit;
pub mod import;
pub mod ir;
pub mod lower;
pub mod openapi;
pub mod output;
pub mod overlay;
pub mod pass;
pub mod pattern;
pub mod plan;
pub mod source;
mod text;
pub mod tree;
pub mod upgrade;
