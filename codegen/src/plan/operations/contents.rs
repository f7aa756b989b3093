//! What the document says of the responses of an operation, and what is read of each.

use crate::ir::{Content, ContentKind, Operation, Response, Status, StringKind, Type};
use crate::plan::names::http_words::media_word;
use crate::plan::types::Types;
use crate::plan::types::rust_type::RustType;
use crate::text::essence;

/// What is read of a response.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ResponseBody {
    /// Nothing.
    Empty,
    /// A JSON document.
    Json(RustType),
    /// A form.
    Form(RustType),
    /// Text.
    Text,
    /// Bytes in memory.
    Bytes,
    /// A stream of bytes.
    Stream,
    /// The parts of a multipart body.
    Parts,
    /// Server-sent events; `None`: of text.
    Events(Option<RustType>),
    /// One JSON document per line.
    Lines(RustType),
}

impl ResponseBody {
    /// The type of what is read.
    pub fn rust_type(&self) -> RustType {
        match self {
            ResponseBody::Empty => RustType::Unit,
            ResponseBody::Json(ty) | ResponseBody::Form(ty) => ty.clone(),
            ResponseBody::Text => RustType::String,
            ResponseBody::Bytes => RustType::Bytes,
            ResponseBody::Stream => RustType::Runtime("ByteStream"),
            ResponseBody::Parts => RustType::Runtime("PartStream"),
            ResponseBody::Events(ty) => {
                RustType::Stream("EventStream", Box::new(ty.clone().unwrap_or(RustType::String)))
            }
            ResponseBody::Lines(ty) => RustType::Stream("JsonLines", Box::new(ty.clone())),
        }
    }

    /// The same with types that are told apart by what they mean, and not by their names.
    pub(super) fn canonical(&self, types: &Types<'_>) -> ResponseBody {
        match self {
            ResponseBody::Json(ty) => ResponseBody::Json(types.canonical(ty)),
            ResponseBody::Form(ty) => ResponseBody::Form(types.canonical(ty)),
            ResponseBody::Events(ty) => ResponseBody::Events(ty.as_ref().map(|ty| types.canonical(ty))),
            ResponseBody::Lines(ty) => ResponseBody::Lines(types.canonical(ty)),
            ResponseBody::Empty
            | ResponseBody::Text
            | ResponseBody::Bytes
            | ResponseBody::Stream
            | ResponseBody::Parts => self.clone(),
        }
    }

    /// Whether it is read while it arrives.
    pub fn is_stream(&self) -> bool {
        match self {
            ResponseBody::Stream | ResponseBody::Parts | ResponseBody::Events(_) | ResponseBody::Lines(_) => true,
            ResponseBody::Empty
            | ResponseBody::Json(_)
            | ResponseBody::Form(_)
            | ResponseBody::Text
            | ResponseBody::Bytes => false,
        }
    }
}

/// XML and HTML: what a server that speaks JSON offers besides.
pub(super) fn is_markup(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence.ends_with("/xml") || essence.ends_with("+xml") || essence == "text/html"
}

/// What the document says of a status and a media type.
pub(super) struct Documented {
    pub(super) status: Status,
    pub(super) media_type: String,
    pub(super) body: ResponseBody,
    /// `None`: only the actual status tells.
    pub(super) success: Option<bool>,
    /// The word for its media type, where that has a form of the call of its own.
    pub(super) form: Option<String>,
    /// Whether the same media type is documented with other parameters.
    pub(super) by_parameters: bool,
}

impl Documented {
    pub(super) fn empty(status: Status, success: Option<bool>) -> Documented {
        Documented {
            status,
            media_type: String::new(),
            body: ResponseBody::Empty,
            success,
            form: None,
            by_parameters: false,
        }
    }

    /// The word for its media type, and for the parameters that tell it from another one.
    pub(super) fn word(&self) -> String {
        let word = media_word(&self.media_type);
        match self.media_type.split_once(';') {
            Some((_, parameters)) if self.by_parameters => {
                format!("{word} {}", parameters.replace(['=', ';', '"'], " "))
            }
            _ => word,
        }
    }
}

/// Everything that is documented, in that order.
pub(super) fn documented(operation: &Operation) -> Vec<Documented> {
    let responses = operation.responses.iter();
    let all = responses.flat_map(|response| {
        let success = succeeds(operation, response.status);
        match operation.method.as_str() {
            // A response to HEAD has no content, whatever is declared (RFC 9110 section 9.3.2).
            "HEAD" => vec![Documented::empty(response.status, success)],
            _ => contents(response, success),
        }
    });
    all.collect()
}

/// Whether a documented response is a success; nothing where only the actual status tells. Where no success is documented, a
/// redirect is what the operation is for.
pub(super) fn succeeds(operation: &Operation, status: Status) -> Option<bool> {
    let documented = operation.responses.iter().any(|response| response.status.is_success());
    match status {
        Status::Default if !documented => None,
        Status::Code(300..=399) | Status::Range(3) => Some(!documented),
        status => Some(status.is_success()),
    }
}

fn contents(response: &Response, success: Option<bool>) -> Vec<Documented> {
    if response.contents.is_empty() || matches!(response.status, Status::Code(204 | 205 | 304)) {
        return vec![Documented::empty(response.status, success)];
    }
    let is_json = |content: &Content| content.kind == ContentKind::Json;
    let json = response.contents.iter().any(is_json);
    let kept = response.contents.iter().filter(|content| {
        // Failures are read as JSON where they can be; whatever else comes is kept as bytes.
        !json || (!is_markup(&content.media_type) && (success != Some(false) || is_json(content)))
    });
    let kept = kept.map(|content| Documented {
        status: response.status,
        media_type: content.media_type.clone(),
        body: body(content, success),
        success,
        form: None,
        by_parameters: tells_apart(&response.contents, &content.media_type),
    });
    let mut kept: Vec<Documented> = kept.collect();
    if success != Some(false) {
        name_forms(&mut kept);
    }
    kept
}

/// The plain call reads JSON, or else what is documented first, in whichever media types that is. Every other one has a form of
/// the call of its own, so that a media type beside JSON changes nothing for those who do not ask for it.
fn name_forms(contents: &mut [Documented]) {
    let is_json = |content: &&Documented| matches!(content.body, ResponseBody::Json(_));
    let is_usual = |content: &&Documented| is_json(content) && essence(&content.media_type) == "application/json";
    let all = || contents.iter();
    let plain = all().find(is_usual).or_else(|| all().find(is_json)).or(all().next());
    let Some(plain) = plain.map(|content| content.body.clone()) else {
        return;
    };
    for content in contents.iter_mut().filter(|content| content.body != plain) {
        content.form = Some(content.word());
    }
}

/// Whether parameters tell a media type from another one of the same response.
fn tells_apart(contents: &[Content], media_type: &str) -> bool {
    let is_other = |content: &Content| content.media_type != media_type;
    let others = contents.iter().filter(|content| is_other(content));
    others
        .map(|content| essence(&content.media_type))
        .any(|other| other == essence(media_type))
}

fn body(content: &Content, success: Option<bool>) -> ResponseBody {
    let ty = content.ty.as_ref().map(RustType::of);
    let text_event = matches!(
        content.ty.as_ref().map(|ty| &ty.ty),
        Some(Type::String(StringKind::Text)) | None
    );
    let stream = success != Some(false);
    match content.kind {
        ContentKind::Json => ResponseBody::Json(ty.unwrap_or(RustType::Value)),
        ContentKind::Form => ty.map_or(ResponseBody::Text, ResponseBody::Form),
        ContentKind::Text => ResponseBody::Text,
        ContentKind::EventStream if stream => ResponseBody::Events(ty.filter(|_| !text_event)),
        ContentKind::JsonLines if stream => ResponseBody::Lines(ty.unwrap_or(RustType::Value)),
        ContentKind::EventStream | ContentKind::JsonLines => ResponseBody::Text,
        ContentKind::Multipart if stream => ResponseBody::Parts,
        ContentKind::Binary if stream => ResponseBody::Stream,
        ContentKind::Binary | ContentKind::Multipart => ResponseBody::Bytes,
    }
}
