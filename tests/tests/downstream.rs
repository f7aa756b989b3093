//! A package of somebody else that generates its client in `build.rs`: built and run as its author would.

use specwright_tests::foreign::{Foreign, succeeded};
use std::error::Error;
use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// The package, copied to a place of its own so that it can be changed.
fn downstream() -> Result<Foreign> {
    let package = Foreign::new(Path::new(env!("CARGO_TARGET_TMPDIR")), "downstream")?;
    let manifest = fs::read_to_string("tests/downstream/Cargo.toml")?;
    let (_, dependencies) = manifest.split_once("[workspace]\n").ok_or("no [workspace]")?;
    let workspace = std::env::current_dir()?.to_string_lossy().replace('\\', "/");
    package.write_manifest(&dependencies.replace("../..", &workspace))?;
    for file in ["build.rs", "src/main.rs"] {
        package.write(file, &fs::read_to_string(Path::new("tests/downstream").join(file))?)?;
    }
    package.write("openapi.yaml", &fs::read_to_string("spec/openapi.yaml")?)?;
    Ok(package)
}

/// Writes the document with a time that is later than every build before.
fn write_document(package: &Foreign, text: &str) -> Result {
    package.write("openapi.yaml", text)?;
    let file = File::options().write(true).open(package.folder.join("openapi.yaml"))?;
    Ok(file.set_modified(SystemTime::now() + Duration::from_secs(2))?)
}

#[test]
fn a_package_that_generates_its_client_while_it_is_built() -> Result {
    let package = downstream()?;
    let before = package.files()?;
    assert!(package.build()?, "the first build compiles");
    let output = succeeded(package.cargo(&["run", "--quiet"]).output()?)?;
    assert_eq!(output.trim(), "1 document type");
    assert_eq!(package.files()?, before, "nothing is written outside OUT_DIR");

    assert!(!package.build()?, "a second build does nothing");

    let text = fs::read_to_string(package.folder.join("openapi.yaml"))?;
    let client = package.generated("openapi.rs")?;
    let written = fs::metadata(&client)?.modified()?;
    write_document(&package, &format!("{text}\n"))?;
    assert!(package.build()?, "a touched document is read again");
    let now = fs::metadata(&client)?.modified()?;
    assert_eq!(now, written, "the same client is not written again");

    broken_document(&package, &text)?;
    assert_eq!(
        fs::metadata(&client)?.modified()?,
        written,
        "the last good client stays"
    );

    write_document(&package, &text)?;
    assert!(package.build()?, "a mended document builds again");
    Ok(())
}

/// A document whose last line is wrong: Cargo shows the file, the line, the column, the line itself and what to do.
fn broken_document(package: &Foreign, text: &str) -> Result {
    let text = format!("{}\nopenapi: 3.1.0\n", text.trim_end());
    write_document(package, &text)?;
    let before = package.files()?;
    let shown = package.build_error()?;
    let place = format!("openapi.yaml:{}:1", text.lines().count());
    for part in [&place, "SW0105", "| openapi: 3.1.0", "= help: "] {
        assert!(shown.contains(part), "{part} is not in:\n{shown}");
    }
    assert_eq!(package.files()?, before, "nothing is written outside OUT_DIR");
    Ok(())
}

/// A directory with a document and what it refers to.
fn directory(name: &str) -> Result<std::path::PathBuf> {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if path.exists() {
        fs::remove_dir_all(&path)?;
    }
    fs::create_dir_all(path.join("shared"))?;
    fs::write(path.join("pets.yaml"), PETS)?;
    let owner = "{type: object, properties: {name: {type: string}}}";
    fs::write(path.join("shared/owner.yaml"), owner)?;
    let error = "{type: object, properties: {code: {$ref: absent.yaml}}}";
    fs::write(path.join("shared/error.yaml"), error)?;
    Ok(path)
}

const PETS: &str = "\
openapi: 3.1.0
info: {title: Pets, version: 1.0.0}
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      responses:
        '200': {description: all, content: {application/json: {schema: {$ref: '#/components/schemas/pet_v2'}}}}
  /owners:
    get:
      operationId: listOwners
      tags: [owners]
      responses:
        '200': {description: all, content: {application/json: {schema: {$ref: 'shared/owner.yaml'}}}}
        '404': {description: none, content: {application/json: {schema: {$ref: 'https://example.com/schemas/error.yaml'}}}}
components:
  schemas:
    pet_v2: {type: object, properties: {type: {type: string, description: what it is}}}
";

#[test]
fn settings_in_code_are_those_of_a_file() -> Result {
    let place = directory("build_settings")?;
    let mut directives = String::new();
    let build = specwright::Build::new(place.join("pets.yaml"))
        .location("https://example.com/schemas/", place.join("shared"))
        .allow_faults()
        .allow("SW0116 #/properties/code")
        .select_tags(["pets"])
        .rename_type("pet_v2", "Animal")
        .rename_operation("listPets", "all_animals")
        .rename_field("#/components/schemas/pet_v2/properties/type", "kind")
        .send_once("listPets");
    let client = build.generate_into(&place, &mut directives)?;
    let text = fs::read_to_string(client)?;
    for part in ["pub struct Animal", "pub fn all_animals(", "pub kind: "] {
        assert!(text.contains(part), "{part}");
    }
    assert!(!text.contains("list_owners"), "only what is selected is in it");

    let mut directives = String::new();
    let wrong = build
        .rename_type("pet_v2", "a b")
        .rename_type("no_such", "Other")
        .use_type("pet_v2", "String; panic!()")
        .allow("SW9999");
    let error = wrong
        .generate_into(&place, &mut directives)
        .expect_err("wrong settings");
    for part in ["rename.types.pet_v2", "types.pet_v2", "diagnostics.allow"] {
        assert!(
            directives.contains("cargo::error=") && error.report.contains(part),
            "{part}: {error}"
        );
    }
    Ok(())
}

#[test]
fn cargo_watches_everything_that_a_client_is_made_of() -> Result {
    let place = directory("build_watched")?;
    for (path, text) in [
        (
            "overlay.yaml",
            "overlay: 1.0.0\ninfo: {title: x, version: '1'}\nactions: [{target: $.info, update: {title: New}}]\n",
        ),
        (
            "more.yaml",
            "overlay: 1.0.0\ninfo: {title: x, version: '1'}\nactions: [{target: $.info, update: {summary: New}}]\n",
        ),
        ("names.toml", "[types]\n\"#/components/schemas/pet_v2\" = \"Pet\"\n"),
        (
            "specwright.toml",
            "[document]\npath = \"pets.yaml\"\noverlays = [\"overlay.yaml\"]\nlocations = { \"https://example.com/schemas/\" = \"shared/\" }\n",
        ),
    ] {
        fs::write(place.join(path), text)?;
    }
    let mut directives = String::new();
    let build = specwright::Build::from_settings(place.join("specwright.toml"))
        .overlay(place.join("more.yaml"))
        .lock(&place)
        .allow_faults();
    // There is no surface.json yet, which is an error after everything was read.
    let error = build
        .generate_into(&place, &mut directives)
        .expect_err("nothing is locked");
    assert!(error.report.contains("`specwright lock` writes it"), "{error}");
    for file in [
        "specwright.toml",
        "pets.yaml",
        "overlay.yaml",
        "more.yaml",
        "names.toml",
        "surface.json",
        "shared/owner.yaml",
        "shared/error.yaml",
        // When it is there, another client comes of it.
        "shared/absent.yaml",
    ] {
        let line = format!("cargo::rerun-if-changed={}\n", place.join(file).display());
        assert!(directives.contains(&line), "{line} is not in\n{directives}");
    }
    Ok(())
}

/// Where the generator of a build script is newer than the runtime: one sentence, before the names that are missing.
#[test]
fn a_runtime_that_is_too_old_says_so() -> Result {
    let package = Foreign::new(Path::new(env!("CARGO_TARGET_TMPDIR")), "outdated")?;
    package.write_manifest("[dependencies]\nspecwright-runtime = \"0.1.0\"\n")?;
    let newer = "specwright_runtime::v1::interface!(999);\nuse specwright_runtime::v1::name_of_tomorrow as _;\n";
    package.write("src/main.rs", &format!("{newer}fn main() {{}}\n"))?;
    let shown = package.build_error()?;
    let first = shown.lines().find(|line| line.starts_with("error")).ok_or("no error")?;
    assert!(
        first.contains("this client needs a newer specwright-runtime: it uses interface 999"),
        "{shown}"
    );
    package.write("src/main.rs", "specwright_runtime::v1::interface!(1);\nfn main() {}\n")?;
    assert!(package.build()?);
    Ok(())
}
