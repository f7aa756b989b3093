//! The package: the last stage of a plan. What its manifest says, its features, its tests.

pub mod environment;
pub mod examples;
pub mod features;

use crate::config::{self, Config, Dependency, TagFeatures};
use crate::ir::Api;
use crate::output::Layout;
use crate::plan::names::{Case, Claim, Ident, Names, Scope, crate_name};
use crate::plan::types::Types;
use environment::EnvironmentPlan;
use examples::Examples;
use features::EventsOnly;

/// The generated package.
pub struct Package<'a> {
    /// Whether it is a package of its own, or one file of another one.
    pub layout: Layout,
    /// Whether it is compiled as a part of a crate that people write, whose lints are not for it.
    pub is_embedded: bool,
    /// The name of the package.
    pub name: String,
    /// Its version, which is semantic.
    pub version: String,
    /// One line for registries.
    pub description: String,
    /// The other keys of the manifest, and where the runtime crate comes from.
    pub keys: config::Package,
    /// Crates that types of other crates come from.
    pub dependencies: Vec<(String, Dependency)>,
    /// A cargo feature for each of [`Api::tags`], if tags are features.
    pub tags: Option<Vec<Ident>>,
    /// What only webhooks and callbacks use, if that has a cargo feature.
    pub events_only: EventsOnly,
    /// The examples of the document that are tests.
    pub examples: Examples<'a>,
    /// Whether it has a mock of each operation.
    pub mocks: bool,
    /// The environment variables of the client; `None` if it reads none.
    pub environment: Option<EnvironmentPlan>,
}

impl Package<'_> {
    /// The name of the library, as code spells it.
    pub fn lib_name(&self) -> String {
        self.name.replace('-', "_")
    }
}

/// Plans the package around the types.
pub(super) fn plan<'a>(api: &'a Api, names: &Names, types: &Types<'a>, config: &Config) -> Package<'a> {
    let tags = tag_features(api, config);
    let events_only = match tags {
        Some(_) => features::events_only(api, names, types),
        None => EventsOnly::default(),
    };
    let examples = match config.output.layout {
        Layout::Crate => examples::plan(api, types),
        // One file for a module of another crate has no tests of its own.
        Layout::File => Examples::default(),
    };
    let title = api.info.title.trim();
    let described = if title.is_empty() {
        "API".to_owned()
    } else {
        title.to_owned()
    };
    let name = config.package.name.clone().unwrap_or_else(|| own_name(title, config));
    Package {
        environment: environment::plan(api, names, &name, &config.credentials.environment),
        layout: config.output.layout,
        is_embedded: config.output.embedded,
        name,
        version: config
            .package
            .version
            .clone()
            .unwrap_or_else(|| semantic(&api.info.version)),
        description: config
            .package
            .description
            .clone()
            .unwrap_or_else(|| format!("Client of {described}")),
        keys: config.package.clone(),
        dependencies: config.dependencies.clone().into_iter().collect(),
        tags,
        events_only,
        examples,
        // One file for a module of another crate has no cargo features.
        mocks: config.output.mock && config.output.layout == Layout::Crate,
    }
}

/// A name by the title that no dependency has: a package has no crate that is called like its own.
fn own_name(title: &str, config: &Config) -> String {
    let mut name = crate_name(title);
    let is_taken = |name: &str| {
        let mut dependencies = config.dependencies.keys();
        dependencies.any(|dependency| dependency.replace('_', "-") == name)
    };
    while is_taken(&name) {
        name = Case::Crate.escape(&name);
    }
    name
}

/// A semantic version out of any text: its first numbers, or 0.1.0. Two of five documents have another kind of version.
fn semantic(version: &str) -> String {
    let version = version.trim().trim_start_matches(['v', 'V']);
    let head = version
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .next()
        .unwrap_or_default();
    // Cargo takes 64 bits for each; a date such as 2024-05-01 is its year.
    let mut numbers: Vec<u64> = head.split('.').take(3).filter_map(|part| part.parse().ok()).collect();
    if numbers.is_empty() {
        return "0.1.0".to_owned();
    }
    numbers.resize(3, 0);
    let numbers: Vec<String> = numbers.iter().map(u64::to_string).collect();
    numbers.join(".")
}

/// The features that turn on those of the runtime, and what they add.
pub(crate) const RUNTIME_FEATURES: &[(&str, &str)] = &[
    ("reqwest", "The asynchronous transport."),
    ("rustls", "TLS for either transport: rustls with ring."),
    (
        "rustls-aws-lc",
        "TLS for either transport: rustls with aws-lc, which reqwest uses by default.",
    ),
    (
        "native-tls",
        "TLS for either transport: the library of the operating system.",
    ),
    ("http2", "HTTP/2 for the asynchronous transport."),
    ("blocking", "The blocking transport, and `wait()` on every call."),
    ("gzip", "Responses that the server has compressed with gzip."),
    ("deflate", "… with DEFLATE."),
    ("br", "… with Brotli."),
    ("zstd", "… with Zstandard."),
    ("tracing", "A span for every call, with the names of OpenTelemetry."),
    ("tower", "Any `tower` service as a transport."),
    (
        "mock",
        "For tests: operations that reply what a test says, values of received types.",
    ),
    (
        "record",
        "A transport that records what the server really sends, for `specwright learn`.",
    ),
    (
        "regress",
        "An engine for patterns that neither code nor a table can check.",
    ),
    ("jiff", "Conversions of dates and times to `jiff`."),
    ("chrono", "Conversions of dates and times to `chrono`."),
    ("time", "Conversions of dates and times to `time`."),
    ("uuid", "Conversions of UUIDs to `uuid`."),
];

/// The feature of the runtime that checks the signatures of webhooks, for clients with webhooks or callbacks.
pub(crate) const SIGNATURES: &str = "signatures";

/// A feature for each tag, where tags are features.
fn tag_features(api: &Api, config: &Config) -> Option<Vec<Ident>> {
    let tags = match config.features.tags {
        TagFeatures::Auto => config.lock.tags,
        chosen @ (TagFeatures::Always | TagFeatures::Never) => chosen,
    };
    let wanted = match tags {
        TagFeatures::Always => true,
        TagFeatures::Never => false,
        TagFeatures::Auto => api.has_many_operations(),
    };
    if !wanted || api.tags.is_empty() {
        return None;
    }
    let claims = api.tags.iter();
    let claims: Vec<Claim> = claims
        .map(|tag| Claim::new(&tag.name).chosen_by(tag.rename.as_deref()))
        .collect();
    let mut taken = vec![
        "default",
        "serde-all",
        features::WEBHOOKS,
        SIGNATURES,
        "specwright-runtime",
    ];
    taken.extend(RUNTIME_FEATURES.iter().map(|(name, _)| *name));
    // Cargo would take a feature of the same name for what turns the dependency on.
    taken.extend(config.dependencies.keys().map(String::as_str));
    let mut scope = Scope::new(&taken);
    Some(scope.claim_each(&claims, Case::Feature))
}

#[cfg(test)]
mod tests {
    use super::semantic;

    #[test]
    fn any_text_becomes_a_version() {
        assert_eq!(semantic("1.2.3"), "1.2.3");
        assert_eq!(semantic("v2"), "2.0.0");
        assert_eq!(semantic("2024-05-01"), "2024.0.0");
        assert_eq!(semantic("1.2.3-beta+5"), "1.2.3");
        assert_eq!(semantic("latest"), "0.1.0");
        assert_eq!(semantic(""), "0.1.0");
    }
}
