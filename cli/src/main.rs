//! The program `specwright`.

use std::process::ExitCode;

/// A third of the time of a generation is spent on small pieces of memory, for which this allocator is faster than that of most
/// systems.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    specwright_cli::program::run(std::env::args_os())
}
