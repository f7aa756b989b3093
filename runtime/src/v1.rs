//! The interface between generated code and this crate.
//!
//! Generated code speaks only to `::specwright_runtime::v1`; a change that generated code would notice makes a `v2`
//! beside it, so that a generated file and a runtime that do not fit together fail to compile instead of misbehaving.

pub use crate::data::exports::*;
