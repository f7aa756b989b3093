//! Security Scheme Object of 2.0 to that of 3.x.

use crate::tree::{NodeId, Value};

use super::super::{Upgrade, edit};

/// Rewrites all security schemes, after they have moved to `components`.
pub(super) fn upgrade(up: &mut Upgrade<'_>) {
    let schemes = up
        .tree
        .get(up.root, "components")
        .and_then(|components| up.tree.get(components, "securitySchemes"));
    let Some(schemes) = schemes else { return };
    for entry in up.tree.entries(schemes).to_vec() {
        let word = up.tree.get(entry.value, "type").and_then(|node| up.tree.str(node));
        match word {
            Some("basic") => basic(up, entry.value),
            Some("oauth2") => oauth2(up, entry.value),
            _ => {}
        }
    }
}

fn basic(up: &mut Upgrade<'_>, scheme: NodeId) {
    let Some(node) = up.tree.get(scheme, "type") else {
        return;
    };
    up.report_old(scheme, "type", "`type: http` with `scheme: basic`");
    let http = up.tree.derive_str(node, "http");
    up.tree.set(scheme, "type", http);
    let name = up.tree.derive_str(node, "basic");
    up.tree.set(scheme, "scheme", name);
}

/// One `flow` becomes an entry of `flows`, under its new name.
fn oauth2(up: &mut Upgrade<'_>, scheme: NodeId) {
    if up.tree.get(scheme, "flows").is_some() {
        return;
    }
    let Some(node) = up.tree.get(scheme, "flow") else {
        return;
    };
    let name = match up.tree.str(node) {
        Some("application") => String::from("clientCredentials"),
        Some("accessCode") => String::from("authorizationCode"),
        Some(other) => other.to_owned(),
        None => return,
    };
    up.report_old(scheme, "flow", "`flows`");
    let members = edit::take_members(up.tree, scheme, |key| {
        matches!(key, "authorizationUrl" | "tokenUrl" | "scopes")
    });
    let flow = up.tree.derive(scheme, Value::Object(members));
    let span = up.tree.span(node);
    let flows = up
        .tree
        .derive(scheme, Value::Object(vec![edit::member(&name, span, flow)]));
    up.tree.set(scheme, "flow", flows);
    edit::rename(up.tree, scheme, "flow", "flows");
}
