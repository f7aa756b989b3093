//! A server that replies from memory, so that next to all time is the client's.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;

/// One of the pets.
pub(crate) const PET: &str = r#"{"id":4711,"name":"Rex, the younger one","kind":"dog","weight":31.5,"note":"bites \"only\" strangers","owner":{"name":"Ada","email":"ada@example.com"},"marks":["brown","long hair"]}"#;
/// So many pets make a megabyte.
pub(crate) const MANY: usize = 6000;

/// A list of so many pets.
pub(crate) fn many(pets: usize) -> String {
    format!("[{}]", vec![PET; pets].join(","))
}

/// The URL of a server that runs until the program ends. Its list has so many pets.
pub(crate) fn start(pets: usize) -> std::io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}", listener.local_addr()?);
    let replies = Arc::new((reply(PET), reply(&many(pets))));
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let replies = Arc::clone(&replies);
            std::thread::spawn(move || serve(stream, &replies));
        }
    });
    Ok(url)
}

fn reply(body: &str) -> Vec<u8> {
    let length = body.len();
    format!("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}").into_bytes()
}

/// Serves a connection until its client closes it.
fn serve(stream: TcpStream, (one, all): &(Vec<u8>, Vec<u8>)) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut writer = stream.try_clone()?;
    let mut reader = BufReader::new(stream);
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let lists = line.starts_with("GET /pets ");
        let mut length = 0;
        while line != "\r\n" {
            line.clear();
            reader.read_line(&mut line)?;
            let header = line
                .split_once(':')
                .filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
            if let Some((_, value)) = header {
                length = value.trim().parse().unwrap_or(0);
            }
        }
        std::io::copy(&mut (&mut reader).take(length), &mut std::io::sink())?;
        writer.write_all(if lists { all } else { one })?;
    }
}
