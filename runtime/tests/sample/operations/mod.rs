//! One module for each operation.

pub mod create_order;
pub mod get_pet;
pub mod get_photo;
pub mod initiate_session;
pub mod list_pets;
pub mod put_note;
pub mod update_pet;
pub mod upload_scan;
pub mod watch_events;
