//! Generic arguments that are too wide for a line. `None`: the form is not known.

use super::flat::{self, Place};
use super::line::{Line, STEP, commas, indent};
use crate::tokens::TokenTree;

/// A line for each generic argument; one that is too wide for that has a line for each of its own.
pub(super) fn generic_arguments(out: &mut String, tokens: &[TokenTree<'_>], depth: usize) -> Option<()> {
    let all = commas(tokens);
    let last = all.len().saturating_sub(1);
    for (index, argument) in all.into_iter().enumerate() {
        let start = out.len();
        let line = Line::begin(out, depth);
        flat::write(out, argument, Place::Type)?;
        if line.end_with_comma(out, argument, index == last).is_some() {
            continue;
        }
        out.truncate(start);
        let is = |token: &TokenTree<'_>, sign| matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign);
        let (head, rest) = argument.split_at(argument.iter().position(|token| is(token, '<'))?);
        let [_, inner @ .., close] = rest else { return None };
        // The brackets are one pair.
        let mut open = 0_usize;
        for token in inner {
            open += usize::from(is(token, '<'));
            open = open.checked_sub(usize::from(is(token, '>')))?;
        }
        if open > 0 || !is(close, '>') {
            return None;
        }
        let line = Line::begin(out, depth);
        flat::write(out, head, Place::Type)?;
        out.push('<');
        line.end(out)?;
        generic_arguments(out, inner, depth + STEP)?;
        indent(out, depth);
        out.push_str(">,\n");
    }
    Some(())
}
