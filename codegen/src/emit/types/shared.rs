//! Types that another generated crate defines: here they are names for those.

use crate::ir::Shared;
use crate::plan::TypePlan;
use crate::plan::names::Ident;
use crate::tokens::{TokenStream, quote};

/// A type of another crate, and the struct that its constructor takes, under the names that they have here.
pub(crate) fn reexport(ty: &TypePlan<'_>, shared: &Shared) -> TokenStream {
    let krate = Ident::of_path(&shared.krate);
    let path: Vec<Ident> = shared.path.iter().map(|name| Ident::of_path(name)).collect();
    let Some((theirs, modules)) = path.split_last() else {
        return TokenStream::new();
    };
    let named = |theirs: &Ident, ours: &Ident| {
        let modules = modules.iter();
        let item = quote!(::#krate::#(#modules::)*#theirs);
        match theirs == ours {
            true => quote!(pub use #item;),
            false => quote!(pub use #item as #ours;),
        }
    };
    let own = named(theirs, &ty.name);
    let required = shared.required.as_deref().zip(ty.required_struct.as_ref());
    let required = required.map(|(theirs, ours)| named(&Ident::of_path(theirs), ours));
    quote!(#own #required)
}
