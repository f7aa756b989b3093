//! From a byte offset to the value that is there, and from a path to values: by scanning the text of a JSON document, which
//! is known to be well-formed. Nothing here fails or recurses deeper than the path; on other texts the result is useless.

use std::ops::Range;

use crate::data::fault::Kind;
use crate::data::json_pointer::{CUT, MAX_POINTER, key};
use crate::data::trail::Step;

/// One level above a value: the place in an object or an array.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// Where the object or array begins.
    pub(super) open: usize,
    /// Where the key, or the item, begins.
    pub(super) entry: usize,
    /// The key with its quotes; `None` in an array.
    pub(super) key: Option<Range<usize>>,
    /// The number of the entry.
    pub(super) index: usize,
}

/// A value and the levels above it, the outermost first.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) frames: Vec<Frame>,
    pub(super) value: Range<usize>,
    /// It is a key, not a value.
    pub(super) is_key: bool,
}

/// A step of a path that fits several places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Pattern {
    /// Every item of an array.
    Item,
    /// Every property of an object.
    Entry,
    /// A property: the key as it is in the text, with its quotes.
    Key(Vec<u8>),
}

fn byte(text: &[u8], at: usize) -> u8 {
    text.get(at).copied().unwrap_or(0)
}

fn skip_space(text: &[u8], mut at: usize) -> usize {
    while matches!(byte(text, at), b' ' | b'\t' | b'\r' | b'\n') {
        at += 1;
    }
    at
}

/// The end of the token that begins at `at`, which is not a bracket.
fn token_end(text: &[u8], at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    if rest.first() != Some(&b'"') {
        let end = |byte: &u8| matches!(byte, b',' | b']' | b'}' | b':' | b' ' | b'\t' | b'\r' | b'\n');
        return at + rest.iter().position(end).unwrap_or(rest.len()).max(1);
    }
    let mut end = at + 1;
    loop {
        match text.get(end) {
            Some(b'"') => return end + 1,
            Some(b'\\') => end += 2,
            Some(_) => end += 1,
            None => return text.len(),
        }
    }
}

/// The end of the value that begins at `at`.
pub(super) fn value_end(text: &[u8], mut at: usize) -> usize {
    let mut depth = 0_usize;
    while at < text.len() {
        match byte(text, at) {
            b'{' | b'[' => {
                depth += 1;
                at += 1;
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                at += 1;
            }
            b',' | b':' | b' ' | b'\t' | b'\r' | b'\n' => at += 1,
            _ => at = token_end(text, at),
        }
        if depth == 0 {
            return at;
        }
    }
    at
}

/// Where the value of an entry begins.
fn entry_value(text: &[u8], frame: &Frame) -> usize {
    match &frame.key {
        Some(key) => skip_space(text, skip_space(text, key.end) + 1),
        None => frame.entry,
    }
}

/// The whole property or item.
pub(super) fn entry(text: &[u8], frame: &Frame) -> Range<usize> {
    frame.entry..value_end(text, entry_value(text, frame))
}

/// The value at which a reader stopped: the one that ends at `offset` or holds it, or the object or array that begins there.
pub(super) fn at(text: &[u8], offset: usize) -> Place {
    let mut frames: Vec<Frame> = Vec::new();
    // Whether the next string of an object is a key.
    let mut keys = false;
    let mut at = skip_space(text, 0);
    while at < text.len() {
        let here = byte(text, at);
        let is_key = keys && here == b'"';
        if let (Some(frame), false) = (frames.last_mut(), matches!(here, b',' | b':' | b'}' | b']'))
            && (is_key || frame.key.is_none())
        {
            frame.entry = at;
        }
        match here {
            b'{' | b'[' if at >= offset => return Place::new(frames, at..value_end(text, at)),
            b'{' | b'[' => {
                keys = here == b'{';
                frames.push(Frame::new(at));
                at += 1;
            }
            b'}' | b']' => {
                let open = frames.pop().map_or(0, |frame| frame.open);
                at += 1;
                if at >= offset {
                    return Place::new(frames, open..at);
                }
                keys = false;
            }
            b',' => {
                if let Some(frame) = frames.last_mut() {
                    frame.index += 1;
                    frame.key = None;
                    keys = byte(text, frame.open) == b'{';
                }
                at += 1;
            }
            b':' => at += 1,
            _ => {
                let end = token_end(text, at);
                if let (Some(frame), true) = (frames.last_mut(), is_key) {
                    frame.key = Some(at..end);
                    keys = false;
                }
                if end >= offset {
                    return Place {
                        is_key,
                        ..Place::new(frames, at..end)
                    };
                }
                at = end;
            }
        }
        at = skip_space(text, at);
    }
    Place::new(Vec::new(), skip_space(text, 0)..text.len())
}

impl Frame {
    fn new(open: usize) -> Self {
        Self {
            open,
            entry: open + 1,
            key: None,
            index: 0,
        }
    }
}

/// The entries of an object or array, one after the other.
struct Entries<'a> {
    text: &'a [u8],
    frame: Frame,
    at: usize,
}

impl<'a> Entries<'a> {
    fn new(text: &'a [u8], open: usize) -> Self {
        Self {
            text,
            frame: Frame::new(open),
            at: skip_space(text, open + 1),
        }
    }

    /// The next entry and where its value begins; the caller says where that ends.
    fn next(&mut self) -> Option<(Frame, usize)> {
        self.at = skip_space(self.text, self.at);
        if byte(self.text, self.at) == b',' {
            self.frame.index += 1;
            self.at = skip_space(self.text, self.at + 1);
        }
        if matches!(byte(self.text, self.at), b'}' | b']' | 0) {
            return None;
        }
        self.frame.entry = self.at;
        self.frame.key = (byte(self.text, self.frame.open) == b'{').then(|| self.at..token_end(self.text, self.at));
        Some((self.frame.clone(), entry_value(self.text, &self.frame)))
    }
}

/// Whether an object has that property.
pub(super) fn has(text: &[u8], object: usize, name: &str) -> bool {
    let mut entries = Entries::new(text, object);
    while let Some((frame, value)) = entries.next() {
        if frame.name(text) == name {
            return true;
        }
        entries.at = value_end(text, value);
    }
    false
}

/// The name of a property of an object that differs from this one only in case and in what separates its words.
pub(super) fn alike(text: &[u8], object: usize, name: &str) -> Option<String> {
    let letters = |name: &str| -> String {
        let letters = name.chars().filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let wanted = Some(letters(name)).filter(|letters| !letters.is_empty())?;
    let mut entries = Entries::new(text, object);
    while let Some((frame, value)) = entries.next() {
        let key = frame.name(text);
        let is_short = key.len() <= 2 * name.len() + 8;
        if frame.key.is_some() && is_short && key != name && letters(&key) == wanted {
            return Some(key);
        }
        entries.at = value_end(text, value);
    }
    None
}

impl Frame {
    /// The key.
    pub(super) fn name(&self, text: &[u8]) -> String {
        let quoted = self.key.clone().and_then(|key| text.get(key)).unwrap_or_default();
        serde_json::from_slice(quoted).unwrap_or_else(|_| String::from_utf8_lossy(quoted).into_owned())
    }

    /// The key as it is shown: truncated if it is very long.
    fn shown(&self, text: &[u8]) -> String {
        let quoted = self.key.clone().and_then(|key| text.get(key)).unwrap_or_default();
        let inner = quoted.strip_prefix(b"\"").and_then(|quoted| quoted.strip_suffix(b"\""));
        key(inner.unwrap_or_default()).replace('~', "~0").replace('/', "~1")
    }

    fn pattern(&self, text: &[u8]) -> Pattern {
        match &self.key {
            Some(key) => Pattern::Key(text.get(key.clone()).unwrap_or_default().to_vec()),
            None => Pattern::Item,
        }
    }
}

impl Place {
    pub(super) fn new(frames: Vec<Frame>, value: Range<usize>) -> Self {
        Self {
            frames,
            value,
            is_key: false,
        }
    }

    /// Goes one level deeper: to the last property of that name, since that is the one that a reader keeps.
    pub(super) fn enter(&mut self, text: &[u8], step: &Step) -> bool {
        let mut entries = Entries::new(text, self.value.start);
        let mut found = None;
        while let Some((frame, start)) = entries.next() {
            entries.at = value_end(text, start);
            let fits = match step {
                Step::Key(name) => frame.key.is_some() && frame.name(text) == *name,
                Step::Item(index) => frame.index == *index,
                Step::Property | Step::Union => false,
            };
            if fits {
                found = Some((frame, start..entries.at));
            }
        }
        let Some((frame, value)) = found else { return false };
        self.frames.push(frame);
        self.value = value;
        true
    }

    /// The place at this depth above.
    pub(super) fn up(&self, text: &[u8], depth: usize) -> Option<Self> {
        let start = match self.frames.get(depth) {
            Some(frame) => frame.open,
            None => self.value.start,
        };
        let frames = self.frames.get(..depth)?.to_vec();
        Some(Self::new(frames, start..value_end(text, start)))
    }

    /// The path, with every item for each item.
    pub(super) fn pattern(&self, text: &[u8]) -> Vec<Pattern> {
        self.frames.iter().map(|frame| frame.pattern(text)).collect()
    }

    /// The innermost property of at least this depth.
    pub(super) fn property(&self, depth: usize) -> Option<&Frame> {
        self.frames.iter().skip(depth).rfind(|frame| frame.key.is_some())
    }

    /// The number of keys on the path.
    pub(super) fn keys(&self) -> usize {
        self.frames.iter().filter(|frame| frame.key.is_some()).count()
    }

    /// The JSON pointer, bounded. Keys that may be data are not shown.
    pub(super) fn pointer(&self, text: &[u8], show_keys: bool) -> String {
        let mut pointer = String::new();
        for frame in &self.frames {
            let step = match &frame.key {
                Some(_) if show_keys => frame.shown(text),
                Some(_) => "*".to_owned(),
                None => frame.index.to_string(),
            };
            pointer.push('/');
            if pointer.len() + step.len() > MAX_POINTER {
                pointer.push(CUT);
                break;
            }
            pointer.push_str(&step);
        }
        pointer
    }
}

/// Calls `visit` with every value on a path that fits the pattern, in the order of the text.
pub(super) fn matching(text: &[u8], pattern: &[Pattern], visit: &mut dyn FnMut(&[Frame], Range<usize>)) {
    walk(text, skip_space(text, 0), pattern, &mut Vec::new(), visit);
}

fn walk(
    text: &[u8],
    start: usize,
    pattern: &[Pattern],
    frames: &mut Vec<Frame>,
    visit: &mut dyn FnMut(&[Frame], Range<usize>),
) -> usize {
    let Some((first, rest)) = pattern.split_first() else {
        let end = value_end(text, start);
        visit(frames, start..end);
        return end;
    };
    let open = byte(text, start);
    if !matches!(
        (open, first),
        (b'[', Pattern::Item) | (b'{', Pattern::Entry | Pattern::Key(_))
    ) {
        return value_end(text, start);
    }
    let mut entries = Entries::new(text, start);
    while let Some((frame, value)) = entries.next() {
        let fits = match (first, &frame.key) {
            (Pattern::Key(wanted), Some(key)) => text.get(key.clone()) == Some(wanted),
            _ => true,
        };
        entries.at = if fits {
            frames.push(frame);
            let end = walk(text, value, rest, frames, visit);
            frames.pop();
            end
        } else {
            value_end(text, value)
        };
    }
    entries.at + 1
}

/// The kind of the value that begins so.
pub(super) fn kind(value: &[u8]) -> Kind {
    match value.first() {
        Some(b'{') => Kind::Object,
        Some(b'[') => Kind::Array,
        Some(b'"') => Kind::String,
        Some(b't' | b'f') => Kind::Boolean,
        Some(b'n') => Kind::Null,
        Some(b'-' | b'0'..=b'9') if value.iter().any(|byte| matches!(byte, b'.' | b'e' | b'E')) => Kind::Number,
        Some(b'-' | b'0'..=b'9') => Kind::Integer,
        Some(_) | None => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_mark(marked: &str) -> (String, String, bool) {
        let offset = marked.find('^').expect("a mark");
        let text = marked.replacen('^', "", 1).into_bytes();
        let place = at(&text, offset);
        let value = String::from_utf8_lossy(text.get(place.value.clone()).expect("a range")).into_owned();
        (place.pointer(&text, true), value, place.is_key)
    }

    #[test]
    fn an_offset_is_a_value() {
        let is = |marked: &str, pointer: &str, value: &str| {
            assert_eq!(
                at_mark(marked),
                (pointer.to_owned(), value.to_owned(), false),
                "{marked}"
            );
        };
        is("1^", "", "1");
        is(r#"{"a": [1, {"b" : "x"^ }]}"#, "/a/1/b", r#""x""#);
        is(r#"{"a": ^[1, "]"], "b": 2}"#, "/a", r#"[1, "]"]"#);
        is(r#"{"a": [1], "b": 2}^ "#, "", r#"{"a": [1], "b": 2}"#);
        is(r#"[{"a": {"x": []}}^, 1]"#, "/0", r#"{"a": {"x": []}}"#);
        is(r#"{"a": "q\"\\u^d800 q", "b": 1}"#, "/a", r#""q\"\\ud800 q""#);
        is(r#"{"a":1,"a":tr^ue}"#, "/a", "true");
        assert!(at_mark(r#"{"a":1,"b^c":2}"#).2);
    }

    #[test]
    fn a_pattern_finds_every_item() {
        let text = br#"{"x":[{"id":1},{"id":{"id":2}},3,{"di":4, "id" : 5 }],"id":6}"#;
        let mut found = Vec::new();
        let pattern = [
            Pattern::Key(b"\"x\"".to_vec()),
            Pattern::Item,
            Pattern::Key(b"\"id\"".to_vec()),
        ];
        matching(text, &pattern, &mut |frames, value| {
            let frame = frames.last().expect("a level");
            assert_eq!(entry(text, frame).end, value.end);
            found.push(String::from_utf8_lossy(text.get(value).expect("a range")).into_owned());
        });
        assert_eq!(found, ["1", r#"{"id":2}"#, "5"]);
        assert!(has(text, 0, "id") && !has(text, 0, "y"));
    }
}
