//! Where the time of one generation is spent.

use super::name;
use specwright::config::{Config, Faults};
use specwright::output::{self, Mode};
use specwright::source::SourceMap;
use specwright::{Input, emit, import, plan};
use specwright_cli::report;
use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

/// Documents are read by recursion.
const STACK: usize = 512 << 20;

/// A stopwatch with laps.
struct Laps {
    last: Instant,
    laps: Vec<(&'static str, Duration)>,
}

impl Laps {
    fn lap(&mut self, stage: &'static str) {
        self.laps.push((stage, self.last.elapsed()));
        self.last = Instant::now();
    }
}

/// A table of the stages, with the time that passes in each of them.
pub(super) fn table(document: &Path, output: &Path) -> Result<String, Box<dyn Error>> {
    if output.exists() {
        std::fs::remove_dir_all(output)?;
    }
    let laps = std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK);
        let thread = thread.spawn_scoped(scope, || measure(document, output));
        let joined = thread.map_err(|error| error.to_string())?.join();
        joined.unwrap_or_else(|_| Err("a stage has panicked".to_owned()))
    });
    let laps = laps.map_err(|error| format!("{}: {error}", document.display()))?;
    let all: Duration = laps.iter().map(|(_, time)| *time).sum();
    let name = name(document);
    let head = [(name.as_str(), false), ("ms", true), ("%", true)];
    let row = |stage: &str, time: Duration| {
        let share = 100.0 * time.as_secs_f64() / all.as_secs_f64().max(f64::MIN_POSITIVE);
        vec![stage.to_owned(), time.as_millis().to_string(), format!("{share:.0}")]
    };
    let mut rows: Vec<_> = laps.iter().map(|(stage, time)| row(stage, *time)).collect();
    rows.push(row("all", all));
    Ok(report::table(&head, &rows) + "\n")
}

fn measure(document: &Path, output: &Path) -> Result<Vec<(&'static str, Duration)>, String> {
    let mut laps = Laps {
        last: Instant::now(),
        laps: Vec::new(),
    };
    let config = Config {
        faults: Faults::Allow,
        ..Config::default()
    };
    let (mut sources, mut problems) = (SourceMap::new(), config.diagnostics());
    let input = Input::Path(document.to_path_buf());
    let read = import::document(&mut sources, &input, &config.document, &mut problems);
    let (mut tree, root) = read.ok_or("it cannot be read")?;
    let loader = input.loader(&config.document);
    import::follow(
        &mut tree,
        &mut sources,
        &loader,
        &config.document.locations,
        &mut problems,
    );
    laps.lap("read");
    let api = specwright::api(&mut tree, root, &config, &mut problems).ok_or("it has errors")?;
    laps.lap("upgrade and lower");
    let plan = plan::plan(&api, &config, &mut problems).ok_or("it cannot be planned")?;
    laps.lap("plan");
    let files = emit::files(&plan);
    laps.lap("emit");
    let files = output::print(&files, &mut problems).ok_or("it cannot be printed")?;
    laps.lap("print");
    let files = files.with_headers("cargo xtask bench");
    output::apply(&files, output, Mode::Write).map_err(|error| error.to_string())?;
    laps.lap("write");
    Ok(laps.laps)
}
