//! Security schemes and requirements (OpenAPI 3.1 sections 4.8.27 to 4.8.30).

use super::Reader;
use crate::diag::Problem;
use crate::tree::{NodeId, Value};
use std::sync::Arc;

/// The Security Scheme Object with its key.
#[derive(Debug)]
pub struct Scheme {
    /// Its node, after references.
    pub node: NodeId,
    /// Its key.
    pub key: Arc<str>,
    /// `type` with what belongs to it.
    pub kind: SchemeKind,
    /// `description`.
    pub description: Option<String>,
}

/// The types of security schemes.
#[derive(Debug)]
pub enum SchemeKind {
    /// `apiKey`.
    ApiKey {
        /// `in`.
        location: Arc<str>,
        /// `name`.
        name: Arc<str>,
    },
    /// `http`, with its `scheme` as it is written.
    Http(String),
    /// `oauth2`.
    OAuth2 {
        /// `flows.clientCredentials.tokenUrl`.
        client_credentials: Option<String>,
        /// The scopes of all flows.
        scopes: Vec<(String, String)>,
    },
    /// `openIdConnect`.
    OpenIdConnect,
    /// `mutualTLS`.
    MutualTls,
}

/// The Security Requirement Object: keys of schemes with their scopes.
#[derive(Clone, Debug)]
pub struct Requirement {
    /// Its node.
    pub node: NodeId,
    /// The schemes.
    pub schemes: Vec<(Arc<str>, Vec<Arc<str>>)>,
}

impl Reader<'_, '_> {
    pub(super) fn security_schemes(&mut self, map: NodeId) -> Vec<Scheme> {
        let mut out = Vec::new();
        for entry in self.map(map, "securitySchemes") {
            let Some(node) = self.described(entry.value) else {
                continue;
            };
            let Some(kind) = self.scheme_kind(node, &entry.key) else {
                continue;
            };
            out.push(Scheme {
                node,
                key: Arc::clone(&entry.key),
                kind,
                description: self.get_text(node, "description"),
            });
        }
        out
    }

    fn scheme_kind(&mut self, node: NodeId, key: &str) -> Option<SchemeKind> {
        let ty = self.get_string(node, "type").unwrap_or_default();
        match &*ty {
            "apiKey" => Some(SchemeKind::ApiKey {
                location: self.get_string(node, "in").unwrap_or_else(|| "header".into()),
                name: self.get_string(node, "name").unwrap_or_else(|| key.into()),
            }),
            "http" => {
                let scheme = self.get_string(node, "scheme").unwrap_or_else(|| "bearer".into());
                Some(SchemeKind::Http(scheme.to_string()))
            }
            "oauth2" => Some(self.oauth2(node)),
            "openIdConnect" => Some(SchemeKind::OpenIdConnect),
            "mutualTLS" => Some(SchemeKind::MutualTls),
            _ => {
                let problem = Problem::UnknownSecurityScheme {
                    key: key.to_owned(),
                    kind: ty.to_string(),
                };
                self.report(node, problem);
                None
            }
        }
    }

    fn oauth2(&mut self, node: NodeId) -> SchemeKind {
        let mut client_credentials = None;
        let mut scopes: Vec<(String, String)> = Vec::new();
        if let Some(flows) = self.tree.get(node, "flows") {
            for flow in self.map(flows, "flows") {
                let flow_node = self.in_place(flow.value, "flow");
                if &*flow.key == "clientCredentials" {
                    client_credentials = self.get_text(flow_node, "tokenUrl");
                }
                let Some(map) = self.tree.get(flow_node, "scopes") else {
                    continue;
                };
                for scope in self.map(map, "scopes") {
                    let text = self.tree.str(scope.value).unwrap_or_default().to_owned();
                    if !scopes.iter().any(|(name, _)| *name == *scope.key) {
                        scopes.push((scope.key.to_string(), text));
                    }
                }
            }
        }
        SchemeKind::OAuth2 {
            client_credentials,
            scopes,
        }
    }

    /// The `security` of a document or an operation; `None` if nothing is said.
    pub(super) fn security(&mut self, object: NodeId) -> Option<Vec<Requirement>> {
        let security = self.tree.get(object, "security")?;
        if *self.tree.value(security) == Value::Null {
            return None;
        }
        let mut out = Vec::new();
        for &node in self.array(security, "security") {
            let mut schemes = Vec::new();
            for entry in self.object(node, "security requirement") {
                // `null` for an empty list of scopes occurs in the wild.
                schemes.push((Arc::clone(&entry.key), self.strings(entry.value, "scopes")));
            }
            out.push(Requirement { node, schemes });
        }
        Some(out)
    }
}
