//! `surface.json`: a line for each item, in the order of their names.

use super::{Fact, Head, Item, Kind, Surface};
use crate::diag::Diagnostics;
use crate::source::SourceMap;
use crate::text::json_string;
use crate::tree::{self, Format, Names, NodeId, Part, Tree};
use std::collections::BTreeMap;
use std::fmt;

/// The version of the file's format: another one is not read.
const FORMAT: &str = "1";

/// A file that is not a surface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurfaceError(String);

impl fmt::Display for SurfaceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SurfaceError {}

impl Surface {
    /// The text of `surface.json`.
    pub fn text(&self) -> String {
        let mut out = String::from("{\n");
        let Head {
            generator,
            package,
            version,
            document,
            settings,
        } = &self.head;
        let head = [
            ("surface", FORMAT),
            ("generator", generator),
            ("package", package),
            ("version", version),
            ("document", document),
            ("settings", settings),
        ];
        for (key, value) in head {
            out.push_str("  ");
            entry(&mut out, key, value);
            out.push_str(",\n");
        }
        out.push_str("  \"items\": {\n");
        for (index, (name, item)) in self.items.iter().enumerate() {
            out.push_str(if index == 0 { "    " } else { ",\n    " });
            json_string(&mut out, name);
            out.push_str(": ");
            self::item(&mut out, item);
        }
        out.push_str("\n  }\n}\n");
        out
    }
}

fn entry(out: &mut String, key: &str, value: &str) {
    json_string(out, key);
    out.push_str(": ");
    json_string(out, value);
}

fn item(out: &mut String, item: &Item) {
    out.push('{');
    entry(out, "is", item.kind.as_str());
    for (fact, value) in &item.facts {
        out.push_str(", ");
        entry(out, fact.as_str(), value);
    }
    if !item.limits.is_empty() {
        out.push_str(", \"limits\": {");
        for (index, (keyword, value)) in item.limits.iter().enumerate() {
            out.push_str(if index == 0 { "" } else { ", " });
            entry(out, keyword, value);
        }
        out.push('}');
    }
    if !item.pointer.is_empty() {
        out.push_str(", ");
        entry(out, "at", &item.pointer);
    }
    out.push('}');
}

/// Reads `surface.json`.
///
/// # Errors
/// [`SurfaceError`] for what is not JSON, not a surface, or a surface of another format.
pub fn parse(text: &str) -> Result<Surface, SurfaceError> {
    let mut sources = SourceMap::new();
    let mut tree = Tree::new();
    let part = Part::new(sources.add(super::FILE, None, text), 0, text);
    let root = tree::read_part(
        &mut tree,
        &mut Names::default(),
        part,
        Format::Json,
        &mut Diagnostics::new(),
    )
    .ok_or_else(|| SurfaceError("it is not JSON".to_owned()))?;
    let reader = Reader { tree: &tree };
    let format = reader.string(root, "surface");
    if format != FORMAT {
        return Err(SurfaceError(match format {
            "" => "it is not a surface of a client".to_owned(),
            other => format!("it has the format {other}; this program reads {FORMAT}"),
        }));
    }
    let head = Head {
        generator: reader.string(root, "generator").to_owned(),
        package: reader.string(root, "package").to_owned(),
        version: reader.string(root, "version").to_owned(),
        document: reader.string(root, "document").to_owned(),
        settings: reader.string(root, "settings").to_owned(),
    };
    let mut items = BTreeMap::new();
    for entry in tree.get(root, "items").map_or(&[][..], |items| tree.entries(items)) {
        items.insert(entry.key.to_string(), reader.item(&entry.key, entry.value)?);
    }
    Ok(Surface { head, items })
}

struct Reader<'t> {
    tree: &'t Tree,
}

impl Reader<'_> {
    fn string(&self, object: NodeId, key: &str) -> &str {
        let value = self.tree.get(object, key);
        value.and_then(|value| self.tree.str(value)).unwrap_or_default()
    }

    fn item(&self, name: &str, node: NodeId) -> Result<Item, SurfaceError> {
        let word = self.string(node, "is");
        let kind = Kind::ALL.iter().find(|kind| kind.as_str() == word);
        let kind = kind.ok_or_else(|| SurfaceError(format!("`{name}` is of an unknown kind, `{word}`")))?;
        let mut item = Item::new(*kind);
        item.pointer = self.string(node, "at").into();
        for entry in self.tree.entries(node) {
            let fact = Fact::ALL.iter().find(|fact| fact.as_str() == &*entry.key);
            if let (Some(fact), Some(value)) = (fact, self.tree.str(entry.value)) {
                item.facts.insert(*fact, value.to_owned());
            }
        }
        for entry in self
            .tree
            .get(node, "limits")
            .map_or(&[][..], |limits| self.tree.entries(limits))
        {
            let value = self.tree.str(entry.value).unwrap_or_default();
            item.limits.insert(entry.key.to_string(), value.to_owned());
        }
        Ok(item)
    }
}
