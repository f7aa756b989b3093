//! Encoding and decoding, one module for each operation.

pub(crate) mod create_order;
pub(crate) mod get_pet;
pub(crate) mod get_photo;
pub(crate) mod initiate_session;
pub(crate) mod list_pets;
pub(crate) mod put_note;
pub(crate) mod update_pet;
pub(crate) mod upload_scan;
pub(crate) mod watch_events;
