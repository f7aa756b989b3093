//! What names an item of the representation: indices that cannot be mixed up, the key of a response, the place of a parameter.

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

impl Status {
    /// Whether it is one from 200 to 299, whatever comes (RFC 9110 section 15.3).
    pub fn is_success(self) -> bool {
        match self {
            Self::Code(code) => code / 100 == 2,
            Self::Range(hundreds) => hundreds == 2,
            Self::Default => false,
        }
    }
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParamLocation {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// The whole query (3.2).
    QueryString,
    /// In a header.
    Header,
    /// In a cookie.
    Cookie,
}

impl ParamLocation {
    /// The word for it in `surface.json` and `names.toml`.
    pub const fn as_str(self) -> &'static str {
        match self {
            ParamLocation::Path => "path",
            ParamLocation::Query => "query",
            ParamLocation::QueryString => "query string",
            ParamLocation::Header => "header",
            ParamLocation::Cookie => "cookie",
        }
    }
}
