//! Servers that want to harm, against a generated client on both transports: `attacked`.
//!
//! Each row of a table is one behaviour of a server and what becomes of it: the kind of the result, and how often something that is
//! safe to repeat (`read`) and something that is not (`write`) was sent. Both transports must say the same. Whatever happens ends in
//! bounded time and memory, and neither errors nor spans nor another server get to see a credential.

mod ask;
mod bombs;
mod contents;
mod framing;
mod load;
#[path = "../../../runtime/tests/sample/checks/log.rs"]
mod log;
mod pages;
mod redirects;
mod streams;
mod waiting;
