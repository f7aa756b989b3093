//! What servers are called: after their names, their descriptions if those are short, or their URLs; never after their order.
//! The variables of a server are a struct that is called after it, and the values of one that lists them are an enumeration.

use super::{Case, Claim, Ident, Scope};
use crate::ir::{Api, Server, ServerVariable};

/// A server of the document in Rust.
pub struct ServerPlan {
    /// The variant of `Server`.
    pub name: Ident,
    /// What the variant holds: the struct of the variables, and each of them. `None`: it has none.
    pub variables: Option<(Ident, Vec<VariablePlan>)>,
}

impl ServerPlan {
    /// The types that it brings besides the variant.
    pub fn types(&self) -> impl Iterator<Item = &Ident> {
        self.variables.iter().flat_map(|(name, variables)| {
            let values = variables.iter().filter_map(|variable| variable.values.as_ref());
            std::iter::once(name).chain(values.map(|(name, _)| name))
        })
    }
}

/// A variable of a server's URL.
pub struct VariablePlan {
    /// The field and its setter.
    pub name: Ident,
    /// The enumeration of its values, and its variants; `None`: any string.
    pub values: Option<(Ident, Vec<Ident>)>,
}

/// The names of all servers, and of what their variables are. What is not a variant ends in `Server` or has the word inside,
/// so that it is called like nothing that the client imports.
pub(in crate::plan) fn claim(api: &Api) -> Vec<ServerPlan> {
    let claims: Vec<Claim> = api.servers.iter().map(of_server).collect();
    let names = Scope::default().claim_each(&claims, Case::Variant);
    let mut raws: Vec<String> = Vec::new();
    for (server, name) in api.servers.iter().zip(&names) {
        raws.push(format!("{name} server"));
        raws.extend(
            server
                .variables
                .iter()
                .map(|variable| format!("{name} server {}", variable.name)),
        );
    }
    let mut types = Scope::new(&["Client", "ClientBuilder", "Server"])
        .claim_all(&raws, Case::Type)
        .into_iter();
    let servers = api.servers.iter().zip(names);
    let servers = servers.map(|(server, name)| {
        let own = types.next();
        let types: Vec<Ident> = types.by_ref().take(server.variables.len()).collect();
        let own = own.filter(|_| !server.variables.is_empty());
        let variables = own.map(|own| (own, variables(server, types)));
        ServerPlan { name, variables }
    });
    servers.collect()
}

fn variables(server: &Server, types: Vec<Ident>) -> Vec<VariablePlan> {
    let raws: Vec<&str> = server.variables.iter().map(|variable| variable.name.as_str()).collect();
    let names = Scope::new(&["new"]).claim_all(&raws, Case::Field);
    let variables = server.variables.iter().zip(names).zip(types);
    let variables = variables.map(|((variable, name), ty)| VariablePlan {
        name,
        values: is_listed(variable).then(|| (ty, Scope::default().claim_all(&variable.values, Case::Variant))),
    });
    variables.collect()
}

/// Whether the values of a variable are an enumeration: not where the default is none of them.
fn is_listed(variable: &ServerVariable) -> bool {
    variable.values.contains(&variable.default)
}

/// The words of a description that is a name.
const SHORT: usize = 3;

/// The names of a server.
fn of_server(server: &Server) -> Claim {
    let place = server.url.split_once("://").map_or(&*server.url, |(_, place)| place);
    let host = place.split('/').next().filter(|host| has_letters(host));
    let claim = match (host, has_letters(place)) {
        (Some(host), _) => Claim::new(place).rather(host),
        (None, true) => Claim::new(place),
        (None, false) => Claim::new("root"),
    };
    let claim = claim.or(&server.url);
    let described = server.description.as_deref();
    let described = described.filter(|text| text.split_whitespace().count() <= SHORT);
    let named = server.name.as_deref().or(described).filter(|name| has_letters(name));
    let claim = match named {
        Some(name) => claim.before(&without_server(name)),
        None => claim,
    };
    claim.chosen_by(server.rename.as_deref())
}

fn has_letters(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// `Sandbox server` is called `Sandbox`.
fn without_server(name: &str) -> String {
    let words = name.split_whitespace();
    let words: Vec<&str> = words.filter(|word| !word.eq_ignore_ascii_case("server")).collect();
    if words.is_empty() {
        name.to_owned()
    } else {
        words.join(" ")
    }
}
