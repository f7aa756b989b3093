//! What the tests of the upgrade share.

pub(crate) mod invariants;
pub(crate) mod mutate;
pub(crate) mod render;
