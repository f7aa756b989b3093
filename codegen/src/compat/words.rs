//! Items in the words of OpenAPI and Rust.

use super::side::Side;
use crate::surface::{Fact, Item, Kind, own_name, owner};

/// An item: `the query parameter "limit" of list_pets`.
pub(super) fn of(side: &Side<'_>, name: &str, item: &Item) -> String {
    let own = own_name(name, item.kind);
    let wire = item.fact(Fact::Wire);
    let owner = owner(name, item.kind).unwrap_or_default();
    let operation = || owner.trim_start_matches("Client::");
    match item.kind {
        Kind::Operation => format!("`{} {}` (`{own}`)", item.fact(Fact::Method), item.fact(Fact::Path)),
        Kind::Argument => match item.fact(Fact::In) {
            "body" => format!("the request body of `{}`", operation()),
            "credential" => format!("the credential `{own}` of `{}`", operation()),
            location => format!("the {location} parameter `{wire}` of `{}`", operation()),
        },
        Kind::Request => format!(
            "the request body in `{}` of `{}`",
            item.fact(Fact::MediaType),
            operation()
        ),
        Kind::Response => {
            let status = item.fact(Fact::Status);
            let media = item.fact(Fact::MediaType);
            let media = match media {
                "" => " without content".to_owned(),
                media => format!(" in `{media}`"),
            };
            format!("the response {status}{media} of `{}`", operation())
        }
        Kind::Type => format!("the type `{name}`"),
        Kind::Field if wire == "all undeclared properties" => format!("the field `{own}` of `{owner}`"),
        Kind::Field if owner.ends_with("::Headers") => format!("the header `{wire}` of `{owner}`"),
        Kind::Field => format!("the property `{wire}` of `{owner}`"),
        Kind::Variant => {
            let shape = side.item(owner).map_or("", |ty| ty.fact(Fact::Shape));
            let is_value = shape == "enum" && !item.facts.contains_key(&Fact::Type);
            match is_value {
                true => format!("the value `{wire}` of `{owner}`"),
                false => format!("the variant `{own}` of `{owner}`"),
            }
        }
        Kind::Method => format!("the method `{own}` of `{owner}`"),
        Kind::Server => format!("the server `{name}`"),
        Kind::Credential => format!("the credential `{own}`"),
        Kind::Feature => format!("the Cargo feature `{own}`"),
        Kind::Function => format!("the function `{name}`"),
        Kind::Variable => format!("the environment variable `{own}`"),
    }
}

/// An item by its Rust name, where that is what stays the same.
pub(super) fn in_rust(name: &str, item: &Item) -> String {
    let own = own_name(name, item.kind);
    let owner = owner(name, item.kind).unwrap_or_default();
    match item.kind {
        Kind::Argument => format!("`{own}` of `{}`", owner.trim_start_matches("Client::")),
        Kind::Field => format!("the field `{own}` of `{owner}`"),
        Kind::Variant => format!("the variant `{own}` of `{owner}`"),
        Kind::Feature
        | Kind::Server
        | Kind::Credential
        | Kind::Operation
        | Kind::Request
        | Kind::Response
        | Kind::Type
        | Kind::Function
        | Kind::Method => format!("`{name}`"),
        Kind::Variable => format!("`{own}`"),
    }
}

/// Both texts in back quotes; types without their modules, unless the modules are what differs.
pub(super) fn telling(old: &str, new: &str) -> (String, String) {
    let is_type = |text: &str| text.contains("types::") || text.contains("operations::");
    let short = |text: &str| match is_type(text) {
        true => last_names(text),
        false => text.to_owned(),
    };
    // What moved to another module is found by its path.
    let module = |text: &str| match text.rsplit_once("::") {
        Some((module, name)) if !module.contains(['<', ' ', '(']) && !name.contains('>') => Some(module.to_owned()),
        Some(_) | None => None,
    };
    let has_moved = matches!((module(old), module(new)), (Some(old), Some(new)) if old != new);
    let (old, new) = match short(old) == short(new) || has_moved {
        true => (old.to_owned(), new.to_owned()),
        false => (short(old), short(new)),
    };
    let (old, new) = apart(&old, &new);
    (quoted(&old), quoted(&new))
}

/// Two long lists without the words that both begin and end with, so that what differs is seen.
fn apart(old: &str, new: &str) -> (String, String) {
    if old.len().max(new.len()) <= LONG {
        return (old.to_owned(), new.to_owned());
    }
    let (left, right): (Vec<&str>, Vec<&str>) = (old.split(' ').collect(), new.split(' ').collect());
    let same = |(left, right): &(&&str, &&str)| left == right;
    let front = left.iter().zip(&right).take_while(same).count();
    let (left, right) = (&left[front..], &right[front..]);
    let back = left.iter().rev().zip(right.iter().rev()).take_while(same).count();
    let rest = |words: &[&str]| {
        let words = words[..words.len() - back].join(" ");
        let (before, after) = (if front > 0 { "… " } else { "" }, if back > 0 { " …" } else { "" });
        format!("{before}{words}{after}")
    };
    (rest(left), rest(right))
}

/// A type without the modules of its names.
fn last_names(ty: &str) -> String {
    let words = super::side::words(ty);
    words.map(|word| word.rsplit("::").next().unwrap_or(word)).collect()
}

/// What is code in back quotes, and words as they are; `nothing` where there is none.
fn quoted(text: &str) -> String {
    for word in ["no ", "always "] {
        if let Some(rest) = text.strip_prefix(word) {
            return format!("{word}`{}`", shortened(rest));
        }
    }
    match text {
        "" => "nothing".to_owned(),
        "sent" | "received" | "sent and received" => text.to_owned(),
        words if words.starts_with("a ") || words.starts_with("an ") => words.to_owned(),
        code => format!("`{}`", shortened(code)),
    }
}

/// Lists are shown up to here.
const LONG: usize = 160;

/// The beginning of a long list, which the surfaces have whole.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONG) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text)),
        None => text.to_owned(),
    }
}
