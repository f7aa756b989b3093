//! A program that uses what changes.

use super::api::*;

pub fn program(kind: &types::Kind) {
    let same = *kind;
    drop(same);
}
