//! A program that uses what changes.

use super::api::*;

pub fn program(client: &Client) {
    drop(client.list_pets());
}
