//! `until_done()` of a call, which is made again until its response says that something has ended.

use crate::emit::cx::Cx;
use crate::emit::docs::doc::Doc;
use crate::plan::{Held, OperationPlan, PollingPlan, Step};
use crate::tokens::{TokenStream, quote};

/// The method of the call.
pub(crate) fn method(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let Some(polling) = &plan.polling else {
        return TokenStream::new();
    };
    let responses = &plan.responses;
    let (success, error) = (cx.ty(&responses.success.ty), cx.ty(&responses.failure.ty));
    let polled = cx.runtime(&[], "Polling");
    let docs = Doc::default().own(docs(polling)).attrs();
    let status = status(&polling.status);
    let PollingPlan { done, failed, .. } = polling;
    quote! {
        #docs
        pub fn until_done(self) -> #polled<Self, #success, #error> {
            v1::until_done(self, |response| #status, &[#(#done),*], &[#(#failed),*])
        }
    }
}

fn docs(polling: &PollingPlan) -> String {
    let name = polling.status.last().map_or("", |step| step.name.as_str());
    let values = |values: &[String]| {
        let quoted: Vec<String> = values
            .iter()
            .map(|value| crate::emit::docs::inline_code(value))
            .collect();
        quoted.join(" or ")
    };
    let failed = match polling.failed.as_slice() {
        [] => String::new(),
        failed => format!(" With {} it has failed, which is an error.", values(failed)),
    };
    format!(
        "Makes the call again until `{name}` is {}.{failed}",
        values(&polling.done)
    )
}

/// A reference to the status, as an `Option`.
fn status(steps: &[Step]) -> TokenStream {
    let mut path = quote!(response);
    let mut optional = false;
    for Step { name, held } in steps {
        path = match (optional, held) {
            (false, Held::Plain) => quote!(#path.#name),
            (false, Held::Option) => quote!(#path.#name.as_ref()),
            (false, Held::Field) => quote!(#path.#name.value()),
            (true, Held::Plain) => quote!(#path.map(|at| &at.#name)),
            (true, Held::Option) => quote!(#path.and_then(|at| at.#name.as_ref())),
            (true, Held::Field) => quote!(#path.and_then(|at| at.#name.value())),
        };
        optional |= *held != Held::Plain;
    }
    match optional {
        true => quote!(#path.map(|status| status as _)),
        false => quote!(Some(&#path)),
    }
}
