//! What wants a name, and the names it could have, best first.

use super::Case;
use super::words::{Spelling, cut, own_way, words};
use crate::distinct::fingerprint;

/// What wants a name: the spellings that it could be called after, best first.
///
/// After each spelling it comes to that with what is its own about it: the symbols that Rust can't show, or the case and
/// the separators. A last name ends in a hash of all spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    chosen: Option<String>,
    wishes: Vec<Wish>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Wish {
    raw: String,
    /// How many names it is good for: only the plain one, or all.
    ways: usize,
}

/// A spelling, plain; with what is its own about it; with every symbol, the case and the separators.
const WAYS: usize = 3;

impl Claim {
    /// What is called as the document spells it.
    pub fn new(raw: &str) -> Claim {
        Claim {
            chosen: None,
            wishes: vec![Wish::new(raw, WAYS)],
        }
    }

    /// Another spelling to try before the others.
    #[must_use]
    pub fn before(mut self, raw: &str) -> Claim {
        self.wishes.insert(0, Wish::new(raw, WAYS));
        self
    }

    /// A shorter name to try first.
    #[must_use]
    pub fn rather(mut self, raw: &str) -> Claim {
        self.wishes.insert(0, Wish::new(raw, 1));
        self
    }

    /// Another name, for where the ones before are nobody's.
    #[must_use]
    pub fn or(mut self, raw: &str) -> Claim {
        self.wishes.push(Wish::new(raw, WAYS));
        self
    }

    /// The name that a person chose (`x-rust-name`, a rename), if one did: it is taken as it is written, before all others.
    #[must_use]
    pub fn chosen_by(mut self, name: Option<&str>) -> Claim {
        if let Some(name) = name {
            self.wishes.insert(0, Wish::new(name, 1));
            self.chosen = Some(name.to_owned());
        }
        self
    }

    pub(super) fn chosen(&self) -> Option<&str> {
        self.chosen.as_deref()
    }

    /// The spelling that says the most.
    pub(super) fn plain(&self) -> &str {
        self.wishes.last().map_or("", |wish| &wish.raw)
    }

    /// The name at a place of the list.
    pub(super) fn name(&self, place: usize, case: Case) -> Option<String> {
        let mut place = place;
        for wish in &self.wishes {
            if let Some(words) = wish.words(place, case) {
                return Some(case.join(&words));
            }
            place -= wish.ways;
        }
        (place == 0).then(|| case.join(&self.hashed(case)))
    }

    fn hashed(&self, case: Case) -> Vec<String> {
        let best = self.wishes.first().map_or("", |wish| &wish.raw);
        let spellings = self.wishes.iter().map(|wish| wish.raw.as_str());
        let all = spellings.collect::<Vec<_>>().join("\n");
        let mut words = cut(words(best, Spelling::Plain, case.is_ascii()));
        words.push(format!("x{:08x}", fingerprint(&all)));
        words
    }
}

impl Wish {
    fn new(raw: &str, ways: usize) -> Wish {
        let raw = raw.to_owned();
        Wish { raw, ways }
    }

    fn words(&self, way: usize, case: Case) -> Option<Vec<String>> {
        let ascii = case.is_ascii();
        let spelled = |spelling| cut(words(&self.raw, spelling, ascii));
        if way >= self.ways {
            return None;
        }
        Some(match way {
            0 => spelled(Spelling::Plain),
            1 => match own_way(&self.raw) {
                Some(way) => with(spelled(Spelling::Plain), &way),
                None => spelled(Spelling::Full),
            },
            _ => with(spelled(Spelling::Full), &own_way(&self.raw).unwrap_or_default()),
        })
    }
}

fn with(mut words: Vec<String>, more: &[&str]) -> Vec<String> {
    words.extend(more.iter().map(|&word| word.to_owned()));
    words
}

/// The words of the n-th of several that are spelled the same.
pub(super) fn numbered(raw: &str, number: u32, case: Case) -> Vec<String> {
    let words = cut(words(raw, Spelling::Plain, case.is_ascii()));
    with(words, &[&number.to_string()])
}
