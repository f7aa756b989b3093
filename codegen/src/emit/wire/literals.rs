//! Values of the document as Rust expressions: always literals, never text that is spliced into code.

use crate::ir::Json;
use crate::number::Number;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// A `v1::Const` of a value.
pub(crate) fn constant(json: &Json) -> TokenStream {
    let variant = constant_variant(json);
    quote!(v1::Const::#variant)
}

/// The same without the path of the enumeration.
pub(crate) fn constant_variant(json: &Json) -> TokenStream {
    match json {
        Json::Null => quote!(Null),
        Json::Bool(value) => quote!(Bool(#value)),
        Json::Number(text) => match integer(text) {
            Some(value) => {
                let value = Literal::i128_unsuffixed(value);
                quote!(Int(#value))
            }
            None => {
                let value = float(text);
                quote!(Float(#value))
            }
        },
        Json::String(text) => {
            let text = &**text;
            quote!(Str(#text))
        }
        Json::Array(items) => {
            let items = items.iter().map(constant);
            quote!(Array(&[#(#items),*]))
        }
        Json::Object(members) => {
            let members = members.iter().map(|(name, value)| {
                let (name, value) = (&**name, constant(value));
                quote!((#name, #value))
            });
            quote!(Object(&[#(#members),*]))
        }
    }
}

/// A reference to a value that serialises as the constant.
pub(crate) fn serializable(json: &Json) -> TokenStream {
    match json {
        Json::String(text) => {
            let text = &**text;
            quote!(#text)
        }
        Json::Bool(value) => quote!(&#value),
        Json::Null | Json::Number(_) | Json::Array(_) | Json::Object(_) => {
            let constant = constant(json);
            quote!(&#constant)
        }
    }
}

/// A limit: `v1::Number` of a number.
pub(crate) fn number(text: &str) -> TokenStream {
    match integer(text) {
        Some(value) => {
            let value = Literal::i128_unsuffixed(value);
            quote!(v1::Number::Int(#value))
        }
        None => {
            let value = float(text);
            quote!(v1::Number::Float(#value))
        }
    }
}

fn integer(text: &str) -> Option<i128> {
    Number::new(text).as_i128()
}

/// The nearest double; what is beyond all doubles is the largest one.
fn float(text: &str) -> Literal {
    let value: f64 = text.parse().unwrap_or(0.0);
    let value = if value.is_finite() {
        value
    } else {
        f64::MAX.copysign(value)
    };
    Literal::f64_unsuffixed(value)
}
