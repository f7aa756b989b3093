//! Servers on the loopback interface: programs that are started, waited for and stopped again.

use std::io;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a server may take to come up.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server that is stopped when its time is over.
pub struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Server {
    /// Starts a program and waits until it listens on the port.
    pub fn start(command: &mut Command, port: u16) -> Result<Server, Box<dyn std::error::Error>> {
        let mut server = Server(command.stdout(Stdio::null()).stdin(Stdio::null()).spawn()?);
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Ok(server);
            }
            if let Some(status) = server.0.try_wait()? {
                return Err(format!("the server ended by itself: {status}").into());
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

/// Whether a program can be started.
pub fn answers(program: &str) -> bool {
    let mut command = Command::new(program);
    command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
