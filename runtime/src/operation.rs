//! What the document says about an API and its operations, as static data of generated code.

use http::{HeaderMap, Method};

/// An API as a whole.
#[derive(Debug)]
#[non_exhaustive]
pub struct Api {
    /// The name of the generated crate.
    pub name: &'static str,
    /// The version of the generated crate.
    pub version: &'static str,
    /// Headers with the server's id of a request, besides the usual ones.
    pub request_id_headers: &'static [&'static str],
    /// Top-level properties of a JSON response with that id.
    pub request_id_properties: &'static [&'static str],
    /// Properties of the bodies of failures in which the server says what went wrong: paths of names, the most telling first.
    pub messages: &'static [&'static [&'static str]],
    /// The server that is used unless another is chosen; may be relative, or absent.
    pub server: Option<&'static str>,
    /// The names of properties that the server can send, if the feature `record` is on.
    pub names: &'static [&'static str],
}

impl Api {
    /// An API that generated code describes; name and version make the `User-Agent`.
    pub const fn new(name: &'static str, version: &'static str) -> Self {
        Self {
            name,
            version,
            request_id_headers: &[],
            request_id_properties: &[],
            messages: &[],
            server: None,
            names: &[],
        }
    }

    /// Sets the default server, with its variables filled in.
    pub const fn server(mut self, url: &'static str) -> Self {
        self.server = Some(url);
        self
    }

    /// Sets the names of properties that the server can send: a recording keeps no others, since they may be data.
    pub const fn names(mut self, names: &'static [&'static str]) -> Self {
        self.names = names;
        self
    }

    /// Sets where the server says what went wrong.
    pub const fn messages(mut self, properties: &'static [&'static [&'static str]]) -> Self {
        self.messages = properties;
        self
    }

    /// Sets where the server's id of a request is found.
    pub const fn request_ids(mut self, headers: &'static [&'static str], properties: &'static [&'static str]) -> Self {
        self.request_id_headers = headers;
        self.request_id_properties = properties;
        self
    }
}

/// The names of properties that a server can send; nothing without the feature `record`, for which alone they are needed.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "record")]
macro_rules! __names {
    ($($name:literal),* $(,)?) => { &[$($name),*] };
}

/// The names of properties that a server can send; nothing without the feature `record`, for which alone they are needed.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "record"))]
macro_rules! __names {
    ($($name:literal),* $(,)?) => {
        &[]
    };
}

/// One operation.
#[derive(Debug)]
#[non_exhaustive]
pub struct Operation {
    /// The `operationId`, or method and path where the document has none.
    pub id: &'static str,
    /// The method, in capitals.
    pub method: &'static str,
    /// The path as the document writes it.
    pub path: &'static str,
    /// The operation's or path's own server.
    pub server: Option<&'static str>,
    /// Alternatives (OR) of schemes that are needed together (AND).
    pub security: &'static [&'static [&'static Scheme]],
    /// Credentials that are sent if they are set and are never required.
    pub optional_security: &'static [&'static Scheme],
    /// Whether the document says nothing about security: whatever is set for a security scheme is sent.
    pub any_credential: bool,
    /// The header that makes repeating the operation safe.
    pub idempotency_key: Option<&'static str>,
    /// The form of the keys that the client makes.
    pub key_form: KeyForm,
    /// Whether the document says that repeating is safe although the method does not.
    pub idempotent: bool,
    /// Whether it is sent once, whatever the policy of retries is.
    pub never_repeated: bool,
    /// Whether a type of its responses is also sent: what is left out of it when it is read would be missing in a later
    /// update.
    pub sent_back: bool,
    /// The responses that the document declares, successes first, in order of preference: those of the plain call.
    pub responses: &'static [ResponseCase],
    /// Those of the other forms of the call, which ask for other media types.
    pub forms: &'static [&'static [ResponseCase]],
}

impl Operation {
    /// An operation without security and responses.
    pub const fn new(id: &'static str, method: &'static str, path: &'static str) -> Self {
        Self {
            id,
            method,
            path,
            server: None,
            security: &[],
            optional_security: &[],
            any_credential: false,
            idempotency_key: None,
            key_form: KeyForm::Uuid,
            idempotent: false,
            never_repeated: false,
            sent_back: false,
            responses: &[],
            forms: &[],
        }
    }

    /// Sets the operation's own server, with its variables filled in; it may be relative.
    pub const fn server(mut self, url: &'static str) -> Self {
        self.server = Some(url);
        self
    }

    /// Sets the security requirements. `&[]` as an alternative is "anonymous", which is chosen last.
    pub const fn security(mut self, alternatives: &'static [&'static [&'static Scheme]]) -> Self {
        self.security = alternatives;
        self
    }

    /// Sets the optional credentials.
    pub const fn optional_security(mut self, schemes: &'static [&'static Scheme]) -> Self {
        self.optional_security = schemes;
        self
    }

    /// Says that neither the operation nor the document has `security`.
    pub const fn any_credential(mut self) -> Self {
        self.any_credential = true;
        self
    }

    /// Sets the header that makes repeating the operation safe.
    pub const fn idempotency_key(mut self, header: &'static str) -> Self {
        self.idempotency_key = Some(header);
        self
    }

    /// Sets the form of the keys that the client makes; a UUID by default.
    pub const fn key_form(mut self, form: KeyForm) -> Self {
        self.key_form = form;
        self
    }

    /// Says that repeating the operation is safe.
    pub const fn idempotent(mut self) -> Self {
        self.idempotent = true;
        self
    }

    /// Says that it is sent once, whatever the policy of retries is.
    pub const fn never_repeated(mut self) -> Self {
        self.never_repeated = true;
        self
    }

    /// Says that a type of its responses is also sent.
    pub const fn sent_back(mut self) -> Self {
        self.sent_back = true;
        self
    }

    /// Sets the declared responses.
    pub const fn responses(mut self, cases: &'static [ResponseCase]) -> Self {
        self.responses = cases;
        self
    }

    /// Sets the responses of the other forms of the call, by the numbers that its methods send.
    pub const fn forms(mut self, forms: &'static [&'static [ResponseCase]]) -> Self {
        self.forms = forms;
        self
    }

    pub(crate) fn http_method(&self) -> Method {
        Method::from_bytes(self.method.as_bytes()).unwrap_or(Method::GET)
    }

    /// RFC 9110 section 9.2.2, and what the document says; or a request with these headers has a key.
    pub(crate) fn may_repeat(&self, headers: &HeaderMap) -> bool {
        let has_key = self.idempotency_key.is_some_and(|name| headers.contains_key(name));
        self.idempotent || has_key || self.http_method().is_idempotent()
    }
}

/// An operation with the responses that one form of its call asks for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    pub(crate) operation: &'static Operation,
    pub(crate) responses: &'static [ResponseCase],
}

impl Asked {
    /// What the plain call asks for.
    pub(crate) const fn plainly(operation: &'static Operation) -> Self {
        Self {
            operation,
            responses: operation.responses,
        }
    }

    /// The same call in another form; a number that the operation lacks asks for nothing in particular.
    pub(crate) fn form(self, number: usize) -> Self {
        let responses = self.operation.forms.get(number).copied().unwrap_or_default();
        Self { responses, ..self }
    }

    /// Whether any response is handed out while it arrives.
    pub(crate) fn is_streamed(self) -> bool {
        self.responses.iter().any(|case| case.read == Read::Stream)
    }
}

impl std::ops::Deref for Asked {
    type Target = Operation;

    fn deref(&self) -> &Operation {
        self.operation
    }
}

/// The form of the idempotency keys that a client makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyForm {
    /// A UUID of version 4 (RFC 9562 section 5.4), as draft-ietf-httpapi-idempotency-key-header recommends.
    Uuid,
    /// The same in capitals.
    UpperUuid,
    /// So many hexadecimal digits.
    Hex(usize),
    /// The same in capitals.
    UpperHex(usize),
    /// So many decimal digits.
    Digits(usize),
    /// None is made: what the document asks for, only the caller knows.
    Unknown,
}

/// Which statuses a response is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// `404`.
    Code(u16),
    /// `4XX` is `Range(4)`.
    Range(u16),
    /// `default`.
    Default,
}

impl Status {
    /// Reads a key of the document's `responses`: `404`, `4XX`, and anything else is `default`.
    const fn of(key: &str) -> Self {
        match key.as_bytes() {
            [hundreds @ b'1'..=b'9', b'X', b'X'] => Self::Range((*hundreds - b'0') as u16),
            [a @ b'0'..=b'9', b @ b'0'..=b'9', c @ b'0'..=b'9'] => {
                Self::Code((*a - b'0') as u16 * 100 + (*b - b'0') as u16 * 10 + (*c - b'0') as u16)
            }
            _ => Self::Default,
        }
    }

    /// How closely it fits; smaller is closer.
    pub(crate) fn rank(self, status: u16) -> Option<u8> {
        match self {
            Self::Code(code) => (code == status).then_some(0),
            Self::Range(hundreds) => (hundreds == status / 100).then_some(1),
            Self::Default => Some(2),
        }
    }

    pub(crate) fn is_success(self) -> bool {
        match self {
            Self::Code(code) => code / 100 == 2,
            Self::Range(hundreds) => hundreds == 2,
            Self::Default => false,
        }
    }
}

/// How the body of a response is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Read {
    /// There is none, or it is ignored.
    Nothing,
    /// As a whole, into memory.
    Whole,
    /// By the caller, as a stream.
    Stream,
}

/// One declared response: a status, as the document writes it (`200`, `4XX`, `default`), and one of its media types.
#[derive(Debug)]
pub struct ResponseCase {
    pub(crate) key: &'static str,
    pub(crate) status: Status,
    pub(crate) media: &'static str,
    pub(crate) read: Read,
    /// The parameters of its media type tell it from another one.
    pub(crate) by_parameters: bool,
}

impl ResponseCase {
    /// A response of that media type, which is read as a whole.
    pub const fn new(status: &'static str, media: &'static str) -> Self {
        Self {
            key: status,
            status: Status::of(status),
            media,
            read: Read::Whole,
            by_parameters: false,
        }
    }

    /// A response without content.
    pub const fn empty(status: &'static str) -> Self {
        Self {
            read: Read::Nothing,
            ..Self::new(status, "")
        }
    }

    /// A response of that media type, which is handed out as a stream.
    pub const fn stream(status: &'static str, media: &'static str) -> Self {
        Self {
            read: Read::Stream,
            ..Self::new(status, media)
        }
    }

    /// Says that the same media type has other responses, with other parameters: then parameters count.
    pub const fn by_parameters(mut self) -> Self {
        self.by_parameters = true;
        self
    }
}

/// A security scheme of the document, or a header parameter that is a credential.
#[derive(Debug)]
pub struct Scheme {
    pub(crate) name: &'static str,
    pub(crate) kind: SchemeKind,
    /// Whether it is a header parameter: it then belongs to the operations that declare it, and to no other.
    pub(crate) is_parameter: bool,
}

/// Where a credential goes.
#[derive(Debug, PartialEq)]
pub(crate) enum SchemeKind {
    Header(&'static str),
    Query(&'static str),
    Cookie(&'static str),
    Basic,
    Bearer,
    /// Another scheme of the `Authorization` header; the credential is everything after the name of the scheme.
    Http(&'static str),
    /// The transport's certificate.
    MutualTls,
}

impl Scheme {
    const fn new(name: &'static str, kind: SchemeKind) -> Self {
        Self {
            name,
            kind,
            is_parameter: false,
        }
    }

    /// `apiKey` in a header. The value is sent as it is.
    pub const fn header(name: &'static str, header: &'static str) -> Self {
        Self::new(name, SchemeKind::Header(header))
    }

    /// A header parameter that is a credential. The value is sent as it is.
    pub const fn parameter(header: &'static str) -> Self {
        Self {
            is_parameter: true,
            ..Self::new(header, SchemeKind::Header(header))
        }
    }

    /// `apiKey` in the query.
    pub const fn query(name: &'static str, parameter: &'static str) -> Self {
        Self::new(name, SchemeKind::Query(parameter))
    }

    /// `apiKey` in a cookie.
    pub const fn cookie(name: &'static str, cookie: &'static str) -> Self {
        Self::new(name, SchemeKind::Cookie(cookie))
    }

    /// `http` with scheme `basic`.
    pub const fn basic(name: &'static str) -> Self {
        Self::new(name, SchemeKind::Basic)
    }

    /// `http` with scheme `bearer`, `oauth2` and `openIdConnect`.
    pub const fn bearer(name: &'static str) -> Self {
        Self::new(name, SchemeKind::Bearer)
    }

    /// `http` with another scheme, e.g. `Digest`.
    pub const fn http(name: &'static str, scheme: &'static str) -> Self {
        Self::new(name, SchemeKind::Http(scheme))
    }

    /// `mutualTLS`: nothing to send, the transport brings its certificate.
    pub const fn mutual_tls(name: &'static str) -> Self {
        Self::new(name, SchemeKind::MutualTls)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_are_read_as_the_document_writes_them() {
        for (key, status) in [
            ("404", Status::Code(404)),
            ("099", Status::Code(99)),
            ("4XX", Status::Range(4)),
            ("default", Status::Default),
        ] {
            assert_eq!(Status::of(key), status, "{key}");
        }
    }
}
