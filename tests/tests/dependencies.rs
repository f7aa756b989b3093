//! What our crates pull into the builds of others: few crates, and the numbers that README.md gives are true.

use specwright_tests::foreign::succeeded;
use std::collections::BTreeSet;
use std::error::Error;
use std::process::Command;

type Outcome = Result<(), Box<dyn Error>>;

/// The lines of `cargo tree`, each crate once: `name v1.2.3` and what Cargo says about it.
fn tree(arguments: &[&str]) -> Result<BTreeSet<String>, Box<dyn Error>> {
    specwright_tests::enter_workspace()?;
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command
        .env("CARGO_TERM_COLOR", "never")
        .args(["tree", "--offline", "--locked", "--prefix", "none", "-p"])
        .args(arguments);
    let text = succeeded(command.output()?)?;
    // `(*)` says that the dependencies of a crate stand further up.
    Ok(text
        .lines()
        .map(|line| line.trim_end_matches(" (*)").to_owned())
        .collect())
}

/// The README says how many there are, and the command that counts them.
fn assert_documented(number: usize, command: &str) -> Outcome {
    let page = std::fs::read_to_string("README.md")?.replace('\n', " ");
    let sentence = format!("{number} crates, itself included (`cargo tree -p {command}`)");
    assert!(page.contains(&sentence), "README.md does not say: {sentence}");
    Ok(())
}

#[test]
fn a_client_without_features_is_small() -> Outcome {
    let arguments = ["sandbox-kyc-client", "--no-default-features", "-e", "normal"];
    let crates = tree(&arguments)?;
    for line in &crates {
        let name = line.split(' ').next().unwrap_or_default();
        let forbidden = [
            "regex",
            "url",
            "syn",
            "quote",
            "proc-macro2",
            "serde_derive",
            "regress",
            "tokio",
        ];
        let banned = forbidden.contains(&name) || name.starts_with("regex-") || line.contains("(proc-macro)");
        assert!(!banned, "the client pulls in {line}");
    }
    assert!(crates.len() <= 12, "{crates:#?}");
    assert_documented(crates.len(), &arguments.join(" "))
}

#[test]
fn the_generator_is_small() -> Outcome {
    let arguments = ["specwright", "-e", "normal,build"];
    let crates = tree(&arguments)?;
    assert!(crates.len() <= 60, "{crates:#?}");
    assert_documented(crates.len(), &arguments.join(" "))
}
