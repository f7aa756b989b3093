//! Inline schemas that a document repeats -> the overlay that moves them into components, so that one type serves all places.
//!
//! Schemas mean the same if they differ in annotations and in the order of properties, required names and values of enumerations
//! only. The largest are moved first; what they have inside is then repeated less. The actions select by value, so that the overlay
//! stays short: `$.paths..[?@ == $.components.schemas.Error]` is every such place. Where that would select something else too, the
//! places are listed.

mod meaning;
mod names;
mod places;

use crate::diag::Diagnostics;
use crate::overlay::draft::{self, Draft};
use crate::overlay::{self, Change, Json, Proposal, Query, path};
use crate::source::SourceMap;
use crate::stack;
use crate::tree::{NodeId, Tree, escape_pointer};
use meaning::ANNOTATIONS;
use places::Place;
use std::collections::BTreeSet;

/// Each round is about schemas that are not in each other.
const MAX_ROUNDS: usize = 64;

/// Values that the queries of the actions look at: each looks at a whole part of the document, and there may be thousands of them. The
/// schemas that are left are for an overlay after this one.
const MAX_VISITS: usize = 500_000_000;

/// An overlay that is proposed.
#[derive(Clone, Debug, Default)]
pub struct Shared {
    /// Its actions.
    pub proposal: Proposal,
    /// The components, each with the number of its places.
    pub components: Vec<(String, usize)>,
    /// Whether other schemas are repeated too, which an overlay after this one moves.
    pub is_part: bool,
}

/// Proposes the overlay. The tree is the document as it is written, after the overlays before this one.
pub fn share(tree: &Tree, root: NodeId) -> Shared {
    within(tree, root, MAX_VISITS)
}

fn within(tree: &Tree, root: NodeId, visits: usize) -> Shared {
    stack::with_room(|| {
        let mut work = Work {
            tree: tree.clone(),
            root,
            visits_left: visits,
            shared: Shared::default(),
        };
        for _ in 0..MAX_ROUNDS {
            if !work.round() {
                break;
            }
        }
        work.shared
    })
}

/// The document as far as it is changed.
struct Work {
    tree: Tree,
    root: NodeId,
    visits_left: usize,
    shared: Shared,
}

impl Work {
    /// Moves schemas that are not in each other; whether there were any.
    fn round(&mut self) -> bool {
        if places::section(&self.tree, self.root).is_none() {
            return false;
        }
        let found = places::find(&self.tree, self.root);
        let mut taken: BTreeSet<String> = found.names.iter().map(|name| name.to_lowercase()).collect();
        let groups = found.inline.into_iter().map(|(key, places)| {
            let known = found.components.get(&key).cloned();
            (known, places)
        });
        let mut groups: Vec<_> = groups
            .filter(|(known, places)| places.len() + usize::from(known.is_some()) >= 2)
            .collect();
        groups.sort_by_cached_key(|(_, places)| std::cmp::Reverse(self.size(places)));
        let mut moved: BTreeSet<Vec<String>> = BTreeSet::new();
        let mut any = false;
        for (known, places) in groups {
            if places.iter().any(|place| is_around_or_inside(&moved, &place.steps)) {
                continue;
            }
            if self.visits_left == 0 {
                self.shared.is_part = true;
                return false;
            }
            any = true;
            moved.extend(places.iter().map(|place| place.steps.clone()));
            let is_new = known.is_none();
            let name = known.unwrap_or_else(|| names::propose(&self.tree, self.root, &places, &mut taken));
            self.move_into(&name, is_new, &places);
        }
        any
    }

    fn size(&self, places: &[Place]) -> usize {
        places
            .first()
            .map_or(0, |place| Json::of(&self.tree, place.node).size())
    }

    /// Lets a component take the place of schemas that mean the same.
    fn move_into(&mut self, name: &str, is_new: bool, places: &[Place]) {
        self.shared.components.push((name.to_owned(), places.len()));
        let common = self.common_annotations(places);
        if is_new {
            self.add(name, places, &common);
        }
        let Some((section, _)) = places::section(&self.tree, self.root) else {
            return;
        };
        let component = format!("$.{}{}", section.join("."), path::name(name));
        let reference = path::reference(&format!("#/{}/{}", section.join("/"), escape_pointer(name)));
        let update = Json::map([("$ref", Json::text(&*reference))]);
        let mut keys: BTreeSet<String> = BTreeSet::new();
        for (scope, variants) in self.scopes(places) {
            let mut all = Vec::new();
            for variant in variants {
                self.refer(&scope, &component, &variant, &update);
                for place in &variant {
                    keys.extend(self.superfluous(place, &common));
                }
                all.extend(variant);
            }
            let names: Vec<&String> = keys.iter().collect();
            let refers = format!("@['$ref'] == {}", path::quoted(&reference));
            // Other references to it may have a description of their own.
            let structure = ["properties", "enum", "oneOf", "anyOf"];
            let says_more = structure.iter().find(|key| keys.contains(**key));
            let says_more = says_more.map(|key| format!("{scope}..[?{refers} && @.{key}]"));
            let targets = [format!("{scope}..[?{refers}]")].into_iter().chain(says_more);
            self.remove(targets, &path::names(&names), &all);
        }
    }

    /// Annotations that all places have, with equal values: the others say something about a place.
    fn common_annotations(&self, places: &[Place]) -> BTreeSet<&'static str> {
        let tree = &self.tree;
        let is_common = |key: &&&'static str| {
            let first = places.first().and_then(|place| tree.get(place.node, key));
            first.is_some_and(|first| {
                let mut values = places.iter().map(|place| tree.get(place.node, key));
                values.all(|value| value.is_some_and(|value| tree.equal(value, first)))
            })
        };
        ANNOTATIONS.iter().filter(is_common).copied().collect()
    }

    /// The action that adds a component: the schema that is documented best.
    fn add(&mut self, name: &str, places: &[Place], common: &BTreeSet<&str>) {
        let mut best: Option<(usize, Json)> = None;
        for place in places {
            let Json::Map(mut entries) = Json::of(&self.tree, place.node) else {
                continue;
            };
            entries.retain(|(key, _)| !ANNOTATIONS.contains(&&**key) || common.contains(&**key));
            let schema = Json::Map(entries);
            if best.as_ref().is_none_or(|(size, _)| *size < schema.size()) {
                best = Some((schema.size(), schema));
            }
        }
        let Some((_, schema)) = best else { return };
        let Some((section, _)) = places::section(&self.tree, self.root) else {
            return;
        };
        let (mut target, mut at, mut update) = ("$".to_owned(), self.root, section);
        while let [first, rest @ ..] = update
            && let Some(inner) = self.tree.get(at, first)
        {
            (target, at, update) = (format!("{target}.{first}"), inner, rest);
        }
        let value = Json::Map(vec![(name.to_owned(), schema)]);
        let value = update.iter().rev().fold(value, |value, key| Json::map([(key, value)]));
        let description = format!("`{name}` is written inline {} times: one type serves all", places.len());
        self.act(target, Some(description), Change::Update(value));
    }

    /// The places by the part of the document that they are in, and in each by what they say to the letter.
    fn scopes(&self, places: &[Place]) -> Vec<(String, Vec<Vec<Place>>)> {
        let mut scopes: Vec<(String, Vec<Vec<Place>>)> = Vec::new();
        for place in places {
            let scope = scope(&place.steps);
            let at = scopes.iter().position(|(known, _)| *known == scope).unwrap_or_else(|| {
                scopes.push((scope, Vec::new()));
                scopes.len() - 1
            });
            let variants = &mut scopes[at].1;
            let same = |variant: &&mut Vec<Place>| self.tree.equal(variant[0].node, place.node);
            match variants.iter_mut().find(same) {
                Some(variant) => variant.push(place.clone()),
                None => variants.push(vec![place.clone()]),
            }
        }
        scopes
    }

    /// Adds the reference to places that are equal to the letter.
    fn refer(&mut self, scope: &str, component: &str, places: &[Place], update: &Json) {
        let Some(first) = places.first() else { return };
        let wanted: BTreeSet<NodeId> = places.iter().map(|place| place.node).collect();
        let by_value = |like: &str| format!("{scope}..[?@ == {like}]");
        let candidates = [first.path.clone(), by_value(component), by_value(&first.path)];
        let exact = candidates.into_iter().find(|target| self.selected(target) == wanted);
        let targets = match exact {
            Some(target) => vec![target],
            None => places.iter().map(|place| place.path.clone()).collect(),
        };
        for target in targets {
            self.act(target, None, Change::Update(update.clone()));
        }
    }

    /// What a place says beside the reference and must not say twice.
    fn superfluous(&self, place: &Place, common: &BTreeSet<&str>) -> Vec<String> {
        let keys = self.tree.entries(place.node).iter().map(|entry| &*entry.key);
        let keys = keys.filter(|key| *key != "$ref" && (!ANNOTATIONS.contains(key) || common.contains(key)));
        keys.map(str::to_owned).collect()
    }

    /// Removes what places say beside the reference.
    fn remove(&mut self, mut targets: impl Iterator<Item = String>, names: &str, places: &[Place]) {
        let wanted: BTreeSet<NodeId> = places.iter().map(|place| place.node).collect();
        let targets = match targets.find(|target| self.selected(target) == wanted) {
            Some(target) => vec![format!("{target}{names}")],
            None => places.iter().map(|place| format!("{}{names}", place.path)).collect(),
        };
        for target in targets {
            self.act(target, None, Change::Remove);
        }
    }

    fn selected(&mut self, target: &str) -> BTreeSet<NodeId> {
        self.visit(target);
        let query = Query::parse(target);
        let found = query
            .map(|query| query.select(&self.tree, self.root))
            .unwrap_or_default();
        found.into_iter().map(|found| found.node).collect()
    }

    /// Counts what a query looks at: everything, unless it names its way.
    fn visit(&mut self, target: &str) {
        if target.contains("..") {
            self.visits_left = self.visits_left.saturating_sub(self.tree.len());
        }
    }

    /// Writes an action, and applies it as every overlay is.
    fn act(&mut self, target: String, description: Option<String>, change: Change) {
        self.visit(&target);
        let draft = Draft {
            target,
            description,
            change,
        };
        let overlay = draft::document("1.1.0", "", vec![draft.json()]).node(&mut self.tree, self.root);
        let mut problems = Diagnostics::tolerant();
        overlay::apply(&mut self.tree, &SourceMap::new(), self.root, overlay, &mut problems);
        self.shared.proposal.push(draft);
    }
}

/// The part of the document that a place is in, without the components themselves.
fn scope(steps: &[String]) -> String {
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    match *steps {
        ["components", "schemas", ..] => "$.components.schemas.*".to_owned(),
        ["components", section, ..] => format!("$.components{}", path::name(section)),
        ["definitions", ..] => "$.definitions.*".to_owned(),
        [section, ..] => format!("${}", path::name(section)),
        [] => "$".to_owned(),
    }
}

/// Whether a schema is one of others, has one of them inside, or is inside one.
fn is_around_or_inside(others: &BTreeSet<Vec<String>>, steps: &[String]) -> bool {
    let is_inside = (0..steps.len()).any(|end| others.contains(&steps[..end]));
    is_inside
        || others
            .range(steps.to_vec()..)
            .next()
            .is_some_and(|next| next.starts_with(steps))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import;
    use std::path::Path;

    #[test]
    fn where_the_visits_end_the_rest_is_for_the_next_overlay() {
        let object = |name: &str| format!("{{type: object, properties: {{{name}: {{type: string}}}}}}");
        let twice = |name: &str| format!("{{type: object, properties: {{a: {0}, b: {0}}}}}", object(name));
        let text = format!(
            "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents: {{schemas: {{A: {}, B: {}}}}}\n",
            twice("first"),
            twice("second")
        );
        let (mut tree, mut sources, mut diags) = (Tree::new(), SourceMap::new(), Diagnostics::new());
        let root =
            import::read_text(&mut tree, &mut sources, Path::new("t.yaml"), &text, &mut diags).expect("it is YAML");
        let all = share(&tree, root);
        assert_eq!((all.components.len(), all.is_part), (2, false));
        let part = within(&tree, root, 1);
        assert_eq!((part.components.len(), part.is_part), (1, true));
    }
}
