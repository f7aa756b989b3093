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
    "SW0105" Error DuplicateKey { key: String }
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
}
