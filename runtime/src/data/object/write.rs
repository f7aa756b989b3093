//! Writing objects: the shared half of every generated struct that is sent.

use std::cell::Cell;
use std::collections::BTreeMap;

use serde_core::ser::SerializeMap;
use serde_core::{Serialize, Serializer};

use super::beside::Beside;
use crate::data::field::Field;

thread_local! {
    /// Whether values are written into a request on this thread. Writing never waits, so nothing else runs meanwhile.
    static SENDING: Cell<bool> = const { Cell::new(false) };
}

fn sending() -> bool {
    SENDING.with(Cell::get)
}

/// Writes values into a request: read-only properties are left out.
pub(crate) fn while_sending<T>(write: impl FnOnce() -> T) -> T {
    /// Also when writing panics, the next value on this thread is not taken for a request.
    struct Restore(bool);
    impl Drop for Restore {
        fn drop(&mut self) {
            SENDING.with(|sending| sending.set(self.0));
        }
    }
    let _restore = Restore(SENDING.with(|sending| sending.replace(true)));
    write()
}

/// An object that is being written.
pub struct Properties<S: Serializer> {
    /// The first error is kept and returned at the end.
    map: Result<S::SerializeMap, S::Error>,
    beside: Beside,
}

impl<S: Serializer> Properties<S> {
    /// Begins an object.
    pub fn new(serializer: S) -> Self {
        Self {
            map: serializer.serialize_map(None),
            beside: Beside::default(),
        }
    }

    /// What is known beside the fields of the value that is written.
    pub fn keep(&mut self, beside: &Beside) {
        self.beside = beside.clone();
    }

    /// Writes a property.
    #[inline(never)]
    pub fn required<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        if let Ok(map) = &mut self.map
            && let Err(error) = map.serialize_entry(name, value)
        {
            self.map = Err(error);
        }
    }

    /// Writes a constant, or what the server sent in its place.
    #[inline(never)]
    pub fn constant<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        match self.beside.take_constant(name) {
            Some(other) => self.required(name, &other),
            None => self.required(name, value),
        }
    }

    /// Writes a property if it has a value.
    #[inline(never)]
    pub fn optional<T: Serialize>(&mut self, name: &str, value: &Option<T>) {
        if let Some(value) = value {
            self.required(name, value);
        }
    }

    /// Writes a read-only property if it has a value, unless the object is being sent: what the server sets is not sent
    /// back (OpenAPI 3.1 section 4.8.24.2).
    #[inline(never)]
    pub fn read_only<T: Serialize>(&mut self, name: &str, value: &Option<T>) {
        if !sending() {
            self.optional(name, value);
        }
    }

    /// Writes a read-only property that a request needs if it has a value; into a request only if the caller has set it. What was
    /// received is not sent back.
    #[inline(never)]
    pub fn read_only_required<T: Serialize>(&mut self, name: &str, value: &Option<T>) {
        if !sending() || self.beside.is_given(name) {
            self.optional(name, value);
        }
    }

    /// Writes a property of three states: not at all, as `null`, or with its value.
    #[inline(never)]
    pub fn field<T: Serialize>(&mut self, name: &str, value: &Field<T>) {
        match value {
            Field::Absent => {}
            Field::Null => self.required(name, &()),
            Field::Value(value) => self.required(name, value),
        }
    }

    /// Writes the additional properties, but none whose name is one of the `named`: no name is written twice.
    #[inline(never)]
    pub fn additional<T: Serialize>(&mut self, entries: &BTreeMap<String, T>, named: &[&str]) {
        for (name, value) in entries {
            if !named.contains(&name.as_str()) {
                self.required(name, value);
            }
        }
    }

    /// Ends the object.
    ///
    /// # Errors
    ///
    /// The first error since its beginning.
    pub fn end(self) -> Result<S::Ok, S::Error> {
        self.map?.end()
    }
}

/// How a property is written, by its kind.
pub mod put {
    use super::{Field, Properties};
    use serde_core::{Serialize, Serializer};

    /// See [`Properties::required`].
    pub fn required<T: Serialize, S: Serializer>(properties: &mut Properties<S>, name: &str, value: &T) {
        properties.required(name, value);
    }

    pub use self::required as nullable;

    /// See [`Properties::optional`].
    pub fn optional<T: Serialize, S: Serializer>(properties: &mut Properties<S>, name: &str, value: &Option<T>) {
        properties.optional(name, value);
    }

    /// See [`Properties::read_only`].
    pub fn read_only<T: Serialize, S: Serializer>(properties: &mut Properties<S>, name: &str, value: &Option<T>) {
        properties.read_only(name, value);
    }

    /// See [`Properties::read_only_required`].
    pub fn read_only_required<T: Serialize, S: Serializer>(p: &mut Properties<S>, name: &str, value: &Option<T>) {
        p.read_only_required(name, value);
    }

    /// See [`Properties::field`].
    pub fn three_state<T: Serialize, S: Serializer>(properties: &mut Properties<S>, name: &str, value: &Field<T>) {
        properties.field(name, value);
    }
}

/// The writing half of [`object!`](crate::__object).
#[doc(hidden)]
#[macro_export]
macro_rules! __write_object {
    ($name:ident [$($beside:ident)?] {
        $($first:literal = $first_value:expr,)*
        $(
            $field:ident: $kind:ident $($by:ident)? $wire:literal $(if $feature:literal)?,
            $($constant:literal = $value:expr,)*
        )*
        ..$rest:ident: rest $($rest_integer:ident)?,
    }) => {
        impl $crate::v1::Serialize for $name {
            fn serialize<S: $crate::v1::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                let mut properties = $crate::v1::Properties::new(serializer);
                $(properties.keep(&self.$beside);)?
                $(properties.constant($first, $first_value);)*
                $(
                    $(#[cfg(feature = $feature)])?
                    $crate::v1::put::$kind(&mut properties, $wire, &self.$field);
                    $(properties.constant($constant, $value);)*
                )*
                properties.additional(&self.$rest, &[$($first,)* $($wire, $($constant,)*)*]);
                properties.end()
            }
        }
    };
    ($name:ident [$($beside:ident)?] {
        $($first:literal = $first_value:expr,)*
        $(
            $field:ident: $kind:ident $($by:ident)? $wire:literal $(if $feature:literal)?,
            $($constant:literal = $value:expr,)*
        )*
    }) => {
        impl $crate::v1::Serialize for $name {
            #[allow(unused_mut, reason = "there may be no properties")]
            fn serialize<S: $crate::v1::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                let mut properties = $crate::v1::Properties::new(serializer);
                $(properties.keep(&self.$beside);)?
                $(properties.constant($first, $first_value);)*
                $(
                    $(#[cfg(feature = $feature)])?
                    $crate::v1::put::$kind(&mut properties, $wire, &self.$field);
                    $(properties.constant($constant, $value);)*
                )*
                properties.end()
            }
        }
    };
}
