//! Constructs of other dialects, each read as what it means there.

use super::super::dialect::{Foreign, horizontal_space, java_class, posix_class};
use super::super::property;
use super::escape::hex_number;
use super::{Assertion, CharSet, Frame, FrameKind, Node, NodeId, Parser, PatternError, Quantifiable};

impl Parser<'_> {
    fn is_foreign(&mut self, construct: Foreign) {
        self.foreign.get_or_insert(construct);
    }

    /// Sets flags by their letters.
    pub(super) fn set_flags(&mut self, text: &str, start: usize) -> Result<(), PatternError> {
        match self.flags.with(text) {
            Some(flags) => {
                self.flags = flags;
                Ok(())
            }
            None => Err(PatternError::new(
                format!("the flags `{text}` have no equal in ECMA-262"),
                start,
            )),
        }
    }

    /// `(?i)` for the rest of the group, or `(?i:…)` for what is inside, which ECMA-262 has too.
    pub(super) fn inline_flags(&mut self, start: usize) -> Result<(), PatternError> {
        let rest = self.rest();
        let length = rest
            .bytes()
            .take_while(|&c| c.is_ascii_alphabetic() || c == b'-')
            .count();
        let text = rest.get(..length).unwrap_or_default().to_owned();
        let end = rest.get(length..).unwrap_or_default().chars().next();
        let before = self.flags;
        match end {
            Some(')') if length > 0 => {
                self.set_flags(&text, start)?;
                self.is_foreign(Foreign::Flags(text));
            }
            Some(':') if length > 0 => {
                self.set_flags(&text, start)?;
                if !text.bytes().all(|flag| b"ims-".contains(&flag)) {
                    self.is_foreign(Foreign::Flags(text));
                }
                self.frames.push(Frame::new(FrameKind::Plain, before, start));
            }
            _ => {
                return Err(PatternError::new(
                    "`(?` is not followed by `:`, `=`, `!`, `<=`, `<!` or `<name>`",
                    start,
                ));
            }
        }
        self.at += length + 1;
        Ok(())
    }

    /// `(?#…)`, whose beginning has been read.
    pub(super) fn comment(&mut self, start: usize) -> Result<(), PatternError> {
        let Some((text, _)) = self.rest().split_once(')') else {
            return Err(PatternError::new("`(` is never closed", start));
        };
        self.at += text.len() + 1;
        self.is_foreign(Foreign::Comment);
        Ok(())
    }

    /// `{,3}` after its brace; nothing is read of anything else.
    pub(super) fn upper_bound(&mut self) -> Option<(u32, Option<u32>)> {
        self.eat(",");
        let most = self.number()?;
        self.eat("}").then_some(())?;
        self.is_foreign(Foreign::Quantifier(most));
        Some((0, Some(most)))
    }

    /// `\h` and `\H` inside a class.
    pub(super) fn foreign_class_escape(&mut self, c: char) -> Option<CharSet> {
        let set = match c {
            'h' => horizontal_space(),
            'H' => horizontal_space().negated(),
            _ => return None,
        };
        self.bump();
        self.is_foreign(Foreign::Escape(c));
        Some(set)
    }

    /// `\e` and `\a`, whose letter has been read: the characters escape and bell.
    pub(super) fn foreign_control(&mut self, c: char) -> u32 {
        self.is_foreign(Foreign::Escape(c));
        if c == 'e' { 0x1B } else { 0x07 }
    }

    /// The `{41}` of `\x{41}`; nothing is read of anything else.
    pub(super) fn foreign_code_point(&mut self) -> Option<u32> {
        let (digits, _) = self.rest().strip_prefix('{')?.split_once('}')?;
        let (code_point, length) = (hex_number(digits)?, digits.len() + 2);
        self.at += length;
        self.is_foreign(Foreign::CodePoint);
        Some(code_point)
    }

    /// What is behind the `\p` of `\pL` and `\p{Punct}`; nothing is read of anything else.
    pub(super) fn foreign_property(&mut self) -> Option<CharSet> {
        let rest = self.rest();
        let letter = rest.chars().next().filter(|c| "CLMNPSZ".contains(*c));
        let (written, set) = match letter {
            Some(letter) => (letter.to_string(), property::lookup(&letter.to_string())?.set),
            None => {
                let (name, _) = rest.strip_prefix('{')?.split_once('}')?;
                (format!("{{{name}}}"), java_class(name)?)
            }
        };
        self.at += written.len();
        self.is_foreign(Foreign::Property(written));
        Some(set)
    }

    /// Reads the beginning of `P<name>`, as Python writes it.
    pub(super) fn python_group(&mut self) -> bool {
        let found = self.eat("P<");
        if found {
            self.is_foreign(Foreign::NamedGroup);
        }
        found
    }

    /// One character, in both cases if case does not matter.
    pub(super) fn character(&self, code_point: u32) -> CharSet {
        self.folded(CharSet::single(code_point))
    }

    /// A set, with the other cases of its letters if case does not matter.
    pub(super) fn folded(&self, set: CharSet) -> CharSet {
        match self.flags.insensitive {
            true => set.in_both_cases(),
            false => set,
        }
    }

    /// `[:alpha:]` inside a class, whose `[` has been read; nothing is read of anything else.
    pub(super) fn posix(&mut self, start: usize) -> Result<Option<CharSet>, PatternError> {
        let inside = self.rest().strip_prefix(':').and_then(|rest| rest.split_once(":]"));
        let Some((name, _)) = inside else { return Ok(None) };
        let (negated, word) = match name.strip_prefix('^') {
            Some(word) => (true, word),
            None => (false, name),
        };
        if word.is_empty() || !word.bytes().all(|c| c.is_ascii_lowercase()) {
            return Ok(None);
        }
        let Some(set) = posix_class(word) else {
            return Err(PatternError::new(format!("unknown class `[:{word}:]`"), start));
        };
        let name = name.to_owned();
        self.at += name.len() + 3;
        self.is_foreign(Foreign::PosixClass(name));
        Ok(Some(if negated { set.negated() } else { set }))
    }

    /// An escape outside a class that only other dialects have. Nothing is read of any other one.
    pub(super) fn foreign_escape(
        &mut self,
        c: char,
        start: usize,
    ) -> Result<Option<(Node, Quantifiable)>, PatternError> {
        let found = match c {
            'A' => (Node::Assert(Assertion::Start), Quantifiable::No),
            'z' => (Node::Assert(Assertion::End), Quantifiable::No),
            'Z' => (self.last_line(), Quantifiable::No),
            'h' => (Node::Set(horizontal_space()), Quantifiable::Yes),
            'H' => (Node::Set(horizontal_space().negated()), Quantifiable::Yes),
            'R' => (self.line_break(), Quantifiable::Yes),
            'Q' => (self.quoted(), Quantifiable::No),
            'G' | 'K' | 'X' => return Err(PatternError::new(format!("`\\{c}` has no equal in ECMA-262"), start)),
            _ => return Ok(None),
        };
        if c != 'Q' {
            self.bump();
        }
        self.is_foreign(match c {
            'A' | 'z' | 'Z' => Foreign::Anchor(c),
            _ => Foreign::Escape(c),
        });
        Ok(Some(found))
    }

    /// `\Z`: the end, or the place before a line feed at the end.
    fn last_line(&mut self) -> Node {
        let feed = self.push(Node::Set(CharSet::single(10)));
        let feed = self.optional(feed);
        let end = self.push(Node::Assert(Assertion::End));
        Node::Concat(vec![feed, end])
    }

    /// `\R`: a line break of any kind, `\r\n` as one.
    fn line_break(&mut self) -> Node {
        let back = self.push(Node::Set(CharSet::single(13)));
        let feed = self.push(Node::Set(CharSet::single(10)));
        let both = self.push(Node::Concat(vec![back, feed]));
        let one = self.push(Node::Set(CharSet::new(vec![(10, 13), (0x85, 0x85), (0x2028, 0x2029)])));
        Node::Alternate(vec![both, one])
    }

    fn optional(&mut self, node: NodeId) -> NodeId {
        self.push(Node::Repeat {
            node,
            min: 0,
            max: Some(1),
            lazy: false,
        })
    }

    /// `\Q…\E`: what is between them, literally.
    fn quoted(&mut self) -> Node {
        self.bump();
        let rest = self.rest();
        let text = rest.split_once("\\E").map_or(rest, |(text, _)| text).to_owned();
        self.at += text.len();
        self.eat("\\E");
        let letters: Vec<NodeId> = text
            .chars()
            .map(|letter| {
                let set = self.character(u32::from(letter));
                self.push(Node::Set(set))
            })
            .collect();
        match letters.is_empty() {
            true => Node::Empty,
            false => Node::Concat(letters),
        }
    }
}
