//! Who gets which name.

use super::words::{Spelling, style, words};
use super::{Case, Ident, reserved};
use std::collections::{BTreeMap, BTreeSet};

/// Names that must differ: the fields of a struct, the variants of an enum, the types of a module.
///
/// ```
/// use specwright::plan::names::{Case, Scope};
///
/// let mut scope = Scope::new(&["new"]);
/// let names = scope.claim_all(&["@id", "id", "new", "type"], Case::Field);
/// let names: Vec<String> = names.iter().map(ToString::to_string).collect();
/// assert_eq!(names, ["at_id", "id", "new_", "r#type"]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Scope {
    reserved: BTreeSet<String>,
    taken: BTreeSet<String>,
    next: BTreeMap<String, u32>,
}

/// One name on its way: what the document says, and what it would be if it were alone.
struct Candidate<'a> {
    at: usize,
    raw: &'a str,
    words: Vec<String>,
    base: String,
}

impl Scope {
    /// A scope in which the names of generated code (`reserved`, as they are spelled in Rust, without `r#`) are taken.
    pub fn new(reserved: &[&str]) -> Self {
        Self {
            reserved: reserved.iter().map(|&name| name.to_owned()).collect(),
            ..Self::default()
        }
    }

    /// Claims one name that nothing else of the document competes for.
    pub fn claim(&mut self, raw: &str, case: Case) -> Ident {
        let mut candidate = Candidate::new(0, raw, case);
        self.avoid_reserved(&mut candidate, case);
        let base = candidate.base.clone();
        if self.take(&base) {
            Ident::new(&base)
        } else {
            self.other(&candidate, None, case)
        }
    }

    /// Claims a name that a person chose (`x-rust-name`, a rename): as it is written where that is a legal name and
    /// free, or else like [`claim`](Self::claim). Claim these before the names of the document.
    pub fn claim_as_written(&mut self, name: &str, case: Case) -> Ident {
        let mut chars = name.chars();
        let legal = chars.next().is_some_and(|c| c.is_ascii_alphabetic())
            && chars.all(|c| c.is_ascii_alphanumeric() || c == '_' || (c == '-' && case.is_kebab()))
            && !(case.is_ascii() && name.contains(|c: char| c.is_ascii_uppercase()))
            && !reserved::is_forbidden(name, case);
        if legal && !self.reserved.contains(name) && self.take(name) {
            return Ident::new(name);
        }
        self.claim(name, case)
    }

    /// Claims the names of everything that shares the scope, in the given order.
    ///
    /// Who gets the plain name is decided by the spellings alone, not by the order, so a document that is reordered or
    /// extended keeps its names; only names that are spelled exactly the same are numbered as they come.
    pub fn claim_all<S: AsRef<str>>(&mut self, raws: &[S], case: Case) -> Vec<Ident> {
        self.claim_after(raws, case, &BTreeSet::new())
    }

    /// Like [`claim_all`](Self::claim_all), but those at these places lost the plain name in another scope, so they do not
    /// get it here.
    pub(crate) fn claim_after<S: AsRef<str>>(
        &mut self,
        raws: &[S],
        case: Case,
        losers: &BTreeSet<usize>,
    ) -> Vec<Ident> {
        let mut candidates: Vec<Candidate<'_>> = raws
            .iter()
            .enumerate()
            .map(|(at, raw)| Candidate::new(at, raw.as_ref(), case))
            .collect();
        for candidate in &mut candidates {
            self.avoid_reserved(candidate, case);
        }
        let lost = |candidate: &Candidate<'_>| losers.contains(&candidate.at);
        candidates.sort_by(|a, b| {
            let first = (&a.base, lost(a)).cmp(&(&b.base, lost(b)));
            first.then_with(|| a.order().cmp(&b.order()))
        });

        let mut named: Vec<(usize, Ident)> = Vec::with_capacity(raws.len());
        let mut losers: Vec<(&Candidate<'_>, Option<&str>)> = Vec::new();
        let mut winner: Option<&Candidate<'_>> = None;
        for candidate in &candidates {
            let rival = winner
                .filter(|winner| winner.base == candidate.base)
                .map(|winner| winner.raw);
            if rival.is_none() && self.take(&candidate.base) {
                winner = Some(candidate);
                named.push((candidate.at, Ident::new(&candidate.base)));
            } else {
                losers.push((candidate, rival));
            }
        }
        for (candidate, rival) in losers {
            named.push((candidate.at, self.other(candidate, rival, case)));
        }
        named.sort_by_key(|(at, _)| *at);
        named.into_iter().map(|(_, ident)| ident).collect()
    }

    fn take(&mut self, name: &str) -> bool {
        !self.reserved.contains(name) && self.taken.insert(name.to_owned())
    }

    fn avoid_reserved(&self, candidate: &mut Candidate<'_>, case: Case) {
        while self.reserved.contains(&candidate.base) {
            candidate.base = case.escape(&candidate.base);
        }
    }

    /// A name for a candidate whose plain name is gone: by its symbols, its case, both, or else a number.
    fn other(&mut self, candidate: &Candidate<'_>, rival: Option<&str>, case: Case) -> Ident {
        let full = words(candidate.raw, Spelling::Full, case.is_ascii());
        let with = |words: &[String], last: &str| {
            let mut words = words.to_vec();
            words.push(last.to_owned());
            case.join(&words)
        };
        let style = style(candidate.raw);
        let mut spellings = [case.join(&full), with(&candidate.words, style), with(&full, style)];
        if rival.is_some_and(|rival| rival.to_lowercase() == candidate.raw.to_lowercase()) {
            spellings.swap(0, 1);
        }
        if rival != Some(candidate.raw) {
            for spelling in spellings {
                if self.take(&spelling) {
                    return Ident::new(&spelling);
                }
            }
        }
        let mut number = self.next.get(&candidate.base).copied().unwrap_or(2);
        loop {
            let name = with(&candidate.words, &number.to_string());
            number = number.saturating_add(1);
            if self.take(&name) {
                self.next.insert(candidate.base.clone(), number);
                return Ident::new(&name);
            }
        }
    }
}

impl<'a> Candidate<'a> {
    fn new(at: usize, raw: &'a str, case: Case) -> Self {
        let words = words(raw, Spelling::Plain, case.is_ascii());
        let base = case.join(&words);
        Self { at, raw, words, base }
    }

    /// Those with the same result together, the one spelled most like the result first.
    fn order(&self) -> (&str, bool, bool, usize, usize, &str, usize) {
        let symbols = self.raw.chars().filter(|&c| !c.is_alphanumeric() && c != '_').count();
        let capitals = self.raw.chars().filter(|c| c.is_uppercase()).count();
        (
            &self.base,
            self.raw != self.base,
            self.raw.is_empty(),
            symbols,
            capitals,
            self.raw,
            self.at,
        )
    }
}

impl Case {
    fn is_kebab(self) -> bool {
        matches!(self, Case::Feature | Case::Crate)
    }
}
