//! Typed reading of a document in its latest shape (OpenAPI 3.1 and 3.2; older versions have been upgraded).
//!
//! [`Reader`] turns nodes into the data types of [`document`] and [`schema`]. Unknown and ill-typed keywords are
//! diagnostics, and reading goes on. Nothing here decides what a construct means for a client.

pub mod document;
mod dynamic;
mod idle;
mod join;
mod limits;
mod links;
mod operation;
mod parameter;
mod places;
mod polling;
mod prose;
mod reader;
pub mod resolve;
mod room;
pub mod routes;
pub mod schema;
pub mod security;
mod servers;
pub mod signature;
mod signing;
mod tags;

pub use dynamic::expand;
pub use join::join;
pub use reader::Reader;

use crate::diag::Diagnostics;
use crate::tree::{NodeId, Tree};
use document::Document;

/// Reads the document whose root is `root`. Schemas are read when somebody asks for them, so an error among them is none yet.
pub fn read<'t>(tree: &'t Tree, root: NodeId, diags: &mut Diagnostics) -> Document<'t> {
    Reader::new(tree, diags).document(root)
}
