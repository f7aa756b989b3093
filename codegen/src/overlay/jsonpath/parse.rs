//! The grammar of RFC 9535, by recursive descent.

use super::{Comparable, Comparison, Logical, Path, PathError, Query, Regexp, Segment, Selector, regexp};
use crate::number::Number;

/// Parentheses and nested filters go this deep.
const MAX_DEPTH: usize = 64;

/// Integers stay within what every JSON reader keeps exactly (section 2.1).
const MAX_INTEGER: i64 = (1 << 53) - 1;

impl Query {
    /// Reads a query that begins with `$`.
    ///
    /// # Errors
    /// What is wrong, and at which byte.
    pub fn parse(text: &str) -> Result<Query, PathError> {
        let mut parser = Parser { text, at: 0, depth: 0 };
        parser.skip_space();
        parser.expect("$")?;
        let query = parser.segments()?;
        parser.skip_space();
        match parser.at == text.len() {
            true => Ok(query),
            false => Err(parser.error("expected `.`, `..` or `[`")),
        }
    }
}

type Result<T, E = PathError> = std::result::Result<T, E>;

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

/// What is on one side of a comparison, or alone.
enum Term {
    Comparable(Comparable),
    /// A query; alone it asks whether it selects anything.
    Query(Path),
    Logical(Logical),
}

impl Parser<'_> {
    fn segments(&mut self) -> Result<Query> {
        let mut segments = Vec::new();
        loop {
            let before = self.at;
            self.skip_space();
            let descendant = self.take("..");
            let selectors = if self.take("[") {
                self.bracketed()?
            } else if descendant || self.take(".") {
                vec![if self.take("*") {
                    Selector::Wildcard
                } else {
                    Selector::Name(self.shorthand()?)
                }]
            } else {
                self.at = before;
                return Ok(Query { segments });
            };
            segments.push(Segment { descendant, selectors });
        }
    }

    fn shorthand(&mut self) -> Result<String> {
        let rest = self.rest();
        let is_first = |c: char| c.is_ascii_alphabetic() || c == '_' || !c.is_ascii();
        let is_name = |c: char| is_first(c) || c.is_ascii_digit() || c == '-';
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        let name = rest[..end].to_owned();
        if !name.starts_with(is_first) {
            return Err(self.error("expected a name; one with other characters is written `['name']`"));
        }
        self.at += end;
        Ok(name)
    }

    fn bracketed(&mut self) -> Result<Vec<Selector>> {
        let mut selectors = Vec::new();
        loop {
            self.skip_space();
            selectors.push(self.selector()?);
            self.skip_space();
            if self.take("]") {
                return Ok(selectors);
            }
            self.expect(",")?;
        }
    }

    fn selector(&mut self) -> Result<Selector> {
        match self.peek() {
            Some('\'' | '"') => Ok(Selector::Name(self.string()?)),
            Some('*') => {
                self.at += 1;
                Ok(Selector::Wildcard)
            }
            Some('?') => {
                self.at += 1;
                self.skip_space();
                Ok(Selector::Filter(self.logical()?))
            }
            Some('-' | ':' | '0'..='9') => self.index_or_slice(),
            _ => Err(self.error("expected a name in quotes, an index, `*` or `?`")),
        }
    }

    fn index_or_slice(&mut self) -> Result<Selector> {
        let start = self.optional_integer()?;
        self.skip_space();
        if !self.take(":") {
            return start
                .map(Selector::Index)
                .ok_or_else(|| self.error("expected an index"));
        }
        self.skip_space();
        let end = self.optional_integer()?;
        self.skip_space();
        let mut step = None;
        if self.take(":") {
            self.skip_space();
            step = self.optional_integer()?;
        }
        Ok(Selector::Slice {
            start,
            end,
            step: step.unwrap_or(1),
        })
    }

    fn optional_integer(&mut self) -> Result<Option<i64>> {
        if !matches!(self.peek(), Some('-' | '0'..='9')) {
            return Ok(None);
        }
        let start = self.at;
        self.take("-");
        let digits = self.digits();
        let text = &self.text[start..self.at];
        let plain = text == "0" || !text.trim_start_matches('-').starts_with('0');
        let value = text.parse::<i64>().ok().filter(|value| value.abs() <= MAX_INTEGER);
        match (digits > 0 && plain, value) {
            (true, Some(value)) => Ok(Some(value)),
            _ => Err(self.error_at("not an integer", start)),
        }
    }

    fn digits(&mut self) -> usize {
        let rest = self.rest();
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        self.at += length;
        length
    }

    fn logical(&mut self) -> Result<Logical> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.error("the expression is nested too deep"));
        }
        let mut any = vec![self.conjunction()?];
        while self.operator("||") {
            any.push(self.conjunction()?);
        }
        self.depth -= 1;
        Ok(match any.len() {
            1 => any.remove(0),
            _ => Logical::Or(any),
        })
    }

    fn conjunction(&mut self) -> Result<Logical> {
        let mut all = vec![self.basic()?];
        while self.operator("&&") {
            all.push(self.basic()?);
        }
        Ok(match all.len() {
            1 => all.remove(0),
            _ => Logical::And(all),
        })
    }

    fn operator(&mut self, operator: &str) -> bool {
        let before = self.at;
        self.skip_space();
        let found = self.take(operator);
        match found {
            true => self.skip_space(),
            false => self.at = before,
        }
        found
    }

    fn basic(&mut self) -> Result<Logical> {
        let negated = self.peek() == Some('!');
        if negated {
            self.at += 1;
            self.skip_space();
        }
        let start = self.at;
        let expression = if self.take("(") {
            self.skip_space();
            let inner = self.logical()?;
            self.skip_space();
            self.expect(")")?;
            inner
        } else {
            let left = self.term()?;
            self.comparison(left, start, negated)?
        };
        Ok(match negated {
            true => Logical::Not(Box::new(expression)),
            false => expression,
        })
    }

    fn comparison(&mut self, left: Term, start: usize, negated: bool) -> Result<Logical> {
        let before = self.at;
        self.skip_space();
        let operators = [
            ("==", Comparison::Equal),
            ("!=", Comparison::NotEqual),
            ("<=", Comparison::LessOrEqual),
            (">=", Comparison::GreaterOrEqual),
            ("<", Comparison::Less),
            (">", Comparison::Greater),
        ];
        let found = operators.iter().find(|(text, _)| self.take(text));
        let Some((_, operator)) = found else {
            self.at = before;
            return match left {
                Term::Query(path) => Ok(Logical::Exists(path)),
                Term::Logical(logical) => Ok(logical),
                Term::Comparable(_) => Err(self.error_at("a comparison is missing", start)),
            };
        };
        if negated {
            return Err(self.error_at("a comparison that is negated needs parentheses", start));
        }
        let left = self.comparable(left, start)?;
        self.skip_space();
        let start = self.at;
        let right = self.term()?;
        let right = self.comparable(right, start)?;
        Ok(Logical::Compare(left, *operator, right))
    }

    fn comparable(&self, term: Term, start: usize) -> Result<Comparable> {
        match term {
            Term::Comparable(comparable) => Ok(comparable),
            Term::Query(path) if path.query.is_singular() => Ok(Comparable::Singular(path)),
            Term::Query(_) => Err(self.error_at("this query may select several nodes and cannot be compared", start)),
            Term::Logical(_) => Err(self.error_at("this is true or false and cannot be compared", start)),
        }
    }

    fn term(&mut self) -> Result<Term> {
        let value = |comparable| Ok(Term::Comparable(comparable));
        match self.peek() {
            Some('@' | '$') => Ok(Term::Query(self.path()?)),
            Some('\'' | '"') => value(Comparable::String(self.string()?)),
            Some('-' | '0'..='9') => value(Comparable::Number(self.number()?)),
            Some('a'..='z') => {
                let rest = self.rest();
                let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
                let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
                let (start, name) = (self.at, rest[..end].to_owned());
                self.at += end;
                match name.as_str() {
                    "true" => value(Comparable::Bool(true)),
                    "false" => value(Comparable::Bool(false)),
                    "null" => value(Comparable::Null),
                    name if self.take("(") => self.function(name, start),
                    _ => Err(self.error_at("strings need quotes", start)),
                }
            }
            _ => Err(self.error("expected `@`, `$`, a value or a function")),
        }
    }

    fn path(&mut self) -> Result<Path> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.error("the expression is nested too deep"));
        }
        let absolute = self.take("$");
        if !absolute {
            self.expect("@")?;
        }
        let query = self.segments()?;
        self.depth -= 1;
        Ok(Path { absolute, query })
    }

    /// A function of section 2.4, after its opening parenthesis.
    fn function(&mut self, name: &str, start: usize) -> Result<Term> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.error("the expression is nested too deep"));
        }
        self.skip_space();
        let term = match name {
            "count" => Term::Comparable(Comparable::Count(self.path()?)),
            "value" => Term::Comparable(Comparable::Value(self.path()?)),
            "length" => Term::Comparable(Comparable::Length(Box::new(self.argument()?))),
            "match" | "search" => {
                let text = self.argument()?;
                self.skip_space();
                self.expect(",")?;
                self.skip_space();
                let at = self.at;
                let whole = name == "match";
                let pattern = match self.argument()? {
                    Comparable::String(source) => match regexp(&source, whole) {
                        Some(pattern) => Regexp::Fixed(Box::new(pattern)),
                        None => return Err(self.error_at("not a regular expression", at)),
                    },
                    other => Regexp::Dynamic(other),
                };
                Term::Logical(Logical::Matches { text, pattern, whole })
            }
            _ => {
                let reason = format!("unknown function `{name}`; RFC 9535 has length, count, match, search and value");
                return Err(self.error_at(&reason, start));
            }
        };
        self.skip_space();
        self.expect(")")?;
        self.depth -= 1;
        Ok(term)
    }

    fn argument(&mut self) -> Result<Comparable> {
        let start = self.at;
        let term = self.term()?;
        self.comparable(term, start)
    }

    fn number(&mut self) -> Result<Number> {
        let start = self.at;
        self.take("-");
        let zero = self.peek() == Some('0');
        let digits = self.digits();
        let mut valid = digits > 0 && !(zero && digits > 1);
        if self.take(".") {
            valid &= self.digits() > 0;
        }
        if self.take("e") || self.take("E") {
            let _ = self.take("+") || self.take("-");
            valid &= self.digits() > 0;
        }
        match valid {
            true => Ok(Number::new(&self.text[start..self.at])),
            false => Err(self.error_at("not a number", start)),
        }
    }

    fn string(&mut self) -> Result<String> {
        let start = self.at;
        let mut characters = self.rest().char_indices();
        let quote = characters.next().map_or('\'', |(_, quote)| quote);
        let mut text = String::new();
        while let Some((offset, character)) = characters.next() {
            match character {
                _ if character == quote => {
                    self.at = start + offset + 1;
                    return Ok(text);
                }
                '\\' => {
                    let (character, length) = self.escape(start + offset, quote)?;
                    text.push(character);
                    for _ in 1..length {
                        characters.next();
                    }
                }
                '\u{0}'..='\u{1f}' => {
                    return Err(self.error_at("a control character in a string must be escaped", start + offset));
                }
                other => text.push(other),
            }
        }
        Err(self.error_at("the string is not closed", start))
    }

    /// The character that an escape means, and how many characters the escape has.
    fn escape(&self, at: usize, quote: char) -> Result<(char, usize)> {
        let invalid = || self.error_at("unknown escape", at);
        let rest = self.text.get(at + 1..).unwrap_or("");
        let character = match rest.chars().next().ok_or_else(invalid)? {
            'b' => '\u{8}',
            't' => '\t',
            'n' => '\n',
            'f' => '\u{c}',
            'r' => '\r',
            same @ ('/' | '\\') => same,
            same if same == quote => same,
            'u' => {
                let high = hex(rest, 1).ok_or_else(invalid)?;
                if let Some(character) = char::from_u32(high) {
                    return Ok((character, 6));
                }
                let low = rest
                    .get(5..7)
                    .filter(|escape| *escape == "\\u")
                    .and_then(|_| hex(rest, 7));
                let pair = low.filter(|low| high < 0xdc00 && (0xdc00..0xe000).contains(low));
                let scalar = pair.map(|low| 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00));
                return Ok((scalar.and_then(char::from_u32).ok_or_else(invalid)?, 12));
            }
            _ => return Err(invalid()),
        };
        Ok((character, 2))
    }

    fn expect(&mut self, text: &str) -> Result<()> {
        match self.take(text) {
            true => Ok(()),
            false => Err(self.error(&format!("expected `{text}`"))),
        }
    }

    fn error(&self, reason: &str) -> PathError {
        self.error_at(reason, self.at)
    }

    fn error_at(&self, reason: &str, offset: usize) -> PathError {
        PathError {
            reason: reason.to_owned(),
            offset,
        }
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn take(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        self.at += if found { text.len() } else { 0 };
        found
    }

    fn skip_space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
    }
}

fn hex(text: &str, at: usize) -> Option<u32> {
    let digits = text.get(at..at + 4)?;
    let all = digits.chars().all(|digit| digit.is_ascii_hexdigit());
    all.then(|| u32::from_str_radix(digits, 16).ok()).flatten()
}
