//! From the bytes of a file to a text of the sources.

use crate::diag::{Diagnostics, Location, Problem};
use crate::source::{self, FileId, Loader, MAX_FILE_BYTES, SourceMap, Span};
use std::path::Path;
use std::sync::Arc;

pub(super) fn read_file(
    sources: &mut SourceMap,
    loader: &dyn Loader,
    path: &Path,
    named: &Location,
    diags: &mut Diagnostics,
) -> Option<(FileId, Arc<str>)> {
    let reason = match loader.load(path) {
        Ok(bytes) if bytes.len() <= MAX_FILE_BYTES => return add_file(sources, path, bytes, diags),
        Ok(_) => source::TOO_LARGE.to_owned(),
        Err(error) => source::reason(&error),
    };
    sources.add_missing(path.to_path_buf());
    let path = source::display_name(path);
    diags.push(Problem::UnreadableFile { path, reason }, named.clone());
    None
}

/// Adds a file to the sources; bytes that are not UTF-8 are reported.
pub(super) fn add_file(
    sources: &mut SourceMap,
    path: &Path,
    bytes: Vec<u8>,
    diags: &mut Diagnostics,
) -> Option<(FileId, Arc<str>)> {
    let name = source::display_name(path);
    match source::decode(bytes) {
        Ok(text) => {
            let text: Arc<str> = text.into();
            let file = sources.add(name, Some(path.to_owned()), Arc::clone(&text));
            Some((file, text))
        }
        Err(error) => {
            // The text is kept all the same, so that the diagnostic can show the line.
            let offset = error.utf8_error().valid_up_to();
            let file = sources.add(name, Some(path.to_owned()), String::from_utf8_lossy(error.as_bytes()));
            diags.push(Problem::NotUtf8 { offset }, Span::new(file, offset, offset + 1));
            None
        }
    }
}
