//! Reads an OpenAPI document and writes a Rust client.
pub mod pattern;
