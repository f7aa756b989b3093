//! Responses: every generated type is read, by itself and through a client, in all its forms.
#![cfg_attr(test, allow(dead_code, reason = "what only readers call"))]

use super::{Verdict, sample};
use serde_core::Serialize;
use serde_core::de::DeserializeOwned;
use serde_json::Value;
use specwright_runtime::transport::mock::{MockResponse, MockTransport};
use specwright_runtime::{Deviation, Fault, Reading, v1};
use specwright_tests::mutate::{Random, apply, change, change_bytes, read};
use std::error::Error;
use std::fmt::{Debug, Write as _};
use std::fs;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// A generated type.
struct Reader {
    name: &'static str,
    document: &'static str,
    pointer: &'static str,
    /// Whether it is read as other forms than JSON too.
    has_streams: bool,
    probe: fn(Form, &[u8]) -> Result<bool, String>,
}

#[cfg(not(test))]
#[allow(deprecated)]
const READERS: &[Reader] = include!(concat!(env!("OUT_DIR"), "/readers.rs"));
/// Unit tests read nothing, and the code of all readers takes a minute to compile.
#[cfg(test)]
const READERS: &[Reader] = &[];

/// How a response has its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Json,
    Lines,
    Events,
    Urlencoded,
}

impl Form {
    const ALL: &'static [Form] = &[
        Form::Json,
        Form::Json,
        Form::Json,
        Form::Lines,
        Form::Events,
        Form::Urlencoded,
    ];

    fn media(self) -> &'static str {
        match self {
            Form::Json => "application/json",
            Form::Lines => "application/jsonl",
            Form::Events => "text/event-stream",
            Form::Urlencoded => "application/x-www-form-urlencoded",
        }
    }
}

/// An error is for people and logs: whatever the server sends, it says no more than this.
const MAX_ERROR: usize = 16 << 10;
/// For `Debug`, which says more.
const MAX_DEBUG: usize = 64 << 10;
/// Bytes of a JSON pointer to a place in a response, and how many places there are.
const MAX_POINTER: usize = 2_000;
const MAX_PLACES: usize = 1_000;
/// Where a stream does not end by itself.
const MAX_ITEMS: usize = 10_000;

/// Keys that would forge lines, terminals or logs if an error showed them as they are.
const KEYS: &[&str] = &["a\nb", "\u{1b}[31m", "\u{202e}a", "\0", "\r", "a/b~c"];

/// The name of a type, a media type, and a body.
pub(super) fn make(random: &mut Random, turn: usize) -> Vec<u8> {
    // In turn, so that a short run has all of them: long keys, keys that are hostile, events that are remembered, and anything.
    let kind = turn % 8;
    if kind == 0
        && let Some(input) = below_key(&key_of(turn / 8), random)
    {
        return input;
    }
    let is_remembered = kind == 4;
    let form = match is_remembered {
        true => Form::Events,
        false => *random.pick(Form::ALL),
    };
    let readers: Vec<&Reader> = READERS
        .iter()
        .filter(|reader| reader.has_streams || form == Form::Json)
        .collect();
    let reader = *random.pick(&readers);
    let document = document_of(reader);
    let mut body = Vec::new();
    let values = if matches!(form, Form::Lines | Form::Events) {
        random.below(5)
    } else {
        1
    };
    for _ in 0..values {
        let mut value = sample::at(&document, reader.pointer, random);
        for _ in 0..random.below(4) {
            apply(
                &mut value,
                &change(random),
                random.below(1 << 20),
                random.below(1 << 20),
            );
        }
        if kind == 2 || random.once_in(4) {
            let key = match random.once_in(5) {
                true => long_key(),
                false => (*random.pick(KEYS)).to_owned(),
            };
            value = hostile(value, &key, random);
        }
        body.extend(written(form, &value, random).into_bytes());
    }
    if random.once_in(3) {
        change_bytes(&mut body, random);
    }
    if is_remembered {
        body = remembered(&body);
    }
    let mut input = format!("{}\n{}\n", reader.name, form.media()).into_bytes();
    input.extend(body);
    input
}

fn document_of(reader: &Reader) -> Value {
    let document = fs::read_to_string(reader.document).ok().and_then(|text| read(&text));
    document.unwrap_or_default()
}

/// How many types are looked at for one with a map.
const LOOKED_AT: usize = 60;

/// A long key, and those that are hostile, in turns.
fn key_of(turn: usize) -> String {
    match turn.is_multiple_of(2) {
        true => long_key(),
        false => KEYS[turn / 2 % KEYS.len()].to_owned(),
    }
}

fn long_key() -> String {
    "k".repeat(40_000)
}

/// A response with a map, where what is below a key is not what the type says: the error names the place.
fn below_key(key: &str, random: &mut Random) -> Option<Vec<u8>> {
    for _ in 0..LOOKED_AT {
        let reader = random.pick(READERS);
        let document = document_of(reader);
        let schema = document.pointer(reader.pointer.trim_start_matches('#'));
        if schema.is_some_and(|schema| schema.to_string().contains("\"additionalProperties\":{")) {
            let mut value = sample::at(&document, reader.pointer, random);
            damage_below(&mut value, key);
            return Some(format!("{}\napplication/json\n{value}", reader.name).into_bytes());
        }
    }
    None
}

/// Gives every object that key, with a value that is not like its other ones.
fn damage_below(value: &mut Value, key: &str) {
    match value {
        Value::Object(members) => {
            members.values_mut().for_each(|member| damage_below(member, key));
            let other = match members.values().next() {
                Some(Value::Object(_) | Value::Number(_) | Value::Bool(_)) => serde_json::json!("x"),
                Some(Value::Null | Value::String(_) | Value::Array(_)) | None => serde_json::json!({"a": [1]}),
            };
            members.insert(key.to_owned(), other);
        }
        Value::Array(items) => items.iter_mut().for_each(|item| damage_below(item, key)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The same events again and again, all with a long id: what a reader keeps of one event must not be there for each.
fn remembered(body: &[u8]) -> Vec<u8> {
    let mut events = format!("id: {}\n\n", "i".repeat(400_000)).into_bytes();
    let times = (100_000 / body.len().max(20)).clamp(1, 3_000);
    events.extend(body.repeat(times));
    events.extend(b"data: 1\n\n".repeat(3_000));
    events
}

/// The value with one of its keys renamed, somewhere in it, or put below that key.
fn hostile(value: Value, key: &str, random: &mut Random) -> Value {
    match value {
        Value::Object(members) if !members.is_empty() => {
            let chosen = random.below(members.len());
            let deeper = random.once_in(2);
            let members = members
                .into_iter()
                .enumerate()
                .map(|(index, (name, value))| match index == chosen {
                    true if deeper => (name, hostile(value, key, random)),
                    true => (key.to_owned(), hostile(value, key, random)),
                    false => (name, value),
                });
            Value::Object(members.collect())
        }
        Value::Array(items) if !items.is_empty() => items.into_iter().map(|item| hostile(item, key, random)).collect(),
        value => serde_json::json!({ key: value }),
    }
}

fn written(form: Form, value: &Value, random: &mut Random) -> String {
    match form {
        Form::Json => value.to_string(),
        Form::Lines => format!("{value}\n"),
        Form::Events => {
            let end = *random.pick(&["\n\n", "\r\n\r\n", "\r\r", "\n"]);
            let field = *random.pick(&[
                "",
                "id: 1\n",
                "event: error\n",
                "retry: 99999999999\n",
                ": comment\n",
                "id: \0\n",
            ]);
            format!("{field}data: {value}{end}")
        }
        Form::Urlencoded => {
            let members = value.as_object().into_iter().flatten();
            let pairs = members.map(|(key, value)| {
                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                format!("{key}={text}")
            });
            pairs.collect::<Vec<_>>().join("&")
        }
    }
}

/// The body gives a value or an error that can be shown.
pub(super) fn check(bytes: &[u8]) -> Result<Verdict, String> {
    let mut parts = bytes.splitn(3, |byte| *byte == b'\n');
    let mut line = || parts.next().map(String::from_utf8_lossy).unwrap_or_default();
    let (name, media) = (line(), line());
    let body = parts.next().unwrap_or_default();
    let reader = READERS.iter().find(|reader| reader.name == name);
    let form = Form::ALL.iter().find(|form| form.media() == media);
    let (Some(reader), Some(form)) = (reader, form) else {
        return Ok(Verdict::Refused);
    };
    Ok(match (reader.probe)(*form, body)? {
        true => Verdict::Accepted,
        false => Verdict::Refused,
    })
}

/// Reads JSON as a type: by `serde`, and as a client does. Whether a client gets a value.
fn of_json<T: DeserializeOwned + Serialize + Debug>(form: Form, body: &[u8]) -> Result<bool, String> {
    if form != Form::Json {
        return Ok(false);
    }
    if let Ok(value) = serde_json::from_slice::<T>(body) {
        comes_back(&value)?;
    }
    received(&JSON, form, body, json::<T>)
}

/// The same, also in forms and as the items of streams.
fn with_streams<T: DeserializeOwned + Serialize + Debug + Send + 'static>(
    form: Form,
    body: &[u8],
) -> Result<bool, String> {
    match form {
        Form::Json => of_json::<T>(form, body),
        Form::Urlencoded => received(&FORM, form, body, form_of::<T>),
        Form::Lines => received(&LINES, form, body, lines::<T>),
        Form::Events => received(&EVENTS, form, body, events::<T>),
    }
}

/// What was read can be written, and what was written says the same.
fn comes_back<T: DeserializeOwned + Serialize + Debug>(value: &T) -> Result<(), String> {
    let Ok(text) = serde_json::to_string(value) else {
        // A value that cannot be sent, such as a number that is none.
        return Ok(());
    };
    let again =
        serde_json::from_str::<T>(&text).map_err(|error| format!("what is written is not read: {error}: {text}"))?;
    let second = serde_json::to_string(&again).map_err(|error| format!("written once only: {error}"))?;
    match text == second {
        true => Ok(()),
        false => Err(format!("{text} is read and written as {second}")),
    }
}

static API: v1::Api = v1::Api::new("fuzz", "1.0.0").server("http://mock.test");
static JSON: v1::Operation = operation(&[v1::ResponseCase::new("200", "application/json")]);
static LINES: v1::Operation = operation(&[v1::ResponseCase::stream("200", "application/jsonl")]);
static EVENTS: v1::Operation = operation(&[v1::ResponseCase::stream("200", "text/event-stream")]);
static FORM: v1::Operation = operation(&[v1::ResponseCase::new("200", "application/x-www-form-urlencoded")]);

const fn operation(responses: &'static [v1::ResponseCase]) -> v1::Operation {
    v1::Operation::new("fuzz", "GET", "/fuzz").responses(responses)
}

/// What a client makes of a response: nothing, once it is looked at.
type Decode = fn(&mut v1::RawResponse) -> v1::Outcome<Option<Box<dyn Items>>, Value>;

/// Calls a client for every way of reading: it gives a value, or an error of bounded length without control characters.
fn received(operation: &'static v1::Operation, form: Form, body: &[u8], decode: Decode) -> Result<bool, String> {
    let mut is_read = false;
    for reading in [Reading::Strict, Reading::Tolerant, Reading::Lossy] {
        let mock = MockTransport::new();
        let response = MockResponse::status(200).header("content-type", form.media());
        mock.always("fuzz", response.body(body.to_vec()));
        let builder = v1::CoreBuilder::new(&API).transport(mock).reading(reading);
        let core = builder.build().map_err(|error| error.to_string())?;
        let setup = v1::Setup::new(&core);
        is_read |= now(async {
            match v1::send(setup, v1::Request::new(operation).finish(), decode).await {
                Err(error) => {
                    if let specwright_runtime::Error::Decode(error) = &error {
                        located(error.faults().iter().map(Fault::pointer))?;
                    }
                    located(error.deviations().iter().map(Deviation::pointer))?;
                    shown(&error).map(|()| false)
                }
                Ok(response) => {
                    located(response.deviations().iter().map(Deviation::pointer))?;
                    match response.into_inner() {
                        None => Ok(true),
                        Some(mut items) => items.all().await,
                    }
                }
            }
        })?;
    }
    Ok(is_read)
}

fn json<T: DeserializeOwned + Debug>(response: &mut v1::RawResponse) -> v1::Outcome<Option<Box<dyn Items>>, Value> {
    v1::success(response.json::<T>().map(|value| looked_at(&value)))
}

fn form_of<T: DeserializeOwned + Debug>(response: &mut v1::RawResponse) -> v1::Outcome<Option<Box<dyn Items>>, Value> {
    v1::success(response.form::<T>().map(|value| looked_at(&value)))
}

fn lines<T: DeserializeOwned + Debug + Send + 'static>(
    response: &mut v1::RawResponse,
) -> v1::Outcome<Option<Box<dyn Items>>, Value> {
    v1::success(
        response
            .lines::<T>()
            .map(|lines| Some(Box::new(lines) as Box<dyn Items>)),
    )
}

fn events<T: DeserializeOwned + Debug + Send + 'static>(
    response: &mut v1::RawResponse,
) -> v1::Outcome<Option<Box<dyn Items>>, Value> {
    v1::success(
        response
            .events::<T>()
            .map(|events| Some(Box::new(events) as Box<dyn Items>)),
    )
}

fn looked_at<T: Debug>(value: &T) -> Option<Box<dyn Items>> {
    let _ = write!(Nothing, "{value:?}");
    None
}

/// A stream, whatever its items are.
trait Items: Send {
    /// Takes all items: whether there is an end.
    fn all(&mut self) -> Pin<Box<dyn Future<Output = Result<bool, String>> + '_>>;
}

/// Takes the items of a stream one by one.
macro_rules! items {
    ($stream:ident) => {
        impl<T: DeserializeOwned + Debug + Send + 'static> Items for v1::$stream<T> {
            fn all(&mut self) -> Pin<Box<dyn Future<Output = Result<bool, String>> + '_>> {
                Box::pin(async {
                    // Like a program that collects them: what each item keeps is there as often.
                    let mut kept = Vec::new();
                    for _ in 0..MAX_ITEMS {
                        match self.next().await {
                            None => return Ok(true),
                            Some(Ok(item)) => {
                                looked_at(&item);
                                kept.push(item);
                            }
                            Some(Err(error)) => shown(&error)?,
                        }
                    }
                    Err("a stream without an end".to_owned())
                })
            }
        }
    };
}

items!(JsonLines);
items!(EventStream);

/// The places that are named are bounded, each and all.
fn located<'p>(pointers: impl Iterator<Item = &'p str>) -> Result<(), String> {
    let mut count = 0;
    for pointer in pointers {
        count += 1;
        if pointer.len() > MAX_POINTER {
            return Err(format!("a pointer of {} bytes", pointer.len()));
        }
    }
    match count > MAX_PLACES {
        true => Err(format!("{count} places in one response")),
        false => Ok(()),
    }
}

/// What an error and its causes say is bounded, and cannot forge lines of a log.
fn shown(error: &(dyn Error + 'static)) -> Result<(), String> {
    let debug = format!("{error:?}").len();
    if debug > MAX_DEBUG {
        return Err(format!("an error whose Debug has {debug} bytes"));
    }
    for cause in std::iter::successors(Some(error), |&error| error.source()) {
        let text = cause.to_string();
        if text.len() > MAX_ERROR {
            return Err(format!("an error of {} bytes", text.len()));
        }
        let is_forged = |char: &char| char.is_control() || ('\u{2028}'..='\u{202e}').contains(char);
        if let Some(char) = text.chars().find(is_forged) {
            return Err(format!("an error with the character {char:?}"));
        }
    }
    Ok(())
}

/// Takes text and forgets it.
struct Nothing;

impl std::fmt::Write for Nothing {
    fn write_str(&mut self, _text: &str) -> std::fmt::Result {
        Ok(())
    }
}

/// The result of what never waits: a mock responds at once.
fn now<T>(work: impl Future<Output = Result<T, String>>) -> Result<T, String> {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..1_000 {
        if let Poll::Ready(result) = work.as_mut().poll(&mut context) {
            return result;
        }
    }
    Err("a call that waits for nothing".to_owned())
}
