//! What the compiler takes for a generated client, beside the client of the other generator.

use super::package::Package;
use super::peers::FASTEST;
use super::table::{Row, Unit};
use super::{median, name, whole};
use std::error::Error;
use std::path::Path;
use std::time::Duration;

/// What part of the other client's time ours may take, without what both depend on.
const SHARE: f64 = 0.25;

/// The figures of one client.
struct Client {
    /// Seconds of a check of everything.
    cold: f64,
    /// How many crates it depends on.
    crates: f64,
    /// Seconds of a check of the client alone.
    check: f64,
}

/// `cargo check` of the client of a document, alone and with all that it depends on, with its default features.
pub(super) fn rows(
    document: &Path,
    peer: Option<&Path>,
    rounds: usize,
    scratch: &Path,
) -> Result<Vec<Row>, Box<dyn Error>> {
    let ours = client(scratch, rounds, |output| whole::generate(document, output))?;
    let name = name(document);
    let peers = peer.map(|program| {
        client(scratch, rounds, |output| {
            whole::generate_by(program, document, output, &["--workspace"])
        })
    });
    let peers = peers.and_then(|client| {
        let refused = |error| println!("skipped: `cargo check` of {name} by {}: {error}", FASTEST.name);
        client.map_err(refused).ok()
    });
    let row = |what: String, unit, budget: Option<f64>, figure: fn(&Client) -> f64| Row {
        what,
        unit,
        ours: figure(&ours),
        budget: budget.and_then(|share| Some(share * figure(peers.as_ref()?))),
        peer: peers.as_ref().map(|peers| (FASTEST.name.to_owned(), figure(peers))),
    };
    let all = format!("`cargo check` of {name} and all that it depends on");
    Ok(vec![
        row(
            format!("`cargo check` of {name}"),
            Unit::Seconds,
            Some(SHARE),
            |client| client.check,
        ),
        row(all.clone(), Unit::Seconds, None, |client| client.cold),
        row(all, Unit::Crates, None, |client| client.crates),
    ])
}

/// Generates a client and checks it.
fn client(
    scratch: &Path,
    rounds: usize,
    generate: impl FnOnce(&Path) -> Result<Duration, Box<dyn Error>>,
) -> Result<Client, Box<dyn Error>> {
    // The name of the directory becomes that of the peer's package.
    let root = scratch.join("measured-client");
    if root.exists() {
        std::fs::remove_dir_all(&root)?;
    }
    generate(&root)?;
    let package = Package::new(root)?;
    let cold = package.cold("check")?;
    let check = median(rounds, || package.again("check"))?;
    package.remove()?;
    Ok(Client {
        cold: cold.time.as_secs_f64(),
        crates: f64::from(u32::try_from(cold.crates)?),
        check: check.as_secs_f64(),
    })
}
