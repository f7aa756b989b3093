//! A program that uses what changes.

use super::api::*;

pub fn program(kind: &types::Kind) {
    drop(kind.clone());
}
