//! Whether a union is one of its own variants, through other unions and through aliases: then reading a value never ends.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};

/// Which types read the very value that a type reads.
#[derive(Debug, Default)]
pub struct SameValue {
    /// By name; `None` where several types have that name.
    types: BTreeMap<String, Option<BTreeSet<String>>>,
}

impl SameValue {
    /// Notes the types that a file defines, also in modules.
    pub fn add(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            match (token, &tokens[at + 1..]) {
                (TokenTree::Ident(word), [TokenTree::Ident(name), TokenTree::Group(body), ..]) if word == "enum" => {
                    self.note(name.to_string(), alternatives(body));
                }
                (TokenTree::Ident(word), [TokenTree::Ident(name), TokenTree::Punct(mark), rest @ ..])
                    if word == "type" && mark.as_char() == '=' && is_public(&tokens[..at]) =>
                {
                    let is_within =
                        |token: &&TokenTree| !matches!(token, TokenTree::Punct(mark) if mark.as_char() == ';');
                    let whole: Vec<TokenTree> = rest.iter().take_while(is_within).cloned().collect();
                    self.note(name.to_string(), named(&whole).into_iter().collect());
                }
                (TokenTree::Ident(word), [TokenTree::Ident(name), ..]) if word == "struct" => {
                    self.note(name.to_string(), BTreeSet::new());
                }
                (TokenTree::Group(group), _) if group.delimiter() == Delimiter::Brace => self.add(group.stream()),
                _ => {}
            }
        }
    }

    fn note(&mut self, name: String, reads: BTreeSet<String>) {
        let known = self.types.entry(name);
        known.and_modify(|known| *known = None).or_insert(Some(reads));
    }

    /// A type that reads itself.
    pub fn circle(&self) -> Option<&str> {
        let mut done: BTreeSet<&str> = BTreeSet::new();
        for start in self.types.keys() {
            let mut around: BTreeSet<&str> = BTreeSet::new();
            // A name is left, behind all that it reads, where it is met the second time.
            let mut open = vec![(start.as_str(), false)];
            while let Some((name, is_left)) = open.pop() {
                if is_left {
                    around.remove(name);
                    done.insert(name);
                } else if around.contains(name) {
                    return Some(name);
                } else if !done.contains(name)
                    && let Some(Some(reads)) = self.types.get(name)
                {
                    around.insert(name);
                    open.push((name, true));
                    open.extend(reads.iter().map(|read| (read.as_str(), false)));
                }
            }
        }
        None
    }
}

/// Whether these tokens end with `pub`: the types of a trait have none, and are called like what they are.
fn is_public(before: &[TokenTree]) -> bool {
    matches!(before.last(), Some(TokenTree::Ident(word)) if word == "pub")
}

/// What the variants of an enumeration hold, where that is one type with a name.
fn alternatives(body: &Group) -> BTreeSet<String> {
    let held = body.stream().into_iter().filter_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
            named(&group.stream().into_iter().collect::<Vec<_>>())
        }
        TokenTree::Group(_) | TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => None,
    });
    held.collect()
}

/// The last name of a path without arguments, or of one that is in a box.
fn named(tokens: &[TokenTree]) -> Option<String> {
    let inner = match tokens {
        [TokenTree::Ident(outer), _, inner @ .., _] if outer == "Box" => inner,
        path => path,
    };
    let is_path = |token: &TokenTree| match token {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(mark) => mark.as_char() == ':',
        TokenTree::Group(_) | TokenTree::Literal(_) => false,
    };
    match inner {
        // What begins with `::` is of another crate.
        [TokenTree::Ident(_), ..] if inner.iter().all(is_path) => inner.last().map(ToString::to_string),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::SameValue;

    fn circle(code: &str) -> Option<String> {
        let mut types = SameValue::default();
        types.add(code.parse().expect("tokens"));
        types.circle().map(str::to_owned)
    }

    #[test]
    fn circles_of_the_same_value_are_seen() {
        assert_eq!(circle("enum A { B(C), D(Vec<A>) } struct C(A); pub type E = A;"), None);
        assert_eq!(
            circle("enum A { B(C), D(C) } enum C { E(F), G(H) } pub type F = H;"),
            None
        );
        assert!(circle("enum A { B(C), D(Box<A>) }").is_some());
        assert!(circle("mod m { enum A { B(Box<super::C>) } } pub type C = E; pub type E = m::A;").is_some());
        assert!(circle("enum A { B(C) } enum C { D(Box<A>) }").is_some());
        assert_eq!(circle("impl A for B { type Body = types::Body; }"), None);
        assert_eq!(circle("enum Body { Bytes(::specwright_runtime::Body) }"), None);
        // Which one is meant is not known.
        assert_eq!(circle("enum A { B(Box<A>) } mod m { enum A { B(u8) } }"), None);
        assert_eq!(circle("enum A { B(m::A) } mod m { struct A(u8); }"), None);
    }
}
