//! Names that are taken before the document says anything.

use super::Case;

/// Strict and reserved keywords of edition 2024 (The Rust Reference, "Keywords"). Weak ones (`union`, `auto`, `raw`,
/// `safe`, `macro_rules`) are legal names. Sorted.
const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Keywords that can't be raw identifiers.
const NEVER_RAW: &[&str] = &["Self", "crate", "self", "super"];

/// Types, traits, derives and variants of the prelude (`std::prelude::rust_2024`), and what generated code takes from the runtime
/// by its short name: a type of this name would hide it from whoever reads or writes code beside it. Sorted.
const PRELUDE: &[&str] = &[
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Value",
    "Vec",
];

/// So many letters the longest of them has.
pub(super) const LONGEST: usize = {
    let mut longest = 0;
    let mut at = 0;
    while at < PRELUDE.len() {
        if PRELUDE[at].len() > longest {
            longest = PRELUDE[at].len();
        }
        at += 1;
    }
    longest
};

/// Files that cargo or rustc would take for something else, and device names that Windows reserves whatever the
/// extension ("Naming Files, Paths, and Namespaces").
const FILES: &[&str] = &[
    "aux", "bin", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lib", "lpt0",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "main", "mod", "nul", "prn",
];

/// Packages that cargo refuses, or that would hide a crate of the standard library or be one that the package depends on. Sorted.
const PACKAGES: &[&str] = &[
    "alloc",
    "build",
    "core",
    "deps",
    "examples",
    "incremental",
    "proc-macro",
    "specwright-runtime",
    "std",
    "test",
    "tokio",
];

/// What a generated `Client` has beside the operations: its own functions, and methods of traits that a method of the
/// same name would hide from callers.
pub const CLIENT_METHODS: &[&str] = &[
    "borrow",
    "borrow_mut",
    "builder",
    "clone",
    "clone_from",
    "clone_into",
    "default",
    "drop",
    "fmt",
    "from",
    "from_env",
    "into",
    "new",
    "raw_request",
    "to_owned",
    "try_from",
    "try_into",
    "type_id",
    "with",
    "without",
];

/// The field for properties that a schema does not declare.
pub const ADDITIONAL_PROPERTIES: &str = "additional_properties";

/// The field for what is known of a value beside its fields.
pub const BESIDE: &str = "beside";

/// The field of a struct of headers that has those that could not be read.
pub const UNREAD: &str = "unread";

/// What a generated struct has beside the setters of its properties.
pub const STRUCT_METHODS: &[&str] = &[
    "borrow", "clone", "default", "fmt", "from", "into", "new", "to_owned", "try_from", "try_into", "type_id",
    "validate",
];

/// Whether `text` is a keyword, and so must be written as a raw identifier.
pub(super) fn is_keyword(text: &str) -> bool {
    // Most names are longer, or begin with a capital.
    let may_be = text.len() <= 8 && (text == "Self" || text.as_bytes().first().is_some_and(u8::is_ascii_lowercase));
    may_be && KEYWORDS.binary_search(&text).is_ok()
}

/// Whether a name of this case can't be `text`, not even as a raw identifier.
pub(super) fn is_forbidden(text: &str, case: Case) -> bool {
    match case {
        Case::Type => NEVER_RAW.contains(&text) || PRELUDE.binary_search(&text).is_ok(),
        Case::Variant | Case::Field | Case::Method | Case::Const => NEVER_RAW.contains(&text),
        Case::Module => NEVER_RAW.contains(&text) || FILES.contains(&text),
        Case::Feature => NEVER_RAW.contains(&text),
        Case::Crate => is_keyword(text) || FILES.contains(&text) || PACKAGES.contains(&text),
    }
}
