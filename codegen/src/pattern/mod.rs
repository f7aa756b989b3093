//! ECMA-262 patterns: from source text to code that needs no engine.
//!
//! JSON Schema's `pattern` is a regular expression of ECMA-262 that is searched for in the text (JSON Schema
//! Validation 2020-12, 6.3.3; Core, 6.4). [`compile`] decides how it is checked:
//!
//! 1. [`Code`]: a straight-line program that a person would have written, if the pattern is simple;
//! 2. [`Table`]: a minimal automaton of at most [`MAX_TABLE_BYTES`];
//! 3. [`Matcher::Engine`]: an engine at run time, for back-references and what is too large.
//!
//! ```
//! let pattern = specwright::pattern::compile("^[6-9][0-9]{9}$")?;
//! assert!(pattern.is_const());
//! assert_eq!(pattern.is_match("9876543210"), Some(true));
//! assert_eq!(pattern.is_match("1876543210"), Some(false));
//! # Ok::<(), specwright::pattern::PatternError>(())
//! ```
//!
//! The steps: `parse` reads the text into a tree (`ast`). `code` takes it if it is simple. Otherwise `nfa`
//! makes an automaton, `alphabet` groups the code points, `dfa` makes it deterministic, `minimize` small and
//! `table` a table. Every step has a bound on its work, so no pattern takes long.

mod alphabet;
mod ast;
mod code;
mod dfa;
mod dialect;
mod effort;
mod engine;
mod facts;
mod nfa;
mod parse;
mod property;
mod sample;
mod set;
mod table;

pub use code::{Code, Sequence, Step};
pub use dialect::Foreign;
pub use effort::Effort;
pub use facts::{EngineReason, Facts, Leniency, LeniencyKind, PatternError};
pub use set::CharSet;
pub use table::Table;

/// The largest table that generated code carries.
pub const MAX_TABLE_BYTES: usize = 8 * 1024;

/// The longest pattern that is taken on, in bytes.
pub const MAX_PATTERN_BYTES: usize = 64 * 1024;

/// A pattern and how to check it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Pattern {
    /// The pattern as written.
    pub source: String,
    /// How to check it.
    pub matcher: Matcher,
    /// What else is known about it.
    pub facts: Facts,
    syntax: ast::Ast,
}

/// How a pattern is checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matcher {
    /// By a straight-line program.
    Code(Code),
    /// By a table.
    Table(Table),
    /// By an engine, for this reason; it is given [`Pattern::strict_source`].
    Engine(EngineReason),
}

/// Reads a pattern and decides how to check it.
///
/// # Errors
///
/// If the pattern is not a regular expression of ECMA-262, Annex B included; if it is longer than
/// [`MAX_PATTERN_BYTES`]; or if it needs an engine and nests too deep to be given to one.
pub fn compile(pattern: &str) -> Result<Pattern, PatternError> {
    if pattern.len() > MAX_PATTERN_BYTES {
        return Err(PatternError::new(
            format!("the pattern is longer than {MAX_PATTERN_BYTES} bytes"),
            MAX_PATTERN_BYTES,
        ));
    }
    if dialect::is_date_form(pattern) {
        return Err(PatternError::new(
            "it is a form of dates or times, and no regular expression",
            0,
        ));
    }
    let syntax = match dialect::delimited(pattern) {
        Some((body, flags)) => parse::delimited(body, flags)?,
        None => parse::parse(pattern)?,
    };
    let mut effort = Effort::default();
    let matcher = match code::straight(&syntax) {
        Some(code) => Matcher::Code(code),
        None => automaton(&syntax, &mut effort)?,
    };
    let constant = match &matcher {
        Matcher::Code(Code::Constant(answer)) => Some(*answer),
        Matcher::Code(_) | Matcher::Table(_) | Matcher::Engine(_) => None,
    };
    let facts = Facts {
        always_matches: constant == Some(true),
        never_matches: constant == Some(false),
        lenient: syntax.leniency,
        foreign: syntax.foreign.clone(),
        effort,
    };
    Ok(Pattern {
        source: pattern.to_owned(),
        matcher,
        facts,
        syntax,
    })
}

fn automaton(syntax: &ast::Ast, effort: &mut Effort) -> Result<Matcher, PatternError> {
    match table(syntax, effort) {
        Ok(table) => Ok(match table.constant() {
            Some(answer) => Matcher::Code(Code::Constant(answer)),
            None => Matcher::Table(table),
        }),
        Err(reason) => match engine::strict_source(syntax) {
            Some(_) => Ok(Matcher::Engine(reason)),
            None => Err(PatternError::new(
                format!("{reason}, and it is too large or nests too deep for an engine"),
                0,
            )),
        },
    }
}

fn table(syntax: &ast::Ast, effort: &mut Effort) -> Result<Table, EngineReason> {
    let automata = nfa::build(syntax, effort)?;
    let mut sets = automata.sets.clone();
    let word = automata.has_word_boundary().then(|| {
        let word = CharSet::word();
        sets.iter().position(|set| *set == word).unwrap_or_else(|| {
            sets.push(word);
            sets.len() - 1
        })
    });
    let alphabet = alphabet::Alphabet::new(&sets, effort)?;
    let dfa = dfa::build(&automata, &alphabet, word, effort)?;
    Table::new(&dfa, &alphabet)
}

impl Pattern {
    /// Whether the pattern is found in the text; `None` if only an engine can tell.
    #[must_use]
    pub fn is_match(&self, text: &str) -> Option<bool> {
        match &self.matcher {
            Matcher::Code(code) => Some(code.is_match(text)),
            Matcher::Table(table) => Some(table.is_match(text)),
            Matcher::Engine(_) => None,
        }
    }

    /// Whether the generated check is a `const fn`.
    #[must_use]
    pub fn is_const(&self) -> bool {
        match self.matcher {
            Matcher::Code(_) | Matcher::Table(_) => true,
            Matcher::Engine(_) => false,
        }
    }

    /// The pattern in a spelling that is valid with the `u` flag and means the same, for other tools; `None` if it
    /// nests too deep.
    #[must_use]
    pub fn strict_source(&self) -> Option<String> {
        engine::strict_source(&self.syntax)
    }

    /// A text that probably matches: an example for documentation, mocks and tests. The same seed gives the same
    /// text. Assertions within the pattern may break it, so check it with [`Pattern::is_match`].
    #[must_use]
    pub fn sample(&self, seed: u64) -> String {
        sample::sample(&self.syntax, seed)
    }
}
