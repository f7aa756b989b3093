//! What is nearly always as usual takes one word where it is.
//!
//! A large document has tens of thousands of schemas, fields and uses of types, and few of them say anything of what they could: without
//! this, half of the memory of a generation held limits that nobody has set.

use std::fmt;
use std::ops::{Deref, DerefMut};

/// A value that is nearly always the usual one.
#[derive(Clone)]
pub struct Rare<T>(Option<Box<T>>);

/// Types with a usual value.
pub trait Usual: Default + PartialEq + 'static {
    /// Their default, which is there once.
    fn usual() -> &'static Self;
}

impl<T: Usual + fmt::Debug> fmt::Debug for Rare<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl<T> Default for Rare<T> {
    fn default() -> Rare<T> {
        Rare(None)
    }
}

impl<T: Usual> Deref for Rare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or_else(|| T::usual())
    }
}

impl<T: Usual> DerefMut for Rare<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

impl<T: Usual> From<T> for Rare<T> {
    fn from(value: T) -> Rare<T> {
        Rare((value != *T::usual()).then(|| Box::new(value)))
    }
}

impl<T: Usual> PartialEq for Rare<T> {
    fn eq(&self, other: &Rare<T>) -> bool {
        **self == **other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Debug, Default, PartialEq)]
    struct Limits([Option<u64>; 8]);

    impl Usual for Limits {
        fn usual() -> &'static Limits {
            &Limits([None; 8])
        }
    }

    #[test]
    fn the_usual_value_takes_no_memory_of_its_own() {
        let usual: Rare<Limits> = Limits::default().into();
        assert!(usual.0.is_none() && usual == Rare::default() && *usual == Limits::default());
        let mut other = usual.clone();
        if let Some(first) = DerefMut::deref_mut(&mut other).0.first_mut() {
            *first = Some(1);
        }
        assert!(other != usual && Rare::from((*other).clone()) == other);
        assert_eq!(size_of::<Rare<Limits>>(), size_of::<usize>());
    }
}
