//! A server that takes thousands of requests, remembers nothing of them but their number, and fails one of twenty.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The connection ends instead of a response.
    Reset,
    /// 503.
    Unavailable,
    /// The response comes late.
    Slow,
    /// The response says that it is longer than it is.
    WrongLength,
}

pub(super) const FAULTS: [Fault; 4] = [Fault::Reset, Fault::Unavailable, Fault::Slow, Fault::WrongLength];

impl Fault {
    /// What a call comes to that meets nothing else.
    pub(super) fn kind(self) -> &'static str {
        match self {
            Fault::Reset => "io",
            Fault::Unavailable => "unexpected",
            Fault::Slow => "ok",
            Fault::WrongLength => "body",
        }
    }
}

/// The fault that a call meets, and whether it meets it again when it is repeated.
pub(super) fn fault(call: usize) -> Option<(Fault, bool)> {
    // Both reads, which are even, and writes.
    let nth = call / 20;
    let is_met = call % 20 == 6 + nth % 2;
    is_met.then(|| (FAULTS[nth / 2 % 4], (nth / 8).is_multiple_of(2)))
}

/// Runs until it is dropped.
pub(super) struct LoadServer {
    address: SocketAddr,
    state: Arc<State>,
}

struct State {
    /// How many requests each call has sent.
    requests: Vec<AtomicUsize>,
    connections: AtomicUsize,
    open: AtomicUsize,
    stopped: AtomicBool,
}

impl LoadServer {
    /// Starts a server for so many calls.
    pub(super) fn start(calls: usize) -> io::Result<LoadServer> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let state = Arc::new(State {
            requests: (0..calls).map(|_| AtomicUsize::new(0)).collect(),
            connections: AtomicUsize::new(0),
            open: AtomicUsize::new(0),
            stopped: AtomicBool::new(false),
        });
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming() {
                if shared.stopped.load(Ordering::Relaxed) {
                    return;
                }
                let Ok(stream) = stream else { continue };
                let state = Arc::clone(&shared);
                state.connections.fetch_add(1, Ordering::Relaxed);
                state.open.fetch_add(1, Ordering::Relaxed);
                thread::spawn(move || {
                    // A client that hangs up is nothing to report.
                    let _ = serve(&stream, &state);
                    drop(stream);
                    state.open.fetch_sub(1, Ordering::Relaxed);
                });
            }
        });
        Ok(LoadServer { address, state })
    }

    pub(super) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How many requests there were.
    pub(super) fn requests(&self) -> usize {
        let counts = self.state.requests.iter();
        counts.map(|count| count.load(Ordering::Relaxed)).sum()
    }

    /// How many of them were of this call.
    pub(super) fn requests_of(&self, call: usize) -> usize {
        self.state.requests[call].load(Ordering::Relaxed)
    }

    /// How many connections there were.
    pub(super) fn connections(&self) -> usize {
        self.state.connections.load(Ordering::Relaxed)
    }

    /// Whether all connections are closed within some seconds.
    pub(super) fn is_left_alone(&self) -> bool {
        (0..1_000).any(|_| {
            thread::sleep(Duration::from_millis(10));
            self.state.open.load(Ordering::Relaxed) == 0
        })
    }
}

impl Drop for LoadServer {
    fn drop(&mut self) {
        self.state.stopped.store(true, Ordering::Relaxed);
        // Wakes the listener, which then sees that it is over.
        let _ = TcpStream::connect(self.address);
    }
}

/// Answers the requests of one connection, until one of them meets a fault that ends it.
fn serve(stream: &TcpStream, state: &State) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let (mut reader, mut writer) = (BufReader::new(stream), stream);
    while let Some(call) = receive(&mut reader)? {
        let count = state
            .requests
            .get(call)
            .map(|count| count.fetch_add(1, Ordering::Relaxed));
        let met = fault(call).filter(|(_, again)| *again || count == Some(0));
        let body = format!("{{\"text\":\"{call}\"}}");
        let mut answer = |status: &str, length: usize| {
            let head =
                format!("HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n");
            writer.write_all(format!("{head}{body}").as_bytes())
        };
        match met.map(|(fault, _)| fault) {
            None => answer("200 OK", body.len())?,
            Some(Fault::Reset) => return Ok(()),
            Some(Fault::Unavailable) => answer("503 Service Unavailable", body.len())?,
            Some(Fault::Slow) => {
                thread::sleep(Duration::from_millis(50));
                answer("200 OK", body.len())?;
            }
            Some(Fault::WrongLength) => return answer("200 OK", body.len() + 100),
        }
    }
    Ok(())
}

/// The call that a request is of; `None` at the end of the connection.
fn receive(reader: &mut impl BufRead) -> io::Result<Option<usize>> {
    let (mut first, mut line, mut length) = (String::new(), String::new(), 0);
    if reader.read_line(&mut first)? == 0 {
        return Ok(None);
    }
    while reader.read_line(&mut line)? > 2 {
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
        line.clear();
    }
    io::copy(&mut reader.take(length), &mut io::sink())?;
    let id = first.split(['?', '&', ' ']).find_map(|part| part.strip_prefix("id="));
    Ok(id.and_then(|id| id.parse().ok()))
}
