//! Words for what HTTP says with numbers and media types.

use crate::ir::{ParamLocation, Status};

/// The word for the place of a parameter.
pub(in crate::plan) fn location_word(location: ParamLocation) -> &'static str {
    match location {
        ParamLocation::Path => "Path",
        ParamLocation::Query | ParamLocation::QueryString => "Query",
        ParamLocation::Header => "Header",
        ParamLocation::Cookie => "Cookie",
    }
}

/// The word for a status: its reason phrase, or its class (RFC 9110 section 15).
pub(in crate::plan) fn status_word(status: Status) -> String {
    match status {
        Status::Code(code) => reason(code).map_or_else(|| format!("Status {code}"), str::to_owned),
        Status::Range(2) => "Success".to_owned(),
        Status::Range(3) => "Redirection".to_owned(),
        Status::Range(4) => "Client Error".to_owned(),
        Status::Range(5) => "Server Error".to_owned(),
        Status::Range(_) => "Informational".to_owned(),
        Status::Default => "Other".to_owned(),
    }
}
/// Reason phrases (RFC 9110 section 15 and the IANA registry).
pub(crate) fn reason(code: u16) -> Option<&'static str> {
    Some(match code {
        200 => "Ok",
        201 => "Created",
        202 => "Accepted",
        203 => "Non Authoritative Information",
        204 => "No Content",
        205 => "Reset Content",
        206 => "Partial Content",
        207 => "Multi Status",
        300 => "Multiple Choices",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        304 => "Not Modified",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "Length Required",
        412 => "Precondition Failed",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        422 => "Unprocessable Content",
        423 => "Locked",
        424 => "Failed Dependency",
        428 => "Precondition Required",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => return None,
    })
}

/// The words for the parameters of a media type that tell types apart: `version 1` for `application/json; version=1`, none for a
/// charset or the boundary of parts.
pub(in crate::plan) fn parameter_words(media_type: &str) -> String {
    let telling = |parameter: &&str| {
        let name = parameter.split('=').next().unwrap_or_default().trim();
        !["charset", "boundary", "q"]
            .iter()
            .any(|other| name.eq_ignore_ascii_case(other))
    };
    let words = media_type.split(';').skip(1).filter(telling);
    words
        .map(|parameter| parameter.replace(['=', '"'], " "))
        .collect::<Vec<_>>()
        .join(" ")
}

/// The word for a media type: `json` for `application/json`, `merge-patch` for `application/merge-patch+json`.
pub(in crate::plan) fn media_word(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    match essence {
        "application/x-www-form-urlencoded" => "Form".to_owned(),
        "multipart/form-data" => "Multipart".to_owned(),
        "application/octet-stream" => "Bytes".to_owned(),
        "text/plain" => "Text".to_owned(),
        "*/*" => "Any".to_owned(),
        _ => {
            let subtype = essence.rsplit('/').next().unwrap_or(essence);
            let subtype = subtype.strip_suffix("+json").unwrap_or(subtype);
            subtype.replace(['+', '*'], " ").trim().to_owned()
        }
    }
}
