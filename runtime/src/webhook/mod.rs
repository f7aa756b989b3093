//! Webhooks: whether a delivery comes from the vendor, and reading it.
//!
//! A vendor signs with a secret that it shares with the receiver: a MAC (HMAC with SHA-256, RFC 2104) of the body, and often of a time and
//! an id, is in a header. [`Signature`] says how.

mod error;
mod signature;
#[cfg(test)]
mod tests;

pub use error::WebhookError;
pub use signature::{Encoding, Signature};

use http::HeaderMap;
use serde_core::de::DeserializeOwned;
use std::time::SystemTime;

use crate::data::secret::Secret;

/// A payload whose signature is right.
///
/// A valid delivery can be sent again by whoever has seen it, until its time is too old: a receiver that must not do a thing twice remembers
/// the ids that it has done.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Delivery<T> {
    /// What was sent.
    pub payload: T,
    /// The id of the delivery, where the vendor signs one: a repeated delivery has the same.
    pub id: Option<String>,
    /// When it was signed, where the vendor signs that.
    pub sent_at: Option<SystemTime>,
}

impl Signature {
    /// Verifies a delivery that arrives now, and reads its payload as JSON. `body` is the body as it arrived: what was read and written
    /// again has another signature.
    ///
    /// # Errors
    ///
    /// Returns why the delivery is not the vendor's, or that its payload is of another type.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn receive<T: DeserializeOwned>(
        &self,
        secret: &Secret,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Delivery<T>, WebhookError> {
        self.receive_at(SystemTime::now(), secret, headers, body)
    }

    /// [`Signature::receive`] at that time: for tests, and where the standard library has no clock.
    ///
    /// # Errors
    ///
    /// Returns why the delivery is not the vendor's, or that its payload is of another type.
    pub fn receive_at<T: DeserializeOwned>(
        &self,
        now: SystemTime,
        secret: &Secret,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Delivery<T>, WebhookError> {
        let verified = self.verify_at(now, secret, headers, body)?;
        let payload = serde_json::from_slice(body).map_err(|error| WebhookError::Payload(error.into()))?;
        Ok(Delivery {
            payload,
            id: verified.id,
            sent_at: verified.sent_at,
        })
    }
}
