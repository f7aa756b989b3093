//! Lines of code: statements, blocks, comments, and blank lines between items.

use super::layout::{self, STEP};
use super::{Code, Fixed, Piece, code};

/// Lines of code.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lines(Vec<Line>);

#[derive(Clone, Debug)]
enum Line {
    /// A blank line, unless nothing is before or behind it.
    Blank,
    /// A comment, with its sign.
    Comment(&'static str, String),
    Code(Code),
    /// `HEAD {`, lines, `}` with what follows it.
    Block(Code, Lines, &'static str),
}

impl Lines {
    /// No lines.
    pub(crate) fn new() -> Lines {
        Lines::default()
    }

    /// One line.
    pub(crate) fn of(code: Code) -> Lines {
        let mut lines = Lines::new();
        lines.line(code);
        lines
    }

    /// One block.
    pub(crate) fn of_block(head: Code, body: Lines, end: &'static str) -> Lines {
        let mut lines = Lines::new();
        lines.block(head, body, end);
        lines
    }

    /// A macro of the runtime that takes a block: `v1::name!(head {`, its lines, `});`.
    pub(crate) fn of_macro(name: &'static str, head: Code, body: Lines) -> Lines {
        Lines::of_block(code!("v1::$!($", Fixed(name), head), body, ");")
    }

    /// A statement, an attribute, or whatever else has a line of its own.
    pub(crate) fn line(&mut self, code: Code) {
        self.0.push(Line::Code(code));
    }

    /// A block: `head {`, its lines, `}` and `end`.
    pub(crate) fn block(&mut self, head: Code, body: Lines, end: &'static str) {
        self.0.push(Line::Block(head, body, end));
    }

    /// A blank line between items.
    pub(crate) fn blank(&mut self) {
        self.0.push(Line::Blank);
    }

    /// A line of documentation: `sign` is `//!` or `///`.
    pub(crate) fn comment(&mut self, sign: &'static str, text: &str) {
        self.0.push(Line::Comment(sign, plain(text)));
    }

    /// Other lines behind these.
    pub(crate) fn extend(&mut self, lines: Lines) {
        self.0.extend(lines.0);
    }

    /// Items: apart from what is before them.
    pub(crate) fn items(&mut self, lines: Lines) {
        if !lines.is_empty() {
            self.blank();
            self.extend(lines);
        }
    }

    /// Whether there are no lines.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text.
    pub(crate) fn print(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out
    }

    fn write(&self, out: &mut String, indent: usize) {
        let begin = |out: &mut String| out.extend(std::iter::repeat_n(' ', indent));
        let mut blank = false;
        for (index, line) in self.0.iter().enumerate() {
            if matches!(line, Line::Blank) {
                blank = index > 0;
                continue;
            }
            if std::mem::take(&mut blank) {
                out.push('\n');
            }
            begin(out);
            match line {
                Line::Blank => {}
                Line::Comment(sign, text) => {
                    out.push_str(sign);
                    if !text.is_empty() {
                        out.push(' ');
                        out.push_str(text);
                    }
                }
                Line::Code(code) => layout::write(out, code, indent, indent, 0),
                Line::Block(head, body, end) => {
                    layout::write(out, head, indent, indent, 2);
                    out.push_str(if head.is_empty() { "{" } else { " {" });
                    if !body.is_empty() {
                        out.push('\n');
                        body.write(out, indent + STEP);
                        begin(out);
                    }
                    out.push('}');
                    out.push_str(end);
                }
            }
            out.push('\n');
        }
    }
}

/// Lines of a list: each with a comma behind it.
impl FromIterator<Code> for Lines {
    fn from_iter<I: IntoIterator<Item = Code>>(codes: I) -> Lines {
        let mut lines = Lines::new();
        for mut code in codes {
            Fixed(",").put(&mut code);
            lines.line(code);
        }
        lines
    }
}

/// Text that cannot end a comment, nor turn the direction of what is behind it.
fn plain(text: &str) -> String {
    let is_plain = |c: &char| !c.is_control() && !matches!(c, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if is_plain(&c) { c } else { ' ' }).collect()
}
