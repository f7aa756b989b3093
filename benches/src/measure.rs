//! A stopwatch for things that take nanoseconds.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// How long one run takes about: short enough that some runs are not disturbed, even on a busy machine.
const RUN: Duration = Duration::from_micros(200);
/// Of how many runs the best one counts: what disturbs a run only makes it slower.
const RUNS: usize = 200;

/// Nanoseconds of one check of the text, with the call of a function that is not known before.
pub(crate) fn nanoseconds(text: &str, is_match: &dyn Fn(&str) -> bool) -> f64 {
    let mut count: u32 = 64;
    while time(text, is_match, count) < RUN && count < u32::MAX / 2 {
        count *= 2;
    }
    let best = (0..RUNS).map(|_| time(text, is_match, count)).min().unwrap_or_default();
    best.as_secs_f64() * 1e9 / f64::from(count)
}

fn time(text: &str, is_match: &dyn Fn(&str) -> bool, count: u32) -> Duration {
    let is_match = black_box(is_match);
    let start = Instant::now();
    for _ in 0..count {
        black_box(is_match(black_box(text)));
    }
    start.elapsed()
}
