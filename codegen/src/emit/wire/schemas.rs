//! Assertions as constant data, for the interpreter of the runtime.

use super::literals::{constant, number};
use crate::emit::cx::Cx;
use crate::ir::{Assertion, AssertionId, Check};
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

/// The module of all schemas.
pub(crate) fn schemas(cx: &Cx<'_>) -> TokenStream {
    let statics = cx.plan.types.assertions.iter().map(|id| {
        let name = format_ident!("SCHEMA_{}", id.0);
        let assertion = &cx.plan.api.assertions[*id];
        let docs = match &assertion.origin {
            Some(origin) => crate::emit::docs::describe::attrs(&[], &[crate::emit::docs::inline_code(&origin.pointer)]),
            None => TokenStream::new(),
        };
        let value = schema(cx, assertion);
        quote! {
            #docs
            pub(crate) static #name: v1::Schema = #value;
        }
    });
    quote!(#(#statics)*)
}

/// A reference to another schema of the module.
fn refer(id: AssertionId) -> TokenStream {
    let name = format_ident!("SCHEMA_{}", id.0);
    quote!(v1::Schema::refer(&#name))
}

fn some(value: &TokenStream) -> TokenStream {
    quote!(::std::option::Option::Some(#value))
}

fn schema(cx: &Cx<'_>, assertion: &Assertion) -> TokenStream {
    match assertion.boolean {
        Some(true) => return quote!(v1::Schema::ANY),
        Some(false) => return quote!(v1::Schema::NONE),
        None => {}
    }
    let mut fields: Vec<TokenStream> = Vec::new();
    if let Some(target) = assertion.reference {
        let name = format_ident!("SCHEMA_{}", target.0);
        fields.push(quote!(reference: ::std::option::Option::Some(v1::Ref::To(&#name))));
    }
    values(assertion, &mut fields);
    fields.extend(assertion.checks.iter().filter_map(|check| limit(cx, check)));
    objects(cx, assertion, &mut fields);
    applicators(assertion, &mut fields);
    if fields.is_empty() {
        return quote!(v1::Schema::ANY);
    }
    quote!(v1::Schema { #(#fields,)* ..v1::Schema::ANY })
}

fn values(assertion: &Assertion, fields: &mut Vec<TokenStream>) {
    if let [first, rest @ ..] = assertion.types.as_slice() {
        let word = |word: &str| {
            let name = format_ident!("{}", word.to_ascii_uppercase());
            quote!(v1::Types::#name)
        };
        let first = word(first);
        let rest = rest.iter().map(|ty| word(ty));
        fields.push(quote!(types: ::std::option::Option::Some(#first #(.or(#rest))*)));
    }
    if let Some(listed) = &assertion.values {
        let listed = listed.iter().map(constant);
        fields.push(quote!(enumeration: ::std::option::Option::Some(&[#(#listed),*])));
    }
    if let Some(value) = &assertion.constant {
        let value = some(&constant(value));
        fields.push(quote!(constant: #value));
    }
}

fn limit(cx: &Cx<'_>, check: &Check) -> Option<TokenStream> {
    let count = |name: &str, limit: u64| {
        let (name, limit) = (format_ident!("{name}"), Literal::u64_unsuffixed(limit));
        Some(quote!(#name: ::std::option::Option::Some(#limit)))
    };
    let bound = |name: &str, text: &str| {
        let (name, value) = (format_ident!("{name}"), number(text));
        Some(quote!(#name: ::std::option::Option::Some(#value)))
    };
    match check {
        Check::MinLength(limit) => count("min_length", *limit),
        Check::MaxLength(limit) => count("max_length", *limit),
        Check::MinItems(limit) => count("min_items", *limit),
        Check::MaxItems(limit) => count("max_items", *limit),
        Check::MinProperties(limit) => count("min_properties", *limit),
        Check::MaxProperties(limit) => count("max_properties", *limit),
        Check::UniqueItems => Some(quote!(unique_items: true)),
        Check::Minimum(text) => bound("minimum", text),
        Check::Maximum(text) => bound("maximum", text),
        Check::ExclusiveMinimum(text) => bound("exclusive_minimum", text),
        Check::ExclusiveMaximum(text) => bound("exclusive_maximum", text),
        Check::MultipleOf(text) => bound("multiple_of", text),
        Check::Pattern(text) => {
            let pattern = some(&pattern(cx, text)?);
            Some(quote!(pattern: #pattern))
        }
        // Formats are annotations here, and assertions don't nest in checks of themselves.
        Check::Format(_) | Check::Assert(_) => None,
    }
}

fn pattern(cx: &Cx<'_>, source: &str) -> Option<TokenStream> {
    let matcher = super::pattern::matcher(cx, source)?;
    Some(quote!(v1::Pattern::new(#source, &#matcher)))
}

fn objects(cx: &Cx<'_>, assertion: &Assertion, fields: &mut Vec<TokenStream>) {
    let named = |list: &[(String, AssertionId)]| -> Vec<TokenStream> {
        list.iter()
            .map(|(name, id)| {
                let target = refer(*id);
                quote!((#name, #target))
            })
            .collect()
    };
    if !assertion.required.is_empty() {
        let names = &assertion.required;
        fields.push(quote!(required: &[#(#names),*]));
    }
    if !assertion.dependent_required.is_empty() {
        let entries = assertion
            .dependent_required
            .iter()
            .map(|(name, names)| quote!((#name, &[#(#names),*])));
        fields.push(quote!(dependent_required: &[#(#entries),*]));
    }
    for (name, list) in [
        ("properties", &assertion.properties),
        ("dependent_schemas", &assertion.dependent_schemas),
    ] {
        if !list.is_empty() {
            let (name, entries) = (format_ident!("{name}"), named(list));
            fields.push(quote!(#name: &[#(#entries),*]));
        }
    }
    let patterns: Vec<TokenStream> = assertion
        .pattern_properties
        .iter()
        .filter_map(|(text, id)| {
            let (pattern, target) = (pattern(cx, text)?, refer(*id));
            Some(quote!((#pattern, #target)))
        })
        .collect();
    if !patterns.is_empty() {
        fields.push(quote!(pattern_properties: &[#(#patterns),*]));
    }
}

fn applicators(assertion: &Assertion, fields: &mut Vec<TokenStream>) {
    let single = [
        ("additional_properties", assertion.additional_properties),
        ("unevaluated_properties", assertion.unevaluated_properties),
        ("property_names", assertion.property_names),
        ("items", assertion.items),
        ("unevaluated_items", assertion.unevaluated_items),
        ("contains", assertion.contains),
        ("not", assertion.not),
        ("if_", assertion.condition),
        ("then", assertion.consequence),
        ("else_", assertion.alternative),
    ];
    for (name, id) in single {
        if let Some(id) = id {
            let (name, target) = (format_ident!("{name}"), refer(id));
            fields.push(quote!(#name: ::std::option::Option::Some(&#target)));
        }
    }
    let lists = [
        ("all_of", &assertion.all_of),
        ("any_of", &assertion.any_of),
        ("one_of", &assertion.one_of),
        ("prefix_items", &assertion.prefix_items),
    ];
    for (name, list) in lists {
        if !list.is_empty() {
            let (name, targets) = (format_ident!("{name}"), list.iter().map(|id| refer(*id)));
            fields.push(quote!(#name: &[#(#targets),*]));
        }
    }
    for (name, count) in [
        ("min_contains", assertion.min_contains),
        ("max_contains", assertion.max_contains),
    ] {
        if let Some(count) = count {
            let (name, count) = (format_ident!("{name}"), Literal::u64_unsuffixed(count));
            fields.push(quote!(#name: ::std::option::Option::Some(#count)));
        }
    }
}
