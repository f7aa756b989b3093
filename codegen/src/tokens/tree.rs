//! Tokens as a tree, in which each group is one.

use super::{Delimiter, Kind, Token, TokenStream, literal};

/// Room that is made at once for the tokens of a level.
const LEVEL: usize = 64;

/// A token, or a group of them.
#[derive(Debug, PartialEq, Eq)]
pub enum TokenTree<'t> {
    /// A name or a keyword.
    Ident(&'t str),
    /// A literal, as it is written.
    Literal(&'t str),
    /// A sign.
    Punct(Punct),
    /// A line of documentation of the item behind it, as it is behind `///`.
    Doc(&'t str),
    /// A line of documentation of the module around it, as it is behind `//!`.
    InnerDoc(&'t str),
    /// A group.
    Group(Group<'t>),
}

/// A sign of one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Punct {
    sign: char,
    is_joint: bool,
}

/// Tokens between brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group<'t> {
    delimiter: Delimiter,
    tokens: &'t [Token],
    text: &'t str,
}

impl Punct {
    /// The sign.
    pub fn as_char(self) -> char {
        self.sign
    }

    /// Whether the token behind it is of the same sign.
    pub fn is_joint(self) -> bool {
        self.is_joint
    }
}

impl<'t> Group<'t> {
    /// The brackets.
    pub fn delimiter(&self) -> Delimiter {
        self.delimiter
    }

    /// Whether nothing is between them.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// What is between them.
    pub fn tokens(&self) -> Vec<TokenTree<'t>> {
        level(self.tokens, self.text)
    }
}

impl TokenStream {
    /// The tokens as a tree.
    pub fn tree(&self) -> Vec<TokenTree<'_>> {
        level(&self.tokens, &self.text)
    }
}

/// The tokens of a level; groups are looked into by whoever needs it, so that there is never a tree of a whole file.
fn level<'t>(tokens: &'t [Token], text: &'t str) -> Vec<TokenTree<'t>> {
    let mut trees = Vec::with_capacity(tokens.len().min(LEVEL));
    let mut rest = (tokens, text);
    while let ([token, behind @ ..], text) = rest {
        let length = token.length as usize;
        if let Kind::Open(delimiter) = token.kind {
            let (tokens, behind) = behind.split_at_checked(length).unwrap_or((behind, &[]));
            // The end of the group knows how long its text is.
            let (end, behind) = behind.split_first().unwrap_or((token, behind));
            let (inner, text) = text.split_at_checked(end.length as usize).unwrap_or((text, ""));
            trees.push(TokenTree::Group(Group {
                delimiter,
                tokens,
                text: inner,
            }));
            rest = (behind, text);
            continue;
        }
        let (own, text) = text.split_at_checked(length).unwrap_or((text, ""));
        rest = (behind, text);
        let punct = |is_joint| Punct {
            sign: own.chars().next().unwrap_or(' '),
            is_joint,
        };
        trees.push(match token.kind {
            Kind::Word => TokenTree::Ident(own),
            Kind::Literal => TokenTree::Literal(own),
            Kind::Sign => TokenTree::Punct(punct(false)),
            Kind::Joint => TokenTree::Punct(punct(true)),
            Kind::Doc => TokenTree::Doc(own),
            Kind::InnerDoc => TokenTree::InnerDoc(own),
            // No group is open on its own level.
            Kind::Open(_) | Kind::Close => continue,
        });
    }
    trees
}

/// Rust without layout, which is read back as the same tokens.
pub fn text(tokens: &[TokenTree<'_>]) -> String {
    let mut out = String::new();
    write(&mut out, tokens);
    out
}

fn write(out: &mut String, tokens: &[TokenTree<'_>]) {
    let mut is_apart = false;
    for token in tokens {
        if std::mem::replace(&mut is_apart, true) {
            out.push(' ');
        }
        match token {
            TokenTree::Ident(text) | TokenTree::Literal(text) => out.push_str(text),
            TokenTree::Punct(punct) => {
                out.push(punct.sign);
                is_apart = !punct.is_joint;
            }
            TokenTree::Doc(line) => doc(out, "#[doc = ", line),
            TokenTree::InnerDoc(line) => doc(out, "#![doc = ", line),
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{ ", " }"),
                    Delimiter::Bracket => ("[", "]"),
                };
                out.push_str(open);
                write(out, &group.tokens());
                out.push_str(close);
            }
        }
    }
}

fn doc(out: &mut String, open: &str, line: &str) {
    out.push_str(open);
    literal::escape(line, out);
    out.push(']');
}
