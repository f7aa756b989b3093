//! How servers sign what they send by themselves.

use crate::ir::{Content, ContentKind, Signature};
use crate::openapi::signature::{self, Signed};
use crate::tree::NodeId;
use std::collections::BTreeMap;

/// The signatures that were said, and whether anything uses them.
#[derive(Default)]
pub(super) struct Signatures(BTreeMap<NodeId, bool>);

impl Signatures {
    /// The signature of a payload. Others than JSON are not read, so that nothing verifies them.
    pub(super) fn take(&mut self, said: &Signed, contents: &[Content]) -> Option<Box<Signature>> {
        let Signed::By(said) = said else { return None };
        let is_used = self.0.entry(said.node).or_default();
        let is_json = contents.iter().any(|content| content.kind == ContentKind::Json);
        *is_used |= is_json;
        is_json.then(|| Box::new(signature(said)))
    }

    /// The extensions that have no effect.
    pub(super) fn unused(&self) -> impl Iterator<Item = NodeId> {
        let unused = self.0.iter().filter(|(_, is_used)| !**is_used);
        unused.map(|(node, _)| *node)
    }
}

fn signature(said: &signature::Signature) -> Signature {
    let text = |text: &Option<_>| text.as_deref().map(str::to_owned);
    Signature {
        header: said.header.to_string(),
        prefix: text(&said.prefix),
        separator: said.separator,
        is_base64: said.is_base64,
        content: text(&said.content),
        id_header: text(&said.id_header),
        timestamp_header: text(&said.timestamp_header),
        timestamp_item: text(&said.timestamp_item),
        tolerance: said.tolerance,
        is_secret_base64: said.is_secret_base64,
    }
}
