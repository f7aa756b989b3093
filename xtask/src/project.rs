//! Where things are in this repository.

use specwright_cli::view::View;
use std::error::Error;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The settings of the committed client.
pub const SETTINGS: &str = "spec/specwright.toml";
/// The document of the committed client.
pub const DOCUMENT: &str = "spec/openapi.yaml";

/// Which client a command is about.
#[derive(clap::Args)]
pub struct ProjectArgs {
    /// The settings [default: spec/specwright.toml of this repository]
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// What is shown.
    #[command(flatten)]
    pub view: View,
}

/// The directory of the workspace that the command was called in: that of Cargo, which sets it for `cargo xtask`, or else the
/// nearest one above the current directory. A program that was copied or built elsewhere never writes into its own checkout.
///
/// # Errors
/// Returns an error if there is no such workspace.
pub fn root() -> io::Result<PathBuf> {
    let start = match std::env::var_os("CARGO_MANIFEST_DIR") {
        Some(xtask) => PathBuf::from(xtask),
        None => std::env::current_dir()?,
    };
    let root = start.ancestors().find(|directory| directory.join(SETTINGS).is_file());
    let message = || format!("neither {} nor a directory above it has {SETTINGS}", start.display());
    root.map(Path::to_path_buf)
        .ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, message()))
}

/// Makes the directory of the workspace the current one, so that paths in messages are short and the same everywhere.
pub fn enter_root() -> io::Result<()> {
    std::env::set_current_dir(root()?)
}

/// A path that was given on the command line, as it is named from the directory of the workspace: short where it is inside.
pub fn from_root(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    Ok(path.strip_prefix(root()?).map_or(path.clone(), Path::to_path_buf))
}

/// The settings that were asked for, or those of the committed client; then the workspace is the current directory.
pub fn enter(settings: Option<&Path>) -> io::Result<PathBuf> {
    let settings = settings.map(from_root).transpose()?;
    enter_root()?;
    Ok(settings.unwrap_or_else(|| PathBuf::from(SETTINGS)))
}

/// Cargo, the one that runs this command if it is run by one.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The target of programs for browsers.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Whether programs for browsers can be compiled.
///
/// # Errors
/// Returns an error if the standard library for them is missing.
pub fn has_wasm() -> Result<(), Box<dyn Error>> {
    let libraries = Command::new("rustc")
        .args(["--print", "target-libdir", "--target", WASM])
        .output()?;
    match Path::new(String::from_utf8_lossy(&libraries.stdout).trim()).is_dir() {
        true => Ok(()),
        false => Err(format!("the standard library for {WASM} is missing: `rustup target add {WASM}`").into()),
    }
}

/// An error of the disk, with the path that it is about.
pub fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
