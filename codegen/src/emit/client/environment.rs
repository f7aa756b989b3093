//! The client that environment variables describe.

use crate::emit::cx::Cx;
use crate::emit::docs::doc::Doc;
use crate::emit::security::scheme_path;
use crate::plan::package::environment::{EnvironmentPlan, VariablePlan};
use crate::tokens::{TokenStream, quote};

/// Where programs have an environment.
fn condition() -> TokenStream {
    quote!(#[cfg(not(target_arch = "wasm32"))])
}

/// The static with the variables.
pub(super) fn variables(cx: &Cx<'_>) -> Option<TokenStream> {
    let plan = cx.plan.package.environment.as_ref()?;
    let (condition, base_url) = (condition(), &plan.base_url);
    let credentials = plan.credentials.iter().map(|variable| {
        let (name, scheme) = (&variable.name, scheme_path(cx, variable.scheme));
        let required = variable.is_required.then(|| quote!(.required()));
        match &variable.password {
            Some(password) => quote!(v1::Variable::basic(#name, #password, &#scheme) #required),
            None => quote!(v1::Variable::secret(#name, &#scheme) #required),
        }
    });
    let open = plan.is_open.then(|| quote!(.open()));
    Some(quote! {
        #condition
        static ENVIRONMENT: v1::Environment = v1::Environment::new(#base_url, &[#(#credentials),*]) #open;
    })
}

/// `Client::from_env`.
pub(super) fn constructor(cx: &Cx<'_>) -> Option<TokenStream> {
    let plan = cx.plan.package.environment.as_ref()?;
    let condition = condition();
    let docs = Doc::default().own("A client with the server and the credentials that environment variables hold:");
    let docs = docs.lines(list(cx, plan));
    let docs = docs.own(
        "Everything else has its default: [`ClientBuilder::with_env`] leaves it to you. An empty variable is not set.",
    );
    let docs = docs
        .own("# Errors")
        .own("Which variables are missing; what [`ClientBuilder::build`] says.");
    let (docs, build_error) = (docs.attrs(), cx.runtime(&[], "BuildError"));
    Some(quote! {
        #docs
        #condition
        pub fn from_env() -> Result<Self, #build_error> {
            Self::builder().with_env()?.build()
        }
    })
}

/// `ClientBuilder::with_env`.
pub(super) fn setter(cx: &Cx<'_>) -> Option<TokenStream> {
    cx.plan.package.environment.as_ref()?;
    let (condition, build_error) = (condition(), cx.runtime(&[], "BuildError"));
    Some(quote! {
        /// Takes what is not set yet from the environment variables that [`Client::from_env`] lists.
        ///
        /// # Errors
        ///
        /// Which variables are missing, without the value of any.
        #condition
        pub fn with_env(mut self) -> Result<Self, #build_error> {
            self.core = self.core.environment(&ENVIRONMENT)?;
            Ok(self)
        }
    })
}

/// The variables and what each sets, as a list.
fn list(cx: &Cx<'_>, plan: &EnvironmentPlan) -> Vec<String> {
    let base_url = format!("* `{}`: [`base_url`](ClientBuilder::base_url)", plan.base_url);
    let credentials = plan.credentials.iter().map(|variable| line(cx, variable));
    [base_url].into_iter().chain(credentials).collect()
}

fn line(cx: &Cx<'_>, variable: &VariablePlan) -> String {
    let method = cx.plan.names.schemes.get(variable.scheme);
    let method = method.map_or("", |name| name.as_str());
    let required = if variable.is_required { "; required" } else { "" };
    let password = variable.password.iter().map(|password| format!(" and `{password}`"));
    let password: String = password.collect();
    format!(
        "* `{}`{password}: [`{method}`](ClientBuilder::{method}){required}",
        variable.name
    )
}
