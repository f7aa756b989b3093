//! Which repair is tried where, and what is taken back.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::draft::{Draft, Origin, Rendered};
use super::problem::Problem;
use super::scalar::{convert, is_nothing, is_of_one};
use super::scan::{self, Frame, Pattern, Place};
use crate::data::fault::{Fault, Kind, Repair};
use crate::data::json_pointer;
use crate::data::trail::{Step, UNKNOWN};

/// The repairs, in the order in which they are tried.
const REPAIRS: [Repair; 4] = [Repair::Converted, Repair::Absent, Repair::LeftOut, Repair::Unknown];
/// After how many repairs of one kind in different keys of an object these are taken for keys of a map.
const MAP_KEYS: usize = 2;

/// What may be done.
#[derive(Clone, Copy)]
pub(super) struct Allowed {
    /// Anything at all.
    pub(super) repair: bool,
    /// Optional properties may be left out.
    pub(super) leave_out: bool,
}

/// A repair that was needed.
#[derive(Debug)]
pub(super) struct Repaired {
    pub(super) fault: Fault,
    pub(super) repair: Repair,
}

/// What an edit is for.
pub(super) struct Note {
    pub(super) purpose: Purpose,
    pub(super) fault: Fault,
    /// Where the faulty value begins in the original.
    pub(super) cause: usize,
    /// The removed property: where its object begins in the original, and its name.
    pub(super) removed: Option<(usize, String)>,
    /// It was made together with another one, before its own place has failed.
    pub(super) guessed: bool,
    /// It is an object in place of a list of objects, or the other way round.
    pub(super) of_one: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// This one of the repairs.
    Repair(usize),
    /// Reading continues behind this one of the faults.
    StandIn(usize),
}

/// A failure of reading.
pub(super) struct Failure<'r> {
    pub(super) rendered: &'r Rendered,
    pub(super) place: Place,
    /// The innermost union that the place is in.
    pub(super) union: Option<Place>,
    pub(super) expected: Kind,
    found: Kind,
    /// The name of the property that is missing in the object.
    pub(super) missing: Option<String>,
    /// Whether all keys of the path are properties of structs.
    structs: bool,
}

impl Failure<'_> {
    pub(super) fn text(&self) -> &[u8] {
        &self.rendered.text
    }

    pub(super) fn fault(&self, place: &Place) -> Fault {
        Fault {
            pointer: place.pointer(self.text(), self.structs),
            expected: self.expected,
            found: self.found,
            missing: self.missing.clone(),
            alike: self
                .missing
                .as_deref()
                .and_then(|name| scan::alike(self.text(), place.value.start, name)),
        }
    }

    /// Whether every value of the found kind is a fault where this one is expected.
    fn is_of_kind(&self) -> bool {
        self.missing.is_none() && self.found != Kind::Unreadable && !accepts(self.expected, self.found)
    }
}

/// Whether some values of a kind are also of the other one.
fn accepts(expected: Kind, found: Kind) -> bool {
    let number = |kind| matches!(kind, Kind::Integer | Kind::Number);
    expected == found || expected == Kind::Other || number(expected) && number(found)
}

pub(super) struct Engine<'a> {
    pub(super) draft: Draft<'a, Note>,
    allowed: Allowed,
    /// For each faulty value of the original the number of repairs that did not help.
    tried: BTreeMap<usize, usize>,
    /// Faulty values whose guessed repair did not help: they are repaired by themselves.
    alone: BTreeSet<usize>,
    /// The paths of repaired values with what was expected.
    repaired: Vec<(Vec<Pattern>, Kind)>,
    pub(super) faults: Vec<Fault>,
    /// The paths of the faults.
    pub(super) paths: Vec<(Vec<Pattern>, Option<String>)>,
    last: Option<Fault>,
}

impl<'a> Engine<'a> {
    pub(super) fn new(text: &'a [u8], allowed: Allowed) -> Self {
        Self {
            draft: Draft::new(text),
            allowed,
            tried: BTreeMap::new(),
            alone: BTreeSet::new(),
            repaired: Vec::new(),
            faults: Vec::new(),
            paths: Vec::new(),
            last: None,
        }
    }

    pub(super) fn render(&self) -> Rendered {
        self.draft.render()
    }

    /// The text was read.
    pub(super) fn finish(self) -> Result<Vec<Repaired>, Vec<Fault>> {
        if !self.faults.is_empty() {
            return Err(self.faults);
        }
        let repaired = self.draft.edits.into_values().filter_map(|edit| {
            let Purpose::Repair(index) = edit.note.purpose else {
                return None;
            };
            let (fault, repair) = (edit.note.fault, *REPAIRS.get(index)?);
            Some(Repaired { fault, repair })
        });
        Ok(repaired.collect())
    }

    /// The text cannot be read.
    pub(super) fn give_up(mut self) -> Vec<Fault> {
        if self.faults.is_empty() {
            self.faults.extend(self.last);
        }
        self.faults
    }

    /// Reading has failed. Whether there is reason to read again.
    pub(super) fn fail(
        &mut self,
        rendered: &Rendered,
        error: &serde_json::Error,
        steps: &[Step],
        left: &mut usize,
    ) -> bool {
        let text = rendered.text.as_slice();
        let offset = json_pointer::offset(text, error.line(), error.column());
        let mut place = scan::at(text, offset);
        *left = left.saturating_sub(offset.max(1));
        let mut union = None;
        for step in steps.iter().rev() {
            match step {
                Step::Property => {}
                Step::Union => union = Some(place.clone()),
                Step::Key(_) | Step::Item(_) => {
                    *left = left.saturating_sub(place.value.len());
                    if !place.enter(text, step) {
                        break;
                    }
                }
            }
        }
        let found = scan::kind(text.get(place.value.clone()).unwrap_or_default());
        let (expected, found, missing) = match Problem::of(error) {
            Problem::Missing(name) => (Kind::Other, Kind::Nothing, Some(name)),
            // The reader of the text, not of a type, has failed: at a character, or at the depth.
            Problem::Expected(Kind::Other) if error.is_syntax() => (found, Kind::Unreadable, None),
            Problem::Expected(kind) if kind == found => (kind, Kind::Unreadable, None),
            Problem::Expected(kind) => (kind, found, None),
        };
        let properties = steps.iter().filter(|step| **step == Step::Property).count();
        let failure = Failure {
            rendered,
            structs: properties == place.keys(),
            place,
            union,
            expected,
            found,
            missing,
        };
        self.last = Some(failure.fault(&failure.place));
        self.treat(&failure)
    }

    fn treat(&mut self, failure: &Failure<'_>) -> bool {
        let start = match failure.rendered.origin(failure.place.value.start) {
            Origin::Original(start) => start,
            Origin::Edit(key, inner) => match self.draft.edits.get(&key).map(|edit| edit.note.purpose) {
                Some(Purpose::Repair(_)) => return self.take_back(key),
                Some(Purpose::StandIn(_)) => return self.fill(failure, key, inner),
                None => return false,
            },
        };
        if let Some(name) = &failure.missing {
            let mut edits = self.draft.edits.iter();
            let removed = edits.find(|(_, edit)| {
                edit.note
                    .removed
                    .as_ref()
                    .is_some_and(|(open, gone)| *open == start && gone == name)
            });
            if let Some(key) = removed.map(|(key, _)| *key) {
                return self.put_back_required(key);
            }
        }
        let first = self.tried.get(&start).copied().unwrap_or(0);
        for index in first..REPAIRS.len() {
            if self.allowed.repair && self.apply(failure, &failure.place, failure.union.as_ref(), index, false) {
                self.spread(failure, Purpose::Repair(index), start);
                self.repaired
                    .push((failure.place.pattern(failure.text()), failure.expected));
                return true;
            }
        }
        self.beyond_repair(failure, start)
    }

    /// The part of the text that a repair replaces, and by what.
    fn proposal(
        &self,
        failure: &Failure<'_>,
        place: &Place,
        union: Option<&Place>,
        repair: Repair,
    ) -> Option<(Range<usize>, Vec<u8>, Option<Frame>)> {
        let text = failure.text();
        let value = text.get(place.value.clone())?;
        let remove = |frame: &Frame| (scan::entry(text, frame), Vec::new(), Some(frame.clone()));
        match repair {
            Repair::Unknown => {
                let union = union?.value.clone();
                let kept = [
                    b"{\"",
                    escape(UNKNOWN).as_slice(),
                    b"\":",
                    text.get(union.clone())?,
                    b"}",
                ]
                .concat();
                Some((union, kept, None))
            }
            // What is missing can be neither converted nor left out.
            Repair::Converted | Repair::Absent | Repair::LeftOut if failure.missing.is_some() => None,
            Repair::Converted | Repair::Absent if place.is_key || failure.found == Kind::Unreadable => None,
            // An object without any property in place of an item, or of the body, would be one that is not there.
            Repair::Converted if failure.expected == Kind::Object && value == b"null" && !is_property(place) => None,
            Repair::Converted => Some((place.value.clone(), convert(value, failure.expected)?, None)),
            Repair::Absent if is_nothing(value, failure.expected) => {
                Some((place.value.clone(), b"null".to_vec(), None))
            }
            Repair::Absent => {
                let parent = place
                    .frames
                    .last()
                    .filter(|frame| frame.key.is_some() && value == b"null");
                parent.map(remove)
            }
            Repair::LeftOut => {
                // Within a union: not the property that holds the union, since `Unknown` keeps its value.
                let depth = union.map_or(0, |union| union.frames.len());
                place.property(depth).filter(|_| self.allowed.leave_out).map(remove)
            }
        }
    }

    fn apply(
        &mut self,
        failure: &Failure<'_>,
        place: &Place,
        union: Option<&Place>,
        index: usize,
        guessed: bool,
    ) -> bool {
        let Some(repair) = REPAIRS.get(index) else { return false };
        let Some((part, text, frame)) = self.proposal(failure, place, union, *repair) else {
            return false;
        };
        let Some(part) = self.draft.part(failure.rendered, &part) else {
            return false;
        };
        let Origin::Original(cause) = failure.rendered.origin(place.value.start) else {
            return false;
        };
        let removed = frame.and_then(|frame| match failure.rendered.origin(frame.open) {
            Origin::Original(open) => Some((open, frame.name(failure.text()))),
            Origin::Edit(..) => None,
        });
        let of_one = *repair == Repair::Converted
            && failure
                .text()
                .get(place.value.clone())
                .is_some_and(|value| is_of_one(value, failure.expected));
        let note = Note {
            purpose: Purpose::Repair(index),
            fault: failure.fault(place),
            cause,
            removed,
            guessed,
            of_one,
        };
        self.draft.replace(part, text, note);
        true
    }

    /// Does the same to the other items of the list or map whose value there is of the failing kind.
    pub(super) fn spread(&mut self, failure: &Failure<'_>, purpose: Purpose, start: usize) {
        let loses = purpose != Purpose::Repair(0);
        if !failure.is_of_kind() || self.alone.contains(&start) || (loses && failure.union.is_some()) {
            return;
        }
        let pattern = self.pattern(failure, loses);
        let depth = failure.union.as_ref().map(|union| union.frames.len());
        let (mut places, mut earlier) = (Vec::new(), false);
        scan::matching(failure.text(), &pattern, &mut |frames, value| {
            let found = scan::kind(failure.text().get(value.clone()).unwrap_or_default());
            if found == failure.found && matches!(failure.rendered.origin(value.start), Origin::Original(_)) {
                earlier |= value.start < failure.place.value.start;
                if value.start > failure.place.value.start {
                    places.push(Place::new(frames.to_vec(), value));
                }
            }
        });
        // An earlier one was read: then the kind is not what makes them fail.
        if earlier {
            return;
        }
        for place in places {
            let Origin::Original(cause) = failure.rendered.origin(place.value.start) else {
                continue;
            };
            if self.alone.contains(&cause) || self.tried.contains_key(&cause) {
                continue;
            }
            let union = depth.and_then(|depth| place.up(failure.text(), depth));
            let convertible = || {
                self.proposal(failure, &place, union.as_ref(), Repair::Converted)
                    .is_some()
            };
            match purpose {
                Purpose::Repair(index) if index > 0 && convertible() => {}
                Purpose::Repair(index) => {
                    self.apply(failure, &place, union.as_ref(), index, true);
                }
                Purpose::StandIn(group) => {
                    self.stand_in(failure, &place, group);
                }
            }
        }
    }

    /// The path of the failing value, for every item of its lists; and of its map, once several entries of it have failed.
    fn pattern(&self, failure: &Failure<'_>, loses: bool) -> Vec<Pattern> {
        let mut pattern = failure.place.pattern(failure.text());
        if failure.structs || loses {
            return pattern;
        }
        for level in 0..pattern.len() {
            let differs = |other: &&(Vec<Pattern>, Kind)| {
                other.1 == failure.expected
                    && other.0.len() == pattern.len()
                    && other
                        .0
                        .iter()
                        .zip(&pattern)
                        .enumerate()
                        .all(|(at, (a, b))| (a == b) != (at == level))
            };
            if self.repaired.iter().filter(differs).count() >= MAP_KEYS
                && let Some(step) = pattern.get_mut(level)
            {
                *step = Pattern::Entry;
                break;
            }
        }
        pattern
    }

    /// A repair did not help.
    pub(super) fn take_back(&mut self, key: usize) -> bool {
        let Some(edit) = self.draft.edits.remove(&key) else {
            return false;
        };
        let Purpose::Repair(index) = edit.note.purpose else {
            return false;
        };
        if edit.note.guessed {
            self.alone.insert(edit.note.cause);
        } else {
            self.tried.insert(edit.note.cause, index + 1);
        }
        true
    }

    /// A property was left out that is required.
    fn put_back_required(&mut self, key: usize) -> bool {
        let Some(edit) = self.draft.edits.remove(&key) else {
            return false;
        };
        if let Purpose::Repair(index) = edit.note.purpose {
            self.tried.insert(edit.note.cause, index + 1);
        }
        true
    }
}

/// Whether a place is the value of a property or of an entry of a map.
fn is_property(place: &Place) -> bool {
    place.frames.last().is_some_and(|frame| frame.key.is_some())
}

/// A string as it is between the quotes of JSON.
pub(super) fn escape(text: &str) -> Vec<u8> {
    let quoted = serde_json::Value::from(text).to_string();
    let inner = quoted.strip_prefix('"').and_then(|quoted| quoted.strip_suffix('"'));
    inner.unwrap_or_default().as_bytes().to_vec()
}
