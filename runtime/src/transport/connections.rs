//! How the transports connect, as plain data: proxy, trusted certificates, and the pool of idle connections.

use std::time::Duration;

use bytes::Bytes;

use crate::data::secret::Secret;

/// How a transport of this crate connects. The default takes the proxy from the environment (`HTTPS_PROXY`, `HTTP_PROXY`,
/// `ALL_PROXY`, `NO_PROXY`) and trusts the certificates of the operating system.
///
/// It is the same for both transports, and does not change with the versions of the libraries behind them.
///
/// ```
/// use std::time::Duration;
/// # use specwright_runtime::Connections;
///
/// let connections = Connections::new()
///     .proxy("http://user:password@proxy.example.com:3128")
///     .idle_connections(4, Duration::from_secs(30));
/// assert!(!format!("{connections:?}").contains("password"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Connections {
    pub(crate) proxy: Proxy,
    pub(crate) trusted: Trusted,
    pub(crate) idle: Option<(usize, Duration)>,
}

/// What is wrong with certificates without TLS.
#[cfg(all(
    any(feature = "blocking", all(feature = "reqwest", not(target_arch = "wasm32"))),
    not(any(feature = "rustls", feature = "rustls-aws-lc", feature = "native-tls"))
))]
pub(crate) const NO_TLS: &str = "certificates need TLS: turn on the feature `rustls`, `rustls-aws-lc` or `native-tls`";

/// Which certificates are trusted, as PEM.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Trusted {
    /// Those of the operating system.
    #[default]
    System,
    /// These, and no others.
    Only(Bytes),
    /// Those of the operating system, and these.
    Also(Bytes),
}

/// Where the proxy comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Proxy {
    #[default]
    Environment,
    Never,
    Url(Secret),
}

impl Connections {
    /// The defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sends everything through the proxy at this URL, which may have a user and a password.
    #[must_use]
    pub fn proxy(mut self, url: impl Into<Secret>) -> Self {
        self.proxy = Proxy::Url(url.into());
        self
    }

    /// Uses no proxy, whatever the environment says.
    #[must_use]
    pub fn no_proxy(mut self) -> Self {
        self.proxy = Proxy::Never;
        self
    }

    /// Trusts the certificates of this PEM file, and no others.
    #[must_use]
    pub fn certificates(mut self, pem: impl Into<Bytes>) -> Self {
        self.trusted = Trusted::Only(pem.into());
        self
    }

    /// Trusts the certificates of this PEM file beside those of the operating system, such as that of a company's own
    /// authority.
    #[must_use]
    pub fn also_certificates(mut self, pem: impl Into<Bytes>) -> Self {
        self.trusted = Trusted::Also(pem.into());
        self
    }

    /// Keeps at most `per_host` idle connections to each host, each at most for `time`. `0` makes a connection for each
    /// request.
    #[must_use]
    pub fn idle_connections(mut self, per_host: usize, time: Duration) -> Self {
        self.idle = Some((per_host, time));
        self
    }
}
