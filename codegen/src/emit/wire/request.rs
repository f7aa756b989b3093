//! From the arguments of a call to a request.

use super::bodies;
use super::constraints::Subject;
use super::literals::serializable;
use super::multipart::is_json;
use super::response;
use super::scope::Scope;
use super::style::{default_style, style_constant};
use super::validate::value_checks;
use crate::emit::client::servers::server_default;
use crate::emit::operations::call::operation_id;
use crate::emit::security::static_name;
use crate::emit::writer::{Code, Fixed, Lines, Str, code};
use crate::ir::{Operation, Param, ParamEncoding, ParamLocation, Type};
use crate::plan::{Argument, ArgumentKind, BodyPlan, Item, KeyForm, OperationPlan};
use crate::text::essence;

/// How a form of keys is written, unless it is the usual one.
fn key_form(form: KeyForm) -> Option<Code> {
    let form = match form {
        KeyForm::Uuid => return None,
        KeyForm::UpperUuid => code!("UpperUuid"),
        KeyForm::Hex(length) => code!("Hex($)", length),
        KeyForm::UpperHex(length) => code!("UpperHex($)", length),
        KeyForm::Digits(length) => code!("Digits($)", length),
        KeyForm::Unknown => code!("Unknown"),
    };
    Some(code!(".key_form(v1::KeyForm::$)", form))
}

/// The static facts of an operation.
pub(super) fn facts(scope: &Scope<'_>, plan: &OperationPlan) -> Lines {
    let operation = &scope.plan.api.operations[plan.id];
    let server = operation.servers.first().map(server_default);
    let server = server.map(|url| code!(".server($)", Str(url)));
    let key = operation.idempotency_key.as_ref().zip(plan.key_form);
    let key = key.map(|(header, form)| code!(".idempotency_key($)$", Str(header), key_form(form)));
    Lines::of(code!(
        "static OPERATION: v1::Operation = v1::Operation::new($, $, $)$$$$$.responses(&[$])$;",
        Str(operation_id(operation)),
        Str(&operation.method),
        Str(&operation.path),
        server,
        security(scope, operation),
        key,
        operation.never_repeated.then_some(Fixed(".never_repeated()")),
        plan.sent_back.then_some(Fixed(".sent_back()")),
        response::cases(&plan.responses.cases),
        response::forms(&plan.responses.forms),
    ))
}

fn security(scope: &Scope<'_>, operation: &Operation) -> Code {
    let scheme = |index: usize| code!("&$::$", scope.root("security"), static_name(scope.plan, index));
    let alternatives = operation.security.iter().map(|requirement| {
        let schemes = requirement.uses.iter().filter(|one| !one.optional);
        code!("&[$]", Code::list(schemes.map(|one| scheme(one.scheme))))
    });
    let uses = || operation.security.iter().flat_map(|one| &one.uses);
    let mut optional: Vec<usize> = uses().filter(|one| one.optional).map(|one| one.scheme).collect();
    optional.sort_unstable();
    optional.dedup();
    let is_required = uses().any(|one| !one.optional);
    let required = is_required.then(|| code!(".security(&[$])", Code::list(alternatives)));
    let optional = optional.into_iter().map(scheme);
    let optional = Code::list(optional);
    let optional = (!optional.is_empty()).then(|| code!(".optional_security(&[$])", optional));
    let any = operation.any_credential.then_some(Fixed(".any_credential()"));
    code!("$$$", required, optional, any)
}

/// The function that makes a request of a call.
pub(super) fn encode(scope: &Scope<'_>, plan: &OperationPlan) -> Lines {
    let operation = &scope.plan.api.operations[plan.id];
    let mut fill = Lines::new();
    for (index, param) in operation.params.iter().enumerate() {
        let is_of = |argument: &&Argument| argument.kind == ArgumentKind::Param(index);
        fill.extend(parameter(scope, param, plan.arguments.iter().find(is_of)));
    }
    if let Some(body) = &plan.body {
        fill.extend(bodies::body_code(scope, plan, operation, body));
    }
    let mut body = Lines::of(match fill.is_empty() {
        true => code!("let request = v1::Request::new(&OPERATION);"),
        false => code!("let mut request = v1::Request::new(&OPERATION);"),
    });
    body.extend(fill);
    body.line(code!("request.finish()"));
    let argument = match plan.arguments.is_empty() {
        true => "_",
        false => "call",
    };
    let is_moved = plan.body.as_ref().is_some_and(BodyPlan::is_moved);
    let head = code!(
        "pub(crate) fn encode($: &$$) -> Result<v1::Request, v1::InvalidRequestError>",
        Fixed(argument),
        is_moved.then_some(Fixed("mut ")),
        scope.item(plan.module, Item::Call),
    );
    let mut lines = Lines::of(code!("#[inline(never)]"));
    lines.block(head, body, "");
    lines
}

fn parameter(scope: &Scope<'_>, param: &Param, argument: Option<&Argument>) -> Lines {
    let value = match (argument, &param.ty.ty) {
        (Some(argument), _) => code!("&call.$", argument.name),
        (None, Type::Const(value)) => serializable(value),
        (None, _) => return Lines::new(),
    };
    let place = match param.location {
        ParamLocation::Path => "path",
        ParamLocation::Query | ParamLocation::QueryString => "query",
        ParamLocation::Header => "header",
        ParamLocation::Cookie => "cookie",
    };
    let (wire, method) = (Str(&param.name), Fixed(place));
    let mut lines = Lines::new();
    if let Some(argument) = argument {
        if argument.required && !argument.positional {
            let name = &argument.name;
            lines.line(code!(
                "request.required($, $, call.$.is_some());",
                Str(place),
                wire,
                name
            ));
        }
        lines.extend(checks(scope, param, argument, place));
    }
    lines.line(match (&param.encoding, param.location) {
        (ParamEncoding::Content(media), ParamLocation::QueryString) if is_json(media) => {
            code!("request.query_whole_json($, $);", wire, value)
        }
        (ParamEncoding::Content(media), ParamLocation::QueryString) if is_form(media) => {
            code!("request.query_form($, &[], $);", wire, value)
        }
        // Such as `application/jsonpath` (OpenAPI 3.2 "Parameter Object").
        (ParamEncoding::Content(_), ParamLocation::QueryString) => {
            code!("request.query_whole_text($, $);", wire, value)
        }
        (ParamEncoding::Content(media), _) if is_json(media) => code!("request.$_json($, $);", method, wire, value),
        (ParamEncoding::Content(_), location) => {
            code!("request.$($, $, $);", method, wire, default_style(location), value)
        }
        (
            ParamEncoding::Style {
                style,
                explode,
                allow_reserved,
            },
            _,
        ) => {
            let reserved = allow_reserved.then_some(Fixed(".reserved()"));
            let empty = param.allow_empty.then_some(Fixed(".allow_empty()"));
            let style = code!("$$$", style_constant(*style, *explode), reserved, empty);
            code!("request.$($, $, $);", method, wire, style, value)
        }
    });
    lines
}

fn is_form(media_type: &str) -> bool {
    essence(media_type) == "application/x-www-form-urlencoded"
}

fn checks(scope: &Scope<'_>, param: &Param, argument: &Argument, place: &'static str) -> Lines {
    if !scope.plan.types.is_checked(&param.ty) {
        return Lines::new();
    }
    let (name, wire) = (&argument.name, Str(&param.name));
    let head = code!("request.validate($, $, |v|", Str(place), wire);
    let checks = value_checks(scope, &param.ty, &Subject::value());
    if argument.positional {
        let mut body = Lines::of(code!("let value = &call.$;", name));
        body.extend(checks);
        return Lines::of_block(head, body, ");");
    }
    let inner = Lines::of_block(head, checks, ");");
    Lines::of_block(code!("if let Some(value) = &call.$", name), inner, "")
}
