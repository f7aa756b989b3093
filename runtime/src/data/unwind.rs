//! Types that say themselves that a panic does not harm them.

/// Says that a generated type is safe across a panic: it is plain data, and the compiler would have to follow it to more types than it
/// does (`recursion_limit`).
#[doc(hidden)]
#[macro_export]
macro_rules! __unwind_safe {
    ($name:ty) => {
        impl ::std::panic::UnwindSafe for $name {}
        impl ::std::panic::RefUnwindSafe for $name {}
    };
}
