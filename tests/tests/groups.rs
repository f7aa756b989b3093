//! The directories of a large client: what its operations are divided by, and that each part builds without the others.

use specwright::config::{Config, TagFeatures};
use specwright::diag::Diagnostics;
use specwright::output::FileSet;
use specwright::source::SourceMap;
use specwright::{Input, generate};
use specwright_tests::foreign::{Foreign, succeeded};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// An operation: `operationId`, path and tags.
type Row = (String, String, Vec<&'static str>);

fn row(id: impl Into<String>, path: impl Into<String>, tags: &[&'static str]) -> Row {
    (id.into(), path.into(), tags.to_vec())
}

fn document(operations: &[Row]) -> String {
    let mut text = "openapi: 3.1.0\ninfo: {title: Zoo, version: 1.0.0}\npaths:\n".to_owned();
    for (id, path, tags) in operations {
        let parameters = path
            .split(['{', '}'])
            .skip(1)
            .step_by(2)
            .map(|name| format!("{{name: {name}, in: path, required: true, schema: {{type: string}}}}"));
        let parameters: Vec<String> = parameters.collect();
        let _ = writeln!(
            text,
            "  {path}:\n    get:\n      operationId: {id}\n      tags: {tags:?}\n      parameters: [{}]\n      \
             responses: {{'200': {{description: all, content: {{application/json: {{schema: {{type: array, items: {{type: string}}}}}}}}}}}}",
            parameters.join(", ")
        );
    }
    text
}

fn files(operations: &[Row], config: &Config) -> Result<FileSet> {
    let input = Input::Text {
        name: "zoo.yaml".into(),
        text: document(operations),
    };
    let mut problems = Diagnostics::new();
    let generated = generate(&mut SourceMap::new(), &input, config, &mut problems);
    Ok(generated.ok_or("the document has errors")?.files)
}

/// The operations in each directory below `operations`; those beside the directories are in ``.
fn groups(operations: &[Row]) -> Result<BTreeMap<String, usize>> {
    let files = files(operations, &Config::default())?;
    let mut groups = BTreeMap::new();
    for (path, _) in files.iter() {
        let Some(path) = path.strip_prefix("src/operations/") else {
            continue;
        };
        if !path.ends_with("mod.rs") {
            let directory = path.rsplit_once('/').map_or("", |(directory, _)| directory);
            *groups.entry(directory.to_owned()).or_default() += 1;
        }
    }
    Ok(groups)
}

/// So many operations below a path.
fn below(path: &str, count: usize, tags: &[&'static str]) -> Vec<Row> {
    let name = path.replace(['/', '{', '}'], "_");
    let rows = (0..count).map(|index| row(format!("get{name}{index}"), format!("{path}/part{index}"), tags));
    rows.collect()
}

fn expected(groups: &[(&str, usize)]) -> BTreeMap<String, usize> {
    groups
        .iter()
        .map(|(name, count)| ((*name).to_owned(), *count))
        .collect()
}

#[test]
fn a_small_document_has_no_directories_of_groups() -> Result {
    let operations = [below("/cats", 20, &["cats"]), below("/dogs", 20, &["dogs"])].concat();
    assert_eq!(groups(&operations)?, expected(&[("", 40)]));
    let files = files(&operations, &Config::default())?;
    let client = files.get("src/client.rs").ok_or("no client")?;
    // The documentation has them.
    assert!(client.contains("/// # cats\nimpl Client {") && client.contains("/// # dogs\nimpl Client {"));
    Ok(())
}

#[test]
fn the_tag_that_tells_operations_apart_is_the_group() -> Result {
    let operations = [
        below("/cats", 30, &["public", "cats"]),
        below("/dogs", 30, &["public", "dogs"]),
        below("/birds", 2, &[]),
    ];
    let operations = operations.concat();
    let found = groups(&operations)?;
    assert_eq!(found, expected(&[("cats", 30), ("dogs", 30), ("", 2)]));
    let files = files(&operations, &Config::default())?;
    let text = |path: &str| files.get(path).unwrap_or_default();
    // On with any of its tags, and always where it has none.
    let gate = "#[cfg(any(feature = \"public\", feature = \"cats\"))]\nmod cats;";
    for list in [
        "src/client/mod.rs",
        "src/operations/mod.rs",
        "src/wire/operations/mod.rs",
    ] {
        assert!(text(list).contains(gate), "{list}:\n{}", text(list));
    }
    assert!(!text("src/client/cats.rs").contains("cfg") && !text("src/operations/cats/mod.rs").contains("cfg"));
    assert!(text("src/client/mod.rs").contains("pub fn get_birds0(&self)"));
    assert!(text("src/operations/mod.rs").contains("\npub mod get_birds0;"));
    Ok(())
}

#[test]
fn operations_of_several_tags_are_a_group() -> Result {
    let operations = [
        below("/cats", 30, &["cats"]),
        below("/dogs", 20, &["dogs"]),
        below("/fights", 4, &["dogs", "cats"]),
        below("/peace", 1, &["cats", "dogs"]),
    ];
    let found = groups(&operations.concat())?;
    assert_eq!(found, expected(&[("cats", 30), ("dogs", 20), ("cats_dogs", 5)]));
    Ok(())
}

#[test]
fn without_telling_tags_the_path_tells() -> Result {
    for tags in [&[][..], &["everything"]] {
        let operations = [
            below("/api/v1/cats", 30, tags),
            below("/api/v1/keepers/{id}/birds", 15, tags),
            below("/status", 2, tags),
        ];
        let mut found = groups(&operations.concat())?;
        assert_eq!(found.remove("cats"), Some(30), "{found:?}");
        assert_eq!(found.remove("keepers"), Some(15), "{found:?}");
        assert_eq!(found.remove("status"), Some(2), "{found:?}");
        assert!(found.is_empty(), "{found:?}");
    }
    Ok(())
}

#[test]
fn a_group_that_is_too_large_is_divided_by_path() -> Result {
    let operations = [
        below("/zoos/{zoo}/cats", 60, &["zoos"]),
        below("/zoos/{zoo}/dogs/{dog}/toys", 70, &["zoos"]),
        vec![row("getZoo", "/zoos/{zoo}", &["zoos"])],
        below("/keepers", 90, &["keepers"]),
    ];
    let found = groups(&operations.concat())?;
    assert_eq!(
        found,
        expected(&[("zoos_cats", 60), ("zoos_dogs", 70), ("zoos", 1), ("keepers", 90)])
    );
    Ok(())
}

#[test]
fn where_each_path_is_another_word_its_words_tell() -> Result {
    let kinds = ["Cats", "Dogs", "Birds"];
    let calls = (0..120).map(|index| format!("/Zoo.Feed{}Meal{index}", kinds[index % kinds.len()]));
    let operations: Vec<Row> = calls.map(|path| row(path.replace(['/', '.'], ""), path, &[])).collect();
    assert_eq!(
        groups(&operations)?,
        expected(&[("birds", 40), ("cats", 40), ("dogs", 40)])
    );
    // And where nothing tells them apart they are one list.
    let numbers: Vec<Row> = (0..60)
        .map(|index| row(format!("call{index}"), format!("/{index}"), &[]))
        .collect();
    assert_eq!(groups(&numbers)?, expected(&[("", 60)]));
    Ok(())
}

#[test]
fn a_group_is_never_named_like_an_operation() -> Result {
    let mut operations = [below("/cats", 30, &["cats"]), below("/dogs", 20, &["dogs"])].concat();
    operations.push(row("cats", "/cats", &["cats"]));
    assert_eq!(groups(&operations)?, expected(&[("cats_operations", 31), ("dogs", 20)]));
    Ok(())
}

#[test]
fn the_root_is_a_page() -> Result {
    let tags = ["cats", "dogs", "birds", "fish", "bears"];
    let operations: Vec<Vec<Row>> = tags.iter().map(|tag| below(&format!("/{tag}"), 90, &[tag])).collect();
    let files = files(&operations.concat(), &Config::default())?;
    let root = files.get("src/lib.rs").ok_or("no root")?;
    assert!(root.lines().count() < 70, "{root}");
    for tag in tags {
        let line = format!("//! * [`{tag}`](client/struct.Client.html#{tag})");
        assert!(root.contains(&line), "{root}");
    }
    Ok(())
}

#[test]
fn each_feature_builds_alone() -> Result {
    let operations = [
        below("/cats", 3, &["cats"]),
        below("/keepers/{id}", 2, &["keepers"]),
        below("/fights", 1, &["cats", "keepers"]),
        // Names that are not modules as they are, and one that must stay a name.
        below("/types", 1, &["type", "cats"]),
        below("/modules", 1, &["mod"]),
        below("/clients", 1, &["`../client`](#x)"]),
        below("/status", 1, &[]),
    ];
    let operations = operations.concat();
    // With an operation that is always there, and without one.
    for (name, operations) in [("groups", &operations[..]), ("gated_groups", &operations[..9])] {
        let package = Foreign::new(Path::new(env!("CARGO_TARGET_TMPDIR")), name)?;
        let mut config = Config::default();
        config.features.tags = TagFeatures::Always;
        config.package.name = Some(name.to_owned());
        let runtime = std::env::current_dir()?.join("runtime");
        config.package.runtime = Some(specwright::config::Runtime::path(runtime.to_string_lossy()));
        let files = files(operations, &config)?;
        for (path, text) in files.iter() {
            package.write(path, text)?;
        }
        let manifest = files.get("Cargo.toml").ok_or("no manifest")?;
        package.write("Cargo.toml", &format!("{manifest}\n[workspace]\n"))?;
        for features in ["", "cats", "keepers", "cats,keepers,serde-all"] {
            let arguments = ["check", "--quiet", "--no-default-features", "--features", features];
            let output = package.cargo(&arguments).env("RUSTFLAGS", "-Dwarnings").output()?;
            succeeded(output).map_err(|error| format!("{name} with {features:?}: {error}"))?;
        }
    }
    Ok(())
}

#[test]
fn no_public_path_depends_on_a_group() -> Result {
    let small = [below("/cats", 3, &["cats"]), below("/dogs", 3, &["dogs"])].concat();
    let large = [small.clone(), below("/birds", 60, &["birds"])].concat();
    let paths = |operations: &[Row]| -> Result<BTreeSet<String>> {
        let files = files(operations, &Config::default())?;
        let mentions = files.iter().flat_map(|(_, text)| {
            text.split(|letter: char| letter != ':' && letter != '_' && !letter.is_alphanumeric())
        });
        let paths =
            mentions.filter(|word| word.starts_with("crate::operations::") || word.starts_with("crate::wire::"));
        Ok(paths.map(str::to_owned).collect())
    };
    let (before, after) = (paths(&small)?, paths(&large)?);
    assert!(before.len() > 6 && before.is_subset(&after), "{before:#?}");
    Ok(())
}
