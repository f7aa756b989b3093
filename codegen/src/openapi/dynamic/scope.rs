//! What references mean, which anchors are in scope where, and which of them a schema needs.

use crate::openapi::places::{MAPS, holder, is_definition};
use crate::openapi::resolve::Resolver;
use crate::tree::{NodeId, Tree, split_reference};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Keywords whose value is data: what looks like a reference in it is none.
const DATA: &[&str] = &["const", "enum", "default", "example", "examples"];

/// The dynamic anchors that are in scope, each with the outermost schema that has it.
pub(super) type Scope = BTreeMap<Arc<str>, NodeId>;

/// What the reference of a document names.
pub(super) enum Meaning {
    /// Always this schema.
    Fixed(NodeId),
    /// The schema with this anchor that is outermost in scope.
    Dynamic { anchor: Arc<str>, otherwise: NodeId },
}

/// What a node of a document is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A schema, another object, or a list of them.
    Schema,
    /// A map whose keys are names.
    Names,
    /// Data.
    Data,
}

impl Part {
    /// What a member is.
    pub(super) fn member(self, key: &str) -> Part {
        match self {
            Part::Schema if DATA.contains(&key) => Part::Data,
            Part::Schema if MAPS.contains(&key) => Part::Names,
            Part::Schema | Part::Names => Part::Schema,
            Part::Data => Part::Data,
        }
    }
}

/// References and anchors of a document.
pub(super) struct Scopes {
    /// Every reference, by the node of its string.
    pub(super) references: BTreeMap<NodeId, Meaning>,
    /// Resources that are written where they are used.
    pub(super) embedded: Vec<NodeId>,
    /// The dynamic anchors of each resource.
    anchors: BTreeMap<NodeId, Scope>,
    /// The dynamic anchors that a schema, and what it refers to, depends on.
    needs: BTreeMap<NodeId, BTreeSet<Arc<str>>>,
}

impl Scopes {
    /// Collects them; `None` if there is no `$dynamicRef`.
    pub(super) fn of(tree: &Tree, resolver: &Resolver<'_>) -> Option<Scopes> {
        let mut found = Found::default();
        for &(_, root) in tree.roots() {
            found.collect(tree, root, Part::Schema);
        }
        if !found.is_dynamic {
            return None;
        }
        let mut scopes = Scopes {
            references: BTreeMap::new(),
            embedded: found.embedded,
            anchors: BTreeMap::new(),
            needs: BTreeMap::new(),
        };
        for (anchor, schema) in found.anchors {
            let resource = scopes.anchors.entry(resource(tree, schema)).or_default();
            resource.entry(anchor).or_insert(schema);
        }
        for (reference, is_dynamic) in found.references {
            if let Some(meaning) = scopes.meaning(tree, resolver, reference, is_dynamic) {
                scopes.references.insert(reference, meaning);
            }
        }
        scopes.needs = scopes.all_needs(tree);
        Some(scopes)
    }

    /// What a reference means. `$dynamicRef` is a `$ref` unless it names a dynamic anchor (JSON Schema Core section 8.2.3.2).
    fn meaning(&self, tree: &Tree, resolver: &Resolver<'_>, reference: NodeId, is_dynamic: bool) -> Option<Meaning> {
        let text = tree.str(reference)?;
        let (file, anchor) = split_reference(text);
        // A schema of a document without `$id` has its anchors for itself.
        let own = file
            .is_empty()
            .then(|| self.anchors.get(&resource(tree, reference))?.get(anchor).copied());
        let target = match own.flatten() {
            Some(own) => own,
            None => resolver.resolve(reference).ok()?,
        };
        let anchors = self.anchors.get(&resource(tree, target));
        Some(match anchors.and_then(|anchors| anchors.get_key_value(anchor)) {
            Some((anchor, &schema)) if is_dynamic && schema == target => Meaning::Dynamic {
                anchor: Arc::clone(anchor),
                otherwise: target,
            },
            _ => Meaning::Fixed(target),
        })
    }

    /// What is in scope at a node that nothing led to.
    pub(super) fn at(&self, tree: &Tree, node: NodeId) -> Scope {
        self.entered(&Scope::new(), tree, node)
    }

    /// What is in scope at a node after a way with this scope: what was entered first counts.
    pub(super) fn entered(&self, scope: &Scope, tree: &Tree, node: NodeId) -> Scope {
        let mut scope = scope.clone();
        for (anchor, schema) in self.anchors.get(&resource(tree, node)).into_iter().flatten() {
            scope.entry(Arc::clone(anchor)).or_insert(*schema);
        }
        scope
    }

    /// The part of a scope that a schema depends on.
    pub(super) fn needed(&self, scope: &Scope, schema: NodeId) -> Scope {
        let needs = self.needs.get(&schema).into_iter().flatten();
        let needed = needs.filter_map(|anchor| scope.get_key_value(anchor));
        needed.map(|(anchor, schema)| (Arc::clone(anchor), *schema)).collect()
    }

    /// A schema needs what its references need, wherever they are in it; `$defs` are reached by reference only.
    fn all_needs(&self, tree: &Tree) -> BTreeMap<NodeId, BTreeSet<Arc<str>>> {
        let mut users: BTreeMap<NodeId, Vec<NodeId>> = BTreeMap::new();
        // Whoever refers to an anchor may mean each schema that has it. Both can be thousands, so the name is between them.
        let mut readers: BTreeMap<&str, Vec<NodeId>> = BTreeMap::new();
        let mut open: Vec<(NodeId, Arc<str>)> = Vec::new();
        for (&reference, meaning) in &self.references {
            let around: Vec<NodeId> = around(tree, reference).collect();
            let target = match meaning {
                Meaning::Fixed(target) => target,
                Meaning::Dynamic { anchor, otherwise } => {
                    open.extend(around.iter().map(|&schema| (schema, Arc::clone(anchor))));
                    readers.entry(anchor).or_default().extend(&around);
                    otherwise
                }
            };
            users.entry(*target).or_default().extend(&around);
        }
        let mut names: BTreeMap<NodeId, Vec<&str>> = BTreeMap::new();
        for (name, &schema) in self.anchors.values().flatten() {
            names.entry(schema).or_default().push(name);
        }
        let mut told = BTreeSet::new();
        let mut needs: BTreeMap<NodeId, BTreeSet<Arc<str>>> = BTreeMap::new();
        while let Some((schema, anchor)) = open.pop() {
            if needs.entry(schema).or_default().insert(Arc::clone(&anchor)) {
                let users = users.get(&schema).into_iter().flatten();
                open.extend(users.map(|&user| (user, Arc::clone(&anchor))));
                for &name in names.get(&schema).into_iter().flatten() {
                    if told.insert((name, Arc::clone(&anchor))) {
                        let readers = readers.get(name).into_iter().flatten();
                        open.extend(readers.map(|&reader| (reader, Arc::clone(&anchor))));
                    }
                }
            }
        }
        needs
    }
}

/// What is found in one walk over a document.
#[derive(Default)]
struct Found {
    is_dynamic: bool,
    anchors: Vec<(Arc<str>, NodeId)>,
    references: Vec<(NodeId, bool)>,
    embedded: Vec<NodeId>,
}

impl Found {
    fn collect(&mut self, tree: &Tree, node: NodeId, part: Part) {
        if part == Part::Data {
            return;
        }
        if part == Part::Schema {
            self.schema(tree, node);
        }
        for entry in tree.entries(node) {
            self.collect(tree, entry.value, part.member(&entry.key));
        }
        for &item in tree.items(node) {
            self.collect(tree, item, part);
        }
    }

    fn schema(&mut self, tree: &Tree, node: NodeId) {
        for (key, is_dynamic) in [("$ref", false), ("$dynamicRef", true)] {
            if let Some(reference) = tree.get(node, key).filter(|&text| tree.str(text).is_some()) {
                self.references.push((reference, is_dynamic));
                self.is_dynamic |= is_dynamic;
            }
        }
        if let Some(anchor) = tree.get(node, "$dynamicAnchor").and_then(|anchor| tree.str(anchor)) {
            self.anchors.push((anchor.into(), node));
        }
        if is_resource(tree, node) && holder(tree, node).is_some() && !is_definition(tree, node) {
            self.embedded.push(node);
        }
    }
}

/// Whether a schema is a resource by its `$id` (JSON Schema Core section 4.3.5).
pub(super) fn is_resource(tree: &Tree, node: NodeId) -> bool {
    let id = tree.get(node, "$id").and_then(|id| tree.str(id));
    id.is_some_and(|id| !id.trim_end_matches('#').is_empty() && !id.trim_end_matches('#').contains('#'))
}

/// The schemas around a reference from which it is reached without another reference.
fn around(tree: &Tree, reference: NodeId) -> impl Iterator<Item = NodeId> {
    std::iter::successors(tree.parent(reference), |&schema| {
        holder(tree, schema).filter(|_| !is_definition(tree, schema))
    })
}

/// The resource of a node: the nearest schema around it that has an `$id`, else the outermost one. Strictly the document is the
/// resource of all schemas without `$id`; documents give each of them anchors of its own.
fn resource(tree: &Tree, node: NodeId) -> NodeId {
    let mut current = match tree.str(node) {
        Some(_) => tree.parent(node).unwrap_or(node),
        None => node,
    };
    while !is_resource(tree, current) {
        match holder(tree, current) {
            Some(outer) => current = outer,
            None => break,
        }
    }
    current
}
