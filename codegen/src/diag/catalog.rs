//! The catalogue: every diagnostic with its code, severity, message and help, in one place.
//!
//! Codes are stable and never reused. `SW01xx` reading files, `SW02xx` overlays and pages, `SW03xx` the document's
//! structure, `SW04xx` references, `SW05xx` schemas, `SW06xx` operations, `SW07xx` settings and names, `SW08xx` patterns.

/// How bad a problem of the catalogue is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nothing can be generated.
    Error,
    /// Part of the document has no meaning. An error, unless the user tolerates faults: then that part is left out.
    Fault,
    /// Something is left out or read differently than written; the rest is generated.
    Warning,
    /// A decision that the user may want to know of.
    Note,
}

macro_rules! catalog {
    ($(
        $(#[$doc:meta])*
        $code:literal $level:ident $name:ident { $($field:ident : $type:ty),* $(,)? }
            $message:literal
            help $help:literal;
    )*) => {
        /// A diagnostic of the catalogue, with the data its message needs.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum Problem {
            $(
                $(#[$doc])*
                #[doc = concat!("\n\n`", $code, "`")]
                $name {
                    $(
                        #[allow(missing_docs, reason = "the message says what the field is")]
                        $field: $type
                    ),*
                },
            )*
        }

        impl Problem {
            /// Every code of the catalogue with its level, in order.
            pub const CATALOG: &'static [(&'static str, Level)] = &[$(($code, Level::$level)),*];

            /// The stable code, such as `SW0101`.
            pub fn code(&self) -> &'static str {
                match self { $(Problem::$name { .. } => $code,)* }
            }

            /// How bad the problem is by itself.
            pub fn level(&self) -> Level {
                match self { $(Problem::$name { .. } => Level::$level,)* }
            }

            /// What is wrong, in one sentence without a full stop.
            pub fn message(&self) -> String {
                match self {
                    $(Problem::$name { $($field),* } => {
                        $(let _ = $field;)*
                        format!($message)
                    })*
                }
            }

            /// What to do about it.
            pub fn help(&self) -> String {
                match self {
                    $(Problem::$name { $($field),* } => {
                        $(let _ = $field;)*
                        format!($help)
                    })*
                }
            }
        }
    };
}

catalog! {
    // Reading files.

    /// A file could not be read.
    "SW0101" Error UnreadableFile { path: String, reason: String }
        "cannot read `{path}`: {reason}"
        help "check the path and that the file may be read";

    /// A file is not UTF-8.
    "SW0102" Error NotUtf8 { offset: usize }
        "the file is not UTF-8: byte {offset} starts no character"
        help "save the file as UTF-8 (RFC 8259 section 8.1)";

    /// A file holds nothing.
    "SW0103" Error EmptyDocument {}
        "the document is empty"
        help "an OpenAPI document starts with `openapi: 3.1.0`";

    /// A file is neither YAML nor JSON.
    "SW0104" Error Syntax { format: &'static str, reason: String }
        "this is not {format}: {reason}"
        help "correct the syntax at the marked place";

    /// A key stands twice in one object.
    "SW0105" Fault DuplicateKey { key: String }
        "the key `{key}` stands twice in this object"
        help "remove one of the two: readers would silently take either";

    // Settings and names.

    /// A setting that does not exist.
    "SW0701" Error UnknownSetting { key: String, known: String }
        "there is no setting `{key}`"
        help "known here: {known}";

    /// A setting of the wrong type.
    "SW0702" Error SettingType { key: String, expected: &'static str, found: String }
        "the setting `{key}` is {expected}, not of type {found}"
        help "README.md lists all settings with their types";

    /// A setting whose value makes no sense.
    "SW0703" Error InvalidSetting { key: String, reason: String }
        "the setting `{key}` cannot be used: {reason}"
        help "README.md lists all settings with their values";

    /// A setting that names a part of the document which does not exist.
    "SW0704" Error UnmatchedSetting { key: String }
        "the setting `{key}` matches nothing in the document"
        help "correct the name, or remove the setting";

    /// Containers are nested deeper than any real document does.
    "SW0106" Error TooDeep { limit: usize }
        "objects and arrays are nested deeper than {limit} levels here"
        help "name an inner part under `components` and refer to it";

    /// A file has more nodes than any real document.
    "SW0107" Error TooLarge { limit: usize }
        "the document has more than {limit} values"
        help "split the document into several files";

    /// YAML aliases multiply.
    "SW0108" Error AliasBudget { limit: usize }
        "the aliases up to this one stand for more than {limit} values"
        help "refer to what is repeated with `$ref` in place of an alias";

    /// A YAML alias stands inside of what it names.
    "SW0109" Error AliasCycle {}
        "this alias stands inside of what it names"
        help "refer to the recursive schema with `$ref` in place of an alias";

    /// A name in a YAML mapping is a mapping or a sequence.
    "SW0110" Error NameNotScalar {}
        "a mapping or a sequence cannot be the name of a member"
        help "use a string; a name that begins with `{{`, `[` or `*` needs quotes";

    /// A YAML stream has more than one document.
    "SW0111" Warning SeveralDocuments {}
        "the file holds more than one YAML document; only the first is read"
        help "remove what follows, or move it to a file of its own";

    /// Half of a surrogate pair in a JSON string.
    "SW0112" Warning LoneSurrogate { escape: String }
        "`{escape}` is half of a character; it is read as U+FFFD"
        help "write both halves of the surrogate pair, or the character itself (RFC 8259 section 7)";

    /// `.inf` and `.nan` have no place in JSON.
    "SW0113" Warning NotFinite { text: String }
        "JSON has no number `{text}`; it is read as a string"
        help "put it in quotes, or give a finite number";

    /// A YAML tag that says nothing to us, or that the value contradicts.
    "SW0114" Warning TagIgnored { tag: String }
        "the tag `{tag}` is ignored"
        help "remove the tag: documents may use the types of JSON only";

    /// A YAML merge key whose value is not a mapping.
    "SW0115" Fault MergeNotMapping { kind: &'static str }
        "the merge key `<<` takes a mapping, not {kind}"
        help "give an alias of a mapping, or a sequence of such";

    /// A reference names a file that cannot be read.
    "SW0116" Fault MissingFile { file: String, reason: String }
        "cannot read the file `{file}` of this reference: {reason}"
        help "references are relative to the file they stand in, and stay in the folder of the document";

    /// A reference names a URL.
    "SW0117" Fault RemoteReference { reference: String }
        "the reference `{reference}` is a URL, and nothing is fetched while generating"
        help "keep a copy of the file beside the document and refer to that";

    // Overlays and pages.

    /// A Markdown page without an OpenAPI block.
    "SW0201" Error NoBlock {}
        "the page holds no OpenAPI block"
        help "an OpenAPI block is fenced code that begins like: ````yaml openapi.json GET /pets";

    /// A Markdown page with several OpenAPI blocks, read as one document.
    "SW0202" Fault SeveralBlocks { count: usize }
        "the page holds {count} OpenAPI blocks, and only the first is read"
        help "merge them into one document first: `cargo xtask import PAGE.md`";

    /// The fence of a block is not closed.
    "SW0203" Warning OpenBlock {}
        "the fence of this block is not closed; it is read to the end of the page"
        help "close it with as many backticks as it was opened with";
}
