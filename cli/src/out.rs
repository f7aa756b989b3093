//! What commands print: the standard output and the standard error, which their reader may close before the end.

use std::fmt::Arguments;
use std::io::{self, ErrorKind, Write as _};

/// Prints text. Where the reader has seen enough and closed the pipe, as `head` does, it is dropped and the command continues.
pub(crate) fn print(text: Arguments<'_>) {
    let mut stdout = io::stdout().lock();
    if let Err(error) = stdout.write_fmt(text).and_then(|()| stdout.flush())
        && error.kind() != ErrorKind::BrokenPipe
    {
        // Where the standard output is full, the standard error may not be.
        let _ = writeln!(io::stderr(), "cannot print: {error}");
    }
}

/// Says text on the standard error. Where its reader has closed the pipe, as `2>&1 | head` does, it is dropped: `eprint!` would end the
/// program in the middle of what it does.
pub(crate) fn tell(text: Arguments<'_>) {
    let _ = io::stderr().lock().write_fmt(text);
}

/// [`print`](fn@print), like `print!`.
macro_rules! out {
    ($($argument:tt)*) => {
        $crate::out::print(::std::format_args!($($argument)*))
    };
}

/// [`print`](fn@print) and a line break, like `println!`.
macro_rules! outln {
    ($($argument:tt)*) => {
        $crate::out::print(::std::format_args!("{}\n", ::std::format_args!($($argument)*)))
    };
}

/// [`tell`], like `eprint!`.
macro_rules! err {
    ($($argument:tt)*) => {
        $crate::out::tell(::std::format_args!($($argument)*))
    };
}

/// [`tell`] and a line break, like `eprintln!`.
macro_rules! errln {
    ($($argument:tt)*) => {
        $crate::out::tell(::std::format_args!("{}\n", ::std::format_args!($($argument)*)))
    };
}

pub(crate) use {err, errln, out, outln};
