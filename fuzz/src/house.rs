//! A run: batches of inputs for child processes, what is found, and what is said of it.

use crate::child::{Event, Fault, Worker};
use crate::minimise::{minimise, try_one};
use crate::seeds::Seeds;
use crate::targets::{self, Target};
use crate::worker::{self, Batch};
use crate::{Args, compile};
use specwright::source;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// What was found, one file for each fault; every test run tries them again.
const CASES: &str = "tests/cases/fuzz";
/// What children and compilers work with.
const WORK: &str = "target/fuzz";

/// How many inputs were tried, and how many of them were accepted.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    tried: u64,
    accepted: u64,
}

/// What a run knows so far.
struct Tally {
    start: Instant,
    counts: BTreeMap<Target, Count>,
    /// The first input of each fault.
    faults: BTreeMap<(Target, String), (u64, Fault)>,
}

/// Looks for faults; whether there are none.
///
/// # Errors
/// What the system says.
pub fn run(args: &Args) -> Result<bool, Box<dyn Error>> {
    let work = Path::new(WORK);
    fs::create_dir_all(work)?;
    if args.cases {
        return cases(work);
    }
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let seed = args.seed.unwrap_or(now.as_secs());
    println!("seed {seed}");
    let kept = compile::directory(work, args.compile)?;
    let tally = look(args, seed, kept.as_deref())?;
    let time = tally.start.elapsed();
    if args.first {
        println!("{}", summary(&tally, time, tally.faults.len()));
        return Ok(tally.faults.is_empty());
    }
    let seeds = Seeds::collect(&args.corpus)?;
    let mut faults = 0;
    for ((target, _), (number, fault)) in &tally.faults {
        let bytes = worker::input(*target, seed, *number, &seeds);
        faults += usize::from(!report(*target, *number, fault, bytes, work)?);
    }
    println!("{}", summary(&tally, time, faults));
    let mut is_clean = faults == 0;
    if let Some(kept) = kept {
        is_clean &= compile::check(&kept, args.compile)?;
    }
    Ok(is_clean)
}

/// Hands batches to child processes until time or inputs are used up.
fn look(args: &Args, seed: u64, kept: Option<&Path>) -> Result<Tally, Box<dyn Error>> {
    let start = Instant::now();
    let end = start + Duration::from_secs(args.seconds);
    let in_batch = u64::try_from(targets::BATCH).unwrap_or(1);
    let next = AtomicU64::new(0);
    let tally = Mutex::new(Tally {
        start,
        counts: BTreeMap::new(),
        faults: BTreeMap::new(),
    });
    let has_found = AtomicBool::new(false);
    let is_over = || {
        let is_enough = args.first && has_found.load(Ordering::Relaxed);
        is_enough || (args.inputs.is_none() && Instant::now() > end)
    };
    let note = |target, event: Event| {
        has_found.fetch_or(event.outcome.is_err(), Ordering::Relaxed);
        tally.lock().unwrap_or_else(PoisonError::into_inner).note(target, event);
    };
    let work = || -> std::io::Result<()> {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let (first, last) = (index * in_batch, args.inputs.unwrap_or(u64::MAX));
            if first >= last || is_over() {
                return Ok(());
            }
            let all = u64::try_from(Target::ALL.len()).unwrap_or(1);
            let turn = usize::try_from(index % all).unwrap_or(0);
            let batch = Batch {
                target: args.only.or(Target::ALL.get(turn).copied()).unwrap_or(Target::Document),
                seed,
                first,
                count: in_batch.min(last - first),
                // One of three, so that the sample has all kinds.
                keep: kept.map(|directory| (directory.to_path_buf(), 3)),
            };
            run_batch(batch, &args.corpus, &note, &is_over)?;
        }
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..args.threads.max(1)).map(|_| scope.spawn(work)).collect();
        let results = threads.into_iter().map(|thread| thread.join().unwrap_or(Ok(())));
        results.collect::<std::io::Result<Vec<()>>>()
    })?;
    Ok(tally.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// Tries a batch; after the death of a process another one goes on behind the input that it died of.
fn run_batch(
    mut batch: Batch,
    corpus: &[PathBuf],
    note: &impl Fn(Target, Event),
    is_over: &impl Fn() -> bool,
) -> std::io::Result<()> {
    let end = batch.first + batch.count;
    while batch.first < end && !is_over() {
        batch.count = end - batch.first;
        let mut worker = Worker::start(&batch.arguments(), corpus)?;
        let before = batch.first;
        while let Some(event) = worker.next() {
            batch.first = event.number + 1;
            note(batch.target, event);
            if is_over() {
                return Ok(());
            }
            if worker.is_full() {
                break;
            }
        }
        if batch.first == before {
            return Err(std::io::Error::other("a worker ends before it begins"));
        }
    }
    Ok(())
}

impl Tally {
    /// Counts an input, and says when a fault is met for the first time.
    fn note(&mut self, target: Target, event: Event) {
        let count = self.counts.entry(target).or_default();
        count.tried += 1;
        let (number, fault) = match event.outcome {
            Ok(accepted) => {
                count.accepted += u64::from(accepted);
                return;
            }
            Err(fault) => (event.number, fault),
        };
        let seconds = self.start.elapsed().as_secs();
        self.faults.entry((target, fault.kind())).or_insert_with(|| {
            println!("after {seconds} s: {} {number}: {fault}", target.as_str());
            (number, fault)
        });
    }
}

/// What was tried. `faults` are those that are there again when their input is alone: beside others it may wait for memory.
fn summary(tally: &Tally, time: Duration, faults: usize) -> String {
    let tried: u64 = tally.counts.values().map(|count| count.tried).sum();
    let kinds = tally
        .counts
        .iter()
        .map(|(target, count)| format!("{} {} ({} accepted)", target.as_str(), count.tried, count.accepted));
    let kinds: Vec<String> = kinds.collect();
    format!(
        "{tried} inputs in {} s: {}; faults: {faults}",
        time.as_secs(),
        kinds.join(", ")
    )
}

/// Makes an input small and writes it. Whether it turns out to be no fault.
fn report(target: Target, number: u64, fault: &Fault, bytes: Vec<u8>, work: &Path) -> std::io::Result<bool> {
    let name = target.as_str();
    let again = try_one(target, &bytes, work);
    if again.as_ref().map(Fault::kind) != Some(fault.kind()) {
        let is_machine = matches!(fault, Fault::Time | Fault::Memory) && again.is_none();
        println!(
            "{name} {number}: {fault}; alone: {}",
            again.map_or("nothing".to_owned(), |fault| fault.to_string())
        );
        return Ok(is_machine);
    }
    println!("{name} {number}: {fault}; making it small");
    let small = minimise(target, bytes, fault, work);
    let mut hash = DefaultHasher::new();
    hash.write(&small);
    let kind: String = fault
        .kind()
        .chars()
        .map(|char| if char.is_ascii_alphanumeric() { char } else { '_' })
        .collect();
    let words: Vec<&str> = kind.split('_').filter(|word| !word.is_empty()).take(6).collect();
    let file = format!(
        "{name}_{}_{:04x}.{}",
        words.join("_"),
        hash.finish() & 0xffff,
        target.extension()
    );
    fs::create_dir_all(CASES)?;
    let path = Path::new(CASES).join(file);
    fs::write(&path, &small)?;
    println!(
        "{name} {number}: {fault}\n  {} bytes in {}",
        small.len(),
        path.display()
    );
    Ok(false)
}

/// Tries what was found before; whether nothing of it is a fault any more.
fn cases(work: &Path) -> Result<bool, Box<dyn Error>> {
    let mut files: Vec<PathBuf> = Vec::new();
    if Path::new(CASES).is_dir() {
        for entry in fs::read_dir(CASES)? {
            files.push(entry?.path());
        }
    }
    files.sort();
    let mut is_clean = true;
    for path in &files {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let target = name.split('_').next().and_then(Target::parse);
        let target = target.ok_or_else(|| format!("{} does not begin with a kind of input", path.display()))?;
        if let Some(fault) = try_one(target, &source::read(path)?, work) {
            println!("{}: {fault}", path.display());
            is_clean = false;
        }
    }
    println!("cases: {}", files.len());
    Ok(is_clean)
}
