//! The surface of a client as plain data: every public name, what it is on the wire, and where the document says it.
//!
//! [`of`] reads it from a plan, [`Surface::text`] writes it as `surface.json`, [`parse`] reads that without the document. An item is
//! one line of the file and is called by its full name, so that a difference of two files is a list of what has changed:
//!
//! | item | name |
//! | --- | --- |
//! | a method of the client | `Client::find_pet` |
//! | what it takes, in the path, the query, a header or the body, and its credentials | `Client::find_pet(pet_id)` |
//! | a media type of its request | `Client::add_pet sends application/json` |
//! | a documented response | `Client::find_pet receives 200 application/json` |
//! | a type | `types::Pet`, `types::pet::Status`, `operations::find_pet::Failure` |
//! | a field, a method | `types::Pet.name`, `operations::find_pet::Failure.message()` |
//! | a variant | `types::pet::Status::Sold` |
//! | a credential, a server, a Cargo feature | `ClientBuilder.api_key()`, `Server::Production`, `feature pets` |
//! | an environment variable of `from_env` | `variable PETS_API_KEY` |
//! | what verifies and reads a delivery | `events::pet_added::receive()` |

mod operations;
mod package;
mod spell;
mod text;
mod types;

pub use text::{SurfaceError, parse};

use crate::ir::Origin;
use crate::plan::Plan;
use crate::source::{FileId, SourceMap, Span};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The name of the file in the generated package.
pub const FILE: &str = "surface.json";

/// The surface of a client.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surface {
    /// What it was made from.
    pub head: Head,
    /// The items, by their names.
    pub items: BTreeMap<String, Item>,
}

/// What a surface was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The version of the generator.
    pub generator: String,
    /// The name of the package.
    pub package: String,
    /// The version of the package.
    pub version: String,
    /// A hash of the document: of the files that it is read from, overlays included.
    pub document: String,
    /// A hash of the settings.
    pub settings: String,
}

/// A public item of a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// Where the document says it: a JSON pointer as a URI fragment; empty where that is not a single place.
    pub pointer: Arc<str>,
    /// The same place in the files that were read; `None` for a surface that was read from a file.
    pub span: Option<Span>,
    /// What is known of it.
    pub facts: BTreeMap<Fact, String>,
    /// The limits of its values by keyword: `maxLength`, `items.pattern`.
    pub limits: BTreeMap<String, String>,
}

/// Two enumerations of words.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$word_doc])* $word,)* }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [$name] = &[$($name::$word),*];

            /// The word for it in `surface.json`.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$word => $text,)* }
            }
        }
    };
}

words! {
    /// What an item is.
    Kind {
        /// A Cargo feature.
        Feature = "feature",
        /// A variant of `Server`.
        Server = "server",
        /// A setter of the builder for a credential.
        Credential = "credential",
        /// A method of the client.
        Operation = "operation",
        /// What a call takes.
        Argument = "argument",
        /// A media type of the request.
        Request = "request",
        /// A documented response.
        Response = "response",
        /// A type.
        Type = "type",
        /// A field of a struct.
        Field = "field",
        /// A variant of an enum.
        Variant = "variant",
        /// A method of a type.
        Method = "method",
        /// A function that verifies and reads a delivery of a webhook.
        Function = "function",
        /// An environment variable that a client is made of.
        Variable = "variable",
    }
}

words! {
    /// What can be known of an item, in the order in which it is written.
    Fact {
        /// The HTTP method of an operation.
        Method = "method",
        /// The path template of an operation.
        Path = "path",
        /// The `operationId`.
        OperationId = "operationId",
        /// The module of an operation's types.
        Module = "module",
        /// Where a parameter or a credential goes: `path`, `query`, `header`, `cookie`, `body`.
        In = "in",
        /// The name of a property or parameter, the value of an enumeration, the URL of a server, the tag of a feature.
        Wire = "wire",
        /// The status of a response.
        Status = "status",
        /// The media type of a request or response.
        MediaType = "mediaType",
        /// What a type is: `struct`, `enum`, `union`, `newtype`, `tuple`, `alias`.
        Shape = "shape",
        /// Which way values of a type travel: `sent`, `received`, `both`.
        Travels = "travels",
        /// The Rust type.
        Type = "type",
        /// The names that a method or constructor takes, in order.
        Takes = "takes",
        /// How a value is given: as an `argument`, by a `setter`, or not at all.
        Given = "given",
        /// The Rust type of a success.
        Success = "success",
        /// The Rust type of the items of pages.
        Pages = "pages",
        /// What says that something has ended: the status, the values that are a success, and those that are a failure.
        Ends = "ends",
        /// Whether it must be there.
        Required = "required",
        /// Whether it may be null.
        Nullable = "nullable",
        /// `readOnly`, `writeOnly`.
        Access = "access",
        /// How a parameter or a body is written.
        Style = "style",
        /// The value that is always sent.
        Constant = "constant",
        /// What the server assumes where nothing is sent.
        Default = "default",
        /// What becomes of undeclared properties: `ignored`, `denied`, or the type in which they are kept.
        Rest = "rest",
        /// How the variants of a union are told apart.
        Tag = "tag",
        /// Whether an enum has the variant `Unknown`.
        Open = "open",
        /// Whether a variant can be made from what it holds by `into`.
        From = "from",
        /// The derived traits.
        Derives = "derives",
        /// The credentials that an operation needs.
        Security = "security",
        /// The servers of an operation.
        Servers = "servers",
        /// The Cargo features with any of which it is compiled.
        Features = "features",
        /// Whether it is deprecated.
        Deprecated = "deprecated",
    }
}

impl Item {
    fn new(kind: Kind) -> Item {
        Item {
            kind,
            pointer: Arc::from(""),
            span: None,
            facts: BTreeMap::new(),
            limits: BTreeMap::new(),
        }
    }

    fn at(kind: Kind, origin: &Origin) -> Item {
        Item {
            pointer: Arc::clone(&origin.pointer),
            span: Some(origin.span),
            ..Item::new(kind)
        }
    }

    fn with(mut self, fact: Fact, value: impl Into<String>) -> Item {
        self.facts.insert(fact, value.into());
        self
    }

    /// A fact that is either true or not written.
    fn flag(self, fact: Fact, value: bool) -> Item {
        match value {
            true => self.with(fact, "true"),
            false => self,
        }
    }

    /// A fact that is not written where it is not known.
    fn maybe(self, fact: Fact, value: Option<impl Into<String>>) -> Item {
        match value {
            Some(value) => self.with(fact, value),
            None => self,
        }
    }

    /// What is known; empty if nothing is.
    pub fn fact(&self, fact: Fact) -> &str {
        self.facts.get(&fact).map_or("", String::as_str)
    }

    /// Whether a fact is written as true.
    pub fn is(&self, fact: Fact) -> bool {
        self.fact(fact) == "true"
    }
}

/// The name of the item that an item belongs to; `None` if it belongs to the client as a whole.
pub fn owner(name: &str, kind: Kind) -> Option<&str> {
    let cut = |separator: &str| name.split_once(separator).map(|(owner, _)| owner);
    match kind {
        Kind::Argument => cut("("),
        Kind::Request | Kind::Response => cut(" "),
        Kind::Field | Kind::Method => name.rsplit_once('.').map(|(owner, _)| owner),
        Kind::Variant => name.rsplit_once("::").map(|(owner, _)| owner),
        Kind::Feature
        | Kind::Server
        | Kind::Credential
        | Kind::Operation
        | Kind::Type
        | Kind::Function
        | Kind::Variable => None,
    }
}

/// The part of an item's name that is its own.
pub fn own_name(name: &str, kind: Kind) -> &str {
    match (owner(name, kind), kind) {
        (Some(owner), _) => name
            .get(owner.len()..)
            .unwrap_or(name)
            .trim_matches(['.', ':', '(', ')', ' ']),
        (None, Kind::Credential) => name.trim_start_matches("ClientBuilder.").trim_end_matches("()"),
        (None, Kind::Feature) => name.trim_start_matches("feature "),
        (None, Kind::Variable) => name.trim_start_matches("variable "),
        (None, _) => name.rsplit_once("::").map_or(name, |(_, own)| own),
    }
}

/// The surface of a plan. `sources` are the files that it was made from; the first `settings` of them are settings. `lock` is the
/// file of names that are kept: what it says is in the names, and not in a hash.
pub fn of(plan: &Plan<'_>, sources: &SourceMap, settings: usize, lock: Option<FileId>) -> Surface {
    let hash = |files: &mut dyn Iterator<Item = &str>| {
        let mut hash = Fingerprint::default();
        files.for_each(|text| hash.add(text));
        hash.text()
    };
    let texts = |is_setting: bool| {
        let files = sources.files().enumerate();
        let files = files.filter(move |(index, (id, _))| (*index < settings) == is_setting && Some(*id) != lock);
        files.map(|(_, (_, file))| file.text())
    };
    let head = Head {
        generator: env!("CARGO_PKG_VERSION").to_owned(),
        package: plan.package.name.clone(),
        version: plan.package.version.clone(),
        document: hash(&mut texts(false)),
        settings: hash(&mut texts(true)),
    };
    let mut items = Items(BTreeMap::new());
    package::items(plan, &mut items);
    operations::items(plan, &mut items);
    types::items(plan, &mut items);
    Surface { head, items: items.0 }
}

/// The items that have been found.
struct Items(BTreeMap<String, Item>);

impl Items {
    fn add(&mut self, name: String, item: Item) {
        self.0.insert(name, item);
    }
}

/// A hash of texts (FNV-1a with 64 bits): it tells whether they are the same, and protects nothing.
struct Fingerprint(u64);

impl Default for Fingerprint {
    fn default() -> Fingerprint {
        Fingerprint(0xcbf2_9ce4_8422_2325)
    }
}

impl Fingerprint {
    fn add(&mut self, text: &str) {
        // The end of a text is a byte that no UTF-8 has.
        for byte in text.bytes().chain([0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn text(&self) -> String {
        format!("{:016x}", self.0)
    }
}
