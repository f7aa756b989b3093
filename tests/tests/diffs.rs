//! The difference of a client is the difference of its document: whatever is added has lines of its own, and one in each list.

use specwright::config::Config;
use specwright::diag::Diagnostics;
use specwright::output::FileSet;
use specwright::source::SourceMap;
use specwright::{Input, generate};
use std::collections::BTreeMap;
use std::error::Error;

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// An operation with a body, parameters and responses of its own, which are like no others: in a large client what is shared is defined
/// where it is first.
fn operation(path: &str, tag: &str) -> String {
    let length = path.bytes().fold(0, |number, byte| 2 * number + u64::from(byte));
    format!(
        "
  /{path}:
    post:
      operationId: make-{path}
      tags: [{tag}]
      summary: Makes {path}
      parameters: [{{name: mode, in: query, required: true, schema: {{enum: [slow, fast, {path}]}}}}]
      requestBody: {{required: true, content: {{application/json: {{schema: {{type: object, required: [size], properties: {{
        size: {{type: integer, minimum: 1}}, label: {{type: string, pattern: '^[a-z]+$', maxLength: {length}, description: On {path}.}}}}}}}}}}}}
      responses:
        '200': {{description: made, content: {{application/json: {{schema: {{$ref: '#/components/schemas/Thing'}}}}}}}}
        '409': {{description: there already, content: {{application/json: {{schema: {{type: object, properties: {{message: {{type: string, description: About {path}.}}}}}}}}}}}}"
    )
}

fn client(operations: &[String]) -> Result<FileSet> {
    let text = format!(
        "
openapi: 3.1.0
info: {{title: Workshop, version: 1.0.0}}
tags: [{{name: pottery}}, {{name: weaving}}]
security: [{{key: []}}]
paths:{}
components:
  securitySchemes: {{key: {{type: http, scheme: bearer}}}}
  schemas:
    Thing: {{type: object, required: [id], properties: {{id: {{type: integer}}, kind: {{enum: [cup, bowl]}}}}}}
",
        operations.concat()
    );
    let name = "workshop.yaml".to_owned();
    let mut problems = Diagnostics::new();
    let input = Input::Text { name, text };
    let generated = generate(&mut SourceMap::new(), &input, &Config::default(), &mut problems);
    Ok(generated.ok_or("the document has errors")?.files)
}

/// What a file gained: how many lines, and whether all in one place. An error if it lost a line.
fn gained(path: &str, before: &str, after: &str) -> Result<(usize, bool)> {
    let (before, after): (Vec<_>, Vec<_>) = (before.lines().collect(), after.lines().collect());
    let mut rest = after.iter();
    if let Some(lost) = before.iter().find(|line| !rest.any(|other| other == *line)) {
        return Err(format!("{path} lost the line {lost:?}").into());
    }
    let same = |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| pairs.take_while(|(one, other)| one == other).count();
    let first = same(&mut before.iter().zip(&after));
    let last = same(&mut before.iter().rev().zip(after.iter().rev()));
    Ok((after.len() - before.len(), first + last >= before.len()))
}

/// The files that an added operation changes, with the lines that each of them gained; its own files are not among them.
fn changes(
    before: &FileSet,
    after: &FileSet,
    own: &str,
    is_looked_at: impl Fn(&&str) -> bool,
) -> Result<BTreeMap<String, (usize, bool)>> {
    let mut changes = BTreeMap::new();
    for (path, text) in before.iter().filter(|(path, _)| is_looked_at(path)) {
        let now = after.get(path).ok_or_else(|| format!("{path} is gone"))?;
        if now != text {
            changes.insert(path.to_owned(), gained(path, text, now)?);
        }
    }
    for (path, _) in after.iter().filter(|(path, _)| before.get(path).is_none()) {
        assert!(path.ends_with(&format!("/{own}.rs")), "{path} is new");
    }
    Ok(changes)
}

/// Where the first call of a package is shown, which is a call of its first operation.
const FIRST_CALL: [&str; 4] = ["Cargo.toml", "README.md", "examples/first_call.rs", "src/lib.rs"];

/// Adds an operation at every place, and looks at the lists: a line in each, and the method in the client.
fn add_everywhere(operations: &[String], tag: &str, lists: &[&str], client_file: &str) -> Result {
    let before = client(operations)?;
    for at in [0, operations.len() / 2, operations.len()] {
        let mut grown = operations.to_vec();
        grown.insert(at, operation("added", tag));
        let is_shown = |path: &&str| at > 0 || !FIRST_CALL.contains(path);
        let mut changes = changes(&before, &client(&grown)?, "make_added", is_shown)?;
        let method = changes.remove(client_file);
        assert!(
            method.is_some_and(|(lines, together)| together && (5..40).contains(&lines)),
            "at {at}: {method:?}"
        );
        let expected = lists.iter().filter(|path| is_shown(path));
        let expected = expected.map(|path| ((*path).to_owned(), (1, true)));
        assert_eq!(changes, expected.collect(), "at {at}");
    }
    Ok(())
}

#[test]
fn an_operation_of_a_small_document() -> Result {
    let operations = ["cups", "bowls", "plates"].map(|path| operation(path, "pottery"));
    let lists = [
        "README.md",
        "src/lib.rs",
        "src/operations/mod.rs",
        "src/wire/operations/mod.rs",
    ];
    add_everywhere(&operations, "pottery", &lists, "src/client.rs")
}

#[test]
fn an_operation_of_a_large_document() -> Result {
    let groups = ["pottery", "weaving"];
    let operations = (0..60).map(|index| operation(&format!("thing{index}"), groups[index / 30]));
    let operations: Vec<String> = operations.collect();
    let lists = ["src/operations/weaving/mod.rs", "src/wire/operations/weaving/mod.rs"];
    add_everywhere(&operations, "weaving", &lists, "src/client/weaving.rs")
}

#[test]
fn a_group_of_a_large_document() -> Result {
    let groups = ["pottery", "weaving"];
    let operations = (0..60).map(|index| operation(&format!("thing{index}"), groups[index / 30]));
    let mut operations: Vec<String> = operations.collect();
    let before = client(&operations)?;
    operations.push(operation("added", "glass"));
    let after = client(&operations)?;
    // Its name as a module, under its condition, in each list; twice where what is in it is re-exported.
    let module = 3;
    let expected = [
        ("Cargo.toml", 2),
        ("README.md", 1),
        ("src/lib.rs", 1),
        ("src/client/mod.rs", module),
        ("src/operations/mod.rs", module + 2),
        // Wire code has no blank line between the two.
        ("src/wire/operations/mod.rs", module + 1),
    ];
    let mut found = BTreeMap::new();
    for (path, text) in before.iter() {
        let now = after.get(path).ok_or_else(|| format!("{path} is gone"))?;
        if now != text {
            found.insert(path, gained(path, text, now)?.0);
        }
    }
    assert_eq!(found, expected.into_iter().collect());
    Ok(())
}
