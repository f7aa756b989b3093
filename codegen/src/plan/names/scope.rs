//! Who gets which name.

use super::claim::Claim;
use super::{Case, Ident, reserved};
use crate::distinct::settle;
use std::collections::{BTreeMap, BTreeSet};

/// Names that must differ: the fields of a struct, the variants of an enum, the types of a module.
///
/// ```
/// use specwright::plan::names::{Case, Scope};
///
/// let mut scope = Scope::new(&["new"]);
/// let names = scope.claim_all(&["@id", "id", "name", "new", "type"], Case::Field);
/// let names: Vec<String> = names.iter().map(ToString::to_string).collect();
/// assert_eq!(names, ["at_id", "id_lower", "name", "new_", "r#type"]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Scope {
    reserved: BTreeSet<String>,
    taken: BTreeSet<String>,
    /// The number to try next for a spelling: those below it are taken, and thousands can be spelled alike.
    numbers: BTreeMap<(String, Case), u32>,
}

impl Scope {
    /// A scope in which the names of generated code (`reserved`, as they are spelled in Rust, without `r#`) are taken.
    pub fn new(reserved: &[&str]) -> Self {
        Self {
            reserved: reserved.iter().map(|&name| name.to_owned()).collect(),
            taken: BTreeSet::new(),
            numbers: BTreeMap::new(),
        }
    }

    /// Claims one name that nothing else of the document competes for.
    pub fn claim(&mut self, raw: &str, case: Case) -> Ident {
        let mut names = self.claim_all(&[raw], case);
        names.pop().unwrap_or_else(|| self.numbered(raw, case))
    }

    /// Claims the names of everything that shares the scope and is called as the document spells it.
    pub fn claim_all<S: AsRef<str>>(&mut self, raws: &[S], case: Case) -> Vec<Ident> {
        let claims: Vec<Claim> = raws.iter().map(|raw| Claim::new(raw.as_ref())).collect();
        self.claim_each(&claims, case)
    }

    /// Claims the names of everything that shares the scope: names that people chose first, then the others, where a name
    /// that several claims come to is nobody's. What has a chosen name comes to its other ones all the same: choosing passes no name on.
    pub fn claim_each(&mut self, claims: &[Claim], case: Case) -> Vec<Ident> {
        let mut names: Vec<Option<Ident>> = claims.iter().map(|claim| self.chosen(claim, case)).collect();
        let open: Vec<usize> = (0..claims.len()).filter(|&at| names[at].is_none()).collect();
        let name = |bearer: usize, place: usize| {
            let place = place + usize::from(names[bearer].is_some());
            claims[bearer].name(place, case).map(|name| self.allowed(name, case))
        };
        let mut found = settle(claims.len(), |name| self.taken.contains(name), name);
        let settled = open.iter().map(|&bearer| found[bearer].take().map(|(_, name)| name));
        let settled: Vec<Option<String>> = settled.collect();
        self.taken.extend(settled.iter().flatten().cloned());
        for (&at, name) in open.iter().zip(&settled) {
            names[at] = name.as_deref().map(Ident::new);
        }
        let named = names.into_iter().zip(claims);
        // What is spelled the same in every way is numbered, in the order it came.
        named
            .map(|(name, claim)| name.unwrap_or_else(|| self.numbered(claim.plain(), case)))
            .collect()
    }

    /// The name that a person chose, as it is written, where that is a legal name and free.
    fn chosen(&mut self, claim: &Claim, case: Case) -> Option<Ident> {
        let name = claim.chosen()?;
        if case.admits(name) && !self.reserved.contains(name) && self.take(name) {
            return Some(Ident::new(name));
        }
        let name = self.allowed(claim.name(0, case)?, case);
        self.take(&name).then(|| Ident::new(&name))
    }

    fn take(&mut self, name: &str) -> bool {
        self.taken.insert(name.to_owned())
    }

    fn allowed(&self, mut name: String, case: Case) -> String {
        while self.reserved.contains(&name) {
            name = case.escape(&name);
        }
        name
    }

    fn numbered(&mut self, raw: &str, case: Case) -> Ident {
        let spelling = (raw.to_owned(), case);
        let mut number = self.numbers.get(&spelling).copied().unwrap_or(2);
        loop {
            let name = self.allowed(case.join(&super::claim::numbered(raw, number, case)), case);
            number = number.saturating_add(1);
            if self.take(&name) {
                self.numbers.insert(spelling, number);
                return Ident::new(&name);
            }
        }
    }
}

impl Case {
    /// Whether a name is legal as it is written, and spelled as Rust spells such names.
    fn admits(self, name: &str) -> bool {
        let (upper, lower, more) = match self {
            Case::Type | Case::Variant => (true, true, ""),
            Case::Field | Case::Method | Case::Module => (false, true, "_"),
            Case::Const => (true, false, "_"),
            Case::Feature | Case::Crate => (false, true, "_-"),
        };
        let is_letter = |c: char| (upper && c.is_ascii_uppercase()) || (lower && c.is_ascii_lowercase());
        let mut chars = name.chars();
        chars
            .next()
            .is_some_and(|c| is_letter(c) && c.is_ascii_uppercase() == upper)
            && chars.all(|c| is_letter(c) || c.is_ascii_digit() || more.contains(c))
            && !reserved::is_forbidden(name, self)
    }
}
