//! A comparison while it runs, and how a rule that applies becomes a change.

use super::fits::{Reader, Written, fits, is_moment};
use super::pairs::Pairs;
use super::rules::{Cell, Row, Rule, Source, Wire};
use super::side::{self, Side, held};
use super::{Change, Place, words};
use crate::surface::{Fact, Item, Kind, Surface, own_name, owner};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Both surfaces, and the changes that have been found.
pub(super) struct Comparison<'s> {
    pub(super) old: Side<'s>,
    pub(super) new: Side<'s>,
    pub(super) pairs: &'s Pairs<'s>,
    pub(super) changes: Vec<Change>,
    /// Places that are gone or new as a whole: what is inside needs no words of its own.
    pub(super) covered: BTreeSet<String>,
}

/// An item with its name.
pub(super) type Named<'s> = (&'s str, &'s Item);

/// A rule that applies.
#[derive(Clone)]
pub(super) struct Event<'s> {
    rule: Rule,
    old: Option<Named<'s>>,
    new: Option<Named<'s>>,
    texts: (String, String),
    /// What the sentence says before the item.
    part: &'static str,
    source: Source,
    sent: Wire,
    received: Wire,
}

impl<'s> Event<'s> {
    pub(super) fn new(rule: Rule, old: Option<Named<'s>>, new: Option<Named<'s>>) -> Event<'s> {
        Event {
            rule,
            old,
            new,
            texts: (String::new(), String::new()),
            part: "",
            source: Source::Same,
            sent: Wire::default(),
            received: Wire::default(),
        }
    }

    /// What the sentence says of both items.
    pub(super) fn texts(mut self, old: impl Into<String>, new: impl Into<String>) -> Event<'s> {
        self.texts = (old.into(), new.into());
        self
    }

    /// It is about a part of the item that has no name: `the call of `.
    pub(super) fn part(mut self, part: &'static str) -> Event<'s> {
        self.part = part;
        self
    }

    /// What becomes of programs, where the rule leaves that open.
    pub(super) fn source(mut self, source: Source) -> Event<'s> {
        self.source = source;
        self
    }

    /// What becomes of the wire, where the rule leaves that open.
    pub(super) fn wire(mut self, sent: Wire, received: Wire) -> Event<'s> {
        (self.sent, self.received) = (sent, received);
        self
    }
}

impl<'s> Comparison<'s> {
    pub(super) fn new(old: &'s Surface, new: &'s Surface, pairs: &'s Pairs<'s>) -> Comparison<'s> {
        let renamed = pairs.types.iter().filter(|(old, new)| old != new);
        Comparison {
            old: Side::new(old, renamed.map(|(old, new)| (*old, *new)).collect()),
            new: Side::new(new, std::collections::BTreeMap::new()),
            pairs,
            changes: Vec::new(),
            covered: BTreeSet::new(),
        }
    }

    /// Takes a change down.
    pub(super) fn note(&mut self, event: Event<'s>) {
        let row = event.rule.row();
        let wire = self.wire(&event, &row);
        let source = match row.source {
            Cell::Is(source) => source,
            Cell::Depends => event.source,
        };
        let sentence = self.sentence(&event, row.says);
        let gist = self.sentence(&event, &row.says.replace("{item}", ""));
        for (name, item) in [event.old, event.new].into_iter().flatten() {
            let is_whole = event.old.is_none() || event.new.is_none() || item.facts.contains_key(&Fact::Type);
            if is_whole && !item.pointer.is_empty() && item.kind != Kind::Variant && !name.is_empty() {
                self.covered.insert(item.pointer.to_string());
            }
        }
        self.changes.push(Change {
            rule: event.rule,
            old: event.old.map(place),
            new: event.new.map(place),
            sentence,
            gist,
            source,
            wire,
            allowed: None,
        });
    }

    fn sentence(&self, event: &Event<'s>, says: &str) -> String {
        let of = |side: &Side<'s>, named: Option<Named<'s>>| named.map(|(name, item)| words::of(side, name, item));
        let (old, new) = (of(&self.old, event.old), of(&self.new, event.new));
        let (before, after) = words::telling(&event.texts.0, &event.texts.1);
        let item = new.as_ref().or(old.as_ref()).cloned().unwrap_or_default();
        let name = event.new.or(event.old).map(|(name, item)| own_name(name, item.kind));
        says.replace("{item}", &format!("{}{item}", event.part))
            .replace("{name}", name.unwrap_or_default())
            .replace(
                "{rust}",
                &event
                    .new
                    .or(event.old)
                    .map(|(name, item)| words::in_rust(name, item))
                    .unwrap_or_default(),
            )
            .replace("{was}", &old.unwrap_or_default())
            .replace("{old}", &before)
            .replace("{new}", &after)
    }

    fn wire(&self, event: &Event<'s>, row: &Row) -> Wire {
        let (old, new) = self.travels(event);
        let column = |old: bool, new: bool, cell: Cell<Wire>, decided: Wire| {
            let wire = match cell {
                Cell::Is(wire) => wire,
                Cell::Depends => decided,
            };
            Wire {
                old_breaks: old && wire.old_breaks,
                new_breaks: new && wire.new_breaks,
            }
        };
        let sent = column(old.0, new.0, row.sent, event.sent);
        sent.and(column(old.1, new.1, row.received, event.received))
    }

    /// Which way the values of an item travel, sent and received: of those that an old client, and a new one, has to do with.
    fn travels(&self, event: &Event<'s>) -> ((bool, bool), (bool, bool)) {
        let of = |side: &Side<'s>, named: Option<Named<'s>>| {
            let Some((name, item)) = named else {
                return (false, false);
            };
            let ty = match item.kind {
                Kind::Type => Some(item),
                Kind::Field | Kind::Variant | Kind::Method => owner(name, item.kind).and_then(|owner| side.item(owner)),
                Kind::Response | Kind::Function => return (false, true),
                Kind::Feature
                | Kind::Server
                | Kind::Credential
                | Kind::Variable
                | Kind::Operation
                | Kind::Argument
                | Kind::Request => {
                    return (true, false);
                }
            };
            match ty.map_or("", |ty| ty.fact(Fact::Travels)) {
                "both" => (true, true),
                "sent" => (true, false),
                _ => (false, true),
            }
        };
        let (old, new) = (of(&self.old, event.old), of(&self.new, event.new));
        match (event.old, event.new) {
            // What an item has come to be besides is new, so that nothing of it was there to break; what it is no longer, no new client
            // sends or reads.
            (Some(_), Some(_)) => (old, (old.0 && new.0, old.1 && new.1)),
            (_, _) => {
                let either = (old.0 || new.0, old.1 || new.1);
                (either, either)
            }
        }
    }

    /// Whether an item is inside of what is gone or new as a whole.
    pub(super) fn is_covered(&self, item: &Item) -> bool {
        let mut pointer: &str = &item.pointer;
        while let Some((around, _)) = pointer.rsplit_once('/') {
            if self.covered.contains(around) {
                return true;
            }
            pointer = around;
        }
        self.covered.contains(&*item.pointer)
    }

    /// What becomes of the wire where the type of an item, or the item as a type, is another one: sent, received.
    pub(super) fn exchange(&self, old: Named<'s>, new: Named<'s>) -> (Wire, Wire) {
        let ty = |(name, item): Named<'s>| -> Cow<'s, str> {
            match item.kind {
                Kind::Type => Cow::Borrowed(name),
                _ => held(item),
            }
        };
        let written = written(old);
        let (old, new) = (ty(old), ty(new));
        let (from, to) = ((&self.old, &*old), (&self.new, &*new));
        let fits = |from, to, reader| fits(from, to, reader, written);
        let breaks = |old_breaks: bool, new_breaks: bool| Wire { old_breaks, new_breaks };
        (
            breaks(!fits(from, to, Reader::Server), !fits(to, from, Reader::Server)),
            breaks(!fits(to, from, Reader::Client), !fits(from, to, Reader::Client)),
        )
    }

    /// Whether both items name the same alias: that it means something else is said of it.
    pub(super) fn is_of_alias(&self, old: Named<'_>, new: Named<'_>, fact: Fact) -> bool {
        let is_alias = |side: &Side<'_>, word: &str| side.item(word).is_some_and(|ty| ty.fact(Fact::Shape) == "alias");
        let mut words = side::words(old.1.fact(fact));
        old.1.fact(fact) == new.1.fact(fact) && words.any(|word| is_alias(&self.old, word) || is_alias(&self.new, word))
    }

    /// The items of a kind, before and after.
    pub(super) fn both(&self, kind: Kind) -> (Vec<Named<'s>>, Vec<Named<'s>>) {
        (self.old.all(kind).collect(), self.new.all(kind).collect())
    }

    /// Whether programs that give or read a value of the old item compile with the new one.
    pub(super) fn same_type(&self, old: &Item, new: &Item) -> bool {
        self.old.ty(old) == self.new.ty(new)
    }

    /// Whether what was given for an old type can be given for a new one: the same, or what converts into it.
    pub(super) fn accepts(&self, old: &Item, new: &Item) -> bool {
        let (from, to) = (self.old.ty(old), self.new.ty(new));
        // The constructors and setters of moments take numbers.
        let is_moment = is_moment(&to) && from == "i64";
        let scalar = ["String", "bool", "i64", "f64", "u64", "i32", "f32"].contains(&&*from);
        let converts = || {
            let mut variants = self.new.parts(&to, Kind::Variant);
            variants.any(|(_, variant)| variant.is(Fact::From) && self.new.ty(variant) == from)
        };
        from == to || (to == "Value" && scalar) || is_moment || converts()
    }
}

/// How the values of an item are written: parameters and headers as text without types.
fn written((name, item): Named<'_>) -> Written {
    let is_parameter = matches!(item.fact(Fact::In), "path" | "query" | "header" | "cookie");
    let is_header =
        item.kind == Kind::Field && owner(name, item.kind).is_some_and(|owner| owner.ends_with("::Headers"));
    match is_parameter || is_header {
        true => Written::AsText,
        false => Written::AsJson,
    }
}

fn place((name, item): Named<'_>) -> Place {
    Place {
        name: name.to_owned(),
        pointer: item.pointer.clone(),
        span: item.span,
    }
}

/// Breaks unless it is true.
pub(super) fn unless(works: bool) -> Source {
    match works {
        true => Source::Same,
        false => Source::Breaks,
    }
}
