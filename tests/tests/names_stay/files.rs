//! Documents of several files: names say the file where two are equal, and never which was read first.

use specwright::config::Config;
use specwright::diag::Diagnostics;
use specwright::plan::Plan;
use specwright::source::{DiskLoader, SourceMap};
use specwright::tree::Tree;
use specwright::{import, plan};
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// Every type with the file and the pointer of its schema.
fn types(path: &Path) -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let (mut tree, mut sources, mut problems) = (Tree::new(), SourceMap::new(), Diagnostics::new());
    let folder = path.parent().ok_or("a folder")?;
    let loader = DiskLoader::new(folder);
    let root = import::read(&mut tree, &mut sources, &loader, path, &mut problems).ok_or("readable")?;
    import::follow(
        &mut tree,
        &mut sources,
        &loader,
        &import::Locations::new(),
        &mut problems,
    )
    .ok_or("readable files")?;
    let config = Config::default();
    let api = specwright::api(&mut tree, root, &config, &mut problems).ok_or("types")?;
    let plan: Plan<'_> = plan::plan(&api, &config, &mut problems).ok_or("a plan")?;
    let mut found = BTreeMap::new();
    for ty in plan.types.iter() {
        let module = plan.module(ty.module);
        let name = format!("{}::{}::{}", module.folder.as_str(), module.name, ty.name);
        let origin = &ty.def.origin;
        let file = sources.file(origin.span.file).path().ok_or("a file")?;
        let place = format!("{}{}", file.strip_prefix(folder)?.display(), origin.pointer);
        assert!(found.insert(name, place).is_none(), "a name is given out once");
    }
    Ok(found)
}

/// A copy of the case, its document changed.
fn copy(name: &str, change: impl Fn(String) -> String) -> Result<PathBuf, Box<dyn Error>> {
    let (from, to) = (
        Path::new("tests/cases/ok/files/equal_names"),
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(name),
    );
    for (path, text) in specwright_tests::foreign::files(from)? {
        let (target, text) = (to.join(&path), String::from_utf8(text)?);
        let is_document = path == Path::new("openapi.yaml");
        fs::create_dir_all(target.parent().ok_or("a folder")?)?;
        fs::write(target, if is_document { change(text) } else { text })?;
    }
    Ok(to.join("openapi.yaml"))
}

#[test]
fn files_tell_equal_names_apart() -> Result<(), Box<dyn Error>> {
    specwright_tests::enter_workspace()?;
    let before = types(Path::new("tests/cases/ok/files/equal_names/openapi.yaml"))?;
    let expected = [
        (
            "types::root_problem::RootProblem",
            "openapi.yaml#/components/schemas/Problem",
        ),
        (
            "types::shared_problem::SharedProblem",
            "parts/shared.yaml#/components/schemas/Problem",
        ),
        (
            "types::common_problem::CommonProblem",
            "parts/common.yaml#/definitions/Problem",
        ),
        // The component that is only a reference gives its name, and the place that no standard knows is not one.
        ("types::shop::Shop", "parts/Shop.yaml#"),
        ("types::kind::Kind", "parts/Kind.yaml#"),
        ("types::place::Place", "openapi.yaml#/x-schemas/Place"),
        ("types::street::Street", "openapi.yaml#/x-schemas/Street"),
        // What several operations share is nobody's own.
        (
            "types::missing_response::MissingResponse",
            "parts/missing.yaml#/content/application~1json/schema",
        ),
        (
            "types::order_parameter::OrderParameter",
            "openapi.yaml#/paths/~1common/parameters/0/schema",
        ),
    ];
    for (name, place) in expected {
        assert_eq!(
            before.get(name).map(String::as_str),
            Some(place),
            "{name} in {before:#?}"
        );
    }
    // Other files are read first, and one operation more uses all that is shared.
    let first = "paths:\n  /first:\n    get:\n      operationId: first\n      responses:\n        '200': {description: d, content: {application/json: {schema: {$ref: 'parts/Kind.yaml'}}}}\n        '400': {description: d, content: {application/json: {schema: {$ref: 'parts/common.yaml#/definitions/Problem'}}}}\n        '404': {$ref: 'parts/missing.yaml'}\n  /common:\n    put: {operationId: putCommon, responses: {'204': {description: d}}}\n";
    let path = copy("names_first", |text| {
        text.replacen("paths:\n", first, 1)
            .replacen("  /common:\n    parameters:", "    parameters:", 1)
    })?;
    // The path item keeps its operations and gains one.
    let text = fs::read_to_string(&path)?;
    let moved = text.replacen(
        "    put: {operationId: putCommon, responses: {'204': {description: d}}}\n",
        "",
        1,
    );
    let moved = moved.replacen("  /common:\n", "", 1);
    let moved = moved.replacen(
        "    parameters:\n",
        "  /common:\n    put: {operationId: putCommon, responses: {'204': {description: d}}}\n    parameters:\n",
        1,
    );
    fs::write(&path, moved)?;
    let after = types(&path)?;
    for (name, place) in &before {
        assert_eq!(after.get(name), Some(place), "{name}");
    }
    // A component of its own for a shared name takes it from both.
    let path = copy("names_second", |text| {
        text.replacen("components:\n  schemas:\n", "components:\n  schemas:\n    Kind: {type: object, properties: {k: {$ref: 'parts/Kind.yaml'}}}\n    Uses: {$ref: '#/components/schemas/Kind'}\n", 1)
            .replacen("schema: {$ref: '#/components/schemas/Problem'}", "schema: {$ref: '#/components/schemas/Kind'}", 1)
    })?;
    let after = types(&path)?;
    assert_eq!(after.get("types::kind::Kind"), None, "{after:#?}");
    assert_eq!(
        after.get("types::parts_kind::PartsKind").map(String::as_str),
        Some("parts/Kind.yaml#")
    );
    assert_eq!(
        after.get("types::root_kind::RootKind").map(String::as_str),
        Some("openapi.yaml#/components/schemas/Kind")
    );
    Ok(())
}
