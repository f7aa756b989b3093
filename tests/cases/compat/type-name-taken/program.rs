//! A program that uses what changes.

use super::api::*;

pub fn program(pet: types::Animal) {
    let _ = pet.name;
}
