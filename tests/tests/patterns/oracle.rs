//! The oracle: `regress`, an engine for regular expressions of ECMA-262.

use std::time::{Duration, Instant};

use regress::Regex;
use specwright::pattern::Pattern;

/// The longest text for a pattern with repeated groups, in bytes.
const MAX_NESTED: usize = 80;
/// Versions of Unicode differ in what is assigned from here on.
const STABLE: char = '\u{800}';
const TOO_LONG: Duration = Duration::from_millis(5);
/// From here on, a text that is much longer may take forever.
const NOTICEABLE: Duration = Duration::from_micros(100);

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

    /// Panics if the engine answers differently for any of the texts; says how many have been compared.
    ///
    /// The engine takes exponential time on some patterns: short texts come first, and once a text has taken long the
    /// longer ones are left out.
    pub(crate) fn check(&self, pattern: &Pattern, texts: &[String], answer: impl Fn(&str) -> bool) -> usize {
        let nests_loops = [")*", ")+", "){"]
            .iter()
            .any(|quantified| pattern.source.contains(quantified));
        let longest = if nests_loops { MAX_NESTED } else { usize::MAX };
        let mut texts: Vec<&String> = texts.iter().filter(|text| text.len() <= longest).collect();
        texts.sort_by_key(|text| text.len());
        let (mut last_length, mut last_time) = (0, Duration::ZERO);
        let mut compared = 0;
        for text in texts {
            if nests_loops && last_time > NOTICEABLE && text.len() > last_length + 3 {
                break;
            }
            let start = Instant::now();
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
            compared += 1;
            (last_length, last_time) = (text.len(), start.elapsed());
            if last_time > TOO_LONG {
                break;
            }
        }
        compared
    }
}
