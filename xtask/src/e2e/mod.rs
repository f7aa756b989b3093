//! `e2e`: generated clients against servers that we did not write.

mod chroma;
mod prism;
mod server;

use crate::{Answer, project};

/// Runs both. What needs a program that is not here is skipped, which is said and is no failure.
pub fn run() -> Answer {
    project::enter_root()?;
    let prism = prism::run()?;
    let chroma = chroma::run()?;
    Ok(prism && chroma)
}
