//! Servers on the loopback interface: programs that are started, waited for and stopped again.

use std::error::Error;
use std::fs::File;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a server may take to come up.
const PATIENCE: Duration = Duration::from_secs(120);

/// A server that is stopped when its time is over.
pub struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Server {
    /// Starts a program and waits until it responds on the port. What it prints goes into a file.
    pub fn start(command: &mut Command, port: u16, log: &Path) -> Result<Server, Box<dyn Error>> {
        let file = File::create(log)?;
        command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
        let mut server = Server(command.spawn()?);
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if get(port, "/", &[]).is_ok() {
                return Ok(server);
            }
            if let Some(status) = server.0.try_wait()? {
                return Err(format!("the server ended by itself: {status}; see {}", log.display()).into());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Err(format!("the server did not come up within {} seconds", PATIENCE.as_secs()).into())
    }
}

/// A port that nothing listens on.
pub fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// The status of a response, and its body. HTTP/1.0, so that the body ends with the connection.
pub fn get(port: u16, path: &str, headers: &[&str]) -> io::Result<(u16, String)> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    let headers: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
    write!(stream, "GET {path} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n{headers}\r\n")?;
    let mut response = String::new();
    stream.read_to_string(&mut response)?;
    let (head, body) = response.split_once("\r\n\r\n").unwrap_or_default();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    let status = status.ok_or_else(|| io::Error::other("this is not HTTP"))?;
    Ok((status, body.to_owned()))
}
