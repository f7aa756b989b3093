//! Files, spans, lines and columns. The only module that reads the disk.

use std::collections::BTreeSet;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::string::FromUtf8Error;
use std::sync::{Arc, OnceLock};

/// A file known to a [`SourceMap`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

impl FileId {
    /// The position of the file in the order of loading; the document itself is 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A range of bytes in one file. `end` is exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file that the bytes are in.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of bytes `start..end`, saturating at 4 GiB.
    pub fn new(file: FileId, start: usize, end: usize) -> Span {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Span {
            file,
            start: clamp(start),
            end: clamp(end),
        }
    }
}

/// A place as people count it: both numbers start at 1, columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// The text of one file and where its lines begin.
#[derive(Clone, Debug)]
pub struct SourceFile {
    name: String,
    path: Option<PathBuf>,
    text: Arc<str>,
    line_starts: Vec<u32>,
    /// The characters before every [`STEP`] bytes, counted once somebody asks: a document may be one line, with a problem in every part.
    counted: OnceLock<Vec<u32>>,
}

/// As many bytes are counted for a column.
const STEP: usize = 4096;

impl SourceFile {
    /// The name shown to people: relative, with forward slashes.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where the file was read from; `None` for text given in memory.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// A shared handle on the text, for readers that outlive a borrow of the map.
    pub fn shared_text(&self) -> Arc<str> {
        Arc::clone(&self.text)
    }

    /// The line and column of a byte offset; offsets beyond the end are the end.
    pub fn position(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.line_starts.partition_point(|&start| start as usize <= offset);
        let start = self
            .line_starts
            .get(line.saturating_sub(1))
            .map_or(0, |&start| start as usize);
        let column = self.characters_before(offset) - self.characters_before(start);
        Position {
            line,
            column: column + 1,
        }
    }

    fn characters_before(&self, offset: usize) -> usize {
        // What is not a later byte of a character begins one.
        let count = |bytes: &[u8]| bytes.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count();
        let bytes = self.text.as_bytes();
        let counted = self.counted.get_or_init(|| {
            let mut before = 0_u32;
            let starts = (0..=bytes.len()).step_by(STEP);
            let steps = starts.map(|start| {
                let here = before;
                let step = bytes.get(start..bytes.len().min(start + STEP)).map_or(0, count);
                before = before.saturating_add(u32::try_from(step).unwrap_or(u32::MAX));
                here
            });
            steps.collect()
        });
        let step = offset / STEP;
        let rest = bytes.get(step * STEP..offset).map_or(0, count);
        counted.get(step).map_or(0, |&before| before as usize) + rest
    }

    /// The offset of the first byte of a line (from 1); the end of the text for lines that do not exist.
    pub fn line_start(&self, line: usize) -> usize {
        let start = line.checked_sub(1).and_then(|index| self.line_starts.get(index));
        start.map_or(self.text.len(), |&start| start as usize)
    }

    /// The text of a line (from 1) without its line end.
    pub fn line(&self, line: usize) -> &str {
        // The next line says where this one ends: a document may be a single line of many megabytes.
        let line = self.text.get(self.line_start(line)..self.line_start(line + 1));
        line.unwrap_or("").trim_end_matches(['\n', '\r'])
    }
}

/// All files of one generation, in the order of loading.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
    missing: BTreeSet<PathBuf>,
}

impl SourceMap {
    /// An empty map.
    pub fn new() -> SourceMap {
        SourceMap::default()
    }

    /// Adds text that is already in memory; `name` is what diagnostics call it.
    pub fn add(&mut self, name: impl Into<String>, path: Option<PathBuf>, text: impl Into<Arc<str>>) -> FileId {
        let text = text.into();
        let line_starts = line_starts(&text);
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile {
            name: name.into(),
            path,
            text,
            line_starts,
            counted: OnceLock::new(),
        });
        id
    }

    /// The file of an id.
    ///
    /// # Panics
    /// Never for ids of this map.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.index()]
    }

    /// All files, in the order of loading.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files
            .iter()
            .enumerate()
            .map(|(index, file)| (FileId(index as u32), file))
    }

    /// Notes a file that could not be read, and that the generation could do without.
    pub fn add_missing(&mut self, path: PathBuf) {
        self.missing.insert(path);
    }

    /// The files that could not be read.
    pub fn missing(&self) -> impl Iterator<Item = &Path> {
        self.missing.iter().map(PathBuf::as_path)
    }

    /// The position where a span starts.
    pub fn position(&self, span: Span) -> Position {
        self.file(span.file).position(span.start as usize)
    }
}

fn line_starts(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let mut starts = vec![0];
    for (at, piece) in bytes.chunks(16).enumerate() {
        // Nearly all characters are above both; whether one is not is asked of all of them at once.
        if !piece.iter().fold(false, |found, byte| found | (*byte <= b'\r')) {
            continue;
        }
        for (index, byte) in (at * 16..).zip(piece) {
            let ends = match byte {
                b'\n' => true,
                // A lone carriage return ends a line in YAML and in old files.
                b'\r' => bytes.get(index + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends {
                starts.push(u32::try_from(index + 1).unwrap_or(u32::MAX));
            }
        }
    }
    starts
}

/// Where files come from. The generator never reads anything else.
pub trait Loader {
    /// Reads a file as bytes.
    ///
    /// # Errors
    /// What the disk says; a file that may not be read is [`io::ErrorKind::PermissionDenied`].
    fn load(&self, path: &Path) -> io::Result<Vec<u8>>;
}

/// Reads files of the disk that are one of a few, or in or below a few directories.
///
/// References to files must stay below the directory of the document, so that a document from elsewhere
/// cannot make the generator read what it should not (`../../.ssh/id_rsa`). Symbolic links are followed
/// only if their target is below as well.
#[derive(Debug, Clone)]
pub struct DiskLoader {
    roots: Vec<PathBuf>,
}

impl DiskLoader {
    /// A loader for files in or below `root`.
    pub fn new(root: impl Into<PathBuf>) -> DiskLoader {
        DiskLoader {
            roots: vec![root.into()],
        }
    }

    /// Also for a file, or for files in or below another directory.
    #[must_use]
    pub fn and(mut self, root: PathBuf) -> DiskLoader {
        self.roots.push(root);
        self
    }

    /// Also for files in or below the directory that a file is in once symbolic links are followed.
    #[must_use]
    pub fn beside_target(mut self, file: &Path) -> DiskLoader {
        let real = canonical(file).ok();
        self.roots
            .extend(real.as_deref().and_then(Path::parent).map(Path::to_path_buf));
        self
    }
}

impl Loader for DiskLoader {
    fn load(&self, path: &Path) -> io::Result<Vec<u8>> {
        let found = canonical(path);
        // Of a file that does not exist, the directory that it would be in: whether it may be read does not depend on it.
        let nearest = || path.ancestors().skip(1).find_map(|above| canonical(above).ok());
        let place = found.as_ref().ok().cloned().or_else(nearest);
        let mut roots = self.roots.iter().filter_map(|root| canonical(root).ok());
        if place.is_some_and(|place| !roots.any(|root| place.starts_with(&root))) {
            return Err(io::Error::new(
                io::ErrorKind::PermissionDenied,
                "it is outside of the directory of the document",
            ));
        }
        let real = found?;
        let known = std::fs::metadata(&real)?;
        // A pipe or a device beside the document would be read without end.
        if known.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if !known.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a regular file"));
        }
        if known.len() > MAX_FILE_BYTES as u64 {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, TOO_LARGE));
        }
        read(&real)
    }
}

/// A file may have this many bytes, some twenty times what the largest known document has.
pub const MAX_FILE_BYTES: usize = 256 << 20;
/// Why a larger one is not read.
pub(crate) const TOO_LARGE: &str = "it is larger than 256 MiB";

/// Whether there is a file of this name, readable or not.
pub fn exists(path: &Path) -> bool {
    path.try_exists().unwrap_or(true)
}

/// Reads one file that the caller named, wherever it is.
///
/// # Errors
/// What the disk says.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the disk")]
    std::fs::read(path)
}

/// Directories may be nested this deep.
const MAX_DEPTH: usize = 32;

/// All files below a directory, sorted by path. Hidden files and directories are left out, and links to directories are not
/// followed, so that there is no circle.
///
/// # Errors
/// What the disk says.
pub fn files_below(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![(directory.to_path_buf(), 0)];
    while let Some((directory, depth)) = open.pop() {
        for entry in std::fs::read_dir(&directory)? {
            let entry = entry?;
            let (path, kind) = (entry.path(), entry.file_type()?);
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            match kind.is_dir() {
                true if depth < MAX_DEPTH => open.push((path, depth + 1)),
                true => {}
                false => found.push(path),
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Whether this is a directory.
pub fn is_directory(path: &Path) -> bool {
    path.is_dir()
}

/// The absolute path of something that is there, without symbolic links.
///
/// # Errors
/// What the disk says.
pub fn canonical(path: &Path) -> io::Result<PathBuf> {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the disk")]
    std::fs::canonicalize(path)
}

/// What the disk says, in words that are the same on every system where that is possible.
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it does not exist".to_owned(),
        io::ErrorKind::IsADirectory => "it is a directory".to_owned(),
        _ => error.to_string(),
    }
}

/// Decodes UTF-8, dropping a byte order mark; or UTF-16, if it begins with one (YAML 1.2 section 5.2), as redirected output does
/// on Windows.
///
/// # Errors
/// The first byte that is not UTF-8, and all of them.
pub fn decode(bytes: Vec<u8>) -> Result<String, FromUtf8Error> {
    if let Some(text) = utf16(&bytes) {
        return Ok(text);
    }
    let mut text = String::from_utf8(bytes)?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}

/// The text of bytes that begin with the byte order mark of UTF-16 and are that.
fn utf16(bytes: &[u8]) -> Option<String> {
    let unit: fn([u8; 2]) -> u16 = match bytes {
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        _ => return None,
    };
    let (pairs, rest) = bytes[2..].as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    text.ok().filter(|_| rest.is_empty())
}

/// Joins a relative reference to the directory of a file, resolving `.` and `..` by name only.
pub fn join(base: &Path, reference: &str) -> PathBuf {
    let mut path = base.parent().map(Path::to_path_buf).unwrap_or_default();
    for component in Path::new(reference).components() {
        match component {
            Component::CurDir => {}
            // Above the current directory there is nothing to take away.
            Component::ParentDir => match path.components().next_back() {
                None | Some(Component::ParentDir) => path.push(".."),
                Some(_) => {
                    path.pop();
                }
            },
            Component::Normal(name) => path.push(name),
            Component::RootDir | Component::Prefix(_) => path = PathBuf::from(component.as_os_str()),
        }
    }
    // An empty path names nothing, and what is beside a file is in a directory.
    match path.as_os_str().is_empty() {
        true => PathBuf::from("."),
        false => path,
    }
}

/// A path as people and committed files write it: forward slashes.
pub fn display_name(path: &Path) -> String {
    let parts: Vec<_> = path
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/").replace("//", "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_lines_and_characters() {
        let mut map = SourceMap::new();
        let id = map.add("a.yaml", None, "é: 1\r\nb: 2\rc");
        let file = map.file(id);
        assert_eq!(file.position(3), Position { line: 1, column: 3 });
        assert_eq!(file.position(7), Position { line: 2, column: 1 });
        assert_eq!(file.line(2), "b: 2");
        assert_eq!(file.position(12), Position { line: 3, column: 1 });
        assert_eq!(file.position(999).line, 3);
        for length in [STEP - 1, STEP, STEP + 1, 3 * STEP] {
            let line = "é".repeat(length);
            let id = map.add("long.yaml", None, format!("a\n{line}"));
            for column in [0, 1, STEP / 2 - 1, STEP / 2, length] {
                let position = map.file(id).position(2 + 2 * column);
                assert_eq!((position.line, position.column), (2, column + 1), "{length}");
            }
        }
    }

    #[test]
    fn a_byte_order_mark_says_how_a_file_is_written() {
        let text = "title: Zoo \u{1f981}";
        let marked: Vec<u16> = [0xfeff].into_iter().chain(text.encode_utf16()).collect();
        let little: Vec<u8> = marked.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = marked.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        for bytes in [
            text.as_bytes().to_vec(),
            format!("\u{feff}{text}").into_bytes(),
            little.clone(),
            big,
        ] {
            assert_eq!(decode(bytes).as_deref(), Ok(text));
        }
        for wrong in [
            little[..little.len() - 1].to_vec(),
            little[..little.len() - 2].to_vec(),
            vec![b'a', 0xff],
        ] {
            let error = decode(wrong.clone()).expect_err("not a text");
            assert_eq!(error.utf8_error().valid_up_to(), usize::from(wrong.len() == 2));
        }
    }

    #[test]
    fn join_resolves_dots_by_name() {
        assert_eq!(join(Path::new("a/b.yaml"), "../c/./d.yaml"), Path::new("c/d.yaml"));
        assert_eq!(join(Path::new("b.yaml"), "d.yaml"), Path::new("d.yaml"));
        assert_eq!(join(Path::new("b.yaml"), "../../d.yaml"), Path::new("../../d.yaml"));
        assert_eq!(
            join(Path::new("../a/b.yaml"), "../../d.yaml"),
            Path::new("../../d.yaml")
        );
        assert_eq!(join(Path::new("/b.yaml"), "../d.yaml"), Path::new("/d.yaml"));
        assert_eq!(join(Path::new("b.yaml"), "."), Path::new("."));
    }

    /// A pipe that nobody writes would be waited for without end.
    #[cfg(unix)]
    #[test]
    fn references_lead_to_regular_files_only() {
        let loader = DiskLoader::new("/dev");
        let error = loader.load(Path::new("/dev/null")).expect_err("a device");
        assert_eq!(error.kind(), io::ErrorKind::InvalidInput);
    }
}
