//! What becomes of each response: successes and documented failures, by status and media type.

use crate::ir::{Content, ContentKind, Operation, Response, Status, StringKind, Type};
use crate::plan::names::http_words::{media_word, status_word};
use crate::plan::names::{Case, Ident, Item, ModuleId, Scope};
use crate::plan::types::rust_type::RustType;

/// What an operation gives.
pub struct ResponsesPlan {
    /// What a success is.
    pub success: SuccessPlan,
    /// What a documented failure is.
    pub failure: FailurePlan,
    /// The documented responses, in the order in which they are looked up.
    pub cases: Vec<ResponseCase>,
}

/// What a success is.
pub struct SuccessPlan {
    /// Its type.
    pub ty: RustType,
    /// The variants of that type, if it is the operation's own enumeration.
    pub variants: Option<Vec<ResponseVariant>>,
}

/// What a documented failure is: always the operation's own enumeration, also where it has no variant or only one, so that
/// documenting one more changes nothing that callers wrote.
pub struct FailurePlan {
    /// Its type.
    pub ty: RustType,
    /// A variant for each documented status.
    pub variants: Vec<ResponseVariant>,
}

/// A documented response: a status with one of its media types.
pub struct ResponseCase {
    /// When it is given.
    pub status: Status,
    /// The media type; empty: there is no body.
    pub media_type: String,
    /// What is read.
    pub body: ResponseBody,
    /// What it becomes.
    pub meaning: Meaning,
}

/// What a response becomes.
pub enum Meaning {
    /// A success: this variant, or what was read where successes are no enumeration.
    Success(Option<Ident>),
    /// A documented failure: this variant.
    Failure(Ident),
    /// Only the status tells: `default` without any other success.
    ByStatus {
        /// From 200 to 299.
        success: Option<Ident>,
        /// Any other.
        failure: Ident,
    },
}

/// What is read of a response.
#[derive(Clone, Debug, PartialEq)]
pub enum ResponseBody {
    /// Nothing.
    Empty,
    /// A JSON document.
    Json(RustType),
    /// Text.
    Text,
    /// Bytes in memory.
    Bytes,
    /// A stream of bytes.
    Stream,
    /// Server-sent events; `None`: of text.
    Events(Option<RustType>),
    /// One JSON document per line.
    Lines(RustType),
}

/// A variant of the successes or failures of an operation.
pub struct ResponseVariant {
    /// Its name.
    pub name: Ident,
    /// What it holds.
    pub body: ResponseBody,
    /// The status that it is named after.
    pub status: Status,
}

impl ResponseBody {
    /// The type of what is read.
    pub fn rust_type(&self) -> RustType {
        match self {
            ResponseBody::Empty => RustType::Unit,
            ResponseBody::Json(ty) => ty.clone(),
            ResponseBody::Text => RustType::String,
            ResponseBody::Bytes => RustType::Bytes,
            ResponseBody::Stream => RustType::Runtime("ByteStream"),
            ResponseBody::Events(ty) => {
                RustType::Stream("EventStream", Box::new(ty.clone().unwrap_or(RustType::String)))
            }
            ResponseBody::Lines(ty) => RustType::Stream("JsonLines", Box::new(ty.clone())),
        }
    }

    /// Whether it is read while it arrives.
    pub fn is_stream(&self) -> bool {
        match self {
            ResponseBody::Stream | ResponseBody::Events(_) | ResponseBody::Lines(_) => true,
            ResponseBody::Empty | ResponseBody::Json(_) | ResponseBody::Text | ResponseBody::Bytes => false,
        }
    }
}

impl ResponsesPlan {
    /// The type of the JSON document that is the only success.
    pub fn document(&self) -> Option<&RustType> {
        let body = self.cases.iter().find_map(|case| match case.meaning {
            Meaning::Success(None) | Meaning::ByStatus { success: None, .. } => Some(&case.body),
            Meaning::Success(Some(_)) | Meaning::ByStatus { success: Some(_), .. } | Meaning::Failure(_) => None,
        });
        match body {
            Some(ResponseBody::Json(ty)) => Some(ty),
            _ => None,
        }
    }
}

/// XML and HTML: what a server that speaks JSON offers besides.
pub(super) fn is_markup(media_type: &str) -> bool {
    let essence = crate::text::essence(media_type);
    essence.ends_with("/xml") || essence.ends_with("+xml") || essence == "text/html"
}

/// Plans the responses of an operation, whose items are in `module`.
pub(super) fn plan(operation: &Operation, module: ModuleId) -> ResponsesPlan {
    let mut documented = documented(operation);
    // Where only failures are documented, or nothing at all, every success is one without documented content.
    if documented.iter().all(|case| case.success == Some(false)) {
        documented.push(Documented::empty(Status::Range(2), Some(true)));
    }
    // A client asks for what it reads as a success first.
    documented.sort_by_key(|case| case.success == Some(false));
    let success = success(&documented, module);
    let failures: Vec<&Documented> = documented.iter().filter(|case| case.success != Some(true)).collect();
    let variants = failure_variants(&failures);
    let cases = documented.iter().map(|case| ResponseCase {
        status: case.status,
        media_type: case.media_type.clone(),
        body: case.body.clone(),
        meaning: meaning(case, success.variants.as_deref().unwrap_or_default(), &variants),
    });
    ResponsesPlan {
        cases: cases.collect(),
        success,
        failure: FailurePlan {
            ty: RustType::Item(module, Item::Failure),
            variants,
        },
    }
}

fn meaning(case: &Documented, successes: &[ResponseVariant], failures: &[ResponseVariant]) -> Meaning {
    let find = |variants: &[ResponseVariant]| {
        let variant = variants.iter().find(|variant| case.is(variant));
        variant.map(|variant| variant.name.clone())
    };
    let success = find(successes);
    match (case.success, find(failures)) {
        (None, Some(failure)) => Meaning::ByStatus { success, failure },
        (Some(false), Some(failure)) => Meaning::Failure(failure),
        // Each failure has a variant.
        (Some(true), _) | (_, None) => Meaning::Success(success),
    }
}

/// What the document says of a status and a media type.
struct Documented {
    status: Status,
    media_type: String,
    body: ResponseBody,
    /// `None`: only the actual status tells.
    success: Option<bool>,
}

impl Documented {
    fn empty(status: Status, success: Option<bool>) -> Documented {
        Documented {
            status,
            media_type: String::new(),
            body: ResponseBody::Empty,
            success,
        }
    }

    fn is(&self, variant: &ResponseVariant) -> bool {
        self.body == variant.body && self.status == variant.status
    }
}

fn documented(operation: &Operation) -> Vec<Documented> {
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

pub(super) fn is_success(status: Status) -> bool {
    matches!(status, Status::Code(200..=299) | Status::Range(2))
}

/// Whether a documented response is a success; nothing where only the actual status tells. Where no success is documented, a
/// redirect is what the operation is for.
pub(super) fn succeeds(operation: &Operation, status: Status) -> Option<bool> {
    let documented = operation.responses.iter().any(|response| is_success(response.status));
    match status {
        Status::Default if !documented => None,
        Status::Code(300..=399) | Status::Range(3) => Some(!documented),
        status => Some(is_success(status)),
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
    });
    kept.collect()
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
        ContentKind::Text | ContentKind::Form => ResponseBody::Text,
        ContentKind::EventStream if stream => ResponseBody::Events(ty.filter(|_| !text_event)),
        ContentKind::JsonLines if stream => ResponseBody::Lines(ty.unwrap_or(RustType::Value)),
        ContentKind::EventStream | ContentKind::JsonLines => ResponseBody::Text,
        ContentKind::Binary | ContentKind::Multipart if stream => ResponseBody::Stream,
        ContentKind::Binary | ContentKind::Multipart => ResponseBody::Bytes,
    }
}

/// Each body of each status once.
fn distinct<'d>(cases: impl Iterator<Item = &'d Documented>) -> Vec<&'d Documented> {
    let mut found: Vec<&Documented> = Vec::new();
    for case in cases {
        if !found
            .iter()
            .any(|known| known.body == case.body && known.status == case.status)
        {
            found.push(case);
        }
    }
    found
}

/// A variant is named after its status; after its media type too unless that is JSON. Nothing of the other variants decides, so
/// another one never changes its name.
fn variants(cases: &[&Documented]) -> Vec<ResponseVariant> {
    let raws: Vec<String> = cases.iter().map(|case| variant_word(case)).collect();
    let names = Scope::default().claim_all(&raws, Case::Variant);
    let variants = cases.iter().zip(names).map(|(case, name)| ResponseVariant {
        name,
        body: case.body.clone(),
        status: case.status,
    });
    variants.collect()
}

fn variant_word(case: &Documented) -> String {
    let status = status_word(case.status);
    let is_said = !case.media_type.is_empty() && crate::text::essence(&case.media_type) != "application/json";
    match is_said {
        true => format!("{status} {}", media_word(&case.media_type)),
        false => status,
    }
}

/// The type of all successes.
fn success(documented: &[Documented], module: ModuleId) -> SuccessPlan {
    let cases = distinct(documented.iter().filter(|case| case.success != Some(false)));
    // What all statuses have in common needs no names for them: the status is beside it.
    if let Some(only) = cases.first()
        && cases.iter().all(|case| case.body == only.body)
    {
        return SuccessPlan {
            ty: only.body.rust_type(),
            variants: None,
        };
    }
    SuccessPlan {
        ty: RustType::Item(module, Item::Success),
        variants: Some(variants(&cases)),
    }
}

/// The variants of all failures.
fn failure_variants(failures: &[&Documented]) -> Vec<ResponseVariant> {
    variants(&distinct(failures.iter().copied()))
}
