//! Rewrites of the intermediate representation: a short list of small passes, in the order they run.
//!
//! No pass looks at the document or knows Rust; after them the representation is not changed any more.

mod aliases;
mod boxes;
mod constants;
mod direction;

use crate::diag::Diagnostics;
use crate::ir::Api;

/// Runs all passes.
pub fn run(api: &mut Api, diags: &mut Diagnostics) {
    aliases::run(api, diags);
    constants::run(api);
    direction::run(api);
    boxes::run(api);
}
