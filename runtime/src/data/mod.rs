//! The data half: what generated types need to be read, written and checked.

pub(crate) mod constraint;
pub(crate) mod field;
pub(crate) mod json;
pub(crate) mod number;
pub(crate) mod validate;
pub(crate) mod violation;
