//! A program that uses what changes.

use super::api::*;

pub fn program(client: &Client) {
    drop(client.get_job("1").until_done());
    drop(client.get_export("1").until_done());
}
