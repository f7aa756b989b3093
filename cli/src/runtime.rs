//! Where a package finds `specwright-runtime`, or another crate of ours.
//!
//! A package from a registry needs no path. A program that was built in a checkout knows the runtime beside it, which is the only
//! one that surely fits; the package then has a relative path, which is right as long as neither of the two moves.

use std::io;
use std::path::{Component, Path, PathBuf};

/// A crate of the checkout that this program was built in, by its directory there and as seen from a package; `None` if there is no such
/// checkout.
///
/// # Errors
/// Returns an error if the current directory is unknown.
pub(crate) fn of_checkout(krate: &str, package: &Path) -> io::Result<Option<String>> {
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    let directory = checkout.map(|checkout| checkout.join(krate));
    let found = directory.filter(|directory| directory.join("Cargo.toml").is_file());
    found.map(|directory| relative(package, &directory)).transpose()
}

/// What to say about an assumed runtime.
pub(crate) fn note(path: &str) -> String {
    format!(
        "note: the package takes specwright-runtime from {path}, the checkout that this program was built in; --runtime or the \
         setting `package.runtime` changes that"
    )
}

/// The path of a directory as seen from another one, with `/`; an absolute one if they have no directory in common.
///
/// # Errors
/// Returns an error if the current directory is unknown.
pub(crate) fn relative(from: &Path, to: &Path) -> io::Result<String> {
    let (from, to) = (resolved(from)?, resolved(to)?);
    let common = from
        .components()
        .zip(to.components())
        .take_while(|(a, b)| a == b)
        .count();
    let is_name = |part: &Component<'_>| matches!(part, Component::Normal(_));
    let up = from.components().skip(common);
    let path: PathBuf = match up.clone().all(|part| is_name(&part)) && common > 0 {
        true => up
            .map(|_| Component::ParentDir)
            .chain(to.components().skip(common))
            .collect(),
        false => to,
    };
    Ok(path.to_string_lossy().replace('\\', "/"))
}

/// The absolute path without links, as far as it exists: `..` of a link leads elsewhere than its name says.
fn resolved(path: &Path) -> io::Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    let known = absolute
        .ancestors()
        .find_map(|ancestor| Some((ancestor, ancestor.canonicalize().ok()?)));
    let Some((ancestor, real)) = known else {
        return Ok(absolute);
    };
    Ok(match absolute.strip_prefix(ancestor) {
        Ok(rest) if rest.as_os_str().is_empty() => real,
        Ok(rest) => real.join(rest),
        Err(_) => absolute,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_seen_from_the_package() {
        let base = std::env::temp_dir().canonicalize().expect("a directory");
        let seen = |from: &str, to: &str| relative(&base.join(from), &base.join(to)).expect("a path");
        assert_eq!(seen("no-such/client", "no-such/runtime"), "../runtime");
        assert_eq!(seen("no-such/a/b", "no-such/c"), "../../c");
        assert_eq!(seen("no-such", "no-such/runtime"), "runtime");
    }
}
