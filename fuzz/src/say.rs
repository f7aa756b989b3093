//! What a child process tells its parent: `begin NUMBER BYTES`, `written BYTES`, then `accepted`, `refused` or `wrong REASON`.

use std::io::{self, Write};

/// Tells it now: the process may end at any time.
///
/// # Errors
/// What the system says.
pub fn say(line: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "{line}")?;
    stdout.flush()
}
