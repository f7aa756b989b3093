//! Parameter Object, Items Object and Header Object of 2.0: the type moves into `schema`.

use crate::diag::Problem;
use crate::tree::print::to_json;
use crate::tree::{Entry, NodeId, Value};

use super::super::version::Version;
use super::super::{Upgrade, edit};

/// The keywords that describe the value and not the parameter (OpenAPI 2.0 "Parameter Object"), and the extensions that
/// do so.
fn describes_value(key: &str) -> bool {
    matches!(
        key,
        "type"
            | "format"
            | "items"
            | "default"
            | "enum"
            | "maximum"
            | "exclusiveMaximum"
            | "minimum"
            | "exclusiveMinimum"
            | "maxLength"
            | "minLength"
            | "pattern"
            | "maxItems"
            | "minItems"
            | "uniqueItems"
            | "multipleOf"
            | "nullable"
            | "x-nullable"
            | "x-ms-enum"
            | "x-rust-type"
    ) || key.starts_with("x-enum")
}

/// Gives a parameter its `schema`, `style` and `explode`.
pub(super) fn upgrade_parameter(up: &mut Upgrade<'_>, parameter: NodeId) {
    if up.tree.get(parameter, "in").is_none() {
        return;
    }
    let Some(schema) = ensure_schema(up, parameter) else {
        up.tree.remove(parameter, "collectionFormat");
        return;
    };
    let place = up
        .tree
        .get(parameter, "in")
        .and_then(|node| up.tree.str(node))
        .unwrap_or("")
        .to_owned();
    if let Some(serialization) = take_serialization(up, parameter, schema, &place) {
        serialization.set(up, parameter);
    }
}

/// Gives a response header its `schema`. Headers are always `style: simple`, which is what `csv` means.
pub(super) fn upgrade_header(up: &mut Upgrade<'_>, header: NodeId) {
    if let Some(schema) = ensure_schema(up, header)
        && let Some(serialization) = take_serialization(up, header, schema, "header")
    {
        serialization.set(up, header);
    }
}

/// The schema of a parameter or header; the keywords that describe the value move into it the first time. `None` if
/// there is nothing of 2.0 to move.
pub(super) fn ensure_schema(up: &mut Upgrade<'_>, holder: NodeId) -> Option<NodeId> {
    if let Some(schema) = up.tree.get(holder, "schema") {
        return Some(schema);
    }
    if up.tree.get(holder, "content").is_some() || up.tree.get(holder, "$ref").is_some() {
        return None;
    }
    let described = ["type", "enum", "items", "format"]
        .into_iter()
        .find(|key| up.tree.get(holder, key).is_some())?;
    up.report_old(holder, described, "`schema`");
    let members = edit::take_members(up.tree, holder, describes_value);
    let from = members.first().map(|member| member.key_span)?;
    let schema = up.tree.derive(holder, Value::Object(members));
    edit::set_from(up.tree, holder, "schema", schema, from);
    up.made.push(schema);
    Some(schema)
}

/// How the elements of an array are put together (OpenAPI 3.2 "Style Values").
#[derive(Clone, Copy, Debug)]
pub(super) struct Serialization {
    style: &'static str,
    explode: bool,
    from: NodeId,
}

impl Serialization {
    /// Writes `style` and `explode` into a parameter, header or encoding.
    pub(super) fn set(self, up: &mut Upgrade<'_>, holder: NodeId) {
        for member in self.members(up) {
            edit::set_from(up.tree, holder, &member.key, member.value, member.key_span);
        }
    }

    /// `style` and `explode` as members of an object.
    pub(super) fn members(self, up: &mut Upgrade<'_>) -> Vec<Entry> {
        let span = up.tree.span(self.from);
        let style = up.tree.derive_str(self.from, self.style);
        let explode = up.tree.derive(self.from, Value::Bool(self.explode));
        vec![
            edit::member("style", span, style),
            edit::member("explode", span, explode),
        ]
    }
}

/// Takes `collectionFormat` out of `holder` and says what it means at `place`. `None` if OpenAPI 3 does the same
/// without being told.
pub(super) fn take_serialization(
    up: &mut Upgrade<'_>,
    holder: NodeId,
    schema: NodeId,
    place: &str,
) -> Option<Serialization> {
    let format = edit::take(up.tree, holder, "collectionFormat");
    let is_new = |key| up.tree.get(holder, key).is_some();
    if format.is_none() && (up.version != Version::Swagger2 || is_new("style") || is_new("explode")) {
        return None;
    }
    if !is_array(up, schema) {
        return None;
    }
    join_inner_arrays(up, schema);
    let from = format.as_ref().map_or(schema, |entry| entry.value);
    // csv where nothing is said: the default of 2.0 is not the default of 3.x.
    let word = format
        .as_ref()
        .and_then(|entry| up.tree.str(entry.value))
        .unwrap_or("csv")
        .to_owned();
    let in_query = matches!(place, "query" | "formData");
    let (style, explode) = match (word.as_str(), in_query) {
        ("multi", true) => return None,
        ("csv", true) => ("form", false),
        ("csv", false) => return None,
        ("ssv", true) => ("spaceDelimited", false),
        ("pipes", true) => ("pipeDelimited", false),
        _ => {
            join(up, schema, &word, from);
            return None;
        }
    };
    Some(Serialization { style, explode, from })
}

fn is_array(up: &Upgrade<'_>, schema: NodeId) -> bool {
    let word = up.tree.get(schema, "type").and_then(|node| up.tree.str(node));
    word == Some("array")
}

/// Arrays in arrays (`a,b|c,d`) cannot be said in OpenAPI 3: the inner ones are texts that the caller joins.
fn join_inner_arrays(up: &mut Upgrade<'_>, schema: NodeId) {
    let Some(items) = up.tree.get(schema, "items") else {
        return;
    };
    let format = edit::take(up.tree, items, "collectionFormat");
    if !is_array(up, items) {
        return;
    }
    let from = format.as_ref().map_or(items, |entry| entry.value);
    let word = format.as_ref().and_then(|entry| up.tree.str(entry.value));
    let word = word.unwrap_or("csv").to_owned();
    join(up, items, &word, from);
}

/// Makes an array a text, because no style of OpenAPI 3 puts its elements together as `format` asks.
fn join(up: &mut Upgrade<'_>, schema: NodeId, format: &str, from: NodeId) {
    let items = up.tree.get(schema, "items");
    let items = items.map_or_else(|| "{}".to_owned(), |items| to_json(up.tree, items));
    let format = format.to_owned();
    up.report(Problem::NoCollectionFormat { format, items }, from);
    edit::take_members(up.tree, schema, |key| {
        key != "type" && key != "description" && !key.starts_with("x-")
    });
    let word = up.tree.derive_str(from, "string");
    up.tree.set(schema, "type", word);
}
