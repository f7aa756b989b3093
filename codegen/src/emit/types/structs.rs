//! Structs: public members, a constructor that asks for what is required, and setters for the rest.

use super::convert::{Conversion, argument_name, conversion, operator_lint};
use crate::emit::cx::Cx;
use crate::emit::docs::describe::{field_docs, read_only_setter_docs, setter_docs, type_docs};
use crate::emit::docs::doc::Doc;
use crate::plan::names::Ident;
use crate::plan::names::reserved::BESIDE;
use crate::plan::{FieldPlan, Presence, RestPlan, RustType, StructPlan, TypePlan};
use crate::tokens::{TokenStream, quote};

/// A struct with its constructor and setters.
pub(crate) fn definition(cx: &Cx<'_>, ty: &TypePlan<'_>, structure: &StructPlan<'_>) -> TokenStream {
    let docs = type_docs(cx.plan.api, ty.def, &ty.name);
    let name = &ty.name;
    let fields = structure
        .fields
        .iter()
        .filter_map(|field| declaration(cx, ty, structure, field));
    let rest = structure.rest.iter().map(|rest| {
        let (name, map) = (&rest.name, cx.ty(&RustType::Map(Box::new(rest.ty.clone()))));
        quote! {
            /// Properties that the document does not declare.
            pub #name: #map
        }
    });
    let beside = structure.keeps.then(|| {
        let (name, ty) = (Ident::of_path(BESIDE), cx.runtime(&["v1"], "Beside"));
        quote!(pub(crate) #name: #ty)
    });
    let attributes = super::attributes(ty);
    let constructor = ty.usage.sent.then(|| implementation(cx, ty, structure));
    quote! {
        #docs
        #attributes
        #[non_exhaustive]
        pub struct #name { #(#fields,)* #(#rest,)* #beside }
        #constructor
    }
}

fn asks(structure: &StructPlan<'_>) -> bool {
    structure.fields.iter().any(FieldPlan::is_asked_for)
}

fn declaration(
    cx: &Cx<'_>,
    ty: &TypePlan<'_>,
    structure: &StructPlan<'_>,
    field: &FieldPlan<'_>,
) -> Option<TokenStream> {
    let declared = cx.ty(&field.declared()?);
    let source = field.source;
    let docs = field_docs(source, &field.name, structure.multipart, ty.usage.received);
    let name = &field.name;
    Some(quote!(#docs pub #name: #declared))
}

fn implementation(cx: &Cx<'_>, ty: &TypePlan<'_>, structure: &StructPlan<'_>) -> TokenStream {
    let name = &ty.name;
    let constructor = match (&ty.required_struct, asks(structure)) {
        (_, false) => {
            quote! {
                /// With nothing set: all of it is optional.
                pub fn new() -> Self { Default::default() }
            }
        }
        (None, true) => by_arguments(cx, structure),
        (Some(helper), true) => by_struct(cx, structure, helper),
    };
    let helper = ty.required_struct.iter();
    let helper = helper.map(|helper| required_struct(cx, ty, structure, helper));
    let setters = structure.fields.iter().filter_map(|field| setter(cx, field));
    let rest = structure.rest.iter().map(|RestPlan { name: rest, ty }| {
        let value = conversion(cx, &RustType::Map(Box::new(ty.clone())), &quote!(properties));
        let (argument, value) = (value.ty, value.value);
        quote! {
            /// Sets the properties that the document does not declare.
            #[must_use]
            pub fn #rest(mut self, properties: #argument) -> Self {
                self.#rest = #value;
                self
            }
        }
    });
    // Clippy takes `New::new` for a slip of the pen; here the document chose the name of the type.
    let allowed = (name.as_str() == "New")
        .then(|| quote!(#[allow(clippy::self_named_constructors, reason = "every type has `new`")]));
    quote! {
        #allowed
        impl #name { #constructor #(#setters)* #(#rest)* }
        #(#helper)*
    }
}

fn by_arguments(cx: &Cx<'_>, structure: &StructPlan<'_>) -> TokenStream {
    let asked = structure.asked();
    let arguments = asked.iter().map(|field| {
        let name = argument_name(&field.name);
        let argument = conversion(cx, &asked_type(field), &quote!(#name)).ty;
        quote!(#name: #argument)
    });
    let values = structure.fields.iter().filter_map(|field| initial(cx, field));
    let rest = nothing_more(cx, structure);
    quote! {
        /// With what is required.
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#values,)* #rest }
        }
    }
}

fn by_struct(cx: &Cx<'_>, structure: &StructPlan<'_>, helper: &Ident) -> TokenStream {
    let values = structure.fields.iter().filter_map(|field| {
        let name = &field.name;
        match (field.is_asked_for(), &field.presence) {
            (true, Presence::WriteOnlyRequired) => Some(quote!(#name: Some(required.#name))),
            (true, _) => Some(quote!(#name: required.#name)),
            (false, _) => initial(cx, field),
        }
    });
    let rest = nothing_more(cx, structure);
    quote! {
        /// With what is required.
        pub fn new(required: #helper) -> Self {
            Self { #(#values,)* #rest }
        }
    }
}

/// The fields of a new value that are not properties of their own: those that are not declared, and what is known beside the fields.
fn nothing_more(cx: &Cx<'_>, structure: &StructPlan<'_>) -> TokenStream {
    let rest = structure.rest.as_ref().map(|RestPlan { name, .. }| {
        let map = cx.library(&["collections"], "BTreeMap");
        quote!(#name: #map::new(),)
    });
    let beside = structure.keeps.then(|| {
        let name = Ident::of_path(BESIDE);
        quote!(#name: Default::default(),)
    });
    quote!(#rest #beside)
}

/// The struct of all required members, so that no two of them can be confused.
fn required_struct(cx: &Cx<'_>, ty: &TypePlan<'_>, structure: &StructPlan<'_>, helper: &Ident) -> TokenStream {
    let asked = structure.asked();
    let fields = asked.iter().map(|field| {
        let source = field.source;
        let docs = field_docs(source, &field.name, structure.multipart, ty.usage.received);
        let (name, declared) = (&field.name, cx.ty(&asked_type(field)));
        quote!(#docs pub #name: #declared)
    });
    let derives = if structure.multipart {
        quote!(#[derive(Debug)])
    } else {
        quote!(#[derive(Clone, Debug, PartialEq)])
    };
    let docs = Doc::default()
        .own(format!("What [`{0}::new`]({0}::new) asks for.", ty.name))
        .attrs();
    quote! {
        #docs
        #derives
        #[allow(clippy::exhaustive_structs, reason = "a new required property breaks its callers anyway")]
        pub struct #helper { #(#fields),* }
    }
}

/// What the constructor takes for a field.
pub(crate) fn asked_type(field: &FieldPlan<'_>) -> RustType {
    match field.presence {
        Presence::Nullable => field.ty.clone().optional(),
        _ => field.ty.clone(),
    }
}

/// A member of a new value; what the constructor asks for is an argument.
fn initial(cx: &Cx<'_>, field: &FieldPlan<'_>) -> Option<TokenStream> {
    let name = &field.name;
    let value = match &field.presence {
        Presence::Constant(_) => return None,
        Presence::Required | Presence::Nullable => {
            let argument = argument_name(name);
            let Conversion { value, plain, .. } = conversion(cx, &asked_type(field), &quote!(#argument));
            return Some(match plain && argument == name.token() {
                true => quote!(#name),
                false => quote!(#name: #value),
            });
        }
        Presence::WriteOnlyRequired => {
            let argument = argument_name(name);
            let value = conversion(cx, &field.ty, &quote!(#argument)).value;
            quote!(Some(#value))
        }
        Presence::Optional | Presence::ReadOnly | Presence::ReadOnlyRequired => quote!(None),
        Presence::ThreeState => {
            let field = cx.runtime(&[], "Field");
            quote!(#field::Absent)
        }
    };
    Some(quote!(#name: #value))
}

fn setter(cx: &Cx<'_>, field: &FieldPlan<'_>) -> Option<TokenStream> {
    let name = &field.name;
    let argument_name = argument_name(name);
    let (argument, value) = match field.presence {
        Presence::Optional | Presence::ReadOnlyRequired => {
            let conversion = conversion(cx, &field.ty, &quote!(#argument_name));
            let value = conversion.value;
            (conversion.ty, quote!(Some(#value)))
        }
        Presence::ThreeState => {
            let conversion = conversion(
                cx,
                &RustType::Field(Box::new(field.ty.clone())),
                &quote!(#argument_name),
            );
            (conversion.ty, conversion.value)
        }
        Presence::Constant(_)
        | Presence::Required
        | Presence::Nullable
        | Presence::ReadOnly
        | Presence::WriteOnlyRequired => {
            return None;
        }
    };
    let source = field.source;
    let is_read_only = field.presence == Presence::ReadOnlyRequired;
    let docs = match is_read_only {
        true => read_only_setter_docs(source),
        false => setter_docs(source),
    };
    let given = is_read_only.then(|| {
        let (beside, wire) = (Ident::of_path(BESIDE), &source.name);
        quote!(self.#beside.give(#wire);)
    });
    let lint = operator_lint(name);
    Some(quote! {
        #docs
        #lint
        #[must_use]
        pub fn #name(mut self, #argument_name: #argument) -> Self {
            self.#name = #value;
            #given
            self
        }
    })
}
