//! What verifies deliveries of a webhook or callback and reads them: `SIGNATURE` and `receive` of its module.

use crate::emit::cx::{Cx, Layout};
use crate::ir::{Event, Signature};
use crate::plan::{ModuleId, Plan, RustType, SIGNATURES};
use crate::tokens::{Literal, TokenStream, quote};

/// The functions, where the document says how deliveries are signed. They are the same everywhere, so that a macro has them.
pub(super) fn functions(plan: &Plan<'_>, layout: Layout, id: ModuleId, event: &Event) -> TokenStream {
    let Some(said) = &event.signature else {
        return TokenStream::new();
    };
    // A feature may leave the functions out, and imports of theirs would be unused then.
    let cx = Cx::definitions(plan, layout, id).spelled_out();
    let payload = event.json().and_then(|content| content.ty.as_ref());
    let payload = cx.ty(&payload.map_or(RustType::Value, RustType::of));
    let (signatures, header, more) = (cx.runtime(&["v1"], "signatures"), &said.header, settings(&cx, said));
    let gate = match layout {
        Layout::Crate => {
            let feature = SIGNATURES;
            quote!(#[cfg(feature = #feature)])
        }
        // The features of another program's crate are not known. The runtime knows its own.
        Layout::File => TokenStream::new(),
    };
    quote! {
        #gate
        #signatures!(#payload, #header, #more);
    }
}

/// What differs from a header with the hexadecimal digits of the body's signature.
fn settings(cx: &Cx<'_>, said: &Signature) -> TokenStream {
    let settings = [
        said.prefix.as_ref().map(|text| quote!(.prefix(#text))),
        said.separator.map(|one| {
            let one = Literal::character(one);
            quote!(.separator(#one))
        }),
        said.is_base64.then(|| {
            let encoding = cx.runtime(&["webhook"], "Encoding");
            quote!(.encoding(#encoding::Base64))
        }),
        said.content.as_ref().map(|text| quote!(.content(#text))),
        said.id_header.as_ref().map(|name| quote!(.id_header(#name))),
        said.timestamp_header
            .as_ref()
            .map(|name| quote!(.timestamp_header(#name))),
        said.timestamp_item.as_ref().map(|text| quote!(.timestamp_item(#text))),
        said.tolerance.map(|seconds| {
            let seconds = Literal::integer(i64::try_from(seconds).unwrap_or(i64::MAX));
            let duration = cx.library(&["time"], "Duration");
            quote!(.tolerance(#duration::from_secs(#seconds)))
        }),
        said.is_secret_base64.then(|| quote!(.base64_secret())),
    ];
    let settings = settings.into_iter().flatten();
    quote!(#(#settings)*)
}
