//! The client of `tests/cases/ok/guide/pets.yaml`, under the name that it has in the guides.

pub use specwright_compiled::guide::pets::*;

// With the feature `signatures`, a package has these at its root.
pub use specwright_runtime::webhook::{Delivery, Encoding, Signature, WebhookError};
