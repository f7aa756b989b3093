//! Prints straight code: calls that read like the pattern.

use super::class::Classes;
use crate::emit::writer::{Bytes, Code, Fixed, Lines, Str, code};
use crate::pattern::{self, Sequence, Step};

/// The body of a matcher.
pub(super) fn body(pattern: &pattern::Code) -> Lines {
    match pattern {
        pattern::Code::Constant(result) => Lines::of(code!("$", result)),
        pattern::Code::Equals(texts) if texts.iter().all(String::is_empty) => Lines::of(code!("text.is_empty()")),
        pattern::Code::Equals(texts) => {
            let texts = Code::joined(texts.iter().map(Bytes), " | ");
            Lines::of(code!("matches!(text.as_bytes(), $)", texts))
        }
        pattern::Code::StartsWith(texts) => any_of("starts_with", texts),
        pattern::Code::EndsWith(texts) => any_of("ends_with", texts),
        pattern::Code::Contains(texts) => any_of("contains", texts),
        pattern::Code::ContainsAny(set) => {
            let mut classes = Classes::default();
            let class = classes.class(set);
            let mut lines = classes.finish("contains_any");
            lines.line(code!("contains_any(text, $)", class));
            lines
        }
        pattern::Code::Steps(sequences) => steps(sequences),
    }
}

/// `starts_with(text, "a") || starts_with(text, "b")`
fn any_of(function: &'static str, texts: &[String]) -> Lines {
    let calls = texts
        .iter()
        .map(|expected| code!("$(text, $)", Fixed(function), Str(expected)));
    let mut lines = Lines::of(code!("use ::specwright_runtime::v1::pattern::$;", Fixed(function)));
    lines.line(Code::joined(calls, " || "));
    lines
}

/// `let mut scan = Scan::new(text); scan.literal("a") && …` for each sequence.
fn steps(sequences: &[Sequence]) -> Lines {
    let mut classes = Classes::default();
    let mut branches = Lines::new();
    for (index, sequence) in sequences.iter().enumerate() {
        let conditions = Code::joined(conditions(sequence, &mut classes), " && ");
        branches.line(match sequence.fixed_bytes() {
            Some(length) if !sequence.from_start => code!("let mut scan = Scan::last(text, $);", length),
            _ => code!("let mut scan = Scan::new(text);"),
        });
        if index + 1 == sequences.len() {
            branches.line(conditions);
        } else {
            branches.block(code!("if $", conditions), Lines::of(code!("return true;")), "");
        }
    }
    let mut lines = classes.finish("Scan");
    lines.extend(branches);
    lines
}

fn conditions(sequence: &Sequence, classes: &mut Classes) -> Vec<Code> {
    let steps = sequence.steps.iter().map(|step| condition(step, classes));
    match sequence.fixed_bytes() {
        // A length that is always the same is the cheapest thing to check, and then the end needs no check.
        Some(0) => vec![code!("text.is_empty()")],
        Some(length) if sequence.from_start => {
            let length = code!("text.len() == $", length);
            std::iter::once(length).chain(steps).collect()
        }
        Some(_) => steps.collect(),
        None => steps
            .chain(sequence.to_end.then(|| code!("scan.is_at_end()")))
            .collect(),
    }
}

fn condition(step: &Step, classes: &mut Classes) -> Code {
    match step {
        Step::Literal(text) => code!("scan.literal($)", Str(text)),
        Step::OneOf(texts) => code!("scan.one_of(&[$])", Code::list(texts.iter().map(Str))),
        Step::Optional(text) => code!("scan.optional($)", Str(text)),
        Step::Run { set, min, max } => {
            let class = classes.class(set);
            match max {
                Some(max) if max == min => code!("scan.exactly($, $)", min, class),
                Some(max) => code!("scan.between($, $, $)", min, max, class),
                None => code!("scan.at_least($, $)", min, class),
            }
        }
    }
}
