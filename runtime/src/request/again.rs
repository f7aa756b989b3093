//! The same request once more.

use super::{Content, Request};

impl Request {
    /// A copy of a finished request; `None` if its body can be sent only once.
    pub(crate) fn again(&self) -> Option<Self> {
        let content = match &self.content {
            Content::None => Content::None,
            Content::Body(media, body) => Content::Body(media.clone(), body.try_clone()?),
            Content::Multipart(..) => return None,
        };
        Some(Self {
            target: self.target.clone(),
            headers: self.headers.clone(),
            content,
            method: self.method.clone(),
            violations: self.violations.clone(),
            unread: self.unread,
            operation: self.operation,
            ..Self::new(self.operation.operation)
        })
    }
}
