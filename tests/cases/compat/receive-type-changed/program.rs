//! A program that uses what changes.

use super::api::*;
use super::api::http::HeaderMap;
use super::api::events::pet_added::receive;

pub fn program((secret, headers, body): (&Secret, &HeaderMap, &[u8])) {
    drop(receive(secret, headers, body).map(|delivery| delivery.payload.name));
}
