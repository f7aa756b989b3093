//! `mock`: a server that responds as a document says.

use crate::mock::Mock;
use crate::mock::server::serve;
use crate::mock::wishes::{self, Fault, Wishes};
use crate::out::outln;
use crate::project;
use crate::view::View;
use crate::{CommandResult, Status, input, report};
use specwright::diag::Diagnostics;
use specwright::source::SourceMap;
use std::ffi::OsString;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command};
use std::time::Duration;

/// Respond to requests as a document says, to try a client without the real server
///
/// Each response is made from the examples of the document, or else with a value made from its
/// schema, always the same. A request that is not as the document says is refused with a problem
/// document that names what is wrong. A request can ask for more: the header `Prefer: code=404,
/// example=NAME, dynamic=true, delay=MILLISECONDS, fault=close|cut|garbage`, or `?__code=404` and so on.
/// Example: `specwright mock pets.yaml --port 4010`.
///
/// A command behind `--` is run with the URL in the environment variable BASE_URL, and the server ends with it, such
/// as `specwright mock pets.yaml -- cargo test`: the exit code is 1 if the command fails.
#[derive(Clone, Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The document: YAML, JSON, or a Markdown page with an OpenAPI block; `-` is standard input
    #[arg(value_name = "DOC", value_parser = input::path, required_unless_present = "settings")]
    pub document: Option<PathBuf>,
    /// The settings (specwright.toml), which name overlays and select operations
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// The port; 0 is a free one, which is printed [default: 4010, and with a command 0]
    #[arg(short, long)]
    pub port: Option<u16>,
    /// The address that is listened on; others than this machine reach 0.0.0.0
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    pub host: IpAddr,
    /// Respond with this status, documented or not
    #[arg(long, value_name = "STATUS", value_parser = wishes::status, help_heading = FAULTS)]
    pub status: Option<u16>,
    /// Wait before each response, in milliseconds
    #[arg(long, value_name = "MILLISECONDS", value_parser = wishes::delay, help_heading = FAULTS)]
    pub delay: Option<Duration>,
    /// Break the connection: close (no response), cut (half of the body), garbage (a body that is not what it says)
    #[arg(long, value_name = "FAULT", value_parser = Fault::parse, help_heading = FAULTS)]
    pub fault: Option<Fault>,
    /// The faults concern one of so many requests: `--status 503 --every 3`
    #[arg(long, value_name = "COUNT", default_value_t = 1, help_heading = FAULTS)]
    pub every: u64,
    /// A command to run, whose environment has the URL as BASE_URL; the server ends with it
    #[arg(last = true, value_name = "COMMAND")]
    pub command: Vec<OsString>,
    /// What is shown.
    #[command(flatten)]
    pub view: View,
}

const FAULTS: &str = "Faults";
/// Where it listens.
const PORT: u16 = 4010;

/// Runs the command, until the process is stopped, or the program ends that it starts.
///
/// # Errors
/// Returns an error if the port is in use, standard input cannot be read, or the program cannot be started.
pub fn run(args: &Args) -> CommandResult {
    let reading = project::Args::reading(args.document.as_ref(), args.settings.as_ref(), true, &args.view);
    let mut sources = SourceMap::new();
    let Some(read) = project::read(&reading, &mut sources)? else {
        return Ok(Status::Failed);
    };
    let port = args.port.unwrap_or(if args.command.is_empty() { PORT } else { 0 });
    let place = format!("{}:{port}", args.host);
    let listener = TcpListener::bind((args.host, port)).map_err(|error| format!("{place}: {error}"))?;
    let address = listener.local_addr()?;
    let wishes = Wishes {
        status: args.status,
        delay: args.delay.unwrap_or_default(),
        fault: args.fault,
        ..Wishes::default()
    };
    let mut problems = read.config.diagnostics();
    let served = specwright::with_document(&mut sources, &read.input, &read.config, &mut problems, |document, _| {
        let operations = report::plural(document.operations.len(), "operation");
        let program = match start(&args.command, address) {
            Ok(program) => program,
            Err(error) => return Some(Err(error)),
        };
        say(args, &format!("{}: {operations} on http://{address}", read.name));
        // What is wrong with schemas `lint` says.
        let mut problems = Diagnostics::tolerant();
        let mut mock = Mock::new(document, &mut problems, wishes, args.every);
        serve(listener, &mut mock, program, |line| say(args, line))
    });
    match served {
        None => {
            args.view.problems(&sources, &problems);
            Ok(Status::Failed)
        }
        Some(None) => Ok(Status::Done),
        Some(Some(Ok(status))) => Ok(Status::done_if(status.success())),
        Some(Some(Err(error))) => {
            let program = args.command.first().cloned().unwrap_or_default();
            Err(format!("{}: {error}", program.display()).into())
        }
    }
}

/// The program that makes the requests, if there is one.
fn start(command: &[OsString], address: SocketAddr) -> io::Result<Option<Child>> {
    let Some((program, arguments)) = command.split_first() else {
        return Ok(None);
    };
    let mut program = Command::new(program);
    program.args(arguments).env("BASE_URL", format!("http://{address}"));
    program.spawn().map(Some)
}

/// A line of the server. The standard output belongs to the program, if there is one.
fn say(args: &Args, line: &str) {
    match args.command.is_empty() {
        true if args.view.quiet => {}
        true => outln!("{line}"),
        false => args.view.note(line),
    }
}
