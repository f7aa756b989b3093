//! A program that uses what changes.

use super::api::*;

pub fn program(animal: &types::Animal) {
    let _ = matches!(animal, types::Animal::Cat(_));
}
