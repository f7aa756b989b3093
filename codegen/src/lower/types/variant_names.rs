//! What the members of a union are called.

use super::unions::Candidate;
use crate::ir::Json;
use crate::lower::Lower;
use crate::lower::schema::Declared;
use crate::lower::schema::Inner;
use crate::openapi::schema::JsonType;

/// Lists in lists that a name tells of. A list can hold itself.
const MAX_LISTS: usize = 3;

impl Lower<'_, '_> {
    /// What a variant is called after: the schema it refers to, its title, its tag, its constant, its kind.
    pub(in crate::lower) fn member_name(&mut self, candidate: &Candidate, tags: &[Json]) -> Option<String> {
        if let Some(Inner::Named(target)) = self.unwrap(candidate.node)
            && let Some(name) = self.component_name(target)
        {
            return Some(name);
        }
        let schema = self.read(candidate.node);
        if let Some(title) = schema.title.as_deref().filter(|title| !title.trim().is_empty()) {
            return Some(title.to_owned());
        }
        if let [tag] = tags {
            return json_word(tag);
        }
        if let Some(constant) = candidate.merged.constant {
            return json_word(&self.json(constant));
        }
        let kind = candidate.kinds.single()?;
        Some(match kind {
            JsonType::Array => self.list_name(&candidate.merged.items),
            JsonType::Object => return None,
            JsonType::Null | JsonType::Boolean | JsonType::Integer | JsonType::Number | JsonType::String => {
                kind.as_str().to_owned()
            }
        })
    }

    /// What a list is called: after its items, so that two lists in one union are told apart.
    pub(in crate::lower) fn list_name(&mut self, items: &[Declared]) -> String {
        self.nested_list_name(items, 0)
    }

    fn nested_list_name(&mut self, items: &[Declared], depth: usize) -> String {
        let item = match items {
            [item] if depth < MAX_LISTS => self.item_name(item, depth),
            _ => None,
        };
        item.map_or_else(|| "List".to_owned(), |item| format!("{item} list"))
    }

    fn item_name(&mut self, item: &Declared, depth: usize) -> Option<String> {
        if let Some(Inner::Named(target)) = self.unwrap(item.node) {
            return self.component_name(target);
        }
        let kind = self.kinds(item.node).without(JsonType::Null).single()?;
        match kind {
            JsonType::Array => {
                let inner = self.merge(std::slice::from_ref(item)).items;
                Some(self.nested_list_name(&inner, depth + 1))
            }
            JsonType::Object => Some("Object".to_owned()),
            JsonType::Null | JsonType::Boolean | JsonType::Integer | JsonType::Number | JsonType::String => {
                Some(kind.as_str().to_owned())
            }
        }
    }
}

/// The text of a scalar, to name something after.
fn json_word(json: &Json) -> Option<String> {
    match json {
        Json::String(text) => Some(text.to_string()),
        Json::Number(text) => Some(text.to_string()),
        Json::Bool(value) => Some(value.to_string()),
        Json::Null | Json::Array(_) | Json::Object(_) => None,
    }
}
