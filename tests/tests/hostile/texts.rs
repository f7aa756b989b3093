//! Texts that want to be something else.

/// Texts for every place that takes any text.
pub(crate) const HOSTILE: &[&str] = &[
    "\"); } fn pwned() { (\"",
    "'); drop table pets; --",
    "\"#; fn pwned() {} const X: &str = r#\"",
    "*/ fn pwned() {} /*",
    "//! inner\n//! #![allow(pwned)]",
    "\n}\n\nfn pwned() {}\n\nmod x {",
    "\r\nfn pwned() {}\r",
    "a\rb",
    "#[pwned]",
    "#![feature(pwned)]",
    "]\n#[macro_export] macro_rules! pwned { () => {} }",
    "{pwned} {0} {} {{ }} {:?} %s ${PWNED} $(pwned) `pwned`",
    "panic!(\"pwned\")",
    "```\n```rust\npanic!()\n```",
    "    panic!(\"an indented block\")",
    "<script>pwned()</script> <!-- --> ]]> &lt; &#x3c;",
    "[pwned](javascript:pwned()) [`std::pwned`] [x]: http://pwned",
    "\u{202e}desrever\u{202c} \u{2066}isolated\u{2069}",
    "zero\u{200b}width\u{feff}\u{200d}\u{2060}",
    "nul\0and\u{1}bell\u{7}escape\u{1b}[31m\u{7f}\u{85}",
    "\\u{41} \\x41 \\n \\",
    "\"\"\" ''' [package] build = \"pwned.rs\"",
    "\"\n[dependencies]\npwned = \"*\"\n#",
    "../../../../etc/passwd",
    "/etc/passwd",
    "C:\\Windows\\System32\\con",
    "..\\..\\pwned",
    "src/../../pwned.rs",
    "nul",
    "aux.rs",
    "include!(\"/etc/passwd\")",
    "env!(\"HOME\")",
    "r#\"x\"#",
    "b'x'",
    "'static",
    "::std::process::exit(1)",
    "<T as Pwned>::X",
    "\u{1f600}\u{301}\u{130}\u{df}\u{1c5}",
    "-1",
    "1e999999999",
    "true",
    "null",
    "self",
    "Self",
    "crate",
    "super",
    "_",
    "'",
    "\"",
    "\\",
    "{",
    "}",
    "$",
    "#",
    "*",
    " ",
    "",
];

/// The whole document with a harmless word at every place, and with a hostile text at every place that takes any: the tokens are of
/// the same kinds in the same numbers.
#[test]
fn a_document_that_is_hostile_everywhere_has_the_shape_of_its_harmless_twin() {
    let words = harmless();
    let (files, code, _) = counted("the harmless document", &document(&words, "", "")).expect("it is harmless");
    let texts: Vec<&str> = HOSTILE.iter().copied().filter(|text| !text.trim().is_empty()).collect();
    for turn in 0..3 {
        let mut hostile = words.clone();
        let places = hostile.iter_mut().filter(|(place, _)| !MEANINGFUL.contains(place));
        let places = places.filter(|(place, _)| !matches!(**place, "VERSION" | "SCHEMA_REFERENCE"));
        for (at, (_, word)) in places.enumerate() {
            // Each place has another text, so that none of them meet.
            texts[(at + turn * 17) % texts.len()].clone_into(word);
        }
        let what = format!("turn {turn}");
        let (some_files, some_code, _) = counted(&what, &document(&hostile, "", "")).expect("it is generated");
        assert_eq!((some_files, some_code), (files, code.clone()), "{what}");
    }
}
