//! How much work queries make: a filter of filters walks the document for each part of the document.

use std::cell::Cell;

/// The steps that some queries may take together: nodes that are looked at, and tests of filters.
#[derive(Debug)]
pub struct Effort {
    left: Cell<usize>,
}

impl Effort {
    /// As many steps.
    pub fn new(steps: usize) -> Effort {
        Effort { left: Cell::new(steps) }
    }

    /// Takes steps; `false` if there are not as many left, now and from then on.
    pub fn take(&self, steps: usize) -> bool {
        self.left.set(self.left.get().saturating_sub(steps));
        !self.is_spent()
    }

    /// Whether a query has ended before it had looked at everything.
    pub fn is_spent(&self) -> bool {
        self.left.get() == 0
    }
}
