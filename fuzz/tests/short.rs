//! A short run with a fixed seed, and what longer ones have found.

use std::process::{Command, Output};

fn fuzz(arguments: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_specwright-fuzz"));
    program.args(arguments).output().expect("the program runs")
}

fn assert_clean(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{error}");
    said
}

#[test]
fn a_few_inputs_of_every_kind_are_answered() {
    let said = assert_clean(&fuzz(&["--seed", "1", "--inputs", "480"]));
    for kind in [
        "document", "names", "text", "page", "overlay", "settings", "response", "pattern",
    ] {
        assert!(said.contains(&format!("{kind} ")), "{said}");
        assert!(!said.contains(&format!("{kind} 40 (0 accepted)")), "{said}");
    }
}

#[test]
fn what_was_found_once_holds() {
    assert_clean(&fuzz(&["--cases"]));
}
