//! Components that no operation sends or receives by themselves: nothing is emitted for them, and that is said.

use super::location;
use crate::diag::{Diagnostics, Problem};
use crate::ir::{Api, Owner, Shape, Type};

pub(super) fn run(api: &Api, diags: &mut Diagnostics) {
    // What is left out can use what is left.
    if !api.left_out.is_empty() {
        return;
    }
    for def in &api.types {
        let Owner::Schema(name) = &def.path.owner else { continue };
        let is_used = def.usage.sent || def.usage.received;
        if is_used || !def.path.steps.is_empty() || is_replaced(&def.shape) {
            continue;
        }
        let name = name.clone();
        diags.push(Problem::UnusedSchema { name }, location(def));
    }
}

/// Whether the uses of a type have become a constant.
fn is_replaced(shape: &Shape) -> bool {
    match shape {
        Shape::Enum(enumeration) => enumeration.values.len() == 1,
        Shape::Alias(target) => matches!(target.ty, Type::Const(_) | Type::Null),
        Shape::Struct(_) | Shape::Union(_) | Shape::Newtype(_) | Shape::Tuple(_) => false,
    }
}
