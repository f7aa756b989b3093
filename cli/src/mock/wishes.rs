//! What a request asks of the mock itself: another status, a certain example, a fault. In `Prefer` (RFC 7240), or in the query.

use super::http::Request;
use super::parameters::decoded;
use super::problem::Refusal;
use std::time::Duration;

/// The longest delay that can be asked for.
const MAX_DELAY: u64 = 60_000;

/// A fault of the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is closed in place of a response.
    Close,
    /// It breaks in the middle of the body.
    Cut,
    /// The body is not what its media type says.
    Garbage,
}

impl Fault {
    /// The fault of that name.
    ///
    /// # Errors
    /// Returns the names that there are.
    pub fn parse(word: &str) -> Result<Fault, String> {
        match word {
            "close" => Ok(Fault::Close),
            "cut" => Ok(Fault::Cut),
            "garbage" => Ok(Fault::Garbage),
            _ => Err("a fault is `close`, `cut` or `garbage`".to_owned()),
        }
    }
}

/// What can be asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// The status of the response.
    pub status: Option<u16>,
    /// The name of an example.
    pub example: Option<String>,
    /// A value that is made from the schema, also where there is an example.
    pub dynamic: bool,
    /// The time before the response.
    pub delay: Duration,
    /// What goes wrong with it.
    pub fault: Option<Fault>,
}

/// Reads the status of a response.
///
/// # Errors
/// Returns what a status is.
pub fn status(text: &str) -> Result<u16, String> {
    let status = text.parse().ok().filter(|status| (200..600).contains(status));
    status.ok_or_else(|| "a status is a number from 200 to 599".to_owned())
}

/// Reads a delay in milliseconds.
///
/// # Errors
/// Returns what a delay is.
pub fn delay(text: &str) -> Result<Duration, String> {
    let milliseconds = text.parse().ok().filter(|delay| *delay <= MAX_DELAY);
    let delay = milliseconds.map(Duration::from_millis);
    delay.ok_or_else(|| format!("a delay is at most {MAX_DELAY} milliseconds"))
}

impl Wishes {
    /// What a request asks for beyond what holds for all; in the query it is taken out.
    pub(super) fn of(&self, request: &mut Request) -> Result<Wishes, Refusal> {
        let mut wishes = self.clone();
        let prefer = request.header("prefer").unwrap_or_default();
        for wish in prefer.split([',', ';']) {
            let (key, value) = wish.split_once('=').unwrap_or((wish, ""));
            wishes.wish(key.trim(), value.trim().trim_matches('"'))?;
        }
        let query = std::mem::take(&mut request.query);
        let (own, others): (Vec<&str>, Vec<&str>) = query.split('&').partition(|pair| pair.starts_with("__"));
        for pair in own {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            wishes.wish(key.trim_start_matches('_'), &decoded(value))?;
        }
        request.query = others.join("&");
        Ok(wishes)
    }

    fn wish(&mut self, key: &str, value: &str) -> Result<(), Refusal> {
        let said = |reason: String| {
            let detail = format!("`{key}={value}`: {reason}");
            Refusal::new(400, "The mock cannot do what the request prefers", detail)
        };
        match key {
            "code" | "status" => self.status = Some(status(value).map_err(said)?),
            "example" => self.example = Some(value.to_owned()),
            "dynamic" => self.dynamic = value != "false",
            "delay" => self.delay = delay(value).map_err(said)?,
            "fault" => self.fault = Some(Fault::parse(value).map_err(said)?),
            // Preferences that others have defined are left alone (RFC 7240 section 2).
            _ => {}
        }
        Ok(())
    }
}
