//! `host`, `basePath` and `schemes` to `servers`.

use crate::tree::{NodeId, Value};

use super::super::version::Version;
use super::super::{Upgrade, edit};
use super::strings;

/// Makes the `servers` of the document (OpenAPI 2.0 "Swagger Object").
///
/// Without `host` the server is relative to the document. Without `schemes` 2.0 means the scheme that the document was
/// fetched with; an API that is called with credentials is meant to be `https`.
pub(super) fn upgrade_document(up: &mut Upgrade<'_>) {
    if up.tree.get(up.root, "servers").is_none() {
        let schemes = up.tree.get(up.root, "schemes");
        set_servers(up, up.root, schemes);
    }
    for key in ["host", "basePath", "schemes"] {
        if up.tree.get(up.root, key).is_some() {
            up.report_old(up.root, key, "`servers`");
            up.tree.remove(up.root, key);
        }
    }
}

/// `schemes` of an operation override the document's.
pub(super) fn upgrade_operation(up: &mut Upgrade<'_>, operation: NodeId) {
    let Some(schemes) = edit::take(up.tree, operation, "schemes") else {
        return;
    };
    let texts = |list| strings(up, list).into_iter().map(|(text, _)| text).collect::<Vec<_>>();
    let global = up.tree.get(up.root, "schemes").map(&texts);
    let differs = global.as_ref() != Some(&texts(schemes.value));
    if differs && up.version == Version::Swagger2 && up.tree.get(operation, "servers").is_none() {
        set_servers(up, operation, Some(schemes.value));
    }
}

fn set_servers(up: &mut Upgrade<'_>, holder: NodeId, schemes: Option<NodeId>) {
    let host = up.tree.get(up.root, "host");
    let base = up.tree.get(up.root, "basePath");
    let Some(like) = host.or(base) else { return };
    let text = |node: Option<NodeId>| node.and_then(|node| up.tree.str(node)).unwrap_or("").trim();
    let (host, base) = (text(host), base_path(text(base)));
    let mut urls = Vec::new();
    match host {
        "" if base.is_empty() => urls.push((String::from("/"), like)),
        "" => urls.push((base, like)),
        // Faulty, but clear.
        host if host.contains("://") => urls.push((format!("{}{base}", host.trim_end_matches('/')), like)),
        host => {
            for (scheme, node) in web_schemes(up, schemes, like) {
                urls.push((format!("{scheme}://{}{base}", host.trim_end_matches('/')), node));
            }
        }
    }
    let servers = urls.into_iter().map(|(url, node)| {
        let (span, url) = (up.tree.span(node), up.tree.derive_str(node, url));
        up.tree
            .derive(node, Value::Object(vec![edit::member("url", span, url)]))
    });
    let servers = servers.collect();
    let (span, servers) = (up.tree.span(like), up.tree.derive(like, Value::Array(servers)));
    edit::set_from(up.tree, holder, "servers", servers, span);
}

/// `basePath` "MUST start with a leading slash"; paths begin with one, so none ends it.
fn base_path(text: &str) -> String {
    match text.trim_matches('/') {
        "" => String::new(),
        path => format!("/{path}"),
    }
}

/// `https` first: the order of `schemes` means nothing, that of `servers` does.
fn web_schemes(up: &Upgrade<'_>, schemes: Option<NodeId>, like: NodeId) -> Vec<(String, NodeId)> {
    let listed = schemes.map(|list| strings(up, list)).unwrap_or_default();
    let mut schemes: Vec<(String, NodeId)> = Vec::new();
    for (text, node) in listed {
        let scheme = text.to_ascii_lowercase();
        if !scheme.is_empty() && !schemes.iter().any(|(known, _)| *known == scheme) {
            schemes.push((scheme, node));
        }
    }
    if schemes.is_empty() {
        schemes.push((String::from("https"), like));
    }
    schemes.sort_by_key(|(scheme, _)| scheme != "https");
    schemes
}
