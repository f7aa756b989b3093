//! Reads a pattern by the grammar of ECMA-262, 22.2.1, with the meaning of the `u` flag.
//!
//! Where that grammar refuses what real documents write (`\-`, `\@`, `{1-20}` as text, `[\w-.]`), the rules of
//! Annex B.1.2 apply, and the first such place is recorded. What is valid with the `u` flag keeps its meaning
//! there: `[\p{L}\-]` is a letter or a hyphen.

mod class;
mod escape;
mod foreign;

use std::collections::BTreeMap;

use super::CharSet;
use super::ast::{Assertion, Ast, Node, NodeId};
use super::dialect::{Flags, Foreign};
use super::facts::{Leniency, LeniencyKind, PatternError};
use super::property::Property;

/// Parses a pattern.
pub(super) fn parse(source: &str) -> Result<Ast, PatternError> {
    parser(source).run()
}

/// Parses what is between delimiters, by the flags behind them.
pub(super) fn delimited(source: &str, flags: &str) -> Result<Ast, PatternError> {
    let mut parser = parser(source);
    parser.foreign = Some(Foreign::Delimiters);
    // `v` and `y` change nothing about what is found in a whole text.
    let known = flags.replace(['v', 'y'], "");
    parser.set_flags(&known, source.len())?;
    parser.run()
}

fn parser(source: &str) -> Parser<'_> {
    let groups = escape::Groups::scan(source);
    let frames = vec![Frame::new(FrameKind::Plain, Flags::default(), 0)];
    Parser {
        source,
        at: 0,
        nodes: Vec::new(),
        frames,
        groups,
        properties: BTreeMap::new(),
        leniency: None,
        foreign: None,
        flags: Flags::default(),
    }
}

struct Parser<'a> {
    source: &'a str,
    at: usize,
    nodes: Vec<Node>,
    /// The open groups; the first one is the whole pattern. A list instead of recursion, so depth costs no stack.
    frames: Vec<Frame>,
    groups: escape::Groups,
    /// The properties that have been looked up.
    properties: BTreeMap<String, Property>,
    leniency: Option<Leniency>,
    foreign: Option<Foreign>,
    /// How the rest of the innermost group is read.
    flags: Flags,
}

struct Frame {
    kind: FrameKind,
    /// How what follows the group is read.
    flags: Flags,
    opened_at: usize,
    alternatives: Vec<NodeId>,
    items: Vec<NodeId>,
}

#[derive(Clone, Copy)]
enum FrameKind {
    Plain,
    Capture,
    Look { behind: bool, negative: bool },
}

impl Frame {
    fn new(kind: FrameKind, flags: Flags, opened_at: usize) -> Self {
        Self {
            kind,
            flags,
            opened_at,
            alternatives: Vec::new(),
            items: Vec::new(),
        }
    }
}

/// What may follow a term.
#[derive(Clone, Copy, PartialEq)]
enum Quantifiable {
    Yes,
    /// By Annex B only.
    Leniently,
    No,
}

impl Parser<'_> {
    fn run(mut self) -> Result<Ast, PatternError> {
        while let Some(c) = self.peek() {
            let start = self.at;
            match c {
                '|' => {
                    self.bump();
                    self.close_alternative();
                }
                '(' => self.open_group()?,
                ')' => {
                    self.bump();
                    if self.frames.len() == 1 {
                        return Err(PatternError::new("`)` without `(`", start));
                    }
                    self.close_group(start)?;
                }
                '*' | '+' | '?' => return Err(PatternError::new(format!("`{c}` has nothing to repeat"), start)),
                _ => self.term(c)?,
            }
        }
        let last = self.frames.len() - 1;
        if last > 0 {
            let opened_at = self.frames.last().map_or(0, |frame| frame.opened_at);
            return Err(PatternError::new("`(` is never closed", opened_at));
        }
        self.close_alternative();
        let root = self.alternatives_node();
        Ok(Ast {
            nodes: self.nodes,
            root,
            leniency: self.leniency,
            foreign: self.foreign,
        })
    }

    /// One assertion or atom, with its quantifier.
    fn term(&mut self, c: char) -> Result<(), PatternError> {
        let start = self.at;
        self.bump();
        let (node, quantifiable) = match c {
            '^' | '$' if self.flags.multi_line => {
                return Err(PatternError::new(
                    format!("`{c}` is the end of a line here, by the flag `m`"),
                    start,
                ));
            }
            '^' => (Node::Assert(Assertion::Start), Quantifiable::No),
            '$' => (Node::Assert(Assertion::End), Quantifiable::No),
            '.' if self.flags.dot_all => (Node::Set(CharSet::full()), Quantifiable::Yes),
            '.' => (Node::Set(CharSet::dot()), Quantifiable::Yes),
            '[' => (Node::Set(self.class(start)?), Quantifiable::Yes),
            '\\' => self.atom_escape(start)?,
            '{' => {
                self.at = start;
                if self.braces().is_some() {
                    return Err(PatternError::new("the quantifier has nothing to repeat", start));
                }
                self.at = start + 1;
                self.note(LeniencyKind::Bracket(c), start);
                (Node::Set(CharSet::single(u32::from(c))), Quantifiable::Yes)
            }
            '}' | ']' => {
                self.note(LeniencyKind::Bracket(c), start);
                (Node::Set(CharSet::single(u32::from(c))), Quantifiable::Yes)
            }
            _ => (Node::Set(self.character(u32::from(c))), Quantifiable::Yes),
        };
        let id = self.push(node);
        self.quantified(id, quantifiable)
    }

    fn open_group(&mut self) -> Result<(), PatternError> {
        let start = self.at;
        self.bump();
        let kind = if !self.eat("?") {
            FrameKind::Capture
        } else if self.eat(":") {
            FrameKind::Plain
        } else if self.eat("=") {
            FrameKind::Look {
                behind: false,
                negative: false,
            }
        } else if self.eat("!") {
            FrameKind::Look {
                behind: false,
                negative: true,
            }
        } else if self.eat("<=") {
            FrameKind::Look {
                behind: true,
                negative: false,
            }
        } else if self.eat("<!") {
            FrameKind::Look {
                behind: true,
                negative: true,
            }
        } else if self.eat("#") {
            return self.comment(start);
        } else if self.eat("<") || self.python_group() {
            let name = self.group_name(start)?;
            if !self.groups.declare(name) {
                return Err(PatternError::new("two groups have the same name", start));
            }
            FrameKind::Capture
        } else {
            return self.inline_flags(start);
        };
        self.frames.push(Frame::new(kind, self.flags, start));
        Ok(())
    }

    fn close_group(&mut self, at: usize) -> Result<(), PatternError> {
        self.close_alternative();
        let body = self.alternatives_node();
        let Some(frame) = self.frames.pop() else {
            return Err(PatternError::new("`)` without `(`", at));
        };
        self.flags = frame.flags;
        match frame.kind {
            FrameKind::Plain => self.quantified(body, Quantifiable::Yes),
            FrameKind::Capture => {
                let id = self.push(Node::Capture(body));
                self.quantified(id, Quantifiable::Yes)
            }
            FrameKind::Look { behind, negative } => {
                let id = self.push(Node::Look {
                    node: body,
                    behind,
                    negative,
                });
                self.quantified(
                    id,
                    if behind {
                        Quantifiable::No
                    } else {
                        Quantifiable::Leniently
                    },
                )
            }
        }
    }

    /// Ends the current alternative of the innermost group.
    fn close_alternative(&mut self) {
        let items = self
            .frames
            .last_mut()
            .map(|frame| std::mem::take(&mut frame.items))
            .unwrap_or_default();
        let id = match items.as_slice() {
            [] => self.push(Node::Empty),
            [only] => *only,
            _ => self.push(Node::Concat(items)),
        };
        if let Some(frame) = self.frames.last_mut() {
            frame.alternatives.push(id);
        }
    }

    fn alternatives_node(&mut self) -> NodeId {
        let alternatives = self
            .frames
            .last_mut()
            .map(|frame| std::mem::take(&mut frame.alternatives))
            .unwrap_or_default();
        match alternatives.as_slice() {
            [only] => *only,
            _ => self.push(Node::Alternate(alternatives)),
        }
    }

    /// Adds a finished term to the current alternative, under its quantifier if one follows.
    fn quantified(&mut self, node: NodeId, quantifiable: Quantifiable) -> Result<(), PatternError> {
        let start = self.at;
        let id = match self.quantifier(start)? {
            None => node,
            Some(_) if quantifiable == Quantifiable::No => {
                return Err(PatternError::new("an assertion cannot be repeated", start));
            }
            Some((min, max)) => {
                if quantifiable == Quantifiable::Leniently {
                    self.note(LeniencyKind::QuantifiedLookahead, start);
                }
                let lazy = self.eat("?");
                self.push(Node::Repeat { node, min, max, lazy })
            }
        };
        if let Some(frame) = self.frames.last_mut() {
            frame.items.push(id);
        }
        Ok(())
    }

    fn quantifier(&mut self, start: usize) -> Result<Option<(u32, Option<u32>)>, PatternError> {
        let bounds = match self.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => {
                let bounds = self.braces();
                if let Some((min, Some(max))) = bounds
                    && min > max
                {
                    return Err(PatternError::new(
                        "the numbers of the quantifier are out of order",
                        start,
                    ));
                }
                return Ok(bounds);
            }
            _ => return Ok(None),
        };
        self.bump();
        Ok(Some(bounds))
    }

    /// Reads `{n}`, `{n,}` or `{n,m}`; reads nothing if the text is none of them.
    fn braces(&mut self) -> Option<(u32, Option<u32>)> {
        let start = self.at;
        let bounds = self.braces_inner();
        if bounds.is_none() {
            self.at = start;
        }
        bounds
    }

    fn braces_inner(&mut self) -> Option<(u32, Option<u32>)> {
        self.eat("{").then_some(())?;
        if self.rest().starts_with(',') {
            return self.upper_bound();
        }
        let min = self.number()?;
        let max = if !self.eat(",") {
            Some(min)
        } else if self.peek().is_some_and(|c| c.is_ascii_digit()) {
            Some(self.number()?)
        } else {
            None
        };
        self.eat("}").then_some((min, max))
    }

    /// A decimal number; what is beyond `u32` counts as its largest value.
    fn number(&mut self) -> Option<u32> {
        let start = self.at;
        let mut value: u32 = 0;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            value = value.saturating_mul(10).saturating_add(digit);
            self.bump();
        }
        (self.at > start).then_some(value)
    }

    fn push(&mut self, node: Node) -> NodeId {
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    fn note(&mut self, kind: LeniencyKind, offset: usize) {
        self.leniency.get_or_insert(Leniency { kind, offset });
    }

    fn rest(&self) -> &str {
        self.source.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn bump(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn eat(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        if found {
            self.at += text.len();
        }
        found
    }
}

#[cfg(test)]
mod tests;
