//! `x-webhook-signature`: how a server signs what it sends by itself. The standard has no word for it, so that overlays say it.

use super::Reader;
use crate::diag::{Hint, Problem};
use crate::text::is_field_name;
use crate::tree::{NodeId, Value};
use std::rc::Rc;
use std::sync::Arc;

const EXTENSION: &str = "x-webhook-signature";

/// What an extension can say.
const KEYS: &[&str] = &[
    "algorithm",
    "content",
    "encoding",
    "header",
    "idHeader",
    "prefix",
    "secret",
    "separator",
    "timestampHeader",
    "timestampItem",
    "tolerance",
];

/// The longest time, in seconds, that a delivery may take: a year. Whoever wants more wants none.
const MAX_TOLERANCE: u64 = 31_536_000;

/// How deliveries are signed.
#[derive(Debug)]
pub struct Signature {
    /// The extension.
    pub node: NodeId,
    /// The header with the signatures.
    pub header: Arc<str>,
    /// What a signature begins with.
    pub prefix: Option<Arc<str>>,
    /// What is between signatures.
    pub separator: Option<char>,
    /// Whether a signature is Base64; otherwise its digits are hexadecimal.
    pub is_base64: bool,
    /// What is signed.
    pub content: Option<Arc<str>>,
    /// The header with the id of a delivery.
    pub id_header: Option<Arc<str>>,
    /// The header with the time of a delivery.
    pub timestamp_header: Option<Arc<str>>,
    /// What the time begins with as an item of the header with the signatures.
    pub timestamp_item: Option<Arc<str>>,
    /// How far the time may be from now, in seconds.
    pub tolerance: Option<u64>,
    /// Whether secrets are Base64.
    pub is_secret_base64: bool,
}

/// What is said of the signature of a webhook.
#[derive(Clone, Debug, Default)]
pub enum Signed {
    /// Nothing: what the document says for all of them.
    #[default]
    Unsaid,
    /// `false`: it is not signed, or what was said cannot be used.
    Never,
    /// It is signed.
    By(Rc<Signature>),
}

impl Signed {
    /// Whether something is said.
    pub fn is_said(&self) -> bool {
        match self {
            Signed::Unsaid => false,
            Signed::Never | Signed::By(_) => true,
        }
    }
}

impl Reader<'_, '_> {
    /// What an object says of signatures: the document for all webhooks, an operation for itself.
    pub(super) fn signed(&mut self, object: NodeId) -> Signed {
        let Some(node) = self.tree.get(object, EXTENSION) else {
            return Signed::Unsaid;
        };
        let signature = match self.tree.value(node) {
            Value::Bool(false) => return Signed::Never,
            Value::String(text) if &**text == "standard" => Ok(standard(node)),
            Value::Object(_) => self.signature(node),
            Value::Null | Value::Bool(true) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
                Err((node, "it is neither an object nor `standard` nor `false`".to_owned()))
            }
        };
        match signature {
            Ok(signature) => Signed::By(Rc::new(signature)),
            Err((place, reason)) => {
                self.report(place, Problem::UnusableSignature { reason });
                Signed::Never
            }
        }
    }

    fn signature(&mut self, node: NodeId) -> Result<Signature, (NodeId, String)> {
        self.known(node, EXTENSION, KEYS);
        self.one_of(node, "algorithm", &["hmac-sha256"])?;
        let header = self.field_name(node, "header")?;
        let signature = Signature {
            node,
            header: header.ok_or_else(|| {
                (
                    node,
                    "it does not name the header of the signature as `header`".to_owned(),
                )
            })?,
            prefix: self.characters(node, "prefix")?,
            separator: self.separator(node)?,
            is_base64: self.one_of(node, "encoding", &["hex", "base64"])? == Some("base64"),
            content: self.characters(node, "content")?,
            id_header: self.field_name(node, "idHeader")?,
            timestamp_header: self.field_name(node, "timestampHeader")?,
            timestamp_item: self.characters(node, "timestampItem")?,
            tolerance: self.tolerance(node)?,
            is_secret_base64: self.one_of(node, "secret", &["text", "base64"])? == Some("base64"),
        };
        match signature.fault() {
            None => Ok(signature),
            Some((key, reason)) => Err((self.tree.get(node, key).unwrap_or(node), reason)),
        }
    }

    fn characters(&mut self, node: NodeId, key: &str) -> Result<Option<Arc<str>>, (NodeId, String)> {
        let Some(place) = self.tree.get(node, key) else {
            return Ok(None);
        };
        match self.tree.value(place) {
            Value::String(text) if !text.is_empty() => Ok(Some(Arc::clone(text))),
            _ => Err((place, format!("`{key}` is not a string with characters"))),
        }
    }

    /// The name of a header.
    fn field_name(&mut self, node: NodeId, key: &str) -> Result<Option<Arc<str>>, (NodeId, String)> {
        let name = self.characters(node, key)?;
        match name {
            Some(name) if !is_field_name(&name) => {
                let place = self.tree.get(node, key).unwrap_or(node);
                Err((place, format!("`{key}` is not the name of a header")))
            }
            name => Ok(name),
        }
    }

    fn one_of(
        &mut self,
        node: NodeId,
        key: &str,
        words: &[&'static str],
    ) -> Result<Option<&'static str>, (NodeId, String)> {
        let Some(text) = self.characters(node, key)? else {
            return Ok(None);
        };
        match words.iter().find(|word| **word == &*text) {
            Some(word) => Ok(Some(*word)),
            None => {
                let hint = Hint::new(&text, words.iter().copied());
                let meant = hint.name().map(|name| format!(": `{name}` is")).unwrap_or_default();
                let place = self.tree.get(node, key).unwrap_or(node);
                Err((
                    place,
                    format!("`{text}` is not a value of `{key}` that is known{meant}"),
                ))
            }
        }
    }

    fn separator(&mut self, node: NodeId) -> Result<Option<char>, (NodeId, String)> {
        let Some(text) = self.characters(node, "separator")? else {
            return Ok(None);
        };
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (Some(one), None) => Ok(Some(one)),
            _ => {
                let place = self.tree.get(node, "separator").unwrap_or(node);
                Err((place, "`separator` is not a single character".to_owned()))
            }
        }
    }

    fn tolerance(&mut self, node: NodeId) -> Result<Option<u64>, (NodeId, String)> {
        let Some(place) = self.tree.get(node, "tolerance") else {
            return Ok(None);
        };
        let seconds = match self.tree.value(place) {
            Value::Number(number) => number.as_i128().and_then(|number| u64::try_from(number).ok()),
            Value::Null | Value::Bool(_) | Value::String(_) | Value::Array(_) | Value::Object(_) => None,
        };
        match seconds {
            Some(seconds @ 1..=MAX_TOLERANCE) => Ok(Some(seconds)),
            _ => Err((place, "`tolerance` is not a number of seconds up to a year".to_owned())),
        }
    }
}

impl Signature {
    /// What the parts say together: the body must be signed, and what is believed must be signed too.
    fn fault(&self) -> Option<(&'static str, String)> {
        let content = self.content.as_deref().unwrap_or("{body}");
        let time = [
            ("timestampHeader", &self.timestamp_header),
            ("timestampItem", &self.timestamp_item),
        ];
        let [header, item] = time.map(|(key, source)| source.as_ref().map(|_| key));
        if header.is_some() && item.is_some() {
            return Some(("timestampItem", "the time has two places".to_owned()));
        }
        let id = self.id_header.as_ref().map(|_| "idHeader");
        for (name, source) in [("{timestamp}", header.or(item)), ("{id}", id)] {
            match (content.contains(name), source) {
                (true, None) => {
                    let words = match name {
                        "{id}" => "`idHeader`",
                        _ => "`timestampHeader` or `timestampItem`",
                    };
                    return Some((
                        "content",
                        format!("`content` has `{name}`, and no {words} says where it is"),
                    ));
                }
                // Anybody can change what is not signed.
                (false, Some(key)) => {
                    return Some((
                        key,
                        format!("`content` does not have `{name}`, so `{key}` is not signed"),
                    ));
                }
                (true, Some(_)) | (false, None) => {}
            }
        }
        if self.tolerance.is_some() && header.or(item).is_none() {
            return Some(("tolerance", "`tolerance` is of a time, and none is signed".to_owned()));
        }
        let is_signed = content.contains("{body}");
        (!is_signed).then(|| {
            (
                "content",
                "`content` does not have `{body}`, so the body is not signed".to_owned(),
            )
        })
    }
}

/// Standard Webhooks 1.0.
fn standard(node: NodeId) -> Signature {
    let text = |text: &str| Some(Arc::from(text));
    Signature {
        node,
        header: Arc::from("webhook-signature"),
        prefix: text("v1,"),
        separator: Some(' '),
        is_base64: true,
        content: text("{id}.{timestamp}.{body}"),
        id_header: text("webhook-id"),
        timestamp_header: text("webhook-timestamp"),
        timestamp_item: None,
        tolerance: None,
        is_secret_base64: true,
    }
}
