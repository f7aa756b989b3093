//! Breaks code into lines: at commas, at the dots of a chain, or before operators, where it would be wider than a line.

use super::Code;

/// Columns that a line should not pass.
pub(super) const WIDTH: usize = 100;

/// Columns that a block is indented by.
pub(super) const STEP: usize = 4;

/// Items of a list that are not wider than this share lines.
const SHORT: usize = 10;

/// A place in code where something begins, ends or can be broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) at: usize,
    pub(super) kind: Kind,
}

/// What is in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A bracket opens.
    Open,
    /// A bracket closes.
    Close,
    /// A comma.
    Comma,
    /// A dot behind a call.
    Chain,
    /// `&&` or `||`, behind a space.
    Operator,
    /// `=` with spaces around it.
    Assign,
    /// What follows up to the end of its bracket is a list with a line for each item.
    LineEach,
    /// What follows up to the end of its bracket is a list whose items share lines.
    Fill,
}

/// A stretch of code.
#[derive(Clone, Copy)]
struct Part<'c> {
    text: &'c str,
    marks: &'c [Mark],
    /// Where it begins in the whole code, which is what marks count from.
    start: usize,
}

impl<'c> Part<'c> {
    fn whole(code: &'c Code) -> Part<'c> {
        Part {
            text: &code.text,
            marks: &code.marks,
            start: 0,
        }
    }

    /// The part between two places of the whole code, without spaces around it.
    fn cut(&self, from: usize, to: usize) -> Part<'c> {
        let text = self.text.get(from - self.start..to - self.start).unwrap_or_default();
        let inner = text.trim_start();
        let start = from + text.len() - inner.len();
        let first = self.marks.partition_point(|mark| mark.at < from);
        let last = self.marks.partition_point(|mark| mark.at < to);
        Part {
            text: inner.trim_end(),
            marks: self.marks.get(first..last).unwrap_or_default(),
            start,
        }
    }

    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    fn width(&self) -> usize {
        self.text.chars().count()
    }

    fn fits(&self, columns: usize) -> bool {
        self.width() <= columns && self.marks.iter().all(|mark| mark.kind != Kind::LineEach)
    }

    /// The places of a kind outside all brackets.
    fn outside(&self, kind: Kind) -> Vec<usize> {
        let mut depth = 0_usize;
        let mut found = Vec::new();
        for mark in self.marks {
            match mark.kind {
                Kind::Close => depth = depth.saturating_sub(1),
                found_kind if depth == 0 && found_kind == kind => found.push(mark.at),
                _ => {}
            }
            if mark.kind == Kind::Open {
                depth += 1;
            }
        }
        found
    }

    /// The bracket to break: the one that must have a line for each item, or else the widest one.
    fn bracket(&self) -> Option<Part<'c>> {
        let mut open: Vec<usize> = Vec::new();
        let mut best: Option<((bool, usize), Part<'c>)> = None;
        for mark in self.marks {
            match mark.kind {
                Kind::Open => open.push(mark.at),
                Kind::Close => {
                    let Some(from) = open.pop().filter(|_| open.is_empty()) else {
                        continue;
                    };
                    let inner = self.cut(from + 1, mark.at);
                    let weight = (!inner.fits(usize::MAX), inner.text.len());
                    if !inner.text.is_empty() && best.as_ref().is_none_or(|(known, _)| weight >= *known) {
                        best = Some((weight, inner));
                    }
                }
                _ => {}
            }
        }
        best.map(|(_, inner)| inner)
    }

    fn starts_with(&self, kind: Kind) -> bool {
        let first = self.marks.first();
        first.is_some_and(|mark| mark.kind == kind && mark.at == self.start)
    }

    /// The items between commas.
    fn items(&self) -> Vec<Part<'c>> {
        let list = match self.marks {
            // It is about the list, not about its first item.
            [_, marks @ ..] if self.starts_with(Kind::LineEach) => Part { marks, ..*self },
            _ => *self,
        };
        let mut from = list.start;
        let mut items = Vec::new();
        for comma in list.outside(Kind::Comma) {
            items.push(list.cut(from, comma));
            from = comma + 1;
        }
        items.push(list.cut(from, list.end()));
        items.retain(|item| !item.text.is_empty());
        items
    }
}

/// Writes code at the end of `out`, where `used` columns of the line are taken and `tail` will follow on the last line.
pub(super) fn write(out: &mut String, code: &Code, indent: usize, used: usize, tail: usize) {
    Printer { out }.part(Part::whole(code), indent, used, tail);
}

struct Printer<'o> {
    out: &'o mut String,
}

impl Printer<'_> {
    fn part(&mut self, part: Part<'_>, indent: usize, used: usize, tail: usize) {
        if part.fits(WIDTH.saturating_sub(used + tail)) {
            return self.out.push_str(part.text);
        }
        let chain = part.outside(Kind::Chain);
        if let (Some(first), Some(assign)) = (chain.first(), part.outside(Kind::Assign).first())
            && !part.cut(part.start, *first).fits(WIDTH.saturating_sub(used))
            && assign < first
        {
            return self.assigned(part, *assign, &chain, indent, tail);
        }
        let operators = part.outside(Kind::Operator);
        match (chain.is_empty(), operators.is_empty()) {
            (false, _) => self.pieces(part, &chain, indent, used, tail),
            (true, false) => self.pieces(part, &operators, indent, used, tail),
            (true, true) => match part.bracket() {
                Some(inner) => self.bracket(part, inner, indent),
                None => self.out.push_str(part.text),
            },
        }
    }

    /// All behind the `=` where a line has room for what the chain begins with, or else `NAME = HEAD(` and the chain behind its `)`.
    fn assigned(&mut self, part: Part<'_>, assign: usize, chain: &[usize], indent: usize, tail: usize) {
        let first = chain.first().copied().unwrap_or(part.end());
        let head = part.cut(part.start, first);
        let has_room = part
            .cut(assign + 1, first)
            .fits(WIDTH - STEP - indent.min(WIDTH - STEP));
        let inner = head
            .bracket()
            .filter(|inner| !has_room && inner.start - part.start + indent <= WIDTH);
        let Some(inner) = inner else {
            self.out.push_str(part.cut(part.start, assign + 1).text);
            self.line(indent + STEP);
            return self.part(part.cut(assign + 1, part.end()), indent + STEP, indent + STEP, tail);
        };
        self.bracket(head, inner, indent);
        let ends = chain.iter().skip(1).copied().chain([part.end()]);
        for (from, to) in chain.iter().copied().zip(ends) {
            self.line(indent);
            let tail = if to == part.end() { tail } else { 0 };
            self.last_resort(part.cut(from, to), indent, indent, tail);
        }
    }

    fn line(&mut self, indent: usize) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n(' ', indent));
    }

    /// A line for what is before the first of these places, and one for each of them.
    fn pieces(&mut self, part: Part<'_>, places: &[usize], indent: usize, used: usize, tail: usize) {
        let mut from = part.start;
        let ends = places.iter().copied().chain([part.end()]);
        for (index, to) in ends.enumerate() {
            let piece = part.cut(from, to);
            let tail = if to == part.end() { tail } else { 0 };
            from = to;
            if index == 0 {
                self.last_resort(piece, indent, used, tail);
            } else {
                self.line(indent + STEP);
                self.last_resort(piece, indent + STEP, indent + STEP, tail);
            }
        }
    }

    /// A piece of a chain, which has no places of its own left to break at but its brackets.
    fn last_resort(&mut self, piece: Part<'_>, indent: usize, used: usize, tail: usize) {
        match piece.bracket() {
            Some(inner) if !piece.fits(WIDTH.saturating_sub(used + tail)) => self.bracket(piece, inner, indent),
            _ => self.out.push_str(piece.text),
        }
    }

    /// A bracket with a line for each item, or several short ones on a line.
    fn bracket(&mut self, part: Part<'_>, inner: Part<'_>, indent: usize) {
        let items = inner.items();
        let head = part.text.get(..inner.start - part.start).unwrap_or_default();
        self.out.push_str(head.trim_end());
        let rest = part.text.get(inner.end() - part.start..).unwrap_or_default();
        // `f(&[` … `])`: what only wraps a bracket opens and closes on the lines of that.
        if let [only] = items.as_slice()
            && let Some(wrapped) = only.bracket()
            && only.outside(Kind::Chain).is_empty()
            && only.end() == wrapped_end(only, &wrapped)
            && inner.end() == only.end()
        {
            self.bracket(*only, wrapped, indent);
            self.out.push_str(rest.trim_start());
            return;
        }
        let is_short = items.len() > 8 && inner.fits(usize::MAX) && items.iter().all(|item| item.text.len() <= SHORT);
        let fill = is_short || inner.starts_with(Kind::Fill);
        let mut column = WIDTH;
        for item in &items {
            if fill && column + 2 + item.text.len() < WIDTH {
                self.out.push(' ');
                column += item.text.len() + 2;
            } else {
                self.line(indent + STEP);
                column = indent + STEP + item.text.len() + 1;
            }
            self.part(*item, indent + STEP, indent + STEP, 1);
            // The rest of a struct (`..Schema::ANY`) is the last thing in it.
            if !item.text.starts_with("..") {
                self.out.push(',');
            }
        }
        self.line(indent);
        self.out.push_str(rest.trim_start());
    }
}

/// Where a bracket ends that holds `inner`.
fn wrapped_end(outer: &Part<'_>, inner: &Part<'_>) -> usize {
    let close = outer
        .marks
        .iter()
        .find(|mark| mark.kind == Kind::Close && mark.at >= inner.end());
    close.map_or(inner.end(), |mark| mark.at + 1)
}
