//! What this process and its children cost.

use std::time::Duration;

/// The processor time of all child processes that have ended, user and system; zero where the system does not tell.
///
/// Linux tells it in hundredths of a second, in the 16th and 17th field of this file; the second field, a name in
/// parentheses, may hold spaces.
pub fn children_time() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit_once(')').map_or("", |split| split.1);
    let fields = after_name.split_whitespace().skip(13).take(2);
    let ticks: u64 = fields.filter_map(|field| field.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}

/// The processor time of the threads of this process that run, user and system; zero where the system does not tell.
///
/// Linux tells it in nanoseconds, in the first field of a file per thread.
pub fn own_time() -> Duration {
    let threads = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let time = |thread: std::fs::DirEntry| {
        let schedule = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
        schedule.split_whitespace().next()?.parse::<u64>().ok()
    };
    Duration::from_nanos(threads.filter_map(time).sum())
}
