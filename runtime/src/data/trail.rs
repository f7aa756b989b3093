//! Where a reader failed, as far as only the readers know it: which levels are properties of a struct, and the way into a
//! union, which is read from a tree and so has no position in the text.
//!
//! Recorded on the way out of a failed reading, and only while a body is repaired: a reading that succeeds pays nothing.

use std::cell::{Cell, RefCell};

/// One level that a failure passed on its way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// The property of a struct.
    Property,
    /// A key of an object within a union.
    Key(String),
    /// An item of an array within a union.
    Item(usize),
    /// A union.
    Union,
}

thread_local! {
    /// Whether a variant that does not read is a failure, since it will be repaired.
    static STRICT: Cell<bool> = const { Cell::new(false) };
    static TRAIL: RefCell<Option<Vec<Step>>> = const { RefCell::new(None) };
}

/// The key of the object in which a body that is being repaired keeps the value of a union's `Unknown` variant.
pub(crate) const UNKNOWN: &str = "\u{1}specwright:unknown";

/// Runs `read`; meanwhile a union whose variant does not read is a failure. At all other times it is its `Unknown` variant,
/// if it has one.
pub(crate) fn strictly<T>(read: impl FnOnce() -> T) -> T {
    /// Also when reading panics, later readings on this thread are not affected.
    struct Restore(bool);
    impl Drop for Restore {
        fn drop(&mut self) {
            STRICT.set(self.0);
        }
    }
    let _restore = Restore(STRICT.replace(true));
    read()
}

/// Whether a variant that does not read is a failure.
pub(crate) fn is_strict() -> bool {
    STRICT.get()
}

/// Runs `read` and returns the levels that its failure passed, the innermost first.
pub(crate) fn record<T>(read: impl FnOnce() -> T) -> (T, Vec<Step>) {
    /// Also when reading panics, later readings on this thread are not recorded.
    struct Stop;
    impl Drop for Stop {
        fn drop(&mut self) {
            TRAIL.with_borrow_mut(|trail| *trail = None);
        }
    }
    let _stop = Stop;
    TRAIL.with_borrow_mut(|trail| *trail = Some(Vec::new()));
    let result = strictly(read);
    (result, take())
}

/// Takes the levels that were passed so far.
pub(crate) fn take() -> Vec<Step> {
    TRAIL.with_borrow_mut(|trail| trail.as_mut().map(std::mem::take).unwrap_or_default())
}

/// Puts back what was taken, in place of what was passed since.
pub(crate) fn put_back(steps: Vec<Step>) {
    TRAIL.with_borrow_mut(|trail| {
        if let Some(trail) = trail {
            *trail = steps;
        }
    });
}

/// A failure passes a level.
#[cold]
#[inline(never)]
pub(crate) fn pass(step: impl FnOnce() -> Step) {
    TRAIL.with_borrow_mut(|trail| {
        if let Some(trail) = trail {
            trail.push(step());
        }
    });
}

/// A failure passes a property of a struct.
#[cold]
pub(crate) fn property<E>(error: E) -> E {
    pass(|| Step::Property);
    error
}

/// Whether a body is being repaired.
pub(crate) fn is_recorded() -> bool {
    TRAIL.with_borrow(Option::is_some)
}
