//! Errors of building a client.

use std::error::Error as StdError;
use std::fmt;

use crate::client::environment::EnvironmentError;
use crate::transport::{BoxError, Line};

/// Why a client cannot be built.
#[derive(Debug)]
#[non_exhaustive]
pub enum BuildError {
    /// The base URL is not an absolute `http` or `https` URL without user, query and fragment.
    BaseUrl(String),
    /// The document has no server, or only a relative one: a base URL must be set.
    NoServer(Option<&'static str>),
    /// No transport is set, and no feature that brings one is on.
    NoTransport,
    /// The transport cannot be set up.
    Transport(BoxError),
    /// A default header is not legal.
    Header(String),
    /// A credential cannot be sent: which one and why, without its value.
    Credential(String),
    /// Environment variables are missing, or cannot be used.
    Environment(EnvironmentError),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BaseUrl(problem) => write!(f, "the base URL cannot be used: {problem}"),
            Self::NoServer(None) => f.write_str("the document has no server: set `base_url`"),
            Self::NoServer(Some(url)) => write!(
                f,
                "the document's server `{url}` is relative: set `base_url`, including that path"
            ),
            Self::NoTransport => f.write_str("no transport: turn on the feature `reqwest` or `blocking`, or set one"),
            Self::Transport(source) => write!(f, "the transport cannot be set up: {}", Line(&source.to_string())),
            Self::Credential(problem) => f.write_str(problem),
            Self::Environment(source) => source.fmt(f),
            Self::Header(name) => write!(f, "the header `{name}` is not legal, or set by the transport"),
        }
    }
}

impl StdError for BuildError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Transport(source) => Some(&**source),
            Self::BaseUrl(_)
            | Self::NoServer(_)
            | Self::NoTransport
            | Self::Header(_)
            | Self::Credential(_)
            | Self::Environment(_) => None,
        }
    }
}

impl From<EnvironmentError> for BuildError {
    fn from(error: EnvironmentError) -> Self {
        Self::Environment(error)
    }
}
