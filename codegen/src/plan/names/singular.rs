//! The singular of an English property name, for the type of an array's items.

use super::words::{Spelling, words};

const IRREGULAR: &[(&str, &str)] = &[
    ("aliases", "alias"),
    ("analyses", "analysis"),
    ("appendices", "appendix"),
    ("atlases", "atlas"),
    ("axes", "axis"),
    ("biases", "bias"),
    ("bonuses", "bonus"),
    ("buses", "bus"),
    ("calves", "calf"),
    ("campuses", "campus"),
    ("canvases", "canvas"),
    ("censuses", "census"),
    ("children", "child"),
    ("crises", "crisis"),
    ("criteria", "criterion"),
    ("diagnoses", "diagnosis"),
    ("echoes", "echo"),
    ("feet", "foot"),
    ("focuses", "focus"),
    ("gases", "gas"),
    ("halves", "half"),
    ("heroes", "hero"),
    ("hypotheses", "hypothesis"),
    ("indices", "index"),
    ("knives", "knife"),
    ("leaves", "leaf"),
    ("lenses", "lens"),
    ("lives", "life"),
    ("matrices", "matrix"),
    ("men", "man"),
    ("mice", "mouse"),
    ("parentheses", "parenthesis"),
    ("people", "person"),
    ("phenomena", "phenomenon"),
    ("potatoes", "potato"),
    ("quizzes", "quiz"),
    ("shelves", "shelf"),
    ("statuses", "status"),
    ("surpluses", "surplus"),
    ("synopses", "synopsis"),
    ("teeth", "tooth"),
    ("theses", "thesis"),
    ("tomatoes", "tomato"),
    ("vertices", "vertex"),
    ("viruses", "virus"),
    ("vetoes", "veto"),
    ("wives", "wife"),
    ("wolves", "wolf"),
    ("women", "woman"),
];

/// Words whose plural drops only the `s` although a rule below would change more, and short ones a rule would skip.
const ONLY_S: &[&str] = &[
    "aches", "apis", "caches", "calories", "cookies", "cpus", "emojis", "gpus", "kpis", "lies", "menus", "movies",
    "niches", "pies", "skus", "taxis", "ties", "uris", "zombies",
];

/// Words that look like a plural and are none, or whose plural looks the same.
const UNCHANGED: &[&str] = &[
    "alias",
    "always",
    "analytics",
    "as",
    "atlas",
    "aws",
    "bias",
    "canvas",
    "chaos",
    "corps",
    "cors",
    "css",
    "dns",
    "economics",
    "gas",
    "gps",
    "graphics",
    "headquarters",
    "has",
    "http",
    "https",
    "ios",
    "is",
    "its",
    "js",
    "kubernetes",
    "lens",
    "logistics",
    "macos",
    "mathematics",
    "means",
    "news",
    "os",
    "overseas",
    "pos",
    "physics",
    "politics",
    "rss",
    "series",
    "sms",
    "species",
    "this",
    "tls",
    "was",
    "yes",
];

/// The singular of a property name, or `None` where it has none; then the item type is called `…Item`.
///
/// Only the last word counts: `docTypes` is `doc_type`, `status` and `petList` have none.
///
/// ```
/// use specwright::plan::names::singular;
///
/// assert_eq!(singular("doc_types").as_deref(), Some("doc_type"));
/// assert_eq!(singular("status"), None);
/// ```
pub fn singular(name: &str) -> Option<String> {
    let mut words = words(name, Spelling::Plain, false);
    let last = words.pop()?;
    words.push(singular_word(&last)?);
    Some(words.join("_"))
}

fn singular_word(word: &str) -> Option<String> {
    if let Some((_, one)) = IRREGULAR.iter().find(|(many, _)| *many == word) {
        return Some((*one).to_owned());
    }
    if UNCHANGED.contains(&word) {
        return None;
    }
    let one = word.strip_suffix('s')?;
    if ONLY_S.contains(&word) {
        return Some(one.to_owned());
    }
    if let Some(stem) = word.strip_suffix("ies") {
        return Some(format!("{stem}y"));
    }
    for ending in ["ches", "shes", "sses", "xes", "zzes"] {
        if word.ends_with(ending) {
            return word.strip_suffix("es").map(str::to_owned);
        }
    }
    let none = one.len() < 2 || ["s", "u", "i"].iter().any(|ending| one.ends_with(ending)) || !word.is_ascii();
    if none || one.ends_with(|c: char| c.is_ascii_digit()) {
        None
    } else {
        Some(one.to_owned())
    }
}
