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

    /// Pages that are to become one document are of several.
    "SW0204" Fault PagesOfSeveralSources { first: String, other: String }
        "this block is taken from `{other}`, and the first one from `{first}`"
        help "import the pages of each document by themselves";

    /// Two pages say different things about the same part of the document.
    "SW0205" Fault PagesDisagree { pointer: String }
        "the pages disagree about `{pointer}`"
        help "fetch both pages again: one of them is older than the other";

    /// An overlay of a version that does not exist.
    "SW0211" Error OverlayVersion { version: String }
        "there is no version `{version}` of the Overlay Specification"
        help "write `overlay: 1.0.0` or `overlay: 1.1.0`";

    /// A required field of an overlay.
    "SW0212" Error OverlayMissing { name: &'static str }
        "the required field `{name}` is missing"
        help "add `{name}` here (Overlay Specification, section \"Schema\")";

    /// A field of an overlay has the wrong type.
    "SW0213" Error OverlayType { name: &'static str, expected: &'static str, found: &'static str }
        "the {name} of an overlay must be {expected}, not {found}"
        help "give {expected} here (Overlay Specification, section \"Schema\")";

    /// A field that the standard does not have.
    "SW0214" Warning OverlayUnknown { name: String }
        "overlays of this version have no field `{name}` here; it is ignored"
        help "correct its name, or begin it with `x-`";

    /// An overlay without actions.
    "SW0215" Error OverlayEmpty {}
        "the array of actions must contain at least one value"
        help "add an action, or do without the overlay";

    /// A target is no JSONPath query.
    "SW0216" Error OverlayTarget { reason: String }
        "this is no JSONPath query: {reason}"
        help "write a query of RFC 9535, such as `$.paths['/pets'].get`";

    /// A target matches nothing.
    "SW0217" Fault OverlayNoMatch { target: String }
        "the target `{target}` selects nothing in the document"
        help "the document may have changed: correct the target, or remove the action";

    /// An action selects nodes that cannot be updated alike.
    "SW0218" Fault OverlayMixedTargets {}
        "the target selects nodes of different kinds"
        help "select either objects, or arrays, or primitive values only";

    /// An update does not fit its target.
    "SW0219" Fault OverlayIncompatible { name: String, target: &'static str, update: &'static str }
        "`{name}` is {target} and cannot be updated with {update}"
        help "give {target} here, or remove the target in an action before this one";

    /// The document itself is the target of a removal.
    "SW0220" Fault OverlayRemoveRoot {}
        "the document itself cannot be removed"
        help "select a part of the document";

    /// An action that does nothing.
    "SW0221" Fault OverlayNoChange {}
        "the action has none of `update`, `remove: true` and `copy`"
        help "say what to do with the target, or remove the action; `copy` needs `overlay: 1.1.0`";

    /// An action with two changes.
    "SW0222" Fault OverlayUpdateAndCopy {}
        "`update` and `copy` have no impact beside each other"
        help "make two actions of it";

    /// A copy must have one source.
    "SW0223" Fault OverlayCopySource { count: usize }
        "`copy` must select a single node, but selects {count}"
        help "write a query that selects exactly the node to copy";

    /// The overlay was written for another document.
    "SW0224" Note OverlayExtends { wanted: String }
        "the overlay was written for `{wanted}`, and is applied to another document"
        help "correct `extends`, or leave it out";

    // The document's structure.

    /// The file is a document of another kind.
    "SW0301" Error NotOpenApi { found: String }
        "this is not an OpenAPI document but {found}"
        help "give the OpenAPI document, which begins with `openapi: 3.x.y` or `swagger: \"2.0\"`";

    /// Neither `openapi` nor `swagger` says which version this is.
    "SW0302" Error MissingVersion {}
        "the document does not say which version of OpenAPI it is written in"
        help "add `openapi: 3.1.0` as the first line";

    /// The version is no text.
    "SW0303" Error InvalidVersion { key: &'static str, kind: &'static str }
        "`{key}` is {kind} and not a version"
        help "write a version such as `openapi: 3.1.0`";

    /// A version from before 2.0 or after 3.x.
    "SW0304" Error UnsupportedVersion { version: String }
        "version {version} is not supported"
        help "documents of Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are read; convert the document to one of them";

    /// A minor version that did not exist yet.
    "SW0305" Warning FutureVersion { version: String }
        "OpenAPI {version} is newer than what is known here; it is read as 3.2"
        help "look whether a newer release of the generator knows it";

    /// A keyword of Swagger 2.0 in an OpenAPI 3 document.
    "SW0310" Warning OldKeyword { keyword: &'static str, now: &'static str }
        "`{keyword}` is written here as in Swagger 2.0, but this is an OpenAPI 3 document"
        help "it is read as 2.0 means it; write {now} instead";

    /// A name stands in two maps that become one.
    "SW0311" Warning NameTaken { name: String }
        "`{name}` is already defined in the place that this definition should move to"
        help "rename one of the two; references to each are kept apart";

    /// No `consumes` or `produces` where one is needed.
    "SW0312" Note AssumedMediaType { media_type: &'static str }
        "the document does not say what media type some of its bodies have; they are read as `{media_type}`"
        help "add `consumes` and `produces`";

    /// A `collectionFormat` without a counterpart.
    "SW0313" Warning NoCollectionFormat { format: String }
        "OpenAPI 3 has nothing like `collectionFormat: {format}` in this place; the parameter is a text"
        help "callers join the elements of the array themselves";

    /// Several body parameters.
    "SW0314" Fault SecondBody {}
        "an operation has one body, but this is its second body parameter"
        help "put the members of both into one schema; this one is left out";

    /// Body and form parameters in one operation.
    "SW0315" Fault BodyAndForm {}
        "an operation with a body parameter cannot have form parameters as well"
        help "put all into the body or all into the form; the form parameters are left out";

    /// An entry of `examples` that is keyed by something else than a media type.
    "SW0316" Warning ExampleWithoutMediaType { key: String }
        "the examples of a response are keyed by media type, but `{key}` is none"
        help "write `application/json` (or what applies) as the key; this example is left out";

    /// A `type` that JSON Schema does not have.
    "SW0320" Warning TypeWord { word: String, read: String }
        "`{word}` is no type of JSON Schema; it is read as {read}"
        help "use string, integer, number, boolean, array, object or null";

    /// `required: true` on a property.
    "SW0321" Warning RequiredOnProperty {}
        "`required` is a list of names on the object; here it is a boolean on the property"
        help "the property is read as required; add its name to the object's `required` list";

    /// `required: true` on a schema that is no property.
    "SW0322" Warning RequiredWithoutObject {}
        "`required` is a list of names; the boolean here says nothing"
        help "remove it";

    /// `enum` beside `type: array`.
    "SW0323" Warning EnumOnArray {}
        "this `enum` allows no array at all; it is read as the values that the items may have"
        help "move `enum` into `items`";

    /// A boolean bound without the bound.
    "SW0324" Warning ExclusiveWithoutBound { keyword: &'static str, bound: &'static str }
        "`{keyword}: true` says nothing without `{bound}`"
        help "remove it, or write the bound itself: `{keyword}: 0`";

    /// A flag that is no boolean.
    "SW0325" Warning NotBoolean { keyword: String, kind: &'static str }
        "`{keyword}` is {kind} and not a boolean; it is read as `false`"
        help "write `true` or `false`";

    /// `examples` of a schema that is not a list.
    "SW0326" Warning ExamplesNotList {}
        "`examples` of a schema is a list of values"
        help "what stands here is read as the values; write a list, or `example` for a single one";

    /// A keyword that the standard does not know here.
    "SW0350" Warning UnknownKeyword { object: &'static str, keyword: String }
        "`{keyword}` is no keyword of a {object}"
        help "correct its spelling, or prefix it with `x-` if it is an extension: it has no effect";

    /// A keyword has a value of the wrong type.
    "SW0351" Fault IllTyped { keyword: String, expected: &'static str, found: &'static str }
        "`{keyword}` must be {expected}, and here it is {found}"
        help "without the right type the keyword has no meaning";

    /// A parameter without `name` or `in`.
    "SW0352" Fault IncompleteParameter {}
        "a parameter needs a `name` and a place (`in`)"
        help "add both (OpenAPI 3.1 section 4.8.12)";

    /// A parameter in no known place.
    "SW0353" Fault UnknownParameterLocation { location: String }
        "`{location}` is no place for a parameter"
        help "use `path`, `query`, `header` or `cookie`";

    /// Two parameters with the same name and place.
    "SW0354" Warning DuplicateParameter { name: String }
        "the parameter `{name}` is declared twice in the same place"
        help "remove one: the later one counts";

    /// Two operations with the same `operationId`.
    "SW0355" Warning DuplicateOperationId { id: String }
        "another operation has the operationId `{id}`"
        help "give each operation an id of its own: method and path are used to tell the two apart";

    /// A security scheme of unknown type.
    "SW0356" Fault UnknownSecurityScheme { key: String, kind: String }
        "the security scheme `{key}` has the unknown type `{kind}`"
        help "use `apiKey`, `http`, `oauth2`, `openIdConnect` or `mutualTLS`";

    /// A discriminator without its property.
    "SW0357" Fault DiscriminatorWithoutProperty {}
        "a discriminator needs a `propertyName`"
        help "name the property that tells the members apart (OpenAPI 3.1 section 4.8.25)";

    // References.

    /// A reference that leads nowhere.
    "SW0401" Fault UnresolvedReference { reference: String, reason: String }
        "the reference `{reference}` leads nowhere: {reason}"
        help "correct the reference, or add what it names";

    /// References that lead back to themselves.
    "SW0402" Fault ReferenceLoop { reference: String }
        "the reference `{reference}` leads back to itself"
        help "one of the references must lead to an object";

    // Schemas.

    /// A word that is no JSON type.
    "SW0501" Fault UnknownType { word: String }
        "`{word}` is no type of JSON Schema"
        help "use null, boolean, integer, number, string, array or object";

    /// Schemas that hold together contradict each other.
    "SW0502" Warning ContradictoryTypes {}
        "no value satisfies all the schemas that hold together here"
        help "correct their types or enumerations: the value is read and sent as any JSON value";

    /// `required` names what is not declared.
    "SW0503" Warning UndeclaredRequired { name: String }
        "`required` names `{name}`, which no property declares"
        help "declare the property: until then it can neither be sent nor read";

    /// A value stands twice in `enum`.
    "SW0504" Warning DuplicateEnumValue {}
        "the value stands twice in this enumeration"
        help "remove one of the two (JSON Schema Validation section 6.1.2)";

    /// An enumeration without values.
    "SW0505" Warning EmptyEnum {}
        "the enumeration has no values, so nothing would satisfy it"
        help "list the values, or remove `enum`: it has no effect";

    /// A value of `enum` has another type than the schema.
    "SW0506" Warning EnumValueType { value: String, ty: &'static str }
        "the value {value} is not of the type `{ty}` that the schema names"
        help "quote or unquote it: it is read as `{ty}`";

    /// Several choices that hold together, or a choice beside what no member can share.
    "SW0507" Warning SeveralUnions {}
        "several choices hold together here, which no single type expresses"
        help "the value is read and sent as any JSON value, and checked before it is sent";

    /// A discriminator mapping that names no schema.
    "SW0508" Fault UnresolvedMapping { target: String }
        "the discriminator mapping names `{target}`, which is no schema"
        help "use the name of a component or a reference (OpenAPI 3.1 section 4.8.25.3)";

    /// A name for a type that is made of nothing but itself.
    "SW0509" Warning EndlessAlias {}
        "this schema is made of nothing but itself"
        help "give it a type of its own, such as an object: it is read and sent as any JSON value";

    /// More schemas hold together than anybody would write.
    "SW0510" Warning EndlessMerge { limit: usize }
        "more than {limit} schemas hold together here"
        help "write one schema with their members: what the others say is left out";

    /// An example that its own schema does not allow.
    "SW0520" Note ContradictoryExample { reason: String }
        "the example contradicts its schema: {reason}"
        help "correct the example or the schema; until then the example is no test of the client";

    // Operations.

    /// A header parameter is a credential.
    "SW0601" Note CredentialHeader { name: String }
        "the header parameter `{name}` carries a credential: it is set once on the client"
        help "declare it as a security scheme, or list other names under `credentials.headers` in the settings";

    /// The path template has a name that is not declared.
    "SW0602" Warning UndeclaredPathParameter { name: String }
        "the path has the parameter `{name}`, which is not declared"
        help "declare it with `in: path`: it is read as a string";

    /// A path parameter that the template does not have.
    "SW0603" Warning StrayPathParameter { name: String }
        "the path has no `{{{name}}}`, so the parameter `{name}` cannot be sent"
        help "add it to the path, or remove it: it is left out";

    /// A status that is none.
    "SW0604" Warning UnknownStatus { key: String }
        "`{key}` is no status of its own"
        help "use a code, a range such as `4XX`, or `default`";

    /// A style that does not fit.
    "SW0605" Warning UnusableStyle { style: String, location: String }
        "the style `{style}` is not defined for {location} parameters"
        help "see the table of styles (OpenAPI 3.1 section 4.8.12.2.3): the default style is used";

    /// A requirement names a scheme that does not exist.
    "SW0606" Fault UndefinedScheme { key: String }
        "the security requirement names `{key}`, which is not declared"
        help "declare it in `components.securitySchemes`";

    /// Pages that cannot be followed as declared.
    "SW0607" Warning UnusablePagination { reason: String }
        "this result cannot be read page by page: {reason}"
        help "correct `pagination` in the settings or the extension: the operation is called page by page by hand";

    /// Headers of a part that nobody can set.
    "SW0608" Warning PartHeaders { property: String }
        "the headers of the part `{property}` cannot be set: it is no file"
        help "make the property a file (`format: binary`), whose part takes any header: it is sent without them";

    /// The generator made something that is no Rust.
    "SW0690" Error Unprintable { reason: String }
        "the generator could not print the client: {reason}"
        help "this is a defect of the generator: please report it with the document";

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

    /// A type that the document asks for and the settings do not allow.
    "SW0705" Warning UnlistedType { ty: String }
        "the type `{ty}` is not taken from the document: its crate is not listed in the settings"
        help "list the crate under `dependencies` in the settings, and name the type by its whole path: the schema's own type is used";

    // Patterns.

    /// A pattern that is no regular expression of ECMA-262.
    "SW0801" Warning InvalidPattern { pattern: String, reason: String }
        "the pattern `{pattern}` is no regular expression: {reason}"
        help "correct it (ECMA-262 section 22.2): until then it is not checked";

    /// A pattern that no text matches.
    "SW0802" Warning ImpossiblePattern { pattern: String }
        "no text matches the pattern `{pattern}`"
        help "correct it: as it is, nothing can be sent here";

    /// A pattern that needs an engine.
    "SW0803" Note EnginePattern { pattern: String, reason: String }
        "the pattern `{pattern}` needs an engine: {reason}"
        help "it is checked with the cargo feature `regress` of the generated package, or of specwright-runtime";

    /// A pattern that every text matches.
    "SW0804" Note IdlePattern { pattern: String }
        "every text matches the pattern `{pattern}`"
        help "remove it, or anchor it with `^` and `$`: a pattern is searched for anywhere in the text";

    /// A pattern written as in JavaScript source.
    "SW0805" Warning DelimitedPattern { pattern: String }
        "the slashes around the pattern `{pattern}` belong to it, so no text matches"
        help "write it without slashes and flags (JSON Schema Core 2020-12 section 6.4)";

    /// A value of an enumeration that breaks another rule of the same string.
    "SW0806" Warning EnumValueRule { value: String, rule: String }
        "the value `{value}` of the enumeration breaks `{rule}`"
        help "correct one of the two: all rules of a schema hold together, so the value is left out";
}
