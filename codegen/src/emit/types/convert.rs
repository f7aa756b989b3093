//! What constructors and setters take: whatever converts into the type of the member.

use crate::emit::cx::Cx;
use crate::plan::names::Ident;
use crate::plan::{RustType, ShapePlan};
use crate::tokens::{TokenStream, Word, quote};

/// The type of an argument, and the expression that makes a member of it.
pub(crate) struct Conversion {
    /// What the argument is declared as.
    pub(crate) ty: TokenStream,
    /// The value of the member.
    pub(crate) value: TokenStream,
    /// Whether the argument is that value.
    pub(crate) plain: bool,
}

/// How an argument becomes a member of a type.
pub(crate) fn conversion(cx: &Cx<'_>, ty: &RustType, argument: &TokenStream) -> Conversion {
    let own = || cx.ty(ty);
    match ty {
        RustType::Vec(item) => list(cx, item, argument),
        RustType::Map(value) => map(cx, value, argument),
        RustType::String
        | RustType::Value
        | RustType::Bytes
        | RustType::Runtime(_)
        | RustType::Stream(..)
        | RustType::Item(..)
        | RustType::Foreign(_) => into(own(), argument),
        RustType::Box(inner) => boxed(conversion(cx, inner, argument)),
        RustType::Option(inner) => option(cx, inner, argument),
        RustType::Field(inner) => field(cx, inner, argument),
        // A name of another type is what the document says here.
        RustType::Named(_) => match cx.plan.types.unaliased(ty) {
            RustType::Named(id) => match cx.plan.ty(*id).map(|ty| &ty.shape) {
                Some(ShapePlan::Union(_)) => into(own(), argument),
                Some(
                    ShapePlan::Struct(_)
                    | ShapePlan::Enum(_)
                    | ShapePlan::Newtype(_)
                    | ShapePlan::Tuple(_)
                    | ShapePlan::Alias(_),
                )
                | None => plain(own(), argument),
            },
            meant => conversion(cx, meant, argument),
        },
        RustType::Unit | RustType::Bool | RustType::Integer(_) | RustType::F32 | RustType::F64 => {
            plain(own(), argument)
        }
    }
}

fn into(own: TokenStream, argument: &TokenStream) -> Conversion {
    Conversion {
        ty: quote!(impl Into<#own>),
        value: quote!(#argument.into()),
        plain: false,
    }
}

fn plain(own: TokenStream, argument: &TokenStream) -> Conversion {
    Conversion {
        ty: own,
        value: quote!(#argument),
        plain: true,
    }
}

/// A box is made here: who calls need not know that there is one.
fn boxed(inner: Conversion) -> Conversion {
    let Conversion { ty, value, .. } = inner;
    Conversion {
        ty,
        value: quote!(Box::new(#value)),
        plain: false,
    }
}

/// What may be null: the value itself, or an `Option` of it. A list or a map has no conversion into an `Option` but from its
/// own type, so it is taken as a `Field`, which has one from whatever the list itself is made of.
fn option(cx: &Cx<'_>, inner: &RustType, argument: &TokenStream) -> Conversion {
    let of = |ty: &RustType| cx.ty(&ty.clone().optional());
    match (inner, cx.plan.types.unaliased(inner)) {
        (_, list @ (RustType::Vec(_) | RustType::Map(_))) => {
            let field = cx.ty(&RustType::Field(Box::new(list.clone())));
            Conversion {
                ty: quote!(impl Into<#field>),
                value: quote!(#argument.into().into_value()),
                plain: false,
            }
        }
        (RustType::Box(boxed), _) => Conversion {
            value: quote!(#argument.into().map(Box::new)),
            ..into(of(boxed), argument)
        },
        _ => into(of(inner), argument),
    }
}

/// What may be absent or null.
fn field(cx: &Cx<'_>, inner: &RustType, argument: &TokenStream) -> Conversion {
    let of = |ty: &RustType| cx.ty(&RustType::Field(Box::new(ty.clone())));
    match inner {
        RustType::Box(boxed) => Conversion {
            value: quote!(#argument.into().map(Box::new)),
            ..into(of(boxed), argument)
        },
        _ => into(of(inner), argument),
    }
}

/// Anything that iterates; texts may be borrowed.
fn list(cx: &Cx<'_>, item: &RustType, argument: &TokenStream) -> Conversion {
    let item_ty = cx.ty(item);
    match item {
        RustType::String => Conversion {
            ty: quote!(impl IntoIterator<Item = impl Into<#item_ty>>),
            value: quote!(#argument.into_iter().map(Into::into).collect()),
            plain: false,
        },
        _ => Conversion {
            ty: quote!(impl IntoIterator<Item = #item_ty>),
            value: quote!(#argument.into_iter().collect()),
            plain: false,
        },
    }
}

fn map(cx: &Cx<'_>, value: &RustType, argument: &TokenStream) -> Conversion {
    let value_ty = cx.ty(value);
    match value {
        RustType::String => Conversion {
            ty: quote!(impl IntoIterator<Item = (impl Into<String>, impl Into<#value_ty>)>),
            value: quote!(#argument.into_iter().map(|(name, value)| (name.into(), value.into())).collect()),
            plain: false,
        },
        _ => Conversion {
            ty: quote!(impl IntoIterator<Item = (impl Into<String>, #value_ty)>),
            value: quote!(#argument.into_iter().map(|(name, value)| (name.into(), value)).collect()),
            plain: false,
        },
    }
}

/// The name of an argument for a member: a name of underscores and digits says nothing by itself.
pub(crate) fn argument_name(name: &Ident) -> Word {
    let bare = name
        .as_str()
        .chars()
        .all(|letter| letter == '_' || letter.is_ascii_digit());
    if bare {
        Word::new(format!("value{}", name.as_str()))
    } else {
        name.token()
    }
}

/// A setter that is called like an operator has its form, and clippy takes it for one that a trait should have: here the document
/// chose the name.
pub(crate) fn operator_lint(name: &Ident) -> Option<TokenStream> {
    const OPERATORS: &[&str] = &[
        "add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub",
    ];
    OPERATORS
        .contains(&name.as_str())
        .then(|| quote!(#[allow(clippy::should_implement_trait, reason = "the document chose the name")]))
}
