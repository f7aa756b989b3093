//! Values of the document as Rust expressions: always literals, never text that is spliced into code.

use crate::emit::writer::{Code, Float, Str, code};
use crate::ir::Json;
use crate::number::Number;

/// A `v1::Const` of a value.
pub(super) fn constant(json: &Json) -> Code {
    match json {
        Json::Null => code!("v1::Const::Null"),
        Json::Bool(value) => code!("v1::Const::Bool($)", value),
        Json::Number(text) => match integer(text) {
            Some(value) => code!("v1::Const::Int($)", value),
            None => code!("v1::Const::Float($)", Float(float(text))),
        },
        Json::String(text) => code!("v1::Const::Str($)", Str(text)),
        Json::Array(items) => code!("v1::Const::Array(&[$])", Code::list(items.iter().map(constant))),
        Json::Object(members) => {
            let members = members
                .iter()
                .map(|(name, value)| code!("($, $)", Str(name), constant(value)));
            code!("v1::Const::Object(&[$])", Code::list(members))
        }
    }
}

/// A reference to a value that serialises as the constant.
pub(super) fn serializable(json: &Json) -> Code {
    match json {
        Json::String(text) => code!("$", Str(text)),
        Json::Bool(value) => code!("&$", value),
        Json::Null | Json::Number(_) | Json::Array(_) | Json::Object(_) => code!("&$", constant(json)),
    }
}

/// A limit: `v1::Number` of a number.
pub(super) fn number(text: &str) -> Code {
    match integer(text) {
        Some(value) => code!("v1::Number::Int($)", value),
        None => code!("v1::Number::Float($)", Float(float(text))),
    }
}

fn integer(text: &str) -> Option<i128> {
    Number::new(text).as_i128()
}

/// The nearest double; what is beyond all doubles is the largest one.
fn float(text: &str) -> f64 {
    let value: f64 = text.parse().unwrap_or(0.0);
    match value.is_finite() {
        true => value,
        false => f64::MAX.copysign(value),
    }
}
