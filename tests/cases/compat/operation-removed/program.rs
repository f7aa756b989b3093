//! A program that uses what changes.

use super::api::*;

pub fn program(client: &Client) {
    drop(client.get_pet(7));
}
