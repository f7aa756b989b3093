//! Where in a body an error of reading is.
//!
//! serde_json knows the line and column only. A JSON pointer helps more, and can be found afterwards by going
//! through the text once more; so the reading itself costs nothing for it, neither time nor generated code.

use super::violation::push_token;

enum Frame {
    Object { key: Option<String>, at_key: bool },
    Array(usize),
}

/// The JSON pointer (RFC 6901) of the value at which reading `body` failed.
///
/// ```
/// use specwright_runtime::v1;
///
/// let body = br#"{"data": [{"id": 1}, {"id": true}]}"#;
/// # #[derive(Debug)] struct Data;
/// # impl v1::Object for Data {
/// #     fn read<'de, A: v1::MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
/// #         let mut data: Option<Vec<std::collections::BTreeMap<String, i64>>> = None;
/// #         while v1::key(&mut map, &["data"])?.is_some() { v1::read_integer(&mut data, &mut map)?; }
/// #         v1::required(data, "data").map(|_| Self)
/// #     }
/// # }
/// # v1::deserialize!(Data => object);
/// let error = serde_json::from_slice::<Data>(body).unwrap_err();
/// assert_eq!(v1::pointer_at(body, &error), "/data/1/id");
/// ```
pub fn pointer_at(body: &[u8], error: &serde_json::Error) -> String {
    let lines = body.split_inclusive(|byte| *byte == b'\n');
    let before: usize = lines.take(error.line().saturating_sub(1)).map(<[u8]>::len).sum();
    let end = before.saturating_add(error.column()).min(body.len());
    let mut frames = Vec::new();
    let mut rest = body.get(..end).unwrap_or_default();
    while let [byte, tail @ ..] = rest {
        rest = tail;
        match (byte, frames.last_mut()) {
            (b'{', _) => frames.push(Frame::Object {
                key: None,
                at_key: true,
            }),
            (b'[', _) => frames.push(Frame::Array(0)),
            (b'}' | b']', _) => {
                frames.pop();
            }
            (b',', Some(Frame::Array(index))) => *index += 1,
            (b',', Some(Frame::Object { at_key, .. })) => *at_key = true,
            (b'"', frame) => {
                let (text, tail) = rest.split_at(string_length(rest));
                rest = tail.get(1..).unwrap_or_default();
                if let Some(Frame::Object { key, at_key }) = frame
                    && std::mem::take(at_key)
                {
                    *key = Some(unescape(text));
                }
            }
            _ => {}
        }
    }
    pointer(&frames)
}

/// The length of a string up to its closing quotation mark.
fn string_length(text: &[u8]) -> usize {
    let mut escaped = false;
    let end = text.iter().position(|byte| {
        let ends = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        ends
    });
    end.unwrap_or(text.len())
}

fn unescape(text: &[u8]) -> String {
    let quoted = [b"\"", text, b"\""].concat();
    serde_json::from_slice(&quoted).unwrap_or_else(|_| String::from_utf8_lossy(text).into_owned())
}

fn pointer(frames: &[Frame]) -> String {
    let mut pointer = String::new();
    for frame in frames {
        match frame {
            Frame::Object { key: Some(key), .. } => push_token(&mut pointer, key),
            Frame::Object { key: None, .. } => {}
            Frame::Array(index) => push_token(&mut pointer, &index.to_string()),
        }
    }
    pointer
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::v1;

    #[derive(Debug)]
    struct Node {
        _id: i64,
        _next: Option<Box<Node>>,
        _list: Option<Vec<Node>>,
    }

    impl v1::Object for Node {
        fn read<'de, A: v1::MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
            let (mut id, mut next, mut list) = (None, None, None);
            while let Some(key) = v1::closed_key(&mut map, &["id", "ne/xt", "list"])? {
                match key {
                    0 => v1::read_integer(&mut id, &mut map),
                    1 => v1::read_optional(&mut next, &mut map),
                    2 => v1::read_optional(&mut list, &mut map),
                    _ => v1::skip(&mut map),
                }?;
            }
            Ok(Self {
                _id: v1::required(id, "id")?,
                _next: next,
                _list: list,
            })
        }
    }
    v1::deserialize!(Node => object);

    #[test]
    fn the_pointer_is_that_of_the_wrong_value() {
        for (body, expected) in [
            (r#"{"id":"x\"y"}"#, "/id"),
            (r#"{"id":1,"ne/xt":{"id" : [1]}}"#, "/ne~1xt/id"),
            (r#"{"id":1,"ne/xt":{"list":[]} , "id":1}"#, "/ne~1xt"),
            ("{\n\"id\":1,\n\"list\": [\n{}]}", "/list/0"),
            (r#"{"id":1,"list":[{"id":1},{"id":true}]}"#, "/list/1/id"),
            (r#"{"id":1,"list":[{"id":1}, null]}"#, "/list/1"),
            (r#"{"id":1,"list":{}}"#, "/list"),
            (r#"{"id":1,"l\u0069st":3}"#, "/list"),
            (r#"{"id":1,"other":3}"#, "/other"),
            (r#"{}"#, ""),
            (r#"[]"#, ""),
            (r#"{"id":"#, "/id"),
            ("", ""),
        ] {
            let error = serde_json::from_str::<Node>(body).expect_err("none of these is a node");
            assert_eq!(pointer_at(body.as_bytes(), &error), expected, "{body}: {error}");
        }
    }
}
