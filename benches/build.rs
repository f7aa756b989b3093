//! Prints the checks of the patterns in `patterns.txt`, with what kind each of them is, and generates the client that is measured.

use std::error::Error;
use std::path::Path;

use specwright::emit::pattern::matcher_fn;
use specwright::pattern::{Matcher, compile};
use specwright::plan::names::{self, Scope};

fn main() -> Result<(), Box<dyn Error>> {
    let list = "src/patterns.txt";
    let mut functions = String::new();
    let mut rows = String::new();
    // A program with these two is built to find out what they cost.
    let mut first = String::new();
    for (index, line) in std::fs::read_to_string(list)?.lines().enumerate() {
        let mut columns = line.split('\t');
        let (Some(source), Some(good), Some(bad)) = (columns.next(), columns.next(), columns.next()) else {
            return Err(format!("{list}:{}: three columns are needed", index + 1).into());
        };
        let pattern = compile(source)?;
        let kind = match pattern.matcher {
            Matcher::Code(_) => "Code",
            Matcher::Table(_) => "Table",
            Matcher::Engine(_) => return Err(format!("{source} needs an engine").into()),
        };
        let name = Scope::default().claim(&format!("pattern_{index}"), names::Case::Field);
        let function = matcher_fn(&name, &pattern);
        if index < 2 {
            first.push_str(&function);
        }
        functions.push_str(&function);
        rows.push_str(&format!(
            "Case {{ source: {source:?}, good: {good:?}, bad: {bad:?}, kind: Kind::{kind}, is_match: {name} }},\n"
        ));
    }
    specwright::Build::new("src/runtime/pets.yaml").generate();
    specwright::Build::new("src/runtime/shapes.yaml").generate();
    let directory = std::env::var("OUT_DIR")?;
    let file = format!("const CASES: &[Case] = &[\n{rows}];\n{functions}");
    std::fs::write(Path::new(&directory).join("patterns.rs"), file)?;
    std::fs::write(Path::new(&directory).join("first.rs"), first)?;
    std::io::Write::write_all(
        &mut std::io::stdout(),
        format!("cargo::rerun-if-changed={list}\n").as_bytes(),
    )?;
    Ok(())
}
