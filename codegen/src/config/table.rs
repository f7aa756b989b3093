//! Typed reading of a TOML table: what is missing is the default, what is wrong is reported, what is left is unknown.

use super::Located;
use crate::diag::{Diagnostics, Hint, Location, Problem};
use crate::source::{FileId, Span};
use crate::text::toml_string;
use indexmap::IndexMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What a setting is that may be either.
pub(super) type StringOrTable<'a> = Result<Located<String>, Table<'a>>;

/// A table of the settings that is being read.
pub(super) struct Table<'a> {
    file: FileId,
    /// The name with its dots, for people; empty for the whole file.
    name: String,
    values: Option<&'a DeTable<'a>>,
    known: Vec<&'static str>,
}

impl<'a> Table<'a> {
    /// The table of the whole file.
    pub(super) fn root(file: FileId, values: &'a DeTable<'a>) -> Table<'a> {
        Table {
            file,
            name: String::new(),
            values: Some(values),
            known: Vec::new(),
        }
    }

    /// A table of this one; an empty one if it is absent or no table.
    pub(super) fn table(&mut self, key: &'static str, diags: &mut Diagnostics) -> Table<'a> {
        let values = self.take(key, "a table", diags, |value| value.as_table());
        Table {
            file: self.file,
            name: self.qualified(key),
            values: values.map(|located| located.value),
            known: Vec::new(),
        }
    }

    /// A string.
    pub(super) fn string(&mut self, key: &'static str, diags: &mut Diagnostics) -> Option<Located<String>> {
        self.take(key, "a string", diags, |value| value.as_str().map(str::to_owned))
    }

    /// A boolean.
    pub(super) fn bool(&mut self, key: &'static str, diags: &mut Diagnostics) -> Option<bool> {
        self.take(key, "`true` or `false`", diags, DeValue::as_bool)
            .map(|located| located.value)
    }

    /// An integer of 64 bits.
    pub(super) fn integer(&mut self, key: &'static str, diags: &mut Diagnostics) -> Option<i64> {
        self.take(key, "an integer", diags, |value| {
            let integer = value.as_integer()?;
            i64::from_str_radix(integer.as_str(), integer.radix()).ok()
        })
        .map(|located| located.value)
    }

    /// An array of strings.
    pub(super) fn strings(&mut self, key: &'static str, diags: &mut Diagnostics) -> Option<Located<Vec<String>>> {
        self.take(key, "an array of strings", diags, |value| {
            let items = value.as_array()?.iter();
            items.map(|item| item.get_ref().as_str().map(str::to_owned)).collect()
        })
    }

    /// The strings of an array, each with its own place.
    pub(super) fn string_items(&mut self, key: &'static str, diags: &mut Diagnostics) -> Vec<Located<String>> {
        let items = self.take(key, "an array of strings", diags, |value| {
            let items = value.as_array()?.iter();
            items
                .map(|item| Some((item.get_ref().as_str()?.to_owned(), item.span())))
                .collect::<Option<Vec<_>>>()
        });
        let items = items.map_or_else(Vec::new, |items| items.value);
        items
            .into_iter()
            .map(|(text, range)| self.located(text, range))
            .collect()
    }

    /// A boolean or a string, with its place.
    pub(super) fn bool_or_string(
        &mut self,
        key: &'static str,
        diags: &mut Diagnostics,
    ) -> Option<Located<Result<bool, String>>> {
        self.take(key, "`true`, `false` or a string", diags, |value| {
            let text = value.as_str().map(|text| Err(text.to_owned()));
            text.or_else(|| value.as_bool().map(Ok))
        })
    }

    /// A boolean or an array of strings.
    pub(super) fn bool_or_strings(
        &mut self,
        key: &'static str,
        diags: &mut Diagnostics,
    ) -> Option<Result<bool, Vec<String>>> {
        let setting = self.take(key, "`true`, `false` or an array of strings", diags, |value| {
            if let Some(yes) = value.as_bool() {
                return Some(Ok(yes));
            }
            let items = value.as_array()?.iter();
            let items = items.map(|item| item.get_ref().as_str().map(str::to_owned));
            items.collect::<Option<Vec<_>>>().map(Err)
        });
        setting.map(|setting| setting.value)
    }

    /// A string or a table, with its place.
    pub(super) fn string_or_table(
        &mut self,
        key: &'static str,
        diags: &mut Diagnostics,
    ) -> Option<(Option<Span>, Result<String, Table<'a>>)> {
        let setting = self.take(key, "a string or a table", diags, |value| {
            let text = value.as_str().map(|text| Ok(text.to_owned()));
            text.or_else(|| value.as_table().map(Err))
        })?;
        let value = setting.value.map_err(|values| self.inner(key, values));
        Some((setting.span, value))
    }

    /// All members of an inner table as TOML: neither its keys nor its values mean anything here.
    pub(super) fn inline_map(&mut self, key: &'static str, diags: &mut Diagnostics) -> Vec<(String, String)> {
        let mut table = self.table(key, diags);
        let entries = table.entries().into_iter();
        entries.map(|(key, value, _)| (key, inline(value.get_ref()))).collect()
    }

    /// One of a few words.
    pub(super) fn word<T: Copy>(
        &mut self,
        key: &'static str,
        words: &[(&str, T)],
        diags: &mut Diagnostics,
    ) -> Option<T> {
        let located = self.string(key, diags)?;
        let found = words.iter().find(|(word, _)| *word == located.value);
        if found.is_none() {
            let list: Vec<_> = words.iter().map(|(word, _)| format!("`{word}`")).collect();
            let reason = format!("it is one of {}", list.join(", "));
            self.invalid(key, reason, located.span, diags);
        }
        found.map(|(_, value)| *value)
    }

    /// All members of this table as strings: its keys are data.
    pub(super) fn string_map(mut self, diags: &mut Diagnostics) -> IndexMap<String, Located<String>> {
        let mut map = IndexMap::new();
        for (key, value, _) in self.entries() {
            match value.get_ref().as_str() {
                Some(text) => {
                    map.insert(key, self.located(text.to_owned(), value.span()));
                }
                None => self.wrong_type(&key, "a string", value, diags),
            }
        }
        map
    }

    /// All members of this table as arrays of strings: its keys are data.
    pub(super) fn strings_map(&mut self, diags: &mut Diagnostics) -> Vec<(String, Located<Vec<String>>)> {
        let mut list = Vec::new();
        for (key, value, _) in self.entries() {
            let items = value.get_ref().as_array().and_then(|items| {
                let items = items.iter().map(|item| item.get_ref().as_str().map(str::to_owned));
                items.collect::<Option<Vec<String>>>()
            });
            match items {
                Some(items) => list.push((key, self.located(items, value.span()))),
                None => self.wrong_type(&key, "an array of strings", value, diags),
            }
        }
        list
    }

    /// All members of this table as booleans: its keys are data.
    pub(super) fn bool_map(mut self, diags: &mut Diagnostics) -> IndexMap<String, Located<bool>> {
        let mut map = IndexMap::new();
        for (key, value, _) in self.entries() {
            match value.get_ref().as_bool() {
                Some(flag) => {
                    map.insert(key, self.located(flag, value.span()));
                }
                None => self.wrong_type(&key, "`true` or `false`", value, diags),
            }
        }
        map
    }

    /// All members of this table as strings or tables: its keys are data.
    pub(super) fn string_or_table_map(
        mut self,
        diags: &mut Diagnostics,
    ) -> Vec<(String, Option<Span>, StringOrTable<'a>)> {
        let mut list = Vec::new();
        for (key, value, key_span) in self.entries() {
            let span = Some(self.span(key_span));
            match (value.get_ref().as_str(), value.get_ref().as_table()) {
                (Some(text), _) => {
                    let text = self.located(text.to_owned(), value.span());
                    list.push((key, span, Ok(text)));
                }
                (_, Some(values)) => {
                    let table = self.inner(&key, values);
                    list.push((key, span, Err(table)));
                }
                (None, None) => self.wrong_type(&key, "a string or a table", value, diags),
            }
        }
        list
    }

    fn inner(&self, key: &str, values: &'a DeTable<'a>) -> Table<'a> {
        Table {
            file: self.file,
            name: self.qualified(key),
            values: Some(values),
            known: Vec::new(),
        }
    }

    /// All members of this table as tables: its keys are data.
    pub(super) fn table_map(mut self, diags: &mut Diagnostics) -> Vec<(String, Option<Span>, Table<'a>)> {
        let mut list = Vec::new();
        for (key, value, key_span) in self.entries() {
            match value.get_ref().as_table() {
                Some(values) => {
                    let table = self.inner(&key, values);
                    list.push((key, Some(self.span(key_span)), table));
                }
                None => self.wrong_type(&key, "a table", value, diags),
            }
        }
        list
    }

    /// Reports that a setting has a value of the right type that makes no sense.
    pub(super) fn invalid(&self, key: &str, reason: String, span: Option<Span>, diags: &mut Diagnostics) {
        let key = self.qualified(key);
        let location = span.map(Location::from).unwrap_or_default();
        diags.push(Problem::InvalidSetting { key, reason }, location);
    }

    /// Reports that this table as a whole makes no sense.
    pub(super) fn invalid_whole(&self, reason: &str, span: Option<Span>, diags: &mut Diagnostics) {
        let location = span.map(Location::from).unwrap_or_default();
        let (key, reason) = (self.name.clone(), reason.to_owned());
        diags.push(Problem::InvalidSetting { key, reason }, location);
    }

    /// Reports a setting unless it is valid; hands the verdict back.
    pub(super) fn check<T>(
        &self,
        key: &str,
        setting: &Located<T>,
        valid: bool,
        reason: &str,
        diags: &mut Diagnostics,
    ) -> bool {
        if !valid {
            self.invalid(key, reason.to_owned(), setting.span, diags);
        }
        valid
    }

    /// Reports that a setting must be there, if this table is.
    pub(super) fn missing(&self, key: &str, span: Option<Span>, diags: &mut Diagnostics) {
        self.invalid_whole(&format!("`{key}` is required"), span, diags);
    }

    /// Reports every member that was not asked for.
    pub(super) fn finish(self, diags: &mut Diagnostics) {
        let Some(values) = self.values else { return };
        for (key, _) in values.iter() {
            let name: &str = key.get_ref();
            if !self.known.contains(&name) {
                let problem = Problem::UnknownSetting {
                    key: self.qualified(name),
                    known: self.known.join(", "),
                    hint: Hint::new(name, self.known.iter().copied()),
                };
                diags.push(problem, self.span(key.span()));
            }
        }
    }

    fn take<T>(
        &mut self,
        key: &'static str,
        expected: &'static str,
        diags: &mut Diagnostics,
        convert: impl FnOnce(&'a DeValue<'a>) -> Option<T>,
    ) -> Option<Located<T>> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        let value = self.values?.get(key)?;
        match convert(value.get_ref()) {
            Some(converted) => Some(self.located(converted, value.span())),
            None => {
                self.wrong_type(key, expected, value, diags);
                None
            }
        }
    }

    fn entries(&mut self) -> Vec<(String, &'a Spanned<DeValue<'a>>, Range<usize>)> {
        let Some(values) = self.values else { return Vec::new() };
        let entry = |(key, value): (&'a Spanned<_>, _)| {
            let name: &std::borrow::Cow<'a, str> = key.get_ref();
            (name.to_string(), value, key.span())
        };
        values.iter().map(entry).collect()
    }

    fn wrong_type(&self, key: &str, expected: &'static str, value: &Spanned<DeValue<'_>>, diags: &mut Diagnostics) {
        let problem = Problem::SettingType {
            key: self.qualified(key),
            expected,
            found: with_article(value.get_ref().type_str()),
        };
        diags.push(problem, self.span(value.span()));
    }

    fn located<T>(&self, value: T, range: Range<usize>) -> Located<T> {
        Located {
            value,
            span: Some(self.span(range)),
        }
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range.start, range.end)
    }

    /// What people call a member of this table.
    pub(super) fn qualified(&self, key: &str) -> String {
        match self.name.as_str() {
            "" => key.to_owned(),
            name => format!("{name}.{key}"),
        }
    }
}

/// A value as TOML writes it in one line.
fn inline(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => toml_string(text),
        DeValue::Integer(integer) => integer.to_string(),
        DeValue::Float(float) => float.to_string(),
        DeValue::Boolean(yes) => yes.to_string(),
        DeValue::Datetime(time) => time.to_string(),
        DeValue::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| inline(item.get_ref())).collect();
            format!("[{}]", items.join(", "))
        }
        DeValue::Table(table) => {
            let member = |(key, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
                let key: &std::borrow::Cow<'_, str> = key.get_ref();
                format!("{} = {}", toml_string(key), inline(value.get_ref()))
            };
            let members: Vec<_> = table.iter().map(member).collect();
            format!("{{ {} }}", members.join(", "))
        }
    }
}

/// `a string`, `an integer`: the types of TOML.
fn with_article(word: &str) -> String {
    let article = if word.starts_with(['a', 'i']) { "an" } else { "a" };
    format!("{article} {word}")
}
