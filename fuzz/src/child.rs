//! A child process and what is known of it: what it says, how long it takes, how much memory it has, and how it ends.

use std::fmt;
use std::fs;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How often memory and time are looked at.
const GLANCE: Duration = Duration::from_millis(20);
/// What any input may take, and what each byte of it may take besides.
const TIME: Duration = Duration::from_secs(4);
const TIME_PER_BYTE: Duration = Duration::from_micros(6);
const MEMORY: u64 = 400 << 20;
const MEMORY_PER_BYTE: u64 = 600;
/// What a parser of the generated code takes for each byte of it.
const MEMORY_PER_WRITTEN_BYTE: u64 = 40;
const TIME_PER_WRITTEN_BYTE: Duration = Duration::from_nanos(150);
/// Where a machine has other work, or the system does not say how long a process has worked.
const WAITING: u32 = 10;
/// Whether this program, with the generator in it, is optimised.
pub const IS_OPTIMISED: bool = !matches!(env!("OPT_LEVEL").as_bytes(), b"0");
/// A generator that is not takes so many times longer.
const UNOPTIMISED: u32 = if IS_OPTIMISED { 1 } else { 20 };

/// What went wrong with an input.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// Something that should hold does not.
    Wrong(String),
    /// The process ended.
    Died(String),
    /// It takes longer than its length explains.
    Time,
    /// It takes more memory than its length explains.
    Memory,
}

impl Fault {
    /// What faults of one cause have in common: the reason without numbers and quotations.
    pub fn kind(&self) -> String {
        match self {
            Fault::Wrong(reason) => {
                let place = reason.split(": ").next().unwrap_or_default();
                let reason = if reason.starts_with("panicked at") {
                    place
                } else {
                    reason
                };
                let mut outside = reason.split(['"', '`', '{', '[']).next().unwrap_or_default().to_owned();
                if !reason.starts_with("panicked at") {
                    outside.retain(|char| !char.is_ascii_digit());
                }
                outside.chars().take(60).collect()
            }
            Fault::Died(end) => end.clone(),
            Fault::Time => "time".to_owned(),
            Fault::Memory => "memory".to_owned(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Wrong(reason) => formatter.write_str(reason),
            Fault::Died(end) => write!(formatter, "the process died: {end}"),
            Fault::Time => formatter.write_str("it takes too long"),
            Fault::Memory => formatter.write_str("it takes too much memory"),
        }
    }
}

/// What became of an input.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its number.
    pub number: u64,
    /// Whether it was accepted, or what went wrong.
    pub outcome: Result<bool, Fault>,
}

/// What a worker tries now.
struct Now {
    number: u64,
    length: u64,
    /// Bytes of the output that it looks at.
    written: u64,
    /// Since when, by the clock and by the time of the process.
    since: Instant,
    before: Duration,
}

/// A worker.
pub struct Worker {
    child: Child,
    lines: Receiver<String>,
    said: Option<thread::JoinHandle<String>>,
    now: Option<Now>,
}

impl Worker {
    /// Starts this program as a worker.
    ///
    /// # Errors
    /// What the system says.
    pub fn start(words: &[String], corpus: &[PathBuf]) -> io::Result<Worker> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args(corpus).arg("--worker").args(words);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn()?;
        let (sender, lines) = channel();
        if let Some(stdout) = child.stdout.take() {
            thread::spawn(move || {
                let lines = BufReader::new(stdout).lines().map_while(Result::ok);
                lines.take_while(|line| sender.send(line.clone()).is_ok()).count()
            });
        }
        let said = child.stderr.take().map(|mut stderr| {
            thread::spawn(move || {
                let mut bytes = Vec::new();
                let _ = stderr.read_to_end(&mut bytes);
                String::from_utf8_lossy(&bytes).into_owned()
            })
        });
        Ok(Worker {
            child,
            lines,
            said,
            now: None,
        })
    }

    /// What became of the next input; `None` at the end. After a fault that is not [`Fault::Wrong`] there is no process any more.
    pub fn next(&mut self) -> Option<Event> {
        loop {
            match self.lines.recv_timeout(GLANCE) {
                Ok(line) => {
                    if let Some(event) = self.hear(&line) {
                        return Some(event);
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    if let Some(fault) = self.excess() {
                        return self.end(Err(fault));
                    }
                }
                Err(RecvTimeoutError::Disconnected) => {
                    let end = self.death()?;
                    return self.end(Err(Fault::Died(end)));
                }
            }
        }
    }

    fn hear(&mut self, line: &str) -> Option<Event> {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let outcome = match word {
            "begin" => {
                let (number, length) = rest.split_once(' ')?;
                self.now = Some(Now {
                    number: number.parse().ok()?,
                    length: length.parse().ok()?,
                    written: 0,
                    since: Instant::now(),
                    before: worked(self.child.id()),
                });
                return None;
            }
            "written" => {
                self.now.as_mut()?.written = rest.parse().ok()?;
                return None;
            }
            "accepted" => Ok(true),
            "refused" => Ok(false),
            "wrong" => Err(Fault::Wrong(rest.to_owned())),
            _ => return None,
        };
        let Now { number, .. } = self.now.take()?;
        Some(Event { number, outcome })
    }

    /// What the current input takes too much of.
    fn excess(&self) -> Option<Fault> {
        let now = self.now.as_ref()?;
        let [bytes, written] = [now.length, now.written].map(|bytes| u32::try_from(bytes).unwrap_or(u32::MAX));
        let limit = (TIME + TIME_PER_BYTE * bytes + TIME_PER_WRITTEN_BYTE * written) * UNOPTIMISED;
        let worked = worked(self.child.id()).saturating_sub(now.before);
        // On a busy machine the clock says little, but what waits for something works for nothing.
        if worked > limit || now.since.elapsed() > limit * WAITING {
            return Some(Fault::Time);
        }
        let limit = MEMORY + MEMORY_PER_BYTE * now.length + MEMORY_PER_WRITTEN_BYTE * now.written;
        (memory(self.child.id()) > limit).then_some(Fault::Memory)
    }

    /// Whether the process keeps so much of what it tried before that the next input would be blamed for it.
    pub fn is_full(&self) -> bool {
        memory(self.child.id()) > MEMORY / 4
    }

    /// How the process has ended, if not as it should.
    fn death(&mut self) -> Option<String> {
        let status = self.child.wait().ok()?;
        let said = self.said.take().and_then(|said| said.join().ok()).unwrap_or_default();
        let overflow = said.contains("overflowed its stack");
        match (status.success(), overflow) {
            (true, _) => None,
            (false, true) => Some("stack overflow".to_owned()),
            (false, false) => Some(status.to_string()),
        }
    }

    fn end(&mut self, outcome: Result<bool, Fault>) -> Option<Event> {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let Now { number, .. } = self.now.take()?;
        Some(Event { number, outcome })
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// How long a process has worked; zero where the system does not tell.
fn worked(process: u32) -> Duration {
    /// Ticks of the system in a second (`sysconf(_SC_CLK_TCK)`).
    const TICKS: u64 = 100;
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // The name of the program, in brackets, may have spaces; user and system time are the 12th and 13th field behind it.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks = fields.skip(11).take(2).filter_map(|field| field.parse::<u64>().ok());
    Duration::from_millis(ticks.sum::<u64>() * 1_000 / TICKS)
}

/// Bytes of memory that a process has now; zero where the system does not tell.
fn memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.unwrap_or(0) << 10
}
