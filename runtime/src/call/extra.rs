//! Bodies that the document does not describe: in place of the body of a call, or with more properties.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_core::de::IgnoredAny;
use serde_json::Value;

use super::options::CallOptions;
use crate::request::Content;
use crate::response::media::Family;
use crate::transport::Body;

const JSON: &str = "application/json";

/// The body that the options ask for.
///
/// # Errors
///
/// What is wrong with the properties that are added.
pub(crate) fn applied(options: &CallOptions, content: Content) -> Result<Content, String> {
    let content = match &options.json {
        Some(body) => Content::Body(media_of(&content), Body::from(body.to_string())),
        None => content,
    };
    if options.properties.is_empty() {
        return Ok(content);
    }
    let refused = || Err("has no properties: they are for a JSON object in memory".to_owned());
    match content {
        Content::None => with_properties(b"{}", &options.properties).map(|body| Content::Body(JSON.into(), body)),
        Content::Body(media, body) if is_json(&media) => match body.as_bytes().cloned() {
            Some(text) => with_properties(&text, &options.properties).map(|body| Content::Body(media, body)),
            None => refused(),
        },
        Content::Body(..) | Content::Multipart(..) => refused(),
    }
}

fn is_json(media: &str) -> bool {
    Family::of(media) == Family::Json
}

/// The media type of JSON in place of a body.
fn media_of(content: &Content) -> Cow<'static, str> {
    match content {
        Content::Body(media, _) if is_json(media) => media.clone(),
        Content::None | Content::Body(..) | Content::Multipart(..) => JSON.into(),
    }
}

/// An object with more properties. It is extended as text, so that its numbers keep their digits.
fn with_properties(object: &[u8], added: &[(String, Value)]) -> Result<Body, String> {
    let Ok(mut known) = serde_json::from_slice::<BTreeMap<String, IgnoredAny>>(object) else {
        return Err("has no properties: it is not a JSON object".to_owned());
    };
    let mut text = String::from_utf8_lossy(object).trim_end().to_owned();
    text.pop();
    for (name, value) in added {
        if !known.is_empty() {
            text.push(',');
        }
        if known.insert(name.clone(), IgnoredAny).is_some() {
            return Err(format!("has the property `{name}` already"));
        }
        text.push_str(&format!("{}:{value}", Value::from(name.as_str())));
    }
    text.push('}');
    Ok(Body::from(text))
}
