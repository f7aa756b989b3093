//! A package of somebody else that generates its client in `build.rs`: built and run as its author would.

use std::error::Error;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, SystemTime};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// The package, copied to a place of its own so that it can be changed.
struct Downstream {
    folder: PathBuf,
}

impl Downstream {
    fn new() -> Result<Downstream> {
        specwright_tests::enter_workspace()?;
        let workspace = std::env::current_dir()?;
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("downstream");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(folder.join("src"))?;
        let manifest = fs::read_to_string("tests/downstream/Cargo.toml")?;
        let manifest = manifest.replace("../..", &workspace.to_string_lossy().replace('\\', "/"));
        fs::write(folder.join("Cargo.toml"), manifest)?;
        for file in ["build.rs", "src/main.rs"] {
            fs::copy(Path::new("tests/downstream").join(file), folder.join(file))?;
        }
        fs::copy("spec/openapi.yaml", folder.join("openapi.yaml"))?;
        fs::copy("Cargo.lock", folder.join("Cargo.lock"))?;
        Ok(Downstream { folder })
    }

    fn cargo(&self, arguments: &[&str]) -> Result<Output> {
        let mut command = Command::new(env!("CARGO"));
        command.args(arguments).current_dir(&self.folder);
        // Shared with nobody, so that what is built here is what its author would see.
        command
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            .env("CARGO_INCREMENTAL", "0");
        Ok(command.env_remove("RUSTFLAGS").output()?)
    }

    /// Builds, and answers whether the package itself had to be compiled.
    fn build(&self) -> Result<bool> {
        let output = self.cargo(&["build", "--quiet", "--message-format=json"])?;
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout)?;
        for line in text.lines() {
            let message: serde_json::Value = serde_json::from_str(line)?;
            if message["reason"] == "compiler-artifact" && message["target"]["kind"][0] == "bin" {
                return Ok(message["fresh"] == false);
            }
        }
        Err("the package was not built".into())
    }

    fn document(&self) -> PathBuf {
        self.folder.join("openapi.yaml")
    }

    /// Writes the document with a time that is later than every build before.
    fn write_document(&self, text: &str) -> Result {
        fs::write(self.document(), text)?;
        let file = File::options().write(true).open(self.document())?;
        Ok(file.set_modified(SystemTime::now() + Duration::from_secs(2))?)
    }

    /// Everything in the package but what Cargo owns.
    fn files(&self) -> Result<Vec<(PathBuf, Vec<u8>)>> {
        let mut files = Vec::new();
        let mut folders = vec![self.folder.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder)? {
                let path = entry?.path();
                match path.file_name().and_then(|name| name.to_str()) {
                    Some("target" | "Cargo.lock") => {}
                    _ if path.is_dir() => folders.push(path),
                    _ => {
                        let bytes = fs::read_to_string(&path)?.into_bytes();
                        files.push((path, bytes));
                    }
                }
            }
        }
        files.sort();
        Ok(files)
    }

    /// The generated file in `OUT_DIR`.
    fn client(&self) -> Result<PathBuf> {
        for entry in fs::read_dir(self.folder.join("target/debug/build"))? {
            let path = entry?.path().join("out/openapi.rs");
            if path.exists() {
                return Ok(path);
            }
        }
        Err("there is no client in OUT_DIR".into())
    }
}

#[test]
fn a_package_that_generates_its_client_while_it_is_built() -> Result {
    let downstream = Downstream::new()?;
    let before = downstream.files()?;
    assert!(downstream.build()?, "the first build compiles");
    let output = downstream.cargo(&["run", "--quiet"])?;
    assert_eq!(String::from_utf8(output.stdout)?.trim(), "1 document type");
    assert_eq!(downstream.files()?, before, "nothing is written outside OUT_DIR");

    assert!(!downstream.build()?, "a second build does nothing");

    let text = fs::read_to_string(downstream.document())?;
    let client = downstream.client()?;
    let written = fs::metadata(&client)?.modified()?;
    downstream.write_document(&format!("{text}\n"))?;
    assert!(downstream.build()?, "a touched document is read again");
    assert_eq!(
        fs::metadata(&client)?.modified()?,
        written,
        "the same client is not written again"
    );

    broken_document(&downstream, &text)?;

    downstream.write_document(&text)?;
    assert!(downstream.build()?, "a mended document builds again");
    Ok(())
}

/// A document whose last line is wrong: Cargo shows the file, the line and the column.
fn broken_document(downstream: &Downstream, text: &str) -> Result {
    let text = format!("{}\nopenapi: 3.1.0\n", text.trim_end());
    downstream.write_document(&text)?;
    let output = downstream.cargo(&["build"])?;
    assert!(!output.status.success());
    let shown = String::from_utf8(output.stderr)?;
    let place = format!("openapi.yaml:{}:1", text.lines().count());
    assert!(shown.contains(&place), "{place} is not in:\n{shown}");
    assert!(shown.contains("SW0105"), "{shown}");
    Ok(())
}
