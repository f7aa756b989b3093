//! `init`: settings to begin with, and a build script.

use crate::out::out;
use crate::view::View;
use crate::{CommandResult, Status, input};
use specwright::source;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Write settings to begin with
///
/// Writes specwright.toml with every setting as a comment: remove the `#` of what you want. With --build-rs
/// it writes a build script beside it, and says what to add to your package. Nothing is overwritten.
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
    /// Print the settings, and write nothing
    #[arg(long, conflicts_with = "build_rs")]
    pub print: bool,
    /// What is shown.
    #[command(flatten)]
    pub view: View,
}

/// All settings as comments; `{document}` is the path of the document as a TOML string.
const SETTINGS: &str = include_str!("init/specwright.toml");

/// What has to be added by hand, because only its authors change a manifest.
const ADVICE: &str = "\
add to Cargo.toml:

[dependencies]
specwright-runtime = { version = \"0.1.0\", features = [\"reqwest\", \"rustls\"] }

[build-dependencies]
specwright = \"0.1.0\"

and to src/main.rs or src/lib.rs:

mod api {
    specwright_runtime::include_client!(\"client\");
}";

/// Runs the command.
///
/// # Errors
/// Returns an error if a file is there already, or cannot be written.
pub fn run(args: &Args) -> CommandResult {
    let document = source::display_name(&args.document);
    let settings = SETTINGS.replace("{document}", &format!("{document:?}"));
    if args.print {
        out!("{settings}");
        return Ok(Status::Done);
    }
    let mut files = vec![("specwright.toml", settings)];
    if args.build_rs {
        let script = "//! Generates the client.\n\nfn main() {\n    specwright::Build::from_settings(\"specwright.toml\").name(\"client\").generate();\n}\n";
        files.push(("build.rs", script.to_owned()));
    }
    // Both or none: a file that is there is somebody's work.
    if let Some((name, _)) = files.iter().find(|(name, _)| Path::new(name).exists()) {
        return Err(format!("`{name}` is there already, and nothing was written: --print shows the settings").into());
    }
    for (name, text) in &files {
        create(Path::new(name), text)?;
        args.view.say(&format!("{name} written"));
    }
    if args.build_rs {
        args.view.say(ADVICE);
    }
    Ok(Status::Done)
}

fn create(path: &Path, text: &str) -> io::Result<()> {
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)?
        .write_all(text.as_bytes())
}
