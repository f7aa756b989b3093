//! The rules: every kind of change between two surfaces, with what it does to programs and to the wire.
//!
//! SOURCE is what becomes of a program that was written for the old client and is compiled with the new one. WIRE is what becomes of
//! the requests and responses where only one side is new:
//!
//! | | request | response |
//! | --- | --- | --- |
//! | `old` client, new API | whatever the old client may send, the new API accepts | whatever the new API may send, the old client reads |
//! | `new` client, old API | whatever the new client may send, the old API accepts | whatever the old API may send, the new client reads |
//!
//! A rule about a schema has both columns, `sent` and `received`: a type that travels both ways has both. Where a column says
//! `Depends`, the two items decide.

/// What becomes of a program that is compiled with the new client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// It compiles and means the same.
    Same,
    /// It does not compile.
    Breaks,
    /// It compiles and means something else: the worst that can happen.
    MeansOther,
}

impl Source {
    /// The word for it in reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Source::Same => "same",
            Source::Breaks => "breaks",
            Source::MeansOther => "means something else",
        }
    }
}

/// A cell of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<T> {
    /// It is always that.
    Is(T),
    /// The two items decide.
    Depends,
}

/// Whether requests and responses work where only one side is new.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Wire {
    /// Whether an old client breaks with the new API.
    pub old_breaks: bool,
    /// Whether a new client breaks with the old API.
    pub new_breaks: bool,
}

impl Wire {
    /// Both of two verdicts.
    #[must_use]
    pub const fn and(self, other: Wire) -> Wire {
        Wire {
            old_breaks: self.old_breaks || other.old_breaks,
            new_breaks: self.new_breaks || other.new_breaks,
        }
    }
}

const WORKS: Wire = wire(false, false);
const OLD: Wire = wire(true, false);
const NEW: Wire = wire(false, true);
const BOTH: Wire = wire(true, true);

const fn wire(old_breaks: bool, new_breaks: bool) -> Wire {
    Wire { old_breaks, new_breaks }
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The stable id.
    pub id: &'static str,
    /// What happened: `{item}` is the new item, `{was}` the old one, `{rust}` the item as Rust has it, `{name}` its Rust name, `{old}` and `{new}` are what differs.
    pub says: &'static str,
    /// What becomes of programs.
    pub source: Cell<Source>,
    /// What becomes of the wire, where the item is sent.
    pub sent: Cell<Wire>,
    /// What becomes of the wire, where the item is received.
    pub received: Cell<Wire>,
}

macro_rules! rules {
    ($($rule:ident $id:literal $says:literal: $source:tt, $sent:tt / $received:tt;)*) => {
        /// A kind of change.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $(
                #[doc = concat!("`", $id, "`: ", $says)]
                $rule,
            )*
        }

        impl Rule {
            /// All of them, in the order of the table.
            pub const ALL: &'static [Rule] = &[$(Rule::$rule),*];

            /// The row of the table.
            pub const fn row(self) -> Row {
                match self {
                    $(Rule::$rule => Row {
                        id: $id,
                        says: $says,
                        source: rules!(@source $source),
                        sent: rules!(@wire $sent),
                        received: rules!(@wire $received),
                    },)*
                }
            }
        }
    };
    (@source Depends) => { Cell::Depends };
    (@source $source:ident) => { Cell::Is(Source::$source) };
    (@wire Depends) => { Cell::Depends };
    (@wire $wire:ident) => { Cell::Is($wire) };
}

rules! {
    OperationAdded "operation-added" "{item} is new": Same, NEW / NEW;
    OperationRemoved "operation-removed" "{item} is gone": Breaks, OLD / OLD;
    OperationRenamed "operation-renamed" "{was} is now called {new}": Breaks, WORKS / WORKS;
    OperationNameTaken "operation-name-taken" "`{name}` now calls {new}; it called {old}, which has another name now": Depends, WORKS / WORKS;
    OperationMoved "operation-moved" "`{name}` now calls {new}; it called {old}": Depends, BOTH / BOTH;
    OperationFeature "operation-feature-changed" "{item} needs one of the Cargo features {new}; it needed {old}": Depends, WORKS / WORKS;
    OperationSecurity "security-changed" "{item} needs the credentials {new}; it needed {old}": Same, Depends / Depends;
    OperationServers "operation-servers-changed" "{item} is sent to {new}; it was sent to {old}": Same, Depends / Depends;
    OperationSuccess "success-type-changed" "{item} returns {new}; it returned {old}": Breaks, WORKS / WORKS;
    OperationPages "pages-changed" "the pages of {item} have items of type {new}; it was {old}": Depends, WORKS / WORKS;
    OperationEnds "ends-changed" "`until_done` of {item} ends with {new}; it ended with {old}": Depends, WORKS / WORKS;
    ArgumentsReordered "arguments-reordered" "{item} takes ({new}); it took ({old})": Depends, WORKS / WORKS;

    ParameterAdded "parameter-added" "{item} is new": Depends, WORKS / WORKS;
    ParameterAddedRequired "parameter-added-required" "{item} is new and required": Depends, OLD / OLD;
    ParameterRemoved "parameter-removed" "{item} is gone": Depends, Depends / Depends;
    ParameterRequired "parameter-became-required" "{item} became required": Depends, OLD / OLD;
    ParameterOptional "parameter-became-optional" "{item} became optional": Depends, NEW / NEW;
    ParameterMoved "parameter-moved" "{was} goes into the {new} now": Depends, BOTH / BOTH;
    ParameterPathName "path-parameter-renamed" "{item} has another name in the path template: {new}; it was {old}": Depends, WORKS / WORKS;
    ParameterWireName "parameter-means-other" "{rust} now sends {new}; it sent {old}": Depends, BOTH / BOTH;
    ParameterRenamed "parameter-renamed" "{was} is now called {new}": Depends, WORKS / WORKS;
    ParameterStyle "parameter-style-changed" "{item} is written as {new}; it was {old}": Same, BOTH / BOTH;
    ParameterType "parameter-type-changed" "{item} has the type {new}; it was {old}": Depends, Depends / Depends;

    BodyType "body-type-changed" "{item} has the type {new}; it was {old}": Depends, WORKS / WORKS;
    RequestAdded "request-media-type-added" "{item} can be sent too": Same, NEW / NEW;
    RequestRemoved "request-media-type-removed" "{item} is no longer accepted": Same, OLD / OLD;
    RequestType "request-type-changed" "{item} has the type {new}; it was {old}": Same, Depends / Depends;
    RequestEncoding "request-encoding-changed" "the parts of {item} are written as {new}; it was {old}": Same, BOTH / BOTH;

    ResponseAdded "response-added" "{item} is documented": Same, WORKS / WORKS;
    ResponseRemoved "response-removed" "{item} is no longer documented": Depends, WORKS / WORKS;
    ResponseMediaAdded "response-media-type-added" "{item} is documented": Depends, NEW / NEW;
    ResponseMediaRemoved "response-media-type-removed" "{item} is no longer documented": Depends, OLD / OLD;
    ResponseType "response-type-changed" "{item} has the type {new}; it was {old}": Depends, Depends / Depends;

    TypeAdded "type-added" "{item} is new": Same, WORKS / WORKS;
    TypeRemoved "type-removed" "{item} is gone": Breaks, WORKS / WORKS;
    TypeRenamed "type-renamed" "{was} is now called {new}": Breaks, WORKS / WORKS;
    TypeNameTaken "type-name-taken" "{item} is now the schema {new}; it was {old}, which has another name now": MeansOther, WORKS / WORKS;
    TypeShape "type-shape-changed" "{item} is {new}; it was {old}": Breaks, Depends / Depends;
    TypeTravels "type-direction-changed" "values of {item} are {new}; they were {old}": Depends, WORKS / WORKS;
    TypeDerives "derive-lost" "{item} no longer implements {old}": Breaks, WORKS / WORKS;
    TypeTarget "type-target-changed" "{item} means {new}; it meant {old}": Breaks, Depends / Depends;
    UnionTag "union-tag-changed" "variants of {item} are told apart by {new}; it was {old}": Same, BOTH / BOTH;
    UndeclaredDenied "undeclared-properties-denied" "{item} no longer allows undeclared properties": Same, OLD / WORKS;
    UndeclaredAllowed "undeclared-properties-allowed" "{item} allows undeclared properties": Same, NEW / WORKS;
    ConstructorChanged "constructor-changed" "the constructor of {item} takes ({new}); it took ({old})": Depends, WORKS / WORKS;

    PropertyAdded "property-added" "{item} is new": Depends, WORKS / WORKS;
    PropertyAddedRequired "property-added-required" "{item} is new and required": Depends, OLD / NEW;
    PropertyRemoved "property-removed" "{item} is gone": Depends, Depends / Depends;
    PropertyRequired "property-became-required" "{item} became required": Depends, OLD / NEW;
    PropertyOptional "property-became-optional" "{item} became optional": Depends, NEW / OLD;
    PropertyWireName "property-means-other" "{rust} is now {new} in JSON; it was {old}": Depends, BOTH / BOTH;
    PropertyRenamed "property-renamed" "{was} is now called {new}": Depends, WORKS / WORKS;
    PropertyType "property-type-changed" "{item} has the type {new}; it was {old}": Depends, Depends / Depends;
    PropertyAccess "property-access-changed" "{item} is {new}; it was {old}": Depends, WORKS / WORKS;

    Nullable "became-nullable" "{item} may be null": Depends, Depends / Depends;
    NotNullable "no-longer-nullable" "{item} is never null": Depends, Depends / Depends;
    LimitTightened "limit-tightened" "{item} has {new}; it had {old}": Same, OLD / WORKS;
    LimitLoosened "limit-loosened" "{item} has {new}; it had {old}": Same, NEW / WORKS;
    LimitChanged "limit-changed" "{item} has {new}; it had {old}": Same, BOTH / WORKS;
    DefaultChanged "default-changed" "without {item} the server assumes {new}; it was {old}": Same, WORKS / WORKS;
    ConstantChanged "constant-changed" "{item} is always {new}; it was {old}": Same, BOTH / WORKS;
    Deprecated "deprecated" "{item} is deprecated": Same, WORKS / WORKS;

    ValueAdded "value-added" "{item} is new": Same, NEW / WORKS;
    ValueRemoved "value-removed" "{item} is gone": Breaks, OLD / WORKS;
    ValueMeansOther "value-means-other" "{rust} is now {new} in JSON; it was {old}": MeansOther, BOTH / BOTH;
    ValueRenamed "value-renamed" "{was} is now called {new}": Breaks, WORKS / WORKS;
    TagAdded "variant-tag-added" "{item} is chosen by {new} too": Same, NEW / WORKS;
    TagRemoved "variant-tag-removed" "{item} is no longer chosen by {old}": Same, OLD / WORKS;
    VariantType "variant-type-changed" "{item} holds {new}; it held {old}": Breaks, Depends / Depends;

    MethodAdded "method-added" "{item} is new": Same, WORKS / WORKS;
    MethodRemoved "method-removed" "{item} is gone": Breaks, WORKS / WORKS;
    MethodType "method-type-changed" "{item} returns {new}; it returned {old}": Breaks, WORKS / WORKS;

    ServerAdded "server-added" "{item} is new": Same, NEW / NEW;
    ServerRemoved "server-removed" "{item} is gone": Breaks, OLD / OLD;
    ServerUrl "server-means-other" "{item} is now {new}; it was {old}": Depends, BOTH / BOTH;
    ServerDefault "default-server-changed" "programs that choose no server send to {new}; they sent to {old}": MeansOther, WORKS / WORKS;
    ServerRenamed "server-renamed" "{was} is now called {new}": Breaks, WORKS / WORKS;
    CredentialAdded "credential-added" "{item} is new": Same, WORKS / WORKS;
    CredentialRemoved "credential-removed" "{item} is gone": Breaks, WORKS / WORKS;
    CredentialSent "credential-means-other" "{item} is sent as {new}; it was {old}": Depends, BOTH / BOTH;
    CredentialRenamed "credential-renamed" "{was} is now called {new}": Breaks, WORKS / WORKS;
    VariableAdded "variable-added" "{item} is read": Same, WORKS / WORKS;
    VariableRemoved "variable-removed" "{item} is no longer read": Depends, WORKS / WORKS;
    VariableRenamed "variable-renamed" "{was} is now called {new}": MeansOther, WORKS / WORKS;
    VariableMeansOther "variable-means-other" "{item} is now {new}; it was {old}": MeansOther, WORKS / WORKS;
    ReceiveAdded "receive-added" "{item} is new": Same, WORKS / WORKS;
    ReceiveRemoved "receive-removed" "{item} is gone": Breaks, WORKS / WORKS;
    ReceiveType "receive-type-changed" "{item} reads {new}; it read {old}": Breaks, Depends / Depends;
    ReceiveSigned "signature-changed" "{item} takes what is signed as {new}; it was {old}": Same, BOTH / BOTH;
    FeatureAdded "feature-added" "{item} is new": Same, WORKS / WORKS;
    FeatureRemoved "feature-removed" "{item} is gone": Breaks, WORKS / WORKS;
    FeatureRenamed "feature-renamed" "{was} is now called {new}": Breaks, WORKS / WORKS;
}
