//! Which properties and items a schema has evaluated, for `unevaluatedProperties` and `unevaluatedItems`
//! (JSON Schema Core 2020-12, section 11).

/// The annotations of one schema for one value.
#[derive(Default)]
pub(super) struct Seen<'v> {
    properties: Vec<&'v str>,
    /// All items before this index.
    items_before: usize,
    /// Single items after it.
    items: Vec<usize>,
}

impl<'v> Seen<'v> {
    pub(super) fn add_property(&mut self, name: &'v str) {
        self.properties.push(name);
    }

    pub(super) fn add_items_before(&mut self, index: usize) {
        self.items_before = self.items_before.max(index);
    }

    pub(super) fn add_item(&mut self, index: usize) {
        self.items.push(index);
    }

    /// Adds what another valid schema has seen of the same value.
    pub(super) fn merge(&mut self, other: Self) {
        self.properties.extend(other.properties);
        self.add_items_before(other.items_before);
        self.items.extend(other.items);
    }

    pub(super) fn has_property(&self, name: &str) -> bool {
        self.properties.contains(&name)
    }

    pub(super) fn has_item(&self, index: usize) -> bool {
        index < self.items_before || self.items.contains(&index)
    }
}
