//! How much of a value a reading left aside: values that are not listed, values of no variant, and properties without a field.
//!
//! Of variants that fit equally well, the one that leaves least aside is meant. What is inside a list or a property shows only there.

use std::cell::Cell;

thread_local! {
    static LOST: Cell<usize> = const { Cell::new(0) };
}

/// Counts what the reading that is under way left aside.
pub(crate) fn add(parts: usize) {
    LOST.set(LOST.get().wrapping_add(parts));
}

/// Counts a value that is kept although it is not listed.
pub(crate) fn unlisted<T>(value: T) -> T {
    add(1);
    value
}

/// Runs `read` and says what it left aside, which does not count for the reading around it.
pub(super) fn of<T>(read: impl FnOnce() -> T) -> (T, usize) {
    let before = LOST.replace(0);
    let result = read();
    (result, LOST.replace(before))
}
