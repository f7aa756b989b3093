//! The schemas that the runtime interprets, as constant data beside what is checked by them.

use super::constraints;
use super::literals::constant;
use super::scope::Scope;
use crate::emit::docs::inline_code;
use crate::emit::writer::{Code, Fixed, Lines, Str, code};
use crate::ir::{Assertion, AssertionId};
use crate::plan::names::Ident;

/// The schemas that have names in the module of this file.
pub(super) fn statics(scope: &Scope<'_>) -> Lines {
    let mut lines = Lines::new();
    for (id, name) in scope.plan.types.schemas(scope.home).into_iter().flatten() {
        let assertion = &scope.plan.api.assertions[*id];
        lines.blank();
        if let Some(origin) = &assertion.origin {
            lines.comment("///", &inline_code(&origin.pointer));
        }
        lines.line(code!("static $: v1::Schema = $;", name, schema(scope, assertion)));
    }
    lines
}

/// The name of a schema that is checked, which always has one in the module of the check.
pub(super) fn name(scope: &Scope<'_>, id: AssertionId) -> Code {
    match named(scope, id) {
        Some(name) => code!("$", name),
        None => code!("v1::Schema::ANY"),
    }
}

fn named<'s>(scope: &'s Scope<'_>, id: AssertionId) -> Option<&'s Ident> {
    scope.plan.types.schemas(scope.home)?.get(&id)
}

/// A schema inside another one.
fn nested(scope: &Scope<'_>, id: AssertionId) -> Code {
    match named(scope, id) {
        Some(name) => code!("v1::Schema::refer(&$)", name),
        None => schema(scope, &scope.plan.api.assertions[id]),
    }
}

/// A reference to a schema.
fn referred(scope: &Scope<'_>, id: AssertionId) -> Code {
    match named(scope, id) {
        Some(name) => code!("&$", name),
        None => code!("&$", schema(scope, &scope.plan.api.assertions[id])),
    }
}

fn schema(scope: &Scope<'_>, assertion: &Assertion) -> Code {
    match assertion.boolean {
        Some(true) => return code!("v1::Schema::ANY"),
        Some(false) => return code!("v1::Schema::NONE"),
        None => {}
    }
    let mut fields: Vec<Code> = Vec::new();
    if let Some(title) = &assertion.title {
        fields.push(code!("title: Some($)", Str(title)));
    }
    if let Some(target) = assertion.reference {
        fields.push(code!("reference: Some(v1::Ref::To($))", referred(scope, target)));
    }
    values(assertion, &mut fields);
    fields.extend(constraints::fields(scope, &assertion.constraints));
    if let Some(format) = assertion.format {
        let (name, rule) = format.names();
        fields.push(code!(
            "format: Some(v1::Format { name: $, matches: v1::$ })",
            Str(name),
            Fixed(rule)
        ));
    }
    objects(scope, assertion, &mut fields);
    applicators(scope, assertion, &mut fields);
    if fields.is_empty() {
        return code!("v1::Schema::ANY");
    }
    code!("v1::Schema { $, ..v1::Schema::ANY }", Code::list(fields))
}

fn values(assertion: &Assertion, fields: &mut Vec<Code>) {
    if let [first, rest @ ..] = assertion.types.as_slice() {
        let rest = Code::all(rest.iter().map(|word| code!(".or(v1::Types::$)", types(word))));
        fields.push(code!("types: Some(v1::Types::$$)", types(first), rest));
    }
    if let Some(listed) = &assertion.values {
        let listed = Code::list(listed.iter().map(constant));
        fields.push(code!("enumeration: Some(&[$])", listed));
    }
    if let Some(value) = &assertion.constant {
        fields.push(code!("constant: Some($)", constant(value)));
    }
}

/// The constant of a JSON type.
fn types(word: &str) -> Fixed {
    Fixed(match word {
        "null" => "NULL",
        "boolean" => "BOOLEAN",
        "integer" => "INTEGER",
        "number" => "NUMBER",
        "string" => "STRING",
        "array" => "ARRAY",
        "object" => "OBJECT",
        _ => "ANY",
    })
}

fn objects(scope: &Scope<'_>, assertion: &Assertion, fields: &mut Vec<Code>) {
    if !assertion.required.is_empty() {
        fields.push(code!("required: &[$]", Code::list(assertion.required.iter().map(Str))));
    }
    if !assertion.dependent_required.is_empty() {
        let entries = assertion.dependent_required.iter();
        let entries = entries.map(|(name, names)| code!("($, &[$])", Str(name), Code::list(names.iter().map(Str))));
        fields.push(code!("dependent_required: &[$]", Code::list(entries)));
    }
    for (keyword, list) in [
        ("properties", &assertion.properties),
        ("dependent_schemas", &assertion.dependent_schemas),
    ] {
        if !list.is_empty() {
            let entries = list
                .iter()
                .map(|(name, id)| code!("($, $)", Str(name), nested(scope, *id)));
            fields.push(code!("$: &[$]", Fixed(keyword), Code::list(entries)));
        }
    }
    let patterns = assertion.pattern_properties.iter().filter_map(|(source, id)| {
        let pattern = constraints::pattern(scope, source)?;
        Some(code!("($, $)", pattern, nested(scope, *id)))
    });
    let patterns = Code::list(patterns);
    if !patterns.is_empty() {
        fields.push(code!("pattern_properties: &[$]", patterns));
    }
}

fn applicators(scope: &Scope<'_>, assertion: &Assertion, fields: &mut Vec<Code>) {
    let single = [
        ("additional_properties", assertion.additional_properties),
        ("unevaluated_properties", assertion.unevaluated_properties),
        ("property_names", assertion.property_names),
        ("items", assertion.items),
        ("unevaluated_items", assertion.unevaluated_items),
        ("contains", assertion.contains),
        ("not", assertion.not),
        ("if_", assertion.condition),
        ("then", assertion.consequence),
        ("else_", assertion.alternative),
    ];
    for (keyword, id) in single {
        if let Some(id) = id {
            fields.push(code!("$: Some($)", Fixed(keyword), referred(scope, id)));
        }
    }
    let lists = [
        ("all_of", &assertion.all_of),
        ("any_of", &assertion.any_of),
        ("one_of", &assertion.one_of),
        ("prefix_items", &assertion.prefix_items),
    ];
    for (keyword, list) in lists {
        if !list.is_empty() {
            let list = Code::list(list.iter().map(|id| nested(scope, *id)));
            fields.push(code!("$: &[$]", Fixed(keyword), list));
        }
    }
    for (keyword, count) in [
        ("min_contains", assertion.min_contains),
        ("max_contains", assertion.max_contains),
    ] {
        fields.extend(count.map(|count| code!("$: Some($)", Fixed(keyword), count)));
    }
}
