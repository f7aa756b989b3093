//! What generated code of the good cases puts on the wire, byte for byte, and what it makes of the answers.
//!
//! The runtime has tests of its own with a client that is written by hand; these prove that the generator says the right
//! things to it. Each module is a topic; the case that it drives is named in its first lines.

#[macro_use]
mod common;

mod answers;
mod bodies;
mod both_ways;
mod budget;
mod contents;
mod deliveries;
mod deviations;
mod differing;
mod endpoints;
mod events;
mod faults;
mod files;
mod forgotten;
mod forms;
mod grown;
mod hooks;
mod incoming;
#[path = "../../../runtime/tests/sample/checks/log.rs"]
mod log;
mod pages;
mod parameters;
mod polling;
mod prepared;
mod reconnecting;
mod recording;
mod reliability;
mod rules;
mod secrets;
mod security;
mod sent_back;
mod servers;
mod streams;
mod styles;
mod vendor;
