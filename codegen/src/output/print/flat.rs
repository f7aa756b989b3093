//! Tokens on one line, spaced as `prettyplease` spaces them. `None`: it is not certain how.

use crate::tokens::{Delimiter, TokenTree};

/// Where tokens are, which decides what `<` is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// `<` opens generic arguments.
    Type,
    /// `<` opens generic arguments behind `::` only.
    Expression,
}

/// What is before a token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing, or what has no space behind it: a prefix, a dot.
    Tight,
    /// `::`, which has no space behind it, and behind which `<` opens generic arguments.
    Path,
    /// A comma, an operator.
    Space,
    /// The end of a value or of a type.
    Word,
    /// A keyword, which is never the end of a value.
    Keyword,
}

/// Writes tokens at the end of `out`. `None`: it may hold a part of them.
pub(super) fn write(out: &mut String, tokens: &[TokenTree<'_>], place: Place) -> Option<()> {
    Flat {
        out,
        place,
        before: Before::Tight,
        angles: 0,
        closure: false,
    }
    .tokens(tokens)
}

struct Flat<'o> {
    out: &'o mut String,
    place: Place,
    before: Before,
    /// How many generic arguments are open: what is in them is a type.
    angles: usize,
    /// Whether the parameters of a closure are open.
    closure: bool,
}

impl Flat<'_> {
    fn tokens(&mut self, tokens: &[TokenTree<'_>]) -> Option<()> {
        let mut rest = tokens;
        while let [first, others @ ..] = rest {
            rest = match first {
                TokenTree::Punct(_) => {
                    let (sign, behind) = sign(rest);
                    self.sign(sign, behind)?;
                    behind
                }
                TokenTree::Ident(ident) => {
                    self.apart();
                    let start = self.out.len();
                    self.out.push_str(ident);
                    let is_plain = matches!(self.before, Before::Path) || self.out.get(..start)?.ends_with('.');
                    self.before = match !is_plain && is_keyword(ident) {
                        true => Before::Keyword,
                        false => Before::Word,
                    };
                    others
                }
                TokenTree::Literal(literal) => {
                    if literal.contains('\n') {
                        return None;
                    }
                    self.apart();
                    self.out.push_str(literal);
                    self.before = Before::Word;
                    others
                }
                TokenTree::Group(group) => {
                    self.group(group.delimiter(), &group.tokens(), others.is_empty())?;
                    others
                }
                TokenTree::Doc(_) | TokenTree::InnerDoc(_) => return None,
            };
        }
        (!self.closure).then_some(())
    }

    /// A space, if what is before the token asks for one.
    fn apart(&mut self) {
        if matches!(self.before, Before::Space | Before::Word | Before::Keyword) {
            self.out.push(' ');
        }
    }

    fn group(&mut self, delimiter: Delimiter, inner: &[TokenTree<'_>], is_last: bool) -> Option<()> {
        let (open, close) = match delimiter {
            Delimiter::Parenthesis => ('(', ')'),
            Delimiter::Bracket => ('[', ']'),
            Delimiter::Brace if inner.is_empty() && is_last && self.before == Before::Word => (' ', ' '),
            Delimiter::Brace => return None,
        };
        if open == ' ' {
            self.out.push_str(" {}");
            self.before = Before::Word;
            return Some(());
        }
        match self.before {
            Before::Space => self.out.push(' '),
            Before::Keyword if self.out.ends_with("pub") => {
                let [TokenTree::Ident(word)] = inner else { return None };
                return (*word == "crate" || *word == "super").then(|| {
                    self.out.push('(');
                    self.out.push_str(word);
                    self.out.push(')');
                    self.before = Before::Keyword;
                });
            }
            Before::Keyword if self.out.ends_with("fn") => {}
            Before::Keyword => self.out.push(' '),
            Before::Tight | Before::Path | Before::Word => {}
        }
        let inner = match inner {
            // `(T,)` is a tuple; behind the last of several items nothing is left of the comma.
            [items @ .., TokenTree::Punct(comma)] if comma.as_char() == ',' => match self.before == Before::Word {
                true => items,
                false => return None,
            },
            items => items,
        };
        self.out.push(open);
        let mut within = Flat {
            out: self.out,
            place: if self.angles > 0 { Place::Type } else { self.place },
            before: Before::Tight,
            angles: 0,
            closure: false,
        };
        within.tokens(inner)?;
        self.out.push(close);
        self.before = Before::Word;
        Some(())
    }

    fn sign(&mut self, sign: &str, rest: &[TokenTree<'_>]) -> Option<()> {
        let is_value = self.before == Before::Word;
        match sign {
            "," | ";" => {
                // Nothing is left of a comma behind the last argument.
                let closes = matches!(rest, [TokenTree::Punct(next), ..] if next.as_char() == '>');
                if sign == "," && closes {
                    return Some(());
                }
                self.out.push_str(sign);
                self.before = Before::Space;
                // What ends a line has no space behind it.
                if rest.is_empty() {
                    self.before = Before::Tight;
                }
            }
            ":" if is_value => {
                self.out.push(':');
                self.before = Before::Space;
            }
            "::" => {
                if matches!(self.before, Before::Keyword | Before::Space) {
                    self.out.push(' ');
                }
                self.out.push_str(sign);
                self.before = Before::Path;
            }
            // All of a module.
            "*" if rest.len() <= 1 && self.before == Before::Path => self.out.push('*'),
            "." if is_value => {
                self.out.push('.');
                self.before = Before::Tight;
            }
            "?" if is_value => self.out.push('?'),
            "<" => self.angle(is_value)?,
            ">" if is_value => {
                self.angles = self.angles.saturating_sub(1);
                self.out.push('>');
            }
            "|" => self.bar(is_value),
            "&" | "*" | "!" | "-" | "?" | "'" if !is_value => {
                self.apart();
                self.out.push_str(sign);
                self.before = Before::Tight;
            }
            "->" | "=>" | "=" | "==" | "!=" | "+" | "&&" | "||" | "+=" if is_value => {
                self.out.push(' ');
                self.out.push_str(sign);
                self.before = Before::Space;
            }
            _ => return None,
        }
        Some(())
    }

    fn angle(&mut self, is_value: bool) -> Option<()> {
        let is_generic = self.place == Place::Type || self.angles > 0 || !is_value || self.before == Before::Path;
        let is_tight = matches!(self.before, Before::Tight | Before::Path | Before::Word);
        let binds = ["impl", "for", "fn"].iter().any(|word| self.out.ends_with(word));
        let binds = self.before == Before::Keyword && binds;
        if !is_tight && !binds {
            self.out.push(' ');
        }
        self.out.push('<');
        self.angles += 1;
        self.before = Before::Tight;
        is_generic.then_some(())
    }

    /// `|` is around the parameters of a closure, or between patterns.
    fn bar(&mut self, is_value: bool) {
        match (self.closure, is_value) {
            (true, _) => {
                self.out.push('|');
                self.closure = false;
                self.before = Before::Space;
            }
            (false, true) => {
                self.out.push_str(" |");
                self.before = Before::Space;
            }
            (false, false) => {
                self.apart();
                self.out.push('|');
                self.closure = true;
                self.before = Before::Tight;
            }
        }
    }
}

/// The sign that the tokens begin with, and what is behind it. An empty one: a sign that is not known.
pub(super) fn sign<'a, 't>(tokens: &'a [TokenTree<'t>]) -> (&'static str, &'a [TokenTree<'t>]) {
    let [TokenTree::Punct(first), rest @ ..] = tokens else {
        return ("", tokens);
    };
    if let ([TokenTree::Punct(second), behind @ ..], true) = (rest, first.is_joint()) {
        let double = match (first.as_char(), second.as_char()) {
            (':', ':') => "::",
            ('-', '>') => "->",
            ('=', '>') => "=>",
            ('=', '=') => "==",
            ('!', '=') => "!=",
            ('&', '&') => "&&",
            ('|', '|') => "||",
            ('+', '=') => "+=",
            _ => "",
        };
        if !double.is_empty() {
            return (double, behind);
        }
    }
    let single = match first.as_char() {
        ',' => ",",
        ';' => ";",
        ':' => ":",
        '.' => match rest.first() {
            // Ranges and rests are for others.
            Some(TokenTree::Punct(next)) if next.as_char() == '.' => "",
            _ => ".",
        },
        '?' => "?",
        '<' => "<",
        '>' => match (first.is_joint(), rest.first()) {
            (true, Some(TokenTree::Punct(next))) if next.as_char() == '=' => "",
            _ => ">",
        },
        '!' => "!",
        '|' => "|",
        '&' => "&",
        '*' => "*",
        '-' => "-",
        '\'' => "'",
        '=' => "=",
        '+' => "+",
        _ => "",
    };
    (single, rest)
}

/// Whether a word is never the end of a value, nor of a type.
fn is_keyword(word: &str) -> bool {
    const KEYWORDS: &[&str] = &[
        "as", "async", "const", "dyn", "else", "enum", "extern", "fn", "for", "if", "impl", "in", "let", "loop",
        "match", "mod", "move", "mut", "pub", "ref", "return", "static", "struct", "trait", "type", "unsafe", "use",
        "where", "while",
    ];
    // Most words are longer, or begin with a capital.
    let may_be = word.len() <= 6 && word.as_bytes().first().is_some_and(u8::is_ascii_lowercase);
    may_be && KEYWORDS.binary_search(&word).is_ok()
}
