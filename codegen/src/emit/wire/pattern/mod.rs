//! Functions that match patterns.

mod class;
mod code;
mod table;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::emit::cx::Cx;
use crate::pattern::{Code, Matcher, Pattern};

/// Characters of a pattern that its documentation shows.
const MAX_SHOWN: usize = 160;

/// A function `NAME(text: &str) -> bool` that tells whether the pattern is found in the text.
///
/// It is a `const fn` where [`Pattern::is_const`]. Otherwise it asks the engine of the runtime, which accepts every text
/// without its cargo feature.
#[must_use]
pub fn matcher_fn(name: &Ident, pattern: &Pattern) -> TokenStream {
    let doc = format!(" Whether the pattern {} is found in the text.", shown(&pattern.source));
    match &pattern.matcher {
        Matcher::Code(code) => {
            let body = code::body(code);
            let text = if matches!(code, Code::Constant(_)) {
                quote!(_text)
            } else {
                quote!(text)
            };
            quote! {
                #[doc = #doc]
                pub(crate) const fn #name(#text: &str) -> bool { #body }
            }
        }
        Matcher::Table(table) => {
            let body = table::body(table);
            quote! {
                #[doc = #doc]
                pub(crate) const fn #name(text: &str) -> bool { #body }
            }
        }
        Matcher::Engine(reason) => {
            let source = pattern.strict_source().unwrap_or_default();
            let why =
                format!(" An engine checks it, since {reason}; without the feature `regress` every string passes.");
            quote! {
                #[doc = #doc]
                #[doc = ""]
                #[doc = #why]
                pub(crate) fn #name(text: &str) -> bool {
                    use ::specwright_runtime::v1::pattern::Engine;
                    static ENGINE: Engine = Engine::new(#source);
                    ENGINE.is_match(text)
                }
            }
        }
    }
}

/// The pattern as Markdown code that no pattern can break out of.
fn shown(source: &str) -> String {
    let mut visible = String::new();
    for (index, c) in source.chars().enumerate() {
        if index == MAX_SHOWN {
            visible.push('…');
            break;
        }
        // Control, bidirectional and invisible characters are written as escapes.
        if c == '\\' || c == '"' || c == '\'' {
            visible.push(c);
        } else {
            visible.extend(c.escape_debug());
        }
    }
    let longest = visible.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    // Spaces inside keep a backtick at the edge, or a pattern of nothing, apart from the fence.
    let needs_space = visible.is_empty() || visible.starts_with(['`', ' ']) || visible.ends_with(['`', ' ']);
    let space = if needs_space { " " } else { "" };
    format!("{fence}{space}{visible}{space}{fence}")
}

/// The function that matches a pattern; nothing for a pattern that is no regular expression.
pub(crate) fn matcher(cx: &Cx<'_>, source: &str) -> Option<TokenStream> {
    let (name, _) = cx.plan.types.patterns.get(source)?;
    let name = name.token();
    Some(cx.pattern(&quote!(#name)))
}

/// The module of all matchers, each under its condition.
pub(crate) fn patterns(cx: &Cx<'_>, gate: &dyn Fn(&str) -> TokenStream) -> TokenStream {
    let functions = cx.plan.types.patterns.iter().map(|(source, (name, pattern))| {
        let (gate, function) = (gate(source), matcher_fn(&name.token(), pattern));
        quote!(#gate #function)
    });
    quote!(#(#functions)*)
}
