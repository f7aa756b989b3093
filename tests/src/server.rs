//! A server on the loopback interface that records requests byte for byte and answers as it is told, faults included.
//!
//! Plain threads and sockets: it must be able to do what no HTTP library lets it do.

use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// Runs until it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    state: Arc<State>,
}

#[derive(Debug, Default)]
struct State {
    queue: Mutex<VecDeque<Answer>>,
    always: Mutex<Vec<(String, Answer)>>,
    requests: Mutex<Vec<Recorded>>,
    connections: AtomicUsize,
    stopped: AtomicBool,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An address that refuses connections for as long as this lives.
///
/// A port that was free a moment ago may belong to another test by the time it is used. This one is the near end of a
/// connection: it is taken, and nothing listens on it.
#[derive(Debug)]
pub struct Nobody {
    near: TcpStream,
    _far: TcpListener,
}

impl Nobody {
    /// Takes a port.
    ///
    /// # Panics
    /// Without a loopback interface.
    pub fn start() -> Self {
        let far = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let near = far.local_addr().and_then(TcpStream::connect).expect("a connection");
        Self { near, _far: far }
    }

    /// The base URL of the server that is not there.
    ///
    /// # Panics
    /// When the connection has no address, which is never.
    pub fn url(&self) -> String {
        format!("http://{}", self.near.local_addr().expect("a local address"))
    }
}

/// A request as it came.
#[derive(Clone, Debug, Default)]
pub struct Recorded {
    /// The method.
    pub method: String,
    /// Path and query, untouched.
    pub target: String,
    /// Names as they were written, in order.
    pub headers: Vec<(String, String)>,
    /// The body; chunks put together.
    pub body: Vec<u8>,
    /// Every byte of it, framing included.
    pub raw: Vec<u8>,
}

impl Recorded {
    /// The first header of that name, whatever its case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// The body as text, with what is not UTF-8 replaced.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// An answer and what goes wrong with it.
#[derive(Clone, Debug)]
pub struct Answer {
    head: Vec<u8>,
    length: Length,
    pieces: Vec<Vec<u8>>,
    delay: Duration,
    pause: Duration,
    end: End,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Length {
    /// `Content-Length` as it is.
    Right,
    /// `Content-Length` as the test wants it.
    Claimed(usize),
    /// `Transfer-Encoding: chunked`.
    Chunked,
    /// None: the body is all of it, or ends with the connection.
    Absent,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum End {
    Close,
    /// The connection stays, for another request.
    Keep,
    /// The last piece again and again, until the client hangs up.
    Endless,
    /// Nothing more, but the connection stays.
    Hang,
}

impl Answer {
    /// An answer without a body.
    pub fn status(status: u16) -> Self {
        Self {
            head: format!("HTTP/1.1 {status} Test\r\n").into_bytes(),
            length: Length::Right,
            pieces: Vec::new(),
            delay: Duration::ZERO,
            pause: Duration::ZERO,
            end: End::Close,
        }
    }

    /// A JSON answer.
    pub fn json(status: u16, body: &str) -> Self {
        Self::status(status)
            .header("Content-Type", "application/json")
            .body(body)
    }

    /// These bytes and nothing else, from the status line on.
    pub fn raw(bytes: impl Into<Vec<u8>>) -> Self {
        let mut answer = Self::status(200);
        answer.head = bytes.into();
        answer.length = Length::Absent;
        answer
    }

    /// Adds a header, which is not checked.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.head.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
        self
    }

    /// Adds a piece of the body.
    #[must_use]
    pub fn body(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.pieces.push(bytes.into());
        self
    }

    /// Sends each piece as a chunk, with a pause after each.
    #[must_use]
    pub fn chunked(mut self, pause: Duration) -> Self {
        self.length = Length::Chunked;
        self.pause = pause;
        self
    }

    /// Claims another length than the body has: the connection ends before it, or goes on after it.
    #[must_use]
    pub fn claim_length(mut self, length: usize) -> Self {
        self.length = Length::Claimed(length);
        self
    }

    /// Waits before it answers.
    #[must_use]
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Repeats the last piece for ever.
    #[must_use]
    pub fn endless(mut self) -> Self {
        self.length = Length::Chunked;
        self.end = End::Endless;
        self
    }

    /// Repeats the last piece for ever, in the framing that the answer has.
    #[must_use]
    pub fn repeated(mut self, pause: Duration) -> Self {
        self.pause = pause;
        self.end = End::Endless;
        self
    }

    /// Leaves the connection open for the next request.
    #[must_use]
    pub fn keep_alive(mut self) -> Self {
        self.end = End::Keep;
        self
    }

    /// Stops in the middle without closing.
    #[must_use]
    pub fn hang(mut self) -> Self {
        self.end = End::Hang;
        self
    }

    fn write(&self, stream: &mut TcpStream) -> io::Result<()> {
        thread::sleep(self.delay);
        let raw = self.length == Length::Absent;
        let mut head = self.head.clone();
        match self.length {
            Length::Right => {
                let length: usize = self.pieces.iter().map(Vec::len).sum();
                head.extend_from_slice(format!("Content-Length: {length}\r\n").as_bytes());
            }
            Length::Claimed(length) => head.extend_from_slice(format!("Content-Length: {length}\r\n").as_bytes()),
            Length::Chunked => head.extend_from_slice(b"Transfer-Encoding: chunked\r\n"),
            Length::Absent => {}
        }
        match self.end {
            _ if raw => {}
            End::Keep => head.extend_from_slice(b"\r\n"),
            End::Close | End::Endless | End::Hang => head.extend_from_slice(b"Connection: close\r\n\r\n"),
        }
        stream.write_all(&head)?;
        for piece in &self.pieces {
            self.write_piece(stream, piece)?;
        }
        match self.end {
            End::Close | End::Keep if self.length == Length::Chunked => stream.write_all(b"0\r\n\r\n"),
            End::Close | End::Keep => Ok(()),
            End::Endless => loop {
                let piece = self.pieces.last().map_or(b"x".as_slice(), Vec::as_slice);
                self.write_piece(stream, piece)?;
            },
            // Until the client gives up.
            End::Hang => stream.read(&mut [0]).map(|_| ()),
        }
    }

    fn write_piece(&self, stream: &mut TcpStream, piece: &[u8]) -> io::Result<()> {
        if self.length == Length::Chunked {
            stream.write_all(format!("{:x}\r\n", piece.len()).as_bytes())?;
            stream.write_all(piece)?;
            stream.write_all(b"\r\n")?;
        } else {
            stream.write_all(piece)?;
        }
        stream.flush()?;
        thread::sleep(self.pause);
        Ok(())
    }
}

impl Server {
    /// Starts a server on a free port.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub fn start() -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let state = Arc::new(State::default());
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming() {
                if shared.stopped.load(Ordering::Relaxed) {
                    return;
                }
                let Ok(stream) = stream else { continue };
                let state = Arc::clone(&shared);
                // A client that hangs up early is nothing to report.
                thread::spawn(move || serve(stream, &state).ok());
            }
        });
        Ok(Self { address, state })
    }

    /// The base URL.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Answers the next request so. Several are used in order.
    pub fn answer(&self, answer: Answer) -> &Self {
        lock(&self.state.queue).push_back(answer);
        self
    }

    /// Answers requests whose target begins so, as often as they come; before those that are queued.
    pub fn always(&self, target: &str, answer: Answer) -> &Self {
        lock(&self.state.always).push((target.to_owned(), answer));
        self
    }

    /// All requests so far.
    pub fn requests(&self) -> Vec<Recorded> {
        lock(&self.state.requests).clone()
    }

    /// How many connections were made so far.
    pub fn connections(&self) -> usize {
        self.state.connections.load(Ordering::Relaxed)
    }

    /// The only request so far.
    ///
    /// # Panics
    ///
    /// When there is not exactly one.
    #[track_caller]
    pub fn request(&self) -> Recorded {
        let mut requests = self.requests();
        assert_eq!(requests.len(), 1, "one request is expected");
        requests.remove(0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.state.stopped.store(true, Ordering::Relaxed);
        // Wakes the listener, which then sees that it is over.
        let _ = TcpStream::connect(self.address);
    }
}

fn serve(stream: TcpStream, state: &State) -> io::Result<()> {
    state.connections.fetch_add(1, Ordering::Relaxed);
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut writer = stream.try_clone()?;
    let mut reader = Tee {
        inner: BufReader::new(stream),
        raw: Vec::new(),
    };
    while let Some(request) = receive(&mut reader)? {
        let target = request.target.clone();
        lock(&state.requests).push(request);
        let always = lock(&state.always)
            .iter()
            .find(|(start, _)| target.starts_with(start))
            .map(|(_, answer)| answer.clone());
        let answer = always.or_else(|| lock(&state.queue).pop_front());
        let answer = answer.unwrap_or_else(|| Answer::status(599));
        answer.write(&mut writer)?;
        if answer.end != End::Keep {
            break;
        }
    }
    writer.shutdown(Shutdown::Both)
}

/// Remembers all that is read.
struct Tee {
    inner: BufReader<TcpStream>,
    raw: Vec<u8>,
}

impl Tee {
    fn line(&mut self) -> io::Result<String> {
        let mut line = Vec::new();
        self.inner.read_until(b'\n', &mut line)?;
        self.raw.extend_from_slice(&line);
        Ok(String::from_utf8_lossy(&line).trim_end_matches(['\r', '\n']).to_owned())
    }

    fn bytes(&mut self, length: usize) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        (&mut self.inner).take(length as u64).read_to_end(&mut bytes)?;
        self.raw.extend_from_slice(&bytes);
        Ok(bytes)
    }
}

fn receive(reader: &mut Tee) -> io::Result<Option<Recorded>> {
    let line = reader.line()?;
    let mut words = line.split(' ');
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return Ok(None);
    };
    let mut request = Recorded {
        method: method.to_owned(),
        target: target.to_owned(),
        ..Recorded::default()
    };
    loop {
        let line = reader.line()?;
        match line.split_once(':') {
            Some((name, value)) => request.headers.push((name.to_owned(), value.trim().to_owned())),
            None => break,
        }
    }
    request.body = match request.header("transfer-encoding") {
        Some(_) => chunks(reader)?,
        None => {
            let length = request.header("content-length").and_then(|value| value.parse().ok());
            reader.bytes(length.unwrap_or(0))?
        }
    };
    request.raw = std::mem::take(&mut reader.raw);
    Ok(Some(request))
}

fn chunks(reader: &mut Tee) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let length = usize::from_str_radix(reader.line()?.trim(), 16).unwrap_or(0);
        body.extend(reader.bytes(length)?);
        reader.line()?;
        if length == 0 {
            return Ok(body);
        }
    }
}
