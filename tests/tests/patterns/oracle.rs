//! The oracle: `regress`, an engine for regular expressions of ECMA-262.

use regress::Regex;
use specwright::pattern::Pattern;

/// Versions of Unicode differ in what is assigned from here on.
const STABLE: char = '\u{800}';

/// The same pattern, as the engine understands it.
pub(crate) struct Oracle {
    /// The pattern as written.
    written: Option<Regex>,
    /// Our strict spelling of it.
    strict: Option<Regex>,
    depends_on_unicode: bool,
}

impl Oracle {
    /// `None` if neither spelling can be compared.
    pub(crate) fn new(pattern: &Pattern) -> Option<Self> {
        let source = pattern.source.as_str();
        // By the letter of ECMA-262 a pattern of another dialect means what nobody meant.
        let is_foreign = pattern.facts.foreign.is_some();
        let written = Regex::with_flags(source, "u").ok().or_else(|| {
            // Without the `u` flag these mean something else than what JSON Schema asks for.
            let differs = ["\\p", "\\P", "\\u{", "\\uD", "\\ud"]
                .iter()
                .any(|escape| source.contains(escape));
            if differs { None } else { Regex::new(source).ok() }
        });
        let written = written.filter(|_| !is_foreign);
        let strict = pattern.strict_source().map(|strict| {
            Regex::with_flags(&strict, "u").unwrap_or_else(|error| panic!("{source}: {strict}: {error}"))
        });
        let depends_on_unicode = source.contains("\\p") || source.contains("\\P");
        (written.is_some() || strict.is_some()).then_some(Self {
            written,
            strict,
            depends_on_unicode,
        })
    }

    /// Whether the engine has read the pattern as it is written.
    pub(crate) fn reads_as_written(&self) -> bool {
        self.written.is_some()
    }

    /// Panics if the engine answers differently for any of the texts; says how many have been compared, which depends on nothing but
    /// the pattern and the texts.
    pub(crate) fn check(&self, pattern: &Pattern, texts: &[String], answer: impl Fn(&str) -> bool) -> usize {
        let longest = longest(&pattern.source);
        let texts: Vec<&String> = texts.iter().filter(|text| text.len() <= longest).collect();
        for text in &texts {
            let ours = answer(text);
            let written = self
                .written
                .as_ref()
                .filter(|_| !self.depends_on_unicode || text.chars().all(|c| c < STABLE));
            for regex in [written, self.strict.as_ref()].into_iter().flatten() {
                let theirs = regex.find(text).is_some();
                assert_eq!(
                    ours, theirs,
                    "pattern {:?}, text {text:?}, our answer first",
                    pattern.source
                );
            }
        }
        texts.len()
    }
}

/// The longest text that the engine is asked about, in bytes: it backtracks, which takes exponential time where a loop or a choice is
/// in a loop.
fn longest(source: &str) -> usize {
    match depth_of_loops(source) {
        0 | 1 => usize::MAX,
        2 => 12,
        _ => 8,
    }
}

/// How deep loops and choices are in loops: 2 for `(a+b)*`. What is repeated a fixed number of times is not a loop.
fn depth_of_loops(source: &str) -> usize {
    // For each open group, how deep it is.
    let mut groups = vec![0_usize];
    // That of what a quantifier would repeat.
    let (mut last, mut in_class) = (0, false);
    let mut rest = source.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => {
                rest.next();
                last = 0;
            }
            ']' => in_class = false,
            _ if in_class => last = 0,
            '[' => in_class = true,
            '(' => {
                groups.push(0);
                last = 0;
            }
            ')' if groups.len() > 1 => last = groups.pop().unwrap_or(0),
            '|' => last = 1,
            '*' | '+' => last += 1,
            '{' => match bounds(rest.as_str()) {
                Some((low, high, after)) => {
                    last += usize::from(low != high);
                    rest = after.chars();
                }
                None => last = 0,
            },
            '?' => {}
            _ => last = 0,
        }
        if let Some(deepest) = groups.last_mut() {
            *deepest = last.max(*deepest);
        }
    }
    groups.into_iter().max().unwrap_or(0)
}

/// The bounds of a quantifier after its brace, and what follows it: `1` and the empty string for `1,}`.
fn bounds(quantifier: &str) -> Option<(&str, &str, &str)> {
    let (bounds, after) = quantifier.split_once('}')?;
    let (low, high) = bounds.split_once(',').unwrap_or((bounds, bounds));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (is_number(low) && is_number(high)).then_some((low, high, after))
}

#[test]
fn loops_in_loops_are_found() {
    for (source, depth) in [
        ("^[a-z]{3}(-[0-9]{2}){4}$", 0),
        ("a+b*", 1),
        ("^(a|b)c{2}$", 1),
        ("(a|b){1,}", 2),
        ("[(+]+\\(+", 1),
        ("(a+b)*", 2),
        ("(?:a{1,9}){2}", 1),
        ("a+0*{", 1),
        ("(((-)+)+){2}", 2),
        ("((a*b)*c)*", 3),
    ] {
        assert_eq!(depth_of_loops(source), depth, "{source}");
    }
}
