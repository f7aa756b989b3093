//! From a response to the result of an operation: a line for each documented status and media type.

use super::scope::Scope;
use crate::emit::writer::{Code, Fixed, Lines, Str, code};
use crate::ir::{Api, Rest, Shape, Status, Type, TypeRef};
use crate::plan::names::Ident;
use crate::plan::{FormPlan, FormReader, Meaning, OperationPlan, Reading, ResponseBody, ResponseCase, RustType};
use std::collections::{BTreeMap, BTreeSet};

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

/// The responses of the other forms of a call.
pub(super) fn forms(forms: &[FormPlan]) -> Option<Code> {
    let forms: Vec<Code> = forms.iter().map(|form| code!("&[$]", cases(&form.cases))).collect();
    (!forms.is_empty()).then(|| code!(".forms(&[$])", Code::each(forms)))
}

/// A status as the document writes it.
fn key(status: Status) -> String {
    match status {
        Status::Code(code) => format!("{code:03}"),
        Status::Range(hundreds) => format!("{hundreds}XX"),
        Status::Default => "default".to_owned(),
    }
}

/// The functions that make the result: of the plain call, and of the other forms that need one.
pub(super) fn decode(scope: &Scope<'_>, plan: &OperationPlan) -> Lines {
    let responses = &plan.responses;
    let arms = arms(scope, plan, &responses.success.ty, &responses.cases);
    let mut lines = arms.function(code!("decode"), code!("response.unexpected()"));
    for form in &responses.forms {
        let FormReader::Own(name) = &form.reader else { continue };
        let mut arms = self::arms(scope, plan, &form.success, &form.cases);
        // Failures are those of the plain call.
        let others = match arms.drop_failures() {
            true => code!("decode(response).failed()"),
            false => code!("response.unexpected()"),
        };
        lines.items(arms.function(code!("$", name), others));
    }
    lines
}

/// The arms of a function that makes the result.
struct Arms {
    success: Code,
    failure: Code,
    arms: Vec<Arm>,
}

/// What is read of a declared response.
struct Arm {
    status: String,
    media: String,
    /// What else is required of the response.
    guard: &'static str,
    value: Code,
    is_failure: bool,
}

fn arms(scope: &Scope<'_>, plan: &OperationPlan, success: &RustType, cases: &[ResponseCase]) -> Arms {
    let (success, failure) = (scope.ty(success), scope.ty(&plan.responses.failure.ty));
    let mut arms = Vec::new();
    for case in cases {
        let mut arm = |guard: &'static str, value: Code, is_failure: bool| {
            arms.push(Arm {
                status: key(case.status),
                media: match case.body {
                    ResponseBody::Empty => String::new(),
                    _ => case.media_type.clone(),
                },
                guard,
                value,
                is_failure,
            });
        };
        let read_success = |reading: &Reading| code!("v1::success($)", as_success(scope, case, &success, reading));
        let read_failure = |variant: &Ident| {
            let value = as_variant(&case.body, read(scope, &case.body), &failure, variant);
            code!("v1::failure($)", value)
        };
        match &case.meaning {
            Meaning::Success(reading) => arm("", read_success(reading), false),
            Meaning::Failure(variant) => arm("", read_failure(variant), true),
            Meaning::ByStatus { success, failure } => {
                let success = success.as_ref().map(read_success);
                let success = success.unwrap_or_else(|| code!("response.unexpected()"));
                arm(" if response.status() / 100 == 2", success, false);
                arm("", read_failure(failure), true);
            }
        }
    }
    Arms { success, failure, arms }
}

impl Arms {
    /// Leaves successes alone; whether there were failures.
    fn drop_failures(&mut self) -> bool {
        let before = self.arms.len();
        self.arms.retain(|arm| !arm.is_failure);
        self.arms.len() < before
    }

    /// The function; `others` is the result of what no arm is for.
    fn function(&self, name: Code, others: Code) -> Lines {
        let head = code!(
            "pub(crate) fn $(response: &mut v1::RawResponse) -> v1::Outcome<$, $>",
            name,
            self.success,
            self.failure,
        );
        let (matched, mut arms) = match self.by_status() {
            Some(arms) => (code!("match response.key()"), arms),
            None => (code!("match response.case()"), self.by_status_and_media()),
        };
        arms.line(code!("_ => $,", others));
        let mut lines = Lines::of(code!("#[inline(never)]"));
        lines.block(head, Lines::of_block(matched, arms, ""), "");
        lines
    }

    /// A line for each status and media type.
    fn by_status_and_media(&self) -> Lines {
        let mut lines = Lines::new();
        for arm in &self.arms {
            let pattern = code!("($, $)", Str(&arm.status), Str(&arm.media));
            lines.line(code!("$$ => $,", pattern, Fixed(arm.guard), arm.value));
        }
        lines
    }

    /// A line for each result, with all its statuses; nothing where a status has several media types.
    fn by_status(&self) -> Option<Lines> {
        let mut media: BTreeMap<&str, &str> = BTreeMap::new();
        let mut groups: Vec<(Vec<&Arm>, &Arm)> = Vec::new();
        for arm in &self.arms {
            if *media.entry(&arm.status).or_insert(&arm.media) != arm.media {
                return None;
            }
            let equal = |first: &Arm| first.value == arm.value && first.guard == arm.guard;
            match groups.iter_mut().find(|(_, first)| equal(first)) {
                Some((arms, _)) => arms.push(arm),
                None => groups.push((vec![arm], arm)),
            }
        }
        let mut lines = Lines::new();
        for (arms, first) in groups {
            let statuses = Code::joined(arms.iter().map(|arm| Str(&arm.status)), " | ");
            lines.line(code!("$$ => $,", statuses, Fixed(first.guard), first.value));
        }
        Some(lines)
    }
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
