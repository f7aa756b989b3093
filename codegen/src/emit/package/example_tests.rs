//! `tests/examples.rs` of the package: a table of examples for each type, which the runtime reads and writes back.

use super::lib_rs::allow_deprecated;
use crate::emit::cx::Cx;
use crate::emit::features::module_gate;
use crate::ir::{ExampleTest, Json};
use crate::plan::{ExampleGroup, Plan};
use crate::text::json_string;
use crate::tokens::{Literal, TokenStream, Word, quote};
use std::collections::BTreeSet;

/// The file.
pub(crate) fn file(plan: &Plan<'_>) -> TokenStream {
    let cx = Cx::outside(plan);
    let deprecated = allow_deprecated(plan);
    let groups = plan.package.examples.groups.iter().map(|group| table(&cx, group));
    let imports = imports(plan);
    quote! {
        #![doc = " The examples of the document: each is read by its type and written back the same."]
        #deprecated
        #imports
        use specwright_runtime::v1::Examples;
        #[test]
        fn examples_round_trip() {
            let mut examples = Examples::new();
            #(#groups)*
            examples.finish();
        }
    }
}

/// The folders of modules that hold the types.
fn imports(plan: &Plan<'_>) -> TokenStream {
    let homes = plan.package.examples.groups.iter().filter_map(|group| group.home);
    let folders: BTreeSet<&str> = homes.map(|home| plan.module(home).folder.as_str()).collect();
    if folders.is_empty() {
        return TokenStream::new();
    }
    let folders = folders.into_iter().map(Word::new);
    let krate = Word::new(plan.package.lib_name());
    let allow = plan
        .package
        .tags
        .as_ref()
        .map(|_| quote!(#[allow(unused_imports, reason = "features leave operations out")]));
    quote!(#allow use #krate::{#(#folders),*};)
}

fn table(cx: &Cx<'_>, group: &ExampleGroup<'_>) -> TokenStream {
    let ty = cx.ty(&group.ty);
    let check = match (group.undeclared, cx.plan.types.is_integer(&group.ty)) {
        (true, _) => quote!(with_undeclared),
        (false, true) => quote!(integers),
        (false, false) => quote!(values),
    };
    let rows = group.examples.iter().map(|trial| {
        let pointer = label(trial);
        let json = raw(&json(&trial.value));
        let undeclared = trial.fits.as_deref().filter(|_| group.undeclared);
        let undeclared = undeclared.map(|names| quote!(, &[#(#names),*]));
        quote!((#pointer, #json #undeclared))
    });
    let rows = match group.undeclared {
        // Lists of different lengths are of one type only where the type is written.
        true => quote!(let rows: &[(_, _, &[_])] = &[#(#rows),*];),
        false => quote!(let rows = &[#(#rows),*];),
    };
    let gate = group.home.map(|home| module_gate(cx.plan, home));
    let call = quote!(examples.#check::<#ty>(rows););
    quote!(#gate #rows #gate #call)
}

/// So many characters of what is said of an example are shown.
const PROSE: usize = 200;

/// Where an example is, and what is said of it.
fn label(trial: &ExampleTest) -> String {
    let pointer = &trial.origin.pointer;
    match &trial.prose {
        Some(prose) => format!("{pointer} ({})", prose.chars().take(PROSE).collect::<String>()),
        None => pointer.to_string(),
    }
}

/// A raw string literal: JSON text is full of quotation marks. The text has no character that it could not hold.
pub(crate) fn raw(text: &str) -> Literal {
    Literal::raw(text)
}

/// JSON text in which everything that can't be seen is escaped.
pub(crate) fn json(value: &Json) -> String {
    let mut out = String::new();
    write(&mut out, value);
    out
}

fn write(out: &mut String, value: &Json) {
    match value {
        Json::Null => out.push_str("null"),
        Json::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Json::Number(text) => out.push_str(text),
        Json::String(text) => json_string(out, text),
        Json::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                write(out, item);
            }
            out.push(']');
        }
        Json::Object(members) => {
            out.push('{');
            for (index, (name, value)) in members.iter().enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                json_string(out, name);
                out.push_str(": ");
                write(out, value);
            }
            out.push('}');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_data() {
        let hostile = Json::String("\"#; panic!(); r#\"\u{202e}\r\u{e0041}\0".into());
        let text = json(&hostile);
        assert_eq!(text, r##""\"#; panic!(); r#\"\u202e\r\udb40\udc41\u0000""##);
        let literal: syn::LitStr = syn::parse_str(&raw(&text).to_string()).expect("a literal");
        assert_eq!(literal.value(), text);
        let marks = format!("\"{}", "#".repeat(300));
        let literal: syn::LitStr = syn::parse_str(&raw(&marks).to_string()).expect("a literal");
        assert_eq!(literal.value(), marks);
    }
}
