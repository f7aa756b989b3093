//! Servers: base URLs, their variables, and references between URLs (RFC 3986 section 5).

use bytes::Bytes;
use http::Uri;
use http::uri::PathAndQuery;

use super::percent::{Keep, encode};

/// An absolute URL that the paths of operations are appended to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BaseUrl {
    /// `https://host:port`.
    origin: String,
    /// Without a trailing slash.
    path: String,
    /// The URL of the origin, parsed once for all calls.
    root: Uri,
}

/// How long a URL may be in bytes.
const MAX_LENGTH: usize = u16::MAX as usize - 1;

impl BaseUrl {
    /// Reads an absolute `http` or `https` URL without user, query and fragment.
    pub(crate) fn parse(url: &str) -> Result<Self, String> {
        let url = url.trim();
        let fault = |what: &str| Err(format!("it {what}"));
        let Some((scheme, rest)) = url.split_once("://") else {
            return fault("is not absolute (https://host/path)");
        };
        let scheme = scheme.to_ascii_lowercase();
        if scheme != "http" && scheme != "https" {
            return fault("is neither http nor https");
        }
        if rest.contains(['?', '#']) {
            return fault("has a query or a fragment");
        }
        if rest.contains(['{', '}']) {
            return fault("has a variable that is not filled in");
        }
        let (authority, path) = match rest.find('/') {
            Some(slash) => rest.split_at(slash),
            None => (rest, ""),
        };
        if authority.contains('@') {
            return fault("holds credentials");
        }
        if authority.is_empty() {
            return fault("has no host");
        }
        let origin = format!("{scheme}://{authority}");
        let path = encode(path.trim_end_matches('/'), Keep::PathText);
        let base = format!("{origin}/")
            .parse()
            .ok()
            .map(|root| Self { origin, path, root });
        match base.filter(|base| base.uri("/".to_owned()).is_some()) {
            Some(base) => Ok(base),
            None => fault("has a host that is not legal (Unicode names must be in their xn-- form)"),
        }
    }

    /// The URL of a server, which may be relative to this one (`/v2`, `v2`).
    pub(crate) fn resolve(&self, server: &str) -> Result<Self, String> {
        if server.contains("://") {
            return Self::parse(server);
        }
        if server.starts_with("//") {
            let scheme = self.origin.split(':').next().unwrap_or("https");
            return Self::parse(&format!("{scheme}:{server}"));
        }
        let path = match server.strip_prefix('/') {
            Some(path) => path.to_owned(),
            None => format!("{}/{}", self.path.trim_start_matches('/'), server),
        };
        Self::parse(&format!("{}/{path}", self.origin))
    }

    /// Whether a URL has the same scheme, host and port.
    pub(crate) fn has_origin_of(&self, uri: &Uri) -> bool {
        same_origin(&self.root, uri)
    }

    /// The URL of a path that starts with a slash; `None` if it is too long or not legal.
    pub(crate) fn uri(&self, target: String) -> Option<Uri> {
        let path = match self.path.as_str() {
            "" => target,
            path => [path, &target].concat(),
        };
        if self.origin.len().saturating_add(path.len()) > MAX_LENGTH {
            return None;
        }
        let mut parts = self.root.clone().into_parts();
        parts.path_and_query = Some(PathAndQuery::from_maybe_shared(Bytes::from(path)).ok()?);
        Uri::from_parts(parts).ok()
    }

    /// The same as a string.
    pub(crate) fn join(&self, target: &str) -> String {
        format!("{}{}{target}", self.origin, self.path)
    }
}

/// Fills in the variables of the URL of a server.
///
/// ```
/// use specwright_runtime::v1::expand_server;
///
/// assert_eq!(expand_server("https://{region}.example.com/{base}", &[("region", "eu"), ("base", "v1")]), "https://eu.example.com/v1");
/// ```
pub fn expand_server(template: &str, variables: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((text, after)) = rest.split_once('{') {
        out.push_str(text);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        match variables.iter().find(|(key, _)| *key == name) {
            Some((_, value)) => out.push_str(value),
            // Left as it is; parsing the base URL reports it.
            None => out.push_str(&format!("{{{name}}}")),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Whether two URLs have scheme, host and port in common (RFC 6454 section 5).
pub(crate) fn same_origin(one: &Uri, other: &Uri) -> bool {
    let origin = |uri: &Uri| {
        let scheme = uri.scheme_str().map(str::to_ascii_lowercase);
        let host = uri.host().map(str::to_ascii_lowercase);
        let port = uri.port_u16().or(match scheme.as_deref() {
            Some("http") => Some(80),
            Some("https") => Some(443),
            _ => None,
        });
        (scheme, host, port)
    };
    origin(one) == origin(other)
}

/// Resolves a reference (a `Location` or `Link`) against `base`.
pub(crate) fn resolve(base: &Uri, reference: &str) -> Option<Uri> {
    let reference = reference.split('#').next().unwrap_or(reference).trim();
    // Browsers read a backslash as a slash; an ambiguous URL is not followed.
    if reference.contains(|c: char| c == '\\' || c.is_control()) {
        return None;
    }
    let scheme = base.scheme_str()?;
    let authority = base.authority()?;
    let has_scheme = reference.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    });
    let (origin, rest) = match (has_scheme, reference.strip_prefix("//")) {
        (true, _) => split_origin(reference)?,
        (false, Some(_)) => split_origin(&format!("{scheme}:{reference}"))?,
        (false, None) => (format!("{scheme}://{authority}"), reference.to_owned()),
    };
    let (path, query) = match rest.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (rest.as_str(), None),
    };
    let elsewhere = has_scheme || reference.starts_with("//");
    let path = match path {
        "" if elsewhere => "/".to_owned(),
        "" => base.path().to_owned(),
        path if path.starts_with('/') => remove_dots(path),
        path => {
            let directory = base.path().rsplit_once('/').map_or("", |(directory, _)| directory);
            remove_dots(&format!("{directory}/{path}"))
        }
    };
    let query = query.or(if reference.is_empty() { base.query() } else { None });
    let query = query.map_or_else(String::new, |query| format!("?{query}"));
    let encoded: String = format!("{origin}{path}{query}")
        .chars()
        .map(|c| match c {
            // What URL parsers encode, so that the URL is the same for all of them.
            ' ' | '"' | '<' | '>' | '`' | '{' | '}' | '^' => encode(&c.to_string(), Keep::Nothing),
            c if c.is_ascii() => c.to_string(),
            c => encode(&c.to_string(), Keep::Nothing),
        })
        .collect();
    let uri: Uri = encoded.parse().ok()?;
    let web = matches!(uri.scheme_str(), Some("http" | "https"));
    let user = uri
        .authority()
        .is_some_and(|authority| authority.as_str().contains('@'));
    (web && !user && uri.host().is_some_and(|host| !host.is_empty())).then_some(uri)
}

/// Scheme and authority of an absolute URL, and the rest of it.
fn split_origin(url: &str) -> Option<(String, String)> {
    let (scheme, rest) = url.split_once("://")?;
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, rest) = (rest.get(..end)?, rest.get(end..)?);
    Some((format!("{scheme}://{authority}"), rest.to_owned()))
}

/// RFC 3986 section 5.2.4. URL parsers also take an encoded dot for one.
fn remove_dots(path: &str) -> String {
    let mut out: Vec<&str> = Vec::new();
    let mut segments = path.split('/').skip(1).peekable();
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        let dots = segment.replace("%2e", ".").replace("%2E", ".");
        match dots.as_str() {
            "." | ".." => {
                if dots == ".." {
                    out.pop();
                }
                if last {
                    out.push("");
                }
            }
            _ => out.push(segment),
        }
    }
    format!("/{}", out.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_urls_are_absolute_and_hold_no_credentials() {
        let base = BaseUrl::parse("HTTPS://api.example.com:8443/v1/").expect("a base URL");
        assert_eq!(base.join("/pets?x=1"), "https://api.example.com:8443/v1/pets?x=1");
        assert_eq!(
            base.resolve("/v2").expect("a path").join("/a"),
            "https://api.example.com:8443/v2/a"
        );
        assert_eq!(
            base.resolve("up").expect("a path").join("/a"),
            "https://api.example.com:8443/v1/up/a"
        );
        assert_eq!(base.resolve("http://x").expect("a URL").join("/a"), "http://x/a");
        for bad in [
            "",
            "/v1",
            "ftp://x",
            "https://",
            "https://u:p@x",
            "https://x?y",
            "https://x#y",
            "https://{r}.x",
            "https://é.x",
            "https://a b",
            "https://x\r\ny",
        ] {
            let problem = BaseUrl::parse(bad).expect_err(bad);
            assert!(!problem.contains("u:p"), "{problem}");
        }
    }

    #[test]
    fn references_are_resolved() {
        let base: Uri = "https://a.b/c/d/e?q".parse().expect("a URL");
        for (reference, expected) in [
            ("http://x/y", Some("http://x/y")),
            ("//x/y", Some("https://x/y")),
            ("/y?z#f", Some("https://a.b/y?z")),
            ("y", Some("https://a.b/c/d/y")),
            ("../y", Some("https://a.b/c/y")),
            ("../../../y/.", Some("https://a.b/y/")),
            ("?z=1", Some("https://a.b/c/d/e?z=1")),
            ("", Some("https://a.b/c/d/e?q")),
            ("/é x", Some("https://a.b/%C3%A9%20x")),
            ("http://x/a/../b/./c?d=..", Some("http://x/b/c?d=..")),
            ("http://x/a/%2e%2E/{b}?{c}", Some("http://x/%7Bb%7D?%7Bc%7D")),
            ("//x", Some("https://x/")),
            ("http://x?y=1", Some("http://x/?y=1")),
            ("HTTP://x/y", Some("http://x/y")),
            ("y:z", None),
            ("./y:z", Some("https://a.b/c/d/y:z")),
            ("javascript:alert(1)", None),
            ("https://u:p@x/", None),
            ("\\\\x\\y", None),
        ] {
            let got = resolve(&base, reference).map(|uri| uri.to_string());
            assert_eq!(got.as_deref(), expected, "{reference}");
        }
    }

    #[test]
    fn default_ports_are_the_same_origin() {
        let uri = |text: &str| text.parse::<Uri>().expect("a URL");
        assert!(same_origin(&uri("https://A.b/x"), &uri("https://a.B:443/y")));
        assert!(!same_origin(&uri("https://a.b/"), &uri("http://a.b/")));
        assert!(!same_origin(&uri("http://a.b/"), &uri("http://a.b:81/")));
    }
}
