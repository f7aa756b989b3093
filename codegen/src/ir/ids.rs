//! What names an item of the representation: indices that cannot be mixed up, the key of a response, the place of a parameter.

/// Index of a [`TypeDef`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub u32);

impl TypeId {
    /// The index in [`Api::types`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Index of an [`Assertion`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AssertionId(pub u32);

impl AssertionId {
    /// The index in [`Api::assertions`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Index of an [`Operation`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OperationId(pub u32);

impl OperationId {
    /// The index in [`Api::operations`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Index of an [`Event`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub u32);

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
