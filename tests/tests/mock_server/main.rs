//! Tests without a server: the mock server of `specwright mock`, with real clients and with bytes that are not requests, and the
//! mocks that a client has of its own operations.

mod clients;
mod hostile;
mod mocks;
mod requests;

use specwright::Input;
use specwright::config::Config;
use specwright::diag::Diagnostics;
use specwright::source::SourceMap;
use specwright_cli::mock::Mock;
use specwright_cli::mock::server::serve;
use specwright_cli::mock::wishes::Wishes;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// A mock server that runs until the test ends.
struct Served {
    address: SocketAddr,
    lines: Arc<Mutex<Vec<String>>>,
}

/// A server for a document that wishes the same of one request out of `every`.
fn served_with(input: Input, wishes: Wishes, every: u64) -> Served {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    let lines = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&lines);
    std::thread::spawn(move || {
        let (mut sources, mut problems) = (SourceMap::new(), Diagnostics::tolerant());
        let config = Config::default();
        specwright::with_document(&mut sources, &input, &config, &mut problems, |document, _| {
            let mut problems = Diagnostics::tolerant();
            let mut mock = Mock::new(document, &mut problems, wishes, every);
            serve(listener, &mut mock, None, |line| {
                log.lock().unwrap_or_else(PoisonError::into_inner).push(line.to_owned());
            });
        })
        .expect("a document");
    });
    Served { address, lines }
}

/// A server for a document in memory.
fn served(text: &str) -> Served {
    let input = Input::Text {
        name: "document.yaml".into(),
        text: text.into(),
    };
    served_with(input, Wishes::default(), 1)
}

/// A server for a case, or for the document of record.
fn served_file(path: &str) -> Served {
    specwright_tests::enter_workspace().expect("the workspace");
    served_with(Input::Path(path.into()), Wishes::default(), 1)
}

impl Served {
    fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What was said of each request.
    fn lines(&self) -> Vec<String> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Sends bytes, and returns what comes back until the server closes the connection.
    fn send(&self, bytes: &[u8]) -> String {
        let mut stream = TcpStream::connect(self.address).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a limit");
        // The server may close the connection before it has read everything.
        let _ = stream.write_all(bytes);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let mut received = Vec::new();
        let _ = stream.read_to_end(&mut received);
        String::from_utf8_lossy(&received).into_owned()
    }

    /// Sends a request without a body; status and body of the response.
    fn get(&self, target: &str, headers: &str) -> (u16, String) {
        self.ask("GET", target, headers, b"")
    }

    /// Sends a request; status and body of the response.
    fn ask(&self, method: &str, target: &str, headers: &str, body: &[u8]) -> (u16, String) {
        let length = body.len();
        let mut request = format!(
            "{method} {target} HTTP/1.1\r\nhost: mock\r\nconnection: close\r\n{headers}content-length: {length}\r\n\r\n"
        )
        .into_bytes();
        request.extend_from_slice(body);
        let response = self.send(&request);
        let status = response.split(' ').nth(1).and_then(|status| status.parse().ok());
        let body = response.split_once("\r\n\r\n").map(|(_, body)| body.to_owned());
        (status.unwrap_or_default(), body.unwrap_or_default())
    }
}

/// A value of a problem document.
fn at(body: &str, pointer: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(body).expect(body);
    match value.pointer(pointer) {
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => format!("nothing at {pointer} of {body}"),
    }
}
