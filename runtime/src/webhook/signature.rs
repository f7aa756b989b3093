//! How a vendor signs, and whether a delivery is signed so.

use hmac::{Hmac, KeyInit, Mac};
use http::HeaderMap;
use sha2::Sha256;
use std::time::{Duration, SystemTime};

use super::WebhookError;
use crate::data::secret::Secret;
use crate::data::{base64, hex};

/// How a vendor signs the deliveries of its webhooks.
///
/// ```
/// # use specwright_runtime::webhook::Signature;
/// // `X-Signature: t=1700000000,v1=5f3c…`
/// const SIGNATURE: Signature = Signature::new("X-Signature")
///     .prefix("v1=")
///     .timestamp_item("t=")
///     .content("{timestamp}.{body}");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signature {
    header: &'static str,
    prefix: &'static str,
    separator: char,
    encoding: Encoding,
    content: &'static str,
    id: Option<&'static str>,
    timestamp: Option<Timestamp>,
    tolerance: Duration,
    is_secret_base64: bool,
}

/// How the bytes of a signature are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Encoding {
    /// Two digits for each byte.
    Hex,
    /// RFC 4648, either alphabet.
    Base64,
}

/// Where the time of a delivery is, in seconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Timestamp {
    Header(&'static str),
    Item(&'static str),
}

/// What the signature vouches for beside the body.
#[derive(Debug)]
pub(super) struct Verified {
    pub(super) id: Option<String>,
    pub(super) sent_at: Option<SystemTime>,
}

impl Signature {
    /// The form of Standard Webhooks 1.0: headers `webhook-id`, `webhook-timestamp` and `webhook-signature`, secrets in base64.
    pub const STANDARD: Self = Self::new("webhook-signature")
        .prefix("v1,")
        .separator(' ')
        .encoding(Encoding::Base64)
        .content("{id}.{timestamp}.{body}")
        .id_header("webhook-id")
        .timestamp_header("webhook-timestamp")
        .base64_secret();

    /// The whole header is the signature of the body, in hexadecimal digits.
    pub const fn new(header: &'static str) -> Self {
        Self {
            header,
            prefix: "",
            separator: ',',
            encoding: Encoding::Hex,
            content: "{body}",
            id: None,
            timestamp: None,
            tolerance: Duration::from_secs(300),
            is_secret_base64: false,
        }
    }

    /// What each signature in the header begins with, such as `sha256=`. Other items of the header are of no concern.
    #[must_use]
    pub const fn prefix(mut self, prefix: &'static str) -> Self {
        self.prefix = prefix;
        self
    }

    /// What is between the items of the header; a comma by default.
    #[must_use]
    pub const fn separator(mut self, separator: char) -> Self {
        self.separator = separator;
        self
    }

    /// How a signature is written; hexadecimal by default.
    #[must_use]
    pub const fn encoding(mut self, encoding: Encoding) -> Self {
        self.encoding = encoding;
        self
    }

    /// What is signed: any characters, with `{body}`, `{timestamp}` and `{id}` for what was received; `{body}` by default.
    #[must_use]
    pub const fn content(mut self, content: &'static str) -> Self {
        self.content = content;
        self
    }

    /// The header with the id of a delivery.
    #[must_use]
    pub const fn id_header(mut self, name: &'static str) -> Self {
        self.id = Some(name);
        self
    }

    /// The header with the time of a delivery, in seconds since 1970.
    #[must_use]
    pub const fn timestamp_header(mut self, name: &'static str) -> Self {
        self.timestamp = Some(Timestamp::Header(name));
        self
    }

    /// What the time begins with where it is an item of the header of the signature, such as `t=`.
    #[must_use]
    pub const fn timestamp_item(mut self, prefix: &'static str) -> Self {
        self.timestamp = Some(Timestamp::Item(prefix));
        self
    }

    /// How far the time of a delivery may be from now, in either direction; five minutes by default.
    #[must_use]
    pub const fn tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// Secrets are base64, with or without `whsec_` before it; otherwise their characters are the key.
    #[must_use]
    pub const fn base64_secret(mut self) -> Self {
        self.is_secret_base64 = true;
        self
    }

    /// What the signature vouches for.
    pub(super) fn verify_at(
        &self,
        now: SystemTime,
        secret: &Secret,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Verified, WebhookError> {
        let header = required(headers, self.header)?;
        let items = || header.split(self.separator).map(str::trim);
        let id = self.id.map(|name| required(headers, name)).transpose()?;
        let timestamp = match self.timestamp {
            None => None,
            Some(Timestamp::Header(name)) => Some((name, required(headers, name)?)),
            Some(Timestamp::Item(prefix)) => {
                let found = items().find_map(|item| item.strip_prefix(prefix));
                Some((self.header, found.ok_or(WebhookError::Header(self.header))?))
            }
        };
        let mut mac = self.mac(secret)?;
        self.update(&mut mac, id, timestamp.map(|(_, text)| text), body);
        let mut signatures = items()
            .filter_map(|item| item.strip_prefix(self.prefix))
            .filter_map(|text| self.decode(text))
            .peekable();
        if signatures.peek().is_none() {
            return Err(WebhookError::Header(self.header));
        }
        // Several are sent while a secret is replaced. `verify_slice` takes the same time wherever two differ.
        if !signatures.any(|bytes| mac.clone().verify_slice(&bytes).is_ok()) {
            return Err(WebhookError::Mismatch);
        }
        let sent_at = timestamp
            .map(|(name, text)| self.sent_at(now, name, text))
            .transpose()?;
        Ok(Verified {
            id: id.map(str::to_owned),
            sent_at,
        })
    }

    fn mac(&self, secret: &Secret) -> Result<Hmac<Sha256>, WebhookError> {
        let text = secret.expose();
        let key = match self.is_secret_base64 {
            true => base64::decode(text.strip_prefix("whsec_").unwrap_or(text)),
            false => Some(text.as_bytes().to_vec()),
        };
        // With an empty key everybody can sign.
        let key = key.filter(|key| !key.is_empty()).ok_or(WebhookError::Secret)?;
        Hmac::new_from_slice(&key).map_err(|_| WebhookError::Secret)
    }

    fn update(&self, mac: &mut Hmac<Sha256>, id: Option<&str>, timestamp: Option<&str>, body: &[u8]) {
        let mut rest = self.content;
        while let Some(start) = rest.find('{') {
            let (before, from) = rest.split_at(start);
            mac.update(before.as_bytes());
            let known = [
                ("{body}", body),
                ("{timestamp}", timestamp.unwrap_or_default().as_bytes()),
                ("{id}", id.unwrap_or_default().as_bytes()),
            ];
            let placed = known
                .into_iter()
                .find_map(|(name, bytes)| Some((bytes, from.strip_prefix(name)?)));
            let (bytes, after) = placed.unwrap_or_else(|| {
                let (brace, after) = from.split_at(1);
                (brace.as_bytes(), after)
            });
            mac.update(bytes);
            rest = after;
        }
        mac.update(rest.as_bytes());
    }

    fn decode(&self, text: &str) -> Option<Vec<u8>> {
        match self.encoding {
            Encoding::Hex => hexadecimal(text),
            Encoding::Base64 => base64::decode(text),
        }
    }

    /// When it was signed, unless that is too far from now.
    fn sent_at(&self, now: SystemTime, name: &'static str, text: &str) -> Result<SystemTime, WebhookError> {
        let seconds = text.parse().map_err(|_| WebhookError::Header(name))?;
        let sent_at = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds));
        let sent_at = sent_at.ok_or(WebhookError::Header(name))?;
        let off = now.duration_since(sent_at).unwrap_or_else(|ahead| ahead.duration());
        match off > self.tolerance {
            true => Err(WebhookError::Stale {
                off,
                tolerance: self.tolerance,
            }),
            false => Ok(sent_at),
        }
    }
}

/// The value of a header that must be there once: of several it is unclear which is meant.
fn required<'a>(headers: &'a HeaderMap, name: &'static str) -> Result<&'a str, WebhookError> {
    let mut values = headers.get_all(name).iter();
    let value = values.next().ok_or(WebhookError::MissingHeader(name))?;
    let text = value.to_str().ok().filter(|_| values.next().is_none());
    text.ok_or(WebhookError::Header(name))
}

fn hexadecimal(text: &str) -> Option<Vec<u8>> {
    let byte = |pair: &[u8]| match pair {
        [high, low] => hex::byte(*high, *low),
        _ => None,
    };
    text.as_bytes().chunks(2).map(byte).collect()
}
