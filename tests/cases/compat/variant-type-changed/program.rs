//! A program that uses what changes.

use super::api::*;

pub fn program(age: Option<types::pet::Age>) {
    if let Some(types::pet::Age::Years(years)) = age {
        let _: i64 = years;
    }
}
