//! A program that uses what changes.

use super::api::*;

pub fn program(kind: &types::Kind, pet: types::Pet) {
    drop(kind.clone());
    let _: Option<String> = pet.nickname;
}
