//! A program that uses what changes.

use super::api::*;

pub fn program(_: ()) {
    drop(types::Pet::new("Rex", 7, "Ann"));
}
