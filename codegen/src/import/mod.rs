//! From files to a tree: finds the document in a JSON or YAML file or a Markdown page, and reads the files that it refers to.
//! Several pages of one API become one document.

mod excerpt;
mod file;
mod files;
mod follow;
mod format;
mod former;
mod input;
mod left_behind;
mod load;
pub mod markdown;
mod pages;
mod part;

pub use follow::{Locations, MAX_FILES, follow};
pub use input::{Input, document, documents, loader_beside};
pub use load::{files_read, load, load_text, read, read_named, read_text};
pub use pages::{Imported, Pages, import};
