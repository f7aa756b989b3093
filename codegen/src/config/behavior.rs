//! The settings of what operations do at run time.

use super::table::Table;
use super::{Located, Retry};
use crate::diag::{Diagnostics, Location, Problem};
use indexmap::IndexMap;

/// `[retry]`: a word for each operation.
pub(super) fn retry(table: Table<'_>, diags: &mut Diagnostics) -> IndexMap<String, Located<Retry>> {
    let mut map = IndexMap::new();
    for (operation, word) in table.string_map(diags) {
        let span = word.span;
        if word.value == "never" {
            map.insert(
                operation,
                Located {
                    value: Retry::Never,
                    span,
                },
            );
            continue;
        }
        let key = format!("retry.{operation}");
        let reason = "it must be `never`".to_owned();
        diags.push(
            Problem::InvalidSetting { key, reason },
            span.map(Location::from).unwrap_or_default(),
        );
    }
    map
}

/// `[checks]`: the schemas whose constraints are not checked.
pub(super) fn unchecked(mut table: Table<'_>, diags: &mut Diagnostics) -> IndexMap<String, Located<()>> {
    let off = table.string_items("off", diags).into_iter();
    let off = off.map(|Located { value, span }| (value, Located { value: (), span }));
    let off = off.collect();
    table.finish(diags);
    off
}
