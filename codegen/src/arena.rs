//! Lists whose positions are ids of a type of their own, so that the index of one list is never taken for that of another.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// A position in an [`Arena`].
pub trait Id: Copy {
    /// The id of a position.
    fn from_index(index: usize) -> Self;

    /// The position, counted from 0.
    fn index(self) -> usize;
}

/// Declares an id: `id!(/// Index of a thing. ThingId);`.
macro_rules! id {
    ($(#[$docs:meta])* $name:ident) => {
        $(#[$docs])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The id of a position.
            pub fn from_index(index: usize) -> Self {
                // The nodes of a document are counted in 32 bits, and nothing is made of less than a node.
                $name(u32::try_from(index).unwrap_or(u32::MAX))
            }

            /// The position, counted from 0.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl $crate::arena::Id for $name {
            fn from_index(index: usize) -> Self {
                $name::from_index(index)
            }

            fn index(self) -> usize {
                $name::index(self)
            }
        }
    };
}
pub(crate) use id;

/// A list that only grows, so that an id which it gave stays valid.
#[derive(Clone, PartialEq)]
pub struct Arena<I, T> {
    items: Vec<T>,
    ids: PhantomData<I>,
}

impl<I: Id, T> Arena<I, T> {
    /// An empty list.
    pub fn new() -> Self {
        Arena::default()
    }

    /// Adds an item, and gives its id.
    pub fn push(&mut self, item: T) -> I {
        let id = self.next_id();
        self.items.push(item);
        id
    }

    /// The id that the next item will have.
    pub fn next_id(&self) -> I {
        I::from_index(self.items.len())
    }

    /// The number of items.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The item with an id, if this list gave it.
    pub fn get(&self, id: I) -> Option<&T> {
        self.items.get(id.index())
    }

    /// [`Arena::get`], to change it.
    pub fn get_mut(&mut self, id: I) -> Option<&mut T> {
        self.items.get_mut(id.index())
    }

    /// All items, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// [`Arena::iter`], to change them.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.items.iter_mut()
    }

    /// All items with their ids, in order.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator {
        let items = self.items.iter().enumerate();
        items.map(|(index, item)| (I::from_index(index), item))
    }

    /// All ids, in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + use<I, T> {
        (0..self.items.len()).map(I::from_index)
    }
}

impl<I, T> Default for Arena<I, T> {
    fn default() -> Self {
        Arena {
            items: Vec::new(),
            ids: PhantomData,
        }
    }
}

impl<I: Id, T> Index<I> for Arena<I, T> {
    type Output = T;

    fn index(&self, id: I) -> &T {
        &self.items[id.index()]
    }
}

impl<I: Id, T> IndexMut<I> for Arena<I, T> {
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.items[id.index()]
    }
}

impl<I, T> FromIterator<T> for Arena<I, T> {
    fn from_iter<A: IntoIterator<Item = T>>(items: A) -> Self {
        Arena {
            items: items.into_iter().collect(),
            ids: PhantomData,
        }
    }
}

impl<I, T> IntoIterator for Arena<I, T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<'a, I, T> IntoIterator for &'a Arena<I, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<'a, I, T> IntoIterator for &'a mut Arena<I, T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter_mut()
    }
}

impl<I, T: fmt::Debug> fmt::Debug for Arena<I, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.items).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::{Arena, Id};

    #[derive(Clone, Copy, Debug, PartialEq)]
    struct LetterId(usize);

    impl Id for LetterId {
        fn from_index(index: usize) -> Self {
            LetterId(index)
        }

        fn index(self) -> usize {
            self.0
        }
    }

    #[test]
    fn an_id_finds_what_it_was_given_for() {
        let mut letters: Arena<LetterId, char> = Arena::new();
        let first = letters.push('a');
        let next = letters.next_id();
        assert_eq!(next, letters.push('b'));
        letters[first] = 'c';
        let entries: Vec<_> = letters.entries().map(|(id, letter)| (id.index(), *letter)).collect();
        assert_eq!(entries, [(0, 'c'), (1, 'b')]);
        assert_eq!(letters.get(LetterId(2)), None);
        assert_eq!(letters.ids().len(), letters.len());
    }
}
