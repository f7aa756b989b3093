//! How much work the unions of one value may take together.
//!
//! A union tries its variants one after the other, and so does every union inside it: a value of depth `n` that fails at its end would
//! be tried 2ⁿ times. An attempt that failed costs as much as the value it was made on, and all attempts within the outermost union
//! may cost a fixed multiple of the outermost value. Values that read do not come near it. Beyond it only the best variant of each
//! union is tried, so that time grows with the data and not with the types.

use std::cell::Cell;

use crate::data::tree::Tree;

/// How often each part of a value may be part of an attempt that fails.
const ATTEMPTS: usize = 256;

thread_local! {
    /// What is left; `None` outside of all unions.
    static LEFT: Cell<Option<usize>> = const { Cell::new(None) };
}

/// Ends the outermost union, also when reading panics.
pub(super) struct Effort {
    outermost: bool,
}

impl Drop for Effort {
    fn drop(&mut self) {
        if self.outermost {
            LEFT.set(None);
        }
    }
}

/// Begins a union, which is inside another one or the outermost.
pub(super) fn begin(value: &Tree<'_>) -> Effort {
    let outermost = LEFT.get().is_none();
    if outermost {
        LEFT.set(Some(value.size().saturating_mul(ATTEMPTS)));
    }
    Effort { outermost }
}

/// Counts an attempt that failed. Whether another one may be made.
#[cold]
pub(super) fn spend(value: &Tree<'_>) -> bool {
    let left = LEFT.get().unwrap_or(0).saturating_sub(value.size());
    LEFT.set(Some(left));
    left > 0
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use serde_json::{Value, json};

    use crate::data::trail;
    use crate::v1;

    #[derive(Debug)]
    struct Weighed {
        left: Branch,
        tag: Option<i64>,
    }

    #[derive(Debug)]
    struct Named {
        left: Branch,
        tag: Option<String>,
    }

    #[derive(Debug)]
    enum Branch {
        Weighed(Box<Weighed>),
        Named(Box<Named>),
        Leaf(i64),
        Unknown(Value),
    }

    v1::object!(both Weighed listed {
        left: required "left",
        tag: optional integer "tag",
    });

    v1::object!(both Named listed {
        left: required "left",
        tag: optional "tag",
    });

    v1::union!(both Branch {
        Weighed: object if v1::Is::object().required(&["left"]),
        Named: object if v1::Is::object().required(&["left"]),
        Leaf: integer if v1::Is::of(v1::Types::INTEGER),
        _ => Unknown,
    });

    fn chain(depth: usize, end: Value) -> Value {
        (0..depth).fold(end, |left, _| json!({"left": left}))
    }

    #[test]
    fn a_value_that_fails_at_its_end_is_not_tried_again_for_each_way_to_it() {
        let unreadable = json!({"left": 1, "tag": [1]});
        let started = Instant::now();
        let read = trail::strictly(|| serde_json::from_value::<Branch>(chain(60, unreadable)));
        assert!(read.is_err(), "{read:?}");
        assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
    }

    #[test]
    fn a_value_whose_second_variant_is_meant_at_each_level_is_read() {
        let value = (0..8).fold(json!(1), |left, _| json!({"left": left, "tag": "named"}));
        let mut read = trail::strictly(|| serde_json::from_value::<Branch>(value)).expect("readable");
        let mut depth = 0;
        while let Branch::Named(named) = read {
            assert!(named.tag.is_some());
            read = named.left;
            depth += 1;
        }
        assert_eq!(depth, 8);
        assert!(matches!(read, Branch::Leaf(1)), "{read:?}");
        let weighed = serde_json::from_value(json!({"left": 1, "tag": 2}));
        assert!(matches!(weighed, Ok(Branch::Weighed(weighed)) if weighed.tag == Some(2)));
    }
}
