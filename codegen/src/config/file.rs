//! Files of settings, and what can be a name in them.

use crate::diag::{Advice, Diagnostics, Location, Problem};
use crate::source::{self, FileId, SourceMap, Span};
use std::collections::BTreeSet;
use std::path::Path;
use toml::de::DeTable;

/// Reads a file. `None` if that is not possible, which is reported.
pub(super) fn load(sources: &mut SourceMap, path: &Path, diags: &mut Diagnostics) -> Option<FileId> {
    let name = source::display_name(path);
    let bytes = match source::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let reason = source::reason(&error);
            sources.add_missing(path.to_path_buf());
            diags.push(Problem::UnreadableFile { path: name, reason }, Location::default());
            return None;
        }
    };
    match source::decode(bytes) {
        Ok(text) => Some(sources.add(name, Some(path.to_path_buf()), text)),
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let file = sources.add(name, Some(path.to_path_buf()), "");
            diags.push(Problem::NotUtf8 { offset }, Span::new(file, 0, 0));
            None
        }
    }
}

/// The tables of a file; `None` if it is not TOML, which is reported.
pub(super) fn tables<'s>(
    sources: &'s SourceMap,
    file: FileId,
    diags: &mut Diagnostics,
) -> Option<toml::Spanned<DeTable<'s>>> {
    let (values, errors) = DeTable::parse_recoverable(sources.file(file).text());
    let mut lines = BTreeSet::new();
    for error in &errors {
        let range = error.span().unwrap_or(0..0);
        let span = Span::new(file, range.start, range.end);
        // What else is said of the line follows from the first fault in it.
        if lines.insert(sources.position(span).line) {
            let (format, reason) = ("TOML", error.message().to_owned());
            let advice = Advice::default();
            diags.push(Problem::Syntax { format, reason, advice }, span);
        }
    }
    // What is left of a broken file would only give problems that nobody has.
    errors.is_empty().then_some(values)
}

pub(super) fn is_identifier(name: &str) -> bool {
    let mut chars = name.chars();
    let starts = chars.next().is_some_and(|first| first.is_alphabetic() || first == '_');
    starts && chars.all(|char| char.is_alphanumeric() || char == '_')
}

pub(super) fn is_package_name(name: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    name.len() <= 64 && name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.bytes().all(allowed)
}
