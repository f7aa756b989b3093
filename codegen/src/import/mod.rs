//! From files to a tree: finds the document in a JSON or YAML file or a Markdown page, and reads the files that it refers to.
//! Several pages of one API become one document.

mod file;
mod follow;
mod format;
mod input;
mod load;
pub mod markdown;
mod pages;

pub use follow::{Locations, follow};
pub use input::{Input, document, loader_beside};
pub use load::{files_read, load, load_text, read, read_named, read_text};
pub use pages::import;
