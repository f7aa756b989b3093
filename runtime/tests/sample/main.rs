//! A client as the generator prints it, written by hand: the template for the emitter, and the wire tests of the runtime.
//!
//! `client.rs`, `operations/` and `wire/` are laid out like a generated crate; `checks/` drives them.

#![allow(unreachable_pub, reason = "the items of a generated crate are public")]
#![allow(
    unexpected_cfgs,
    reason = "a generated crate has the feature `serde-all`, this one has not"
)]
#![allow(dead_code, reason = "a generated crate has more than its tests use")]

mod checks;
mod client;
mod operations;
#[path = "../../../tests/src/server.rs"]
mod server;
mod wire;
