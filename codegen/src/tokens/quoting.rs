//! Tokens written as Rust, with what is interpolated.

use super::TokenStream;

/// The tokens that are written, where `#name` is what a variable holds, and `#(…)*` for a part for each item of the one
/// variable in it, with a separator before the `*` if there is one.
macro_rules! quote {
    () => {
        $crate::tokens::TokenStream::new()
    };
    ($($tokens:tt)*) => {{
        #[allow(unused_mut, reason = "there may be no tokens")]
        let mut out = $crate::tokens::TokenStream::with_room(const { stringify!($($tokens)*).len() });
        $crate::tokens::append!(out $($tokens)*);
        out
    }};
}
pub(crate) use quote;

/// Puts the tokens that are written at the end of a list.
macro_rules! append {
    ($out:ident) => {};
    ($out:ident # ( $($part:tt)* ) * $($rest:tt)*) => {
        $crate::tokens::repeat!($out () [$($part)*] $($part)*);
        $crate::tokens::append!($out $($rest)*);
    };
    ($out:ident # ( $($part:tt)* ) $separator:tt * $($rest:tt)*) => {
        $crate::tokens::repeat!($out ($separator) [$($part)*] $($part)*);
        $crate::tokens::append!($out $($rest)*);
    };
    ($out:ident # $value:ident $($rest:tt)*) => {
        $crate::tokens::ToTokens::to_tokens(&$value, &mut $out);
        $crate::tokens::append!($out $($rest)*);
    };
    // Comments are attributes here, too.
    ($out:ident # [doc = $line:literal] $($rest:tt)*) => {
        $out.doc("", $line);
        $crate::tokens::append!($out $($rest)*);
    };
    ($out:ident # [doc = # $line:ident] $($rest:tt)*) => {
        $out.doc("", AsRef::<str>::as_ref(&$line));
        $crate::tokens::append!($out $($rest)*);
    };
    ($out:ident # ! [doc = $line:literal] $($rest:tt)*) => {
        $out.inner_doc("", $line);
        $crate::tokens::append!($out $($rest)*);
    };
    ($out:ident # ! [doc = # $line:ident] $($rest:tt)*) => {
        $out.inner_doc("", AsRef::<str>::as_ref(&$line));
        $crate::tokens::append!($out $($rest)*);
    };
    ($out:ident ( $($inner:tt)* ) $($rest:tt)*) => {
        let opened = $out.open($crate::tokens::Delimiter::Parenthesis);
        $crate::tokens::append!($out $($inner)*);
        $out.close(&opened);
        $crate::tokens::append!($out $($rest)*);
    };
    ($out:ident { $($inner:tt)* } $($rest:tt)*) => {
        let opened = $out.open($crate::tokens::Delimiter::Brace);
        $crate::tokens::append!($out $($inner)*);
        $out.close(&opened);
        $crate::tokens::append!($out $($rest)*);
    };
    ($out:ident [ $($inner:tt)* ] $($rest:tt)*) => {
        let opened = $out.open($crate::tokens::Delimiter::Bracket);
        $crate::tokens::append!($out $($inner)*);
        $out.close(&opened);
        $crate::tokens::append!($out $($rest)*);
    };
    ($out:ident $token:tt $($rest:tt)*) => {
        $out.fixed(stringify!($token));
        $crate::tokens::append!($out $($rest)*);
    };
}
pub(crate) use append;

/// Puts a part at the end of a list for each item of the variable that is found in it.
macro_rules! repeat {
    ($out:ident ($($separator:tt)?) $part:tt # $value:ident $($rest:tt)*) => {{
        #[allow(unused_imports, reason = "one of them is what the variable is")]
        use $crate::tokens::{Items as _, Listed as _};
        #[allow(unused_mut, unused_variables, unused_assignments, reason = "for separators")]
        let mut is_first = true;
        for $value in $value.items_of() {
            $(
                if !std::mem::take(&mut is_first) {
                    $out.fixed(stringify!($separator));
                }
            )?
            $crate::tokens::repeat!(@part $out $part);
        }
    }};
    (@part $out:ident [$($part:tt)*]) => {
        $crate::tokens::append!($out $($part)*);
    };
    ($out:ident $separator:tt $part:tt ( $($inner:tt)* ) $($rest:tt)*) => {
        $crate::tokens::repeat!($out $separator $part $($inner)* $($rest)*);
    };
    ($out:ident $separator:tt $part:tt [ $($inner:tt)* ] $($rest:tt)*) => {
        $crate::tokens::repeat!($out $separator $part $($inner)* $($rest)*);
    };
    ($out:ident $separator:tt $part:tt $token:tt $($rest:tt)*) => {
        $crate::tokens::repeat!($out $separator $part $($rest)*);
    };
}
pub(crate) use repeat;

/// What is repeated: an iterator.
pub(crate) trait Items: Iterator + Sized {
    /// Itself.
    fn items_of(self) -> Self {
        self
    }
}

impl<I: Iterator> Items for I {}

/// What is repeated: a list.
pub(crate) trait Listed<T> {
    /// Its items.
    fn items_of(&self) -> std::slice::Iter<'_, T>;
}

impl<T> Listed<T> for [T] {
    fn items_of(&self) -> std::slice::Iter<'_, T> {
        self.iter()
    }
}

/// What can be interpolated.
pub trait ToTokens {
    /// Puts it at the end of a list.
    fn to_tokens(&self, tokens: &mut TokenStream);
}

impl ToTokens for TokenStream {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self);
    }
}

impl<T: ToTokens + ?Sized> ToTokens for &T {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        (**self).to_tokens(tokens);
    }
}

impl<T: ToTokens> ToTokens for Option<T> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        if let Some(value) = self {
            value.to_tokens(tokens);
        }
    }
}

/// A literal.
impl ToTokens for str {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.string(self);
    }
}

/// A literal.
impl ToTokens for String {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.string(self);
    }
}

/// A literal.
impl ToTokens for bool {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.word("", if *self { "true" } else { "false" });
    }
}

/// A literal with its type.
impl ToTokens for u16 {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.push(super::Kind::Literal, &[&format!("{self}u16")]);
    }
}
