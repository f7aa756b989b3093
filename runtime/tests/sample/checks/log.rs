//! A subscriber that writes down every field of every span and event.

use std::fmt::Write as _;
use std::sync::{Mutex, Once};
use std::thread::{self, ThreadId};

use tracing_core::span::{Attributes, Id, Record};
use tracing_core::{Event, Field, Metadata, Subscriber, field::Visit};

struct Log;

/// What one span or event says, and in which thread.
struct Entry {
    thread: ThreadId,
    is_event: bool,
    fields: String,
}

static ENTRIES: Mutex<Vec<Entry>> = Mutex::new(Vec::new());
static STARTED: Once = Once::new();

/// Writes down the spans of the whole process from now on: which of them are of interest is kept for each place in the code,
/// so there is one subscriber.
pub(crate) fn start() {
    STARTED.call_once(|| {
        tracing_core::dispatcher::set_global_default(tracing_core::Dispatch::new(Log)).expect("the only subscriber");
    });
}

/// Everything so far, a field in each line.
pub(crate) fn spans() -> String {
    let entries = ENTRIES.lock().expect("the log");
    entries.iter().map(|entry| entry.fields.as_str()).collect()
}

/// The events of this thread so far, each with its fields in one line.
#[allow(dead_code, reason = "not all tests that share this file look at events")]
pub(crate) fn events() -> Vec<String> {
    let entries = ENTRIES.lock().expect("the log");
    let own = entries
        .iter()
        .filter(|entry| entry.is_event && entry.thread == thread::current().id());
    own.map(|entry| entry.fields.trim_end().replace('\n', ", ")).collect()
}

fn keep(is_event: bool, record: impl FnOnce(&mut Fields)) {
    let mut fields = Fields::default();
    record(&mut fields);
    ENTRIES.lock().expect("the log").push(Entry {
        thread: thread::current().id(),
        is_event,
        fields: fields.0,
    });
}

#[derive(Default)]
struct Fields(String);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        let _ = writeln!(self.0, "{field}={value:?}");
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        let _ = writeln!(self.0, "{field}={value}");
    }
}

impl Subscriber for Log {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        // Other crates (the HTTP stack) have their own rules.
        metadata.target().starts_with("specwright")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        keep(false, |fields| span.record(fields));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        keep(false, |fields| values.record(fields));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        keep(true, |fields| event.record(fields));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}
