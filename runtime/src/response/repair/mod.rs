//! Reading a JSON body that differs from the document: it is repaired by replacing parts of its text and read again, by the
//! same reader. Only a reading that failed comes here.
//!
//! Each pass fails at one place ([`scan`]), which says what it expected ([`problem`]). The first repair that is possible
//! there is tried ([`engine`]); when the next pass fails at the same place, it is taken back and the next one is tried.
//! Values are never invented and items of lists never dropped. What is beyond repair is reported, and reading continues
//! behind it with a stand-in, to report the other faults too; such a value is never returned.

mod beyond;
mod draft;
mod engine;
mod foreign;
mod problem;
mod report;
mod scalar;
mod scan;

use serde_core::de::IgnoredAny;

use crate::data::fault::{Fault, Kind, Reading, Repair};
use crate::data::trail;
use crate::error::Mismatch;
use crate::transport::head::Head;
use engine::{Allowed, Engine, Repaired};
pub(super) use foreign::probe;

/// How often a body is read at most.
const MAX_PASSES: usize = 64;
/// How many times its size is read at most.
const MAX_WORK: usize = 8;
/// What may always be read, so that small bodies are bounded by the passes alone.
const MIN_WORK: usize = 1 << 20;

/// A reader of one type. It reads text, and not bytes: that is checked to be UTF-8 once, and not at each string.
pub(crate) type Read<T> = fn(&str) -> Result<T, serde_json::Error>;

/// Notes that the body as a whole was read in another shape than the documented one.
pub(crate) fn note(head: &mut Head, expected: Kind, found: Kind, repair: Repair) {
    let fault = Fault {
        pointer: String::new(),
        expected,
        found,
        missing: None,
        alike: None,
    };
    let others = std::mem::take(&mut head.deviations);
    report::deviations(head, vec![Repaired { fault, repair }]);
    head.deviations.extend(others);
}

/// Reads a JSON text, tolerantly as far as the call permits. What was repaired is kept in the head.
pub(crate) fn read<T>(head: &mut Head, text: &str, read: Read<T>) -> Result<T, Mismatch> {
    match trail::strictly(|| read(text)) {
        Ok(value) => Ok(value),
        Err(_) => again(head, text, read),
    }
}

#[cold]
fn again<T>(head: &mut Head, text: &str, read: Read<T>) -> Result<T, Mismatch> {
    if let Err(error) = serde_json::from_str::<IgnoredAny>(text) {
        return Err(Mismatch::Syntax {
            line: error.line(),
            column: error.column(),
        });
    }
    let allowed = Allowed {
        repair: head.reading != Reading::Strict,
        leave_out: match head.reading {
            Reading::Strict => false,
            Reading::Tolerant => !head.operation.sent_back,
            Reading::Lossy => true,
        },
    };
    let mut value = None;
    let repaired = repair(text, allowed, &mut |text| {
        value = Some(read(text)?);
        Ok(())
    });
    match (repaired, value) {
        (Ok(repaired), Some(value)) => {
            report::deviations(head, repaired);
            Ok(value)
        }
        (Ok(_), None) => Err(Mismatch::Json { faults: Vec::new() }),
        (Err(faults), _) => Err(Mismatch::Json { faults }),
    }
}

/// Repairs a well-formed text until it can be read.
///
/// # Errors
///
/// The faults that are beyond repair, or the one at which the limits were reached.
fn repair(
    text: &str,
    allowed: Allowed,
    read: &mut dyn FnMut(&str) -> Result<(), serde_json::Error>,
) -> Result<Vec<Repaired>, Vec<Fault>> {
    let mut engine = Engine::new(text.as_bytes(), allowed);
    let mut left = text.len().saturating_mul(MAX_WORK).max(MIN_WORK);
    for _ in 0..MAX_PASSES {
        let rendered = engine.render();
        let (result, steps) = trail::record(|| read(rendered.as_str()));
        let Err(error) = result else {
            match engine.foreign(read, &mut left) {
                None => return engine.finish(),
                // What was read with it is not the value.
                Some(key) if left > 0 && engine.take_back(key) => continue,
                Some(_) => break,
            }
        };
        let continues = engine.fail(&rendered, &error, &steps, &mut left);
        if !continues || left == 0 {
            break;
        }
    }
    Err(engine.give_up())
}

#[cfg(test)]
mod tests;
