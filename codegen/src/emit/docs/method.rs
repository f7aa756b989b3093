//! The documentation of a client's method: what it is for, what it takes and returns, how it fails, and what it needs.

use super::describe::with_deprecation;
use super::doc::Doc;
use super::inner::{constant_paragraph, paragraphs};
use super::limits::{facts, said, sentence};
use super::{doc_item, doc_labelled, doc_lines, inline_code, says_nothing};
use crate::emit::cx::Cx;
use crate::ir::{Content, Docs, Header, Operation, Response, SchemeKind, SchemeUse, Server, Status, Type, TypeRef};
use crate::plan::{
    Argument, ArgumentKind, BodyKind, Item, Meaning, OperationPlan, ResponseVariant, RustType, is_free_part,
    part_encodings, part_headers,
};
use crate::tokens::TokenStream;

/// The documentation of a client's method.
pub(crate) fn method_docs(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let operation = &cx.plan.api.operations[plan.id];
    let doc = Doc::of(&operation.docs)
        .own(inline_code(&operation.place()))
        .lines(servers(operation))
        .paragraphs(&constants(operation))
        .lines(arguments(cx, plan, operation))
        .own(required_setters(plan))
        .lines(options(cx, plan))
        .lines(returns(cx, plan, operation))
        .lines(failures(cx, plan, operation))
        .own(credentials(cx, operation));
    with_deprecation(&doc, &operation.docs)
}

/// What is said of parameters that have one value, which the client sends.
fn constants(operation: &Operation) -> Vec<String> {
    let params = operation.params.iter();
    let constants = params.filter_map(|param| match &param.ty.ty {
        Type::Const(value) if !param.ty.nullable => constant_paragraph(&param.name, value, &param.docs),
        _ => None,
    });
    constants.collect()
}

/// Who makes the call of an operation, and what comes of it.
pub(crate) fn outcome(cx: &Cx<'_>, plan: &OperationPlan) -> String {
    let method = format!(
        "[`Client::{0}`]({1}::{0})",
        plan.name.as_str(),
        cx.link(&["client", "Client"])
    );
    let words = [
        plan.item(Item::Call),
        plan.responses.success.ty.clone(),
        plan.responses.failure.ty.clone(),
    ];
    // What is in the same module is found by its name.
    let home = cx.plan.module(plan.module);
    let own = format!("({}::", cx.link(&[home.folder.as_str(), home.name.as_str()]));
    let near = |words: String| {
        let parts = words.split_once(&own);
        let parts = parts.and_then(|(before, path)| Some((before, path.split_once(')')?)));
        match parts {
            Some((before, (name, after))) if !name.contains("::") => format!("{before}{after}"),
            _ => words,
        }
    };
    let [call, success, failure] = words.map(|ty| near(type_words(cx, &ty)));
    format!("{method} makes a {call}, which returns {success} or fails with {failure}.")
}

/// The servers that an operation has by itself. The first one is where it is sent.
fn servers(operation: &Operation) -> Vec<String> {
    let items: Vec<String> = operation.servers.iter().flat_map(server).collect();
    let head = match operation.servers.len() {
        0 | 1 => "Server:",
        _ => "Servers, of which the first one is used:",
    };
    headed(head, items)
}

fn server(server: &Server) -> Vec<String> {
    let Server {
        url,
        name,
        description,
        variables,
        origin: _,
        rename: _,
    } = server;
    let name = name.as_ref().filter(|name| Some(*name) != description.as_ref());
    let mut paragraphs: Vec<String> = name.into_iter().chain(description).cloned().collect();
    paragraphs.extend(variables.iter().map(|variable| {
        let mut facts = vec![format!("default {}", code(&variable.default))];
        let values: Vec<String> = variable.values.iter().map(|value| code(value)).collect();
        facts.extend((!values.is_empty()).then(|| format!("one of {}", values.join(", "))));
        let line = format!("Variable {} ({})", code(&variable.name), facts.join(", "));
        match &variable.description {
            Some(text) => format!("{line}: {text}"),
            None => line,
        }
    }));
    match paragraphs.is_empty() {
        true => vec![format!("* {}", inline_code(url))],
        false => doc_item(&inline_code(url), &paragraphs.join("\n\n")),
    }
}

/// The arguments of which something is said.
fn arguments(cx: &Cx<'_>, plan: &OperationPlan, operation: &Operation) -> Vec<String> {
    let positional = plan.arguments.iter().filter(|argument| argument.positional);
    let items: Vec<String> = positional
        .flat_map(|argument| item(cx, plan, argument, operation))
        .collect();
    headed("Arguments:", items)
}

fn item(cx: &Cx<'_>, plan: &OperationPlan, argument: &Argument, operation: &Operation) -> Vec<String> {
    let (text, facts) = match argument.kind {
        ArgumentKind::Param(index) => {
            let param = &operation.params[index];
            let facts = said(&param.docs, &param.ty, param.default.as_ref());
            (prose(&param.docs), facts)
        }
        ArgumentKind::Body => {
            let paragraphs = body_paragraphs(cx, plan, operation);
            (paragraphs.join("\n\n"), Vec::new())
        }
    };
    let name = inline_code(argument.name.as_str());
    match facts.as_slice() {
        [] if says_nothing(&text) => Vec::new(),
        [] => doc_item(&name, &text),
        facts => doc_item(&format!("{name} ({})", facts.join(", ")), &text),
    }
}

/// What is said of a request body and its parts, as CommonMark.
pub(crate) fn body_paragraphs(cx: &Cx<'_>, plan: &OperationPlan, operation: &Operation) -> Vec<String> {
    let own = operation.body.as_ref().map(|body| said_of(&body.docs, &body.contents));
    let own = own.into_iter().filter(|own| !own.is_empty());
    own.chain(parts(cx, plan, operation)).collect()
}

/// What the parts of a body need that no type says, as CommonMark: their headers, and the media types of those that the caller makes.
fn parts(cx: &Cx<'_>, plan: &OperationPlan, operation: &Operation) -> Vec<String> {
    let (Some(body), Some(source)) = (&plan.body, &operation.body) else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    for (kind, encoding) in part_encodings(body, source) {
        let part = format!("part {}", code(&encoding.property));
        if let (BodyKind::Parts, Some(media)) = (kind, &encoding.content_type) {
            lines.push(format!("Media type of the {part}: {}", code(media)));
        }
        if is_free_part(&cx.plan.types, kind, encoding) {
            let place = format!(" of the {part}");
            lines.extend(part_headers(encoding).map(|header| header_line(header, &place, "required")));
        }
    }
    lines
}

/// What must be given, but is too much for a list of arguments.
fn required_setters(plan: &OperationPlan) -> String {
    let setters = plan
        .arguments
        .iter()
        .filter(|argument| argument.required && !argument.positional);
    let names: Vec<String> = setters.map(|argument| inline_code(argument.name.as_str())).collect();
    match names.as_slice() {
        [] => String::new(),
        names => format!("Must be set on the call: {}.", names.join(", ")),
    }
}

/// What may be set, and the other ways to send the call: all of them are methods of it.
fn options(cx: &Cx<'_>, plan: &OperationPlan) -> Vec<String> {
    let call = type_words(cx, &plan.item(Item::Call));
    let optional = plan
        .arguments
        .iter()
        .filter(|argument| !argument.required && !argument.positional);
    let optional: Vec<&str> = optional.map(|argument| argument.name.as_str()).collect();
    let pages = plan.pages.iter().flat_map(|_| ["items", "pages"]);
    let forms = plan.responses.forms.iter().map(|form| form.method.as_str());
    let ways: Vec<&str> = pages.chain(forms).collect();
    let mut lines = listed(&format!("Options of the {call}"), &optional);
    let ways = listed(&format!("Other ways to send the {call}"), &ways);
    if !lines.is_empty() && !ways.is_empty() {
        lines.push(String::new());
    }
    lines.extend(ways);
    lines
}

/// Names behind a few words, as a sentence; nothing without names.
fn listed(head: &str, names: &[&str]) -> Vec<String> {
    let names: Vec<String> = names.iter().map(|name| inline_code(name)).collect();
    match names.is_empty() {
        true => Vec::new(),
        false => doc_labelled(head, &format!("{}.", names.join(", "))),
    }
}

/// What a success is.
fn returns(cx: &Cx<'_>, plan: &OperationPlan, operation: &Operation) -> Vec<String> {
    let responses = documented(plan, operation, true);
    let said: Vec<&Response> = responses.into_iter().filter(|one| !is_empty(one)).collect();
    let ty = &plan.responses.success.ty;
    let head = format!("Returns {}", type_words(cx, ty));
    match said.as_slice() {
        [] if *ty == RustType::Unit => Vec::new(),
        [] => vec![format!("{head}.")],
        [only] => doc_labelled(&head, &said_of(&only.docs, &only.contents)),
        several => headed(&format!("{head}:"), by_status(several, &[])),
    }
}

/// The statuses that are documented as failures, and why the server gives them.
fn failures(cx: &Cx<'_>, plan: &OperationPlan, operation: &Operation) -> Vec<String> {
    let responses = documented(plan, operation, false);
    let failure = type_words(cx, &plan.responses.failure.ty);
    headed(
        &format!("Fails with {failure}:"),
        by_status(&responses, &plan.responses.failure.variants),
    )
}

/// The documented responses that are, or are not, successes.
fn documented<'o>(plan: &OperationPlan, operation: &'o Operation, success: bool) -> Vec<&'o Response> {
    let is_wanted = |response: &&Response| {
        let case = plan.responses.cases.iter().find(|case| case.status == response.status);
        case.is_some_and(|case| match case.meaning {
            Meaning::Success(_) | Meaning::ByStatus { .. } => success,
            Meaning::Failure(_) => !success,
        })
    };
    operation.responses.iter().filter(is_wanted).collect()
}

/// What is said of each response, with its variant where there is one; then, once, what is the same for all of them.
fn by_status(responses: &[&Response], variants: &[ResponseVariant]) -> Vec<String> {
    let said: Vec<Vec<String>> = responses.iter().map(|response| parts_of(response)).collect();
    let same = |part: &&String| said.len() > 1 && said.iter().all(|parts| parts.iter().skip(1).any(|one| one == *part));
    let shared: Vec<&String> = said.iter().take(1).flatten().skip(1).filter(same).collect();
    let item = |(response, parts): (&&Response, &Vec<String>)| {
        let own = parts.iter().enumerate();
        let own = own.filter(|(at, part)| *at == 0 || !shared.contains(part));
        let own: Vec<&str> = own.map(|(_, part)| part.as_str()).collect();
        let variant = variants.iter().find(|variant| variant.status == response.status);
        let variant = variant.map(|variant| format!(" ({})", inline_code(variant.name.as_str())));
        let label = format!("{}{}", status(response.status), variant.unwrap_or_default());
        doc_item(&label, own.join("\n\n").trim_start())
    };
    let mut lines: Vec<String> = responses.iter().zip(&said).flat_map(item).collect();
    if !shared.is_empty() {
        let items = shared.iter().map(|part| format!("\n* {}", part.replace('\n', "\n  ")));
        lines.push(String::new());
        lines.extend(doc_lines(&format!("Each of them:\n{}", items.collect::<String>())));
    }
    lines
}

/// What is said of a response: its description, which may be empty, then what is said of its parts, body and headers.
fn parts_of(response: &Response) -> Vec<String> {
    let mut parts = vec![description(&response.docs)];
    parts.extend(paragraphs(&response.docs));
    parts.extend(limits(&response.contents));
    let headers = response.headers.iter();
    parts.extend(headers.map(|header| header_line(header, "", "always there")));
    parts
}

/// A header that is read or set by its name, such as one of a failure: as CommonMark, what it is.
fn header_line(header: &Header, place: &str, required: &str) -> String {
    let mut facts = vec![json_type(&header.ty).to_owned()];
    facts.extend(header.required.then(|| required.to_owned()));
    facts.extend(said(&header.docs, &header.ty, None));
    let line = format!("Header {}{place} ({})", code(&header.name), facts.join(", "));
    match prose(&header.docs).as_str() {
        "" => line,
        text => format!("{line}: {text}"),
    }
}

/// A name in CommonMark.
fn code(name: &str) -> String {
    format!("`{}`", name.replace('`', "'"))
}

/// The JSON type of a value that is written as text.
fn json_type(ty: &TypeRef) -> &'static str {
    match ty.ty {
        Type::Bool => "boolean",
        Type::Integer(_) => "integer",
        Type::Number(_) => "number",
        Type::Array(_) => "list",
        Type::Map(_) => "map",
        Type::Any | Type::Null | Type::String(_) | Type::Const(_) | Type::Foreign(_) | Type::Named { .. } => "string",
    }
}

/// A status as OpenAPI writes it.
fn status(status: Status) -> String {
    match status {
        Status::Code(code) => code.to_string(),
        Status::Range(hundreds) => format!("{hundreds}XX"),
        Status::Default => "any other status".to_owned(),
    }
}

/// Whether a description says no more than the status: `OK`.
fn is_empty(response: &Response) -> bool {
    let said = said_of(&response.docs, &response.contents);
    let text = said.trim().trim_end_matches('.');
    let phrase = match response.status {
        Status::Code(200) => "OK",
        Status::Code(201) => "Created",
        Status::Code(202) => "Accepted",
        Status::Code(204) => "No Content",
        Status::Code(_) | Status::Range(_) | Status::Default => "",
    };
    text.eq_ignore_ascii_case(phrase) || says_nothing(text)
}

/// A type in words, with a link to what the client has of it.
pub(crate) fn type_words(cx: &Cx<'_>, ty: &RustType) -> String {
    match ty {
        RustType::Value => "JSON".to_owned(),
        RustType::Unit => "nothing".to_owned(),
        RustType::Bool => "`bool`".to_owned(),
        RustType::Integer(name) => format!("`{name}`"),
        // The root re-exports what signatures mention.
        RustType::Runtime(name) => format!("[`{name}`]({})", cx.link(&[name])),
        RustType::F32 => "`f32`".to_owned(),
        RustType::F64 => "`f64`".to_owned(),
        RustType::String => "`String`".to_owned(),
        RustType::Bytes => "`Bytes`".to_owned(),
        RustType::Stream(name, item) => format!("a [stream]({}) of {}", cx.link(&[name]), type_words(cx, item)),
        RustType::Vec(item) => format!("a list of {}", type_words(cx, item)),
        RustType::Map(value) => format!("a map of {}", type_words(cx, value)),
        RustType::Option(inner) | RustType::Field(inner) => format!("{} or nothing", type_words(cx, inner)),
        RustType::Box(inner) => type_words(cx, inner),
        RustType::Named(id) => match cx.plan.ty(*id) {
            Some(planned) => linked(cx, ty, planned.name.as_str()),
            None => "JSON".to_owned(),
        },
        RustType::Item(_, item) => linked(cx, ty, item.as_str()),
        RustType::Foreign(path) => inline_code(&path.join("::")),
    }
}

fn linked(cx: &Cx<'_>, ty: &RustType, name: &str) -> String {
    match cx.link_to(ty) {
        Some(path) => format!("[{}]({path})", inline_code(name)),
        None => inline_code(name),
    }
}

/// The credentials that an operation needs: alternatives of all that must come together.
fn credentials(cx: &Cx<'_>, operation: &Operation) -> String {
    let security = operation.security.iter();
    let alternatives: Vec<String> = security
        .map(|requirement| match requirement.uses.as_slice() {
            [] => "none".to_owned(),
            uses => {
                let uses: Vec<String> = uses.iter().map(|one| credential(cx, one)).collect();
                uses.join(" and ")
            }
        })
        .collect();
    match alternatives.as_slice() {
        [] if operation.any_credential => "Credentials: those that are set.".to_owned(),
        [] => String::new(),
        alternatives => format!("Credentials: {}.", alternatives.join(", or ")),
    }
}

fn credential(cx: &Cx<'_>, one: &SchemeUse) -> String {
    let (Some(scheme), Some(name)) = (
        cx.plan.api.schemes.get(one.scheme),
        cx.plan.names.schemes.get(one.scheme),
    ) else {
        return String::new();
    };
    let mut text = match scheme.kind {
        SchemeKind::MutualTls => format!("{} (by the transport)", inline_code(&scheme.name)),
        SchemeKind::ApiKey { .. }
        | SchemeKind::Basic
        | SchemeKind::Bearer
        | SchemeKind::Http(_)
        | SchemeKind::OAuth2 { .. } => {
            let builder = cx.link(&["client", "ClientBuilder"]);
            let name = name.as_str();
            format!("[`{name}`]({builder}::{name})")
        }
    };
    if !one.scopes.is_empty() {
        let scopes: Vec<String> = one.scopes.iter().map(|scope| inline_code(scope)).collect();
        text.push_str(&format!(" with {}", scopes.join(", ")));
    }
    if one.optional {
        text.push_str(" (optional)");
    }
    text
}

/// What is said of something and of its parts, as CommonMark.
fn prose(docs: &Docs) -> String {
    joined(description(docs), paragraphs(docs))
}

/// What is said of something itself.
fn description(docs: &Docs) -> String {
    let own = docs.description.as_ref().or(docs.title.as_ref());
    own.cloned().unwrap_or_default()
}

/// What is said of a body and must hold of it, as CommonMark.
fn said_of(docs: &Docs, contents: &[Content]) -> String {
    joined(prose(docs), limits(contents))
}

/// Paragraphs, the first of which may be empty.
fn joined(first: String, more: Vec<String>) -> String {
    let mut paragraphs = more;
    if !first.is_empty() {
        paragraphs.insert(0, first);
    }
    paragraphs.join("\n\n")
}

/// What must hold of a body in its media types: each once.
fn limits(contents: &[Content]) -> Vec<String> {
    let mut known: Vec<String> = Vec::new();
    for ty in contents.iter().filter_map(|content| content.ty.as_ref()) {
        let limits = sentence(&facts(ty, None));
        if !limits.is_empty() && !known.contains(&limits) {
            known.push(limits);
        }
    }
    known
}

/// Items below a line that says what they are; nothing without items.
fn headed(head: &str, items: Vec<String>) -> Vec<String> {
    if items.is_empty() {
        return items;
    }
    let mut lines = vec![head.to_owned(), String::new()];
    lines.extend(items);
    lines
}
