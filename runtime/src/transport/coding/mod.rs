//! Content codings (RFC 9110 section 8.4): a response that the server has compressed becomes what it was before.
//!
//! Each coding is a feature with a decoder in pure Rust. A body is decoded piece by piece while it is read, so what limits
//! a body limits the decoded one, and a stream stays a stream.

use std::borrow::Cow;

use http::header::{CONTENT_ENCODING, CONTENT_LENGTH};
use http::{HeaderMap, Method, StatusCode};

use super::{Body, Response};

#[cfg(feature = "br")]
mod brotli;
#[cfg(any(feature = "gzip", feature = "deflate", feature = "br", feature = "zstd"))]
mod decoded;
#[cfg(feature = "deflate")]
mod deflate;
#[cfg(feature = "gzip")]
mod gzip;
#[cfg(any(feature = "gzip", feature = "deflate"))]
mod inflate;
#[cfg(feature = "zstd")]
mod zstd;

/// Codings of codings are undone this far.
const MAX_CODINGS: usize = 4;

/// The value of `Accept-Encoding`: the codings that are compiled in. `identity` if there are none, and for a part of a file:
/// parts are counted in bytes of what is sent (RFC 9110 section 14.1).
pub(crate) fn accepted(streamed: bool, part: bool) -> Cow<'static, str> {
    let codings: &[&'static str] = &[
        #[cfg(feature = "gzip")]
        "gzip",
        #[cfg(feature = "deflate")]
        "deflate",
        #[cfg(feature = "br")]
        "br",
        // Its decoder keeps back what later bytes may refer to: an event would wait for the next ones.
        #[cfg(feature = "zstd")]
        "zstd",
    ];
    let wanted = codings
        .iter()
        .filter(|coding| !(part || streamed && **coding == "zstd"));
    let wanted: Vec<&'static str> = wanted.copied().collect();
    match wanted.as_slice() {
        [] => Cow::Borrowed("identity"),
        [one] => Cow::Borrowed(one),
        wanted => Cow::Owned(wanted.join(", ")),
    }
}

/// The codings of a response, in the order in which they were applied.
fn codings(headers: &HeaderMap) -> impl DoubleEndedIterator<Item = &str> {
    let values = headers.get_all(CONTENT_ENCODING).into_iter();
    let values = values.map(|value| value.to_str().unwrap_or("?"));
    let names = values.flat_map(|value| value.split(',')).map(str::trim);
    names.filter(|name| !NOT_CODINGS.iter().any(|none| none.eq_ignore_ascii_case(name)))
}

/// What says that there is no coding, and what servers write there that is not one: charsets, `Content-Transfer-Encoding` of mail, and the
/// framing of an upload that is kept with the file. No such body is coded.
const NOT_CODINGS: [&str; 11] = [
    "",
    "identity",
    "none",
    "utf-8",
    "utf8",
    "iso-8859-1",
    "us-ascii",
    "binary",
    "8bit",
    "7bit",
    "aws-chunked",
];

/// The coding for which a body cannot be read, if there is one. It is shown as far as it is a name.
pub(crate) fn left(headers: &HeaderMap) -> Option<String> {
    let name = codings(headers).next_back()?;
    let is_shown = |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.');
    Some(name.chars().filter(is_shown).take(32).collect())
}

/// Undoes the codings of a response, if all of them are compiled in; otherwise it stays as it is.
pub(crate) fn undo(method: &Method, response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let is_empty = *method == Method::HEAD
        || matches!(parts.status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED)
        || body.is_empty();
    if is_empty || codings(&parts.headers).next().is_none() {
        return Response::from_parts(parts, body);
    }
    match decoded(&parts.headers, body) {
        Ok(body) => {
            parts.headers.remove(CONTENT_ENCODING);
            // It is the length of what was sent.
            parts.headers.remove(CONTENT_LENGTH);
            Response::from_parts(parts, body)
        }
        Err(body) => Response::from_parts(parts, body),
    }
}

/// What a body is that begins like gzip (RFC 1952 section 2.3.1) and has no coding by its headers, at most that many bytes, and whether there are more.
/// `None` for every other body.
#[cfg(feature = "gzip")]
pub(crate) fn unnamed_gzip(headers: &HeaderMap, body: &[u8], limit: usize) -> Option<(Vec<u8>, bool)> {
    use decoded::{Decoder as _, Progress};
    if !body.starts_with(&[0x1F, 0x8B, 8]) || codings(headers).next().is_some() {
        return None;
    }
    let mut decoder = gzip::Gzip::default();
    let (mut input, mut output, mut all) = (body, vec![0; decoded::CHUNK], Vec::new());
    loop {
        match decoder.decode(&mut input, &mut output).ok()? {
            Progress::Wrote(length) => {
                let room = limit.saturating_sub(all.len());
                all.extend_from_slice(output.get(..length.min(room))?);
                if length > room {
                    return Some((all, true));
                }
            }
            Progress::Needs if decoder.may_end() => return Some((all, false)),
            Progress::Needs => return None,
            Progress::Ended => return Some((all, false)),
        }
    }
}

#[cfg(not(feature = "gzip"))]
pub(crate) fn unnamed_gzip(_: &HeaderMap, _: &[u8], _: usize) -> Option<(Vec<u8>, bool)> {
    None
}

/// The body without its codings.
///
/// # Errors
///
/// The body itself, if a coding is not known.
#[cfg(any(feature = "gzip", feature = "deflate", feature = "br", feature = "zstd"))]
fn decoded(headers: &HeaderMap, mut body: Body) -> Result<Body, Body> {
    let decoders: Option<Vec<_>> = codings(headers).rev().map(decoder).collect();
    match decoders.filter(|decoders| decoders.len() <= MAX_CODINGS) {
        Some(decoders) => {
            for decoder in decoders {
                body = Body::from_stream(decoded::Decoded::new(body, decoder), None);
            }
            Ok(body)
        }
        None => Err(body),
    }
}

#[cfg(not(any(feature = "gzip", feature = "deflate", feature = "br", feature = "zstd")))]
fn decoded(headers: &HeaderMap, body: Body) -> Result<Body, Body> {
    let _ = (headers, MAX_CODINGS);
    Err(body)
}

#[cfg(any(feature = "gzip", feature = "deflate", feature = "br", feature = "zstd"))]
fn decoder(coding: &str) -> Option<Box<dyn decoded::Decoder>> {
    match coding.to_ascii_lowercase().as_str() {
        #[cfg(feature = "gzip")]
        "gzip" | "x-gzip" => Some(Box::new(gzip::Gzip::default())),
        #[cfg(feature = "deflate")]
        "deflate" => Some(Box::new(deflate::Deflate::default())),
        #[cfg(feature = "br")]
        "br" => Some(Box::new(brotli::Brotli::new())),
        #[cfg(feature = "zstd")]
        "zstd" => Some(Box::new(zstd::Zstd::new())),
        _ => None,
    }
}

#[cfg(all(test, feature = "gzip", feature = "deflate", feature = "br", feature = "zstd"))]
mod tests;
