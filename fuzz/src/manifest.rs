//! Whether Cargo takes a manifest: what it refuses, and what it would take for something else than is meant.

use std::collections::BTreeSet;
use toml::de::{DeTable, DeValue};

type Table<'t> = DeTable<'t>;

/// Looks at a whole manifest.
///
/// # Errors
/// What Cargo says, more or less.
pub fn check(text: &str) -> Result<(), String> {
    let read = DeTable::parse(text).map_err(|error| error.message().to_owned())?;
    let root = read.get_ref();
    let package = table(root, "package").ok_or("no package")?;
    let name = text_of(package, "name").ok_or("a package without a name")?;
    if !is_name(name) {
        return Err(format!("a package that cannot be called {name:?}"));
    }
    if let Some(version) = text_of(package, "version")
        && !is_version(version)
    {
        return Err(format!("{version:?} is not a version"));
    }
    let dependencies = keys(root, "dependencies");
    let all: BTreeSet<&str> = dependencies
        .iter()
        .copied()
        .chain(keys(root, "dev-dependencies"))
        .collect();
    if dependencies.contains(name) {
        return Err(format!("the package depends on its own name {name:?}"));
    }
    let own = table(root, "dev-dependencies").and_then(|table| table.get(name));
    if own.is_some_and(|own| own.get_ref().get("path").is_none()) {
        return Err(format!("its tests depend on its own name {name:?}"));
    }
    if let Some(wrong) = all.iter().find(|name| !is_name(name)) {
        return Err(format!("a dependency that cannot be called {wrong:?}"));
    }
    features(root, &dependencies)
}

/// Each feature turns on features and dependencies that there are, and has no name of another one.
fn features(root: &Table<'_>, dependencies: &BTreeSet<&str>) -> Result<(), String> {
    let Some(features) = table(root, "features") else {
        return Ok(());
    };
    let known = keys(root, "features");
    for (name, turned_on) in features {
        let name: &str = name.get_ref();
        if !is_feature(name) {
            return Err(format!("a feature that cannot be called {name:?}"));
        }
        if dependencies.contains(name) {
            return Err(format!("a feature and a dependency are both called {name:?}"));
        }
        for index in 0.. {
            let Some(item) = turned_on.get_ref().get(index) else {
                break;
            };
            let text = item.get_ref().as_str().unwrap_or_default();
            let is_there = match text.split_once('/') {
                Some((dependency, _)) => dependencies.contains(dependency),
                None => known.contains(text),
            };
            if !is_there {
                return Err(format!("the feature {name:?} turns on {text:?}, which is not there"));
            }
        }
    }
    Ok(())
}

fn table<'t>(root: &'t Table<'_>, key: &str) -> Option<&'t Table<'t>> {
    match root.get(key)?.get_ref() {
        DeValue::Table(table) => Some(table),
        _ => None,
    }
}

fn text_of<'t>(table: &'t Table<'_>, key: &str) -> Option<&'t str> {
    table.get(key)?.get_ref().as_str()
}

fn keys<'t>(root: &'t Table<'_>, key: &str) -> BTreeSet<&'t str> {
    let members = table(root, key).into_iter().flatten();
    members.map(|(name, _)| name.get_ref().as_ref()).collect()
}

/// Letters and digits of ASCII, `-` and `_`; nothing that names a part of the standard library.
fn is_name(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    let begins = name.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic());
    begins && name.bytes().all(is_plain) && !["std", "core", "alloc", "proc-macro", "test"].contains(&name)
}

fn is_feature(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_+.".contains(&byte);
    let begins = name
        .bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    begins && name.bytes().all(is_plain)
}

/// Three numbers, and whatever is behind `-` or `+`.
fn is_version(version: &str) -> bool {
    let numbers = version.split(['-', '+']).next().unwrap_or_default();
    let numbers: Vec<&str> = numbers.split('.').collect();
    numbers.len() == 3 && numbers.iter().all(|number| number.parse::<u64>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn what_cargo_refuses_is_refused() {
        let package = "[package]\nname = \"a\"\nversion = \"1.0.0\"\n";
        for rest in [
            "",
            "[dependencies]\nb = \"1\"\n[dev-dependencies]\na = { path = \".\" }\ntokio = \"1\"\n[features]\ndefault = [\"c\"]\nc = [\"b/d\"]\n",
        ] {
            assert_eq!(check(&format!("{package}{rest}")), Ok(()), "{rest}");
        }
        for rest in [
            "[features]\na = []\na = []\n",
            "[dependencies]\na = \"1\"\n",
            "[dev-dependencies]\na = \"1\"\n",
            "[dependencies]\nb = \"1\"\n[features]\nb = []\n",
            "[features]\nb = [\"c\"]\n",
            "[features]\nb = [\"c/d\"]\n",
            "[features]\n\"b c\" = []\n",
            "[dependencies]\n\"1\" = \"1\"\n",
        ] {
            assert!(check(&format!("{package}{rest}")).is_err(), "{rest}");
        }
        assert!(check("[package]\nname = \"a b\"\n").is_err());
        assert!(check("[package]\nname = \"a\"\nversion = \"1\"\n").is_err());
    }
}
