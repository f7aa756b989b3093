//! Server Objects and their variables (OpenAPI 3.1 sections 4.8.5 and 4.8.6).

use super::Reader;
use super::document::{Server, ServerVariable};
use crate::diag::Problem;
use crate::tree::{Entry, NodeId};

impl Reader<'_, '_> {
    /// The `servers` of a document, a path item or an operation.
    pub(super) fn servers(&mut self, object: NodeId) -> Vec<Server> {
        let Some(servers) = self.tree.get(object, "servers") else {
            return Vec::new();
        };
        let servers = self.array(servers, "servers");
        servers.iter().map(|&server| self.server(server)).collect()
    }

    fn server(&mut self, node: NodeId) -> Server {
        let node = self.in_place(node, "server");
        self.known(node, "server", &["url", "name", "description", "variables"]);
        let url = self.get_text(node, "url").unwrap_or_default();
        let location = self.tree.member_location(node, "url");
        if let Some(at) = url.find(['?', '#']) {
            let part = url.get(at..).unwrap_or_default().to_owned();
            self.diags.push(Problem::ServerUrlPart { part }, location.clone());
        }
        let names = variable_names(&url);
        let mut variables: Vec<ServerVariable> = Vec::new();
        if let Some(map) = self.tree.get(node, "variables") {
            for entry in self.map(map, "variables") {
                let name = entry.key.to_string();
                match names.contains(&&*entry.key) {
                    true => variables.push(self.server_variable(entry)),
                    false => self.report(entry.value, Problem::StrayServerVariable { name }),
                }
            }
        }
        for name in names {
            if !variables.iter().any(|variable| variable.name == name) {
                let name = name.to_owned();
                self.diags.push(
                    Problem::UndeclaredServerVariable { name: name.clone() },
                    location.clone(),
                );
                variables.push(ServerVariable {
                    name,
                    ..ServerVariable::default()
                });
            }
        }
        Server {
            node,
            name: self.get_text(node, "name"),
            description: self.get_text(node, "description"),
            variables,
            url,
        }
    }

    fn server_variable(&mut self, entry: &Entry) -> ServerVariable {
        let node = entry.value;
        self.known(node, "server variable", &["enum", "default", "description"]);
        let values = self.tree.get(node, "enum");
        let values = values.map(|values| self.strings(values, "enum")).unwrap_or_default();
        let values: Vec<String> = values.iter().map(|value| value.to_string()).collect();
        let default = self.get_string(node, "default").map(|default| default.to_string());
        if let Some(default) = default
            .clone()
            .filter(|default| !values.is_empty() && !values.iter().any(|value| **value == **default))
        {
            let location = self.tree.member_location(node, "default");
            self.diags.push(Problem::StrayServerDefault { default }, location);
        }
        if default.is_none() {
            let name = entry.key.to_string();
            self.report(node, Problem::MissingDefault { name });
        }
        ServerVariable {
            name: entry.key.to_string(),
            default: default.or_else(|| values.first().cloned()).unwrap_or_default(),
            values,
            description: self.get_text(node, "description"),
        }
    }
}

/// The names in braces of a URL, each once.
fn variable_names(url: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for part in url.split('{').skip(1) {
        if let Some((name, _)) = part.split_once('}')
            && !name.is_empty()
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    names
}
