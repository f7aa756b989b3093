//! `Validate` implementations: what is checked before a request leaves.

use super::constraints::{self, Subject};
use super::scope::Scope;
use super::{multipart, schemas};
use crate::emit::writer::{Code, Fixed, Lines, Str, code};
use crate::ir::{Checks, Rest, Shape, StringFormat, Tuple, Type, TypeId, TypeRef};
use crate::plan::names::reserved::BESIDE;
use crate::plan::{FieldPlan, Presence, RestPlan, RustType, ShapePlan, StructPlan, TypePlan, UnionPlan};

/// `Validate` of a type that is sent; nothing where there is nothing to check.
pub(super) fn validate_code(scope: &Scope<'_>, ty: &TypePlan<'_>) -> Lines {
    if !ty.usage.sent || !ty.validated {
        return Lines::new();
    }
    let mut statements = match &ty.shape {
        ShapePlan::Struct(structure) => fields(scope, structure),
        ShapePlan::Union(union) => variants(scope, ty, union),
        ShapePlan::Tuple(tuple) => elements(scope, tuple.source),
        // Newtypes have theirs from `v1::text!`, and aliases from what they mean.
        ShapePlan::Newtype(_) | ShapePlan::Alias(_) => return Lines::new(),
        ShapePlan::Enum(_) => Lines::new(),
    };
    match ty.structure().filter(|structure| structure.multipart) {
        None => statements.extend(whole_checks(scope, &ty.def.checks, "self")),
        // What has files in it is looked at as what its parts say.
        Some(structure) if !ty.def.checks.is_empty() => {
            statements.extend(multipart::properties(structure));
            statements.extend(whole_checks(scope, &ty.def.checks, "&properties"));
        }
        Some(_) => {}
    }
    let head = match statements.is_empty() {
        true => code!("fn validate(&self, _: &mut v1::Validator)"),
        false => code!("fn validate(&self, v: &mut v1::Validator)"),
    };
    let body = Lines::of_block(head, statements, "");
    Lines::of_block(code!("impl v1::Validate for $", scope.own(ty)), body, "")
}

/// The checks of whichever variant a union holds.
fn variants(scope: &Scope<'_>, ty: &TypePlan<'_>, union: &UnionPlan<'_>) -> Lines {
    let variants = union.source.variants.iter().zip(&union.variants);
    let checked = variants.filter_map(|(source, variant)| {
        let checks = item_checks(scope, &source.ty);
        (!checks.is_empty()).then_some((code!("Self::$(value)", variant.name), checks))
    });
    let checked: Vec<(Code, Lines)> = checked.collect();
    let others = checked.len() < union.variants.len() || ty.usage.received;
    if checked.is_empty() {
        return Lines::new();
    }
    if let ([(pattern, checks)], true) = (checked.as_slice(), others) {
        return Lines::of_block(code!("if let $ = self", pattern), checks.clone(), "");
    }
    let mut arms = Lines::new();
    for (pattern, checks) in checked {
        arms.block(code!("$ =>", pattern), checks, "");
    }
    if others {
        arms.line(code!("_ => {}"));
    }
    Lines::of_block(code!("match self"), arms, "")
}

fn fields(scope: &Scope<'_>, structure: &StructPlan<'_>) -> Lines {
    let mut lines = Lines::new();
    for field in &structure.fields {
        lines.extend(field_checks(scope, field));
    }
    if let (Some(RestPlan { name, .. }), Rest::Kept(kept)) = (&structure.rest, &structure.source.rest)
        && scope.plan.types.is_checked(kept)
    {
        let head = code!("v.entries(&self.$, |v, value|", name);
        lines.block(head, item_checks(scope, kept), ");");
    }
    lines
}

fn field_checks(scope: &Scope<'_>, field: &FieldPlan<'_>) -> Lines {
    let (wire, name, ty) = (Str(&field.source.name), &field.name, &field.source.ty);
    let mut lines = Lines::new();
    if field.presence == Presence::WriteOnlyRequired {
        lines.line(code!("v.required(self.$.is_some(), $);", name, wire));
    }
    let is_never_set = matches!(field.presence, Presence::Constant(_) | Presence::ReadOnly);
    if is_never_set || is_file(&field.ty) || !scope.plan.types.is_checked(ty) {
        return lines;
    }
    if field.presence == Presence::ReadOnlyRequired {
        // What was received is not sent.
        let head = code!(
            "if let Some(value) = self.$.as_ref().filter(|_| self.$.is_given($))",
            name,
            Fixed(BESIDE),
            wire
        );
        let checks = Lines::of_block(
            code!("v.field($, |v|", wire),
            value_checks(scope, ty, &Subject::value()),
            ");",
        );
        lines.block(head, checks, "");
        return lines;
    }
    if nests(scope, ty) {
        lines.line(code!("v.nested($, &self.$);", wire, name));
        return lines;
    }
    let checks = |subject: &Subject| {
        let head = code!("v.field($, |v|", wire);
        Lines::of_block(head, value_checks(scope, ty, subject), ");")
    };
    match field.presence {
        Presence::Required => lines.extend(checks(&Subject::at(code!("self.$", name)))),
        Presence::ThreeState => {
            let head = code!("if let Some(value) = self.$.value()", name);
            lines.block(head, checks(&Subject::value()), "");
        }
        Presence::Nullable
        | Presence::Optional
        | Presence::WriteOnlyRequired
        | Presence::ReadOnly
        | Presence::ReadOnlyRequired
        | Presence::Constant(_) => {
            let head = code!("if let Some(value) = &self.$", name);
            lines.block(head, checks(&Subject::value()), "");
        }
    }
    lines
}

/// Whether a field is a file, or files, of a multipart body.
fn is_file(ty: &RustType) -> bool {
    match ty {
        RustType::Vec(item) => is_file(item),
        other => *other == RustType::Runtime("Part"),
    }
}

/// Whether a use is checked by the `Validate` implementations of the runtime alone.
fn nests(scope: &Scope<'_>, ty: &TypeRef) -> bool {
    let types = &scope.plan.types;
    ty.checks.is_empty()
        && match &ty.ty {
            Type::Array(item) | Type::Map(item) => nests(scope, item) && types.is_checked(item),
            Type::Named { id, .. } => match &scope.plan.api.types[*id].shape {
                Shape::Alias(target) => is_only_a_name(scope, *id, target) && nests(scope, target),
                Shape::Struct(_) | Shape::Enum(_) | Shape::Union(_) | Shape::Newtype(_) | Shape::Tuple(_) => true,
            },
            Type::String(_) => types.is_checked(ty),
            Type::Any
            | Type::Null
            | Type::Bool
            | Type::Integer(_)
            | Type::Number(_)
            | Type::Const(_)
            | Type::Foreign(_) => false,
        }
}

/// Whether an alias adds nothing to the type that it names.
fn is_only_a_name(scope: &Scope<'_>, alias: TypeId, target: &TypeRef) -> bool {
    let checks = &scope.plan.api.types[alias].checks;
    checks.is_empty() && !target.nullable && matches!(target.ty, Type::Named { .. })
}

fn elements(scope: &Scope<'_>, tuple: &Tuple) -> Lines {
    let mut lines = Lines::new();
    let elements = tuple.elements.iter().enumerate();
    for (place, element) in elements.filter(|(_, element)| scope.plan.types.is_checked(element)) {
        let checks = |subject: &Subject| {
            let head = code!("v.item($, |v|", place);
            Lines::of_block(head, value_checks(scope, element, subject), ");")
        };
        if place < tuple.required && !element.nullable {
            lines.extend(checks(&Subject::at(code!("self.$", place))));
        } else {
            let head = code!("if let Some(value) = &self.$", place);
            lines.block(head, checks(&Subject::value()), "");
        }
    }
    if let Some(rest) = &tuple.rest
        && scope.plan.types.is_checked(rest)
    {
        let head = code!("v.each(&self.$, |v, value|", tuple.elements.len());
        lines.block(head, item_checks(scope, rest), ");");
    }
    lines
}

/// Checks of an item or an entry, which is `value: &T`, possibly `&Option<T>`.
fn item_checks(scope: &Scope<'_>, ty: &TypeRef) -> Lines {
    let checks = value_checks(scope, ty, &Subject::value());
    if !checks.is_empty() && ty.nullable && RustType::of(ty) != RustType::Value {
        return Lines::of_block(code!("if let Some(value) = value"), checks, "");
    }
    checks
}

/// Checks of a value that is not null.
pub(super) fn value_checks(scope: &Scope<'_>, ty: &TypeRef, subject: &Subject) -> Lines {
    let value = &subject.reference;
    let (resolved, uses) = scope.plan.types.resolved(ty);
    let mut lines = Lines::new();
    for used in uses {
        lines.extend(check_calls(scope, &used.checks, subject));
    }
    match resolved {
        Type::Array(item) if scope.plan.types.is_checked(item) => {
            let head = code!("v.each($, |v, value|", value);
            lines.block(head, item_checks(scope, item), ");");
        }
        Type::Map(item) if scope.plan.types.is_checked(item) => {
            let head = code!("v.entries($, |v, value|", value);
            lines.block(head, item_checks(scope, item), ");");
        }
        Type::Named { id, .. } if scope.plan.ty(*id).is_some_and(|plan| plan.validated) => {
            lines.line(code!("v.descend($);", value));
        }
        Type::String(_) if scope.plan.types.is_checked(&TypeRef::new(resolved.clone())) => {
            lines.line(code!("v.descend($);", value));
        }
        _ => {}
    }
    lines
}

/// The checks of one use.
fn check_calls(scope: &Scope<'_>, checks: &Checks, subject: &Subject) -> Lines {
    let value = &subject.reference;
    let mut lines = Lines::new();
    for call in constraints::calls(scope, &checks.constraints, subject) {
        lines.line(call);
    }
    match checks.format {
        Some(StringFormat::Uri) => lines.line(code!("v.uri($);", value)),
        Some(format) => {
            let (name, rule) = format.names();
            lines.line(code!("v.format($, $, v1::$);", value, Str(name), Fixed(rule)));
        }
        None => {}
    }
    for id in &checks.assertions {
        lines.line(code!("v.assert(&$, $);", schemas::name(scope, *id), value));
    }
    lines
}

/// The checks of a whole struct, tuple or union: the JSON form of `value` is looked at.
fn whole_checks(scope: &Scope<'_>, checks: &Checks, value: &'static str) -> Lines {
    let value = Fixed(value);
    let mut lines = Lines::new();
    for limit in constraints::fields(scope, &checks.constraints) {
        lines.line(code!(
            "v.assert(&v1::Schema { $, ..v1::Schema::ANY }, $);",
            limit,
            value
        ));
    }
    for id in &checks.assertions {
        lines.line(code!("v.assert(&$, $);", schemas::name(scope, *id), value));
    }
    lines
}
