//! What the bodies of an operation's failures share: properties that can be asked for whatever the status is.

use crate::data::field::Field;
use crate::data::unix_time::{UnixMillis, UnixTime};

/// A scalar property, as it is given out: strings by reference, everything else by value.
pub trait Scalar {
    /// What is given out.
    type Given<'a>
    where
        Self: 'a;

    /// The value, if there is one.
    fn given(&self) -> Option<Self::Given<'_>>;
}

impl Scalar for String {
    type Given<'a> = &'a str;

    fn given(&self) -> Option<&str> {
        Some(self)
    }
}

impl<T: Scalar> Scalar for Option<T> {
    type Given<'a>
        = T::Given<'a>
    where
        T: 'a;

    fn given(&self) -> Option<T::Given<'_>> {
        self.as_ref().and_then(T::given)
    }
}

impl<T: Scalar> Scalar for Field<T> {
    type Given<'a>
        = T::Given<'a>
    where
        T: 'a;

    fn given(&self) -> Option<T::Given<'_>> {
        self.value().and_then(T::given)
    }
}

macro_rules! by_value {
    ($($ty:ty),*) => {
        $(impl Scalar for $ty {
            type Given<'a> = $ty;

            fn given(&self) -> Option<$ty> {
                Some(*self)
            }
        })*
    };
}

by_value!(bool, i32, i64, u32, u64, i128, f32, f64, UnixTime, UnixMillis);

/// Methods that read properties of the bodies of some variants.
///
/// ```
/// use specwright_runtime::v1;
///
/// struct Problem { code: i64, message: Option<String> }
/// enum Failure { BadRequest(Problem), NotFound(Problem), Unauthorized }
/// v1::shared!(Failure => code(i64), message(str) in BadRequest | NotFound);
///
/// let failure = Failure::NotFound(Problem { code: 7, message: Some("gone".to_owned()) });
/// assert_eq!((failure.code(), failure.message()), (Some(7), Some("gone")));
/// assert_eq!(Failure::Unauthorized.code(), None);
/// # let _ = Failure::BadRequest;
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __shared {
    ($failure:ident => $($property:ident($ty:tt)),+ in $($variants:tt)+) => {
        $crate::v1::shared!(@each $failure, [$($variants)+] $($property $ty)+);
    };
    (@each $failure:ident, $variants:tt $($property:ident $ty:tt)+) => {
        impl $failure {
            $($crate::v1::shared!(@one $variants $property $ty);)+
        }
    };
    (@one $variants:tt $property:ident str) => {
        $crate::v1::shared!(@one $variants $property (&str));
    };
    (@one [$($variant:ident)|+] $property:ident $ty:tt) => {
        #[doc = ::std::concat!("`", ::std::stringify!($property), "` of the body, if it has one.")]
        pub fn $property(&self) -> ::std::option::Option<$ty> {
            #[allow(unreachable_patterns, reason = "the last arm is for variants without the property, if there are any")]
            match self {
                $(Self::$variant(body) => $crate::v1::Scalar::given(&body.$property),)+
                _ => ::std::option::Option::None,
            }
        }
    };
}
