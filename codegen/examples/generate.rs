//! Generates a client from a document into a folder: `cargo run --example generate -- DOCUMENT FOLDER`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line program")]

use specwright::config::{Config, Layout, Runtime};
use specwright::diag::Diagnostics;
use specwright::output::{Mode, apply};
use specwright::source::SourceMap;
use specwright::{Input, generate};
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(document), Some(folder)) = (args.next(), args.next()) else {
        return Err("usage: generate DOCUMENT FOLDER [RUNTIME] [file]".into());
    };
    let mut config = Config::default();
    config.package.runtime = args.next().map(Runtime::path);
    if args.next().is_some() {
        config.output.layout = Layout::File;
    }
    let mut sources = SourceMap::new();
    let mut diags = Diagnostics::tolerant();
    let generated = generate(&mut sources, &Input::Path(document.into()), &config, &mut diags);
    for diagnostic in diags.iter() {
        let place = diagnostic.location.span.map(|span| sources.position(span));
        let line = place.map_or(0, |place| place.line);
        eprintln!(
            "{}: {} (line {line})",
            diagnostic.problem.code(),
            diagnostic.problem.message()
        );
    }
    let generated = generated.ok_or("nothing was generated")?;
    apply(&generated.files, Path::new(&folder), Mode::Write)?;
    println!("{:?} in {} files", generated.summary, generated.files.len());
    Ok(())
}
