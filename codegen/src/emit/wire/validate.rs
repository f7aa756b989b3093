//! `Validate` implementations: what is checked before a request leaves.

use super::constraints::{self, Subject};
use crate::emit::cx::Cx;
use crate::ir::{AssertionId, Checks, Shape, StringFormat, TypeRef};
use crate::plan::names::Ident;
use crate::plan::{Presence, RestPlan, RustType, ShapePlan, StructPlan, TypePlan, UnionPlan};
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

/// `Validate` of a type that is sent; nothing where there is nothing to check.
pub(crate) fn validate_code(cx: &Cx<'_>, ty: &TypePlan<'_>) -> TokenStream {
    if !ty.usage.sent || !ty.validated {
        return TokenStream::new();
    }
    let name = &ty.name;
    let mut statements: Vec<TokenStream> = match &ty.shape {
        ShapePlan::Struct(structure) => fields(cx, structure),
        ShapePlan::Union(union) => members(cx, ty, union),
        ShapePlan::Tuple(tuple) => elements(cx, tuple.source),
        // Newtypes have theirs from `v1::text!`, and aliases from what they stand for.
        ShapePlan::Newtype(_) | ShapePlan::Alias(_) => return TokenStream::new(),
        ShapePlan::Enum(_) => Vec::new(),
    };
    // What has files in it cannot be looked at as a value.
    if !ty.is_multipart() {
        statements.extend(whole_checks(cx, &ty.def.checks));
    }
    let argument = if statements.is_empty() { quote!(_) } else { quote!(v) };
    quote! {
        impl v1::Validate for #name {
            fn validate(&self, #argument: &mut v1::Validator) { #(#statements)* }
        }
    }
}

/// The checks of whichever member a union holds.
fn members(cx: &Cx<'_>, ty: &TypePlan<'_>, union: &UnionPlan<'_>) -> Vec<TokenStream> {
    let members = union.source.variants.iter().zip(&union.variants);
    let checked = members.filter_map(|(member, variant)| {
        let checks = item_checks(cx, &member.ty);
        (!checks.is_empty()).then_some((&variant.name, checks))
    });
    let checked: Vec<(&Ident, TokenStream)> = checked.collect();
    let others = checked.len() < union.variants.len() || ty.usage.received;
    match checked.as_slice() {
        [] => Vec::new(),
        [(variant, checks)] if others => vec![quote!(if let Self::#variant(value) = self { #checks })],
        several => {
            let arms = several
                .iter()
                .map(|(variant, checks)| quote!(Self::#variant(value) => { #checks }));
            let others = others.then(|| quote!(_ => {}));
            vec![quote!(match self { #(#arms)* #others })]
        }
    }
}

fn fields(cx: &Cx<'_>, structure: &StructPlan<'_>) -> Vec<TokenStream> {
    let mut out = Vec::new();
    for field in &structure.fields {
        let source = field.source;
        let (wire, name) = (&source.name, &field.name);
        if field.presence == Presence::WriteOnlyRequired {
            out.push(quote!(v.required(self.#name.is_some(), #wire);));
        }
        let constant = matches!(field.presence, Presence::Constant(_) | Presence::ReadOnly);
        if constant || is_file(&field.ty) || !cx.plan.types.is_checked(&source.ty) {
            continue;
        }
        if nests(cx, &source.ty) {
            out.push(quote!(v.nested(#wire, &self.#name);));
            continue;
        }
        let checks = value_checks(cx, &source.ty, &Subject::referred(&quote!(value)));
        let some = cx.std("Some");
        out.push(match field.presence {
            Presence::Required => {
                let checks = value_checks(cx, &source.ty, &Subject::at(quote!(self.#name)));
                quote!(v.field(#wire, |v| { #checks });)
            }
            Presence::ThreeState => {
                quote!(if let #some(value) = self.#name.value() { v.field(#wire, |v| { #checks }); })
            }
            _ => quote!(if let #some(value) = &self.#name { v.field(#wire, |v| { #checks }); }),
        });
    }
    if let (Some(RestPlan { name: rest, .. }), crate::ir::Rest::Kept(kept)) = (&structure.rest, &structure.source.rest)
        && cx.plan.types.is_checked(kept)
    {
        let checks = item_checks(cx, kept);
        out.push(quote!(v.entries(&self.#rest, |v, value| { #checks });));
    }
    out
}

/// Whether a member is a file, or files, of a multipart body.
fn is_file(ty: &RustType) -> bool {
    match ty {
        RustType::Vec(item) => is_file(item),
        other => *other == RustType::Runtime("Part"),
    }
}

/// Whether a use is checked by the `Validate` implementations of the runtime alone.
fn nests(cx: &Cx<'_>, ty: &TypeRef) -> bool {
    use crate::ir::Type;
    ty.checks.is_empty()
        && match &ty.ty {
            Type::Array(item) | Type::Map(item) => nests(cx, item) && cx.plan.types.is_checked(item),
            Type::Named { id, .. } => !matches!(cx.plan.api.types[*id].shape, Shape::Alias(_)),
            Type::String(_) => cx.plan.types.is_checked(ty),
            Type::Any
            | Type::Null
            | Type::Bool
            | Type::Integer(_)
            | Type::Number(_)
            | Type::Const(_)
            | Type::Foreign(_) => false,
        }
}

fn elements(cx: &Cx<'_>, tuple: &crate::ir::Tuple) -> Vec<TokenStream> {
    let mut out = Vec::new();
    let some = cx.std("Some");
    for (index, element) in tuple.elements.iter().enumerate() {
        if !cx.plan.types.is_checked(element) {
            continue;
        }
        let place = Literal::usize_unsuffixed(index);
        if index < tuple.required && !element.nullable {
            let checks = value_checks(cx, element, &Subject::at(quote!(self.#place)));
            out.push(quote!(v.item(#place, |v| { #checks });));
        } else {
            let checks = value_checks(cx, element, &Subject::referred(&quote!(value)));
            out.push(quote!(if let #some(value) = &self.#place { v.item(#place, |v| { #checks }); }));
        }
    }
    if let Some(rest) = &tuple.rest
        && cx.plan.types.is_checked(rest)
    {
        let place = Literal::usize_unsuffixed(tuple.elements.len());
        let checks = item_checks(cx, rest);
        out.push(quote!(v.each(&self.#place, |v, value| { #checks });));
    }
    out
}

/// Checks of an element or a map value, which is `value: &T`, possibly `&Option<T>`.
fn item_checks(cx: &Cx<'_>, ty: &TypeRef) -> TokenStream {
    let checks = value_checks(cx, ty, &Subject::referred(&quote!(value)));
    if !checks.is_empty() && ty.nullable && RustType::of(ty) != crate::plan::RustType::Value {
        let some = cx.std("Some");
        return quote!(if let #some(value) = value { #checks });
    }
    checks
}

/// Checks of a value that is not null.
pub(crate) fn value_checks(cx: &Cx<'_>, ty: &TypeRef, subject: &Subject) -> TokenStream {
    let value = &subject.reference;
    use crate::ir::Type;
    let (resolved, uses) = cx.plan.types.resolved(ty);
    let mut out = TokenStream::new();
    for used in uses {
        out.extend(check_calls(cx, &used.checks, subject));
    }
    match resolved {
        Type::Array(item) if cx.plan.types.is_checked(item) => {
            let inner = item_checks(cx, item);
            out.extend(quote!(v.each(#value, |v, value| { #inner });));
        }
        Type::Map(item) if cx.plan.types.is_checked(item) => {
            let inner = item_checks(cx, item);
            out.extend(quote!(v.entries(#value, |v, value| { #inner });));
        }
        Type::Named { id, .. } if cx.plan.ty(*id).is_some_and(|plan| plan.validated) => {
            out.extend(quote!(v.descend(#value);))
        }
        Type::String(_) if cx.plan.types.is_checked(&TypeRef::new(resolved.clone())) => {
            out.extend(quote!(v.descend(#value);))
        }
        _ => {}
    }
    out
}

/// The checks of one use.
fn check_calls(cx: &Cx<'_>, checks: &Checks, subject: &Subject) -> Vec<TokenStream> {
    let value = &subject.reference;
    let mut calls = constraints::calls(cx, &checks.constraints, subject);
    calls.extend(checks.format.map(|StringFormat::Uri| quote!(v.uri(#value);)));
    calls.extend(checks.assertions.iter().map(|id| asserted(cx, *id, value)));
    calls
}

/// The checks of a whole struct, tuple or union: its JSON form is looked at.
fn whole_checks(cx: &Cx<'_>, checks: &Checks) -> Vec<TokenStream> {
    let fields = constraints::fields(cx, &checks.constraints);
    let limits = fields
        .into_iter()
        .map(|field| quote!(v.assert(&v1::Schema { #field, ..v1::Schema::ANY }, self);));
    let assertions = checks.assertions.iter().map(|id| asserted(cx, *id, &quote!(self)));
    limits.chain(assertions).collect()
}

fn asserted(cx: &Cx<'_>, id: AssertionId, value: &TokenStream) -> TokenStream {
    let schema = format_ident!("SCHEMA_{}", id.index());
    let schema = cx.item(&["wire", "schemas"], &schema.to_string());
    quote!(v.assert(&#schema, #value);)
}
