//! What is beyond repair: it is reported, and reading continues behind a stand-in, which is never returned.

use super::draft::Origin;
use super::engine::{Engine, Failure, Note, Purpose, escape};
use super::scalar::stand_in;
use super::scan::{self, Place};

/// How many faults are reported.
const MAX_FAULTS: usize = 32;

impl Engine<'_> {
    /// Reports a fault, once for each path, and lets reading continue behind it.
    pub(super) fn beyond_repair(&mut self, failure: &Failure<'_>, start: usize) -> bool {
        let path = (failure.place.pattern(failure.text()), failure.missing.clone());
        if !self.paths.contains(&path) {
            if self.faults.len() == MAX_FAULTS {
                return false;
            }
            self.paths.push(path);
            self.faults.push(failure.fault(&failure.place));
        }
        let group = self.paths.len();
        let continues = self.stand_in(failure, &failure.place, group);
        if continues && failure.missing.is_some() {
            self.spread_missing(failure, group);
        } else if continues {
            self.spread(failure, Purpose::StandIn(group), start);
        }
        continues
    }

    /// Puts a stand-in for the value, or for the property that is missing in the object.
    pub(super) fn stand_in(&mut self, failure: &Failure<'_>, place: &Place, group: usize) -> bool {
        let (part, text) = match &failure.missing {
            Some(name) => {
                let end = place.value.end.saturating_sub(1);
                (end..end, property(name))
            }
            None => match stand_in(failure.expected) {
                Some(text) => (place.value.clone(), text.to_vec()),
                None => return false,
            },
        };
        let Origin::Original(start) = failure.rendered.origin(part.start) else {
            return false;
        };
        if let (Some(edit), true) = (self.draft.edits.get_mut(&start), part.is_empty()) {
            edit.text.extend(text);
            return true;
        }
        let part = match part.is_empty() {
            true => Some(start..start),
            false => self.draft.part(failure.rendered, &part),
        };
        let Some(part) = part else { return false };
        let note = Note {
            purpose: Purpose::StandIn(group),
            fault: failure.fault(place),
            cause: start,
            removed: None,
            guessed: false,
            of_one: false,
        };
        self.draft.replace(part, text, note);
        true
    }

    /// The same property is missing in other items of the list.
    fn spread_missing(&mut self, failure: &Failure<'_>, group: usize) {
        let Some(name) = failure.missing.as_deref().filter(|_| failure.union.is_none()) else {
            return;
        };
        let mut places = Vec::new();
        let pattern = failure.place.pattern(failure.text());
        scan::matching(failure.text(), &pattern, &mut |frames, value| {
            let is_object = failure.text().get(value.start) == Some(&b'{');
            if is_object && value.start > failure.place.value.start && !scan::has(failure.text(), value.start, name) {
                places.push(Place::new(frames.to_vec(), value));
            }
        });
        for place in places {
            self.stand_in(failure, &place, group);
        }
    }

    /// A stand-in does not fit: now it is known what is expected of it. All stand-ins for the same fault are replaced.
    pub(super) fn fill(&mut self, failure: &Failure<'_>, key: usize, inner: usize) -> bool {
        let Some(edit) = self.draft.edits.get(&key) else {
            return false;
        };
        let (old, purpose) = (edit.text.clone(), edit.note.purpose);
        let length = failure.place.value.len();
        let (part, new) = match &failure.missing {
            Some(name) => (inner + length - 1..inner + length - 1, property(name)),
            None => match stand_in(failure.expected) {
                Some(text) => (inner..inner + length, text.to_vec()),
                None => return false,
            },
        };
        let (Some(before), Some(after)) = (old.get(..part.start), old.get(part.end..)) else {
            return false;
        };
        // The first property of an object needs no comma.
        let new = match before.last() {
            Some(b'{') => new.strip_prefix(b",").unwrap_or(&new),
            _ => &new,
        };
        let filled = [before, new, after].concat();
        if filled == old {
            return false;
        }
        for edit in self.draft.edits.values_mut() {
            if edit.note.purpose == purpose && edit.text == old {
                edit.text.clone_from(&filled);
            }
        }
        true
    }
}

/// A property without a value that is known, to be added to an object.
fn property(name: &str) -> Vec<u8> {
    [b",\"", escape(name).as_slice(), b"\":null"].concat()
}
