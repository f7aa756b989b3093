//! How one string holds several values: the styles of OpenAPI 3.1 section 4.8.12.

/// How one string holds several values.
pub(super) struct Split<'a> {
    separator: char,
    explodes: bool,
    /// What the string begins with.
    first: Option<char>,
    /// In the style `matrix`: what is before each value.
    name: Option<&'a str>,
    /// How the separator can be encoded too, if it is not a character of a URL.
    encoded: Option<&'static str>,
}

impl<'a> Split<'a> {
    /// The rules of a style for a parameter of this name.
    pub(super) fn new(style: &str, explodes: bool, name: &'a str) -> Split<'a> {
        let (first, separator, encoded) = match (style, explodes) {
            ("label", true) => (Some('.'), '.', None),
            ("label", false) => (Some('.'), ',', None),
            ("matrix", true) => (Some(';'), ';', None),
            ("matrix", false) => (Some(';'), ',', None),
            ("spaceDelimited", _) => (None, ' ', Some("%20")),
            ("pipeDelimited", _) => (None, '|', Some("%7C")),
            (_, _) => (None, ',', None),
        };
        Split {
            separator,
            explodes,
            first,
            name: (style == "matrix").then_some(name),
            encoded,
        }
    }

    /// The string without what it must begin with.
    pub(super) fn begin<'b>(&self, text: &'b str) -> Result<&'b str, String> {
        match self.first {
            None => Ok(text),
            Some(first) => text
                .strip_prefix(first)
                .ok_or_else(|| format!("it does not begin with `{first}`, as its style does")),
        }
    }

    /// A value without the name before it.
    pub(super) fn whole<'b>(&self, text: &'b str) -> &'b str {
        let named = |name: &str| text.strip_prefix(name)?.strip_prefix('=');
        self.name.and_then(named).unwrap_or(text)
    }

    /// The items of a list, as they are encoded.
    pub(super) fn items(&self, text: &str) -> Vec<String> {
        let text = match self.explodes {
            true => text,
            false => self.whole(text),
        };
        let items = self.separated(text);
        let items = items.split(self.separator);
        match self.explodes {
            true => items.map(|item| self.whole(item).to_owned()).collect(),
            // After a comma in a header there can be a space (RFC 9110 section 5.6.1).
            false => items.map(|item| item.trim_start_matches(' ').to_owned()).collect(),
        }
    }

    /// With separators that are not encoded.
    fn separated(&self, text: &str) -> String {
        let separator = self.separator.to_string();
        match self.encoded {
            Some(encoded) => {
                let text = text
                    .replace(encoded, &separator)
                    .replace(&encoded.to_ascii_lowercase(), &separator);
                match self.separator {
                    ' ' => text.replace('+', " "),
                    _ => text,
                }
            }
            None => text.to_owned(),
        }
    }

    /// The properties of an object, as they are encoded.
    pub(super) fn pairs(&self, text: &str) -> Vec<(String, String)> {
        if self.explodes {
            let members = text.split(self.separator);
            let members = members.filter_map(|member| member.trim_start().split_once('='));
            return members.map(|(key, text)| (key.to_owned(), text.to_owned())).collect();
        }
        let items = self.items(text);
        let mut items = items.into_iter();
        std::iter::from_fn(|| Some((items.next()?, items.next()?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(style: &str, explodes: bool, text: &str) -> Result<Vec<String>, String> {
        let split = Split::new(style, explodes, "color");
        Ok(split.items(split.begin(text)?))
    }

    fn pairs(style: &str, explodes: bool, text: &str) -> Result<Vec<(String, String)>, String> {
        let split = Split::new(style, explodes, "color");
        Ok(split.pairs(split.begin(text)?))
    }

    /// The table of OpenAPI 3.1 section 4.8.12.5.
    #[test]
    fn styles_are_read_as_the_standard_writes_them() -> Result<(), String> {
        let colours = ["blue", "black", "brown"];
        for (style, explodes, text) in [
            ("matrix", false, ";color=blue,black,brown"),
            ("matrix", true, ";color=blue;color=black;color=brown"),
            ("label", false, ".blue,black,brown"),
            ("label", true, ".blue.black.brown"),
            ("form", false, "blue,black,brown"),
            ("simple", false, "blue, black, brown"),
            ("spaceDelimited", false, "blue%20black+brown"),
            ("pipeDelimited", false, "blue%7cblack|brown"),
        ] {
            assert_eq!(items(style, explodes, text)?, colours, "{style} {text}");
        }
        let parts = [("R", "100"), ("G", "200")].map(|(key, text)| (key.to_owned(), text.to_owned()));
        for (style, explodes, text) in [
            ("matrix", false, ";color=R,100,G,200"),
            ("matrix", true, ";R=100;G=200"),
            ("label", false, ".R,100,G,200"),
            ("label", true, ".R=100.G=200"),
            ("form", false, "R,100,G,200"),
            ("simple", true, "R=100,G=200"),
        ] {
            assert_eq!(pairs(style, explodes, text)?, parts, "{style} {text}");
        }
        assert!(items("label", false, "blue").is_err());
        Ok(())
    }
}
