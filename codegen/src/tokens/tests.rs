//! The same tokens as `proc_macro2` makes of the same Rust.

use super::{Literal, TokenStream, TokenTree, Word, quote};
use proptest::prelude::*;

/// What the compiler's own reader makes of the text of tokens, but for the spaces between them.
fn read(tokens: &TokenStream) -> String {
    expected(&tokens.to_string())
}

fn expected(rust: &str) -> String {
    let tokens: proc_macro2::TokenStream = rust.parse().expect("tokens");
    tokens.to_string().replace(' ', "")
}

#[test]
fn what_is_written_is_what_is_made() {
    let tokens = quote! {
        /// A pet's "name".
        #[derive(Clone, Debug)]
        pub struct Pet<'a> { pub r#type: &'a [Vec<Option<u8>>; 2], pub(crate) b: fn(i64) -> ::std::string::String }
        impl<'a> Pet<'a> { fn f(&self) -> bool { self.a.x == 'y' && 1.5 >= 2.0 || !matches!(b, 0..=9) } }
    };
    let rust = r#"
        #[doc = " A pet's \"name\"."]
        #[derive(Clone, Debug)]
        pub struct Pet<'a> { pub r#type: &'a [Vec<Option<u8>>; 2], pub(crate) b: fn(i64) -> ::std::string::String }
        impl<'a> Pet<'a> { fn f(&self) -> bool { self.a.x == 'y' && 1.5 >= 2.0 || !matches!(b, 0..=9) } }
    "#;
    assert_eq!(read(&tokens), expected(rust));
    let again: TokenStream = rust.parse().expect("tokens");
    assert_eq!(read(&again), expected(rust));
}

#[test]
fn variables_are_interpolated_and_repeated() {
    let (name, text, none, listed) = (Word::new("Pet"), "a \"b\"\n", None::<Word>, vec![quote!(A), quote!(B)]);
    let lines = [" One.", " Two."];
    let each = listed.iter().map(|one| quote!(#one(#name)));
    let (number, below) = (Literal::number(1.0), Literal::integer(-3));
    let tokens = quote!(#(#![doc = #lines])* enum #name { #(#each),* } #none use a::{#(#listed as x,)*}; f(#text, #number, #below, 7, true););
    let rust = "#![doc = \" One.\"] #![doc = \" Two.\"] enum Pet { A(Pet), B(Pet) } use a::{A as x, B as x,}; f(\"a \\\"b\\\"\\n\", 1.0, -3, 7, true);";
    assert_eq!(read(&tokens), expected(rust));
}

#[test]
fn what_is_quoted_is_what_the_quote_crate_makes() {
    macro_rules! same {
        ($($tokens:tt)*) => { (quote!($($tokens)*), quote::quote!($($tokens)*)) };
    }
    let words = ["One", "Two"];
    let (name, ty) = (Word::new("pet"), Word::new("String"));
    let (ours, oracle) = {
        let quoted = quote!(pub fn #name<'a>(&'a self, #(#words: &[#ty; 2]),*) -> Option<&'a #ty> { self.0.iter().find(|x| **x >= 1u8) });
        let (name, ty) = (quote::format_ident!("pet"), quote::format_ident!("String"));
        let theirs = quote::quote!(pub fn #name<'a>(&'a self, #(#words: &[#ty; 2]),*) -> Option<&'a #ty> { self.0.iter().find(|x| **x >= 1u8) });
        (quoted, theirs)
    };
    assert_eq!(read(&ours), oracle.to_string().replace(' ', ""));
    let (ours, oracle) = same!(#![allow(x)] #[cfg(not(any()))] impl<T: ?Sized> A for B<T> where T: 'static { const C: u8 = b'\n'; type D = dyn Fn(T) -> ! + 'static; });
    assert_eq!(read(&ours), oracle.to_string().replace(' ', ""));
    let (ours, oracle) =
        same!(a => b, c..=d, e ..f, g::<H>(), &&i, !j, k?, "l\u{0}", r#m, -1, 2.5e3, 'n', 'o: loop { break 'o; });
    assert_eq!(read(&ours), oracle.to_string().replace(' ', ""));
}

#[test]
fn groups_are_parts_of_the_tree() {
    let tokens = quote!(a { b(c) } d);
    let tree = tokens.tree();
    let [TokenTree::Ident("a"), TokenTree::Group(group), TokenTree::Ident("d")] = tree.as_slice() else {
        panic!("{tree:?}");
    };
    assert!(
        matches!(group.tokens().as_slice(), [TokenTree::Ident("b"), TokenTree::Group(inner)] if inner.tokens().len() == 1)
    );
}

proptest! {
    #[test]
    fn strings_are_escaped_as_the_compiler_does(text in any::<String>(), more in "[\\\\\"'\u{0}-\u{8}\u{200e}-\u{202e}0-9a-z]{0,9}") {
        for text in [text, more] {
            prop_assert_eq!(Literal::string(&text).to_string(), proc_macro2::Literal::string(&text).to_string());
        }
    }
}
