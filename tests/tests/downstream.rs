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
