//! `Cargo.toml` of the generated package. All text of the document goes through TOML strings.

use super::example::first_call;
use crate::emit::cx::{Cx, Layout};
use crate::plan::{Package, Plan, RUNTIME_FEATURES, SIGNATURES, WEBHOOKS};
use crate::text::{is_invisible, toml_string};
use std::collections::BTreeSet;

/// `Cargo.toml`.
pub(crate) fn manifest(plan: &Plan<'_>) -> String {
    let package = &plan.package;
    let mut out = String::from("[package]\n");
    for (key, value) in keys(package) {
        out.push_str(&match package.keys.workspace.iter().any(|shared| shared == key) {
            true => format!("{key}.workspace = true\n"),
            false => value.map_or_else(String::new, |value| format!("{key} = {value}\n")),
        });
    }
    out.push_str(&metadata(package));
    out.push_str("\n[dependencies]\n");
    out.push_str(&format!("specwright-runtime = {}\n", runtime(package)));
    out.push_str(&dependencies(plan));
    out.push_str("\n[dev-dependencies]\n# Runs asynchronous examples and tests.\ntokio = { version = \"1\", features = [\"rt\"] }\n");
    if !plan.package.examples.is_empty() {
        let name = key(&package.name);
        out.push_str(&format!(
            "# Its own tests read and write every type.\n{name} = {{ path = \".\", default-features = false, features = [\"serde-all\"] }}\n"
        ));
    }
    if let Some((_, needs)) = first_call(&Cx::new(plan, Layout::Crate, &[])) {
        let needs = list(&needs);
        out.push_str(&format!(
            "\n[[example]]\nname = \"first_call\"\nrequired-features = {needs}\n"
        ));
    }
    out.push_str("\n[features]\n");
    out.push_str(&features(plan));
    out
}

/// The keys of the table `package` and their values as TOML, in the order of Cargo's reference.
fn keys(package: &Package<'_>) -> Vec<(&'static str, Option<String>)> {
    let keys = &package.keys;
    let text = |text: &Option<String>| text.as_ref().map(|text| string(text));
    let filled = |items: &[String]| (!items.is_empty()).then(|| list(items));
    let rust_version = keys.rust_version.as_deref().unwrap_or(env!("CARGO_PKG_RUST_VERSION"));
    // Cargo reads one of the two.
    let exclude = match (&keys.exclude, keys.include.is_empty()) {
        (Some(patterns), _) => filled(patterns),
        (None, true) => Some(list(NOT_PUBLISHED)),
        (None, false) => None,
    };
    let publish = keys.publish.as_deref().map(list);
    vec![
        ("name", Some(string(&package.name))),
        ("version", Some(string(&package.version))),
        ("authors", filled(&keys.authors)),
        ("edition", Some(string("2024"))),
        ("rust-version", Some(string(rust_version))),
        ("description", Some(string(&package.description))),
        ("documentation", text(&keys.documentation)),
        ("readme", Some(string("README.md"))),
        ("homepage", text(&keys.homepage)),
        ("repository", text(&keys.repository)),
        ("license", text(&keys.license)),
        ("license-file", text(&keys.license_file)),
        ("keywords", filled(&keys.keywords)),
        ("categories", filled(&keys.categories)),
        ("exclude", exclude),
        ("include", filled(&keys.include)),
        ("publish", publish),
    ]
}

/// What is for those who maintain the package: the list of files that the generator owns, its surface, and the tests of its examples.
const NOT_PUBLISHED: &[&str] = &["/.specwright", "/surface.json", "/rustfmt.toml", "/tests"];

/// Documentation of all features, unless the settings say otherwise, and whatever else they have for other programs.
fn metadata(package: &Package<'_>) -> String {
    let tables = &package.keys.metadata;
    let mut out = String::new();
    if !tables.is_empty() {
        out.push_str("\n[package.metadata]\n");
    }
    for (name, value) in tables {
        out.push_str(&format!("{} = {value}\n", key(name)));
    }
    if !tables.iter().any(|(name, _)| name == "docs") {
        out.push_str("\n[package.metadata.docs.rs]\nall-features = true\n");
    }
    out
}

/// An array of strings.
fn list(items: &[impl AsRef<str>]) -> String {
    let items: Vec<String> = items.iter().map(|item| string(item.as_ref())).collect();
    format!("[{}]", items.join(", "))
}

fn features(plan: &Plan<'_>) -> String {
    let tags: Vec<&str> = plan.package.tags.iter().flatten().map(|tag| tag.as_str()).collect();
    let mut default = vec!["reqwest", "rustls", "gzip"];
    default.extend(&tags);
    let list: Vec<String> = default.iter().map(|feature| string(feature)).collect();
    let mut out = if tags.is_empty() {
        format!("default = [{}]\n", list.join(", "))
    } else {
        format!("default = [\n    {},\n]\n", list.join(",\n    "))
    };
    let signatures = (SIGNATURES, "The signatures of webhooks.");
    let signatures = (!plan.api.events.is_empty()).then_some(signatures);
    for (name, text) in RUNTIME_FEATURES.iter().chain(&signatures) {
        out.push_str(&format!("# {text}\n{name} = [\"specwright-runtime/{name}\"]\n"));
    }
    out.push_str(
        "# Reading of types that are only sent, and writing of types that are only received.\nserde-all = []\n",
    );
    if !plan.package.events_only.modules.is_empty() {
        out.push_str(&format!("# The payloads of webhooks and callbacks.\n{WEBHOOKS} = []\n"));
    }
    if !tags.is_empty() {
        out.push_str("# The operations of each tag.\n");
    }
    for tag in tags {
        out.push_str(&format!("{} = []\n", key(tag)));
    }
    out
}

/// A key of TOML: bare where it can be.
fn key(name: &str) -> String {
    let bare = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    if bare { name.to_owned() } else { string(name) }
}

/// A basic string of TOML 1.0.
pub(crate) fn string(text: &str) -> String {
    // What a person can't see has no place in a manifest.
    let is_seen = |letter: char| !letter.is_control() && !is_invisible(letter);
    let seen: String = text
        .chars()
        .map(|letter| if is_seen(letter) { letter } else { ' ' })
        .collect();
    toml_string(&seen)
}

/// The crates of the settings. Of one that has shared types only these are used: what it does by itself is turned off.
fn dependencies(plan: &Plan<'_>) -> String {
    let shared = plan.types.iter().filter_map(|ty| ty.def.shared.as_ref());
    let shared: BTreeSet<&str> = shared.map(|shared| shared.krate.as_str()).collect();
    let mut out = String::new();
    for (name, dependency) in &plan.package.dependencies {
        let version = (!dependency.version.is_empty()).then(|| string(&dependency.version));
        let is_shared = shared.contains(name.replace('-', "_").as_str());
        let keys = [
            ("path", dependency.path.as_deref().map(string)),
            ("version", version.clone()),
            ("default-features", is_shared.then(|| "false".to_owned())),
            (
                "features",
                (!dependency.features.is_empty()).then(|| list(&dependency.features)),
            ),
        ];
        let keys = keys
            .into_iter()
            .filter_map(|(key, value)| Some(format!("{key} = {}", value?)));
        let keys: Vec<String> = keys.collect();
        let value = match (version, keys.as_slice()) {
            (Some(version), [_]) => version,
            (_, keys) => format!("{{ {} }}", keys.join(", ")),
        };
        out.push_str(&format!("{} = {value}\n", key(name)));
    }
    match out.is_empty() {
        true => out,
        false => format!("# Types that stand in for schemas.\n{out}"),
    }
}

/// The requirement of the runtime crate. It has the version of the generator unless the settings say another one.
fn runtime(package: &Package<'_>) -> String {
    let source = package.keys.runtime.clone().unwrap_or_default();
    if source.workspace {
        return "{ workspace = true }".to_owned();
    }
    let version = source.version.as_deref().unwrap_or(env!("CARGO_PKG_VERSION"));
    let mut members: Vec<String> = source
        .keys
        .iter()
        .map(|(key, value)| format!("{key} = {}", string(value)))
        .collect();
    members.push(format!("version = {}", string(version)));
    format!("{{ {}, default-features = false }}", members.join(", "))
}
