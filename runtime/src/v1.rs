//! The interface between generated code and this crate.
//!
//! Generated code speaks only to `::specwright_runtime::v1`; a change that generated code would notice makes a `v2`
//! beside it, so that a generated file and a runtime that do not fit together fail to compile instead of misbehaving.

pub use crate::data::exports::*;

pub use crate::answer::{Answer, Outcome, failure, success};
pub use crate::body::Body;
pub use crate::client::{Core, CoreBuilder, Setup};
pub use crate::data::constraint::{ConstraintError, Rule, code_points};
pub use crate::data::field::Field;
pub use crate::data::json::{Const, Types, equal};
pub use crate::data::number::Number;
pub use crate::data::validate::{Validate, Validator};
pub use crate::data::violation::{Violation, Violations};
pub use crate::error::{Error, InvalidRequest as Invalid, Mismatch};
pub use crate::form::Encoding;
pub use crate::multipart::{Multipart, Part};
pub use crate::operation::{AnswerCase, Api, Operation, Status};
pub use crate::page::{Items, Pages, next_cursor, next_link, next_offset, next_page, pages};
pub use crate::pattern;
pub use crate::request::Request;
pub use crate::response::Response;
pub use crate::security::{Credential, Scheme};
pub use crate::sending::{Sending, send};
pub use crate::server::expand_server;
pub use crate::stream::{ByteStream, EventStream, JsonLines};
pub use crate::style::Style;
