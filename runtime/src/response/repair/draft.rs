//! A body with edits that can be taken back. Edits are kept by their place in the original, so that no edit moves another.

use std::collections::BTreeMap;
use std::ops::Range;

/// A replaced part of the original.
pub(super) struct Edit<N> {
    pub(super) end: usize,
    pub(super) text: Vec<u8>,
    /// What the edit is for.
    pub(super) note: N,
}

/// The original and its edits, which do not overlap.
pub(super) struct Draft<'a, N> {
    original: &'a [u8],
    pub(super) edits: BTreeMap<usize, Edit<N>>,
}

/// The text with its edits.
pub(super) struct Rendered {
    pub(super) text: Vec<u8>,
    /// Where parts begin, and where they are from.
    parts: Vec<(usize, Origin)>,
}

/// Where a byte of the text is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// This offset of the original.
    Original(usize),
    /// This offset in the text of the edit at that offset of the original.
    Edit(usize, usize),
}

impl<'a, N> Draft<'a, N> {
    pub(super) fn new(original: &'a [u8]) -> Self {
        Self {
            original,
            edits: BTreeMap::new(),
        }
    }

    /// Replaces a part, and all edits in it. An empty text removes a property: its comma goes with it.
    pub(super) fn replace(&mut self, part: Range<usize>, text: Vec<u8>, note: N) {
        while let Some(start) = self.edits.range(part.clone()).next().map(|(start, _)| *start) {
            self.edits.remove(&start);
        }
        let end = part.end;
        self.edits.insert(part.start, Edit { end, text, note });
    }

    pub(super) fn render(&self) -> Rendered {
        let mut rendered = Rendered {
            text: Vec::with_capacity(self.original.len()),
            parts: Vec::new(),
        };
        let mut from = 0;
        for (start, edit) in &self.edits {
            if *start < from {
                continue;
            }
            rendered.original(self.original, from..*start);
            from = edit.end;
            if edit.text.is_empty() && edit.end > *start {
                from = rendered.close_gap(self.original, edit.end);
                continue;
            }
            // An inserted property brings its comma, which the first one does not need.
            let skipped = usize::from(edit.text.first() == Some(&b',') && rendered.last_is(b'{'));
            rendered
                .parts
                .push((rendered.text.len(), Origin::Edit(*start, skipped)));
            rendered
                .text
                .extend_from_slice(edit.text.get(skipped..).unwrap_or_default());
        }
        rendered.original(self.original, from..self.original.len());
        rendered
    }
}

impl Rendered {
    fn original(&mut self, original: &[u8], part: Range<usize>) {
        self.parts.push((self.text.len(), Origin::Original(part.start)));
        self.text.extend_from_slice(original.get(part).unwrap_or_default());
    }

    fn last_is(&self, wanted: u8) -> bool {
        let last = self.text.iter().rev().find(|byte| !byte.is_ascii_whitespace());
        last == Some(&wanted)
    }

    /// After a removed property: passes over the comma behind it, or drops the one before it.
    fn close_gap(&mut self, original: &[u8], end: usize) -> usize {
        let rest = original.get(end..).unwrap_or_default();
        let space = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        if rest.get(space) == Some(&b',') {
            return end + space + 1;
        }
        if self.last_is(b',') {
            let comma = self.text.iter().rposition(|byte| *byte == b',').unwrap_or(0);
            self.text.truncate(comma);
        }
        end
    }

    /// The text. Edits replace whole tokens, so that it is UTF-8 as the original is; of what is not, nothing is read.
    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.text).unwrap_or_default()
    }

    /// Where the byte at this offset is from.
    pub(super) fn origin(&self, offset: usize) -> Origin {
        let index = self.parts.partition_point(|(start, _)| *start <= offset);
        match index.checked_sub(1).and_then(|index| self.parts.get(index)) {
            Some((start, Origin::Original(from))) => Origin::Original(from + (offset - start)),
            Some((start, Origin::Edit(key, from))) => Origin::Edit(*key, from + (offset - start)),
            None => Origin::Original(offset),
        }
    }
}

impl<N> Draft<'_, N> {
    /// The part of the original that a part of the rendered text is from, if it is not within an edit.
    pub(super) fn part(&self, rendered: &Rendered, part: &Range<usize>) -> Option<Range<usize>> {
        let Origin::Original(start) = rendered.origin(part.start) else {
            return None;
        };
        let end = match rendered.origin(part.end.saturating_sub(1)) {
            Origin::Original(last) => last + 1,
            Origin::Edit(key, _) => self.edits.get(&key)?.end,
        };
        Some(start..end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn render(draft: &Draft<'_, ()>) -> String {
        String::from_utf8(draft.render().text).expect("UTF-8")
    }

    #[test]
    fn edits_do_not_move_each_other() {
        let text = br#"{"a":1, "b" : 2 ,"c":3}"#;
        let mut draft = Draft::new(text);
        draft.replace(17..22, Vec::new(), ());
        assert_eq!(render(&draft), r#"{"a":1, "b" : 2 }"#);
        draft.replace(1..6, Vec::new(), ());
        assert_eq!(render(&draft), r#"{ "b" : 2 }"#);
        draft.replace(14..15, b"\"2\"".to_vec(), ());
        assert_eq!(render(&draft), r#"{ "b" : "2" }"#);
        let rendered = draft.render();
        assert_eq!(rendered.origin(8), Origin::Edit(14, 0));
        assert_eq!(rendered.origin(2), Origin::Original(8));
        // A removal takes the edits within it along.
        draft.replace(8..15, Vec::new(), ());
        draft.replace(22..22, b",\"d\":4".to_vec(), ());
        assert_eq!(render(&draft), r#"{ "d":4}"#);
        draft.edits.remove(&8);
        assert_eq!(render(&draft), r#"{ "b" : 2 ,"d":4}"#);
    }
}
