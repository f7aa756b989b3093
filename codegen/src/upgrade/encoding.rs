//! Encoding Objects before OpenAPI 3.1.

use super::version::Version;
use super::walk::Kind;
use super::{Upgrade, edit};
use crate::diag::Problem;
use crate::tree::NodeId;

/// Takes away the styles of parts, which have no effect before OpenAPI 3.1 (OpenAPI 3.0.4, Encoding Object): generators of
/// documents write `style: form` beside every part.
pub(super) fn upgrade(up: &mut Upgrade<'_>) {
    if up.version != Version::OpenApi30 {
        return;
    }
    let bodies: Vec<NodeId> = up.walk.of(Kind::RequestBody).collect();
    for body in bodies {
        let Some(content) = up.tree.get(body, "content") else {
            continue;
        };
        let media_types = up.tree.entries(content).iter();
        let media_types: Vec<(String, NodeId)> = media_types
            .map(|entry| (entry.key.to_string(), entry.value))
            .filter(|(name, _)| name.to_ascii_lowercase().starts_with("multipart/"))
            .collect();
        for (name, media) in media_types {
            let Some(encodings) = up.tree.get(media, "encoding") else {
                continue;
            };
            let encodings: Vec<NodeId> = up.tree.entries(encodings).iter().map(|entry| entry.value).collect();
            for encoding in encodings {
                take_styles(up, encoding, &name);
            }
        }
    }
}

fn take_styles(up: &mut Upgrade<'_>, encoding: NodeId, media_type: &str) {
    for keyword in ["style", "explode", "allowReserved"] {
        if up.tree.get(encoding, keyword).is_some() {
            let media_type = media_type.to_owned();
            up.report_key(Problem::IdleEncoding { keyword, media_type }, encoding, keyword);
            edit::take(up.tree, encoding, keyword);
        }
    }
}
