//! The servers, a file for each.

mod alertmanager;
mod chroma;
mod library;
mod powerdns;
mod prefect;

use super::subject::Subject;

/// In the order in which they run.
pub const SUBJECTS: &[&Subject] = &[
    &alertmanager::SUBJECT,
    &powerdns::SUBJECT,
    &library::SUBJECT,
    &chroma::SUBJECT,
    &prefect::SUBJECT,
];
