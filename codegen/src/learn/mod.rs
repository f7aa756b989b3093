//! Learning from what servers really send: responses are held against a document, and an overlay makes the document true.
//!
//! ```text
//! recordings -> responses -> findings (compared with the schemas) -> actions -> overlay
//! ```
//!
//! The actions are found in rounds: each is applied, by the same reader as every overlay, before the next is looked for, until
//! nothing is found any more. So a second run over the same recording finds nothing, by construction.

mod actions;
mod compare;
mod evidence;
mod findings;
mod overlay_text;
mod prune;
mod recording;
mod response;
mod schema;
mod shape;
mod statuses;

pub use evidence::{SpecVersion, check_examples, examples};
pub use overlay_text::Listed;
pub use prune::{prune, still_needed};
pub use recording::RecordingError;
pub use response::Responses;
pub use shape::{Allowed, Shape};

use crate::diag::Diagnostics;
use crate::openapi;
use crate::overlay;
use crate::source::SourceMap;
use crate::tree::{NodeId, Tree};
use crate::upgrade;
use actions::{Action, Writer};
use compare::Comparison;
use overlay_text::node_of;
use schema::Style;

/// Actions that are needed for each other are found in a few rounds; more are a schema that changes for ever.
const MAX_ROUNDS: usize = 16;

/// The version of OpenAPI that a document is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Version {
    V20,
    V30,
    V31,
}

impl Version {
    fn of(tree: &Tree, root: NodeId) -> Version {
        let text = |key: &str| tree.get(root, key).and_then(|node| tree.str(node));
        match (tree.get(root, "swagger"), text("openapi")) {
            (Some(_), _) => Version::V20,
            (None, Some(version)) if version.starts_with("3.0") => Version::V30,
            (None, _) => Version::V31,
        }
    }

    /// The keyword that admits `null`; 3.1 has none, and reads that of 3.0.
    fn nullable(self) -> &'static str {
        match self {
            Version::V20 => "x-nullable",
            Version::V30 | Version::V31 => "nullable",
        }
    }
}

/// What was learned.
#[derive(Clone, Debug, Default)]
pub struct Learned {
    actions: Vec<Action>,
    /// What cannot be said in an overlay, or was left out, each a sentence without a full stop.
    pub notes: Vec<String>,
    /// Responses of paths that the document does not have.
    pub unknown: usize,
}

impl Learned {
    /// Whether the document is true already.
    pub fn is_empty(&self) -> bool {
        self.actions.is_empty()
    }

    /// The number of actions.
    pub fn count(&self) -> usize {
        self.actions.len()
    }

    /// What each action is for, in order.
    pub fn descriptions(&self) -> impl Iterator<Item = &str> {
        self.actions.iter().map(|action| &*action.description)
    }

    /// The overlay with these actions after those that it has; a new one if there is none, which `extends` a document if it says
    /// which.
    pub fn overlay(&self, existing: Option<&str>, title: &str, extends: Option<&str>) -> String {
        overlay_text::extend(existing, title, extends, &self.actions)
    }
}

/// Finds out what makes a document true. The tree is the document as it is written, with what it refers to and after its overlays.
pub fn learn(tree: &Tree, root: NodeId, responses: &Responses) -> Learned {
    let mut tree = tree.clone();
    let style = Style {
        version: Version::of(&tree, root),
        required: false,
    };
    rounds(&mut tree, root, responses, style, "recorded response")
}

/// Changes the document round by round until the responses do not contradict it.
fn rounds(tree: &mut Tree, root: NodeId, responses: &Responses, style: Style, noun: &'static str) -> Learned {
    let mut learned = Learned::default();
    for _ in 0..MAX_ROUNDS {
        let round = round(tree, root, responses, style, noun);
        (learned.notes, learned.unknown) = (round.notes, round.unknown);
        let new: Vec<Action> = round.actions;
        // What was tried and is still found cannot be cured so.
        if new.is_empty() || new.iter().any(|action| learned.actions.contains(action)) {
            break;
        }
        apply(tree, root, &new);
        learned.actions.extend(new);
    }
    learned
}

fn round(tree: &Tree, root: NodeId, responses: &Responses, style: Style, noun: &'static str) -> Learned {
    let mut upgraded = tree.clone();
    let (mut problems, mut schema_problems) = (Diagnostics::tolerant(), Diagnostics::tolerant());
    if upgrade::to_latest(&mut upgraded, root, &mut problems).is_none() {
        return Learned::default();
    }
    let document = openapi::read(&upgraded, root, &mut problems);
    let mut comparison = Comparison::new(document.reader(&mut schema_problems));
    // Examples of other outcomes show what may be absent.
    comparison.tells_objects_apart = !style.required;
    let findings = findings::find(&document, &mut comparison, responses);
    let mut writer = Writer {
        tree,
        root,
        document: &document,
        comparison: &mut comparison,
        style,
        noun,
        actions: Vec::new(),
        notes: Vec::new(),
    };
    writer.write(&findings);
    let (actions, mut notes) = (writer.actions, writer.notes);
    notes.dedup();
    Learned {
        actions,
        notes,
        unknown: findings.unknown,
    }
}

/// Applies actions as an overlay.
fn apply(tree: &mut Tree, root: NodeId, actions: &[Action]) {
    let overlay = node_of(tree, root, actions);
    overlay::apply(tree, &SourceMap::new(), root, overlay, &mut Diagnostics::tolerant());
}
