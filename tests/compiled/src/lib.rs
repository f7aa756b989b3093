//! The code that is generated for the documents of `tests/cases/ok`.
