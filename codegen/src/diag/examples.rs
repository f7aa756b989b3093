//! What raises each diagnostic of the catalogue, and what to write in its place.
//!
//! The files below `examples/` have blocks that begin with a code and the kind of document; a line `===` separates wrong from right. A
//! test generates a client of both.

const FILES: &[&str] = &[
    include_str!("examples/files.txt"),
    include_str!("examples/overlays.txt"),
    include_str!("examples/structure.txt"),
    include_str!("examples/schemas.txt"),
    include_str!("examples/operations.txt"),
    include_str!("examples/settings.txt"),
];

/// An example of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// What the two are.
    pub kind: ExampleKind,
    /// The version of OpenAPI that they are written in.
    pub version: &'static str,
    /// What raises the diagnostic.
    pub wrong: &'static str,
    /// What does not.
    pub right: &'static str,
}

/// What an example is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExampleKind {
    /// A whole document.
    Document,
    /// A Markdown page with a document in it.
    Page,
    /// The schema of a body that is sent.
    Schema,
    /// An operation, without what does not matter.
    Operation,
    /// An overlay.
    Overlay,
    /// Settings.
    Settings,
    /// Words, where an example would be too large, or is of no document.
    Words,
}

impl ExampleKind {
    /// What the example is a part of: `a schema`. `None` for words.
    pub fn place(self) -> Option<&'static str> {
        Some(match self {
            ExampleKind::Document => "a document",
            ExampleKind::Page => "a Markdown page",
            ExampleKind::Schema => "a schema",
            ExampleKind::Operation => "an operation",
            ExampleKind::Overlay => "an overlay",
            ExampleKind::Settings => "the settings",
            ExampleKind::Words => return None,
        })
    }

    /// The language of the example, for pages with colours.
    pub fn language(self) -> &'static str {
        match self {
            ExampleKind::Document | ExampleKind::Schema | ExampleKind::Operation | ExampleKind::Overlay => "yaml",
            ExampleKind::Page => "markdown",
            ExampleKind::Settings => "toml",
            ExampleKind::Words => "text",
        }
    }

    fn of(word: &str) -> Option<ExampleKind> {
        Some(match word {
            "document" => ExampleKind::Document,
            "page" => ExampleKind::Page,
            "schema" => ExampleKind::Schema,
            "operation" => ExampleKind::Operation,
            "overlay" => ExampleKind::Overlay,
            "settings" => ExampleKind::Settings,
            "words" => ExampleKind::Words,
            _ => return None,
        })
    }
}

/// The example of a code.
pub(super) fn of(code: &str) -> Option<Example> {
    FILES.iter().find_map(|file| block(file, code))
}

fn block(file: &'static str, code: &str) -> Option<Example> {
    let begins = |line: &str| line.starts_with("SW") && line.split(' ').next().is_some_and(|word| word.len() == 6);
    let mut start = None;
    let mut end = file.len();
    let mut offset = 0;
    for line in file.split_inclusive('\n') {
        if start.is_some() && begins(line) {
            end = offset;
            break;
        }
        if line.starts_with(code) {
            start = Some(offset);
        }
        offset += line.len();
    }
    let (header, text) = file.get(start?..end)?.split_once('\n')?;
    let (wrong, right) = text.split_once("\n===\n")?;
    let mut words = header.split(' ').skip(1);
    Some(Example {
        kind: ExampleKind::of(words.next()?)?,
        version: words.next().unwrap_or("3.1.0"),
        wrong: wrong.trim_end(),
        right: right.trim_end(),
    })
}
