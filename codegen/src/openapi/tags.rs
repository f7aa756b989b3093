//! Tags: what groups operations (OpenAPI 3.1 section 4.8.22, and 3.2).

use super::Reader;
use super::document::Operation;
use crate::diag::Problem;
use crate::tree::NodeId;
use std::sync::Arc;

const TAG: &[&str] = &["name", "summary", "description", "externalDocs", "parent", "kind"];

impl Reader<'_, '_> {
    /// Reports the tags that no operation has.
    pub(super) fn unused_tags(&mut self, document: NodeId, operations: &[Operation]) {
        let tree = self.tree;
        let tags = tree.get(document, "tags").map_or(&[][..], |tags| tree.items(tags));
        for &tag in tags {
            let Some(name) = tree.get(tag, "name").and_then(|name| tree.str(name)) else {
                continue;
            };
            let mut used = operations.iter().flat_map(|operation| &operation.tags);
            if !used.any(|used| **used == *name) {
                let name = name.to_owned();
                self.report(tag, Problem::UnusedTag { name });
            }
        }
    }

    /// The tags, each with what is said of it.
    pub(super) fn tags(&mut self, document: NodeId) -> Vec<(Arc<str>, Option<String>)> {
        let Some(tags) = self.tree.get(document, "tags") else {
            return Vec::new();
        };
        let mut out = Vec::new();
        for &tag in self.array(tags, "tags") {
            let tag = self.in_place(tag, "tag");
            let Some(name) = self.get_string(tag, "name") else {
                continue;
            };
            self.known(tag, "tag", TAG);
            out.push((name, self.tag_docs(tag)));
        }
        out
    }

    /// What the document says of a tag (OpenAPI 3.2 "Tag Object"), as CommonMark.
    fn tag_docs(&mut self, tag: NodeId) -> Option<String> {
        let tree = self.tree;
        // Some documents put a reference where the text belongs.
        let description = tree.get(tag, "description").and_then(|text| tree.str(text));
        let mut paragraphs: Vec<String> = self.get_text(tag, "summary").into_iter().collect();
        paragraphs.extend(description.map(str::to_owned));
        let docs = tree.get(tag, "externalDocs");
        paragraphs.extend(docs.and_then(|docs| self.external_docs(docs)));
        for (key, word) in [("parent", "Part of the tag"), ("kind", "Kind of tag:")] {
            let said = self.get_text(tag, key);
            paragraphs.extend(said.map(|said| format!("{word} `{}`", said.replace('`', "'"))));
        }
        paragraphs.retain(|text| !text.trim().is_empty());
        paragraphs.dedup();
        (!paragraphs.is_empty()).then(|| paragraphs.join("\n\n"))
    }
}
