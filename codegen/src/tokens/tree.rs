//! Tokens as a tree, in which each group is one.

use super::{Delimiter, Kind, TokenStream, literal};

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
#[derive(Debug, PartialEq, Eq)]
pub struct Group<'t> {
    delimiter: Delimiter,
    tokens: Vec<TokenTree<'t>>,
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

    /// What is between them.
    pub fn tokens(&self) -> &[TokenTree<'t>] {
        &self.tokens
    }
}

impl TokenStream {
    /// The tokens as a tree.
    pub fn tree(&self) -> Vec<TokenTree<'_>> {
        let mut around: Vec<(Delimiter, Vec<TokenTree<'_>>)> = Vec::new();
        let mut tokens = Vec::new();
        let mut rest = self.text.as_str();
        for token in &self.tokens {
            let (text, behind) = rest.split_at_checked(token.length as usize).unwrap_or((rest, ""));
            rest = behind;
            let punct = |is_joint| Punct {
                sign: text.chars().next().unwrap_or(' '),
                is_joint,
            };
            let tree = match token.kind {
                Kind::Word => TokenTree::Ident(text),
                Kind::Literal => TokenTree::Literal(text),
                Kind::Sign => TokenTree::Punct(punct(false)),
                Kind::Joint => TokenTree::Punct(punct(true)),
                Kind::Doc => TokenTree::Doc(text),
                Kind::InnerDoc => TokenTree::InnerDoc(text),
                Kind::Open(delimiter) => {
                    around.push((delimiter, std::mem::take(&mut tokens)));
                    continue;
                }
                Kind::Close => {
                    let Some((delimiter, outer)) = around.pop() else {
                        continue;
                    };
                    let tokens = std::mem::replace(&mut tokens, outer);
                    TokenTree::Group(Group { delimiter, tokens })
                }
            };
            tokens.push(tree);
        }
        tokens
    }
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
                write(out, &group.tokens);
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
