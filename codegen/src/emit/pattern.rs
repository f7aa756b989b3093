//! Prints the check of a pattern.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use crate::pattern::{CharSet, Code, Matcher, Pattern, Sequence, Step, Table};

/// Characters of a pattern that its documentation shows.
const MAX_SHOWN: usize = 160;

/// A function `NAME(text: &str) -> bool` that tells whether the pattern is found in the text.
///
/// It is a `const fn` where [`Pattern::is_const`]. Otherwise it asks the engine if the cargo feature
/// `engine_feature` of the generated crate is on, and accepts every text if it is not.
#[must_use]
pub fn matcher_fn(name: &Ident, pattern: &Pattern, engine_feature: &str) -> TokenStream {
    let doc = format!(" Whether the pattern {} is found in the text.", shown(&pattern.source));
    match &pattern.matcher {
        Matcher::Code(code) => {
            let body = code_body(code);
            let text = if matches!(code, Code::Constant(_)) {
                quote!(_text)
            } else {
                quote!(text)
            };
            quote! {
                #[doc = #doc]
                pub(crate) const fn #name(#text: &str) -> bool { #body }
            }
        }
        Matcher::Table(table) => {
            let table = table_value(table);
            quote! {
                #[doc = #doc]
                pub(crate) const fn #name(text: &str) -> bool {
                    use ::specwright_runtime::v1::pattern::{Dfa, Next};
                    static DFA: Dfa = #table;
                    DFA.is_match(text)
                }
            }
        }
        Matcher::Engine(reason) => {
            let source = pattern.strict_source().unwrap_or_default();
            let why = format!(
                " An engine checks it, since {reason}; without the feature `{engine_feature}` every text passes."
            );
            quote! {
                #[doc = #doc]
                #[doc = ""]
                #[doc = #why]
                pub(crate) fn #name(text: &str) -> bool {
                    #[cfg(feature = #engine_feature)]
                    {
                        use ::specwright_runtime::v1::pattern::Engine;
                        static ENGINE: Engine = Engine::new(#source);
                        ENGINE.is_match(text)
                    }
                    #[cfg(not(feature = #engine_feature))]
                    {
                        let _ = text;
                        true
                    }
                }
            }
        }
    }
}

/// The pattern as Markdown code that no pattern can break out of.
fn shown(source: &str) -> String {
    let mut visible = String::new();
    for (index, c) in source.chars().enumerate() {
        if index == MAX_SHOWN {
            visible.push('…');
            break;
        }
        // Control, bidirectional and invisible characters are written as escapes.
        if c == '\\' || c == '"' || c == '\'' {
            visible.push(c);
        } else {
            visible.extend(c.escape_debug());
        }
    }
    let longest = visible.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    // Spaces inside keep a backtick at the edge, or a pattern of nothing, apart from the fence.
    let needs_space = visible.is_empty() || visible.starts_with(['`', ' ']) || visible.ends_with(['`', ' ']);
    let space = if needs_space { " " } else { "" };
    format!("{fence}{space}{visible}{space}{fence}")
}

fn code_body(code: &Code) -> TokenStream {
    match code {
        Code::Constant(answer) => quote!(#answer),
        Code::Equals(texts) if texts.iter().all(String::is_empty) => quote!(text.is_empty()),
        Code::Equals(texts) => {
            let texts = texts.iter().map(|text| Literal::byte_string(text.as_bytes()));
            quote!(::core::matches!(text.as_bytes(), #(#texts)|*))
        }
        Code::StartsWith(texts) => any_of(&quote!(starts_with), texts),
        Code::EndsWith(texts) => any_of(&quote!(ends_with), texts),
        Code::Contains(texts) => any_of(&quote!(contains), texts),
        Code::ContainsAny(set) => {
            let mut classes = Classes::default();
            let class = classes.class(set);
            let classes = classes.finish(&[quote!(contains_any)]);
            quote! { #classes contains_any(text, #class) }
        }
        Code::Fixed {
            sets,
            open_start,
            open_end,
        } => {
            let bytes = sets.iter().map(byte_pattern);
            let before = open_start.then(|| quote!(..,));
            let after = open_end.then(|| quote!(..));
            quote!(::core::matches!(text.as_bytes(), [#before #(#bytes,)* #after]))
        }
        Code::Steps(sequences) => steps(sequences),
    }
}

/// `starts_with(text, "a") || starts_with(text, "b")`
fn any_of(function: &TokenStream, texts: &[String]) -> TokenStream {
    let calls = texts
        .iter()
        .map(|expected| quote!(::specwright_runtime::v1::pattern::#function(text, #expected)));
    quote!(#(#calls)||*)
}

/// The bytes of a set of ASCII characters: `b'0'..=b'9' | b'_'`.
fn byte_pattern(set: &CharSet) -> TokenStream {
    let byte = |code_point: u32| Literal::byte_character(u8::try_from(code_point).unwrap_or_default());
    let ranges = set.ranges().iter().map(|&(start, end)| {
        let (first, last) = (byte(start), byte(end));
        match end - start {
            0 => quote!(#first),
            1 => quote!(#first | #last),
            _ => quote!(#first..=#last),
        }
    });
    quote!(#(#ranges)|*)
}

fn steps(sequences: &[Sequence]) -> TokenStream {
    let mut classes = Classes::default();
    if let [only] = sequences {
        let conditions = conditions(only, &mut classes);
        let classes = classes.finish(&[quote!(Scan)]);
        return quote! {
            #classes
            let mut scan = Scan::new(text);
            #(#conditions)&&*
        };
    }
    let count = sequences.len();
    let branches: Vec<TokenStream> = sequences
        .iter()
        .enumerate()
        .map(|(index, sequence)| {
            let conditions = conditions(sequence, &mut classes);
            let answer = quote!(#(#conditions)&&*);
            if index + 1 == count {
                quote!(let mut scan = Scan::new(text); #answer)
            } else {
                quote!(let mut scan = Scan::new(text); if #answer { return true; })
            }
        })
        .collect();
    let classes = classes.finish(&[quote!(Scan)]);
    quote! { #classes #(#branches)* }
}

fn conditions(sequence: &Sequence, classes: &mut Classes) -> Vec<TokenStream> {
    let steps = sequence.steps.iter().map(|step| condition(step, classes));
    // A length that is always the same is the cheapest thing to check, and then the end needs no check.
    if let Some(length) = sequence.fixed_bytes() {
        let length = Literal::usize_unsuffixed(length);
        return std::iter::once(quote!(text.len() == #length)).chain(steps).collect();
    }
    let end = sequence.to_end.then(|| quote!(scan.is_at_end()));
    steps.chain(end).collect()
}

fn condition(step: &Step, classes: &mut Classes) -> TokenStream {
    let number = |count: u32| Literal::u32_unsuffixed(count);
    match step {
        Step::Literal(text) => quote!(scan.literal(#text)),
        Step::OneOf(texts) => quote!(scan.one_of(&[#(#texts),*])),
        Step::Optional(text) => quote!(scan.optional(#text)),
        Step::Run { set, min, max } => {
            let class = classes.class(set);
            let least = number(*min);
            match max.map(number) {
                Some(_) if *max == Some(*min) => quote!(scan.exactly(#least, #class)),
                Some(most) => quote!(scan.between(#least, #most, #class)),
                None => quote!(scan.at_least(#least, #class)),
            }
        }
    }
}

/// The classes that a function uses: those of the runtime by name, the others as `CLASS`, `CLASS_2`, ….
#[derive(Default)]
struct Classes {
    own: Vec<CharSet>,
    named: std::collections::BTreeSet<&'static str>,
}

impl Classes {
    /// A reference to the class.
    fn class(&mut self, set: &CharSet) -> TokenStream {
        if let Some(name) = well_known(set) {
            self.named.insert(name);
            let name = ident(name);
            return quote!(&#name);
        }
        let index = self.own.iter().position(|own| own == set).unwrap_or_else(|| {
            self.own.push(set.clone());
            self.own.len() - 1
        });
        let name = own_name(index);
        quote!(&#name)
    }

    /// The imports and the function's own classes.
    fn finish(self, functions: &[TokenStream]) -> TokenStream {
        let named = self.named.into_iter().map(ident);
        let class = (!self.own.is_empty()).then(|| quote!(Class,));
        let statics = self.own.iter().enumerate().map(|(index, set)| {
            let name = own_name(index);
            let negated = set.negated();
            // Of a class and its complement the shorter one is easier to read.
            let (constructor, text) = match set.contains(0x10_FFFF) {
                true => (quote!(not), class_text(&negated)),
                false => (quote!(of), class_text(set)),
            };
            quote!(static #name: Class = Class::#constructor(#text);)
        });
        quote! {
            use ::specwright_runtime::v1::pattern::{#class #(#named,)* #(#functions,)*};
            #(#statics)*
        }
    }
}

fn own_name(index: usize) -> Ident {
    if index == 0 {
        ident("CLASS")
    } else {
        ident(&format!("CLASS_{}", index + 1))
    }
}

fn ident(name: &str) -> Ident {
    Ident::new(name, proc_macro2::Span::call_site())
}

/// The classes that the runtime has a name for.
fn well_known(set: &CharSet) -> Option<&'static str> {
    let ascii =
        |ranges: &[(u8, u8)]| CharSet::new(ranges.iter().map(|range| (range.0.into(), range.1.into())).collect());
    let (digit, upper, lower) = ((b'0', b'9'), (b'A', b'Z'), (b'a', b'z'));
    let known = [
        ("DIGIT", CharSet::digits()),
        ("UPPER", ascii(&[upper])),
        ("LOWER", ascii(&[lower])),
        ("LETTER", ascii(&[upper, lower])),
        ("ALPHANUMERIC", ascii(&[digit, upper, lower])),
        ("WORD", CharSet::word()),
        ("HEX", ascii(&[digit, (b'A', b'F'), (b'a', b'f')])),
        ("LOWER_HEX", ascii(&[digit, (b'a', b'f')])),
        ("ANY", CharSet::full()),
        ("NOT_LINE_END", CharSet::dot()),
        ("SPACE", CharSet::space()),
        ("NOT_SPACE", CharSet::space().negated()),
    ];
    known.into_iter().find(|(_, known)| known == set).map(|(name, _)| name)
}

/// The text of a class as the runtime's `Class` reads it: a hyphen stands for itself only at the end.
fn class_text(set: &CharSet) -> String {
    let hyphen = u32::from('-');
    let mut text = String::new();
    let mut push = |start: u32, end: u32| {
        text.extend(char::from_u32(start));
        if end > start + 1 {
            text.push('-');
        }
        if end > start {
            text.extend(char::from_u32(end));
        }
    };
    for &(start, end) in set.ranges() {
        // A hyphen that begins or ends a range would be misread: it is written apart.
        let start = if start == hyphen { start + 1 } else { start };
        let end = if end == hyphen { end.saturating_sub(1) } else { end };
        if start <= end {
            push(start, end);
        }
    }
    let at_edge = set.ranges().iter().any(|range| range.0 == hyphen || range.1 == hyphen);
    if at_edge {
        text.push('-');
    }
    text
}

fn table_value(table: &Table) -> TokenStream {
    let ascii = table.ascii.iter().map(|class| Literal::u8_unsuffixed(*class));
    let others = table
        .others
        .iter()
        .map(|&(start, class)| hex(u32::from(class) << 24 | start));
    let classes = Literal::usize_unsuffixed(table.classes);
    let start = Literal::u16_unsuffixed(table.start);
    let accepting = Literal::u16_unsuffixed(table.accepting);
    let next = table.next.iter().map(|state| Literal::u16_unsuffixed(*state));
    let width = if table.is_narrow() {
        quote!(Narrow)
    } else {
        quote!(Wide)
    };
    quote! {
        Dfa {
            ascii: &[#(#ascii),*],
            others: &[#(#others),*],
            classes: #classes,
            next: Next::#width(&[#(#next),*]),
            start: #start,
            accepting: #accepting,
        }
    }
}

/// A number with its class and its code point apart: `0x01_000080`.
fn hex(interval: u32) -> Literal {
    let (class, start) = (interval >> 24, interval & 0x00FF_FFFF);
    // A hexadecimal number is always a literal; the decimal one says the same.
    format!("0x{class:02X}_{start:06X}")
        .parse()
        .unwrap_or_else(|_| Literal::u32_unsuffixed(interval))
}
