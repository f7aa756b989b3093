//! The places of properties by their kind, which generated code names: empty before an object is read, filled after it.

/// Empty places, by the kind of the property.
pub mod empty {
    use std::collections::BTreeMap;

    use crate::data::field::Field;
    use crate::data::object::read::{Held, Required, Rest};

    /// See `Required`.
    pub const fn required<T>() -> Required<T> {
        Required::Missing
    }

    /// See [`Held`].
    pub const fn optional<T>() -> Held<Option<T>> {
        Held(None)
    }

    pub use self::{optional as nullable, optional as read_only, optional as read_only_required};

    /// See [`Held`].
    pub const fn three_state<T>() -> Held<Field<T>> {
        Held(Field::Absent)
    }

    /// See `Rest`.
    pub const fn rest<T>() -> Rest<T> {
        Rest(BTreeMap::new())
    }

    /// The same for values of any type.
    pub mod any {
        use crate::data::object::read::HeldAny;

        /// See [`HeldAny`].
        pub const fn optional() -> HeldAny {
            HeldAny(None)
        }
    }

    /// The same for integers, and for what is made of integers.
    pub mod integer {
        use std::collections::BTreeMap;

        use crate::data::field::Field;
        use crate::data::object::read::{HeldInteger, RequiredInteger, RestInteger};

        /// See `RequiredInteger`.
        pub const fn required<T>() -> RequiredInteger<T> {
            RequiredInteger::Missing
        }

        /// See [`HeldInteger`].
        pub const fn optional<T>() -> HeldInteger<Option<T>> {
            HeldInteger(None)
        }

        pub use self::{optional as nullable, optional as read_only, optional as read_only_required};

        /// See [`HeldInteger`].
        pub const fn three_state<T>() -> HeldInteger<Field<T>> {
            HeldInteger(Field::Absent)
        }

        /// See `RestInteger`.
        pub const fn rest<T>() -> RestInteger<T> {
            RestInteger(BTreeMap::new())
        }
    }
}

/// Patterns of places that have what they need, by the kind of the property.
pub mod filled {
    pub use crate::data::object::read::Held as nullable;
    pub use crate::data::object::read::Held as optional;
    pub use crate::data::object::read::Held as read_only;
    pub use crate::data::object::read::Held as read_only_required;
    pub use crate::data::object::read::Held as three_state;
    pub use crate::data::object::read::Required::Filled as required;

    /// The same for values of any type.
    pub mod any {
        pub use crate::data::object::read::HeldAny as optional;
    }

    /// The same for integers, and for what is made of integers.
    pub mod integer {
        pub use crate::data::object::read::HeldInteger as nullable;
        pub use crate::data::object::read::HeldInteger as optional;
        pub use crate::data::object::read::HeldInteger as read_only;
        pub use crate::data::object::read::HeldInteger as read_only_required;
        pub use crate::data::object::read::HeldInteger as three_state;
        pub use crate::data::object::read::RequiredInteger::Filled as required;
    }
}
