//! The tiers of `.ci/run` fit into what a change may take, and each of them exists.

use crate::Result;
use std::fs;

/// All tiers together, in seconds, on two cores.
const MAX_SECONDS: u32 = 27 * 60;

#[test]
fn the_tiers_have_budgets_that_fit() -> Result {
    specwright_tests::enter_workspace()?;
    let script = fs::read_to_string(".ci/run")?;
    let (_, rest) = script.split_once("budgets=\"\n").ok_or("no budgets")?;
    let (budgets, functions) = rest.split_once("\"\n").ok_or("no end of the budgets")?;
    let mut total = 0;
    for line in budgets.lines() {
        let (tier, seconds) = line.split_once(' ').ok_or(line)?;
        assert!(
            functions.contains(&format!("\n{tier}() {{\n")),
            "there is no tier {tier}"
        );
        total += seconds.trim().parse::<u32>()?;
    }
    assert!(total > 0 && total <= MAX_SECONDS, "{total} seconds");
    Ok(())
}
