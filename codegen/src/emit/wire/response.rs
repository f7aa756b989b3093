//! From a response to the result of an operation: a line for each documented status and media type.

use super::scope::Scope;
use crate::emit::writer::{Code, Fixed, Lines, Str, code};
use crate::ir::{Api, Rest, Shape, Status, Type, TypeRef};
use crate::plan::names::Ident;
use crate::plan::{Meaning, OperationPlan, Reading, ResponseBody, ResponseCase, RustType};
use std::collections::BTreeSet;

/// The documented responses, as the runtime looks them up.
pub(super) fn cases(cases: &[ResponseCase]) -> Code {
    Code::each(cases.iter().map(|case| {
        let (status, media) = (Str(key(case.status)), Str(&case.media_type));
        let parameters = case.by_parameters.then_some(Fixed(".by_parameters()"));
        match &case.body {
            ResponseBody::Empty => code!("v1::ResponseCase::empty($)", status),
            body if body.is_stream() => code!("v1::ResponseCase::stream($, $)$", status, media, parameters),
            _ => code!("v1::ResponseCase::new($, $)$", status, media, parameters),
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

/// The functions that make the result, one for each form of the call.
pub(super) fn decode(scope: &Scope<'_>, plan: &OperationPlan) -> Lines {
    let responses = &plan.responses;
    let plain = code!("decode");
    let mut lines = function(scope, plan, plain, &responses.success.ty, &responses.cases);
    for form in &responses.forms {
        lines.items(function(
            scope,
            plan,
            code!("$", form.decode),
            &form.success,
            &form.cases,
        ));
    }
    lines
}

/// The function that makes the result of a response to one form of the call.
fn function(scope: &Scope<'_>, plan: &OperationPlan, name: Code, success: &RustType, cases: &[ResponseCase]) -> Lines {
    let (success, failure) = (scope.ty(success), scope.ty(&plan.responses.failure.ty));
    let mut arms = Lines::new();
    for case in cases {
        let media = match case.body {
            ResponseBody::Empty => "",
            _ => &case.media_type,
        };
        let pattern = code!("($, $)", Str(key(case.status)), Str(media));
        let read_success = |reading: &Reading| code!("v1::success($)", as_success(scope, case, &success, reading));
        let read_failure = |variant: &Ident| {
            let value = as_variant(&case.body, read(scope, &case.body), &failure, variant);
            code!("v1::failure($)", value)
        };
        match &case.meaning {
            Meaning::Success(reading) => arms.line(code!("$ => $,", pattern, read_success(reading))),
            Meaning::Failure(variant) => arms.line(code!("$ => $,", pattern, read_failure(variant))),
            Meaning::ByStatus { success, failure } => {
                let success = success.as_ref().map(read_success);
                let success = success.unwrap_or_else(|| code!("response.unexpected()"));
                arms.line(code!("$ if response.status() / 100 == 2 => $,", pattern, success));
                arms.line(code!("$ => $,", pattern, read_failure(failure)));
            }
        }
    }
    arms.line(code!("_ => response.unexpected(),"));
    let head = code!(
        "pub(crate) fn $(response: &mut v1::RawResponse) -> v1::Outcome<$, $>",
        name,
        success,
        failure,
    );
    let mut lines = Lines::of(code!("#[inline(never)]"));
    lines.block(head, Lines::of_block(code!("match response.case()"), arms, ""), "");
    lines
}

fn as_success(scope: &Scope<'_>, case: &ResponseCase, ty: &Code, reading: &Reading) -> Code {
    let value = read(scope, &case.body);
    match (reading, &case.body) {
        (Reading::Whole, _) => value,
        (Reading::Variant(variant), body) => as_variant(body, value, ty, variant),
        (Reading::Optional, ResponseBody::Empty) => code!("response.empty_as(None)"),
        (Reading::Optional, _) => code!("$.map(Some)", value),
    }
}

/// Puts what was read into a variant of an enumeration.
fn as_variant(body: &ResponseBody, value: Code, ty: &Code, variant: &Ident) -> Code {
    match body {
        ResponseBody::Empty => code!("response.empty_as($::$)", ty, variant),
        _ => code!("$.map($::$)", value, ty, variant),
    }
}

/// Whether objects of a type have no property `error`, so that data with one report an error in place of data.
fn lacks_error(api: &Api, ty: &RustType) -> bool {
    let RustType::Named(id) = ty else { return false };
    let mut left = vec![*id];
    let mut seen = BTreeSet::new();
    while let Some(id) = left.pop() {
        if !seen.insert(id) {
            continue;
        }
        let Some(def) = api.types.get(id) else { return false };
        let uses: Vec<&TypeRef> = match &def.shape {
            Shape::Struct(object) => {
                let known = object.fields.iter().any(|field| field.name == "error");
                if known || matches!(object.rest, Rest::Kept(_)) {
                    return false;
                }
                continue;
            }
            Shape::Union(union) => union.variants.iter().map(|variant| &variant.ty).collect(),
            Shape::Alias(target) => vec![target],
            Shape::Enum(_) | Shape::Newtype(_) | Shape::Tuple(_) => continue,
        };
        for used in uses {
            match used.ty {
                Type::Named { id, .. } => left.push(id),
                Type::Any | Type::Map(_) | Type::Foreign(_) => return false,
                Type::Null
                | Type::Bool
                | Type::Integer(_)
                | Type::Number(_)
                | Type::String(_)
                | Type::Const(_)
                | Type::Array(_) => {}
            }
        }
    }
    true
}

/// Reads a body.
fn read(scope: &Scope<'_>, body: &ResponseBody) -> Code {
    match body {
        ResponseBody::Empty => code!("response.empty()"),
        ResponseBody::Json(ty) if scope.plan.types.is_integer(ty) => code!("response.integers()"),
        ResponseBody::Json(_) => code!("response.json()"),
        ResponseBody::Form(_) => code!("response.form()"),
        ResponseBody::Text => code!("response.text()"),
        ResponseBody::Bytes => code!("response.bytes()"),
        ResponseBody::Stream => code!("response.stream()"),
        ResponseBody::Parts => code!("response.parts()"),
        ResponseBody::Events(None) => code!("response.text_events()"),
        ResponseBody::Events(Some(ty)) if lacks_error(scope.plan.api, ty) => code!("response.events_or_errors()"),
        ResponseBody::Events(Some(_)) => code!("response.events()"),
        ResponseBody::Lines(_) => code!("response.lines()"),
    }
}
