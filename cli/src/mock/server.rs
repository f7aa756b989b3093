//! Sockets: a thread for each connection, one for the document, and one that waits for the program that makes the requests.

use super::http::{self, Broken, Framing, Response};
use super::problem::Refusal;
use super::wishes::Fault;
use super::{Answer, Mock, refused};
use std::io::{self, BufReader, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::process::{Child, ExitStatus};
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

/// How long a connection may be silent.
const SILENCE: Duration = Duration::from_secs(30);
/// Connections at once.
const MAX_CONNECTIONS: usize = 256;

/// What the thread of the document waits for.
enum Event {
    /// A request, and where its response is waited for.
    Request(http::Request, Sender<Answer>),
    /// The program has ended.
    End(io::Result<ExitStatus>),
}

/// Responds to requests for ever, or until the program ends that makes them, and gives how that has ended. `log` is given a line for
/// each request.
pub fn serve(
    listener: TcpListener,
    mock: &mut Mock<'_, '_, '_>,
    program: Option<Child>,
    mut log: impl FnMut(&str),
) -> Option<io::Result<ExitStatus>> {
    let (sender, receiver) = mpsc::channel::<Event>();
    if let Some(mut program) = program {
        let sender = sender.clone();
        thread::spawn(move || drop(sender.send(Event::End(program.wait()))));
    }
    thread::spawn(move || accept(&listener, &sender));
    for event in receiver {
        match event {
            Event::Request(request, reply) => {
                let answer = mock.answer(request);
                log(&answer.line);
                // A client that has hung up needs no answer.
                let _ = reply.send(answer);
            }
            Event::End(status) => return Some(status),
        }
    }
    None
}

fn accept(listener: &TcpListener, sender: &Sender<Event>) {
    // Each connection has a clone: their number is its count.
    let connections = Arc::new(());
    for stream in listener.incoming() {
        let Ok(stream) = stream else { continue };
        if Arc::strong_count(&connections) > MAX_CONNECTIONS {
            continue;
        }
        let (sender, counted) = (sender.clone(), Arc::clone(&connections));
        let serving = thread::Builder::new().spawn(move || {
            // A connection that breaks is nothing to report.
            let _ = connection(&stream, &sender);
            drop(counted);
        });
        // Without a thread the connection is closed.
        drop(serving);
    }
}

fn connection(stream: &TcpStream, sender: &Sender<Event>) -> io::Result<()> {
    stream.set_read_timeout(Some(SILENCE))?;
    stream.set_write_timeout(Some(SILENCE))?;
    stream.set_nodelay(true)?;
    let (mut reader, mut writer) = (BufReader::new(stream), stream);
    loop {
        let request = match http::read(&mut reader, || (&*stream).write_all(b"HTTP/1.1 100 Continue\r\n\r\n")) {
            Ok(request) => request,
            Err(Broken::Closed) => return Ok(()),
            Err(Broken::Invalid(status, reason)) => return not_http(writer, status, &reason),
        };
        let keeps_alive = request.keeps_alive;
        let head_only = request.method == "HEAD";
        let (reply, answer) = mpsc::channel();
        if sender.send(Event::Request(request, reply)).is_err() {
            return Ok(());
        }
        let Ok(answer) = answer.recv() else { return Ok(()) };
        thread::sleep(answer.delay);
        let breaks = answer.fault == Some(Fault::Cut);
        if answer.fault == Some(Fault::Close) {
            return stream.shutdown(Shutdown::Both);
        }
        let framing = Framing {
            head_only,
            keeps_alive: keeps_alive && !breaks,
            breaks,
        };
        http::write(&mut writer, &answer.response, framing)?;
        if !framing.keeps_alive {
            return stream.shutdown(Shutdown::Both);
        }
    }
}

/// Responds to what is not a request. What follows it cannot be told apart, so the connection ends.
fn not_http(mut stream: &TcpStream, status: u16, reason: &str) -> io::Result<()> {
    let response: Response = refused(&Refusal::new(status, "This is not a request of HTTP/1.1", reason));
    let framing = Framing {
        head_only: false,
        keeps_alive: false,
        breaks: false,
    };
    http::write(&mut stream, &response, framing)?;
    stream.shutdown(Shutdown::Write)
}
