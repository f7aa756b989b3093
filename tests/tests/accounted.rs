//! No part of a document is dropped without a trace: deleting a node changes the client or a diagnostic. CONTRIBUTING.md lists what
//! means nothing to a client.

use specwright_tests::accounted::{Account, IDLE, account};
use specwright_tests::{bad_cases, enter_workspace, ok_cases};
use std::error::Error;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Nodes of each document that are deleted here; `cargo xtask corpus tests/cases --accounted 100000` deletes all.
const NODES: usize = 25;

/// Rows of the table in CONTRIBUTING.md.
const ROWS: usize = 15;

#[test]
fn the_list_of_what_means_nothing_is_short_and_documented() -> Result<(), Box<dyn Error>> {
    enter_workspace()?;
    let text = std::fs::read_to_string("CONTRIBUTING.md")?;
    let (_, table) = text
        .split_once("<!-- nodes without effect -->")
        .ok_or("CONTRIBUTING.md has no table of nodes without effect")?;
    let rows = table.lines().skip(3).take_while(|line| line.starts_with('|'));
    let cells: Vec<&str> = rows.filter_map(|row| row.split('|').nth(1)).collect();
    assert!((1..=ROWS).contains(&cells.len()), "{} rows", cells.len());
    for keyword in IDLE {
        let written = format!("`{keyword}");
        assert!(
            cells.iter().any(|cell| cell.contains(&written)),
            "{keyword} is not documented"
        );
    }
    Ok(())
}

#[test]
fn deleting_a_node_of_a_test_document_changes_the_client_or_a_diagnostic() -> Result<(), Box<dyn Error>> {
    enter_workspace()?;
    let mut cases = ok_cases()?;
    cases.extend(bad_cases()?);
    // These have more schemas than are read, so that one less changes nothing.
    let is_cut = |name: &str| name.starts_with("SW0510") || name.starts_with("SW0512");
    cases.retain(|case| case.pages.is_empty() && !is_cut(&case.name));
    let next = AtomicUsize::new(0);
    let work = || {
        let mut found = Vec::new();
        while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
            let account = account(&case.document, case.settings.as_deref(), NODES).unwrap_or_default();
            found.push((case.name.clone(), account));
        }
        found
    };
    let mut all: Vec<(String, Account)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..2).map(|_| scope.spawn(work)).collect();
        threads
            .into_iter()
            .filter_map(|thread| thread.join().ok())
            .flatten()
            .collect()
    });
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    let tried: usize = all.iter().map(|(_, account)| account.tried).sum();
    assert!(tried > 2000, "only {tried} nodes were deleted");
    let listed = |of: fn(&Account) -> &Vec<String>| -> Vec<String> {
        let pointers = |(name, account): &(String, Account)| {
            let lines = of(account).iter();
            lines.map(|pointer| format!("{name} {pointer}")).collect::<Vec<_>>()
        };
        all.iter().flat_map(pointers).collect()
    };
    let idle = listed(|account| &account.idle);
    assert!(idle.is_empty(), "without effect:\n{}", idle.join("\n"));
    let implied = listed(|account| &account.implied);
    assert!(
        implied.len() * 100 < tried,
        "{} of {tried} nodes are implied:\n{}",
        implied.len(),
        implied.join("\n")
    );
    Ok(())
}
