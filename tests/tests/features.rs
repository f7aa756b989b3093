//! The manifest of a generated package: what it says, and what is behind its features.

use specwright::config::{self, Config, TagFeatures};
use specwright::diag::Diagnostics;
use specwright::output::FileSet;
use specwright::source::SourceMap;
use specwright::{Input, generate};

const DOCUMENT: &str = r"
openapi: 3.1.0
info: {title: Events, version: 1.0.0}
tags: [{name: pets}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      responses: {'200': {description: all, content: {application/json: {schema: {$ref: '#/components/schemas/Shared'}}}}}
webhooks:
  petBorn:
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Birth'}}}}
      responses: {'200': {description: heard}}
components:
  schemas:
    Shared: {type: object, properties: {name: {type: string}}}
    Birth: {type: object, properties: {pet: {$ref: '#/components/schemas/Shared'}, code: {$ref: '#/components/schemas/Code'}}}
    Code: {type: string, pattern: '^[A-Z]+$'}
";

fn package(tags: TagFeatures) -> FileSet {
    package_of(DOCUMENT, tags)
}

fn package_of(document: &str, tags: TagFeatures) -> FileSet {
    let mut config = Config::default();
    config.features.tags = tags;
    let input = Input::Text {
        name: "events.yaml".into(),
        text: document.into(),
    };
    let mut problems = Diagnostics::new();
    let generated = generate(&mut SourceMap::new(), &input, &config, &mut problems);
    generated.expect("the document is sound").files
}

#[test]
fn what_only_webhooks_use_has_a_feature_where_tags_have_one() {
    let files = package(TagFeatures::Always);
    let text = |path: &str| files.get(path).unwrap_or_default();
    assert!(text("Cargo.toml").contains("webhooks = []"));
    let types = text("src/types/mod.rs");
    for gated in ["mod birth;", "mod code;", "pub use self::birth::Birth;"] {
        let line = types.lines().position(|line| line.trim_start().ends_with(gated));
        let before = line.and_then(|line| types.lines().nth(line - 1));
        assert_eq!(before, Some("#[cfg(feature = \"webhooks\")]"), "{gated}\n{types}");
    }
    let before = |path: &str, item: &str| {
        text(path)
            .split(item)
            .next()
            .unwrap_or_default()
            .lines()
            .next_back()
            .map(str::to_owned)
    };
    assert!(!before("src/types/mod.rs", "pub(crate) mod shared;").is_some_and(|line| line.contains("cfg")));
    assert!(text("src/wire/patterns.rs").contains("#[cfg(feature = \"webhooks\")]"));
}

#[test]
fn without_features_of_tags_everything_is_there() {
    let files = package(TagFeatures::Never);
    assert!(files.iter().all(|(_, text)| !text.contains("feature = \"webhooks\"")));
}

#[test]
fn clients_with_webhooks_can_verify_signatures() {
    let has = |document: &str| {
        let files = package_of(document, TagFeatures::Never);
        let text = |path: &str| files.get(path).unwrap_or_default();
        let feature = text("Cargo.toml").contains("signatures = [\"specwright-runtime/signatures\"]");
        let items = "#[cfg(feature = \"signatures\")]\npub use ::specwright_runtime::webhook::{";
        (feature, text("src/lib.rs").contains(items))
    };
    assert_eq!(has(DOCUMENT), (true, true));
    let (without, _) = DOCUMENT.split_once("webhooks:").expect("webhooks");
    let components = "components: {schemas: {Shared: {type: object, properties: {name: {type: string}}}}}";
    assert_eq!(has(&format!("{without}{components}")), (false, false));
}

#[test]
fn no_tag_has_the_name_of_another_feature() {
    let manifest = package(TagFeatures::Always);
    let own: toml::Table = manifest.get("Cargo.toml").unwrap_or_default().parse().expect("TOML");
    let own: Vec<&String> = own["features"]
        .as_table()
        .into_iter()
        .flatten()
        .map(|(name, _)| name)
        .collect();
    assert!(own.iter().any(|name| *name == "jiff") && own.len() > 20, "{own:?}");
    let dependency = "specwright-runtime".to_owned();
    let plain = own.iter().map(|name| name.as_str()).filter(|name| *name != "pets");
    let plain: Vec<&str> = plain.chain([dependency.as_str()]).collect();
    let loud = plain.iter().map(|name| name.to_uppercase().replace('-', " "));
    for name in plain.iter().map(|name| (*name).to_owned()).chain(loud) {
        let document = DOCUMENT.replace("tags: [pets]", &format!("tags: ['{name}']"));
        let files = package_of(&document, TagFeatures::Always);
        // A key that is there twice is no TOML.
        let manifest: toml::Table = files.get("Cargo.toml").unwrap_or_default().parse().expect("TOML");
        let features = manifest["features"].as_table().map_or(0, toml::Table::len);
        assert_eq!(features, own.len() + 1, "a tag `{name}`");
        assert!(
            !manifest["features"]
                .as_table()
                .is_some_and(|features| features.contains_key(&dependency))
        );
    }
}

#[test]
fn a_pattern_that_a_request_has_too_is_always_there() {
    // `not` makes the string one that is checked where it is used, with the pattern of the event's type.
    let parameter =
        "parameters: [{name: code, in: query, schema: {type: string, pattern: '^[A-Z]+$', not: {const: NONE}}}]";
    let document = DOCUMENT.replace("tags: [pets]", &format!("tags: [pets]\n      {parameter}"));
    let files = package_of(&document, TagFeatures::Always);
    let patterns = files.get("src/wire/patterns.rs").unwrap_or_default();
    assert!(patterns.contains("^[A-Z]+$") && !patterns.contains("cfg"), "{patterns}");
}

/// The manifest of a package with these settings, and what is wrong with them.
fn manifest(settings: &str) -> (String, Vec<String>) {
    let mut sources = SourceMap::new();
    let mut problems = Diagnostics::new();
    let file = sources.add("specwright.toml", None, settings);
    let config = config::parse(&sources, file, &mut problems);
    let input = Input::Text {
        name: "events.yaml".into(),
        text: DOCUMENT.into(),
    };
    let generated = generate(&mut sources, &input, &config, &mut Diagnostics::new());
    let files = generated.expect("the document is sound").files;
    let problems = problems.iter().map(|one| one.problem.message()).collect();
    (files.get("Cargo.toml").unwrap_or_default().to_owned(), problems)
}

#[test]
fn no_package_has_the_name_of_what_it_depends_on() {
    let name = |title: &str| {
        let document = DOCUMENT.replace("title: Events", &format!("title: '{title}'"));
        let files = package_of(&document, TagFeatures::Never);
        let text: toml::Table = files.get("Cargo.toml").unwrap_or_default().parse().expect("TOML");
        let name = text["package"]["name"].as_str().unwrap_or_default().to_owned();
        assert!(
            !text["dependencies"]
                .as_table()
                .is_some_and(|list| list.contains_key(&name)),
            "{title}"
        );
        name
    };
    for title in [
        "Tokio",
        "TOKIO",
        "tokio!",
        "Specwright runtime",
        "specwright_runtime",
        "SPECWRIGHT-RUNTIME",
        "std",
    ] {
        assert!(name(title).ends_with("-client"), "{title}: {}", name(title));
    }
    assert_eq!(name("Events"), "events");
    let (text, problems) = manifest("[dependencies]\nevents = \"1\"\nevents_client = \"1\"\n");
    assert_eq!(problems, Vec::<String>::new());
    assert!(text.contains("\nname = \"events-client-client\"\n"), "{text}");
}

#[test]
fn the_manifest_has_every_key_that_the_settings_have() {
    let (plain, problems) = manifest("");
    assert_eq!(problems, Vec::<String>::new());
    for line in [
        "rust-version = \"1.89\"",
        "exclude = [\"/.specwright\", \"/surface.json\", \"/rustfmt.toml\", \"/tests\"]",
        "[package.metadata.docs.rs]\nall-features = true",
        &format!(
            "specwright-runtime = {{ version = \"{}\", default-features = false }}",
            env!("CARGO_PKG_VERSION")
        ),
    ] {
        assert!(plain.contains(line), "{line}\n{plain}");
    }
    let settings = r#"
        [package]
        license-file = "TERMS"
        authors = ["A \"B\" <a@example.com>"]
        homepage = "https://example.com"
        documentation = "https://example.com/docs"
        categories = ["api-bindings"]
        rust-version = "1.90"
        publish = ["ours"]
        include = ["src", "README.md"]
        workspace = ["version", "repository"]
        [package.metadata.docs.rs]
        features = ["blocking"]
        [package.metadata."other tool"]
        level = 0x1f
        on = [true, { since = 2026-01-01 }]
    "#;
    let (text, problems) = manifest(settings);
    assert_eq!(problems, Vec::<String>::new());
    for line in [
        r#"license-file = "TERMS""#,
        r#"authors = ["A \"B\" <a@example.com>"]"#,
        r#"homepage = "https://example.com""#,
        r#"documentation = "https://example.com/docs""#,
        r#"categories = ["api-bindings"]"#,
        r#"rust-version = "1.90""#,
        r#"publish = ["ours"]"#,
        r#"include = ["src", "README.md"]"#,
        "version.workspace = true",
        "repository.workspace = true",
        r#"docs = { "rs" = { "features" = ["blocking"] } }"#,
        r#""other tool" = { "level" = 0x1f, "on" = [true, { "since" = 2026-01-01 }] }"#,
    ] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
    assert!(!text.contains("exclude") && !text.contains("all-features"), "{text}");
    assert!(toml::de::DeTable::parse(&text).is_ok(), "{text}");
    let (never, _) = manifest("[package]\npublish = false\n");
    assert!(never.contains("\npublish = []\n"), "{never}");
}

#[test]
fn the_runtime_comes_from_where_a_dependency_can_come_from() {
    let version = env!("CARGO_PKG_VERSION");
    let rest = ", default-features = false }";
    for (setting, expected) in [
        (
            "\"../runtime\"",
            format!("{{ path = \"../runtime\", version = \"{version}\"{rest}"),
        ),
        ("{ version = \"0.1.2\" }", format!("{{ version = \"0.1.2\"{rest}")),
        (
            "{ git = \"https://example.com/s.git\", tag = \"v1\" }",
            format!("{{ git = \"https://example.com/s.git\", tag = \"v1\", version = \"{version}\"{rest}"),
        ),
        (
            "{ registry = \"ours\", package = \"ours-runtime\" }",
            format!("{{ registry = \"ours\", package = \"ours-runtime\", version = \"{version}\"{rest}"),
        ),
        ("{ workspace = true }", "{ workspace = true }".to_owned()),
    ] {
        let (text, problems) = manifest(&format!("[package]\nruntime = {setting}\n"));
        assert_eq!(problems, Vec::<String>::new());
        let line = format!("specwright-runtime = {expected}");
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
    for wrong in [
        "{ path = \"a\", git = \"b\" }",
        "{ workspace = true, version = \"1\" }",
        "{ path = \"a\", tag = \"b\" }",
        "{ git = \"a\", tag = \"b\", rev = \"c\" }",
        "{ colour = \"red\" }",
        "7",
    ] {
        let (_, problems) = manifest(&format!("[package]\nruntime = {wrong}\n"));
        assert_eq!(problems.len(), 1, "{wrong}: {problems:?}");
    }
}
