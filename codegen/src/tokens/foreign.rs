//! Tokens of text that others wrote: attributes of the settings.

use super::{Delimiter, Kind, TokenStream};
use proc_macro2::{Spacing, TokenTree};
use std::str::FromStr;

/// The tokens of Rust.
impl FromStr for TokenStream {
    type Err = proc_macro2::LexError;

    fn from_str(text: &str) -> Result<TokenStream, proc_macro2::LexError> {
        let mut tokens = TokenStream::new();
        append(&mut tokens, text.parse()?);
        Ok(tokens)
    }
}

fn append(out: &mut TokenStream, tokens: proc_macro2::TokenStream) {
    for token in tokens {
        match token {
            TokenTree::Ident(word) => out.push(Kind::Word, &[&word.to_string()]),
            TokenTree::Literal(literal) => out.push(Kind::Literal, &[&literal.to_string()]),
            TokenTree::Punct(punct) => {
                let kind = match punct.spacing() {
                    Spacing::Joint => Kind::Joint,
                    Spacing::Alone => Kind::Sign,
                };
                out.push(kind, &[punct.as_char().encode_utf8(&mut [0; 4])]);
            }
            TokenTree::Group(group) => {
                let delimiter = match group.delimiter() {
                    proc_macro2::Delimiter::Parenthesis => Some(Delimiter::Parenthesis),
                    proc_macro2::Delimiter::Brace => Some(Delimiter::Brace),
                    proc_macro2::Delimiter::Bracket => Some(Delimiter::Bracket),
                    proc_macro2::Delimiter::None => None,
                };
                delimiter.into_iter().for_each(|delimiter| out.open(delimiter));
                append(out, group.stream());
                delimiter.into_iter().for_each(|_| out.close());
            }
        }
    }
}
