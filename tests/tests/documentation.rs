//! What the documentation of generated code says: what the document says, and nothing where it says nothing.
//!
//! The documents are those of `cases/ok/documentation`; the code is read with `syn` where it is committed.

use quote::ToTokens as _;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use syn::{Attribute, Expr, ExprLit, ImplItem, Item, Lit, Meta};

type Outcome = Result<(), Box<dyn Error>>;

/// The documentation of all items of a case, by their paths: `types::shelf::Shelf.label`.
fn docs(case: &str) -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    specwright_tests::enter_workspace()?;
    let text = fs::read_to_string(format!("tests/compiled/src/documentation/{case}.rs"))?;
    let mut found = BTreeMap::new();
    items(&mut found, "", &syn::parse_file(&text)?.items);
    Ok(found)
}

fn items(found: &mut BTreeMap<String, String>, path: &str, list: &[Item]) {
    for item in list {
        match item {
            Item::Mod(module) => {
                let path = format!("{path}{}", module.ident);
                found.insert(path.clone(), text(&module.attrs));
                let inner = module.content.as_ref().map_or(&[][..], |(_, items)| items);
                items(found, &format!("{path}::"), inner);
            }
            Item::Struct(item) => {
                let path = format!("{path}{}", item.ident);
                found.insert(path.clone(), text(&item.attrs));
                for (index, field) in item.fields.iter().enumerate() {
                    let name = field.ident.as_ref().map_or(index.to_string(), ToString::to_string);
                    found.insert(format!("{path}.{name}"), text(&field.attrs));
                }
            }
            Item::Enum(item) => {
                let path = format!("{path}{}", item.ident);
                found.insert(path.clone(), text(&item.attrs));
                for variant in &item.variants {
                    found.insert(format!("{path}::{}", variant.ident), text(&variant.attrs));
                }
            }
            Item::Impl(block) if block.trait_.is_none() => {
                let path = format!("{path}{}", block.self_ty.to_token_stream());
                for item in &block.items {
                    if let ImplItem::Fn(method) = item {
                        found.insert(format!("{path}::{}()", method.sig.ident), text(&method.attrs));
                    }
                }
            }
            _ => {}
        }
    }
}

/// The lines of a documentation, without the space that they begin with.
fn text(attrs: &[Attribute]) -> String {
    let lines = attrs.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(text), ..
            }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    });
    let lines: Vec<String> = lines
        .map(|line| line.strip_prefix(' ').unwrap_or(&line).to_owned())
        .collect();
    lines.join("\n")
}

/// Compares the documentation of some items.
fn check(case: &str, expected: &[(&str, &str)]) -> Outcome {
    let found = docs(case)?;
    for (path, text) in expected {
        let documented = found.get(*path).ok_or_else(|| format!("there is no {path}"))?;
        assert_eq!(documented, text, "{path}");
    }
    Ok(())
}

#[test]
fn a_method_says_what_it_takes_returns_and_needs_and_how_it_fails() -> Outcome {
    check(
        "descriptions",
        &[
            (
                "client::Client::get_shelf()",
                "One shelf

With everything on it.

- even the dust

`GET /shelves/{shelf}`

Arguments:

* `shelf` (1 to 8 characters): The label.
* `floor` (from 0 to 9): Counted from the cellar.

Options of the [`Call`](super::operations::get_shelf::Call): `is_deep`, `x_trace`, `per_page`.

Returns [`Shelf`](super::types::Shelf): The shelf of that label.

Fails with [`Failure`](super::operations::get_shelf::Failure):

* 404 (`NotFound`): No shelf has that label.

  Labels have no case.
* 409 (`Conflict`): It is being moved.
* any other status (`Other`): Anything else.

Credentials: [`login`](super::client::ClientBuilder::login) with `read`, or \
[`key`](super::client::ClientBuilder::key) and [`login`](super::client::ClientBuilder::login) with `write`, `admin`, or none.",
            ),
            (
                "client::Client::patch_shelf()",
                "`PATCH /shelves/{shelf}`

Arguments:

* `shelf` (1 to 8 characters): The label.
* `body`: What changes.

Must be set on the call: `a`, `b`, `c`, `d`.

Returns [`Success`](super::operations::patch_shelf::Success):

* 200: It changed.
* 202: It will change.",
            ),
        ],
    )
}

#[test]
fn descriptions_of_bodies_and_responses_are_kept() -> Outcome {
    let docs = docs("descriptions")?;
    let put = &docs["client::Client::put_shelf()"];
    for line in [
        "Replaces a shelf. What was there is gone.",
        "* `body`: What is on the shelf from now on.",
        "Returns nothing: Stored.",
        "* 409 (`Conflict`): It is being moved.",
        "  Header `x-until` (string): When it is there.",
        "* 5XX (`ServerError`): The shelf is gone.",
        "Each of them:",
        "- Header `x-left` (integer): Shelves that are left.",
    ] {
        assert_eq!(put.lines().filter(|found| *found == line).count(), 1, "{line}: {put}");
    }
    check(
        "descriptions",
        &[
            (
                "operations::get_shelf::Failure::NotFound",
                "Status 404: No shelf has that label.\n\nLabels have no case.",
            ),
            (
                "operations::get_shelf::Failure::Conflict",
                "Status 409: It is being moved.",
            ),
            ("operations::get_shelf::Headers.x_count", "How many books there are."),
            (
                "operations::patch_shelf::Success::Accepted",
                "Status 202: It will change.",
            ),
        ],
    )
}

#[test]
fn what_a_string_holds_and_which_headers_a_part_has_is_said() -> Outcome {
    check(
        "contents",
        &[
            (
                "client::Client::post_message()",
                "`POST /messages`

Arguments:

* `filter` (content `application/json` with the schema `{\"type\": \"array\"}`): What to keep.

Returns nothing: Sent.",
            ),
            (
                "client::Client::post_scan()",
                "`POST /scans`

Arguments:

* `body`: The scan.

  Header `X-Sum` of the part `page` (string, required, at most 8 characters): The sum of its bytes.

  Header `X-Dpi` of the part `page` (integer)

Returns nothing: Kept.",
            ),
            (
                "types::message::Message.payload",
                "What is sent.
Content `application/json` with the schema `{\"type\": \"object\", \"properties\": {\"n\": {\"type\": \"integer\"}}}`.",
            ),
            ("types::message::Message.picture", "Content `image/png, base16`."),
            (
                "types::message::Message.state",
                "Content with the schema `{\"type\": \"object\"}`.",
            ),
        ],
    )
}

#[test]
fn a_module_says_what_its_operation_is_for() -> Outcome {
    check(
        "descriptions",
        &[
            (
                "operations::get_shelf",
                "One shelf: `GET /shelves/{shelf}`\n\n[`Client::get_shelf`](super::super::client::Client::get_shelf) makes a [`Call`], which returns\n\
                 [`Shelf`](super::super::types::Shelf) or fails with [`Failure`].",
            ),
            (
                "operations::put_shelf",
                "Replaces a shelf: `PUT /shelves/{shelf}`\n\n[`Client::put_shelf`](super::super::client::Client::put_shelf) makes a [`Call`], which returns\n\
                 nothing or fails with [`Failure`].",
            ),
            (
                "operations::patch_shelf",
                "`PATCH /shelves/{shelf}`\n\n[`Client::patch_shelf`](super::super::client::Client::patch_shelf) makes a [`Call`], which returns\n\
                 [`Success`] or fails with [`Failure`].",
            ),
            (
                "events::moved",
                "A shelf was moved.\n\nDelivers [`Request`](super::super::events::moved::Request).\n\nTypes of `moved`.",
            ),
        ],
    )
}

#[test]
fn fields_and_setters_say_their_default_and_limits_and_another_name() -> Outcome {
    check(
        "descriptions",
        &[
            ("types::shelf::Shelf.label", "Its label. At most 8 characters."),
            (
                "types::shelf::Shelf.book_count",
                "JSON: `bookCount`. Default `0`, at least 0.",
            ),
            ("types::shelf::Shelf::book_count()", "Default `0`, at least 0."),
            (
                "types::shelf::Shelf.tags",
                "At most 3 items, all different, each at most 20 characters.",
            ),
            (
                "operations::get_shelf::Call::is_deep()",
                "Whether books are listed too. Query: `isDeep`. Default `false`.",
            ),
            (
                "operations::get_shelf::Call::per_page()",
                "Query: `per-page`. Default `20`, more than 0, a multiple of 5.",
            ),
            ("operations::get_shelf::Call::x_trace()", ""),
            ("operations::patch_shelf::Call::a()", "One. Required."),
        ],
    )
}

#[test]
fn a_type_says_where_its_schema_is_written_once_and_last() -> Outcome {
    check(
        "descriptions",
        &[
            (
                "types::shelf::Shelf",
                "Shelf.\n\nSee <https://example.com/shelf>.\n\nAt least 1 property.\n\nSchema: `#/components/schemas/Shelf`",
            ),
            ("types::shelf::State", "The property `state`: schema `properties/state`"),
            (
                "types::shelf::Code",
                "Three letters.\n\nMatching `^[a-z]{3}$`.\n\nSchema: `properties/code`",
            ),
            (
                "types::shelf::ContentSchema",
                "The property `schema`: schema `properties/content/properties/schema`",
            ),
            (
                "operations::get_shelf::NotFound",
                "The response 404: schema `responses/404/…`",
            ),
            (
                "events::moved::Request",
                "What the server sends: schema `requestBody/…`",
            ),
        ],
    )
}

#[test]
fn a_variant_says_its_value_where_its_name_does_not() -> Outcome {
    check(
        "descriptions",
        &[
            ("types::shelf::State::Open", "Anyone may take a book."),
            ("types::shelf::State::InProgress", ""),
            ("types::shelf::State::Closed", "JSON: `\"CLOSED\"`."),
            ("types::shelf::State::HalfOpen", "JSON: `\"half-open\"`."),
            // Its title says no more than its name.
            ("types::shelf::Owner::TheNameOfTheOwner", ""),
        ],
    )
}

#[test]
fn where_nothing_is_said_there_is_no_documentation() -> Outcome {
    check(
        "silence",
        &[
            (
                "operations::get_a",
                "`GET /a/{id}`\n\n[`Client::get_a`](super::super::client::Client::get_a) makes a [`Call`], which returns [`Response`]\n\
                 or fails with [`Failure`].",
            ),
            (
                "client::Client::get_a()",
                "`GET /a/{id}`\n\nOptions of the [`Call`](super::operations::get_a::Call): `limit`.\n\nReturns [`Response`](super::operations::get_a::Response).",
            ),
            (
                "client::Client::put_a()",
                "`PUT /a/{id}`\n\nOptions of the [`Call`](super::operations::put_a::Call): `body`.",
            ),
            ("operations::get_a::Call::limit()", ""),
            (
                "operations::get_a::Response",
                "The response 200: schema `responses/200/…`",
            ),
            ("operations::get_a::Response.n", ""),
            ("operations::get_a::ResponseKind::A", ""),
            ("operations::get_a::ResponsePair.0", ""),
            ("operations::get_a::ResponseEither::String", ""),
            // What is said of it is not said of the document.
            (
                "operations::put_a::Request::new()",
                "With nothing set: all of it is optional.",
            ),
            ("operations::put_a::Request.n", ""),
        ],
    )
}

#[test]
fn markup_in_a_list_stays_in_its_item() -> Outcome {
    check(
        "markup",
        &[(
            "client::Client::get_a()",
            "One *of* them: see

`GET /a`

Arguments:

* `since`: Since when

  | form | example |
  | --- | --- |
  | day | 2020-01-01 |
* `until` (default ``\"`now`\"``)

  ```text
  2020-01-01
  ```

Returns a list of `String`: [logo](https://example.com/logo.png)

Fails with [`Failure`](super::operations::get_a::Failure):

* 400 (`BadRequest`)

  - wrong day
  - wrong month",
        )],
    )
}
