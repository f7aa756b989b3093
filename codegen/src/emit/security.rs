//! Credentials: a static for each scheme, and a setter on the builder and on calls.

use super::cx::Cx;
use super::docs::doc::Doc;
use super::docs::inline_code;
use crate::ir::{ParamLocation, SchemeKind, SecurityScheme};
use crate::plan::Plan;
use crate::plan::names::Ident;
use crate::tokens::{TokenStream, quote};

/// The name of the static of a scheme.
pub(crate) fn static_name(plan: &Plan<'_>, index: usize) -> Ident {
    let name = plan.names.schemes.get(index);
    name.map_or_else(|| Ident::of_path("SCHEME"), Ident::constant)
}

/// The static of a scheme, from anywhere.
pub(crate) fn scheme_path(cx: &Cx<'_>, index: usize) -> TokenStream {
    let (module, name) = (cx.item(&[], "security"), static_name(cx.plan, index));
    quote!(#module::#name)
}

/// The module of all schemes, the credentials among the header parameters included.
pub(crate) fn schemes(cx: &Cx<'_>) -> TokenStream {
    let statics = cx.plan.api.schemes.iter().enumerate().map(|(index, scheme)| {
        let (constant, name) = (static_name(cx.plan, index), &scheme.name);
        let value = match &scheme.kind {
            SchemeKind::ApiKey { .. } if scheme.is_parameter => quote!(v1::Scheme::parameter(#name)),
            SchemeKind::ApiKey {
                location: ParamLocation::Query,
                name: key,
            } => quote!(v1::Scheme::query(#name, #key)),
            SchemeKind::ApiKey {
                location: ParamLocation::Cookie,
                name: key,
            } => quote!(v1::Scheme::cookie(#name, #key)),
            SchemeKind::ApiKey { name: key, .. } => quote!(v1::Scheme::header(#name, #key)),
            SchemeKind::Basic => quote!(v1::Scheme::basic(#name)),
            SchemeKind::Bearer | SchemeKind::OAuth2 { .. } => quote!(v1::Scheme::bearer(#name)),
            SchemeKind::Http(word) => quote!(v1::Scheme::http(#name, #word)),
            SchemeKind::MutualTls => quote!(v1::Scheme::mutual_tls(#name)),
        };
        quote!(pub(crate) static #constant: v1::Scheme = #value;)
    });
    quote! {
        use ::specwright_runtime::v1;
        #(#statics)*
    }
}

/// The setter of a credential, on the builder or, with `call`, on a call. Nothing for what the transport brings.
pub(crate) fn setter(
    cx: &Cx<'_>,
    scheme: &SecurityScheme,
    name: &Ident,
    index: usize,
    call: bool,
) -> Option<TokenStream> {
    let secret = || cx.runtime(&[], "Secret");
    let credential = || cx.runtime(&[], "Credential");
    let holder = if call { quote!(setup) } else { quote!(core) };
    let docs = docs(cx, scheme, call);
    // A call is `#[must_use]` by itself.
    let must_use = (!call).then(|| quote!(#[must_use]));
    let set = |arguments: TokenStream, value: TokenStream| {
        let constant = scheme_path(cx, index);
        quote! {
            #docs
            #must_use
            pub fn #name(mut self, #arguments) -> Self {
                self.#holder = self.#holder.credential(&#constant, #value);
                self
            }
        }
    };
    Some(match &scheme.kind {
        SchemeKind::ApiKey { .. } => {
            let credential = credential();
            set(quote!(secret: impl Into<#credential>), quote!(secret.into()))
        }
        SchemeKind::Basic => {
            let (secret, credential) = (secret(), credential());
            set(
                quote!(user: impl Into<String>, password: impl Into<#secret>),
                quote!(#credential::basic(user, password)),
            )
        }
        SchemeKind::Bearer | SchemeKind::OAuth2 { .. } | SchemeKind::Http(_) => {
            let credential = credential();
            set(quote!(token: impl Into<#credential>), quote!(token.into()))
        }
        SchemeKind::MutualTls => return None,
    })
}

fn docs(cx: &Cx<'_>, scheme: &SecurityScheme, call: bool) -> TokenStream {
    let sent = match &scheme.kind {
        SchemeKind::ApiKey { location, name } => {
            let place = match location {
                ParamLocation::Query | ParamLocation::QueryString => "query parameter",
                ParamLocation::Cookie => "cookie",
                ParamLocation::Header | ParamLocation::Path => "header",
            };
            format!(
                "Sent as the {place} {}. A string, or a provider of strings that expire.",
                inline_code(name)
            )
        }
        SchemeKind::Basic => "Sent as `Authorization: Basic`.".to_owned(),
        SchemeKind::Bearer => "Sent as `Authorization: Bearer`. A token, or a provider of tokens.".to_owned(),
        SchemeKind::Http(word) => format!("Sent as `Authorization`, after the word {}.", inline_code(word)),
        SchemeKind::OAuth2 { client_credentials, .. } => match client_credentials {
            Some(url) => format!(
                "Sent as `Authorization: Bearer`. A token, or an [`OAuth2`]({}) provider for {}.",
                cx.link(&["OAuth2"]),
                inline_code(url)
            ),
            None => "Sent as `Authorization: Bearer`. A token, or a provider of tokens.".to_owned(),
        },
        SchemeKind::MutualTls => String::new(),
    };
    let docs = Doc::default().prose(scheme.description.as_deref().unwrap_or_default());
    let only = if call { "For this call only." } else { "" };
    docs.own(sent).own(only).attrs()
}
