//! What a call can end in: the variants of its answers, where there are several.

use super::names::{Case as NameCase, Scope};
use super::operations::{Answer, Case, Outcome, OutcomeVariant};
use super::type_names::{media_word, reason};
use crate::ir::Status;
use std::collections::BTreeSet;

/// The outcome of all successes, or of all errors; names the variant of each case.
pub(super) fn outcome(cases: &mut [Case], success: bool) -> Outcome {
    let belongs =
        |case: &Case| case.success.is_none_or(|is| is == success) && (success || case.answer != Answer::Empty);
    let mut distinct: Vec<(Answer, Status, String)> = Vec::new();
    for case in cases.iter().filter(|case| belongs(case)) {
        if !distinct.iter().any(|(answer, ..)| *answer == case.answer) {
            distinct.push((case.answer.clone(), case.status, case.media_type.clone()));
        }
    }
    match distinct.as_slice() {
        [] | [(Answer::Empty, ..)] => Outcome::Nothing,
        [(only, ..)] => Outcome::One(only.clone()),
        _ => {
            let raws: Vec<String> = distinct
                .iter()
                .map(|(_, status, media)| variant_word(&distinct, *status, media))
                .collect();
            let names = Scope::new(&[]).claim_all(&raws, NameCase::Variant);
            let variants: Vec<OutcomeVariant> = distinct
                .into_iter()
                .zip(names)
                .map(|((answer, status, _), name)| OutcomeVariant { name, answer, status })
                .collect();
            for case in cases.iter_mut().filter(|case| belongs(case)) {
                let variant = variants.iter().find(|variant| variant.answer == case.answer);
                case.variant = variant.map(|variant| variant.name.clone()).or(case.variant.take());
            }
            Outcome::Many(variants)
        }
    }
}

/// A variant is named after its status; after its media type too where one status has several.
fn variant_word(all: &[(Answer, Status, String)], status: Status, media: &str) -> String {
    let statuses: BTreeSet<Status> = all.iter().map(|(_, status, _)| *status).collect();
    let shared = all.iter().filter(|(_, other, _)| *other == status).count() > 1;
    let word = match status {
        Status::Code(code) => reason(code).map_or_else(|| format!("Status {code}"), str::to_owned),
        Status::Range(2) => "Success".to_owned(),
        Status::Range(3) => "Redirection".to_owned(),
        Status::Range(4) => "Client Error".to_owned(),
        Status::Range(5) => "Server Error".to_owned(),
        Status::Range(_) => "Informational".to_owned(),
        Status::Default => "Other".to_owned(),
    };
    match (statuses.len(), shared) {
        (1, _) => media_word(media),
        (_, true) => format!("{word} {}", media_word(media)),
        (_, false) => word,
    }
}
