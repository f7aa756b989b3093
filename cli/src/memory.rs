//! What a client was before: its surface as it was committed, the names that it keeps, and what is to be said of the new one.

use crate::edition;
use crate::git;
use crate::project::{Draft, Made};
use crate::view::View;
use specwright::compat::{Effect, Part, Report, allow, compare, forget_names, keep_names};
use specwright::config::{self, Config, Lock};
use specwright::diag::Diagnostics;
use specwright::output;
use specwright::source;
use specwright::surface::{self, Surface};
use std::error::Error;
use std::path::Path;

/// Names that are given back can move others: so often at most.
const MAX_ROUNDS: usize = 8;

/// The surface to compare with: that of a revision; without one, that of the last commit, or of the directory if it is not
/// committed. One that cannot be read is not compared, which is said.
///
/// # Errors
/// Returns an error if a revision is asked for that does not have it.
pub fn former(view: &View, directory: &Path, revision: Option<&str>) -> Result<Option<Surface>, Box<dyn Error>> {
    let path = directory.join(surface::FILE);
    let name = source::display_name(&path);
    let text = git::file(revision.unwrap_or("HEAD"), &path);
    let found = match (text, revision) {
        (Some(text), _) => surface::parse(&text)
            .map(Some)
            .map_err(|error| format!("{name}: {error}")),
        (None, Some(revision)) => return Err(format!("{revision} has no {name}").into()),
        (None, None) => edition::committed(directory).map_err(|error| error.to_string()),
    };
    Ok(found.unwrap_or_else(|error| {
        view.note(&format!("note: {error}; it is not compared"));
        None
    }))
}

/// Generates a client whose names stay with what has them, as far as the settings name a file for that.
pub fn generate(draft: &mut Draft, view: &View, former: Option<&Surface>) -> Made {
    let mut made = draft.generate(view);
    if draft.read.config.rename.lock.is_none() {
        return made;
    }
    let mut lock = draft.read.config.lock.clone();
    for _ in 0..MAX_ROUNDS {
        let surface = made.generated.as_ref().and_then(|generated| generated.surface.as_ref());
        let moved = match (former, surface) {
            (Some(former), Some(surface)) => keep_names(&mut lock, former, surface),
            (_, _) => false,
        };
        if !moved {
            break;
        }
        draft.read.config.lock = lock.clone();
        made = draft.generate(view);
    }
    if let Some(surface) = made.generated.as_ref().and_then(|generated| generated.surface.as_ref()) {
        forget_names(&mut lock, surface);
    }
    draft.read.config.lock = lock;
    made
}

/// Writes the names that are kept. Whether that changes the file.
///
/// # Errors
/// Returns an error if the file cannot be written.
pub fn write_lock(path: &Path, lock: &Lock) -> std::io::Result<bool> {
    match lock.is_empty() && !path.exists() {
        true => Ok(false),
        false => output::write_one(path, &lock.text()),
    }
}

/// What is to be said of a new surface; `None` if nothing changes.
pub fn report(former: &Surface, surface: &Surface, config: &Config) -> Option<Report<'static>> {
    let mut changes = compare(former, surface);
    if changes.is_empty() {
        return None;
    }
    // That an allowance has no use is said by `diff`, which compares with what is released.
    allow(&mut changes, &config.diff.allowances());
    Some(Report {
        old: former.head.clone(),
        new: surface.head.clone(),
        parts: vec![Part {
            effect: Effect::Either,
            changes,
            old: None,
            new: None,
        }],
        unused: Vec::new(),
    })
}

/// Writes a version into settings that still have the former one. Whether that changes the file.
///
/// # Errors
/// Returns an error if the settings have no such line, or cannot be written.
pub fn set_version(settings: &Path, former: &str, next: &str) -> Result<bool, Box<dyn Error>> {
    let text = std::fs::read_to_string(settings)?;
    let version = |text: &str| {
        let mut sources = source::SourceMap::new();
        let file = sources.add("settings", None, text);
        config::parse(&sources, file, &mut Diagnostics::new()).package.version
    };
    match version(&text) {
        Some(version) if version != former => return Ok(false),
        Some(_) | None => {}
    }
    let changed = with_version(&text, next);
    if version(&changed).as_deref() != Some(next) {
        let name = source::display_name(settings);
        return Err(format!("`package.version` of {name} is not a line of its own: write {next} by hand").into());
    }
    Ok(output::write_one(settings, &changed)?)
}

/// Settings with another version: in its line, or in a new one.
fn with_version(text: &str, version: &str) -> String {
    let line = format!("version = \"{version}\"");
    let mut lines: Vec<&str> = text.lines().collect();
    let Some(table) = lines.iter().position(|line| line.trim() == "[package]") else {
        return format!("{}\n\n[package]\n{line}\n", text.trim_end());
    };
    let own = lines
        .iter()
        .skip(table + 1)
        .take_while(|line| !line.trim_start().starts_with('['));
    let found = own.enumerate().find(|(_, line)| {
        let key = line.split('=').next().unwrap_or_default();
        key.trim() == "version"
    });
    match found.map(|(at, _)| table + 1 + at) {
        Some(at) => {
            lines.remove(at);
            lines.insert(at, &line);
        }
        None => lines.insert(table + 1, &line),
    }
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::with_version;

    #[test]
    fn a_version_is_written_into_its_line() {
        let with = |text| with_version(text, "2.0.0");
        assert_eq!(
            with("[package]\nname = \"a\"\nversion = \"1.0.0\"\n[output]\nversion = 1\n"),
            "[package]\nname = \"a\"\nversion = \"2.0.0\"\n[output]\nversion = 1\n"
        );
        assert_eq!(
            with("[package]\n[output]\n"),
            "[package]\nversion = \"2.0.0\"\n[output]\n"
        );
        assert_eq!(with("a = 1\n"), "a = 1\n\n[package]\nversion = \"2.0.0\"\n");
    }
}
