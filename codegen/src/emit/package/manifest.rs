//! `Cargo.toml` of the generated package. All text of the document goes through TOML strings.

use crate::plan::{Plan, RUNTIME_FEATURES, WEBHOOKS};
use crate::text::{is_invisible, toml_string};

/// `Cargo.toml`.
pub(crate) fn manifest(plan: &Plan<'_>) -> String {
    let package = &plan.package;
    let mut out = String::from("[package]\n");
    let mut line = |key: &str, value: &str| out.push_str(&format!("{key} = {}\n", string(value)));
    line("name", &package.name);
    line("version", &package.version);
    line("edition", "2024");
    line("rust-version", "1.89");
    line("description", &package.description);
    if let Some(license) = &package.license {
        line("license", license);
    }
    if let Some(repository) = &package.repository {
        line("repository", repository);
    }
    line("readme", "README.md");
    if !package.keywords.is_empty() {
        let keywords: Vec<String> = package.keywords.iter().map(|keyword| string(keyword)).collect();
        out.push_str(&format!("keywords = [{}]\n", keywords.join(", ")));
    }
    out.push_str("\n[dependencies]\n");
    out.push_str(&format!("specwright-runtime = {}\n", runtime(plan)));
    if !package.dependencies.is_empty() {
        out.push_str("# Types that stand in for schemas.\n");
    }
    for (name, dependency) in &package.dependencies {
        let version = string(&dependency.version);
        let features: Vec<String> = dependency.features.iter().map(|feature| string(feature)).collect();
        out.push_str(&match features.as_slice() {
            [] => format!("{} = {version}\n", key(name)),
            _ => format!(
                "{} = {{ version = {version}, features = [{}] }}\n",
                key(name),
                features.join(", ")
            ),
        });
    }
    out.push_str("\n[dev-dependencies]\n# Runs asynchronous examples and tests.\ntokio = { version = \"1\", features = [\"rt\"] }\n");
    if !plan.package.examples.is_empty() {
        let name = key(&package.name);
        out.push_str(&format!(
            "# Its own tests read and write every type.\n{name} = {{ path = \".\", default-features = false, features = [\"serde-all\"] }}\n"
        ));
    }
    out.push_str("\n[features]\n");
    out.push_str(&features(plan));
    out
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
    for (name, text) in RUNTIME_FEATURES {
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

/// The requirement of the runtime crate. It has the version of the generator.
fn runtime(plan: &Plan<'_>) -> String {
    let version = env!("CARGO_PKG_VERSION");
    match &plan.package.runtime {
        Some(path) => format!("{{ path = {path:?}, version = \"{version}\", default-features = false }}"),
        None => format!("{{ version = \"{version}\", default-features = false }}"),
    }
}
