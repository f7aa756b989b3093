//! Equal inline schemas are one type: the first defines it, the others are names for it.
//!
//! Many documents write the same object under each status of an operation, the same options in the body of each request, and the same
//! values of an enumeration under each property. As the names stay, a response or a property that is added in front of the others
//! renames nothing, and two that become different later have their names already. What is sent and what is received stay apart, because
//! they are not read alike. Where there are many operations, those with the same tags share with each other and with components, which are
//! compiled wherever they are; where there are few, the definitions of one do not move for another.

mod alike;

use crate::config::{Config, Join};
use crate::ir::{Api, Content, ContentKind, Owner, Shape, Type, TypeDef, TypeId, TypeRef, Usage, each_use, mentioned};
use std::collections::{BTreeMap, BTreeSet};

/// The inline schemas that travel the same way, those of components first: all others can be names for these.
type Groups = BTreeMap<[bool; 3], Vec<(Home, TypeId)>>;

/// What is compiled together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Home {
    /// Schemas and the other components.
    Components,
    /// The operations that have the same tags.
    Operations(usize),
    /// Webhooks and callbacks.
    Events,
    /// An operation or a component by itself: in a small client, and what another crate defines.
    Own(Owner),
}

impl Home {
    /// Whether what is here can be a name for what is there.
    fn reaches(&self, other: &Home) -> bool {
        match self {
            Home::Operations(_) | Home::Events => self == other || *other == Home::Components,
            Home::Components | Home::Own(_) => self == other,
        }
    }
}

/// The types that became names, each with the types that its own definition would hold.
#[derive(Default)]
pub(super) struct Joined(BTreeMap<TypeId, Vec<TypeId>>);

impl Joined {
    /// Keeps the names that only definitions used which are no more: without them a place would have other names when it comes to
    /// differ from the one that it was equal to.
    pub(super) fn keep(&self, api: &mut Api) {
        let travels = |usage: Usage| usage.sent || usage.received;
        let used = self.0.keys().filter(|id| travels(api.types[**id].usage));
        let mut open: Vec<TypeId> = used.copied().collect();
        while let Some(id) = open.pop() {
            let usage = api.types[id].usage;
            for &held in self.0.get(&id).into_iter().flatten() {
                let first = api.types[meant(api, held)].usage;
                let def = &mut api.types[held];
                if !travels(def.usage) {
                    def.usage = Usage {
                        sent: usage.sent && first.sent,
                        received: usage.received && first.received,
                        called: usage.called && first.called,
                    };
                    // Each once: whatever is open travels.
                    open.extend(travels(def.usage).then_some(held));
                }
            }
        }
    }
}

pub(super) fn run(api: &mut Api, config: &Config) -> Joined {
    let mut joined = Joined::default();
    let is_wide = match config.join {
        Join::Never => return joined,
        Join::Auto => api.has_many_operations(),
        Join::Always => true,
    };
    for group in groups(api, config, is_wide).values() {
        // What holds equal types is equal once these are one.
        while join(api, group, &mut joined) {}
        for (_, id) in group {
            let first = meant(api, *id);
            if first != *id {
                name(api, *id, first);
            }
        }
    }
    joined
}

fn groups(api: &Api, config: &Config, is_wide: bool) -> Groups {
    let apart = apart(api);
    let homes = homes(api);
    let mut groups = Groups::new();
    for (id, def) in api.types.entries() {
        let Usage { sent, received, called } = def.usage;
        let is_inline = !def.path.steps.is_empty();
        if is_inline && !apart.contains(&id) && !is_decorated(config, def) {
            let home = match is_wide {
                true => home(def, &homes),
                false => Home::Own(def.path.owner.clone()),
            };
            groups.entry([sent, received, called]).or_default().push((home, id));
        }
    }
    for group in groups.values_mut() {
        group.sort();
    }
    groups
}

/// The bodies of multipart requests: the files in them are parts, while elsewhere they are strings.
fn apart(api: &Api) -> BTreeSet<TypeId> {
    let bodies = api.operations.iter().filter_map(|operation| operation.body.as_ref());
    let contents = bodies.flat_map(|body| &body.contents);
    let multipart = contents.filter(|content| content.kind == ContentKind::Multipart);
    let named = multipart.filter_map(|content: &Content| match content.ty.as_ref()?.ty {
        Type::Named { id, .. } => Some(id),
        _ => None,
    });
    named.collect()
}

/// Whether the settings ask for something before the definition of this very type.
fn is_decorated(config: &Config, def: &TypeDef) -> bool {
    let (attributes, derives) = (&config.attributes.types, &config.derives.types);
    if attributes.is_empty() && derives.is_empty() {
        return false;
    }
    let pointer = def.origin.pointer.to_string();
    attributes.contains_key(&pointer) || derives.contains_key(&pointer)
}

/// For each operation the number of the set of its tags, which are features of the package where it has many operations.
fn homes(api: &Api) -> Vec<usize> {
    let mut sets: BTreeMap<BTreeSet<&str>, usize> = BTreeMap::new();
    let operations = api.operations.iter();
    let homes = operations.map(|operation| {
        let tags = operation.tags.iter().map(String::as_str).collect();
        let next = sets.len();
        *sets.entry(tags).or_insert(next)
    });
    homes.collect()
}

fn home(def: &TypeDef, homes: &[usize]) -> Home {
    match &def.path.owner {
        owner if def.shared.is_some() => Home::Own(owner.clone()),
        Owner::Schema(_) | Owner::Component(..) | Owner::Foreign(_) => Home::Components,
        Owner::Operation(id) => Home::Operations(homes.get(id.index()).copied().unwrap_or_default()),
        Owner::Event(_) => Home::Events,
    }
}

/// Makes names of the types that are like an earlier one; says whether there were any.
fn join(api: &mut Api, group: &[(Home, TypeId)], joined: &mut Joined) -> bool {
    let before = joined.0.len();
    let mut firsts: BTreeMap<String, Vec<&(Home, TypeId)>> = BTreeMap::new();
    for candidate in group {
        let (home, id) = candidate;
        let Some(likeness) = alike::likeness(api, &api.types[*id].shape) else {
            continue;
        };
        let alike = firsts.entry(likeness).or_default();
        let first = alike
            .iter()
            .find(|(other, first)| home.reaches(other) && alike::is_same(api, &api.types[*first], &api.types[*id]));
        match first {
            Some((_, first)) => {
                let held = joined.0.entry(*id).or_default();
                each_use(&api.types[*id].shape, &mut |used| held.extend(mentioned(used)));
                name(api, *id, *first);
            }
            None => alike.push(candidate),
        }
    }
    joined.0.len() > before
}

/// Makes a type a name for an earlier one.
fn name(api: &mut Api, id: TypeId, first: TypeId) {
    let target = TypeRef::new(Type::Named {
        id: first,
        boxed: false,
    });
    let def = &mut api.types[id];
    def.shape = Shape::Alias(target);
    def.checks = Default::default();
    let in_long_circle = def.in_long_circle;
    api.types[first].in_long_circle |= in_long_circle;
}

/// The type that a name of an earlier one means.
fn meant(api: &Api, id: TypeId) -> TypeId {
    let mut id = id;
    // Each is a name for an earlier one, or for one that has a name in the document.
    while let Some(first) = named(api, id) {
        id = first;
    }
    id
}

fn named(api: &Api, id: TypeId) -> Option<TypeId> {
    let def = &api.types[id];
    match &def.shape {
        Shape::Alias(TypeRef {
            ty: Type::Named { id, .. },
            nullable: false,
            checks,
        }) if !def.path.steps.is_empty() && checks.is_empty() && def.checks.is_empty() => Some(*id),
        Shape::Alias(_) | Shape::Struct(_) | Shape::Enum(_) | Shape::Union(_) | Shape::Newtype(_) | Shape::Tuple(_) => {
            None
        }
    }
}
