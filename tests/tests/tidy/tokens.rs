//! Rust as tokens with their lines: enough to find paths, functions, string literals and documentation.
//!
//! `proc-macro2` would read it too, but its positions are a feature that slows the generator in the same build.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An identifier, a keyword, a number or a lifetime.
    Word,
    /// `::`, or a single sign.
    Sign,
    /// `(`, `[` or `{`.
    Open,
    /// `)`, `]` or `}`.
    Close,
    /// The content of a string literal, as it is written.
    Literal,
    /// One line of documentation, without `///` or `//!`.
    Doc,
}

/// A token of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    pub kind: Kind,
    pub text: &'a str,
    /// Counted from 1.
    pub line: usize,
}

impl Token<'_> {
    /// Whether this is that keyword or name.
    pub fn is_word(&self, word: &str) -> bool {
        self.kind == Kind::Word && self.text == word
    }

    /// Whether this is that sign or bracket.
    pub fn is_sign(&self, sign: &str) -> bool {
        matches!(self.kind, Kind::Sign | Kind::Open | Kind::Close) && self.text == sign
    }
}

/// All tokens of a file.
pub fn read(text: &str) -> Vec<Token<'_>> {
    let mut reader = Reader {
        text,
        at: 0,
        line: 1,
        tokens: Vec::new(),
    };
    while reader.step() {}
    reader.tokens
}

struct Reader<'a> {
    text: &'a str,
    /// Where the next token begins, in bytes.
    at: usize,
    line: usize,
    tokens: Vec<Token<'a>>,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Takes `length` bytes, and remembers `content` of them as a token.
    fn take(&mut self, length: usize, token: Option<(Kind, &'a str)>) {
        if let Some((kind, text)) = token {
            let line = self.line;
            self.tokens.push(Token { kind, text, line });
        }
        self.line += self.rest()[..length].matches('\n').count();
        self.at += length;
    }

    fn step(&mut self) -> bool {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else { return false };
        match first {
            _ if rest.starts_with("//") => self.line_comment(rest),
            _ if rest.starts_with("/*") => self.take(block_comment(rest), None),
            _ if first.is_whitespace() => self.take(first.len_utf8(), None),
            '"' => self.literal(rest, 0),
            '\'' => self.quote(rest),
            '(' | '[' | '{' => self.take(1, Some((Kind::Open, &rest[..1]))),
            ')' | ']' | '}' => self.take(1, Some((Kind::Close, &rest[..1]))),
            _ if first == '_' || first.is_alphanumeric() => self.word(rest),
            _ if rest.starts_with("::") => self.take(2, Some((Kind::Sign, "::"))),
            _ => self.take(first.len_utf8(), Some((Kind::Sign, &rest[..first.len_utf8()]))),
        }
        true
    }

    fn line_comment(&mut self, rest: &'a str) {
        let line = rest.lines().next().unwrap_or(rest);
        let doc = match line.starts_with("////") {
            true => None,
            false => line.strip_prefix("///").or_else(|| line.strip_prefix("//!")),
        };
        self.take(line.len(), doc.map(|doc| (Kind::Doc, doc)));
    }

    /// A string with escapes whose quote is `prefix` bytes ahead.
    fn literal(&mut self, rest: &'a str, prefix: usize) {
        let content = &rest[prefix + 1..];
        let length = end_of(content, '"');
        let whole = (prefix + length + 2).min(rest.len());
        self.take(whole, Some((Kind::Literal, &content[..length])));
    }

    /// A character or a lifetime.
    fn quote(&mut self, rest: &'a str) {
        let mut chars = rest.chars().skip(1);
        match (chars.next(), chars.next()) {
            (Some('\\'), _) => self.take((end_of(&rest[1..], '\'') + 2).min(rest.len()), None),
            (Some(char), Some('\'')) => self.take(char.len_utf8() + 2, None),
            _ => {
                let length = 1 + word_length(&rest[1..]);
                self.take(length, Some((Kind::Word, &rest[..length])));
            }
        }
    }

    /// A word, or a literal with a prefix.
    fn word(&mut self, rest: &'a str) {
        let length = word_length(rest);
        let (word, after) = rest.split_at(length);
        let hashes = after.bytes().take_while(|byte| *byte == b'#').count();
        match word {
            "r" | "br" | "cr" if after[hashes..].starts_with('"') => {
                let content = &after[hashes + 1..];
                let close = format!("\"{}", "#".repeat(hashes));
                let end = content.find(&close).unwrap_or(content.len());
                let whole = (length + hashes + 1 + end + close.len()).min(rest.len());
                self.take(whole, Some((Kind::Literal, &content[..end])));
            }
            "b" | "c" if after.starts_with('"') => self.literal(rest, 1),
            "b" if after.starts_with('\'') => {
                self.take((end_of(&after[1..], '\'') + 3).min(rest.len()), None);
            }
            // A raw identifier.
            "r" if hashes == 1 => self.take(length + 1, None),
            _ => self.take(length, Some((Kind::Word, word))),
        }
    }
}

fn word_length(text: &str) -> usize {
    let is_word = |char: char| char == '_' || char.is_alphanumeric();
    text.find(|char| !is_word(char)).unwrap_or(text.len())
}

/// Where the closing quote is, behind escapes.
fn end_of(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, char) in text.char_indices() {
        match char {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if char == quote => return at,
            _ => {}
        }
    }
    text.len()
}

fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let length = match rest {
            _ if rest.starts_with("/*") => {
                depth += 1;
                2
            }
            _ if rest.starts_with("*/") => {
                depth -= 1;
                2
            }
            _ => rest.chars().next().map_or(1, char::len_utf8),
        };
        at += length;
        if depth == 0 {
            break;
        }
    }
    at
}

/// The macros whose arguments are code of the client, not of the generator.
const QUOTATIONS: &[&str] = &["quote", "quote_spanned", "parse_quote"];

/// The tokens of the file itself, without its tests and without what it quotes.
pub fn own<'a>(tokens: &[Token<'a>]) -> Vec<Token<'a>> {
    without(&without_tests(tokens), |rest| match rest {
        [name, bang, open, ..] if bang.is_sign("!") && open.kind == Kind::Open => {
            let is_quotation = QUOTATIONS.iter().any(|known| name.is_word(known));
            is_quotation.then(|| 2 + group(&rest[2..]))
        }
        _ => None,
    })
}

/// The tokens that are not part of a test.
pub fn without_tests<'a>(tokens: &[Token<'a>]) -> Vec<Token<'a>> {
    without(tokens, |rest| {
        let attribute = is_test_attribute(rest).then(|| 1 + group(&rest[1..]))?;
        Some(attribute + item(&rest[attribute..]))
    })
}

/// The tokens without those that begin something of the length that `cut` says.
fn without<'a>(tokens: &[Token<'a>], cut: impl Fn(&[Token<'a>]) -> Option<usize>) -> Vec<Token<'a>> {
    let mut kept = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match cut(&tokens[at..]) {
            Some(length) => at += length,
            None => {
                kept.push(*token);
                at += 1;
            }
        }
    }
    kept
}

/// `#[cfg(test)]`, also as a part: `#[cfg(all(test, feature = "mock"))]`.
fn is_test_attribute(tokens: &[Token<'_>]) -> bool {
    let [hash, open, cfg, ..] = tokens else { return false };
    let inside = tokens.get(3..1 + group(&tokens[1..])).unwrap_or_default();
    let elsewhere_too = inside.iter().any(|token| token.is_word("not") || token.is_word("any"));
    hash.is_sign("#")
        && open.is_sign("[")
        && cfg.is_word("cfg")
        && !elsewhere_too
        && inside.iter().any(|token| token.is_word("test"))
}

/// How many tokens a bracket and everything in it are.
pub fn group(tokens: &[Token<'_>]) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth -= 1,
            Kind::Word | Kind::Sign | Kind::Literal | Kind::Doc => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}

/// The modules that are declared for tests only: `#[cfg(test)] mod name;`.
pub fn test_modules<'a>(tokens: &[Token<'a>]) -> Vec<&'a str> {
    let attributes = (0..tokens.len()).filter(|at| is_test_attribute(&tokens[*at..]));
    let modules = attributes.filter_map(|at| {
        let start = at + 1 + group(&tokens[at + 1..]);
        let item = &tokens[start..start + item(&tokens[start..])];
        match item {
            [.., keyword, name, end] if keyword.is_word("mod") && end.is_sign(";") => Some(name.text),
            _ => None,
        }
    });
    modules.collect()
}

/// The macros with `#[macro_export]`.
pub fn exported_macros<'a>(tokens: &[Token<'a>]) -> Vec<&'a str> {
    let word = |at: usize| tokens.get(at).filter(|token| token.kind == Kind::Word);
    let exports = (0..tokens.len()).filter(|at| tokens[*at].is_word("macro_export"));
    let names = exports.filter_map(|at| {
        let definition = (at..tokens.len()).find(|at| tokens[*at].is_word("macro_rules"))?;
        word(definition + 2).map(|name| name.text)
    });
    names.collect()
}

/// How many tokens the item is that begins here: up to its `;` or its closing brace.
fn item(tokens: &[Token<'_>]) -> usize {
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token.kind {
            Kind::Open => {
                at += group(&tokens[at..]);
                if token.text == "{" {
                    return at;
                }
            }
            Kind::Sign if token.text == ";" => return at + 1,
            Kind::Word | Kind::Sign | Kind::Close | Kind::Literal | Kind::Doc => at += 1,
        }
    }
    tokens.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        read(text).iter().map(|token| token.text).collect()
    }

    #[test]
    fn comments_and_literals_hide_code() {
        let text = "a /* b /* c */ d */ // e\n\"f \\\" g\" r#\"h \" i\"# b'j' '\\'' 'k' 'l: r#m b\"n\"";
        assert_eq!(texts(text), ["a", "f \\\" g", "h \" i", "'l", ":", "m", "n"]);
        assert_eq!(texts("//! p\n/// q\n//// r\ns::t"), [" p", " q", "s", "::", "t"]);
    }

    #[test]
    fn lines_are_counted_in_all_of_them() {
        let lines: Vec<_> = read("a\n/*\n*/ b \"\n\" c\n").iter().map(|token| token.line).collect();
        assert_eq!(lines, [1, 3, 3, 4]);
    }

    #[test]
    fn tests_and_quotations_are_no_code_of_the_file() {
        let text = "a quote! { b } #[cfg(test)] mod c { d } e #[cfg(all(test, x))] use f; g #[cfg(not(test))] h";
        let tokens = read(text);
        let own: Vec<_> = own(&tokens)
            .iter()
            .filter(|token| token.kind == Kind::Word)
            .map(|token| token.text)
            .collect();
        assert_eq!(own, ["a", "e", "g", "cfg", "not", "test", "h"]);
    }
}
