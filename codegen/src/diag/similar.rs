//! "Did you mean": the known name that an unknown one was probably meant to be.

use std::fmt;

/// A name that was probably meant. As text it is a sentence, or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hint(Option<String>);

/// The names that are compared with an unknown one letter by letter, of those that have its length and its letters.
const MAX_COMPARED: usize = 500;

/// The bytes of a name that is compared.
const MAX_BYTES: usize = 256;

impl Hint {
    /// The closest of the known names; none if all are too different to be what was meant.
    pub fn new<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Hint {
        if word.len() > MAX_BYTES {
            return Hint::default();
        }
        let (letters, around) = (letters(word), Outline::of(word));
        let is_alike = |name: &&str| name.len() <= MAX_BYTES && around.is_near(&Outline::of(name)) && *name != word;
        let alike = known.into_iter().filter(is_alike);
        let close = |name: &'a str| Some((distance(&letters, &self::letters(name))?, name));
        // Of several at the same distance the first one, which is the one that the document names first.
        let found = alike
            .take(MAX_COMPARED)
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

/// What tells most names apart without a look at the order of their letters: thousands of unknown names may meet thousands of known ones.
struct Outline {
    length: usize,
    /// A bit for each letter, which some letters share.
    letters: u64,
}

impl Outline {
    fn of(text: &str) -> Outline {
        let mut outline = Outline { length: 0, letters: 0 };
        if text.is_ascii() {
            let bit = |letter: u8| 1 << (letter.to_ascii_lowercase() % 64);
            outline.length = text.len();
            outline.letters = text.bytes().fold(0, |letters, letter| letters | bit(letter));
            return outline;
        }
        for letter in text.chars().flat_map(char::to_lowercase) {
            outline.length += 1;
            outline.letters |= 1 << (u32::from(letter) % 64);
        }
        outline
    }

    /// Each slip makes a letter more or less, or another one.
    fn is_near(&self, other: &Outline) -> bool {
        self.length.abs_diff(other.length) <= MAX_SLIPS
            && (self.letters ^ other.letters).count_ones() as usize <= 2 * MAX_SLIPS
    }
}

fn letters(text: &str) -> Vec<char> {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// The letters of the longest names that are compared, and one more.
const ROW: usize = 65;

/// The slips in a name.
const MAX_SLIPS: usize = 3;

/// How many characters are missing, added, replaced or swapped with their neighbour (optimal string alignment), without
/// regard to case; `None` if they are more than a slip: one in a short name, a third of a longer one, three at most.
fn distance(word: &[char], name: &[char]) -> Option<usize> {
    let longest = word.len().max(name.len());
    let limit = (longest / 3).clamp(1, MAX_SLIPS);
    // Names that are longer than any keyword are not worth the square of their length.
    if word.len().abs_diff(name.len()) > limit || !(2..ROW).contains(&longest) {
        return None;
    }
    // Three rows of the table, of which only what is near the diagonal can be within the limit.
    let far = limit + 1;
    let (mut before, mut previous, mut current) = ([far; ROW], [far; ROW], [far; ROW]);
    (0..=limit.min(name.len())).for_each(|column| previous[column] = column);
    for (row, letter) in word.iter().enumerate() {
        let first = (row + 1).saturating_sub(limit);
        let last = (row + 1 + limit).min(name.len());
        current.fill(far);
        if first == 0 {
            current[0] = row + 1;
        }
        for column in first.max(1)..=last {
            let other = name[column - 1];
            let replaced = previous[column - 1] + usize::from(*letter != other);
            let mut best = replaced.min(previous[column] + 1).min(current[column - 1] + 1);
            let is_swap = row > 0 && column > 1 && *letter == name[column - 2] && word[row - 1] == other;
            if is_swap {
                best = best.min(before[column - 2] + 1);
            }
            current[column] = best;
        }
        // What is below two such rows is not closer.
        let is_far = |row: &[usize; ROW]| row[first..=last].iter().all(|distance| *distance > limit);
        if is_far(&current) && is_far(&previous) {
            return None;
        }
        (before, previous, current) = (previous, current, before);
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
        let many: Vec<String> = (0..20_000).map(|index| format!("Name{index}")).collect();
        let known = || many.iter().map(String::as_str);
        for name in known().step_by(200) {
            assert!(Hint::new(&format!("{name}x"), known()).name().is_some(), "{name}");
        }
    }
}
