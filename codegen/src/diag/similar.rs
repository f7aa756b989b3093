//! "Did you mean": the known name that an unknown one was probably meant to be.

use std::fmt;

/// A name that was probably meant. As text it is a sentence, or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hint(Option<String>);

impl Hint {
    /// The closest of the known names; none if all are too different to be what was meant.
    pub fn new<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Hint {
        let close = |name: &'a str| {
            let distance = distance(word, name)?;
            (name != word).then_some((distance, name))
        };
        // Of several at the same distance the first one, which is the one that the document names first.
        let found = known
            .into_iter()
            .filter_map(close)
            .min_by_key(|(distance, _)| *distance);
        Hint(found.map(|(_, name)| name.to_owned()))
    }

    /// The name.
    pub fn name(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

impl From<String> for Hint {
    fn from(name: String) -> Hint {
        Hint(Some(name))
    }
}

impl fmt::Display for Hint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(name) => write!(formatter, "did you mean `{name}`? "),
            None => Ok(()),
        }
    }
}

/// How many characters are missing, added, replaced or swapped with their neighbour (optimal string alignment), without
/// regard to case; `None` if they are more than a slip: one in a short name, a third of a longer one, three at most.
fn distance(word: &str, name: &str) -> Option<usize> {
    let letters = |text: &str| text.chars().flat_map(char::to_lowercase).collect::<Vec<char>>();
    let (word, name) = (letters(word), letters(name));
    let longest = word.len().max(name.len());
    let limit = (longest / 3).clamp(1, 3);
    // Names that are longer than any keyword are not worth the square of their length.
    if word.len().abs_diff(name.len()) > limit || !(2..=64).contains(&longest) {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut previous: Vec<usize> = (0..=name.len()).collect();
    for (row, letter) in word.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, other) in name.iter().enumerate() {
            let replaced = previous[column] + usize::from(letter != other);
            let mut best = replaced.min(previous[column + 1] + 1).min(current[column] + 1);
            let is_swap = row > 0 && column > 0 && *letter == name[column - 1] && word[row - 1] == *other;
            if is_swap {
                best = best.min(before[column - 1] + 1);
            }
            current.push(best);
        }
        before = std::mem::replace(&mut previous, current);
    }
    let distance = previous[name.len()];
    (distance <= limit).then_some(distance)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognized_and_another_name_is_not() {
        let known = ["name", "parameters", "maxLength", "minLength", "get", "id"];
        for (word, meant) in [
            ("nmae", Some("name")),
            ("paramaters", Some("parameters")),
            ("maxLenght", Some("maxLength")),
            ("minlength", Some("minLength")),
            ("gett", Some("get")),
            ("colour", None),
            ("names", Some("name")),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(Hint::new(word, known).name(), meant, "{word}");
        }
        assert_eq!(
            Hint::new("name", ["name"]).name(),
            None,
            "the name itself is no suggestion"
        );
    }

    #[test]
    fn names_of_any_length_are_compared_in_bounded_time() {
        let long = "a".repeat(100_000);
        assert_eq!(Hint::new(&long, [long.as_str(), "aa"]), Hint::default());
    }
}
