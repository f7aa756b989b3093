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

const SCHEME: &[&str] = &[
    "type",
    "description",
    "deprecated",
    "name",
    "in",
    "scheme",
    "bearerFormat",
    "flows",
    "oauth2MetadataUrl",
    "openIdConnectUrl",
];

const FLOWS: &[&str] = &[
    "implicit",
    "password",
    "clientCredentials",
    "authorizationCode",
    "deviceAuthorization",
];

const FLOW: &[&str] = &[
    "authorizationUrl",
    "deviceAuthorizationUrl",
    "tokenUrl",
    "refreshUrl",
    "scopes",
];

/// What a scheme of a type can say.
fn keywords(ty: &str) -> &'static [&'static str] {
    match ty {
        "apiKey" => &["type", "description", "deprecated", "name", "in"],
        "http" => &["type", "description", "deprecated", "scheme", "bearerFormat"],
        "oauth2" => &["type", "description", "deprecated", "flows", "oauth2MetadataUrl"],
        "openIdConnect" => &["type", "description", "deprecated", "openIdConnectUrl"],
        "mutualTLS" => &["type", "description", "deprecated"],
        // Of which type its keywords are is not known.
        _ => SCHEME,
    }
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
                description: self.scheme_docs(node),
            });
        }
        out
    }

    /// What the document says of a scheme: its description, the format of its tokens, and where to get them, as CommonMark.
    fn scheme_docs(&mut self, node: NodeId) -> Option<String> {
        let mut paragraphs: Vec<String> = self.get_text(node, "description").into_iter().collect();
        let deprecated = self.get_boolean(node, "deprecated") == Some(true);
        paragraphs.extend(deprecated.then(|| "Deprecated.".to_owned()));
        let format = self.get_text(node, "bearerFormat");
        paragraphs.extend(format.map(|format| format!("Format of the token: {format}")));
        let discovery = self.get_text(node, "openIdConnectUrl");
        paragraphs.extend(discovery.map(|url| format!("OpenID Connect discovery: <{url}>")));
        let metadata = self.get_text(node, "oauth2MetadataUrl");
        paragraphs.extend(metadata.map(|url| format!("Metadata of the authorization server: <{url}>")));
        if let Some(flows) = self.tree.get(node, "flows") {
            self.known(flows, "OAuth flows object", FLOWS);
            for flow in self.patterned(flows, "flows") {
                paragraphs.push(self.flow_docs(&flow.key, flow.value));
            }
        }
        (!paragraphs.is_empty()).then(|| paragraphs.join("\n\n"))
    }

    /// An OAuth Flow Object (OpenAPI 3.1 section 4.8.29) as CommonMark.
    fn flow_docs(&mut self, name: &str, flow: NodeId) -> String {
        self.known(flow, "OAuth flow", FLOW);
        let mut text = format!("Flow `{name}`:");
        let urls = FLOW.iter().copied().filter(|key| *key != "scopes");
        for key in urls {
            let url = self.get_text(flow, key);
            text.extend(url.map(|url| format!("\n* `{key}` <{url}>")));
        }
        if let Some(scopes) = self.tree.get(flow, "scopes") {
            for scope in self.map(scopes, "scopes") {
                let meaning = self
                    .tree
                    .str(scope.value)
                    .unwrap_or_default()
                    .replace(['\n', '\r'], " ");
                text.push_str(&format!("\n* scope `{}`: {meaning}", scope.key.replace('`', "'")));
            }
        }
        text
    }

    fn scheme_kind(&mut self, node: NodeId, key: &str) -> Option<SchemeKind> {
        let ty = self.get_string(node, "type").unwrap_or_default();
        self.known(node, "security scheme", keywords(&ty));
        match &*ty {
            "apiKey" => Some(SchemeKind::ApiKey {
                location: self.or_assumed(node, "in", "header"),
                name: self.or_assumed(node, "name", key),
            }),
            "http" => {
                let scheme = self.or_assumed(node, "scheme", "bearer");
                if !["basic", "bearer"]
                    .iter()
                    .any(|known| scheme.eq_ignore_ascii_case(known))
                {
                    let scheme = scheme.to_string();
                    self.report(node, Problem::ForeignScheme { scheme });
                }
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

    /// A string that a scheme must have, or what is meant without it.
    fn or_assumed(&mut self, node: NodeId, keyword: &'static str, assumed: &str) -> Arc<str> {
        self.get_string(node, keyword).unwrap_or_else(|| {
            let read = assumed.to_owned();
            self.report(node, Problem::IncompleteScheme { keyword, read });
            assumed.into()
        })
    }

    fn oauth2(&mut self, node: NodeId) -> SchemeKind {
        let mut client_credentials = None;
        if let Some(flows) = self.tree.get(node, "flows") {
            for flow in self.patterned(flows, "flows") {
                let flow_node = self.in_place(flow.value, "flow");
                if &*flow.key == "clientCredentials" {
                    client_credentials = self.get_text(flow_node, "tokenUrl");
                }
            }
        }
        SchemeKind::OAuth2 { client_credentials }
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
