//! Many calls at once to a server that fails one of twenty: each ends once and as it must, memory stays what it was, and no connection
//! is left behind, on both transports.
//!
//! Each transport has a process of its own, so that its memory is nobody else's. `SPECWRIGHT_LOAD=100000` makes so many calls
//! instead of a few thousand:
//!
//! ```text
//! SPECWRIGHT_LOAD=100000 cargo test -p specwright-tests --test hostile_servers load -- --nocapture
//! ```

mod server;

use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use specwright_compiled::operations::attacked::client::Client;
use specwright_compiled::operations::attacked::types::Note;
use specwright_runtime::transport::ureq::UreqTransport;
use specwright_runtime::{CallOptions, Connections, Error, Response, Timeouts};

use crate::ask::{Way, builder, check, kind, note};
use server::{FAULTS, Fault, LoadServer, fault};

/// How many calls there are where nothing else is said.
const CALLS: usize = 4_000;
/// Calls that are under way at the same time.
const TASKS: usize = 64;
/// Says in a child process what it is for.
const CHILD: &str = "SPECWRIGHT_LOAD_CHILD";
/// How much memory may grow after the first tenth of the calls, in kilobytes.
const GROWTH: usize = 24 << 10;

#[test]
fn every_call_under_load_ends_once_on_the_asynchronous_transport() {
    in_a_process_of_its_own(
        "load::every_call_under_load_ends_once_on_the_asynchronous_transport",
        Way::Asynchronous,
    );
}

#[test]
fn every_call_under_load_ends_once_on_the_blocking_transport() {
    in_a_process_of_its_own(
        "load::every_call_under_load_ends_once_on_the_blocking_transport",
        Way::Blocking,
    );
}

fn in_a_process_of_its_own(test: &str, way: Way) {
    if std::env::var_os(CHILD).is_some() {
        return run(way);
    }
    let mut child = Command::new(std::env::current_exe().expect("a program"));
    let output = child.args(["--exact", test, "--nocapture"]).env(CHILD, "").output();
    let output = output.expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout);
    let said: String = said.lines().filter(|line| line.contains(" calls")).collect();
    assert!(
        output.status.success() && !said.is_empty(),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    println!("{said}");
}

/// What is known of all calls.
struct Load {
    /// The next call.
    next: AtomicUsize,
    calls: usize,
    /// What each call came to; nothing as long as it has not ended.
    results: Mutex<Vec<Option<&'static str>>>,
    ended: AtomicUsize,
    /// Memory after the first tenth, in kilobytes.
    early: AtomicUsize,
}

impl Load {
    fn take(&self) -> Option<usize> {
        let call = self.next.fetch_add(1, Ordering::Relaxed);
        (call < self.calls).then_some(call)
    }

    fn end<E: 'static>(&self, call: usize, result: &Result<Response<Note>, Error<E>>) {
        let kind = match result {
            Ok(response) if response.text == call.to_string() => "ok",
            Ok(_) => "the result of another call",
            Err(error) => {
                check("under load", error);
                kind(result)
            }
        };
        let mut results = self.results.lock().unwrap_or_else(PoisonError::into_inner);
        assert_eq!(results[call].replace(kind), None, "call {call} has ended twice");
        if self.ended.fetch_add(1, Ordering::Relaxed) == self.calls / 10 {
            self.early.store(memory(), Ordering::Relaxed);
        }
    }
}

fn run(way: Way) {
    let calls = std::env::var("SPECWRIGHT_LOAD")
        .ok()
        .and_then(|calls| calls.parse().ok());
    let calls = calls.unwrap_or(CALLS);
    let load = Arc::new(Load {
        next: AtomicUsize::new(0),
        calls,
        results: Mutex::new(vec![None; calls]),
        ended: AtomicUsize::new(0),
        early: AtomicUsize::new(0),
    });
    let server = LoadServer::start(calls).expect("a port");
    match way {
        Way::Asynchronous => in_tasks(&load, &server.url()),
        Way::Blocking => in_threads(&load, &server.url()),
    }
    let late = memory();
    let early = load.early.load(Ordering::Relaxed);
    let results = load.results.lock().unwrap_or_else(PoisonError::into_inner);
    let failed = results.iter().filter(|result| **result != Some("ok")).count();
    println!(
        "{way:?}: {calls} calls, {TASKS} at once: {failed} failed as they must, {} requests, {} connections; {early} kB, then {late} kB",
        server.requests(),
        server.connections(),
    );
    for (call, result) in results.iter().enumerate() {
        let (expected, requests) = expected(call);
        assert_eq!(
            (*result, server.requests_of(call)),
            (Some(expected), requests),
            "call {call}: {:?}",
            fault(call)
        );
    }
    assert!(late < early + GROWTH, "memory has grown from {early} to {late} kB");
    assert!(server.is_left_alone(), "connections are left open");
    // A fault costs a connection; the asynchronous transport may open one that another call then no longer needs.
    let lost = (0..calls).filter(|call| fault(*call).is_some()).count() * 2;
    let most = 2 * (TASKS + lost);
    assert!(server.connections() <= most, "{} connections", server.connections());
}

/// What a call comes to, and how often it is sent: what is safe to repeat is repeated once.
fn expected(call: usize) -> (&'static str, usize) {
    let is_read = call.is_multiple_of(2);
    match fault(call) {
        None | Some((Fault::Slow, _)) => ("ok", 1),
        Some((_, false)) if is_read => ("ok", 2),
        Some((fault, _)) => (fault.kind(), if is_read { 2 } else { 1 }),
    }
}

fn client(url: &str, way: Way) -> Client {
    let limit = Duration::from_secs(60);
    let builder = builder(url.to_owned()).timeouts(Timeouts::new().attempt(limit).idle(limit));
    let builder = match way {
        Way::Asynchronous => builder,
        // By itself it keeps three connections for later calls.
        Way::Blocking => {
            let connections = Connections::new().idle_connections(TASKS, limit);
            builder.transport(UreqTransport::with_connections(&connections).expect("a transport"))
        }
    };
    builder.build().expect("a client")
}

fn in_tasks(load: &Arc<Load>, url: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let client = client(url, Way::Asynchronous);
    runtime.expect("a runtime").block_on(async {
        let tasks: Vec<_> = (0..TASKS)
            .map(|_| tokio::spawn(in_a_task(Arc::clone(load), client.clone())))
            .collect();
        for task in tasks {
            task.await.expect("it does not panic");
        }
    });
}

async fn in_a_task(load: Arc<Load>, client: Client) {
    while let Some(call) = load.take() {
        let options = CallOptions::new().query("id", call.to_string());
        if call.is_multiple_of(2) {
            load.end(call, &client.read().with(options).await);
        } else {
            load.end(call, &client.write(note("x")).with(options).await);
        }
    }
}

fn in_threads(load: &Load, url: &str) {
    let client = client(url, Way::Blocking);
    thread::scope(|scope| {
        for _ in 0..TASKS {
            scope.spawn(|| {
                while let Some(call) = load.take() {
                    let options = CallOptions::new().query("id", call.to_string());
                    if call.is_multiple_of(2) {
                        load.end(call, &client.read().with(options).send().wait());
                    } else {
                        load.end(call, &client.write(note("x")).with(options).send().wait());
                    }
                }
            });
        }
    });
}

/// The memory of this process in kilobytes; 0 where the system does not say it.
fn memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok());
    kilobytes.unwrap_or(0)
}

/// One of twenty calls meets a fault, and every kind of it, once and for ever.
#[test]
fn one_of_twenty_calls_meets_a_fault() {
    let met: Vec<_> = (0..8_000).filter_map(fault).collect();
    assert_eq!(met.len() * 20, 8_000);
    for kind in FAULTS {
        for for_ever in [false, true] {
            assert!(met.contains(&(kind, for_ever)), "{kind:?}");
        }
    }
}
