//! A budget of retries across calls.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// How many retries all calls together may make: it keeps retries from multiplying the load of a server that is overloaded already.
/// Without one left, a call fails with the error of its first attempt. Responses that are not failures bring retries back.
///
/// Each client has one of 100 retries, of which one comes back with every fifth response; its clones share it. Clones of a budget are
/// the same budget: in the policies of several clients it is one for all of them.
///
/// ```
/// # use specwright_runtime::{RetryBudget, RetryPolicy};
/// let policy = RetryPolicy::new().budget(RetryBudget::new(20).refilled_by(10));
/// ```
#[derive(Clone)]
pub struct RetryBudget(Arc<Bucket>);

struct Bucket {
    /// A retry takes as many as there are responses to bring it back, a response brings one.
    tokens: AtomicU32,
    retries: u32,
    cost: u32,
}

const RETRIES: u32 = 100;
const COST: u32 = 5;

impl RetryBudget {
    /// A budget of that many retries, of which one comes back with every fifth response.
    pub fn new(retries: u32) -> Self {
        Self::of(retries, COST)
    }

    /// No limit: calls are repeated as their policy says.
    pub fn unlimited() -> Self {
        Self::of(u32::MAX, 0)
    }

    /// The same budget, full, of which a retry comes back after that many responses.
    #[must_use]
    pub fn refilled_by(self, responses: u32) -> Self {
        Self::of(self.0.retries, responses.max(1))
    }

    fn of(retries: u32, cost: u32) -> Self {
        Self(Arc::new(Bucket {
            tokens: AtomicU32::new(retries.saturating_mul(cost)),
            retries,
            cost,
        }))
    }

    /// How many retries are left.
    pub fn left(&self) -> u32 {
        match self.0.cost {
            0 => self.0.retries,
            cost => self.0.tokens.load(Ordering::Relaxed) / cost,
        }
    }

    /// Whether a retry was left, which it then takes.
    pub(crate) fn take(&self) -> bool {
        let Bucket { tokens, cost, .. } = &*self.0;
        let taken = |tokens: u32| tokens.checked_sub(*cost);
        tokens.fetch_update(Ordering::Relaxed, Ordering::Relaxed, taken).is_ok()
    }

    /// A response came that is not a failure.
    pub(crate) fn give_back(&self) {
        let Bucket { tokens, retries, cost } = &*self.0;
        let full = retries.saturating_mul(*cost);
        // A full budget is not an error.
        let more = |tokens: u32| (tokens < full).then_some(tokens.saturating_add(1));
        let _ = tokens.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more);
    }
}

impl Default for RetryBudget {
    /// That of a client.
    fn default() -> Self {
        Self::new(RETRIES)
    }
}

impl PartialEq for RetryBudget {
    /// Whether both are the same.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for RetryBudget {}

impl fmt::Debug for RetryBudget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetryBudget")
            .field("retries", &self.0.retries)
            .field("left", &self.left())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_runs_out_and_recovers() {
        let budget = RetryBudget::default();
        assert_eq!((0..1000).filter(|_| budget.take()).count(), 100);
        (0..4).for_each(|_| budget.give_back());
        assert!(!budget.take());
        budget.give_back();
        assert_eq!(budget.left(), 1);
        assert!(budget.clone().take(), "a clone is the same budget");
        assert!(!budget.take());
    }

    #[test]
    fn a_budget_has_no_more_than_its_retries() {
        let budget = RetryBudget::new(2).refilled_by(1);
        (0..10).for_each(|_| budget.give_back());
        assert_eq!((0..10).filter(|_| budget.take()).count(), 2);
        assert_eq!(RetryBudget::new(0).left(), 0);
        assert!(!RetryBudget::new(0).take());
        let unlimited = RetryBudget::unlimited();
        unlimited.give_back();
        assert!((0..10_000).all(|_| unlimited.take()));
        assert_eq!(unlimited.left(), u32::MAX);
    }
}
