//! Wire code of structs: a line for each property.

use super::literals::serializable;
use super::scope::Scope;
use crate::emit::cx::Layout;
use crate::emit::writer::{Code, Fixed, Lines, Str, code};
use crate::ir::Rest;
use crate::plan::{FieldPlan, Presence, RestPlan, RustType, StructPlan, TypePlan};

/// The wire code of a struct.
pub(super) fn object_code(scope: &Scope<'_>, ty: &TypePlan<'_>, structure: &StructPlan<'_>) -> Lines {
    let mut lines: Lines = structure
        .fields
        .iter()
        .map(|field| property(scope, ty, field))
        .collect();
    if let Some(RestPlan { name, ty }) = &structure.rest {
        lines.line(code!("..$: rest$,", name, integer(scope, ty)));
    }
    let is_closed = structure.source.rest == Rest::Denied && !ty.usage.received;
    let head = code!(
        "$ $$$",
        scope.direction(ty),
        scope.own(ty),
        structure.listed.then_some(Fixed(" listed")),
        is_closed.then_some(Fixed(" closed")),
    );
    Lines::of_macro("object", head, lines)
}

/// `field: kind "name"`, or `"name" = value` of a constant.
fn property(scope: &Scope<'_>, ty: &TypePlan<'_>, field: &FieldPlan<'_>) -> Code {
    let name = Str(&field.source.name);
    let kind = match &field.presence {
        Presence::Constant(value) => return code!("$ = $", name, serializable(value)),
        Presence::Required => "required",
        Presence::Nullable => "nullable",
        Presence::Optional | Presence::WriteOnlyRequired => "optional",
        Presence::ThreeState => "three_state",
        Presence::ReadOnly => "read_only",
    };
    // It is never sent, so what it holds can be written only where everything can.
    let is_gated = field.presence == Presence::ReadOnly && scope.layout == Layout::Crate && ty.usage.sent;
    let gate = is_gated.then_some(Fixed(" if \"serde-all\""));
    code!(
        "$: $$ $$",
        field.name,
        Fixed(kind),
        reader(scope, ty, field),
        name,
        gate
    )
}

/// What is added to the kind of a property to say how its value is read.
fn reader(scope: &Scope<'_>, ty: &TypePlan<'_>, field: &FieldPlan<'_>) -> Option<Fixed> {
    let is_sent_back = ty.usage.sent && ty.usage.received && field.presence == Presence::Optional;
    match scope.plan.types.unaliased(&field.ty) {
        RustType::Value if is_sent_back => Some(Fixed(" any")),
        _ => integer(scope, &field.ty),
    }
}

/// What is added to the kind of a property, an item or a rest that is an integer or made of integers.
pub(super) fn integer(scope: &Scope<'_>, ty: &RustType) -> Option<Fixed> {
    scope.plan.types.is_integer(ty).then_some(Fixed(" integer"))
}
