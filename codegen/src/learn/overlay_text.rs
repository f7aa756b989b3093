//! Learned actions as the text of an overlay, and the learned actions of an overlay that exists.
//!
//! An overlay may have actions that people wrote: their text is kept as it is, comments too.

use super::actions::{Action, Cure};
use crate::overlay::{Json, draft};
use crate::tree::{NodeId, Tree, Value};

/// The keyword that marks a learned action.
pub(super) const MARK: &str = "x-learned";

/// A learned action of an overlay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its JSONPath.
    pub target: String,
    /// Why it was learned.
    pub description: String,
    /// Whether the document still needs it.
    pub needed: bool,
}

impl Action {
    fn json(&self) -> Json {
        Json::Map(vec![
            ("target".to_owned(), Json::text(&*self.target)),
            ("description".to_owned(), Json::text(&*self.description)),
            (MARK.to_owned(), self.cure.json()),
            self.change.json(),
        ])
    }

    /// The action as people would write it.
    pub(super) fn plain(&self) -> Json {
        Json::Map(vec![
            ("target".to_owned(), Json::text(&*self.target)),
            self.change.json(),
        ])
    }
}

impl Cure {
    fn json(&self) -> Json {
        let text = |text: &String| Json::text(&**text);
        match self {
            Cure::Missing { schema, name } => Json::map([("schema", text(schema)), ("missing", text(name))]),
            Cure::Found { schema, types } => {
                let types = types.iter().map(text).collect();
                Json::map([("schema", text(schema)), ("found", Json::List(types))])
            }
            Cure::Value { schema, value } => Json::map([("schema", text(schema)), ("value", text(value))]),
            Cure::Blank { schema } => Json::map([("schema", text(schema)), ("blank", Json::Bool(true))]),
            Cure::Response {
                responses,
                status,
                media,
            } => {
                let mut entries = vec![
                    ("responses".to_owned(), text(responses)),
                    ("status".to_owned(), text(status)),
                ];
                entries.extend(media.as_ref().map(|media| ("media".to_owned(), text(media))));
                Json::Map(entries)
            }
            Cure::Empty { response } => Json::map([("response", text(response)), ("empty", Json::Bool(true))]),
        }
    }

    /// The mark of an action; `None` if people changed it beyond recognition.
    pub(super) fn read(tree: &Tree, node: NodeId) -> Option<Cure> {
        let text = |key: &str| Some(tree.str(tree.get(node, key)?)?.to_owned());
        if let Some(response) = text("response") {
            return Some(Cure::Empty { response });
        }
        if let Some(responses) = text("responses") {
            let (status, media) = (text("status")?, text("media"));
            return Some(Cure::Response {
                responses,
                status,
                media,
            });
        }
        let schema = text("schema")?;
        if let Some(name) = text("missing") {
            return Some(Cure::Missing { schema, name });
        }
        if let Some(value) = text("value") {
            return Some(Cure::Value { schema, value });
        }
        if let Some(found) = tree.get(node, "found") {
            let types = tree.items(found).iter().filter_map(|&word| tree.str(word));
            let types = types.map(str::to_owned).collect();
            return Some(Cure::Found { schema, types });
        }
        tree.get(node, "blank").map(|_| Cure::Blank { schema })
    }
}

/// Learned actions need nothing of version 1.1.
fn document(title: &str, extends: Option<&str>, actions: Vec<Json>) -> Json {
    let mut document = draft::document("1.0.0", title, actions);
    if let (Json::Map(entries), Some(extends)) = (&mut document, extends) {
        let at = entries.iter().position(|(key, _)| key == "actions").unwrap_or(0);
        entries.insert(at, ("extends".to_owned(), Json::text(extends)));
    }
    document
}

/// An overlay with these actions, as a node.
pub(super) fn node_of(tree: &mut Tree, like: NodeId, actions: &[Action]) -> NodeId {
    document("learned", None, actions.iter().map(Action::json).collect()).node(tree, like)
}

/// The overlay with more actions at its end; a new one if there is none.
pub(super) fn extend(existing: Option<&str>, title: &str, extends: Option<&str>, actions: &[Action]) -> String {
    let list = Json::List(actions.iter().map(Action::json).collect());
    let Some(existing) = existing.filter(|text| !text.trim().is_empty()) else {
        return draft::yaml(&document(title, extends, actions.iter().map(Action::json).collect()));
    };
    if actions.is_empty() {
        return existing.to_owned();
    }
    let mut out = existing.trim_end().to_owned();
    // An overlay that was pruned empty has no list to go on.
    let indent = match out.strip_suffix("actions: []") {
        Some(head) => {
            out = format!("{head}actions:");
            2
        }
        None => item_indent(&out),
    };
    for line in draft::yaml(&list).lines() {
        out.push('\n');
        if !line.is_empty() {
            out.push_str(&" ".repeat(indent));
            out.push_str(line);
        }
    }
    out.push('\n');
    out
}

/// The column of the dashes of the list `actions`, which is the last thing in an overlay.
fn item_indent(text: &str) -> usize {
    let after = text.lines().skip_while(|line| !line.starts_with("actions:")).skip(1);
    let mut dashes = after.filter(|line| line.trim_start().starts_with("- "));
    dashes.next().map_or(2, |line| line.len() - line.trim_start().len())
}

/// The lines of an action in the text of its overlay, from its dash to the next one.
pub(super) fn without(text: &str, tree: &Tree, actions: &[NodeId], dropped: &[usize]) -> String {
    let starts: Vec<usize> = actions
        .iter()
        .map(|&action| line_start(text, tree.span(action).start as usize))
        .collect();
    let mut out = String::new();
    let mut from = 0;
    for &index in dropped {
        let (Some(&start), end) = (starts.get(index), starts.get(index + 1)) else {
            continue;
        };
        out.push_str(text.get(from..start).unwrap_or_default());
        from = end.copied().unwrap_or(text.len());
    }
    out.push_str(text.get(from..).unwrap_or_default());
    match dropped.len() == actions.len() {
        true => format!("{} []\n", out.trim_end()),
        false => out,
    }
}

fn line_start(text: &str, offset: usize) -> usize {
    text.get(..offset)
        .and_then(|before| before.rfind('\n'))
        .map_or(0, |end| end + 1)
}

/// The actions of an overlay.
pub(super) fn actions(tree: &Tree, overlay: NodeId) -> Vec<NodeId> {
    match tree.get(overlay, "actions").map(|actions| tree.value(actions)) {
        Some(Value::Array(items)) => items.clone(),
        Some(_) | None => Vec::new(),
    }
}
