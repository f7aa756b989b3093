//! A program that uses what changes.

use super::api::*;

pub fn program(_: ()) {
    drop(Client::from_env());
}
