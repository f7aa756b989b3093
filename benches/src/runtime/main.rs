//! Calls of a generated client against calls of reqwest that people write.
//!
//! `cargo run --release -p specwright-benches --bin bench-runtime [-- --rows]`
//!
//! Client and server are threads of this program. Times are processor time, so that other work of the machine counts little.
//! `--rows` prints what `cargo xtask bench` reads: name, unit, figure, budget and figure by hand, with tabs between them.
#![expect(clippy::print_stdout, reason = "the table is what this program is for")]

mod by_hand;
mod memory;
mod reading;
mod server;
mod shapes;

use std::error::Error;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use allocation_counter::AllocationInfo;
use specwright_tests::costs::own_time;
use tokio::runtime::Runtime;

/// The client that the build script has generated.
mod generated {
    specwright_runtime::include_client!("pets");
}

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// How long a round of one way is.
const ROUND: Duration = Duration::from_millis(100);
/// Of how many rounds the best counts: what disturbs a round only makes it slower.
const ROUNDS: usize = 31;
/// The most time that a call may take of that of the other way: 0.95 times as many calls in the same time.
const CALL: f64 = 1.0 / 0.95;
/// The most allocations per allocation of the other way.
const ALLOCATIONS: f64 = 1.2;

/// What one way takes.
struct Figures {
    /// Microseconds of processor time, of client and server.
    time: f64,
    /// What one time allocates.
    memory: AllocationInfo,
}

/// One figure of the same done in two ways.
struct Row {
    what: String,
    unit: &'static str,
    ours: f64,
    by_hand: f64,
    /// The most that it may be of the figure by hand; none is set for bytes.
    budget: Option<f64>,
}

fn main() -> ExitCode {
    let rows = match rows() {
        Ok(rows) => rows,
        Err(error) => {
            println!("{error}");
            return ExitCode::FAILURE;
        }
    };
    if std::env::args().any(|argument| argument == "--rows") {
        rows.iter().for_each(print_tabs);
        return ExitCode::SUCCESS;
    }
    println!("| what | unit | generated | budget | by hand | ratio |");
    println!("| --- | --- | --- | --- | --- | --- |");
    rows.iter().for_each(print_row);
    match rows.iter().any(is_missed) {
        true => ExitCode::FAILURE,
        false => ExitCode::SUCCESS,
    }
}

fn rows() -> Outcome<Vec<Row>> {
    let base = server::start(server::MANY)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let client = generated::Client::builder().base_url(base.clone()).build()?;
    let inner = reqwest::Client::builder().no_proxy().build()?;
    let other = by_hand::Client { inner, base };
    let new = generated::types::NewPet::new("Rex", 31.5).note("bites");
    let other_new = by_hand::NewPet {
        name: "Rex".to_owned(),
        weight: 31.5,
        note: Some("bites".to_owned()),
    };
    let call = |run: &dyn Fn(&Runtime) -> Outcome, other: &dyn Fn(&Runtime) -> Outcome| {
        compared(ROUNDS, &|| run(&runtime), &|| other(&runtime))
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
    let figures = [
        ("GET of a small object", get),
        ("POST of a small object", post),
        ("GET of a megabyte", list),
    ];
    let calls = figures.iter().flat_map(|(what, pair)| rows_of(what, pair, CALL));
    let mut rows: Vec<Row> = calls.collect();
    rows.extend(reading::rows(&runtime)?);
    rows.extend(memory::rows(&runtime)?);
    Ok(rows)
}

/// Time, allocations and memory of the same done in two ways.
#[expect(clippy::cast_precision_loss, reason = "no call allocates that much")]
fn rows_of(what: &str, (ours, by_hand): &(Figures, Figures), most: f64) -> [Row; 3] {
    let row = |of: &str, unit, figure: &dyn Fn(&Figures) -> f64, budget| Row {
        what: format!("{what}{of}"),
        unit,
        ours: figure(ours),
        by_hand: figure(by_hand),
        budget,
    };
    [
        row("", "CPU µs", &|figures| figures.time, Some(most)),
        row(
            "",
            "allocations",
            &|figures| figures.memory.count_total as f64,
            Some(ALLOCATIONS),
        ),
        row(
            ", most memory at once",
            "kB",
            &|figures| figures.memory.bytes_max as f64 / 1000.0,
            None,
        ),
    ]
}

/// The figures of two ways, whose rounds alternate.
fn compared(rounds: usize, ours: &dyn Fn() -> Outcome, by_hand: &dyn Fn() -> Outcome) -> Outcome<(Figures, Figures)> {
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        first.push(time(ours)?);
        second.push(time(by_hand)?);
    }
    let figures = |times: Vec<f64>, run: &dyn Fn() -> Outcome| -> Outcome<Figures> {
        let mut failed = Ok(());
        let memory = allocation_counter::measure(|| failed = run());
        failed?;
        let time = times.into_iter().min_by(f64::total_cmp).unwrap_or_default();
        Ok(Figures { time, memory })
    };
    Ok((figures(first, ours)?, figures(second, by_hand)?))
}

/// What something takes, in microseconds of processor time, or of time where the system does not tell that.
fn time(run: &dyn Fn() -> Outcome) -> Outcome<f64> {
    let (start, before) = (Instant::now(), own_time());
    let mut times = 0_u32;
    while start.elapsed() < ROUND {
        run()?;
        times += 1;
    }
    let spent = match own_time().saturating_sub(before) {
        Duration::ZERO => start.elapsed(),
        spent => spent,
    };
    Ok(spent.as_secs_f64() * 1e6 / f64::from(times))
}

fn budget(row: &Row) -> Option<f64> {
    row.budget.map(|most| row.by_hand * most)
}

fn is_missed(row: &Row) -> bool {
    budget(row).is_some_and(|budget| row.ours > budget)
}

fn print_tabs(row: &Row) {
    let budget = budget(row).map_or(String::new(), |budget| budget.to_string());
    println!(
        "{}\t{}\t{}\t{budget}\treqwest and serde by hand\t{}",
        row.what, row.unit, row.ours, row.by_hand
    );
}

fn print_row(row: &Row) {
    let budget = budget(row).map_or("-".to_owned(), |budget| format!("{budget:.0}"));
    let missed = if is_missed(row) { " (missed)" } else { "" };
    println!(
        "| {}{missed} | {} | {:.0} | {budget} | {:.0} | {:.2} |",
        row.what,
        row.unit,
        row.ours,
        row.by_hand,
        row.ours / row.by_hand,
    );
}
