//! A program that uses what changes.

use super::api::*;

pub fn program(_: ()) {
    let _: types::Id = 7;
}
