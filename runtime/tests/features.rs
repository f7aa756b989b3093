//! Every cargo feature compiles alone, and the crate without features stays small.

use std::process::Command;

/// The crate itself, `bytes`, `futures-core`, `http`, `itoa`, `memchr`, `serde_core`, `serde_json`, `zmij`; with a
/// generated crate on top at most twelve.
const MAX_CRATES: usize = 11;

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "cargo {arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_core_is_small() {
    let tree = cargo(&[
        "tree",
        "--offline",
        "--edges",
        "normal",
        "--no-default-features",
        "--prefix",
        "none",
    ]);
    let mut crates: Vec<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    crates.sort_unstable();
    crates.dedup();
    assert!(crates.len() <= MAX_CRATES, "{crates:?}");
    for banned in ["syn", "regex", "regex-automata", "url", "tokio"] {
        assert!(!crates.contains(&banned), "{banned} is in the core");
    }
}

/// The names in the manifest's `[features]`.
fn features() -> Vec<String> {
    let manifest = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).expect("the manifest");
    let section = manifest.split("[features]").nth(1).expect("features");
    let lines = section.lines().skip(1).take_while(|line| !line.starts_with('['));
    let names = lines
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name.to_owned());
    names
        .filter(|name| !name.starts_with('#') && name != "default")
        .collect()
}

/// Takes minutes when nothing is compiled yet: `cargo test --test features -- --ignored`.
#[test]
#[ignore = "compiles the crate a dozen times"]
fn every_feature_compiles_alone() {
    let all = features();
    assert!(all.iter().any(|name| name == "reqwest"), "{all:?}");
    let mut sets = all.clone();
    sets.extend([
        String::new(),
        "reqwest,rustls".to_owned(),
        "blocking,rustls".to_owned(),
        "reqwest,rustls-aws-lc,http2".to_owned(),
        "blocking,rustls-aws-lc".to_owned(),
        "reqwest,native-tls,http2".to_owned(),
        "blocking,native-tls".to_owned(),
        all.join(","),
    ]);
    for set in sets {
        cargo(&["check", "--quiet", "--no-default-features", "--features", &set]);
    }
}
