//! From the arguments of a call to a request.

use super::constraints::Subject;
use super::literals::serializable;
use super::multipart::{self, is_json};
use super::response;
use super::validate::value_checks;
use crate::emit::client::servers::server_default;
use crate::emit::cx::Cx;
use crate::emit::operations::call::operation_id;
use crate::emit::security::scheme_path;
use crate::ir::{Content, Operation, Param, ParamEncoding, ParamLocation, Style, Type};
use crate::plan::{Argument, ArgumentKind, BodyKind, BodyPlan, BodyVariant, Item, OperationPlan, RustType};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// The static facts of an operation, and the function that makes a request of a call.
pub(crate) fn encode(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let operation = &cx.plan.api.operations[plan.id];
    let facts = facts(cx, plan, operation);
    let params = operation.params.iter().enumerate().map(|(index, param)| {
        let argument = plan
            .arguments
            .iter()
            .find(|argument| argument.kind == ArgumentKind::Param(index));
        parameter(cx, param, argument)
    });
    let params: Vec<TokenStream> = params.collect();
    let body = plan.body.as_ref().map(|body| body_code(cx, plan, operation, body));
    let mutable = plan.body.as_ref().is_some_and(BodyPlan::is_moved).then(|| quote!(mut));
    let call = cx.ty(&plan.item(Item::Call));
    let result = cx.std("Result");
    let argument = if plan.arguments.is_empty() {
        quote!(_)
    } else {
        quote!(call)
    };
    let binding = if params.is_empty() && body.is_none() {
        quote!(request)
    } else {
        quote!(mut request)
    };
    quote! {
        #facts

        #[inline(never)]
        pub(crate) fn encode(#argument: &#mutable #call) -> #result<v1::Request, v1::InvalidRequestError> {
            let #binding = v1::Request::new(&OPERATION);
            #(#params)*
            #body
            request.finish()
        }
    }
}

fn facts(cx: &Cx<'_>, plan: &OperationPlan, operation: &Operation) -> TokenStream {
    let id = operation_id(operation);
    let (method, path) = (&operation.method, &operation.path);
    let server = operation.servers.first().map(|server| {
        let url = server_default(server);
        quote!(.server(#url))
    });
    let security = security(cx, operation);
    let key = operation
        .idempotency_key
        .as_ref()
        .map(|header| quote!(.idempotency_key(#header)));
    let sent_back = plan.sent_back.then(|| quote!(.sent_back()));
    let cases = response::cases(&plan.responses.cases);
    let forms = plan.responses.forms.iter().map(|form| {
        let (name, cases) = (&form.facts, response::cases(&form.cases));
        quote!(pub(crate) static #name: v1::Operation = OPERATION.form(#cases);)
    });
    quote! {
        static OPERATION: v1::Operation = v1::Operation::new(#id, #method, #path) #server #security #key #sent_back .responses(#cases);
        #(#forms)*
    }
}

fn security(cx: &Cx<'_>, operation: &Operation) -> TokenStream {
    let alternatives: Vec<TokenStream> = operation
        .security
        .iter()
        .map(|requirement| {
            let schemes = requirement
                .uses
                .iter()
                .filter(|one| !one.optional)
                .map(|one| scheme_path(cx, one.scheme));
            quote!(&[#(&#schemes),*])
        })
        .collect();
    let mut optional: Vec<usize> = operation
        .security
        .iter()
        .flat_map(|one| &one.uses)
        .filter(|one| one.optional)
        .map(|one| one.scheme)
        .collect();
    optional.sort_unstable();
    optional.dedup();
    let anonymous = operation
        .security
        .iter()
        .all(|one| one.uses.iter().all(|one| one.optional));
    let required = (!anonymous).then(|| quote!(.security(&[#(#alternatives),*])));
    let optional = (!optional.is_empty()).then(|| {
        let schemes = optional.iter().map(|index| scheme_path(cx, *index));
        quote!(.optional_security(&[#(&#schemes),*]))
    });
    quote!(#required #optional)
}

fn parameter(cx: &Cx<'_>, param: &Param, argument: Option<&Argument>) -> TokenStream {
    let value = match (argument, &param.ty.ty) {
        (Some(argument), _) => {
            let name = &argument.name;
            quote!(&call.#name)
        }
        (None, Type::Const(value)) => serializable(value),
        (None, _) => return TokenStream::new(),
    };
    let wire = &param.name;
    let place = match param.location {
        ParamLocation::Path => "path",
        ParamLocation::Query | ParamLocation::QueryString => "query",
        ParamLocation::Header => "header",
        ParamLocation::Cookie => "cookie",
    };
    let write = match (&param.encoding, param.location) {
        (ParamEncoding::Content(media), ParamLocation::QueryString) if !is_json(media) => {
            quote!(request.query_form(#wire, &[], #value);)
        }
        (ParamEncoding::Content(_), ParamLocation::QueryString) => quote!(request.query_whole_json(#wire, #value);),
        (ParamEncoding::Content(media), _) if is_json(media) => {
            let method = format_ident!("{place}_json");
            quote!(request.#method(#wire, #value);)
        }
        (ParamEncoding::Content(_), _) => {
            let (method, style) = (format_ident!("{place}"), default_style(param.location));
            quote!(request.#method(#wire, #style, #value);)
        }
        (
            ParamEncoding::Style {
                style,
                explode,
                allow_reserved,
            },
            _,
        ) => {
            let method = format_ident!("{place}");
            let style = style_constant(*style, *explode);
            let reserved = allow_reserved.then(|| quote!(.reserved()));
            let empty = param.allow_empty.then(|| quote!(.allow_empty()));
            quote!(request.#method(#wire, #style #reserved #empty, #value);)
        }
    };
    let missing = argument
        .filter(|argument| argument.required && !argument.positional)
        .map(|argument| {
            let name = &argument.name;
            quote!(request.required(#place, #wire, call.#name.is_some());)
        });
    let checks = argument.map(|argument| checks(cx, param, argument, place));
    quote!(#missing #checks #write)
}

fn checks(cx: &Cx<'_>, param: &Param, argument: &Argument, place: &str) -> TokenStream {
    if !cx.plan.types.is_checked(&param.ty) {
        return TokenStream::new();
    }
    let (name, wire) = (&argument.name, &param.name);
    let checks = value_checks(cx, &param.ty, &Subject::referred(&quote!(value)));
    let some = cx.std("Some");
    if argument.positional {
        quote!(request.validate(#place, #wire, |v| { let value = &call.#name; #checks });)
    } else {
        quote!(if let #some(value) = &call.#name { request.validate(#place, #wire, |v| { #checks }); })
    }
}

fn default_style(location: ParamLocation) -> TokenStream {
    match location {
        ParamLocation::Path | ParamLocation::Header => quote!(v1::Style::SIMPLE),
        ParamLocation::Query | ParamLocation::QueryString | ParamLocation::Cookie => quote!(v1::Style::FORM_EXPLODE),
    }
}

/// The constant of the runtime for a style.
pub(crate) fn style_constant(style: Style, explode: bool) -> TokenStream {
    match (style, explode) {
        (Style::Simple, false) => quote!(v1::Style::SIMPLE),
        (Style::Simple, true) => quote!(v1::Style::SIMPLE_EXPLODE),
        (Style::Label, false) => quote!(v1::Style::LABEL),
        (Style::Label, true) => quote!(v1::Style::LABEL_EXPLODE),
        (Style::Matrix, false) => quote!(v1::Style::MATRIX),
        (Style::Matrix, true) => quote!(v1::Style::MATRIX_EXPLODE),
        (Style::Form, false) => quote!(v1::Style::FORM),
        (Style::Form, true) => quote!(v1::Style::FORM_EXPLODE),
        (Style::SpaceDelimited, false) => quote!(v1::Style::SPACE),
        (Style::SpaceDelimited, true) => quote!(v1::Style::SPACE_EXPLODE),
        (Style::PipeDelimited, false) => quote!(v1::Style::PIPE),
        (Style::PipeDelimited, true) => quote!(v1::Style::PIPE_EXPLODE),
        (Style::DeepObject, _) => quote!(v1::Style::DEEP_OBJECT),
        (Style::Cookie, false) => quote!(v1::Style::COOKIE),
        (Style::Cookie, true) => quote!(v1::Style::COOKIE_EXPLODE),
    }
}

// Bodies.

fn body_code(cx: &Cx<'_>, plan: &OperationPlan, operation: &Operation, body: &BodyPlan) -> TokenStream {
    let Some(source) = &operation.body else {
        return TokenStream::new();
    };
    let Some(argument) = plan
        .arguments
        .iter()
        .find(|argument| argument.kind == ArgumentKind::Body)
    else {
        return TokenStream::new();
    };
    let name = &argument.name;
    let some = cx.std("Some");
    let several = body.is_enum();
    let reference = if body.is_moved() { quote!(&mut) } else { quote!(&) };
    let write = if several {
        let owner = cx.ty(&body.ty);
        let arms = body.variants.iter().map(|variant| {
            let write = write_body(cx, variant, &source.contents[variant.content]);
            let variant = &variant.name;
            quote!(#owner::#variant(body) => { #write })
        });
        quote!(match body { #(#arms)* })
    } else {
        body.variants
            .first()
            .map(|variant| write_body(cx, variant, &source.contents[variant.content]))
            .unwrap_or_default()
    };
    if argument.positional {
        quote!(let body = #reference call.#name; #write)
    } else {
        quote!(if let #some(body) = #reference call.#name { #write })
    }
}

/// Writes `body`, a reference to what is sent.
fn write_body(cx: &Cx<'_>, variant: &BodyVariant, content: &Content) -> TokenStream {
    let media = media(content);
    match &variant.kind {
        BodyKind::Json(ty) => {
            let check = validate_body(cx, ty, content);
            quote!(#check request.json(#media, body);)
        }
        BodyKind::Form(ty) => {
            let check = validate_body(cx, ty, content);
            let encodings = form_encodings(content);
            quote!(#check request.form(#media, &[#(#encodings),*], body);)
        }
        BodyKind::Multipart(id) => {
            let fill = multipart::fill(cx, *id, content, &quote!(body));
            let checked = cx.plan.ty(*id).is_some_and(|ty| ty.validated);
            let check = checked.then(|| quote!(request.validate_body(body);));
            quote!(#check let mut form = v1::Multipart::new(); #fill request.multipart(#media, form);)
        }
        BodyKind::Parts => quote!(request.multipart(#media, ::std::mem::take(body));),
        BodyKind::Text => quote!(request.body(#media, body.clone());),
        BodyKind::Bytes => quote!(request.body(#media, ::std::mem::take(body));),
    }
}

/// The media type that is sent: a range names none, so bytes are bytes and JSON is JSON.
fn media(content: &Content) -> String {
    if !content.media_type.contains('*') {
        return content.media_type.clone();
    }
    match content.kind {
        crate::ir::ContentKind::Json => "application/json".to_owned(),
        _ => "application/octet-stream".to_owned(),
    }
}

fn validate_body(cx: &Cx<'_>, ty: &RustType, content: &Content) -> TokenStream {
    let Some(use_) = &content.ty else {
        return TokenStream::new();
    };
    if !cx.plan.types.is_checked(use_) {
        return TokenStream::new();
    }
    match ty {
        RustType::Named(id) if cx.plan.ty(*id).is_some_and(|ty| !ty.is_alias()) && use_.checks.is_empty() => {
            quote!(request.validate_body(body);)
        }
        _ => {
            let checks = value_checks(cx, use_, &Subject::referred(&quote!(value)));
            let some = cx.std("Some");
            match ty {
                RustType::Option(_) => {
                    quote!(if let #some(value) = body { request.validate("body", "", |v| { #checks }); })
                }
                _ => quote!(request.validate("body", "", |v| { let value = &*body; #checks });),
            }
        }
    }
}

fn form_encodings(content: &Content) -> Vec<TokenStream> {
    content
        .encodings
        .iter()
        .filter_map(|encoding| {
            let property = &encoding.property;
            // A style that is written out makes `contentType` of no account (OpenAPI 3.1.1 section 4.8.15.1.2).
            let Some((style, explode, reserved)) = encoding.style else {
                let json = encoding.content_type.as_deref().is_some_and(is_json);
                return json.then(|| quote!((#property, v1::Encoding::Json)));
            };
            let style = style_constant(style, explode);
            let reserved = reserved.then(|| quote!(.reserved()));
            Some(quote!((#property, v1::Encoding::Style(#style #reserved))))
        })
        .collect()
}
