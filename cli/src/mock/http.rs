//! HTTP/1.1 (RFC 9112) as far as a mock needs it: a request out of bytes that anybody may have sent, a response into bytes.

use std::io::{self, BufRead, Read as _, Write};

/// Bytes of a request line with its headers.
pub const MAX_HEAD: u64 = 64 << 10;
/// Bytes of a body.
pub const MAX_BODY: u64 = 8 << 20;
/// Headers of a request.
const MAX_HEADERS: usize = 256;

/// A request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// The method.
    pub method: String,
    /// The path, as it is encoded.
    pub path: String,
    /// The query without its `?`, as it is encoded.
    pub query: String,
    /// The headers, in order.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
    /// Whether the connection stays open.
    pub keeps_alive: bool,
}

impl Request {
    /// The values of a header, joined (RFC 9110 section 5.3).
    pub fn header(&self, name: &str) -> Option<String> {
        let same = |(key, _): &&(String, String)| key.eq_ignore_ascii_case(name);
        let values: Vec<&str> = self.headers.iter().filter(same).map(|(_, value)| &**value).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }
}

/// Why no request could be read.
#[derive(Debug)]
pub enum Broken {
    /// The connection ended, or failed.
    Closed,
    /// It is not a request: the status of the response, and what is wrong.
    Invalid(u16, String),
}

impl From<io::Error> for Broken {
    fn from(_: io::Error) -> Broken {
        Broken::Closed
    }
}

fn invalid<T>(status: u16, reason: impl Into<String>) -> Result<T, Broken> {
    Err(Broken::Invalid(status, reason.into()))
}

/// Reads the next request of a connection. `proceed` is called where the client waits for that before it sends the body.
///
/// # Errors
/// Returns why there is none.
pub fn read(stream: &mut impl BufRead, proceed: impl FnOnce() -> io::Result<()>) -> Result<Request, Broken> {
    let mut request = head(&mut stream.by_ref().take(MAX_HEAD))?;
    let is_chunked = is_chunked(&request)?;
    let length = length(&request)?;
    if is_chunked && length.is_some() {
        return invalid(400, "a request has `Content-Length` or `Transfer-Encoding`, not both");
    }
    if length.is_some_and(|length| length > MAX_BODY) {
        return invalid(413, format!("a body has at most {MAX_BODY} bytes"));
    }
    let has_body = is_chunked || length.is_some_and(|length| length > 0);
    let waits = request
        .header("expect")
        .is_some_and(|value| value.eq_ignore_ascii_case("100-continue"));
    if has_body && waits {
        proceed()?;
    }
    if is_chunked {
        request.body = chunks(stream)?;
    } else if let Some(length) = length {
        stream.by_ref().take(length).read_to_end(&mut request.body)?;
        if request.body.len() as u64 != length {
            return Err(Broken::Closed);
        }
    }
    Ok(request)
}

/// A line without its end; `None` where the connection ends before it.
fn line(stream: &mut impl BufRead) -> Result<Option<String>, Broken> {
    let mut bytes = Vec::new();
    stream.read_until(b'\n', &mut bytes)?;
    if bytes.is_empty() {
        return Ok(None);
    }
    if bytes.pop() != Some(b'\n') {
        return invalid(431, format!("the head of a request has at most {MAX_HEAD} bytes"));
    }
    if bytes.last() == Some(&b'\r') {
        bytes.pop();
    }
    match String::from_utf8(bytes) {
        Ok(line) if line.contains(['\r', '\0']) => invalid(400, "a line of the head has a control character"),
        Ok(line) => Ok(Some(line)),
        Err(_) => invalid(400, "the head is not UTF-8"),
    }
}

fn head(stream: &mut impl BufRead) -> Result<Request, Broken> {
    let Some(first) = line(stream)? else {
        return Err(Broken::Closed);
    };
    let words: Vec<&str> = first.split(' ').collect();
    let &[method, target, version] = words.as_slice() else {
        return invalid(400, "the first line is not `METHOD TARGET HTTP/1.1`");
    };
    if method.is_empty() || !method.bytes().all(is_token) {
        return invalid(400, "the method is not a token");
    }
    if !matches!(version, "HTTP/1.1" | "HTTP/1.0") {
        return invalid(505, "the version is not HTTP/1.1");
    }
    let Some((path, query)) = target_parts(target) else {
        return invalid(400, "the target is not a path");
    };
    let mut request = Request {
        method: method.to_owned(),
        path,
        query,
        keeps_alive: version == "HTTP/1.1",
        ..Request::default()
    };
    headers(stream, &mut request)?;
    match request.header("connection").map(|value| value.to_ascii_lowercase()) {
        Some(value) if value.contains("close") => request.keeps_alive = false,
        Some(value) if value.contains("keep-alive") => request.keeps_alive = true,
        Some(_) | None => {}
    }
    Ok(request)
}

/// The path and the query of a request target (RFC 9112 section 3.2): origin form, absolute form or `*`.
fn target_parts(target: &str) -> Option<(String, String)> {
    let rest = match target.split_once("://") {
        Some((scheme, rest)) if scheme.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
            rest.find(['/', '?']).map_or("/", |at| &rest[at..])
        }
        Some(_) | None => target,
    };
    if rest != "*" && !rest.starts_with(['/', '?']) {
        return None;
    }
    let rest = rest.split('#').next().unwrap_or(rest);
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    Some((path.to_owned(), query.to_owned()))
}

fn headers(stream: &mut impl BufRead, request: &mut Request) -> Result<(), Broken> {
    loop {
        let Some(line) = line(stream)? else {
            return Err(Broken::Closed);
        };
        if line.is_empty() {
            return Ok(());
        }
        let (name, value) = match line.split_once(':') {
            Some((name, value)) if !name.is_empty() && name.bytes().all(is_token) => (name, value),
            Some(_) | None => return invalid(400, "a header is not `name: value`"),
        };
        if request.headers.len() >= MAX_HEADERS {
            return invalid(431, format!("a request has at most {MAX_HEADERS} headers"));
        }
        request.headers.push((name.to_owned(), value.trim().to_owned()));
    }
}

/// RFC 9110 section 5.6.2.
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

fn is_chunked(request: &Request) -> Result<bool, Broken> {
    match request.header("transfer-encoding") {
        None => Ok(false),
        Some(coding) if coding.eq_ignore_ascii_case("chunked") => Ok(true),
        Some(_) => invalid(501, "the only transfer coding is `chunked`"),
    }
}

fn length(request: &Request) -> Result<Option<u64>, Broken> {
    let Some(value) = request.header("content-length") else {
        return Ok(None);
    };
    let is_number = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    match value.parse() {
        Ok(length) if is_number => Ok(Some(length)),
        // More than 64 bits.
        Err(_) if is_number => Ok(Some(u64::MAX)),
        Ok(_) | Err(_) => invalid(400, "`Content-Length` is not a number"),
    }
}

/// A body in chunks (RFC 9112 section 7.1).
fn chunks(stream: &mut impl BufRead) -> Result<Vec<u8>, Broken> {
    let mut body = Vec::new();
    loop {
        let size = line(&mut stream.by_ref().take(MAX_HEAD))?.ok_or(Broken::Closed)?;
        let size = size.split(';').next().unwrap_or_default().trim();
        let is_hex = !size.is_empty() && size.bytes().all(|byte| byte.is_ascii_hexdigit());
        let Some(size) = u64::from_str_radix(size, 16).ok().filter(|_| is_hex) else {
            return invalid(400, "the size of a chunk is not a hexadecimal number");
        };
        if size > MAX_BODY || body.len() as u64 + size > MAX_BODY {
            return invalid(413, format!("a body has at most {MAX_BODY} bytes"));
        }
        if size == 0 {
            break;
        }
        let before = body.len() as u64;
        stream.by_ref().take(size).read_to_end(&mut body)?;
        if body.len() as u64 != before + size {
            return Err(Broken::Closed);
        }
        let mut end = [0; 2];
        stream.read_exact(&mut end)?;
        if end != *b"\r\n" {
            return invalid(400, "a chunk is longer than it says");
        }
    }
    // What follows the last chunk says nothing that a mock needs.
    headers(&mut stream.by_ref().take(MAX_HEAD), &mut Request::default())?;
    Ok(body)
}

/// A response.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// The headers, without those of the framing.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Response {
    /// The first header of that name.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let found = headers.find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| &**value)
    }
}

/// How a response is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Framing {
    /// The body is left out: the request was `HEAD`.
    pub head_only: bool,
    /// The connection stays open.
    pub keeps_alive: bool,
    /// The connection breaks in the middle of the body.
    pub breaks: bool,
}

/// Writes a response.
///
/// # Errors
/// Returns what the connection says.
pub fn write(stream: &mut impl Write, response: &Response, framing: Framing) -> io::Result<()> {
    let mut head = format!("HTTP/1.1 {} {}\r\n", response.status, phrase(response.status));
    for (name, value) in &response.headers {
        // A header of the document could hold anything.
        let line: String = format!("{name}: {value}")
            .chars()
            .filter(|letter| !letter.is_control())
            .collect();
        head.push_str(&line);
        head.push_str("\r\n");
    }
    let has_none = response.status < 200 || matches!(response.status, 204 | 304);
    if !has_none {
        head.push_str(&format!("content-length: {}\r\n", response.body.len()));
    }
    head.push_str(match framing.keeps_alive {
        true => "\r\n",
        false => "connection: close\r\n\r\n",
    });
    let mut bytes = head.into_bytes();
    if !has_none && !framing.head_only {
        let sent = match framing.breaks {
            true => response.body.len() / 2,
            false => response.body.len(),
        };
        bytes.extend_from_slice(response.body.get(..sent).unwrap_or_default());
    }
    stream.write_all(&bytes)?;
    stream.flush()
}

/// The reason phrases of RFC 9110 section 15 that people expect; a client does not read them.
fn phrase(status: u16) -> &'static str {
    match status {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        204 => "No Content",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        422 => "Unprocessable Content",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        503 => "Service Unavailable",
        _ => "",
    }
}
