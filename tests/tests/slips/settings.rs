//! Slips in settings.

use super::{Expected, ZOO, differs, with_settings};

/// Settings, and what is said of them.
type Slip = (&'static str, &'static [Expected]);

const SLIPS: &[Slip] = &[
    ("[package]\nname = \"zoo-client\"\n", &[]),
    (
        "[packge]\nname = \"zoo\"\n",
        &[("SW0701", "packge", "did you mean `package`?")],
    ),
    (
        "[package]\nnmae = \"zoo\"\n",
        &[("SW0701", "nmae", "did you mean `name`?")],
    ),
    (
        "[document]\npath = 5\n",
        &[("SW0702", "5", "must be a string, not an integer")],
    ),
    (
        "[rename.types]\nAniml = \"Beast\"\n",
        &[("SW0704", "\"Beast\"", "did you mean `Animal`?")],
    ),
    ("float = = 1\n", &[("SW0104", "=", "invalid TOML")]),
    (
        "[package]\nversion = \"one\"\n",
        &[("SW0703", "\"one\"", "such as 1.2.0")],
    ),
    (
        "[package]\nname = \"zoo client!\"\n",
        &[("SW0703", "\"zoo client!\"", "starts with a letter")],
    ),
    (
        "[types.formats]\nuuid = \"uuid::::Uuid\"\n",
        &[("SW0703", "\"uuid::::Uuid\"", "a full path")],
    ),
    (
        "[output]\nlayout = \"flat\"\n",
        &[("SW0703", "\"flat\"", "it is one of `crate`, `file`")],
    ),
    (
        "[pagination.listAnimls]\nkind = \"page\"\nparam = \"limit\"\n",
        &[("SW0704", "listAnimls", "did you mean `listAnimals`?")],
    ),
    (
        "[pagination.listAnimals]\nkind = \"cursor\"\nparam = \"limit\"\ntoken = \"nxt\"\n",
        &[("SW0607", "listAnimals", "the response has no property `nxt` there")],
    ),
    (
        "openapi: 3.1.0\ninfo: {title: Zoo, version: 1.0.0}\npaths: {}\n",
        &[("SW0104", "o", "name the document as an argument, without `--settings`")],
    ),
];

#[test]
fn each_slip_is_said_once_where_it_is() {
    let mut wrong = Vec::new();
    for (settings, expected) in SLIPS {
        let found = with_settings("zoo.yaml", ZOO, Some(settings));
        wrong.extend(differs(settings, &found, expected));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
