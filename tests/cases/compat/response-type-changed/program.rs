//! A program that uses what changes.

use super::api::*;

pub fn program(failure: operations::list_pets::Failure) {
    if let operations::list_pets::Failure::NotFound(text) = failure {
        let _: String = text;
    }
}
