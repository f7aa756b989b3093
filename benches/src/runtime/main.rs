//! Calls of a generated client against calls of reqwest that people write, as a Markdown table.
//!
//! `cargo run --release -p specwright-benches --bin bench-runtime [-- --check]`
//!
//! Client and server are threads of this program. `--check` fails if a budget is missed.
#![expect(clippy::print_stdout, reason = "the table is what this program is for")]

mod by_hand;
mod server;

use std::error::Error;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use allocation_counter::AllocationInfo;
use tokio::runtime::Runtime;

/// The client that the build script has generated.
mod generated {
    specwright_runtime::include_client!("pets");
}

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// How long a round of one way is.
const ROUND: Duration = Duration::from_millis(200);
/// Of how many rounds the median counts.
const ROUNDS: usize = 9;
/// The least share of the calls per second of the other way.
const SPEED: f64 = 0.95;
/// The most allocations per allocation of the other way.
const ALLOCATIONS: f64 = 1.2;

/// What one way takes.
struct Figures {
    /// Times per second.
    rate: f64,
    /// What one time allocates.
    memory: AllocationInfo,
}

/// The same done in two ways.
struct Row {
    what: &'static str,
    ours: Figures,
    theirs: Figures,
    /// The least share of the rate of the other way.
    speed: f64,
}

fn main() -> ExitCode {
    let is_checked = std::env::args().any(|argument| argument == "--check");
    let rows = match rows() {
        Ok(rows) => rows,
        Err(error) => {
            println!("{error}");
            return ExitCode::FAILURE;
        }
    };
    println!(
        "| what | per second: generated | by hand | ratio | allocations: generated | by hand | ratio | most bytes at once: generated | by hand |"
    );
    println!("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    rows.iter().for_each(print_row);
    let missed = rows.iter().filter(|row| is_missed(row)).map(|row| row.what);
    let missed: Vec<&str> = missed.collect();
    if !missed.is_empty() {
        println!("\nbudget missed: {}", missed.join(", "));
    }
    match is_checked && !missed.is_empty() {
        true => ExitCode::FAILURE,
        false => ExitCode::SUCCESS,
    }
}

fn rows() -> Outcome<Vec<Row>> {
    let base = server::start()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let client = generated::Client::builder().base_url(base.clone()).build()?;
    let inner = reqwest::Client::builder().no_proxy().build()?;
    let other = by_hand::Client { inner, base };
    if let Ok(times) = std::env::var("TRACE_GET") {
        for _ in 0..times.parse::<u32>()? { runtime.block_on(client.get_pet(4711).fields("name").send())?; }
        std::process::exit(0);
    }
    if let Ok(times) = std::env::var("TRACE_HAND") {
        for _ in 0..times.parse::<u32>()? { runtime.block_on(other.get_pet(4711, "name"))?; }
        std::process::exit(0);
    }
    let new = generated::types::NewPet::new("Rex", 31.5).note("bites");
    let other_new = by_hand::NewPet {
        name: "Rex".to_owned(),
        weight: 31.5,
        note: Some("bites".to_owned()),
    };
    let many = server::many();
    let call = |run: &dyn Fn(&Runtime) -> Outcome, other: &dyn Fn(&Runtime) -> Outcome| {
        compared(&|| run(&runtime), &|| other(&runtime))
    };
    let get = call(
        &|runtime| Ok(_ = black_box(runtime.block_on(client.get_pet(4711).fields("name").send())?)),
        &|runtime| Ok(_ = black_box(runtime.block_on(other.get_pet(4711, "name"))?)),
    )?;
    let post = call(
        &|runtime| Ok(_ = black_box(runtime.block_on(client.add_pet(new.clone()).send())?)),
        &|runtime| Ok(_ = black_box(runtime.block_on(other.add_pet(&other_new.clone()))?)),
    )?;
    let list = call(
        &|runtime| Ok(_ = black_box(runtime.block_on(client.list_pets().send())?)),
        &|runtime| Ok(_ = black_box(runtime.block_on(other.list_pets())?)),
    )?;
    let decode = compared(
        &|| Ok(_ = black_box(serde_json::from_str::<Vec<generated::types::Pet>>(&many)?)),
        &|| Ok(_ = black_box(serde_json::from_str::<Vec<by_hand::Pet>>(&many)?)),
    )?;
    let row = |what, (ours, theirs), speed| Row {
        what,
        ours,
        theirs,
        speed,
    };
    Ok(vec![
        row("GET of a small object", get, SPEED),
        row("POST of a small object", post, SPEED),
        row("GET of a megabyte", list, SPEED),
        row("reading a megabyte", decode, 1.0),
    ])
}

/// The figures of two ways, whose rounds alternate.
fn compared(ours: &dyn Fn() -> Outcome, theirs: &dyn Fn() -> Outcome) -> Outcome<(Figures, Figures)> {
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        first.push(rate(ours)?);
        second.push(rate(theirs)?);
    }
    let figures = |mut rates: Vec<f64>, run: &dyn Fn() -> Outcome| -> Outcome<Figures> {
        rates.sort_by(f64::total_cmp);
        let mut failed = Ok(());
        let memory = allocation_counter::measure(|| failed = run());
        failed?;
        let rate = rates.get(rates.len() / 2).copied().unwrap_or_default();
        Ok(Figures { rate, memory })
    };
    Ok((figures(first, ours)?, figures(second, theirs)?))
}

/// How often something can be done in a second.
fn rate(run: &dyn Fn() -> Outcome) -> Outcome<f64> {
    let start = Instant::now();
    let mut times = 0_u32;
    while start.elapsed() < ROUND {
        run()?;
        times += 1;
    }
    Ok(f64::from(times) / start.elapsed().as_secs_f64())
}

#[expect(clippy::cast_precision_loss, reason = "no call allocates that often")]
fn allocations(row: &Row) -> f64 {
    row.ours.memory.count_total as f64 / row.theirs.memory.count_total.max(1) as f64
}

fn is_missed(row: &Row) -> bool {
    row.ours.rate < row.theirs.rate * row.speed || allocations(row) > ALLOCATIONS
}

fn print_row(row: &Row) {
    let (ours, theirs) = (&row.ours, &row.theirs);
    println!(
        "| {} | {:.0} | {:.0} | {:.2} | {} | {} | {:.2} | {} | {} |",
        row.what,
        ours.rate,
        theirs.rate,
        ours.rate / theirs.rate,
        ours.memory.count_total,
        theirs.memory.count_total,
        allocations(row),
        ours.memory.bytes_max,
        theirs.memory.bytes_max,
    );
}
