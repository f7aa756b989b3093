//! Time limits of calls and attempts.

use std::time::Duration;

/// Time limits. `None` means that there is no limit.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timeouts {
    /// For establishing a connection, the lookup of the name included; 10 s. If the transport shares connections between calls (reqwest), the value of
    /// the client applies.
    pub connect: Option<Duration>,
    /// For one attempt, until its body is read, or until the headers have arrived for streamed responses; 60 s. It counts
    /// anew with each piece of the request body that is sent: an upload may take as long as it moves.
    pub attempt: Option<Duration>,
    /// For the whole call with all its attempts and the delays between them; none.
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

    /// Sets the limit for establishing a connection.
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
