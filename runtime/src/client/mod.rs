//! How a client is built.

use std::fmt;
use std::sync::Arc;

use http::HeaderMap;

use crate::call::budget::RetryBudget;
use crate::call::execute::Attempts;
use crate::call::options::Checks;
use crate::call::retry::RetryPolicy;
use crate::call::state::{Core, Shared};
use crate::data::fault::Reading;
use crate::operation::{Api, Scheme};
use crate::request::{self, server::BaseUrl};
use crate::security::{Credential, Credentials};
use crate::transport::{Connections, Timeouts, Transport};

mod build_error;
pub(crate) mod environment;

pub use build_error::BuildError;

/// Default limit of the bytes that are read of a response.
const MAX_BODY: usize = 64 << 20;

type Wrap = Box<dyn FnOnce(Arc<dyn Transport>) -> Arc<dyn Transport> + Send>;

/// The inside of a generated `ClientBuilder`.
pub struct CoreBuilder {
    api: &'static Api,
    server: Option<String>,
    base_url: Option<String>,
    credentials: Credentials,
    trusted: Vec<String>,
    transport: Option<Arc<dyn Transport>>,
    wraps: Vec<Wrap>,
    retry: RetryPolicy,
    timeouts: Timeouts,
    connections: Connections,
    user_agent: Option<String>,
    headers: Vec<(String, String)>,
    max_body: usize,
    rebases_pages: bool,
    reading: Reading,
    checks: Checks,
}

impl fmt::Debug for CoreBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("server", &self.server)
            .field("credentials", &self.credentials)
            .field("retry", &self.retry)
            .field("timeouts", &self.timeouts)
            .finish_non_exhaustive()
    }
}

impl CoreBuilder {
    /// A builder with the defaults of that API.
    pub fn new(api: &'static Api) -> Self {
        crate::transport::prepare();
        Self {
            api,
            server: api.server.map(str::to_owned),
            base_url: None,
            credentials: Credentials::default(),
            trusted: Vec::new(),
            transport: None,
            wraps: Vec::new(),
            retry: RetryPolicy::default(),
            timeouts: Timeouts::default(),
            connections: Connections::default(),
            user_agent: Some(format!(
                "{}/{} specwright/{}",
                api.name,
                api.version,
                env!("CARGO_PKG_VERSION")
            )),
            headers: Vec::new(),
            max_body: MAX_BODY,
            rebases_pages: false,
            reading: Reading::default(),
            checks: Checks::default(),
        }
    }

    /// Selects one of the servers of the document. Operations with their own server keep it.
    #[must_use]
    pub fn server(mut self, url: impl Into<String>) -> Self {
        self.server = Some(url.into());
        self
    }

    /// Sends all calls to another server, including operations with their own server.
    #[must_use]
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Sets a credential.
    #[must_use]
    pub fn credential(mut self, scheme: &'static Scheme, credential: impl Into<Credential>) -> Self {
        self.credentials.set(scheme, credential.into());
        self
    }

    /// Also sends credentials to that server with operations of which the document does not say which they need. To the
    /// client's own server they are always sent.
    #[must_use]
    pub fn trusted_server(mut self, url: impl Into<String>) -> Self {
        self.trusted.push(url.into());
        self
    }

    /// Sets the transport.
    #[must_use]
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Wraps whole calls in a layer: the inner transport sends with credentials, retries and redirects, and returns the
    /// last response. The first layer is the innermost. To wrap every attempt, wrap the transport.
    #[must_use]
    pub fn wrap_calls(mut self, wrap: impl FnOnce(Arc<dyn Transport>) -> Arc<dyn Transport> + Send + 'static) -> Self {
        self.wraps.push(Box::new(wrap));
        self
    }

    /// Sets how requests are repeated.
    #[must_use]
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// Sets the time limits.
    #[must_use]
    pub fn timeouts(mut self, timeouts: Timeouts) -> Self {
        self.timeouts = timeouts;
        self
    }

    /// Sets how the default transport connects: proxy, trusted certificates, idle connections. A transport that is set with
    /// [`CoreBuilder::transport`] has its own settings.
    #[must_use]
    pub fn connections(mut self, connections: Connections) -> Self {
        self.connections = connections;
        self
    }

    /// Replaces `User-Agent`; an empty value sends none.
    #[must_use]
    pub fn user_agent(mut self, text: impl Into<String>) -> Self {
        self.user_agent = Some(text.into()).filter(|text| !text.is_empty());
        self
    }

    /// Sends a header with every call that does not set it.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Limits the size of responses that are not streamed, in bytes; 64 MiB by default.
    #[must_use]
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }

    /// Requests next pages from the client's own server where their links name another one, as those of servers behind a proxy
    /// do. Otherwise such a link is an error: credentials do not go to another server.
    #[must_use]
    pub fn rebase_next_pages(mut self) -> Self {
        self.rebases_pages = true;
        self
    }

    /// Sets how bodies are read that differ from the document.
    #[must_use]
    pub fn reading(mut self, reading: Reading) -> Self {
        self.reading = reading;
        self
    }

    /// Sets whether requests are checked against the constraints of the document.
    #[must_use]
    pub fn checks(mut self, checks: Checks) -> Self {
        self.checks = checks;
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no usable base URL or transport, or if a default header or a credential cannot be sent.
    pub fn build(self) -> Result<Core, BuildError> {
        let base_is_chosen = self.base_url.is_some();
        let base = match (self.base_url, self.server) {
            (Some(url), _) => url,
            (None, Some(url)) if url.contains("://") => url,
            (None, _) => return Err(BuildError::NoServer(self.api.server)),
        };
        self.credentials
            .check()
            .map_err(|error| BuildError::Credential(error.to_string()))?;
        let trusted = self
            .trusted
            .iter()
            .map(|url| BaseUrl::parse(url).map_err(BuildError::BaseUrl));
        let trusted = trusted.collect::<Result<_, _>>()?;
        let mut headers = HeaderMap::new();
        let agent = self.user_agent.map(|agent| ("user-agent".to_owned(), agent));
        for (name, value) in agent.into_iter().chain(self.headers) {
            let Some((name, value)) = request::header(&name, &value) else {
                return Err(BuildError::Header(name));
            };
            headers.insert(name, value);
        }
        let transport = match self.transport {
            Some(transport) => transport,
            None => default_transport(&self.connections, &self.timeouts)?,
        };
        let shared = Arc::new(Shared {
            api: self.api,
            base: BaseUrl::parse(&base).map_err(BuildError::BaseUrl)?,
            base_is_chosen,
            credentials: self.credentials,
            trusted,
            transport,
            retry: self.retry,
            timeouts: self.timeouts,
            headers,
            max_body: self.max_body,
            rebases_pages: self.rebases_pages,
            reading: self.reading,
            checks: self.checks,
            budget: RetryBudget::default(),
        });
        let layers = self.wraps.into_iter().fold(None, |inner, wrap| {
            let innermost = || Arc::new(Attempts(Arc::clone(&shared)));
            Some(wrap(inner.unwrap_or_else(|| innermost() as Arc<dyn Transport>)))
        });
        Ok(Core { shared, layers })
    }
}

#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
fn default_transport(connections: &Connections, timeouts: &Timeouts) -> Result<Arc<dyn Transport>, BuildError> {
    let transport = crate::transport::reqwest::ReqwestTransport::with_connections(connections, timeouts);
    Ok(Arc::new(transport.map_err(BuildError::Transport)?))
}

#[cfg(all(feature = "blocking", not(feature = "reqwest")))]
fn default_transport(connections: &Connections, _: &Timeouts) -> Result<Arc<dyn Transport>, BuildError> {
    let transport = crate::transport::ureq::UreqTransport::with_connections(connections);
    Ok(Arc::new(transport.map_err(BuildError::Transport)?))
}

#[cfg(all(feature = "reqwest", target_arch = "wasm32"))]
fn default_transport(_: &Connections, _: &Timeouts) -> Result<Arc<dyn Transport>, BuildError> {
    Ok(Arc::new(crate::transport::fetch::FetchTransport::new()))
}

#[cfg(not(any(feature = "blocking", feature = "reqwest")))]
fn default_transport(_: &Connections, _: &Timeouts) -> Result<Arc<dyn Transport>, BuildError> {
    Err(BuildError::NoTransport)
}
