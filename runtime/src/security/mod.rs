//! Credentials: which ones an operation needs, which are set, and where they go.

use std::fmt;
use std::sync::Arc;

use http::{HeaderName, HeaderValue, header};

use crate::data::base64;
use crate::data::secret::Secret;
use crate::operation::{Operation, Scheme, SchemeKind};
use crate::request::percent::{Keep, encode};
use crate::transport::{BoxError, BoxFuture, Transport};

mod gate;
mod oauth2;

pub use oauth2::OAuth2;

/// What is sent for a scheme.
#[derive(Clone)]
pub enum Credential {
    /// A key or token.
    Secret(Secret),
    /// User and password.
    Basic(String, Secret),
    /// A token that is obtained when it is needed.
    Provider(Arc<dyn TokenProvider>),
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Secret(_) => "Secret(***)",
            Self::Basic(..) => "Basic(***)",
            Self::Provider(_) => "Provider(***)",
        })
    }
}

impl<S: Into<Secret>> From<S> for Credential {
    fn from(secret: S) -> Self {
        Self::Secret(secret.into())
    }
}

impl Credential {
    /// User and password, for `Basic` (RFC 7617).
    pub fn basic(user: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self::Basic(user.into(), password.into())
    }

    /// A token that is obtained when it is needed.
    pub fn provider(provider: impl TokenProvider) -> Self {
        Self::Provider(Arc::new(provider))
    }

    /// What is wrong with it for that scheme, as far as it is known before it is sent. Never quotes it.
    fn problem(&self, scheme: &Scheme) -> Option<&'static str> {
        match self {
            Self::Secret(secret) => problem(scheme, secret.expose()),
            // RFC 7617 section 2.
            Self::Basic(user, _) if user.contains(':') => Some("the user must not have a colon"),
            Self::Basic(user, password) => {
                let control = user.contains(char::is_control) || password.expose().contains(char::is_control);
                control.then_some(CONTROL)
            }
            Self::Provider(_) => None,
        }
    }

    fn is_present(&self) -> bool {
        match self {
            Self::Secret(secret) => !secret.is_empty(),
            Self::Basic(..) | Self::Provider(_) => true,
        }
    }
}

const CONTROL: &str =
    "it has a line break or another control character, perhaps the end of the file that it was read from";

/// What is wrong with a secret that is sent for that scheme.
fn problem(scheme: &Scheme, text: &str) -> Option<&'static str> {
    if text.contains(char::is_control) {
        return Some(CONTROL);
    }
    let named = |name: &str| {
        let start = text
            .get(..name.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(name));
        start && text.get(name.len()..).is_some_and(|rest| rest.starts_with(' '))
    };
    match scheme.kind {
        SchemeKind::Bearer if named("Bearer") => Some("it begins with `Bearer`, which is added when it is sent"),
        // RFC 6750 section 2.1.
        SchemeKind::Bearer if text.contains(char::is_whitespace) => Some("a token must not have blanks"),
        SchemeKind::Basic if named("Basic") => Some("it begins with `Basic`, which is added when it is sent"),
        SchemeKind::Http(name) if named(name) => Some("it begins with the scheme, which is added when it is sent"),
        // A header loses them on its way.
        SchemeKind::Header(_) | SchemeKind::Http(_) | SchemeKind::Basic if text.trim() != text => {
            Some("it begins or ends with a blank")
        }
        SchemeKind::Bearer
        | SchemeKind::Basic
        | SchemeKind::Http(_)
        | SchemeKind::Header(_)
        | SchemeKind::Query(_)
        | SchemeKind::Cookie(_)
        | SchemeKind::MutualTls => None,
    }
}

/// Obtains tokens that expire, e.g. those of OAuth 2.0.
///
/// ```
/// # use specwright_runtime::transport::{BoxError, BoxFuture, Transport};
/// # use specwright_runtime::{Secret, TokenProvider};
/// /// A token that another program keeps fresh in a file.
/// struct TokenFile(std::path::PathBuf);
///
/// impl TokenProvider for TokenFile {
///     fn token<'a>(&'a self, _: &'a dyn Transport) -> BoxFuture<'a, Result<Secret, BoxError>> {
///         Box::pin(async move { Ok(Secret::new(std::fs::read_to_string(&self.0)?.trim())) })
///     }
/// }
/// ```
pub trait TokenProvider: Send + Sync + 'static {
    /// Returns a token that is valid now. Called before every attempt, so implementations should cache the token.
    /// `transport` is the transport of the client.
    ///
    /// # Errors
    ///
    /// Returns an error if it cannot obtain a token. It becomes the source of the error of the call and must not
    /// contain secrets.
    fn token<'a>(&'a self, transport: &'a dyn Transport) -> BoxFuture<'a, Result<Secret, BoxError>>;

    /// Called when the server rejects this token with status 401. The request is then sent once more with the token
    /// that [`TokenProvider::token`] returns.
    fn rejected(&self, token: &Secret) {
        let _ = token;
    }
}

/// The credentials of a client or of one call.
#[derive(Clone, Default)]
pub(crate) struct Credentials(Vec<Chosen>);

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.0.iter().map(|(scheme, _)| scheme.name))
            .finish()
    }
}

impl Credentials {
    pub(crate) fn set(&mut self, scheme: &'static Scheme, credential: Credential) {
        self.0.retain(|(other, _)| other.name != scheme.name);
        self.0.push((scheme, credential));
    }

    /// Whether nothing is set for any scheme.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether something is set for a scheme.
    pub(crate) fn has(&self, scheme: &Scheme) -> bool {
        self.get(scheme).is_some()
    }

    fn get(&self, scheme: &Scheme) -> Option<&Credential> {
        let found = self.0.iter().find(|(other, _)| other.name == scheme.name);
        found
            .map(|(_, credential)| credential)
            .filter(|credential| credential.is_present())
    }

    /// What cannot be sent, whatever the request is.
    ///
    /// # Errors
    ///
    /// Returns the first credential that cannot be sent, with what is wrong.
    pub(crate) fn check(&self) -> Result<(), SchemeError> {
        self.0
            .iter()
            .try_for_each(|(scheme, credential)| sendable(scheme, credential.problem(scheme)))
    }
}

/// A scheme and what to send for it.
pub(crate) type Chosen = (&'static Scheme, Credential);

/// Chooses the first alternative whose credentials are all set. `{}` comes last, since a credential that is set is
/// meant to be sent.
///
/// # Errors
///
/// Returns the missing names of the alternative that lacks the fewest.
pub(crate) fn choose(
    operation: &Operation,
    client: &Credentials,
    call: &Credentials,
) -> Result<Vec<Chosen>, Vec<&'static str>> {
    let find = |scheme: &'static Scheme| call.get(scheme).or_else(|| client.get(scheme)).cloned();
    let mut chosen = None;
    let mut missing: Option<Vec<&'static str>> = None;
    let named = operation.security.iter().filter(|alternative| !alternative.is_empty());
    let anonymous = operation.security.iter().filter(|alternative| alternative.is_empty());
    for alternative in named.chain(anonymous) {
        let mut found = Vec::new();
        let mut lacking = Vec::new();
        for &scheme in *alternative {
            match find(scheme) {
                Some(credential) => found.push((scheme, credential)),
                None if matches!(scheme.kind, SchemeKind::MutualTls) => {}
                None => lacking.push(scheme.name),
            }
        }
        if lacking.is_empty() {
            chosen = Some(found);
            break;
        }
        if missing.as_ref().is_none_or(|least| lacking.len() < least.len()) {
            missing = Some(lacking);
        }
    }
    let chosen = match (chosen, missing) {
        (Some(chosen), _) => chosen,
        (None, Some(missing)) => return Err(missing),
        (None, None) => Vec::new(),
    };
    let optional = operation.optional_security.iter().copied();
    Ok(with_others(
        chosen,
        optional.filter_map(|scheme| Some((scheme, find(scheme)?))),
    ))
}

/// The chosen credentials, and of the others those whose place is free.
fn with_others(mut chosen: Vec<Chosen>, others: impl Iterator<Item = Chosen>) -> Vec<Chosen> {
    for (scheme, credential) in others {
        if chosen.iter().all(|(other, _)| !same_place(other, scheme)) {
            chosen.push((scheme, credential));
        }
    }
    chosen
}

/// Whether one credential would replace the other.
fn same_place(one: &Scheme, other: &Scheme) -> bool {
    let header = |scheme: &Scheme| match scheme.kind {
        SchemeKind::Header(name) => Some(name.to_ascii_lowercase()),
        SchemeKind::Basic | SchemeKind::Bearer | SchemeKind::Http(_) => Some("authorization".to_owned()),
        SchemeKind::Query(_) | SchemeKind::Cookie(_) | SchemeKind::MutualTls => None,
    };
    match (header(one), header(other)) {
        (Some(one), Some(other)) => one == other,
        (_, _) => one.kind == other.kind,
    }
}

/// Adds what is set for a security scheme to the chosen credentials of an operation of which the document says nothing
/// (OpenAPI 3.1 section 4.8.10.1 has no default for `security`): those of the call, and, if the request goes where the client's
/// credentials may go, those of the client.
pub(crate) fn choose_any(
    chosen: Vec<Chosen>,
    client: &Credentials,
    call: &Credentials,
    is_trusted: bool,
) -> Vec<Chosen> {
    let of_client = client.0.iter().filter(|_| is_trusted);
    let set = call.0.iter().chain(of_client);
    let set = set.filter(|(scheme, credential)| !scheme.is_parameter && credential.is_present());
    with_others(chosen, set.cloned())
}

/// The credential of a scheme could not be obtained or sent.
#[derive(Debug)]
pub(crate) enum SchemeError {
    /// Its provider has none.
    NotObtained { name: &'static str, source: BoxError },
    /// It cannot be sent.
    NotSendable { name: &'static str, problem: &'static str },
}

impl fmt::Display for SchemeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotObtained { name, .. } => write!(f, "cannot obtain the credential `{name}`"),
            Self::NotSendable { name, problem } => write!(f, "the credential `{name}` cannot be sent: {problem}"),
        }
    }
}

impl std::error::Error for SchemeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NotObtained { source, .. } => Some(&**source),
            Self::NotSendable { .. } => None,
        }
    }
}

fn sendable(scheme: &Scheme, problem: Option<&'static str>) -> Result<(), SchemeError> {
    match problem {
        Some(problem) => Err(SchemeError::NotSendable {
            name: scheme.name,
            problem,
        }),
        None => Ok(()),
    }
}

/// The tokens of providers that were sent, in case the server rejects them.
pub(crate) type Used = Vec<(Arc<dyn TokenProvider>, Secret)>;

/// What is sent for the chosen credentials, and the tokens of providers among it.
pub(crate) async fn obtain(
    chosen: &[Chosen],
    transport: &dyn Transport,
) -> Result<(Vec<(&'static Scheme, Secret)>, Used), SchemeError> {
    let (mut secrets, mut used) = (Vec::new(), Vec::new());
    for (scheme, credential) in chosen {
        let secret = match credential {
            Credential::Secret(secret) => secret.clone(),
            Credential::Basic(user, password) => basic(user, password),
            Credential::Provider(provider) => {
                let token = provider.token(transport).await;
                let token = token.map_err(|source| SchemeError::NotObtained {
                    name: scheme.name,
                    source,
                })?;
                used.push((Arc::clone(provider), token.clone()));
                token
            }
        };
        sendable(scheme, problem(scheme, secret.expose()))?;
        secrets.push((*scheme, secret));
    }
    Ok((secrets, used))
}

/// Adds credentials to a request.
pub(crate) fn add(secrets: &[(&'static Scheme, Secret)], parts: &mut http::request::Parts) -> Result<(), SchemeError> {
    secrets.iter().try_for_each(|(scheme, secret)| {
        place(scheme, secret, parts).map_err(|problem| SchemeError::NotSendable {
            name: scheme.name,
            problem,
        })
    })
}

/// RFC 7617.
pub(crate) fn basic(user: &str, password: &Secret) -> Secret {
    Secret::from(base64::encode(format!("{user}:{}", password.expose()).as_bytes()))
}

fn place(scheme: &Scheme, secret: &Secret, parts: &mut http::request::Parts) -> Result<(), &'static str> {
    let text = secret.expose();
    match scheme.kind {
        SchemeKind::Header(name) => {
            let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| "the header's name is not legal")?;
            set_header(parts, name, text)
        }
        SchemeKind::Basic => set_header(parts, header::AUTHORIZATION, &format!("Basic {text}")),
        SchemeKind::Bearer => set_header(parts, header::AUTHORIZATION, &format!("Bearer {text}")),
        SchemeKind::Http(name) => set_header(parts, header::AUTHORIZATION, &format!("{name} {text}")),
        SchemeKind::Query(name) => {
            let pair = format!("{}={}", encode(name, Keep::Nothing), encode(text, Keep::Nothing));
            let uri = parts.uri.to_string();
            let mark = if uri.contains('?') { '&' } else { '?' };
            parts.uri = format!("{uri}{mark}{pair}")
                .parse()
                .map_err(|_| "the URL becomes too long")?;
            Ok(())
        }
        SchemeKind::Cookie(name) => {
            let pair = format!("{name}={}", encode(text, Keep::Nothing));
            let cookies = match parts.headers.get(header::COOKIE).and_then(|value| value.to_str().ok()) {
                Some(others) => format!("{others}; {pair}"),
                None => pair,
            };
            set_header(parts, header::COOKIE, &cookies)
        }
        SchemeKind::MutualTls => Ok(()),
    }
}

fn set_header(parts: &mut http::request::Parts, name: HeaderName, text: &str) -> Result<(), &'static str> {
    let mut value = HeaderValue::from_bytes(text.as_bytes()).map_err(|_| CONTROL)?;
    value.set_sensitive(true);
    parts.headers.insert(name, value);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    static KEY: Scheme = Scheme::header("key", "x-key");
    static USER: Scheme = Scheme::basic("user");
    static TOKEN: Scheme = Scheme::bearer("token");
    static EITHER: Operation = Operation::new("either", "GET", "/").security(&[&[&KEY, &USER], &[&TOKEN]]);
    static OPTIONAL: Operation = Operation::new("optional", "GET", "/").security(&[&[], &[&TOKEN]]);
    static EXTRA: Operation = Operation::new("extra", "GET", "/").optional_security(&[&KEY]);

    fn names(operation: &Operation, set: &[&'static Scheme]) -> Result<Vec<&'static str>, Vec<&'static str>> {
        let mut credentials = Credentials::default();
        set.iter().for_each(|scheme| credentials.set(scheme, "s".into()));
        let chosen = choose(operation, &credentials, &Credentials::default())?;
        Ok(chosen.iter().map(|(scheme, _)| scheme.name).collect())
    }

    #[test]
    fn the_first_complete_alternative_is_chosen() {
        assert_eq!(names(&EITHER, &[&KEY, &USER, &TOKEN]), Ok(vec!["key", "user"]));
        assert_eq!(names(&EITHER, &[&KEY, &TOKEN]), Ok(vec!["token"]));
        assert_eq!(names(&EITHER, &[&KEY]), Err(vec!["user"]));
        assert_eq!(names(&OPTIONAL, &[]), Ok(vec![]));
        assert_eq!(names(&OPTIONAL, &[&TOKEN]), Ok(vec!["token"]));
        assert_eq!(names(&EXTRA, &[]), Ok(vec![]));
        assert_eq!(names(&EXTRA, &[&KEY, &TOKEN]), Ok(vec!["key"]));
    }

    #[test]
    fn a_call_s_credential_comes_first_and_an_empty_one_is_none() {
        let mut client = Credentials::default();
        client.set(&TOKEN, "client".into());
        let mut call = Credentials::default();
        call.set(&TOKEN, "call".into());
        let chosen = choose(&OPTIONAL, &client, &call).expect("a token");
        assert!(matches!(chosen.as_slice(), [(_, Credential::Secret(secret))] if secret.expose() == "call"));
        client.set(&TOKEN, "".into());
        assert!(
            choose(&OPTIONAL, &client, &Credentials::default())
                .expect("anonymous")
                .is_empty()
        );
    }

    #[test]
    fn every_kind_has_its_place() {
        static QUERY: Scheme = Scheme::query("q", "api key");
        static COOKIE: Scheme = Scheme::cookie("c", "sid");
        let (mut parts, ()) = http::Request::builder()
            .uri("http://x/y?z=1")
            .header("cookie", "a=b")
            .body(())
            .expect("a request")
            .into_parts();
        for (scheme, text) in [(&QUERY, "a&b"), (&COOKIE, "a;b"), (&TOKEN, "t")] {
            place(scheme, &Secret::from(text), &mut parts).expect("sendable");
        }
        assert_eq!(parts.uri, "http://x/y?z=1&api%20key=a%26b");
        assert_eq!(parts.headers["cookie"], "a=b; sid=a%3Bb");
        assert_eq!(parts.headers["authorization"], "Bearer t");
        assert!(parts.headers["authorization"].is_sensitive());
        let problem = place(&KEY, &Secret::from("a\r\nb"), &mut parts).expect_err("split");
        assert!(!problem.contains("a\r\nb"));
        assert_eq!(
            basic("Aladdin", &Secret::from("open sesame")).expose(),
            "QWxhZGRpbjpvcGVuIHNlc2FtZQ=="
        );
    }
}
