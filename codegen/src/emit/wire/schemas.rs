//! Assertions as constant data, for the interpreter of the runtime.

use super::constraints;
use super::literals::constant;
use crate::emit::cx::Cx;
use crate::emit::docs::doc::Doc;
use crate::emit::docs::inline_code;
use crate::ir::{Assertion, AssertionId};
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

/// The module of all schemas.
pub(crate) fn schemas(cx: &Cx<'_>) -> TokenStream {
    let statics = cx.plan.types.assertions.iter().map(|id| {
        let name = format_ident!("SCHEMA_{}", id.index());
        let assertion = &cx.plan.api.assertions[*id];
        let docs = match &assertion.origin {
            Some(origin) => Doc::default().own(inline_code(&origin.pointer)).attrs(),
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
    let name = format_ident!("SCHEMA_{}", id.index());
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
        let name = format_ident!("SCHEMA_{}", target.index());
        fields.push(quote!(reference: ::std::option::Option::Some(v1::Ref::To(&#name))));
    }
    values(assertion, &mut fields);
    fields.extend(constraints::fields(cx, &assertion.constraints));
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
