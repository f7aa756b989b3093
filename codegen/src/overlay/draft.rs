//! Overlays that are written: their actions, and the text.

use super::Json;
use crate::source::{SourceMap, Span};
use crate::tree::print::to_yaml;
use crate::tree::{Tree, Value};

/// What an action does at its target (section "Action Object").
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    Remove,
    Update(Json),
}

impl Change {
    /// The property of the action.
    pub(crate) fn json(&self) -> (String, Json) {
        match self {
            Change::Remove => ("remove".to_owned(), Json::Bool(true)),
            Change::Update(update) => ("update".to_owned(), update.clone()),
        }
    }
}

/// An action that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    /// Its JSONPath.
    pub(crate) target: String,
    /// Why it is there.
    pub(crate) description: Option<String>,
    pub(crate) change: Change,
}

impl Draft {
    pub(crate) fn json(&self) -> Json {
        let mut entries = vec![("target".to_owned(), Json::text(&*self.target))];
        let description = self.description.as_deref();
        entries.extend(description.map(|text| ("description".to_owned(), Json::text(text))));
        entries.push(self.change.json());
        Json::Map(entries)
    }
}

/// An overlay document of a version of the standard.
pub(crate) fn document(version: &str, title: &str, actions: Vec<Json>) -> Json {
    let info = Json::map([("title", Json::text(title)), ("version", Json::text("1.0.0"))]);
    Json::map([
        ("overlay", Json::text(version)),
        ("info", info),
        ("actions", Json::List(actions)),
    ])
}

/// The actions of an overlay that is proposed.
#[derive(Clone, Debug, Default)]
pub struct Proposal {
    drafts: Vec<Draft>,
}

impl Proposal {
    /// Whether there is nothing to do: an overlay has at least one action.
    pub fn is_empty(&self) -> bool {
        self.drafts.is_empty()
    }

    /// The number of actions.
    pub fn count(&self) -> usize {
        self.drafts.len()
    }

    /// The overlay 1.1, as YAML.
    pub fn text(&self, title: &str) -> String {
        yaml(&document("1.1.0", title, self.drafts.iter().map(Draft::json).collect()))
    }

    pub(crate) fn push(&mut self, draft: Draft) {
        self.drafts.push(draft);
    }
}

/// The text of a value.
pub(crate) fn yaml(json: &Json) -> String {
    let mut tree = Tree::new();
    let file = SourceMap::new().add("", None, "");
    let root = tree.add_root(file, Span::new(file, 0, 0), Value::Null);
    let node = json.node(&mut tree, root);
    to_yaml(&tree, node)
}
