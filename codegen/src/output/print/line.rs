//! Lines, and whether something is too wide for one.

use super::flat::sign;
use crate::tokens::TokenTree;

/// Columns that a block is indented by.
pub(super) const STEP: usize = 4;
/// Columns that `prettyplease` fills.
const MARGIN: usize = 89;
/// Columns that it fills at least behind a deep indentation.
const ROOM: usize = 60;

/// A line that is being written.
pub(super) struct Line {
    start: usize,
    pub(super) depth: usize,
}

impl Line {
    /// A line with its indentation.
    pub(super) fn begin(out: &mut String, depth: usize) -> Line {
        let start = out.len();
        indent(out, depth);
        Line { start, depth }
    }

    /// As many columns as the line begins with.
    pub(super) fn indent(&self, out: &mut String) {
        indent(out, self.depth);
    }

    /// Whether what was written since is not too wide for a line.
    pub(super) fn fits(&self, out: &str) -> bool {
        let line = out.get(self.start..).unwrap_or_default();
        let room = MARGIN.max(self.depth + ROOM);
        line.len() <= room || line.chars().count() <= room
    }

    /// Ends the line, if it is not too wide, or if nothing in it could be put on another one.
    pub(super) fn end_unless_breakable(self, out: &mut String, tokens: &[TokenTree<'_>]) -> Option<()> {
        (self.fits(out) || is_unbreakable(tokens)).then(|| out.push('\n'))
    }

    /// Ends a line of a list. The comma behind the last item may be in the margin.
    pub(super) fn end_with_comma(self, out: &mut String, item: &[TokenTree<'_>], is_last: bool) -> Option<()> {
        let fits = is_last && self.fits(out);
        out.push(',');
        (fits || self.fits(out) || is_unbreakable(item)).then(|| out.push('\n'))
    }

    /// Ends the line, if it is not too wide.
    pub(super) fn end(self, out: &mut String) -> Option<()> {
        self.fits(out).then(|| out.push('\n'))
    }
}

pub(super) fn indent(out: &mut String, depth: usize) {
    out.extend(std::iter::repeat_n(' ', depth));
}

/// Whether no line can end within the tokens: a path, its type.
pub(super) fn is_unbreakable(tokens: &[TokenTree<'_>]) -> bool {
    let is_list = |token: &TokenTree<'_>| match token {
        TokenTree::Group(_) => true,
        TokenTree::Punct(punct) => !matches!(punct.as_char(), ':' | ';' | '=' | '&' | '\''),
        TokenTree::Ident(_) | TokenTree::Literal(_) | TokenTree::Doc(_) | TokenTree::InnerDoc(_) => false,
    };
    match tokens {
        // `pub(crate)`
        [TokenTree::Ident("pub"), TokenTree::Group(_), rest @ ..] => !rest.iter().any(is_list),
        tokens => !tokens.iter().any(is_list),
    }
}

/// The items between commas.
pub(super) fn commas<'a, 't>(tokens: &'a [TokenTree<'t>]) -> Vec<&'a [TokenTree<'t>]> {
    let mut items = Vec::new();
    let (mut angles, mut from) = (0_usize, 0);
    let mut rest = tokens;
    while !rest.is_empty() {
        let at = tokens.len() - rest.len();
        let (sign, behind) = match rest {
            [TokenTree::Punct(_), ..] => sign(rest),
            _ => ("", rest.get(1..).unwrap_or_default()),
        };
        match sign {
            "<" => angles += 1,
            ">" => angles = angles.saturating_sub(1),
            "," if angles == 0 => {
                items.extend(tokens.get(from..at));
                from = at + 1;
            }
            _ => {}
        }
        rest = behind;
    }
    items.extend(tokens.get(from..).filter(|last| !last.is_empty()));
    items
}
