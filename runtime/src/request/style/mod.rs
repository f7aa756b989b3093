//! Parameters on the wire: every `style` and `explode` for scalars, arrays and objects
//! (OpenAPI 3.1.1 section 4.8.12.3 to 4.8.12.6, OpenAPI 3.2 for `style: cookie`).

use super::percent::{Keep, encode, encode_into, encoded};
use super::values::Value;

/// How one parameter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    kind: Kind,
    explode: bool,
    reserved: bool,
    allow_empty: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Simple,
    Label,
    Matrix,
    Form,
    Space,
    Pipe,
    Deep,
    Cookie,
}

impl Style {
    /// `simple`, the default of path and header parameters.
    pub const SIMPLE: Self = Self::new(Kind::Simple, false);
    /// `simple` with `explode`.
    pub const SIMPLE_EXPLODE: Self = Self::new(Kind::Simple, true);
    /// `label`.
    pub const LABEL: Self = Self::new(Kind::Label, false);
    /// `label` with `explode`.
    pub const LABEL_EXPLODE: Self = Self::new(Kind::Label, true);
    /// `matrix`.
    pub const MATRIX: Self = Self::new(Kind::Matrix, false);
    /// `matrix` with `explode`.
    pub const MATRIX_EXPLODE: Self = Self::new(Kind::Matrix, true);
    /// `form` without `explode`.
    pub const FORM: Self = Self::new(Kind::Form, false);
    /// `form` with `explode`, the default of query and cookie parameters.
    pub const FORM_EXPLODE: Self = Self::new(Kind::Form, true);
    /// `spaceDelimited`.
    pub const SPACE: Self = Self::new(Kind::Space, false);
    /// `spaceDelimited` with `explode`, which is `form` with `explode`.
    pub const SPACE_EXPLODE: Self = Self::new(Kind::Space, true);
    /// `pipeDelimited`.
    pub const PIPE: Self = Self::new(Kind::Pipe, false);
    /// `pipeDelimited` with `explode`, which is `form` with `explode`.
    pub const PIPE_EXPLODE: Self = Self::new(Kind::Pipe, true);
    /// `deepObject`, nested to any depth: `a[b][c]=1&a[d][0]=2`.
    pub const DEEP_OBJECT: Self = Self::new(Kind::Deep, true);
    /// `cookie` (3.2) without `explode`: as `form`, but not percent-encoded.
    pub const COOKIE: Self = Self::new(Kind::Cookie, false);
    /// `cookie` with `explode`, the default of that style.
    pub const COOKIE_EXPLODE: Self = Self::new(Kind::Cookie, true);

    const fn new(kind: Kind, explode: bool) -> Self {
        Self {
            kind,
            explode,
            reserved: false,
            allow_empty: false,
        }
    }

    /// `allowReserved`.
    #[must_use]
    pub const fn reserved(mut self) -> Self {
        self.reserved = true;
        self
    }

    /// `allowEmptyValue`: an empty array or object is sent as `name=` instead of being left out.
    #[must_use]
    pub const fn allow_empty(mut self) -> Self {
        self.allow_empty = true;
        self
    }
}

/// The properties and items that are sent: null means absent.
fn texts(items: &[Value]) -> impl Iterator<Item = String> {
    items.iter().filter(|item| **item != Value::Null).map(Value::to_text)
}

fn pairs(properties: &[(String, Value)]) -> impl Iterator<Item = (&str, String)> {
    properties
        .iter()
        .filter(|(_, value)| *value != Value::Null)
        .map(|(name, value)| (name.as_str(), value.to_text()))
}

/// Names and values, alternating.
fn flat(properties: &[(String, Value)]) -> Vec<String> {
    pairs(properties)
        .flat_map(|(name, value)| [name.to_owned(), value])
        .collect()
}

/// The string that replaces a path parameter in its template.
pub(crate) fn path(name: &str, style: Style, value: Value) -> String {
    let keep = if style.reserved {
        Keep::ReservedInPath
    } else {
        Keep::Nothing
    };
    let code = |text: &str| encode(text, keep);
    let (prefix, separator) = match style.kind {
        Kind::Label => (".", if style.explode { "." } else { "," }),
        Kind::Matrix => (";", if style.explode { ";" } else { "," }),
        Kind::Simple | Kind::Form | Kind::Space | Kind::Pipe | Kind::Deep | Kind::Cookie => ("", ","),
    };
    let matrix = style.kind == Kind::Matrix;
    let named = |value: String| match value.is_empty() {
        true => code(name),
        false => format!("{}={value}", code(name)),
    };
    let join = |parts: Vec<String>| parts.join(separator);
    let body = match value {
        Value::Null => return String::new(),
        Value::String(text) | Value::Literal(text) if matrix => named(encoded(text, keep)),
        Value::String(text) | Value::Literal(text) => encoded(text, keep),
        Value::List(items) if matrix && style.explode => join(texts(&items).map(|text| named(code(&text))).collect()),
        Value::List(items) => {
            let list = join(texts(&items).map(|text| code(&text)).collect());
            if matrix { named(list) } else { list }
        }
        Value::Object(properties) if style.explode => join(
            pairs(&properties)
                .map(|(name, value)| format!("{}={}", code(name), code(&value)))
                .collect(),
        ),
        Value::Object(properties) => {
            let list = join(flat(&properties).iter().map(|text| code(text)).collect());
            if matrix { named(list) } else { list }
        }
    };
    if prefix.is_empty() {
        body
    } else {
        format!("{prefix}{body}")
    }
}

/// Adds a query parameter to a query, encoded.
pub(crate) fn add_to_query(query: &mut String, name: &str, style: Style, value: &Value) {
    let mut add = |pair: &dyn Fn(&mut String)| {
        if !query.is_empty() {
            query.push('&');
        }
        pair(query);
    };
    match value {
        Value::String(text) | Value::Literal(text) => add(&|query| pair(query, name, text, style)),
        Value::Null | Value::List(_) | Value::Object(_) => {
            let pairs = self::query(name, style, value, false);
            pairs.iter().for_each(|one| add(&|query| query.push_str(one)));
        }
    }
}

/// Appends one `name=value`.
fn pair(out: &mut String, name: &str, value: &str, style: Style) {
    let keep = if style.reserved {
        Keep::ReservedInQuery
    } else {
        Keep::Nothing
    };
    out.reserve(name.len() + 1 + value.len());
    encode_into(out, name, Keep::Nothing);
    out.push('=');
    encode_into(out, value, keep);
}

/// The `name=value` pairs of a query parameter or form field, encoded.
pub(crate) fn query(name: &str, style: Style, value: &Value, form: bool) -> Vec<String> {
    let plain = if form { Keep::Form } else { Keep::Nothing };
    let keep = if style.reserved { Keep::ReservedInQuery } else { plain };
    let delimiter = match style.kind {
        Kind::Space if form => "+",
        Kind::Space => "%20",
        Kind::Pipe => "%7C",
        Kind::Simple | Kind::Label | Kind::Matrix | Kind::Form | Kind::Deep | Kind::Cookie => ",",
    };
    let encoded = fields(name, style, value).into_iter().map(|(name, texts)| {
        let texts: Vec<String> = texts.iter().map(|text| encode(text, keep)).collect();
        format!("{}={}", encode(&name, plain), texts.join(delimiter))
    });
    encoded.collect()
}

/// The names and values of a part of `multipart/form-data`, which are not percent-encoded.
pub(crate) fn parts(name: &str, style: Style, value: &Value) -> Vec<(String, String)> {
    let delimiter = match style.kind {
        Kind::Space => " ",
        Kind::Pipe => "|",
        Kind::Simple | Kind::Label | Kind::Matrix | Kind::Form | Kind::Deep | Kind::Cookie => ",",
    };
    let fields = fields(name, style, value).into_iter();
    fields.map(|(name, texts)| (name, texts.join(delimiter))).collect()
}

/// What a value consists of: names, each with the texts that its delimiter joins.
fn fields(name: &str, style: Style, value: &Value) -> Vec<(String, Vec<String>)> {
    let field = |name: &str, text: String| (name.to_owned(), vec![text]);
    let joined = |texts: Vec<String>| match texts.is_empty() {
        true => Vec::new(),
        false => vec![(name.to_owned(), texts)],
    };
    let mut out = match value {
        Value::Null => Vec::new(),
        Value::String(text) | Value::Literal(text) => vec![field(name, text.clone())],
        Value::List(_) | Value::Object(_) if style.kind == Kind::Deep => {
            let mut out = Vec::new();
            nest(name.to_owned(), value, &mut |name, text| {
                out.push(field(name, text.to_owned()))
            });
            out
        }
        Value::List(items) if style.explode => texts(items).map(|text| field(name, text)).collect(),
        Value::Object(properties) if style.explode => pairs(properties).map(|(name, text)| field(name, text)).collect(),
        Value::List(items) => joined(texts(items).collect()),
        Value::Object(properties) => joined(flat(properties)),
    };
    // Null is an absent parameter.
    if out.is_empty() && style.allow_empty && *value != Value::Null {
        out.push(field(name, String::new()));
    }
    out
}

/// `a[b][c]` and `a[b][0]`, one for each scalar.
fn nest(name: String, value: &Value, emit: &mut dyn FnMut(&str, &str)) {
    match value {
        Value::Null => {}
        Value::String(text) | Value::Literal(text) => emit(&name, text),
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                nest(format!("{name}[{index}]"), item, emit);
            }
        }
        Value::Object(properties) => {
            for (property, value) in properties {
                nest(format!("{name}[{property}]"), value, emit);
            }
        }
    }
}

/// The value of a header, not percent-encoded; `None` if there is no value.
pub(crate) fn header(style: Style, value: &Value) -> Option<String> {
    let list = |parts: Vec<String>| (!parts.is_empty()).then(|| parts.join(","));
    match value {
        Value::Null => None,
        Value::String(text) | Value::Literal(text) => Some(text.clone()),
        Value::List(items) => list(texts(items).collect()),
        Value::Object(properties) if style.explode => list(
            pairs(properties)
                .map(|(name, value)| format!("{name}={value}"))
                .collect(),
        ),
        Value::Object(properties) => list(flat(properties)),
    }
}

/// The `name=value` pairs of a cookie parameter. Exploded values are separate cookies: `&` between them, as in the
/// `form` style, would be part of the value of the first one.
pub(crate) fn cookie(name: &str, style: Style, value: &Value) -> Vec<String> {
    if style.kind != Kind::Cookie {
        return query(name, style, value, false);
    }
    let joined = |parts: Vec<String>| match parts.is_empty() {
        true => Vec::new(),
        false => vec![format!("{name}={}", parts.join(","))],
    };
    match value {
        Value::Null => Vec::new(),
        Value::String(text) | Value::Literal(text) => vec![format!("{name}={text}")],
        Value::List(items) if style.explode => texts(items).map(|text| format!("{name}={text}")).collect(),
        Value::List(items) => joined(texts(items).collect()),
        Value::Object(properties) if style.explode => pairs(properties)
            .map(|(name, value)| format!("{name}={value}"))
            .collect(),
        Value::Object(properties) => joined(flat(properties)),
    }
}

#[cfg(test)]
mod tests;
