//! OAuth 2.0 tokens (RFC 6749): client credentials and refresh tokens.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use http::{HeaderValue, Method, header};

use super::gate::Gate;
use super::{Credential, Secret, TokenProvider, basic};
use crate::request::percent::{Keep, encode};
use crate::transport::{Body, BoxError, BoxFuture, Transport, coding, read_body};

/// A token is renewed this long before it expires, or a tenth of its lifetime.
const MARGIN: Duration = Duration::from_secs(30);
const MAX_RESPONSE: usize = 1 << 20;

/// Obtains and renews access tokens at a token endpoint. Concurrent calls that need a token share one request.
///
/// ```
/// use specwright_runtime::OAuth2;
///
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
    /// The client credentials grant (RFC 6749 section 4.4). `url` is the document's `tokenUrl`, absolute.
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
        if self.in_body {
            pairs.push(("client_id".to_owned(), self.id.clone()));
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
            .header(header::ACCEPT_ENCODING, coding::accepted(false, false))
            .body(Body::from(form.join("&")))?;
        if !self.in_body {
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
        let body: serde_json::Value = match serde_json::from_slice(&bytes) {
            Ok(body) => body,
            Err(_) => return Err(TokenError::new(status, None).into()),
        };
        let text = |name: &str| body.get(name).and_then(serde_json::Value::as_str);
        let Some(token) = text("access_token").filter(|_| status.is_success()) else {
            return Err(TokenError::new(status, text("error")).into());
        };
        let token = Secret::from(token);
        let seconds = body
            .get("expires_in")
            .and_then(|value| value.as_u64().or_else(|| value.as_str()?.parse().ok()));
        let end = seconds.and_then(|seconds| {
            let life = Duration::from_secs(seconds);
            transport.now().checked_add(life.saturating_sub(MARGIN.min(life / 10)))
        });
        let mut state = self.state();
        state.access = Some((token.clone(), end));
        if let (Some(refresh), true) = (text("refresh_token"), state.refresh.is_some()) {
            state.refresh = Some(Secret::from(refresh));
        }
        Ok(token)
    }
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

/// The token endpoint did not return a token. Has only its `error` code: the rest may quote the request.
#[derive(Debug)]
struct TokenError {
    status: http::StatusCode,
    code: Option<String>,
}

impl TokenError {
    fn new(status: http::StatusCode, code: Option<&str>) -> Self {
        // The codes of RFC 6749 section 5.2 are in lower case; anything else is not shown.
        let plain = |code: &&str| code.len() < 64 && code.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        Self {
            status,
            code: code.filter(plain).map(str::to_owned),
        }
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the token endpoint responded with {}", self.status)?;
        match &self.code {
            Some(code) => write!(f, " ({code})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for TokenError {}
