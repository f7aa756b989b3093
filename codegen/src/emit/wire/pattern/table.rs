//! Prints the table of an automaton: a row per state.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::class::class_text;
use crate::pattern::{CharSet, Table};

/// The body of a matcher.
pub(super) fn body(table: &Table) -> TokenStream {
    let count = Literal::usize_unsuffixed(table.classes);
    let texts = (1..=table.ascii.iter().copied().max().unwrap_or_default()).map(|class| ascii_text(table, class));
    let others = table
        .others
        .iter()
        .map(|&(start, class)| hex(u32::from(class) << 24 | start));
    let start = Literal::u16_unsuffixed(table.start);
    let accepting = Literal::u16_unsuffixed(table.accepting);
    let width = if table.is_narrow() {
        quote!(Narrow)
    } else {
        quote!(Wide)
    };
    let rows = table.next.chunks(table.classes.max(1)).map(|row| {
        let row = row.iter().map(|state| Literal::u16_unsuffixed(*state));
        quote!([#(#row),*])
    });
    quote! {
        use ::specwright_runtime::v1::pattern::{Dfa, Next, classes};
        static DFA: Dfa<#count> = Dfa {
            ascii: &classes(&[#(#texts),*]),
            others: &[#(#others),*],
            start: #start,
            accepting: #accepting,
            next: Next::#width(&[#(#rows),*]),
        };
        DFA.is_match(text)
    }
}

/// The ASCII characters of a class.
fn ascii_text(table: &Table, class: u8) -> String {
    let members = (0..).zip(&table.ascii).filter(|(_, of)| **of == class);
    class_text(&CharSet::new(
        members.map(|(code_point, _)| (code_point, code_point)).collect(),
    ))
}

/// A number with its class and its code point apart: `0x01_000080`.
fn hex(interval: u32) -> Literal {
    let (class, start) = (interval >> 24, interval & 0x00FF_FFFF);
    // A hexadecimal number is always a literal; the decimal one says the same.
    format!("0x{class:02X}_{start:06X}")
        .parse()
        .unwrap_or_else(|_| Literal::u32_unsuffixed(interval))
}
