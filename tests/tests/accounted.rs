//! No part of a document is dropped without a trace: deleting a node changes the client or a diagnostic. CONTRIBUTING.md lists what
//! means nothing to a client.

use specwright_tests::accounted::{Account, account};
use specwright_tests::{bad_cases, enter_workspace, ok_cases};
use std::error::Error;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Nodes of each document that are deleted here; `cargo xtask corpus tests/cases --accounted 100000` deletes all.
const NODES: usize = 25;

/// Nodes that are without effect for a reason of their own: the case, where they begin, and why.
const EXPLAINED: &[(&str, &str, &str)] = &[
    // What the diagnostic in the name of the case leaves out.
    (
        "SW0313_tsv",
        "#/paths/~1pets/post/parameters/0/items",
        "is read as a string",
    ),
    (
        "SW0315_body_and_form",
        "#/paths/~1pets/post/parameters/1",
        "is left out",
    ),
    (
        "SW0316_example_key",
        "#/paths/~1pets/post/responses/200/examples/first",
        "is left out",
    ),
    (
        "SW0354_duplicate_parameter",
        "#/paths/~1pets/post/parameters/0",
        "the later parameter counts",
    ),
    (
        "SW0357_discriminator",
        "#/components/schemas/Pet/discriminator",
        "has no property",
    ),
    // What the settings of the case leave out, or replace.
    ("operations/selected", "#/", "is not selected"),
    ("scalars/stand_ins", "#/", "another type is used for the schema"),
    // What says what follows from the rest.
    (
        "collections/closed_tuples",
        "#/components/schemas/Line/properties/pair",
        "no item is beyond `maxItems`",
    ),
    (
        "composition/heirs",
        "#/components/schemas/Lost/nullable",
        "what has a tag is not null",
    ),
    (
        "operations/credential_headers",
        "#/paths/~1required/post/security",
        "the header is required anyway",
    ),
    (
        "operations/event_objects",
        "#/paths/~1notes/get/responses/200/content",
        "data without a schema are a string",
    ),
    (
        "operations/files",
        "#/paths/~1files/post/requestBody/content",
        "a part without a type is a file",
    ),
    (
        "operations/json_first",
        "#/paths/~1notes/put/requestBody/content",
        "equal JSON is sent by its plain name",
    ),
    (
        "operations/multipart",
        "#/paths/~1covers/post/requestBody/content",
        "the caller puts the parts together",
    ),
    (
        "operations/repeats",
        "#/paths/~1pay",
        "a key is made where none is given",
    ),
    (
        "recursion/choices",
        "#/components/schemas/Chain/anyOf/0",
        "is the choice itself",
    ),
    ("scalars/digits", "#/", "the format says that the digits are a number"),
    (
        "schemas/all_of",
        "#/components/schemas/Narrowed/allOf/0",
        "has all values of the other member",
    ),
    (
        "schemas/constants",
        "#/components/schemas/Constants/properties",
        "a constant says its type",
    ),
    (
        "schemas/encodings",
        "#/components/schemas/Common/allOf",
        "the other member excludes the value",
    ),
    (
        "schemas/enums",
        "#/components/schemas/WithNull/type",
        "the values say their type",
    ),
    (
        "schemas/integers",
        "#/components/schemas/Integers/properties/beyond_32",
        "the limits ask for more",
    ),
    (
        "schemas/nulls_31",
        "#/components/schemas/Nulls/properties/enumeration",
        "the values say their type",
    ),
    (
        "schemas/scalar_unions",
        "#/components/schemas/Limits/properties/dates",
        "dates of two forms are a string",
    ),
    (
        "schemas/unions_plain",
        "#/components/schemas/Strings/anyOf/0/format",
        "dates of two forms are a string",
    ),
    // A map that nothing sends has no field whose rule could be checked.
    (
        "schemas/encodings",
        "#/components/schemas/Keys/propertyNames",
        "nothing sends it",
    ),
    (
        "schemas/objects",
        "#/components/schemas/RequiredInMap/required",
        "nothing sends it",
    ),
    (
        "schemas/undeclared",
        "#/components/schemas/Labels/patternProperties",
        "nothing sends it",
    ),
];

fn is_explained(case: &str, pointer: &str) -> bool {
    let mut explained = EXPLAINED.iter();
    explained.any(|(known, place, _)| *known == case && pointer.starts_with(place))
}

#[test]
fn deleting_a_node_of_a_test_document_changes_the_client_or_a_diagnostic() -> Result<(), Box<dyn Error>> {
    enter_workspace()?;
    let mut cases = ok_cases()?;
    cases.extend(bad_cases()?);
    // These have more schemas than are read, so that one less changes nothing.
    let is_cut = |name: &str| name.starts_with("SW0510") || name.starts_with("SW0512");
    cases.retain(|case| case.pages.is_empty() && !is_cut(&case.name));
    let next = AtomicUsize::new(0);
    let work = || {
        let mut found = Vec::new();
        while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
            let account = account(&case.document, case.settings.as_deref(), NODES).unwrap_or_default();
            found.push((case.name.clone(), account));
        }
        found
    };
    let mut all: Vec<(String, Account)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..2).map(|_| scope.spawn(work)).collect();
        threads
            .into_iter()
            .filter_map(|thread| thread.join().ok())
            .flatten()
            .collect()
    });
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    let tried: usize = all.iter().map(|(_, account)| account.tried).sum();
    assert!(tried > 2000, "only {tried} nodes were deleted");
    let listed = |of: fn(&Account) -> &Vec<String>| -> Vec<String> {
        let pointers = |(name, account): &(String, Account)| {
            let lines = of(account).iter().filter(|pointer| !is_explained(name, pointer));
            lines.map(|pointer| format!("{name} {pointer}")).collect::<Vec<_>>()
        };
        all.iter().flat_map(pointers).collect()
    };
    let idle = listed(|account| &account.idle);
    assert!(
        idle.is_empty(),
        "without effect, and not explained:\n{}",
        idle.join("\n")
    );
    let implied = listed(|account| &account.implied);
    assert!(
        implied.len() * 100 < tried,
        "{} of {tried} nodes are implied:\n{}",
        implied.len(),
        implied.join("\n")
    );
    Ok(())
}
