//! The one place that says where values must be able to cross threads.
//!
//! On `wasm32` the browser's types cannot, and there is nothing to cross; everywhere else futures, streams and
//! transports are `Send`.

use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;

/// An error of any kind, as a cause.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

#[cfg(not(target_arch = "wasm32"))]
mod bounds {
    /// `Send`, except on `wasm32`.
    pub trait MaybeSend: Send {}
    impl<T: Send + ?Sized> MaybeSend for T {}

    /// `Sync`, except on `wasm32`.
    pub trait MaybeSync: Sync {}
    impl<T: Sync + ?Sized> MaybeSync for T {}

    /// A boxed future.
    pub type BoxFuture<'a, T> = std::pin::Pin<Box<dyn Future<Output = T> + Send + 'a>>;

    pub(crate) type DynStream<T> = dyn futures_core::Stream<Item = T> + Send;
    pub(crate) type DynOpen = dyn Fn() -> std::io::Result<super::ByteChunks> + Send + Sync;
}

#[cfg(target_arch = "wasm32")]
mod bounds {
    /// `Send`, except on `wasm32`.
    pub trait MaybeSend {}
    impl<T: ?Sized> MaybeSend for T {}

    /// `Sync`, except on `wasm32`.
    pub trait MaybeSync {}
    impl<T: ?Sized> MaybeSync for T {}

    /// A boxed future.
    pub type BoxFuture<'a, T> = std::pin::Pin<Box<dyn Future<Output = T> + 'a>>;

    pub(crate) type DynStream<T> = dyn futures_core::Stream<Item = T>;
    pub(crate) type DynOpen = dyn Fn() -> std::io::Result<super::ByteChunks>;
}

pub use bounds::{BoxFuture, MaybeSend, MaybeSync};
pub(crate) use bounds::{DynOpen, DynStream};

/// The pieces of a body as they come.
pub(crate) type ByteChunks = Pin<Box<DynStream<Result<Bytes, BoxError>>>>;

/// Makes the stream of a body that can be sent more than once.
pub(crate) type Open = Arc<DynOpen>;
