//! A program that uses what changes.

use super::api::*;

pub fn program(client: &Client) {
    drop(client.add_pet(types::Pet::new("Rex").age(7)));
}
