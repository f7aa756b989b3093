//! What the programs share: a transport that records, and calls that are counted and judged.
//!
//! Every call that the server has carried out must be read. With the client of the published document one may fail all the
//! same, if no value of the documented type can be made of its body: a required property is missing, or has a value that
//! cannot be read, or there is no JSON at all. Each is printed with its pointer. With the client of the learned document none
//! may fail.

use specwright_runtime::transport::record::RecordingTransport;
use specwright_runtime::transport::reqwest::ReqwestTransport;
use specwright_runtime::{DecodeError, Deviation, Error, Mismatch, Response, Timeouts, Value};
use std::collections::BTreeSet;
use std::fs::File;
use std::process::ExitCode;
use std::sync::Arc;

pub type Outcome = Result<(), Box<dyn std::error::Error>>;

/// The calls of a program.
pub struct Run {
    transport: Arc<RecordingTransport<ReqwestTransport>>,
    calls: usize,
    read: usize,
    deviations: usize,
    /// How they differ, each once.
    kinds: BTreeSet<String>,
    refused: usize,
    /// Of these, the ones that the document does not describe.
    unexpected: usize,
    unread: usize,
    wrong: usize,
}

/// A call that the server has carried out.
pub struct Done<T> {
    /// Whether there is one: see [`Run`].
    response: Option<Response<T>>,
    /// The body as it was received; `null` if it is not JSON.
    body: Value,
}

impl<T> Done<T> {
    /// The value, unless it could not be read.
    pub fn value(self) -> Option<T> {
        self.response.map(Response::into_inner)
    }

    /// Checks the value, if there is one.
    pub fn check(self, check: impl FnOnce(&T)) -> Self {
        if let Some(value) = self.response.as_deref() {
            check(value);
        }
        self
    }

    /// A string of the body at a JSON pointer.
    pub fn text(&self, pointer: &str) -> String {
        let value = self.body.pointer(pointer);
        let text = value.and_then(Value::as_str);
        text.unwrap_or_else(|| panic!("no string at `{pointer}`")).to_owned()
    }

    /// An integer of the body at a JSON pointer.
    pub fn integer(&self, pointer: &str) -> i64 {
        let value = self.body.pointer(pointer);
        value
            .and_then(Value::as_i64)
            .unwrap_or_else(|| panic!("no integer at `{pointer}`"))
    }
}

/// Whether no value of the documented type can be made of a body.
fn is_excused(error: &DecodeError) -> bool {
    let reason = error.reason();
    cfg!(not(feature = "learned")) && matches!(reason, Mismatch::Json { .. } | Mismatch::Media | Mismatch::Empty)
}

/// What is the same in all items of a list.
fn kind(deviation: &Deviation) -> String {
    let steps = deviation.pointer().split('/');
    let steps = steps.map(|step| if step.parse::<usize>().is_ok() { "*" } else { step });
    let pointer: Vec<_> = steps.collect();
    let (operation, expected, found) = (deviation.operation(), deviation.expected(), deviation.found());
    format!("{operation} has {found} and not {expected} at `{}`", pointer.join("/"))
}

/// Runs the steps of a program and prints what came of them.
pub fn main(steps: impl AsyncFnOnce(&mut Run) -> Outcome) -> ExitCode {
    match measured(steps) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            println!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn measured(steps: impl AsyncFnOnce(&mut Run) -> Outcome) -> Result<bool, Box<dyn std::error::Error>> {
    let inner = ReqwestTransport::new(&Timeouts::new()).map_err(|error| error.to_string())?;
    let recording = File::create(std::env::var("E2E_RECORDING")?)?;
    let mut run = Run {
        transport: Arc::new(RecordingTransport::new(inner, recording)),
        calls: 0,
        read: 0,
        deviations: 0,
        kinds: BTreeSet::new(),
        refused: 0,
        unexpected: 0,
        unread: 0,
        wrong: 0,
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(steps(&mut run))?;
    Ok(run.finish())
}

impl Run {
    /// Where the server is.
    pub fn url(&self) -> String {
        std::env::var("E2E_URL").unwrap_or_default()
    }

    /// The transport of the client.
    pub fn transport(&self) -> Arc<RecordingTransport<ReqwestTransport>> {
        Arc::clone(&self.transport)
    }

    /// A call that the server carries out.
    pub fn done<T, E>(&mut self, result: Result<Response<T>, Error<E>>) -> Done<T> {
        self.calls += 1;
        match result {
            Ok(response) => {
                self.read += 1;
                for deviation in response.deviations() {
                    self.deviations += 1;
                    self.kinds.insert(kind(deviation));
                }
                let body = serde_json::from_slice(response.bytes()).unwrap_or_default();
                Done {
                    response: Some(response),
                    body,
                }
            }
            Err(error) => {
                match &error {
                    Error::Decode(decode) if is_excused(decode) => {
                        self.unread += 1;
                        println!("  not read: {}: {}", error.operation(), decode.reason());
                    }
                    error => self.wrong(&error.to_string()),
                }
                let body = error.body().and_then(|body| serde_json::from_slice(body).ok());
                Done {
                    response: None,
                    body: body.unwrap_or_default(),
                }
            }
        }
    }

    /// A call that the server refuses with this status.
    pub fn refused<T, E>(&mut self, status: u16, result: Result<Response<T>, Error<E>>) {
        self.calls += 1;
        match result {
            Err(error @ (Error::Api(_) | Error::Unexpected(_))) if error.status().is_some_and(|it| it == status) => {
                self.refused += 1;
                self.unexpected += usize::from(matches!(error, Error::Unexpected(_)));
            }
            Err(error) => self.wrong(&format!("{status} expected: {error}")),
            Ok(response) => self.wrong(&format!(
                "{status} expected: {} {}",
                response.operation(),
                response.status()
            )),
        }
    }

    fn wrong(&mut self, text: &str) {
        self.wrong += 1;
        println!("  WRONG: {text}");
    }

    fn finish(self) -> bool {
        let name = env!("CARGO_PKG_NAME").trim_end_matches("-program");
        let document = if cfg!(feature = "learned") {
            "learned"
        } else {
            "published"
        };
        self.kinds.iter().for_each(|kind| println!("  read although {kind}"));
        let Self {
            calls,
            read,
            deviations,
            refused,
            unexpected,
            unread,
            wrong,
            ..
        } = &self;
        println!(
            "{name}, {document} document: {calls} calls: {read} read with {deviations} deviations, \
             {refused} refused ({unexpected} not as documented), {unread} not read, {wrong} wrong"
        );
        if let Some(error) = self.transport.take_error() {
            println!("the recording could not be written: {error}");
            return false;
        }
        self.wrong == 0
    }
}
