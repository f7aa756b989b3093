//! Time limits of calls and attempts.

use std::time::Duration;

/// Time limits. `None` is no limit.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timeouts {
    /// For making a connection; 10 s. Where the transport makes connections for all calls (reqwest), the client's value counts.
    pub connect: Option<Duration>,
    /// For one attempt, from its start until its body is read, or until the head is there for streamed responses; 60 s.
    pub attempt: Option<Duration>,
    /// For the whole call with all its attempts and the waiting between them; none.
    pub total: Option<Duration>,
    /// Between two pieces of a streamed response; 60 s.
    pub idle: Option<Duration>,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: Some(Duration::from_secs(10)),
            attempt: Some(Duration::from_secs(60)),
            total: None,
            idle: Some(Duration::from_secs(60)),
        }
    }
}

impl Timeouts {
    /// The defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the limit for making a connection.
    #[must_use]
    pub fn connect(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.connect = limit.into();
        self
    }

    /// Sets the limit for one attempt.
    #[must_use]
    pub fn attempt(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.attempt = limit.into();
        self
    }

    /// Sets the limit for the whole call.
    #[must_use]
    pub fn total(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.total = limit.into();
        self
    }

    /// Sets the limit between two pieces of a streamed response.
    #[must_use]
    pub fn idle(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.idle = limit.into();
        self
    }
}
