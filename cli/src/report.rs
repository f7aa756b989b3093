//! What the user sees beside problems: differences, summaries, progress.

use similar::TextDiff;
use specwright::output::{Change, Changes};
use std::time::Duration;

/// `1 file`, `2 files`.
pub fn plural(count: usize, noun: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{s}")
}

/// `a, b, c and 4 more`.
pub fn some(names: &[String]) -> String {
    const SHOWN: usize = 3;
    let shown = names.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// `3 files written, 1 deleted, 20 unchanged`.
pub fn written(changes: &Changes) -> String {
    let (new, changed, deleted) = changes.counts();
    let unchanged = changes.unchanged;
    format!("files: {new} new, {changed} changed, {deleted} deleted, {unchanged} unchanged")
}

/// Seconds with two decimals.
pub fn seconds(time: Duration) -> String {
    format!("{:.2} s", time.as_secs_f64())
}

/// All differences as one unified diff; `directory` goes before each path.
pub fn diff(directory: &str, changes: &Changes) -> String {
    changes
        .files
        .iter()
        .map(|change| file_diff(directory, change))
        .collect()
}

fn file_diff(directory: &str, change: &Change) -> String {
    let old = change.old.as_deref().map(String::from_utf8_lossy).unwrap_or_default();
    let new = change.new.as_deref().unwrap_or_default();
    // As git shows it: what is outside of the current directory has no second `/`.
    let path = format!("{}/{}", directory.trim_start_matches('/'), change.path);
    let name = |there: bool, side: &str| match there {
        true => format!("{side}/{path}"),
        false => "/dev/null".to_owned(),
    };
    let (from, to) = (name(change.old.is_some(), "a"), name(change.new.is_some(), "b"));
    let diff = TextDiff::from_lines(&*old, new);
    diff.unified_diff().context_radius(3).header(&from, &to).to_string()
}

/// A table with aligned columns; numbers (columns marked `true`) are aligned to the right.
pub fn table(head: &[(&str, bool)], rows: &[Vec<String>]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        let widest = cells.map(|cell| cell.chars().count()).max().unwrap_or(0);
        widest.max(head[column].0.chars().count())
    };
    let widths: Vec<_> = (0..head.len()).map(width).collect();
    let line = |cells: Vec<&str>| {
        let mut line = String::new();
        for ((cell, width), (_, right)) in cells.into_iter().zip(&widths).zip(head) {
            let gap = " ".repeat(width.saturating_sub(cell.chars().count()));
            line.push_str(&if *right {
                format!("{gap}{cell}  ")
            } else {
                format!("{cell}{gap}  ")
            });
        }
        format!("{}\n", line.trim_end())
    };
    let mut text = line(head.iter().map(|(name, _)| *name).collect());
    for row in rows {
        text.push_str(&line(row.iter().map(String::as_str).collect()));
    }
    text
}
