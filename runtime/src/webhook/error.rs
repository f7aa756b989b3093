//! Why a delivery is refused.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use crate::transport::BoxError;

/// Why a delivery of a webhook is refused. Says nothing of the secret, and nothing that would help to forge a signature.
#[derive(Debug)]
#[non_exhaustive]
pub enum WebhookError {
    /// A header is not there.
    MissingHeader(&'static str),
    /// A header has not the form that the vendor documents.
    Header(&'static str),
    /// The secret is not base64, which the vendor's are.
    Secret,
    /// No signature is that of this body under this secret.
    Mismatch,
    /// It was signed too long ago, or too far ahead of this clock: by how much, and what is tolerated.
    Stale {
        /// How far it is from now.
        off: Duration,
        /// How far it may be.
        tolerance: Duration,
    },
    /// The signature is right, and the payload is of another type.
    Payload(BoxError),
}

impl fmt::Display for WebhookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingHeader(name) => write!(f, "the delivery has no header `{name}`"),
            Self::Header(name) => write!(f, "the header `{name}` of the delivery has another form"),
            Self::Secret => f.write_str("the secret of the webhook is not base64"),
            Self::Mismatch => f.write_str("the signature of the delivery is wrong"),
            Self::Stale { off, tolerance } => write!(
                f,
                "the delivery was signed {} s from now, and {} s are tolerated",
                off.as_secs(),
                tolerance.as_secs()
            ),
            // What the reader says may quote the payload.
            Self::Payload(_) => f.write_str("the payload of the delivery cannot be read"),
        }
    }
}

impl StdError for WebhookError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Payload(source) => Some(&**source),
            Self::MissingHeader(_) | Self::Header(_) | Self::Secret | Self::Mismatch | Self::Stale { .. } => None,
        }
    }
}
