//! Which of its names each of several bearers gets, so that a name never changes its bearer.
//!
//! Every bearer has a list of names, best first. Who gets what is decided by the *set* of bearers: a name that several of them
//! come to is nobody's, and all of them go on to their next one. So their order is nothing, and whoever joins takes no name over:
//! with more bearers each of them goes at least as far down its list as before, so whoever had a name still comes to it, and
//! whoever else comes to it makes it nobody's.

use std::collections::BTreeMap;

/// The first name in the list of each bearer that no other bearer comes to, with its index in that list; `None` where the list ends
/// before. `name` is the list: the name of a bearer at an index. Nobody gets a name that is gone.
pub(crate) fn settle<N: Ord>(
    bearers: usize,
    is_gone: impl Fn(&N) -> bool,
    name: impl Fn(usize, usize) -> Option<N>,
) -> Vec<Option<(usize, N)>> {
    let mut places: Vec<Option<usize>> = vec![Some(0); bearers];
    // Who holds a name; nobody, after several came to it.
    let mut holders: BTreeMap<N, Option<usize>> = BTreeMap::new();
    let mut moving: Vec<usize> = (0..bearers).collect();
    while let Some(bearer) = moving.pop() {
        let Some(at) = places[bearer] else { continue };
        let Some(name) = name(bearer, at) else {
            places[bearer] = None;
            continue;
        };
        let mut go_on = |bearer: usize| {
            places[bearer] = places[bearer].map(|at| at + 1);
            moving.push(bearer);
        };
        match holders.get_mut(&name) {
            None if is_gone(&name) => go_on(bearer),
            None => {
                holders.insert(name, Some(bearer));
            }
            Some(holder) => {
                if let Some(earlier) = holder.take() {
                    go_on(earlier);
                }
                go_on(bearer);
            }
        }
    }
    let mut settled: Vec<Option<(usize, N)>> = places.iter().map(|_| None).collect();
    for (name, holder) in holders {
        if let Some(bearer) = holder {
            settled[bearer] = places[bearer].map(|at| (at, name));
        }
    }
    settled
}

/// Tells apart what no word does: FNV-1a, folded to 32 bits.
pub(crate) fn fingerprint(text: &str) -> u32 {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    (hash >> 32) as u32 ^ (hash & 0xffff_ffff) as u32
}

#[cfg(test)]
mod tests {
    use super::settle;
    use proptest::prelude::*;

    fn names(lists: &[Vec<u8>]) -> Vec<Option<u8>> {
        let settled = settle(lists.len(), |_| false, |bearer, at| lists[bearer].get(at));
        let named = settled.into_iter().zip(lists);
        let checked = named.map(|(found, list)| {
            found.map(|(at, name)| {
                assert_eq!(list.get(at), Some(name));
                *name
            })
        });
        checked.collect()
    }

    #[test]
    fn what_several_come_to_is_nobodys() {
        assert_eq!(names(&[vec![1], vec![2]]), [Some(1), Some(2)]);
        assert_eq!(names(&[vec![1, 2], vec![1, 3]]), [Some(2), Some(3)]);
        // The third comes for what the first went on to.
        assert_eq!(
            names(&[vec![1, 2, 4], vec![1, 3], vec![2, 5]]),
            [Some(4), Some(3), Some(5)]
        );
        assert_eq!(names(&[vec![1], vec![1, 1]]), [None, None]);
    }

    proptest! {
        #[test]
        fn growth_and_order_take_nothing_over(
            lists in prop::collection::vec(prop::collection::vec(0_u8..12, 0..6), 0..10),
            few in 0_usize..10,
        ) {
            let all = names(&lists);
            let few = &lists[..few.min(lists.len())];
            for (bearer, before) in names(few).into_iter().enumerate() {
                let now = all.iter().position(|name| name.is_some() && *name == before);
                prop_assert!(now.is_none_or(|now| now == bearer), "{before:?} went from {bearer} to {now:?}");
            }
            let backwards: Vec<Vec<u8>> = lists.iter().rev().cloned().collect();
            let mut reversed = names(&backwards);
            reversed.reverse();
            prop_assert_eq!(all, reversed);
        }
    }
}
