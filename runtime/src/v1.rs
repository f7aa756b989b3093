//! The interface between generated code and this crate.
//!
//! Generated code speaks only to `::specwright_runtime::v1`; a change that generated code would notice makes a `v2`
//! beside it, so that a generated file and a runtime that do not fit together fail to compile instead of misbehaving.

pub use crate::data::constraint::{ConstraintError, Rule, code_points};
pub use crate::data::field::Field;
pub use crate::data::json::{Const, Types, equal};
pub use crate::data::number::Number;
pub use crate::data::validate::{Validate, Validator};
pub use crate::data::violation::{Violation, Violations};
