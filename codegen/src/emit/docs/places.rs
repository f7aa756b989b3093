//! Where a schema is written, in a form for people.

use super::inline_code;
use crate::ir::{Api, ComponentKind, Owner, TypeDef};
use crate::text::percent_decode;

/// The line that says where the schema of a type is written: below the place of the module's owner, if it is there.
pub(crate) fn place(api: &Api, def: &TypeDef) -> String {
    let pointer = &*def.origin.pointer;
    let below = owner_pointer(api, &def.path.owner).and_then(|owner| pointer.strip_prefix(&*owner)?.strip_prefix('/'));
    match below.unwrap_or(pointer) {
        // A file of its own.
        "#" => String::new(),
        place => format!("Schema: {}", inline_code(&readable(place))),
    }
}

/// The same for a type of which nothing else is said: what it is, in words.
pub(crate) fn place_in_words(api: &Api, def: &TypeDef) -> String {
    let place = place(api, def);
    let Some(schema) = place.strip_prefix("Schema: ") else {
        return place;
    };
    let steps: Vec<&str> = def.origin.pointer.split('/').collect();
    let sender = match def.path.owner {
        Owner::Event(_) => "What the server sends",
        Owner::Schema(_) | Owner::Component(..) | Owner::Foreign(_) | Owner::Operation(_) => "What is sent",
    };
    match words(&steps, sender) {
        Some(words) => format!("{words}: schema {schema}"),
        None => place,
    }
}

/// What the schema at the end of a pointer describes.
fn words(steps: &[&str], body: &str) -> Option<String> {
    match steps {
        [.., "properties", name] => Some(format!("The property {}", inline_code(&decoded(name)))),
        [.., "properties", name, "items"] => Some(format!("An item of {}", inline_code(&decoded(name)))),
        [.., "requestBody", "content", _, "schema"] => Some(body.to_owned()),
        [.., "responses", "default", "content", _, "schema"] => Some("Any other response".to_owned()),
        [.., "responses", status, "content", _, "schema"] => Some(format!("The response {}", decoded(status))),
        _ => None,
    }
}

/// The pointer of what a module is made for.
fn owner_pointer(api: &Api, owner: &Owner) -> Option<String> {
    match owner {
        Owner::Schema(name) => Some(component("schemas", name)),
        Owner::Component(kind, name) => Some(component(
            match kind {
                ComponentKind::Response => "responses",
                ComponentKind::RequestBody => "requestBodies",
                ComponentKind::Parameter => "parameters",
                ComponentKind::Header => "headers",
                ComponentKind::MediaType => "mediaTypes",
            },
            name,
        )),
        // Where another file is from is not known here.
        Owner::Foreign(_) => None,
        Owner::Operation(id) => Some(api.operations.get(*id)?.origin.pointer.to_string()),
        Owner::Event(id) => Some(api.events.get(*id)?.origin.pointer.to_string()),
    }
}

fn component(kind: &str, name: &str) -> String {
    format!("#/components/{kind}/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// A pointer without its escapes; what only leads from a body to its schema is `…`.
fn readable(pointer: &str) -> String {
    let steps: Vec<&str> = pointer.split('/').collect();
    let mut shown: Vec<String> = Vec::new();
    let mut rest = steps.as_slice();
    while let [step, others @ ..] = rest {
        rest = others;
        match (*step, others) {
            ("content", [_, "schema", others @ ..]) => {
                shown.push("…".to_owned());
                rest = others;
            }
            // What follows is a name, whatever it looks like.
            ("properties", [name, others @ ..]) => {
                shown.extend(["properties".to_owned(), decoded(name)]);
                rest = others;
            }
            (step, _) => shown.push(decoded(step)),
        }
    }
    shown.join("/")
}

/// A step without the escapes of URI fragments and of JSON pointers (RFC 6901 sections 6 and 4).
fn decoded(step: &str) -> String {
    percent_decode(step).replace("~1", "/").replace("~0", "~")
}

#[cfg(test)]
mod tests {
    use super::{readable, words};

    #[test]
    fn what_a_schema_describes_is_said_in_words() {
        let table = [
            ("#/a/properties/a~1b", Some("The property `a/b`")),
            ("#/a/properties/tags/items", Some("An item of `tags`")),
            (
                "#/paths/~1a/post/requestBody/content/application~1json/schema",
                Some("What is sent"),
            ),
            (
                "#/paths/~1a/get/responses/4XX/content/text~1csv/schema",
                Some("The response 4XX"),
            ),
            (
                "#/paths/~1a/get/responses/default/content/text~1csv/schema",
                Some("Any other response"),
            ),
            ("#/components/schemas/A/oneOf/0", None),
        ];
        for (pointer, expected) in table {
            let steps: Vec<&str> = pointer.split('/').collect();
            assert_eq!(words(&steps, "What is sent").as_deref(), expected, "{pointer}");
        }
    }

    #[test]
    fn pointers_are_shown_without_escapes_and_ways() {
        let table = [
            ("properties/status", "properties/status"),
            ("properties/a~1b~0c", "properties/a/b~c"),
            ("properties/caf%C3%A9", "properties/café"),
            ("properties/50%", "properties/50%"),
            (
                "responses/200/content/application~1json/schema/properties/events/items",
                "responses/200/…/properties/events/items",
            ),
            ("requestBody/content/application~1json/schema", "requestBody/…"),
            (
                "properties/content/properties/schema",
                "properties/content/properties/schema",
            ),
        ];
        for (pointer, expected) in table {
            assert_eq!(readable(pointer), expected);
        }
    }
}
