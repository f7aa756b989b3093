//! Whether names stay: what is the same in two editions is called the same, unless the vendor calls it otherwise.

use specwright::surface::{Fact, Item, Kind, Surface};
use std::collections::BTreeMap;

/// Names of several pairs of editions.
#[derive(Default)]
pub struct Names {
    /// How many there are of operations and types that are in both editions, and how many stay.
    counts: BTreeMap<Kind, (usize, usize)>,
    /// What is called otherwise.
    moved: Vec<String>,
}

impl Names {
    /// Compares the names of two editions.
    pub fn compare(&mut self, editions: &str, old: &Surface, new: &Surface) {
        let after = named(new);
        for (what, name) in named(old) {
            let (Some(old), Some(Some(new))) = (name, after.get(&what)) else {
                continue;
            };
            let (all, stay) = self.counts.entry(what.0).or_default();
            *all += 1;
            match own(old) == own(new) {
                true => *stay += 1,
                false => self
                    .moved
                    .push(format!("{editions}: {} is called {new}; it was {old}", what.1)),
            }
        }
    }

    /// Prints what was found. Whether all stay.
    pub fn print(&self) -> bool {
        self.moved.iter().for_each(|moved| println!("{moved}"));
        for (kind, (all, stay)) in &self.counts {
            println!("names: {stay} of {all} {}s stay", kind.as_str());
        }
        self.moved.is_empty()
    }
}

/// Operations by method, path and id, types by their places. What is not told by that has no name here.
fn named(surface: &Surface) -> BTreeMap<(Kind, String), Option<&str>> {
    let mut found = BTreeMap::new();
    for (name, item) in &surface.items {
        if let Some(identity) = identity(item) {
            let entry = found.entry((item.kind, identity));
            entry.and_modify(|known| *known = None).or_insert(Some(name.as_str()));
        }
    }
    found
}

fn identity(item: &Item) -> Option<String> {
    let fact = |fact| item.fact(fact);
    match item.kind {
        Kind::Operation => Some(format!(
            "{} {} ({})",
            fact(Fact::Method),
            fact(Fact::Path),
            fact(Fact::OperationId)
        )),
        Kind::Type => (!item.pointer.is_empty()).then(|| item.pointer.to_string()),
        Kind::Feature
        | Kind::Server
        | Kind::Credential
        | Kind::Argument
        | Kind::Request
        | Kind::Response
        | Kind::Field
        | Kind::Variant
        | Kind::Method
        | Kind::Function
        | Kind::Variable => None,
    }
}

/// A name without the module of an operation, which has the name that the vendor gives the operation.
fn own(name: &str) -> &str {
    let inside = name.strip_prefix("operations::");
    inside
        .and_then(|inside| inside.split_once("::"))
        .map_or(name, |(_, own)| own)
}
