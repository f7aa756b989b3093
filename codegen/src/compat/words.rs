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
            let media = if media.is_empty() {
                String::new()
            } else {
                format!(" in `{media}`")
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
        Kind::Feature => format!("the Cargo feature `{}`", name.trim_start_matches("feature ")),
    }
}

/// A text in back quotes; `nothing` where there is none.
pub(super) fn quoted(text: &str) -> String {
    match text {
        "" => "nothing".to_owned(),
        text => format!("`{text}`"),
    }
}
