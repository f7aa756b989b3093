//! A program that uses what is there before.

use super::api::*;

pub fn program(client: &Client) {
    drop(client.list_pets());
}
