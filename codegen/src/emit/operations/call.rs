//! Calls: what an operation takes, as a value that is sent when it is awaited.

use super::{pages, polling};
use crate::emit::cx::Cx;
use crate::emit::docs::describe::param_docs;
use crate::emit::docs::doc::Doc;
use crate::emit::docs::inline_code;
use crate::emit::docs::method::body_paragraphs;
use crate::emit::security;
use crate::emit::types::convert::{argument_name, conversion, operator_lint};
use crate::ir::Operation;
use crate::plan::{Argument, ArgumentKind, BodyPlan, FormReader, Item, OperationPlan};
use crate::tokens::{Literal, TokenStream, quote};

/// The call of an operation, with its setters.
pub(crate) fn call(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let operation = &cx.plan.api.operations[plan.id];
    let fields = plan.arguments.iter().map(|argument| {
        let (name, ty) = (&argument.name, field_type(cx, argument));
        quote!(pub(crate) #name: #ty)
    });
    let derives = if plan.body.as_ref().is_none_or(|body| body.is_repeatable(&cx.plan.types)) {
        quote!(#[derive(Clone, Debug)])
    } else {
        quote!(#[derive(Debug)])
    };
    let setters = plan
        .arguments
        .iter()
        .filter(|argument| !argument.positional)
        .map(|argument| setter(cx, plan, operation, argument));
    let credentials = credentials(cx, plan);
    let new = constructor(cx, plan);
    let id = operation_id(operation);
    let send = send(cx, plan);
    let pages = pages::methods(cx, plan);
    let polling = polling::method(cx, plan);
    let docs = Doc::default().own(format!(
        "A call of [`Client::{0}`]({1}::{0}).",
        plan.name.as_str(),
        cx.link(&["client", "Client"])
    ));
    let docs = docs.attrs();
    let name = cx.ty(&plan.item(Item::Call));
    let options = cx.runtime(&[], "CallOptions");
    quote! {
        #docs
        #derives
        #[must_use = "nothing is sent until it is awaited"]
        pub struct #name { pub(crate) setup: v1::Setup, #(#fields),* }

        impl #name {
            /// The id of the operation, by which mocks and traces name it.
            pub const OPERATION: &'static str = #id;
            #new
            #(#setters)*
            #credentials
            /// Sets options of this call: timeouts, retries, headers.
            pub fn with(mut self, options: #options) -> Self {
                self.setup = self.setup.options(options);
                self
            }
            #pages
            #polling
            #send
        }
    }
}

/// The `operationId`, or method and path.
pub(crate) fn operation_id(operation: &Operation) -> String {
    operation.id.clone().unwrap_or_else(|| operation.place())
}

/// The types of a success and of a documented failure.
fn types(cx: &Cx<'_>, plan: &OperationPlan) -> (TokenStream, TokenStream) {
    let responses = &plan.responses;
    (cx.ty(&responses.success.ty), cx.ty(&responses.failure.ty))
}

fn field_type(cx: &Cx<'_>, argument: &Argument) -> TokenStream {
    let ty = cx.ty(&argument.ty);
    if argument.positional {
        return ty;
    }
    quote!(Option<#ty>)
}

/// The name, type and value with which the client's method passes an argument on.
pub(crate) fn passed(cx: &Cx<'_>, argument: &Argument) -> (TokenStream, TokenStream) {
    let name = argument_name(&argument.name);
    let conversion = conversion(cx, &argument.ty, &quote!(#name));
    let ty = conversion.ty;
    (quote!(#name: #ty), conversion.value)
}

fn constructor(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let arguments = plan
        .arguments
        .iter()
        .filter(|argument| argument.positional)
        .map(|argument| {
            let (name, ty) = (argument_name(&argument.name), cx.ty(&argument.ty));
            quote!(#name: #ty)
        });
    let arguments: Vec<TokenStream> = arguments.collect();
    let members = plan.arguments.iter().map(|argument| {
        let name = &argument.name;
        let given = argument_name(name);
        match argument.positional {
            true if given == name.token() => quote!(#name),
            true => quote!(#name: #given),
            false => quote!(#name: None),
        }
    });
    let many = (arguments.len() + 1 > 7)
        .then(|| quote!(#[allow(clippy::too_many_arguments, reason = "the path has as many parameters")]));
    quote! {
        #many
        pub(crate) fn new(core: &v1::Core, #(#arguments),*) -> Self {
            Self { setup: v1::Setup::new(core), #(#members),* }
        }
    }
}

fn setter(cx: &Cx<'_>, plan: &OperationPlan, operation: &Operation, argument: &Argument) -> TokenStream {
    let name = &argument.name;
    let docs = match argument.kind {
        ArgumentKind::Param(index) => param_docs(&operation.params[index], name, argument.required),
        ArgumentKind::Body => {
            let docs = Doc::default().paragraphs(&body_paragraphs(cx, plan, operation));
            docs.attrs()
        }
    };
    let (declared, value) = passed(cx, argument);
    let lint = operator_lint(name);
    quote! {
        #docs
        #lint
        pub fn #name(mut self, #declared) -> Self {
            self.#name = Some(#value);
            self
        }
    }
}

/// Setters for the credentials that the operation can use.
fn credentials(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let setters = plan.credentials.iter().filter_map(|(index, name)| {
        let scheme = cx.plan.api.schemes.get(*index)?;
        security::setter(cx, scheme, name, *index, true)
    });
    quote!(#(#setters)*)
}

fn send(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let (success, error) = types(cx, plan);
    let wire = cx.wire_module(plan);
    let mutable = plan.body.as_ref().is_some_and(BodyPlan::is_moved);
    let (declared, reference) = if mutable {
        (quote!(mut self), quote!(&mut self))
    } else {
        (quote!(self), quote!(&self))
    };
    let forms = plan.responses.forms.iter().enumerate().map(|(number, form)| {
        let (method, success) = (&form.method, cx.ty(&form.success));
        let number = Literal::integer(i64::try_from(number).unwrap_or(i64::MAX));
        let receiver = match form.reader {
            FormReader::Text | FormReader::Stream => quote!(self),
            FormReader::Own(_) => declared.clone(),
        };
        let body = match &form.reader {
            FormReader::Text => quote!(v1::send_text(self.send(), #number)),
            FormReader::Stream => quote!(v1::send_stream(self.send(), #number)),
            FormReader::Own(decode) => quote! {
                let request = #wire::encode(#reference);
                v1::send_form(self.setup, request, #number, #wire::#decode)
            },
        };
        let media_type = inline_code(&form.media_type);
        let docs = Doc::default()
            .own(format!("Sends the call for a response of {media_type}."))
            .attrs();
        quote! {
            #docs
            pub fn #method(#receiver) -> v1::Sending<#success, #error> {
                #body
            }
        }
    });
    quote! {
        /// Sends the call. Awaiting the call itself does the same.
        pub fn send(#declared) -> v1::Sending<#success, #error> {
            let request = #wire::encode(#reference);
            v1::send(self.setup, request, #wire::decode)
        }
        #(#forms)*
    }
}

/// `IntoFuture`, so that a call can be awaited.
pub(crate) fn into_future(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let (success, error) = types(cx, plan);
    let name = cx.ty(&plan.item(Item::Call));
    let future = cx.library(&["future"], "IntoFuture");
    quote! {
        impl #future for #name {
            type Output = Result<v1::Response<#success>, v1::Error<#error>>;
            type IntoFuture = v1::Sending<#success, #error>;

            fn into_future(self) -> Self::IntoFuture { self.send() }
        }
    }
}
