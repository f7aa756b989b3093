//! The state that all calls of a client share, the state of one call, and the part of it that its attempts need.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::AtomicU32;
use std::time::{Duration, SystemTime};

use http::{HeaderMap, Uri};

use super::budget::RetryBudget;
use super::options::{CallOptions, Checks};
use super::retry::RetryPolicy;
use crate::data::fault::Reading;
use crate::error::Error;
use crate::operation::{Api, Asked, Read, Scheme};
use crate::request::server::BaseUrl;
use crate::response::choice::reading;
use crate::security::{Chosen, Credential, Credentials};
use crate::transport::{Timeouts, Transport};

/// The inside of a generated `Client`; cheap to clone.
#[derive(Clone)]
pub struct Core {
    pub(crate) shared: Arc<Shared>,
    /// The outermost of the layers around whole calls, if there are any: it makes calls, not attempts.
    pub(crate) layers: Option<Arc<dyn Transport>>,
}

impl Core {
    /// Whether a call may be made on the thread that waits for it.
    #[cfg(feature = "blocking")]
    pub(crate) fn is_blocking(&self) -> bool {
        let layers = self.layers.as_ref().unwrap_or(&self.shared.transport);
        layers.is_blocking()
    }
}

pub(crate) struct Shared {
    pub(crate) api: &'static Api,
    pub(crate) base: BaseUrl,
    /// A base URL that the caller has set also replaces the servers of single operations.
    pub(crate) base_is_chosen: bool,
    pub(crate) credentials: Credentials,
    /// Where credentials may go too, although the document does not say that they must.
    pub(crate) trusted: Vec<BaseUrl>,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) retry: RetryPolicy,
    pub(crate) timeouts: Timeouts,
    pub(crate) headers: HeaderMap,
    pub(crate) max_body: usize,
    /// Whether next pages of other origins are requested from the client's own.
    pub(crate) rebases_pages: bool,
    pub(crate) budget: RetryBudget,
    pub(crate) reading: Reading,
    pub(crate) checks: Checks,
}

impl Shared {
    /// Whether credentials may go there, of which the document does not say that they must.
    pub(crate) fn trusts(&self, uri: &Uri) -> bool {
        let mut origins = self.trusted.iter().chain([&self.base]);
        origins.any(|origin| origin.has_origin_of(uri))
    }
}

impl fmt::Debug for Core {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.shared.base.join(""))
            .field("credentials", &self.shared.credentials)
            .field("retry", &self.shared.retry)
            .field("timeouts", &self.shared.timeouts)
            .finish_non_exhaustive()
    }
}

/// The part of every call besides its arguments.
#[derive(Clone, Debug)]
pub struct Setup {
    pub(crate) core: Core,
    pub(crate) options: CallOptions,
    pub(crate) credentials: Credentials,
}

impl Setup {
    /// A call of that client.
    pub fn new(core: &Core) -> Self {
        Self {
            core: core.clone(),
            options: CallOptions::new(),
            credentials: Credentials::default(),
        }
    }

    /// Sets these options, and keeps those that were set before and are not among them.
    #[must_use]
    pub fn options(mut self, options: CallOptions) -> Self {
        self.options = options.over(self.options);
        self
    }

    /// Sets a credential for this call only.
    #[must_use]
    pub fn credential(mut self, scheme: &'static Scheme, credential: impl Into<Credential>) -> Self {
        self.credentials.set(scheme, credential.into());
        self
    }

    /// Limits the whole call, whatever limit it has, to that.
    pub(crate) fn at_most(&mut self, limit: Duration) {
        let timeouts = self.options.timeouts.as_ref().unwrap_or(&self.core.shared.timeouts);
        let own = self.options.total.or(timeouts.total);
        self.options.total = Some(own.map_or(limit, |own| own.min(limit)));
    }

    /// Requests the URL that a page names as the next one, instead of one made from the arguments. It must have the
    /// same origin, unless the client moves such pages to its own. `None` if it is the URL of that page itself: such pages would never end.
    #[must_use]
    pub fn next_url(mut self, url: impl Into<String>) -> Option<Self> {
        let url = url.into();
        if self.options.next_url.as_ref() == Some(&url) {
            return None;
        }
        self.options.next_url = Some(url);
        Some(self)
    }
}

/// An error without a typed body yet.
pub(crate) type Failure = Error<std::convert::Infallible>;

/// The part of a call that its attempts need. Stored in the extensions of its request on its way through layers.
pub(crate) struct Call {
    pub(crate) operation: Asked,
    /// Whether it is safe to send it again.
    pub(crate) repeatable: bool,
    pub(crate) chosen: Vec<Chosen>,
    pub(crate) retry: RetryPolicy,
    pub(crate) timeouts: Timeouts,
    pub(crate) max_body: usize,
    pub(crate) reading: Reading,
    pub(crate) deadline: Option<SystemTime>,
    pub(crate) attempts: AtomicU32,
    /// Every success is handed out as a stream, unread.
    pub(crate) unread: bool,
}

impl Call {
    /// How the body of a response is read.
    pub(crate) fn reads(&self, response: &http::response::Parts) -> Read {
        match self.unread && response.status.is_success() {
            true => Read::Stream,
            false => reading(self.operation, response.status, &response.headers),
        }
    }
}
