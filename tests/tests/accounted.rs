//! No part of a document is dropped without a trace: deleting a node changes the client or a diagnostic. CONTRIBUTING.md lists what
//! means nothing to a client.

use specwright_tests::accounted::{Account, account};
use specwright_tests::{bad_cases, enter_workspace, ok_cases};
use std::error::Error;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Nodes of each document that are deleted here; `cargo xtask corpus tests/cases --accounted 100000` deletes all.
const NODES: usize = 25;

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
            let lines = of(account).iter().map(|pointer| format!("{name} {pointer}"));
            lines.collect::<Vec<_>>()
        };
        all.iter().flat_map(pointers).collect()
    };
    // What is left has no effect on one kind of body, or in a document that is faulty in this very place.
    for (what, nodes, in_so_many) in [
        ("without effect", listed(|account| &account.idle), 200),
        ("implied", listed(|account| &account.implied), 100),
    ] {
        let count = nodes.len();
        assert!(
            count * in_so_many < tried,
            "{count} of {tried} nodes are {what}:\n{}",
            nodes.join("\n")
        );
    }
    Ok(())
}
