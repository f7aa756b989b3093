//! A constant that breaks its pattern does not compile. Each case is a program of its own that is given to the compiler.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Whether the compiler accepts a `main.rs` that uses the committed client, and what it says.
fn compile(name: &str, code: &str) -> Result<(bool, String), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("no workspace")?;
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("constants").join(name);
    fs::create_dir_all(folder.join("src"))?;
    let client = root.join("generated-client");
    let manifest = format!(
        "[package]\nname = \"constants-{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         sandbox-kyc-client = {{ path = {client:?}, default-features = false }}\n\n[workspace]\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(folder.join("src/main.rs"), code)?;
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    let output = Command::new(env!("CARGO"))
        .args(["check", "--quiet", "--offline"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.parent().ok_or("no parent")?.join("target"))
        .output()?;
    Ok((
        output.status.success(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
    ))
}

fn program(constant: &str) -> String {
    format!("use sandbox_kyc_client::initiate_session::*;\n{constant}\nfn main() {{ println!(\"{{VALUE}}\"); }}\n")
}

#[test]
fn a_constant_is_checked_by_the_compiler() -> Result<(), Box<dyn Error>> {
    let good = program("const VALUE: RedirectUrl = RedirectUrl::from_static(\"https://example.com\");");
    let (accepted, said) = compile("good", &good)?;
    assert!(accepted, "{said}");

    let bad = program("const VALUE: RedirectUrl = RedirectUrl::from_static(\"http://x\");");
    let (accepted, said) = compile("bad-url", &bad)?;
    assert!(!accepted, "a plain http URL compiled");
    assert!(said.contains("must match the pattern `^https://`"), "{said}");

    let bad = program("const VALUE: VerifiedMobile = VerifiedMobile::from_static(\"123\");");
    let (accepted, said) = compile("bad-mobile", &bad)?;
    assert!(!accepted, "a mobile number of three digits compiled");
    assert!(said.contains("[6-9][0-9]{9}"), "{said}");
    Ok(())
}
