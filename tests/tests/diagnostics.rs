//! Every bad case has exactly the diagnostics in its name, and says them well: the rendered text is a snapshot.

use specwright::config::Faults;
use specwright_tests::{bad_cases, check};
use std::collections::BTreeSet;
use std::error::Error;

/// The codes that a name begins with: `SW0105_SW0301_name`.
fn expected(name: &str) -> BTreeSet<&str> {
    let is_code = |part: &&str| part.len() == 6 && part.starts_with("SW");
    name.split('_').take_while(is_code).collect()
}

#[test]
fn bad_cases_have_exactly_the_diagnostics_of_their_names() -> Result<(), Box<dyn Error>> {
    specwright_tests::enter_workspace()?;
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots/diagnostics");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let _guard = settings.bind_to_scope();
    let mut wrong = Vec::new();
    for case in bad_cases()? {
        let checked = check(&case, Faults::Deny);
        let found: BTreeSet<_> = checked.codes.iter().copied().collect();
        if found != expected(&case.name) {
            wrong.push(format!("{}: {found:?}\n{}", case.name, checked.report));
            continue;
        }
        insta::assert_snapshot!(case.name.as_str(), checked.report);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[test]
fn bad_cases_are_survived_where_faults_are_tolerated() -> Result<(), Box<dyn Error>> {
    specwright_tests::enter_workspace()?;
    for case in bad_cases()? {
        let checked = check(&case, Faults::Allow);
        let found: BTreeSet<_> = checked.codes.iter().copied().collect();
        assert!(
            !found.is_disjoint(&expected(&case.name)),
            "{}:\n{}",
            case.name,
            checked.report
        );
    }
    Ok(())
}

#[test]
fn what_is_referred_to_in_place_is_in_the_client() -> Result<(), Box<dyn Error>> {
    specwright_tests::enter_workspace()?;
    let cases = bad_cases()?;
    let case = cases.iter().find(|case| case.name == "SW0403_in_place");
    let checked = check(case.ok_or("no such case")?, Faults::Allow);
    let generated = checked.generated.ok_or(checked.report)?;
    let code: String = generated.files.iter().map(|(_, text)| text).collect();
    let parts = [
        "pub fn get_order(",
        "pub fn expand(",
        "pub fn put_order(",
        "pub fn notify(",
        "x_rate_left: ",
        "pub note: Field<",
    ];
    for part in parts {
        assert!(code.contains(part), "{part}:\n{code}");
    }
    Ok(())
}
