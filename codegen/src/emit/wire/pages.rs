//! The call that follows a page of results.

use crate::emit::cx::Cx;
use crate::emit::operations::pages::owned;
use crate::plan::{Argument, Item, NextPlan, OperationPlan, PagePlan, RustType, Step};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// A reference to what the steps lead to, and whether it is an `Option`.
fn borrowed(root: &TokenStream, steps: &[Step]) -> (TokenStream, bool) {
    let mut path = root.clone();
    let mut optional = false;
    for (index, Step { name, optional: maybe }) in steps.iter().enumerate() {
        let last = index + 1 == steps.len();
        path = match (optional, maybe) {
            (false, false) if last => quote!(&#path.#name),
            (false, false) => quote!(#path.#name),
            (false, true) => quote!(#path.#name.as_ref()),
            (true, false) => quote!(#path.map(|at| &at.#name)),
            (true, true) => quote!(#path.and_then(|at| at.#name.as_ref())),
        };
        optional |= maybe;
    }
    (path, optional)
}

/// The function that makes the next call.
pub(crate) fn next(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let Some(pages) = &plan.pages else {
        return TokenStream::new();
    };
    let call = cx.ty(&plan.item(Item::Call));
    let success = cx.ty(&plan.responses.success.ty);
    let (option, some, none) = (cx.std("Option"), cx.std("Some"), cx.std("None"));
    let more = pages.more.as_ref().map(|steps| {
        let (flag, optional) = borrowed(&quote!(page), steps);
        match optional {
            true => quote!(if #flag == #some(&false) { return #none; }),
            false => {
                let flag = owned(steps).0;
                quote!(if !#flag { return #none; })
            }
        }
    });
    let change = change(cx, plan, pages);
    quote! {
        pub(crate) fn next(mut call: #call, page: &v1::Response<#success>) -> #option<#call> {
            #more
            #change
            #some(call)
        }
    }
}

fn change(cx: &Cx<'_>, plan: &OperationPlan, pages: &PagePlan) -> TokenStream {
    match &pages.next {
        NextPlan::Cursor(argument, token, ty) => {
            let (token, optional) = borrowed(&quote!(page), token);
            let token = if optional { quote!(#token?) } else { token };
            cursor(cx, &plan.arguments[*argument], &token, ty)
        }
        NextPlan::LastItem(argument, id, ty) => {
            let (items, optional) = list(pages);
            let items = if optional { quote!(#items?) } else { items };
            let (id, optional) = borrowed(&quote!(last), id);
            let id = if optional { quote!(#id?) } else { id };
            let change = cursor(cx, &plan.arguments[*argument], &id, ty);
            quote!(let last = #items.last()?; #change)
        }
        NextPlan::Page(argument, first) => {
            let first = Literal::i64_unsuffixed(*first);
            counted(
                cx,
                &plan.arguments[*argument],
                pages,
                |current, got| quote!(v1::next_page(#current, #first, #got)?),
            )
        }
        NextPlan::Offset(argument) => counted(
            cx,
            &plan.arguments[*argument],
            pages,
            |current, got| quote!(v1::next_offset(#current, #got)?),
        ),
        NextPlan::Url(url, ty) => {
            let (url, optional) = borrowed(&quote!(page), url);
            let url = if optional { quote!(#url?) } else { url };
            let (some, none) = (cx.std("Some"), cx.std("None"));
            let text = text(cx, ty, &quote!(url));
            quote! {
                let url = #url;
                let next = v1::next_cursor(#none, #some(#text))?;
                call.setup = call.setup.next_url(next)?;
            }
        }
        NextPlan::Link => quote! {
            let next = v1::next_link(page.headers())?;
            call.setup = call.setup.next_url(next)?;
        },
    }
}

/// A reference to the list of items, and whether it is an `Option`.
fn list(pages: &PagePlan) -> (TokenStream, bool) {
    borrowed(&quote!(page), &pages.items)
}

/// A reference to a token as `&str`.
fn text(cx: &Cx<'_>, ty: &RustType, value: &TokenStream) -> TokenStream {
    match cx.plan.types.unaliased(ty) {
        RustType::String | RustType::Named(_) => quote!(#value.as_str()),
        _ => quote!(&#value.to_string()),
    }
}

fn cursor(cx: &Cx<'_>, argument: &Argument, token: &TokenStream, ty: &RustType) -> TokenStream {
    let (name, some) = (&argument.name, cx.std("Some"));
    let token_text = text(cx, ty, &quote!(token));
    let current = match (cx.plan.types.unaliased(&argument.ty), argument.positional) {
        (RustType::String, true) => quote!(#some(call.#name.as_str())),
        (RustType::String, false) => quote!(call.#name.as_deref()),
        (RustType::Named(_), true) => quote!(#some(call.#name.as_str())),
        (RustType::Named(_), false) => quote!(call.#name.as_ref().map(|value| value.as_str())),
        (_, true) => quote!(#some(call.#name.to_string().as_str())),
        (_, false) => quote!(call.#name.map(|value| value.to_string()).as_deref()),
    };
    let value = match cx.plan.types.unaliased(&argument.ty) {
        RustType::String => quote!(next),
        _ => quote!(next.parse().ok()?),
    };
    let set = set(cx, argument, &value);
    quote! {
        let token = #token;
        let next = v1::next_cursor(#current, #some(#token_text))?;
        #set
    }
}

fn set(cx: &Cx<'_>, argument: &Argument, value: &TokenStream) -> TokenStream {
    let name = &argument.name;
    if argument.positional {
        return quote!(call.#name = #value;);
    }
    let some = cx.std("Some");
    quote!(call.#name = #some(#value);)
}

fn counted(
    cx: &Cx<'_>,
    argument: &Argument,
    pages: &PagePlan,
    next: impl FnOnce(TokenStream, TokenStream) -> TokenStream,
) -> TokenStream {
    let (name, some) = (&argument.name, cx.std("Some"));
    let (items, optional) = list(pages);
    let got = match (optional, pages.items.is_empty()) {
        (true, _) => quote!(#items.map_or(0, |items| items.len())),
        (false, true) => quote!(page.len()),
        (false, false) => {
            let items = owned(&pages.items).0;
            quote!(#items.len())
        }
    };
    let ty = cx.plan.types.unaliased(&argument.ty);
    let current = match (ty, argument.positional) {
        (RustType::Integer("i64"), true) => quote!(#some(call.#name)),
        (RustType::Integer("i64"), false) => quote!(call.#name),
        (RustType::Integer("i32" | "u32"), true) => quote!(#some(i64::from(call.#name))),
        (RustType::Integer("i32" | "u32"), false) => quote!(call.#name.map(i64::from)),
        (_, true) => quote!(i64::try_from(call.#name).ok()),
        (_, false) => quote!(call.#name.and_then(|value| i64::try_from(value).ok())),
    };
    let next = next(current, got);
    let own = cx.ty(ty);
    let value = match ty {
        RustType::Integer("i64") => quote!(next),
        RustType::Integer("i128") => quote!(i128::from(next)),
        _ => quote!(#own::try_from(next).ok()?),
    };
    let set = set(cx, argument, &value);
    quote!(let next = #next; #set)
}
