//! What names an item of the representation: indices that cannot be mixed up, and the key of a response.

use crate::arena::id;

id!(
    /// Index in [`Api::types`](super::Api::types).
    TypeId
);

id!(
    /// Index in [`Api::assertions`](super::Api::assertions).
    AssertionId
);

id!(
    /// Index in [`Api::operations`](super::Api::operations).
    OperationId
);

id!(
    /// Index in [`Api::events`](super::Api::events).
    EventId
);

/// A status or a range of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// One code.
    Code(u16),
    /// `1XX` to `5XX`: the hundreds.
    Range(u8),
    /// `default`: every status that is not documented.
    Default,
}
