//! A subscriber that writes down every field of every span and event.

use std::fmt::Write as _;
use std::sync::{Mutex, Once};

use tracing_core::span::{Attributes, Id, Record};
use tracing_core::{Event, Field, Metadata, Subscriber, field::Visit};

#[derive(Clone)]
struct Log;

static SPANS: Mutex<String> = Mutex::new(String::new());
static STARTED: Once = Once::new();

/// Writes down the spans of the whole process from now on: which of them are of interest is kept for each place in the code,
/// so there is one subscriber.
pub(crate) fn start() {
    STARTED.call_once(|| {
        tracing_core::dispatcher::set_global_default(tracing_core::Dispatch::new(Log)).expect("the only subscriber");
    });
}

/// Everything so far.
pub(crate) fn spans() -> String {
    SPANS.lock().expect("the log").clone()
}

impl Visit for Log {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        let _ = writeln!(SPANS.lock().expect("the log"), "{field}={value:?}");
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        let _ = writeln!(SPANS.lock().expect("the log"), "{field}={value}");
    }
}

impl Subscriber for Log {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        // Other crates (the HTTP stack) have their own rules.
        metadata.target().starts_with("specwright")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        span.record(&mut self.clone());
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut self.clone());
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        event.record(&mut self.clone());
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}
