//! What servers are called: after their names, their descriptions if those are short, or their URLs; never after their order.

use super::Claim;
use crate::ir::Server;

/// The words of a description that is a name.
const SHORT: usize = 3;

/// The names of a server.
pub(in crate::plan) fn of_server(server: &Server) -> Claim {
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
    match named {
        Some(name) => claim.before(&without_server(name)),
        None => claim,
    }
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
