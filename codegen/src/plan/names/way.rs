//! The way from what holds a type to the type, in words.

use super::case::pascal;
use super::claim::Claim;
use super::claims::plain_name;
use super::http_words::{location_word, media_word, parameter_words, status_word};
use super::sources::operation_name;
use super::words::{Spelling, distinction, words};
use super::{Case, reserved, singular};
use crate::ir::{Api, Owner, PathStep, Status, TypeDef, ValueKind};

/// Names of bodies: a property is never called so.
const BODIES: &[&str] = &["Request", "Response"];
/// The letters of a name inside a response that people read.
const READABLE: usize = 48;

/// The way to an inline type.
pub(super) struct Way {
    /// What holds it; the last resort.
    owner: String,
    /// The body, the parameter or the header that it is in.
    beginning: Option<Beginning>,
    /// The properties that lead to it.
    properties: Vec<Property>,
}

/// A word of the way, in the four forms that it can have.
struct Property {
    /// On the way to something else: what is in an item of `pets` or of `data` is in a `pet`, in `data`.
    brief: String,
    /// The same where that is not enough: a `pets item`, `data`.
    clear: String,
    /// At the end of the way: an item of `pets` or of `data` is a `pet`, `data`.
    said: String,
    /// The same where that is not enough: a `pets item`, a `data item`.
    spelled: String,
    /// Whether there can be a type of this name, so that an item of it needs another.
    is_type: bool,
}

impl Property {
    fn new(word: &str) -> Property {
        Property {
            brief: word.to_owned(),
            clear: word.to_owned(),
            said: word.to_owned(),
            spelled: word.to_owned(),
            is_type: false,
        }
    }

    fn item(&mut self) {
        self.spelled.push_str(" item");
        match singular(&self.said) {
            Some(one) => {
                self.clear.clone_from(&self.spelled);
                self.brief.clone_from(&one);
                self.said = one;
            }
            None if self.is_type => self.said.push_str(" item"),
            None => {}
        }
    }

    /// What is at the end of the way only.
    fn add(&mut self, word: &str) {
        for text in [&mut self.said, &mut self.spelled] {
            *text = format!("{text} {word}");
        }
    }

    /// What is on the way, too.
    fn add_everywhere(&mut self, word: &str) {
        self.add(word);
        for text in [&mut self.brief, &mut self.clear] {
            *text = format!("{text} {word}");
        }
    }
}

struct Beginning {
    word: String,
    /// What it is called where several have that word.
    other: String,
    /// Whether every name begins with it.
    always: bool,
}

impl Beginning {
    fn new(word: String) -> Beginning {
        let (other, always) = (word.clone(), false);
        Beginning { word, other, always }
    }

    /// What every name begins with, because types of responses must not meet those of requests.
    fn always(word: String, other: String) -> Beginning {
        let always = true;
        Beginning { word, other, always }
    }
}

impl Way {
    /// The way to a type.
    pub(super) fn to(api: &Api, def: &TypeDef) -> Way {
        let owner = &def.path.owner;
        let mut way = Way {
            owner: owner_name(api, owner),
            beginning: None,
            properties: Vec::new(),
        };
        if matches!(owner, Owner::Component(..) | Owner::Foreign(_)) && !owner.is_schema() {
            way.beginning = Some(Beginning::new(plain_name(owner)));
        }
        for step in &def.path.steps {
            way.walk(owner, step);
        }
        way
    }

    fn walk(&mut self, owner: &Owner, step: &PathStep) {
        match step {
            PathStep::Request(media) => {
                let word = self
                    .beginning
                    .take()
                    .map_or_else(|| "Request".to_owned(), |component| component.word);
                self.beginning = Some(Beginning::new(with_media(&word, media.as_deref())));
            }
            PathStep::Response(status, media) => {
                let (word, other) = match (self.beginning.take(), owner) {
                    (Some(component), _) => (component.word.clone(), component.word),
                    (None, _) => response_words(*status),
                };
                let said = |word: String| with_media(&word, media.as_deref());
                self.beginning = Some(Beginning::always(said(word), said(other)));
            }
            PathStep::Header(status, name) => {
                self.beginning = Some(Beginning::new(status_word(*status)));
                self.properties.push(Property::new(&format!("{name} header")));
            }
            PathStep::Parameter(location, name) => {
                self.beginning = Some(Beginning::new(location_word(*location).to_owned()));
                self.properties.push(Property::new(name));
            }
            PathStep::Property(name) => self.properties.push(Property::new(name)),
            PathStep::Variant(name) => self.variant(name),
            PathStep::Item => self.last().item(),
            PathStep::Element(index) => self.last().add_everywhere(&format!("element {}", index + 1)),
            PathStep::MapValue => self.last().add("value"),
            PathStep::Kind(kind) => self.kind(*kind),
        }
    }

    /// The values of one JSON type.
    fn kind(&mut self, kind: ValueKind) {
        let last = self.last();
        let word = match kind {
            // The items tell what is in a list.
            ValueKind::Array => {
                last.is_type = true;
                return;
            }
            ValueKind::String => "value",
            ValueKind::Null => "null",
            ValueKind::Boolean => "boolean",
            ValueKind::Integer => "integer",
            ValueKind::Number => "number",
            ValueKind::Object => "object",
        };
        last.add(word);
    }

    /// The word that the way has come to: of a property, of a body, or of the component.
    fn last(&mut self) -> &mut Property {
        if self.properties.is_empty() {
            let word = match self.beginning.take() {
                // It is in front of everything in any case.
                Some(beginning) if beginning.always => {
                    self.beginning = Some(beginning);
                    String::new()
                }
                Some(beginning) => beginning.word,
                None => self.owner.clone(),
            };
            self.properties.push(Property {
                is_type: true,
                ..Property::new(&word)
            });
        }
        let last = self.properties.len() - 1;
        &mut self.properties[last]
    }

    /// A variant with a name of its own. Titles often repeat the property: then they say it all.
    fn variant(&mut self, name: &str) {
        let folded = |text: &str| words(text, Spelling::Plain, false);
        match self.properties.last_mut() {
            Some(last) if folded(name).ends_with(&folded(&last.said)) => *last = Property::new(name),
            _ => self.properties.push(Property::new(name)),
        }
    }

    /// The names, best first.
    pub(super) fn claim(&self) -> Claim {
        let count = self.properties.len();
        let mut names: Vec<String> = Vec::new();
        let mut whole = self.clear(count);
        if let Some(beginning) = &self.beginning {
            let with = |word: &str, rest: &str| format!("{word} {rest}");
            let brief = with(&beginning.word, &self.brief(count));
            match beginning.always {
                true if count == 0 || is_readable(&brief) => names.push(brief),
                true => names.extend(self.ends().map(|end| with(&beginning.word, &end))),
                false if count == 0 => {}
                false => names.extend(self.ends().filter(|name| !is_body(name))),
            }
            names.push(with(&beginning.word, &whole));
            whole = with(&beginning.other, &self.spelled());
            names.push(whole.clone());
        } else {
            names.extend(self.ends());
            whole = self.spelled();
        }
        names.push(format!("{} {whole}", self.owner));
        // What the prelude has is called after what holds it: `OrderOption`.
        names.retain(|name| !is_reserved(name));
        let own = self.properties.last().map_or("", |last| &last.spelled);
        let claim = Claim::new(&format!("{} {whole} {}", self.owner, distinction(own)));
        let names = names.iter().rev();
        let is_body = self.properties.is_empty();
        names.fold(claim, |claim, name| match is_body {
            true => claim.rather(name),
            false => claim.rather(&unlike_required(name)),
        })
    }

    /// The ends of the way, from the last property on; from the one before where the last has only one word.
    fn ends(&self) -> impl Iterator<Item = String> {
        let count = |property: &Property| words(&property.said, Spelling::Plain, false).len();
        let is_one_word = self.properties.last().is_some_and(|last| count(last) < 2);
        let all = self.properties.len();
        let least = all.min(if is_one_word { 2 } else { 1 });
        [self.brief(least)]
            .into_iter()
            .chain((least..=all).map(|taken| self.clear(taken)))
    }

    fn brief(&self, taken: usize) -> String {
        self.end(taken, |property| &property.brief, |property| &property.said)
    }

    fn clear(&self, taken: usize) -> String {
        self.end(taken, |property| &property.clear, |property| &property.spelled)
    }

    fn spelled(&self) -> String {
        self.end(
            self.properties.len(),
            |property| &property.spelled,
            |property| &property.spelled,
        )
    }

    /// The last words of the way: those that lead on, and the last one.
    fn end(&self, taken: usize, inner: fn(&Property) -> &String, last: fn(&Property) -> &String) -> String {
        let end = &self.properties[self.properties.len() - taken..];
        let words = end.iter().enumerate().map(|(at, property)| match at + 1 == end.len() {
            true => last(property).as_str(),
            false => inner(property).as_str(),
        });
        words.collect::<Vec<_>>().join(" ")
    }
}

fn owner_name(api: &Api, owner: &Owner) -> String {
    match owner {
        Owner::Operation(id) => {
            let operation = &api.operations[*id];
            let by_route = || operation_name(&operation.method, &operation.path);
            operation.id.clone().unwrap_or_else(by_route)
        }
        Owner::Event(id) => api.events[*id].name.clone(),
        Owner::Schema(_) | Owner::Component(..) | Owner::Foreign(_) => plain_name(owner),
    }
}

/// `PetRequired` holds what the constructor of `Pet` takes, where that is much.
fn unlike_required(name: &str) -> String {
    let letters = name.bytes().rev().filter(u8::is_ascii_alphanumeric);
    if !letters
        .take(8)
        .map(|letter| letter.to_ascii_lowercase())
        .eq(*b"deriuqer")
    {
        return name.to_owned();
    }
    match words(name, Spelling::Plain, false).last() {
        Some(last) if last == "required" => format!("{name} value"),
        _ => name.to_owned(),
    }
}

fn is_readable(name: &str) -> bool {
    let letters: usize = words(name, Spelling::Plain, false)
        .iter()
        .map(|word| word.chars().count())
        .sum();
    letters <= READABLE
}

/// Whether a type cannot be called so.
fn is_reserved(name: &str) -> bool {
    // The words have at least the letters of the name.
    if name.bytes().filter(u8::is_ascii_alphanumeric).count() > reserved::LONGEST {
        return false;
    }
    let plain: String = pascal(&words(name, Spelling::Plain, false));
    reserved::is_forbidden(&plain, Case::Type)
}

fn is_body(name: &str) -> bool {
    let name = Case::Type.join(&words(name, Spelling::Plain, false));
    BODIES.contains(&name.as_str())
}

fn with_media(word: &str, media: Option<&str>) -> String {
    media.map_or_else(
        || word.to_owned(),
        |media| format!("{word} {} {}", media_word(media), parameter_words(media)),
    )
}

/// What the types of a response's body begin with, and the same for where several responses come to that.
fn response_words(status: Status) -> (String, String) {
    let other = format!("{} response", status_word(status));
    let word = match status {
        Status::Code(200..=299) | Status::Range(2) => "Response".to_owned(),
        Status::Default => "Default response".to_owned(),
        Status::Code(_) | Status::Range(_) => status_word(status),
    };
    (word, other)
}
