//! How a variant of a union is recognised.

use serde_json::Value;

use crate::data::json::{Const, Types};
use crate::data::tree::Tree;

/// How a variant is recognised. Made by `const fn`s.
#[derive(Clone, Copy, Debug)]
pub struct Is {
    /// Values of the declared discriminator that are strings.
    pub(super) tagged: &'static [&'static str],
    /// Other values of the declared discriminator.
    pub(super) valued: &'static [Const<'static>],
    /// Whether it keeps every property, so that none is unknown to it.
    pub(super) keeps_all: bool,
    /// Whether values without a known tag belong to it.
    pub(super) untagged: bool,
    pub(super) types: Types,
    pub(super) values: Option<&'static [Const<'static>]>,
    pub(super) tags: &'static [(&'static str, &'static [Const<'static>])],
    pub(super) required: &'static [&'static str],
}

impl Is {
    const ANYTHING: Self = Self {
        tagged: &[],
        valued: &[],
        keeps_all: false,
        untagged: false,
        types: Types::ANY,
        values: None,
        tags: &[],
        required: &[],
    };

    /// It has one of these values of the declared discriminator. Written is the first one.
    pub const fn tagged(tags: &'static [&'static str]) -> Self {
        Self {
            tagged: tags,
            ..Self::ANYTHING
        }
    }

    /// It has one of these values, not all of them strings, of the declared discriminator. Written is the first one.
    pub const fn valued(tags: &'static [Const<'static>]) -> Self {
        Self {
            valued: tags,
            ..Self::ANYTHING
        }
    }

    /// It keeps every property of an object.
    #[must_use]
    pub const fn keeps_all(self) -> Self {
        Self {
            keeps_all: true,
            ..self
        }
    }

    /// Also values without a known tag belong to it.
    #[must_use]
    pub const fn or_untagged(self) -> Self {
        Self { untagged: true, ..self }
    }

    /// It has one of these JSON types.
    pub const fn of(types: Types) -> Self {
        Self {
            types,
            ..Self::ANYTHING
        }
    }

    /// It is an object.
    pub const fn object() -> Self {
        Self::of(Types::OBJECT)
    }

    /// It is one of these values only (`enum`, `const`).
    #[must_use]
    pub const fn values(self, values: &'static [Const<'static>]) -> Self {
        Self {
            values: Some(values),
            ..self
        }
    }

    /// Properties of it that are one of certain values (`enum`, `const`), which tell it from other variants.
    #[must_use]
    pub const fn tags(self, tags: &'static [(&'static str, &'static [Const<'static>])]) -> Self {
        Self { tags, ..self }
    }

    /// Its required properties.
    #[must_use]
    pub const fn required(self, required: &'static [&'static str]) -> Self {
        Self { required, ..self }
    }

    /// Whether a value of the declared discriminator means this variant. Keys of a mapping are strings, whatever the property is, so
    /// `1` and `"1"` are the same (OpenAPI 3.1 section 4.8.25).
    pub(super) fn is_tagged(&self, tag: &Tree<'_>) -> bool {
        match tag {
            Tree::String(tag) => {
                let as_text = |value: &Const<'_>| match value.to_value() {
                    Value::String(value) => value == *tag,
                    value => {
                        let text = value.to_string();
                        text == *tag
                    }
                };
                self.tagged.contains(&tag.as_ref()) || self.valued.iter().any(as_text)
            }
            Tree::Bool(_) | Tree::Number(_) => {
                let text = tag.to_value().to_string();
                self.valued.iter().any(|value| tag.is(value)) || self.tagged.contains(&text.as_str())
            }
            Tree::Null | Tree::Array(_) | Tree::Object(_) => false,
        }
    }

    /// The tag that is written: the first value of the declared discriminator, or of what tells the variants apart without one.
    pub(super) fn tag_to_write(&self, name: &str) -> Option<Const<'static>> {
        let declared = self.tagged.first().map(|tag| Const::Str(tag));
        let declared = declared.or_else(|| self.valued.first().copied());
        declared.or_else(|| self.tag(name)?.first().copied())
    }

    /// The values of a tag of this variant.
    pub(super) fn tag(&self, name: &str) -> Option<&'static [Const<'static>]> {
        let tag = self.tags.iter().find(|(tag, _)| *tag == name);
        tag.map(|(_, values)| *values)
    }
}
