//! How the time grows with the document: a synthetic one, ten times as large, and a hundred times.

use super::table::{Row, Unit};
use super::whole;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

const TIMES: [usize; 3] = [1, 10, 100];
/// Operations and schemas of the smallest document.
const SIZE: usize = 30;
/// How many times longer than in proportion the largest may take.
const SLACK: f64 = 1.5;

/// The documents, each with how many times as large it is.
pub(super) fn documents(directory: &Path) -> std::io::Result<Vec<(usize, PathBuf)>> {
    let write = |times: usize| {
        let path = directory.join(format!("synthetic-{times}.yaml"));
        std::fs::write(&path, document(times * SIZE))?;
        Ok((times, path))
    };
    TIMES.into_iter().map(write).collect()
}

/// A row for each document; the budget of the larger ones follows from the one before.
pub(super) fn rows(documents: &[(usize, PathBuf)], rounds: usize, scratch: &Path) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut rows: Vec<Row> = Vec::new();
    for (times, document) in documents {
        let ours = whole::generation(document, rounds, scratch)?.as_secs_f64();
        // The smallest ones take as long as a process does.
        let before = rows.last().filter(|row| row.ours > 0.02);
        let budget = before.map(|row| row.ours * 10.0 * SLACK);
        rows.push(Row {
            what: format!("generate a synthetic document of size {times}"),
            unit: Unit::Seconds,
            ours,
            budget,
            peer: None,
        });
    }
    Ok(rows)
}

/// A document of so many schemas, which refer to each other, and as many paths.
fn document(count: usize) -> String {
    let mut text =
        "openapi: 3.1.0\ninfo: {title: Synthetic, version: 1.0.0}\nservers: [{url: https://example.com}]\npaths:\n"
            .to_owned();
    for index in 0..count {
        let _ = write!(
            text,
            "  /things{index}/{{id}}:\n    parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]\n    \
             get:\n      operationId: getThing{index}\n      tags: [group{}]\n      parameters: [{{name: limit, in: query, schema: {{type: integer, maximum: 100}}}}]\n      \
             responses:\n        '200': {{description: The thing., content: {{application/json: {{schema: {{$ref: '#/components/schemas/Thing{index}'}}}}}}}}\n        \
             '404': {{description: None., content: {{application/json: {{schema: {{type: object, properties: {{message: {{type: string}}}}}}}}}}}}\n",
            index % 20
        );
    }
    text.push_str("components:\n  schemas:\n");
    for index in 0..count {
        let next = (index * 7 + 1) % count;
        let _ = write!(
            text,
            "    Thing{index}:\n      type: object\n      description: A thing with number {index}.\n      required: [id, name]\n      properties:\n        \
             id: {{type: string, format: uuid}}\n        name: {{type: string, minLength: 1, maxLength: 80}}\n        kind: {{type: string, enum: [small, large, other{index}]}}\n        \
             tags: {{type: array, items: {{type: string}}}}\n        other: {{$ref: '#/components/schemas/Thing{next}'}}\n        \
             choice: {{oneOf: [{{type: string}}, {{type: integer}}]}}\n        created: {{type: string, format: date-time}}\n"
        );
    }
    text
}
