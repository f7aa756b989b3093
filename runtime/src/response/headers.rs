//! Documented headers of responses, read as values: `style: simple` (OpenAPI 3.1.1 section 4.8.21), or JSON.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use http::HeaderMap;
use serde_core::de::value::{CowStrDeserializer, Error, MapDeserializer, SeqDeserializer};
use serde_core::de::{DeserializeOwned, Deserializer, Error as _, IntoDeserializer, Visitor};
use serde_core::forward_to_deserialize_any;

/// A documented header that is missing or does not have the documented shape. The raw headers are still available.
#[derive(Clone, Debug)]
pub struct HeaderError {
    name: &'static str,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

impl HeaderError {
    /// The name of the header.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Whether the header is missing.
    pub fn is_missing(&self) -> bool {
        self.source.is_none()
    }
}

impl fmt::Display for HeaderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.source {
            None => write!(f, "the header `{}` is missing", self.name),
            Some(_) => write!(f, "the header `{}` does not have the documented shape", self.name),
        }
    }
}

impl StdError for HeaderError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn StdError + 'static))
    }
}

/// Reads a header of that style, if it is present. A list may span several lines (RFC 9110 section 5.3).
///
/// The lines of `Set-Cookie` are never joined: a list has a line for each item, and anything else is read from the first line.
///
/// # Errors
///
/// Returns an error if the value cannot be read as `T`.
pub fn header<T: DeserializeOwned>(
    headers: &HeaderMap,
    name: &'static str,
    explode: bool,
) -> Result<Option<T>, HeaderError> {
    if name.eq_ignore_ascii_case(http::header::SET_COOKIE.as_str()) {
        return cookies(headers, name, explode);
    }
    let Some(text) = text_of(headers, name)? else {
        return Ok(None);
    };
    T::deserialize(Simple { text: &text, explode })
        .map(Some)
        .map_err(|error| wrong(name, error))
}

/// RFC 9110 section 5.3: a line of `Set-Cookie` may have commas, so that lines cannot be joined with them.
fn cookies<T: DeserializeOwned>(
    headers: &HeaderMap,
    name: &'static str,
    explode: bool,
) -> Result<Option<T>, HeaderError> {
    let lines = headers.get_all(name).iter();
    let lines: Result<Vec<&str>, _> = lines.map(|line| std::str::from_utf8(line.as_bytes())).collect();
    let lines = lines.map_err(|error| wrong(name, error))?;
    if lines.is_empty() {
        return Ok(None);
    }
    T::deserialize(Lines { lines: &lines, explode })
        .map(Some)
        .map_err(|error| wrong(name, error))
}

/// Reads a header whose content is JSON, if it is present.
///
/// # Errors
///
/// Returns an error if the value cannot be read as `T`.
pub fn json_header<T: DeserializeOwned>(headers: &HeaderMap, name: &'static str) -> Result<Option<T>, HeaderError> {
    let Some(text) = text_of(headers, name)? else {
        return Ok(None);
    };
    serde_json::from_str(&text)
        .map(Some)
        .map_err(|error| wrong(name, error))
}

/// The value of a required header.
///
/// # Errors
///
/// Returns an error if it is missing.
pub fn required_header<T>(value: Option<T>, name: &'static str) -> Result<T, HeaderError> {
    value.ok_or(HeaderError { name, source: None })
}

/// The optional headers of a response that could not be read.
///
/// RFC 9110 section 5.5 asks recipients to expect little of a field whose value is not what it should be: such a header costs its own
/// value, and none of the others.
#[derive(Clone, Debug, Default)]
pub struct UnreadHeaders(Vec<HeaderError>);

impl UnreadHeaders {
    /// The value of an optional header; what is wrong with it is kept.
    pub fn note<T>(&mut self, read: Result<Option<T>, HeaderError>) -> Option<T> {
        read.unwrap_or_else(|error| {
            self.0.push(error);
            None
        })
    }

    /// What is wrong with each.
    pub fn errors(&self) -> &[HeaderError] {
        &self.0
    }
}

/// The same headers are unread; why is nothing that makes two values differ.
impl PartialEq for UnreadHeaders {
    fn eq(&self, other: &Self) -> bool {
        let names = |headers: &'_ Self| headers.0.iter().map(HeaderError::name).collect::<Vec<_>>();
        names(self) == names(other)
    }
}

fn wrong(name: &'static str, source: impl StdError + Send + Sync + 'static) -> HeaderError {
    HeaderError {
        name,
        source: Some(Arc::new(source)),
    }
}

fn text_of<'h>(headers: &'h HeaderMap, name: &'static str) -> Result<Option<Cow<'h, str>>, HeaderError> {
    let mut text: Option<Cow<'h, str>> = None;
    for value in headers.get_all(name) {
        let line = std::str::from_utf8(value.as_bytes()).map_err(|error| wrong(name, error))?;
        text = Some(match text {
            None => Cow::Borrowed(line),
            Some(before) => Cow::Owned(format!("{before}, {line}")),
        });
    }
    Ok(text)
}

/// A value of `style: simple`; the requested type decides how it is read.
#[derive(Clone, Copy)]
struct Simple<'a> {
    text: &'a str,
    explode: bool,
}

impl<'a> Simple<'a> {
    fn items(self) -> impl Iterator<Item = Simple<'a>> {
        let texts = self.text.split(',').map(str::trim).filter(|text| !text.is_empty());
        texts.map(move |text| Simple { text, ..self })
    }

    /// `a=1,b=2` with `explode`, else `a,1,b,2`.
    fn pairs(self) -> Vec<(&'a str, Simple<'a>)> {
        let mut items = self.items();
        let mut pairs = Vec::new();
        while let Some(item) = items.next() {
            let pair = match self.explode {
                true => item.text.split_once('=').unwrap_or((item.text, "")),
                false => (item.text, items.next().map_or("", |value| value.text)),
            };
            pairs.push((pair.0, Simple { text: pair.1, ..self }));
        }
        pairs
    }
}

impl<'de> IntoDeserializer<'de, Error> for Simple<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Simple<'_> {
    type Error = Error;

    /// For types that accept any value: numbers and booleans as such, everything else as a string.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match serde_json::from_str::<serde_json::Value>(self.text) {
            Ok(value @ (serde_json::Value::Number(_) | serde_json::Value::Bool(_))) => value
                .deserialize_any(visitor)
                .map_err(|error| Error::custom(error.to_string())),
            Ok(_) | Err(_) => visitor.visit_str(self.text),
        }
    }

    /// Also as Python and PHP print booleans, and as structured fields have them (RFC 9651 section 3.3.6).
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.text {
            "1" | "?1" => visitor.visit_bool(true),
            "0" | "?0" => visitor.visit_bool(false),
            text if text.eq_ignore_ascii_case("true") => visitor.visit_bool(true),
            text if text.eq_ignore_ascii_case("false") => visitor.visit_bool(false),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.text)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.text)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(SeqDeserializer::new(self.items()))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_map(MapDeserializer::new(self.pairs().into_iter()))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        CowStrDeserializer::new(Cow::Borrowed(self.text)).deserialize_enum(name, variants, visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.text)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple_struct ignored_any
    }
}

/// The lines of a header that cannot be joined.
struct Lines<'a> {
    lines: &'a [&'a str],
    explode: bool,
}

impl<'a> Lines<'a> {
    fn items(&self) -> impl Iterator<Item = Simple<'a>> {
        let explode = self.explode;
        self.lines.iter().map(move |text| Simple { text, explode })
    }
}

impl<'de> Deserializer<'de> for Lines<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.items().next() {
            Some(first) => visitor.visit_str(first.text),
            None => visitor.visit_unit(),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(SeqDeserializer::new(self.items()))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct tuple
        tuple_struct map struct enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(*name, http::HeaderValue::from_static(value));
        }
        headers
    }

    #[test]
    fn the_wanted_type_decides() {
        let map = headers(&[
            ("n", "7"),
            ("t", "7"),
            ("b", "true"),
            ("f", "1.5"),
            ("l", "1, 2,3"),
            ("l", "4"),
        ]);
        assert_eq!(header::<i64>(&map, "n", false).expect("a number"), Some(7));
        assert_eq!(
            header::<String>(&map, "t", false).expect("a text").as_deref(),
            Some("7")
        );
        assert_eq!(header::<bool>(&map, "b", false).expect("a boolean"), Some(true));
        assert_eq!(header::<f64>(&map, "f", false).expect("a number"), Some(1.5));
        assert_eq!(
            header::<Vec<i64>>(&map, "l", false).expect("a list"),
            Some(vec![1, 2, 3, 4])
        );
        assert_eq!(header::<i64>(&map, "none", false).expect("nothing"), None);
        let error = header::<i64>(&headers(&[("n", "many")]), "n", false).expect_err("no number");
        assert_eq!((error.name(), error.is_missing()), ("n", false));
        assert!(required_header(None::<i64>, "x").expect_err("nothing").is_missing());
    }

    #[test]
    fn lines_of_set_cookie_are_not_joined() {
        let one = "sid=1; Expires=Wed, 09 Jun 2027 10:18:14 GMT";
        let map = headers(&[("set-cookie", one), ("set-cookie", "lang=en")]);
        let first = header::<String>(&map, "Set-Cookie", false).expect("a string");
        assert_eq!(first.as_deref(), Some(one));
        let lines = header::<Vec<String>>(&map, "Set-Cookie", true).expect("a list");
        assert_eq!(lines, Some(vec![one.to_owned(), "lang=en".to_owned()]));
        assert_eq!(
            header::<String>(&headers(&[]), "Set-Cookie", false).expect("nothing"),
            None
        );
    }

    #[test]
    fn objects_are_pairs() {
        type Pairs = BTreeMap<String, i64>;
        let want: Pairs = [("from".to_owned(), 1), ("to".to_owned(), 2)].into();
        let map = headers(&[
            ("s", "from,1,to,2"),
            ("e", "from=1,to=2"),
            ("j", r#"{"from":1,"to":2}"#),
        ]);
        assert_eq!(header::<Pairs>(&map, "s", false).expect("pairs"), Some(want.clone()));
        assert_eq!(header::<Pairs>(&map, "e", true).expect("pairs"), Some(want.clone()));
        assert_eq!(json_header::<Pairs>(&map, "j").expect("JSON"), Some(want));
        assert!(header::<Pairs>(&headers(&[("s", "from,x,to")]), "s", false).is_err());
    }
}
