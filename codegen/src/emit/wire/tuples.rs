//! Wire code of tuples.

use super::direction::{reading, writing};
use crate::emit::cx::Cx;
use crate::plan::{RustType, TuplePlan, TypePlan};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The wire code of a tuple.
pub(crate) fn tuple_code(cx: &Cx<'_>, ty: &TypePlan<'_>, plan: &TuplePlan<'_>) -> TokenStream {
    let (name, tuple) = (&ty.name, plan.source);
    let (ok, result) = (cx.std("Ok"), cx.std("Result"));
    let payloads: Vec<&RustType> = plan.elements.iter().chain(&plan.rest).collect();
    let reads = payloads.iter().enumerate().map(|(index, payload)| {
        let integer = cx.plan.types.is_integer(payload);
        let place = Literal::usize_unsuffixed(index);
        match (index < tuple.required, index < tuple.elements.len(), integer) {
            (true, _, false) => quote!(v1::item(&mut items, #place)?),
            (true, _, true) => quote!(v1::integer_item(&mut items, #place)?),
            (false, true, false) => quote!(v1::optional_item(&mut items)?),
            (false, true, true) => quote!(v1::optional_integer_item(&mut items)?),
            (false, false, false) => quote!(v1::further_items(&mut items)?),
            (false, false, true) => quote!(v1::further_integer_items(&mut items)?),
        }
    });
    let writes = (0..payloads.len()).map(|index| {
        let place = Literal::usize_unsuffixed(index);
        if index < tuple.required {
            quote!(items.required(&self.#place);)
        } else if index < tuple.elements.len() {
            quote!(items.optional(&self.#place);)
        } else {
            quote!(items.rest(&self.#place);)
        }
    });
    let closed = (tuple.rest.is_none() && !ty.usage.received).then(|| quote!(v1::no_further_items(&mut items)?;));
    let (reading, writing) = (reading(cx, ty), writing(cx, ty));
    quote! {
        #reading
        impl v1::Tuple for #name {
            fn read<'de, A: v1::SeqAccess<'de>>(mut items: A) -> #result<Self, A::Error> {
                let tuple = Self(#(#reads),*);
                #closed
                #ok(tuple)
            }
        }
        #reading v1::deserialize!(#name => tuple);
        #writing
        impl v1::WriteTuple for #name {
            fn write<S: v1::Serializer>(&self, items: &mut v1::TupleItems<S>) { #(#writes)* }
        }
        #writing v1::serialize!(#name => tuple);
    }
}
