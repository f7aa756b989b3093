//! Prints straight code: calls that read like the pattern.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::class::Classes;
use crate::pattern::{Code, Sequence, Step};

/// The body of a matcher.
pub(super) fn body(code: &Code) -> TokenStream {
    match code {
        Code::Constant(answer) => quote!(#answer),
        Code::Equals(texts) if texts.iter().all(String::is_empty) => quote!(text.is_empty()),
        Code::Equals(texts) => {
            let texts = texts.iter().map(|text| Literal::byte_string(text.as_bytes()));
            quote!(::core::matches!(text.as_bytes(), #(#texts)|*))
        }
        Code::StartsWith(texts) => any_of(&quote!(starts_with), texts),
        Code::EndsWith(texts) => any_of(&quote!(ends_with), texts),
        Code::Contains(texts) => any_of(&quote!(contains), texts),
        Code::ContainsAny(set) => {
            let mut classes = Classes::default();
            let class = classes.class(set);
            let classes = classes.finish("contains_any");
            quote! { #classes contains_any(text, #class) }
        }
        Code::Steps(sequences) => steps(sequences),
    }
}

/// `starts_with(text, "a") || starts_with(text, "b")`
fn any_of(function: &TokenStream, texts: &[String]) -> TokenStream {
    let calls = texts
        .iter()
        .map(|expected| quote!(::specwright_runtime::v1::pattern::#function(text, #expected)));
    quote!(#(#calls)||*)
}

/// `let mut scan = Scan::new(text); scan.literal("a") && …` for each sequence.
fn steps(sequences: &[Sequence]) -> TokenStream {
    let mut classes = Classes::default();
    let mut branches = TokenStream::new();
    for (index, sequence) in sequences.iter().enumerate() {
        let conditions = conditions(sequence, &mut classes);
        let scan = match sequence.fixed_bytes() {
            Some(length) if !sequence.from_start => {
                let length = Literal::usize_unsuffixed(length);
                quote!(Scan::last(text, #length))
            }
            _ => quote!(Scan::new(text)),
        };
        branches.extend(if index + 1 == sequences.len() {
            quote!(let mut scan = #scan; #(#conditions)&&*)
        } else {
            quote!(let mut scan = #scan; if #(#conditions)&&* { return true; })
        });
    }
    let classes = classes.finish("Scan");
    quote! { #classes #branches }
}

fn conditions(sequence: &Sequence, classes: &mut Classes) -> Vec<TokenStream> {
    let steps = sequence.steps.iter().map(|step| condition(step, classes));
    match sequence.fixed_bytes() {
        // A length that is always the same is the cheapest thing to check, and then the end needs no check.
        Some(0) => vec![quote!(text.is_empty())],
        Some(length) if sequence.from_start => {
            let length = Literal::usize_unsuffixed(length);
            std::iter::once(quote!(text.len() == #length)).chain(steps).collect()
        }
        Some(_) => steps.collect(),
        None => steps.chain(sequence.to_end.then(|| quote!(scan.is_at_end()))).collect(),
    }
}

fn condition(step: &Step, classes: &mut Classes) -> TokenStream {
    let number = |count: u32| Literal::u32_unsuffixed(count);
    match step {
        Step::Literal(text) => quote!(scan.literal(#text)),
        Step::OneOf(texts) => quote!(scan.one_of(&[#(#texts),*])),
        Step::Optional(text) => quote!(scan.optional(#text)),
        Step::Run { set, min, max } => {
            let class = classes.class(set);
            let least = number(*min);
            match max.map(number) {
                Some(_) if *max == Some(*min) => quote!(scan.exactly(#least, #class)),
                Some(most) => quote!(scan.between(#least, #most, #class)),
                None => quote!(scan.at_least(#least, #class)),
            }
        }
    }
}
