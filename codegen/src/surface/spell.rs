//! Types and limits as strings: a type by its path from the root of the client, a limit by its keyword.

use crate::constraints::Constraints;
use crate::ir::{Checks, Type, TypeRef};
use crate::number::Number;
use crate::plan::{Folder, Plan, RustType};
use std::collections::BTreeMap;

/// A Rust type, as a program outside of the client writes it after `use client::*`.
pub(super) fn ty(plan: &Plan<'_>, of: &RustType) -> String {
    let inner = |inner: &RustType| ty(plan, inner);
    match of {
        RustType::Value => "Value".to_owned(),
        RustType::Unit => "()".to_owned(),
        RustType::Bool => "bool".to_owned(),
        RustType::Integer(name) | RustType::Runtime(name) => (*name).to_owned(),
        RustType::F32 => "f32".to_owned(),
        RustType::F64 => "f64".to_owned(),
        RustType::String => "String".to_owned(),
        RustType::Bytes => "Bytes".to_owned(),
        RustType::Stream(name, item) => format!("{name}<{}>", inner(item)),
        RustType::Vec(item) => format!("Vec<{}>", inner(item)),
        RustType::Map(value) => format!("BTreeMap<String, {}>", inner(value)),
        RustType::Option(value) => format!("Option<{}>", inner(value)),
        RustType::Field(value) => format!("Field<{}>", inner(value)),
        RustType::Box(value) => format!("Box<{}>", inner(value)),
        RustType::Named(id) => match plan.ty(*id) {
            Some(found) => {
                let module = plan.module(found.module);
                match (module.folder, found.def.path.is_schema()) {
                    // Named schemas are re-exported.
                    (Folder::Types, true) => format!("types::{}", found.name),
                    _ => format!("{}::{}::{}", module.folder.as_str(), module.name, found.name),
                }
            }
            None => "Value".to_owned(),
        },
        RustType::Item(module, item) => {
            format!("operations::{}::{}", plan.module(*module).name, item.as_str())
        }
        RustType::Foreign(path) if path.first().map(String::as_str) == Some("crate") => path.join("::"),
        RustType::Foreign(path) => format!("::{}", path.join("::")),
    }
}

/// The limits of a use of a type: its own, those of the aliases on the way, and those of what it holds.
pub(super) fn limits(plan: &Plan<'_>, of: &TypeRef) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    of_use(plan, of, "", &mut found);
    found
}

fn of_use(plan: &Plan<'_>, of: &TypeRef, prefix: &str, found: &mut BTreeMap<String, String>) {
    let (resolved, uses) = plan.types.resolved(of);
    for used in uses {
        checks(plan, &used.checks, prefix, found);
    }
    match resolved {
        Type::Array(item) => of_use(plan, item, &format!("{prefix}items."), found),
        Type::Map(value) => of_use(plan, value, &format!("{prefix}values."), found),
        Type::Any
        | Type::Null
        | Type::Bool
        | Type::Integer(_)
        | Type::Number(_)
        | Type::String(_)
        | Type::Const(_)
        | Type::Foreign(_)
        | Type::Named { .. } => {}
    }
}

/// The limits of a list of checks; `prefix` says of what.
pub(super) fn checks(plan: &Plan<'_>, of: &Checks, prefix: &str, found: &mut BTreeMap<String, String>) {
    let Checks {
        constraints,
        format,
        assertions,
        unchecked: _,
    } = of;
    let Constraints {
        strings,
        numbers,
        arrays,
        objects,
    } = &**constraints;
    let count = |limit: Option<u64>| limit.map(|limit| limit.to_string());
    let number = |limit: &Option<Number>| limit.as_ref().map(|limit| limit.as_str().to_owned());
    let list = |items: Vec<&str>| (!items.is_empty()).then(|| items.join(" and "));
    let schemas = assertions
        .iter()
        .filter_map(|id| plan.api.assertions.get(*id)?.origin.as_ref());
    let rows = [
        ("minLength", count(strings.min_length)),
        ("maxLength", count(strings.max_length)),
        (
            "pattern",
            list(strings.patterns.iter().map(|source| &**source).collect()),
        ),
        ("minimum", number(&numbers.minimum)),
        ("maximum", number(&numbers.maximum)),
        ("exclusiveMinimum", number(&numbers.exclusive_minimum)),
        ("exclusiveMaximum", number(&numbers.exclusive_maximum)),
        (
            "multipleOf",
            list(numbers.multiple_of.iter().map(Number::as_str).collect()),
        ),
        ("x-min-ahead", count(numbers.min_ahead)),
        ("minItems", count(arrays.min_items)),
        ("maxItems", count(arrays.max_items)),
        ("uniqueItems", arrays.unique_items.then(|| "true".to_owned())),
        ("minProperties", count(objects.min_properties)),
        ("maxProperties", count(objects.max_properties)),
        ("format", format.map(|format| format.names().0.to_owned())),
        ("schema", list(schemas.map(|origin| &*origin.pointer).collect())),
    ];
    for (keyword, value) in rows {
        if let Some(value) = value {
            found.insert(format!("{prefix}{keyword}"), value);
        }
    }
}
