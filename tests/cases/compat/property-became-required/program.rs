//! A program that uses what changes.

use super::api::*;

pub fn program(pet: types::Pet) {
    let _: Option<String> = pet.name;
}
