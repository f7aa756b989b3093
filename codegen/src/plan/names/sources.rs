//! Names for what the document gives no name.

use super::Case;
use super::case::is_number_like;
use super::words::{Spelling, words};

/// The name of an operation without an `operationId`, to be claimed in a [`Scope`](super::Scope).
///
/// The method, then the path; what is in braces follows `by`, the next one directly after it follows `and`:
/// `GET /pets/{petId}/toys` is `get_pets_by_pet_id_toys`, `GET /repos/{owner}/{repo}` is `get_repos_by_owner_and_repo`.
/// Nothing but the method and the path decides, so another operation never changes it.
pub fn operation_name(method: &str, path: &str) -> String {
    let mut name = method.to_ascii_lowercase();
    let mut after_parameter = false;
    for segment in path.split('/').skip_while(|segment| segment.is_empty()) {
        name.push('/');
        let mut rest = segment;
        while let Some((literal, tail)) = rest.split_once('{') {
            let Some((parameter, tail)) = tail.split_once('}') else {
                break;
            };
            if literal.chars().any(char::is_alphanumeric) {
                after_parameter = false;
            }
            name.push_str(literal);
            name.push_str(if after_parameter { " and " } else { " by " });
            name.push_str(parameter);
            name.push(' ');
            after_parameter = true;
            rest = tail;
        }
        if !rest.is_empty() {
            name.push_str(rest);
            after_parameter = false;
        }
    }
    if name.chars().all(|c| c.is_alphanumeric()) {
        name.push_str("/root");
    }
    name
}

/// The name of the package for a document's title: `Swagger Petstore - OpenAPI 3.0` is `swagger-petstore`.
///
/// A legal name for cargo and crates.io (ASCII, at most 64 letters); `api` if nothing of the title can be used.
pub fn crate_name(title: &str) -> String {
    // A title is prose: `GitHub` is one word in a sentence, and two in an identifier.
    let is_prose = title.contains(char::is_whitespace);
    let mut words = words(
        &if is_prose {
            title.to_lowercase()
        } else {
            title.to_owned()
        },
        Spelling::Plain,
        true,
    );
    while let Some(last) = words.last() {
        let noise = is_number_like(last) || ["openapi", "swagger", "specification", "spec"].contains(&last.as_str());
        if !noise || words.len() == 1 {
            break;
        }
        words.pop();
    }
    if !title.chars().any(|c| c.is_ascii_alphanumeric()) {
        return "api".to_owned();
    }
    let mut room = 50_usize;
    words.retain(|word| {
        room = room.saturating_sub(word.len() + 1);
        room > 0
    });
    let name = Case::Crate.join(&words);
    if name.is_empty() { "api".to_owned() } else { name }
}

/// An `operationId` without the route that some frameworks (FastAPI) add to the name of the function, if it ends in it: the path,
/// every other character an underscore, and the method. `read_item_items__item_id__get` is `read_item`.
pub(super) fn without_route<'a>(id: &'a str, method: &str, path: &str) -> Option<&'a str> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let path: String = path.chars().map(|c| if is_word(c) { c } else { '_' }).collect();
    let name = id
        .strip_suffix(&method.to_ascii_lowercase())?
        .strip_suffix('_')?
        .strip_suffix(&*path)?;
    name.contains(char::is_alphanumeric).then_some(name)
}
