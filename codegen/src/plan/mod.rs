//! Decides, before anything is printed, what the generated crate looks like: every name, every type, every place.

pub mod names;
