//! The memory of a call whose response is large: its body and what is read of it, and never twice.

use std::hint::black_box;

use allocation_counter::measure;
use tokio::runtime::Runtime;

use crate::generated::types::Pet;
use crate::{Outcome, Row, generated, server};

/// How many pets make a body of 57 MB.
const PETS: usize = 330_000;
/// The most memory of a call, per byte of the body and of what is read of it: buffers of the transport are small.
const ONCE: f64 = 1.05;

/// The most memory that is in use at once during a call, by either transport.
pub(crate) fn rows(runtime: &Runtime) -> Outcome<[Row; 2]> {
    let text = server::many(PETS);
    let base = server::start(PETS)?;
    let mut failed = Ok(());
    let value = most(&mut failed, || {
        Ok(_ = black_box(serde_json::from_str::<Vec<Pet>>(&text)?))
    });
    let needed = text.len() as u64 + value;
    drop(text);
    let asynchronous = generated::Client::builder().base_url(base.clone()).build()?;
    let call = || Ok(_ = black_box(runtime.block_on(asynchronous.list_pets().send())?));
    let asynchronous = most(&mut failed, call);
    let transport = specwright_runtime::transport::ureq::UreqTransport::new();
    let blocking = generated::Client::builder()
        .base_url(base)
        .transport(transport)
        .build()?;
    let call = || Ok(_ = black_box(blocking.list_pets().send().wait()?));
    let blocking = most(&mut failed, call);
    failed?;
    Ok([row("", asynchronous, needed), row(", blocking", blocking, needed)])
}

/// The most memory in bytes that is in use at once meanwhile.
fn most(failed: &mut Outcome, run: impl FnOnce() -> Outcome) -> u64 {
    let mut outcome = Ok(());
    let memory = measure(|| outcome = run());
    if let Err(error) = outcome {
        *failed = Err(error);
    }
    memory.bytes_max
}

#[expect(clippy::cast_precision_loss, reason = "no call allocates that much")]
fn row(how: &str, ours: u64, needed: u64) -> Row {
    Row {
        what: format!("GET of 57 megabytes{how}, most memory at once"),
        unit: "kB",
        ours: ours as f64 / 1000.0,
        by_hand: needed as f64 / 1000.0,
        budget: Some(ONCE),
    }
}
