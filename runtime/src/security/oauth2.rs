//! OAuth 2.0 tokens (RFC 6749): client credentials and refresh tokens.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use http::{HeaderValue, Method, header};

use super::gate::Gate;
use super::{Credential, TokenProvider, basic};
use crate::data::secret::Secret;
use crate::request::percent::{Keep, encode};
use crate::transport::{Body, BoxError, BoxFuture, Line, Transport, coding, read_body};

/// A token is renewed this long before it expires, or a tenth of its lifetime.
const MARGIN: Duration = Duration::from_secs(30);
const MAX_RESPONSE: usize = 1 << 20;

/// Obtains and renews access tokens at a token endpoint. Concurrent calls that need a token share one request.
///
/// ```
/// # use specwright_runtime::OAuth2;
/// let tokens = OAuth2::client_credentials("https://auth.example.com/token", "id", "secret").scope("pets:read");
/// assert!(!format!("{tokens:?}").contains("secret"));
/// ```
pub struct OAuth2 {
    url: String,
    id: String,
    secret: Secret,
    scopes: Vec<String>,
    extra: Vec<(String, String)>,
    in_body: bool,
    state: Mutex<State>,
    gate: Gate,
}

#[derive(Default)]
struct State {
    access: Option<(Secret, Option<SystemTime>)>,
    refresh: Option<Secret>,
}

impl OAuth2 {
    /// The client credentials grant (RFC 6749 section 4.4). `url` is the document's `tokenUrl`, absolute. An empty secret
    /// makes a public client, which names itself in the body (section 3.2.1).
    pub fn client_credentials(url: impl Into<String>, id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        Self {
            url: url.into(),
            id: id.into(),
            secret: secret.into(),
            scopes: Vec::new(),
            extra: Vec::new(),
            in_body: false,
            state: Mutex::default(),
            gate: Gate::default(),
        }
    }

    /// A public client, one without a secret (RFC 6749 section 2.1), with the refresh token that another flow has issued.
    pub fn public(url: impl Into<String>, id: impl Into<String>, refresh_token: impl Into<Secret>) -> Self {
        Self::client_credentials(url, id, "").refresh_token(refresh_token)
    }

    /// Starts from a refresh token (RFC 6749 section 6), as issued by the other flows. A new refresh token in a
    /// response replaces it.
    #[must_use]
    pub fn refresh_token(self, token: impl Into<Secret>) -> Self {
        self.state().refresh = Some(token.into());
        self
    }

    /// Requests a scope. Call it once for each scope.
    #[must_use]
    pub fn scope(mut self, scope: impl Into<String>) -> Self {
        self.scopes.push(scope.into());
        self
    }

    /// Sends an additional parameter, e.g. `audience`.
    #[must_use]
    pub fn parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.extra.push((name.into(), value.into()));
        self
    }

    /// Sends id and secret in the body instead of the `Authorization` header, for servers that require it.
    #[must_use]
    pub fn credentials_in_body(mut self) -> Self {
        self.in_body = true;
        self
    }

    /// A description of an error may quote the request.
    fn without_secrets(&self, text: &str) -> String {
        let refresh = self.state().refresh.clone();
        let secrets = [Some(&self.secret), refresh.as_ref()];
        let mut text = text.to_owned();
        for secret in secrets.into_iter().flatten().filter(|secret| !secret.is_empty()) {
            text = text.replace(secret.expose(), "***");
        }
        text
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn valid(&self, now: SystemTime) -> Option<Secret> {
        match &self.state().access {
            Some((token, None)) => Some(token.clone()),
            Some((token, Some(end))) if now < *end => Some(token.clone()),
            Some(_) | None => None,
        }
    }

    fn request(&self) -> Result<http::Request<Body>, BoxError> {
        let refresh = self.state().refresh.clone();
        let grant = if refresh.is_some() {
            "refresh_token"
        } else {
            "client_credentials"
        };
        let mut pairs = vec![("grant_type".to_owned(), grant.to_owned())];
        if let Some(refresh) = &refresh {
            pairs.push(("refresh_token".to_owned(), refresh.expose().to_owned()));
        }
        if !self.scopes.is_empty() {
            pairs.push(("scope".to_owned(), self.scopes.join(" ")));
        }
        pairs.extend(self.extra.iter().cloned());
        let public = self.secret.is_empty();
        if self.in_body || public {
            pairs.push(("client_id".to_owned(), self.id.clone()));
        }
        if self.in_body && !public {
            pairs.push(("client_secret".to_owned(), self.secret.expose().to_owned()));
        }
        let form: Vec<String> = pairs
            .iter()
            .map(|(name, value)| format!("{}={}", encode(name, Keep::Form), encode(value, Keep::Form)))
            .collect();
        let mut request = http::Request::builder()
            .method(Method::POST)
            .uri(&self.url)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ACCEPT, "application/json")
            .header(header::ACCEPT_ENCODING, &*coding::accepted(false, false))
            .body(Body::from(form.join("&")))?;
        if !self.in_body && !public {
            // RFC 6749 section 2.3.1: both are form-encoded first.
            let password = Secret::from(encode(self.secret.expose(), Keep::Form));
            let pair = basic(&encode(&self.id, Keep::Form), &password);
            let mut value = HeaderValue::from_str(&format!("Basic {}", pair.expose()))?;
            value.set_sensitive(true);
            request.headers_mut().insert(header::AUTHORIZATION, value);
        }
        Ok(request)
    }

    async fn fetch(&self, transport: &dyn Transport) -> Result<Secret, BoxError> {
        let response = transport.send(self.request()?).await?;
        let response = coding::undo(&Method::POST, response);
        let status = response.status();
        let read = read_body(response.into_body(), MAX_RESPONSE).await;
        let bytes = read.map_err(|(_, error)| error)?.0;
        let Ok(body) = serde_json::from_slice::<serde_json::Value>(&bytes) else {
            return Err(TokenError::new(status, None, None).into());
        };
        let text = |name: &str| body.get(name).and_then(serde_json::Value::as_str);
        let Some(token) = text("access_token").filter(|_| status.is_success()) else {
            let description = text("error_description").map(|text| self.without_secrets(text));
            return Err(TokenError::new(status, text("error"), description).into());
        };
        let token = Secret::from(token);
        let end = body.get("expires_in").and_then(lifetime).and_then(|life| {
            let margin = MARGIN.min(life / 10);
            transport.now().checked_add(life.saturating_sub(margin))
        });
        let mut state = self.state();
        state.access = Some((token.clone(), end));
        if let (Some(refresh), true) = (text("refresh_token"), state.refresh.is_some()) {
            state.refresh = Some(Secret::from(refresh));
        }
        Ok(token)
    }
}

/// The seconds of `expires_in`. The standard has an integer; servers also write `3599.5` and `"3600"`. Where there is no
/// such time, the token is used until it is rejected.
fn lifetime(value: &serde_json::Value) -> Option<Duration> {
    let seconds = value.as_f64().or_else(|| value.as_str()?.trim().parse().ok())?;
    Duration::try_from_secs_f64(seconds.max(0.0)).ok()
}

impl TokenProvider for OAuth2 {
    fn token<'a>(&'a self, transport: &'a dyn Transport) -> BoxFuture<'a, Result<Secret, BoxError>> {
        Box::pin(async move {
            if let Some(token) = self.valid(transport.now()) {
                return Ok(token);
            }
            let _pass = self.gate.pass().await;
            // Another call may have obtained one while this call waited.
            match self.valid(transport.now()) {
                Some(token) => Ok(token),
                None => self.fetch(transport).await,
            }
        })
    }

    fn rejected(&self, token: &Secret) {
        let mut state = self.state();
        // The token may have been renewed in the meantime.
        if state.access.as_ref().is_some_and(|(current, _)| current == token) {
            state.access = None;
        }
    }
}

impl From<OAuth2> for Credential {
    fn from(tokens: OAuth2) -> Self {
        Self::provider(tokens)
    }
}

impl fmt::Debug for OAuth2 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OAuth2")
            .field("url", &self.url)
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}

/// The token endpoint did not return a token.
#[derive(Debug)]
struct TokenError {
    status: http::StatusCode,
    code: Option<String>,
    description: Option<String>,
}

impl TokenError {
    fn new(status: http::StatusCode, code: Option<&str>, description: Option<String>) -> Self {
        // The codes of RFC 6749 section 5.2 are in lower case; anything else is not shown.
        let plain = |code: &&str| code.len() < 64 && code.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        Self {
            status,
            code: code.filter(plain).map(str::to_owned),
            description,
        }
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the token endpoint responded with {}", self.status)?;
        if let Some(code) = &self.code {
            write!(f, " ({code})")?;
        }
        match &self.description {
            Some(description) => write!(f, ": {}", Line(description)),
            None => Ok(()),
        }
    }
}

impl std::error::Error for TokenError {}
