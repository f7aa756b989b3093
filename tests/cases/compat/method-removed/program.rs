//! A program that uses what changes.

use super::api::*;

pub fn program(failure: &operations::list_pets::Failure) {
    let _ = failure.code();
}
