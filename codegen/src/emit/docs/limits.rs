//! What must hold of a value, in words: ranges, lengths and numbers of things, and what is assumed without it.

use super::inline_code;
use crate::constraints::{ArrayConstraints, Constraints, NumberConstraints, ObjectConstraints, StringConstraints};
use crate::ir::{Checks, Docs, Json, Type, TypeRef};
use crate::number::Number;

/// Letters of a pattern that is short enough to be read in a sentence.
const PATTERN: usize = 60;

/// Facts as a sentence; nothing without facts.
pub(crate) fn sentence(facts: &[String]) -> String {
    match facts {
        [] => String::new(),
        facts => format!("{}.", capitalized(&facts.join(", "))),
    }
}

/// Text as a sentence begins.
pub(super) fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        format!("{}{}", first.to_uppercase(), letters.as_str())
    })
}

/// What is said of a value in a few words: what it means, what is assumed where it is absent, and what must hold of it.
pub(crate) fn said(docs: &Docs, ty: &TypeRef, default: Option<&Json>) -> Vec<String> {
    let null = ty.nullable.then(|| "can be `null`".to_owned());
    forms(docs).chain(null).chain(facts(ty, default)).collect()
}

/// What a value means, where its type does not say it.
pub(crate) fn forms(docs: &Docs) -> impl Iterator<Item = String> {
    let word = |word: &str, form: &Option<String>| form.as_deref().map(|form| format!("{word}{}", inline_code(form)));
    let content = [
        word(" ", &docs.content),
        word(" with the schema ", &docs.content_schema),
    ];
    let content: String = content.into_iter().flatten().collect();
    let content = (!content.is_empty()).then(|| format!("content{content}"));
    let rules = word("must match ", &docs.rules);
    let formats: Vec<String> = docs.formats.iter().map(|format| inline_code(format)).collect();
    let format = (!formats.is_empty()).then(|| format!("format {}", formats.join(" or ")));
    format.into_iter().chain(content).chain(rules)
}

/// What is assumed where a value is absent, and what must hold of one that is there.
pub(crate) fn facts(ty: &TypeRef, default: Option<&Json>) -> Vec<String> {
    let default = default.map(|value| format!("default {}", inline_code(&value.text())));
    let mut facts: Vec<String> = default.into_iter().chain(held(&ty.checks)).collect();
    facts.extend(of_items(ty).map(|fact| format!("each {fact}")));
    facts
}

/// What must hold of each item of a list and of each value of a map, and of each of theirs.
fn of_items(ty: &TypeRef) -> impl Iterator<Item = String> {
    let mut facts = Vec::new();
    if let Type::Array(item) | Type::Map(item) = &ty.ty {
        facts.extend(held(&item.checks));
        facts.extend(of_items(item).map(|fact| format!("of each {fact}")));
    }
    facts.into_iter()
}

/// What must hold of a value, and what the document says that need not, each in a few words.
pub(crate) fn held(checks: &Checks) -> Vec<String> {
    let mut facts = limits(&checks.constraints);
    let unchecked = limits(&checks.unchecked);
    if !unchecked.is_empty() {
        facts.push(format!("not checked: {}", unchecked.join(" and ")));
    }
    facts
}

/// What constraints say, each in a few words.
fn limits(constraints: &Constraints) -> Vec<String> {
    let Constraints {
        strings,
        numbers,
        arrays,
        objects,
    } = constraints;
    let mut facts = of_numbers(numbers);
    facts.extend(of_strings(strings));
    facts.extend(of_arrays(arrays));
    facts.extend(of_objects(objects));
    facts
}

fn of_numbers(numbers: &NumberConstraints) -> Vec<String> {
    let NumberConstraints {
        minimum,
        maximum,
        exclusive_minimum,
        exclusive_maximum,
        multiple_of,
        min_ahead,
    } = numbers;
    let word = |word: &str, bound: &Option<Number>| bound.as_ref().map(|bound| format!("{word} {}", bound.as_str()));
    let inner = match (minimum, maximum) {
        (Some(from), Some(to)) => Some(format!("from {} to {}", from.as_str(), to.as_str())),
        (from, to) => word("at least", from).or(word("at most", to)),
    };
    let bounds = [
        word("more than", exclusive_minimum),
        inner,
        word("less than", exclusive_maximum),
    ];
    let multiples = multiple_of
        .iter()
        .map(|unit| format!("a multiple of {}", unit.as_str()));
    let ahead = min_ahead.map(|seconds| format!("at least {} ahead of now", span(seconds)));
    bounds.into_iter().flatten().chain(multiples).chain(ahead).collect()
}

/// Seconds in the largest unit that leaves no rest.
fn span(seconds: u64) -> String {
    let units = [(86_400, "day"), (3_600, "hour"), (60, "minute")];
    let whole = units
        .into_iter()
        .find(|(unit, _)| seconds > 0 && seconds.is_multiple_of(*unit));
    let (count, unit) = whole.map_or((seconds, "second"), |(unit, name)| (seconds / unit, name));
    match count {
        1 => format!("1 {unit}"),
        _ => format!("{count} {unit}s"),
    }
}

fn of_strings(strings: &StringConstraints) -> Vec<String> {
    let StringConstraints {
        min_length,
        max_length,
        patterns,
    } = strings;
    let length = count(*min_length, *max_length, "character", "characters");
    let short = patterns.iter().filter(|source| source.chars().count() <= PATTERN);
    let patterns = short.map(|source| format!("matching {}", inline_code(source)));
    length.into_iter().chain(patterns).collect()
}

fn of_arrays(arrays: &ArrayConstraints) -> Vec<String> {
    let ArrayConstraints {
        min_items,
        max_items,
        unique_items,
    } = arrays;
    let items = count(*min_items, *max_items, "item", "items");
    items
        .into_iter()
        .chain(unique_items.then(|| "all different".to_owned()))
        .collect()
}

fn of_objects(objects: &ObjectConstraints) -> Option<String> {
    let ObjectConstraints {
        min_properties,
        max_properties,
    } = objects;
    count(*min_properties, *max_properties, "property", "properties")
}

/// A lower and an upper limit of a number of things.
fn count(least: Option<u64>, most: Option<u64>, one: &str, many: &str) -> Option<String> {
    let unit = |count: u64| if count == 1 { one } else { many };
    match (least.filter(|least| *least > 0), most) {
        (None, None) => None,
        (Some(least), Some(most)) if least == most => Some(format!("{most} {}", unit(most))),
        (Some(least), Some(most)) => Some(format!("{least} to {most} {}", unit(most))),
        (Some(least), None) => Some(format!("at least {least} {}", unit(least))),
        (None, Some(most)) => Some(format!("at most {most} {}", unit(most))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(set: impl FnOnce(&mut Constraints)) -> String {
        let mut constraints = Constraints::default();
        set(&mut constraints);
        sentence(&limits(&constraints))
    }

    #[test]
    fn limits_are_a_few_words() {
        let number = |text: &str| Number::new(text);
        assert_eq!(said(|_| {}), "");
        let range = said(|all| {
            all.numbers.minimum = Some(number("0"));
            all.numbers.maximum = Some(number("9"));
        });
        assert_eq!(range, "From 0 to 9.");
        let mixed = said(|all| {
            all.numbers.exclusive_minimum = Some(number("0"));
            all.numbers.maximum = Some(number("9.5"));
            all.numbers.multiple_of = vec![number("5")];
        });
        assert_eq!(mixed, "More than 0, at most 9.5, a multiple of 5.");
        let ahead = [90, 3_600, 172_800].map(|seconds| said(|all| all.numbers.min_ahead = Some(seconds)));
        assert_eq!(
            ahead,
            [
                "At least 90 seconds ahead of now.",
                "At least 1 hour ahead of now.",
                "At least 2 days ahead of now.",
            ]
        );
        let text = said(|all| {
            all.strings.min_length = Some(4);
            all.strings.max_length = Some(4);
            all.strings.patterns = vec!["^a".into(), "b".repeat(PATTERN + 1).into()];
        });
        assert_eq!(text, "4 characters, matching `^a`.");
        let list = said(|all| {
            all.arrays.min_items = Some(1);
            all.arrays.max_items = Some(3);
            all.arrays.unique_items = true;
        });
        assert_eq!(list, "1 to 3 items, all different.");
        assert_eq!(said(|all| all.strings.min_length = Some(1)), "At least 1 character.");
        let zero = said(|all| {
            all.objects.min_properties = Some(0);
            all.objects.max_properties = Some(2);
        });
        assert_eq!(zero, "At most 2 properties.");
    }

    #[test]
    fn what_holds_of_items_is_said_of_each() {
        let mut item = TypeRef::new(Type::Bool);
        item.checks.constraints.strings.max_length = Some(3);
        let mut list = TypeRef::new(Type::Array(Box::new(item)));
        list.checks.constraints.arrays.max_items = Some(2);
        let default = Json::Array(Vec::new());
        assert_eq!(
            sentence(&facts(&list, Some(&default))),
            "Default `[]`, at most 2 items, each at most 3 characters."
        );
    }
}
