//! The servers of the document.

use crate::emit::cx::Cx;
use crate::emit::docs::doc::Doc;
use crate::emit::docs::inline_code;
use crate::ir::{Server, ServerVariable};
use crate::plan::names::Ident;
use crate::plan::{Plan, ServerPlan, VariablePlan};
use crate::tokens::{TokenStream, quote};

/// Each server with its names.
pub(crate) fn named<'p>(plan: &'p Plan<'_>) -> impl Iterator<Item = (&'p Server, &'p ServerPlan)> {
    plan.api.servers.iter().zip(&plan.names.servers)
}

/// The enumeration of servers, and the structs of their variables.
pub(crate) fn servers(cx: &Cx<'_>) -> TokenStream {
    if cx.plan.api.servers.is_empty() {
        return TokenStream::new();
    }
    let variants = named(cx.plan).map(|(server, plan)| {
        let docs = Doc::default().prose(server.description.as_deref().unwrap_or_default());
        let docs = docs.own(inline_code(&server.url)).attrs();
        let held = plan.variables.as_ref().map(|(held, _)| quote!((#held)));
        let name = &plan.name;
        quote!(#docs #name #held)
    });
    let urls = named(cx.plan).map(|(server, plan)| {
        let (url, name) = (&server.url, &plan.name);
        let Some((_, variables)) = &plan.variables else {
            return quote!(Self::#name => String::from(#url));
        };
        let pairs = server.variables.iter().zip(variables).map(|(variable, plan)| {
            let (wire, field) = (&variable.name, &plan.name);
            quote!((#wire, server.#field.as_str()))
        });
        quote!(Self::#name(server) => v1::expand_server(#url, &[#(#pairs),*]))
    });
    let variables = named(cx.plan).filter_map(|(server, plan)| {
        let (name, variables) = plan.variables.as_ref()?;
        Some(variables_of(server, &plan.name, name, variables))
    });
    quote! {
        /// The servers of the document.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Server { #(#variants),* }

        impl Server {
            /// The URL of the server.
            pub fn url(&self) -> String {
                match self { #(#urls),* }
            }
        }

        #(#variables)*
    }
}

/// The struct of the variables of a server, and the enumerations of those that list their values.
fn variables_of(server: &Server, variant: &Ident, name: &Ident, plans: &[VariablePlan]) -> TokenStream {
    let each = || server.variables.iter().zip(plans);
    let docs = Doc::default()
        .own(format!("The variables of {}.", inline_code(&server.url)))
        .attrs();
    let fields = each().map(|(variable, plan)| {
        let (docs, field) = (variable_docs(variable), &plan.name);
        let ty = plan
            .values
            .as_ref()
            .map_or_else(|| quote!(String), |(ty, _)| quote!(#ty));
        quote!(#docs pub #field: #ty)
    });
    let defaults = each().map(|(variable, plan)| {
        let (field, default) = (&plan.name, &variable.default);
        match default_variant(variable, plan) {
            Some((ty, variant)) => quote!(#field: #ty::#variant),
            None => quote!(#field: String::from(#default)),
        }
    });
    let setters = each().map(|(variable, plan)| {
        let (docs, field) = (variable_docs(variable), &plan.name);
        let (ty, value) = match &plan.values {
            Some((ty, _)) => (quote!(#ty), quote!(#field)),
            None => (quote!(impl Into<String>), quote!(#field.into())),
        };
        quote! {
            #docs
            #[must_use]
            pub fn #field(mut self, #field: #ty) -> Self {
                self.#field = #value;
                self
            }
        }
    });
    let values = each().filter_map(|(variable, plan)| {
        let (ty, variants) = plan.values.as_ref()?;
        Some(values(variable, ty, variants))
    });
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub struct #name { #(#fields),* }

        impl #name {
            /// The defaults of the document.
            pub fn new() -> Self { Self { #(#defaults),* } }
            #(#setters)*
        }

        impl Default for #name {
            fn default() -> Self { Self::new() }
        }

        impl From<#name> for Server {
            fn from(server: #name) -> Self { Self::#variant(server) }
        }

        #(#values)*
    }
}

/// The values of a variable, which has no others.
fn values(variable: &ServerVariable, name: &Ident, variants: &[Ident]) -> TokenStream {
    let docs = Doc::default()
        .own(format!("The values of {}.", inline_code(&variable.name)))
        .attrs();
    let each = || variable.values.iter().zip(variants);
    let listed = each().map(|(value, variant)| {
        let docs = Doc::default().own(inline_code(value)).attrs();
        quote!(#docs #variant)
    });
    let texts = each().map(|(value, variant)| quote!(Self::#variant => #value));
    quote! {
        #docs
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum #name { #(#listed),* }

        impl #name {
            /// The value as it is in the URL.
            pub fn as_str(self) -> &'static str {
                match self { #(#texts),* }
            }
        }
    }
}

fn default_variant<'p>(variable: &ServerVariable, plan: &'p VariablePlan) -> Option<(&'p Ident, &'p Ident)> {
    let (ty, variants) = plan.values.as_ref()?;
    let at = variable.values.iter().position(|value| *value == variable.default)?;
    Some((ty, variants.get(at)?))
}

fn variable_docs(variable: &ServerVariable) -> TokenStream {
    let docs = Doc::default().prose(variable.description.as_deref().unwrap_or_default());
    let docs = docs.own(format!("Default {}.", inline_code(&variable.default)));
    // Of an enumeration these are the variants.
    let values: Vec<String> = variable.values.iter().map(|value| inline_code(value)).collect();
    let is_string = !values.is_empty() && !variable.values.contains(&variable.default);
    let values = is_string.then(|| format!("One of {}.", values.join(", ")));
    docs.own(values.unwrap_or_default()).attrs()
}

/// The URL of a server with the defaults of its variables.
pub(crate) fn server_default(server: &Server) -> String {
    let mut url = server.url.clone();
    for variable in &server.variables {
        url = url.replace(&format!("{{{}}}", variable.name), &variable.default);
    }
    url
}

/// Which of several servers is called, in a sentence.
pub(crate) fn default_server(plan: &Plan<'_>) -> Option<String> {
    let (server, names) = named(plan).next().filter(|_| plan.api.servers.len() > 1)?;
    let url = server_default(server);
    Some(match url.contains("://") {
        true => format!(
            "**Calls go to `Server::{}`** ({}), the first that the document lists, unless `server` or `base_url` of the \
             builder says otherwise.",
            names.name,
            inline_code(&url)
        ),
        false => "**No server is the default**, since the first that the document lists is relative: set `server` or `base_url` \
                  of the builder."
            .to_owned(),
    })
}
