//! `init`: settings to begin with, a build script, or a maintainers' command.

use crate::out::out;
use crate::view::View;
use crate::{CommandResult, Status, input, runtime};
use specwright::source;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Write settings to begin with
///
/// Writes specwright.toml with every setting as a comment: remove the `#` of what you want. With --build-rs
/// it writes a build script beside it, with --xtask the command `cargo xtask` for those who maintain the
/// client, and says what to add to your package. Nothing is overwritten.
/// Example: `specwright init openapi.yaml --build-rs`.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The document
    #[arg(value_name = "DOC", value_parser = input::path, default_value = "openapi.yaml")]
    pub document: PathBuf,
    /// Write build.rs too, for a client that is generated while your package is built
    #[arg(long)]
    pub build_rs: bool,
    /// Write the package xtask too: `cargo xtask generate`, `check`, `diff` and the other commands
    #[arg(long, conflicts_with = "build_rs")]
    pub xtask: bool,
    /// Print the settings, and write nothing
    #[arg(long, conflicts_with_all = ["build_rs", "xtask"])]
    pub print: bool,
    /// What is shown.
    #[command(flatten)]
    pub view: View,
}

/// What generates the client of the settings.
const GENERATE: &str = "specwright generate --settings specwright.toml";

/// All settings as comments; `{document}` is the path of the document as a TOML string, `{command}` the command that generates.
const SETTINGS: &str = include_str!("init/specwright.toml");

const BUILD_SCRIPT: &str = "\
//! Generates the client.

fn main() {
    specwright::Build::from_settings(\"specwright.toml\").name(\"client\").generate();
}
";

const XTASK: &str = "\
//! The maintainers' commands: `cargo xtask --help`.

fn main() -> std::process::ExitCode {
    specwright_cli::program::maintain(\"specwright.toml\", std::env::args_os())
}
";

/// Runs the command.
///
/// # Errors
/// Returns an error if a file is there already, or cannot be written.
pub fn run(args: &Args) -> CommandResult {
    let command = match args.xtask {
        true => "cargo xtask generate",
        false => GENERATE,
    };
    let document = source::display_name(&args.document);
    let settings = SETTINGS
        .replace("{document}", &format!("{document:?}"))
        .replace("{command}", &format!("{command:?}"));
    if args.print {
        out!("{settings}");
        return Ok(Status::Done);
    }
    let mut files = vec![("specwright.toml", settings)];
    if args.build_rs {
        files.push(("build.rs", BUILD_SCRIPT.to_owned()));
    }
    let is_alone = !Path::new("Cargo.toml").exists();
    if args.xtask {
        files.push(("xtask/Cargo.toml", xtask_manifest()?));
        files.push(("xtask/src/main.rs", XTASK.to_owned()));
        files.push((
            ".cargo/config.toml",
            "[alias]\nxtask = \"run --package xtask --\"\n".to_owned(),
        ));
        if is_alone {
            files.push((
                "Cargo.toml",
                "[workspace]\nresolver = \"3\"\nmembers = [\"client\", \"xtask\"]\n".to_owned(),
            ));
        }
    }
    // All or none: a file that is there is somebody's work.
    if let Some((name, _)) = files.iter().find(|(name, _)| Path::new(name).exists()) {
        return Err(format!("`{name}` is there already, and nothing was written: --print shows the settings").into());
    }
    for (name, text) in &files {
        create(Path::new(name), text)?;
        args.view.say(&format!("{name} written"));
    }
    args.view.say(&match (args.build_rs, args.xtask) {
        (true, _) => build_advice()?,
        (false, true) => xtask_advice(is_alone),
        (false, false) => format!("then: {GENERATE}"),
    });
    if !source::exists(&args.document) {
        args.view.note(&format!(
            "note: there is no `{document}` yet: put your document there, or its path into specwright.toml"
        ));
    }
    Ok(Status::Done)
}

/// What has to be added by hand, because only its authors change a manifest.
fn build_advice() -> io::Result<String> {
    let runtime = dependency("runtime", ".", "features = [\"reqwest\", \"rustls\", \"gzip\"]")?;
    let generator = dependency("codegen", ".", "")?;
    Ok(format!(
        "\
add to Cargo.toml:

[dependencies]
specwright-runtime = {runtime}

[build-dependencies]
specwright = {generator}

# The generator, optimised; in a workspace this belongs into its Cargo.toml.
[profile.dev.build-override]
opt-level = 2

and to src/main.rs or src/lib.rs:

mod api {{
    specwright_runtime::include_client!(\"client\");
}}"
    ))
}

fn xtask_manifest() -> io::Result<String> {
    let cli = dependency("cli", "xtask", "")?;
    Ok(format!(
        "[package]\nname = \"xtask\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n[dependencies]\nspecwright-cli = {cli}\n"
    ))
}

fn xtask_advice(is_alone: bool) -> String {
    let workspace = match is_alone {
        true => "",
        false => {
            "add to Cargo.toml, with the directory that `output.path` of the settings names:\n\n[workspace]\nmembers = [\"client\", \"xtask\"]\n\n"
        }
    };
    format!(
        "\n{workspace}then, once, since Cargo wants the package to be there:\n\n{GENERATE}\n\nand from then on `cargo xtask generate` and `cargo xtask check`"
    )
}

/// What Cargo needs to find one of our crates from a directory: the version, or the path in the checkout that this program was built in.
fn dependency(krate: &str, from: &str, rest: &str) -> io::Result<String> {
    let comma = if rest.is_empty() { "" } else { ", " };
    Ok(match runtime::of_checkout(krate, Path::new(from))? {
        Some(path) => format!("{{ path = {path:?}{comma}{rest} }}"),
        None if rest.is_empty() => format!("{:?}", env!("CARGO_PKG_VERSION")),
        None => format!("{{ version = {:?}{comma}{rest} }}", env!("CARGO_PKG_VERSION")),
    })
}

fn create(path: &Path, text: &str) -> io::Result<()> {
    if let Some(directory) = path.parent() {
        fs::create_dir_all(directory)?;
    }
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)?
        .write_all(text.as_bytes())
}
