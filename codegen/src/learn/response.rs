//! What was received, as far as it can contradict a document: status, media type and shape.

use super::shape::Shape;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Responses, each with how often it was seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Responses {
    pub(super) counts: BTreeMap<Response, usize>,
    /// Lines or entries that say nothing of a response, such as requests that failed.
    pub(super) without: usize,
}

impl Responses {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.counts.values().sum()
    }

    /// How many requests of the recordings have no response.
    pub fn without(&self) -> usize {
        self.without
    }

    pub(super) fn add(&mut self, response: Response) {
        *self.counts.entry(response).or_default() += 1;
    }
}

/// A response.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Response {
    pub(super) of: Of,
    pub(super) body: Body,
}

/// What it is a response to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Of {
    /// A request of a generated client, which knows the path as the document writes it.
    Template { method: String, path: String, status: u16 },
    /// A request of any program: the path of its URL.
    Url { method: String, path: String, status: u16 },
    /// An example of the document: the pointer of its Media Type Object.
    Example(String),
}

/// The body of a response.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Body {
    /// There is none.
    Empty,
    /// Anything but JSON, or more than was recorded.
    Opaque { media: Option<Arc<str>> },
    /// JSON.
    Json { media: Option<Arc<str>>, shape: Shape },
}

impl Body {
    pub(super) fn media(&self) -> Option<&str> {
        match self {
            Body::Empty => None,
            Body::Opaque { media } | Body::Json { media, .. } => media.as_deref(),
        }
    }
}

/// A media type without its parameters, in lower case.
pub(super) fn essence(media: &str) -> Option<Arc<str>> {
    let essence = crate::text::essence(media);
    (!essence.is_empty()).then(|| essence.into())
}
