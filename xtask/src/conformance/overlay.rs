//! The Overlay suite: each directory has a document, an overlay, and what the document is to become.

use crate::values::read_value;
use serde_json::{Map, Value};
use specwright::diag::{Diagnostics, Style};
use specwright::import;
use specwright::overlay;
use specwright::source::{DiskLoader, SourceMap};
use specwright::tree::{self, NodeId, Tree};
use specwright_cli::report;
use specwright_cli::{CommandResult, Status};
use std::path::{Path, PathBuf};

/// Runs the suite of a directory.
pub fn run(dir: &Path) -> CommandResult {
    let mut cases: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(dir)? {
        let path = entry?.path();
        if path.join("overlay.yaml").exists() {
            cases.push(path);
        }
    }
    cases.sort();
    let mut rows = Vec::new();
    let mut agreed = 0;
    for case in &cases {
        let wanted = read_value(&case.join("output.yaml"))?;
        let result = applied(case);
        let word = match &result {
            Ok(value) if *value == wanted => "agreed".to_owned(),
            Ok(_) => "another document".to_owned(),
            Err(report) => report.clone(),
        };
        agreed += usize::from(word == "agreed");
        let name = case.file_name().unwrap_or_default().to_string_lossy().into_owned();
        rows.push(vec![name, word]);
    }
    print!("{}", report::table(&[("case", false), ("result", false)], &rows));
    println!("agreed {agreed}/{}", cases.len());
    Ok(Status::done_if(agreed == cases.len()))
}

/// The document with the overlay applied. An error is the report of what is wrong.
fn applied(case: &Path) -> Result<Value, String> {
    let (mut tree, mut sources, mut problems) = (Tree::new(), SourceMap::new(), Diagnostics::new());
    let loader = DiskLoader::new(case);
    let mut read = |name: &str, problems: &mut Diagnostics| {
        import::read(&mut tree, &mut sources, &loader, &case.join(name), problems)
    };
    let document = read("openapi.yaml", &mut problems);
    let overlay = read("overlay.yaml", &mut problems);
    if let (Some(document), Some(overlay)) = (document, overlay) {
        overlay::apply(&mut tree, &sources, document, overlay, &mut problems);
    }
    match (document, problems.gate()) {
        (Some(document), Ok(())) => Ok(value(&tree, document)),
        (_, _) => Err(problems.render(&sources, Style::Plain)),
    }
}

fn value(tree: &Tree, node: NodeId) -> Value {
    match tree.value(node) {
        tree::Value::Null => Value::Null,
        tree::Value::Bool(value) => Value::Bool(*value),
        tree::Value::Number(number) => serde_json::from_str(number.as_str()).unwrap_or(Value::Null),
        tree::Value::String(text) => Value::String(text.to_string()),
        tree::Value::Array(items) => items.iter().map(|item| value(tree, *item)).collect(),
        tree::Value::Object(entries) => {
            let members = entries
                .iter()
                .map(|entry| (entry.key.to_string(), value(tree, entry.value)));
            Value::Object(members.collect::<Map<_, _>>())
        }
    }
}
