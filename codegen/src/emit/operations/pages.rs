//! Results in pages: `pages()` and `items()` of a call. The call that follows a page is made in its wire code.

use crate::emit::cx::Cx;
use crate::plan::{Held, OperationPlan, Step};
use crate::tokens::{TokenStream, quote};

/// The methods of the call.
pub(crate) fn methods(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let Some(pages) = &plan.pages else {
        return TokenStream::new();
    };
    let (success, error, item) = (
        cx.ty(&plan.responses.success.ty),
        cx.ty(&plan.responses.failure.ty),
        cx.ty(&pages.item),
    );
    let wire = cx.wire_module(plan);
    let (members, optional) = owned(&pages.items);
    let members = match optional {
        true => quote!(#members.unwrap_or_default()),
        false => members,
    };
    let (pages, items) = (cx.runtime(&[], "Pages"), cx.runtime(&[], "Items"));
    quote! {
        /// All pages from this one on, as a stream.
        pub fn pages(self) -> #pages<Self, #success, #error> {
            v1::pages(self, Self::send, #wire::next)
        }
        /// The items of all pages from this one on, as a stream.
        pub fn items(self) -> #items<Self, #success, #error, #item> {
            self.pages().items(|page| #members)
        }
    }
}

/// `page.a.b`, moved out of the page, and whether that is an `Option`.
pub(crate) fn owned(steps: &[Step]) -> (TokenStream, bool) {
    let mut path = quote!(page);
    let mut optional = false;
    for Step { name, held } in steps {
        let into_value = (*held == Held::Field).then(|| quote!(.into_value()));
        path = match (optional, held) {
            (false, _) => quote!(#path.#name #into_value),
            (true, Held::Plain) => quote!(#path.map(|at| at.#name)),
            (true, Held::Option | Held::Field) => quote!(#path.and_then(|at| at.#name #into_value)),
        };
        optional |= *held != Held::Plain;
    }
    (path, optional)
}
