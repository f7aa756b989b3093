//! The event stream format (WHATWG HTML section 9.2.6).

use std::sync::Arc;
use std::time::Duration;

use super::Split;

/// A server-sent event; dereferences to its data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event<T> {
    pub(super) event: Option<String>,
    pub(super) id: Option<Arc<str>>,
    pub(super) retry: Option<Duration>,
    pub(super) data: T,
}

impl<T> Event<T> {
    /// The name of the event, if it has one.
    pub fn name(&self) -> Option<&str> {
        self.event.as_deref()
    }

    /// The last id that the stream has sent, to resume with `Last-Event-ID`.
    pub fn last_event_id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The delay before reconnecting, if this event has one.
    pub fn reconnect_after(&self) -> Option<Duration> {
        self.retry
    }

    /// The data without the rest.
    pub fn into_data(self) -> T {
        self.data
    }
}

impl<T> std::ops::Deref for Event<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.data
    }
}

#[derive(Debug, Default)]
pub(super) struct Parser {
    line: Vec<u8>,
    /// The last line ended with a carriage return: a line feed right after it is part of the line end.
    after_return: bool,
    started: bool,
    event: Option<String>,
    data: Option<String>,
    retry: Option<Duration>,
    /// Kept from event to event.
    id: Option<Arc<str>>,
    /// The id when the last event was complete: one whose event is cut off is not received.
    reached: Option<Arc<str>>,
    /// The last `retry`: it holds for the whole stream.
    delay: Option<Duration>,
    /// Whether there was a line of the format: a field or a comment.
    known: bool,
    /// The lines without one, until there is one: what a server says that sends no events at all.
    foreign: String,
}

/// As much is kept of a body that is not a stream of events.
const MAX_FOREIGN: usize = 64 << 10;

impl Split for Parser {
    type Item = Event<String>;

    fn feed(&mut self, piece: &[u8]) -> (usize, Option<Event<String>>) {
        for (index, &byte) in piece.iter().enumerate() {
            let skip = byte == b'\n' && self.after_return;
            self.after_return = byte == b'\r';
            let event = match byte {
                _ if skip => None,
                b'\n' | b'\r' => self.end_line(),
                _ => {
                    self.line.push(byte);
                    None
                }
            };
            if event.is_some() {
                return (index + 1, event);
            }
        }
        (piece.len(), None)
    }

    /// The standard drops an event that is not followed by a blank line. Servers that close the connection right after
    /// their last event do send that event.
    fn end(&mut self) -> Option<Event<String>> {
        let line = if self.line.is_empty() { None } else { self.end_line() };
        line.or_else(|| self.dispatch())
    }

    fn buffered(&self) -> usize {
        let length = |text: &Option<String>| text.as_ref().map_or(0, String::len);
        self.line.len() + length(&self.data) + length(&self.event) + self.id.as_ref().map_or(0, |id| id.len())
    }
}

impl Parser {
    /// Where a stream that is cut off continues: after the event with that id, after that time.
    pub(super) fn resume_point(&self) -> (Option<Arc<str>>, Option<Duration>) {
        (self.reached.clone(), self.delay)
    }

    /// Takes a complete line, and returns the event that it ends.
    fn end_line(&mut self) -> Option<Event<String>> {
        let line = std::mem::take(&mut self.line);
        let mut line = String::from_utf8_lossy(&line).into_owned();
        if !std::mem::replace(&mut self.started, true)
            && let Some(rest) = line.strip_prefix('\u{feff}')
        {
            line = rest.to_owned();
        }
        if line.is_empty() {
            return self.dispatch();
        }
        let (field, value) = line.split_once(':').unwrap_or((&line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "data" => match &mut self.data {
                Some(data) => {
                    data.push('\n');
                    data.push_str(value);
                }
                None => self.data = Some(value.to_owned()),
            },
            "event" => self.event = Some(value.to_owned()),
            "id" if !value.contains('\0') => self.id = Some(value.into()),
            "retry" => {
                self.retry = value.parse().ok().map(Duration::from_millis);
                self.delay = self.retry.or(self.delay);
            }
            "id" | "" => {}
            // Unknown fields are ignored.
            _ => {
                if !self.known && self.foreign.len() + line.len() <= MAX_FOREIGN {
                    self.foreign.push_str(&line);
                    self.foreign.push('\n');
                }
                return None;
            }
        }
        self.known = true;
        self.foreign = String::new();
        None
    }

    /// The body, once it has ended without a line of the format: it was a page, or JSON.
    pub(super) fn take_foreign(&mut self) -> Option<String> {
        Some(std::mem::take(&mut self.foreign)).filter(|lines| !lines.is_empty())
    }

    fn dispatch(&mut self) -> Option<Event<String>> {
        self.reached.clone_from(&self.id);
        let (event, retry) = (self.event.take(), self.retry.take());
        Some(Event {
            data: self.data.take()?,
            event: event.filter(|name| !name.is_empty()),
            // Every later event has the same id, however long it is: it is never copied.
            id: self.id.clone(),
            retry,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_do_not_depend_on_the_pieces() {
        let text = "\u{feff}: comment\r\ndata: é1\r\ndata:2\r\nid: 7\r\n\r\nevent: ping\rdata\r\rretry: 50\nevent: x\n\nretry: 9\ndata: {\"a\": 1}\nother: y\n\ndata: end";
        for size in 1..=text.len() {
            let mut parser = Parser::default();
            let events = parser.all(text.as_bytes(), size);
            let event = |event: Option<&str>, retry: Option<u64>, data: &str| Event {
                event: event.map(str::to_owned),
                id: Some("7".into()),
                retry: retry.map(Duration::from_millis),
                data: data.to_owned(),
            };
            let expected = [
                event(None, None, "é1\n2"),
                event(Some("ping"), None, ""),
                event(None, Some(9), "{\"a\": 1}"),
                event(None, None, "end"),
            ];
            assert_eq!(events, expected, "pieces of {size}");
        }
    }

    #[test]
    fn what_is_not_a_stream_of_events_is_kept() {
        let foreign = |text: &str| {
            let mut parser = Parser::default();
            let events = parser.all(text.as_bytes(), 3);
            (events.len(), parser.take_foreign())
        };
        assert_eq!(
            foreign("{\n\"error\": \"x\"}"),
            (0, Some("{\n\"error\": \"x\"}\n".to_owned()))
        );
        assert_eq!(foreign("x\n: keep-alive\n\n"), (0, None));
        assert_eq!(foreign("other: y\n\ndata: 1\n\n"), (1, None));
        assert_eq!(foreign("\n\n"), (0, None));
    }

    #[test]
    fn a_long_id_is_held_once_and_counts() {
        let mut parser = Parser::default();
        let text = format!("id: {}\n\ndata: 1\n\ndata: 2\n\n", "x".repeat(1000));
        let events = parser.all(text.as_bytes(), text.len());
        let ids: Vec<_> = events.iter().filter_map(|event| event.id.as_ref()).collect();
        assert!(matches!(ids.as_slice(), [one, two] if Arc::ptr_eq(one, two)));
        assert_eq!(parser.buffered(), 1000);
    }
}
