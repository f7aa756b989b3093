//! What our crates pull into the builds of others: few crates, and the numbers that README.md gives are true.

use specwright_tests::foreign::succeeded;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
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
    // `(*)` says that the dependencies of a crate are further up.
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

/// Whether a licence expression (SPDX, or alternatives with `/` as older crates write them) is met by allowed licences.
fn is_met(expression: &str, allowed: &BTreeSet<&str>) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let (met, rest) = alternatives(&words, allowed);
    met && rest.is_empty()
}

/// `A OR B`, and what is behind it.
fn alternatives<'w>(words: &'w [&'w str], allowed: &BTreeSet<&str>) -> (bool, &'w [&'w str]) {
    let (mut met, mut rest) = conjunction(words, allowed);
    while let ["OR", behind @ ..] = rest {
        let (other, left) = conjunction(behind, allowed);
        (met, rest) = (met || other, left);
    }
    (met, rest)
}

/// `A AND B`, which binds closer than `OR`, and what is behind it.
fn conjunction<'w>(words: &'w [&'w str], allowed: &BTreeSet<&str>) -> (bool, &'w [&'w str]) {
    let (mut met, mut rest) = licence(words, allowed);
    while let ["AND", behind @ ..] = rest {
        let (other, left) = licence(behind, allowed);
        (met, rest) = (met && other, left);
    }
    (met, rest)
}

/// One licence, with its exception, or an expression in parentheses, and what is behind it.
fn licence<'w>(words: &'w [&'w str], allowed: &BTreeSet<&str>) -> (bool, &'w [&'w str]) {
    match words {
        ["(", inner @ ..] => {
            let (met, rest) = alternatives(inner, allowed);
            (met, rest.strip_prefix(&[")"]).unwrap_or(rest))
        }
        [_, "WITH", _, rest @ ..] => (false, rest),
        [name, rest @ ..] => (allowed.contains(name), rest),
        [] => (false, words),
    }
}

#[test]
fn a_licence_expression_is_met_by_one_of_its_alternatives() {
    let allowed = BTreeSet::from(["MIT", "ISC"]);
    assert!(is_met("Apache-2.0 OR MIT", &allowed) && is_met("Unlicense/MIT", &allowed));
    assert!(is_met("ISC AND (Apache-2.0 OR MIT)", &allowed) && is_met("MIT AND ISC OR GPL-3.0", &allowed));
    assert!(!is_met("MIT AND GPL-3.0", &allowed) && !is_met("Apache-2.0", &allowed) && !is_met("", &allowed));
    assert!(!is_met("MIT WITH Some-exception", &allowed));
}

/// The strings of a list in `deny.toml`.
fn denied(section: &str, key: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let settings: toml::Table = fs::read_to_string("deny.toml")?.parse()?;
    let list = settings[section][key].as_array().ok_or("a list")?.iter();
    let entry = |value: &toml::Value| value.get("crate").unwrap_or(value).as_str().map(str::to_owned);
    Ok(list.filter_map(entry).collect())
}

#[test]
fn licences_are_permissive_and_sources_known() -> Outcome {
    specwright_tests::enter_workspace()?;
    let allowed = denied("licenses", "allow")?;
    let allowed: BTreeSet<&str> = allowed.iter().map(String::as_str).collect();
    // `{p}` is followed by where a crate comes from, if that is not the registry.
    let workspace = std::env::current_dir()?.display().to_string();
    let listed = tree(&["specwright-cli", "--workspace", "--format", "{p}\t{l}"])?;
    // Between the packages are headings.
    for (package, expression) in listed.iter().filter_map(|line| line.split_once('\t')) {
        assert!(is_met(expression.trim(), &allowed), "{package}: {expression}");
        let source = package.split_once(" (").map(|(_, source)| source);
        let is_known = source.is_none_or(|source| source.starts_with("proc-macro") || source.starts_with(&workspace));
        assert!(is_known, "{package} is of an unknown source");
    }
    assert!(listed.len() > 50, "{} crates", listed.len());
    Ok(())
}

#[test]
fn versions_that_are_twice_in_the_lock_file_have_a_reason() -> Outcome {
    specwright_tests::enter_workspace()?;
    let lock: toml::Table = fs::read_to_string("Cargo.lock")?.parse()?;
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in lock["package"].as_array().ok_or("packages")? {
        let field = |name: &str| package[name].as_str().unwrap_or_default();
        versions.entry(field("name")).or_default().insert(field("version"));
    }
    let skipped = denied("bans", "skip")?;
    let older = |(name, all): (&&str, &BTreeSet<&str>)| {
        let named = all.iter().map(|version| format!("{name}@{version}"));
        let left = named.filter(|package| !skipped.contains(package)).count();
        (left > 1).then(|| (*name).to_owned())
    };
    let twice: Vec<String> = versions.iter().filter_map(older).collect();
    assert!(twice.is_empty(), "several versions: {twice:?}");
    let is_used = |package: &&String| {
        let (name, version) = package.split_once('@').unwrap_or_default();
        versions
            .get(name)
            .is_some_and(|all| all.len() > 1 && all.contains(version))
    };
    let unused: Vec<&String> = skipped.iter().filter(|package| !is_used(package)).collect();
    assert!(unused.is_empty(), "no longer twice: {unused:?}");
    Ok(())
}

#[test]
fn the_tests_that_the_security_page_names_exist() -> Outcome {
    specwright_tests::enter_workspace()?;
    let page = fs::read_to_string("SECURITY.md")?;
    let mut named: Vec<&str> = Vec::new();
    let mut seen = 0;
    for word in page.split('`').skip(1).step_by(2) {
        if word.ends_with(".rs") {
            let file = fs::read_to_string(word)?;
            for name in named.drain(..) {
                assert!(file.contains(&format!("fn {name}()")), "{word} has no test `{name}`");
                seen += 1;
            }
        } else if word.len() > 20 && word.bytes().all(|byte| byte == b'_' || byte.is_ascii_lowercase()) {
            named.push(word);
        }
    }
    assert!(named.is_empty() && seen > 15, "{seen} tests, without a file: {named:?}");
    Ok(())
}
