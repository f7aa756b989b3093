//! Credentials: security schemes, and header parameters that carry one.

use crate::diag::{Hint, Problem};
use crate::ir::{ParamLocation, Requirement, SchemeKind, SchemeUse, SecurityScheme};
use crate::lower::Lower;
use crate::openapi::document::{Document, Operation, Parameter};
use crate::openapi::security::{self, Scheme};
use crate::tree::NodeId;
use std::collections::{BTreeMap, BTreeSet};

impl Lower<'_, '_> {
    pub(in crate::lower) fn security_schemes(&mut self, document: &Document) {
        for scheme in &document.security_schemes {
            let lowered = SecurityScheme {
                name: scheme.key.to_string(),
                kind: scheme_kind(scheme),
                is_parameter: false,
                description: scheme.description.clone(),
                origin: self.origin(scheme.node),
            };
            self.push_scheme(lowered);
        }
    }

    /// Adds a scheme. Of two with one name the first one is found by it.
    fn push_scheme(&mut self, scheme: SecurityScheme) -> usize {
        let index = self.api.schemes.len();
        self.scheme_names.entry(scheme.name.clone()).or_insert(index);
        self.lower_scheme_names
            .entry(scheme.name.to_ascii_lowercase())
            .or_insert(index);
        self.api.schemes.push(scheme);
        index
    }

    /// Reports the schemes that no operation requires.
    pub(in crate::lower) fn unused_schemes(&mut self, document: &Document) {
        let of_operations = document.operations.iter().map(|operation| operation.security.as_ref());
        let requirements = of_operations
            .filter_map(|own| own.or(document.security.as_ref()))
            .flatten();
        let required: BTreeSet<&str> = requirements
            .flat_map(|requirement| requirement.schemes.iter().map(|(key, _)| &**key))
            .collect();
        let unused = document.security_schemes.iter();
        for scheme in unused.filter(|scheme| !required.contains(&*scheme.key)) {
            let key = scheme.key.to_string();
            self.report(scheme.node, Problem::UnusedScheme { key });
        }
    }

    /// What an operation needs: its own `security`, or the document's (OpenAPI 3.1 section 4.8.10.1).
    pub(in crate::lower) fn requirements(&mut self, operation: &Operation, document: &Document) -> Vec<Requirement> {
        let Some(security) = operation.security.as_ref().or(document.security.as_ref()) else {
            return Vec::new();
        };
        security
            .iter()
            .filter_map(|requirement| self.requirement(requirement))
            .collect()
    }

    fn requirement(&mut self, requirement: &security::Requirement) -> Option<Requirement> {
        if !self.schemas.reader.take(requirement.node, 1, 0) {
            return None;
        }
        let mut uses = Vec::new();
        for (key, scopes) in &requirement.schemes {
            let Some(scheme) = self.scheme_names.get(&**key).copied() else {
                let hint = Hint::new(key, self.api.schemes.iter().map(|scheme| scheme.name.as_str()));
                let location = self.schemas.tree().key_location(requirement.node, key);
                let key = key.to_string();
                let problem = Problem::UndefinedScheme { key, hint };
                self.schemas.reader.diags.push(problem, location);
                return None;
            };
            // `security` of the document is that of each operation, and what a scheme says is said at each.
            let prose = self
                .api
                .schemes
                .get(scheme)
                .and_then(|scheme| scheme.description.as_ref());
            let bytes = prose.map_or(0, String::len);
            if !self.schemas.reader.take(requirement.node, 1 + scopes.len(), bytes) {
                return None;
            }
            uses.push(SchemeUse {
                scheme,
                scopes: scopes.iter().map(|scope| scope.to_string()).collect(),
                optional: false,
            });
        }
        self.one_place(requirement.node, &uses);
        Some(Requirement { uses })
    }

    /// Reports credentials that are required together and take each other's place in the request.
    fn one_place(&mut self, node: NodeId, uses: &[SchemeUse]) {
        let mut taken: BTreeMap<String, String> = BTreeMap::new();
        for used in uses {
            let Some(scheme) = self.api.schemes.get(used.scheme) else {
                continue;
            };
            let (Some(place), second) = (place(&scheme.kind), scheme.name.clone()) else {
                continue;
            };
            if let Some(first) = taken.insert(place.clone(), second.clone()) {
                self.report(node, Problem::OnePlace { first, second, place });
            }
        }
    }

    /// A header parameter that carries a credential is set once on the client. The standard says that a parameter named
    /// `Authorization` shall be ignored; a client that ignored it could not be used.
    pub(in crate::lower) fn credential_parameter(&mut self, parameter: &Parameter, security: &mut Vec<Requirement>) {
        let name = parameter.name.to_string();
        let sends_it = |kind: &SchemeKind| match kind {
            SchemeKind::ApiKey { location, name: own } => {
                *location == ParamLocation::Header && own.eq_ignore_ascii_case(&name)
            }
            SchemeKind::Basic | SchemeKind::Bearer | SchemeKind::Http(_) | SchemeKind::OAuth2 { .. } => {
                name.eq_ignore_ascii_case("authorization")
            }
            SchemeKind::MutualTls => false,
        };
        let schemes = &self.api.schemes;
        let covered = !security.is_empty()
            && security.iter().all(|requirement| {
                requirement
                    .uses
                    .iter()
                    .any(|used| schemes.get(used.scheme).is_some_and(|scheme| sends_it(&scheme.kind)))
            });
        if covered {
            return;
        }
        if !self.schemas.reader.take(parameter.node, security.len(), 0) {
            return;
        }
        let scheme = match self.lower_scheme_names.get(&name.to_ascii_lowercase()) {
            Some(known) => *known,
            None => self.credential_scheme(parameter),
        };
        let used = SchemeUse {
            scheme,
            scopes: Vec::new(),
            optional: !parameter.required,
        };
        if security.is_empty() {
            security.push(Requirement::default());
        }
        for requirement in security {
            requirement.uses.push(used.clone());
        }
    }

    fn credential_scheme(&mut self, parameter: &Parameter) -> usize {
        let name = parameter.name.to_string();
        self.report(parameter.node, Problem::CredentialHeader { name: name.clone() });
        let origin = self.origin(parameter.node);
        self.push_scheme(SecurityScheme {
            kind: SchemeKind::ApiKey {
                location: ParamLocation::Header,
                name: name.clone(),
            },
            name,
            is_parameter: true,
            description: parameter.description.clone(),
            origin,
        })
    }
}

/// Where a credential takes the place of another one. A cookie and a query parameter are beside others of their name.
fn place(kind: &SchemeKind) -> Option<String> {
    match kind {
        SchemeKind::Basic | SchemeKind::Bearer | SchemeKind::Http(_) | SchemeKind::OAuth2 { .. } => {
            Some("the header `authorization`".to_owned())
        }
        SchemeKind::ApiKey { location, name } => match location {
            ParamLocation::Header => Some(format!("the header `{}`", name.to_ascii_lowercase())),
            _ => None,
        },
        SchemeKind::MutualTls => None,
    }
}

fn scheme_kind(scheme: &Scheme) -> SchemeKind {
    match &scheme.kind {
        security::SchemeKind::ApiKey { location, name } => SchemeKind::ApiKey {
            location: match &**location {
                "query" => ParamLocation::Query,
                "cookie" => ParamLocation::Cookie,
                _ => ParamLocation::Header,
            },
            name: name.to_string(),
        },
        // The case of the word is of no account (RFC 9110 section 11.1); a rare one is sent as the document writes it.
        security::SchemeKind::Http(word) => match word.to_ascii_lowercase().as_str() {
            "basic" => SchemeKind::Basic,
            "bearer" => SchemeKind::Bearer,
            _ => SchemeKind::Http(word.clone()),
        },
        security::SchemeKind::OAuth2 { client_credentials } => SchemeKind::OAuth2 {
            client_credentials: client_credentials.clone(),
        },
        security::SchemeKind::OpenIdConnect => SchemeKind::Bearer,
        security::SchemeKind::MutualTls => SchemeKind::MutualTls,
    }
}
