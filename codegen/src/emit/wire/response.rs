//! From a response to the result of an operation: a line for each documented status and media type.

use super::scope::Scope;
use crate::emit::writer::{Code, Lines, Str, code};
use crate::ir::Status;
use crate::plan::names::Ident;
use crate::plan::{Meaning, OperationPlan, ResponseBody, ResponseCase};

/// The documented responses, as the runtime looks them up.
pub(super) fn cases(plan: &OperationPlan) -> Code {
    Code::each(plan.responses.cases.iter().map(|case| {
        let (status, media) = (Str(key(case.status)), Str(&case.media_type));
        match &case.body {
            ResponseBody::Empty => code!("v1::ResponseCase::empty($)", status),
            body if body.is_stream() => code!("v1::ResponseCase::stream($, $)", status, media),
            _ => code!("v1::ResponseCase::new($, $)", status, media),
        }
    }))
}

/// A status as the document writes it.
fn key(status: Status) -> String {
    match status {
        Status::Code(code) => format!("{code:03}"),
        Status::Range(hundreds) => format!("{hundreds}XX"),
        Status::Default => "default".to_owned(),
    }
}

/// The function that makes the result.
pub(super) fn decode(scope: &Scope<'_>, plan: &OperationPlan) -> Lines {
    let responses = &plan.responses;
    let (success, failure) = (scope.ty(&responses.success.ty), scope.ty(&responses.failure.ty));
    let mut arms = Lines::new();
    for case in &responses.cases {
        let media = match case.body {
            ResponseBody::Empty => "",
            _ => &case.media_type,
        };
        let pattern = code!("($, $)", Str(key(case.status)), Str(media));
        let read_success = |variant: Option<&Ident>| code!("v1::success($)", read(scope, case, &success, variant));
        let read_failure = |variant: &Ident| code!("v1::failure($)", read(scope, case, &failure, Some(variant)));
        match &case.meaning {
            Meaning::Success(variant) => arms.line(code!("$ => $,", pattern, read_success(variant.as_ref()))),
            Meaning::Failure(variant) => arms.line(code!("$ => $,", pattern, read_failure(variant))),
            Meaning::ByStatus { success, failure } => {
                let success = read_success(success.as_ref());
                arms.line(code!("$ if response.status() / 100 == 2 => $,", pattern, success));
                arms.line(code!("$ => $,", pattern, read_failure(failure)));
            }
        }
    }
    arms.line(code!("_ => response.unexpected(),"));
    let mut lines = Lines::of(code!("#[inline(never)]"));
    let head = code!(
        "pub(crate) fn decode(response: &mut v1::RawResponse) -> v1::Outcome<$, $>",
        success,
        failure,
    );
    lines.block(head, Lines::of_block(code!("match response.case()"), arms, ""), "");
    lines
}

/// Reads a body, into a variant of an enumeration where there is one.
fn read(scope: &Scope<'_>, case: &ResponseCase, ty: &Code, variant: Option<&Ident>) -> Code {
    let value = match &case.body {
        ResponseBody::Empty => code!("response.empty()"),
        ResponseBody::Json(ty) if scope.plan.types.is_integer(ty) => code!("response.integers()"),
        ResponseBody::Json(_) => code!("response.json()"),
        ResponseBody::Text => code!("response.text()"),
        ResponseBody::Bytes => code!("response.bytes()"),
        ResponseBody::Stream => code!("response.stream()"),
        ResponseBody::Events(None) => code!("response.text_events()"),
        ResponseBody::Events(Some(_)) => code!("response.events()"),
        ResponseBody::Lines(_) => code!("response.lines()"),
    };
    match (variant, &case.body) {
        (None, _) => value,
        (Some(variant), ResponseBody::Empty) => code!("$.map(|()| $::$)", value, ty, variant),
        (Some(variant), _) => code!("$.map($::$)", value, ty, variant),
    }
}
