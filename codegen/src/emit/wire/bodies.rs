//! Request bodies: how each representation is checked and written into a request.

use super::constraints::Subject;
use super::multipart::{self, is_json};
use super::scope::Scope;
use super::style::style_constant;
use super::validate::value_checks;
use crate::emit::writer::{Code, Fixed, Lines, Str, code};
use crate::ir::{Content, ContentKind, Operation};
use crate::plan::{Argument, ArgumentKind, BodyKind, BodyPlan, BodyVariant, OperationPlan, RustType};

/// Writes the body of a call, if it has one.
pub(super) fn body_code(scope: &Scope<'_>, plan: &OperationPlan, operation: &Operation, body: &BodyPlan) -> Lines {
    let is_body = |argument: &&Argument| argument.kind == ArgumentKind::Body;
    let (Some(source), Some(argument)) = (&operation.body, plan.arguments.iter().find(is_body)) else {
        return Lines::new();
    };
    let write = |variant: &BodyVariant| write_body(scope, variant, &source.contents[variant.content]);
    let written = if body.is_enum() {
        let owner = scope.ty(&body.ty);
        let mut arms = Lines::new();
        for variant in &body.variants {
            arms.block(code!("$::$(body) =>", owner, variant.name), write(variant), "");
        }
        Lines::of_block(code!("match body"), arms, "")
    } else {
        body.variants.first().map(write).unwrap_or_default()
    };
    let reference = Fixed(if body.is_moved() { "&mut " } else { "&" });
    if !argument.positional {
        let head = code!("if let Some(body) = $call.$", reference, argument.name);
        return Lines::of_block(head, written, "");
    }
    let mut lines = Lines::of(code!("let body = $call.$;", reference, argument.name));
    lines.extend(written);
    lines
}

/// Writes `body`, a reference to what is sent.
fn write_body(scope: &Scope<'_>, variant: &BodyVariant, content: &Content) -> Lines {
    let media = Str(media(content));
    let mut lines = Lines::new();
    match &variant.kind {
        BodyKind::Json(ty) => {
            lines.extend(validate(scope, ty, content));
            lines.line(code!("request.json($, body);", media));
        }
        BodyKind::Form(ty) => {
            lines.extend(validate(scope, ty, content));
            lines.line(code!("request.form($, &[$], body);", media, form_encodings(content)));
        }
        BodyKind::Multipart(id) => {
            if scope.plan.ty(*id).is_some_and(|ty| ty.validated) {
                lines.line(code!("request.validate_body(body);"));
            }
            lines.line(code!("let mut form = v1::Multipart::new();"));
            lines.extend(multipart::fill(scope, *id, content));
            lines.line(code!("request.multipart($, form);", media));
        }
        BodyKind::Parts => lines.line(code!("request.multipart($, ::std::mem::take(body));", media)),
        BodyKind::Text => lines.line(code!("request.body($, body.clone());", media)),
        BodyKind::Bytes => lines.line(code!("request.body($, ::std::mem::take(body));", media)),
        BodyKind::Typed => {
            let range = Str(&content.media_type);
            lines.line(code!("request.typed_body($, ::std::mem::take(body));", range));
        }
    }
    lines
}

/// The media type that is sent: a range names none, so that it is the plainest one of its kind.
fn media(content: &Content) -> &str {
    match content.kind {
        _ if !content.media_type.contains('*') => &content.media_type,
        ContentKind::Json => "application/json",
        ContentKind::Text => "text/plain",
        ContentKind::Multipart => "multipart/form-data",
        ContentKind::Form | ContentKind::EventStream | ContentKind::JsonLines | ContentKind::Binary => {
            "application/octet-stream"
        }
    }
}

fn validate(scope: &Scope<'_>, ty: &RustType, content: &Content) -> Lines {
    let Some(used) = content.ty.as_ref().filter(|used| scope.plan.types.is_checked(used)) else {
        return Lines::new();
    };
    if let RustType::Named(id) = ty
        && scope.plan.ty(*id).is_some_and(|ty| !ty.is_alias())
        && used.checks.is_empty()
    {
        return Lines::of(code!("request.validate_body(body);"));
    }
    let checks = value_checks(scope, used, &Subject::value());
    let head = code!("request.check_body(|v|");
    if let RustType::Option(_) = ty {
        let inner = Lines::of_block(head, checks, ");");
        return Lines::of_block(code!("if let Some(value) = body"), inner, "");
    }
    let mut body = Lines::of(code!("let value = &*body;"));
    body.extend(checks);
    Lines::of_block(head, body, ");")
}

fn form_encodings(content: &Content) -> Code {
    Code::list(content.encodings.iter().filter_map(|encoding| {
        let property = Str(&encoding.property);
        // A style that is written out makes `contentType` of no account (OpenAPI 3.1.1 section 4.8.15.1.2).
        let Some((style, explode, reserved)) = encoding.style else {
            let json = encoding.content_type.as_deref().is_some_and(is_json);
            return json.then(|| code!("($, v1::Encoding::Json)", property));
        };
        let reserved = reserved.then_some(Fixed(".reserved()"));
        let style = style_constant(style, explode);
        Some(code!("($, v1::Encoding::Style($$))", property, style, reserved))
    }))
}
