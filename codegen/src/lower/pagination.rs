//! How results that come in pages go on: declared in the settings or by known extensions.

use super::Lower;
use crate::ir::{Pagination, Param};
use crate::openapi::document::Operation;

impl Lower<'_> {
    pub(super) fn pagination(&mut self, operation: &Operation, params: &[Param]) -> Option<Pagination> {
        let _ = params;
        let key = format!("{} {}", operation.method, operation.path);
        let settings = &self.config.pagination;
        let own = operation
            .id
            .as_deref()
            .and_then(|id| settings.get(id))
            .or_else(|| settings.get(&key));
        own.map(|located| located.value.clone())
    }
}
