//! Clients of accepted documents as the modules of one package, compiled with warnings as errors.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use specwright_tests::foreign::Foreign;

/// The package. Its dependencies are those that generated code has.
const MANIFEST: &str = "[features]\ndefault = [\"serde-all\"]\nserde-all = []\n\n[dependencies]\nserde_core = \"1\"\nserde_json = \"1\"\n\
    specwright-runtime = { version = \"*\", default-features = false }\n";

/// An empty directory for clients, if some are to be compiled.
///
/// # Errors
/// What the disk says.
pub fn directory(work: &Path, count: usize) -> std::io::Result<Option<PathBuf>> {
    if count == 0 {
        return Ok(None);
    }
    let kept = std::path::absolute(work.join("kept"))?;
    if kept.exists() {
        fs::remove_dir_all(&kept)?;
    }
    fs::create_dir_all(&kept)?;
    Ok(Some(kept))
}

/// Compiles `count` clients, evenly spread over those that were kept; whether all do without a warning.
///
/// # Errors
/// What the disk or Cargo says.
pub fn check(kept: &Path, count: usize) -> Result<bool, Box<dyn Error>> {
    let all = specwright_tests::files_below(kept, &["rs"])?;
    let count = count.min(all.len());
    let work = kept.parent().unwrap_or(kept);
    let package = Foreign::new(work, "sample")?;
    package.write_manifest(MANIFEST)?;
    let mut library = "//! Generated clients.\n#![deny(warnings)]\n".to_owned();
    for index in 0..count {
        let path = &all[index * all.len() / count];
        let module = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        package.write(&format!("src/{module}.rs"), &fs::read_to_string(path)?)?;
        library.push_str(&format!("#[allow(missing_docs)] pub mod {module};\n"));
    }
    package.write("src/lib.rs", &library)?;
    let output = package
        .cargo(&["check", "--quiet", "--message-format", "short"])
        .output()?;
    println!("compiled: {count} clients of {}", all.len());
    if output.status.success() {
        return Ok(true);
    }
    print!("{}", String::from_utf8_lossy(&output.stderr));
    println!("the modules are in {}", package.folder.join("src").display());
    Ok(false)
}
