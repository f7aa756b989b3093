//! Progress on a terminal, on standard error.

use crate::out::err;
use std::io::{IsTerminal, Write};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// What takes less time says nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// A progress bar; silent where standard error is not a terminal.
pub struct Progress {
    total: usize,
    done: usize,
    shown: bool,
}

impl Progress {
    /// A bar of this many steps.
    pub fn new(total: usize) -> Progress {
        let shown = std::io::stderr().is_terminal();
        Progress { total, done: 0, shown }
    }

    /// One step more; `name` is what was done.
    pub fn step(&mut self, name: &str) {
        self.done += 1;
        if self.shown {
            let filled = (self.done * 30).checked_div(self.total).unwrap_or(30).min(30);
            let bar = format!("{}{}", "#".repeat(filled), ".".repeat(30 - filled));
            let name: String = name.chars().take(40).collect();
            err!("\r\x1b[K[{bar}] {}/{} {name}", self.done, self.total);
            let _ = std::io::stderr().flush();
        }
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        if self.shown {
            clear();
        }
    }
}

/// Says how long something takes, from the first second on and until it is dropped.
pub struct Waiting {
    end: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Waiting {
    /// Begins to wait for `what`.
    pub fn new(what: &'static str) -> Waiting {
        let (end, ended) = channel();
        let start = Instant::now();
        let thread = std::thread::spawn(move || {
            let mut shown = false;
            while let Err(RecvTimeoutError::Timeout) = ended.recv_timeout(PATIENCE) {
                err!("\r\x1b[K{what}, {} s", start.elapsed().as_secs());
                let _ = std::io::stderr().flush();
                shown = true;
            }
            if shown {
                clear();
            }
        });
        Waiting {
            end: Some(end),
            thread: Some(thread),
        }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        drop(self.end.take());
        // A thread that only prints does not panic; if it did, there is nothing to take away.
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

fn clear() {
    err!("\r\x1b[K");
    let _ = std::io::stderr().flush();
}
