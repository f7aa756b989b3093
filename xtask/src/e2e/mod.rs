//! `e2e`: generated clients against servers that we did not write.

mod chroma;
mod prism;
mod server;

use crate::project;
use specwright_cli::CommandResult;

/// Runs both. A server whose program is not installed is skipped with a message.
pub fn run() -> CommandResult {
    project::enter_root()?;
    let prism = prism::run()?;
    let chroma = chroma::run()?;
    Ok(prism.and(chroma))
}
