//! What of a client a program uses, and which changes of a report are about that.

use specwright::compat::{Change, Rule};
use specwright::surface::{Fact, Item, Kind, Surface, owner};

/// What of a client a program uses. All names are those of the old client.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// The name of a type is written.
    Name(String),
    /// An item is read, set, matched or made; of a type, what it is.
    Item(String),
    /// An operation is called with its arguments.
    Call(String),
    /// The type of what an operation returns is written.
    Success(String),
    /// The pages of an operation.
    Pages(String),
    /// A variant of what an operation returns or fails with: the operation, and the status.
    Outcome(String, String),
    /// A type is made by its constructor.
    Constructor(String),
    /// Traits of a type, or of the call of an operation.
    Derives(String),
}

/// Both surfaces of a comparison.
#[derive(Clone, Copy)]
pub struct Sides<'s> {
    /// The surface of the old client.
    pub old: &'s Surface,
    /// The surface of the new client.
    pub new: &'s Surface,
}

impl Sides<'_> {
    /// Whether a change is about what is used.
    pub fn concerns(&self, change: &Change, used: &Use) -> bool {
        let was = |name: &str| change.old.as_ref().is_some_and(|place| place.name == name);
        match used {
            Use::Name(ty) => {
                let names = [Rule::TypeRemoved, Rule::TypeRenamed, Rule::TypeNameTaken];
                let module = ty.rsplit_once("::").map_or("", |(module, _)| module);
                (was(ty) && names.contains(&change.rule)) || self.moves_module(change, module)
            }
            Use::Item(name) => was(name) && !of_whole(change.rule),
            Use::Call(operation) => {
                let results = [Rule::OperationSuccess, Rule::OperationPages, Rule::TypeDerives];
                let is_result = results.contains(&change.rule);
                (was(operation) && !is_result) || self.is_part(change, operation, Kind::Argument, is_given)
            }
            Use::Success(operation) => was(operation) && change.rule == Rule::OperationSuccess,
            Use::Pages(operation) => was(operation) && change.rule == Rule::OperationPages,
            Use::Outcome(operation, status) => {
                let is_own = |item: &Item| item.fact(Fact::Status) == status;
                self.is_part(change, operation, Kind::Response, is_own)
            }
            Use::Constructor(ty) => {
                let whole = [Rule::ConstructorChanged, Rule::TypeTravels, Rule::TypeShape];
                (was(ty) && whole.contains(&change.rule)) || self.is_part(change, ty, Kind::Field, is_given)
            }
            Use::Derives(name) => was(name) && [Rule::TypeDerives, Rule::TypeTravels].contains(&change.rule),
        }
    }

    /// Whether the types of a module are called by another path: their operation is gone or has another name.
    fn moves_module(&self, change: &Change, module: &str) -> bool {
        let names = [Rule::OperationRemoved, Rule::OperationRenamed, Rule::OperationNameTaken];
        let operation = change.old.as_ref().and_then(|place| self.old.items.get(&place.name));
        names.contains(&change.rule) && operation.is_some_and(|item| item.fact(Fact::Module) == module)
    }

    /// The items of a change with their names, on both sides.
    fn items<'c>(&'c self, change: &'c Change) -> impl Iterator<Item = (&'c str, &'c Item)> {
        let sides = [(self.old, &change.old), (self.new, &change.new)];
        sides.into_iter().filter_map(|(side, place)| {
            let (name, item) = side.items.get_key_value(&place.as_ref()?.name)?;
            Some((name.as_str(), item))
        })
    }

    /// Whether a change is about something that an item has, or has now.
    fn is_part(&self, change: &Change, whole: &str, kind: Kind, applies: impl Fn(&Item) -> bool) -> bool {
        let now = self.now(whole);
        let is_own = |name: &str, item: &Item| {
            let owner = owner(name, item.kind);
            item.kind == kind && (owner == Some(whole) || owner == Some(now))
        };
        self.items(change).any(|(name, item)| is_own(name, item)) && self.items(change).any(|(_, item)| applies(item))
    }

    /// What an item of the old client is called in the new one.
    fn now<'n>(&'n self, name: &'n str) -> &'n str {
        same(self.old, self.new, name)
    }

    /// What an item of the new client was called in the old one.
    pub fn before<'n>(&'n self, name: &'n str) -> &'n str {
        same(self.new, self.old, name)
    }
}

/// What an item of one surface is called in another one, as far as its place in the document tells.
fn same<'n>(from: &'n Surface, to: &'n Surface, name: &'n str) -> &'n str {
    let Some(item) = from.items.get(name).filter(|item| !item.pointer.is_empty()) else {
        return name;
    };
    let is_same = |other: &Item| other.kind == item.kind && other.pointer == item.pointer;
    let mut found = to.items.iter().filter(|(_, other)| is_same(other));
    match (found.next(), found.next()) {
        (Some((only, _)), None) => only,
        (_, _) => name,
    }
}

/// Whether a rule is about a type as a whole, in a way that only some programs see.
fn of_whole(rule: Rule) -> bool {
    [Rule::TypeDerives, Rule::TypeTravels, Rule::ConstructorChanged].contains(&rule)
}

/// Whether a value is given in order, to a call or a constructor.
fn is_given(item: &Item) -> bool {
    item.fact(Fact::Given) == "argument"
}
