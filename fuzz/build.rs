//! Lists the types of the compiled cases: each with its reader, and with where its schema is.

use specwright::config::Faults;
use specwright::surface::{Fact, Kind};
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let directory = std::env::var("OUT_DIR")?;
    specwright_tests::enter_workspace()?;
    let mut rows = String::new();
    let mut count = 0;
    for case in specwright_tests::ok_cases()? {
        let path = case.name.replace('-', "_").replace('/', "::");
        let checked = specwright_tests::check(&case, Faults::Deny);
        let Some(surface) = checked.generated.and_then(|generated| generated.surface) else {
            return Err(format!("{} is not generated:\n{}", case.name, checked.report).into());
        };
        let types = surface.items.iter().filter(|(_, item)| item.kind == Kind::Type);
        // What an alias names is in the list by itself.
        let read = types.filter(|(name, item)| {
            item.fact(Fact::Shape) != "alias" && !item.pointer.is_empty() && !is_of_a_call(name)
        });
        for (name, item) in read {
            let document = case.document.to_string_lossy();
            count += 1;
            // Streams are alike whatever their items are.
            let has_streams = count % 16 == 0;
            let probe = if has_streams { "with_streams" } else { "of_json" };
            writeln!(
                rows,
                "Reader {{ name: \"{path}::{name}\", document: {document:?}, pointer: {:?}, has_streams: {has_streams}, probe: {probe}::<specwright_compiled::{path}::{name}> }},",
                item.pointer
            )?;
        }
    }
    std::fs::write(Path::new(&directory).join("readers.rs"), format!("&[\n{rows}]\n"))?;
    let level = std::env::var("OPT_LEVEL")?;
    let output = format!(
        "cargo::rustc-env=OPT_LEVEL={level}\ncargo::rerun-if-changed=../tests/cases/ok\ncargo::rerun-if-changed=../tests/compiled/src\n"
    );
    std::io::Write::write_all(&mut std::io::stdout(), output.as_bytes())?;
    Ok(())
}

/// Whether a type is what a call takes or gives, and not what a body has.
fn is_of_a_call(name: &str) -> bool {
    let last = name.rsplit("::").next().unwrap_or(name);
    let is_form = ["RequestMultipart", "RequestMixed"]
        .iter()
        .any(|form| last.starts_with(form));
    is_form || (name.starts_with("operations::") && matches!(last, "Failure" | "Success" | "Headers" | "Body"))
}
