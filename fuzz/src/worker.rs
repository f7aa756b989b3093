//! What a child process does: it tries inputs one by one and says what became of each, so that its parent knows which one it died of.

use crate::say::say;
use crate::seeds::Seeds;
use crate::targets::{Target, Verdict};
use specwright::source;
use specwright_tests::mutate::Random;
use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Inputs of one kind, by their numbers.
#[derive(Clone, Debug)]
pub struct Batch {
    /// Their kind.
    pub target: Target,
    /// What they follow from.
    pub seed: u64,
    /// The first number.
    pub first: u64,
    /// How many there are.
    pub count: u64,
    /// Where clients are kept for the compiler: that of every input whose number this divides.
    pub keep: Option<(PathBuf, u64)>,
}

impl Batch {
    /// The arguments by which a child is told of it.
    pub fn arguments(&self) -> Vec<String> {
        let numbers = [self.seed, self.first, self.count].map(|number| number.to_string());
        let mut words = vec![self.target.as_str().to_owned()];
        words.extend(numbers);
        if let Some((directory, every)) = &self.keep {
            words.extend([directory.to_string_lossy().into_owned(), every.to_string()]);
        }
        words
    }

    fn parse(words: &[String]) -> Option<Batch> {
        let [target, seed, first, count, keep @ ..] = words else {
            return None;
        };
        Some(Batch {
            target: Target::parse(target)?,
            seed: seed.parse().ok()?,
            first: first.parse().ok()?,
            count: count.parse().ok()?,
            keep: match keep {
                [directory, every] => Some((directory.into(), every.parse().ok()?)),
                _ => None,
            },
        })
    }
}

/// The input of a number.
pub fn input(target: Target, seed: u64, number: u64, seeds: &Seeds) -> Vec<u8> {
    // Neighbours should have nothing in common.
    let mixed = (seed ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    let mut random = Random::new(mixed ^ (mixed >> 32) ^ target as u64);
    target.make(seeds, &mut random, number)
}

/// Does what a parent has asked for.
///
/// # Errors
/// Wrong words, or what the disk says.
pub fn run(words: &[String], corpus: &[PathBuf]) -> Result<(), Box<dyn Error>> {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map_or_else(String::new, |place| format!("{}:{}", place.file(), place.line()));
        let (payload, text) = (panic.payload(), panic.payload().downcast_ref::<String>());
        let message = text
            .map(String::as_str)
            .or(payload.downcast_ref::<&str>().copied())
            .unwrap_or("");
        *LAST.lock().unwrap_or_else(PoisonError::into_inner) = format!("panicked at {place}: {message}");
    }));
    if let [target, file] = words {
        let target = Target::parse(target).ok_or("no such kind")?;
        let bytes = source::read(Path::new(file))?;
        return tell(0, bytes.len(), || target.check(&bytes)).map(drop);
    }
    let seeds = Seeds::collect(corpus)?;
    if let [target, seed, number] = words {
        let target = Target::parse(target).ok_or("no such kind")?;
        let bytes = input(target, seed.parse()?, number.parse()?, &seeds);
        return Ok(std::io::stdout().write_all(&bytes)?);
    }
    let batch = Batch::parse(words).ok_or("not what a worker is told")?;
    for number in batch.first..batch.first + batch.count {
        let bytes = input(batch.target, batch.seed, number, &seeds);
        let verdict = tell(number, bytes.len(), || batch.target.check(&bytes))?;
        if let (Some(Verdict::Generated(files)), Some((directory, every))) = (verdict, &batch.keep)
            && number.is_multiple_of(*every)
        {
            keep(&files, &directory.join(format!("{}_{number}", batch.target.as_str())))?;
        }
    }
    Ok(())
}

static LAST: Mutex<String> = Mutex::new(String::new());

/// Says before and after what is tried: `begin NUMBER BYTES`, then `accepted`, `refused` or `wrong REASON`.
fn tell(
    number: u64,
    length: usize,
    check: impl FnOnce() -> Result<Verdict, String>,
) -> Result<Option<Verdict>, Box<dyn Error>> {
    say(&format!("begin {number} {length}"))?;
    let outcome = catch_unwind(AssertUnwindSafe(check));
    let outcome = outcome.unwrap_or_else(|_| Err(LAST.lock().unwrap_or_else(PoisonError::into_inner).clone()));
    match outcome {
        Ok(verdict) => {
            say(if matches!(verdict, Verdict::Refused) {
                "refused"
            } else {
                "accepted"
            })?;
            Ok(Some(verdict))
        }
        Err(reason) => {
            let line: String = reason
                .chars()
                .map(|char| if char.is_control() { ' ' } else { char })
                .take(400)
                .collect();
            say(&format!("wrong {line}"))?;
            Ok(None)
        }
    }
}

/// Writes a client that is one file.
fn keep(files: &specwright::output::FileSet, path: &Path) -> std::io::Result<()> {
    match files.iter().next() {
        Some((_, text)) if files.len() == 1 => fs::write(path.with_extension("rs"), text),
        Some(_) | None => Ok(()),
    }
}
