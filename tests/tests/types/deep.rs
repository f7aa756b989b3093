//! Types that lead to each other over as many levels as the compiler follows by itself, in a crate that says nothing of that: this one. And types that nothing reaches.

use specwright_compiled::operations::kept::types::EventOpened;
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

#[test]
fn what_the_settings_keep_is_read_and_written() -> Result<(), serde_json::Error> {
    let text = r#"{"kind":"opened","of":{"id":7}}"#;
    let event: EventOpened = serde_json::from_str(text)?;
    assert_eq!(event.of.as_ref().map(|subject| subject.id), Some(7));
    assert_eq!(serde_json::to_string(&event)?, text);
    Ok(())
}
