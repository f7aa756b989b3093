//! A program that uses what changes.

use super::api::*;

pub fn program(toy: types::Toy) {
    let _ = toy.name;
}
