//! Which files are meant: files, directories and patterns -> paths.

use crate::config::Located;
use crate::source;
use crate::text::glob_matches;
use std::path::{Component, Path, PathBuf};

/// A file that may hold a document.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) path: PathBuf,
    /// Whether it was named itself, so that it has to hold one.
    pub(super) is_named: bool,
    /// Which of the names led to it.
    pub(super) name: usize,
}

/// The files that names mean, each once, in the order of the names. In a name, `*` is any string within a name of a file or a
/// directory, and `**` any directories. What is in `except` is taken only where it is named itself.
pub(super) fn candidates(names: &[Located<PathBuf>], except: &[PathBuf]) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for (name, located) in names.iter().enumerate() {
        let path = &located.value;
        let (is_named, paths) = match (is_pattern(path), source::is_directory(path)) {
            (true, _) => (false, matching(path)),
            (false, true) => (false, source::files_below(path).unwrap_or_default()),
            (false, false) => (true, vec![path.clone()]),
        };
        for path in paths {
            let is_known = found.iter().any(|known| known.path == path);
            let is_left_out = !is_named && (except.contains(&path) || !can_hold_a_document(&path));
            if !is_known && !is_left_out {
                found.push(Candidate { path, is_named, name });
            }
        }
    }
    found
}

fn is_pattern(path: &Path) -> bool {
    path.to_string_lossy().contains('*')
}

fn can_hold_a_document(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    let extension = extension.map(str::to_ascii_lowercase);
    extension.is_some_and(|extension| ["md", "mdx", "markdown", "yaml", "yml", "json"].contains(&&*extension))
}

/// The files that a pattern matches.
fn matching(pattern: &Path) -> Vec<PathBuf> {
    let fixed: PathBuf = pattern
        .components()
        .take_while(|part| !is_pattern(Path::new(part.as_os_str())))
        .collect();
    let directory = match fixed.as_os_str().is_empty() {
        true => Path::new("."),
        false => &fixed,
    };
    let files = source::files_below(directory).unwrap_or_default();
    let files = files.into_iter().map(|path| match path.strip_prefix("./") {
        Ok(path) => path.to_path_buf(),
        Err(_) => path,
    });
    let pattern = words(pattern);
    files.filter(|path| matches(&pattern, &words(path))).collect()
}

fn words(path: &Path) -> Vec<String> {
    let parts = path.components().filter(|part| *part != Component::CurDir);
    parts
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect()
}

fn matches(pattern: &[String], path: &[String]) -> bool {
    match (pattern, path) {
        ([], []) => true,
        ([first, rest @ ..], _) if first == "**" => {
            matches(rest, path) || path.split_first().is_some_and(|(_, path)| matches(pattern, path))
        }
        ([first, pattern @ ..], [word, path @ ..]) => glob_matches(first, word) && matches(pattern, path),
        (_, _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_is_within_a_name_and_two_are_any_directories() {
        let is = |pattern: &str, path: &str| matches(&words(Path::new(pattern)), &words(Path::new(path)));
        assert!(is("*.md", "a.md") && !is("*.md", "a/b.md"));
        assert!(is("**/*.md", "a.md") && is("**/*.md", "a/b/c.md"));
        assert!(is("pages/get_*.md", "pages/get_pet.md") && !is("pages/get_*.md", "pages/post.md"));
    }
}
