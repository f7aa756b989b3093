//! Options of a single call.

use std::fmt;
use std::time::Duration;

use http::HeaderMap;
use serde_json::Value;

use super::retry::RetryPolicy;
use crate::data::fault::Reading;
use crate::request;
use crate::transport::Timeouts;

/// Whether a request is checked against the constraints of the document before it is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Checks {
    /// It is, and not sent if it breaks one.
    #[default]
    On,
    /// It is sent as it is: what the document says is not true, or its own test values break it. What cannot be sent at all, such
    /// as an empty path parameter, is refused all the same.
    Off,
}

/// Options of one call, in place of those of its client.
///
/// ```
/// use std::time::Duration;
/// # use specwright_runtime::{CallOptions, RetryPolicy};
///
/// let options = CallOptions::new()
///     .timeout(Duration::from_secs(5))
///     .retry(RetryPolicy::never())
///     .header("x-trace", "7");
/// ```
#[derive(Clone, Default)]
pub struct CallOptions {
    pub(crate) timeouts: Option<Timeouts>,
    pub(crate) total: Option<Duration>,
    pub(crate) retry: Option<RetryPolicy>,
    pub(crate) headers: HeaderMap,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) base_url: Option<String>,
    pub(crate) max_body: Option<usize>,
    pub(crate) reading: Option<Reading>,
    pub(crate) checks: Option<Checks>,
    pub(crate) json: Option<Value>,
    pub(crate) properties: Vec<(String, Value)>,
    pub(crate) idempotency_key: Option<String>,
    /// Names or values that are not legal in a header, reported when the call is sent.
    pub(crate) bad_headers: Vec<String>,
    pub(crate) next_url: Option<String>,
}

impl CallOptions {
    /// No options: everything as the client has it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Limits the whole call, retries included.
    #[must_use]
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.total = Some(limit);
        self
    }

    /// Replaces all time limits.
    #[must_use]
    pub fn timeouts(mut self, timeouts: Timeouts) -> Self {
        self.timeouts = Some(timeouts);
        self
    }

    /// Replaces the retry policy.
    #[must_use]
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = Some(policy);
        self
    }

    /// Sends a header in place of the one that the call would send. An illegal name or value fails the call.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match request::header(name, value) {
            Some((name, value)) => {
                self.headers.append(name, value);
            }
            None => self.bad_headers.push(name.to_owned()),
        }
        self
    }

    /// Adds a query parameter.
    #[must_use]
    pub fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.query.push((name.into(), value.into()));
        self
    }

    /// Sends the call to another server.
    #[must_use]
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Limits the size of a response that is not streamed, in bytes.
    #[must_use]
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = Some(bytes);
        self
    }

    /// Sets how a body is read that differs from the document.
    #[must_use]
    pub fn reading(mut self, reading: Reading) -> Self {
        self.reading = Some(reading);
        self
    }

    /// Sets whether the request is checked against the constraints of the document.
    #[must_use]
    pub fn checks(mut self, checks: Checks) -> Self {
        self.checks = Some(checks);
        self
    }

    /// Sends this as the body, in place of the one that was given to the call, whatever the document says of it.
    #[must_use]
    pub fn json(mut self, body: impl Into<Value>) -> Self {
        self.json = Some(body.into());
        self
    }

    /// Adds a property to a JSON body: one that the document does not know.
    #[must_use]
    pub fn body_property(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.properties.push((name.into(), value.into()));
        self
    }

    /// Sets the idempotency key, for operations that declare one. The default is a random UUID.
    #[must_use]
    pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.idempotency_key = Some(key.into());
        self
    }
}

impl CallOptions {
    /// These options, and of `before` what these do not set. Headers of one name replace each other.
    pub(crate) fn over(mut self, before: Self) -> Self {
        for name in before.headers.keys() {
            if !self.headers.contains_key(name) {
                for value in before.headers.get_all(name) {
                    self.headers.append(name.clone(), value.clone());
                }
            }
        }
        let mut query = before.query;
        query.extend(self.query);
        let mut bad_headers = before.bad_headers;
        bad_headers.extend(self.bad_headers);
        let mut properties = before.properties;
        properties.extend(self.properties);
        Self {
            timeouts: self.timeouts.or(before.timeouts),
            total: self.total.or(before.total),
            retry: self.retry.or(before.retry),
            headers: self.headers,
            query,
            base_url: self.base_url.or(before.base_url),
            max_body: self.max_body.or(before.max_body),
            reading: self.reading.or(before.reading),
            checks: self.checks.or(before.checks),
            json: self.json.or(before.json),
            properties,
            idempotency_key: self.idempotency_key.or(before.idempotency_key),
            bad_headers,
            next_url: self.next_url.or(before.next_url),
        }
    }
}

impl fmt::Debug for CallOptions {
    /// Omits the values of headers and query parameters, which may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallOptions")
            .field("timeouts", &self.timeouts)
            .field("timeout", &self.total)
            .field("retry", &self.retry)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("query", &self.query.iter().map(|(name, _)| name).collect::<Vec<_>>())
            .field("base_url", &self.base_url)
            .field("max_body", &self.max_body)
            .field("reading", &self.reading)
            .field("checks", &self.checks)
            .finish_non_exhaustive()
    }
}
