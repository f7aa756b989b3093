//! The catalogue: every diagnostic with its code, severity, message and help, in one place.
//!
//! Codes are stable and never reused. `SW01xx` reading files, `SW02xx` overlays and pages, `SW03xx` the document's
//! structure, `SW04xx` references, `SW05xx` schemas, `SW06xx` operations, `SW07xx` settings and names, `SW08xx` patterns.

use super::{Advice, Entry, Hint, Level};

impl Problem {
    /// Whether a later stage says another problem of the same place only because of this one: a part without meaning is empty, has no
    /// target, or names nothing.
    pub(super) fn is_without_meaning(&self) -> bool {
        matches!(
            self,
            Problem::IllTyped { .. }
                | Problem::UnknownType { .. }
                | Problem::UnresolvedReference { .. }
                | Problem::MissingFile { .. }
                | Problem::RemoteReference { .. }
        )
    }
}

impl Entry {
    /// The entry of a code, in any case; `350` is `SW0350`.
    pub fn find(code: &str) -> Option<&'static Entry> {
        let code = code.trim().to_ascii_uppercase();
        let number = format!("SW{:0>4}", code.strip_prefix("SW").unwrap_or(&code));
        Problem::ENTRIES.iter().find(|entry| entry.code == number)
    }
}

macro_rules! catalog {
    ($(
        #[doc = $summary:literal]
        $code:literal $level:ident $name:ident { $($field:ident : $type:ty),* $(,)? }
            $message:literal
            help $help:literal;
    )*) => {
        /// A diagnostic of the catalogue, with the data its message needs.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum Problem {
            $(
                #[doc = concat!($summary, "\n\n`", $code, "`")]
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

            /// Every diagnostic as the catalogue has it, in order.
            pub const ENTRIES: &'static [Entry] = &[$(Entry {
                code: $code,
                level: Level::$level,
                summary: $summary,
                message: $message,
                help: $help,
            }),*];

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
        help "check the path and the permissions of the file";

    /// A file is not UTF-8.
    "SW0102" Error NotUtf8 { offset: usize }
        "the file is not UTF-8: invalid byte at offset {offset}"
        help "save the file as UTF-8 (RFC 8259 section 8.1)";

    /// An empty file.
    "SW0103" Error EmptyDocument {}
        "the document is empty"
        help "an OpenAPI document starts with `openapi: 3.1.0`";

    /// A file is neither YAML nor JSON.
    "SW0104" Error Syntax { format: &'static str, reason: String, advice: Advice }
        "invalid {format}: {reason}"
        help "{advice}";

    /// An object has the same key twice.
    "SW0105" Fault DuplicateKey { key: String }
        "duplicate key `{key}`"
        help "remove one of the two: readers would silently take either";

    /// Objects and arrays are nested deeper than in any real document.
    "SW0106" Error TooDeep { limit: usize }
        "objects and arrays are nested more than {limit} levels deep"
        help "move an inner part to `components` and refer to it";

    /// A file has more nodes than any real document.
    "SW0107" Error TooLarge { limit: usize }
        "the document has more than {limit} values"
        help "split the document into several files";

    /// YAML aliases that expand to too much.
    "SW0108" Error AliasBudget { limit: usize }
        "the aliases up to this one expand to more than {limit} values"
        help "use `$ref` instead of an alias for what is repeated";

    /// A YAML alias inside of the node that it refers to.
    "SW0109" Error AliasCycle {}
        "YAML alias refers to one of its own ancestors"
        help "use `$ref` instead of an alias for a recursive schema";

    /// A key of a YAML mapping is a mapping or a sequence.
    "SW0110" Error NameNotScalar {}
        "a key must be a string, not a mapping or a sequence"
        help "use a string; a key that begins with `{{`, `[` or `*` needs quotes";

    /// A YAML stream has more than one document.
    "SW0111" Warning SeveralDocuments {}
        "the file contains more than one YAML document; only the first is read"
        help "remove the others, or move them to files of their own";

    /// Half of a surrogate pair in a JSON string.
    "SW0112" Warning LoneSurrogate { escape: String }
        "`{escape}` is half of a character; it is read as U+FFFD"
        help "write both halves of the surrogate pair, or the character itself (RFC 8259 section 7)";

    /// `.inf` and `.nan` are not JSON.
    "SW0113" Warning NotFinite { text: String }
        "JSON has no number `{text}`; it is read as a string"
        help "put it in quotes, or give a finite number";

    /// A YAML tag that is unknown, or that the value contradicts.
    "SW0114" Warning TagIgnored { tag: String }
        "the tag `{tag}` is ignored"
        help "remove the tag: OpenAPI documents use the types of JSON only";

    /// A YAML merge key whose value is not a mapping.
    "SW0115" Fault MergeNotMapping { kind: &'static str }
        "the merge key `<<` takes a mapping, not {kind}"
        help "use an alias of a mapping, or a sequence of such aliases";

    /// A reference names a file that cannot be read.
    "SW0116" Fault MissingFile { file: String, reason: String }
        "cannot read the file `{file}` of this `$ref`: {reason}"
        help "a `$ref` is relative to the file that contains it; files outside of the directory of the document are read if the settings allow it: `root = \"..\"` under `[document]`";

    /// A reference names a URL.
    "SW0117" Fault RemoteReference { reference: String }
        "`$ref` `{reference}` is a URL, and nothing is fetched while generating"
        help "keep a copy and say where it is: `\"https://example.com/schemas/\" = \"copies/\"` under `[document.locations]` in the settings";

    // Overlays and pages.

    /// A Markdown page without an OpenAPI block.
    "SW0201" Error NoBlock {}
        "the page has no OpenAPI block"
        help "an OpenAPI block is fenced code that begins like: ````yaml openapi.json GET /pets";

    /// A Markdown page with several OpenAPI blocks, read as one document.
    "SW0202" Fault SeveralBlocks { count: usize }
        "the page has {count} OpenAPI blocks; only the first is read"
        help "merge them into one document first: `specwright import PAGE.md -o openapi.yaml`";

    /// The fence of a block is not closed.
    "SW0203" Warning OpenBlock {}
        "the fence of this block is not closed; it is read to the end of the page"
        help "close it with as many backticks as it was opened with";

    /// Pages that should become one document belong to different documents.
    "SW0204" Fault PagesOfSeveralSources { first: String, other: String }
        "this is part of `{other}`, but the first one is part of `{first}`"
        help "import the pages of each document into a file of its own, or all into a directory; `document.also` in the settings makes one client of several documents";

    /// Two pages say different things about the same part of the document.
    "SW0205" Fault PagesDisagree { pointer: String }
        "the pages disagree about `{pointer}`"
        help "download both pages again: one of them is probably older";

    /// The front matter of a page names a document that is not there.
    "SW0206" Error PageDocumentMissing { document: String }
        "the page is about `{document}`, which is neither beside it nor below a directory above it"
        help "keep the document there, or import the page as the site publishes it, with its OpenAPI block";

    /// The front matter of a page names an operation that the document does not have.
    "SW0207" Error PageOperationMissing { document: String, operation: String }
        "`{document}` does not have `{operation}`, which this page is about"
        help "download the page and the document again: one of them is probably older";

    /// Pages that settings or arguments name and that do not exist.
    "SW0208" Error NoPages { pattern: String }
        "there is no OpenAPI document in `{pattern}`"
        help "name Markdown pages with OpenAPI blocks, documents, directories that contain them, or a pattern such as `pages/*.md`";

    /// A page of another version than the document that it becomes a part of.
    "SW0209" Error PageOfOtherVersion { page: String, document: String }
        "the pages are of version {page}, and the document that they become a part of is of {document}"
        help "import all pages of the new version, or take the operations that no page has out of the document: `--prune`";

    /// A document that is imported refers to a file that is not beside what is written.
    "SW0210" Warning FileLeftBehind { file: String }
        "`{file}` is not in the directory of the imported document"
        help "copy the file there; a `$ref` is relative to the file that contains it";

    /// An overlay of a version that does not exist.
    "SW0211" Error OverlayVersion { version: String }
        "unknown version `{version}` of the Overlay Specification"
        help "write `overlay: 1.0.0` or `overlay: 1.1.0`";

    /// A required field of an overlay.
    "SW0212" Error OverlayMissing { name: &'static str }
        "missing required field `{name}`"
        help "add `{name}` here (Overlay Specification, section \"Schema\")";

    /// A field of an overlay has the wrong type.
    "SW0213" Error OverlayType { name: &'static str, expected: &'static str, found: &'static str }
        "`{name}` must be {expected}, not {found}"
        help "use {expected} (Overlay Specification, section \"Schema\")";

    /// A field that the standard does not have.
    "SW0214" Warning OverlayUnknown { name: String, hint: Hint }
        "unknown field `{name}` in an overlay of this version; it is ignored"
        help "{hint}correct its name, or prefix it with `x-` if it is an extension";

    /// An overlay without actions.
    "SW0215" Error OverlayEmpty {}
        "`actions` must contain at least one action"
        help "add an action, or remove the overlay";

    /// A target is not a JSONPath query.
    "SW0216" Error OverlayTarget { reason: String }
        "invalid JSONPath query: {reason}"
        help "write a query of RFC 9535, such as `$.paths['/pets'].get`";

    /// A target matches nothing.
    "SW0217" Fault OverlayNoMatch { target: String }
        "the target `{target}` matches nothing in the document"
        help "the document may have changed: correct the target, or remove the action";

    /// An action selects nodes that cannot be updated in the same way.
    "SW0218" Fault OverlayMixedTargets {}
        "the target selects nodes of different types"
        help "select only objects, only arrays, or only primitive values";

    /// An update does not fit its target.
    "SW0219" Fault OverlayIncompatible { name: String, target: &'static str, update: &'static str }
        "`{name}` is {target} and cannot be updated with {update}"
        help "use {target} in the update, or remove the target in an earlier action";

    /// The document itself is the target of a removal.
    "SW0220" Fault OverlayRemoveRoot {}
        "the root of the document cannot be removed"
        help "select a part of the document";

    /// An action that does nothing.
    "SW0221" Fault OverlayNoChange {}
        "the action has neither `update`, `remove: true` nor `copy`"
        help "add one of them, or remove the action; `copy` needs `overlay: 1.1.0`";

    /// An action with two changes.
    "SW0222" Fault OverlayUpdateAndCopy {}
        "an action cannot have both `update` and `copy`"
        help "split it into two actions";

    /// A copy must have one source.
    "SW0223" Fault OverlayCopySource { count: usize }
        "`copy` must select exactly one node, but it selects {count}"
        help "write a query that selects only the node to copy";

    /// The overlay was written for another document.
    "SW0224" Note OverlayExtends { wanted: String }
        "the overlay extends `{wanted}`, but it is applied to another document"
        help "correct `extends`, or remove it";

    /// Two documents of one client have the same operation.
    "SW0225" Fault OperationOfSeveralDocuments { operation: String }
        "`{operation}` is in two documents, and differs"
        help "take it out of one of them with an overlay: `remove: true`";

    /// The actions of an overlay make more work than a document and a list of targets do.
    "SW0226" Error OverlayEffort { limit: usize }
        "the actions of the overlay up to this one take more than {limit} steps"
        help "select by name where `..`, filters in filters or repeated selectors are not needed, or update several properties in one action";

    // The document's structure.

    /// The file is a document of another kind.
    "SW0301" Error NotOpenApi { found: String }
        "not an OpenAPI document: this is {found}"
        help "use the OpenAPI document: it begins with `openapi: 3.x.y` or `swagger: \"2.0\"`";

    /// The document has neither `openapi` nor `swagger`.
    "SW0302" Error MissingVersion {}
        "missing version: the document has neither `openapi` nor `swagger`"
        help "add `openapi: 3.1.0` as the first line";

    /// The version is not a string.
    "SW0303" Error InvalidVersion { key: &'static str, kind: &'static str }
        "`{key}` must be a version, and here it is {kind}"
        help "write a version such as `openapi: 3.1.0`";

    /// A version before 2.0 or after 3.x.
    "SW0304" Error UnsupportedVersion { version: String }
        "unsupported version {version}"
        help "supported are Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2; convert the document to one of them";

    /// A minor version that did not exist yet.
    "SW0305" Warning FutureVersion { version: String }
        "OpenAPI {version} is newer than the versions that are supported; it is read as 3.2"
        help "check whether a newer release of the generator supports it";

    /// The document has no `paths`, no `webhooks` and no `components` (OpenAPI 3.1 section 4.8.1: one of them must be there).
    "SW0306" Warning NothingDescribed {}
        "the document has neither `paths`, `webhooks` nor `components`: the client can call nothing"
        help "use the whole document: this may be a part of one, which another file refers to";

    /// A keyword of Swagger 2.0 in an OpenAPI 3 document.
    "SW0310" Warning OldKeyword { keyword: &'static str, now: &'static str }
        "`{keyword}` is a keyword of Swagger 2.0, but this is an OpenAPI 3 document"
        help "it is read as in Swagger 2.0; use {now} instead";

    /// The same name in two maps that become one.
    "SW0311" Warning NameTaken { name: String }
        "`{name}` is defined twice: both definitions belong to the same map in OpenAPI 3"
        help "rename one of them; references to each still resolve to it";

    /// No `consumes` or `produces` where one is needed.
    "SW0312" Note AssumedMediaType { media_type: &'static str }
        "some bodies have no media type; they are read as `{media_type}`"
        help "add `consumes` and `produces`";

    /// A `collectionFormat` without a counterpart.
    "SW0313" Warning NoCollectionFormat { format: String, items: String }
        "`collectionFormat: {format}` has no counterpart in OpenAPI 3; the parameter is read as a string of items `{items}`"
        help "callers have to join the items of the array themselves";

    /// Several body parameters.
    "SW0314" Fault SecondBody {}
        "an operation cannot have a second body parameter"
        help "put the properties of both into one schema; this parameter is left out";

    /// Body and form parameters in one operation.
    "SW0315" Fault BodyAndForm {}
        "an operation cannot have both body and form parameters"
        help "use only one of the two; the form parameters are left out";

    /// A key of `examples` that is not a media type.
    "SW0316" Warning ExampleWithoutMediaType { key: String }
        "the examples of a response are keyed by media type, but `{key}` is not a media type"
        help "use a media type such as `application/json` as the key; this example is left out";

    /// A permission that values in bodies do not need.
    "SW0317" Note IdleAllowEmpty { location: &'static str }
        "`allowEmptyValue` has no effect on a parameter in `{location}`"
        help "remove it: what is in a body may be empty without it";

    /// A form with a file that is not multipart.
    "SW0318" Note FileForm { media_type: String }
        "`{media_type}` has no effect: the form has a file, which only `multipart/form-data` can hold"
        help "remove it from `consumes`, or document the body without the file in another operation";

    /// A `type` that JSON Schema does not have.
    "SW0320" Warning TypeWord { word: String, read: String }
        "unknown type `{word}`, read as {read}"
        help "use string, integer, number, boolean, array, object or null";

    /// `required: true` on a property.
    "SW0321" Warning RequiredOnProperty {}
        "`required` is a boolean on this property, but it must be a list of names on the object"
        help "the property is read as required; add its name to the object's `required` list";

    /// `required: true` on a schema that is not a property.
    "SW0322" Warning RequiredWithoutObject {}
        "`required` must be a list of names; the boolean is ignored"
        help "remove it";

    /// `enum` beside `type: array`.
    "SW0323" Warning EnumOnArray {}
        "this `enum` excludes every array; it is read as the `enum` of the items"
        help "move `enum` into `items`";

    /// A boolean `exclusiveMinimum` or `exclusiveMaximum` without the bound.
    "SW0324" Warning ExclusiveWithoutBound { keyword: &'static str, bound: &'static str }
        "`{keyword}: true` has no effect without `{bound}`"
        help "remove it, or write the bound itself: `{keyword}: 0`";

    /// A flag that is not a boolean.
    "SW0325" Warning NotBoolean { keyword: String, kind: &'static str }
        "`{keyword}` must be a boolean, and here it is {kind}; it is read as `false`"
        help "write `true` or `false`";

    /// `examples` of a schema that is not a list.
    "SW0326" Warning ExamplesNotList {}
        "`examples` of a schema must be a list of values"
        help "what is there is read as the examples; use a list, or `example` for a single one";

    /// A list of `items` where the standard has no tuples.
    "SW0327" Warning ItemsList {}
        "`items` must be one schema before OpenAPI 3.1, and here it is a list"
        help "write `anyOf` inside `items`, as it is read, or use OpenAPI 3.1 and `prefixItems`";

    /// A reference to the schema that it is in, as schemas have it that were written for themselves.
    "SW0328" Warning RecursiveReference { keyword: &'static str, target: String }
        "`{keyword}` is read as a reference to `{target}`"
        help "write `$ref: '{target}'`: in a document of OpenAPI `#` alone is the document, and `$recursiveRef` is a keyword of JSON Schema 2019-09";

    /// An array that does not say what its items are, where the standard asks for that.
    "SW0329" Note MissingItems {}
        "an array needs `items` before OpenAPI 3.1: they are read as any value"
        help "say what the items are, with an empty schema if they are any value (OpenAPI 3.0.4 section 4.7.24.1)";

    /// A keyword that the standard does not define for this object.
    "SW0350" Warning UnknownKeyword { object: &'static str, keyword: String, loss: &'static str, hint: Hint }
        "unknown keyword `{keyword}` in this {object}: {loss}"
        help "{hint}correct its spelling, or prefix it with `x-` if it is an extension";

    /// A keyword has a value of the wrong type.
    "SW0351" Fault IllTyped { keyword: String, expected: &'static str, found: &'static str, hint: Hint }
        "`{keyword}` must be {expected}, and here it is {found}"
        help "{hint}without the right type the keyword has no meaning";

    /// A parameter without `name` or `in`.
    "SW0352" Fault IncompleteParameter {}
        "a parameter needs a `name` and a location (`in`)"
        help "add both (OpenAPI 3.1 section 4.8.12)";

    /// An unknown parameter location.
    "SW0353" Fault UnknownParameterLocation { location: String, hint: Hint }
        "unknown parameter location `{location}`"
        help "{hint}use `path`, `query`, `header` or `cookie`";

    /// Two parameters with the same name and location.
    "SW0354" Warning DuplicateParameter { name: String }
        "duplicate parameter `{name}`"
        help "remove one of them: the later one is used";

    /// Two operations with the same `operationId`.
    "SW0355" Warning DuplicateOperationId { id: String }
        "duplicate operationId `{id}`"
        help "give each operation its own id: these are named after their tags too, or after method and path";

    /// A security scheme of unknown type.
    "SW0356" Fault UnknownSecurityScheme { key: String, kind: String }
        "unknown type `{kind}` of the security scheme `{key}`"
        help "use `apiKey`, `http`, `oauth2`, `openIdConnect` or `mutualTLS`";

    /// A discriminator without its property.
    "SW0357" Fault DiscriminatorWithoutProperty {}
        "a discriminator needs a `propertyName`"
        help "name the property that tells the variants apart (OpenAPI 3.1 section 4.8.25)";

    /// A response without a description.
    "SW0370" Note MissingDescription {}
        "the response has no `description`"
        help "add one: it becomes documentation (required up to OpenAPI 3.1, section 4.8.17)";

    /// A server variable without a default.
    "SW0371" Note MissingDefault { name: String }
        "the server variable `{name}` has no `default`"
        help "add one (OpenAPI 3.1 section 4.8.6): the first value of its `enum` is used, or nothing";

    // References.

    /// A reference that does not resolve.
    "SW0401" Fault UnresolvedReference { reference: String, reason: String, hint: Hint }
        "cannot resolve `$ref` `{reference}`: {reason}"
        help "{hint}correct the reference, or add what it refers to";

    /// References that refer only to each other.
    "SW0402" Fault ReferenceLoop { reference: String }
        "circular `$ref` `{reference}`"
        help "one of the references must resolve to an object";

    /// A reference in the place of something that cannot be one.
    "SW0403" Warning ReferenceInPlace { object: String }
        "`{object}` cannot be replaced by a `$ref`"
        help "it is followed all the same; bundle the document, or write the content here (OpenAPI 3.1 section 4.8)";

    /// Keywords beside a reference.
    "SW0404" Note BesideReference { keyword: String }
        "`{keyword}` beside `$ref` has no effect"
        help "beside a `$ref` only `summary` and `description` count (OpenAPI 3.1 section 4.8.23), and annotations in a schema before OpenAPI 3.1: change what it refers to, write it here, or combine both by `allOf`";

    /// A reference in place of prose.
    "SW0405" Warning ProseReference { keyword: String }
        "`{keyword}` must be a string, and here it is a `$ref`: the prose is left out"
        help "write it here, or bundle the document: no version of OpenAPI has references in place of strings";

    /// A pointer that continues behind a `$ref`.
    "SW0406" Note PassedReference { passed: String, target: String }
        "the reference passes through another one: `{passed}`"
        help "it is followed all the same; refer to `{target}` itself, since a JSON Pointer is evaluated in the document as it is written (RFC 6901 section 4)";

    // Schemas.

    /// A word that is not a JSON type.
    "SW0501" Fault UnknownType { word: String }
        "unknown type `{word}`"
        help "use null, boolean, integer, number, string, array or object";

    /// Schemas that apply to the same value contradict each other.
    "SW0502" Warning ContradictoryTypes {}
        "no value satisfies all the schemas that apply here"
        help "correct their types or enumerations: the value is read and sent as any JSON value";

    /// `required` names what is not declared.
    "SW0503" Warning UndeclaredRequired { name: String, hint: Hint }
        "`required` names `{name}`, but there is no such property"
        help "{hint}declare the property: without it, `{name}` is neither sent nor read";

    /// A value is twice in `enum`.
    "SW0504" Warning DuplicateEnumValue {}
        "duplicate value in `enum`"
        help "remove one of the two (JSON Schema Validation section 6.1.2)";

    /// An enumeration without values.
    "SW0505" Warning EmptyEnum {}
        "`enum` has no values, so no value would be valid"
        help "list the values, or remove `enum`: it is ignored";

    /// A value of `enum` has another type than the schema.
    "SW0506" Warning EnumValueType { value: String, ty: &'static str }
        "the value {value} of `enum` does not have the type `{ty}` of its schema"
        help "quote or unquote it: it is read as `{ty}`";

    /// Several `oneOf` or `anyOf` of one schema, or one beside keywords that its variants cannot share.
    "SW0507" Warning SeveralUnions {}
        "cannot express several `oneOf`/`anyOf` of one schema as a Rust type"
        help "the value is read and sent as any JSON value, and checked before it is sent";

    /// A discriminator mapping that names no schema.
    "SW0508" Fault UnresolvedMapping { target: String, hint: Hint }
        "the discriminator mapping names `{target}`, which is not a schema"
        help "{hint}use the name of a component or a reference (OpenAPI 3.1 section 4.8.25.3)";

    /// A schema that consists of references to itself.
    "SW0509" Warning EndlessAlias {}
        "this schema refers only to itself"
        help "declare its type, such as `object`: the value is read and sent as any JSON value";

    /// More schemas in `allOf` than any real document has.
    "SW0510" Warning EndlessMerge { limit: usize }
        "more than {limit} schemas are combined by `allOf`"
        help "write one schema with their properties: the other schemas are left out";

    /// Limits that no value keeps.
    "SW0511" Warning ImpossibleLimits { lower: String, upper: String }
        "no value keeps both `{lower}` and `{upper}`"
        help "correct one of the two: neither is checked";

    /// More combinations of dynamic anchors than any real document has.
    "SW0512" Warning DynamicBudget { limit: usize }
        "what `$dynamicRef` means takes more than {limit} nodes to write out"
        help "bind fewer anchors: here and in further schemas it is read as `$ref`";

    /// Types within types, deeper than the compiler follows them.
    "SW0516" Warning DeepType { limit: usize }
        "types are nested more than {limit} levels deep here, which is as far as the compiler follows them"
        help "nest less: what is deeper is read and sent as any JSON value";

    /// Types that lead to each other, farther than the compiler follows them by itself.
    "SW0523" Note DeepCircle { types: usize }
        "{types} types lead to each other here, over more levels than the compiler follows by itself"
        help "a crate that needs one of them to be `Send`, for `tokio::spawn` or a handler of a server, may have to say `#![recursion_limit = \"256\"]`; a generated package says it for itself";

    /// A type of more parts than the compiler takes.
    "SW0519" Warning WideType { what: &'static str, limit: usize }
        "more than {limit} {what}, which is more than the compiler takes"
        help "divide the schema: it is read and sent as any value of its kind";

    /// A schema by which no value is valid.
    "SW0513" Warning NeverValid { reason: String }
        "no value is valid here: {reason}"
        help "correct the schema: it is read as it is, so nothing that it describes can be sent";

    /// A keyword about values of another type.
    "SW0514" Note IdleKeyword { keyword: String, ty: String }
        "`{keyword}` says nothing about a value of type `{ty}`"
        help "remove it, or correct `type`";

    /// A discriminator that tells nothing apart.
    "SW0515" Note IdleDiscriminator { property: String }
        "the discriminator `{property}` has no effect: no schema extends this one, and it lists no alternatives"
        help "list the alternatives by `oneOf`, or extend the schema by `allOf` (OpenAPI 3.1 section 4.8.25)";

    /// A schema of an item that no array has.
    "SW0517" Note IdleItem { most: u64 }
        "no array has an item here, since it has at most {most} (`maxItems`)"
        help "remove it, or correct `maxItems`";

    /// A choice that is one of its own alternatives.
    "SW0518" Note SelfChoice {}
        "a choice that lists itself says nothing by that"
        help "remove this alternative";

    /// An example that its own schema does not allow.
    "SW0520" Note ContradictoryExample { reason: String }
        "the example contradicts its schema: {reason}"
        help "correct the example or the schema: the example does not become a test of the client";

    /// An example that is not compared with anything.
    "SW0522" Note UncheckedExample { reason: String }
        "the example is not checked: {reason}"
        help "give a JSON example beside it if it has to become a test of the client";

    /// A schema that means a type without naming it.
    "SW0530" Note ImpliedType { ty: &'static str, keyword: &'static str }
        "the schema has `{keyword}` and no `type`: it is read as {ty}"
        help "add `type`: by JSON Schema, values of every other type are valid too";

    /// What a schema says about XML.
    "SW0531" Note XmlUnused { xml: String }
        "`xml` is not part of the client: `{xml}`"
        help "an XML body is sent and received as a string: these names have to be written and read by hand";

    /// A component that nothing uses.
    "SW0533" Note UnusedSchema { name: String }
        "no operation sends or receives the schema `{name}` by itself, so it has no type"
        help "remove it, refer to it, or keep it with `select.types` in the settings";

    /// A limit of moments where there is no moment, or none that a type has.
    "SW0534" Warning IdleAhead { reason: &'static str }
        "`x-min-ahead` is not checked: {reason}"
        help "write it beside `type: integer` and such a `format`, where the property or parameter is declared";

    /// A direction of what is not a property.
    "SW0535" Note IdleDirection { keyword: &'static str }
        "`{keyword}` has no effect here: it is about properties of objects"
        help "remove it: a parameter is always sent, and a header or body travels one way only";

    /// Null as a value that the type does not have.
    "SW0536" Note ListedNull {}
        "`enum` lists null, and `type` does not have it: the value may be null"
        help "add `null` to `type` (before OpenAPI 3.1: `nullable: true`), or remove it from `enum`";

    /// Examples and defaults that take too long to be compared with their schemas.
    "SW0537" Note UncomparedValues { values: &'static str, limit: usize }
        "{values} not compared with the schema: that takes more than {limit} steps"
        help "give fewer examples, or shorter ones: no test of the client is made of what is not compared";

    /// A default that its own schema does not allow.
    "SW0521" Warning ContradictoryDefault { reason: String }
        "the default contradicts its schema: {reason}"
        help "correct the default or the schema: the default is documentation only";

    /// A response example that a client cannot read.
    "SW0529" Warning UnreadableExample { reason: String, actions: String }
        "a response like this example fails to decode: {reason}"
        help "correct the example or the schema, for instance by an overlay: {actions}";

    // Operations.

    /// A header parameter is a credential.
    "SW0601" Note CredentialHeader { name: String }
        "the header parameter `{name}` is a credential: it is set once on the client"
        help "declare it as a security scheme, or list other names under `credentials.headers` in the settings";

    /// A parameter of the path template that is not declared.
    "SW0602" Warning UndeclaredPathParameter { name: String }
        "undeclared path parameter `{name}`"
        help "declare it with `in: path`: it is read as a string";

    /// A path parameter that the template does not have.
    "SW0603" Warning StrayPathParameter { name: String }
        "the path has no `{{{name}}}`, so the parameter `{name}` cannot be sent"
        help "add it to the path, or remove it: it is left out";

    /// An invalid status code.
    "SW0604" Warning UnknownStatus { key: String, hint: Hint }
        "`{key}` is not a status code: its response is read as `default`, or left out if there is one"
        help "{hint}use a code such as `404`, a range such as `4XX`, or `default`";

    /// A style that does not fit.
    "SW0605" Warning UnusableStyle { style: String, location: String }
        "the style `{style}` is not defined for {location} parameters"
        help "see the table of styles (OpenAPI 3.1 section 4.8.12.2.3): the default style is used";

    /// A security requirement names a scheme that does not exist.
    "SW0606" Fault UndefinedScheme { key: String, hint: Hint }
        "undeclared security scheme `{key}`"
        help "{hint}declare it in `components.securitySchemes`";

    /// Pagination that cannot work as declared.
    "SW0607" Warning UnusablePagination { reason: String }
        "the operation cannot be paginated: {reason}"
        help "correct `pagination` in the settings, or the extension: the operation has no pages";

    /// A header of a part that cannot be set.
    "SW0608" Warning PartHeader { header: String, property: String }
        "the header `{header}` of the part `{property}` cannot be set: the part is not a file"
        help "declare the property as a file (`format: binary`), whose part takes any header: it is sent without";

    /// A security scheme that no operation requires.
    "SW0609" Warning UnusedScheme { key: String }
        "no operation requires the security scheme `{key}`"
        help "say with `security` which operations need it: it is sent, if it is set, with those that have no `security` at all";

    /// Two paths that differ only in the names of their parameters.
    "SW0610" Warning TwinPath { path: String, other: String }
        "the path `{path}` is the same as `{other}`: only the names of the parameters differ"
        help "keep one of the two, or tell them apart (OpenAPI 3.1 section 4.8.8): both are generated, and the server decides";

    /// A variable of a server URL that is not declared.
    "SW0611" Warning UndeclaredServerVariable { name: String }
        "undeclared server variable `{name}`"
        help "declare it under `variables` with a `default` (OpenAPI 3.1 section 4.8.5): without one it is empty until it is set";

    /// A server variable that the URL does not have.
    "SW0612" Warning StrayServerVariable { name: String }
        "the URL of the server has no `{{{name}}}`, so the variable `{name}` has no effect"
        help "add it to the URL, or remove it: it is left out";

    /// A query or a fragment where only a path can be.
    "SW0613" Note PathPart { part: String, effect: &'static str }
        "a path has neither query nor fragment, but this one has `{part}`: {effect}"
        help "declare query parameters with `in: query`, and leave fragments out: servers do not see them (OpenAPI 3.1 section 4.8.8)";

    /// Security of the document where each operation has its own.
    "SW0614" Note IdleSecurity {}
        "`security` of the document applies to no operation"
        help "remove it, or the `security` of operations that need no other credentials";

    /// A parameter of a path that each of its operations declares itself.
    "SW0615" Note OverriddenParameter { name: String }
        "every operation of the path declares `{name}` itself, so this parameter is not used"
        help "remove one of the declarations (OpenAPI 3.1 section 4.8.9): those of the operations are used";

    /// A path without operations.
    "SW0616" Note EmptyPath { path: String }
        "the path `{path}` has no operations, so nothing of it is in the client"
        help "add an operation, or remove the path";

    /// The URL of a server that is more than a prefix of paths.
    "SW0617" Warning ServerUrlPart { part: String }
        "the URL of a server has neither query nor fragment, but this one has `{part}`: a client cannot use it"
        help "leave it out: paths are appended to the URL (OpenAPI 3.1 section 4.8.5); declare query parameters with `in: query`";

    /// A part of a multipart body of which nothing is known.
    "SW0618" Note UntypedPart { name: String }
        "the part `{name}` has no type, so it is a file"
        help "add a `type` to its schema, or to that of its items (OpenAPI 3.1 section 4.8.15.1.1)";

    /// A media type that says the same as another one.
    "SW0619" Note RepeatedContent { media_type: String, other: String }
        "`{media_type}` has the schema of `{other}`, so a client sends that"
        help "remove it, unless other clients need it";

    /// An extension that does not say when something has ended.
    "SW0620" Warning UnusablePolling { reason: String }
        "`x-polling` cannot be used: {reason}"
        help "`status` is a JSON pointer into the response, such as `/data/status`, and `done` and `failed` are lists of its end values; the operation has no `until_done`";

    /// An extension that does not say how a webhook is signed.
    "SW0621" Warning UnusableSignature { reason: String }
        "`x-webhook-signature` cannot be used: {reason}"
        help "it is `standard`, or an object that names the `header` and, where these differ from the body in hexadecimal digits, `prefix`, `encoding`, `content` and where the time and the id are; the client has no `receive` for what it is about";

    /// A path parameter that does not say that it is required.
    "SW0630" Note OptionalPathParameter { name: String }
        "the path parameter `{name}` does not have `required: true`"
        help "add it (OpenAPI 3.1 section 4.8.12.2): a path without it is another path, so it is required all the same";

    /// A parameter or header of which nothing is known.
    "SW0631" Note UntypedParameter { name: String }
        "`{name}` has no type"
        help "add a `schema` with a `type`: it is a string";

    /// A link between operations.
    "SW0632" Note LinkNotFollowed { name: String, link: String }
        "the client does not follow the link `{name}`: `{link}`"
        help "call the operation that it names with the values of the response";

    /// A tag that groups nothing.
    "SW0633" Note UnusedTag { name: String }
        "no operation has the tag `{name}`"
        help "add the tag to operations, or remove it";

    /// An authentication scheme that needs more than a header.
    "SW0634" Note ForeignScheme { scheme: String }
        "the client does not compute credentials of the HTTP authentication scheme `{scheme}`"
        help "give the whole value that follows the name of the scheme; for schemes with challenges, such as Digest, use a transport of your own";

    /// A body that has to be there because of its schema.
    "SW0635" Note ImpliedRequired {}
        "the body has required properties, so it is required"
        help "say `required`: without it the standard lets a request have no body (OpenAPI 3.1 section 4.8.13)";

    /// The schema of what is not a document of values.
    "SW0636" Note RawContent { media_type: String, schema: String }
        "`{media_type}` is sent and received as it is, whatever its schema says: `{schema}`"
        help "encode and decode it by hand, or document a media type of JSON beside it";

    /// A header that the client sets or reads by itself.
    "SW0637" Note IgnoredHeader { name: String }
        "the header `{name}` is ignored"
        help "it follows from the media types of the bodies (OpenAPI 3.1 sections 4.8.12.2.1 and 4.8.17.1)";

    /// A security scheme that does not say how the credential is sent.
    "SW0638" Note IncompleteScheme { keyword: &'static str, read: String }
        "the security scheme has no `{keyword}`: it is read as `{read}`"
        help "add it (OpenAPI 3.1 section 4.8.27)";

    /// Content of a response that has none.
    "SW0639" Note HeadContent {}
        "a response to HEAD has no body, so its `content` has no effect"
        help "remove it: the headers of the response are in the client (RFC 9110 section 9.3.2)";

    /// Events of one stream that have different data.
    "SW0640" Note MixedEvents {}
        "the events of this stream have different data, which are read as strings"
        help "read them by the name of the event, or describe all of them by one schema";

    /// Prose of a component that no reader of the client sees.
    "SW0648" Note OverriddenProse { keyword: &'static str }
        "`{keyword}` is never shown: every reference to this object has its own"
        help "remove it here, or at the references";

    /// Servers of which the compiler takes no more.
    "SW0649" Warning WideServers { what: &'static str, limit: usize }
        "more than {limit} {what}, which is more than the compiler takes"
        help "leave some out: what is beyond the limit is set as the base URL, and a variable has any value";

    /// A component that nothing refers to.
    "SW0641" Note UnusedComponent { section: String, name: String }
        "nothing that the client has refers to `{name}` of `{section}`, so it is not part of the client"
        help "remove it, or refer to it";

    /// Encodings of parts without a name.
    "SW0642" Note PartEncoding { keyword: &'static str, encoding: String }
        "`{keyword}` is not part of the client: `{encoding}`"
        help "parts of this kind are put together by hand: give them these media types and headers";

    /// A parameter with several media types.
    "SW0643" Warning SeveralContents { name: String, media_type: String }
        "the `content` of `{name}` must be one media type: `{media_type}` is ignored"
        help "remove it (OpenAPI 3.1 section 4.8.12.2.2)";

    /// A parameter with a schema and a media type.
    "SW0644" Warning SchemaBesideContent { name: String }
        "`{name}` has both `schema` and `content`: the schema in `content` is ignored"
        help "remove one of the two (OpenAPI 3.1 section 4.8.12.2)";

    /// An encoding of a property that the body does not have.
    "SW0645" Warning StrayEncoding { property: String, hint: Hint }
        "`encoding` names `{property}`, but the body has no such property"
        help "{hint}correct the name, or remove it (OpenAPI 3.1 section 4.8.14)";

    /// A part of an encoding that a media type does not have.
    "SW0646" Note IdleEncoding { keyword: &'static str, media_type: String }
        "`{keyword}` has no effect on a body of `{media_type}`"
        help "remove it: `encoding` is about multipart bodies, `style` and what belongs to it about forms, `headers` about parts (OpenAPI 3.1 section 4.8.15)";

    /// More parts of one operation than any server offers.
    "SW0647" Warning WideOperation { what: &'static str, limit: usize }
        "this operation has more than {limit} {what}"
        help "document fewer, media types by a range such as `image/*`: this one and those behind it are left out, and headers of a response can be read by their names";

    /// A failure whose media type is that of the success.
    "SW0651" Note AssumedJson { media_type: String }
        "`{media_type}` cannot be what the schema of this failure says: it is read as JSON"
        help "document the failure as `application/json`: generators of documents give it the media type of the success";

    /// Credentials for one place.
    "SW0652" Warning OnePlace { first: String, second: String, place: String }
        "`{first}` and `{second}` are required together, and both are {place}, which has room for one: only `{second}` is sent"
        help "require one of the two, or make them alternatives: two items of `security` (OpenAPI 3.1 section 4.8.30)";

    /// A header parameter whose name no header can have.
    "SW0653" Warning HeaderName { name: String }
        "`{name}` cannot be the name of a header, so this parameter is left out"
        help "use letters, digits and hyphens (RFC 9110 section 5.1)";

    /// A required body without a media type.
    "SW0654" Warning EmptyContent {}
        "this body is required, and its `content` has no media type: nothing can be sent"
        help "add the media type of the body (OpenAPI 3.1 section 4.8.13.1)";

    /// The media type of a value that has a style.
    "SW0655" Note StyledContentType { keyword: &'static str }
        "`contentType` has no effect beside `{keyword}`"
        help "remove one of the two: a value with a style is text, not of a media type (OpenAPI 3.1.1 section 4.8.15.1.2)";

    /// A default of a server variable that is not one of its values.
    "SW0656" Warning StrayServerDefault { default: String }
        "the default `{default}` is not one of the values of `enum`"
        help "add it there, or use one of the values (OpenAPI 3.1 section 4.8.6.1); until then it is used as it is";

    /// A link that names no operation.
    "SW0657" Warning StrayLink { name: String, reason: String, link: String, hint: Hint }
        "the link `{name}` names no operation: {reason}: `{link}`"
        help "{hint}correct it, or remove it (OpenAPI 3.1 section 4.8.20); the client follows no links";

    /// More parameters in one path than a URL has place for.
    "SW0658" Warning WidePath { limit: usize }
        "this path has more than {limit} parameters"
        help "take them as parameters of the query, or as the body: the operations of this path are left out";

    /// The generator made something that is not Rust.
    "SW0690" Error Unprintable { reason: String }
        "the generator could not print the client: {reason}"
        help "this is a bug of the generator: please report it with the document";

    /// A client that would be larger than any that a compiler takes.
    "SW0691" Error TooMuchCode { limit: usize }
        "the client would have more than {limit} bytes"
        help "generate a part of the API: `tags`, `paths` or `operations` under `[select]` in the settings";

    /// Parts that references share, in a product with those that refer to them.
    "SW0692" Error SharedTooOften { limit: usize }
        "with what is shared written at each of its uses, the document has more than {limit} parts"
        help "the parts of a component are those of every operation that refers to it, and `security` and the parameters of a path those of every operation of it: write what few operations need there only";

    // Settings and names.

    /// An unknown setting.
    "SW0701" Error UnknownSetting { key: String, known: String, hint: Hint }
        "unknown setting `{key}`"
        help "{hint}known settings: {known}";

    /// A setting of the wrong type.
    "SW0702" Error SettingType { key: String, expected: &'static str, found: String }
        "the setting `{key}` must be {expected}, not {found}"
        help "write {expected}, or leave it out: every setting has a default";

    /// A setting with an invalid value.
    "SW0703" Error InvalidSetting { key: String, reason: String }
        "invalid setting `{key}`: {reason}"
        help "correct it, or leave it out: every setting has a default";

    /// A setting for a part of the document that does not exist.
    "SW0704" Error UnmatchedSetting { key: String, hint: Hint }
        "the setting `{key}` matches nothing in the document"
        help "{hint}correct the name, or remove the setting";

    /// A Rust type that the document asks for and the settings do not allow.
    "SW0705" Warning UnlistedType { ty: String }
        "the Rust type `{ty}` of the document is not used: it is not of a crate that the settings list"
        help "list the crate under `dependencies` in the settings, and name the type by its full path: the type of the schema is used";

    /// An allowance of the settings that nothing needs.
    "SW0706" Warning IdleAllowance { rule: String }
        "`diagnostics.allow` has `{rule}`, but nothing of that kind was met"
        help "remove it from the settings: it would hide the next one";

    /// A setting by a name that several parts of the document have.
    "SW0707" Error AmbiguousSetting { key: String, places: String }
        "the setting `{key}` names several operations: {places}"
        help "name them by method and path, such as `GET /pets`: an `operationId` must be unique (OpenAPI 3.1 section 4.8.10.1)";

    /// A trait is to be derived for a type that holds something without it.
    "SW0708" Error Underivable { name: &'static str, ty: String, pointer: String, what: &'static str }
        "`{name}` cannot be derived for `{ty}`: `{pointer}` is {what}"
        help "leave `{name}` out, or use another type for that schema (`types` in the settings)";

    /// A schema of a shared file that the other crate does not have.
    "SW0709" Error UnsharedSchema { krate: String }
        "the crate `{krate}` has no type for this schema"
        help "generate that crate again from this edition of the file: `surface.json` lists its types";

    /// A shared type that is not what the file says.
    "SW0710" Error SharedTypeDiffers { krate: String, change: String }
        "the crate `{krate}` has another type for this schema; there, {change}"
        help "generate that crate again from this edition of the file, and give both clients the same settings";

    /// A name of which only a part is used in Rust.
    "SW0711" Note LongName { name: String, rust: String }
        "`{name}` has more letters than a name in Rust should have, where it is `{rust}`"
        help "choose a name by `x-rust-name`, or under `[rename]` in the settings; what is sent and read is the whole name";

    // Patterns.

    /// A pattern that is not a regular expression of ECMA-262.
    "SW0801" Warning InvalidPattern { pattern: String, reason: String }
        "invalid pattern `{pattern}`: {reason}"
        help "correct it (ECMA-262 section 22.2): it is not checked";

    /// A pattern that no string matches.
    "SW0802" Warning ImpossiblePattern { pattern: String }
        "no string matches the pattern `{pattern}`"
        help "correct it: it is not checked";

    /// A pattern that needs a regular expression engine.
    "SW0803" Note EnginePattern { pattern: String, reason: String }
        "the pattern `{pattern}` needs a regular expression engine: {reason}"
        help "it is checked with the Cargo feature `regress` of the generated package, or of specwright-runtime";

    /// A pattern that every string matches.
    "SW0804" Note IdlePattern { pattern: String }
        "every string matches the pattern `{pattern}`"
        help "remove it, or anchor it with `^` and `$`: a pattern may match anywhere in the string";

    /// A pattern of another dialect of regular expressions.
    "SW0805" Warning ForeignPattern { pattern: String, construct: String }
        "the pattern `{pattern}` is not written as ECMA-262 does: {construct}"
        help "write it without (JSON Schema Core 2020-12 section 6.4): it is checked as it was meant, but other tools read it to the letter";

    /// A value of `enum` that violates another keyword of the same schema.
    "SW0806" Warning EnumValueRule { value: String, rule: String }
        "the value `{value}` of `enum` violates `{rule}`"
        help "correct one of the two: all keywords of a schema apply, so the value is left out";
}
