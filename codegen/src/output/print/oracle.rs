//! What is printed from the tokens is what `prettyplease` prints, over all cases.

use super::{Text, Unprinted as _, format, slow};
use crate::config::Config;
use crate::diag::Diagnostics;
use crate::output::Layout;
use crate::source::SourceMap;
use crate::{Input, emit, plan, read};
use std::path::{Path, PathBuf};

#[test]
fn cases_are_printed_as_prettyplease_prints_them() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases/ok");
    let differences = compare(&documents(&cases));
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// `SPECWRIGHT_DOCUMENTS=DIRECTORY cargo test -p specwright --release documents_of -- --ignored`
#[test]
#[ignore = "takes a directory of documents"]
fn documents_of_a_directory_are_printed_as_prettyplease_prints_them() {
    let directory = std::env::var("SPECWRIGHT_DOCUMENTS").expect("SPECWRIGHT_DOCUMENTS names a directory of documents");
    let differences = compare(&documents(Path::new(&directory)));
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

fn documents(directory: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut left = vec![directory.to_owned()];
    while let Some(directory) = left.pop() {
        for entry in std::fs::read_dir(&directory).expect("a directory") {
            let path = entry.expect("an entry").path();
            match path.extension().and_then(|extension| extension.to_str()) {
                _ if path.is_dir() => left.push(path),
                Some("yaml" | "json") => found.push(path),
                _ => {}
            }
        }
    }
    found.sort();
    found
}

/// The first line that differs of each file, as it should be and as it is.
fn compare(documents: &[PathBuf]) -> Vec<String> {
    let mut differences = Vec::new();
    let mut files = 0;
    for document in documents {
        for layout in [Layout::Crate, Layout::File] {
            let mut config = Config::default();
            config.output.layout = layout;
            crate::stack::with_room(|| files += compare_one(document, &config, &mut differences));
        }
    }
    // Parts of other documents generate nothing by themselves.
    assert!(
        files > documents.len(),
        "{files} files of {} documents",
        documents.len()
    );
    differences
}

fn compare_one(document: &Path, config: &Config, differences: &mut Vec<String>) -> usize {
    let (mut sources, mut diags) = (SourceMap::new(), Diagnostics::new());
    let input = Input::Path(document.to_owned());
    let Some(api) = read(&mut sources, &input, config, &mut diags) else {
        return 0;
    };
    let Some(plan) = plan::plan(&api, config, &mut diags) else {
        return 0;
    };
    let files = emit::files(&plan);
    for file in &files {
        let Text::Rust(tokens, _) = file.text() else {
            continue;
        };
        let expected = slow::file(&tokens.to_string()).expect("it is Rust");
        let printed = format(&tokens).expect("it is Rust");
        let line = expected
            .lines()
            .zip(printed.lines())
            .find(|(expected, printed)| expected != printed);
        if printed != expected {
            let (expected, printed) = line.unwrap_or(("more lines", "or fewer"));
            differences.push(format!(
                "{}: {}\n- {expected}\n+ {printed}",
                document.display(),
                file.path()
            ));
        }
    }
    files.len()
}
