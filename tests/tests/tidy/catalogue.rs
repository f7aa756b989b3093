//! Every diagnostic is shown by a test document.

use crate::Result;
use crate::rules::SHOWN_ELSEWHERE;
use specwright::diag::Problem;
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn every_diagnostic_has_a_case() -> Result {
    specwright_tests::enter_workspace()?;
    let cases: Vec<_> = specwright_tests::bad_cases()?
        .into_iter()
        .map(|case| case.name)
        .collect();
    let mut missing = Vec::new();
    for (code, _) in Problem::CATALOG {
        let shown = cases.iter().any(|name| name.split('_').any(|part| part == *code));
        let elsewhere = SHOWN_ELSEWHERE.iter().find(|(known, _)| known == code);
        match (shown, elsewhere) {
            (false, None) => missing.push(*code),
            (true, Some(_)) => missing.push("a code that has a case needs no other test"),
            (false, Some((_, file))) => assert!(Path::new(file).exists(), "{file}"),
            (true, None) => {}
        }
    }
    assert!(
        missing.is_empty(),
        "no case under {} shows {missing:?}",
        specwright_tests::BAD
    );
    let known: BTreeSet<_> = Problem::CATALOG.iter().map(|(code, _)| *code).collect();
    assert_eq!(
        known.len(),
        Problem::CATALOG.len(),
        "a code is used for one diagnostic only"
    );
    Ok(())
}
