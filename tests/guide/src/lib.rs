//! The client of `tests/cases/ok/guide/pets.yaml`, under the name that it has in the guides.

pub use specwright_compiled::guide::pets::*;
