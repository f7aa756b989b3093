//! An object that was put into a list, or taken out of one: it is what is documented only if it has a property of it. What wraps the list, or a
//! type all of whose properties are optional, would be read as a value of nothing.

use std::collections::BTreeMap;

use serde_core::de::IgnoredAny;

use super::draft::Rendered;
use super::engine::Engine;
use crate::data::trail;

/// What no reader accepts, and what is passed over without notice where it is the value of an unknown property: half of a
/// surrogate pair.
const UNREADABLE: &str = r#""\ud800""#;

/// An object with the same properties, none of which can be read: only a reader to which all of them are unknown reads it. `None` for
/// what is not an object, or has no property.
pub(in crate::response) fn probe(object: &[u8]) -> Option<String> {
    let properties: BTreeMap<String, IgnoredAny> = serde_json::from_slice(object).ok()?;
    let mut probe = String::from("{");
    for name in properties.keys() {
        if probe.len() > 1 {
            probe.push(',');
        }
        probe.push_str(&serde_json::to_string(name).ok()?);
        probe.push(':');
        probe.push_str(UNREADABLE);
    }
    probe.push('}');
    (!properties.is_empty()).then_some(probe)
}

impl Engine<'_> {
    /// The first edit whose object has no property that the reader knows. Those that were made like another one are like it.
    pub(super) fn foreign(
        &mut self,
        read: &mut dyn FnMut(&str) -> Result<(), serde_json::Error>,
        left: &mut usize,
    ) -> Option<usize> {
        let edits = self.draft.edits.iter();
        let doubtful = edits.filter(|(_, edit)| edit.note.of_one && !edit.note.guessed);
        let keys: Vec<usize> = doubtful.map(|(key, _)| *key).collect();
        keys.into_iter().find(|key| {
            let Some(rendered) = self.probed(*key) else {
                return false;
            };
            *left = left.saturating_sub(rendered.text.len());
            trail::record(|| read(rendered.as_str())).0.is_ok()
        })
    }

    /// The text with the probe in place of the object of one edit.
    fn probed(&mut self, key: usize) -> Option<Rendered> {
        let text = self.draft.edits.get(&key)?.text.clone();
        let probed = match text.as_slice() {
            [b'[', object @ .., b']'] => format!("[{}]", probe(object)?),
            object => probe(object)?,
        };
        self.draft.edits.get_mut(&key)?.text = probed.into_bytes();
        let rendered = self.render();
        self.draft.edits.get_mut(&key)?.text = text;
        Some(rendered)
    }
}
