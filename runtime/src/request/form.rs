//! `application/x-www-form-urlencoded` bodies (OpenAPI 3.1.1 section 4.8.15.1).

use super::percent::{Keep, encode};
use super::style::{self, Style};
use super::values::Value;

/// How one property of a form is written.
#[derive(Clone, Copy, Debug)]
pub enum Encoding {
    /// As a query parameter of that style.
    Style(Style),
    /// As JSON in one field.
    Json,
}

/// Writes a form. Properties without an encoding are `form` with `explode`, except for nested objects, whose default in
/// the standard is JSON.
pub(crate) fn encode_form(value: &Value, encodings: &[(&str, Encoding)]) -> Result<String, &'static str> {
    let properties = match value {
        Value::Object(properties) => properties,
        Value::Null => return Ok(String::new()),
        Value::String(_) | Value::Literal(_) | Value::List(_) => return Err("must be an object to be sent as a form"),
    };
    let mut out = Vec::new();
    for (name, value) in properties {
        let encoding = encodings
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, encoding)| *encoding);
        match (encoding, value) {
            (_, Value::Null) => {}
            (Some(Encoding::Style(style)), value) => out.extend(style::query(name, style, value, true)),
            (Some(Encoding::Json), value) | (None, value @ Value::Object(_)) => {
                out.push(format!(
                    "{}={}",
                    encode(name, Keep::Form),
                    encode(&value.to_text(), Keep::Form)
                ));
            }
            (None, value @ (Value::String(_) | Value::Literal(_) | Value::List(_))) => {
                out.extend(style::query(name, Style::FORM_EXPLODE, value, true));
            }
        }
    }
    Ok(out.join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_follow_their_encodings() {
        let value = Value::of(&serde_json::json!({
            "a": "x y", "b": ["1", "2"], "c": ["1", "2"], "d": {"e": {"f": ["g"]}}, "h": null, "i": {"j": "k"}
        }))
        .expect("an object");
        let encodings = [
            ("c", Encoding::Style(Style::FORM)),
            ("d", Encoding::Style(Style::DEEP_OBJECT)),
        ];
        assert_eq!(
            encode_form(&value, &encodings).expect("an object"),
            "a=x+y&b=1&b=2&c=1,2&d%5Be%5D%5Bf%5D%5B0%5D=g&i=%7B%22j%22%3A%22k%22%7D"
        );
        assert!(encode_form(&Value::String("x".into()), &[]).is_err());
    }
}
