//! The files of the package around the modules: its root, its manifest, its pages and its tests.

mod defaults;
pub(crate) mod deprecation;
pub(crate) mod example;
pub(crate) mod example_tests;
pub(crate) mod lib_rs;
pub(crate) mod manifest;
mod operation_list;
pub(crate) mod readme;
mod reexports;
mod sections;
