//! Makes a compiled library loadable for a page: `bindgen LIBRARY.wasm DIRECTORY` writes `calls.js` and `calls_bg.wasm`.
//!
//! A program of its own and not a command that is installed: its version is that of the library, by the lock file.

use std::error::Error;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(library), Some(directory)) = (arguments.next(), arguments.next()) else {
        return Err("usage: bindgen LIBRARY.wasm DIRECTORY".into());
    };
    let mut bindgen = Bindgen::new();
    bindgen.input_path(library).out_name("calls").typescript(false);
    Ok(bindgen.no_modules(true)?.generate(directory)?)
}
