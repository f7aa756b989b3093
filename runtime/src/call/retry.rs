//! Whether and when a request is sent again.

use std::borrow::Cow;
use std::time::{Duration, SystemTime};

use http::{HeaderMap, HeaderName, StatusCode, header};

use super::budget::RetryBudget;
use super::{http_date, rate_limit};
use crate::transport::{TransportError, TransportErrorKind};

/// The results of an attempt that lead to another attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RetryOn {
    /// These statuses.
    pub statuses: Cow<'static, [u16]>,
    /// The statuses count only if the server asks to come back, with `Retry-After` (RFC 9110 section 10.2.3).
    pub only_if_asked: bool,
    /// The request was not sent, e.g. because the connection was refused.
    pub not_sent: bool,
    /// A time limit was reached after the request may have been sent.
    pub timeout: bool,
    /// The connection broke after the request may have been sent.
    pub broken: bool,
}

/// How requests are repeated: plain data, for a client or a single call.
///
/// By default every operation is repeated if nothing was sent, and on 429 and 503 with `Retry-After`. Operations that are safe to
/// repeat (by their method, RFC 9110 section 9.2.2, or by an idempotency key) are also repeated without `Retry-After`, on 408,
/// 500, 502, 504, timeouts and broken connections. Operations that the settings or the document exclude are sent once,
/// whatever the policy is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RetryPolicy {
    /// How many more attempts follow the first; 2.
    pub max_retries: u32,
    /// The longest delay before the first retry, doubled for each further one; 0.5 s.
    pub base_delay: Duration,
    /// The longest delay before any retry; 8 s. Each delay is random between zero and its limit ("full jitter").
    pub max_delay: Duration,
    /// The longest `Retry-After` that is waited for; 60 s. If a server asks for more, the call fails with an error that
    /// has the delay ([`crate::Error::retry_after`]).
    pub max_retry_after: Duration,
    /// For operations that are safe to repeat.
    pub idempotent: RetryOn,
    /// For all others.
    pub other: RetryOn,
    /// How many retries all calls together may make; `None`: the budget that the client has by itself.
    pub budget: Option<RetryBudget>,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            max_retries: 2,
            base_delay: Duration::from_millis(500),
            max_delay: Duration::from_secs(8),
            max_retry_after: Duration::from_secs(60),
            idempotent: RetryOn {
                statuses: Cow::Borrowed(&[408, 429, 500, 502, 503, 504]),
                only_if_asked: false,
                not_sent: true,
                timeout: true,
                broken: true,
            },
            other: RetryOn {
                statuses: Cow::Borrowed(&[429, 503]),
                only_if_asked: true,
                not_sent: true,
                timeout: false,
                broken: false,
            },
            budget: None,
        }
    }
}

impl RetryPolicy {
    /// The default policy.
    pub fn new() -> Self {
        Self::default()
    }

    /// A policy that sends every request once.
    pub fn never() -> Self {
        Self::default().max_retries(0)
    }

    /// Sets how many more attempts follow the first.
    #[must_use]
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.max_retries = retries;
        self
    }

    /// Sets the longest delay before the first retry, and before any retry.
    #[must_use]
    pub fn delays(mut self, base: Duration, max: Duration) -> Self {
        self.base_delay = base;
        self.max_delay = max;
        self
    }

    /// Sets the longest `Retry-After` that is waited for.
    #[must_use]
    pub fn max_retry_after(mut self, limit: Duration) -> Self {
        self.max_retry_after = limit;
        self
    }

    /// Sets how many retries all calls together may make.
    #[must_use]
    pub fn budget(mut self, budget: RetryBudget) -> Self {
        self.budget = Some(budget);
        self
    }

    /// Replaces the statuses on which operations that are safe to repeat are repeated.
    #[must_use]
    pub fn idempotent_statuses(mut self, statuses: impl Into<Vec<u16>>) -> Self {
        self.idempotent.statuses = Cow::Owned(statuses.into());
        self
    }

    /// Replaces the statuses on which all other operations are repeated, with or without `Retry-After`.
    #[must_use]
    pub fn other_statuses(mut self, statuses: impl Into<Vec<u16>>) -> Self {
        self.other.statuses = Cow::Owned(statuses.into());
        self.other.only_if_asked = false;
        self
    }

    fn on(&self, idempotent: bool) -> &RetryOn {
        if idempotent { &self.idempotent } else { &self.other }
    }

    pub(crate) fn wants_status(&self, status: StatusCode, is_asked: bool, idempotent: bool) -> bool {
        let on = self.on(idempotent);
        on.statuses.contains(&status.as_u16()) && (is_asked || !on.only_if_asked)
    }

    pub(crate) fn wants_error(&self, error: &TransportError, idempotent: bool) -> bool {
        let on = self.on(idempotent);
        match error.kind() {
            TransportErrorKind::Connect => on.not_sent,
            TransportErrorKind::Timeout if error.sent() => on.timeout,
            TransportErrorKind::Io | TransportErrorKind::Body if error.sent() => on.broken,
            TransportErrorKind::Timeout | TransportErrorKind::Io | TransportErrorKind::Body => on.not_sent,
            TransportErrorKind::RequestBody
            | TransportErrorKind::Protocol
            | TransportErrorKind::Redirect
            | TransportErrorKind::Pages
            | TransportErrorKind::Unsupported
            | TransportErrorKind::Other => false,
        }
    }

    /// The delay before retry number `retry` (from 0); `None` if the server asks for more than the policy allows.
    pub(crate) fn delay(&self, retry: u32, asked: Option<Duration>, random: u64) -> Option<Duration> {
        let jitter = part(doubled(self.base_delay, retry, self.max_delay), random);
        match asked {
            Some(asked) if asked > self.max_retry_after => None,
            Some(asked) => Some(asked.max(jitter)),
            None => Some(jitter),
        }
    }
}

/// A delay that has doubled so many times, up to the longest one.
pub(super) fn doubled(first: Duration, times: u32, max: Duration) -> Duration {
    let factor = 2u32.checked_pow(times).unwrap_or(u32::MAX);
    first.saturating_mul(factor).min(max)
}

/// A random part of a delay: the upper 32 bits are a fraction of one.
pub(super) fn part(delay: Duration, random: u64) -> Duration {
    delay.mul_f64((random >> 32) as f64 / f64::from(u32::MAX))
}

/// `Retry-After` in milliseconds, as some servers have it.
static RETRY_AFTER_MS: HeaderName = HeaderName::from_static("retry-after-ms");

/// What `Retry-After` (RFC 9110 section 10.2.3: seconds or a date), `retry-after-ms` or a limit that is used up asks for.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = |name: &HeaderName| headers.get(name)?.to_str().ok().map(str::trim);
    if let Some(milliseconds) = text(&RETRY_AFTER_MS).and_then(|value| value.parse().ok()) {
        return Some(Duration::from_millis(milliseconds));
    }
    let Some(value) = text(&header::RETRY_AFTER) else {
        return rate_limit::used_up(headers, now);
    };
    if let Ok(seconds) = value.parse::<f64>() {
        return Duration::try_from_secs_f64(seconds).ok();
    }
    let date = http_date::parse(value)?;
    Some(date.duration_since(now).unwrap_or(Duration::ZERO))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delay_stays_within_its_limit_and_respects_the_server() {
        let policy = RetryPolicy::default();
        assert_eq!(policy.delay(0, None, 0), Some(Duration::ZERO));
        assert_eq!(policy.delay(0, None, u64::MAX), Some(Duration::from_millis(500)));
        assert_eq!(policy.delay(40, None, u64::MAX), Some(Duration::from_secs(8)));
        let asked = Some(Duration::from_secs(60));
        assert_eq!(policy.delay(0, asked, u64::MAX), asked);
        assert_eq!(policy.delay(0, Some(Duration::from_secs(61)), 0), None);
    }

    #[test]
    fn retry_after_is_seconds_milliseconds_or_a_date() {
        let read = |name: &'static str, value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(name, http::HeaderValue::from_static(value));
            let now = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777 - 10);
            retry_after(&headers, now)
        };
        assert_eq!(read("retry-after", "7"), Some(Duration::from_secs(7)));
        assert_eq!(read("retry-after", "0.5"), Some(Duration::from_millis(500)));
        assert_eq!(read("retry-after-ms", "20"), Some(Duration::from_millis(20)));
        assert_eq!(
            read("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT"),
            Some(Duration::from_secs(10))
        );
        assert_eq!(
            read("retry-after", "Sun, 06 Nov 1994 08:00:00 GMT"),
            Some(Duration::ZERO)
        );
        for odd in ["-1", "NaN", "inf", "soon", "1e300"] {
            assert_eq!(read("retry-after", odd), None, "{odd}");
        }
    }
}
