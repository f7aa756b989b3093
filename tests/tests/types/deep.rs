//! Types that lead to each other over as many levels as the compiler follows by itself, in a crate that says nothing of that: this one.

use specwright_compiled::recursion::long_circle::types::Link1;
use std::panic::{RefUnwindSafe, UnwindSafe};

#[test]
fn a_long_circle_goes_to_other_threads_and_behind_panics() {
    fn asked<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>(value: T) -> T {
        value
    }
    let link = asked(Link1::default());
    let there = std::thread::spawn(move || std::panic::catch_unwind(|| link.clone().next.is_none()));
    assert!(matches!(there.join(), Ok(Ok(true))));
}
