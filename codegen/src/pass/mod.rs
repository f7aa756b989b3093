//! Rewrites of the intermediate representation: a short list of small passes, in the order they run.
//!
//! No pass looks at the document or knows Rust; after them the representation is not changed any more.

mod aliases;
mod boxes;
mod choices;
mod circles;
mod components;
mod constants;
mod depth;
mod direction;
mod tags;
mod twins;
mod unused;
mod width;

use crate::config::Config;
use crate::diag::{Diagnostics, Location};
use crate::ir::{Api, TypeDef};
use direction::SharedTypes;

/// Runs all passes.
pub fn run(api: &mut Api, config: &Config, diags: &mut Diagnostics) {
    width::run(api, diags);
    aliases::run(api, diags);
    depth::run(api, diags);
    choices::run(api, diags);
    tags::keep(api);
    direction::run(api, &config.select, SharedTypes::All);
    tags::fix(api);
    constants::run(api);
    let names = twins::run(api, config);
    // What only tags and constants used travels no longer.
    direction::run(api, &config.select, SharedTypes::Used);
    names.keep(api);
    unused::run(api, diags);
    boxes::run(api);
}

/// The place of a type's schema.
fn location(def: &TypeDef) -> Location {
    Location::at(def.origin.span, &def.origin.pointer)
}
