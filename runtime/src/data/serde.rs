//! `Serialize` and `Deserialize` of generated types, each in the directions in which the type travels.
//!
//! A type that is only received is read, one that is only sent is written. The other direction is for people who keep
//! responses or read requests from files; it is behind the cargo feature `serde-all` of the *generated* crate.

/// Compiles reading and writing by the direction in which a type travels: `received`, `sent` or `both`.
#[doc(hidden)]
#[macro_export]
macro_rules! __directed {
    (both { $($read:tt)* } { $($write:tt)* }) => {
        $($read)*
        $($write)*
    };
    (received { $($read:tt)* } { $($write:tt)* }) => {
        $($read)*
        #[cfg(feature = "serde-all")]
        $crate::__items! { $($write)* }
    };
    (sent { $($read:tt)* } { $($write:tt)* }) => {
        #[cfg(feature = "serde-all")]
        $crate::__items! { $($read)* }
        $($write)*
    };
}

/// Items as they are: what is not compiled is not expanded either.
#[doc(hidden)]
#[macro_export]
macro_rules! __items {
    ($($items:tt)*) => { $($items)* };
}

/// Implements `Deserialize` by one of the readers of `v1`.
#[doc(hidden)]
#[macro_export]
macro_rules! __deserialize {
    ($name:ty => strict text) => {
        $crate::__deserialize!($name => strict_text);
    };
    ($name:ty => $reader:ident) => {
        impl<'de> $crate::v1::serde_core::Deserialize<'de> for $name {
            fn deserialize<D: $crate::v1::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::v1::readers::$reader(deserializer)
            }
        }
    };
}

/// Implements `Serialize` by one of the writers of `v1`.
#[doc(hidden)]
#[macro_export]
macro_rules! __serialize {
    ($name:ty => $writer:ident) => {
        impl $crate::v1::serde_core::Serialize for $name {
            fn serialize<S: $crate::v1::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::v1::writers::$writer(self, serializer)
            }
        }
    };
}
