//! What stands behind cargo features in a generated package.

use specwright::config::{Config, TagFeatures};
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
fn a_pattern_that_a_request_has_too_is_always_there() {
    // `not` makes the string one that is checked where it is used, with the pattern of the event's type.
    let parameter =
        "parameters: [{name: code, in: query, schema: {type: string, pattern: '^[A-Z]+$', not: {const: NONE}}}]";
    let document = DOCUMENT.replace("tags: [pets]", &format!("tags: [pets]\n      {parameter}"));
    let files = package_of(&document, TagFeatures::Always);
    let patterns = files.get("src/wire/patterns.rs").unwrap_or_default();
    assert!(patterns.contains("^[A-Z]+$") && !patterns.contains("cfg"), "{patterns}");
}
