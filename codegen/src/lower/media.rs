//! Which kind of document a media type means.

use crate::ir::ContentKind;

/// The kind of document that a media type or range names (RFC 6838, RFC 6839).
pub fn content_kind(media_type: &str) -> ContentKind {
    let essence = crate::text::essence(media_type);
    match essence.as_str() {
        "application/json" | "text/json" | "*/*" | "application/*" | "json" => ContentKind::Json,
        "application/x-www-form-urlencoded" => ContentKind::Form,
        "text/event-stream" => ContentKind::EventStream,
        "application/jsonl"
        | "application/x-ndjson"
        | "application/ndjson"
        | "application/x-jsonlines"
        | "application/json-seq"
        | "application/jsonlines"
        | "application/stream+json"
        | "application/x-json-stream" => ContentKind::JsonLines,
        "application/xml"
        | "application/javascript"
        | "application/yaml"
        | "application/x-yaml"
        | "application/graphql" => ContentKind::Text,
        essence if essence.starts_with("multipart/") => ContentKind::Multipart,
        essence if essence.ends_with("+json") => ContentKind::Json,
        // RFC 8091.
        essence if essence.ends_with("+json-seq") => ContentKind::JsonLines,
        essence if essence.ends_with("+xml") || essence.starts_with("text/") => ContentKind::Text,
        _ => ContentKind::Binary,
    }
}

/// The media type that names say: JSON is what nobody says.
pub(super) fn said_media(media_type: &str) -> Option<String> {
    let is_json = media_type.trim().eq_ignore_ascii_case("application/json");
    (!is_json).then(|| media_type.to_owned())
}
