//! The event stream format (WHATWG HTML section 9.2.6).

use std::collections::VecDeque;
use std::time::Duration;

use super::Event;

#[derive(Debug, Default)]
pub(super) struct Parser {
    line: Vec<u8>,
    /// A carriage return ended the last line: a line feed right after it belongs to it.
    after_return: bool,
    started: bool,
    event: Option<String>,
    data: Option<String>,
    retry: Option<Duration>,
    /// Stays from event to event.
    id: Option<String>,
}

impl Parser {
    pub(super) fn feed(&mut self, piece: &[u8], events: &mut VecDeque<Event<String>>) {
        for &byte in piece {
            let skip = byte == b'\n' && self.after_return;
            self.after_return = byte == b'\r';
            match byte {
                _ if skip => {}
                b'\n' | b'\r' => self.end_line(events),
                _ => self.line.push(byte),
            }
        }
    }

    /// The standard drops an event that no blank line ends; servers that just close the connection after their last
    /// event mean it.
    pub(super) fn end(&mut self, events: &mut VecDeque<Event<String>>) {
        if !self.line.is_empty() {
            self.end_line(events);
        }
        self.dispatch(events);
    }

    pub(super) fn buffered(&self) -> usize {
        self.line.len() + self.data.as_ref().map_or(0, String::len)
    }

    fn end_line(&mut self, events: &mut VecDeque<Event<String>>) {
        let line = std::mem::take(&mut self.line);
        let mut line = String::from_utf8_lossy(&line).into_owned();
        if !std::mem::replace(&mut self.started, true)
            && let Some(rest) = line.strip_prefix('\u{feff}')
        {
            line = rest.to_owned();
        }
        if line.is_empty() {
            return self.dispatch(events);
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
            "id" if !value.contains('\0') => self.id = Some(value.to_owned()),
            "retry" => self.retry = value.parse().ok().map(Duration::from_millis),
            // Comments and fields of later versions.
            _ => {}
        }
    }

    fn dispatch(&mut self, events: &mut VecDeque<Event<String>>) {
        let (event, retry) = (self.event.take(), self.retry.take());
        if let Some(data) = self.data.take() {
            events.push_back(Event {
                event: event.filter(|name| !name.is_empty()),
                id: self.id.clone(),
                retry,
                data,
            });
        }
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
            let mut events = VecDeque::new();
            text.as_bytes()
                .chunks(size)
                .for_each(|piece| parser.feed(piece, &mut events));
            parser.end(&mut events);
            let event = |event: Option<&str>, retry: Option<u64>, data: &str| Event {
                event: event.map(str::to_owned),
                id: Some("7".to_owned()),
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
}
