//! Whether shared types are what the other crate has: both surfaces, reduced to these types, have no changes between them.

use super::{Surfaces, is_type_of, place};
use crate::compat::{self, Change};
use crate::diag::{Diagnostics, Location, Problem};
use crate::ir::TypeDef;
use crate::plan::{Plan, TypePlan};
use crate::source::SourceMap;
use crate::surface::{self, Surface, owner};
use std::collections::{BTreeMap, BTreeSet};

/// Reports what the crates that define shared types have otherwise.
pub(crate) fn compare(plan: &Plan<'_>, surfaces: &Surfaces, sources: &SourceMap, diags: &mut Diagnostics) {
    let mut by_crate: BTreeMap<&str, Vec<&TypePlan<'_>>> = BTreeMap::new();
    for ty in plan.types.iter() {
        if let Some(shared) = &ty.def.shared {
            by_crate.entry(&shared.krate).or_default().push(ty);
        }
    }
    if by_crate.is_empty() {
        return;
    }
    let all = surface::of(plan, sources, 0, None);
    for (krate, types) in by_crate {
        let Some(other) = surfaces.0.get(krate) else { continue };
        let defs: Vec<&TypeDef> = types.iter().map(|ty| ty.def).collect();
        let (here, there) = (only(&all, &defs), only(other, &defs));
        for change in compat::compare(&here, &there) {
            let problem = Problem::SharedTypeDiffers {
                krate: krate.to_owned(),
                change: change.sentence.clone(),
            };
            diags.push(problem, location(&change, &defs));
        }
    }
}

/// A surface without everything but some types and their parts.
fn only(surface: &Surface, defs: &[&TypeDef]) -> Surface {
    let items = surface.items.iter();
    let wanted = items.filter(|(_, item)| defs.iter().any(|def| is_type_of(item, def)));
    let names: BTreeSet<&str> = wanted.map(|(name, _)| name.as_str()).collect();
    let is_wanted =
        |name: &str, kind| names.contains(name) || owner(name, kind).is_some_and(|owner| names.contains(owner));
    let items = surface.items.iter().filter(|(name, item)| is_wanted(name, item.kind));
    Surface {
        head: surface.head.clone(),
        items: items.map(|(name, item)| (name.clone(), item.clone())).collect(),
    }
}

/// Where the document says what is otherwise in the other crate; what only that has is reported at its type.
fn location(change: &Change, defs: &[&TypeDef]) -> Location {
    if let Some(old) = &change.old {
        return Location {
            span: old.span,
            pointer: Some(old.pointer.to_string()),
        };
    }
    let new = change.new.as_ref().map_or("", |new| &new.pointer);
    let around = defs.iter().filter(|def| new.starts_with(&*def.origin.pointer));
    let nearest = around.max_by_key(|def| def.origin.pointer.len());
    nearest.map_or_else(Location::default, |def| place(def))
}
