//! A program that uses what changes.

use super::api::*;

pub fn program(client: &Client) {
    drop(client.add_pet(operations::add_pet::RequestForm::new(["tame"])));
}
