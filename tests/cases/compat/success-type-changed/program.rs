//! A program that uses what changes.

use super::api::*;

pub fn program(client: &Client) {
    let _: specwright_runtime::v1::Sending<String, operations::list_pets::Failure> = client.list_pets().send();
}
